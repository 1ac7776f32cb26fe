//! The wasm build: wasm-pack for each kind of glue, then wasm-opt.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::config::{Config, Features, WasmTarget};
use crate::paths::Paths;
use crate::setup::Tools;
use crate::stamp::{self, Inputs};
use crate::{command, files};

/// How much of a hash goes into the build id.
const BUILD_ID_DIGITS: usize = 12;

/// A module to be built: what it is called, of which features, with which glue.
struct Module<'c> {
    name: &'c str,
    features: &'c Features,
    target: WasmTarget,
    /// Whether its types are read by anyone.
    typed: bool,
}

/// Builds what is out of date in `target/wasm`: the modules of the package with each
/// kind of glue, all modules of one kind in one folder.
pub fn build(paths: &Paths, config: &Config, tools: &Tools) -> Result<()> {
    for &target in &config.package.targets {
        let modules: Vec<Module> = config
            .modules
            .iter()
            .map(|(name, features)| Module { name, features, target, typed: true })
            .collect();
        let step = format!("wasm-{}", target.name());
        build_modules(paths, config, tools, &step, &paths.wasm(target), &modules)?;
    }
    Ok(())
}

/// Builds, for the benchmark, the web target with a clock for each stage.
pub fn build_with_stages(paths: &Paths, config: &Config, tools: &Tools) -> Result<()> {
    let features = Features { features: vec!["stages".into()] };
    let name = &config.package.name;
    let stages = Module { name, features: &features, target: WasmTarget::Web, typed: false };
    build_modules(paths, config, tools, "wasm-stages", &paths.wasm_with_stages(), &[stages])
}

fn build_modules(
    paths: &Paths,
    config: &Config,
    tools: &Tools,
    step: &str,
    folder: &Path,
    modules: &[Module],
) -> Result<()> {
    let inputs = inputs(paths, config, tools)?;
    stamp::unless_done(paths, step, &inputs, &[folder.to_path_buf()], || {
        files::remove_folder(folder)?;
        modules.iter().try_for_each(|module| {
            wasm_pack(paths, config, tools, module, folder, &inputs.hash())?;
            optimise(paths, config, tools, &folder.join(format!("{}_bg.wasm", module.name)))
        })
    })?;
    Ok(())
}

fn inputs(paths: &Paths, config: &Config, tools: &Tools) -> Result<Inputs> {
    Inputs::new(paths)
        .value(&tools.versions)
        .value(&config.package)
        .value(&config.modules)
        .value(&config.profile)
        .value(&config.rustc)
        .value(&config.wasm_opt)
        .file(&paths.root().join("Cargo.toml"))?
        .file(&paths.root().join("Cargo.lock"))?
        .folder(&paths.root().join("src"), &[])?
        .folder(&paths.wasm_package(), &[])
}

/// Runs wasm-pack. Each set of features is compiled once: the second target finds it
/// in Cargo's folder. `build` is what the sources and tools come to: it goes into the
/// build id, so that scripts and wasm of two builds are told apart.
fn wasm_pack(
    paths: &Paths,
    config: &Config,
    tools: &Tools,
    module: &Module,
    folder: &Path,
    build: &str,
) -> Result<()> {
    let mut command = Command::new(&tools.wasm_pack);
    command
        .args(["build", "--release", "--mode", "no-install", "--no-pack", "--no-opt"])
        .args((!module.typed).then_some("--no-typescript"))
        .args(["--no-gitignore", "--target", module.target.name(), "--out-name", module.name, "--out-dir"])
        .arg(folder)
        .arg(paths.wasm_package())
        .args(["--", "--locked", "--no-default-features", "--features"])
        .arg(module.features.features.join(","))
        .current_dir(paths.root())
        .env("PATH", tools.path()?)
        .env("CARGO_TARGET_DIR", paths.wasm_cargo_target())
        .env("CARGO_ENCODED_RUSTFLAGS", rustc_flags(paths, config).join("\u{1f}"))
        .env_remove("RUSTFLAGS")
        .env("TEXTLENS_BUILD", &build[..BUILD_ID_DIGITS])
        .envs(config.profile.environment());
    command::run(paths, &format!("wasm: wasm-pack of {} for {}", module.name, module.target.name()), command)
}

/// The flags of wasm-pack.toml, and names instead of this machine's paths, so that
/// the same sources give the same bytes everywhere.
fn rustc_flags(paths: &Paths, config: &Config) -> Vec<String> {
    let mut flags = config.rustc.flags.clone();
    let cargo_home = std::env::var_os("CARGO_HOME")
        .map(PathBuf::from)
        .or_else(|| std::env::home_dir().map(|home| home.join(".cargo")));
    flags.extend(cargo_home.map(|home| format!("--remap-path-prefix={}=cargo", home.display())));
    flags.push(format!("--remap-path-prefix={}=textlens", paths.root().display()));
    flags
}

/// Runs wasm-opt in place. The web and Node builds have the same module, so what it
/// made of given bytes is kept and used again.
fn optimise(paths: &Paths, config: &Config, tools: &Tools, wasm: &Path) -> Result<()> {
    let key = Inputs::new(paths)
        .value(&config.wasm_opt)
        .value(&config.tools.binaryen)
        .value(files::hash(&files::read(wasm)?));
    let kept = paths.wasm_cargo_target().join("optimised").join(format!("{}.wasm", key.hash()));
    if !kept.exists() {
        fs::create_dir_all(kept.parent().unwrap_or(&kept))?;
        let partial = kept.with_extension("partial");
        let mut command = tools.wasm_opt.command();
        command.args(&config.wasm_opt.flags).arg(wasm).arg("--output").arg(&partial);
        command::run(paths, "wasm: wasm-opt", command)?;
        fs::rename(&partial, &kept).context("cannot keep what wasm-opt made")?;
    }
    files::copy(&kept, wasm)
}

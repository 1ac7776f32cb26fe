//! The wasm build: wasm-pack for each kind of glue, then wasm-opt.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::config::{Config, WasmTarget};
use crate::paths::Paths;
use crate::setup::Tools;
use crate::stamp::{self, Inputs};
use crate::{command, files};

/// Name of the files that wasm-pack writes.
pub const OUT_NAME: &str = "textlens";

/// How much of a hash goes into the build id.
const BUILD_ID_DIGITS: usize = 12;

/// Builds what is out of date in `target/wasm`.
pub fn build(paths: &Paths, config: &Config, tools: &Tools) -> Result<()> {
    let inputs = inputs(paths, config, tools)?;
    for &target in &config.package.targets {
        let folder = paths.wasm(target);
        let name = format!("wasm-{}", target.name());
        stamp::unless_done(paths, &name, &inputs, std::slice::from_ref(&folder), || {
            wasm_pack(paths, config, tools, target, &[], &folder, &inputs.hash())?;
            optimise(paths, config, tools, &folder.join(format!("{OUT_NAME}_bg.wasm")))
        })?;
    }
    Ok(())
}

/// Builds, for the benchmark, the web target with a clock for each stage.
pub fn build_with_stages(paths: &Paths, config: &Config, tools: &Tools) -> Result<()> {
    let inputs = inputs(paths, config, tools)?;
    let folder = paths.wasm_with_stages();
    stamp::unless_done(paths, "wasm-stages", &inputs, std::slice::from_ref(&folder), || {
        wasm_pack(paths, config, tools, WasmTarget::Web, &["stages"], &folder, &inputs.hash())?;
        optimise(paths, config, tools, &folder.join(format!("{OUT_NAME}_bg.wasm")))
    })?;
    Ok(())
}

fn inputs(paths: &Paths, config: &Config, tools: &Tools) -> Result<Inputs> {
    Inputs::new(paths)
        .value(&tools.versions)
        .value(&config.package)
        .value(&config.profile)
        .value(&config.rustc)
        .value(&config.wasm_opt)
        .file(&paths.root().join("Cargo.toml"))?
        .file(&paths.root().join("Cargo.lock"))?
        .folder(&paths.root().join("src"), &[])
}

/// Runs wasm-pack. The crate is compiled once: the second target finds it in
/// Cargo's folder. `build` is what the sources and tools come to: it goes into the
/// build id, so that scripts and wasm of two builds are told apart.
fn wasm_pack(
    paths: &Paths,
    config: &Config,
    tools: &Tools,
    target: WasmTarget,
    features: &[&str],
    folder: &Path,
    build: &str,
) -> Result<()> {
    files::remove_folder(folder)?;
    let own = config.package.features.iter().map(String::as_str);
    let features: Vec<&str> = own.chain(features.iter().copied()).collect();
    let mut command = Command::new(&tools.wasm_pack);
    command
        .args(["build", "--release", "--mode", "no-install", "--no-pack", "--no-opt"])
        .args(["--no-gitignore", "--target", target.name(), "--out-name", OUT_NAME, "--out-dir"])
        .arg(folder)
        .arg(paths.root())
        .args(["--", "--locked", "--no-default-features", "--features"])
        .arg(features.join(","))
        .current_dir(paths.root())
        .env("PATH", tools.path()?)
        .env("CARGO_TARGET_DIR", paths.wasm_cargo_target())
        .env("CARGO_ENCODED_RUSTFLAGS", rustc_flags(paths, config).join("\u{1f}"))
        .env_remove("RUSTFLAGS")
        .env("TEXTLENS_BUILD", &build[..BUILD_ID_DIGITS])
        .envs(config.profile.environment());
    command::run(paths, &format!("wasm: wasm-pack for {}", target.name()), command)
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

//! The Rust side: the wasm32 target, rustfmt and clippy, tools from crates.io.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::paths::Paths;
use crate::setup::{in_path, says_version, version_of};
use crate::{command, files};

/// The compilation target of the wasm build.
pub const WASM: &str = "wasm32-unknown-unknown";

/// Adds the wasm32 target to the toolchain if it is missing.
pub fn wasm_target(paths: &Paths) -> Result<()> {
    let mut library = Command::new("rustc");
    library.args(["--print", "target-libdir", "--target", WASM]);
    if command::output(library).is_some_and(|folder| PathBuf::from(folder).is_dir()) {
        return Ok(());
    }
    let mut add = Command::new("rustup");
    add.args(["target", "add", WASM]).current_dir(paths.root());
    let sentence = format!(
        "the Rust target {WASM} is missing; with rustup (https://rustup.rs) and a network, \
         `rustup target add {WASM}` brings it"
    );
    command::set_up(paths, "setup: the Rust target wasm32-unknown-unknown", add, &sentence)
}

/// The toolchain of the fuzz targets: coverage is counted by an option that others do not take.
pub const NIGHTLY: &str = "nightly";

/// Adds the nightly toolchain if it is missing.
pub fn nightly(paths: &Paths) -> Result<()> {
    let mut version = Command::new("rustup");
    version.args(["run", NIGHTLY, "rustc", "--version"]);
    if command::output(version).is_some() {
        return Ok(());
    }
    let mut add = Command::new("rustup");
    add.args(["toolchain", "install", NIGHTLY, "--profile", "minimal"]).current_dir(paths.root());
    let sentence = "fuzzing needs Rust's nightly toolchain; with rustup (https://rustup.rs) and a network, \
                    `rustup toolchain install nightly` brings it";
    command::set_up(paths, "setup: the nightly toolchain", add, sentence)
}

/// Adds rustfmt and clippy to the toolchain if they are missing.
pub fn lint_components(paths: &Paths) -> Result<()> {
    for (subcommand, component) in [("fmt", "rustfmt"), ("clippy", "clippy")] {
        let mut version = Command::new("cargo");
        version.args([subcommand, "--version"]);
        if command::output(version).is_some() {
            continue;
        }
        let mut add = Command::new("rustup");
        add.args(["component", "add", component]).current_dir(paths.root());
        let sentence = format!("{component} is missing; `rustup component add {component}` brings it");
        command::set_up(paths, &format!("setup: {component}"), add, &sentence)?;
    }
    Ok(())
}

/// `rustc 1.95.0 (59807616e 2026-04-14)`
pub fn compiler_version() -> Result<String> {
    version_of("rustc".as_ref()).context("rustc is missing: install Rust from https://rustup.rs")
}

/// The program `binary` of `package` at `version`: from PATH, from `target/tools`,
/// or installed there now.
pub fn cargo_tool(paths: &Paths, package: &str, binary: &str, version: &str) -> Result<PathBuf> {
    let own = paths.tools().join("bin").join(format!("{binary}{}", std::env::consts::EXE_SUFFIX));
    let right = |path: &PathBuf| version_of(path).is_some_and(|line| says_version(&line, version));
    if let Some(found) = in_path(binary).into_iter().chain([own.clone()]).find(right) {
        return Ok(found);
    }
    install(paths, package, version, binary)?;
    if !right(&own) {
        bail!("{} was installed but is not version {version}", own.display());
    }
    Ok(own)
}

/// `cargo install`, with the lock file of the tool's author if every crate in it
/// can be had, otherwise with the newest that fit.
fn install(paths: &Paths, package: &str, version: &str, binary: &str) -> Result<()> {
    let label = format!("setup: {package} {version} from source, some minutes");
    let locked = install_command(paths, package, version, &["--locked"]);
    command::attempt(paths, &label, locked).or_else(|_| {
        let label = format!("{label} (again, without its lock file)");
        let newest = install_command(paths, package, version, &[]);
        let sentence = format!(
            "{binary} {version} is missing and could not be installed; with a network, \
             `cargo install {package}@{version}` brings it"
        );
        command::set_up(paths, &label, newest, &sentence)
    })
}

/// A tool is built to be ready soon, not to run fast: it works on one small file.
fn install_command(paths: &Paths, package: &str, version: &str, more: &[&str]) -> Command {
    let mut command = Command::new("cargo");
    command
        .args(["install", &format!("{package}@{version}"), "--force"])
        .arg("--root")
        .arg(paths.tools())
        .args(more)
        .current_dir(paths.root())
        .env("CARGO_TARGET_DIR", tool_builds(paths))
        .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1")
        .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
        .env("CARGO_PROFILE_RELEASE_LTO", "off")
        .env("CARGO_PROFILE_RELEASE_DEBUG", "false")
        .env_remove("RUSTFLAGS")
        .env_remove("CARGO_ENCODED_RUSTFLAGS");
    command
}

/// Where the tools are compiled: one folder, as they share many crates.
fn tool_builds(paths: &Paths) -> PathBuf {
    paths.tools().join("build")
}

/// Removes what compiling the tools left, half a gigabyte.
pub fn forget_tool_builds(paths: &Paths) -> Result<()> {
    files::remove_folder(&tool_builds(paths))
}

/// Checks that Cargo.lock has the wasm-bindgen whose command-line tool is used:
/// the two must be the same to the last digit.
pub fn same_wasm_bindgen(paths: &Paths, wanted: &str) -> Result<()> {
    let path = paths.root().join("Cargo.lock");
    let text = String::from_utf8(files::read(&path)?)?;
    let locked = locked_version(&text, "wasm-bindgen")?;
    if locked.as_deref() != Some(wanted) {
        bail!(
            "Cargo.lock has wasm-bindgen {} but wasm-pack.toml asks for the tool {wanted}: \
             make the two the same",
            locked.as_deref().unwrap_or("of no version"),
        );
    }
    Ok(())
}

/// The version of a crate in a Cargo.lock.
fn locked_version(lock: &str, name: &str) -> Result<Option<String>> {
    #[derive(serde::Deserialize)]
    struct Lock {
        package: Vec<Package>,
    }
    #[derive(serde::Deserialize)]
    struct Package {
        name: String,
        version: String,
    }
    let lock: Lock = toml::from_str(lock).context("Cargo.lock")?;
    Ok(lock.package.into_iter().find(|package| package.name == name).map(|found| found.version))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_a_crate_in_a_lock_file() {
        let lock = "version = 4\n[[package]]\nname = \"a\"\nversion = \"1.2.3\"\n";
        assert_eq!(locked_version(lock, "a").expect("parsed").as_deref(), Some("1.2.3"));
        assert_eq!(locked_version(lock, "b").expect("parsed"), None);
    }
}

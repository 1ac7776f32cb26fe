//! The Node side: Node itself (never installed), npm packages, wasm-opt.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Result, bail};
use serde_json::json;

use crate::config::NpmTool;
use crate::paths::Paths;
use crate::setup::{in_path, says_version, version_of};
use crate::stamp::{self, Inputs};
use crate::{command, files};

/// Checks that Node and npm are there and new enough; returns Node's version.
pub fn require(minimum: &str) -> Result<String> {
    let remedy = format!("install Node {minimum} or newer, with npm, from https://nodejs.org");
    let Some(found) = version_of("node".as_ref()) else {
        bail!("Node is missing: {remedy}");
    };
    if !at_least(&found, minimum) {
        bail!("Node {found} is too old: {remedy}");
    }
    let mut npm = npm();
    npm.arg("--version");
    if in_path("npm").is_none() && command::output(npm).is_none() {
        bail!("npm is missing: {remedy}");
    }
    Ok(found)
}

/// Whether a version is at least another, number by number: `v20.20.2`, `20.19.0`.
fn at_least(version: &str, minimum: &str) -> bool {
    let numbers = |text: &str| -> Vec<u32> {
        text.trim_start_matches('v').split('.').map_while(|part| part.parse().ok()).collect()
    };
    numbers(version) >= numbers(minimum)
}

/// npm, which is a script with another name on Windows.
pub fn npm() -> Command {
    Command::new(if cfg!(windows) { "npm.cmd" } else { "npm" })
}

/// `npm run <script>` in a folder.
pub fn npm_run(folder: &Path, script: &str) -> Command {
    let mut command = npm();
    command.args(["run", "--silent", script]).current_dir(folder);
    command
}

/// Installs the packages of the lock file in `folder`, once for each lock file.
pub fn packages(paths: &Paths, folder: &Path, name: &str, node: &str) -> Result<()> {
    let lock = folder.join("package-lock.json");
    let inputs = Inputs::new(paths).value(node).file(&folder.join("package.json"))?.file(&lock)?;
    // npm writes this one last: without it an installation is not whole.
    let installed = folder.join("node_modules").join(".package-lock.json");
    stamp::unless_done(paths, &format!("npm-{name}"), &inputs, &[installed], || {
        let mut install = npm();
        install
            .args(["ci", "--no-audit", "--no-fund", "--prefer-offline"])
            .env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")
            .current_dir(folder);
        let sentence =
            format!("the npm packages of {name} are missing and `npm ci` needs a network to bring them");
        command::set_up(paths, &format!("setup: the npm packages of {name}"), install, &sentence)
    })?;
    Ok(())
}

/// wasm-opt: a program, or the script of the npm package `binaryen`.
pub struct WasmOpt {
    program: PathBuf,
    script: Option<PathBuf>,
}

impl WasmOpt {
    pub fn command(&self) -> Command {
        let mut command = Command::new(&self.program);
        command.args(&self.script);
        command
    }
}

/// wasm-opt from PATH if it has the right version, otherwise from npm.
pub fn wasm_opt(paths: &Paths, tool: &NpmTool) -> Result<WasmOpt> {
    let major = tool.version.split('.').next().unwrap_or(&tool.version);
    if let Some(program) = in_path("wasm-opt")
        && version_of(&program).is_some_and(|line| says_version(&line, major))
    {
        return Ok(WasmOpt { program, script: None });
    }

    let folder = paths.tools().join("binaryen");
    let script = folder.join("node_modules").join("binaryen").join("bin").join("wasm-opt");
    let inputs = Inputs::new(paths).value(tool);
    stamp::unless_done(paths, "npm-binaryen", &inputs, std::slice::from_ref(&script), || {
        files::write(&folder.join("package.json"), binaryen_manifest(tool).to_string())?;
        files::write(&folder.join("package-lock.json"), binaryen_lock(tool).to_string())?;
        let mut install = npm();
        install.args(["ci", "--no-audit", "--no-fund", "--prefer-offline"]).current_dir(&folder);
        let label = format!("setup: wasm-opt, from the npm package binaryen {}", tool.version);
        let sentence = format!(
            "wasm-opt {major} is missing and npm could not bring it; with a network, try again, \
             or put wasm-opt of Binaryen {major} into PATH"
        );
        command::set_up(paths, &label, install, &sentence)
    })?;
    Ok(WasmOpt { program: "node".into(), script: Some(script) })
}

fn binaryen_manifest(tool: &NpmTool) -> serde_json::Value {
    json!({ "private": true, "dependencies": { "binaryen": tool.version } })
}

/// A lock file, so that npm checks the archive's hash.
fn binaryen_lock(tool: &NpmTool) -> serde_json::Value {
    json!({
        "lockfileVersion": 3,
        "requires": true,
        "packages": {
            "": { "dependencies": { "binaryen": tool.version } },
            "node_modules/binaryen": { "version": tool.version, "integrity": tool.integrity },
        },
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_compare_by_number() {
        assert!(at_least("v20.20.2", "20.19.0"));
        assert!(at_least("v22.0.0", "20.19.0"));
        assert!(!at_least("v20.9.0", "20.19.0"), "9 is less than 19");
        assert!(!at_least("v18.20.4", "20.19.0"));
    }

    #[test]
    fn the_lock_file_has_the_hash() {
        let tool = NpmTool { version: "132.0.0".into(), integrity: "sha512-x".into() };
        let lock = binaryen_lock(&tool);
        assert_eq!(lock["packages"]["node_modules/binaryen"]["integrity"], "sha512-x");
    }
}

//! Runs the benchmarks: the native ones, then those of the wasm build.

use std::process::Command;

use anyhow::{Result, ensure};

use crate::config::Config;
use crate::paths::Paths;
use crate::setup::node;
use crate::{files, site};

/// Builds, then measures. The results are what the tools print.
pub fn run(paths: &Paths, config: &Config) -> Result<()> {
    site::build_all(paths, config)?;
    let mut native = Command::new("cargo");
    native.args(["bench", "--package", "textlens"]).current_dir(paths.root());
    measure("the native benchmarks", native)?;
    if has_script(paths, "bench")? {
        let version = node::require(&config.tools.node.minimum)?;
        node::packages(paths, &paths.web_tests(), "tests/web", &version)?;
        let mut web = node::npm_run(&paths.web_tests(), "bench");
        web.env("TEXTLENS_ROOT", paths.root());
        measure("the benchmarks in Node", web)?;
    }
    Ok(())
}

/// Whether the web tests have an npm script of this name.
fn has_script(paths: &Paths, name: &str) -> Result<bool> {
    let manifest: serde_json::Value =
        serde_json::from_slice(&files::read(&paths.web_tests().join("package.json"))?)?;
    Ok(manifest["scripts"][name].is_string())
}

/// Runs a benchmark with its output in the terminal: that is what one wants to see.
fn measure(what: &str, mut command: Command) -> Result<()> {
    crate::progress::say(what);
    ensure!(command.status()?.success(), "{what} failed");
    Ok(())
}

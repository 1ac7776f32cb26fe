//! Runs the benchmarks: the native ones, then those of the wasm build, in Node and in a browser.

use std::env;
use std::path::{self, PathBuf};
use std::process::Command;

use anyhow::{Result, ensure};

use crate::config::Config;
use crate::paths::Paths;
use crate::setup::{browsers, node};
use crate::{command, lock, setup, site, wasm};

/// What to measure.
#[derive(clap::Args)]
pub struct Options {
    /// Texts to measure beside those that are made of the seed article.
    texts: Vec<PathBuf>,
    /// Only the wasm build, in Node and in Chromium.
    #[arg(long)]
    web: bool,
}

/// Builds what is measured, then measures. The results are what the tools print.
pub fn run(paths: &Paths, config: &Config, options: &Options) -> Result<()> {
    site::build_all(paths, config)?;
    let chromium = {
        let _lock = lock::hold(paths)?;
        let tools = setup::for_build(paths, config)?;
        wasm::build_with_stages(paths, config, &tools)?;
        let version = node::require(&config.tools.node.minimum)?;
        node::packages(paths, &paths.web_tests(), "tests/web", &version)?;
        browsers::chromium(paths)?
    };
    let texts = options.texts.iter().map(path::absolute).collect::<Result<Vec<_>, _>>()?;
    if !options.web {
        let mut native = Command::new("cargo");
        native.args(["bench", "--package", "textlens"]).current_dir(paths.root());
        native.env("TEXTLENS_BENCH_TEXTS", env::join_paths(&texts)?);
        measure("the native benchmarks", native)?;
    }
    let mut web = node::npm_run(&paths.web_tests(), "bench");
    web.arg("--")
        .args(&texts)
        .env("TEXTLENS_ROOT", paths.root())
        .env("TEXTLENS_CHROMIUM", chromium)
        .env("TEXTLENS_YAKE", yake(paths)?);
    measure("the benchmarks in Node and in Chromium", web)
}

/// The program that times yake-rust, built if it is out of date.
fn yake(paths: &Paths) -> Result<PathBuf> {
    let target = paths.target().join("yake-rust");
    let mut build = Command::new("cargo");
    build
        .args(["build", "--release", "--locked", "--manifest-path", "benches/yake-rust/Cargo.toml"])
        .arg("--target-dir")
        .arg(&target)
        .current_dir(paths.root());
    command::run(paths, "bench: yake-rust", build)?;
    Ok(target.join("release").join(format!("yake-row{}", std::env::consts::EXE_SUFFIX)))
}

/// Runs a benchmark with its output in the terminal: that is what one wants to see.
fn measure(what: &str, mut command: Command) -> Result<()> {
    crate::progress::say(what);
    ensure!(command.status()?.success(), "{what} failed");
    Ok(())
}

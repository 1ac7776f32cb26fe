//! The whole build, and the site as its last step but one.

use anyhow::Result;

use crate::config::{Config, WasmTarget};
use crate::paths::Paths;
use crate::setup::node::npm_run;
use crate::stamp::{self, Inputs};
use crate::{command, lock, npm_package, packs, progress, setup, wasm};

/// Builds everything that is out of date: wasm packages, language packs, site, npm
/// package.
pub fn build_all(paths: &Paths, config: &Config) -> Result<()> {
    let _lock = lock::hold(paths)?;
    let tools = setup::for_build(paths, config)?;
    packs::build(paths, config)?;
    wasm::build(paths, config, &tools)?;
    build(paths, &tools.versions)?;
    npm_package::build(paths, config)?;
    progress::say("built: www/dist is up to date");
    Ok(())
}

/// Builds `www/dist` (and `www/dist-lib`) from the sources, the wasm and the packs.
fn build(paths: &Paths, versions: &[String]) -> Result<()> {
    let inputs = Inputs::new(paths)
        .value(versions)
        .folder(&paths.www(), &["node_modules", "dist", "dist-lib"])?
        .folder(&paths.seeds(), &[])?
        .file(&paths.root().join("src/lexicon/SOURCES.md"))?
        .folder(&paths.wasm(WasmTarget::Web), &[])?
        .folder(&paths.packs(), &[])?;
    let outputs = [paths.dist(), paths.element_library()];
    stamp::unless_done(paths, "site", &inputs, &outputs, || {
        command::run(paths, "site: Vite", npm_run(&paths.www(), "build"))
    })?;
    Ok(())
}

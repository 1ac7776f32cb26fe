//! Sets up what a task needs and is not there yet, into `target/tools` where it
//! can. What is there already is left alone, without asking the network.

pub mod browsers;
pub mod node;
pub mod rust;

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::command;
use crate::config::Config;
use crate::paths::Paths;

/// The tools that build textlens.
pub struct Tools {
    pub wasm_pack: PathBuf,
    /// Found by wasm-pack in PATH: see [`Tools::path`].
    wasm_bindgen: PathBuf,
    pub wasm_opt: node::WasmOpt,
    /// Version of rustc, Node and the rest, for the stamps.
    pub versions: Vec<String>,
}

impl Tools {
    /// PATH with the folder of wasm-bindgen in front.
    pub fn path(&self) -> Result<OsString> {
        let folder = self.wasm_bindgen.parent().unwrap_or(Path::new("."));
        let old = std::env::var_os("PATH").unwrap_or_default();
        let all = std::iter::once(folder.to_path_buf()).chain(std::env::split_paths(&old));
        std::env::join_paths(all).context("PATH has a folder with a separator in its name")
    }
}

/// Everything that `build` needs: Node first, because xtask cannot install it.
pub fn for_build(paths: &Paths, config: &Config) -> Result<Tools> {
    let node = node::require(&config.tools.node.minimum)?;
    rust::wasm_target(paths)?;
    rust::same_wasm_bindgen(paths, &config.tools.wasm_bindgen)?;
    let wasm_bindgen =
        rust::cargo_tool(paths, "wasm-bindgen-cli", "wasm-bindgen", &config.tools.wasm_bindgen)?;
    let wasm_pack = rust::cargo_tool(paths, "wasm-pack", "wasm-pack", &config.tools.wasm_pack)?;
    rust::forget_tool_builds(paths)?;
    let wasm_opt = node::wasm_opt(paths, &config.tools.binaryen)?;
    node::packages(paths, &paths.www(), "www", &node)?;
    let versions = vec![rust::compiler_version()?, node, format!("{:?}", config.tools)];
    Ok(Tools { wasm_pack, wasm_bindgen, wasm_opt, versions })
}

/// The program `name` in PATH.
pub fn in_path(name: &str) -> Option<PathBuf> {
    let file = format!("{name}{}", std::env::consts::EXE_SUFFIX);
    std::env::split_paths(&std::env::var_os("PATH")?)
        .map(|folder| folder.join(&file))
        .find(|path| path.is_file())
}

/// What `program --version` says.
fn version_of(program: &Path) -> Option<String> {
    let mut command = Command::new(program);
    command.arg("--version");
    command::output(command)
}

/// Whether the words of `line` have `version` among them: `wasm-pack 0.15.1`.
fn says_version(line: &str, version: &str) -> bool {
    line.split_whitespace().any(|word| word == version)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_is_a_whole_word() {
        assert!(says_version("wasm-pack 0.15.1", "0.15.1"));
        assert!(says_version("wasm-opt version 132 (version_132)", "132"));
        assert!(!says_version("wasm-pack 0.15.10", "0.15.1"));
    }
}

//! The native program, and the language packs that it writes.

use std::process::Command;

use anyhow::{Result, ensure};

use crate::config::Config;
use crate::paths::Paths;
use crate::stamp::{self, Inputs};
use crate::{command, files};

/// Builds the command-line program; Cargo knows whether there is anything to do.
pub fn native_binary(paths: &Paths) -> Result<()> {
    let mut build = Command::new("cargo");
    build
        .args(["build", "--release", "--locked", "--package", "textlens", "--bin", "textlens"])
        .arg("--target-dir")
        .arg(paths.target())
        .current_dir(paths.root());
    command::run(paths, "native: the command-line program", build)
}

/// Writes the packs into `target/packs`, and checks that they are the ones that
/// wasm-pack.toml names.
pub fn build(paths: &Paths, config: &Config) -> Result<()> {
    native_binary(paths)?;
    let folder = paths.packs();
    let inputs = Inputs::new(paths).value(&config.languages).file(&paths.native_binary())?;
    stamp::unless_done(paths, "packs", &inputs, std::slice::from_ref(&folder), || {
        files::remove_folder(&folder)?;
        let mut write = Command::new(paths.native_binary());
        write.args(["packs", "--out"]).arg(&folder);
        command::run(paths, "packs: the language packs", write)?;

        let mut expected = config.pack_files();
        expected.sort();
        let written: Vec<_> =
            files::list(&folder, &[])?.iter().map(|path| files::with_slashes(path)).collect();
        ensure!(
            written == expected,
            "wasm-pack.toml names the packs {expected:?}, but `textlens packs` wrote {written:?}"
        );
        Ok(())
    })?;
    Ok(())
}

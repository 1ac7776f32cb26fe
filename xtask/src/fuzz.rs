//! `cargo xtask fuzz`: looks for bytes that textlens cannot bear, by libFuzzer.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result};
use clap::ValueEnum;

use crate::config::Config;
use crate::paths::Paths;
use crate::setup::rust;
use crate::{lock, progress};

/// What to look at, and for how long.
#[derive(clap::Args)]
pub struct Options {
    /// One target; without it each in turn.
    #[arg(value_enum)]
    target: Option<Target>,
    /// How long to look at each.
    #[arg(long, value_name = "N", default_value_t = 60)]
    seconds: u32,
}

/// What is given any bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Target {
    /// a whole report of a text
    Report,
    /// loading a language pack, real ones edited among them, and using it
    Packs,
    /// queries of a text
    Queries,
    /// the caller's own names and options
    Options,
}

/// Bytes of an input at most: edits of a pack and queries are short, and what grows with a text shows in short ones.
const LONGEST: usize = 1_000;

/// Builds the targets and runs them, with their output in the terminal.
///
/// # Errors
/// When a target panics, takes 20 seconds or 2 GB for one input: the message says where the input lies.
pub fn run(paths: &Paths, config: &Config, options: &Options) -> Result<()> {
    let cargo_fuzz = {
        let _lock = lock::hold(paths)?;
        rust::nightly(paths)?;
        let tool = rust::cargo_tool(paths, "cargo-fuzz", "cargo-fuzz", &config.tools.cargo_fuzz)?;
        rust::forget_tool_builds(paths)?;
        tool
    };
    let chosen = |target: &&Target| options.target.is_none_or(|wanted| wanted == **target);
    for target in Target::value_variants().iter().filter(chosen) {
        let value = target.to_possible_value().context("every target has a name")?;
        let name = value.get_name();
        let folder = |kind: &str| paths.target().join("fuzz").join(kind).join(name);
        let (corpus, found) = (folder("corpus"), folder("found"));
        fs::create_dir_all(&corpus)?;
        fs::create_dir_all(&found)?;
        let seeds = paths.fuzz().join("seeds").join(name);
        let mut fuzz = Command::new(&cargo_fuzz);
        fuzz.arg("run")
            .arg("--fuzz-dir")
            .arg(paths.fuzz())
            .arg("--target-dir")
            .arg(paths.target().join("fuzz").join("build"))
            // The core has no unsafe code for a sanitizer to watch, and is as fast again without one.
            .args(["--sanitizer", "none", "--no-trace-compares", name])
            .args([&corpus, &seeds])
            .arg("--")
            .arg(format!("-max_total_time={}", options.seconds))
            .arg(format!("-max_len={LONGEST}"))
            .args(["-timeout=20", "-rss_limit_mb=2048", "-print_final_stats=1"])
            .arg(format!("-dict={}", dictionary(paths, name).display()))
            .arg(format!("-artifact_prefix={}/", found.display()))
            .current_dir(paths.root())
            .env("RUSTUP_TOOLCHAIN", rust::NIGHTLY)
            // Those of the toolchain that runs xtask.
            .env_remove("CARGO")
            .env_remove("RUSTC");
        progress::say(&format!("fuzzing: {name}, {} s", options.seconds));
        anyhow::ensure!(
            fuzz.status()?.success(),
            "the fuzz target '{name}' failed: the input lies in {}; mend it, and put the input into {}",
            found.display(),
            seeds.display()
        );
    }
    Ok(())
}

/// The pieces of which a target's inputs are made.
fn dictionary(paths: &Paths, target: &str) -> PathBuf {
    paths.fuzz().join("dictionaries").join(format!("{target}.txt"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files;

    #[test]
    fn every_target_has_its_program_its_seeds_and_its_dictionary() {
        let paths = Paths::find();
        let manifest = String::from_utf8(files::read(&paths.fuzz().join("Cargo.toml")).expect("there"));
        let manifest = manifest.expect("text");
        let programs = manifest.matches("[[bin]]").count();
        assert_eq!(programs, Target::value_variants().len());
        for target in Target::value_variants() {
            let value = target.to_possible_value().expect("named");
            assert!(manifest.contains(&format!("path = \"targets/{}.rs\"", value.get_name())));
            assert!(paths.fuzz().join("seeds").join(value.get_name()).is_dir());
            assert!(dictionary(&paths, value.get_name()).is_file());
        }
    }
}

//! `cargo xtask`: sets up, builds, shows, tests and measures textlens.

mod bench;
mod bootstrap;
mod command;
mod config;
mod demo;
mod files;
mod fuzz;
mod languages;
mod lock;
mod ner;
mod npm_package;
mod packs;
mod paths;
mod progress;
mod random;
mod serve;
mod setup;
mod site;
mod size;
mod stamp;
mod summary;
mod test;
mod train;
mod wasm;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::config::Config;
use crate::paths::Paths;

/// Builds, shows, tests and measures textlens. Each command first sets up what it needs.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Arguments {
    #[command(subcommand)]
    task: Task,
    /// Show everything the tools print, not just what failed.
    #[arg(long, short, global = true)]
    verbose: bool,
}

#[derive(Subcommand)]
enum Task {
    /// Builds the page and serves it on this machine.
    Demo {
        /// The port to listen on; when it is in use, the next free one.
        #[arg(long, default_value_t = 8080)]
        port: u16,
        /// Open the page in the browser.
        #[arg(long)]
        open: bool,
    },
    /// Builds the wasm packages, the language packs, the site and the npm package.
    Build,
    /// Runs every check, in order, until one fails.
    Test {
        /// Run only this step, and what it needs to be built. May be repeated.
        #[arg(long, value_enum, value_name = "STEP")]
        only: Vec<test::Step>,
    },
    /// Shows what each shipped file weighs; fails when a budget is exceeded.
    Size,
    /// Runs the benchmarks: each stage, natively and in wasm, and other libraries beside it.
    Bench(bench::Options),
    /// Looks for inputs that textlens cannot bear, from the seeds in `tests/fuzz` on.
    Fuzz(fuzz::Options),
    /// Trains what the packs hold of learned models.
    Train {
        #[command(subcommand)]
        model: train::Model,
    },
    /// Measures against texts whose answers are known.
    Evaluate {
        #[command(subcommand)]
        what: Evaluation,
    },
}

#[derive(Subcommand)]
enum Evaluation {
    /// Entities by exact span and type.
    Ner(ner::EvaluateOptions),
    /// Languages of short texts, beside the crate whatlang.
    Languages(languages::Options),
    /// Summaries of 30 open articles by ROUGE-1, beside their first sentences.
    Summary(summary::Measured),
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    progress::start(arguments.verbose);
    match run(arguments.task) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(task: Task) -> anyhow::Result<()> {
    let paths = Paths::find();
    let config = Config::read(&paths.config())?;
    match task {
        Task::Demo { port, open } => demo::run(&paths, &config, port, open),
        Task::Build => site::build_all(&paths, &config),
        Task::Test { only } => test::run(&paths, &config, &only),
        Task::Size => size::run(&paths, &config),
        Task::Bench(options) => bench::run(&paths, &config, &options),
        Task::Fuzz(options) => fuzz::run(&paths, &config, &options),
        Task::Train { .. } | Task::Evaluate { .. } if cfg!(debug_assertions) => optimised(&paths),
        Task::Train { model } => train::run(&paths, &model),
        Task::Evaluate { what: Evaluation::Ner(options) } => {
            ner::evaluate(&options, &paths.root().join("xtask/tools"))
        }
        Task::Evaluate { what: Evaluation::Languages(options) } => {
            languages::run(&options, &paths.root().join("src/language/model.bin"))
        }
        Task::Evaluate { what: Evaluation::Summary(options) } => summary::evaluate(paths.root(), &options),
    }
}

/// Runs this very command in an optimised build: it computes for minutes there, for hours here.
fn optimised(paths: &Paths) -> anyhow::Result<()> {
    let status = std::process::Command::new("cargo")
        .args(["run", "--release", "--package", "xtask", "--target-dir"])
        .arg(paths.target())
        .arg("--manifest-path")
        .arg(paths.root().join("Cargo.toml"))
        .arg("--")
        .args(std::env::args_os().skip(1))
        .status()?;
    anyhow::ensure!(status.success(), "the optimised build failed, as it says above");
    Ok(())
}

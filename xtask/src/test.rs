//! `cargo xtask test`: every check, in order, until one fails.

use std::path::Path;
use std::process::Command;
use std::time::Instant;

use anyhow::{Context, Result};
use clap::ValueEnum;

use crate::config::Config;
use crate::paths::Paths;
use crate::serve::Server;
use crate::setup::browsers::{self, Browsers};
use crate::setup::{node, rust};
use crate::{command, lock, progress, setup, site, size};

/// One check.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Step {
    /// rustfmt
    Fmt,
    /// clippy on the native build, warnings as errors
    Clippy,
    /// clippy on the wasm build, warnings as errors
    ClippyWasm,
    /// Rust tests, doc tests among them
    Rust,
    /// wasm, packs, site and npm package are built
    Build,
    /// Rust tests that need JavaScript, in Node
    RustWasm,
    /// size budgets
    Size,
    /// TypeScript check of the page
    WwwCheck,
    /// lint of the page
    WwwLint,
    /// unit tests of the page
    WwwTest,
    /// TypeScript check of the tests
    WebCheck,
    /// tests in Node and in the browsers
    WebTest,
}

impl Step {
    /// As `--only` takes it.
    fn name(self) -> String {
        self.to_possible_value().map(|value| value.get_name().to_owned()).unwrap_or_default()
    }

    /// Whether the step looks at what the build makes.
    fn needs_build(self) -> bool {
        !matches!(self, Self::Fmt | Self::Clippy | Self::ClippyWasm | Self::Rust)
    }

    /// Whether the step runs in `tests/web`.
    fn in_web_tests(self) -> bool {
        matches!(self, Self::WebCheck | Self::WebTest)
    }
}

/// Runs the steps of `only`, or all of them.
///
/// # Errors
/// For the first step that fails: its name, and how to run it alone.
pub fn run(paths: &Paths, config: &Config, only: &[Step]) -> Result<()> {
    let wanted = |step: &Step| only.is_empty() || only.contains(step);
    let steps: Vec<Step> = Step::value_variants().iter().copied().filter(wanted).collect();

    let browsers = set_up(paths, config, &steps)?;

    let mut built = false;
    for &step in &steps {
        let start = Instant::now();
        if step.needs_build() && !built {
            site::build_all(paths, config)?;
            built = true;
        }
        perform(paths, config, step, browsers.as_ref()).with_context(|| {
            let name = step.name();
            format!("the step '{name}' failed (`cargo xtask test --only {name}` runs it alone)")
        })?;
        progress::say(&format!("passed: {} in {:.1} s", step.name(), start.elapsed().as_secs_f64()));
    }
    progress::say("all passed");
    Ok(())
}

/// Sets up what the steps need beside what the build does: what cannot be had is said
/// before anything is built. Returns the browsers when a step drives them.
fn set_up(paths: &Paths, config: &Config, steps: &[Step]) -> Result<Option<Browsers>> {
    let _lock = lock::hold(paths)?;
    rust::lint_components(paths)?;
    rust::wasm_target(paths)?;
    let node = node::require(&config.tools.node.minimum)?;
    if steps.iter().any(|step| step.in_web_tests()) {
        node::packages(paths, &paths.web_tests(), "tests/web", &node)?;
    }
    steps.contains(&Step::WebTest).then(|| browsers::require(paths)).transpose()
}

fn perform(paths: &Paths, config: &Config, step: Step, browsers: Option<&Browsers>) -> Result<()> {
    let cargo = |arguments: &str| {
        let mut command = Command::new("cargo");
        command.args(arguments.split_whitespace()).current_dir(paths.root());
        command::run(paths, &format!("test: {}: cargo {arguments}", step.name()), command)
    };
    let npm = |folder, script| {
        let label = format!("test: {}: npm run {script}", step.name());
        command::run(paths, &label, node::npm_run(folder, script))
    };
    let (www, web) = (paths.www(), paths.web_tests());
    match step {
        Step::Fmt => {
            cargo("fmt --all --check")?;
            cargo("fmt --manifest-path tests/fuzz/Cargo.toml --check")?;
            cargo("fmt --manifest-path benches/yake-rust/Cargo.toml --check")
        }
        Step::Clippy => cargo("clippy --locked --workspace --all-targets --all-features -- -D warnings"),
        Step::ClippyWasm => cargo(&format!(
            "clippy --locked --package textlens --lib --no-default-features \
             --features report,explore,regex,stages --target {} -- -D warnings",
            rust::WASM
        )),
        Step::Rust => cargo("test --locked --workspace --all-features"),
        Step::Build => Ok(()), // done by run(), for this step as for the later ones
        Step::RustWasm => rust_wasm(paths, config),
        Step::Size => size::check(paths, config),
        Step::WwwCheck => npm(&www, "check"),
        Step::WwwLint => npm(&www, "lint"),
        Step::WwwTest => npm(&www, "test"),
        Step::WebCheck => npm(&web, "check"),
        Step::WebTest => browsers.map_or(Ok(()), |browsers| web_tests(paths, browsers)),
    }
}

/// The unit tests of `src/wasm/`, run by the runner that comes with wasm-bindgen.
fn rust_wasm(paths: &Paths, config: &Config) -> Result<()> {
    let tools = setup::for_build(paths, config)?;
    let mut tests = Command::new("cargo");
    tests
        .args(["test", "--locked", "--package", "textlens", "--lib", "--no-default-features"])
        .args(["--features", "english,report,explore,regex", "--target", rust::WASM])
        .current_dir(paths.root())
        .env("PATH", tools.path()?)
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", "wasm-bindgen-test-runner")
        .env("CARGO_TARGET_DIR", paths.wasm_cargo_target());
    command::run(paths, "test: rust-wasm: cargo test in Node", tests)
}

/// The tests in Node and the browsers, against the server that `demo` runs too.
fn web_tests(paths: &Paths, browsers: &Browsers) -> Result<()> {
    let server = Server::start(&paths.dist(), 0)?;
    let mut tests = node::npm_run(&paths.web_tests(), "test");
    tests
        .env("TEXTLENS_ROOT", paths.root())
        .env("TEXTLENS_BIN", paths.native_binary())
        .env("TEXTLENS_URL", server.url())
        .env("TEXTLENS_CHROMIUM", &browsers.chromium)
        .env("TEXTLENS_FIREFOX", &browsers.firefox)
        .env("TEXTLENS_WEBKIT", browsers.webkit_driver.as_deref().unwrap_or(Path::new("")));
    command::run(paths, "test: web-test: npm run test", tests)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_step_has_a_name_that_is_taken_back() {
        for &step in Step::value_variants() {
            assert_eq!(Step::from_str(&step.name(), false), Ok(step));
        }
    }

    #[test]
    fn the_quick_checks_come_before_the_build() {
        let order: Vec<bool> = Step::value_variants().iter().map(|step| step.needs_build()).collect();
        assert!(order.is_sorted(), "{order:?}");
    }
}

//! Runs a tool: its output goes to a log in `target/logs`, and to the terminal
//! only when it fails (or with `--verbose`).

use std::fs::{self, File};
use std::path::PathBuf;
use std::process::{Command, ExitStatus, Stdio};
use std::sync::mpsc;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, anyhow, bail};

use crate::paths::Paths;
use crate::progress;

/// Runs `command` under the name `label`, with progress lines.
///
/// # Errors
/// When the tool cannot be started or fails; its output has been printed by then.
pub fn run(paths: &Paths, label: &str, command: Command) -> Result<()> {
    let result = attempt(paths, label, command);
    if result.is_err() && !progress::verbose() {
        eprintln!("{}", fs::read_to_string(log(paths, label)).unwrap_or_default().trim_end());
    }
    result
}

/// Like [`run`], for what may fail because there is another way: its output stays
/// in the log.
pub fn attempt(paths: &Paths, label: &str, mut command: Command) -> Result<()> {
    let program = command.get_program().to_string_lossy().into_owned();
    progress::say(label);
    if progress::verbose() {
        let status = command.status().with_context(|| format!("cannot start {program}"))?;
        return succeeded(label, status);
    }

    let log = log(paths, label);
    fs::create_dir_all(paths.logs())?;
    let output = File::create(&log).with_context(|| format!("cannot write {}", log.display()))?;
    command.stdin(Stdio::null()).stdout(output.try_clone()?).stderr(output);
    let child = command.spawn().with_context(|| format!("cannot start {program}"))?;
    succeeded(label, wait(label, child)?)
}

fn log(paths: &Paths, label: &str) -> PathBuf {
    paths.logs().join(format!("{}.log", file_name(label)))
}

/// Runs a command of the set-up. When it fails, the error is `sentence` alone, which
/// says what is missing and how to get it; the cause stands above it.
pub fn set_up(paths: &Paths, label: &str, command: Command, sentence: &str) -> Result<()> {
    run(paths, label, command).map_err(|cause| {
        progress::say(&format!("{cause:#}"));
        anyhow!("{sentence}")
    })
}

/// Runs `command` and returns what it wrote to standard output, trimmed;
/// `None` when it cannot be started or fails.
pub fn output(mut command: Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// Waits for the child, showing each second that it is still at work.
fn wait(label: &str, mut child: std::process::Child) -> Result<ExitStatus> {
    let start = Instant::now();
    let (sender, receiver) = mpsc::channel();
    std::thread::spawn(move || sender.send(child.wait()));
    loop {
        match receiver.recv_timeout(Duration::from_secs(1)) {
            Ok(status) => {
                progress::clear_line();
                return Ok(status?);
            }
            Err(mpsc::RecvTimeoutError::Timeout) => progress::still(label, start),
            Err(mpsc::RecvTimeoutError::Disconnected) => bail!("{label}: lost sight of it"),
        }
    }
}

fn succeeded(label: &str, status: ExitStatus) -> Result<()> {
    if !status.success() {
        bail!("{label}: failed ({status})");
    }
    Ok(())
}

/// The label as a file name: letters and digits, the rest as dashes.
fn file_name(label: &str) -> String {
    let parts: Vec<String> = label
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|part| !part.is_empty())
        .map(str::to_ascii_lowercase)
        .collect();
    parts.join("-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_becomes_a_file_name() {
        assert_eq!(file_name("wasm: the nodejs package"), "wasm-the-nodejs-package");
    }

    #[test]
    fn a_program_that_is_not_there_gives_nothing() {
        assert_eq!(output(Command::new("textlens-no-such-program")), None);
    }
}

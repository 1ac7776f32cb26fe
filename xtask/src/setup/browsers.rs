//! The browsers that the tests drive: Chromium (or a relative) and Firefox.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::paths::Paths;
use crate::setup::in_path;
use crate::{command, files, progress};

/// The executables.
pub struct Browsers {
    pub chromium: PathBuf,
    pub firefox: PathBuf,
}

/// One of the two, and where it may be.
struct Browser {
    name: &'static str,
    /// Names a path to the executable.
    variable: &'static str,
    programs: &'static [&'static str],
    /// Full paths on macOS, paths below the program folders on Windows.
    places: &'static [&'static str],
    debian_package: &'static str,
    /// How Playwright calls it, and the executable's names below its folder.
    playwright: (&'static str, &'static [&'static str]),
}

const CHROMIUM: Browser = Browser {
    name: "Chromium",
    variable: "TEXTLENS_CHROMIUM",
    programs: &[
        "chromium",
        "chromium-browser",
        "google-chrome",
        "google-chrome-stable",
        "chrome",
        "microsoft-edge",
    ],
    places: &[
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
        "Google/Chrome/Application/chrome.exe",
        "Chromium/Application/chrome.exe",
        "Microsoft/Edge/Application/msedge.exe",
    ],
    debian_package: "chromium",
    playwright: ("chromium", &["chrome", "chrome.exe", "Chromium", "Google Chrome for Testing"]),
};

const FIREFOX: Browser = Browser {
    name: "Firefox",
    variable: "TEXTLENS_FIREFOX",
    programs: &["firefox", "firefox-esr"],
    places: &["/Applications/Firefox.app/Contents/MacOS/firefox", "Mozilla Firefox/firefox.exe"],
    debian_package: "firefox-esr",
    playwright: ("firefox", &["firefox", "firefox.exe"]),
};

/// Finds both browsers, installing what is missing where that is possible.
///
/// # Errors
/// One sentence with the remedy for the first that cannot be had.
pub fn require(paths: &Paths) -> Result<Browsers> {
    let missing: Vec<_> =
        [&CHROMIUM, &FIREFOX].into_iter().filter(|browser| find(paths, browser).is_none()).collect();
    if !missing.is_empty() && debian_as_root() {
        install_debian_packages(paths, &missing);
    }
    Ok(Browsers { chromium: one(paths, &CHROMIUM)?, firefox: one(paths, &FIREFOX)? })
}

fn one(paths: &Paths, browser: &Browser) -> Result<PathBuf> {
    if let Some(path) = std::env::var_os(browser.variable).map(PathBuf::from) {
        if !path.is_file() {
            bail!("{} names {}, which is no file", browser.variable, path.display());
        }
        return Ok(path);
    }
    if let Some(path) = find(paths, browser) {
        return Ok(path);
    }
    let sentence = format!(
        "{} is missing and could not be installed: install it, or set {} to its executable",
        browser.name, browser.variable
    );
    download(paths, browser, &sentence)?;
    find(paths, browser).with_context(|| sentence)
}

/// Where the browser is: named by its variable, in PATH, in its usual place, or
/// downloaded before.
fn find(paths: &Paths, browser: &Browser) -> Option<PathBuf> {
    if let Some(path) = std::env::var_os(browser.variable) {
        return Some(path.into());
    }
    let in_path = browser.programs.iter().filter_map(|name| in_path(name)).find(|path| starts(path));
    in_path.or_else(|| usual_place(browser)).or_else(|| downloaded(paths, browser))
}

/// Whether a program found in PATH is the browser: some systems put a script there
/// that only says how to install it.
fn starts(program: &Path) -> bool {
    if cfg!(windows) {
        return true; // `--version` would open a window
    }
    let mut command = Command::new(program);
    command.arg("--version");
    command::output(command).is_some()
}

fn usual_place(browser: &Browser) -> Option<PathBuf> {
    let program_folders: Vec<PathBuf> = ["ProgramFiles", "ProgramFiles(x86)", "LocalAppData"]
        .iter()
        .filter_map(std::env::var_os)
        .map(PathBuf::from)
        .collect();
    browser
        .places
        .iter()
        .flat_map(|place| {
            // An absolute place stays what it is when joined.
            program_folders
                .iter()
                .map(|folder| folder.join(place))
                .chain(place.starts_with('/').then(|| PathBuf::from(place)))
                .collect::<Vec<_>>()
        })
        .find(|path| path.is_file())
}

/// Whether apt can be used here without asking anybody. Ubuntu is left out: its
/// packages of these names are empty shells around snaps.
fn debian_as_root() -> bool {
    let debian = std::fs::read_to_string("/etc/os-release")
        .is_ok_and(|text| text.lines().any(|line| line == "ID=debian"));
    let mut user = Command::new("id");
    user.arg("-u");
    debian && command::output(user).as_deref() == Some("0")
}

/// Installs Debian's packages. A failure is told and left to the next way.
fn install_debian_packages(paths: &Paths, browsers: &[&Browser]) {
    let apt = |arguments: &[&str]| {
        let mut command = Command::new("apt-get");
        command.args(arguments).env("DEBIAN_FRONTEND", "noninteractive");
        command
    };
    let packages: Vec<_> = browsers.iter().map(|browser| browser.debian_package).collect();
    let label = format!("setup: {} from Debian", packages.join(" and "));
    let install = [&["install", "-y", "--no-install-recommends"], packages.as_slice()].concat();
    let done = command::run(paths, "setup: the list of Debian's packages", apt(&["update", "-q"]))
        .and_then(|()| command::run(paths, &label, apt(&install)));
    if let Err(error) = done {
        progress::say(&format!("{error:#}; trying Playwright's own browsers"));
    }
}

/// Where Playwright puts what it downloads.
fn playwright_folder(paths: &Paths) -> PathBuf {
    paths.tools().join("browsers")
}

/// Lets the Playwright of `tests/web` download the browser into `target/tools`.
fn download(paths: &Paths, browser: &Browser, sentence: &str) -> Result<()> {
    let tool = paths.web_tests().join("node_modules").join("playwright-core").join("cli.js");
    let mut install = Command::new("node");
    install
        .arg(tool)
        .args(["install", browser.playwright.0])
        .env("PLAYWRIGHT_BROWSERS_PATH", playwright_folder(paths))
        .current_dir(paths.root());
    let label = format!("setup: {} by Playwright", browser.name);
    command::set_up(paths, &label, install, sentence)
}

/// The executable that Playwright downloaded: `chromium-1187/chrome-linux/chrome`.
fn downloaded(paths: &Paths, browser: &Browser) -> Option<PathBuf> {
    let folder = playwright_folder(paths);
    let (family, names) = browser.playwright;
    let found = files::list(&folder, &[]).ok()?;
    found.into_iter().find_map(|path| {
        let family_folder = path.iter().next()?.to_string_lossy().into_owned();
        let name = path.file_name()?.to_string_lossy().into_owned();
        let ours = family_folder.strip_prefix(family)?.starts_with('-');
        (ours && names.contains(&name.as_str())).then(|| folder.join(&path))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files::Scratch;

    #[test]
    fn finds_what_playwright_downloaded() {
        let scratch = Scratch::new("browsers");
        let paths = Paths::below(&scratch.0);
        assert_eq!(downloaded(&paths, &CHROMIUM), None);
        let folder = playwright_folder(&paths);
        let chrome = folder.join("chromium-1187").join("chrome-linux").join("chrome");
        files::write(&folder.join("chromium_headless_shell-1187").join("chrome"), "").expect("written");
        files::write(&chrome, "").expect("written");
        assert_eq!(downloaded(&paths, &CHROMIUM), Some(chrome));
    }
}

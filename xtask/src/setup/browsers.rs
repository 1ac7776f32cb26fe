//! The browsers that the tests drive: Chromium (or a relative), Firefox, and WebKitGTK where
//! it can be had.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::paths::Paths;
use crate::setup::{in_path, node};
use crate::{command, files, progress};

/// The executables.
pub struct Browsers {
    pub chromium: PathBuf,
    pub firefox: PathBuf,
    /// The driver of WebKitGTK, which needs a display in memory beside it.
    pub webkit_driver: Option<PathBuf>,
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
    /// Its name for `@puppeteer/browsers`, which brings the makers' own builds.
    download: &'static str,
    /// What the executable is called in them on Linux, macOS and Windows.
    downloaded: &'static [&'static str],
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
    download: "chrome",
    downloaded: &["chrome", "Google Chrome for Testing", "chrome.exe"],
};

const FIREFOX: Browser = Browser {
    name: "Firefox",
    variable: "TEXTLENS_FIREFOX",
    programs: &["firefox", "firefox-esr"],
    places: &["/Applications/Firefox.app/Contents/MacOS/firefox", "Mozilla Firefox/firefox.exe"],
    debian_package: "firefox-esr",
    download: "firefox",
    downloaded: &["firefox", "firefox.exe"],
};

/// What drives WebKit, and the display it is shown on. Only Linux has them.
const WEBKIT: [&str; 2] = ["WebKitWebDriver", "Xvfb"];
const WEBKIT_DEBIAN_PACKAGES: [&str; 2] = ["webkit2gtk-driver", "xvfb"];

/// Finds the browsers, installing what is missing where that is possible. The tests do
/// without WebKit where it is missing, and that is told.
///
/// # Errors
/// One sentence with the remedy for the first of the others that cannot be had.
pub fn require(paths: &Paths) -> Result<Browsers> {
    let webkit: &[_] = if webkit_driver().is_none() { &WEBKIT_DEBIAN_PACKAGES } else { &[] };
    install(paths, &[&CHROMIUM, &FIREFOX], webkit);
    let webkit_driver = webkit_driver();
    if webkit_driver.is_none() {
        let programs = WEBKIT.join(" and ");
        progress::say(&format!("WebKit is left out: {programs} are not both in PATH"));
    }
    Ok(Browsers { chromium: one(paths, &CHROMIUM)?, firefox: one(paths, &FIREFOX)?, webkit_driver })
}

/// Finds Chromium alone, installing it if it is missing.
///
/// # Errors
/// One sentence with the remedy when it cannot be had.
pub fn chromium(paths: &Paths) -> Result<PathBuf> {
    install(paths, &[&CHROMIUM], &[]);
    one(paths, &CHROMIUM)
}

/// Installs those of `browsers` that are missing, and `more` packages, where Debian has them.
fn install(paths: &Paths, browsers: &[&Browser], more: &[&'static str]) {
    let missing = browsers.iter().filter(|browser| find(paths, browser).is_none());
    let packages: Vec<_> =
        missing.map(|browser| browser.debian_package).chain(more.iter().copied()).collect();
    if !packages.is_empty() && debian_as_root() {
        install_debian_packages(paths, &packages);
    }
}

fn webkit_driver() -> Option<PathBuf> {
    let [driver, display] = WEBKIT.map(in_path);
    display.and(driver)
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
fn install_debian_packages(paths: &Paths, packages: &[&str]) {
    let apt = |arguments: &[&str]| {
        let mut command = Command::new("apt-get");
        command.args(arguments).env("DEBIAN_FRONTEND", "noninteractive");
        command
    };
    let label = format!("setup: {} from Debian", packages.join(", "));
    let install = [&["install", "-y", "--no-install-recommends"], packages].concat();
    let done = command::run(paths, "setup: the list of Debian's packages", apt(&["update", "-q"]))
        .and_then(|()| command::run(paths, &label, apt(&install)));
    if let Err(error) = done {
        progress::say(&format!("{error:#}; trying the makers' own builds"));
    }
}

/// Where downloaded browsers go.
fn download_folder(paths: &Paths) -> PathBuf {
    paths.tools().join("browsers")
}

/// Downloads the browser into `target/tools` with the downloader of Puppeteer, which
/// `tests/web` has.
fn download(paths: &Paths, browser: &Browser, sentence: &str) -> Result<()> {
    let mut install = node::npm();
    install
        .args(["exec", "--offline", "--", "browsers", "install"])
        .arg(format!("{}@stable", browser.download))
        .arg("--path")
        .arg(download_folder(paths))
        .current_dir(paths.web_tests());
    command::set_up(paths, &format!("setup: {}", browser.name), install, sentence)
}

/// The executable that was downloaded: `chrome/linux-140.0.7339.80/chrome-linux64/chrome`.
fn downloaded(paths: &Paths, browser: &Browser) -> Option<PathBuf> {
    let folder = download_folder(paths).join(browser.download);
    let is_executable = |path: &PathBuf| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        browser.downloaded.contains(&name.as_ref())
    };
    files::list(&folder, &[]).ok()?.into_iter().find(is_executable).map(|path| folder.join(path))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files::Scratch;

    #[test]
    fn finds_what_was_downloaded() {
        let scratch = Scratch::new("browsers");
        let paths = Paths::below(&scratch.0);
        assert_eq!(downloaded(&paths, &CHROMIUM), None);
        let build = download_folder(&paths).join("chrome").join("linux-140").join("chrome-linux64");
        for name in ["chrome", "chrome_crashpad_handler"] {
            files::write(&build.join(name), "").expect("written");
        }
        assert_eq!(downloaded(&paths, &CHROMIUM), Some(build.join("chrome")));
        assert_eq!(downloaded(&paths, &FIREFOX), None);
    }
}

//! `wasm-pack.toml`, read with types. A key that is not known here is an error
//! that names it and its line.

use std::collections::BTreeMap;
use std::fmt;
use std::path::Path;

use anyhow::{Context, Result, anyhow, ensure};
use serde::Deserialize;

/// All of `wasm-pack.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Config {
    pub package: Package,
    /// File name to what the WebAssembly module of that name is built with.
    pub modules: BTreeMap<String, Features>,
    pub profile: Profile,
    pub rustc: Flags,
    pub wasm_opt: Flags,
    pub tools: Tools,
    /// Language tag to the names of its packs.
    pub languages: BTreeMap<String, Vec<String>>,
    pub budgets: BTreeMap<String, Budget>,
}

/// What the npm package is called and which glue it holds.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Package {
    pub name: String,
    pub targets: Vec<WasmTarget>,
}

/// The Cargo features of a wasm build.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Features {
    pub features: Vec<String>,
}

/// The kinds of JavaScript glue that the package ships.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum WasmTarget {
    Web,
    Bundler,
    Nodejs,
}

impl WasmTarget {
    /// As wasm-pack spells it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Web => "web",
            Self::Bundler => "bundler",
            Self::Nodejs => "nodejs",
        }
    }
}

/// Cargo's release profile for the wasm build.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Profile {
    pub opt_level: OptLevel,
    pub lto: Lto,
    pub codegen_units: u16,
    pub panic: Panic,
}

impl Profile {
    /// The environment variables by which Cargo takes a profile.
    pub fn environment(&self) -> [(&'static str, String); 4] {
        [
            ("CARGO_PROFILE_RELEASE_OPT_LEVEL", self.opt_level.to_string()),
            ("CARGO_PROFILE_RELEASE_LTO", self.lto.to_string()),
            ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", self.codegen_units.to_string()),
            ("CARGO_PROFILE_RELEASE_PANIC", self.panic.to_string()),
        ]
    }
}

/// A number from 0 to 3, `"s"` or `"z"`.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
pub enum OptLevel {
    Speed(u8),
    Size(SizeLevel),
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum SizeLevel {
    S,
    Z,
}

impl fmt::Display for OptLevel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Speed(level) => level.fmt(f),
            Self::Size(SizeLevel::S) => f.write_str("s"),
            Self::Size(SizeLevel::Z) => f.write_str("z"),
        }
    }
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Lto {
    Off,
    Thin,
    Fat,
}

impl fmt::Display for Lto {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Off => "off",
            Self::Thin => "thin",
            Self::Fat => "fat",
        })
    }
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Panic {
    Abort,
    Unwind,
}

impl fmt::Display for Panic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Abort => "abort",
            Self::Unwind => "unwind",
        })
    }
}

/// Flags handed to a tool as they are.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Flags {
    pub flags: Vec<String>,
}

/// The versions of the tools.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Tools {
    pub wasm_pack: String,
    pub wasm_bindgen: String,
    pub cargo_fuzz: String,
    pub binaryen: NpmTool,
    pub node: Minimum,
}

/// An npm package at one version, with the hash of its archive.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NpmTool {
    pub version: String,
    pub integrity: String,
}

/// The oldest version that will do.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Minimum {
    pub minimum: String,
}

/// What some shipped files may weigh together.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Budget {
    /// Patterns of paths below `site/` (`www/dist`) and `npm/` (the npm package).
    pub files: Vec<String>,
    /// Bytes after brotli at quality 11.
    pub brotli: u64,
}

impl Config {
    /// Reads and checks the file.
    ///
    /// # Errors
    /// When the file cannot be read, or does not say what it should; the message
    /// names the line and the key.
    pub fn read(path: &Path) -> Result<Self> {
        let text =
            std::fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
        Self::parse(&text).map_err(|error| anyhow!("wasm-pack.toml: {error:#}"))
    }

    fn parse(text: &str) -> Result<Self> {
        let config: Self = toml::from_str(text)?;
        ensure!(
            config.package.targets.contains(&WasmTarget::Web),
            "package.targets needs \"web\": the site is built from it"
        );
        ensure!(
            config.modules.contains_key(&config.package.name),
            "modules needs one that is named as the package: what the package exports as \".\""
        );
        ensure!(!config.pack_files().is_empty(), "languages names no pack");
        Ok(config)
    }

    /// The file names of all language packs: `en.words.pack`.
    pub fn pack_files(&self) -> Vec<String> {
        self.languages
            .iter()
            .flat_map(|(language, packs)| packs.iter().map(move |pack| format!("{language}.{pack}.pack")))
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const REAL: &str = include_str!("../../wasm-pack.toml");

    fn error_of(text: &str) -> String {
        format!("{:#}", Config::parse(text).expect_err("the text has a mistake"))
    }

    #[test]
    fn the_real_file_is_read() {
        let config = Config::parse(REAL).expect("wasm-pack.toml is right");
        assert_eq!(config.package.name, "textlens");
        assert!(config.pack_files().contains(&"en.words.pack".to_owned()));
        assert!(config.rustc.flags.iter().any(|flag| flag.contains("+simd128")));
    }

    #[test]
    fn an_unknown_key_is_named_with_its_line() {
        let mistaken = REAL.replacen("opt-level", "opt-levle", 1);
        let line = 1 + mistaken.lines().position(|l| l.starts_with("opt-levle")).expect("replaced");
        let error = error_of(&mistaken);
        assert!(error.contains("unknown field `opt-levle`"), "{error}");
        assert!(error.contains(&format!("line {line}")), "{error}");
    }

    #[test]
    fn an_unknown_table_is_named() {
        let error = error_of(&format!("{REAL}\n[budgts.core]\nfiles = []\nbrotli = 1\n"));
        assert!(error.contains("unknown field `budgts`"), "{error}");
    }

    #[test]
    fn an_unknown_target_is_named() {
        let error = error_of(&REAL.replacen("\"nodejs\"", "\"deno\"", 1));
        assert!(error.contains("deno"), "{error}");
    }

    #[test]
    fn the_web_target_cannot_be_left_out() {
        let error = error_of(&REAL.replacen("\"web\", ", "", 1));
        assert!(error.contains("\"web\""), "{error}");
    }

    #[test]
    fn the_profile_becomes_cargos_environment() {
        for (level, expected) in [("\"s\"", "s"), ("3", "3")] {
            let text = REAL.replacen("opt-level = \"s\"", &format!("opt-level = {level}"), 1);
            let config = Config::parse(&text).expect("a level");
            let expected = ("CARGO_PROFILE_RELEASE_OPT_LEVEL", expected.to_owned());
            assert!(config.profile.environment().contains(&expected));
        }
    }
}

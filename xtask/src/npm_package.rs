//! Assembles the npm package in `target/npm`: the glue of each wasm-pack target,
//! the element, the language packs, and the package.json that ties them together.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use serde::Serialize;

use crate::config::{Config, WasmTarget};
use crate::files;
use crate::paths::Paths;
use crate::stamp::{self, Inputs};

/// Folder of the element library in the package.
const ELEMENT: &str = "element";
/// Its module that registers `<text-lens>`, and the one that only has the class.
const REGISTERS: &str = "text-lens";
const CLASS: &str = "text-lens-element";
/// What there is to know of the element.
const ELEMENTS: &str = "custom-elements.json";

/// The glue's classes have a `Symbol.dispose`: by this line at the head of their types, compilers
/// whose `lib` is older know it, too.
const DISPOSABLE: &str = "/// <reference lib=\"esnext.disposable\" />\n";

/// Files of the repository that go into the package as they are.
const DOCUMENTS: [&str; 3] = ["README.md", "LICENSE-APACHE", "LICENSE-MIT"];

/// Assembles the package anew when one of its files changed.
pub fn build(paths: &Paths, config: &Config) -> Result<()> {
    let folder = paths.npm_package(&config.package.name);
    let mut sources: Vec<(PathBuf, PathBuf)> = Vec::new();
    for &target in &config.package.targets {
        let from = paths.wasm(target);
        collect(&mut sources, &from, target.name())?;
    }
    let glue = |to: &Path| config.modules.keys().any(|module| to.ends_with(format!("{module}.d.ts")));
    collect(&mut sources, &paths.element_library(), ELEMENT)?;
    for name in DOCUMENTS {
        sources.push((paths.root().join(name), name.into()));
    }

    let manifest = Manifest::new(config, lit_version(paths)?);
    let mut inputs = Inputs::new(paths).value(&manifest).value(DISPOSABLE);
    for (from, to) in &sources {
        inputs = inputs.value(to).file(from)?;
    }
    stamp::unless_done(paths, "npm-package", &inputs, std::slice::from_ref(&folder), || {
        files::remove_folder(&folder)?;
        for (from, to) in &sources {
            if glue(to) {
                files::write(&folder.join(to), DISPOSABLE.to_owned() + &fs::read_to_string(from)?)?;
            } else {
                files::copy(from, &folder.join(to))?;
            }
        }
        files::write(&folder.join("package.json"), serde_json::to_string_pretty(&manifest)? + "\n")?;
        if config.package.targets.contains(&WasmTarget::Nodejs) {
            // wasm-pack's glue for Node is CommonJS, the package around it is not.
            let manifest = folder.join(WasmTarget::Nodejs.name()).join("package.json");
            files::write(&manifest, "{ \"type\": \"commonjs\" }\n")?;
        }
        every_export_exists(&manifest, &folder)
    })?;
    Ok(())
}

/// The version of Lit that the element is built with. It is in the element's
/// modules; only their types ask for the package.
fn lit_version(paths: &Paths) -> Result<String> {
    let manifest: serde_json::Value =
        serde_json::from_slice(&files::read(&paths.www().join("package.json"))?)?;
    let version = manifest["devDependencies"]["lit"].as_str();
    Ok(format!("^{}", version.context("www/package.json does not name a version of lit")?))
}

/// Adds all files of a folder, to go below `to`.
fn collect(sources: &mut Vec<(PathBuf, PathBuf)>, folder: &Path, to: &str) -> Result<()> {
    for path in files::list(folder, &[])? {
        sources.push((folder.join(&path), Path::new(to).join(&path)));
    }
    Ok(())
}

/// A package.json. Fields are written in this order, and the order of conditions
/// matters: the first that fits is taken.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Manifest {
    name: String,
    version: &'static str,
    description: &'static str,
    license: &'static str,
    #[serde(rename = "type")]
    kind: &'static str,
    exports: BTreeMap<String, Export>,
    /// What editors know of the element (custom-elements-manifest 1.0).
    custom_elements: String,
    /// Modules that do something when imported: a bundler must not drop them.
    side_effects: Vec<String>,
    dependencies: BTreeMap<&'static str, String>,
    engines: BTreeMap<&'static str, String>,
    keywords: [&'static str; 5],
}

#[derive(Debug, Serialize)]
#[serde(untagged)]
enum Export {
    File(String),
    Module(Module),
    Conditions(Conditions),
}

#[derive(Debug, Serialize)]
struct Module {
    types: String,
    default: String,
}

#[derive(Debug, Serialize)]
struct Conditions {
    #[serde(skip_serializing_if = "Option::is_none")]
    node: Option<Module>,
    #[serde(skip_serializing_if = "Option::is_none")]
    browser: Option<Module>,
    default: Module,
}

impl Module {
    fn at(folder: &str, name: &str) -> Self {
        Self { types: format!("./{folder}/{name}.d.ts"), default: format!("./{folder}/{name}.js") }
    }
}

impl Manifest {
    fn new(config: &Config, lit: String) -> Self {
        Self {
            name: config.package.name.clone(),
            version: env!("CARGO_PKG_VERSION"),
            description: "Keyword frequencies, sentence statistics and entity highlights, \
                          computed in the reader's own browser",
            license: "MIT OR Apache-2.0",
            kind: "module",
            exports: exports(config),
            custom_elements: format!("./{ELEMENT}/{ELEMENTS}"),
            side_effects: side_effects(config),
            dependencies: BTreeMap::from([("lit", lit)]),
            engines: BTreeMap::from([("node", format!(">={}", config.tools.node.minimum))]),
            keywords: ["text-analysis", "readability", "keywords", "entities", "webassembly"],
        }
    }
}

/// The module that registers the element, and the glue that starts the wasm when it is imported.
fn side_effects(config: &Config) -> Vec<String> {
    let bundler = config.package.targets.contains(&WasmTarget::Bundler);
    let started = config.modules.keys().filter(|_| bundler);
    std::iter::once(format!("./{ELEMENT}/{REGISTERS}.js"))
        .chain(started.map(|module| format!("./{}/{module}.js", WasmTarget::Bundler.name())))
        .collect()
}

/// What can be imported, and what it resolves to.
fn exports(config: &Config) -> BTreeMap<String, Export> {
    let mut exports = BTreeMap::from([
        (format!("./{ELEMENT}"), Export::Module(Module::at(ELEMENT, REGISTERS))),
        (format!("./{ELEMENT}/class"), Export::Module(Module::at(ELEMENT, CLASS))),
        (format!("./{ELEMENT}/{ELEMENTS}"), Export::File(format!("./{ELEMENT}/{ELEMENTS}"))),
        // The packs lie beside the element, which looks for them there.
        ("./packs/*.pack".into(), Export::File(format!("./{ELEMENT}/*.pack"))),
        ("./package.json".into(), Export::File("./package.json".into())),
    ]);
    for module in config.modules.keys() {
        // `textlens_explore` is imported as `textlens/explore`.
        let path = module.trim_start_matches(&config.package.name).replacen('_', "/", 1);
        exports.extend(exports_of(module, &path, &config.package.targets));
    }
    exports
}

/// The exports of one module: by its path with the glue that fits, below `web` with the
/// glue that takes an address, and its wasm.
fn exports_of(module: &str, path: &str, targets: &[WasmTarget]) -> [(String, Export); 3] {
    let at = |target: WasmTarget| Module::at(target.name(), module);
    let glue = |target| targets.contains(&target).then(|| at(target));
    let main = Conditions {
        node: glue(WasmTarget::Nodejs),
        browser: glue(WasmTarget::Bundler),
        default: glue(WasmTarget::Bundler).unwrap_or_else(|| at(WasmTarget::Web)),
    };
    let wasm = format!("./{}/{module}_bg.wasm", WasmTarget::Web.name());
    [
        (format!(".{path}"), Export::Conditions(main)),
        (format!("./web{path}"), Export::Module(at(WasmTarget::Web))),
        (wasm.clone(), Export::File(wasm)),
    ]
}

/// Checks that the package has what its package.json promises.
fn every_export_exists(manifest: &Manifest, folder: &Path) -> Result<()> {
    for (name, export) in &manifest.exports {
        for file in files_of(export) {
            let (path, _) = file.split_once('*').unwrap_or((file, ""));
            let path = folder.join(path.trim_start_matches("./"));
            ensure!(path.exists(), "the npm package exports '{name}' as {file}, which is not there");
        }
    }
    Ok(())
}

fn files_of(export: &Export) -> Vec<&str> {
    match export {
        Export::File(file) => vec![file],
        Export::Module(module) => vec![&module.types, &module.default],
        Export::Conditions(conditions) => [&conditions.node, &conditions.browser]
            .into_iter()
            .flatten()
            .chain([&conditions.default])
            .flat_map(|module| [module.types.as_str(), module.default.as_str()])
            .collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALL: [WasmTarget; 3] = [WasmTarget::Web, WasmTarget::Bundler, WasmTarget::Nodejs];

    fn json(targets: &[WasmTarget]) -> String {
        let exports: BTreeMap<_, _> = [("textlens", ""), ("textlens_explore", "/explore")]
            .into_iter()
            .flat_map(|(module, path)| exports_of(module, path, targets))
            .collect();
        serde_json::to_string(&exports).expect("plain data")
    }

    #[test]
    fn node_gets_its_own_glue_and_others_the_bundlers() {
        let value: serde_json::Value = serde_json::from_str(&json(&ALL)).expect("JSON");
        assert_eq!(value["."]["node"]["default"], "./nodejs/textlens.js");
        assert_eq!(value["."]["browser"]["default"], "./bundler/textlens.js");
        assert_eq!(value["."]["default"]["default"], "./bundler/textlens.js");
        assert_eq!(value["./web"]["types"], "./web/textlens.d.ts");
        assert_eq!(value["./explore"]["node"]["default"], "./nodejs/textlens_explore.js");
        assert_eq!(value["./web/explore"]["default"], "./web/textlens_explore.js");
        assert_eq!(value["./web/textlens_explore_bg.wasm"], "./web/textlens_explore_bg.wasm");
    }

    #[test]
    fn conditions_stand_in_the_order_that_resolves() {
        let json = json(&ALL);
        let at = |text: &str| json.find(text).expect("there");
        assert!(at("\"node\"") < at("\"browser\""), "{json}");
        assert!(json.contains("{\"types\":\"./nodejs/textlens.d.ts\",\"default\""), "types first");
    }

    #[test]
    fn a_target_that_is_not_built_is_not_exported() {
        assert!(!json(&[WasmTarget::Web]).contains("nodejs"));
    }
}

//! Where everything lies in the repository.

use std::path::{Path, PathBuf};

use crate::config::WasmTarget;

/// The repository's folders and files, all absolute.
pub struct Paths {
    root: PathBuf,
}

impl Paths {
    /// The repository that this xtask belongs to. Cargo says at run time where the
    /// package lies, which stays right when the clone is moved.
    pub fn find() -> Self {
        let package = std::env::var_os("CARGO_MANIFEST_DIR")
            .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
        let root = package.parent().unwrap_or(&package);
        Self { root: root.to_path_buf() }
    }

    /// The same folders below another root.
    #[cfg(test)]
    pub fn below(root: &Path) -> Self {
        Self { root: root.to_path_buf() }
    }

    pub fn root(&self) -> &Path {
        &self.root
    }

    pub fn config(&self) -> PathBuf {
        self.root.join("wasm-pack.toml")
    }

    pub fn target(&self) -> PathBuf {
        self.root.join("target")
    }

    /// What xtask installs.
    pub fn tools(&self) -> PathBuf {
        self.target().join("tools")
    }

    /// Output of the tools that run, one file a step.
    pub fn logs(&self) -> PathBuf {
        self.target().join("logs")
    }

    pub fn stamps(&self) -> PathBuf {
        self.target().join("stamps")
    }

    /// The package that is compiled to wasm.
    pub fn wasm_package(&self) -> PathBuf {
        self.root.join("wasm")
    }

    /// What wasm-pack makes for one kind of glue.
    pub fn wasm(&self, target: WasmTarget) -> PathBuf {
        self.target().join("wasm").join(target.name())
    }

    /// The wasm build whose stages the benchmark times.
    pub fn wasm_with_stages(&self) -> PathBuf {
        self.target().join("wasm-stages")
    }

    /// Cargo's folder for the wasm build, apart from the native one: the two have
    /// other profiles and flags and would build each other's crates anew.
    pub fn wasm_cargo_target(&self) -> PathBuf {
        self.target().join("wasm-build")
    }

    pub fn packs(&self) -> PathBuf {
        self.target().join("packs")
    }

    /// The release build of the command-line program.
    pub fn native_binary(&self) -> PathBuf {
        self.target().join("release").join(format!("textlens{}", std::env::consts::EXE_SUFFIX))
    }

    pub fn www(&self) -> PathBuf {
        self.root.join("www")
    }

    /// The site.
    pub fn dist(&self) -> PathBuf {
        self.www().join("dist")
    }

    /// The element as a library, for the npm package.
    pub fn element_library(&self) -> PathBuf {
        self.www().join("dist-lib")
    }

    pub fn seeds(&self) -> PathBuf {
        self.root.join("seeds")
    }

    pub fn web_tests(&self) -> PathBuf {
        self.root.join("tests").join("web")
    }

    /// The fuzz targets, a package of their own.
    pub fn fuzz(&self) -> PathBuf {
        self.root.join("tests").join("fuzz")
    }

    pub fn npm_package(&self, name: &str) -> PathBuf {
        self.target().join("npm").join(name)
    }
}

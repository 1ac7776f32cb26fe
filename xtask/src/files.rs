//! Files and folders: listing, hashing, copying.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};

/// All files below `folder`, relative to it, sorted; none where it does not exist.
/// Folders whose name is in `without` are left out.
pub fn list(folder: &Path, without: &[&str]) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    let mut open = vec![folder.to_path_buf()];
    while let Some(current) = open.pop() {
        if !current.is_dir() {
            continue;
        }
        for entry in fs::read_dir(&current).with_context(|| cannot_read(&current))? {
            let path = entry?.path();
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            if !path.is_dir() {
                found.push(path.strip_prefix(folder)?.to_path_buf());
            } else if !without.contains(&name.as_ref()) {
                open.push(path);
            }
        }
    }
    found.sort();
    Ok(found)
}

/// A relative path as addresses write it, with slashes.
pub fn with_slashes(path: &Path) -> String {
    let parts: Vec<_> = path.iter().map(|part| part.to_string_lossy()).collect();
    parts.join("/")
}

/// SHA-256 as 64 hexadecimal digits.
pub fn hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Reads a file; the error names it.
pub fn read(path: &Path) -> Result<Vec<u8>> {
    fs::read(path).with_context(|| cannot_read(path))
}

/// Writes a file, making the folders it needs.
pub fn write(path: &Path, bytes: impl AsRef<[u8]>) -> Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).with_context(|| cannot_write(folder))?;
    }
    fs::write(path, bytes).with_context(|| cannot_write(path))
}

/// Copies a file, making the folders it needs.
pub fn copy(from: &Path, to: &Path) -> Result<()> {
    write(to, read(from)?)
}

/// Removes a folder and all in it, if it is there.
pub fn remove_folder(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder).with_context(|| format!("cannot remove {}", folder.display()))?;
    }
    Ok(())
}

fn cannot_read(path: &Path) -> String {
    format!("cannot read {}", path.display())
}

fn cannot_write(path: &Path) -> String {
    format!("cannot write {}", path.display())
}

/// An empty folder for a test, removed when dropped.
#[cfg(test)]
pub struct Scratch(pub PathBuf);

#[cfg(test)]
impl Scratch {
    pub fn new(name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("xtask-{name}-{}", std::process::id()));
        remove_folder(&folder).expect("a left-over folder can be removed");
        fs::create_dir_all(&folder).expect("the folder for temporary files can be written");
        Self(folder)
    }
}

#[cfg(test)]
impl Drop for Scratch {
    fn drop(&mut self) {
        // A folder left behind in the temporary files does no harm.
        let _ = fs::remove_dir_all(&self.0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_sorted_and_without() {
        let scratch = Scratch::new("list");
        for name in ["b.txt", "a/c.txt", "node_modules/d.txt"] {
            write(&scratch.0.join(name), "x").expect("written");
        }
        let names: Vec<_> =
            list(&scratch.0, &["node_modules"]).expect("listed").iter().map(|p| with_slashes(p)).collect();
        assert_eq!(names, ["a/c.txt", "b.txt"]);
        assert!(list(&scratch.0.join("none"), &[]).expect("no folder, no files").is_empty());
    }

    #[test]
    fn hashes_as_the_standard_says() {
        assert_eq!(hash(b"abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
}

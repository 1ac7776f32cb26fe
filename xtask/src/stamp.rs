//! Stamps: a step whose inputs are the same as last time, and whose outputs still
//! are what it left, is not done again.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Result;

use crate::files;
use crate::paths::Paths;

/// What a step reads, as one hash, which is the same wherever the repository lies.
pub struct Inputs {
    root: PathBuf,
    text: String,
}

impl Inputs {
    pub fn new(paths: &Paths) -> Self {
        Self { root: paths.root().to_path_buf(), text: String::new() }
    }

    /// Adds a value: a version, a list of flags.
    pub fn value(mut self, value: impl std::fmt::Debug) -> Self {
        self.text += &format!("{value:?}\n");
        self
    }

    /// Adds a file's content, or that there is no such file.
    pub fn file(mut self, path: &Path) -> Result<Self> {
        let hash = if path.is_file() { files::hash(&files::read(path)?) } else { "none".into() };
        let name = files::with_slashes(path.strip_prefix(&self.root).unwrap_or(path));
        self.text += &format!("{hash} {name}\n");
        Ok(self)
    }

    /// Adds all files below a folder, leaving out folders of the names in `without`.
    pub fn folder(mut self, folder: &Path, without: &[&str]) -> Result<Self> {
        for path in files::list(folder, without)? {
            self = self.file(&folder.join(path))?;
        }
        Ok(self)
    }

    /// The hash of all that was added, in this order.
    pub fn hash(&self) -> String {
        files::hash(self.text.as_bytes())
    }
}

/// Does `step` unless its stamp says that it is done, then stamps it. `outputs` are
/// the files and folders that it leaves. Returns whether it was done now.
///
/// # Errors
/// Those of `step`; the stamp is gone then, so that the step is done again next time.
pub fn unless_done(
    paths: &Paths,
    name: &str,
    inputs: &Inputs,
    outputs: &[PathBuf],
    step: impl FnOnce() -> Result<()>,
) -> Result<bool> {
    let stamp = paths.stamps().join(name);
    let before = inputs.hash();
    if fs::read_to_string(&stamp)
        .is_ok_and(|text| state(paths, &before, outputs).is_ok_and(|now| now == text))
    {
        return Ok(false);
    }
    if stamp.exists() {
        fs::remove_file(&stamp)?;
    }
    step()?;
    files::write(&stamp, state(paths, &before, outputs)?)?;
    Ok(true)
}

/// The stamp's text: the hash of the inputs and the hash of the outputs.
fn state(paths: &Paths, inputs: &str, outputs: &[PathBuf]) -> Result<String> {
    let mut left = Inputs::new(paths);
    for output in outputs {
        left = if output.is_dir() { left.folder(output, &[])? } else { left.file(output)? };
    }
    Ok(format!("{inputs}\n{}\n", left.hash()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files::Scratch;

    /// A step that copies `in` to `out`.
    fn copy(scratch: &Scratch, version: u32) -> bool {
        let (from, to) = (scratch.0.join("in"), scratch.0.join("out"));
        let paths = Paths::below(&scratch.0);
        let inputs = Inputs::new(&paths).value(version).file(&from).expect("read");
        unless_done(&paths, "copy", &inputs, std::slice::from_ref(&to), || files::copy(&from, &to))
            .expect("copied")
    }

    #[test]
    fn a_step_is_done_once() {
        let scratch = Scratch::new("stamp-once");
        files::write(&scratch.0.join("in"), "1").expect("written");
        assert!(copy(&scratch, 1), "never done before");
        assert!(!copy(&scratch, 1), "nothing changed");
    }

    #[test]
    fn a_change_of_input_value_or_output_does_it_again() {
        let scratch = Scratch::new("stamp-again");
        files::write(&scratch.0.join("in"), "1").expect("written");
        copy(&scratch, 1);
        files::write(&scratch.0.join("in"), "2").expect("written");
        assert!(copy(&scratch, 1), "the input changed");
        assert!(copy(&scratch, 2), "the value changed");
        files::write(&scratch.0.join("out"), "spoilt").expect("written");
        assert!(copy(&scratch, 2), "the output is not what the step left");
        assert!(!copy(&scratch, 2));
    }

    #[test]
    fn a_step_that_failed_is_not_stamped() {
        let scratch = Scratch::new("stamp-fail");
        let paths = Paths::below(&scratch.0);
        let attempt = || unless_done(&paths, "s", &Inputs::new(&paths), &[], || anyhow::bail!("no"));
        assert!(attempt().is_err());
        assert!(attempt().is_err(), "the failure left no stamp");
    }
}

//! One xtask at a time sets up and builds in a repository.

use std::fs::{File, TryLockError};

use anyhow::{Context, Result};

use crate::paths::Paths;
use crate::{files, progress};

/// Waits until no other xtask sets up or builds here. The lock is given back when
/// the value is dropped, or the process ends in whatever way.
pub fn hold(paths: &Paths) -> Result<File> {
    let path = paths.target().join("xtask.lock");
    files::write(&path, "")?;
    let file = File::open(&path).with_context(|| format!("cannot open {}", path.display()))?;
    match file.try_lock() {
        Ok(()) => {}
        Err(TryLockError::WouldBlock) => {
            progress::say("waiting for another xtask that builds here");
            file.lock().context("cannot wait for the other xtask")?;
        }
        Err(TryLockError::Error(error)) => {
            return Err(error).with_context(|| format!("cannot lock {}", path.display()));
        }
    }
    Ok(file)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files::Scratch;

    #[test]
    fn the_lock_is_held_by_one_until_it_is_dropped() {
        let scratch = Scratch::new("lock");
        let paths = Paths::below(&scratch.0);
        let first = hold(&paths).expect("free");
        let second = File::open(paths.target().join("xtask.lock")).expect("there");
        assert!(matches!(second.try_lock(), Err(TryLockError::WouldBlock)));
        drop(first);
        second.try_lock().expect("free again");
    }
}

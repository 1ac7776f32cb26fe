//! The language packs that were registered, for all analyses of this module.

use std::cell::RefCell;

use crate::lexicon::pack::PackError;
use crate::lexicon::{LoadedPack, Packs};

thread_local! {
    static REGISTERED: RefCell<Packs> = const { RefCell::new(Packs::none()) };
}

/// Reads a pack and registers it.
pub fn load(bytes: &[u8]) -> Result<LoadedPack, PackError> {
    // No borrow is held while the pack is read: a panic there must not lock the registry.
    let mut packs = registered();
    let loaded = packs.load(bytes)?;
    REGISTERED.set(packs);
    Ok(loaded)
}

/// The packs of now; a cheap copy that shares their contents.
pub fn registered() -> Packs {
    REGISTERED.with_borrow(Packs::clone)
}

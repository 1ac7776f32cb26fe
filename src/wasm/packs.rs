//! The language packs that were registered, for all analyses of this module.

use std::cell::RefCell;

use crate::lexicon::pack::PackError;
use crate::lexicon::{Arrival, LoadedPack, Packs};

thread_local! {
    static REGISTERED: RefCell<Packs> = const { RefCell::new(Packs::none()) };
    /// Packs that are not there as a whole, by the numbers that they were given.
    static ARRIVING: RefCell<Vec<(u32, Arrival)>> = const { RefCell::new(Vec::new()) };
}

/// Reads a pack, or the next part of one that has a number, and registers it when it is there as a whole. An empty
/// part is its end.
pub fn load(bytes: &[u8], number: Option<u32>) -> Result<Option<LoadedPack>, PackError> {
    let begun = ARRIVING.with_borrow_mut(|all| {
        all.iter().position(|(other, _)| Some(*other) == number).map(|at| all.swap_remove(at).1)
    });
    let mut arrival = begun.unwrap_or_default();
    let is_whole = arrival.push(bytes)?;
    if let Some(number) = number.filter(|_| !is_whole && !bytes.is_empty()) {
        ARRIVING.with_borrow_mut(|all| all.push((number, arrival)));
        return Ok(None);
    }
    // No borrow is held while the pack is read: a panic there must not lock the registry.
    let mut packs = registered();
    let loaded = packs.take(arrival)?;
    REGISTERED.set(packs);
    Ok(Some(loaded))
}

/// The packs of now; a cheap copy that shares their contents.
pub fn registered() -> Packs {
    REGISTERED.with_borrow(Packs::clone)
}

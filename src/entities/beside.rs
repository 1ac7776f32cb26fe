//! What stands beside a name in small letters.

use super::forms::Case;
use super::units::{Gap, Unit};
use super::window::Opened;
use crate::lexicon::Known;

/// Nouns of bodies.
pub(super) const BODY: Known = Known::BEFORE_ORGANISATION.or(Known::BODY_NOUN);

/// Nouns of parts of the land.
pub(super) const LAND: Known = Known::LAND_NOUN.or(Known::AFTER_PLACE);

/// What the noun is that a name which ends before `end` has behind it: *Talara, an old port in the north*
#[inline(never)]
pub(super) fn apposed(document: &Opened, end: usize) -> Known {
    /// Words between the comma and the noun.
    const FAR: usize = 5;
    let units = &document.units;
    if !units.get(end).is_some_and(|unit| unit.gap == Gap::Comma && unit.form.is_stop) {
        return Known::NONE;
    }
    let goes_on =
        |at: &usize| units.get(*at).is_some_and(|unit| unit.gap == Gap::Space && !unit.form.is_stop);
    let last = end + (end + 1..=end + FAR).take_while(goes_on).count();
    // *The party is over.*
    let is_done = units.get(last + 1).is_none_or(|next| next.gap != Gap::Space || !next.is(Known::DEED));
    if is_done && last > end { small(&units[last]) } else { Known::NONE }
}

/// What a unit in small letters is.
pub(super) fn small(unit: &Unit<'_>) -> Known {
    if unit.form.case == Case::Lower { unit.form.known } else { Known::NONE }
}

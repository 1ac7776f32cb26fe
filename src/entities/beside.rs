//! What stands beside a name in small letters.

use super::forms::Case;
use super::units::{Gap, Unit};
use super::window::Opened;
use crate::lexicon::Known;

/// What the noun is that a name which ends before `end` has behind it: *Talara, an old port in the north*
#[inline(never)]
pub(super) fn apposed(document: &Opened, end: usize) -> Known {
    let is_apposed = |unit: &Unit<'_>| unit.gap == Gap::Comma && unit.form.is_stop;
    if document.units.get(end).is_some_and(is_apposed) { noun(document, end) } else { Known::NONE }
}

/// What the noun is that a name which ends before `end` is said to be: *Talara is an old port in the north*
#[inline(never)]
pub(super) fn defined(document: &Opened, end: usize) -> Known {
    let word = |unit: &Unit<'_>| unit.span().of(document.tokens.text);
    let is =
        |unit: &Unit<'_>| unit.gap == Gap::Space && matches!(word(unit), "is" | "was" | "are" | "became");
    let article =
        |unit: &Unit<'_>| unit.gap == Gap::Space && matches!(word(unit), "a" | "an" | "the" | "one");
    let units = &document.units;
    let says = units.get(end).is_some_and(is) && units.get(end + 1).is_some_and(article);
    if says { noun(document, end + 1) } else { Known::NONE }
}

/// What the noun is after the word at `at`, with up to a few words between them.
fn noun(document: &Opened, at: usize) -> Known {
    /// Words between them, and the noun.
    const FAR: usize = 5;
    let units = &document.units;
    let goes_on =
        |at: &usize| units.get(*at).is_some_and(|unit| unit.gap == Gap::Space && !unit.form.is_stop);
    let last = at + (at + 1..=at + FAR).take_while(goes_on).count();
    // *The party is over.*
    let is_done = units.get(last + 1).is_none_or(|next| next.gap != Gap::Space || !next.is(Known::DEED));
    if is_done && last > at { small(&units[last]) } else { Known::NONE }
}

/// What a unit in small letters is.
pub(super) fn small(unit: &Unit<'_>) -> Known {
    if unit.form.case == Case::Lower { unit.form.known } else { Known::NONE }
}

//! Which words are no part of a name, by what they are.

use super::capitals::BEFORE_OF;
use super::forms::Case;
use super::units::Unit;
use crate::lexicon::Known;

/// Whether the second of these three is a common word between two capitalised ones: *referee*, *thrashed*; but *arap*, *von*.
pub(super) fn is_between(text: &str, units: &[Unit]) -> bool {
    let [before, unit, after] = units else { return false };
    is_common(text, unit) && before.is_capital() && after.is_capital()
}

/// Whether a person may be called by this title: *Lady Gaga*, *Uncle Sam*.
pub(super) fn may_be_called(title: &str) -> bool {
    const TITLES: &[&str] = &[
        "Aunt", "Auntie", "Brother", "Captain", "Count", "Czar", "Doctor", "Emperor", "Empress", "Father",
        "Grandma", "Grandpa", "King", "Lady", "Lord", "Major", "Mama", "Pa", "Prince", "Princess", "Queen",
        "Sir", "Sister", "Tsar", "Uncle",
    ];
    TITLES.contains(&title)
}

/// Whether the word stands between those who play each other.
pub(super) fn is_versus(text: &str, unit: &Unit) -> bool {
    let word = unit.span().of(text);
    ["v", "vs"].iter().any(|versus| versus.eq_ignore_ascii_case(word))
}

/// Whether it is a common word that is written in small letters, longer than most of other languages.
pub(super) fn is_common(text: &str, unit: &Unit) -> bool {
    unit.form.case == Case::Lower
        && unit.span().of(text).starts_with(char::is_lowercase)
        && unit.form.len > 3
        && unit.is(Known::COMMON)
        && !unit.form.is_stop
        && !unit.is(Known::PARTICLE)
}

/// Whether the last three of these are the end of a firm's own name, *of*, and where or whose it is.
pub(super) fn is_of_firm(text: &str, units: &[Unit]) -> bool {
    let [name @ .., of, after] = units else { return false };
    let before = &name[name.len() - 1];
    let heads = Known::ORGANISATION_HEAD
        .or(Known::ORGANISATION_OF)
        .or(Known::PLACE_HEAD)
        .or(Known::PLACE_OF)
        .or(Known::EVENT_OF)
        .or(Known::COMMON)
        .or(BEFORE_OF);
    of.span().of(text) == "of"
        && before.is_capital()
        && (before.full_stops > 0
            || !name.iter().any(|unit| unit.is(heads)) && after.is(Known::ANY_PLACE.or(Known::GIVEN)))
}

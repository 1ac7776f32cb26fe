//! Storms, whose word belongs to their names.
//!
//! ```text
//! Hurricane Lorenzo hit Ireland    *Hurricane* is part of the name, *hit* is not
//! Tropical Storm Barry             so is *Tropical*
//! ```

use super::decoder::{self, OTHER, PERSON, PLACE, SOLE, Tag};
use super::forms::{Case, Form};
use super::units::Gap;
use super::window::Opened;
use super::word_features::is_plain;
use crate::lexicon::Known;
use crate::lexicon::name_model::Scores;

/// The first word of a storm that is not yet a hurricane.
const TROPICAL: &str = "Tropical";

/// Puts the tags right of the words from `start` on, which have these `scores`.
pub(super) fn settle(document: &Opened, text: &str, start: usize, scores: &[Scores], tags: &mut [Tag]) {
    storms(document, text, start, tags);
    parted(document, start, scores, tags);
}

/// Makes a storm of *Typhoon Mawar* that is taken for a person, place or body, and puts the word that says what a name is of
/// into it: *Hurricane Dorian*, where the model marks *Dorian* or nothing.
fn storms(document: &Opened, text: &str, start: usize, tags: &mut [Tag]) {
    let mut from = 0;
    while let Some((name, kind)) = decoder::next_name(tags, from) {
        from = name.end;
        let word = |at: usize| document.units[start + name.start + at].span().of(text);
        // But *Hurricane Energy*.
        let is_called = |at: usize| !document.units[start + name.start + at].form.is_ordinary();
        let is_taken = || matches!(kind, PERSON | PLACE) || name.len() == 2 && is_called(1);
        let is_cyclone = || is_cyclone(word(0)) && is_taken();
        if (2..4).contains(&name.len()) && (is_cyclone() || word(0) == TROPICAL && is_storm(word(1))) {
            decoder::mark(&mut tags[name], OTHER);
        }
    }
    for at in 1..tags.len() {
        let (before, unit) = (&document.units[start + at - 1], &document.units[start + at]);
        let is_free = tags[at] == 0 && unit.form.case == Case::Capital && !unit.form.is_ordinary();
        let begins = is_free || matches!(decoder::place(tags[at]), Some(0 | SOLE));
        if begins
            && tags[at - 1] == 0
            && before.is(Known::EVENT_FIRST)
            && before.form.case == Case::Capital
            && unit.gap == Gap::Space
        {
            let end = at + 1 + decoder::rest(&tags[at + 1..]);
            let is_tropical =
                at > 1 && tags[at - 2] == 0 && document.units[start + at - 2].span().of(text) == TROPICAL;
            decoder::mark(&mut tags[at - 1 - usize::from(is_tropical)..end], OTHER);
        }
    }
}

/// Whether the word says that a storm's name follows.
pub(super) fn is_storm(word: &str) -> bool {
    word == "Storm" || is_cyclone(word)
}

/// The words for storms that no person is called.
fn is_cyclone(word: &str) -> bool {
    matches!(word, "Cyclone" | "Hurricane" | "Typhoon")
}

/// Parts *Hurricane Lorenzo hit Ireland*: no common word in small letters stands in the name of a storm.
fn parted(document: &Opened, start: usize, scores: &[Scores], tags: &mut [Tag]) {
    for at in 0..tags.len() {
        if decoder::place(tags[at]) != Some(0) || !document.units[start + at].is(Known::EVENT_FIRST) {
            continue;
        }
        let end = at + 1 + decoder::rest(&tags[at + 1..]);
        let is_common = |form: &Form| is_plain(form) && !form.is_stop;
        let Some(common) = (at + 2..end).find(|&next| is_common(document.units[start + next].form)) else {
            continue;
        };
        tags[common - 1] = decoder::tag(OTHER, 2);
        tags[common..end].fill(0);
        if common + 2 == end {
            let kinds = (0..4).map(|kind| decoder::tag(kind, SOLE));
            let best = kinds.max_by_key(|&tag| decoder::score(&scores[common + 1], tag));
            tags[common + 1] = best.unwrap_or(0);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::entities::EntityType::{Event, Person, Place};
    use crate::entities::tests::found_by_model;

    #[test]
    fn a_storm_has_its_word_in_its_name() {
        for storm in ["Hurricane Lorenzo", "Hurricane Maria Delgado"] {
            let text: &'static str = format!("Today, as {storm} hit Ireland, schools closed.").leak();
            let expected: Vec<(&str, _)> = vec![(&text[10..10 + storm.len()], Event), ("Ireland", Place)];
            let names: Vec<_> =
                found_by_model(text).into_iter().filter(|(_, kind)| !kind.is_pattern()).collect();
            assert_eq!(names, expected);
        }
        let found =
            found_by_model("More fled their homes as Typhoon Osang went through the Bicol Region on Sunday.");
        assert!(found.contains(&("Typhoon Osang", Event)), "{found:?}");
        assert!(found_by_model("Hurricane Hits Coast of Ireland").iter().all(|(name, _)| *name == "Ireland"));
        // At the end of one thing another may begin.
        let apart = found_by_model("It was a Hurricane. Lorenzo Miller left.");
        assert!(apart.contains(&("Lorenzo Miller", Person)), "{apart:?}");
    }

    #[test]
    fn storms_of_all_kinds_are_no_persons() {
        for (text, storm) in [
            ("Typhoon Kristine hit Manila.", "Typhoon Kristine"),
            ("On Friday, Tropical Storm Barry reached the coast.", "Tropical Storm Barry"),
        ] {
            assert!(found_by_model(text).contains(&(storm, Event)), "{text}");
        }
        let text = "Hurricane Dorian grew. Today Dorian reached the Bahamas.";
        assert!(found_by_model(text).contains(&("Dorian", Event)));
        let found = found_by_model("Prince Andrew was sorry after Hurricane Andrew.");
        assert!(found.contains(&("Andrew", Person)), "{found:?}");
    }
}

//! What a sentence says that its subject is, and what it is called in another language.
//!
//! ```text
//! Kireedam (transl. The Crown) is a 1989 film       a work
//! The Magnetic Postmen were a rock band             a body
//! Brestovany is a village in the district           a place
//! Sobrance (Hungarian: Szobránc)                    what it is itself
//! ```

use std::ops::Range;

use super::beside::{BODY, LAND, small};
use super::decoder::{self, ORGANISATION, OTHER, PERSON, PLACE, Tag};
use super::units::Gap;
use super::window::Opened;
use crate::lexicon::Known;

/// Words of what stands in brackets between name and verb, at most.
const ASIDE: usize = 24;

/// Words between the article and the end of what is said, at most.
const FAR: usize = 10;

/// Participles without *-ed* that follow what something is.
const PARTICIPLES: &[&str] = &["broadcast", "built", "known", "made", "set", "sung", "written"];

/// Puts the tags right of the words from `start` on.
pub(super) fn settle(document: &Opened, text: &str, start: usize, tags: &mut [Tag]) {
    let mut at = 0;
    while let Some((name, kind)) = decoder::next_name(tags, at) {
        at = name.end;
        let range = start + name.start..start + name.end;
        let own = kind_of(document, text, &range).unwrap_or(kind);
        if own != kind {
            decoder::mark(&mut tags[name], own);
        }
        at = translation(document, text, start, at, own, tags);
    }
}

/// What kind of name the sentence says that these units are.
pub(super) fn kind_of(document: &Opened, text: &str, name: &Range<usize>) -> Option<u8> {
    let noun = predicate(document, text, name);
    let knows = |classes| document.units[name.clone()].iter().any(|unit| unit.is(classes));
    if is_of(noun, Known::BEFORE_WORK) {
        Some(OTHER)
    } else if is_of(noun, LAND) {
        Some(PLACE)
    } else if is_of(noun, BODY) && !knows(Known::GIVEN.or(Known::ANY_PLACE)) {
        Some(ORGANISATION)
    } else {
        None
    }
}

/// Whether a noun is in one of these classes and none of the others.
fn is_of(noun: Known, classes: Known) -> bool {
    noun.is(classes) && !noun.is(Known::BEFORE_WORK.or(BODY).or(LAND).or(Known::ROLE).without(classes))
}

/// What the noun is that says what the subject of a sentence is, which has these units; nothing if it has none.
fn predicate(document: &Opened, text: &str, name: &Range<usize>) -> Known {
    let units = &document.units;
    let unit = |at: usize| units.get(at);
    let word = |at: usize| unit(at).map_or("", |unit| unit.span().of(text));
    let before = name.start - units.range().start;
    if before > 1 || before == 1 && !unit(name.start - 1).is_some_and(|unit| unit.is(Known::ARTICLE)) {
        return Known::NONE;
    }
    let mut verb = name.end;
    if unit(verb).is_some_and(|unit| unit.gap == Gap::Open) {
        let closes = |at: &usize| unit(*at).is_some_and(|unit| unit.gap == Gap::Close);
        verb = (verb..verb + ASIDE).find(closes).unwrap_or(verb);
    }
    if !matches!(word(verb), "is" | "was" | "are" | "were") || !matches!(word(verb + 1), "a" | "an" | "the") {
        return Known::NONE;
    }
    let first = verb + 2;
    let goes_on = |at: &usize| {
        unit(*at).is_some_and(|unit| {
            let is_rank = || matches!(unit.span().of(text), "first" | "second" | "third" | "last" | "only");
            matches!(unit.gap, Gap::Space | Gap::Joined)
                && (!unit.form.is_stop || unit.is(Known::AND) || is_rank())
        })
    };
    // *a film directed by*; but *a film director*.
    let is_head = |at: &usize| {
        let next =
            unit(at + 1).filter(|next| next.gap == Gap::Space && (!next.form.is_stop || next.is(Known::AND)));
        next.is_none_or(|next| {
            PARTICIPLES.contains(&next.span().of(text)) || next.span().of(text).ends_with("ed")
        })
    };
    let head = (first..first + FAR).take_while(goes_on).find(is_head).and_then(unit);
    head.map_or(Known::NONE, small)
}

/// Gives the kind of the name that ends at `end` to what it is called in another language, in brackets behind it; where that
/// ends.
fn translation(document: &Opened, text: &str, start: usize, end: usize, kind: u8, tags: &mut [Tag]) -> usize {
    let most = tags.len();
    let unit = |at: usize| document.units.get(start + at).filter(|_| at < most);
    let Some((language, first)) = unit(end).zip(unit(end + 1)) else { return end };
    let is_named = language.gap == Gap::Open
        && language.is(Known::DEMONYM)
        && first.is_capital()
        && first.since(language, text) == ": ";
    if !is_named || kind == PERSON {
        return end;
    }
    let goes_on = |at: &usize| unit(*at).is_some_and(|unit| matches!(unit.gap, Gap::Space | Gap::Joined));
    let done = end + 2 + (end + 2..most).take_while(goes_on).count();
    decoder::mark(&mut tags[end..=end], OTHER);
    decoder::mark(&mut tags[end + 1..done], kind);
    done
}

#[cfg(test)]
mod tests {
    use crate::entities::EntityType::{Organisation, Person, Place};
    use crate::entities::tests::{found_by_model, kind_by_model};

    #[test]
    fn a_subject_is_what_it_is_said_to_be() {
        for (text, name, kind) in [
            ("The Zorbano Krem were a New Zealand rock band of three.", "Zorbano Krem", Organisation),
            ("Gillet Zorbano was a Belgian manufacturer of cars.", "Gillet Zorbano", Organisation),
            ("Kireban (Polish: Kireban) is a small village in the north.", "Kireban", Place),
            ("Kireban Zorbano is a film director from Poland.", "Kireban Zorbano", Person),
        ] {
            assert_eq!(kind_by_model(text, name), Some(kind), "{text}");
        }
    }

    #[test]
    fn a_work_is_one_throughout() {
        let text = "Kireban is a 1989 drama film. Kireban was shown in Paris. They thanked Kireban.";
        let found = found_by_model(text);
        let kinds: Vec<_> =
            found.iter().filter(|(name, _)| *name == "Kireban").map(|(_, kind)| *kind).collect();
        assert!(
            kinds.len() == 3 && kinds.iter().all(|kind| !matches!(kind, Person | Place | Organisation)),
            "{found:?}"
        );
    }

    #[test]
    fn a_name_in_another_language_is_of_the_same_kind() {
        let found = found_by_model("Sobrance (Hungarian: Szobránc) is a town there.");
        for town in ["Sobrance", "Szobránc"] {
            assert!(found.contains(&(town, Place)), "{found:?}");
        }
    }
}

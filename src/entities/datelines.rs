//! Datelines: the town in capitals before a report.
//!
//! ```text
//! NANJING, March 31 (Xinhua) - Two men ...
//! KEY BISCAYNE, Fla. (AP) — The final ...
//! DENVER _ A court ...
//! TUNIS (Reuters) - The cabinet ...
//! BONN 1996-08-22
//! BONN, Germany 1996-08-22
//! MUSCAT: A cold store ...
//! SALELOLOGA — Mothers ...
//! ```
//!
//! A name in capitals tells the model little; what stands after it tells all: the state, and the agency in brackets, too.

use std::ops::Range;

use super::decoder::{self, Tag};
use super::forms::{Case, Kind};
use super::states::is_state;
use super::units::{Gap, Unit};
use super::window::Opened;
use crate::lexicon::Known;

/// Towns have at most so many words.
const LONGEST: usize = 3;

/// The dash stands at most so many words behind the town.
const FARTHEST: usize = 8;

/// A text begins with so many units, as far as datelines go: a headline may come first.
const BEGINNING: usize = 40;

/// What stands before a report.
#[derive(Clone, Copy, Default)]
pub(super) struct Dateline {
    /// So many units are the town, none if there is no dateline.
    pub town: usize,
    /// So many units stand before the report.
    pub end: usize,
    /// The unit that is a state: *Fla.*
    state: Option<usize>,
    /// The unit that is an agency: *AP*.
    agency: Option<usize>,
}

/// The dateline that a sentence begins with.
pub(super) fn read(document: &Opened, sentence: &Range<usize>) -> Dateline {
    let units = &document.units[sentence.clone()];
    let dated = |at: usize| document.units.is_dated(sentence.start + at);
    let known = |at: usize| document.phrase(sentence.start + at).known;
    let is_town = |at: &usize| {
        let unit = &units[*at];
        unit.form.case == Case::Acronym
            && unit.form.kind == Kind::Word
            && !unit.is(Known::SPORT.or(Known::NO_NAME))
            && !dated(*at)
            && (*at == 0 || unit.gap == Gap::Space)
    };
    let town = (0..units.len().min(LONGEST + 1)).take_while(is_town).count();
    if !(1..=LONGEST).contains(&town) || known(0).is(Known::ORGANISATION) {
        return Dateline::default();
    }
    // Of a known place the dash tells enough, and of what has no other use where the text begins.
    let is_known = known(0).is(Known::ANY_PLACE);
    let is_new = |unit: &Unit<'_>| unit.form.len > 4 && !unit.form.is_ordinary();
    let may_be_town =
        sentence.start < BEGINNING && known(0) == Known::NONE && units[..town].iter().all(is_new);
    let mut is_told = is_known || may_be_town || units[town - 1].is(Known::PLACE_HEAD);
    let mut is_date = true;
    let (mut state, mut agency) = (None, None);
    for (at, unit) in units.iter().enumerate().skip(town).take(FARTHEST) {
        is_date &= dated(at);
        let says = match unit.gap {
            Gap::Start if is_known && at == town && unit.is_capital() && is_colon(document, sentence, at) => {
                return Dateline { town, end: at, state, agency };
            }
            Gap::Dash if is_told => return Dateline { town, end: at, state, agency },
            _ if !unit.is_capital() && !dated(at) => return Dateline::default(),
            Gap::Comma if dated(at) => Known::NONE,
            Gap::Comma if unit.full_stops > 0 => {
                state = Some(at);
                Known::NONE
            }
            Gap::Comma => Known::ANY_PLACE,
            Gap::Open => {
                agency = Some(at);
                Known::ORGANISATION
            }
            Gap::Space | Gap::Close => continue,
            _ => return Dateline::default(),
        };
        is_told |= says == Known::NONE || known(at).is(says);
    }
    // *BUTTE, Mont. _ It was*, which ends a sentence.
    if state.is_some_and(|at| at + 1 == units.len() && is_state(&units[at])) {
        return Dateline { town, end: units.len(), state, agency };
    }
    let is_dated = town < units.len() && dated(units.len() - 1);
    match is_dated && (is_date || is_told) {
        true => Dateline { town, end: units.len(), state, agency },
        false => Dateline::default(),
    }
}

/// Whether a colon on the same line parts a unit of the sentence from the one before it.
fn is_colon(document: &Opened, sentence: &Range<usize>, at: usize) -> bool {
    let [before, unit] = [at - 1, at].map(|at| &document.units[sentence.start + at]);
    unit.since(before, document.tokens.text) == ": "
}

/// Makes the town and state of a `dateline` places and its agency a body, in the tags of the sentence's first words; what is
/// left of a name after the town is none.
pub(super) fn settle(tags: &mut [Tag], dateline: &Dateline) {
    let Some((name, rest)) = tags.split_at_mut_checked(dateline.town) else { return };
    decoder::mark(name, decoder::PLACE);
    let left = decoder::rest(rest);
    rest[..left].fill(0);
    for (at, kind) in [(dateline.state, decoder::PLACE), (dateline.agency, decoder::ORGANISATION)] {
        let is_one = |tag: &&mut Tag| matches!(decoder::place(**tag), None | Some(decoder::SOLE));
        if let Some(tag) = at.and_then(|at| tags.get_mut(at)).filter(is_one) {
            *tag = decoder::tag(kind, decoder::SOLE);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::entities::EntityType::{Organisation, Place};
    use crate::entities::tests::found_by_model;

    fn is_place(text: &str, name: &str) -> bool {
        found_by_model(text).contains(&(name, Place))
    }

    #[test]
    fn what_stands_after_it_tells_a_town() {
        for (name, text) in [
            ("NANJING", "NANJING, March 31 (Xinhua) -- Two men were found on the river bank."),
            ("KEY BISCAYNE", "KEY BISCAYNE, Fla. (AP) — The final was won by the Serb."),
            ("TUNIS", "TUNIS (Reuters) - The cabinet was named by the new president."),
            ("DHAKA", "DHAKA - Bangladesh Nationalist Party members met."),
            ("KRZEMBORK", "KRZEMBORK, Poland — He was seen by many there."),
            ("CORTINA D'AMPEZZO", "CORTINA D'AMPEZZO, Italy 1998-01-25\n\nShe won by a second."),
            ("KRZEMBORK", "KRZEMBORK 1996-08-22\n\nHe was seen by many there."),
            ("KRZEMBORK", "KRZEMBORK, Mont. _ It was the bottom of the ninth."),
            ("MUSCAT", "MUSCAT: Many ships were held there on Monday."),
            ("SALELOLOGA", "SALELOLOGA — Expectant mothers were seen there."),
            ("LEGAZPI CITY", "LEGAZPI CITY -- Six fishermen were seen by many there."),
        ] {
            assert!(is_place(text, name), "{text}");
        }
    }

    #[test]
    fn state_and_agency_are_names_too() {
        let found = found_by_model("KRZEMBORK, Miss. (AP) _ Two men were seen there.");
        assert_eq!(found, [("KRZEMBORK", Place), ("Miss.", Place), ("AP", Organisation)]);
        let found = found_by_model("They saw Oslo.\n\nLONDON _ Two men were seen.");
        assert_eq!(found, [("Oslo", Place), ("LONDON", Place)]);
    }

    #[test]
    fn not_every_word_in_capitals_is_one() {
        for (name, text) in [
            ("SOCCER", "SOCCER, March 31 - It was the best of matches."),
            ("DATE", "DATE: Tuesday, November 22, 2005\n\nIt was the best of days."),
            ("BYTE", "BYTE (B) - It is the unit of memory."),
            ("NATO", "NATO (Reuters) - It has met in the city."),
            ("WARNING", "WARNING — It is the best of matches."),
            ("UNICODE", "UNICODE, which has many letters - It is the standard."),
        ] {
            assert!(!is_place(text, name), "{text}");
        }
    }

    #[test]
    fn no_name_crosses_the_dash() {
        for text in [
            "KAMPALA, Uganda — Bobi Wine was arrested there.",
            "SEOUL (AP) — Samsung Electronics said it would pay.",
            "Matches in Kampala, Uganda -- Bobi Wine was arrested there.",
        ] {
            let found = found_by_model(text);
            assert!(found.iter().all(|(name, _)| !name.contains(['—', '-'])), "{found:?}");
        }
    }
}

//! Places that are told by whom or what they belong to: a town by its state in short, a state by its senator, a seat by its
//! member.
//!
//! ```text
//! Boulder, Colo.                town and state
//! Conrad Burns, R-Mont.         the state of a member of a party
//! Lagaip MP Aimos Akem          the seat
//! ```

use super::decoder::{self, ORGANISATION, PERSON, PLACE, SOLE, Tag};
use super::forms::Case;
use super::units::{Gap, Unit};
use super::window::Opened;
use crate::lexicon::Known;

/// Whether it is a state of America in short: *Fla.*
pub(super) fn is_state(unit: &Unit) -> bool {
    unit.full_stops > 0 && is_short_state(unit.form.known)
}

/// Whether that is known of a word that is a state in short.
fn is_short_state(known: Known) -> bool {
    known.is(Known::ABBREVIATION) && known.is(Known::LAND_NOUN)
}

/// Whether a compound has these halves: the letter of a party, and what may be a state.
pub(super) fn is_of_party(head: &str, tail: Known) -> bool {
    matches!(head, "D" | "I" | "R") && (is_short_state(tail) || tail.is(Known::REGION))
}

/// Puts the tags right of the words from `start` on.
pub(super) fn settle(document: &Opened, text: &str, start: usize, tags: &mut [Tag]) {
    for at in 1..tags.len() {
        let [before, unit] = [at - 1, at].map(|at| &document.units[start + at]);
        if unit.gap == Gap::Joined && is_of_party(before.span().of(text), unit.form.known) {
            tags[at - 1] = 0;
            let end = at + 1 + decoder::rest(&tags[at + 1..]);
            decoder::mark(&mut tags[at..end], PLACE);
        } else if !matches!(decoder::place(tags[at]), None | Some(SOLE)) {
            continue;
        } else if unit.gap == Gap::Comma && is_state(unit) && before.is_capital() {
            decoder::mark(&mut tags[at..=at], PLACE);
            town(document, start, &mut tags[..at]);
        } else if tags[at] == 0
            && matches!(unit.span().of(text), "MP" | "MLA" | "MCA" | "MPP")
            && unit.gap == Gap::Space
            && tags.get(at + 1).is_some_and(|&next| decoder::kind(next) == Some(PERSON))
            && document.units[start + at + 1].gap == Gap::Space
            && matches!(decoder::kind(tags[at - 1]), None | Some(PERSON))
            && is_free(before)
        {
            town(document, start, &mut tags[..at]);
        }
    }
}

/// Makes a place of the name at the end of what has these tags, or of what follows the last *of* or *in* in it.
fn town(document: &Opened, start: usize, tags: &mut [Tag]) {
    let end = tags.len();
    let unit = |at: usize| &document.units[start + at];
    let mut first = end - 1;
    if tags[first] == 0 {
        while first > 0 && tags[first - 1] == 0 && unit(first).gap == Gap::Space && is_free(unit(first - 1)) {
            first -= 1;
        }
        if is_free(unit(first)) {
            decoder::mark(&mut tags[first..], PLACE);
        }
        return;
    }
    while decoder::goes_on(tags[first]) {
        first -= 1;
    }
    let joins = |at: &usize| unit(*at).is(Known::OF.or(Known::IN)) && !unit(*at).is_capital();
    match decoder::kind(tags[first]) {
        Some(PERSON) if end - first > 1 && unit(first).is(Known::GIVEN) => {}
        Some(PERSON) => decoder::mark(&mut tags[first..], PLACE),
        Some(ORGANISATION) => {
            if let Some(at) = (first + 1..end - 1).rev().find(joins) {
                decoder::mark(&mut tags[first..at], ORGANISATION);
                tags[at] = 0;
                decoder::mark(&mut tags[at + 1..], PLACE);
            }
        }
        _ => {}
    }
}

/// Whether a word with a capital may be one of a place's name.
fn is_free(unit: &Unit) -> bool {
    unit.is_capital()
        && unit.form.case != Case::Acronym
        && !unit.is(Known::DEMONYM.or(Known::ORGANISATION).or(Known::TITLE))
        && !unit.form.is_ordinary()
}

#[cfg(test)]
mod tests {
    use crate::entities::EntityType::{self, Organisation, Person, Place};
    use crate::entities::tests::found_by_model;

    fn expect(text: &str, expected: &[(&str, EntityType)]) {
        assert_eq!(found_by_model(text), expected, "{text}");
    }

    #[test]
    fn a_state_in_short_and_its_town_are_places() {
        expect("The plant in Skokie, Ill., is new.", &[("Skokie", Place), ("Ill.", Place)]);
        expect("He met them in Krzembork, Mont., again.", &[("Krzembork", Place), ("Mont.", Place)]);
        expect(
            "Ball Aerospace of Boulder, Colo., took it for a flake.",
            &[("Ball Aerospace", Organisation), ("Boulder", Place), ("Colo.", Place)],
        );
    }

    #[test]
    fn a_letter_of_a_party_is_no_part_of_the_state() {
        expect(
            "Sen. Conrad Burns, R-Mont., met Larry Craig, R-Idaho, on it.",
            &[("Conrad Burns", Person), ("Mont.", Place), ("Larry Craig", Person), ("Idaho", Place)],
        );
    }

    #[test]
    fn the_seat_of_a_member_is_a_place_but_a_party_is_none() {
        expect("They heard Lagaip MP Aimos Akem there.", &[("Lagaip", Place), ("Aimos Akem", Person)]);
        expect("They heard Labour MP Jim Jones there.", &[("Labour", Organisation), ("Jim Jones", Person)]);
    }
}

//! Where one name ends and another begins: at a long dash or semicolon, behind a country whose something follows,
//! between two places, and behind a common word with *of*; but not in the middle of a country, people, organisation or
//! event that the lexicon has.

use std::ops::Range;

use super::capitals::BEFORE_OF;
use super::decoder::{self, ORGANISATION, PLACE, Tag};
use super::units::{Gap, Unit};
use super::window::Opened;
use crate::lexicon::Known;

/// Whether no name has both the unit at `at`, which is not its sentence's first, and the one before it.
pub(super) fn is_parted(document: &Opened, text: &str, at: usize) -> bool {
    let (before, unit) = (&document.units[at - 1], &document.units[at]);
    let begins = |classes| document.phrase(at).known.is(classes) && document.extent(at).start == at;
    match unit.gap {
        Gap::Dash | Gap::Other => parts(unit.since(before, text)),
        // India’s Ministry of Power; but People’s Daily and St. John’s Hospital.
        _ if before.possessive => ends_place(document, at - 1, Known::COUNTRY),
        // Nepal and Sudan, Catholics and Muslims, Costco and Lidl; but Trinidad and Tobago, which the lexicon has, and
        // the Bank of England and Wales.
        _ if before.is(Known::AND) => {
            let both = |classes| begins(classes) && ends_place(document, at - 2, classes);
            at >= document.units.range().start + 2
                && (both(PLACES) || both(Known::DEMONYM) || both(Known::ORGANISATION))
        }
        // Shares of Morgan Stanley; but Bank of America Securities.
        _ if before.is(Known::OF) => {
            let head = document.units.get(at.wrapping_sub(2));
            // *Shooting Stars of Nigeria* in a text of sport.
            let is_team = document.sport.is_told
                && begins(Known::COUNTRY)
                && head.is_some_and(|head| !head.is(Known::COMMON.or(Known::GIVEN).or(BEFORE_OF)));
            is_team
                || begins(Known::ORGANISATION)
                    && head.is_some_and(|head| head.is(Known::COMMON) && !head.is(BEFORE_OF))
        }
        _ => false,
    }
}

/// Countries, their parts and their towns.
const PLACES: Known = Known::COUNTRY.or(Known::REGION).or(Known::CITY);

/// Whether the unit at `at` is the last of a place of these classes that does not itself follow *of* as in *Bank of*.
fn ends_place(document: &Opened, at: usize, classes: Known) -> bool {
    document.phrase(at).known.is(classes) && {
        let Range { start, end } = document.extent(at);
        let of = document.units.get(start.wrapping_sub(1));
        end == at + 1 && !of.is_some_and(|of| of.is(Known::OF) && of.gap == Gap::Space)
    }
}

/// Makes one name of what the lexicon has as one and the model takes apart, *Trinidad and Tobago*, *Johnson & Johnson*,
/// *Czech Republic*, or of a body, event, people or product that it passes over: *World Trade Organization*, *War of 1812*, *Kurds*, *Bluetooth*.
pub(super) fn join(document: &Opened, text: &str, start: usize, tags: &mut [Tag]) {
    let end = start + tags.len();
    let mut at = start;
    while at < end {
        let whole = document.extent(at);
        let known = document.phrase(at).known;
        at = whole.end.max(at + 1);
        let kind = if known.is(Known::ORGANISATION) {
            ORGANISATION
        } else if known.is(Known::COUNTRY.or(Known::REGION).or(Known::PLACE)) {
            PLACE
        } else if known.is(Known::DEMONYM.or(Known::EVENT).or(Known::WORK)) {
            decoder::OTHER
        } else {
            continue;
        };
        // But *Philip, Morris and Ann*.
        let is_joined = |at: usize| matches!(document.units[at].gap, Gap::Space | Gap::Joined);
        if whole.start < start || whole.end > end || !(whole.start + 1..whole.end).all(is_joined) {
            continue;
        }
        let unit = &document.units[whole.start];
        let whole = whole.start - start..whole.end - start;
        if whole.len() == 1 {
            let is_work =
                || known.is(Known::WORK) && !known.is(Known::NAME.without(Known::WORK)) && unit.is_capital();
            let is_people = || known.is(Known::DEMONYM) && are_people(document, text, unit);
            if tags[whole.start] == 0 && (is_people() || is_work() && !unit.form.is_ordinary()) {
                decoder::mark(&mut tags[whole], kind);
            }
            continue;
        }
        let goes_on = |at: usize| tags.get(at).is_some_and(|&tag| decoder::goes_on(tag));
        let is_one = (whole.start + 1..whole.end).all(goes_on);
        let is_told =
            known.is(Known::EVENT.or(Known::ORGANISATION)) || tags[whole.clone()].iter().any(|&tag| tag != 0);
        if is_told && !is_one && !goes_on(whole.start) && !goes_on(whole.end) {
            decoder::mark(&mut tags[whole], kind);
        }
    }
}

/// Whether a demonym is that of several persons, *Kurds*, whom the model passes over here and there; but *Swiss*, *Iroquois*.
fn are_people(document: &Opened, text: &str, unit: &Unit) -> bool {
    let word = unit.span().of(text);
    word.ends_with('s') && !word.ends_with("ss") && !word.ends_with("ois") && !document.is_guess(unit)
}

/// Puts the town into the name of a part of a university: *University of California, Los Angeles*, *University of Texas at
/// Austin*.
pub(super) fn campuses(document: &Opened, text: &str, start: usize, tags: &mut [Tag]) {
    let mut at = 0;
    while let Some((name, kind)) = decoder::next_name(tags, at) {
        at = name.end;
        let first = start + name.start;
        let word = |at: usize| document.units.get(at).map_or("", |unit| unit.span().of(text));
        let is_of_state = kind == ORGANISATION
            && name.len() > 2
            && word(first) == "University"
            && document.units[first + 1].is(Known::OF)
            && document.extent(first + 2).end == start + name.end
            && (document.units[first + 2].is(Known::REGION)
                || document.phrase(first + 2).known.is(Known::REGION));
        let from = match document.units.get(start + at).map(|unit| unit.gap) {
            Some(Gap::Comma) => at,
            Some(Gap::Space) if word(start + at) == "at" => at + 1,
            _ => continue,
        };
        if !is_of_state || from >= tags.len() {
            continue;
        }
        let is_town = |next: &Range<usize>| {
            let range = start + next.start..start + next.end;
            document.is_extent(&range) && document.phrase(range.start).known.is(Known::CITY)
        };
        let next = decoder::next_name(tags, from).filter(|(next, _)| next.start == from && is_town(next));
        if let Some((town, PLACE)) = next {
            at = town.end;
            decoder::mark(&mut tags[name.start..town.end], ORGANISATION);
        }
    }
}

/// Whether a dash or other mark with this around it parts: *Uganda — Bobi Wine*.
///
/// Shorter dashes between spaces do not: texts that were in tokens write *Jean - Paul* and *Polish – Lithuanian*.
fn parts(between: &str) -> bool {
    let mut hyphens = 0;
    between.chars().any(|c| {
        hyphens += u32::from(c == '-');
        hyphens > 1 || matches!(c, '—' | '_' | ')' | ']' | ':' | ';')
    })
}

#[cfg(test)]
mod tests {
    use crate::entities::EntityType::{Event, Nationality, Organisation, Place};
    use crate::entities::tests::{found_by_model, kind_by_model};

    #[test]
    fn places_are_names_of_their_own() {
        let found = found_by_model(
            "Talks of Nepal and Sudan, of Egypt and Burkina Faso and of Fiji and Tonga failed.",
        );
        for place in ["Nepal", "Sudan", "Egypt", "Burkina Faso", "Fiji", "Tonga"] {
            assert!(found.contains(&(place, Place)), "{place}: {found:?}");
        }
        let found = found_by_model("He flew from Trinidad and Tobago to Bosnia and Herzegovina.");
        assert_eq!(found, [("Trinidad and Tobago", Place), ("Bosnia and Herzegovina", Place)]);
        let found = found_by_model("The Bank of Trinidad and Tobago was sold.");
        assert_eq!(found, [("Bank of Trinidad and Tobago", Organisation)]);
    }

    #[test]
    fn a_company_of_two_names_is_one() {
        let found = found_by_model("Johnson & Johnson paid, and Ernst & Young audited it.");
        assert_eq!(found, [("Johnson & Johnson", Organisation), ("Ernst & Young", Organisation)]);
    }

    #[test]
    fn what_the_lexicon_has_as_one_is_one() {
        for (text, name, kind) in [
            ("Ice hockey is popular in the Czech Republic and in Germany.", "Czech Republic", Place),
            ("It was built in the War of 1812 by his father.", "War of 1812", Event),
            ("They vote on Super Tuesday, he said.", "Super Tuesday", Event),
            ("Many Native Americans live there.", "Native Americans", Nationality),
            ("Shell pumps oil in the Niger Delta and sells it.", "Niger Delta", Place),
            ("He said the World Trade Organization is fine.", "World Trade Organization", Organisation),
        ] {
            assert_eq!(kind_by_model(text, name), Some(kind), "{text}");
        }
    }

    #[test]
    fn a_university_has_its_town_in_its_name() {
        for name in [
            "University of California, Los Angeles",
            "University of Texas at Austin",
            "University of California, San Diego",
        ] {
            let text = format!("He studied at the {name} and left.");
            assert_eq!(kind_by_model(&text, name), Some(Organisation), "{text}");
        }
        for (text, town) in [
            ("He left the University of Oxford, London and his wife.", "London"),
            ("He moved from the University of California to Los Angeles.", "Los Angeles"),
        ] {
            let found = found_by_model(text);
            assert!(found.contains(&(town, Place)), "{found:?}");
        }
    }

    #[test]
    fn a_list_is_no_entry_and_a_team_is_not_its_country() {
        let found = found_by_model("Morgan, Stanley and Jones left the room.");
        assert!(found.iter().all(|(name, _)| !name.contains(',')), "{found:?}");
        let text = "The league match was a draw. In the cup, Shooting Stars of Nigeria drew 0-0 with Raja of Morocco.";
        assert_eq!(kind_by_model(text, "Nigeria"), Some(Place));
    }

    #[test]
    fn a_common_word_is_no_part_of_whose_it_is() {
        let found = found_by_model("Shares of Morgan Stanley rose. Bank of America Securities smiled.");
        assert_eq!(found, [("Morgan Stanley", Organisation), ("Bank of America Securities", Organisation)]);
    }

    #[test]
    fn a_country_is_no_part_of_what_it_has() {
        let found = found_by_model("India's Ministry of Electronics and Information Technology spoke.");
        let expected =
            [("India", Place), ("Ministry of Electronics and Information Technology", Organisation)];
        assert_eq!(found, expected);
        let found = found_by_model("He read the People's Daily and went to Martha's Vineyard.");
        assert!(found.iter().any(|(name, _)| *name == "People's Daily"), "{found:?}");
        assert!(found.iter().any(|(name, _)| *name == "Martha's Vineyard"), "{found:?}");
    }
}

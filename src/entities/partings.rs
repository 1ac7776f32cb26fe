//! Where one name ends and another begins: at a long dash or semicolon, behind a country whose something follows,
//! between two places, and behind a common word with *of*; but not in the middle of a country or organisation with an
//! *and* that the lexicon has.

use std::ops::Range;

use super::capitals::BEFORE_OF;
use super::decoder::{self, Tag};
use super::forms::Kind;
use super::units::Gap;
use super::window::Opened;
use crate::lexicon::Known;

/// Whether no name has both the unit at `at`, which is not its sentence's first, and the one before it.
pub(super) fn is_parted(document: &Opened, text: &str, at: usize) -> bool {
    let (before, unit) = (&document.units[at - 1], &document.units[at]);
    let begins = |classes| document.phrase(at).known.is(classes) && document.extent(at).start == at;
    match unit.gap {
        Gap::Dash | Gap::Other => parts(&text[before.span().end as usize..unit.start as usize]),
        // India’s Ministry of Power; but People’s Daily and St. John’s Hospital.
        _ if before.possessive => ends_place(document, at - 1, Known::COUNTRY),
        // Nepal and Sudan, Catholics and Muslims; but Trinidad and Tobago, which the lexicon has, and the Bank of
        // England and Wales.
        _ if before.is(Known::AND) => {
            let both = |classes| begins(classes) && ends_place(document, at - 2, classes);
            at >= document.units.range().start + 2 && (both(PLACES) || both(Known::DEMONYM))
        }
        // Shares of Morgan Stanley; but Bank of America Securities.
        _ if before.is(Known::OF) => {
            let head = document.units.get(at.wrapping_sub(2));
            begins(Known::ORGANISATION)
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

/// Makes one name of two that the lexicon has as one: *Trinidad and Tobago*, *Johnson & Johnson*.
pub(super) fn join(document: &Opened, start: usize, tags: &mut [Tag]) {
    for at in start + 1..start + tags.len() {
        let unit = &document.units[at];
        if !unit.is(Known::AND) && unit.form.kind != Kind::Ampersand {
            continue;
        }
        let known = document.phrase(at).known;
        let kind = if known.is(Known::ORGANISATION) {
            decoder::ORGANISATION
        } else if known.is(Known::COUNTRY) {
            decoder::PLACE
        } else {
            continue;
        };
        let whole = document.extent(at);
        if whole.start < start || whole.end > start + tags.len() {
            continue;
        }
        let whole = whole.start - start..whole.end - start;
        let goes_on = |tags: &[Tag]| decoder::rest(tags) > 0;
        if !goes_on(&tags[whole.start..]) && !goes_on(&tags[whole.end..]) {
            decoder::mark(&mut tags[whole], kind);
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
        hyphens > 1 || matches!(c, '—' | ')' | ']' | ':' | ';')
    })
}

#[cfg(test)]
mod tests {
    use crate::entities::EntityType::{Organisation, Place};
    use crate::entities::tests::found_by_model;

    #[test]
    fn places_are_names_of_their_own() {
        let found = found_by_model(
            "Talks of Nepal and Sudan, of Jordan and Burkina Faso and of Fiji and Tonga failed.",
        );
        for place in ["Nepal", "Sudan", "Jordan", "Burkina Faso", "Fiji", "Tonga"] {
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

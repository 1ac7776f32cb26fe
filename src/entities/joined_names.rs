//! Names that the model takes apart, for what stands inside.
//!
//! ```text
//! Barrow & Steyn                two surnames with & between them are one firm
//! Dwayne “The Rock” Johnson     a nickname is part of the name
//! ```

use super::decoder::{self, ORGANISATION, OTHER, PERSON, SOLE, Tag};
use super::forms::Kind;
use super::units::Gap;
use super::window::Opened;
use crate::lexicon::Known;

/// Puts the tags right of the words from `start` on.
pub(super) fn settle(document: &Opened, start: usize, tags: &mut [Tag]) {
    firms(document, start, tags);
    nicknames(document, start, tags);
}

/// Makes one name of two that are taken for persons: no given names, and *&* between them.
fn firms(document: &Opened, start: usize, tags: &mut [Tag]) {
    const ONLY: Tag = decoder::tag(PERSON, SOLE);
    const FIRST: Tag = decoder::tag(PERSON, 0);
    for at in 1..tags.len().saturating_sub(1) {
        let is_ampersand = document.units[start + at].form.kind == Kind::Ampersand;
        if !is_ampersand || tags[at - 1] != ONLY || !matches!(tags[at + 1], FIRST | ONLY) {
            continue;
        }
        let end = at + 2 + decoder::rest(&tags[at + 2..]);
        if !document.units[start + at - 1..start + end].iter().any(|unit| unit.is(Known::GIVEN)) {
            decoder::mark(&mut tags[at - 1..end], ORGANISATION);
        }
    }
}

/// Makes one name of a person's with another in quotation marks inside.
fn nicknames(document: &Opened, start: usize, tags: &mut [Tag]) {
    /// Words of a nickname, at most.
    const LONGEST: usize = 3;
    let is_part = |tag: Tag| matches!(decoder::kind(tag), Some(PERSON | OTHER));
    let quote = |at: usize| {
        let unit = Some(&document.units[start + at]).filter(|unit| unit.gap == Gap::Quote)?;
        let between = unit.since(&document.units[start + at - 1], document.tokens.text);
        (!between.starts_with(',')).then(|| (between.starts_with(' '), between.ends_with(' ')))
    };
    for at in 1..tags.len() {
        if quote(at) != Some((true, false)) || !is_part(tags[at - 1]) {
            continue;
        }
        let far = tags.len().min(at + LONGEST + 1);
        let Some(close) = (at + 1..far).find(|&end| quote(end) == Some((false, true))) else { continue };
        let goes_on = |&it: &usize| {
            is_part(tags[it]) && (it + 1 == at || document.units[start + it + 1].gap == Gap::Space)
        };
        let begin = (0..at).rev().take_while(goes_on).last().unwrap_or(at);
        let is_given = document.units[start + begin].is(Known::GIVEN) && !decoder::goes_on(tags[begin]);
        if is_given && is_part(tags[close]) && document.units[start + close].is_capital() {
            let end = close + 1 + decoder::rest(&tags[close + 1..]);
            decoder::mark(&mut tags[begin..end], PERSON);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::entities::EntityType::{self, Organisation, Person, Place};
    use crate::entities::tests::found_by_model;

    fn expect(text: &str, expected: &[(&str, EntityType)]) {
        assert_eq!(found_by_model(text), expected, "{text}");
    }

    #[test]
    fn a_nickname_stands_inside_of_a_name() {
        expect(
            "Dwayne “The Rock” Johnson met Eleanor \"Nonie\" Baker in London.",
            &[("Dwayne “The Rock” Johnson", Person), ("Eleanor \"Nonie\" Baker", Person), ("London", Place)],
        );
        expect(
            "Max Martin, Robert \"Mutt\" Lange did it.",
            &[("Max Martin", Person), ("Robert \"Mutt\" Lange", Person)],
        );
    }

    #[test]
    fn two_surnames_with_an_ampersand_are_a_firm() {
        let found = found_by_model("Traders were calm. Barrow & Steyn, a broker in London, sold.");
        assert!(found.contains(&("Barrow & Steyn", Organisation)), "{found:?}");
        let found = found_by_model("It was for Barack & Michelle, who paid.");
        assert!(found.iter().all(|(name, _)| !name.contains('&')), "{found:?}");
    }
}

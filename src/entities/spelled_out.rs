//! A name is as long as the letters in brackets behind it say: *United Nations Interim Force in Lebanon (UNIFIL)*.

use super::decoder::{self, ORGANISATION, Tag};
use super::forms::{Case, Kind};
use super::units::Gap;
use super::window::Opened;
use crate::lexicon::Known;

/// Makes one body of the words before *(UNIFIL)* whose first letters these are, if the model takes some of them for one.
pub(super) fn settle(document: &Opened, text: &str, start: usize, tags: &mut [Tag]) {
    for at in 2..tags.len() {
        let unit = &document.units[start + at];
        let closes = document.units.get(start + at + 1).is_none_or(|next| next.gap != Gap::Space);
        if unit.gap != Gap::Open || unit.form.case != Case::Acronym || !closes {
            continue;
        }
        let Some(first) = beginning(document, text, start, at) else { continue };
        let is_body = |&tag: &Tag| decoder::kind(tag) == Some(ORGANISATION);
        if !decoder::goes_on(tags[first]) && tags[first..at].iter().any(is_body) {
            let letters = at..at + decoder::rest(&tags[at..]);
            decoder::mark(&mut tags[letters], ORGANISATION);
            decoder::mark(&mut tags[first..at], ORGANISATION);
        }
    }
}

/// Where the words begin whose first letters are those of the unit `at` behind them.
fn beginning(document: &Opened, text: &str, start: usize, at: usize) -> Option<usize> {
    let mut letters =
        document.units[start + at].span().of(text).chars().rev().filter(|c| c.is_alphabetic()).peekable();
    let mut first = at;
    while let Some(&letter) = letters.peek() {
        first = first.checked_sub(1)?;
        let unit = &document.units[start + first];
        let joins =
            first + 1 == at || matches!(document.units[start + first + 1].gap, Gap::Space | Gap::Joined);
        // *Organization of American States*: the first letter is a capital's.
        let may_begin = unit.is_capital() || letters.clone().count() > 1;
        let begins =
            may_begin && unit.span().of(text).chars().next().is_some_and(|c| c.eq_ignore_ascii_case(&letter));
        if !joins || unit.form.kind == Kind::Number || !begins && unit.is_capital() {
            return None;
        }
        if begins {
            letters.next();
        }
    }
    // *Member of Parliament (MP)*
    let unit = &document.units[start + first];
    let is_person = unit.is(Known::ROLE.or(Known::TITLE).or(Known::AFTER_ORGANISATION))
        || unit.span().of(text) == "Fellow";
    (at > first + 1 && unit.is_capital() && !is_person).then_some(first)
}

#[cfg(test)]
mod tests {
    use crate::entities::EntityType::Organisation;
    use crate::entities::tests::found_by_model;

    #[test]
    fn a_name_has_the_words_of_its_letters() {
        for (name, letters) in [
            ("United Nations Interim Force in Lebanon", "UNIFIL"),
            ("Institute of Certified Public Accountants of Kenya", "ICPAK"),
            ("Organization of Southern Shipping Agents", "OSSA"),
        ] {
            let text = format!("A spokesman for the {name} ({letters}) said that it was so.");
            let found = found_by_model(&text);
            assert_eq!(found[..2], [(name, Organisation), (letters, Organisation)], "{text}");
        }
    }

    #[test]
    fn other_letters_take_nothing_in() {
        let found = found_by_model("She led the Indian National Congress (INC) in May.");
        assert_eq!(found[..2], [("Indian National Congress", Organisation), ("INC", Organisation)]);
        let found = found_by_model("He was a Member of the European Parliament (MEP) in May.");
        assert!(found.contains(&("European Parliament", Organisation)), "{found:?}");
        let found = found_by_model("The agency in Lebanon (LNA) said so.");
        assert!(found.iter().all(|(name, _)| !name.contains("agency")), "{found:?}");
    }
}

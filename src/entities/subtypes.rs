//! Finer types of places, by the word that says what they are.

use super::{EntityType, Mention, Subtype};
use crate::lexicon::{Known, NameLexicon, WordKey};

/// First words of places that nature made.
const LOCATIONS_FIRST: &[&str] = &["cape", "gulf", "lake", "mount", "mt", "strait"];

/// Gives a place its finer type, where a word in it says so, by what `names` know of it.
pub(super) fn refine(text: &str, names: &NameLexicon, mention: &mut Mention) {
    if mention.kind != EntityType::Place || mention.subtype.is_some() {
        return;
    }
    let name = mention.span.of(text);
    let (Some(first), Some(last)) = (name.split_whitespace().next(), name.split_whitespace().last()) else {
        return;
    };
    if first.len() == name.len() {
        return;
    }
    let known = names.get(WordKey::folded(last));
    if known.is(Known::LOCATION)
        || LOCATIONS_FIRST.iter().any(|word| word.eq_ignore_ascii_case(first.trim_end_matches('.')))
    {
        mention.subtype = Some(Subtype::Location);
    } else if known.is(Known::FACILITY) {
        mention.subtype = Some(Subtype::Facility);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Packs;
    use crate::text::Span;

    #[test]
    fn the_last_word_says_what_a_place_is() {
        for (name, expected) in [
            ("Korean Peninsula", Some(Subtype::Location)),
            ("Mount Fuji", Some(Subtype::Location)),
            ("Calicut International Airport", Some(Subtype::Facility)),
            ("Bridge", None),
            ("Bradford", None),
        ] {
            let mut mention = Mention::sure(Span::new(0, name.len()), EntityType::Place);
            refine(name, Packs::built_in().names("en").expect("built in"), &mut mention);
            assert_eq!(mention.subtype, expected, "{name}");
        }
    }
}

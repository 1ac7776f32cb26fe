//! Finer types of places, by the word that says what they are.

use super::{EntityType, Mention, Subtype};

/// Last words of places that nature made.
const LOCATIONS: &[&str] = &[
    "bay",
    "beach",
    "canyon",
    "coast",
    "desert",
    "falls",
    "forest",
    "glacier",
    "gulf",
    "island",
    "islands",
    "isles",
    "lake",
    "mountain",
    "mountains",
    "ocean",
    "peninsula",
    "plateau",
    "reef",
    "river",
    "sea",
    "strait",
    "valley",
    "volcano",
];

/// First words of such places.
const LOCATIONS_FIRST: &[&str] = &["cape", "gulf", "lake", "mount", "mt", "strait"];

/// Last words of places that people built.
const FACILITIES: &[&str] = &[
    "airport",
    "arena",
    "avenue",
    "boulevard",
    "bridge",
    "building",
    "canal",
    "castle",
    "cathedral",
    "cemetery",
    "dam",
    "gate",
    "highway",
    "hospital",
    "hotel",
    "junction",
    "lane",
    "library",
    "mall",
    "memorial",
    "museum",
    "palace",
    "park",
    "plaza",
    "port",
    "prison",
    "railway",
    "road",
    "square",
    "stadium",
    "station",
    "street",
    "temple",
    "theatre",
    "tower",
    "towers",
    "tunnel",
    "zoo",
];

/// Gives a place its finer type, where a word in it says so.
pub(super) fn refine(text: &str, mention: &mut Mention) {
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
    let is = |list: &[&str], word: &str| list.iter().any(|item| item.eq_ignore_ascii_case(word));
    if is(LOCATIONS, last) || is(LOCATIONS_FIRST, first.trim_end_matches('.')) {
        mention.subtype = Some(Subtype::Location);
    } else if is(FACILITIES, last) {
        mention.subtype = Some(Subtype::Facility);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
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
            refine(name, &mut mention);
            assert_eq!(mention.subtype, expected, "{name}");
        }
    }
}

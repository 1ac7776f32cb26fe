//! Two texts side by side.

use rustc_hash::FxHashMap;
use serde::Serialize;

use crate::entities::EntityType;
use crate::keywords::{KeyWord, KeynessOptions, WordCounts, keyness};
use crate::order;
use crate::text::normal_form;

/// What two texts share, and what sets each apart.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Comparison {
    /// Different content words that both have, all inflected forms together.
    pub shared: usize,
    /// Different content words that only the first has.
    pub only_first: usize,
    /// Different content words that only the second has.
    pub only_second: usize,
    /// Shared over all different content words (Jaccard 1912); 1 for two texts without any.
    pub jaccard: f64,
    /// Cosine of the two vectors of counts (Salton 1983); 0 where a text has no content word.
    pub cosine: f64,
    /// Cosine of the two vectors of counts, each weighed by how rare the word is in the language at
    /// large (TF-IDF; the frequency list stands for the documents of Spärck Jones 1972): `ln (N / (n + 1))`
    /// for a word that stands `n` times in `N` words. `None` without a list, and for texts in two languages.
    pub weighted_cosine: Option<f64>,
    /// What stands out in the first against the second.
    pub first_keys: Vec<KeyWord>,
    /// What stands out in the second against the first.
    pub second_keys: Vec<KeyWord>,
}

/// Compares two texts by their content words. `language` says how rare words are at large.
pub fn compare(first: &WordCounts, second: &WordCounts, language: Option<&WordCounts>) -> Comparison {
    let different = |counts: &WordCounts| counts.iter().count();
    let shared = first.iter().filter(|(stem, _)| second.count(stem) > 0).count();
    let (only_first, only_second) = (different(first) - shared, different(second) - shared);
    let all = shared + only_first + only_second;
    let rarity = |language: &WordCounts, stem: &str| {
        let (size, count) = (language.words() as f64, language.count(stem) as f64);
        libm::log(size / (count + 1.0)).max(0.0)
    };
    Comparison {
        shared,
        only_first,
        only_second,
        jaccard: if all == 0 { 1.0 } else { shared as f64 / all as f64 },
        cosine: cosine(first, second, |_| 1.0),
        weighted_cosine: language.map(|language| cosine(first, second, |stem| rarity(language, stem))),
        first_keys: keyness(first, second, KeynessOptions::default()),
        second_keys: keyness(second, first, KeynessOptions::default()),
    }
}

/// The cosine of the two vectors of counts times weights; 0 where one has no length.
fn cosine(first: &WordCounts, second: &WordCounts, weight: impl Fn(&str) -> f64) -> f64 {
    let square = |value: f64| value * value;
    let product: f64 = first
        .iter()
        .map(|(stem, count)| (count as f64 * second.count(stem) as f64) * square(weight(stem)))
        .sum();
    let length = |counts: &WordCounts| {
        counts.iter().map(|(stem, count)| square(count as f64 * weight(stem))).sum::<f64>().sqrt()
    };
    let lengths = length(first) * length(second);
    if lengths == 0.0 { 0.0 } else { product / lengths }
}

/// Someone or something that texts name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// The name.
    pub name: String,
    /// What it is.
    pub kind: EntityType,
    /// How often it is mentioned.
    pub count: usize,
}

/// Someone or something that one of two texts names, or both.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct NamedInBoth {
    /// The name as the first text has it, else the second.
    pub name: String,
    /// What it is.
    #[serde(rename = "type")]
    pub kind: EntityType,
    /// Mentions in the first text.
    pub first: usize,
    /// Mentions in the second.
    pub second: usize,
}

/// The entities of two texts together, those of both first, then by mentions in both;
/// equals in the order of the lists. Names are compared without case.
pub fn entities(first: &[Named], second: &[Named]) -> Vec<NamedInBoth> {
    let mut places: FxHashMap<(String, EntityType), usize> = FxHashMap::default();
    let mut found: Vec<NamedInBoth> = Vec::new();
    let sides = first.iter().map(|named| (named, true)).chain(second.iter().map(|named| (named, false)));
    for (named, is_first) in sides {
        let at = *places.entry((normal_form(&named.name), named.kind)).or_insert_with(|| {
            found.push(NamedInBoth { name: named.name.clone(), kind: named.kind, first: 0, second: 0 });
            found.len() - 1
        });
        if is_first {
            found[at].first += named.count;
        } else {
            found[at].second += named.count;
        }
    }
    const BOTH: u64 = 1 << 40;
    order::by_falling(found, |named| {
        (named.first + named.second) as u64 + if named.first > 0 && named.second > 0 { BOTH } else { 0 }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Packs;
    use crate::{Options, Reading};

    fn compare_texts(first: &str, second: &str) -> Comparison {
        let read = |text| Reading::new(Packs::built_in(), text, &Options::default()).unwrap();
        read(first).compare(&read(second))
    }

    #[test]
    fn a_text_is_like_itself() {
        let same = compare_texts("An army of drones.", "An army of drones.");
        assert_eq!((same.shared, same.only_first, same.only_second, same.jaccard), (2, 0, 0, 1.0));
        assert!((same.cosine - 1.0).abs() < 1e-12);
        assert!(same.first_keys.is_empty() && same.second_keys.is_empty());
    }

    #[test]
    fn texts_share_words_in_any_form() {
        let near = compare_texts("The army tests drones.", "A drone was tested by the navy.");
        assert_eq!((near.shared, near.only_first, near.only_second), (2, 1, 1));
        assert_eq!(near.jaccard, 0.5);
        assert!((near.cosine - 2.0 / 3.0).abs() < 1e-12);
        assert_eq!(near.first_keys[0].term, "army");
    }

    #[test]
    fn a_rare_word_in_common_counts_for_more() {
        let common = compare_texts("Time and a missile.", "Time and a garden.").weighted_cosine.unwrap();
        let rare = compare_texts("Time and a missile.", "The missile of people.").weighted_cosine.unwrap();
        assert!(common < 0.5 && rare > 0.5, "{common} {rare}");
        let same = compare_texts("An army of drones.", "An army of drones.").weighted_cosine.unwrap();
        assert!((same - 1.0).abs() < 1e-12);
    }

    #[test]
    fn entities_of_both_come_first() {
        let named = |name: &str, count| Named { name: name.into(), kind: EntityType::Person, count };
        let found = entities(&[named("Ann", 9), named("Bob", 1)], &[named("BOB", 2), named("Cy", 4)]);
        let told: Vec<_> = found.iter().map(|both| (&*both.name, both.first, both.second)).collect();
        assert_eq!(told, [("Bob", 1, 2), ("Ann", 9, 0), ("Cy", 0, 4)]);
    }

    #[test]
    fn nothing_compares_with_nothing() {
        let nothing = compare_texts("", "of the");
        assert_eq!((nothing.jaccard, nothing.cosine), (1.0, 0.0));
        assert_eq!(compare_texts("", "An army.").cosine, 0.0);
    }
}

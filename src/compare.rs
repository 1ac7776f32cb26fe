//! Two texts side by side.

use serde::Serialize;

use crate::keywords::{KeyWord, WordCounts, keyness};

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
    /// What stands out in the first against the second.
    pub first_keys: Vec<KeyWord>,
    /// What stands out in the second against the first.
    pub second_keys: Vec<KeyWord>,
}

/// Compares two texts by their content words.
pub fn compare(first: &WordCounts, second: &WordCounts) -> Comparison {
    let different = |counts: &WordCounts| counts.iter().count();
    let shared = first.iter().filter(|(stem, _)| second.count(stem) > 0).count();
    let (only_first, only_second) = (different(first) - shared, different(second) - shared);
    let all = shared + only_first + only_second;
    let product: f64 = first.iter().map(|(stem, count)| count as f64 * second.count(stem) as f64).sum();
    let length =
        |counts: &WordCounts| counts.iter().map(|(_, count)| (count * count) as f64).sum::<f64>().sqrt();
    let lengths = length(first) * length(second);
    Comparison {
        shared,
        only_first,
        only_second,
        jaccard: if all == 0 { 1.0 } else { shared as f64 / all as f64 },
        cosine: if lengths == 0.0 { 0.0 } else { product / lengths },
        first_keys: keyness(first, second, 1),
        second_keys: keyness(second, first, 1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Packs;
    use crate::{Options, Reading};

    fn compare_texts(first: &str, second: &str) -> Comparison {
        let counts = |text| Reading::new(Packs::built_in(), text, &Options::default()).unwrap().counts();
        compare(&counts(first), &counts(second))
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
    fn nothing_compares_with_nothing() {
        let nothing = compare_texts("", "of the");
        assert_eq!((nothing.jaccard, nothing.cosine), (1.0, 0.0));
        assert_eq!(compare_texts("", "An army.").cosine, 0.0);
    }
}

//! Dispersion: whether a word stands all over a text or in one corner of it.

use serde::Serialize;

use super::query::Match;
use crate::tokens::Tokens;

/// How evenly something is spread over the parts of a text.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Dispersion {
    /// How often it stands in each part, in order: a plot of its places.
    pub counts: Vec<usize>,
    /// Gries' DP, from 0 (as even as the parts are long) to nearly 1 (all in the
    /// smallest part): half the sum of the differences between each part's share
    /// of the words and of the places (Gries 2008, *Dispersions and adjusted
    /// frequencies in corpora*). `None` where there is nothing to spread.
    pub deviation_of_proportions: Option<f64>,
    /// Juilland's D, from 0 (all in one part) to 1 (even): 1 less the coefficient
    /// of variation of the relative frequencies over the root of the number of
    /// parts less one (Juilland and Chang-Rodríguez 1964). `None` where there is
    /// nothing to spread, or one part only.
    pub juilland_d: Option<f64>,
}

impl Dispersion {
    /// The dispersion of `counts` over parts of `sizes` words.
    ///
    /// # Panics
    ///
    /// If the two are not equally long.
    pub fn of(counts: Vec<usize>, sizes: &[usize]) -> Self {
        assert_eq!(counts.len(), sizes.len(), "a size for each count");
        let places: usize = counts.iter().sum();
        let words: usize = sizes.iter().sum();
        if places == 0 || words == 0 {
            return Self { counts, deviation_of_proportions: None, juilland_d: None };
        }
        let shares = counts
            .iter()
            .zip(sizes)
            .map(|(&count, &size)| (count as f64 / places as f64 - size as f64 / words as f64).abs());
        let deviation = shares.sum::<f64>() / 2.0;
        Self { deviation_of_proportions: Some(deviation), juilland_d: juilland_d(&counts, sizes), counts }
    }
}

fn juilland_d(counts: &[usize], sizes: &[usize]) -> Option<f64> {
    let relative: Vec<f64> = counts
        .iter()
        .zip(sizes)
        .filter(|&(_, &size)| size > 0)
        .map(|(&count, &size)| count as f64 / size as f64)
        .collect();
    let parts = relative.len() as f64;
    if relative.len() < 2 {
        return None;
    }
    let mean = relative.iter().sum::<f64>() / parts;
    let variance = relative.iter().map(|value| (value - mean) * (value - mean)).sum::<f64>() / parts;
    Some(1.0 - variance.sqrt() / mean / (parts - 1.0).sqrt())
}

/// The dispersion of `matches` over `parts` parts of equally many words.
pub fn dispersion(tokens: &Tokens<'_>, matches: &[Match], parts: usize) -> Dispersion {
    let words: usize = tokens.sentences.iter().map(|sentence| sentence.words).sum();
    let parts = parts.clamp(1, words.max(1));
    let part_of = |word: usize| (word as u64 * parts as u64 / words.max(1) as u64) as usize;
    let mut sizes = vec![0; parts];
    let mut counts = vec![0; parts];
    let mut matches = matches.iter().peekable();
    let mut word = 0;
    for (index, token) in tokens.tokens.iter().enumerate() {
        if !tokens.is_word(token) {
            continue;
        }
        sizes[part_of(word)] += 1;
        // A pattern may start at a mark, or twice in one word.
        while matches.next_if(|found| found.tokens.start <= index).is_some() {
            counts[part_of(word)] += 1;
        }
        word += 1;
    }
    // Marks after the last word.
    if let Some(last) = counts.last_mut() {
        *last += matches.count();
    }
    Dispersion::of(counts, &sizes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn agrees_with_values_by_hand() {
        // Gries 2008, section 3: parts of 9, 10, 10, 10, 11 words, a word 1, 2, 3, 4, 5 times.
        let spread = Dispersion::of(vec![1, 2, 3, 4, 5], &[9, 10, 10, 10, 11]);
        assert!((spread.deviation_of_proportions.unwrap() - 0.18).abs() < 1e-12);
        let even = Dispersion::of(vec![2, 2, 2], &[10, 10, 10]);
        assert_eq!(even.deviation_of_proportions, Some(0.0));
        assert!((even.juilland_d.unwrap() - 1.0).abs() < 1e-12);
        let cornered = Dispersion::of(vec![0, 0, 3], &[10, 10, 10]);
        assert!((cornered.deviation_of_proportions.unwrap() - 2.0 / 3.0).abs() < 1e-12);
        assert!(cornered.juilland_d.unwrap().abs() < 1e-12);
    }

    #[test]
    fn nothing_has_no_dispersion() {
        let nothing = Dispersion::of(vec![0, 0], &[5, 5]);
        assert_eq!((nothing.deviation_of_proportions, nothing.juilland_d), (None, None));
        assert_eq!(Dispersion::of(vec![3], &[9]).juilland_d, None);
    }

    #[test]
    fn parts_have_equally_many_words() {
        let tokens = Tokens::new("a b c d. e f g a", crate::language::profile("en"), None);
        let spread = dispersion(
            &tokens,
            &[0, 8].map(|at| Match { span: tokens.span(&tokens.tokens[at]), tokens: at..at + 1 }),
            4,
        );
        assert_eq!(spread.counts, [1, 0, 0, 1]);
        assert_eq!(dispersion(&tokens, &[], 99).counts.len(), 8, "no part without a word");
    }
}

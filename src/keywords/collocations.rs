//! Collocations: the company that a word keeps.
//!
//! Counts are those of surface co-occurrence (Evert 2008, *Corpora and
//! collocations*): a token counts once if it stands near any place of the
//! node, and the places of the node itself do not count.

use std::ops::Range;

use serde::Serialize;

use super::association::{log_dice, log_likelihood, mutual_information, t_score};
use super::frequency::KeywordOptions;
use super::stems::Stems;
use crate::order;
use crate::tokens::Tokens;

/// Where company is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Company {
    /// Up to so many words to the left and to the right, in the same sentence.
    Window(usize),
    /// Anywhere in the same sentence.
    Sentence,
}

/// A word that stands near the node, with how surely it belongs there.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Collocate {
    /// Its first form near the node.
    pub term: String,
    /// Places near the node.
    pub together: u64,
    /// Places in the whole text.
    pub count: u64,
    /// Places near the node that chance would give.
    pub expected: f64,
    /// Log-likelihood ratio G²; the list is sorted by it.
    pub log_likelihood: f64,
    /// Pointwise mutual information in bits.
    pub mutual_information: f64,
    /// logDice, at most 14.
    pub log_dice: f64,
    /// t-score.
    pub t_score: f64,
}

/// The content words near the places of a node (ranges of tokens in order), at
/// least `minimum` times and more often than by chance, by falling G², then by first place.
pub fn collocations(
    tokens: &Tokens<'_>,
    node: &[Range<usize>],
    company: Company,
    options: &KeywordOptions,
    minimum: u64,
) -> Vec<Collocate> {
    let stems = Stems::of(tokens);
    let mut near = vec![false; tokens.tokens.len()];
    let mut sentence = 0;
    for place in node {
        while tokens.sentences[sentence].tokens.end <= place.start {
            sentence += 1;
        }
        let within = tokens.sentences[sentence].tokens.clone();
        let reach = match company {
            Company::Window(width) => width,
            Company::Sentence => within.len(),
        };
        mark(tokens, &mut near, (within.start..place.start).rev(), reach);
        mark(tokens, &mut near, place.end..within.end, reach);
    }
    for place in node {
        near[place.clone()].fill(false);
    }
    let words = tokens.tokens.iter().filter(|token| tokens.is_word(token)).count();
    let node_words: usize = node.iter().map(Range::len).sum();
    let all = (words - node_words) as f64;
    let around = near.iter().filter(|&&near| near).count() as f64;
    let mut together = vec![0u64; stems.distinct()];
    let mut order = Vec::new();
    for (token, _) in tokens
        .tokens
        .iter()
        .zip(&near)
        .filter(|&(token, &near)| near && options.is_content(tokens, tokens.surface(token)))
    {
        let stem = stems.id(tokens, token);
        if together[stem as usize] == 0 {
            order.push((stem, tokens.surface(token).bare()));
        }
        together[stem as usize] += 1;
    }
    let found: Vec<Collocate> = order
        .into_iter()
        .filter_map(|(stem, form)| {
            let (both, count) = (together[stem as usize], stems.count(stem));
            let (observed, total) = (both as f64, count as f64);
            let expected = around * total / all;
            let table = [[observed, around - observed], [total - observed, all - around - total + observed]];
            (both >= minimum && observed > expected).then(|| Collocate {
                term: form.to_owned(),
                together: both,
                count,
                expected,
                log_likelihood: log_likelihood(table.map(|row| row.map(|cell| cell.max(0.0)))),
                mutual_information: mutual_information(observed, expected),
                log_dice: log_dice(observed, node.len() as f64, total),
                t_score: t_score(observed, expected),
            })
        })
        .collect();
    order::by_falling(found, |entry| order::float(entry.log_likelihood))
}

/// Marks the first `reach` words among `nearest`.
fn mark(tokens: &Tokens<'_>, near: &mut [bool], nearest: impl Iterator<Item = usize>, reach: usize) {
    for index in nearest.filter(|&index| tokens.is_word(&tokens.tokens[index])).take(reach) {
        near[index] = true;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::keywords::Query;
    use crate::language::profile;
    use crate::lexicon::Packs;

    fn near(text: &str, node: &str, company: Company) -> Vec<Collocate> {
        let (profile, lexicon) = (profile("en"), Packs::built_in().words("en"));
        let tokens = Tokens::new(text, profile, lexicon);
        let places = Query::parse(node).unwrap().find(&tokens, profile, lexicon);
        collocations(&tokens, &places, company, &KeywordOptions::default(), 1)
    }

    const TEXT: &str = "The cold war ended. A cold war began. Ice is cold. War and peace are words.";

    #[test]
    fn counts_are_those_of_the_windows() {
        let found = near(TEXT, "war", Company::Window(1));
        let cold = found.iter().find(|collocate| collocate.term == "cold").unwrap();
        assert_eq!((cold.together, cold.count), (2, 3));
        // 13 words beside the three of the node, five of them near it.
        assert!((cold.expected - 5.0 * 3.0 / 13.0).abs() < 1e-12);
        assert!(found.iter().all(|collocate| collocate.term != "peace"));
        assert!(near(TEXT, "war", Company::Sentence).iter().any(|collocate| collocate.term == "peace"));
    }

    #[test]
    fn the_node_is_not_its_own_company() {
        assert!(near("war war war war", "war", Company::Window(3)).is_empty());
        assert!(near("", "war", Company::Window(3)).is_empty());
    }
}

//! Collocations: the company that a word keeps.
//!
//! Counts are those of surface co-occurrence (Evert 2008, *Corpora and
//! collocations*): a token counts once if it stands near any place of the
//! node, and the places of the node itself do not count, nor where a collocate is a form of the same word.

use serde::Serialize;

use super::association::{log_dice, log_likelihood, mutual_information, t_score};
use super::frequency::KeywordOptions;
use super::query::Match;
use super::stems::{StemId, Stems};
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
    /// Places in the whole text, without those of the node.
    pub count: u64,
    /// Places near the node that chance would give.
    pub expected: f64,
    /// Log-likelihood ratio G²; the list is sorted by it.
    pub log_likelihood: f64,
    /// Pointwise mutual information in bits.
    pub mutual_information: f64,
    /// logDice, at most 14: several places near one of the node count once.
    pub log_dice: f64,
    /// t-score.
    pub t_score: f64,
    /// Its stem, by which all its inflected forms are counted.
    #[serde(skip)]
    pub(super) stem: StemId,
}

/// The content words near the places of a node, at
/// least `minimum` times and more often than by chance, by falling G², then by first place.
pub fn collocations(
    tokens: &Tokens<'_>,
    node: &[Match],
    company: Company,
    options: &KeywordOptions,
    minimum: u64,
) -> Vec<Collocate> {
    let stems = Stems::of(tokens);
    let mut near = vec![false; tokens.tokens.len()];
    let words: Vec<usize> =
        (0..tokens.tokens.len()).filter(|&at| tokens.is_word(&tokens.tokens[at])).collect();
    // The words of the text before a token.
    let before = |token: usize| words.partition_point(|&word| word < token);
    let mut sentence = 0;
    // The company of places that stand side by side is the same: it is gone over once.
    let mut done = 0;
    for Match { tokens: place, .. } in node {
        while tokens.sentences[sentence].tokens.end <= place.start {
            sentence += 1;
        }
        let within = tokens.sentences[sentence].tokens.clone();
        let reach = match company {
            Company::Window(width) => width,
            Company::Sentence => usize::MAX,
        };
        let (first, left) = (before(within.start), before(place.start));
        // A pattern may go over the end of its sentence.
        let right = before(place.end);
        let last = before(within.end).max(right);
        let company = first.max(left.saturating_sub(reach)).max(done)..last.min(right.saturating_add(reach));
        done = company.end;
        company.for_each(|at| near[words[at]] = true);
    }
    let mut of_node = vec![false; tokens.tokens.len()];
    for Match { tokens: place, .. } in node {
        near[place.clone()].fill(false);
        of_node[place.clone()].fill(true);
    }
    let mut in_node = vec![0u64; stems.distinct()];
    let mut node_words = 0;
    for (token, _) in
        tokens.tokens.iter().zip(&of_node).filter(|&(token, &node)| node && tokens.is_word(token))
    {
        in_node[stems.id(tokens, token) as usize] += 1;
        node_words += 1;
    }
    let all = (words.len() - node_words) as f64;
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
            let (both, count) = (together[stem as usize], stems.count(stem) - in_node[stem as usize]);
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
                log_dice: log_dice(observed.min(node.len() as f64), node.len() as f64, total),
                t_score: t_score(observed, expected),
                stem,
            })
        })
        .collect();
    order::by_falling(found, |entry| order::float(entry.log_likelihood))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::keywords::{Index, Query};
    use crate::language::profile;
    use crate::lexicon::Packs;

    fn near(text: &str, node: &str, company: Company) -> Vec<Collocate> {
        let (profile, lexicon) = (profile("en"), Packs::built_in().words("en"));
        let tokens = Tokens::new(text, profile, lexicon);
        let places = Query::parse(node).unwrap().find(&tokens, &Index::of(&tokens), profile, lexicon);
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
    fn forms_of_the_node_count_where_they_are_no_node() {
        let found =
            near("War after war: the wars of this war. Rain fell on the plain.", "war", Company::Window(3));
        let wars = found.iter().find(|collocate| collocate.term == "wars").unwrap();
        assert_eq!((wars.together, wars.count), (1, 1));
        // Ten words beside the three of the node, five of them near it.
        assert!((wars.expected - 0.5).abs() < 1e-12, "{}", wars.expected);
    }

    #[test]
    fn the_most_of_log_dice_is_14() {
        let text =
            "The army has drones, drones, drones and drones near tanks. Rain fell on the plain all day.";
        let found = near(text, "tanks", Company::Sentence);
        let drones = found.iter().find(|collocate| collocate.term == "drones").unwrap();
        assert_eq!(drones.together, 4);
        assert!((drones.log_dice - (14.0 + (2.0_f64 / 5.0).log2())).abs() < 1e-12);
        let one_each = near("Tanks roll. Rain fell on the plain.", "tanks", Company::Sentence);
        assert!((one_each[0].log_dice - 14.0).abs() < 1e-12);
    }

    #[test]
    fn a_node_may_go_over_the_end_of_a_sentence() {
        let found = near("The cold war ended. A peace began.", "/war ended. A/", Company::Window(2));
        assert_eq!(found.iter().map(|collocate| &*collocate.term).collect::<Vec<_>>(), ["cold"]);
    }

    #[test]
    fn the_node_is_not_its_own_company() {
        assert!(near("war war war war", "war", Company::Window(3)).is_empty());
        assert!(near("", "war", Company::Window(3)).is_empty());
    }
}

//! The company of a word as a graph: the words near it, and which of them stand together.

use serde::Serialize;

use super::association::log_dice;
use super::collocations::Collocate;
use super::stems::Stems;
use crate::tokens::Tokens;

/// Words as nodes, and the pairs of them that share sentences as edges.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Graph {
    /// The words, in the order of the collocates.
    pub nodes: Vec<Node>,
    /// The pairs, by their nodes.
    pub edges: Vec<Edge>,
}

/// A word of the graph.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Node {
    /// The word, as the collocate has it.
    pub term: String,
    /// Places in the whole text.
    pub count: u64,
    /// How surely it belongs to the query: logDice.
    pub log_dice: f64,
}

/// Two words of the graph that stand together.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Edge {
    /// Index of the first node.
    pub from: usize,
    /// Index of the second, the greater one.
    pub to: usize,
    /// Sentences that have both.
    pub together: u64,
    /// logDice of the sentences that have each (Rychlý 2008).
    pub log_dice: f64,
}

/// The graph of the first `limit` of `collocates`, with the pairs that share at least `minimum`
/// sentences (one at least).
pub fn graph(tokens: &Tokens<'_>, collocates: &[Collocate], limit: usize, minimum: u64) -> Graph {
    let chosen = &collocates[..limit.min(collocates.len())];
    let stems = Stems::of(tokens);
    let mut node_of = vec![None; stems.distinct()];
    for (node, collocate) in chosen.iter().enumerate() {
        node_of[collocate.stem as usize] = Some(node);
    }
    let size = chosen.len();
    let mut sentences = vec![0u64; size];
    let mut together = vec![0u64; size * size];
    let mut present: Vec<usize> = Vec::new();
    for sentence in &tokens.sentences {
        present.clear();
        let words = tokens.tokens[sentence.tokens.clone()].iter().filter(|token| tokens.is_word(token));
        present.extend(words.filter_map(|token| node_of[stems.id(tokens, token) as usize]));
        present.sort_unstable();
        present.dedup();
        for (at, &from) in present.iter().enumerate() {
            sentences[from] += 1;
            for &to in &present[at + 1..] {
                together[from * size + to] += 1;
            }
        }
    }
    let pairs = (0..size).flat_map(|from| (from + 1..size).map(move |to| (from, to)));
    let edges = pairs
        .map(|(from, to)| (from, to, together[from * size + to]))
        .filter(|&(_, _, both)| both >= minimum.max(1))
        .map(|(from, to, both)| Edge {
            from,
            to,
            together: both,
            log_dice: log_dice(both as f64, sentences[from] as f64, sentences[to] as f64),
        })
        .collect();
    let nodes = chosen
        .iter()
        .map(|collocate| Node {
            term: collocate.term.clone(),
            count: collocate.count,
            log_dice: collocate.log_dice,
        })
        .collect();
    Graph { nodes, edges }
}

#[cfg(test)]
mod tests {
    use crate::keywords::{Company, Query};
    use crate::lexicon::Packs;
    use crate::{Options, Reading};

    #[test]
    fn pairs_are_counted_by_sentences() {
        let text = "Cold war and peace. A cold war, cold war. War and peace. War brings ice. The sun. Tea.";
        let reading = Reading::new(Packs::built_in(), text, &Options::default()).unwrap();
        let graph = reading.graph(&Query::parse("war").unwrap(), Company::Sentence, 1, 3);
        let node = |term| graph.nodes.iter().position(|node| node.term.eq_ignore_ascii_case(term));
        let (cold, peace) = (node("cold").unwrap(), node("peace").unwrap());
        let pair = (cold.min(peace), cold.max(peace));
        let edge = graph.edges.iter().find(|edge| (edge.from, edge.to) == pair).unwrap();
        // Two sentences have the one, two the other, one has both: 14 + log2(2·1/4).
        assert_eq!((edge.together, edge.log_dice), (1, 13.0));
        assert_eq!(graph.nodes.len(), 3);
    }
}

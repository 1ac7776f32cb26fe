//! Scores many rows by boosted trees at once.
//!
//! A walk down a tree waits at every node for a branch that no processor can
//! foresee. Here no tree is walked: each edge of a feature is compared with
//! the values of [`LANES`] rows side by side, and where a value lies above it,
//! the leaves on the left of each node that asks for this edge are struck off
//! the node's tree. The first leaf that is left is the one that a walk would
//! have reached (Lucchese and others 2015, *QuickScorer*; 2016, vectorised).

use super::boosted_trees::{BoostedTrees, LEAF, MOST_NODES, Tree};
use super::lanes::{LANES, Lanes};
use crate::order;

/// Trees in the order in which many rows are scored.
#[derive(Debug)]
pub struct TreeScorer {
    /// How many features the trees ask for.
    features: usize,
    /// The edges by feature, then by rising value.
    edges: Vec<Edge>,
    /// By edge: the nodes that ask for it.
    nodes: Vec<Asking>,
    /// By tree: its leaves from left to right.
    leaves: Vec<[i16; MOST_NODES + 1]>,
}

/// A value that a feature is compared with.
#[derive(Debug)]
struct Edge {
    feature: usize,
    value: i32,
    /// Where its nodes end in [`TreeScorer::nodes`]; they begin where those of the edge before end.
    end: usize,
}

/// A node: the leaves that stay where its edge is exceeded.
#[derive(Clone, Copy, Debug)]
struct Asking {
    tree: u32,
    stay: u32,
}

impl TreeScorer {
    /// Puts `trees`, which are sound, in order.
    pub fn new(trees: &BoostedTrees) -> Self {
        let mut asking: Vec<(u8, u8, Asking)> = Vec::new();
        let mut leaves = Vec::with_capacity(trees.trees.len());
        for (number, tree) in trees.trees.iter().enumerate() {
            let mut row = [0; MOST_NODES + 1];
            let root = if tree.nodes.is_empty() { LEAF } else { 0 };
            let mut spread = |node: u8, left: std::ops::Range<u32>| {
                let node = tree.nodes[node as usize];
                let struck = (1u32 << left.end) - (1u32 << left.start);
                asking.push((node.feature, node.edge, Asking { tree: number as u32, stay: !struck }));
            };
            place(tree, root, 0, &mut row, &mut spread);
            leaves.push(row);
        }
        let asking =
            order::by_rising(asking, |&(feature, edge, _)| u64::from(feature) << 8 | u64::from(edge));
        let mut edges: Vec<Edge> = Vec::new();
        for (at, same) in asking.chunk_by(|a, b| (a.0, a.1) == (b.0, b.1)).enumerate() {
            let (feature, edge) = (same[0].0 as usize, same[0].1 as usize);
            let start = if at == 0 { 0 } else { edges[at - 1].end };
            edges.push(Edge { feature, value: trees.edges[feature][edge], end: start + same.len() });
        }
        Self {
            features: trees.edges.len(),
            edges,
            nodes: asking.into_iter().map(|(_, _, asking)| asking).collect(),
            leaves,
        }
    }

    /// How many features a row must have.
    pub fn features(&self) -> usize {
        self.features
    }

    /// The scores of `rows`, in order.
    ///
    /// # Panics
    ///
    /// If the rows are shorter than the trees have features.
    pub fn scores<const N: usize>(&self, mut rows: impl Iterator<Item = [i32; N]>) -> Vec<i32> {
        let mut scores = Vec::new();
        let mut left = vec![Lanes::FULL; self.leaves.len()];
        let mut columns = [[0; LANES]; N];
        loop {
            let mut filled = 0;
            for row in rows.by_ref().take(LANES) {
                for (column, value) in columns.iter_mut().zip(row) {
                    column[filled] = value;
                }
                filled += 1;
            }
            scores.extend_from_slice(&self.score(&columns, &mut left)[..filled]);
            if filled < LANES {
                return scores;
            }
        }
    }

    /// The scores of the rows in `columns`: by feature, its value in each row. In `left` it notes
    /// by tree, in each lane, the leaves that are not struck off, the first in the lowest bit.
    fn score(&self, columns: &[[i32; LANES]], left: &mut [Lanes]) -> [i32; LANES] {
        left.fill(Lanes::FULL);
        let mut start = 0;
        for edge in &self.edges {
            let nodes = &self.nodes[start..edge.end];
            start = edge.end;
            let within = Lanes::at_most(&columns[edge.feature], edge.value);
            if !within.is_full() {
                for node in nodes {
                    left[node.tree as usize].strike(within, node.stay);
                }
            }
        }
        let mut scores = [0; LANES];
        for (left, leaves) in left.iter().zip(&self.leaves) {
            for (score, left) in scores.iter_mut().zip(left.bits()) {
                *score += i32::from(leaves[left.trailing_zeros() as usize & MOST_NODES]);
            }
        }
        scores
    }
}

/// Writes the leaves below `child` into `row` from `first` on, gives `spread` each inner
/// node with its left leaves, and returns where the leaves end.
fn place(
    tree: &Tree,
    child: u8,
    first: u32,
    row: &mut [i16; MOST_NODES + 1],
    spread: &mut impl FnMut(u8, std::ops::Range<u32>),
) -> u32 {
    if let Some(leaf) = child.checked_sub(LEAF) {
        row[first as usize] = tree.leaves[leaf as usize];
        return first + 1;
    }
    let node = tree.nodes[child as usize];
    let middle = place(tree, node.left, first, row, spread);
    spread(child, first..middle);
    place(tree, node.right, middle, row, spread)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Enough for the ranker of key phrases.
    const FEATURES: usize = 64;

    /// Rows of values at, beside and far from the edges of the trees.
    fn rows(trees: &BoostedTrees, count: usize) -> Vec<[i32; FEATURES]> {
        let mut state = 7u32;
        let mut random = move |below: usize| {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (state >> 8) as usize % below
        };
        let mut value = |edges: &Vec<i32>| match random(6) {
            0 => i32::MIN,
            1 => i32::MAX,
            at => edges.get(random(edges.len().max(1))).map_or(0, |edge| edge + at as i32 - 3),
        };
        (0..count)
            .map(|_| std::array::from_fn(|feature| trees.edges.get(feature).map_or(0, &mut value)))
            .collect()
    }

    #[test]
    fn many_rows_at_once_score_as_each_alone() {
        let trees = BoostedTrees::read("phrase-ranker", include_bytes!("en/phrase_ranker.bin")).unwrap();
        let trees = &trees;
        for count in [0, 1, 7, 8, 9, 1000] {
            let rows = rows(trees, count);
            let alone: Vec<i32> = rows.iter().map(|row| trees.score(row)).collect();
            assert_eq!(TreeScorer::new(trees).scores(rows.into_iter()), alone);
        }
    }

    #[test]
    fn no_trees_and_trees_of_one_leaf_score_too() {
        assert_eq!(TreeScorer::new(&BoostedTrees::default()).scores([[0; 1]; 9].into_iter()), [0; 9]);
        let tree = Tree { nodes: vec![], leaves: vec![5] };
        let trees = BoostedTrees { edges: vec![], trees: vec![tree.clone(), tree] };
        assert_eq!(TreeScorer::new(&trees).scores([[0; 1]; 2].into_iter()), [10, 10]);
    }
}

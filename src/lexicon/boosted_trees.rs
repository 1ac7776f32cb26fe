//! Boosted regression trees: a learned score of whole numbers, in whole numbers.
//!
//! The section starts with the number of features (one byte) and, for each,
//! the number of its edges (one byte) and the edges in rising order (32 bits
//! each). Then come the number of trees (16 bits) and the trees: the number of
//! inner nodes (one byte), the nodes (feature, edge, left and right, a byte
//! each), and one leaf more than there are nodes (16 bits each). A value below
//! or at the edge goes left. A child below 128 is a node, others are leaves
//! from 128 on; each has one parent, and a tree has at most 31 nodes. All numbers are little-endian. Addition of whole numbers gives
//! the same score everywhere (Friedman 2001, *Greedy function approximation*).

use super::pack::{PackError, malformed};
use crate::order;

/// Where the leaves start among the children of a node.
pub(super) const LEAF: u8 = 128;

/// Inner nodes that a tree may have: its leaves are the bits of a word.
pub(super) const MOST_NODES: usize = 31;

/// Trees whose leaves add up to a score.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BoostedTrees {
    /// For each feature the values that nodes compare with.
    pub edges: Vec<Vec<i32>>,
    /// The trees.
    pub trees: Vec<Tree>,
}

/// One tree; its first node is the root.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tree {
    /// Inner nodes.
    pub nodes: Vec<Node>,
    /// Leaves, one more than nodes.
    pub leaves: Vec<i16>,
}

/// A question to one feature.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Node {
    /// Which feature.
    pub feature: u8,
    /// Which of its edges.
    pub edge: u8,
    /// Where to go with a value below or at the edge.
    pub left: u8,
    /// Where to go with a value above.
    pub right: u8,
}

impl Node {
    /// Whether the value of `row` lies above the edge, and the child that it goes to.
    fn next(self, edges: &[Vec<i32>], row: &[i32]) -> (bool, u8) {
        let feature = self.feature as usize;
        let is_right = row[feature] > edges[feature][self.edge as usize];
        (is_right, if is_right { self.right } else { self.left })
    }
}

impl Tree {
    /// The questions that `row` is asked: feature, edge, and whether its value lies above.
    ///
    /// # Panics
    ///
    /// If the row is shorter than `edges`, which are those of the trees.
    pub fn way(&self, edges: &[Vec<i32>], row: &[i32]) -> Vec<(usize, i32, bool)> {
        let mut way = Vec::new();
        let mut at = if self.nodes.is_empty() { LEAF } else { 0 };
        while at < LEAF {
            let node = self.nodes[at as usize];
            let (is_right, next) = node.next(edges, row);
            way.push((node.feature.into(), edges[node.feature as usize][node.edge as usize], is_right));
            at = next;
        }
        way
    }

    /// The leaf that `row` comes to.
    ///
    /// # Panics
    ///
    /// As [`Tree::way`].
    pub fn leaf(&self, edges: &[Vec<i32>], row: &[i32]) -> i16 {
        let mut at = if self.nodes.is_empty() { LEAF } else { 0 };
        while at < LEAF {
            at = self.nodes[at as usize].next(edges, row).1;
        }
        self.leaves[(at - LEAF) as usize]
    }
}

impl BoostedTrees {
    /// The score of a row of features.
    ///
    /// # Panics
    ///
    /// If the row is shorter than the trees' features.
    pub fn score(&self, row: &[i32]) -> i32 {
        self.trees.iter().map(|tree| i32::from(tree.leaf(&self.edges, row))).sum()
    }

    /// The section.
    ///
    /// # Panics
    ///
    /// If there are more features, edges, nodes or trees than the format counts.
    pub fn write(&self) -> Vec<u8> {
        let byte = |count: usize| u8::try_from(count).expect("few");
        let mut out = vec![byte(self.edges.len())];
        for edges in &self.edges {
            out.push(byte(edges.len()));
            out.extend(edges.iter().flat_map(|edge| edge.to_le_bytes()));
        }
        out.extend(u16::try_from(self.trees.len()).expect("few").to_le_bytes());
        for tree in &self.trees {
            out.push(byte(tree.nodes.len()));
            out.extend(tree.nodes.iter().flat_map(|node| [node.feature, node.edge, node.left, node.right]));
            out.extend(tree.leaves.iter().flat_map(|leaf| leaf.to_le_bytes()));
        }
        out
    }

    /// Reads the section `id`, and checks that every question and every child is there.
    ///
    /// # Errors
    ///
    /// [`PackError::Malformed`] when it is not as described above.
    pub fn read(id: &str, data: &[u8]) -> Result<Self, PackError> {
        let mut reader = Reader(data);
        let read = Self::read_all(&mut reader).filter(|_| reader.0.is_empty());
        read.filter(Self::is_sound).ok_or_else(|| malformed(id, "no boosted trees"))
    }

    fn read_all(reader: &mut Reader<'_>) -> Option<Self> {
        let mut edges = Vec::new();
        for _ in 0..reader.byte()? {
            let count = reader.byte()?;
            edges.push((0..count).map(|_| reader.array().map(i32::from_le_bytes)).collect::<Option<_>>()?);
        }
        let mut trees = Vec::new();
        for _ in 0..u16::from_le_bytes(reader.array()?) {
            let count = reader.byte()?;
            let node = |[feature, edge, left, right]: [u8; 4]| Node { feature, edge, left, right };
            let nodes = (0..count).map(|_| reader.array().map(node)).collect::<Option<_>>()?;
            let leaves =
                (0..=count).map(|_| reader.array().map(i16::from_le_bytes)).collect::<Option<_>>()?;
            trees.push(Tree { nodes, leaves });
        }
        Some(Self { edges, trees })
    }

    /// Children come after their node, so that every walk ends, and each has one parent.
    fn is_sound(&self) -> bool {
        self.trees.iter().all(|tree| {
            let children = tree.nodes.iter().flat_map(|node| [node.left, node.right]).collect();
            let children: Vec<u8> = order::by_rising(children, |&child| child.into());
            let is_tree = children.windows(2).all(|pair| pair[0] < pair[1]);
            is_tree
                && tree.nodes.len() <= MOST_NODES
                && tree.nodes.iter().enumerate().all(|(index, node)| {
                    let edge =
                        self.edges.get(node.feature as usize).and_then(|edges| edges.get(node.edge as usize));
                    let child = |child: u8| match child.checked_sub(LEAF) {
                        Some(leaf) => (leaf as usize) < tree.leaves.len(),
                        None => (child as usize) > index && (child as usize) < tree.nodes.len(),
                    };
                    edge.is_some() && child(node.left) && child(node.right)
                })
        })
    }
}

struct Reader<'a>(&'a [u8]);

impl Reader<'_> {
    fn array<const N: usize>(&mut self) -> Option<[u8; N]> {
        let (head, rest) = self.0.split_first_chunk::<N>()?;
        self.0 = rest;
        Some(*head)
    }

    fn byte(&mut self) -> Option<u8> {
        self.array::<1>().map(|[byte]| byte)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample() -> BoostedTrees {
        let node = |feature, edge, left, right| Node { feature, edge, left, right };
        BoostedTrees {
            edges: vec![vec![-1, 5], vec![100_000]],
            trees: vec![
                Tree { nodes: vec![node(0, 1, 1, 130), node(1, 0, 128, 129)], leaves: vec![1, 10, -100] },
                Tree { nodes: vec![], leaves: vec![1000] },
            ],
        }
    }

    #[test]
    fn leaves_add_up() {
        assert_eq!(sample().score(&[5, 100_000]), 1001);
        assert_eq!(sample().score(&[5, 100_001]), 1010);
        assert_eq!(sample().score(&[6, 0]), 900);
        assert_eq!(BoostedTrees::default().score(&[]), 0);
    }

    #[test]
    fn what_is_written_is_read_and_damage_is_an_error() {
        let bytes = sample().write();
        assert_eq!(BoostedTrees::read("trees", &bytes), Ok(sample()));
        for length in 0..bytes.len() {
            assert!(BoostedTrees::read("trees", &bytes[..length]).is_err(), "cut to {length}");
        }
        for at in 0..bytes.len() {
            let mut damaged = bytes.clone();
            damaged[at] = damaged[at].wrapping_add(77);
            if let Ok(trees) = BoostedTrees::read("trees", &damaged) {
                let row = vec![0; trees.edges.len()];
                trees.score(&row);
            }
        }
    }
}

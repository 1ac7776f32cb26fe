//! Gradient boosting of regression trees for a yes-or-no question, or one that is more or less so.
//!
//! Logistic loss, second-order steps, features in bins, trees grown leaf by
//! leaf where the gain is greatest (Friedman 2001; Ke and others 2017,
//! *LightGBM*). Everything is summed in a fixed order: the same rows give the
//! same trees.

use textlens::lexicon::{BoostedTrees, Node, Tree};

use crate::random::Random;

/// How trees are grown.
pub struct Growth {
    pub trees: usize,
    pub leaves: usize,
    pub learning_rate: f64,
    /// L2 on the leaves.
    pub regularisation: f64,
    /// Rows, by weight, that a leaf has at least.
    pub least_rows: f64,
    /// Bins of a feature at most.
    pub bins: usize,
    /// The share of the features that each tree sees, drawn for it.
    pub seen_features: f32,
    /// The share of the rows that each tree sees (Friedman 2002, *Stochastic gradient boosting*).
    pub seen_rows: f32,
    /// Features of which no question makes more of them worth less: monotone constraints.
    pub rising: &'static [usize],
    /// What a leaf's log-odds are multiplied by to become whole numbers.
    pub scale: f64,
}

/// Rows of features with their answers and weights.
#[derive(Default)]
pub struct Rows {
    pub features: Vec<Vec<i32>>,
    /// How much it is a yes, from 0 to 1.
    pub answers: Vec<f64>,
    pub weights: Vec<f64>,
}

#[derive(Clone, Copy, Default)]
struct Sums {
    gradient: f64,
    hessian: f64,
    weight: f64,
}

impl Sums {
    fn add(&mut self, other: Sums) {
        self.gradient += other.gradient;
        self.hessian += other.hessian;
        self.weight += other.weight;
    }

    fn without(self, other: Sums) -> Sums {
        Sums {
            gradient: self.gradient - other.gradient,
            hessian: self.hessian - other.hessian,
            weight: self.weight - other.weight,
        }
    }

    /// How far to go.
    fn step(self, growth: &Growth) -> f64 {
        self.gradient / (self.hessian + growth.regularisation)
    }

    fn score(self, growth: &Growth) -> f64 {
        self.gradient * self.gradient / (self.hessian + growth.regularisation)
    }
}

/// The best question to a leaf's rows.
#[derive(Clone, Copy)]
struct Split {
    gain: f64,
    feature: usize,
    bin: usize,
}

struct Leaf {
    rows: Vec<u32>,
    sums: Sums,
    split: Option<Split>,
    /// The node and side that leads here.
    parent: Option<(usize, bool)>,
}

/// Grows trees that tell the rows with a yes from the others.
pub fn boost(rows: &Rows, growth: &Growth) -> BoostedTrees {
    let width = rows.features.first().map_or(0, Vec::len);
    let edges: Vec<Vec<i32>> = (0..width).map(|feature| edges(rows, feature, growth.bins)).collect();
    // By feature: the bin of every row.
    let binned: Vec<Vec<u8>> = edges
        .iter()
        .enumerate()
        .map(|(feature, edges)| {
            rows.features.iter().map(|row| edges.partition_point(|&edge| edge < row[feature]) as u8).collect()
        })
        .collect();
    let mut scores = vec![0.0_f64; rows.answers.len()];
    let mut model = BoostedTrees { edges, trees: Vec::new() };
    let mut random = Random::default();
    for _ in 0..growth.trees {
        let features = chosen(width, growth.seen_features, &mut random);
        let seen = chosen(rows.answers.len(), growth.seen_rows, &mut random);
        let steps: Vec<Sums> = (0..scores.len())
            .map(|row| {
                let chance = 1.0 / (1.0 + libm::exp(-scores[row]));
                let weight = rows.weights[row];
                Sums {
                    gradient: weight * (rows.answers[row] - chance),
                    hessian: weight * chance * (1.0 - chance),
                    weight,
                }
            })
            .collect();
        let tree = grow(
            seen,
            &Data { binned: &binned, edges: &model.edges, features: &features, steps: &steps },
            growth,
        );
        for (score, row) in scores.iter_mut().zip(&rows.features) {
            *score += f64::from(tree.leaf(&model.edges, row)) / growth.scale;
        }
        model.trees.push(tree);
    }
    model
}

/// Values that part a feature's rows into bins of about equal size.
fn edges(rows: &Rows, feature: usize, bins: usize) -> Vec<i32> {
    let mut values: Vec<i32> = rows.features.iter().map(|row| row[feature]).collect();
    values.sort_unstable();
    let mut edges: Vec<i32> = (1..bins).map(|bin| values[bin * (values.len() - 1) / bins]).collect();
    edges.dedup();
    if edges.last() == values.last() {
        edges.pop();
    }
    edges
}

/// Which of `count` a tree sees, in order.
fn chosen(count: usize, share: f32, random: &mut Random) -> Vec<u32> {
    (0..count as u32).filter(|_| share >= 1.0 || random.below_one() < share).collect()
}

/// What a tree is grown from.
struct Data<'d> {
    /// By feature: the bin of every row.
    binned: &'d [Vec<u8>],
    edges: &'d [Vec<i32>],
    /// Those that may be asked.
    features: &'d [u32],
    /// By row.
    steps: &'d [Sums],
}

fn grow(seen: Vec<u32>, data: &Data<'_>, growth: &Growth) -> Tree {
    let root = leaf(seen, None, data, growth);
    let mut leaves = vec![root];
    let mut nodes: Vec<Node> = Vec::new();
    while leaves.len() < growth.leaves {
        let best = (0..leaves.len())
            .filter_map(|index| leaves[index].split.map(|split| (index, split)))
            .max_by(|a, b| a.1.gain.total_cmp(&b.1.gain).then(b.0.cmp(&a.0)));
        let Some((index, split)) = best else { break };
        let parent = leaves.remove(index);
        let at = nodes.len();
        nodes.push(Node { feature: split.feature as u8, edge: split.bin as u8, left: 0, right: 0 });
        point(&mut nodes, parent.parent, at as u8);
        let bins = &data.binned[split.feature];
        let (left, right) =
            parent.rows.into_iter().partition(|&row| usize::from(bins[row as usize]) <= split.bin);
        for (rows, is_right) in [(left, false), (right, true)] {
            leaves.push(leaf(rows, Some((at, is_right)), data, growth));
        }
    }
    for (index, leaf) in leaves.iter().enumerate() {
        point(&mut nodes, leaf.parent, 128 + index as u8);
    }
    let values = leaves
        .iter()
        .map(|leaf| (leaf.sums.step(growth) * growth.learning_rate * growth.scale).round() as i16);
    Tree { leaves: values.collect(), nodes }
}

/// Lets the parent's side lead to `child`.
fn point(nodes: &mut [Node], parent: Option<(usize, bool)>, child: u8) {
    if let Some((parent, is_right)) = parent {
        let side = if is_right { &mut nodes[parent].right } else { &mut nodes[parent].left };
        *side = child;
    }
}

fn leaf(rows: Vec<u32>, parent: Option<(usize, bool)>, data: &Data<'_>, growth: &Growth) -> Leaf {
    let Data { edges, steps, .. } = data;
    let mut sums = Sums::default();
    for &row in &rows {
        sums.add(steps[row as usize]);
    }
    let mut split: Option<Split> = None;
    let mut histogram = Vec::new();
    for &feature in data.features {
        let feature = feature as usize;
        let bins = &data.binned[feature];
        histogram.clear();
        histogram.resize(edges[feature].len() + 1, Sums::default());
        for &row in &rows {
            histogram[usize::from(bins[row as usize])].add(steps[row as usize]);
        }
        let mut left = Sums::default();
        for (bin, here) in histogram.iter().enumerate().take(edges[feature].len()) {
            left.add(*here);
            let right = sums.without(left);
            if left.weight < growth.least_rows || right.weight < growth.least_rows {
                continue;
            }
            if growth.rising.contains(&feature) && left.step(growth) > right.step(growth) {
                continue;
            }
            let gain = left.score(growth) + right.score(growth) - sums.score(growth);
            if gain > split.map_or(1e-6, |split| split.gain) {
                split = Some(Split { gain, feature, bin });
            }
        }
    }
    Leaf { rows, sums, split, parent }
}

#[cfg(test)]
mod tests {
    use super::*;

    const GROWTH: Growth = Growth {
        trees: 30,
        leaves: 4,
        learning_rate: 0.3,
        regularisation: 1.0,
        least_rows: 5.0,
        bins: 16,
        seen_features: 1.0,
        seen_rows: 1.0,
        rising: &[],
        scale: 100.0,
    };

    #[test]
    fn learns_what_no_single_feature_tells() {
        let mut rows = Rows::default();
        for number in 0..400 {
            let (a, b) = (number % 2, number / 2 % 2);
            rows.features.push(vec![a, b, number % 7]);
            rows.answers.push(f64::from(u8::from(a != b || number % 40 == 0)));
            rows.weights.push(1.0);
        }
        let model = boost(&rows, &GROWTH);
        assert_eq!(BoostedTrees::read("test", &model.write()).unwrap(), model);
        assert!(model.score(&[0, 1, 3]) > 0 && model.score(&[1, 0, 3]) > 0);
        assert!(model.score(&[0, 0, 3]) < 0 && model.score(&[1, 1, 3]) < 0);
        assert_eq!(boost(&rows, &GROWTH), model, "the same rows, the same trees");
    }

    #[test]
    fn more_of_a_rising_feature_is_never_worth_less() {
        let mut rows = Rows::default();
        for number in 0..400 {
            rows.features.push(vec![number % 10]);
            // More is more likely a yes, but for the noise at 7.
            rows.answers.push(f64::from(u8::from(number % 10 > 4 && number % 10 != 7)));
            rows.weights.push(1.0);
        }
        let scores = |rising| {
            let growth = Growth { trees: 20, leaves: 6, rising, ..GROWTH };
            let model = boost(&rows, &growth);
            (0..10).map(|value| model.score(&[value])).collect::<Vec<_>>()
        };
        assert!(scores(&[0]).is_sorted() && !scores(&[]).is_sorted());
    }
}

//! AdaGrad over the stretches, with decay of weights and dropout of features.

use super::crf::{Lattice, Row, Transitions};
use super::examples::Examples;
use crate::random::Random;
use textlens::lexicon::name_model::{COLUMNS, TAGS};

/// Marks a feature that has no weights.
pub const NONE: u32 = u32::MAX;

/// How a run goes.
#[derive(Clone, Copy, Debug)]
pub struct Plan {
    /// Length of the first steps.
    pub first_step: f32,
    /// Length of the last.
    pub last_step: f32,
    /// How strongly weights are drawn to zero.
    pub decay: f32,
    /// One of how many features of a word is left out each time.
    pub dropped: u64,
}

/// Weights in training.
pub struct Weights {
    /// By feature.
    pub rows: Vec<Row>,
    /// Sums of squared gradients.
    squares: Vec<Row>,
    /// Whether the feature's weights stay.
    pub frozen: Vec<bool>,
    /// Of pairs of tags.
    pub transitions: Transitions,
    transition_squares: Transitions,
}

impl Weights {
    /// Weights as given, with nothing learnt of their steps.
    pub fn new(rows: Vec<Row>, transitions: Transitions) -> Self {
        Self {
            squares: vec![[0.0; COLUMNS]; rows.len()],
            frozen: vec![false; rows.len()],
            rows,
            transitions,
            transition_squares: [[0.0; TAGS]; TAGS],
        }
    }

    /// Adds the weights of a feature to `row`.
    pub fn add(&self, id: u32, row: &mut Row) {
        row.iter_mut().zip(&self.rows[id as usize]).for_each(|(sum, weight)| *sum += weight);
    }

    /// Goes over part of the stretches, `order`, once; `ids` holds the index of each feature of
    /// the examples, and `progress` how much of the plan is done at the start and at the end.
    /// Gives the mean loss of a word.
    pub fn pass(
        &mut self,
        examples: &Examples,
        ids: &[u32],
        order: &[u32],
        plan: Plan,
        progress: (f32, f32),
        random: &mut Random,
    ) -> f64 {
        let mut lattice = Lattice::new();
        let (mut scores, mut gradients): (Vec<Row>, Vec<Row>) = (Vec::new(), Vec::new());
        let mut used: Vec<u32> = Vec::new();
        let mut ends: Vec<usize> = Vec::new();
        let (mut loss, mut words) = (0.0, 0);
        let scale = 1.0 / (1.0 - 1.0 / plan.dropped as f32);
        for (done, &stretch) in order.iter().enumerate() {
            let stretch = examples.stretches[stretch as usize].clone();
            let part = progress.0 + (progress.1 - progress.0) * done as f32 / order.len() as f32;
            let step = plan.first_step + (plan.last_step - plan.first_step) * part;
            scores.clear();
            used.clear();
            ends.clear();
            for word in stretch.clone() {
                let mut row = [0.0; COLUMNS];
                for &id in &ids[examples.features(word)] {
                    if id != NONE && random.below(plan.dropped) != 0 {
                        used.push(id);
                        self.add(id, &mut row);
                    }
                }
                row.iter_mut().for_each(|value| *value *= scale);
                scores.push(row);
                ends.push(used.len());
            }
            gradients.clear();
            gradients.resize(scores.len(), [0.0; COLUMNS]);
            let mut steps = [[0.0; TAGS]; TAGS];
            lattice.set_weights(&self.transitions);
            let all = lattice.expect(&scores, None, 1.0, &mut gradients, &mut steps);
            let tags = &examples.tags[stretch.clone()];
            let right = lattice.expect(&scores, Some(tags), -1.0, &mut gradients, &mut steps);
            loss += all - right;
            words += scores.len();
            let mut start = 0;
            for (gradient, &end) in gradients.iter().zip(&ends) {
                for &id in &used[start..end] {
                    let id = id as usize;
                    if !self.frozen[id] {
                        learn(&mut self.rows[id], &mut self.squares[id], gradient, step, plan.decay);
                    }
                }
                start = end;
            }
            let squares = self.transition_squares.iter_mut();
            for ((weights, squares), steps) in self.transitions.iter_mut().zip(squares).zip(&steps) {
                learn(weights, squares, steps, step, 0.0);
            }
        }
        loss / words as f64
    }
}

/// A step of AdaGrad (Duchi, Hazan and Singer 2011).
#[inline]
fn learn<const N: usize>(
    weights: &mut [f32; N],
    squares: &mut [f32; N],
    gradient: &[f32; N],
    step: f32,
    decay: f32,
) {
    for at in 0..N {
        let slope = gradient[at] + decay * weights[at];
        squares[at] += slope * slope;
        weights[at] -= step * slope / (squares[at].sqrt() + 1e-6);
    }
}

/// The numbers below `count` in an order of chance.
pub fn shuffled(count: usize, random: &mut Random) -> Vec<u32> {
    let mut order: Vec<u32> = (0..count as u32).collect();
    random.shuffle(&mut order);
    order
}

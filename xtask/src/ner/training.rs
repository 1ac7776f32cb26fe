//! From examples to a model: all features, then the best of them, then few levels of weights.

use std::collections::HashMap;

use textlens::lexicon::name_model::{
    self, COLUMNS, Calibration, FeatureKey, KEY_BITS, LEVELS, ModelParts, TAGS, short,
};

use super::crf::Row;
use super::examples::Examples;
use super::optimiser::{NONE, Plan, Weights, shuffled};
use super::silver;
use super::sources::Annotator;
use crate::progress;
use crate::random::Random;

/// Which random numbers are drawn: with all features, with the chosen ones, with few levels, and
/// before all of these without what programs marked.
const SEEDS: [u64; 4] = [38_412, 39_412, 43_002, 44_871];

/// Passes without what programs marked: enough to put it right.
const FIRST_PASSES: usize = 3;

/// How the model is trained.
#[derive(Clone, Copy, Debug)]
pub struct Recipe {
    /// Features that are met less often are left out.
    pub least_count: u32,
    /// Passes over the examples with all features.
    pub passes: usize,
    /// Features that are kept.
    pub features: usize,
    /// Passes with those.
    pub later_passes: usize,
}

/// A weight of 1 in the model's integers.
const UNIT: f32 = name_model::UNIT as f32;

/// The parts of features whose weights have become levels, each followed by a third of a pass.
const FROZEN: &[f64] = &[0.5, 0.8, 0.95, 1.0];

/// Trains a model on the examples; those that programs marked are put right first.
pub fn train(mut examples: Examples, recipe: Recipe) -> ModelParts {
    let plan = Plan { first_step: 0.02, last_step: 0.004, decay: 0.001, dropped: 10 };
    let (keys, counts, ids) = number(&examples, recipe.least_count);
    progress::say(&format!("{} features of {} occurrences", keys.len(), examples.keys.len()));
    let none = || Weights::new(vec![[0.0; COLUMNS]; keys.len()], [[0.0; TAGS]; TAGS]);
    let by_others = examples.stretches_by(|annotator| annotator != Annotator::Program);
    if by_others.len() < examples.stretches.len() {
        let mut weights = none();
        let run = Run { plan, passes: FIRST_PASSES, unheard: FIRST_PASSES - 1, seed: SEEDS[3] };
        run.go(&mut weights, &examples, &by_others, &ids);
        silver::put_right(&mut examples, &ids, &weights);
    }
    let all = examples.stretches_by(|_| true);
    let mut weights = none();
    let run = Run { plan, passes: recipe.passes, unheard: recipe.passes.div_ceil(2), seed: SEEDS[0] };
    run.go(&mut weights, &examples, &all, &ids);
    drop(ids);

    let kept = choose(&keys, &counts, &weights.rows, recipe.features);
    drop(counts);
    let (keys, ids) = renumber(&examples, &kept);
    let rows = kept.into_values().map(|index| weights.rows[index]).collect();
    let mut weights = Weights::new(rows, weights.transitions);
    let plan = Plan { first_step: 0.01, last_step: 0.003, ..plan };
    let run = Run { plan, passes: recipe.later_passes, unheard: 0, seed: SEEDS[1] };
    run.go(&mut weights, &examples, &all, &ids);
    let mut weights = Weights::new(weights.rows, weights.transitions);
    let mut random = Random::new(SEEDS[2]);

    let scale = scale_of(&weights.rows);
    let plan = Plan { first_step: 0.004, last_step: 0.002, ..plan };
    let freezing = shuffled(keys.len(), &mut random);
    for &part in FROZEN {
        let end = (keys.len() as f64 * part) as usize;
        for &id in &freezing[..end] {
            let id = id as usize;
            weights.rows[id] = weights.rows[id].map(|weight| value(level(weight, scale), scale));
            weights.frozen[id] = true;
        }
        let order = shuffled(examples.stretches.len(), &mut random);
        let order = &order[..order.len() / 3];
        let loss = weights.pass(&examples, &ids, order, plan, (part as f32, part as f32), &mut random);
        progress::say(&format!("{:.0} % of the weights in few levels: loss {loss:.5}", part * 100.0));
    }
    ModelParts {
        levels: std::array::from_fn(|at| (value(at as i8 + 1, scale) * UNIT).round() as u16),
        transitions: weights
            .transitions
            .iter()
            .flatten()
            .map(|weight| (weight * UNIT).round().clamp(-32_000.0, 32_000.0) as i16)
            .collect(),
        calibration: Calibration::default(),
        features: keys
            .into_iter()
            .zip(&weights.rows)
            .map(|(key, row)| (key, row.map(|weight| level(weight, scale))))
            .collect(),
    }
}

/// Several passes over examples, each time in another order.
struct Run {
    plan: Plan,
    passes: usize,
    /// The result is the mean of the weights after each pass but so many first.
    unheard: usize,
    seed: u64,
}

impl Run {
    fn go(&self, weights: &mut Weights, examples: &Examples, stretches: &[u32], ids: &[u32]) {
        let mut random = Random::new(self.seed);
        let mut mean = Mean::new(weights.rows.len());
        for pass in 0..self.passes {
            let order = shuffled(stretches.len(), &mut random);
            let order: Vec<u32> = order.into_iter().map(|at| stretches[at as usize]).collect();
            let part = |pass: usize| pass as f32 / self.passes as f32;
            let loss =
                weights.pass(examples, ids, &order, self.plan, (part(pass), part(pass + 1)), &mut random);
            progress::say(&format!("pass {} with {} features: loss {loss:.5}", pass + 1, weights.rows.len()));
            if pass >= self.unheard {
                mean.add(&weights.rows);
            }
        }
        mean.take(&mut weights.rows);
    }
}

/// The mean of weights after several passes: the order of the examples then matters less.
struct Mean {
    sums: Vec<Row>,
    count: f32,
}

impl Mean {
    fn new(features: usize) -> Self {
        Self { sums: vec![[0.0; COLUMNS]; features], count: 0.0 }
    }

    fn add(&mut self, rows: &[Row]) {
        self.count += 1.0;
        let sums = self.sums.as_flattened_mut().iter_mut();
        sums.zip(rows.as_flattened()).for_each(|(sum, weight)| *sum += weight);
    }

    fn take(self, rows: &mut [Row]) {
        let means = self.sums.as_flattened().iter().map(|sum| sum / self.count);
        rows.as_flattened_mut().iter_mut().zip(means).for_each(|(weight, mean)| *weight = mean);
    }
}

/// The features that are met often enough, with their counts, by first place; and
/// the index of each occurrence's feature.
fn number(examples: &Examples, least: u32) -> (Vec<FeatureKey>, Vec<u32>, Vec<u32>) {
    let mut counts: HashMap<FeatureKey, u32, rustc_hash::FxBuildHasher> = HashMap::default();
    for &key in &examples.keys {
        *counts.entry(key).or_default() += 1;
    }
    let mut keys = Vec::new();
    let mut kept = Vec::new();
    // From here on the map holds the index, with the top bit set.
    const NUMBERED: u32 = 1 << 31;
    let ids = examples
        .keys
        .iter()
        .map(|&key| {
            let entry = counts.get_mut(&key).expect("counted before");
            if *entry & NUMBERED == 0 {
                if *entry < least {
                    return NONE;
                }
                kept.push(*entry);
                keys.push(key);
                *entry = (keys.len() - 1) as u32 | NUMBERED;
            }
            *entry & !NUMBERED
        })
        .collect();
    (keys, kept, ids)
}

/// The features of the most effect, by their short keys in order; of two with one short key the better.
fn choose(
    keys: &[FeatureKey],
    counts: &[u32],
    rows: &[Row],
    most: usize,
) -> std::collections::BTreeMap<u32, usize> {
    let effect = |index: usize| {
        let norm = rows[index].iter().map(|weight| weight * weight).sum::<f32>().sqrt();
        norm * libm::logf(1.0 + counts[index] as f32)
    };
    let mut order: Vec<(f32, usize)> = (0..keys.len()).map(|index| (effect(index), index)).collect();
    order.sort_unstable_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    let mut kept = std::collections::BTreeMap::new();
    for (_, index) in order {
        if kept.len() == most {
            break;
        }
        kept.entry(short(keys[index])).or_insert(index);
    }
    kept
}

/// The short keys of the kept features, and the index of each occurrence's feature among them:
/// also of those features that only share the short key, as it will be when the model is used.
fn renumber(examples: &Examples, kept: &std::collections::BTreeMap<u32, usize>) -> (Vec<u32>, Vec<u32>) {
    let mut index = vec![NONE; 1 << KEY_BITS];
    for (at, &key) in kept.keys().enumerate() {
        index[key as usize] = at as u32;
    }
    let ids = examples.keys.iter().map(|&key| index[short(key) as usize]).collect();
    (kept.keys().copied().collect(), ids)
}

/// What the square of a level is multiplied with. Coarse steps cost nothing, and most weights
/// become zero: one weight of a thousand lies above the fifth level.
fn scale_of(rows: &[Row]) -> f32 {
    let mut sizes: Vec<f32> = rows.iter().flatten().map(|weight| weight.abs()).collect();
    sizes.sort_unstable_by(f32::total_cmp);
    let top = sizes[(sizes.len() - 1) * 999 / 1000];
    top / (5.0 * 5.0)
}

/// The weight that a level stands for: it grows with the square.
fn value(level: i8, scale: f32) -> f32 {
    let level = f32::from(level);
    level * level.abs() * scale
}

/// The level nearest to a weight.
fn level(weight: f32, scale: f32) -> i8 {
    let root = (weight.abs() / scale).sqrt();
    let floor = root.floor();
    // The middle between two squares.
    let up = weight.abs() / scale > (floor * floor + (floor + 1.0) * (floor + 1.0)) / 2.0;
    let level = (floor as i8 + i8::from(up)).min(LEVELS as i8);
    if weight < 0.0 { -level } else { level }
}

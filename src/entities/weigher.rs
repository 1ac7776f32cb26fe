//! Adds up the weights of features as they are made.
//!
//! Keys are gathered and looked up together. What many words have alike (no capitals
//! around, nothing proposed, the same marks) is a group of features that is summed once and
//! remembered; a group that needs its place is summed anew.

use super::keys::{self, FeatureKey, Put, Sink};
use crate::lexicon::name_model::{Model, Scores, short};

/// So many groups are remembered, each in the one place that its key leads to: as bits.
const PLACE_BITS: u32 = 12;

/// How far a key is shifted to be its place.
const SHIFT: u32 = u64::BITS - PLACE_BITS;

/// Takes features and gives the sum of their weights.
pub(super) struct Weigher<'m> {
    model: &'m Model,
    sum: Scores,
    /// Keys that are not looked up yet, as the model has them.
    waiting: Vec<u32>,
    /// By place: the key of the group that is remembered there.
    groups: Vec<u64>,
    /// By place: its sum.
    sums: Vec<Scores>,
}

impl<'m> Weigher<'m> {
    /// With the weights of `model`.
    pub fn new(model: &'m Model) -> Self {
        Self {
            model,
            sum: Scores::default(),
            waiting: Vec::new(),
            // Keys that do not lead to their places: nothing is remembered.
            groups: (0..1 << PLACE_BITS).map(|place: u64| !place << SHIFT).collect(),
            sums: vec![Scores::default(); 1 << PLACE_BITS],
        }
    }

    /// Adds what was summed already.
    #[inline(always)]
    pub fn add(&mut self, scores: Scores) {
        self.sum += scores;
    }

    /// The sum of all that was taken since it was asked last.
    pub fn sum(&mut self) -> Scores {
        self.model.add(&self.waiting, &mut self.sum);
        self.waiting.clear();
        std::mem::take(&mut self.sum)
    }

    /// Adds the sum of a group, if it is remembered.
    #[inline(never)]
    fn recalls(&mut self, group: u64) -> bool {
        let place = (group >> SHIFT) as usize;
        let is_there = self.groups[place] == group;
        if is_there {
            self.sum += self.sums[place];
        }
        is_there
    }

    /// Sums a group, adds that and remembers it.
    #[inline(never)]
    fn remember(&mut self, group: u64, each: &dyn Fn(&mut Put<'_>)) {
        let start = self.waiting.len();
        each(&mut |key| self.waiting.push(short(key)));
        let mut sum = Scores::default();
        self.model.add(&self.waiting[start..], &mut sum);
        self.waiting.truncate(start);
        let place = (group >> SHIFT) as usize;
        (self.groups[place], self.sums[place]) = (group, sum);
        self.sum += sum;
    }
}

impl Sink for Weigher<'_> {
    #[inline(always)]
    fn take(&mut self, key: FeatureKey) {
        self.waiting.push(short(key));
    }

    fn group(&mut self, kind: u64, what: u64, each: impl Fn(&mut Put<'_>)) {
        let group = keys::of(kind, what);
        if !self.recalls(group) {
            self.remember(group, &each);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::name_model::{COLUMNS, ModelParts};

    #[test]
    fn what_is_remembered_is_what_is_taken_one_by_one() {
        let mut keys: Vec<u32> = (0..40_000).map(|value| short(keys::of(7, value / 4 * 4))).collect();
        keys.sort_unstable();
        keys.dedup();
        let features = keys.iter().map(|&key| (key, [key as i8 % 16; COLUMNS].map(|level| level - 3)));
        let features = features.map(|(key, mut levels)| {
            levels[0] = 0;
            (key, levels.map(|level| level.clamp(-15, 15)))
        });
        let levels = std::array::from_fn(|at| (at * 31 + 7) as u16);
        let model = Model::new(&ModelParts { levels, features: features.collect(), ..ModelParts::default() });
        let mut weigher = Weigher::new(&model);
        // Many more groups than places, some again and again.
        for value in (0..30_000u64).flat_map(|value| [value, value % 7, value / 2]) {
            let group = |put: &mut Put<'_>| (0..3).for_each(|more| put(keys::of(7, value + more)));
            weigher.group(1, value, group);
            weigher.put(7, value);
            let mut apart: Vec<FeatureKey> = vec![keys::of(7, value)];
            apart.group(1, value, group);
            let mut expected = Scores::default();
            apart.iter().for_each(|&key| model.add(&[short(key)], &mut expected));
            assert_eq!(weigher.sum(), expected, "{value}");
        }
    }
}

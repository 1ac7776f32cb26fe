//! Which pairs of words may come back in a text: a filter by counts.
//!
//! In a long text most sequences of words stand once and are no key phrases.
//! A sequence stands often only where each pair in it does, so pairs are counted
//! beforehand, in slots that they share by chance: a pair that stands often is
//! never missed, and another is rarely let pass (Park, Chen and Yu 1995,
//! *direct hashing and pruning*).

use super::content::{Content, Pair};
use super::stems::StemId;

/// How often pairs stand in a text, by slot.
pub(super) struct Repeats {
    slots: Vec<u8>,
    shift: u32,
    least: u8,
}

impl Repeats {
    /// Of a text of `words` words, in which pairs are asked for that stand at least `least` times.
    ///
    /// # Panics
    ///
    /// If `least` is above 255.
    pub(super) fn of(content: &Content<'_>, words: usize, least: u32) -> Self {
        let mut repeats = Self::new(words, least);
        content.pairs(|pair| repeats.add(pair));
        repeats
    }

    fn new(words: usize, least: u32) -> Self {
        let bits = (words.max(1) * 2).next_power_of_two().trailing_zeros();
        let least = u8::try_from(least).expect("a slot counts to 255");
        Self { slots: vec![0; 1 << bits], shift: u64::BITS - bits, least }
    }

    /// How often a pair must stand.
    pub(super) fn least(&self) -> u64 {
        self.least.into()
    }

    fn add(&mut self, pair: Pair) {
        let slot = self.slot(pair);
        self.slots[slot] = self.slots[slot].saturating_add(1);
    }

    /// Whether `pair` may stand so often: sure if it does, unlikely if it does not.
    pub(super) fn has(&self, pair: Pair) -> bool {
        self.slots[self.slot(pair)] >= self.least
    }

    fn slot(&self, (first, between, last): Pair) -> usize {
        let mix = |hash: u64, stem: StemId| {
            (hash.rotate_left(5) ^ u64::from(stem)).wrapping_mul(0x517c_c1b7_2722_0a95)
        };
        (mix(mix(mix(0, first), between), last) >> self.shift) as usize
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_comes_back_is_never_missed_and_little_else_passes() {
        let mut repeats = Repeats::new(20_000, 2);
        let once: Vec<Pair> = (0..20_000).map(|at| (at, StemId::MAX, at * 7 % 9_973)).collect();
        let twice = &once[..500];
        once.iter().chain(twice).for_each(|&pair| repeats.add(pair));
        assert!(twice.iter().all(|&pair| repeats.has(pair)));
        let passed = once[500..].iter().filter(|&&pair| repeats.has(pair)).count();
        assert!(passed < once.len() / 2, "{passed}");
    }

    #[test]
    fn no_words_have_no_pairs() {
        assert!(!Repeats::new(0, 2).has((0, 0, 0)));
    }
}

//! The trained model: weights of features, and of what may follow what.
//!
//! A feature has nine weights: for being outside of names, for each type of
//! name, and for each place in one. They are integers, and so are all scores,
//! so that every machine decides alike. As only differences count, a type's
//! weight is kept as what it is above that for being outside. How a names pack
//! holds a model is in [`section`].

mod parts;
mod section;

use std::ops::AddAssign;

use super::pack::{PackError, malformed};
use super::quads::{Octet, Quad};
pub use parts::{COLUMNS, Calibration, FeatureKey, KEY_BITS, KINDS, LEVELS, ModelParts, TAGS, UNIT, short};
use section::Feature;
pub use section::{SECTION, decode, encode};

/// Low bits of a key that are compared; the others choose the bucket.
const LOW_BITS: u32 = 8;

/// So many buckets there are.
const BUCKETS: usize = 1 << (KEY_BITS - LOW_BITS);

/// A bucket is one number, so that a look finds all of it: from [`LOWS_AT`] on so many low bits of keys,
/// the last again where there are fewer.
const BUCKET_KEYS: usize = 5;
const LOWS_AT: u32 = 64 - LOW_BITS * BUCKET_KEYS as u32;

/// The low bits of all keys of a bucket, if all are one.
const ONES: u64 = 0x0101_0101_0100_0000;

/// The row of the bucket's first feature.
const ROW: u64 = (1 << 21) - 1;

/// Whether the bucket has more features than it has place for.
const MORE: u64 = 1 << 21;

/// What features say of a word, summed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Scores {
    /// By type of name, how much more it is that than outside of names.
    pub kinds: Quad,
    /// By place in a name: first, inner, last, only word.
    pub places: Quad,
}

impl Scores {
    /// In half the memory, if no number of them needs more than 16 bits.
    pub fn packed(self) -> Option<Octet> {
        let packed = Octet::of_halves([self.kinds, self.places]);
        (Self::of(packed) == self).then_some(packed)
    }

    /// Those that were packed so.
    #[inline(always)]
    pub fn of(packed: Octet) -> Self {
        let [kinds, places] = packed.halves();
        Self { kinds, places }
    }
}

impl AddAssign for Scores {
    #[inline(always)]
    fn add_assign(&mut self, other: Self) {
        self.kinds += other.kinds;
        self.places += other.places;
    }
}

/// A trained model, ready for use.
#[derive(Debug)]
pub struct Model {
    /// By the high bits of a key: its features.
    buckets: Vec<u64>,
    /// The features' weights as [`Scores`] has them, by rising key; the first are those of a feature
    /// that is not there.
    rows: Vec<Octet>,
    /// The features for which there is no place in their buckets: short keys, rising, with their rows.
    more: Vec<(u32, u32)>,
    /// Weight of a tag (second) after a tag (first).
    pub(crate) transitions: [[i32; TAGS]; TAGS],
    calibration: Calibration,
}

impl Model {
    /// Reads the section.
    ///
    /// # Errors
    ///
    /// [`PackError::Malformed`] when it is none, of another version, cut off or inconsistent.
    pub fn read(bytes: &[u8]) -> Result<Self, PackError> {
        let read = || {
            let (parts, mut features) = section::open(bytes)?;
            let mut filling = Filling::new(&parts, features.left);
            while features.left > 0 {
                features.some(|feature| filling.push(&feature))?;
            }
            features.close()?;
            Ok(filling.model)
        };
        read().map_err(|what: &str| malformed(SECTION, what))
    }

    /// A model of its parts, whose keys are rising.
    ///
    /// # Panics
    ///
    /// If a level is out of range.
    pub fn new(parts: &ModelParts) -> Self {
        let mut filling = Filling::new(parts, parts.features.len());
        parts.features.iter().for_each(|(key, levels)| filling.push(&Feature::new(*key, levels)));
        filling.model
    }

    /// How many of a thousand names of this type are right that have this margin.
    pub fn confidence(&self, kind: u8, margin: i32) -> u16 {
        let steps = &self.calibration[kind as usize];
        let reached = steps.partition_point(|&(from, _)| i32::from(from) <= margin);
        steps[..reached].last().map_or(0, |&(_, right)| right)
    }

    /// Adds to `scores` the weights of the features of these keys, in their [`short`] form, that the model has.
    ///
    /// Without a branch from key to key, so that processors look for several at a time.
    pub fn add(&self, keys: &[u32], scores: &mut Scores) {
        let mut sum = *scores;
        for &key in keys {
            sum += Scores::of(self.rows[self.row(key)]);
        }
        *scores = sum;
    }

    /// The row of a key, 0 if the model does not have it.
    #[inline(always)]
    fn row(&self, key: u32) -> usize {
        let bucket = self.buckets[(key >> LOW_BITS) as usize];
        // Bits are left where a byte is zero, the first right (Mycroft 1987).
        let other = bucket ^ (u64::from(key as u8) * ONES);
        let equal = other.wrapping_sub(ONES) & !other & (ONES << 7);
        if equal | !bucket & MORE == 0 {
            return self.row_of_more(key);
        }
        let place = (equal.trailing_zeros() - LOWS_AT) / LOW_BITS;
        let all_if_any = 0u32.wrapping_sub(u32::from(equal != 0));
        (((bucket & ROW) as u32 + place) & all_if_any) as usize
    }

    /// The row of a key that has no place in its bucket, 0 if the model does not have it.
    #[cold]
    #[inline(never)]
    fn row_of_more(&self, key: u32) -> usize {
        self.more.binary_search_by_key(&key, |&(key, _)| key).map_or(0, |at| self.more[at].1 as usize)
    }

    /// How many features it has.
    pub fn len(&self) -> usize {
        self.rows.len() - 1
    }

    /// Whether it has no feature.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// A model to which features are added.
struct Filling {
    model: Model,
    /// How many features the last bucket has.
    in_bucket: usize,
    /// By its number: the weight for being outside, under the types.
    outside: Vec<Octet>,
    /// By its number: the weights of a pair.
    pairs: Vec<u32>,
}

impl Filling {
    /// A model with room for so many features.
    fn new(parts: &ModelParts, count: usize) -> Self {
        let mut transitions = [[0; TAGS]; TAGS];
        for (weight, &value) in transitions.as_flattened_mut().iter_mut().zip(&parts.transitions) {
            *weight = i32::from(value);
        }
        let mut rows = Vec::with_capacity(count + 1);
        rows.push(Octet::of_pairs([0; section::PAIRS]));
        let model = Model {
            buckets: vec![0; BUCKETS],
            rows,
            more: Vec::new(),
            transitions,
            calibration: parts.calibration.clone(),
        };
        let both = |levels: [i8; 2]| {
            let [low, high] = levels.map(|level| u32::from(parts.weight(level) as u16));
            high << 16 | low
        };
        let outside = |number| {
            let level = section::level(number);
            let mut pairs = [both([level; 2]); section::PAIRS];
            pairs[KINDS / 2..].fill(0);
            Octet::of_pairs(pairs)
        };
        Self {
            model,
            in_bucket: 0,
            outside: (0..section::SIGNED).map(outside).collect(),
            pairs: (0..section::SIGNED * section::SIGNED).map(|number| both(section::pair(number))).collect(),
        }
    }

    /// Adds a feature, whose key is above those of the features before it.
    #[inline(always)]
    fn push(&mut self, &Feature { key, outside, pairs }: &Feature) {
        let model = &mut self.model;
        let row = model.rows.len() as u64;
        let bucket = &mut model.buckets[(key >> LOW_BITS) as usize];
        let low = u64::from(key as u8);
        if *bucket == 0 {
            *bucket = (low * ONES) | row;
            self.in_bucket = 1;
        } else if self.in_bucket < BUCKET_KEYS {
            // From here on all are this one.
            let after = !0 << (LOWS_AT + LOW_BITS * self.in_bucket as u32);
            *bucket = *bucket & !after | (low * ONES) & after;
            self.in_bucket += 1;
        } else {
            *bucket |= MORE;
            model.more.push((key, row as u32));
        }
        let [first, second, third, last] = pairs;
        let by_pair = &self.pairs[..];
        let weights = Octet::of_pairs([by_pair[first], by_pair[second], by_pair[third], by_pair[last]]);
        model.rows.push(weights - self.outside[outside]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts() -> ModelParts {
        let mut state = 1u32;
        let mut random = move |below: u32| {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (state >> 8) % below
        };
        let mut keys: Vec<u32> = (0..3000).map(|_| random(1 << KEY_BITS)).collect();
        keys.extend([0, 1, (1 << KEY_BITS) - 1]);
        keys.sort_unstable();
        keys.dedup();
        let mut row = || std::array::from_fn(|_| random(31) as i8 - 15);
        let features = keys.into_iter().map(|key| (key, row())).collect();
        let levels = std::array::from_fn(|at| (at * at + 1) as u16);
        let calibration =
            std::array::from_fn(|kind| (0..kind as u16).map(|at| (at * 900, at * 40 + 500)).collect());
        ModelParts { levels, transitions: (0..289).collect(), calibration, features }
    }

    #[test]
    fn what_is_written_is_read() {
        let parts = parts();
        assert_eq!(decode(&encode(&parts)), Ok(parts));
    }

    #[test]
    fn a_cut_or_foreign_section_is_an_error() {
        let bytes = encode(&parts());
        for length in (0..bytes.len()).step_by(97).chain(bytes.len() - 8..bytes.len()) {
            let error = Model::read(&bytes[..length]).unwrap_err();
            assert!(error.to_string().contains("ner-model"), "{error}");
        }
        assert!(Model::read(b"TXNER\0\0\x04 of tomorrow").is_err());
        assert!(Model::read(&[&bytes[..], b"\0"].concat()).is_err());
    }

    #[test]
    fn steps_of_confidence_rise() {
        let mut parts = parts();
        assert_eq!(
            [0, 899, 900, 5000].map(|margin| Model::new(&parts).confidence(2, margin)),
            [500, 500, 540, 540]
        );
        assert_eq!(Model::new(&parts).confidence(0, 5000), 0);
        parts.calibration[2].reverse();
        assert!(decode(&encode(&parts)).is_err());
    }

    #[test]
    fn features_are_found_under_their_keys() {
        let mut parts = parts();
        // A bucket that has more features than place, and one that is full.
        let crowded = (0..11).map(|low| 0x42_4200 + 7 * low).chain((0..5).map(|low| 0x42_4300 + low));
        let features = crowded.clone().map(|key| (key, [key as i8 % 15; COLUMNS]));
        parts.features.retain(|(key, _)| key >> LOW_BITS != 0x4242 && key >> LOW_BITS != 0x4243);
        parts.features.extend(features);
        parts.features.sort_unstable();
        let model = Model::new(&parts);
        assert_eq!((model.len(), model.more.len()), (parts.features.len(), 6));
        let scores_of = |key: u32| {
            let mut scores = Scores { kinds: Quad::splat(1), places: Quad::splat(2) };
            model.add(&[short(u64::from(key) << (64 - KEY_BITS) | 0xABCD)], &mut scores);
            [scores.kinds.numbers().map(|score| score - 1), scores.places.numbers().map(|score| score - 2)]
        };
        for &(key, levels) in &parts.features {
            let [outside, others @ ..] = levels.map(|level| {
                let size = usize::from(level.unsigned_abs());
                let weight = if size == 0 { 0 } else { i32::from(parts.levels[size - 1]) };
                weight * i32::from(level.signum())
            });
            let expected: [i32; 8] =
                std::array::from_fn(|at| others[at] - if at < KINDS { outside } else { 0 });
            assert_eq!(scores_of(key).as_flattened(), expected, "{key:x}");
        }
        let known: std::collections::HashSet<u32> = parts.features.iter().map(|&(key, _)| key).collect();
        let near = parts.features.iter().flat_map(|&(key, _)| [key ^ 1, key ^ 0x80, key ^ 0x100]);
        for key in near.filter(|key| !known.contains(key)) {
            assert_eq!(scores_of(key), [[0; 4]; 2], "{key:x}");
        }
        let all: Vec<u32> = known.iter().copied().collect();
        let (mut together, mut apart) = (Scores::default(), Scores::default());
        model.add(&all, &mut together);
        all.iter().for_each(|key| model.add(&[*key], &mut apart));
        assert_eq!(together, apart);
    }
}

//! The sentence model: integer weights by feature, summed.
//!
//! Its bytes: how many weights there are (4 bytes, little-endian), then the
//! keys in order, each as what it adds to the one before, in Rice code with
//! [`RICE_BITS`] low bits, padded to whole bytes; then the weights, a byte each.

use super::sentence_features::{Doubt, SentenceFeatures};

/// Low bits of the Rice code: the gaps between 20,000 keys of 22 bits are about 2⁷ wide.
const RICE_BITS: u32 = 7;

/// A linear model of where sentences end.
#[derive(Clone, Debug)]
pub struct SentenceModel {
    /// By the lower bits of a key: the weights of the keys that have them.
    buckets: Vec<Bucket>,
    /// The few weights whose bucket was full, by key.
    rest: Vec<(u32, i8)>,
}

/// Four keys and their weights, which are compared all at once, without a branch
/// that depends on the text: in the lower half a byte each for the upper bits of
/// the keys, in the upper half their weights, none of which is 0. Where places
/// are free, the weights are 0.
type Bucket = u64;

/// The bits of a key that say its bucket; the others are those of a byte.
const BUCKET_BITS: u32 = 14;

/// What is wrong with the bytes of a model.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ModelError {
    /// They end before the last weight.
    TooShort,
    /// A key is out of range or there are bytes behind the last weight.
    Malformed,
}

impl std::fmt::Display for ModelError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::TooShort => "the sentence model ends before its last weight",
            Self::Malformed => "the sentence model's keys and weights do not fit together",
        })
    }
}

impl std::error::Error for ModelError {}

impl SentenceModel {
    /// Steps of a weight in one of a logit.
    pub const STEPS: f32 = 12.0;

    /// The model with these weights by key; keys are below 2²² and ascend.
    pub fn new(weights: &[(u32, i8)]) -> Self {
        let mut model = Self { buckets: vec![0; 1 << BUCKET_BITS], rest: Vec::new() };
        for &(key, weight) in weights.iter().filter(|&&(_, weight)| weight != 0) {
            let bucket = &mut model.buckets[(key & ((1 << BUCKET_BITS) - 1)) as usize];
            match (0..32).step_by(8).find(|place| *bucket >> 32 >> place & 0xFF == 0) {
                Some(place) => {
                    *bucket |=
                        u64::from(key >> BUCKET_BITS) << place | u64::from(weight as u8) << 32 << place;
                }
                None => model.rest.push((key, weight)),
            }
        }
        model
    }

    /// Reads what [`SentenceModel::write`] wrote.
    ///
    /// # Errors
    ///
    /// [`ModelError`] when the bytes are none of a model.
    pub fn read(bytes: &[u8]) -> Result<Self, ModelError> {
        let (count, rest) = bytes.split_first_chunk().ok_or(ModelError::TooShort)?;
        let count = u32::from_le_bytes(*count) as usize;
        // Every weight takes more than a byte.
        if count > rest.len() {
            return Err(ModelError::TooShort);
        }
        let mut bits = Bits { bytes: rest, at: 0 };
        let mut keys = Vec::with_capacity(count);
        let mut next = 0_u32;
        for _ in 0..count {
            let mut step = 0_u32;
            while bits.next()? {
                step += 1 << RICE_BITS;
                if step >> 22 > 0 {
                    return Err(ModelError::Malformed);
                }
            }
            for bit in 0..RICE_BITS {
                step |= u32::from(bits.next()?) << bit;
            }
            let key = next + step;
            if key >> 22 > 0 {
                return Err(ModelError::Malformed);
            }
            keys.push(key);
            next = key + 1;
        }
        let weights = &rest[bits.at.div_ceil(8)..];
        if weights.len() != count {
            return Err(if weights.len() < count { ModelError::TooShort } else { ModelError::Malformed });
        }
        let weights: Vec<_> = keys.into_iter().zip(weights.iter().map(|&byte| byte as i8)).collect();
        Ok(Self::new(&weights))
    }

    /// The bytes of a model with these weights by key; keys are below 2²² and ascend.
    pub fn write(weights: &[(u32, i8)]) -> Vec<u8> {
        let mut bytes = (weights.len() as u32).to_le_bytes().to_vec();
        let (mut filled, mut current) = (0, 0_u8);
        let mut push = |bit: bool| {
            current |= u8::from(bit) << filled;
            filled += 1;
            if filled == 8 {
                bytes.push(current);
                (filled, current) = (0, 0);
            }
        };
        let mut next = 0;
        for &(key, _) in weights {
            let step = key - next;
            (0..step >> RICE_BITS).for_each(|_| push(true));
            push(false);
            (0..RICE_BITS).for_each(|bit| push(step >> bit & 1 == 1));
            next = key + 1;
        }
        if filled > 0 {
            bytes.push(current);
        }
        bytes.extend(weights.iter().map(|&(_, weight)| weight as u8));
        bytes
    }

    /// Whether a sentence ends at a gap with this score of all its features. To
    /// go against the rules takes more than even odds: where texts are of an
    /// unknown kind, the rules are right more often. (The margins were chosen on
    /// genres left out of the training.)
    pub(super) fn ends_sentence(score: i32, doubt: Doubt) -> bool {
        score > margin(doubt)
    }

    /// Whether a sentence ends at a gap with this score of the features of the
    /// steps up to `step`, if those of the others can hardly outweigh it.
    pub(super) fn settles(score: i32, doubt: Doubt, step: usize) -> Option<bool> {
        /// Below this none ends, unless a mark seems to end it. (The bounds were chosen so that in 18 MB of
        /// text, training and development data among it, hardly a sentence is lost or won.)
        const LOW: [i32; 3] = [-15, -12, -20];
        /// Above this one does, where a mark seems to end it.
        const HIGH: [i32; 3] = [9, -2, 2];
        match doubt {
            Doubt::Likely => (score > *HIGH.get(step)?).then_some(true),
            _ => (score < *LOW.get(step)?).then_some(false),
        }
    }

    /// The sum of the weights of the features of these kinds: positive where a sentence ends.
    #[inline(never)]
    pub(super) fn score(&self, features: &SentenceFeatures, kinds: &[u8]) -> i32 {
        kinds.iter().map(|&kind| self.weight(features.key(kind))).sum()
    }

    /// The weight of a key; none is 0.
    fn weight(&self, key: u32) -> i32 {
        let bucket = self.buckets[(key & ((1 << BUCKET_BITS) - 1)) as usize];
        let (keys, weights) = (bucket as u32, bucket >> 32);
        /// One in each byte.
        const ONES: u32 = 0x0101_0101;
        // The lowest byte that is zero is told by a borrow.
        let apart = keys ^ ((key >> BUCKET_BITS) * ONES);
        let equal = apart.wrapping_sub(ONES) & !apart & (0x80 * ONES);
        // Few buckets are full: asked first, as whether one has the key cannot be foreseen.
        if weights >> 24 != 0 && equal == 0 {
            let found = self.rest.binary_search_by_key(&key, |&(other, _)| other);
            return found.map_or(0, |at| self.rest[at].1.into());
        }
        // Where none is, nothing is left of the weights.
        let place = equal.trailing_zeros() & !7;
        ((weights >> place) as i8).into()
    }
}

/// What the score must exceed for a sentence to end.
fn margin(doubt: Doubt) -> i32 {
    match doubt {
        Doubt::Open => 9,
        Doubt::OpenInProse => 12,
        Doubt::Unlikely => 6,
        Doubt::Likely => -18,
    }
}

/// Bits of bytes, the lowest first.
struct Bits<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl Bits<'_> {
    fn next(&mut self) -> Result<bool, ModelError> {
        let byte = self.bytes.get(self.at / 8).ok_or(ModelError::TooShort)?;
        let bit = byte >> (self.at % 8) & 1 == 1;
        self.at += 1;
        Ok(bit)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const WEIGHTS: &[(u32, i8)] = &[(0, 1), (1, -2), (129, 127), (70_000, -128), ((1 << 22) - 1, 5)];

    #[test]
    fn what_is_written_is_read() {
        let bytes = SentenceModel::write(WEIGHTS);
        let model = SentenceModel::read(&bytes).unwrap();
        for &(key, weight) in WEIGHTS {
            assert_eq!(model.weight(key), i32::from(weight));
        }
        assert_eq!(model.weight(2), 0);
    }

    #[test]
    fn a_full_bucket_loses_nothing() {
        let weights: Vec<(u32, i8)> = (0..20).map(|index| (index << BUCKET_BITS, index as i8 + 1)).collect();
        let model = SentenceModel::new(&weights);
        assert!(weights.iter().all(|&(key, weight)| model.weight(key) == i32::from(weight)));
    }

    #[test]
    fn bytes_that_are_no_model_are_refused() {
        let bytes = SentenceModel::write(WEIGHTS);
        for length in 0..bytes.len() {
            assert!(SentenceModel::read(&bytes[..length]).is_err(), "cut to {length}");
        }
        assert_eq!(SentenceModel::read(&[&bytes[..], &[0]].concat()).unwrap_err(), ModelError::Malformed);
        assert!(SentenceModel::read(&[0xFF; 40]).is_err());
    }
}

//! The trained model: weights of features, and of what may follow what.
//!
//! A feature has nine weights: for being outside of names, for each type of
//! name, and for each place in one. They are integers, and so are all scores,
//! so that every machine decides alike. The section `ner-model` of a names
//! pack holds a header and, arithmetically coded, the sorted keys and the
//! levels of their weights.

use super::coding::{Context, Decoder, Encoder};
use super::pack::PackError;

/// A feature, as a hash. The trainer counts whole keys; a model keeps [`KEY_BITS`] of each.
pub type FeatureKey = u64;

/// How many bits of a key a model keeps.
pub const KEY_BITS: u32 = 24;

/// The part of a key that a model keeps.
pub const fn short(key: FeatureKey) -> u32 {
    (key >> (64 - KEY_BITS)) as u32
}

/// Weights of a feature: outside; person, organisation, place, other; first, inner, last, only word.
pub const COLUMNS: usize = 9;

/// Tags of a word: outside, then first, inner, last and only word of each type.
pub const TAGS: usize = 17;

/// Levels that a weight may have, beside zero, of either sign.
pub const LEVELS: usize = 15;

/// Identifies the section and the features that it was trained with.
const HEADER: &[u8; 8] = b"TXNER\0\0\x02";

/// Low bits of a key that are compared; the others choose the bucket.
const LOW_BITS: u32 = 8;

/// Bits of a key by which features that are not there are passed over.
const PRESENT_BITS: u32 = 21;

/// More features than this are no model.
const MOST_FEATURES: usize = 1 << 20;

/// Weights of one feature, or a sum of them.
pub type Scores = [i32; COLUMNS];

/// The name of the section.
pub const SECTION: &str = "ner-model";

/// What a model is made of.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ModelParts {
    /// The weight that each level stands for.
    pub levels: [u16; LEVELS],
    /// Weights of a tag after a tag, row by row.
    pub transitions: Vec<i16>,
    /// How sure a margin makes a name.
    pub calibration: Calibration,
    /// By feature, keys rising: its key's short form and its levels.
    pub features: Vec<(u32, [i8; COLUMNS])>,
}

/// Types of names that the model tells apart.
pub const KINDS: usize = 4;

/// By type of name, steps: from which margin on, and how many of a thousand such names are right.
/// Both rise.
pub type Calibration = [Vec<(u16, u16)>; KINDS];

/// The integer that stands for a weight of 1.
pub const UNIT: u16 = 1024;

/// A trained model, ready for use.
#[derive(Debug)]
pub struct Model {
    /// By the first [`PRESENT_BITS`] of a key: whether a feature begins so. Most are not there, and seen here at once.
    present: Vec<u64>,
    /// By the high bits of a key: where its features begin.
    buckets: Vec<u32>,
    /// The low bits of the features' keys.
    low: Vec<u8>,
    /// The features' weights.
    weights: Vec<[i16; COLUMNS]>,
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
        let parts = decode(bytes)
            .map_err(|what| PackError::Malformed { section: SECTION.to_owned(), what: what.to_owned() })?;
        Ok(Self::new(&parts))
    }

    /// A model of its parts, whose keys are rising.
    pub fn new(parts: &ModelParts) -> Self {
        let mut present = vec![0; 1 << (PRESENT_BITS - 6)];
        for &(key, _) in &parts.features {
            let prefix = key >> (KEY_BITS - PRESENT_BITS);
            present[prefix as usize >> 6] |= 1 << (prefix & 63);
        }
        let mut buckets = vec![0; (1 << (KEY_BITS - LOW_BITS)) + 1];
        for &(key, _) in &parts.features {
            buckets[(key >> LOW_BITS) as usize + 1] += 1;
        }
        for at in 1..buckets.len() {
            buckets[at] += buckets[at - 1];
        }
        let weight = |level: i8| match level {
            0 => 0,
            1.. => parts.levels[level as usize - 1] as i16,
            _ => -(parts.levels[-level as usize - 1] as i16),
        };
        let mut transitions = [[0; TAGS]; TAGS];
        for (weight, &value) in transitions.as_flattened_mut().iter_mut().zip(&parts.transitions) {
            *weight = i32::from(value);
        }
        Self {
            present,
            buckets,
            low: parts.features.iter().map(|&(key, _)| (key & ((1 << LOW_BITS) - 1)) as u8).collect(),
            weights: parts.features.iter().map(|(_, levels)| levels.map(weight)).collect(),
            transitions,
            calibration: parts.calibration.clone(),
        }
    }

    /// How many of a thousand names of this type are right that have this margin.
    pub fn confidence(&self, kind: u8, margin: i32) -> u16 {
        let steps = &self.calibration[kind as usize];
        let reached = steps.partition_point(|&(from, _)| i32::from(from) <= margin);
        steps[..reached].last().map_or(0, |&(_, right)| right)
    }

    /// Adds the weights of the feature to `scores`, if the model has it.
    #[inline]
    pub fn add(&self, key: FeatureKey, scores: &mut Scores) {
        let key = short(key);
        let prefix = key >> (KEY_BITS - PRESENT_BITS);
        if self.present[prefix as usize >> 6] >> (prefix & 63) & 1 == 0 {
            return;
        }
        let bucket = (key >> LOW_BITS) as usize;
        let (start, end) = (self.buckets[bucket] as usize, self.buckets[bucket + 1] as usize);
        let low = (key & ((1 << LOW_BITS) - 1)) as u8;
        if let Some(at) = self.low[start..end].iter().position(|&other| other == low) {
            for (score, &weight) in scores.iter_mut().zip(&self.weights[start + at]) {
                *score += i32::from(weight);
            }
        }
    }

    /// How many features it has.
    pub fn len(&self) -> usize {
        self.weights.len()
    }

    /// Whether it has no feature.
    pub fn is_empty(&self) -> bool {
        self.weights.is_empty()
    }
}

/// The contexts in which keys and levels are coded.
struct Contexts {
    /// High bits of the distance to the next key, in unary.
    distance: [Context; 8],
    /// Its low bits, from the top.
    bits: Vec<Context>,
    /// By column and how many levels before in the row are not zero: whether a level is.
    zero: [[Context; COLUMNS]; COLUMNS],
    /// By column: the sign.
    sign: [Context; COLUMNS],
    /// By column: whether a level goes on from one to the next.
    more: [[Context; LEVELS]; COLUMNS],
}

/// Low bits of the distance of two keys.
const DISTANCE_BITS: u32 = 7;

impl Contexts {
    fn new() -> Self {
        Self {
            distance: [Context::default(); 8],
            bits: vec![Context::default(); 1 << DISTANCE_BITS],
            zero: [[Context::default(); COLUMNS]; COLUMNS],
            sign: [Context::default(); COLUMNS],
            more: [[Context::default(); LEVELS]; COLUMNS],
        }
    }
}

/// Writes the section of a model.
///
/// # Panics
///
/// If the keys do not rise, or a level is out of range.
pub fn encode(parts: &ModelParts) -> Vec<u8> {
    assert_eq!(parts.transitions.len(), TAGS * TAGS, "a weight for each pair of tags");
    let mut out = HEADER.to_vec();
    out.extend_from_slice(&u32::try_from(parts.features.len()).expect("few features").to_le_bytes());
    parts.levels.iter().for_each(|level| out.extend_from_slice(&level.to_le_bytes()));
    parts.transitions.iter().for_each(|weight| out.extend_from_slice(&weight.to_le_bytes()));
    for steps in &parts.calibration {
        out.push(u8::try_from(steps.len()).expect("few steps"));
        for &(from, right) in steps {
            out.extend_from_slice(&from.to_le_bytes());
            out.extend_from_slice(&right.to_le_bytes());
        }
    }
    let mut contexts = Contexts::new();
    let mut encoder = Encoder::new();
    let mut next = 0;
    for &(key, ref levels) in &parts.features {
        let distance = key.checked_sub(next).expect("keys rise");
        next = key + 1;
        for at in 0..=distance >> DISTANCE_BITS {
            let context = &mut contexts.distance[at.min(7) as usize];
            encoder.bit(context, at < distance >> DISTANCE_BITS);
        }
        let mut node = 1;
        for bit in (0..DISTANCE_BITS).rev().map(|at| distance >> at & 1) {
            encoder.bit(&mut contexts.bits[node], bit == 1);
            node = node << 1 | bit as usize;
        }
        let mut used = 0;
        for (column, &level) in levels.iter().enumerate() {
            encoder.bit(&mut contexts.zero[column][used], level != 0);
            if level == 0 {
                continue;
            }
            used += 1;
            encoder.bit(&mut contexts.sign[column], level < 0);
            let size = usize::from(level.unsigned_abs());
            assert!(size <= LEVELS, "level {level}");
            for at in 1..LEVELS {
                encoder.bit(&mut contexts.more[column][at], at < size);
                if at == size {
                    break;
                }
            }
        }
    }
    out.extend_from_slice(&encoder.finish());
    out
}

/// Reads the section of a model; the error says what is wrong.
pub fn decode(bytes: &[u8]) -> Result<ModelParts, &'static str> {
    let mut rest = bytes.strip_prefix(HEADER).ok_or("not a model of this version")?;
    let mut take = |length: usize| {
        let (taken, after) = rest.split_at_checked(length).ok_or("cut off in its header")?;
        rest = after;
        Ok::<_, &'static str>(taken)
    };
    let count = u32::from_le_bytes(take(4)?.try_into().expect("four bytes")) as usize;
    if count > MOST_FEATURES {
        return Err("more features than a model has");
    }
    let mut levels = [0; LEVELS];
    for level in &mut levels {
        *level = u16::from_le_bytes(take(2)?.try_into().expect("two bytes"));
        if *level > i16::MAX as u16 {
            return Err("a weight out of range");
        }
    }
    let transitions = take(2 * TAGS * TAGS)?;
    let transitions =
        transitions.chunks_exact(2).map(|pair| i16::from_le_bytes([pair[0], pair[1]])).collect();
    let mut calibration = Calibration::default();
    for steps in &mut calibration {
        for _ in 0..take(1)?[0] {
            let &[a, b, c, d] = take(4)? else { unreachable!("four bytes were taken") };
            let step = (u16::from_le_bytes([a, b]), u16::from_le_bytes([c, d]));
            if step.1 > 1000 || steps.last().is_some_and(|last| *last >= step) {
                return Err("steps of confidence that do not rise");
            }
            steps.push(step);
        }
    }
    let mut contexts = Contexts::new();
    let mut decoder = Decoder::new(rest);
    let mut features = Vec::with_capacity(count);
    let mut next = 0u32;
    for _ in 0..count {
        let mut distance = 0u32;
        while decoder.bit(&mut contexts.distance[distance.min(7) as usize]) {
            distance += 1;
            if distance >> (KEY_BITS - DISTANCE_BITS) > 0 {
                return Err("a key out of range");
            }
        }
        let mut node = 1usize;
        for _ in 0..DISTANCE_BITS {
            let bit = decoder.bit(&mut contexts.bits[node]);
            node = node << 1 | usize::from(bit);
        }
        distance = distance << DISTANCE_BITS | (node as u32 & ((1 << DISTANCE_BITS) - 1));
        let key = next + distance;
        if key >> KEY_BITS > 0 {
            return Err("a key out of range");
        }
        next = key + 1;
        let mut row = [0; COLUMNS];
        let mut used = 0;
        for (column, level) in row.iter_mut().enumerate() {
            if !decoder.bit(&mut contexts.zero[column][used]) {
                continue;
            }
            used += 1;
            let is_negative = decoder.bit(&mut contexts.sign[column]);
            let mut size = 1;
            while size < LEVELS && decoder.bit(&mut contexts.more[column][size]) {
                size += 1;
            }
            *level = if is_negative { -(size as i8) } else { size as i8 };
        }
        features.push((key, row));
    }
    if !decoder.is_sound() {
        return Err("its contents do not end where it ends");
    }
    Ok(ModelParts { levels, transitions, calibration, features })
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
        assert!(Model::read(b"TXNER\0\0\x02 of tomorrow").is_err());
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
        let parts = parts();
        let model = Model::new(&parts);
        for &(key, levels) in &parts.features {
            let mut scores = [1; COLUMNS];
            model.add(u64::from(key) << (64 - KEY_BITS) | 0xABCD, &mut scores);
            for (score, level) in scores.into_iter().zip(levels) {
                let size = usize::from(level.unsigned_abs());
                let weight = if size == 0 { 0 } else { i32::from(parts.levels[size - 1]) };
                assert_eq!(score - 1, weight * i32::from(level.signum()));
            }
        }
        let mut none = [0; COLUMNS];
        let free = (0..1 << KEY_BITS).find(|key| parts.features.iter().all(|(used, _)| used != key));
        model.add(u64::from(free.unwrap()) << (64 - KEY_BITS), &mut none);
        assert_eq!(none, [0; COLUMNS]);
    }
}

//! The section of a names pack that holds a model: a header, then the features, coded.
//!
//! A feature is how far its key is from the last one's, its level for being outside, and its other levels
//! in pairs. Which pairs are frequent depends on the level for being outside, as the weights of a feature
//! add up to little: a word that is likely outside is unlikely a person, an organisation and a place.

use super::parts::{COLUMNS, Calibration, KEY_BITS, LEVELS, ModelParts, TAGS};
use crate::lexicon::prefix_code::{BitReader, BitWriter, Code, Table, Words};

/// The name of the section.
pub const SECTION: &str = "ner-model";

/// Identifies the section, its coding, and the features that it was trained with.
const HEADER: &[u8; 8] = b"TXNER\0\0\x05";

/// More features than this are no model.
const MOST_FEATURES: usize = 1 << 20;

/// No weight is above, so that differences of two have place in a row.
const MOST_WEIGHT: u16 = i16::MAX as u16 / 2;

/// Low bits of the distance of two keys, which are as good as random.
const DISTANCE_BITS: u32 = 7;

/// The high bits of a distance, if there are so many; more follow.
const FAR: usize = 31;

/// So many levels there are, of both signs and zero.
pub(super) const SIGNED: usize = 2 * LEVELS + 1;

/// Pairs of columns, after that for being outside.
pub(super) const PAIRS: usize = (COLUMNS - 1) / 2;

/// Levels for being outside that say different things of the other levels: those of at most this size, and
/// those above or below.
const TOLD_APART: i8 = 4;
const OUTSIDES: usize = 2 * TOLD_APART as usize + 1;

/// A feature, as it is coded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Feature {
    /// The short form of its key.
    pub key: u32,
    /// Its level for being outside, as [`of_level`] numbers it.
    pub outside: usize,
    /// Its other levels, as [`of_pair`] numbers them.
    pub pairs: [usize; PAIRS],
}

/// The number of a level: from 0, below [`SIGNED`].
fn of_level(level: i8) -> usize {
    assert!(usize::from(level.unsigned_abs()) <= LEVELS, "level {level}");
    (level + LEVELS as i8) as usize
}

/// The level of a number.
pub(super) fn level(number: usize) -> i8 {
    number as i8 - LEVELS as i8
}

/// The number of two levels.
fn of_pair(first: i8, second: i8) -> usize {
    of_level(first) * SIGNED + of_level(second)
}

/// The levels of a pair's number.
pub(super) fn pair(number: usize) -> [i8; 2] {
    [number / SIGNED, number % SIGNED].map(level)
}

impl Feature {
    /// The feature of a key with these levels.
    ///
    /// # Panics
    ///
    /// If a level is out of range.
    pub fn new(key: u32, levels: &[i8; COLUMNS]) -> Self {
        let pair = |at: usize| of_pair(levels[2 * at + 1], levels[2 * at + 2]);
        Self { key, outside: of_level(levels[0]), pairs: std::array::from_fn(pair) }
    }

    fn levels(&self) -> [i8; COLUMNS] {
        let mut levels = [level(self.outside); COLUMNS];
        levels[1..]
            .as_chunks_mut()
            .0
            .iter_mut()
            .zip(self.pairs)
            .for_each(|(two, number)| *two = pair(number));
        levels
    }
}

/// The codes by their places: of the high bits of the distance to the next key, of the level for being
/// outside, and from [`PAIRS_AT`] on by that level those of the pairs.
const DISTANCE_AT: usize = 0;
const OUTSIDE_AT: usize = 1;
const PAIRS_AT: usize = 2;

/// So many codes there are.
const CODES: usize = PAIRS_AT + OUTSIDES * PAIRS;

/// How many symbols each code has.
fn sizes() -> impl Iterator<Item = usize> {
    [FAR + 1, SIGNED].into_iter().chain(std::iter::repeat_n(SIGNED * SIGNED, OUTSIDES * PAIRS))
}

/// Where the codes for the pairs of features begin whose level for being outside has this number.
#[inline(always)]
fn pairs_at(outside: usize) -> usize {
    const LEAST: usize = LEVELS - TOLD_APART as usize;
    PAIRS_AT + PAIRS * (outside.clamp(LEAST, LEAST + OUTSIDES - 1) - LEAST)
}

/// What is written of features.
enum Written {
    /// By the code at this place, this symbol.
    Symbol(usize, usize),
    /// The low bits of a distance.
    Low(u32),
}

/// Gives what is written of the features to `put`, in this order.
fn written(features: &[(u32, [i8; COLUMNS])], mut put: impl FnMut(Written)) {
    let mut next = 0;
    for (key, levels) in features {
        let distance = key.checked_sub(next).expect("keys rise");
        next = key + 1;
        let mut far = (distance >> DISTANCE_BITS) as usize;
        while far >= FAR {
            put(Written::Symbol(DISTANCE_AT, FAR));
            far -= FAR;
        }
        put(Written::Symbol(DISTANCE_AT, far));
        put(Written::Low(distance));
        let Feature { outside, pairs, .. } = Feature::new(*key, levels);
        put(Written::Symbol(OUTSIDE_AT, outside));
        for (at, pair) in pairs.into_iter().enumerate() {
            put(Written::Symbol(pairs_at(outside) + at, pair));
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
    let mut counts: Vec<Vec<u32>> = sizes().map(|size| vec![0; size]).collect();
    written(&parts.features, |what| {
        if let Written::Symbol(code, symbol) = what {
            counts[code][symbol] += 1;
        }
    });
    let codes: Vec<Code> = counts.iter().map(|counts| Code::of(counts)).collect();
    codes.iter().for_each(|code| code.write(&mut out));
    let words: Vec<Words> = codes.iter().map(Words::of).collect();
    let mut writer = BitWriter::default();
    written(&parts.features, |what| match what {
        Written::Symbol(code, symbol) => words[code].write(symbol, &mut writer),
        Written::Low(distance) => writer.bits(DISTANCE_BITS, distance),
    });
    out.extend_from_slice(&writer.finish());
    out
}

/// Reads the section of a model; the error says what is wrong.
pub fn decode(bytes: &[u8]) -> Result<ModelParts, &'static str> {
    let (mut parts, mut features) = open(bytes)?;
    while features.left > 0 {
        features.some(|feature| parts.features.push((feature.key, feature.levels())))?;
    }
    features.close()?;
    Ok(parts)
}

/// Reads what stands before the features; these are still to be read.
pub(super) fn open(bytes: &[u8]) -> Result<(ModelParts, Features<'_>), &'static str> {
    let mut rest = bytes.strip_prefix(HEADER).ok_or("not a model of this version")?;
    let mut take = |length: usize| {
        let (taken, after) = rest.split_at_checked(length).ok_or("cut off in its header")?;
        rest = after;
        Ok::<_, &'static str>(taken)
    };
    let left = u32::from_le_bytes(take(4)?.try_into().expect("four bytes")) as usize;
    if left > MOST_FEATURES {
        return Err("more features than a model has");
    }
    let mut levels = [0; LEVELS];
    for level in &mut levels {
        *level = u16::from_le_bytes(take(2)?.try_into().expect("two bytes"));
        if *level > MOST_WEIGHT {
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
    let mut tables = Vec::with_capacity(CODES);
    for size in sizes() {
        tables.push(Code::read(size, &mut rest).ok_or("lengths that do not add up")?.table());
    }
    let tables = tables.try_into().expect("a table for each code");
    let features = Features { tables, reader: BitReader::new(rest), next: 0, left };
    Ok((ModelParts { levels, transitions, calibration, features: Vec::new() }, features))
}

/// So many features are read at a time. Browsers make code faster that is called often, not a loop that runs.
const AT_A_TIME: usize = 64;

/// The features of a section, to be read.
pub(super) struct Features<'a> {
    tables: Box<[Table; CODES]>,
    reader: BitReader<'a>,
    /// The least key that the next may have.
    next: u32,
    /// How many are left.
    pub left: usize,
}

impl Features<'_> {
    /// Reads some of those that are left and gives each to `found`.
    #[inline(never)]
    pub fn some(&mut self, mut found: impl FnMut(Feature)) -> Result<(), &'static str> {
        let count = self.left.min(AT_A_TIME);
        for _ in 0..count {
            let feature = self.one().ok_or("keys out of range")?;
            self.next = feature.key + 1;
            found(feature);
        }
        self.left -= count;
        Ok(())
    }

    /// Reads a feature. Step by step, as compilers leave a loop that could be a few steps where wasm is to be small.
    #[inline(always)]
    fn one(&mut self) -> Option<Feature> {
        let tables = &*self.tables;
        let mut key = self.next;
        let outside = loop {
            let (far, low, outside) = self.reader.take(|next| match next.symbol(&tables[DISTANCE_AT]) {
                FAR => (FAR, 0, 0),
                far => (far, next.bits(DISTANCE_BITS), next.symbol(&tables[OUTSIDE_AT])),
            });
            key += ((far as u32) << DISTANCE_BITS) + low;
            if key >> KEY_BITS > 0 {
                return None;
            }
            if far != FAR {
                break outside;
            }
        };
        let [first, second, third, last]: &[Table; PAIRS] = tables[pairs_at(outside)..].first_chunk()?;
        let pairs = self.reader.take(|next| {
            let (first, second) = (next.symbol(first), next.symbol(second));
            [first, second, next.symbol(third), next.symbol(last)]
        });
        Some(Feature { key, outside, pairs })
    }

    /// Whether the section ends where they end.
    pub fn close(self) -> Result<(), &'static str> {
        if self.left == 0 && self.reader.is_sound() {
            Ok(())
        } else {
            Err("its contents do not end where it ends")
        }
    }
}

//! The trained model: weights of features, and of what may follow what.
//!
//! A feature has nine weights: for being outside of names, for each type of
//! name, and for each place in one. They are integers, and so are all scores,
//! so that every machine decides alike. As only differences count, a type's
//! weight is kept as what it is above that for being outside. The section `ner-model` of a names
//! pack holds a header, tables and, coded by them, the sorted keys and the
//! levels of their weights.

use std::ops::AddAssign;

use super::coding::{Decoder, Encoder, SYMBOLS, Table};
use super::pack::PackError;
use super::quads::{Octet, Quad};

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
const HEADER: &[u8; 8] = b"TXNER\0\0\x04";

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

/// More features than this are no model.
const MOST_FEATURES: usize = 1 << 20;

/// What features say of a word, summed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Scores {
    /// By type of name, how much more it is that than outside of names.
    pub kinds: Quad,
    /// By place in a name: first, inner, last, only word.
    pub places: Quad,
}

impl AddAssign for Scores {
    #[inline(always)]
    fn add_assign(&mut self, other: Self) {
        self.kinds += other.kinds;
        self.places += other.places;
    }
}

/// No weight is above, so that differences of two have place in a row.
const MOST_WEIGHT: u16 = i16::MAX as u16 / 2;

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
    /// By level plus [`LEVELS`]: the weight.
    by_level: [i16; 2 * (LEVELS + 1)],
    /// By the high bits of a key: its features.
    buckets: Vec<u64>,
    /// The features' weights as [`Scores`] has them, by rising key; the first are those of a feature
    /// that is not there.
    rows: Vec<Octet>,
    /// The features for which there is no place in their buckets: short keys, rising, with their rows.
    more: Vec<(u32, u32)>,
    /// How many features the last bucket has.
    in_bucket: usize,
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
            let (parts, count, rest) = header(bytes)?;
            let mut model = Self::without_features(&parts, count);
            features(rest, count, |feature| model.push(feature))?;
            Ok(model)
        };
        read()
            .map_err(|what: &str| PackError::Malformed { section: SECTION.to_owned(), what: what.to_owned() })
    }

    /// A model of its parts, whose keys are rising.
    pub fn new(parts: &ModelParts) -> Self {
        let mut model = Self::without_features(parts, parts.features.len());
        parts.features.iter().for_each(|&feature| model.push(feature));
        model
    }

    /// A model with room for so many features.
    fn without_features(parts: &ModelParts, count: usize) -> Self {
        let mut transitions = [[0; TAGS]; TAGS];
        for (weight, &value) in transitions.as_flattened_mut().iter_mut().zip(&parts.transitions) {
            *weight = i32::from(value);
        }
        let mut rows = Vec::with_capacity(count + 1);
        rows.push(Octet::new([0; 2 * KINDS]));
        Self {
            by_level: std::array::from_fn(|at| {
                let level = at as i16 - LEVELS as i16;
                let size =
                    usize::from(level.unsigned_abs()).checked_sub(1).and_then(|at| parts.levels.get(at));
                size.map_or(0, |&size| size as i16 * level.signum())
            }),
            buckets: vec![0; BUCKETS],
            rows,
            more: Vec::new(),
            in_bucket: 0,
            transitions,
            calibration: parts.calibration.clone(),
        }
    }

    /// Adds a feature, whose key is above those of the features before it.
    fn push(&mut self, (key, levels): (u32, [i8; COLUMNS])) {
        let row = self.rows.len() as u64;
        let bucket = &mut self.buckets[(key >> LOW_BITS) as usize];
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
            self.more.push((key, row as u32));
        }
        let by_level = &self.by_level;
        let [outside, others @ ..] =
            levels.map(|level| by_level[(level + LEVELS as i8) as usize % by_level.len()]);
        let mut weights = others;
        weights[..KINDS].iter_mut().for_each(|weight| *weight -= outside);
        self.rows.push(Octet::new(weights));
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
            let [kinds, places] = self.rows[self.row(key)].halves();
            sum += Scores { kinds, places };
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

/// Low bits of the distance of two keys, which are as good as random.
const DISTANCE_BITS: u32 = 7;

/// The high bits of a distance, if there are so many; more follow.
const FAR: u8 = 31;

/// Which weights of a row are not zero is told of the first columns, and of the others knowing these.
const SPLIT: usize = 5;

/// How a weight for being outside of names may be, for those of the other columns.
const OUTSIDES: usize = 7;

/// The tables by which keys and levels are coded.
struct Tables<T> {
    /// High bits of the distance to the next key.
    distance: T,
    /// Which of the first [`SPLIT`] columns are not zero.
    first: T,
    /// Which of the others, by which of the first.
    others: [T; 1 << SPLIT],
    /// The level for being outside plus [`LEVELS`].
    outside: T,
    /// By [`outside`] of that level: by other column, the level plus [`LEVELS`].
    level: [[T; COLUMNS - 1]; OUTSIDES],
}

impl<T> Tables<T> {
    /// Tables that `table` makes, in the order in which they are written.
    fn make(mut table: impl FnMut() -> T) -> Self {
        Self {
            distance: table(),
            first: table(),
            others: std::array::from_fn(|_| table()),
            outside: table(),
            level: std::array::from_fn(|_| std::array::from_fn(|_| table())),
        }
    }

    /// Each of them, in that order.
    fn all(&self) -> impl Iterator<Item = &T> {
        [&self.distance, &self.first].into_iter().chain(&self.others).chain(self.levels())
    }

    /// Those of levels.
    fn levels(&self) -> impl Iterator<Item = &T> {
        [&self.outside].into_iter().chain(self.level.as_flattened())
    }
}

/// Of which kind a level for being outside is. The weights of a feature add up to little: a word that is
/// likely outside is unlikely a person, an organisation and a place.
fn outside(level: i8) -> usize {
    match level {
        ..=-5 => 0,
        -4 | -3 => 1,
        -2 | -1 => 2,
        0 => 3,
        1 | 2 => 4,
        3 | 4 => 5,
        5.. => 6,
    }
}

/// Gives each table of `tables` that codes the features its symbols in turn, or low bits of a distance (`Err`).
fn symbols<T>(
    features: &[(u32, [i8; COLUMNS])],
    tables: &mut Tables<T>,
    mut put: impl FnMut(Result<(&mut T, u8), u32>),
) {
    let mut next = 0;
    for &(key, ref row) in features {
        let distance = key.checked_sub(next).expect("keys rise");
        next = key + 1;
        let mut far = distance >> DISTANCE_BITS;
        while far >= u32::from(FAR) {
            put(Ok((&mut tables.distance, FAR)));
            far -= u32::from(FAR);
        }
        put(Ok((&mut tables.distance, far as u8)));
        put(Err(distance));
        let used = row.iter().enumerate().fold(0, |used, (at, &level)| used | usize::from(level != 0) << at);
        let (first, others) = (used % (1 << SPLIT), used >> SPLIT);
        put(Ok((&mut tables.first, first as u8)));
        put(Ok((&mut tables.others[first], others as u8)));
        for (column, &level) in row.iter().enumerate().filter(|(_, level)| **level != 0) {
            assert!(usize::from(level.unsigned_abs()) <= LEVELS, "level {level}");
            let table = match column.checked_sub(1) {
                Some(other) => &mut tables.level[outside(row[0])][other],
                None => &mut tables.outside,
            };
            put(Ok((table, (level + LEVELS as i8) as u8)));
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
    let mut counts = Tables::make(|| [0u32; SYMBOLS]);
    symbols(&parts.features, &mut counts, |symbol| {
        if let Ok((counts, symbol)) = symbol {
            counts[usize::from(symbol)] += 1;
        }
    });
    let mut counts = counts.all();
    let mut tables = Tables::make(|| Table::of(counts.next().expect("as many as were counted")));
    tables.all().for_each(|table| table.write(&mut out));
    let mut encoder = Encoder::default();
    symbols(&parts.features, &mut tables, |symbol| match symbol {
        Ok((table, symbol)) => encoder.symbol(table, symbol),
        Err(distance) => encoder.bits(DISTANCE_BITS, distance),
    });
    out.extend_from_slice(&encoder.finish());
    out
}

/// Reads the section of a model; the error says what is wrong.
pub fn decode(bytes: &[u8]) -> Result<ModelParts, &'static str> {
    let (mut parts, count, rest) = header(bytes)?;
    features(rest, count, |feature| parts.features.push(feature))?;
    Ok(parts)
}

/// Reads what stands before the features, and how many they are; what is left is theirs.
fn header(bytes: &[u8]) -> Result<(ModelParts, usize, &[u8]), &'static str> {
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
    Ok((ModelParts { levels, transitions, calibration, features: Vec::new() }, count, rest))
}

/// Reads `count` features and gives each to `found`.
fn features(
    mut bytes: &[u8],
    count: usize,
    mut found: impl FnMut((u32, [i8; COLUMNS])),
) -> Result<(), &'static str> {
    let mut is_sound = true;
    let tables = Tables::make(|| {
        let table = Table::read(&mut bytes);
        is_sound &= table.is_some();
        table.unwrap_or_else(|| Table::of(&[]))
    });
    // There is a level fewer than symbols.
    if !is_sound || tables.levels().any(|table| table.has(2 * LEVELS as u8 + 1)) {
        return Err("tables that do not add up");
    }
    let mut decoder = Decoder::new(bytes);
    let mut next = 0;
    for _ in 0..count {
        let feature = feature(&mut decoder, &tables, next).ok_or("a key or level out of range")?;
        next = feature.0 + 1;
        found(feature);
    }
    if decoder.is_sound() { Ok(()) } else { Err("its contents do not end where it ends") }
}

/// Reads a feature whose key is at least `next`.
///
/// Not inlined: browsers make code faster that is called often, not a loop that runs.
#[inline(never)]
fn feature(decoder: &mut Decoder<'_>, tables: &Tables<Table>, next: u32) -> Option<(u32, [i8; COLUMNS])> {
    let mut key = next;
    loop {
        let far = decoder.symbol(&tables.distance);
        key += u32::from(far) << DISTANCE_BITS;
        if key >> KEY_BITS > 0 {
            return None;
        }
        if far != FAR {
            break;
        }
    }
    key += decoder.bits(DISTANCE_BITS);
    if key >> KEY_BITS > 0 {
        return None;
    }
    let first = decoder.symbol(&tables.first);
    let others = decoder.symbol(&tables.others[usize::from(first)]);
    let mut used = usize::from(first) | usize::from(others) << SPLIT;
    let mut row = [0; COLUMNS];
    let mut level = |level: &mut i8, table: &Table| {
        if used & 1 == 1 {
            *level = decoder.symbol(table) as i8 - LEVELS as i8;
        }
        used >>= 1;
    };
    level(&mut row[0], &tables.outside);
    let tables = &tables.level[outside(row[0])];
    row[1..].iter_mut().zip(tables).for_each(|(other, table)| level(other, table));
    if used > 0 {
        return None;
    }
    Some((key, row))
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

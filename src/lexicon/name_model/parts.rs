//! What a model is made of, as the trainer makes it and a pack holds it.

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

/// Types of names that the model tells apart.
pub const KINDS: usize = 4;

/// Tags of a word: outside, then first, inner, last and only word of each type.
pub const TAGS: usize = 17;

/// Levels that a weight may have, beside zero, of either sign.
pub const LEVELS: usize = 15;

/// The integer that stands for a weight of 1.
pub const UNIT: u16 = 1024;

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

/// By type of name, steps: from which margin on, and how many of a thousand such names are right.
/// Both rise.
pub type Calibration = [Vec<(u16, u16)>; KINDS];

impl ModelParts {
    /// The weight that a level stands for.
    ///
    /// # Panics
    ///
    /// If the level is out of range.
    pub fn weight(&self, level: i8) -> i16 {
        match level.unsigned_abs().checked_sub(1) {
            Some(size) => self.levels[usize::from(size)] as i16 * i16::from(level.signum()),
            None => 0,
        }
    }
}

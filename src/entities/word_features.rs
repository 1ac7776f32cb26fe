//! Features of a word that do not depend on where it stands.
//!
//! They are made once for each form in a document. A model looks at a word and
//! at its two neighbours on either side; what is told of a neighbour is less.

use super::keys::{self, FeatureKey};
use super::units::{Case, Form};
use crate::lexicon::{Cluster, Known};

/// How many words to either side of a word are looked at.
pub const WINDOW: usize = 2;

/// The features of a form, with what is used of it in the features of its surroundings.
#[derive(Clone, Debug, Default)]
pub(super) struct WordFeatures {
    /// All, those that neighbours see first.
    keys: Vec<FeatureKey>,
    /// How many the words next to it see.
    near: usize,
    /// How many the words after the next see.
    far: usize,
    /// Hash of the form in lower case.
    pub lower: u64,
    /// Hash of the way in which it uses capitals, digits and marks.
    pub shape: u64,
    /// Hash of its last three letters.
    pub ending: u64,
    /// Its cluster of middle grain, 0 if it has none.
    pub cluster: u64,
}

/// What a document says of a word elsewhere.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Elsewhere {
    /// How often it stands in lower case.
    pub lower: u32,
    /// How often it has a capital where nothing but a name asks for one.
    pub capital: u32,
}

impl WordFeatures {
    /// The features of the form `text`.
    pub fn new(text: &str, form: &Form, elsewhere: Elsewhere, cluster: Option<Cluster>) -> Self {
        let lower: Vec<char> = text.chars().take(LONGEST).flat_map(char::to_lowercase).collect();
        let mut features = Self {
            lower: keys::of_chars(lower.iter().copied()),
            shape: keys::of_chars(shape(text, 1).into_iter()),
            ending: keys::of_chars(lower[lower.len().saturating_sub(3)..].iter().copied()),
            cluster: cluster.map_or(0, |cluster| u64::from(cluster.middle) + 1),
            ..Self::default()
        };
        let case = form.case as u64;
        let known = form.known;
        // The words after the next see these.
        features.add(1, features.lower);
        features.add(2, features.shape);
        keys::classes(known).for_each(|class| features.add(3, class));
        features.add(40, features.cluster);
        features.far = features.keys.len();
        // The words next to it see these, too.
        features.add(4, features.ending);
        features.add(5, known.bits() & Known::NAME.bits());
        features.add(6, u64::from(form.is_stop) << 2 | u64::from(form.is_ordinary()) << 1);
        features.add(41, cluster.map_or(0, |cluster| u64::from(cluster.fine)));
        features.near = features.keys.len();
        // It alone sees these.
        features.add(7, keys::of_chars(text.chars().take(LONGEST)));
        features.add(8, keys::of_chars(shape(text, 4).into_iter()));
        for length in 1..=4.min(lower.len()) {
            features.add(10 + length as u64, keys::of_chars(lower[..length].iter().copied()));
        }
        for length in [1, 2, 3, 4, 5].into_iter().filter(|&length| length <= lower.len()) {
            features.add(20 + length as u64, keys::of_chars(lower[lower.len() - length..].iter().copied()));
        }
        features.add(30, keys::join(features.ending, case));
        features.add(31, keys::join(known.bits() & Known::NAME.or(Known::COMMON).bits(), case));
        keys::classes(known).for_each(|class| features.add(32, class << 2 | case));
        let seen = |count: u32| u64::from(count.min(2));
        let document = seen(elsewhere.lower) << 2 | seen(elsewhere.capital);
        features.add(33, document << 2 | case);
        features.add(34, keys::join(document, features.shape));
        let ordinary = u64::from(form.is_stop) << 1 | u64::from(form.is_ordinary());
        features.add(35, ordinary << 8 | document << 2 | case);
        if let Some(Cluster { fine, middle, coarse }) = cluster {
            features.add(42, u64::from(fine) << 2 | case);
            features.add(43, u64::from(middle) << 2 | case);
            features.add(44, u64::from(coarse) << 2 | case);
        }
        features.add(36, u64::from(form.len.min(12)) << 2 | case);
        features
    }

    /// The same without the keys.
    pub fn without_keys(self) -> Self {
        Self { keys: Vec::new(), near: 0, far: 0, ..self }
    }

    /// The features that a word `distance` words away sees, 0 being the word itself.
    pub fn seen_from(&self, distance: usize) -> &[FeatureKey] {
        match distance {
            0 => &self.keys,
            1 => &self.keys[..self.near],
            _ => &self.keys[..self.far],
        }
    }

    fn add(&mut self, template: u64, value: u64) {
        self.keys.push(keys::of(template, value));
    }
}

/// The key of a word's feature as seen from a word at `offset`.
pub(super) fn at_offset(key: FeatureKey, offset: isize) -> FeatureKey {
    if offset == 0 { key } else { keys::join(key, 0x5bd1_e995u64.wrapping_add(offset as u64)) }
}

/// Of longer words only the beginning is looked at, in characters.
const LONGEST: usize = 40;

/// `X` for capitals, `x` for other letters, `d` for digits, marks as they are; at most
/// `most` of a kind in a row.
fn shape(text: &str, most: usize) -> Vec<char> {
    let mut shape: Vec<char> = Vec::new();
    let mut in_a_row = 0;
    for c in text.chars().take(LONGEST) {
        let kind = if c.is_uppercase() {
            'X'
        } else if c.is_alphabetic() {
            'x'
        } else if c.is_numeric() {
            'd'
        } else {
            c
        };
        in_a_row = if shape.last() == Some(&kind) { in_a_row + 1 } else { 1 };
        if in_a_row <= most {
            shape.push(kind);
        }
    }
    shape
}

/// Whether a form by itself is none that a name could be made of: common, and in lower case.
pub(super) fn is_plain(form: &Form) -> bool {
    form.case == Case::Lower && form.is_ordinary()
}

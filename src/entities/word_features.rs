//! Features of a word that do not depend on where it stands.
//!
//! They are made once for each form in a document. A model looks at a word and
//! at its two neighbours on either side; what is told of a neighbour is less.

use super::keys::{self, FeatureKey};
use super::units::{Case, Form};
use crate::lexicon::{Cluster, Known};

/// How many words to either side of a word are looked at.
pub const WINDOW: usize = 2;

/// What is used of a form in the features of its surroundings.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Traits {
    /// Hash of the form in lower case.
    pub lower: u64,
    /// Hash of the way in which it uses capitals, digits and marks.
    pub shape: u64,
    /// Hash of its last three letters.
    pub ending: u64,
}

/// What a document says of a word elsewhere.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Elsewhere {
    /// How often it stands in lower case, up to 255.
    pub lower: u8,
    /// How often it has a capital where nothing but a name asks for one, up to 255.
    pub capital: u8,
}

impl Traits {
    /// Those of the form `text`.
    pub fn new(text: &str) -> Self {
        let lower = lower(text);
        Self {
            lower: keys::of_chars(lower.iter().copied()),
            shape: keys::of_chars(shape(text, 1)),
            ending: keys::of_chars(lower[lower.len().saturating_sub(3)..].iter().copied()),
        }
    }
}

/// Gives each feature of the form `text`, which has these traits, to `put` that a word sees which is
/// `distance` words away, 0 being the word itself: those that a farther one sees first.
pub(super) fn features(
    text: &str,
    form: &Form,
    traits: &Traits,
    elsewhere: Elsewhere,
    distance: usize,
    mut put: impl FnMut(FeatureKey),
) {
    let mut add = |template: u64, value: u64| put(keys::of(template, value));
    let case = form.case as u64;
    let known = form.known;
    // The words after the next see these.
    add(1, traits.lower);
    add(2, traits.shape);
    keys::classes(known).for_each(|class| add(3, class));
    add(40, form.cluster_key());
    if distance > 1 {
        return;
    }
    // The words next to it see these, too.
    add(4, traits.ending);
    add(5, known.bits() & Known::NAME.bits());
    add(6, u64::from(form.is_stop) << 2 | u64::from(form.is_ordinary()) << 1);
    add(41, u64::from(form.cluster.fine));
    if distance > 0 {
        return;
    }
    let lower = lower(text);
    // It alone sees these.
    add(7, keys::of_chars(text.chars().take(LONGEST)));
    add(8, keys::of_chars(shape(text, 4)));
    for length in 1..=4.min(lower.len()) {
        add(10 + length as u64, keys::of_chars(lower[..length].iter().copied()));
    }
    for length in [1, 2, 3, 4, 5].into_iter().filter(|&length| length <= lower.len()) {
        add(20 + length as u64, keys::of_chars(lower[lower.len() - length..].iter().copied()));
    }
    add(30, keys::join(traits.ending, case));
    add(31, keys::join(known.bits() & Known::NAME.or(Known::COMMON).bits(), case));
    keys::classes(known).for_each(|class| add(32, class << 2 | case));
    let seen = |count: u8| u64::from(count.min(2));
    let document = seen(elsewhere.lower) << 2 | seen(elsewhere.capital);
    add(33, document << 2 | case);
    add(34, keys::join(document, traits.shape));
    let ordinary = u64::from(form.is_stop) << 1 | u64::from(form.is_ordinary());
    add(35, ordinary << 8 | document << 2 | case);
    if let Cluster { fine: fine @ 1.., middle, coarse } = form.cluster {
        add(42, u64::from(fine) << 2 | case);
        add(43, u64::from(middle) << 2 | case);
        add(44, u64::from(coarse) << 2 | case);
    }
    add(36, u64::from(form.len.min(12)) << 2 | case);
}

/// The key of a word's feature as seen from a word at `offset`.
pub(super) fn at_offset(key: FeatureKey, offset: isize) -> FeatureKey {
    if offset == 0 { key } else { keys::join(key, 0x5bd1_e995u64.wrapping_add(offset as u64)) }
}

/// Of longer words only the beginning is looked at, in characters.
const LONGEST: usize = 40;

/// Its beginning in lower case.
fn lower(text: &str) -> Vec<char> {
    let mut lower = Vec::with_capacity(LONGEST);
    for c in text.chars().take(LONGEST) {
        match c.is_ascii() {
            true => lower.push(c.to_ascii_lowercase()),
            false => lower.extend(c.to_lowercase()),
        }
    }
    lower
}

/// `X` for capitals, `x` for other letters, `d` for digits, marks as they are; at most
/// `most` of a kind in a row.
fn shape(text: &str, most: usize) -> impl Iterator<Item = char> {
    let mut last = None;
    let mut in_a_row = 0;
    text.chars().take(LONGEST).filter_map(move |c| {
        let kind = if c.is_uppercase() {
            'X'
        } else if c.is_alphabetic() {
            'x'
        } else if c.is_numeric() {
            'd'
        } else {
            c
        };
        in_a_row = if last == Some(kind) { in_a_row + 1 } else { 1 };
        last = Some(kind);
        (in_a_row <= most).then_some(kind)
    })
}

/// Whether a form by itself is none that a name could be made of: common, and in lower case.
pub(super) fn is_plain(form: &Form) -> bool {
    form.case == Case::Lower && form.is_ordinary()
}

//! Features of a word that do not depend on where it stands.
//!
//! They are made once for each form in a document. A model looks at a word and
//! at its two neighbours on either side; what is told of a neighbour is less.

use super::forms::{Case, Form};
use super::keys::{self, FeatureKey, Sink, in_group, join};
use crate::lexicon::{Cluster, Known};
use crate::text::lower_letters;

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
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
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

/// Gives each feature of the form `text`, which has these traits, to `sink` that a word sees to whose right it
/// stands at `offset`, 0 being the word itself.
///
/// Those together that many forms have alike.
pub(super) fn features(
    text: &str,
    form: &Form,
    traits: &Traits,
    elsewhere: Elsewhere,
    offset: isize,
    sink: &mut impl Sink,
) {
    let of = |template, value| at_offset(keys::of(template, value), offset);
    let (known, case) = (form.known, form.case as u64);
    // The words after the next see these.
    sink.take(of(1, traits.lower));
    keys::classes(known).for_each(|class| sink.take(of(3, class)));
    sink.take(of(40, form.cluster_key()));
    if offset.abs() > 1 {
        return;
    }
    // The words next to it see these, too.
    sink.take(of(4, traits.ending));
    sink.take(of(41, u64::from(form.cluster.fine)));
    if offset != 0 {
        sink.take(of(2, traits.shape));
        return;
    }
    // It alone sees these.
    let seen = |count: u8| u64::from(count.min(2));
    let document = seen(elsewhere.lower) << 2 | seen(elsewhere.capital);
    let ordinary = u64::from(form.is_stop) << 1 | u64::from(form.is_ordinary());
    let whole = ordinary << 8 | document << 2 | case;
    sink.group(5, keys::all([known.bits(), whole]), |put| {
        put(in_group(31, join(known.bits() & Known::NAME.or(Known::COMMON).bits(), case)));
        keys::classes(known).for_each(|class| put(in_group(32, class << 2 | case)));
        put(in_group(33, document << 2 | case));
        put(in_group(35, whole));
    });
    sink.put(34, join(document, traits.shape));
    let lower = lower(text);
    sink.put(7, keys::of_chars(text.chars().take(LONGEST)));
    sink.put(8, keys::of_chars(shape(text, 4)));
    for length in 1..=4.min(lower.len()) {
        sink.put(10 + length as u64, keys::of_chars(lower[..length].iter().copied()));
    }
    for length in 1..=5.min(lower.len()) {
        sink.put(20 + length as u64, keys::of_chars(lower[lower.len() - length..].iter().copied()));
    }
    sink.put(30, join(traits.ending, case));
    if let Cluster { fine: fine @ 1.., middle, coarse } = form.cluster {
        sink.put(42, u64::from(fine) << 2 | case);
        sink.put(43, u64::from(middle) << 2 | case);
        sink.put(44, u64::from(coarse) << 2 | case);
    }
    sink.put(36, u64::from(form.len.min(12)) << 2 | case);
}

/// The key of a word's feature as seen from a word at `offset`.
#[inline(never)]
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
            false => lower.extend(lower_letters(c)),
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

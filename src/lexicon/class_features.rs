//! What is seen of a word and its neighbours when its class is guessed.
//!
//! Every observation is a *row* of the model, with a weight for each class.
//! What a form alone tells is gathered once a form; what its neighbours tell
//! is a few look-ups a token, by small numbers and without hashing.

use super::frequency::{CommonForm, FrequencyList};
use super::word_class::WordClass;
use crate::text::normal_form;

/// The classes that are weighed: all but marks, which are known by sight.
pub const LANES: usize = 16;

/// Groups of forms that behave alike: some told by look, the others learnt.
pub const GROUPS: usize = 96;

/// The first group that is learnt.
pub const FIRST_LEARNT: u8 = 18;

/// Classes of the word before: [`LANES`], a mark, the border.
const BEFORE: usize = 18;
const BORDER: u8 = 17;
const SHAPES: usize = 6;
const POSITIONS: usize = 3;

const BY_SHAPE: usize = 0;
const BY_CLASS_BEFORE: usize = BY_SHAPE + GROUPS * SHAPES * POSITIONS;
const BY_CLASSES_BEFORE: usize = BY_CLASS_BEFORE + BEFORE * GROUPS;
const BY_SIDES: usize = BY_CLASSES_BEFORE + BEFORE * BEFORE;
const BY_NEXT: usize = BY_SIDES + BEFORE * GROUPS;
const BY_SECOND_NEXT: usize = BY_NEXT + GROUPS * GROUPS;
const HASHED: usize = BY_SECOND_NEXT + GROUPS * GROUPS;
const HASH_BITS: u32 = 13;

/// How many rows there are.
pub const ROWS: usize = HASHED + (1 << HASH_BITS);

/// Rows that a form alone gives.
pub const FORM_ROWS: usize = 4;

/// Rows that a place gives.
pub const PLACE_ROWS: usize = 9;

/// The row that says nothing.
pub const NO_ROW: usize = ROWS;

/// Words with at most this class of frequency have rows of their own.
const COMMON: u8 = 43;

/// What a form tells, wherever it stands.
#[derive(Clone, Debug)]
pub struct FormFeatures {
    /// Its group, below [`GROUPS`].
    pub group: u8,
    /// Lower, Title, UPPER, miXed, none; or of several parts.
    pub shape: u8,
    /// A class that needs no guess.
    pub known: Option<WordClass>,
    /// Hash of a common word.
    common: Option<u32>,
    /// Whether its capitals tell what kind of line it stands in.
    is_long: bool,
    /// Its rows; [`NO_ROW`] where there are fewer.
    pub rows: [usize; FORM_ROWS],
}

impl FormFeatures {
    /// Of `form` as written, without possessive ending; `groups` are those learnt, by place in `frequencies`.
    pub fn of(form: &str, frequencies: &FrequencyList, groups: &[u8]) -> Self {
        let normal = normal_form(form);
        Self::of_word(form, &normal, frequencies.get(&normal), frequencies, groups)
    }

    /// Of `form`, whose normal form is `normal` and `known` to be so frequent.
    pub(super) fn of_word(
        form: &str,
        normal: &str,
        known: Option<CommonForm>,
        frequencies: &FrequencyList,
        groups: &[u8],
    ) -> Self {
        let mut features = Self {
            group: 0,
            shape: shape(form),
            known: None,
            common: None,
            is_long: false,
            rows: [NO_ROW; FORM_ROWS],
        };
        if !form.chars().any(char::is_alphanumeric) {
            features.group = mark_group(form);
            let is_symbol = features.group == SYMBOL;
            features.known = Some(if is_symbol { WordClass::Symbol } else { WordClass::Punctuation });
            return features;
        }
        if form.starts_with(|c: char| c.is_ascii_digit()) {
            let is_number = !form.bytes().any(|byte| byte.is_ascii_alphabetic());
            features.group = if is_number { NUMBER } else { NUMBER_AND_LETTERS };
            if is_number {
                features.known = Some(WordClass::Numeral);
            } else {
                features.rows[0] = suffix_row(&form.to_ascii_lowercase(), 2);
            }
            return features;
        }
        features.is_long = normal.len() > 3;
        features.group = group_of(normal, known, frequencies, groups);
        let last = last_part(normal);
        if known.is_some_and(|known| frequencies.class_of(known) <= COMMON) {
            let hash = hash(0, normal.as_bytes());
            features.common = Some(hash);
            features.rows[0] = hashed(hash, 0);
        } else {
            for length in 2..=4 {
                features.rows[length - 2] = suffix_row(last, length);
            }
            let start = normal.len().min(3);
            features.rows[3] = hashed(hash(9, &normal.as_bytes()[..start]), 1);
        }
        features
    }
}

/// The group of a word in normal form; `groups` are those learnt, by place in `frequencies`.
pub fn group(normal: &str, frequencies: &FrequencyList, groups: &[u8]) -> u8 {
    group_of(normal, frequencies.get(normal), frequencies, groups)
}

/// The group of a word of which it is `known` how frequent it is.
fn group_of(normal: &str, known: Option<CommonForm>, frequencies: &FrequencyList, groups: &[u8]) -> u8 {
    let learnt = |form| learnt_group(form, groups);
    known.and_then(learnt).unwrap_or_else(|| {
        let last = last_part(normal);
        // Most words have but one part, and it was looked up.
        let part = if last.len() < normal.len() { frequencies.get(last).and_then(learnt) } else { None };
        part.unwrap_or_else(|| unknown_group(last))
    })
}

/// The group of a form that was learnt, if one was.
pub(crate) fn learnt_group(form: CommonForm, groups: &[u8]) -> Option<u8> {
    groups.get(form.place()).copied().filter(|&group| group > 0)
}

/// Of *goose-stepping* the last part says how it behaves.
fn last_part(normal: &str) -> &str {
    let hyphen = normal.bytes().rposition(|byte| byte == b'-');
    hyphen.map(|at| &normal[at + 1..]).filter(|part| !part.is_empty()).unwrap_or(normal)
}

/// What the line tells in which words stand.
#[derive(Clone, Copy, Debug)]
pub struct Line {
    is_headline: bool,
    first: usize,
}

impl Line {
    /// Of a sentence: in a headline most longer words have a capital, and it says nothing there.
    pub fn of<'f>(sentence: impl Iterator<Item = &'f FormFeatures>) -> Self {
        let (mut long, mut capital, mut first) = (0_u32, 0_u32, None);
        for (at, form) in sentence.enumerate() {
            if form.known.is_none() && first.is_none() {
                first = Some(at);
            }
            long += u32::from(form.is_long);
            capital += u32::from(form.is_long && matches!(form.shape, 1 | 2));
        }
        Self { is_headline: long > 3 && capital * 10 > long * 7, first: first.unwrap_or(0) }
    }
}

/// What stands around a word.
pub struct Place<'f> {
    /// The word.
    pub form: &'f FormFeatures,
    /// Its place in the sentence.
    pub at: usize,
    /// The word before.
    pub before: Option<&'f FormFeatures>,
    /// The two words after.
    pub after: [Option<&'f FormFeatures>; 2],
    /// The classes of the two words before, the nearest first.
    pub classes: [Option<WordClass>; 2],
}

impl Place<'_> {
    /// Its rows.
    #[inline(always)]
    pub fn rows(&self, line: Line) -> [usize; PLACE_ROWS] {
        let class = |class: Option<WordClass>| usize::from(class.map_or(BORDER, |class| class as u8));
        let group = |form: Option<&FormFeatures>| form.map_or(0, |form| usize::from(form.group));
        let word = |form: Option<&FormFeatures>, seed| {
            form.and_then(|form| form.common).map_or(NO_ROW, |word| hashed(word, seed))
        };
        let [one, two] = self.classes.map(class);
        let [next, second] = self.after.map(group);
        let own = usize::from(self.form.group);
        let position = if line.is_headline { 2 } else { usize::from(self.at != line.first) };
        [
            BY_SHAPE + (own * SHAPES + usize::from(self.form.shape)) * POSITIONS + position,
            BY_CLASS_BEFORE + one * GROUPS + own,
            BY_CLASSES_BEFORE + one * BEFORE + two,
            BY_SIDES + one * GROUPS + next,
            BY_NEXT + own * GROUPS + next,
            BY_SECOND_NEXT + next * GROUPS + second,
            word(self.before, 2),
            word(self.after[0], 3),
            word(Some(self.form), 4 + one as u32),
        ]
    }
}

const SYMBOL: u8 = 7;
const NUMBER: u8 = 8;
const NUMBER_AND_LETTERS: u8 = 9;

fn mark_group(mark: &str) -> u8 {
    match mark.chars().next().unwrap_or(' ') {
        ',' => 1,
        '.' | '!' | '?' | '…' => 2,
        '(' | '[' | '{' | '“' | '‘' | '`' | '«' => 3,
        ')' | ']' | '}' | '”' | '’' | '"' | '\'' | '»' => 4,
        ':' | ';' if mark.len() > 1 => SYMBOL,
        ':' | ';' => 6,
        '$' | '%' | '+' | '=' | '<' | '>' | '€' | '£' | '¥' | '°' | '±' | '×' | '^' | '~' | '©' | '@' => {
            SYMBOL
        }
        _ => 5,
    }
}

/// Whether a word ends as many English adjectives do.
pub(crate) fn ends_as_adjective(word: &[u8]) -> bool {
    matches!(
        word,
        [.., b'i', b'c']
            | [.., b'a', b'l']
            | [.., b'o', b'u', b's']
            | [.., b'i', b'v', b'e']
            | [.., b'a' | b'i', b'b', b'l', b'e']
            | [.., b'f', b'u', b'l']
            | [.., b'l', b'e', b's', b's']
            | [.., b'a', b'r', b'y']
    )
}

/// A group for words that are not among the commonest, by how they end.
fn unknown_group(word: &str) -> u8 {
    match word.as_bytes() {
        [.., b'l', b'y'] => 10,
        [.., b'i', b'n', b'g'] => 11,
        [.., b'e', b'd'] => 12,
        [.., b'i', b'o', b'n']
        | [.., b'm', b'e', b'n', b't']
        | [.., b'n', b'e', b's', b's']
        | [.., b's', b'h', b'i', b'p']
        | [.., b'a' | b'e', b'n', b'c', b'e']
        | [.., b'i', b't', b'y']
        | [.., b'i', b's', b'm']
        | [.., b'o', b'l', b'o', b'g', b'y'] => 13,
        [.., b'i', b's', b'h'] => 14,
        word if ends_as_adjective(word) => 14,
        [.., b'e' | b'o', b'r'] | [.., b'i', b's', b't'] | [.., b'm', b'a', b'n'] => 15,
        [.., b's'] => 16,
        _ => 17,
    }
}

fn shape(form: &str) -> u8 {
    if form.contains('-') && form.len() > 1 {
        return 5;
    }
    let mut chars = form.chars();
    let first_upper = chars.next().is_some_and(char::is_uppercase);
    let (mut upper, mut lower) = (false, false);
    for c in chars {
        upper |= c.is_uppercase();
        lower |= c.is_lowercase();
    }
    match (first_upper, upper, lower) {
        (false, false, _) => 0,
        (true, false, _) => 1,
        (true, true, false) => 2,
        _ => 3,
    }
}

fn suffix_row(word: &str, length: usize) -> usize {
    let bytes = word.as_bytes();
    if bytes.len() < length { NO_ROW } else { hashed(hash(length as u32, &bytes[bytes.len() - length..]), 1) }
}

/// FNV-1a.
fn hash(seed: u32, bytes: &[u8]) -> u32 {
    let start = 0x811c_9dc5 ^ seed.wrapping_mul(0x9e37_79b1);
    bytes.iter().fold(start, |hash, &byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

fn hashed(hash: u32, kind: u32) -> usize {
    let mixed = (hash ^ kind.wrapping_mul(0x85eb_ca6b)).wrapping_mul(0x9e37_79b1);
    HASHED + (mixed >> (32 - HASH_BITS)) as usize
}

//! What the sentence model sees of a gap: words, forms and marks around it, how
//! far the sentence has come, what the rules say.
//!
//! Every feature is hashed to a key. The first ones ([`SentenceFeatures::GENERAL`])
//! know nothing of single words and hold in every kind of text; the others do.

use super::chunks::Chunks;
use super::gaps::{Form, Gap, Part, Stop};
use super::list_marks::Mark;
use super::sentence_rules::{Abbreviation, SentenceRules, Verdict};
use super::trails::is_emoticon;

/// Bits of a key.
const KEY_BITS: u32 = 22;

const GENERAL: usize = 44;
const LEXICAL: usize = 16;

/// The keys of a gap's features, each below 2²².
#[derive(Clone, Debug)]
pub struct SentenceFeatures {
    keys: [u32; GENERAL + LEXICAL],
    length: usize,
    /// What the rules make of the gap.
    pub(super) doubt: Doubt,
}

/// The chunks further from a gap, taken apart.
pub(super) struct Neighbours<'t> {
    before: [Part<'t>; 2],
    after: [Part<'t>; 2],
    first: Part<'t>,
}

impl<'t> Neighbours<'t> {
    pub fn of(gap: &Gap<'_, 't>) -> Self {
        Self {
            before: [Part::of(gap.back(2)), Part::of(gap.back(3))],
            after: [Part::of(gap.ahead(1)), Part::of(gap.ahead(2))],
            first: Part::of(gap.chunks.head(gap.progress.first)),
        }
    }
}

/// What the rules make of a gap that they are not sure of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Doubt {
    /// Nothing marks an end.
    Open,
    /// Nothing marks an end, in running text with full stops.
    OpenInProse,
    /// A mark that does not seem to end the sentence.
    Unlikely,
    /// A mark that seems to end it.
    Likely,
}

impl SentenceFeatures {
    /// All keys.
    pub fn keys(&self) -> &[u32] {
        &self.keys[..self.length]
    }

    /// How many of the keys name no word; they come first.
    pub const GENERAL: usize = GENERAL;

    /// The features of a gap that name no word.
    pub(super) fn general(
        gap: &Gap<'_, '_>,
        neighbours: &Neighbours<'_>,
        verdict: Verdict,
        surroundings: &Surroundings,
        rules: &dyn SentenceRules,
    ) -> Self {
        let openly = gap.is_open();
        let doubt = match verdict {
            Verdict::Likely | Verdict::Ends => Doubt::Likely,
            _ if openly && surroundings.prose => Doubt::OpenInProse,
            _ if openly => Doubt::Open,
            Verdict::Never | Verdict::Unlikely => Doubt::Unlikely,
        };
        let mut features = SentenceFeatures { keys: [0; GENERAL + LEXICAL], length: 0, doubt };
        let (before, after) = (&gap.before, &gap.after);
        let Neighbours { before: [before2, before3], after: [after2, after3], first } = neighbours;
        let stop = stop_and_closing(gap);
        let verdict = verdict as u32;
        let tail = word(before.tail);
        let length = bucket(gap.length());
        let rest = bucket(surroundings.chunks - gap.next);
        let opening = word(after.opening);
        let abbreviation = match rules.abbreviation(before.core) {
            None => 0,
            Some(Abbreviation::Title) => 1,
            Some(Abbreviation::Address) => 2,
            Some(Abbreviation::BeforeNumber) => 3,
            Some(Abbreviation::Other) => 4,
        };
        let starts = u32::from(rules.starts_sentence(after.core));
        let starts2 = u32::from(rules.starts_sentence(after2.core));
        let function_before = u32::from(rules.starts_sentence(before.core));
        let open = u32::from(gap.progress.brackets.min(2)) * 2 + u32::from(gap.progress.quoted);
        let paragraph = surroundings.capitals * 4 + surroundings.stops;
        let (mark, first_mark) = (item(after.whole), item(first.whole));
        let size = before.core.len().min(5) as u32;

        features.push(&[verdict, stop]);
        features.push(&[verdict, length]);
        features.push(&[stop, form(after), form(before)]);
        features.push(&[stop, form(after), form(after2)]);
        features.push(&[stop, form(after), starts, starts2]);
        features.push(&[stop, form(before), form(before2)]);
        features.push(&[stop, tail, opening]);
        features.push(&[stop, tail, form(after)]);
        features.push(&[stop, opening, length]);
        features.push(&[stop, form(after), length]);
        features.push(&[stop, form(after), rest]);
        features.push(&[stop, form(after), form(after2), form(after3), starts]);
        features.push(&[stop, form(before), form(before2), form(before3)]);
        features.push(&[abbreviation, starts, form(after), stop]);
        features.push(&[open, stop, form(after)]);
        features.push(&[form(first), stop, form(after)]);
        features.push(&[form(first), first_mark, stop, mark]);
        features.push(&[paragraph, stop, form(after)]);
        features.push(&[surroundings.capitals, surroundings.last as u32, stop, form(after)]);
        features.push(&[surroundings.first as u32, surroundings.last as u32, stop, starts]);
        features.push(&[size, form(before), stop, form(after)]);
        features.push(&[function_before, stop, form(after), starts]);
        features.push(&[form(before), form(after), form(after2), u32::from(openly), length]);
        features.push(&[after.stop as u32, form(after), stop, form(after2)]);
        features.push(&[before2.stop as u32, form(before), stop, starts]);
        features.push(&[form(before2), form(before), form(after), form(after2), stop]);
        let group = |part: &Part<'_>| group(part, rules);
        let (group_before, group_after) = (group(before), group(after));
        let (group_before2, group_after2) = (group(before2), group(after2));
        let group_after3 = group(after3);
        let group_first = group(first);
        let open_here = u32::from(openly);
        let ahead = next_stop(gap);
        let history = u32::from(gap.progress.last_end);
        let last_length = bucket(gap.progress.last_length);
        let repeats = repeats(gap);
        features.push(&[stop, group_after, form(after)]);
        features.push(&[stop, group_before, form(after)]);
        features.push(&[open_here, group_before, group_after, form(after)]);
        features.push(&[stop, group_after, group_after2, form(after)]);
        features.push(&[open_here, group_before2, group_before, form(after)]);
        features.push(&[open_here, group_after, group_after2, group_after3, form(after)]);
        features.push(&[open_here, group_first, form(first), form(after)]);
        features.push(&[stop, group_after, length, form(after)]);
        features.push(&[stop, group_after, form(before), form(after)]);
        features.push(&[group_before, group_after, form(before), form(after), open_here]);
        features.push(&[group_before, group_after, group_after2, form(after), open_here]);
        features.push(&[history, stop, form(after)]);
        features.push(&[history, last_length, length, open_here]);
        features.push(&[history, stop, group_after, form(after)]);
        features.push(&[ahead, stop, form(after)]);
        features.push(&[ahead, length, open_here]);
        features.push(&[surroundings.rate, stop, form(after), length]);
        features.push(&[repeats, stop, form(after)]);
        debug_assert_eq!(features.length, GENERAL);
        features
    }

    /// Adds the features of a gap that name words.
    pub(super) fn add_words(&mut self, gap: &Gap<'_, '_>, neighbours: &Neighbours<'_>) {
        let (before, after) = (&gap.before, &gap.after);
        let Neighbours { before: [before2, _], after: [after2, after3], first } = neighbours;
        let stop = stop_and_closing(gap);
        let openly = gap.is_open();
        let (word_before, word_after) = (word(before.core), word(after.core));
        let kind = gap.stop as u32;
        self.push(&[word_before, stop]);
        self.push(&[word_before, kind, form(after)]);
        self.push(&[word_before]);
        self.push(&[word_after, stop, form(after)]);
        self.push(&[word_after, kind, form(before)]);
        self.push(&[word_after, form(after), u32::from(openly)]);
        self.push(&[word_after, word(after2.core), kind]);
        self.push(&[word_before, word_after]);
        self.push(&[word(after2.core), kind, form(after)]);
        self.push(&[word(after3.core), kind, form(after)]);
        self.push(&[word(before2.core), kind, form(after)]);
        self.push(&[word(first.core), kind, form(after)]);
        self.push(&[ending(before.core), kind, form(after)]);
        self.push(&[ending(after.core), kind, form(after)]);
        self.push(&[word(before.whole), word(after.opening), kind]);
        self.push(&[word(after.whole), kind]);
        debug_assert_eq!(self.length, GENERAL + LEXICAL);
    }

    fn push(&mut self, values: &[u32]) {
        // Each kind of feature is known by its place.
        self.keys[self.length] = hash(self.length as u32 + 1, values);
        self.length += 1;
    }
}

/// What is the same for all gaps of a paragraph.
pub(super) struct Surroundings {
    chunks: usize,
    /// Quarters of the chunks that start with a capital, among those that start with a letter.
    capitals: u32,
    /// Chunks that end with a stop: none, one, more.
    stops: u32,
    /// Chunks for each stop, coarsely.
    rate: u32,
    /// Whether it is running text with full stops.
    prose: bool,
    /// Whether it is verse in one line: capitals start its lines.
    pub verse: bool,
    /// How the first and the last chunk look.
    first: Form,
    last: Stop,
}

impl Surroundings {
    pub fn of(chunks: &Chunks<'_>, rules: &dyn SentenceRules) -> Self {
        let (mut upper, mut lower, mut stops) = (0, 0, 0);
        /// Stands for a dash.
        const DASH: u8 = 0;
        let (mut lines, mut commas, mut dashes) = (0, 0, 0);
        let mut before = b'.';
        for index in 0..chunks.len() {
            let bytes = chunks.get(index).as_bytes();
            let word = |byte: &u8| byte.is_ascii_alphabetic();
            if bytes[0].is_ascii_uppercase() && (word(&before) || matches!(before, b',' | b';' | DASH)) {
                let length = bytes.iter().take_while(|byte| word(byte)).count();
                let small = bytes[1..length].iter().all(u8::is_ascii_lowercase);
                if (bytes[0] == b'A' || small && length > 1)
                    && rules.starts_sentence(&chunks.get(index)[..length])
                {
                    lines += 1;
                    commas += usize::from(matches!(before, b',' | b';'));
                    dashes += usize::from(before == DASH);
                }
            }
            before = match chunks.get(index).ends_with(['—', '–']) {
                true => DASH,
                false => bytes[bytes.len() - 1],
            };
            upper += u32::from(bytes[0].is_ascii_uppercase());
            lower += u32::from(bytes[0].is_ascii_lowercase());
            stops += u32::from(matches!(bytes[bytes.len() - 1], b'.' | b'!' | b'?'));
        }
        let capitals = upper * 8 / (upper + lower + 1);
        let last = Part::of(chunks.get(chunks.len().saturating_sub(1))).stop;
        let ended = matches!(last, Stop::Point | Stop::Dots | Stop::Exclamation | Stop::Question);
        Self {
            chunks: chunks.len(),
            capitals,
            verse: lines > 2 && (commas > 0 || dashes > 2) && capitals < 4 && lines * 20 >= chunks.len(),
            prose: capitals < 3 && (stops > 1 || stops > 0 && ended),
            rate: bucket(chunks.len() / (stops as usize + 1)),
            stops: stops.min(2),
            first: Part::of(chunks.get(0)).form,
            last,
        }
    }

    /// Whether there is no need to ask the model whether a sentence ends
    /// between two words: in running text with full stops, names go on,
    /// function words ask for more, and two capitals in a row are a name.
    pub fn speak_against(
        &self,
        before: &str,
        after: &str,
        then: &str,
        length: usize,
        rules: &dyn SentenceRules,
    ) -> bool {
        /// *Warm regards,*
        const GREETING: usize = 3;
        if self.verse
            && before
                .ends_with(|c: char| c.is_ascii_alphanumeric() || matches!(c, ',' | ';' | ':' | '—' | '–'))
        {
            return true;
        }
        let plain = |byte: u8| byte.is_ascii_uppercase() || byte.is_ascii_digit();
        if !self.prose || before.is_empty() || !after.bytes().next().is_some_and(plain) {
            return false;
        }
        let joined = if before.ends_with(',') {
            length > GREETING
        } else if after.ends_with(')') {
            false
        } else if before.bytes().all(|byte| byte.is_ascii_lowercase()) {
            after.as_bytes()[0].is_ascii_digit()
                || then.starts_with(|c: char| c.is_ascii_uppercase())
                || rules.starts_sentence(before)
        } else {
            is_capitalised(after)
                && is_capitalised(before)
                && before.bytes().all(|byte| byte.is_ascii_alphabetic())
        };
        let in_word = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'\'' || !byte.is_ascii();
        let word = &after[..after.bytes().take_while(in_word).count()];
        joined && !rules.starts_sentence(word)
    }
}

/// A capital and small letters: *Parade*, *Parade’s*, and the initial *P*.
fn is_capitalised(chunk: &str) -> bool {
    match chunk.as_bytes() {
        [first, second, ..] => first.is_ascii_uppercase() && second.is_ascii_lowercase(),
        [only] => only.is_ascii_uppercase(),
        [] => false,
    }
}

/// How the text before the gap ends, what trails, and whether a mark closes.
fn stop_and_closing(gap: &Gap<'_, '_>) -> u32 {
    gap.stop as u32 * 8 + gap.trailing.min(3) as u32 * 2 + u32::from(gap.before.is_closed())
}

/// The group of words that behave alike, or the form of what is no word.
fn group(part: &Part<'_>, rules: &dyn SentenceRules) -> u32 {
    match part.form {
        Form::Lower | Form::Title | Form::Upper | Form::Capital | Form::Small | Form::Mixed => {
            u32::from(rules.word_group(part.core))
        }
        _ => 256 + form(part),
    }
}

/// How far the next stop is, or the end of the paragraph if that comes first.
fn next_stop(gap: &Gap<'_, '_>) -> u32 {
    /// Chunks.
    const FAR: usize = 30;
    let rest = gap.chunks.len() - gap.next;
    for distance in 0..FAR.min(rest) {
        let chunk = gap.ahead(distance);
        let mark = chunk.trim_end_matches(['"', ')', '\'', '”', '’']).bytes().next_back();
        if matches!(mark, Some(b'.' | b'!' | b'?')) {
            return 16 + bucket(distance);
        }
    }
    if rest <= FAR { 32 + bucket(rest) } else { 0 }
}

/// Whether the capitalised word after the gap is the last or the first of the sentence.
fn repeats(gap: &Gap<'_, '_>) -> u32 {
    let core = gap.after.core;
    if core.is_empty() || !core.starts_with(char::is_uppercase) {
        return 0;
    }
    if gap.before.core == core {
        return 1;
    }
    if Part::of(gap.chunks.head(gap.progress.first)).core == core {
        return 2;
    }
    3
}

fn form(part: &Part<'_>) -> u32 {
    match part.form {
        Form::Marks if is_emoticon(part.whole) => 30,
        Form::Marks => match part.whole.chars().next() {
            None => 31,
            Some('-' | '–' | '—' | '=' | '_' | '~') if part.whole.len() > 3 => 32,
            Some('-' | '–' | '—') => 33,
            Some('*' | '•' | '·' | '>' | '<' | '|' | '+') => 34,
            Some('&' | '/' | '=') => 35,
            Some(_) => Form::Marks as u32,
        },
        form => form as u32,
    }
}

/// What kind of list mark a chunk is.
fn item(chunk: &str) -> u32 {
    match Mark::of(chunk) {
        None => 0,
        Some(Mark::Bullet(_)) => 1,
        Some(Mark::MaybeBullet(c)) => c as u32,
        Some(mark @ Mark::Counted { .. }) => 2 + u32::from(mark.is_first()),
    }
}

/// A number of chunks, coarsely.
fn bucket(chunks: usize) -> u32 {
    match chunks {
        0..=4 => chunks as u32,
        5..=6 => 5,
        7..=9 => 6,
        10..=15 => 7,
        16..=30 => 8,
        _ => 9,
    }
}

/// The hash of a word, whatever its case.
fn word(text: &str) -> u32 {
    text.as_bytes().chunks(8).fold(text.len() as u32, |hash, part| {
        let mut bytes = [0; 8];
        bytes[..part.len()].copy_from_slice(part);
        // Sets the bit that tells small letters from capitals.
        let folded = u64::from_le_bytes(bytes) | 0x2020_2020_2020_2020;
        (folded ^ u64::from(hash)).wrapping_mul(0x9E37_79B9_7F4A_7C15).wrapping_shr(32) as u32
    })
}

/// The hash of a word's last three bytes.
fn ending(text: &str) -> u32 {
    text.bytes().rev().take(3).fold(0, |ending, byte| ending << 8 | u32::from(byte | 0x20))
}

/// Mixes values into a key.
fn hash(seed: u32, values: &[u32]) -> u32 {
    let mixed = values.iter().fold(u64::from(seed), |mixed, &value| mixed.rotate_left(9) ^ u64::from(value));
    let mixed = (mixed ^ mixed >> 29).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    (mixed ^ mixed >> 32).wrapping_mul(0x94D0_49BB_1331_11EB).wrapping_shr(64 - KEY_BITS) as u32
}

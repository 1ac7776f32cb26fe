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

/// The key of a feature: its number among the kinds of features, and what was seen.
macro_rules! key {
    ($kind:literal $(, $value:expr)+ $(,)?) => {{
        let mixed: u64 = $kind;
        $(let mixed = mixed.rotate_left(9) ^ u64::from($value);)+
        key_of(mixed)
    }};
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
        let (before, after) = (&gap.before, &gap.after);
        let Neighbours { before: [before2, before3], after: [after2, after3], first } = neighbours;
        let (form_before, form_before2, form_before3) = (form(before), form(before2), form(before3));
        let (form_after, form_after2, form_after3) = (form(after), form(after2), form(after3));
        let form_first = form(first);
        let stop = stop_and_closing(gap);
        let verdict = verdict as u32;
        let tail = word(before.tail);
        let length = bucket(gap.length());
        let rest = bucket(surroundings.chunks - gap.next);
        let opening = word(after.opening);
        let abbreviation = match rules.abbreviation(before.core) {
            None => 0_u32,
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
        let (first_chunk, last_stop) = (surroundings.first as u32, surroundings.last as u32);
        let (mark, first_mark) = (item(after.whole), item(first.whole));
        let size = before.core.len().min(5) as u32;
        let group = |part: &Part<'_>, form: u32| group(part, form, rules);
        let (group_before, group_before2) = (group(before, form_before), group(before2, form_before2));
        let (group_after, group_after2) = (group(after, form_after), group(after2, form_after2));
        let (group_after3, group_first) = (group(after3, form_after3), group(first, form_first));
        let openly = u32::from(openly);
        let ahead = next_stop(gap);
        let history = u32::from(gap.progress.last_end);
        let last_length = bucket(gap.progress.last_length);
        let mut features = Self { keys: [0; GENERAL + LEXICAL], length: 0, doubt };
        features.push(&[
            key!(1, verdict, stop),
            key!(2, verdict, length),
            key!(3, stop, form_after, form_before),
            key!(4, stop, form_after, form_after2),
            key!(5, stop, form_after, starts, starts2),
            key!(6, stop, form_before, form_before2),
            key!(7, stop, tail, opening),
            key!(8, stop, tail, form_after),
            key!(9, stop, opening, length),
            key!(10, stop, form_after, length),
            key!(11, stop, form_after, rest),
            key!(12, stop, form_after, form_after2, form_after3, starts),
            key!(13, stop, form_before, form_before2, form_before3),
            key!(14, abbreviation, starts, form_after, stop),
            key!(15, open, stop, form_after),
            key!(16, form_first, stop, form_after),
            key!(17, form_first, first_mark, stop, mark),
            key!(18, paragraph, stop, form_after),
            key!(19, surroundings.capitals, last_stop, stop, form_after),
            key!(20, first_chunk, last_stop, stop, starts),
            key!(21, size, form_before, stop, form_after),
            key!(22, function_before, stop, form_after, starts),
            key!(23, form_before, form_after, form_after2, openly, length),
            key!(24, after.stop as u32, form_after, stop, form_after2),
            key!(25, before2.stop as u32, form_before, stop, starts),
            key!(26, form_before2, form_before, form_after, form_after2, stop),
            key!(27, stop, group_after, form_after),
            key!(28, stop, group_before, form_after),
            key!(29, openly, group_before, group_after, form_after),
            key!(30, stop, group_after, group_after2, form_after),
            key!(31, openly, group_before2, group_before, form_after),
            key!(32, openly, group_after, group_after2, group_after3, form_after),
            key!(33, openly, group_first, form_first, form_after),
            key!(34, stop, group_after, length, form_after),
            key!(35, stop, group_after, form_before, form_after),
            key!(36, group_before, group_after, form_before, form_after, openly),
            key!(37, group_before, group_after, group_after2, form_after, openly),
            key!(38, history, stop, form_after),
            key!(39, history, last_length, length, openly),
            key!(40, history, stop, group_after, form_after),
            key!(41, ahead, stop, form_after),
            key!(42, ahead, length, openly),
            key!(43, surroundings.rate, stop, form_after, length),
            key!(44, repeats(gap, first), stop, form_after),
        ]);
        features
    }

    /// Adds, and returns, the features of a gap that name words.
    pub(super) fn add_words(&mut self, gap: &Gap<'_, '_>, neighbours: &Neighbours<'_>) -> &[u32] {
        let (before, after) = (&gap.before, &gap.after);
        let Neighbours { before: [before2, _], after: [after2, after3], first } = neighbours;
        let (form_before, form_after) = (form(before), form(after));
        let stop = stop_and_closing(gap);
        let (word_before, word_after, word_after2) = (word(before.core), word(after.core), word(after2.core));
        let kind = gap.stop as u32;
        self.push(&[
            key!(45, word_before, stop),
            key!(46, word_before, kind, form_after),
            key!(47, word_before),
            key!(48, word_after, stop, form_after),
            key!(49, word_after, kind, form_before),
            key!(50, word_after, form_after, u32::from(gap.is_open())),
            key!(51, word_after, word_after2, kind),
            key!(52, word_before, word_after),
            key!(53, word_after2, kind, form_after),
            key!(54, word(after3.core), kind, form_after),
            key!(55, word(before2.core), kind, form_after),
            key!(56, word(first.core), kind, form_after),
            key!(57, ending(before.core), kind, form_after),
            key!(58, ending(after.core), kind, form_after),
            key!(59, word(before.whole), word(after.opening), kind),
            key!(60, word(after.whole), kind),
        ])
    }

    fn push(&mut self, keys: &[u32]) -> &[u32] {
        let added = &mut self.keys[self.length..self.length + keys.len()];
        added.copy_from_slice(keys);
        self.length += keys.len();
        added
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
        let all = chunks.all();
        let (mut upper, mut lower, mut stops) = (0, 0, 0);
        for chunk in all {
            upper += u32::from(chunk.first.is_ascii_uppercase());
            lower += u32::from(chunk.first.is_ascii_lowercase());
            stops += u32::from(matches!(chunk.last, b'.' | b'!' | b'?'));
        }
        let capitals = upper * 8 / (upper + lower + 1);
        let last = Part::of(chunks.get(all.len().saturating_sub(1))).stop;
        let ended = matches!(last, Stop::Point | Stop::Dots | Stop::Exclamation | Stop::Question);
        Self {
            chunks: all.len(),
            capitals,
            verse: capitals < 4 && is_verse(chunks, rules),
            prose: capitals < 3 && (stops > 1 || stops > 0 && ended),
            rate: bucket(all.len() / (stops as usize + 1)),
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
        chunks: &Chunks<'_>,
        next: usize,
        length: usize,
        rules: &dyn SentenceRules,
    ) -> bool {
        /// *Warm regards,*
        const GREETING: usize = 3;
        let before = chunks.get(next - 1);
        if self.verse
            && before
                .ends_with(|c: char| c.is_ascii_alphanumeric() || matches!(c, ',' | ';' | ':' | '—' | '–'))
        {
            return true;
        }
        let plain = |byte: u8| byte.is_ascii_uppercase() || byte.is_ascii_digit();
        if !self.prose || !plain(chunks.all()[next].first) {
            return false;
        }
        let after = chunks.get(next);
        let joined = if before.ends_with(',') {
            length > GREETING
        } else if after.ends_with(')') {
            false
        } else if before.bytes().all(|byte| byte.is_ascii_lowercase()) {
            after.as_bytes()[0].is_ascii_digit()
                || chunks.all().get(next + 1).is_some_and(|then| then.first.is_ascii_uppercase())
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

/// Whether a paragraph is verse in one line: function words with a capital
/// start its lines, some of them after a comma or dash.
fn is_verse(chunks: &Chunks<'_>, rules: &dyn SentenceRules) -> bool {
    let all = chunks.all();
    let is_dash = |index: usize| chunks.get(index).ends_with(['—', '–']);
    let starts_line = |index: usize| {
        let bytes = chunks.get(index).as_bytes();
        let length = bytes.iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
        let small = bytes[1..length].iter().all(u8::is_ascii_lowercase);
        (bytes[0] == b'A' || small && length > 1) && rules.starts_sentence(&chunks.get(index)[..length])
    };
    let (mut commas, mut dashes) = (0, 0);
    let mut words = 0;
    for index in 1..all.len() {
        if !all[index].first.is_ascii_uppercase() {
            continue;
        }
        match all[index - 1].last {
            b',' | b';' => commas += usize::from(starts_line(index)),
            // The last byte of a dash.
            0x93 | 0x94 if is_dash(index - 1) => dashes += usize::from(starts_line(index)),
            last => words += usize::from(last.is_ascii_alphabetic()),
        }
    }
    let is_enough = |lines: usize| lines > 2 && lines * 20 >= all.len();
    if commas == 0 && dashes < 3 || !is_enough(commas + dashes + words) {
        return false;
    }
    let after_words = (1..all.len())
        .filter(|&index| {
            all[index].first.is_ascii_uppercase()
                && all[index - 1].last.is_ascii_alphabetic()
                && starts_line(index)
        })
        .count();
    is_enough(commas + dashes + after_words)
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
fn group(part: &Part<'_>, form: u32, rules: &dyn SentenceRules) -> u32 {
    match part.form {
        Form::Lower | Form::Title | Form::Upper | Form::Capital | Form::Small | Form::Mixed => {
            u32::from(rules.word_group(part.core))
        }
        _ => 256 + form,
    }
}

/// How far the next stop is, or the end of the paragraph if that comes first.
fn next_stop(gap: &Gap<'_, '_>) -> u32 {
    /// Chunks.
    const FAR: usize = 30;
    let rest = &gap.chunks.all()[gap.next..];
    match rest.iter().take(FAR).position(|chunk| chunk.is_stopped()) {
        Some(distance) => 16 + bucket(distance),
        None if rest.len() <= FAR => 32 + bucket(rest.len()),
        None => 0,
    }
}

/// Whether the capitalised word after the gap is the last or the first of the sentence.
fn repeats(gap: &Gap<'_, '_>, first: &Part<'_>) -> u32 {
    let core = gap.after.core;
    if core.is_empty() || !core.starts_with(char::is_uppercase) {
        return 0;
    }
    if gap.before.core == core {
        return 1;
    }
    if first.core == core {
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

/// Mixes what [`key`] put together.
fn key_of(mixed: u64) -> u32 {
    let mixed = (mixed ^ mixed >> 29).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    (mixed ^ mixed >> 32).wrapping_mul(0x94D0_49BB_1331_11EB).wrapping_shr(64 - KEY_BITS) as u32
}

//! What the sentence model sees of a gap: words, forms and marks around it, how
//! far the sentence has come, what the rules say.
//!
//! Every feature is hashed to a key. Those of the first 44 kinds
//! ([`SentenceFeatures::GENERAL`]) know nothing of single words and hold in
//! every kind of text; the others do. They are found in four steps, so that a
//! model that has seen enough need not see the rest.

use super::forms::Form;
use super::gaps::Gap;
use super::list_marks::Mark;
use super::parts::Part;
use super::sentence_rules::{Abbreviation, SentenceRules, Verdict};
use super::surroundings::Surroundings;
use super::trails::is_emoticon;

/// Bits of a key.
const KEY_BITS: u32 = 22;

const GENERAL: usize = 44;
const LEXICAL: usize = 16;

/// The kinds of general features that with those of [`GROUPS`] tell most gaps
/// where no sentence ends: chosen by leaving out the one that is missed least,
/// again and again.
pub(super) const FIRST: [u8; 12] = [8, 9, 12, 13, 15, 19, 20, 21, 23, 24, 26, 39];

/// Those among them that ask for the groups of words, which have to be looked up.
pub(super) const GROUPS: [u8; 6] = [27, 28, 30, 31, 36, 40];

/// The other kinds of general features.
pub(super) const SECOND: [u8; GENERAL - 18] =
    [1, 2, 3, 4, 5, 6, 7, 10, 11, 14, 16, 17, 18, 22, 25, 29, 32, 33, 34, 35, 37, 38, 41, 42, 43, 44];

/// The kinds of features that name words.
pub(super) const WORDS: [u8; LEXICAL] = [45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60];

/// What was seen of a gap.
#[derive(Clone, Debug)]
pub struct SentenceFeatures {
    /// By kind of feature, from 1: all that it is made of, mixed.
    seen: [u64; GENERAL + LEXICAL],
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

/// A gap and the chunks around it, taken apart, with what is known of them
/// that the first features need.
pub(super) struct Sight<'g, 'c, 't> {
    gap: &'g Gap<'c, 't>,
    surroundings: &'g Surroundings,
    rules: &'g dyn SentenceRules,
    verdict: Verdict,
    /// How the chunks look, the nearest first.
    forms_before: [u32; 3],
    forms_after: [u32; 3],
    /// Which words the nearest behave like, once that was looked up.
    groups_before: [u32; 2],
    groups_after: [u32; 2],
    /// Whether the next word is one that starts sentences.
    starts: u32,
    /// Whether no mark shows an end.
    openly: u32,
    stop: u32,
    length: u32,
    tail: u32,
    opening: u32,
}

impl<'g, 'c, 't> Sight<'g, 'c, 't> {
    pub fn of(
        gap: &'g Gap<'c, 't>,
        verdict: Verdict,
        surroundings: &'g Surroundings,
        rules: &'g dyn SentenceRules,
    ) -> Self {
        let form_at = |index: usize| match gap.chunks.all().get(index) {
            Some(chunk) if chunk.form != Form::Marks => chunk.form as u32,
            _ => form(&gap.chunks.part(index)),
        };
        let (before, after) = (gap.last(), gap.next);
        let forms_before = [before, before.wrapping_sub(1), before.wrapping_sub(2)].map(form_at);
        let forms_after = [after, after + 1, after + 2].map(form_at);
        Self {
            gap,
            surroundings,
            rules,
            verdict,
            forms_before,
            forms_after,
            groups_before: [0; 2],
            groups_after: [0; 2],
            starts: rules.starts_sentence(gap.after.core).into(),
            openly: gap.is_open().into(),
            stop: stop_and_closing(gap),
            length: bucket(gap.length()),
            tail: word(gap.before.tail),
            opening: word(gap.after.opening),
        }
    }

    /// Looks up which words the nearest behave like: before all features but the [`FIRST`].
    pub fn look_up_groups(&mut self) {
        let (gap, before, after) = (self.gap, self.forms_before, self.forms_after);
        let group = |part: &Part<'_>, form| group(part, form, self.rules);
        self.groups_before = [group(&gap.before, before[0]), group(&gap.part_back(2), before[1])];
        self.groups_after = [group(&gap.after, after[0]), group(&gap.part_ahead(1), after[1])];
    }

    /// What the rules make of the gap.
    pub fn doubt(&self) -> Doubt {
        match self.verdict {
            Verdict::Likely | Verdict::Ends => Doubt::Likely,
            _ if self.gap.is_open() && self.surroundings.prose => Doubt::OpenInProse,
            _ if self.gap.is_open() => Doubt::Open,
            Verdict::Never | Verdict::Unlikely => Doubt::Unlikely,
        }
    }
}

/// Sets a feature, by its kind and what was seen.
macro_rules! see {
    ($features:ident, $kind:literal $(, $value:expr)+) => {{
        let mixed: u64 = $kind;
        $(let mixed = mixed.rotate_left(9) ^ u64::from($value);)+
        $features.seen[$kind - 1] = mixed;
    }};
}

impl SentenceFeatures {
    /// The keys of all features, each below 2²², by the kind of feature.
    pub fn keys(&self) -> [u32; GENERAL + LEXICAL] {
        self.seen.map(key_of)
    }

    /// How many of the keys name no word; they come first.
    pub const GENERAL: usize = GENERAL;

    /// No features yet.
    pub(super) fn none() -> Self {
        Self { seen: [0; GENERAL + LEXICAL] }
    }

    /// The key of a kind of feature that was added.
    pub(super) fn key(&self, kind: u8) -> u32 {
        key_of(self.seen[usize::from(kind) - 1])
    }

    /// Adds the features of the kinds [`FIRST`].
    pub(super) fn add_first(&mut self, sight: &Sight<'_, '_, '_>) {
        let &Sight { gap, surroundings, starts, openly, stop, length, tail, opening, .. } = sight;
        let [before, before2, before3] = sight.forms_before;
        let [after, after2, after3] = sight.forms_after;
        let open = u32::from(gap.progress.brackets.min(2)) * 2 + u32::from(gap.progress.quoted);
        let (first, last) = (surroundings.first as u32, surroundings.last as u32);
        let history = u32::from(gap.progress.last_end);
        see!(self, 8, stop, tail, after);
        see!(self, 9, stop, opening, length);
        see!(self, 12, stop, after, after2, after3, starts);
        see!(self, 13, stop, before, before2, before3);
        see!(self, 15, open, stop, after);
        see!(self, 19, surroundings.capitals, last, stop, after);
        see!(self, 20, first, last, stop, starts);
        see!(self, 21, gap.before.core.len().min(5) as u32, before, stop, after);
        see!(self, 23, before, after, after2, openly, length);
        see!(self, 24, gap.after.stop as u32, after, stop, after2);
        see!(self, 26, before2, before, after, after2, stop);
        see!(self, 39, history, bucket(gap.progress.last_length), length, openly);
    }

    /// Adds the features of the kinds [`GROUPS`].
    pub(super) fn add_groups(&mut self, sight: &Sight<'_, '_, '_>) {
        let &Sight { gap, openly, stop, .. } = sight;
        let (before, after) = (sight.forms_before[0], sight.forms_after[0]);
        let ([group_before, group_before2], [group_after, group_after2]) =
            (sight.groups_before, sight.groups_after);
        see!(self, 27, stop, group_after, after);
        see!(self, 28, stop, group_before, after);
        see!(self, 30, stop, group_after, group_after2, after);
        see!(self, 31, openly, group_before2, group_before, after);
        see!(self, 36, group_before, group_after, before, after, openly);
        see!(self, 40, u32::from(gap.progress.last_end), stop, group_after, after);
    }

    /// Adds the features of the kinds [`SECOND`].
    pub(super) fn add_second(&mut self, sight: &Sight<'_, '_, '_>) {
        let &Sight { gap, surroundings, rules, starts, openly, stop, length, tail, opening, .. } = sight;
        let [before, before2, _] = sight.forms_before;
        let [after, after2, after3] = sight.forms_after;
        let first_part = gap.first();
        let first = form(&first_part);
        let ([group_before, _], [group_after, group_after2]) = (sight.groups_before, sight.groups_after);
        let group_after3 = group(&gap.part_ahead(2), after3, rules);
        let verdict = sight.verdict as u32;
        let rest = bucket(surroundings.chunks - gap.next);
        let abbreviation = match rules.abbreviation(gap.before.core) {
            None => 0_u32,
            Some(Abbreviation::Title) => 1,
            Some(Abbreviation::Address) => 2,
            Some(Abbreviation::BeforeNumber) => 3,
            Some(Abbreviation::Other) => 4,
        };
        let starts2 = u32::from(rules.starts_sentence(gap.part_ahead(1).core));
        let function_before = u32::from(rules.starts_sentence(gap.before.core));
        let ahead = next_stop(gap);
        let history = u32::from(gap.progress.last_end);
        see!(self, 1, verdict, stop);
        see!(self, 2, verdict, length);
        see!(self, 3, stop, after, before);
        see!(self, 4, stop, after, after2);
        see!(self, 5, stop, after, starts, starts2);
        see!(self, 6, stop, before, before2);
        see!(self, 7, stop, tail, opening);
        see!(self, 10, stop, after, length);
        see!(self, 11, stop, after, rest);
        see!(self, 14, abbreviation, starts, after, stop);
        see!(self, 16, first, stop, after);
        see!(self, 17, first, item(first_part.whole), stop, item(gap.after.whole));
        see!(self, 18, surroundings.capitals * 4 + surroundings.stops, stop, after);
        see!(self, 22, function_before, stop, after, starts);
        see!(self, 25, gap.part_back(2).stop as u32, before, stop, starts);
        see!(self, 29, openly, group_before, group_after, after);
        see!(self, 32, openly, group_after, group_after2, group_after3, after);
        see!(self, 33, openly, group(&first_part, first, rules), first, after);
        see!(self, 34, stop, group_after, length, after);
        see!(self, 35, stop, group_after, before, after);
        see!(self, 37, group_before, group_after, group_after2, after, openly);
        see!(self, 38, history, stop, after);
        see!(self, 41, ahead, stop, after);
        see!(self, 42, ahead, length, openly);
        see!(self, 43, surroundings.rate, stop, after, length);
        see!(self, 44, repeats(gap, &first_part), stop, after);
    }

    /// Adds the features of the kinds [`WORDS`].
    pub(super) fn add_words(&mut self, sight: &Sight<'_, '_, '_>) {
        let &Sight { gap, openly, stop, .. } = sight;
        let (before, after) = (sight.forms_before[0], sight.forms_after[0]);
        let (word_before, word_after) = (word(gap.before.core), word(gap.after.core));
        let word_after2 = word(gap.part_ahead(1).core);
        let kind = gap.stop as u32;
        see!(self, 45, word_before, stop);
        see!(self, 46, word_before, kind, after);
        see!(self, 47, word_before);
        see!(self, 48, word_after, stop, after);
        see!(self, 49, word_after, kind, before);
        see!(self, 50, word_after, after, openly);
        see!(self, 51, word_after, word_after2, kind);
        see!(self, 52, word_before, word_after);
        see!(self, 53, word_after2, kind, after);
        see!(self, 54, word(gap.part_ahead(2).core), kind, after);
        see!(self, 55, word(gap.part_back(2).core), kind, after);
        see!(self, 56, word(gap.first().core), kind, after);
        see!(self, 57, ending(gap.before.core), kind, after);
        see!(self, 58, ending(gap.after.core), kind, after);
        see!(self, 59, word(gap.before.whole), sight.opening, kind);
        see!(self, 60, word(gap.after.whole), kind);
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
pub(super) fn bucket(chunks: usize) -> u32 {
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

/// The key of what was mixed.
fn key_of(mixed: u64) -> u32 {
    let mixed = (mixed ^ mixed >> 29).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    (mixed ^ mixed >> 32).wrapping_mul(0x94D0_49BB_1331_11EB).wrapping_shr(64 - KEY_BITS) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_feature_belongs_to_one_step() {
        let mut kinds = [&FIRST[..], &GROUPS, &SECOND, &WORDS].concat();
        kinds.sort_unstable();
        assert!(kinds.into_iter().eq(1..=(GENERAL + LEXICAL) as u8));
    }
}

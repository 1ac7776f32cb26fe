//! What is the same for all gaps of a paragraph: whether it is running text,
//! verse, or a heap of names.

use super::chunks::Chunks;
use super::forms::Form;
use super::parts::Stop;
use super::sentence_features::bucket;
use super::sentence_rules::SentenceRules;

/// What is the same for all gaps of a paragraph.
pub(super) struct Surroundings {
    pub chunks: usize,
    /// Quarters of the chunks that start with a capital, among those that start with a letter.
    pub capitals: u32,
    /// Chunks that end with a stop: none, one, more.
    pub stops: u32,
    /// Chunks for each stop, coarsely.
    pub rate: u32,
    /// Whether it is running text with full stops.
    pub prose: bool,
    /// Whether it is verse in one line: capitals start its lines.
    pub verse: bool,
    /// How the first and the last chunk look.
    pub first: Form,
    pub last: Stop,
}

impl Surroundings {
    pub fn of(chunks: &Chunks<'_>, rules: &dyn SentenceRules) -> Self {
        let all = chunks.all();
        // The others start with a small letter and end without a stop.
        let mut lower = (all.len() - chunks.remarkable.len()) as u32;
        let (mut upper, mut stops) = (0, 0);
        for &index in &chunks.remarkable {
            let chunk = all[index as usize];
            upper += u32::from(chunk.first.is_ascii_uppercase());
            lower += u32::from(chunk.first.is_ascii_lowercase());
            stops += u32::from(matches!(chunk.last, b'.' | b'!' | b'?'));
        }
        let capitals = upper * 8 / (upper + lower + 1);
        let last = chunks.part(all.len().saturating_sub(1)).stop;
        let ended = matches!(last, Stop::Point | Stop::Dots | Stop::Exclamation | Stop::Question);
        Self {
            chunks: all.len(),
            capitals,
            verse: capitals < 4 && is_verse(chunks, rules),
            prose: capitals < 3 && (stops > 1 || stops > 0 && ended),
            rate: bucket(all.len() / (stops as usize + 1)),
            stops: stops.min(2),
            first: chunks.part(0).form,
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
        let (before, after) = (|| chunks.get(next - 1), || chunks.get(next));
        let (last, first) = (&chunks.all()[next - 1], &chunks.all()[next]);
        if self.verse
            && before()
                .ends_with(|c: char| c.is_ascii_alphanumeric() || matches!(c, ',' | ';' | ':' | '—' | '–'))
        {
            return true;
        }
        if !self.prose || !(first.first.is_ascii_uppercase() || first.first.is_ascii_digit()) {
            return false;
        }
        let joined = if last.last == b',' {
            length > GREETING
        } else if first.last == b')' {
            false
        } else if last.is_word()
            && matches!(last.form, Form::Lower | Form::Small)
            && last.last.is_ascii_lowercase()
        {
            first.first.is_ascii_digit()
                || chunks.all().get(next + 1).is_some_and(|then| then.first.is_ascii_uppercase())
                || rules.starts_sentence(before())
        } else {
            last.is_word()
                && matches!(last.form, Form::Title | Form::Capital | Form::Mixed)
                && last.last.is_ascii_alphabetic()
                && is_capitalised(before())
                && is_capitalised(after())
        };
        if !joined {
            return false;
        }
        let in_word = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'\'' || !byte.is_ascii();
        let word = after().bytes().take_while(in_word).count();
        !rules.starts_sentence(&after()[..word])
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
    let capitals = || {
        let behind_others = chunks.remarkable.iter().map(|&index| index as usize).filter(|&index| index > 0);
        behind_others.filter(|&index| all[index].first.is_ascii_uppercase())
    };
    let (mut commas, mut dashes) = (0, 0);
    let mut words = 0;
    for index in capitals() {
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
    let after_words =
        capitals().filter(|&index| all[index - 1].last.is_ascii_alphabetic() && starts_line(index)).count();
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

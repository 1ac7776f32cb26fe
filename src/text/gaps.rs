//! What stands on both sides of a gap where a sentence may end.

use super::chunks::{Chunks, is_closing, is_opening};
use super::trails::trailing_note;

/// How a chunk ends, without the quotation marks and brackets that close.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(super) enum Stop {
    /// A letter, digit or symbol.
    None,
    Point,
    /// Two points or more, or *…*
    Dots,
    Exclamation,
    Question,
    Colon,
    /// A comma, semicolon, hyphen or dash: the sentence goes on.
    Continuing,
    /// The full stop of a script that this module does not know.
    Other,
}

/// What a word looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(super) enum Form {
    /// Marks only, or nothing.
    Marks,
    Lower,
    Title,
    Upper,
    /// One capital: an initial, or *I* and *A*.
    Capital,
    /// One small letter.
    Small,
    /// *iPhone*, *McDonald*
    Mixed,
    /// Digits, with the marks that numbers, times and dates have.
    Number,
    /// *3rd*, *EB3801a*
    LetteredNumber,
    /// *U.S*, *e.g*, *J.R.R*
    Dotted,
    /// A web or mail address.
    Address,
    /// Letters without case.
    Caseless,
}

/// A chunk, taken apart: *(“word.”)* is opened, a core, and a tail of marks.
#[derive(Clone, Copy, Debug)]
pub(super) struct Part<'t> {
    /// The chunk.
    pub whole: &'t str,
    /// What opens it.
    pub opening: &'t str,
    /// The word without marks around it.
    pub core: &'t str,
    /// The marks after it.
    pub tail: &'t str,
    /// How it ends.
    pub stop: Stop,
    /// What the core looks like.
    pub form: Form,
}

impl<'t> Part<'t> {
    pub fn of(whole: &'t str) -> Self {
        // The most of chunks: a word or number, with a mark or none.
        let bytes = whole.as_bytes();
        let (length, form_of_word) = word_form(bytes);
        let stop = match bytes[length..] {
            [] => Some(Stop::None),
            [b'.'] => Some(Stop::Point),
            [b',' | b';'] => Some(Stop::Continuing),
            _ => None,
        };
        if let Some(stop) = stop
            && length > 0
        {
            let (core, tail) = whole.split_at(length);
            return Self { whole, opening: "", core, tail, stop, form: form_of_word };
        }
        let opened = if length > 0 { whole } else { whole.trim_start_matches(is_opening) };
        let opening = &whole[..whole.len() - opened.len()];
        let core = opened.trim_end_matches(is_mark);
        let tail = &opened[core.len()..];
        let marks = tail.trim_end_matches(is_closing);
        let stop = match marks.chars().next_back() {
            Some('.') if is_dots(marks) => Stop::Dots,
            Some('.') => Stop::Point,
            Some('…') => Stop::Dots,
            Some('!') => Stop::Exclamation,
            Some('?') => Stop::Question,
            Some(':') => Stop::Colon,
            Some(_) => Stop::Continuing,
            None => Stop::None,
        };
        Self { whole, opening, core, tail, stop, form: form(core) }
    }

    /// Whether a quotation mark or bracket closes after the stop.
    pub fn is_closed(&self) -> bool {
        self.tail.ends_with(is_closing)
    }

    /// Whether a quotation mark closes after the stop.
    pub fn closes_quotation(&self) -> bool {
        self.is_closed() && !self.tail.ends_with([')', ']', '}'])
    }

    /// The first character of the core, or of the marks.
    pub fn first(&self) -> char {
        self.core.chars().next().or_else(|| self.tail.chars().next()).unwrap_or_default()
    }

    /// Whether it is stops and nothing else: *?*, or one of *. . .*
    pub fn is_stops(&self) -> bool {
        !self.whole.is_empty() && self.whole.bytes().all(|byte| matches!(byte, b'.' | b'!' | b'?'))
    }

    /// Whether it is points and nothing else: one of *. . .*
    pub fn is_points(&self) -> bool {
        !self.whole.is_empty() && self.whole.bytes().all(|byte| byte == b'.')
    }
}

fn is_mark(c: char) -> bool {
    !c.is_ascii_alphanumeric()
        && (is_closing(c) || matches!(c, '.' | '!' | '?' | '…' | ':' | ',' | ';' | '-' | '–' | '—'))
}

/// Two points at the end, or *.…*
fn is_dots(marks: &str) -> bool {
    marks.ends_with("..") || marks.ends_with("….")
}

/// What an ASCII letter or digit is, by its byte; 0 when it is none.
const KINDS: [u8; 256] = {
    let mut kinds = [0; 256];
    let mut byte = 0;
    while byte < 256 {
        kinds[byte] = match byte as u8 {
            b'a'..=b'z' => SMALL,
            b'A'..=b'Z' => CAPITAL,
            b'0'..=b'9' => DIGIT,
            _ => 0,
        };
        byte += 1;
    }
    kinds
};
const SMALL: u8 = 1;
const CAPITAL: u8 = 2;
const DIGIT: u8 = 4;

/// How many ASCII letters and digits `bytes` start with, and what they look like.
fn word_form(bytes: &[u8]) -> (usize, Form) {
    let mut kinds = bytes.iter().map(|&byte| KINDS[usize::from(byte)]).take_while(|&kind| kind > 0);
    let Some(first) = kinds.next() else {
        return (0, Form::Marks);
    };
    let (mut length, mut others) = (1, 0);
    for kind in kinds {
        length += 1;
        others |= kind;
    }
    let form = match (first, others) {
        (SMALL, SMALL) => Form::Lower,
        (CAPITAL, SMALL) => Form::Title,
        (CAPITAL, CAPITAL) => Form::Upper,
        (CAPITAL, 0) => Form::Capital,
        (SMALL, 0) => Form::Small,
        (DIGIT, 0 | DIGIT) => Form::Number,
        _ if (first | others) & DIGIT > 0 => Form::LetteredNumber,
        _ => Form::Mixed,
    };
    (length, form)
}

fn form(core: &str) -> Form {
    let (mut upper, mut lower, mut caseless, mut digits, mut points, mut others) = (0, 0, 0, 0, 0, 0);
    let mut length = 0;
    for c in core.chars() {
        length += 1;
        match c {
            'a'..='z' => lower += 1,
            'A'..='Z' => upper += 1,
            '0'..='9' => digits += 1,
            '.' => points += 1,
            '\'' | '’' | '-' => {}
            _ if c.is_lowercase() => lower += 1,
            _ if c.is_uppercase() => upper += 1,
            _ if c.is_alphabetic() => caseless += 1,
            _ if c.is_numeric() => digits += 1,
            _ => others += 1,
        }
    }
    let letters = upper + lower + caseless;
    if others > 0 && letters > 2 && core.contains(['@', '/', '\\', '_']) || core.starts_with("www.") {
        return Form::Address;
    }
    match (letters, digits) {
        (0, 0) => Form::Marks,
        (0, _) => Form::Number,
        (_, 1..) => Form::LetteredNumber,
        _ if points > 0 && letters <= 2 * (points + 1) && length <= 12 => Form::Dotted,
        _ if points > 0 && others == 0 => Form::Address,
        _ if upper + lower == 0 => Form::Caseless,
        (1, _) if upper == 1 => Form::Capital,
        (1, _) => Form::Small,
        _ if upper == 0 => Form::Lower,
        _ if lower == 0 => Form::Upper,
        _ if upper == 1 && core.starts_with(char::is_uppercase) => Form::Title,
        _ => Form::Mixed,
    }
}

/// Where a sentence stands that is being read: what came before the gap.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Progress {
    /// The sentence's first chunk.
    pub first: usize,
    /// Whether a word has come that is no mark of a list.
    pub has_word: bool,
    /// Brackets that are open.
    pub brackets: u8,
    /// Whether a quotation is open.
    pub quoted: bool,
    /// How the sentence before it ended; 0 at the start of a paragraph.
    pub last_end: u8,
    /// Chunks of the sentence before it.
    pub last_length: usize,
}

impl Progress {
    /// A sentence that starts with chunk `first`.
    pub fn new(first: usize) -> Self {
        Self { first, ..Self::default() }
    }

    /// Reads one more chunk: its marks, so far as they open or close.
    pub fn read(&mut self, chunk: &str) {
        let inner = chunk.trim_start_matches(is_opening);
        for c in chunk[..chunk.len() - inner.len()].chars() {
            match c {
                '(' | '[' | '{' => self.brackets = self.brackets.saturating_add(1),
                '"' | '“' | '«' | '„' => self.quoted = true,
                _ => {}
            }
        }
        for c in inner[inner.trim_end_matches(is_mark).len()..].chars() {
            match c {
                ')' | ']' | '}' => self.brackets = self.brackets.saturating_sub(1),
                '"' | '”' | '»' => self.quoted = false,
                _ => {}
            }
        }
    }
}

/// The gap between two chunks.
pub(super) struct Gap<'c, 't> {
    /// The chunks of the paragraph.
    pub chunks: &'c Chunks<'t>,
    /// The index of the chunk after the gap.
    pub next: usize,
    /// What the gap follows.
    pub before: Part<'t>,
    /// What follows the gap.
    pub after: Part<'t>,
    /// How the text before the gap ends, seen through what trails: footnote marks, emoticons.
    pub stop: Stop,
    /// How many chunks trail.
    pub trailing: usize,
    /// The sentence that may end.
    pub progress: Progress,
}

impl<'c, 't> Gap<'c, 't> {
    /// The gap before chunk `next`, which is not the paragraph's first.
    pub fn at(chunks: &'c Chunks<'t>, next: usize, progress: Progress) -> Self {
        /// More than this is no longer a trail.
        const LONGEST_TRAIL: usize = 4;
        let mut trailing = 0;
        while trailing < LONGEST_TRAIL {
            let note = trailing_note(&progress, chunks, next - trailing);
            if note == 0 || next - trailing - note <= progress.first {
                break;
            }
            trailing += note;
        }
        let before = Part::of(chunks.get(next - trailing - 1));
        Self {
            chunks,
            next,
            before,
            after: Part::of(chunks.get(next)),
            stop: before.stop,
            trailing,
            progress,
        }
    }

    /// Whether nothing before the gap marks an end.
    pub fn is_open(&self) -> bool {
        matches!(self.stop, Stop::None | Stop::Colon | Stop::Continuing)
    }

    /// How many chunks the sentence has before the gap.
    pub fn length(&self) -> usize {
        self.next - self.progress.first
    }

    /// A chunk before the gap; 1 is the nearest.
    pub fn back(&self, distance: usize) -> &'t str {
        match self.next.checked_sub(distance + self.trailing) {
            Some(index) if distance <= self.next => self.chunks.get(index),
            _ => "",
        }
    }

    /// A chunk after the gap; 0 is the nearest.
    pub fn ahead(&self, distance: usize) -> &'t str {
        self.chunks.get(self.next + distance)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_chunks_apart() {
        let part = Part::of("(“word.”)");
        assert_eq!((part.opening, part.core, part.tail, part.stop), ("(“", "word", ".”)", Stop::Point));
        assert!(part.is_closed() && !part.closes_quotation());
        assert_eq!(Part::of("what...").stop, Stop::Dots);
        assert_eq!(Part::of("what,\"").stop, Stop::Continuing);
        assert!(Part::of("...").is_points());
    }

    #[test]
    fn forms_of_words() {
        for (word, expected) in [
            ("parade", Form::Lower),
            ("don’t", Form::Lower),
            ("Parade", Form::Title),
            ("US", Form::Upper),
            ("J", Form::Capital),
            ("b", Form::Small),
            ("McDonald", Form::Mixed),
            ("1,000.5", Form::Number),
            ("$5", Form::Number),
            ("3rd", Form::LetteredNumber),
            ("U.S", Form::Dotted),
            ("Ph.D", Form::Dotted),
            ("www.example.org", Form::Address),
            ("a@b.org", Form::Address),
            ("example.com", Form::Address),
            ("日本", Form::Caseless),
            ("***", Form::Marks),
        ] {
            assert_eq!(form(word), expected, "{word}");
            assert_eq!(Part::of(word).form, expected, "{word}");
        }
    }

    #[test]
    fn a_sentence_knows_what_is_open() {
        let mut progress = Progress::new(0);
        for chunk in "He (the “old man”) said: “Go".split(' ') {
            progress.read(chunk);
        }
        assert_eq!((progress.brackets, progress.quoted), (0, true));
    }
}

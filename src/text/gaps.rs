//! What stands on both sides of a gap where a sentence may end.

use super::chunks::{Chunks, is_closing, is_opening};
use super::forms::{Form, form};
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
        let opened = whole.trim_start_matches(is_opening);
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

    /// A chunk of a paragraph; nothing outside it.
    pub fn at(chunks: &Chunks<'t>, index: usize) -> Self {
        Self::known(chunks, index).unwrap_or_else(|| Self::of(chunks.get(index)))
    }

    /// The start of a chunk, for chunks that are looked at again and again.
    pub fn head(chunks: &Chunks<'t>, index: usize) -> Self {
        Self::known(chunks, index).unwrap_or_else(|| Self::of(chunks.head(index)))
    }

    /// A chunk whose form is known, which has one mark at its end or none.
    fn known(chunks: &Chunks<'t>, index: usize) -> Option<Self> {
        let chunk = chunks.all().get(index)?;
        let form = chunk.form?;
        let stop = match chunk.last {
            b'.' => Stop::Point,
            b'!' => Stop::Exclamation,
            b'?' => Stop::Question,
            b':' => Stop::Colon,
            b',' | b';' => Stop::Continuing,
            _ => Stop::None,
        };
        let whole = chunks.get(index);
        let (core, tail) = whole.split_at(whole.len() - usize::from(stop != Stop::None));
        Some(Self { whole, opening: "", core, tail, stop, form })
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
        let before = Part::at(chunks, next - trailing - 1);
        Self { chunks, next, before, after: Part::at(chunks, next), stop: before.stop, trailing, progress }
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
        self.chunks.get(self.index_back(distance))
    }

    /// The same, taken apart.
    pub fn part_back(&self, distance: usize) -> Part<'t> {
        Part::at(self.chunks, self.index_back(distance))
    }

    /// The index of the chunk before the gap that does not trail.
    pub fn last(&self) -> usize {
        self.next - self.trailing - 1
    }

    /// Beyond the start of the paragraph there is no such chunk.
    fn index_back(&self, distance: usize) -> usize {
        self.next.wrapping_sub(distance + self.trailing)
    }

    /// A chunk after the gap; 0 is the nearest.
    pub fn ahead(&self, distance: usize) -> &'t str {
        self.chunks.get(self.next + distance)
    }

    /// The same, taken apart.
    pub fn part_ahead(&self, distance: usize) -> Part<'t> {
        Part::at(self.chunks, self.next + distance)
    }

    /// The first chunk of the sentence.
    pub fn first(&self) -> Part<'t> {
        Part::head(self.chunks, self.progress.first)
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
    fn a_sentence_knows_what_is_open() {
        let mut progress = Progress::new(0);
        for chunk in "He (the “old man”) said: “Go".split(' ') {
            progress.read(chunk);
        }
        assert_eq!((progress.brackets, progress.quoted), (0, true));
    }
}

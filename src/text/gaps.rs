//! What stands on both sides of a gap where a sentence may end.

use super::chunks::Chunks;
use super::forms::Form;
use super::parts::{Part, Stop};
use super::trails::trailing_note;

/// Where a sentence stands that is being read: what came before the gap.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Progress {
    /// The sentence's first chunk.
    pub first: usize,
    /// Whether a word has come that is no mark of a list.
    pub has_word: bool,
    /// What the first chunk looks like that is not marks alone.
    pub form: Form,
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
    pub fn read(&mut self, part: &Part<'_>) {
        for c in part.opening.chars() {
            match c {
                '(' | '[' | '{' => self.brackets = self.brackets.saturating_add(1),
                '"' | '“' | '«' | '„' => self.quoted = true,
                // *« Où ? », dit-il*
                '»' if part.core.is_empty() => self.quoted = false,
                _ => {}
            }
        }
        for c in part.tail.chars() {
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
        let before = chunks.part(next - trailing - 1);
        Self { chunks, next, before, after: chunks.part(next), stop: before.stop, trailing, progress }
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
        self.chunks.part(self.index_back(distance))
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
        self.chunks.part(self.next + distance)
    }

    /// The first chunk of the sentence.
    pub fn first(&self) -> Part<'t> {
        self.chunks.part_of_head(self.progress.first)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_knows_what_is_open() {
        let mut progress = Progress::new(0);
        for chunk in "He (the “old man”) said: “Go".split(' ') {
            progress.read(&Part::of(chunk));
        }
        assert_eq!((progress.brackets, progress.quoted), (0, true));
    }
}

//! Chunks: what stands between white space, the places where a sentence may end.
//!
//! One pass over the bytes of a paragraph. Sentences end at the gaps between
//! chunks, and rarely inside one: where a space was forgotten, and in scripts
//! that write none.

use super::forms::{Form, word_form};
use super::parts::{Part, Stop};

/// What white space parts, in a paragraph.
pub(super) struct Chunks<'t> {
    /// The paragraph.
    pub text: &'t str,
    chunks: Vec<Chunk>,
    /// The indices of the chunks that are not plain, in order.
    pub remarkable: Vec<u32>,
    /// Whether there are characters whose part in a sentence this module does
    /// not know, so that UAX #29 must be asked.
    pub beyond_latin: bool,
}

/// A chunk, in bytes of the paragraph, and what a look at it tells.
#[derive(Clone, Copy)]
pub(super) struct Chunk {
    start: u32,
    end: u32,
    /// The word without marks around it.
    core: (u32, u32),
    /// Its first byte.
    pub first: u8,
    /// Its last byte.
    pub last: u8,
    traits: u8,
    /// How it ends.
    stop: Stop,
    /// What the word in it looks like.
    pub form: Form,
}

/// A mark that can end a sentence stands before the last byte.
const MARK_INSIDE: u8 = 1;
/// It looks like the address of a page.
const ADDRESS: u8 = 2;
/// It ends with a letter or digit, or with a comma and is no address: a small letter that follows goes on.
const GOES_ON: u8 = 4;
/// A word that changes nothing of what is open, a comma behind it or none: nothing
/// can be said of it nor of the gap before it if it starts with a small letter
/// and what is before goes on.
const PLAIN: u8 = 8;
/// It ends with a full stop, an exclamation or question mark, seen through what closes.
const STOPPED: u8 = 16;
/// A short word or number of ASCII with one mark behind it or none, as most are.
const WORD_ALONE: u8 = 32;

impl Chunk {
    pub fn start(self) -> usize {
        self.start as usize
    }

    pub fn end(self) -> usize {
        self.end as usize
    }

    /// Whether a mark that can end a sentence stands before its last byte.
    pub fn has_mark_inside(self) -> bool {
        self.traits & MARK_INSIDE > 0
    }

    /// Whether it looks like the address of a page.
    pub fn is_address(self) -> bool {
        self.traits & ADDRESS > 0
    }

    /// Whether it is a short word or number of ASCII with one mark behind it or none.
    pub fn is_word(self) -> bool {
        self.traits & WORD_ALONE > 0
    }

    /// Whether it ends with a full stop, an exclamation or question mark, seen
    /// through what closes.
    pub fn is_stopped(self) -> bool {
        self.traits & STOPPED > 0
    }
}

/// Bytes of a chunk that may be looked at again and again.
const LONGEST: usize = 64;

/// What a byte can be.
const WORD: u8 = 0;
const SPACE: u8 = 1;
const STOP: u8 = 2;
const MARK: u8 = 3;
const LEAD: u8 = 4;

const CLASSES: [u8; 256] = {
    let mut classes = [WORD; 256];
    let mut byte = 0;
    while byte < 256 {
        classes[byte] = match byte as u8 {
            b' ' | b'\t'..=b'\r' => SPACE,
            b'.' | b'!' | b'?' => STOP,
            b',' | b';' | b':' => MARK,
            0xC0..=0xFF => LEAD,
            _ => WORD,
        };
        byte += 1;
    }
    classes
};

impl<'t> Chunks<'t> {
    pub fn of(text: &'t str) -> Self {
        let room = text.len() / 6 + 1;
        let (chunks, remarkable) = (Vec::with_capacity(room), Vec::with_capacity(room / 2));
        let mut chunks = Self { text, chunks, remarkable, beyond_latin: false };
        let bytes = text.as_bytes();
        let class = |at: usize| bytes.get(at).map_or(SPACE, |&byte| CLASSES[usize::from(byte)]);
        let mut start = 0;
        while let Some(rest) = bytes.get(start..) {
            let (length, form) = word_form(rest);
            let core_end = start + length;
            // The most of chunks are a word or number, with a mark or none.
            let word = match class(core_end) {
                _ if !(1..=LONGEST).contains(&length) => None,
                SPACE => Some((core_end, bytes[core_end - 1], Stop::None, GOES_ON | PLAIN)),
                STOP | MARK if class(core_end + 1) == SPACE => {
                    let mark = bytes[core_end];
                    Some((core_end + 1, mark, Stop::of(mark.into()), ends(mark)))
                }
                _ => None,
            };
            if let Some((end, last, stop, traits)) = word {
                let core = (start as u32, core_end as u32);
                chunks.push(Chunk {
                    start: core.0,
                    end: end as u32,
                    core,
                    first: rest[0],
                    last,
                    traits: traits | WORD_ALONE,
                    stop,
                    form,
                });
                start = end + 1;
            } else {
                let (other, next) = chunks.other(start, core_end);
                other.into_iter().for_each(|chunk| chunks.push(chunk));
                start = next;
            }
        }
        chunks
    }

    /// The chunk between `start` and the next space, which is not before `at`, if
    /// there is any, and where the next chunk starts.
    fn other(&mut self, start: usize, at: usize) -> (Option<Chunk>, usize) {
        let (end, mark, next) = self.rest(at);
        let whole = &self.text[start..end];
        let ([first, .., last] | [first @ last]) = *whole.as_bytes() else {
            return (None, next);
        };
        let Part { opening, tail, stop, form, .. } = Part::of(whole);
        let core = ((start + opening.len()) as u32, (end - tail.len()) as u32);
        let traits = traits(whole, mark < end - 1);
        (Some(Chunk { start: start as u32, end: end as u32, core, first, last, traits, stop, form }), next)
    }

    /// Where a chunk ends that is at `at`, its first stop from there on, and where the next chunk starts.
    fn rest(&mut self, mut at: usize) -> (usize, usize, usize) {
        let text = self.text;
        let mut stop = usize::MAX;
        loop {
            match text.as_bytes().get(at).map_or(SPACE, |&byte| CLASSES[usize::from(byte)]) {
                SPACE => return (at, stop, at + 1),
                LEAD => {
                    let c = text[at..].chars().next().unwrap_or_default();
                    self.beyond_latin |= !is_latin(c);
                    if c.is_whitespace() {
                        return (at, stop, at + c.len_utf8());
                    }
                    if c == '…' {
                        stop = stop.min(at);
                    }
                    at += c.len_utf8();
                }
                class => {
                    if class == STOP {
                        stop = stop.min(at);
                    }
                    at += 1;
                }
            }
        }
    }

    /// Adds a chunk with the traits that its end tells.
    #[inline(always)]
    fn push(&mut self, mut chunk: Chunk) {
        let rest = &self.text.as_bytes()[chunk.start()..];
        if rest.starts_with(b"http") || rest.starts_with(b"www.") {
            chunk.traits = chunk.traits & !(PLAIN | GOES_ON) | ADDRESS;
        }
        let follows = self.chunks.last().is_some_and(|before| before.traits & GOES_ON > 0);
        if !(follows && chunk.traits & PLAIN > 0 && chunk.first.is_ascii_lowercase()) {
            self.remarkable.push(self.chunks.len() as u32);
        }
        self.chunks.push(chunk);
    }

    pub fn len(&self) -> usize {
        self.chunks.len()
    }

    /// The chunks in order.
    pub fn all(&self) -> &[Chunk] {
        &self.chunks
    }

    /// The start of a chunk, enough to tell what it is: for chunks that are
    /// looked at again and again, as they may be of any length.
    pub fn head(&self, index: usize) -> &'t str {
        let chunk = self.get(index);
        let end = (0..=LONGEST.min(chunk.len())).rev().find(|&end| chunk.is_char_boundary(end));
        &chunk[..end.unwrap_or(0)]
    }

    /// A chunk, taken apart; nothing outside the paragraph.
    pub fn part(&self, index: usize) -> Part<'t> {
        let Some(&Chunk { start, end, core, stop, form, .. }) = self.chunks.get(index) else {
            return Part::NONE;
        };
        let whole = &self.text[start as usize..end as usize];
        let (rest, tail) = whole.split_at((core.1 - start) as usize);
        let (opening, core) = rest.split_at((core.0 - start) as usize);
        Part { whole, opening, core, tail, stop, form }
    }

    /// The [head](Self::head) of a chunk, taken apart.
    pub fn part_of_head(&self, index: usize) -> Part<'t> {
        if self.get(index).len() <= LONGEST { self.part(index) } else { Part::of(self.head(index)) }
    }

    /// The text of a chunk; nothing outside the paragraph.
    pub fn get(&self, index: usize) -> &'t str {
        self.chunks.get(index).map_or("", |chunk| &self.text[chunk.start()..chunk.end()])
    }
}

/// What the last byte of a chunk tells.
fn ends(last: u8) -> u8 {
    match last {
        b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' | b',' => GOES_ON | PLAIN,
        b'.' | b'!' | b'?' => STOPPED,
        _ => 0,
    }
}

/// What the end of a chunk tells; `mark_inside` says that a mark that can end a
/// sentence stands before its last byte.
fn traits(chunk: &str, mark_inside: bool) -> u8 {
    let traits = match chunk.as_bytes() {
        [.., before, b','] if !before.is_ascii_alphanumeric() => GOES_ON,
        // The last byte of a mark that may close.
        [.., b'"' | b')' | b'\'' | 0x9D | 0x99]
            if chunk.trim_end_matches(['"', ')', '\'', '”', '’']).ends_with(['.', '!', '?']) =>
        {
            STOPPED
        }
        [.., last] => ends(*last),
        [] => 0,
    };
    if mark_inside { traits & !PLAIN | MARK_INSIDE } else { traits }
}

/// Letters of Latin script, the marks that go with it and characters of control:
/// UAX #29 says nothing of them that the rules do not say.
fn is_latin(c: char) -> bool {
    matches!(c, '\u{80}'..='\u{AC}' | '\u{AE}'..='\u{24F}' | '\u{2000}'..='\u{200A}' | '\u{2010}'..='\u{2027}'
        | '\u{2030}'..='\u{203A}' | '€' | '™' | '⁃')
        || c.is_whitespace()
}

/// A quotation mark or bracket that may close.
pub(super) fn is_closing(c: char) -> bool {
    matches!(
        c,
        '"' | '\''
            | '”'
            | '’'
            | '»'
            | '›'
            | '“'
            | '«'
            | ')'
            | ']'
            | '}'
            | '」'
            | '』'
            | '）'
            | '】'
            | '》'
            | '〉'
    )
}

/// A quotation mark or bracket that may open.
pub(super) fn is_opening(c: char) -> bool {
    matches!(
        c,
        '"' | '\''
            | '“'
            | '‘'
            | '«'
            | '»'
            | '‹'
            | '„'
            | '‚'
            | '('
            | '['
            | '{'
            | '「'
            | '『'
            | '（'
            | '【'
            | '《'
            | '〈'
            | '¿'
            | '¡'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_at_white_space_of_every_kind() {
        let chunks = Chunks::of("  a.b\u{A0}c.\u{3000}d…\r\n(e)");
        let all: Vec<_> = (0..chunks.len()).map(|index| chunks.get(index)).collect();
        assert_eq!(all, ["a.b", "c.", "d…", "(e)"]);
        let inside: Vec<_> = chunks.all().iter().map(|chunk| chunk.has_mark_inside()).collect();
        assert_eq!(inside, [true, false, true, false]);
    }

    #[test]
    fn small_words_are_not_remarkable() {
        let chunks = Chunks::of("the sea, was A calm. http://a.b of (it) x), end \"so.\" he");
        assert_eq!(chunks.remarkable, [0, 3, 4, 5, 6, 7, 8, 10, 11]);
        let all = chunks.all();
        let stopped: Vec<_> = (0..chunks.len()).filter(|&index| all[index].is_stopped()).collect();
        assert_eq!(stopped, [4, 10]);
        assert!(all[5].is_address() && !all[0].is_address());
    }

    #[test]
    fn knows_what_it_does_not_know() {
        assert!(!Chunks::of("“Él está — aquí…”").beyond_latin);
        assert!(Chunks::of("Да.").beyond_latin);
        assert!(Chunks::of("e\u{301}").beyond_latin);
    }
}

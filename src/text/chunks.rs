//! Chunks: what stands between white space, the places where a sentence may end.
//!
//! One pass over the bytes of a paragraph. Sentences end at the gaps between
//! chunks, and rarely inside one: where a space was forgotten, and in scripts
//! that write none.

use super::forms::{Form, word_form};

/// What white space parts, in a paragraph.
pub(super) struct Chunks<'t> {
    /// The paragraph.
    pub text: &'t str,
    chunks: Vec<Chunk>,
    /// Whether there are characters whose part in a sentence this module does
    /// not know, so that UAX #29 must be asked.
    pub beyond_latin: bool,
}

/// A chunk, in bytes of the paragraph, and what a look at its ends tells.
#[derive(Clone, Copy)]
pub(super) struct Chunk {
    start: u32,
    end: u32,
    /// Its first byte.
    pub first: u8,
    /// Its last byte.
    pub last: u8,
    traits: u8,
    /// What it looks like, if it is a short word or number of ASCII with one mark
    /// behind it or none: most are.
    pub form: Option<Form>,
}

/// A mark that can end a sentence stands before the last byte.
const MARK_INSIDE: u8 = 1;
/// It looks like the address of a page.
const ADDRESS: u8 = 2;
/// It ends with a letter or digit, or with a comma and is no address: a small letter that follows goes on.
const GOES_ON: u8 = 4;
/// A word in small letters, a comma behind it or none, that changes nothing of what is open.
const PLAIN: u8 = 8;
/// It ends with a full stop, an exclamation or question mark, seen through what closes.
const STOPPED: u8 = 16;
/// Its first and last byte do not tell all of that.
const LOOK: u8 = 32;

/// What the last byte of a chunk tells.
const ENDS: [u8; 256] = {
    let mut traits = [0; 256];
    let mut byte = 0;
    while byte < 256 {
        traits[byte] = match byte as u8 {
            b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' => GOES_ON | PLAIN,
            b',' => GOES_ON | PLAIN | LOOK,
            b'.' | b'!' | b'?' => STOPPED,
            // The last byte of a mark that may close.
            b'"' | b')' | b'\'' | 0x9D | 0x99 => LOOK,
            _ => 0,
        };
        byte += 1;
    }
    traits
};

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

    /// Whether nothing can be said of the gap between it and `next`, nor of
    /// `next`: small words.
    pub fn goes_on_plainly(self, next: Self) -> bool {
        self.traits & GOES_ON > 0 && next.traits & PLAIN > 0
    }

    /// Whether it ends with a full stop, an exclamation or question mark, seen
    /// through what closes.
    pub fn is_stopped(self) -> bool {
        self.traits & STOPPED > 0
    }
}

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
        let mut chunks = Self { text, chunks: Vec::with_capacity(text.len() / 6 + 1), beyond_latin: false };
        let bytes = text.as_bytes();
        let class = |at: usize| bytes.get(at).map_or(SPACE, |&byte| CLASSES[usize::from(byte)]);
        let mut at = 0;
        while let Some(rest) = bytes.get(at..) {
            let start = at;
            let (length, form) = word_form(rest);
            at += length;
            let marked = length > 0 && matches!(class(at), STOP | MARK);
            let end = at + usize::from(marked);
            // The most of chunks are a word or number, with a mark or none.
            let is_word = class(end) == SPACE;
            let (end, stop, next) = if is_word { (end, usize::MAX, end + 1) } else { chunks.rest(at) };
            chunks.push(start, end, stop, if is_word && length > 0 { Some(form) } else { None });
            at = next;
        }
        chunks
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

    fn push(&mut self, start: usize, end: usize, stop: usize, form: Option<Form>) {
        /// Bytes of a word that may be looked at again and again.
        const LONGEST: usize = 64;
        let bytes = &self.text.as_bytes()[start..end];
        let ([first, .., last] | [first @ last]) = *bytes else {
            return;
        };
        let mut traits = ENDS[usize::from(last)];
        if !first.is_ascii_lowercase() {
            traits &= !PLAIN;
        }
        if stop < end - 1 {
            traits = traits & !PLAIN | MARK_INSIDE;
        }
        if traits & LOOK > 0 || matches!(bytes, [b'h', b't', ..] | [b'w', b'w', ..]) {
            traits = looked_at(&self.text[start..end], traits);
        }
        let form = form.filter(|_| end - start <= LONGEST);
        self.chunks.push(Chunk { start: start as u32, end: end as u32, first, last, traits, form });
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
        /// Bytes.
        const LONGEST: usize = 64;
        let chunk = self.get(index);
        let end = (0..=LONGEST.min(chunk.len())).rev().find(|&end| chunk.is_char_boundary(end));
        &chunk[..end.unwrap_or(0)]
    }

    /// The text of a chunk; nothing outside the paragraph.
    pub fn get(&self, index: usize) -> &'t str {
        self.chunks.get(index).map_or("", |chunk| &self.text[chunk.start()..chunk.end()])
    }
}

/// The traits of a chunk whose first and last byte do not tell all.
fn looked_at(chunk: &str, mut traits: u8) -> u8 {
    if chunk.starts_with("http") || chunk.starts_with("www.") {
        traits = traits & !(PLAIN | GOES_ON) | ADDRESS;
    }
    match chunk.as_bytes() {
        [.., before, b','] if before.is_ascii_alphanumeric() => {}
        [.., b','] => traits &= !PLAIN,
        [.., b'"' | b')' | b'\'' | 0x9D | 0x99]
            if chunk.trim_end_matches(['"', ')', '\'', '”', '’']).ends_with(['.', '!', '?']) =>
        {
            traits |= STOPPED;
        }
        _ => {}
    }
    traits & !LOOK
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
    fn plain_words_go_on() {
        let chunks = Chunks::of("the sea, was A calm. http://a.b of (it) x), end \"so.\" he");
        let all = chunks.all();
        let plain: Vec<bool> = all.windows(2).map(|pair| pair[0].goes_on_plainly(pair[1])).collect();
        let expected = [true, true, false, false, false, false, false, false, true, false, false];
        assert_eq!(plain, expected);
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

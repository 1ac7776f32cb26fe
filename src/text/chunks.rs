//! Chunks: what stands between white space, the places where a sentence may end.
//!
//! One pass over the bytes of a paragraph. Sentences end at the gaps between
//! chunks, and rarely inside one: where a space was forgotten, and in scripts
//! that write none.

/// What white space parts, in a paragraph.
pub(super) struct Chunks<'t> {
    /// The paragraph.
    pub text: &'t str,
    spans: Vec<(u32, u32, bool)>,
    /// Whether there are characters whose part in a sentence this module does
    /// not know, so that UAX #29 must be asked.
    pub beyond_latin: bool,
}

/// A chunk, in bytes of the paragraph.
#[derive(Clone, Copy)]
pub(super) struct Chunk {
    pub start: usize,
    pub end: usize,
    /// Whether a mark that can end a sentence stands before its last byte.
    pub mark_inside: bool,
}

/// What a byte can be.
const WORD: u8 = 0;
const SPACE: u8 = 1;
const STOP: u8 = 2;
const LEAD: u8 = 3;

const CLASSES: [u8; 256] = {
    let mut classes = [WORD; 256];
    let mut byte = 0;
    while byte < 256 {
        classes[byte] = match byte as u8 {
            b' ' | b'\t'..=b'\r' => SPACE,
            b'.' | b'!' | b'?' => STOP,
            0xC0..=0xFF => LEAD,
            _ => WORD,
        };
        byte += 1;
    }
    classes
};

impl<'t> Chunks<'t> {
    pub fn of(text: &'t str) -> Self {
        let mut chunks = Self { text, spans: Vec::with_capacity(text.len() / 6 + 1), beyond_latin: false };
        let bytes = text.as_bytes();
        // Where the chunk that goes on starts, and the first stop in it.
        let (mut start, mut stop) = (0, usize::MAX);
        let mut at = 0;
        while at < bytes.len() {
            match CLASSES[usize::from(bytes[at])] {
                WORD => at += 1,
                SPACE => {
                    chunks.push(start, at, stop);
                    at += 1;
                    (start, stop) = (at, usize::MAX);
                }
                STOP => {
                    stop = stop.min(at);
                    at += 1;
                }
                _ => {
                    let c = text[at..].chars().next().unwrap_or_default();
                    chunks.beyond_latin |= !is_latin(c);
                    if c.is_whitespace() {
                        chunks.push(start, at, stop);
                        (start, stop) = (at + c.len_utf8(), usize::MAX);
                    } else if c == '…' {
                        stop = stop.min(at);
                    }
                    at += c.len_utf8();
                }
            }
        }
        chunks.push(start, at, stop);
        chunks
    }

    fn push(&mut self, start: usize, end: usize, stop: usize) {
        if start < end {
            self.spans.push((start as u32, end as u32, stop < end - 1));
        }
    }

    pub fn len(&self) -> usize {
        self.spans.len()
    }

    /// The span of a chunk.
    pub fn at(&self, index: usize) -> Chunk {
        let (start, end, mark_inside) = self.spans[index];
        Chunk { start: start as usize, end: end as usize, mark_inside }
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
        self.spans.get(index).map_or("", |&(start, end, _)| &self.text[start as usize..end as usize])
    }
}

/// Letters of Latin script and the marks that go with it: UAX #29 says nothing
/// of them that the rules do not say.
fn is_latin(c: char) -> bool {
    matches!(c, '\u{A0}'..='\u{AC}' | '\u{AE}'..='\u{24F}' | '\u{2000}'..='\u{200A}' | '\u{2010}'..='\u{2027}'
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
        let inside: Vec<_> = (0..chunks.len()).map(|index| chunks.at(index).mark_inside).collect();
        assert_eq!(inside, [true, false, true, false]);
    }

    #[test]
    fn knows_what_it_does_not_know() {
        assert!(!Chunks::of("“Él está — aquí…”").beyond_latin);
        assert!(Chunks::of("Да.").beyond_latin);
        assert!(Chunks::of("e\u{301}").beyond_latin);
    }
}

//! Byte offsets mapped to UTF-16 code units and to code points, and back.

use std::borrow::Cow;

use super::Span;

/// Bytes between two checkpoints: small enough to scan in a few nanoseconds,
/// large enough that the table costs a sixteenth of the text.
const STRIDE: usize = 128;

/// What an offset counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum OffsetUnit {
    /// UTF-16 code units, as JavaScript strings count.
    #[default]
    Utf16,
    /// Bytes of UTF-8, as Rust strings count.
    Utf8,
    /// Unicode code points, as Python strings count.
    CodePoints,
}

impl OffsetUnit {
    /// The name that reports and the command line use.
    pub fn name(self) -> &'static str {
        match self {
            Self::Utf16 => "utf16",
            Self::Utf8 => "utf8",
            Self::CodePoints => "codepoints",
        }
    }
}

#[derive(Clone, Copy, Default)]
struct Checkpoint {
    utf16: u32,
    code_points: u32,
}

/// What an [`OffsetMap`] found in a text, to be kept for the next one.
#[derive(Clone, Default)]
pub struct Checkpoints(Vec<Checkpoint>);

impl Checkpoints {
    /// Those of `text`, in one pass over it.
    pub fn of(text: &str) -> Self {
        let mut checkpoints = Vec::new();
        if !text.is_ascii() {
            let mut at = Checkpoint::default();
            for block in text.as_bytes().chunks(STRIDE) {
                checkpoints.push(at);
                at = advance(at, block);
            }
            checkpoints.push(at);
        }
        Self(checkpoints)
    }
}

/// Translates offsets of one text; O(1) from bytes, O(log n) back.
///
/// ```
/// use textlens::text::{OffsetMap, OffsetUnit};
/// let map = OffsetMap::new("né 🎈!");
/// assert_eq!(map.from_bytes(8, OffsetUnit::Utf16), 5);
/// assert_eq!(map.from_bytes(8, OffsetUnit::CodePoints), 4);
/// assert_eq!(map.to_bytes(5, OffsetUnit::Utf16), Some(8));
/// assert_eq!(map.to_bytes(4, OffsetUnit::Utf16), None, "inside the balloon");
/// ```
pub struct OffsetMap<'t> {
    text: &'t str,
    /// Counts before byte `i * STRIDE`; empty when the text is ASCII, where all units agree.
    checkpoints: Cow<'t, [Checkpoint]>,
}

impl<'t> OffsetMap<'t> {
    /// The map of `text`, in one pass over it.
    pub fn new(text: &'t str) -> Self {
        Self { text, checkpoints: Checkpoints::of(text).0.into() }
    }

    /// The map of `text`, whose checkpoints these are.
    pub fn with(text: &'t str, checkpoints: &'t Checkpoints) -> Self {
        Self { text, checkpoints: Cow::Borrowed(&checkpoints.0) }
    }

    /// The offset in `unit` of the byte offset `byte`.
    ///
    /// # Panics
    ///
    /// If `byte` lies beyond the end of the text.
    pub fn from_bytes(&self, byte: usize, unit: OffsetUnit) -> usize {
        assert!(byte <= self.text.len(), "byte {byte} of a text of {}", self.text.len());
        if self.checkpoints.is_empty() || unit == OffsetUnit::Utf8 {
            return byte;
        }
        self.counts(byte).get(unit) as usize
    }

    /// What stands before the byte offset `byte` of a text that is not ASCII.
    fn counts(&self, byte: usize) -> Checkpoint {
        let block = byte / STRIDE;
        advance(self.checkpoints[block], &self.text.as_bytes()[block * STRIDE..byte])
    }

    /// A span of bytes with its offsets counted in `unit`.
    ///
    /// # Panics
    ///
    /// If the span ends beyond the text.
    pub fn translate(&self, span: Span, unit: OffsetUnit) -> Span {
        let range = span.range();
        if range.len() < STRIDE && !self.checkpoints.is_empty() && unit != OffsetUnit::Utf8 {
            // Shorter than the way from a checkpoint.
            let start = self.counts(range.start);
            let end = advance(start, &self.text.as_bytes()[range]);
            return Span { start: start.get(unit), end: end.get(unit) };
        }
        Span::new(self.from_bytes(range.start, unit), self.from_bytes(range.end, unit))
    }

    /// The byte offset of `offset`, which counts in `unit`; `None` beyond the
    /// end of the text and inside a character.
    pub fn to_bytes(&self, offset: usize, unit: OffsetUnit) -> Option<usize> {
        if self.checkpoints.is_empty() || unit == OffsetUnit::Utf8 {
            return self.text.is_char_boundary(offset).then_some(offset);
        }
        let block =
            self.checkpoints.partition_point(|counts| counts.get(unit) as usize <= offset).checked_sub(1)?;
        // A checkpoint may lie inside a character: start with the next one.
        let mut byte = (block * STRIDE).min(self.text.len());
        while !self.text.is_char_boundary(byte) {
            byte += 1;
        }
        let mut at = self.checkpoints[block].get(unit) as usize;
        for c in self.text[byte..].chars() {
            if at >= offset {
                break;
            }
            at += if unit == OffsetUnit::Utf16 { c.len_utf16() } else { 1 };
            byte += c.len_utf8();
        }
        (at == offset).then_some(byte)
    }
}

impl Checkpoint {
    fn get(self, unit: OffsetUnit) -> u32 {
        if unit == OffsetUnit::Utf16 { self.utf16 } else { self.code_points }
    }
}

/// Counts the characters of up to [`STRIDE`] bytes by their first byte; those of four bytes are two units of UTF-16.
fn advance(at: Checkpoint, bytes: &[u8]) -> Checkpoint {
    // In bytes, sixteen of which are added at once.
    let count = |is: fn(u8) -> bool| u32::from(bytes.iter().map(|&byte| u8::from(is(byte))).sum::<u8>());
    let first = count(|byte| byte & 0xC0 != 0x80);
    Checkpoint { code_points: at.code_points + first, utf16: at.utf16 + first + count(|byte| byte >= 0xF0) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn agrees_with_counting_from_the_start() {
        let text = "aé日🎈\u{301}\r\n".repeat(60);
        let map = OffsetMap::new(&text);
        for (byte, _) in text.char_indices().chain([(text.len(), ' ')]) {
            let before = &text[..byte];
            let utf16 = before.encode_utf16().count();
            let code_points = before.chars().count();
            assert_eq!(map.from_bytes(byte, OffsetUnit::Utf16), utf16);
            assert_eq!(map.from_bytes(byte, OffsetUnit::CodePoints), code_points);
            assert_eq!(map.to_bytes(utf16, OffsetUnit::Utf16), Some(byte));
            assert_eq!(map.to_bytes(code_points, OffsetUnit::CodePoints), Some(byte));
        }
    }

    #[test]
    fn refuses_what_is_no_boundary() {
        let map = OffsetMap::new("🎈");
        assert_eq!(map.to_bytes(1, OffsetUnit::Utf16), None);
        assert_eq!(map.to_bytes(3, OffsetUnit::Utf16), None);
        assert_eq!(map.to_bytes(2, OffsetUnit::Utf8), None);
        assert_eq!(OffsetMap::new("abc").to_bytes(4, OffsetUnit::Utf16), None);
    }
}

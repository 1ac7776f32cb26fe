//! Half-open spans of bytes.

/// A half-open range of byte offsets into one text.
///
/// Offsets are 32 bits wide: [`crate::MAX_TEXT_BYTES`] keeps every text below
/// their limit, and lists of spans are half the size that `usize` would give.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Span {
    /// The first byte.
    pub start: u32,
    /// The byte after the last.
    pub end: u32,
}

impl Span {
    /// The span from `start` up to, not including, `end`.
    ///
    /// # Panics
    ///
    /// If an offset does not fit into 32 bits.
    pub fn new(start: usize, end: usize) -> Self {
        let narrow = |offset: usize| u32::try_from(offset).expect("texts are below 4 GiB");
        Self { start: narrow(start), end: narrow(end) }
    }

    /// The span as a range of `usize`, as slicing wants it.
    pub fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }

    /// The span as a number, in the order of spans: by start, then by end.
    pub fn order(&self) -> u64 {
        u64::from(self.start) << 32 | u64::from(self.end)
    }

    /// The part of `text` that the span names.
    ///
    /// # Panics
    ///
    /// If the span is not one of this text.
    pub fn of(self, text: &str) -> &str {
        &text[self.range()]
    }

    /// Length in bytes.
    pub fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    /// Whether nothing lies in the span.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Whether `inner` lies wholly inside.
    pub fn contains(self, inner: Span) -> bool {
        self.start <= inner.start && inner.end <= self.end
    }

    /// The span without white space at its ends; empty at its start if there is nothing else.
    pub fn trimmed(self, text: &str) -> Span {
        let slice = self.of(text);
        // Most spans: a look at both ends.
        if let [first, .., last] | [first @ last] = slice.as_bytes()
            && first.is_ascii_graphic()
            && last.is_ascii_graphic()
        {
            return self;
        }
        let lead = slice.len() - slice.trim_start().len();
        let start = self.start as usize + if lead == slice.len() { 0 } else { lead };
        Span::new(start, start + slice.trim().len())
    }
}

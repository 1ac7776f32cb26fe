//! What the words of a list look like, which spares most look-ups in it.

/// The first letters and lengths of some words, whatever their case.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Outlines([u32; 32]);

impl Outlines {
    /// Adds a word.
    pub fn add(&mut self, word: &str) {
        if word.is_ascii() {
            self.0[place(word)] |= length_bit(word);
        } else {
            // In another case it may start with another byte and have another length.
            self.0 = [u32::MAX; 32];
        }
    }

    /// Whether a word with the outline of `word`, which is ASCII, was added; not
    /// whether that word was.
    pub fn may_have(&self, word: &str) -> bool {
        self.0[place(word)] & length_bit(word) > 0
    }
}

/// The same for capitals and small letters.
fn place(word: &str) -> usize {
    word.bytes().next().map_or(0, |first| usize::from(first & 31))
}

/// A bit for each length; the longest share one.
fn length_bit(word: &str) -> u32 {
    1 << word.len().min(31)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_added_is_had_in_any_case() {
        let mut outlines = Outlines::default();
        outlines.add("the");
        outlines.add(&"a".repeat(40));
        assert!(outlines.may_have("The") && outlines.may_have("too") && outlines.may_have(&"A".repeat(33)));
        assert!(!outlines.may_have("then") && !outlines.may_have("she") && !outlines.may_have(""));
        outlines.add("été");
        assert!(outlines.may_have("she"));
    }
}

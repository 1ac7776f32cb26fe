//! What the words of a list look like, which spares most look-ups in it.

/// Some letters and the lengths of some words, whatever their case.
#[derive(Clone, Copy, Debug)]
pub(super) struct Outlines([u64; 64]);

impl Default for Outlines {
    fn default() -> Self {
        Self([0; 64])
    }
}

impl Outlines {
    /// Adds a word.
    pub fn add(&mut self, word: &str) {
        if word.is_ascii() {
            let (place, bit) = outline(word);
            self.0[place] |= bit;
        } else {
            // In another case it may start with another byte and have another length.
            self.0 = [u64::MAX; 64];
        }
    }

    /// Whether a word with the outline of `word`, which is ASCII, was added; not
    /// whether that word was.
    pub fn may_have(&self, word: &str) -> bool {
        let (place, bit) = outline(word);
        self.0[place] & bit > 0
    }
}

/// A place for the first and the last letter, and a bit for that in the middle and the
/// length; the same for capitals and small letters.
fn outline(word: &str) -> (usize, u64) {
    let bytes = word.as_bytes();
    let letter = |at: usize| bytes.get(at).map_or(0, |&byte| usize::from(byte & 31));
    let (first, middle, last) = (letter(0), letter(bytes.len() / 2), letter(bytes.len().wrapping_sub(1)));
    ((first + last * 8) % 64, 1 << ((middle + bytes.len() * 8) % 64))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_added_is_had_in_any_case() {
        let mut outlines = Outlines::default();
        outlines.add("the");
        outlines.add(&"a".repeat(40));
        assert!(outlines.may_have("The") && outlines.may_have("tHE") && outlines.may_have(&"A".repeat(40)));
        assert!(!outlines.may_have("then") && !outlines.may_have("she") && !outlines.may_have(""));
        assert!(!outlines.may_have("tie") && !outlines.may_have("tho"));
        outlines.add("été");
        assert!(outlines.may_have("she"));
    }
}

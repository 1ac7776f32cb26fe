//! Boundaries exactly as Unicode Standard Annex #29 puts them.
//!
//! Everything else in [`crate::text`] is tailored above this layer, and the
//! standard's own test files run against it (`tests/conformance.rs`).

use unicode_segmentation::UnicodeSegmentation;

/// The version of Unicode whose rules and data these are.
pub const UNICODE_VERSION: (u64, u64, u64) = unicode_segmentation::UNICODE_VERSION;

/// Everything between two word boundaries, white space and punctuation included, with its byte offset.
pub fn word_bounds(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.split_word_bound_indices()
}

/// Everything between two sentence boundaries with its byte offset.
pub fn sentence_bounds(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.split_sentence_bound_indices()
}

/// Extended grapheme clusters with their byte offsets.
pub fn graphemes(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.grapheme_indices(true)
}

/// How many extended grapheme clusters `text` has.
///
/// ```
/// assert_eq!(textlens::text::uax29::count_graphemes("e\u{301}👨‍👩‍👧\r\n"), 3);
/// ```
pub fn count_graphemes(text: &str) -> usize {
    // A line feed ends every cluster, and among ASCII characters only CR LF joins:
    // lines of ASCII, the most of most texts, need no segmenter.
    text.split_inclusive('\n')
        .map(|line| match line.is_ascii() {
            true => line.len() - usize::from(line.ends_with("\r\n")),
            false => line.graphemes(true).count(),
        })
        .sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fast_count_is_the_slow_count() {
        for text in [
            "",
            "a",
            "\r\n",
            "a\r\nb",
            "é",
            "aé",
            "e\u{301}",
            "ae\u{301}b",
            "\r\u{301}\n",
            "日本\r\n語",
            "🇩🇪🇫🇷 a🇩🇪",
            "x👨‍👩‍👧y",
            "a\u{200d}b",
            "\u{301}",
            "ab\u{301}\r\ncd",
            "\ré",
            "é\r\n",
            "é\rx\n",
        ] {
            assert_eq!(count_graphemes(text), text.graphemes(true).count(), "{text:?}");
        }
    }
}

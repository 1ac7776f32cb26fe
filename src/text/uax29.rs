//! Boundaries exactly as Unicode Standard Annex #29 puts them.
//!
//! Everything else in [`crate::text`] is tailored above this layer, and the
//! standard's own test files run against it (`tests/conformance.rs`).

mod sentence_bounds;

use std::iter::once;

pub(crate) use sentence_bounds::{is_stop, last_mark};
use unicode_segmentation::{UWordBounds, UnicodeSegmentation};

/// The version of Unicode whose rules and data these are.
pub const UNICODE_VERSION: (u64, u64, u64) = unicode_segmentation::UNICODE_VERSION;

/// Everything between two word boundaries, white space and punctuation included, with its byte offset.
pub fn word_bounds(text: &str) -> WordBounds<'_> {
    WordBounds { text, at: 0, standard: None }
}

/// What [`word_bounds`] gives.
#[derive(Clone)]
pub struct WordBounds<'t> {
    text: &'t str,
    at: usize,
    /// Goes on through what is not plain.
    standard: Option<UWordBounds<'t>>,
}

impl<'t> WordBounds<'t> {
    /// What has not been given yet.
    pub fn rest(&self) -> &'t str {
        &self.text[self.at..]
    }

    /// Passes over a single space, if one is next and an ASCII character follows: the most of what stands between words.
    pub fn pass_space(&mut self) {
        if let [b' ', b'!'..=b'~', ..] = self.rest().as_bytes() {
            self.standard = None;
            self.at += 1;
        }
    }
}

impl<'t> Iterator for WordBounds<'t> {
    type Item = (usize, &'t str);

    fn next(&mut self) -> Option<Self::Item> {
        let rest = Some(self.rest()).filter(|rest| !rest.is_empty())?;
        let piece = match ascii_word_len(rest.as_bytes()) {
            Some(len) => {
                self.standard = None;
                &rest[..len]
            }
            None => self.standard.get_or_insert_with(|| rest.split_word_bounds()).next()?,
        };
        self.at += piece.len();
        Some((self.at - piece.len(), piece))
    }
}

/// What an ASCII character is to the rules of words, or what stands for none.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Ascii {
    Letter,
    Digit,
    /// Joins letters and digits of every kind.
    Underscore,
    /// Joins letters if it stands alone between them.
    MidLetter,
    /// Joins digits if it stands alone between them.
    MidNumber,
    /// Does both.
    MidBoth,
    Space,
    Return,
    LineFeed,
    Other,
    /// Not ASCII: this layer does not know.
    Foreign,
    /// The end of the text.
    End,
}

const ASCII: [Ascii; 128] = {
    let mut classes = [Ascii::Other; 128];
    let mut at = 0;
    while at < 128 {
        classes[at] = match at as u8 {
            b'A'..=b'Z' | b'a'..=b'z' => Ascii::Letter,
            b'0'..=b'9' => Ascii::Digit,
            b'_' => Ascii::Underscore,
            b':' => Ascii::MidLetter,
            b',' | b';' => Ascii::MidNumber,
            b'.' | b'\'' => Ascii::MidBoth,
            b' ' => Ascii::Space,
            b'\r' => Ascii::Return,
            b'\n' => Ascii::LineFeed,
            _ => Ascii::Other,
        };
        at += 1;
    }
    classes
};

/// How long the piece is that starts here, if ASCII alone decides that. A piece's end
/// does not depend on what stands before its start: every rule that looks further back
/// forbids a boundary there.
fn ascii_word_len(bytes: &[u8]) -> Option<usize> {
    use Ascii::*;
    let class = |at: usize| match bytes.get(at) {
        Some(&byte) => ASCII.get(byte as usize).copied().unwrap_or(Foreign),
        None => End,
    };
    let first = class(0);
    let mut len = 1;
    match first {
        Foreign => return None,
        Space => {
            while class(len) == Space {
                len += 1;
            }
        }
        Return if class(1) == LineFeed => len = 2,
        Letter | Digit | Underscore => {
            let mut last = first;
            loop {
                let next = class(len);
                let between = match next {
                    Letter | Digit | Underscore => {
                        last = next;
                        len += 1;
                        continue;
                    }
                    MidLetter => last == Letter,
                    MidNumber => last == Digit,
                    MidBoth => matches!(last, Letter | Digit),
                    _ => false,
                };
                let after = if between { class(len + 1) } else { End };
                match after {
                    Foreign => return None,
                    _ if after == last => len += 2,
                    _ => break,
                }
            }
        }
        _ => {}
    }
    (class(len) != Foreign).then_some(len)
}

/// Everything between two sentence boundaries with its byte offset.
pub fn sentence_bounds(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut start = 0;
    sentence_bounds::starts(text).chain(once(text.len())).filter_map(move |end| {
        let sentence = (start, &text[start..end]);
        start = end;
        (!sentence.1.is_empty()).then_some(sentence)
    })
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
    let mut clusters = 0;
    let mut rest = text;
    // Plain characters are counted; only what stands about others is segmented.
    while let Some(special) = first_special(rest) {
        let start = match rest[..special].chars().next_back() {
            Some(before) if !before.is_ascii_control() => special - before.len_utf8(),
            _ => special,
        };
        let end = end_of_special(rest, special);
        clusters += count_plain(&rest[..start]) + rest[start..end].graphemes(true).count();
        rest = &rest[end..];
    }
    clusters + count_plain(rest)
}

/// Whether a cluster ends between any two characters of this kind, but CR and LF: none
/// of them extends another, joins, or is a part of a syllable or a flag.
fn is_plain(c: char) -> bool {
    matches!(c, '\0'..='\u{2FF}' | '\u{370}'..='\u{482}' | '\u{48A}'..='\u{52F}'
        | '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{205E}' | '\u{4E00}'..='\u{9FFF}')
}

/// Where the first character stands that is not plain.
fn first_special(text: &str) -> Option<usize> {
    let mut at = 0;
    loop {
        at += text.as_bytes()[at..].iter().position(|byte| !byte.is_ascii())?;
        let c = text[at..].chars().next()?;
        if !is_plain(c) {
            return Some(at);
        }
        at += c.len_utf8();
    }
}

/// Clusters of plain characters.
fn count_plain(text: &str) -> usize {
    text.chars().count() - text.split('\r').skip(1).filter(|rest| rest.starts_with('\n')).count()
}

/// Where the stretch that must be segmented ends: between two plain characters, or before a control.
fn end_of_special(text: &str, special: usize) -> usize {
    let mut letters = text[special..].char_indices().peekable();
    while let Some((at, c)) = letters.next() {
        if c.is_ascii_control() {
            return special + at;
        }
        if is_plain(c) && letters.peek().is_none_or(|&(_, next)| is_plain(next)) {
            return special + at + c.len_utf8();
        }
    }
    text.len()
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
            "ab\u{301}c\u{301}d",
            "“a”\u{200d}—b",
            "\r\n\u{301}\r\n",
            "©\u{200d}© x🇩🇪",
            "한국어 e\u{301}",
            "\u{1100}\u{1161}a\u{0600}b",
        ] {
            assert_eq!(count_graphemes(text), text.graphemes(true).count(), "{text:?}");
        }
    }

    fn words_are_the_standards(text: &str) {
        let expected: Vec<_> = text.split_word_bound_indices().collect();
        assert_eq!(word_bounds(text).collect::<Vec<_>>(), expected, "{text:?}");
    }

    #[test]
    fn ascii_words_are_the_standards() {
        for first in '\0'..='\x7f' {
            for second in '\0'..='\x7f' {
                words_are_the_standards(&format!("{first}{second}"));
                words_are_the_standards(&format!("a{first}{second}a1{first}1{second}1"));
            }
        }
    }

    #[test]
    fn words_at_the_edges_of_ascii_are_the_standards() {
        let letters = [
            'a', '1', '_', ':', ',', '.', '\'', ' ', '\r', '\n', '-', '"', 'é', '\u{301}', '\u{200d}', '’',
            'א', 'カ', '🇩', '©',
        ];
        for code in 0..letters.len().pow(4) {
            let text: String =
                (0..4).map(|at| letters[code / letters.len().pow(at) % letters.len()]).collect();
            words_are_the_standards(&text);
        }
    }

    #[test]
    fn plain_characters_never_join() {
        let plain: Vec<char> = ('\0'..='\u{FFFF}').filter(|&c| is_plain(c)).collect();
        for &c in &plain {
            let pair = format!("a{c}{c}\u{E9}");
            let expected = if c == '\r' { 4 } else { pair.chars().count() };
            assert_eq!(pair.graphemes(true).count(), expected, "{c:?}");
        }
    }
}

//! Words: UAX #29, with hyphenated compounds, numbers and names such as *AT&T* taken as one.
//!
//! The standard breaks at every hyphen, so that *goose-stepping* would be two
//! words. Writers, dictionaries and word processors count one: a hyphen with a
//! letter or digit on both sides joins here. What remains between words is
//! punctuation, one piece a mark; white space is left out.

use super::{Span, uax29};

/// What a piece of text between two word boundaries is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PieceKind {
    /// A word with at least one letter: *war*, *goose-stepping*, *70th*.
    Word,
    /// A number: *565*, *1,000.5*, *1950-53*.
    Number,
    /// A mark that is neither letter, digit nor white space.
    Punctuation,
}

/// A word, number or mark, and where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub kind: PieceKind,
}

/// What joins: hyphen-minus, hyphen, non-breaking hyphen; and between capitals *&*.
const JOINERS: [char; 4] = ['-', '\u{2010}', '\u{2011}', '&'];

/// What a piece of UAX #29 is; `None` for white space and invisible controls.
fn kind(piece: &str) -> Option<PieceKind> {
    let mut digits = false;
    for c in piece.chars() {
        if c.is_alphabetic() {
            return Some(PieceKind::Word);
        }
        digits |= c.is_numeric();
    }
    if digits {
        return Some(PieceKind::Number);
    }
    let visible = |c: char| !c.is_whitespace() && !c.is_control() && !is_format(c);
    piece.chars().any(visible).then_some(PieceKind::Punctuation)
}

/// Format characters that show nothing: joiners, direction marks, byte order mark.
pub(super) fn is_format(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}')
}

/// Whether a word is a few capitals before any apostrophe, as those of *AT&T’s* are.
fn are_initials(word: &str) -> bool {
    let word = word.split(['\'', '’']).next().unwrap_or(word);
    word.len() <= 5 && word.bytes().all(|byte| byte.is_ascii_uppercase() || byte == b'&')
}

/// The words, numbers and marks of `text` in order.
///
/// ```
/// use textlens::text::{PieceKind, pieces};
/// let text = "The US-led West’s 1950-53 war.";
/// let words: Vec<_> = pieces(text)
///     .filter(|piece| piece.kind != PieceKind::Punctuation)
///     .map(|piece| piece.span.of(text))
///     .collect();
/// assert_eq!(words, ["The", "US-led", "West’s", "1950-53", "war"]);
/// ```
pub fn pieces(text: &str) -> impl Iterator<Item = Piece> {
    let mut bounds = uax29::word_bounds(text);
    std::iter::from_fn(move || {
        let Piece { mut span, mut kind } = loop {
            bounds.pass_space();
            let (at, piece) = bounds.next()?;
            if let Some(kind) = kind(piece) {
                break Piece { span: Span::new(at, at + piece.len()).trimmed(text), kind };
            }
        };
        while kind != PieceKind::Punctuation && bounds.rest().starts_with(JOINERS) {
            let mut ahead = bounds.clone();
            let Some((_, joiner)) = ahead.next() else { break };
            let Some((at, next)) = ahead.next().filter(|_| joiner.chars().nth(1).is_none()) else { break };
            if joiner == "&" && !(are_initials(span.of(text)) && are_initials(next)) {
                break;
            }
            match self::kind(next) {
                Some(PieceKind::Word) => kind = PieceKind::Word,
                Some(PieceKind::Number) => {}
                _ => break,
            }
            span.end = Span::new(at, at + next.len()).trimmed(text).end;
            bounds = ahead;
        }
        Some(Piece { span, kind })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<&str> {
        pieces(text)
            .filter(|piece| piece.kind != PieceKind::Punctuation)
            .map(|piece| piece.span.of(text))
            .collect()
    }

    #[test]
    fn joins_compounds_and_numbers() {
        assert_eq!(words("a state-of-the-art, warm\u{2011}up"), ["a", "state-of-the-art", "warm\u{2011}up"]);
        assert_eq!(words("3,000.50 in 1950-53 (70th)"), ["3,000.50", "in", "1950-53", "70th"]);
        assert_eq!(words("don't stop the 'people’s' army"), ["don't", "stop", "the", "people’s", "army"]);
    }

    #[test]
    fn joins_capitals_by_and() {
        assert_eq!(words("AT&T’s R&D, Q&A; PG&E-like B&B&B"), ["AT&T’s", "R&D", "Q&A", "PG&E-like", "B&B&B"]);
        assert_eq!(
            words("A & B, a&b, Black&Decker, R& D, AT&amp;T"),
            ["A", "B", "a", "b", "Black", "Decker", "R", "D", "AT", "amp", "T"]
        );
    }

    #[test]
    fn leaves_dashes_and_loose_hyphens() {
        assert_eq!(words("pre- and post-war -- end-"), ["pre", "and", "post-war", "end"]);
        assert_eq!(words("war—and peace–time"), ["war", "and", "peace", "time"]);
    }

    #[test]
    fn loses_no_mark() {
        let marks: String = pieces("(pre- “x”…)").map(|piece| piece.span.of("(pre- “x”…)")).collect();
        assert_eq!(marks, "(pre-“x”…)");
    }

    #[test]
    fn a_mark_that_clings_to_spaces_comes_without_them() {
        assert_eq!(words("a  \u{1172A}b"), ["a", "\u{1172A}", "b"]);
    }

    #[test]
    fn tells_numbers_from_words() {
        let kinds: Vec<_> = pieces("70th 1950-53 4-door ½ 五 .").map(|piece| piece.kind).collect();
        use PieceKind::{Number, Punctuation, Word};
        assert_eq!(kinds, [Word, Number, Word, Number, Word, Punctuation]);
    }
}

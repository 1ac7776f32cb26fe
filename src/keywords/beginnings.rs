//! The strings that the matches of a regular expression begin with, if they are few: only where one of
//! them stands need be looked for a match.

use regex_syntax::hir::Hir;
use regex_syntax::hir::literal::Extractor;

/// Strings of which every match begins with one.
#[derive(Clone, Debug)]
pub(super) struct Beginnings {
    literals: Vec<Vec<u8>>,
    /// By byte: whether one of them begins with it.
    firsts: Box<[bool; 256]>,
}

/// With more of them, a text has one nearly everywhere.
const MOST: usize = 64;

impl Beginnings {
    /// Those of `pattern`; nothing if there are too many, or its matches may begin with anything.
    pub fn of(pattern: &Hir) -> Option<Self> {
        let found = Extractor::new().limit_total(MOST).extract(pattern);
        let literals: Vec<Vec<u8>> = found.literals()?.iter().map(|one| one.as_bytes().to_vec()).collect();
        let mut firsts = Box::new([false; 256]);
        for literal in &literals {
            firsts[usize::from(*literal.first()?)] = true;
        }
        Some(Self { literals, firsts })
    }

    /// The first place in `text` from the byte `from` on where a match may begin.
    pub fn next(&self, text: &str, from: usize) -> Option<usize> {
        let bytes = text.as_bytes();
        let begins = |at: &usize| {
            self.firsts[usize::from(bytes[*at])]
                && self.literals.iter().any(|literal| bytes[*at..].starts_with(literal))
        };
        (from..bytes.len()).find(begins)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use regex_syntax::ParserBuilder;

    fn beginnings(pattern: &str, any_case: bool) -> Option<Beginnings> {
        let parser = ParserBuilder::new().multi_line(true).case_insensitive(any_case).build().parse(pattern);
        Beginnings::of(&parser.expect("a pattern"))
    }

    #[test]
    fn matches_begin_only_where_a_beginning_stands() {
        let text = "Ministers met; the ministry’s minister said so. Straße, STRASSE.";
        let places = |pattern: &str, any_case: bool| {
            let beginnings = beginnings(pattern, any_case)?;
            let mut places = Vec::new();
            while let Some(at) = beginnings.next(text, places.last().map_or(0, |last| last + 1)) {
                places.push(at);
            }
            Some(places)
        };
        assert_eq!(places("minist(er|ry)", false), Some(vec![19, 32]));
        assert_eq!(places(r"\bminist\w+", true), Some(vec![0, 19, 32]));
        assert_eq!(places("[sS]tra(ß|SS)e", false), Some(vec![50]));
        assert_eq!(places("nowhere", false), Some(vec![]));
        for anything in [r"\w+ing", ".", "x?", "", "(a|b*)c?", "^", r"\p{L}x"] {
            assert_eq!(places(anything, false), None, "{anything}");
        }
    }
}

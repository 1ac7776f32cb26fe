//! What to look for: a word, a phrase, all forms of a word, or a beginning of one.

use std::fmt;
use std::ops::Range;

use super::stems::Stems;
use crate::language::Profile;
use crate::lexicon::WordLexicon;
use crate::text::normal_form;
use crate::tokens::{Tokens, stem_of};

/// One word of a query.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Pattern {
    /// This word, in any case: `missile`.
    Word(String),
    /// All inflected forms of this word: `[missile]`.
    Lemma(String),
    /// Every word that starts so: `miss*`.
    Prefix(String),
}

/// A sequence of words to be found one after the other.
///
/// Words stand apart by white space. A word in brackets stands for all its
/// inflected forms, a word with an asterisk for every word that starts so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Query(Vec<Pattern>);

/// What is wrong with a query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum QueryError {
    /// It has no word.
    Empty,
    /// A part that is neither a word, a word in brackets nor a beginning.
    BadPart {
        /// The part.
        part: String,
        /// Its offset in the query, in bytes.
        at: usize,
    },
}

impl fmt::Display for QueryError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => write!(f, "the query has no word"),
            Self::BadPart { part, at } => write!(
                f,
                "cannot read {part:?} at byte {at} of the query: write a word, [word] for all its forms, or wor* for a beginning"
            ),
        }
    }
}

impl std::error::Error for QueryError {}

impl Query {
    /// Reads a query.
    ///
    /// # Errors
    ///
    /// [`QueryError`] when it has no word or a part that cannot be read.
    ///
    /// ```
    /// use textlens::keywords::{Query, QueryError};
    /// assert!(Query::parse("north [missile] test*").is_ok());
    /// assert_eq!(Query::parse("  "), Err(QueryError::Empty));
    /// assert_eq!(Query::parse("a [b"), Err(QueryError::BadPart { part: "[b".into(), at: 2 }));
    /// ```
    pub fn parse(query: &str) -> Result<Self, QueryError> {
        let patterns: Result<Vec<Pattern>, QueryError> = query
            .split_whitespace()
            .map(|part| {
                let inner = part.strip_prefix('[').and_then(|rest| rest.strip_suffix(']'));
                let start = part.strip_suffix('*');
                let (word, pattern): (&str, fn(String) -> Pattern) = match (inner, start) {
                    (Some(word), _) => (word, Pattern::Lemma),
                    (None, Some(word)) => (word, Pattern::Prefix),
                    (None, None) => (part, Pattern::Word),
                };
                let readable = !word.is_empty() && !word.contains(['[', ']', '*']);
                readable.then(|| pattern(normal_form(word))).ok_or_else(|| QueryError::BadPart {
                    part: part.to_owned(),
                    // The part is a slice of the query.
                    at: part.as_ptr() as usize - query.as_ptr() as usize,
                })
            })
            .collect();
        let patterns = patterns?;
        if patterns.is_empty() { Err(QueryError::Empty) } else { Ok(Self(patterns)) }
    }

    /// Where the query matches, as ranges of tokens, in order and without
    /// overlap. Words of a match follow each other in one sentence with no mark between.
    pub fn find(
        &self,
        tokens: &Tokens<'_>,
        profile: Profile,
        lexicon: Option<&WordLexicon>,
    ) -> Vec<Range<usize>> {
        let stems = Stems::of(tokens);
        // Whether each word of the vocabulary matches each pattern: decided once a word.
        let matching: Vec<Vec<bool>> = self
            .0
            .iter()
            .map(|pattern| {
                let stem = match pattern {
                    Pattern::Lemma(word) => stems.find(&stem_of(word, profile, lexicon)),
                    Pattern::Word(_) | Pattern::Prefix(_) => None,
                };
                let matches = |(index, word): (usize, &crate::tokens::Word)| match pattern {
                    Pattern::Word(wanted) => word.text.to_lowercase() == *wanted,
                    Pattern::Prefix(start) => word.text.to_lowercase().starts_with(start),
                    Pattern::Lemma(_) => stem == Some(stems.of_word(index as u32)),
                };
                tokens.words.iter().enumerate().map(matches).collect()
            })
            .collect();
        let mut found = Vec::new();
        for sentence in &tokens.sentences {
            let mut at = sentence.tokens.start;
            while at + self.0.len() <= sentence.tokens.end {
                let words = &tokens.tokens[at..at + self.0.len()];
                let hit = words.iter().zip(&matching).all(|(token, matching)| {
                    tokens.is_word(token) && matching[tokens.surface(token).word as usize]
                });
                if hit {
                    found.push(at..at + self.0.len());
                }
                at += if hit { self.0.len() } else { 1 };
            }
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::profile;
    use crate::lexicon::Packs;

    fn find(text: &str, query: &str) -> Vec<String> {
        let (profile, lexicon) = (profile("en"), Packs::built_in().words("en"));
        let tokens = Tokens::new(text, profile, lexicon);
        let span = |range: Range<usize>| {
            let (first, last) = (tokens.tokens[range.start].span, tokens.tokens[range.end - 1].span);
            text[first.start as usize..last.end as usize].to_owned()
        };
        Query::parse(query).unwrap().find(&tokens, profile, lexicon).into_iter().map(span).collect()
    }

    #[test]
    fn words_lemmas_beginnings_and_phrases() {
        let text = "The US tests missiles. A missile was tested: testing, Missile tests. MISSILE’S test";
        assert_eq!(find(text, "missile"), ["missile", "Missile", "MISSILE’S"]);
        assert_eq!(find(text, "[missile]").len(), 4);
        assert_eq!(find(text, "[test]"), ["tests", "tested", "testing", "tests", "test"]);
        assert_eq!(find(text, "test*").len(), 5);
        assert_eq!(find(text, "missile [test]"), ["Missile tests", "MISSILE’S test"]);
        assert_eq!(find(text, "us"), ["US"]);
        assert_eq!(find(text, "missiles a"), [""; 0], "no match crosses a sentence");
    }

    #[test]
    fn matches_do_not_overlap() {
        assert_eq!(find("ha ha ha", "ha ha"), ["ha ha"]);
        assert_eq!(find("", "ha"), [""; 0]);
    }
}

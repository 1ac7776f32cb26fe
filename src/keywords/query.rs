//! What to look for: words, phrases, all forms of a word, wild cards, patterns.

use std::fmt;
use std::ops::Range;

use super::index::Index;
#[cfg(feature = "regex")]
use super::pattern::Pattern;
use super::places;
use super::steps::Steps;
use crate::language::Profile;
use crate::lexicon::WordLexicon;
use crate::text::Span;
use crate::tokens::Tokens;

#[derive(Clone, Debug)]
enum Kind {
    Words(Steps),
    #[cfg(feature = "regex")]
    Pattern(Pattern),
}

/// What to look for in a text.
///
/// - words to be found one after the other, whatever their case and accents: `john f. kennedy`. Marks that
///   join, abbreviate or quote words may stand in either and lack in the other (`U.S.`, `dr smith`); marks that
///   part them may stand in the text where the query has a mark (`leader, kim`); others must (`AT&T`, `50%`, `C++`).
///   In scripts without spaces between words, characters are found wherever they stand in a row;
/// - `[word]` for all inflected forms of a word;
/// - `*` for any letters of a word or none, `?` for one: `nucl*`, `wom?n`, `*`;
/// - `/pattern/` for a regular expression of crate `regex`, which sees the text as it
///   is written; `^` and `$` stand for the ends of lines, `/pattern/i` takes any case.
///   What begins with `/` is always one.
#[derive(Clone, Debug)]
pub struct Query(Kind);

/// A place that a query found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Match {
    /// The place.
    pub span: Span,
    /// The tokens that it is of or touches; at least one.
    pub tokens: Range<usize>,
}

/// What is wrong with a query. Offsets are bytes of the query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum QueryError {
    /// It has no word.
    Empty,
    /// A part that is neither a word, a word in brackets nor one with wild cards.
    BadPart {
        /// The part.
        part: String,
        /// Its offset.
        at: usize,
    },
    /// A regular expression that is none.
    BadPattern {
        /// What is wrong.
        what: String,
        /// Where.
        at: usize,
    },
    /// A regular expression that would take too much memory.
    TooBig,
    /// A regular expression where the build has none.
    NoPatterns,
}

impl QueryError {
    /// Where in the query it lies, in bytes, if at one place.
    pub fn at(&self) -> Option<usize> {
        match self {
            Self::BadPart { at, .. } | Self::BadPattern { at, .. } => Some(*at),
            Self::Empty | Self::TooBig | Self::NoPatterns => None,
        }
    }

    /// The same with its place, if it has one, in the units that `count` makes of bytes.
    pub fn counted(mut self, count: impl FnOnce(usize) -> usize) -> Self {
        match &mut self {
            Self::BadPart { at, .. } | Self::BadPattern { at, .. } => *at = count(*at),
            Self::Empty | Self::TooBig | Self::NoPatterns => {}
        }
        self
    }
}

impl fmt::Display for QueryError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => write!(f, "the query has no word"),
            Self::BadPart { part, at } => write!(
                f,
                "cannot read {part:?} at offset {at} of the query: write a word, [word] for all its forms, wor* for a beginning, or /pattern/"
            ),
            Self::BadPattern { what, at } => {
                write!(f, "the pattern is wrong at offset {at} of the query: {what}")
            }
            Self::TooBig => write!(f, "the pattern would take too much memory: make its repetitions smaller"),
            Self::NoPatterns => write!(f, "this build of textlens has no regular expressions"),
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
    /// assert_eq!(Query::parse("  ").unwrap_err(), QueryError::Empty);
    /// assert_eq!(Query::parse("a [b").unwrap_err(), QueryError::BadPart { part: "[b".into(), at: 2 });
    /// ```
    pub fn parse(query: &str) -> Result<Self, QueryError> {
        match slashed(query)? {
            Some((pattern, any_case, at)) => pattern_query(pattern, any_case, at),
            None => Steps::of(query).map(|steps| Self(Kind::Words(steps))),
        }
    }

    /// Where the query matches, in order and without overlap. Words of a match stand in one sentence.
    pub fn find(
        &self,
        tokens: &Tokens<'_>,
        index: &Index,
        profile: Profile,
        lexicon: Option<&WordLexicon>,
    ) -> Vec<Match> {
        match &self.0 {
            Kind::Words(steps) => places::find(steps, tokens, index, profile, lexicon),
            #[cfg(feature = "regex")]
            Kind::Pattern(pattern) => pattern.find(tokens),
        }
    }
}

/// The pattern between slashes, whether any case is meant, and the pattern's offset; `None` of a query
/// that does not begin with a slash.
fn slashed(query: &str) -> Result<Option<(&str, bool, usize)>, QueryError> {
    let start = query.len() - query.trim_start().len();
    let Some(rest) = query.trim().strip_prefix('/') else { return Ok(None) };
    let bad = |what: &str, at: usize| Err(QueryError::BadPattern { what: what.to_owned(), at });
    let Some((pattern, flags)) = rest.rsplit_once('/') else {
        return bad("no slash closes it", start);
    };
    match flags {
        "" | "i" => Ok(Some((pattern, flags == "i", start + 1))),
        _ => bad("only i, for any case, may follow the slash that closes it", start + pattern.len() + 2),
    }
}

#[cfg(feature = "regex")]
fn pattern_query(pattern: &str, any_case: bool, at: usize) -> Result<Query, QueryError> {
    Pattern::new(pattern, any_case, at).map(|pattern| Query(Kind::Pattern(pattern)))
}

#[cfg(not(feature = "regex"))]
fn pattern_query(_: &str, _: bool, _: usize) -> Result<Query, QueryError> {
    Err(QueryError::NoPatterns)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::profile;
    use crate::lexicon::Packs;

    fn find(text: &str, query: &str) -> Vec<String> {
        let (profile, lexicon) = (profile("en"), Packs::built_in().words("en"));
        let tokens = Tokens::new(text, profile, lexicon);
        let found = Query::parse(query).unwrap().find(&tokens, &Index::of(&tokens), profile, lexicon);
        found.into_iter().map(|place| place.span.of(text).to_owned()).collect()
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
        assert_eq!(find(text, "the * tests"), ["The US tests"]);
        assert_eq!(find(text, "t?sts"), ["tests", "tests"]);
        assert_eq!(find(text, "*ing"), ["testing"]);
        let text = "In both innings he was in; an inning is in it.";
        assert_eq!(find(text, "[innings]"), ["innings", "inning"], "*in* is a word of its own");
        assert_eq!(find(text, "[be]"), ["was", "is"]);
    }

    #[test]
    fn case_and_accents_are_folded() {
        let text = "Énergie nucléaire: ÉNERGIE, energie.";
        assert_eq!(find(text, "energie"), ["Énergie", "ÉNERGIE", "energie"]);
        assert_eq!(find(text, "Énergie nucl*"), ["Énergie nucléaire"]);
    }

    #[test]
    fn matches_do_not_overlap() {
        assert_eq!(find("ha ha ha", "ha ha"), ["ha ha"]);
        assert_eq!(find("", "ha"), [""; 0]);
    }

    #[cfg(feature = "regex")]
    #[test]
    fn patterns_see_the_text_as_it_is() {
        let text = "In 1950-53 and 1994.\nIn May";
        assert_eq!(find(text, "/[0-9]{4}/"), ["1950", "1994"]);
        assert_eq!(find(text, "/^in/i"), ["In", "In"]);
        assert_eq!(find(text, r"/\s+/"), [""; 0], "white space alone is nothing to show");
        assert_eq!(find(text, "/x*/"), [""; 0]);
    }

    #[test]
    fn what_begins_with_a_slash_is_a_pattern_or_an_error() {
        for (query, place, told) in [
            ("/war/g", 5, "only i"),
            (" /war/I", 6, "only i"),
            ("/usr/bin", 5, "only i"),
            ("/war", 0, "no slash"),
            (" /war i", 1, "no slash"),
            ("/", 0, "no slash"),
        ] {
            let Err(QueryError::BadPattern { what, at }) = Query::parse(query) else { panic!("{query}") };
            assert_eq!(at, place, "{query}");
            assert!(what.starts_with(told), "{query}: {what}");
        }
        assert!(Query::parse("and/or /x").is_ok());
    }

    #[cfg(feature = "regex")]
    #[test]
    fn a_bad_pattern_says_where() {
        let QueryError::BadPattern { what, at } = Query::parse(" /ab(c/").unwrap_err() else { panic!() };
        assert_eq!((at, &*what), (4, "unclosed group"));
        assert_eq!(Query::parse("/(a{1000}){1000}/").unwrap_err(), QueryError::TooBig);
        let moved = QueryError::TooBig.counted(|at| at + 1);
        assert_eq!(
            (moved.at(), QueryError::BadPattern { what, at }.counted(|at| at + 1).at()),
            (None, Some(5))
        );
    }
}

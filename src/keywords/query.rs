//! What to look for: words, phrases, all forms of a word, wild cards, patterns.

use std::fmt;
use std::ops::Range;

use super::index::{Index, fold};
#[cfg(feature = "regex")]
use super::pattern::Pattern;
use crate::language::Profile;
use crate::lexicon::WordLexicon;
use crate::text::{Span, normal_form};
use crate::tokens::{Tokens, stem_of};

/// One word of a query. Forms are folded.
#[derive(Clone, Debug, PartialEq, Eq)]
enum WordPattern {
    /// This word: `missile`.
    Word(String),
    /// All inflected forms of this word: `[missile]`.
    Lemma(String),
    /// Every word of this form, `*` for any letters and `?` for one: `nucl*`.
    Wild(Vec<char>),
}

#[derive(Clone, Debug)]
enum Kind {
    Words(Vec<WordPattern>),
    #[cfg(feature = "regex")]
    Pattern(Pattern),
}

/// What to look for in a text.
///
/// - words apart by white space, to be found one after the other, whatever their case and accents;
/// - `[word]` for all inflected forms of a word;
/// - `*` for any letters of a word or none, `?` for one: `nucl*`, `wom?n`, `*`;
/// - `/pattern/` for a regular expression of crate `regex`, which sees the text as it
///   is written; `^` and `$` stand for the ends of lines, `/pattern/i` takes any case.
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
}

impl fmt::Display for QueryError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => write!(f, "the query has no word"),
            Self::BadPart { part, at } => write!(
                f,
                "cannot read {part:?} at byte {at} of the query: write a word, [word] for all its forms, wor* for a beginning, or /pattern/"
            ),
            Self::BadPattern { what, at } => {
                write!(f, "the pattern is wrong at byte {at} of the query: {what}")
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
        if let Some((pattern, any_case, at)) = slashed(query) {
            return pattern_query(pattern, any_case, at);
        }
        let words: Result<Vec<WordPattern>, QueryError> = query
            .split_whitespace()
            .map(|part| {
                word_pattern(part).ok_or_else(|| QueryError::BadPart {
                    part: part.to_owned(),
                    // The part is a slice of the query.
                    at: part.as_ptr() as usize - query.as_ptr() as usize,
                })
            })
            .collect();
        let words = words?;
        if words.is_empty() { Err(QueryError::Empty) } else { Ok(Self(Kind::Words(words))) }
    }

    /// Where the query matches, in order and without overlap. Words of a match
    /// follow each other in one sentence with no mark between.
    pub fn find(
        &self,
        tokens: &Tokens<'_>,
        index: &Index,
        profile: Profile,
        lexicon: Option<&WordLexicon>,
    ) -> Vec<Match> {
        match &self.0 {
            Kind::Words(words) => find_words(words, tokens, index, profile, lexicon),
            #[cfg(feature = "regex")]
            Kind::Pattern(pattern) => pattern.find(tokens),
        }
    }
}

/// The pattern between slashes, whether any case is meant, and the pattern's offset.
fn slashed(query: &str) -> Option<(&str, bool, usize)> {
    let start = query.len() - query.trim_start().len();
    let rest = query.trim().strip_prefix('/')?;
    let (rest, any_case) =
        rest.strip_suffix("/i").map_or((rest.strip_suffix('/'), false), |rest| (Some(rest), true));
    Some((rest?, any_case, start + 1))
}

#[cfg(feature = "regex")]
fn pattern_query(pattern: &str, any_case: bool, at: usize) -> Result<Query, QueryError> {
    Pattern::new(pattern, any_case, at).map(|pattern| Query(Kind::Pattern(pattern)))
}

#[cfg(not(feature = "regex"))]
fn pattern_query(_: &str, _: bool, _: usize) -> Result<Query, QueryError> {
    Err(QueryError::NoPatterns)
}

fn word_pattern(part: &str) -> Option<WordPattern> {
    let brackets = ['[', ']'];
    if let Some(word) = part.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
        let readable = !word.is_empty() && !word.contains(brackets) && !word.contains(['*', '?']);
        return readable.then(|| WordPattern::Lemma(word.to_owned()));
    }
    if part.contains(brackets) {
        return None;
    }
    let folded = fold(part);
    Some(if part.contains(['*', '?']) {
        WordPattern::Wild(folded.chars().collect())
    } else {
        WordPattern::Word(folded)
    })
}

/// The words of the vocabulary that `pattern` stands for: decided once a word.
fn matching(
    pattern: &WordPattern,
    tokens: &Tokens<'_>,
    index: &Index,
    profile: Profile,
    lexicon: Option<&WordLexicon>,
) -> Vec<bool> {
    match pattern {
        WordPattern::Word(wanted) => index.folded().map(|form| form == wanted).collect(),
        WordPattern::Wild(wanted) => index.folded().map(|form| is_like(form, wanted)).collect(),
        WordPattern::Lemma(word) => {
            let normal = normal_form(word);
            let stem = fold(&stem_of(&normal, profile, lexicon));
            tokens.words.iter().map(|word| word.stem() == stem || fold(word.stem()) == stem).collect()
        }
    }
}

/// Whether `form` is like `wanted`, where `*` stands for any characters and `?` for one.
/// After a failure only the last `*` need take more: quadratic at worst, and forms are short.
fn is_like(form: &str, wanted: &[char]) -> bool {
    let (mut rest, mut at) = (form.chars(), 0);
    let mut last_star: Option<(std::str::Chars<'_>, usize)> = None;
    loop {
        if wanted.get(at) == Some(&'*') {
            at += 1;
            last_star = Some((rest.clone(), at));
            continue;
        }
        let here = rest.clone().next();
        let fits = match (here, wanted.get(at)) {
            (None, None) => return true,
            (Some(c), Some(&wanted)) => wanted == '?' || c == wanted,
            _ => false,
        };
        if fits {
            rest.next();
            at += 1;
            continue;
        }
        let Some((from, after)) = &mut last_star else { return false };
        if from.next().is_none() {
            return false;
        }
        (rest, at) = (from.clone(), *after);
    }
}

fn find_words(
    words: &[WordPattern],
    tokens: &Tokens<'_>,
    index: &Index,
    profile: Profile,
    lexicon: Option<&WordLexicon>,
) -> Vec<Match> {
    let wanted: Vec<Vec<bool>> =
        words.iter().map(|pattern| matching(pattern, tokens, index, profile, lexicon)).collect();
    // The rarest word of a phrase has the fewest places to look at.
    let count = |wanted: &[bool]| -> usize {
        let places = |(word, _): (usize, &bool)| index.places(word as u32).len();
        wanted.iter().enumerate().filter(|&(_, &wanted)| wanted).map(places).sum()
    };
    let Some(rarest) = (0..words.len()).min_by_key(|&word| count(&wanted[word])) else { return Vec::new() };
    let is = |token: usize, word: usize| {
        let token = &tokens.tokens[token];
        tokens.is_word(token) && wanted[word][tokens.surface(token).word as usize]
    };
    let mut found: Vec<Match> = Vec::new();
    for place in index.places_of(&wanted[rarest]) {
        let Some(start) = (place as usize).checked_sub(rarest) else { continue };
        let end = start + words.len();
        let apart = found.last().is_none_or(|last| last.tokens.end <= start);
        if apart
            && end <= tokens.tokens.len()
            && (0..words.len()).all(|word| is(start + word, word))
            && tokens.sentences[sentence_of(tokens, start)].tokens.end >= end
        {
            let span = tokens.across(start..end);
            found.push(Match { span, tokens: start..end });
        }
    }
    found
}

/// Index of the sentence of a token.
fn sentence_of(tokens: &Tokens<'_>, token: usize) -> usize {
    tokens.sentences.partition_point(|sentence| sentence.tokens.end <= token)
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
    }

    #[test]
    fn case_and_accents_are_folded() {
        let text = "Énergie nucléaire: ÉNERGIE, energie.";
        assert_eq!(find(text, "energie"), ["Énergie", "ÉNERGIE", "energie"]);
        assert_eq!(find(text, "Énergie nucl*"), ["Énergie nucléaire"]);
    }

    #[test]
    fn wild_cards_take_what_they_must() {
        for (form, wanted, expected) in [
            ("", "*", true),
            ("abcabd", "*abd", true),
            ("abcabd", "a*b?", true),
            ("abc", "a*d", false),
            ("été", "?t?", true),
            ("aaaaaaaaaaaaaaaaaaaaaaaab", "*a*a*a*a*c", false),
        ] {
            assert_eq!(is_like(form, &wanted.chars().collect::<Vec<_>>()), expected, "{form} {wanted}");
        }
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

    #[cfg(feature = "regex")]
    #[test]
    fn a_bad_pattern_says_where() {
        let QueryError::BadPattern { what, at } = Query::parse(" /ab(c/").unwrap_err() else { panic!() };
        assert_eq!((at, &*what), (4, "unclosed group"));
        assert_eq!(Query::parse("/(a{1000}){1000}/").unwrap_err(), QueryError::TooBig);
    }
}

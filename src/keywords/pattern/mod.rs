//! Regular expressions over the text: each search is linear in it for any pattern, and all together for those whose
//! states need not be given up ([`dfa`]).
//!
//! Patterns are read by the parser of crate `regex` and mean what they mean there. Its engines would be another 35 KB of
//! brotli in the module that a page loads, and without their performance features, which are more again, take up to fifteen
//! times as long as the automata here, which do less: no captures, no bytes that are no text.

mod alphabet;
mod automaton;
mod dfa;
mod nfa;

use regex_syntax::ParserBuilder;

use super::query::{Match, QueryError};
use crate::text::Span;
use crate::tokens::{Token, Tokens};
use automaton::{Automaton, Search};

/// A compiled regular expression.
#[derive(Clone, Debug)]
pub struct Pattern(Box<Automaton>);

impl Pattern {
    /// Compiles `pattern`, which stands `at` a byte of the query.
    ///
    /// # Errors
    ///
    /// [`QueryError::BadPattern`] with what is wrong and where, [`QueryError::TooBig`].
    pub fn new(pattern: &str, any_case: bool, at: usize) -> Result<Self, QueryError> {
        let parser = ParserBuilder::new().multi_line(true).case_insensitive(any_case).build().parse(pattern);
        let parsed = parser.map_err(|error| {
            let (what, place) = match &error {
                regex_syntax::Error::Parse(error) => (error.kind().to_string(), error.span().start.offset),
                regex_syntax::Error::Translate(error) => {
                    (error.kind().to_string(), error.span().start.offset)
                }
                error => (error.to_string(), 0),
            };
            QueryError::BadPattern { what, at: at + place }
        })?;
        Automaton::of(&parsed).map(|automaton| Self(Box::new(automaton))).ok_or(QueryError::TooBig)
    }

    /// Every match that touches a token, in order.
    pub fn find(&self, tokens: &Tokens<'_>) -> Vec<Match> {
        let all = &tokens.tokens;
        let mut first = 0;
        let mut found = Vec::new();
        for span in self.spans(tokens.text) {
            let begun = count_while(&all[first..], |token| token.start <= span.start);
            first += begun;
            if begun > 0 && tokens.span(&all[first - 1]).end > span.start {
                first -= 1;
            }
            let count = count_while(&all[first..], |token| token.start < span.end);
            if count > 0 {
                found.push(Match { span, tokens: first..first + count });
            }
        }
        found
    }

    /// Every match that is not empty, in order.
    fn spans<'t>(&'t self, text: &'t str) -> impl Iterator<Item = Span> + 't {
        let mut search = Search::new(&self.0);
        let mut from = 0;
        std::iter::from_fn(move || {
            loop {
                let found = search.find(text, from)?;
                from = found.end;
                if !found.is_empty() {
                    return Some(Span::new(found.start, found.end));
                }
                from += text[from..].chars().next()?.len_utf8();
            }
        })
    }
}

/// How many tokens from the first on are `wanted`, which none after another is.
fn count_while(tokens: &[Token], wanted: impl Fn(&Token) -> bool) -> usize {
    const BLOCK: usize = 64;
    let is_all = |block: &&[Token]| block.last().is_some_and(&wanted);
    let passed = tokens.len().min(BLOCK * tokens.chunks(BLOCK).take_while(is_all).count());
    passed + tokens[passed..].iter().take_while(|token| wanted(token)).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_match_is_left_out() {
        let texts = [
            "",
            "a",
            "Ministers of the ministry, a minister; MINISTRY.\nadminister",
            "aaab aab ab b\nßs Straße k\u{212a}K",
            "日本の大臣、大臣官房",
            "the 12th and the 21st;1st\n3rd 4TH é5th éé\u{301}nd 5th-6th",
            "going on\r\nsinging ringing.\ning",
            "éß and éab: “a” ‘b’ ‛c—d– …e",
            "a1a日",
            "HE SAID; she said, \u{17f}aid 'shesaid' said-aid",
        ];
        let patterns = [
            "minist(er|ry)",
            r"\bminist\w*",
            "(?m)^a+",
            "a|aab|b$",
            "a*b?",
            "a*",
            "ab|",
            "大臣(官房)?",
            "k",
            "stra(ss|ß)e",
            r"\w+",
            "[0-9]+(th|st)",
            r"\b[0-9]+(th|st)\b",
            r"\w+ing\b",
            r"\w+ing$",
            "(?m)^.*ing$",
            r"[^a-z\s]+",
            "[a&&b]|é+.",
            r"(ing|on)\s+\w",
            "ing\\z",
            r"\B.\B",
            "(|a)b?",
            "[a-z]+(st;|b)?1[a-z]*",
            "(.*ing.*)+",
            r"(?-u:\b)n\w",
            "é[a-z]*",
            "(“|‘)[a-z]*",
            r"[^“]*”",
            r"\w*—\w*",
            "ß|é",
            r"[^a]*\b",
            "(he|she) said",
            "[sS][aA]id",
            "'[a-z]+[aA]i+d'",
            "…?e",
            "[a-z]*é?",
        ];
        for (pattern, any_case) in patterns.into_iter().flat_map(|one| [(one, false), (one, true)]) {
            for text in texts {
                assert_eq!(
                    found(pattern, any_case, text),
                    all(pattern, any_case, text),
                    "{pattern:?} in {text:?}"
                );
            }
        }
    }

    /// What is found, and what the crate finds by itself.
    fn found(pattern: &str, any_case: bool, text: &str) -> Vec<Span> {
        Pattern::new(pattern, any_case, 0).expect("a pattern").spans(text).collect()
    }

    fn all(pattern: &str, any_case: bool, text: &str) -> Vec<Span> {
        let built = regex::RegexBuilder::new(pattern).multi_line(true).case_insensitive(any_case).build();
        let regex = built.expect("a pattern");
        let all = regex.find_iter(text).filter(|place| !place.is_empty());
        all.map(|place| Span::new(place.start(), place.end())).collect()
    }

    #[test]
    fn states_are_given_up_when_they_are_many() {
        let text = "abbabaababbbaab".repeat(100) + &"ba".repeat(40) + " x";
        let pattern = "[ab]*?a[ab]{12}b ?x?";
        assert_eq!(found(pattern, false, &text), all(pattern, false, &text));
        let letters: String = ('a'..='z').chain('а'..='я').chain('一'..='十').collect();
        assert_eq!(found(&letters, false, &letters.repeat(2)).len(), 2);
        let words = vec!["abcdefghi"; 900].join("|");
        assert_eq!(found(&format!("{words}|{letters}"), false, "abcdefghi").len(), 1);
        assert_eq!(Pattern::new("(a{100}){101}", false, 0).unwrap_err(), QueryError::TooBig);
        // All but each of so many characters: too many sets have each letter.
        let but_one = |count| ('一'..).take(count).map(|c| format!("[^{c}]")).collect::<String>();
        assert_eq!(Pattern::new(&but_one(9000), false, 0).unwrap_err(), QueryError::TooBig);
        assert_eq!(found(&but_one(300), false, &"一".repeat(301)).len(), 0);
        assert_eq!(found(&but_one(300), false, &"丁".repeat(301)).len(), 0);
        assert_eq!(found(&but_one(300), false, &"a".repeat(601)).len(), 2);
    }

    #[test]
    fn what_was_searched_in_vain_is_not_searched_again() {
        // From each letter to the end of the text, these would take minutes.
        let text = "a".repeat(1 << 18);
        for pattern in ["a*b|a", "(aa)*b|a", "(a|é)*b|(aaa)*c|a", "(?s).*b|."] {
            assert_eq!(found(pattern, false, &text).len(), text.len(), "{pattern}");
        }
        let text = "é".repeat(1 << 16);
        assert_eq!(found("(éé)*b|é", false, &text).len(), 1 << 16);
    }

    /// proptest is not made for wasm.
    #[cfg(not(target_arch = "wasm32"))]
    mod of_any_pattern {
        use proptest::collection::vec;
        use proptest::prelude::*;
        use proptest::sample::select;

        use super::*;

        proptest! {
            #[test]
            fn the_matches_of_any_pattern_are_those_of_the_crate(
                parts in vec((select(ATOMS), select(COUNTS)), 1..7),
                text in vec(select(TEXTS), 0..20),
                any_case: bool,
            ) {
                let pattern: String = parts.into_iter().flat_map(|(atom, count)| [atom, count]).collect();
                let text = text.concat();
                prop_assert_eq!(found(&pattern, any_case, &text), all(&pattern, any_case, &text), "{:?}", pattern);
            }
        }

        const ATOMS: &[&str] = &[
            "a",
            "b",
            "ab",
            "é",
            "ß",
            "“",
            " ",
            "日",
            "[a-z]",
            "[^a]",
            r"\w",
            r"\W",
            ".",
            "(a|é)",
            "(ab?|ß-)",
            "(a*?|b)",
            "(|ab)",
            "(ab|a)(b|)",
            "((a|b)*?b|é+)",
            "(a*b|a)",
            r"(\w+ )",
            r"\b",
            r"\B",
            r"\b{start}",
            r"\b{end-half}",
            r"\d",
            "^",
            "$",
            r"\A",
            r"\z",
            "(?R)$",
            r"(?-u:\b)",
            r"(?-u:\b{start})",
            "𝒳",
        ];

        const COUNTS: &[&str] =
            &["", "", "", "*", "+", "?", "{2}", "{1,2}", "{2,}", "{0,2}?", "*?", "+?", "??", "|"];

        const TEXTS: &[&str] =
            &["a", "b", "é", "ß", " ", "“", "a1", "-", "\n", "\r\n", "\r", "日", "k", "e\u{301}", "𝒳", "ab"];
    }
}

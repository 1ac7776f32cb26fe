//! Regular expressions over the text, by crate `regex`: linear in the text for any pattern.

use std::ops::Range;

use regex::{Regex, RegexBuilder};
use regex_syntax::ParserBuilder;

use super::index::Index;
use super::query::{Match, QueryError};
use super::stretches::Stretches;
use super::word_patterns::{Joined, lies_in_words};
use crate::text::Span;
use crate::tokens::{Surface, Tokens};

/// A compiled regular expression.
#[derive(Clone, Debug)]
pub struct Pattern {
    regex: Regex,
    stretches: Stretches,
    lies_in_words: bool,
}

impl Pattern {
    /// Compiles `pattern`, which stands `at` a byte of the query.
    ///
    /// # Errors
    ///
    /// [`QueryError::BadPattern`] with what is wrong and where, [`QueryError::TooBig`].
    pub fn new(pattern: &str, any_case: bool, at: usize) -> Result<Self, QueryError> {
        // The errors of `regex` are drawn for a terminal; its parser says what and where.
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
        let compiled = RegexBuilder::new(pattern).multi_line(true).case_insensitive(any_case).build();
        let regex = compiled.map_err(|_| QueryError::TooBig)?;
        Ok(Self { regex, stretches: Stretches::of(&parsed), lies_in_words: lies_in_words(&parsed) })
    }

    /// Every match that touches a token, in order. `index` is that of `tokens`.
    pub fn find(&self, tokens: &Tokens<'_>, index: &Index) -> Vec<Match> {
        let mut found = Vec::new();
        if self.lies_in_words {
            self.find_in_words(tokens, index.joined(tokens), &mut found);
        } else {
            self.find_among(tokens, 0..tokens.tokens.len(), 0..tokens.text.len(), &mut found);
        }
        found
    }

    /// The same for a pattern that lies in words: each form is searched once.
    fn find_in_words(&self, tokens: &Tokens<'_>, joined: &[Joined], found: &mut Vec<Match>) {
        let mut spans: Vec<Span> = Vec::new();
        let of_surface = |surface: &Surface<'_>| {
            let start = spans.len();
            spans.extend(self.spans(surface.text, 0..surface.text.len()));
            start..spans.len()
        };
        // By surface: where its matches stand in `spans`.
        let known: Vec<Range<usize>> = tokens.surfaces.iter().map(of_surface).collect();
        let alone = |from: usize, to: usize, found: &mut Vec<Match>| {
            for (at, token) in (from..).zip(&tokens.tokens[from..to]) {
                found.extend(spans[known[token.surface as usize].clone()].iter().map(|span| Match {
                    span: Span { start: token.start + span.start, end: token.start + span.end },
                    tokens: at..at + 1,
                }));
            }
        };
        let mut from = 0;
        for Joined { tokens: together, bytes } in joined {
            alone(from, together.start, found);
            self.find_among(tokens, together.clone(), bytes.clone(), found);
            from = together.end;
        }
        alone(from, tokens.tokens.len(), found);
    }

    /// Every match in `within`, a part of the text in bytes, that touches one of `among`.
    fn find_among(
        &self,
        tokens: &Tokens<'_>,
        among: Range<usize>,
        within: Range<usize>,
        found: &mut Vec<Match>,
    ) {
        let all = &tokens.tokens[..among.end];
        let mut first = among.start;
        for span in self.spans(tokens.text, within) {
            first += all[first..].partition_point(|token| tokens.span(token).end <= span.start);
            let count = all[first..].partition_point(|token| token.start < span.end);
            if count > 0 {
                found.push(Match { span, tokens: first..first + count });
            }
        }
    }

    /// Every match in `within` that is not empty, in order.
    fn spans<'t>(&'t self, text: &'t str, within: Range<usize>) -> impl Iterator<Item = Span> + 't {
        // What was looked at, and where the stretch ends that is.
        let (mut from, mut end) = (within.start, within.start);
        let part = &text[..within.end];
        std::iter::from_fn(move || {
            loop {
                let begin = self.stretches.begin(part, from)?;
                if begin >= end {
                    match self.stretches.end(part, begin) {
                        Ok(place) => end = place,
                        Err(stop) => {
                            from = stop;
                            continue;
                        }
                    }
                }
                // With the character after it, for what looks ahead; no match has it.
                let after = text[end..].chars().next().map_or(0, char::len_utf8);
                let found = self.regex.find_at(&text[..end + after], begin);
                // Nothing stands at the end of what is looked at but where the text was cut.
                let Some(found) = found.filter(|found| found.start() < end) else {
                    from = end;
                    continue;
                };
                from = found.end();
                if !found.is_empty() {
                    return Some(Span::new(found.start(), found.end()));
                }
                from += part[from..].chars().next()?.len_utf8();
            }
        })
    }
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
        Pattern::new(pattern, any_case, 0).expect("a pattern").spans(text, 0..text.len()).collect()
    }

    fn all(pattern: &str, any_case: bool, text: &str) -> Vec<Span> {
        let pattern = Pattern::new(pattern, any_case, 0).expect("a pattern");
        let all = pattern.regex.find_iter(text).filter(|place| !place.is_empty());
        all.map(|place| Span::new(place.start(), place.end())).collect()
    }

    #[test]
    fn each_form_is_seen_but_once() {
        let text = "Going, going: sing-ing ‘ing’ ingoing. 5kg singing5 x_ing, e\u{301}ting \u{301}ing naïving \
                    日本ing, 日本語のing。 thinging\u{200d}ing U.S.ing don’t inging; K\u{212a}ing ‿ing\u{301} \
                    \u{301} a\u{ad}ing singing";
        let tokens = Tokens::new(text, crate::language::profile("en"), None);
        let patterns = [
            (r"\w+ing\b", true),
            (r"\b\w+", true),
            ("ing", true),
            (r"(k|n)*ing\B\w?", true),
            (r"i\w??", true),
            ("[a-z]{2}|[0-9]", true),
            ("[ïé]|", true),
            (r"^\w+", false),
            (r"\w+ing$", false),
            (r"g\W?", false),
            (r"(?-u:\b)ing", false),
            ("sing-ing", false),
            ("[^a]ing", false),
        ];
        for (pattern, lies_in_words) in patterns {
            let pattern = Pattern::new(pattern, true, 0).expect("a pattern");
            assert_eq!(pattern.lies_in_words, lies_in_words, "{pattern:?}");
            let mut all = Vec::new();
            pattern.find_among(&tokens, 0..tokens.tokens.len(), 0..text.len(), &mut all);
            assert_eq!(pattern.find(&tokens, &Index::of(&tokens)), all, "{pattern:?}");
            assert!(!all.is_empty());
        }
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
            fn no_match_of_any_pattern_is_left_out(
                parts in vec((select(ATOMS), select(&["", "", "", "*", "+", "?", "{2}", "*?", "|"][..])), 1..6),
                text in vec(select(&["a", "b", "é", "ß", " ", "“", "a1", "-", "\n", "日", "k", "e\u{301}"][..]), 0..16),
                any_case: bool,
            ) {
                let pattern: String = parts.into_iter().flat_map(|(atom, count)| [atom, count]).collect();
                let text = text.concat();
                prop_assert_eq!(found(&pattern, any_case, &text), all(&pattern, any_case, &text), "{:?}", pattern);
                let pattern = Pattern::new(&pattern, any_case, 0).expect("a pattern");
                let tokens = Tokens::new(&text, crate::language::profile("en"), None);
                let mut among = Vec::new();
                pattern.find_among(&tokens, 0..tokens.tokens.len(), 0..text.len(), &mut among);
                prop_assert_eq!(pattern.find(&tokens, &Index::of(&tokens)), among);
            }
        }

        const ATOMS: &[&str] = &[
            "a",
            "b",
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
            r"\b",
            r"\B",
            r"\d",
            "^",
            "$",
            r"(?-u:\b)",
        ];
    }
}

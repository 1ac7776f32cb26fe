//! Regular expressions over the text, by crate `regex`: linear in the text for any pattern.

use regex::{Regex, RegexBuilder};
use regex_syntax::ParserBuilder;

use super::query::{Match, QueryError};
use super::stretches::Stretches;
use crate::text::Span;
use crate::tokens::Tokens;

/// A compiled regular expression.
#[derive(Clone, Debug)]
pub struct Pattern {
    regex: Regex,
    stretches: Stretches,
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
        Ok(Self { regex, stretches: Stretches::of(&parsed) })
    }

    /// Every match that touches a token, in order.
    pub fn find(&self, tokens: &Tokens<'_>) -> Vec<Match> {
        let mut first = 0;
        let mut found = Vec::new();
        for span in self.spans(tokens.text) {
            let all = &tokens.tokens;
            first += all[first..].partition_point(|token| tokens.span(token).end <= span.start);
            let count = all[first..].partition_point(|token| token.start < span.end);
            if count > 0 {
                found.push(Match { span, tokens: first..first + count });
            }
        }
        found
    }

    /// Every match that is not empty, in order.
    fn spans<'t>(&'t self, text: &'t str) -> impl Iterator<Item = Span> + 't {
        // What was looked at, and where the stretch ends that is.
        let (mut from, mut end) = (0, 0);
        std::iter::from_fn(move || {
            loop {
                let begin = self.stretches.begin(text, from)?;
                if begin >= end {
                    match self.stretches.end(text, begin) {
                        Ok(place) => end = place,
                        Err(stop) => {
                            from = stop;
                            continue;
                        }
                    }
                }
                // With the character after it, for what looks ahead; no match has it.
                let after = text[end..].chars().next().map_or(0, char::len_utf8);
                let Some(found) = self.regex.find_at(&text[..end + after], begin) else {
                    from = end;
                    continue;
                };
                from = found.end();
                if !found.is_empty() {
                    return Some(Span::new(found.start(), found.end()));
                }
                from += text[from..].chars().next()?.len_utf8();
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
        ];
        for (pattern, any_case) in patterns.into_iter().flat_map(|one| [(one, false), (one, true)]) {
            let pattern = Pattern::new(pattern, any_case, 0).expect("a pattern");
            for text in texts {
                let all = pattern.regex.find_iter(text).filter(|place| !place.is_empty());
                let all: Vec<Span> = all.map(|place| Span::new(place.start(), place.end())).collect();
                assert_eq!(pattern.spans(text).collect::<Vec<_>>(), all, "{pattern:?} in {text:?}");
            }
        }
    }
}

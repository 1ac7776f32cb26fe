//! Regular expressions over the text, by crate `regex`: linear in the text for any pattern.

use regex::{Regex, RegexBuilder};
use regex_syntax::ParserBuilder;

use super::beginnings::Beginnings;
use super::query::{Match, QueryError};
use crate::text::Span;
use crate::tokens::Tokens;

/// A compiled regular expression.
#[derive(Clone, Debug)]
pub struct Pattern {
    regex: Regex,
    beginnings: Option<Beginnings>,
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
        Ok(Self { regex, beginnings: Beginnings::of(&parsed) })
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
        let mut from = 0;
        std::iter::from_fn(move || {
            loop {
                if let Some(beginnings) = &self.beginnings {
                    // The crate without its performance features looks at every byte, and slowly.
                    from = beginnings.next(text, from)?;
                }
                let found = self.regex.find_at(text, from)?;
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
    fn beginnings_leave_no_match_out() {
        let texts = [
            "",
            "a",
            "Ministers of the ministry, a minister; MINISTRY.\nadminister",
            "aaab aab ab b\nßs Straße k\u{212a}K",
            "日本の大臣、大臣官房",
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

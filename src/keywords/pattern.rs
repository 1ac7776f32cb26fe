//! Regular expressions over the text, by crate `regex`: linear in the text for any pattern.

use regex::{Regex, RegexBuilder};
use regex_syntax::ParserBuilder;

use super::query::{Match, QueryError};
use crate::text::Span;
use crate::tokens::Tokens;

/// A compiled regular expression.
#[derive(Clone, Debug)]
pub struct Pattern(Regex);

impl Pattern {
    /// Compiles `pattern`, which stands `at` a byte of the query.
    ///
    /// # Errors
    ///
    /// [`QueryError::BadPattern`] with what is wrong and where, [`QueryError::TooBig`].
    pub fn new(pattern: &str, any_case: bool, at: usize) -> Result<Self, QueryError> {
        // The errors of `regex` are drawn for a terminal; its parser says what and where.
        ParserBuilder::new().multi_line(true).build().parse(pattern).map_err(|error| {
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
        compiled.map(Self).map_err(|_| QueryError::TooBig)
    }

    /// Every match that touches a token, in order.
    pub fn find(&self, tokens: &Tokens<'_>) -> Vec<Match> {
        let mut first = 0;
        let mut found = Vec::new();
        for place in self.0.find_iter(tokens.text).filter(|place| !place.is_empty()) {
            let span = Span::new(place.start(), place.end());
            let all = &tokens.tokens;
            first += all[first..].partition_point(|token| tokens.span(token).end <= span.start);
            let count = all[first..].partition_point(|token| token.start < span.end);
            if count > 0 {
                found.push(Match { span, tokens: first..first + count });
            }
        }
        found
    }
}

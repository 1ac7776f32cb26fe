//! What a grammar finds: times, durations, money, percentages, quantities,
//! ordinals, cardinals, relative dates, addresses of the web, of mail, handles.
//!
//! The grammar reads tokens and needs no pack. Digits, signs and addresses are
//! read in any language; words for numbers and units in English only, where
//! alone they mean what they say (*ten* is a preposition in Dutch).

mod addresses;
mod amounts;
mod classes;
mod numbers;
mod times;

use super::{EntityType, Mention};
use crate::text::Span;
use crate::tokens::{Token, Tokens};
use classes::Class;

/// The patterns in `tokens`, in order, none overlapping another.
pub(super) fn patterns(tokens: &Tokens<'_>, english: bool) -> Vec<Mention> {
    let classes: Vec<Class> = tokens
        .surfaces
        .iter()
        .map(|surface| classes::class(surface, &tokens.words[surface.word as usize].text, english))
        .collect();
    let mut found = Vec::new();
    for sentence in &tokens.sentences {
        let grammar =
            Grammar { document: tokens, tokens: &tokens.tokens[sentence.tokens.clone()], classes: &classes };
        let mut at = 0;
        while at < grammar.tokens.len() {
            if grammar.class(at) == Class::Other {
                at += 1;
                continue;
            }
            match grammar.pattern(at) {
                Some((range, kind)) => {
                    let span = grammar.span(range.start, range.end);
                    at = range.end.max(at + 1);
                    if found.last().is_none_or(|last: &Mention| last.span.end <= span.start) {
                        found.push(Mention::sure(span, kind));
                    }
                }
                None => at += 1,
            }
        }
    }
    found
}

/// What a rule found: tokens, and their type.
type Found = (std::ops::Range<usize>, EntityType);

/// The tokens of a sentence, with the class of each form of the text.
struct Grammar<'a> {
    document: &'a Tokens<'a>,
    /// Those of the sentence.
    tokens: &'a [Token],
    classes: &'a [Class],
}

impl Grammar<'_> {
    /// The pattern that begins at a token, or has its sign there.
    fn pattern(&self, at: usize) -> Option<Found> {
        if let Class::Address = self.class(at) {
            return self.address(at);
        }
        let kind = |end: usize, kind| (at..end, kind);
        self.money(at)
            .or_else(|| self.time(at).map(|end| kind(end, EntityType::Time)))
            .or_else(|| self.relative_date(at).map(|end| kind(end, EntityType::Date)))
            .or_else(|| self.measured(at))
            .or_else(|| self.ordinal(at).map(|end| kind(end, EntityType::Ordinal)))
    }

    fn class(&self, at: usize) -> Class {
        self.tokens.get(at).map_or(Class::Other, |token| self.classes[token.surface as usize])
    }

    fn word(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |token| self.document.surface(token).text)
    }

    fn is(&self, at: usize, word: &str) -> bool {
        self.word(at).eq_ignore_ascii_case(word)
    }

    /// Whether nothing stands between a token and the one before.
    fn joined(&self, at: usize) -> bool {
        at > 0 && at < self.tokens.len() && self.end(at - 1) == self.tokens[at].start
    }

    fn span(&self, start: usize, end: usize) -> Span {
        Span { start: self.tokens[start].start, end: self.end(end - 1) }
    }

    /// Where a token ends.
    fn end(&self, at: usize) -> u32 {
        self.document.span(&self.tokens[at]).end
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entities::EntityType::*;
    use crate::language::profile;

    pub(super) fn found(text: &str) -> Vec<(&str, EntityType)> {
        let tokens = Tokens::new(text, profile("en"), None);
        patterns(&tokens, true).into_iter().map(|mention| (mention.span.of(text), mention.kind)).collect()
    }

    #[test]
    fn other_languages_have_digits_and_signs_only() {
        let text = "Zij gaan ten huize van 12 man, 5 % van €3,50.";
        let tokens = Tokens::new(text, profile("nl"), None);
        let all: Vec<_> =
            patterns(&tokens, false).iter().map(|found| (found.span.of(text), found.kind)).collect();
        assert_eq!(all, [("12", Cardinal), ("5 %", Percentage), ("€3,50", Money)]);
    }

    #[test]
    fn long_lines_of_numbers_take_linear_time() {
        for text in ["five ", "1:", "$", "5 to ", "@", "hundred and ", "a.", "http://"] {
            let text = text.repeat(20_000);
            let all = found(&text);
            assert!(all.windows(2).all(|pair| pair[0].0.as_ptr() < pair[1].0.as_ptr()));
        }
    }
}

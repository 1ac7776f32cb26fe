//! The passive voice: a form of *to be* and a participle, with adverbs between them.

use super::marked::{Marked, has_ending};
use crate::lexicon::Marks;
use crate::text::Span;

/// Words between the auxiliary and the participle, at most.
const BETWEEN: usize = 4;

/// Every passive, from its auxiliary to its participle.
pub fn passives(text: &Marked<'_>) -> Vec<Span> {
    let mut found = Vec::new();
    for sentence in &text.tokens.sentences {
        let mut at = sentence.tokens.start;
        while at < sentence.tokens.end {
            let end = sentence.tokens.end;
            let participle = text.has(at, Marks::BE).then(|| participle_after(text, at, end)).flatten();
            // *there were reported losses* is none.
            let there = at > sentence.tokens.start && text.word(at - 1) == "there";
            match participle.filter(|_| !there) {
                Some(participle) => {
                    found.push(text.span(at, participle));
                    at = participle + 1;
                }
                None => at += 1,
            }
        }
    }
    found
}

/// The participle that the auxiliary at `at` governs.
fn participle_after(text: &Marked<'_>, at: usize, end: usize) -> Option<usize> {
    let near = at + 1..end.min(at + 2 + BETWEEN);
    for next in near {
        // *is said to be used*: the later auxiliary governs it.
        if text.has(next, Marks::BE) {
            return None;
        }
        if is_participle(text, next) {
            let adjective = text.has(next, Marks::BEFORE_TO) && next + 1 < end && text.word(next + 1) == "to";
            return (!adjective).then_some(next);
        }
        if !text.has(next, Marks::BETWEEN) && !text.ends_as_adverb(next) {
            return None;
        }
    }
    None
}

/// Whether the token at `at` looks like a past participle that is no adjective.
pub fn is_participle(text: &Marked<'_>, at: usize) -> bool {
    let is_regular = || has_ending(text.word(at), "ed") && !text.has(at, Marks::ADJECTIVAL);
    text.is_lower(at) && (text.has(at, Marks::PARTICIPLE) || is_regular())
}

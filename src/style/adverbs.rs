//! Adverbs of manner in *-ly*, and adverbs of degree that add little.

use super::marked::Marked;
use crate::lexicon::Marks;
use crate::text::Span;

/// Every adverb in *-ly* that says how something is done.
pub fn adverbs(text: &Marked<'_>) -> Vec<Span> {
    let none = [Marks::NO_ADVERB, Marks::INTENSIFIER, Marks::HEDGE];
    where_word(text, |at, starts| {
        text.ends_as_adverb(at)
            && !none.iter().any(|&marks| text.has(at, marks))
            && (starts || text.is_lower(at))
    })
}

/// Every intensifier, but *the very end*.
pub fn intensifiers(text: &Marked<'_>) -> Vec<Span> {
    where_word(text, |at, starts| {
        text.has(at, Marks::INTENSIFIER)
            && (starts
                || text.is_lower(at)
                    && !matches!(
                        text.word(at - 1),
                        "the"
                            | "this"
                            | "that"
                            | "these"
                            | "those"
                            | "his"
                            | "her"
                            | "its"
                            | "their"
                            | "my"
                            | "your"
                            | "our"
                    ))
    })
}

/// The tokens that `holds`, which is told whether one starts a sentence.
fn where_word(text: &Marked<'_>, holds: impl Fn(usize, bool) -> bool) -> Vec<Span> {
    let mut found = Vec::new();
    for sentence in &text.tokens.sentences {
        for at in sentence.tokens.clone() {
            if holds(at, at == sentence.tokens.start) {
                found.push(text.span(at, at));
            }
        }
    }
    found
}

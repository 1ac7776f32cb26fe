//! Adverbs of manner in *-ly*, and adverbs of degree that add little.

use super::marked::Marked;
use crate::lexicon::Marks;
use crate::text::Span;

/// Every adverb in *-ly* that says how something is done.
pub fn adverbs(text: &Marked<'_>) -> Vec<Span> {
    let none = [Marks::NO_ADVERB, Marks::INTENSIFIER, Marks::HEDGE];
    where_word(text, |at, starts| {
        ends_as_adverb(text.word(at))
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

/// Whether a word ends as an adverb of manner does.
pub fn ends_as_adverb(word: &str) -> bool {
    word.len() > 4 && word.ends_with("ly") && !word.contains('-')
}

/// The tokens that `holds`, which is told whether one starts a sentence.
fn where_word(text: &Marked<'_>, holds: impl Fn(usize, bool) -> bool) -> Vec<Span> {
    let sentences = text.tokens.sentences.iter();
    sentences
        .flat_map(|sentence| sentence.tokens.clone().map(|at| (at, at == sentence.tokens.start)))
        .filter(|&(at, starts)| holds(at, starts))
        .map(|(at, _)| text.span(at, at))
        .collect()
}

//! Adverbs of manner in *-ly*, and adverbs of degree that add little.

use super::marked::Marked;
use super::passive::is_participle;
use crate::lexicon::Marks;
use crate::text::Span;

/// Every adverb in *-ly* that says how something is done.
pub fn adverbs(text: &Marked<'_>) -> Vec<Span> {
    let none = [Marks::NO_ADVERB, Marks::INTENSIFIER, Marks::HEDGE];
    where_word(text, |at, starts, end| {
        let of_manner = || match after(text, at, end) {
            After::Nothing => !starts,
            After::Participle => true,
            After::Grammar | After::Other => false,
        };
        text.ends_as_adverb(at)
            && (!none.iter().any(|&marks| text.has(at, marks)) || text.has(at, Marks::MANNER) && of_manner())
            && (starts || text.is_lower(at))
    })
}

/// Every intensifier, but *the very end*.
pub fn intensifiers(text: &Marked<'_>) -> Vec<Span> {
    where_word(text, |at, starts, end| {
        let adds_weight = || match after(text, at, end) {
            After::Nothing | After::Grammar => starts,
            After::Participle => false,
            After::Other => true,
        };
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
            && (!text.has(at, Marks::MANNER) || adds_weight())
    })
}

/// What stands behind an adverb.
enum After {
    /// A mark, or the end of the sentence: *he breathed deeply.*
    Nothing,
    /// *a clearly marked path*
    Participle,
    /// A function word: *simply by chance*
    Grammar,
    /// *perfectly clear*, *simply cannot*
    Other,
}

/// What stands behind the token at `at` of a sentence that ends at `end`.
fn after(text: &Marked<'_>, at: usize, end: usize) -> After {
    let tokens = text.tokens;
    match tokens.tokens[at + 1..end].first() {
        Some(next) if !tokens.is_word(next) => After::Nothing,
        None => After::Nothing,
        Some(_) if is_participle(text, at + 1) => After::Participle,
        Some(next) if tokens.word(next).is_stop => {
            let word = tokens.word(next);
            let acts = text.words.is_verb(word.stem()) || word.text.ends_with("not");
            if acts { After::Other } else { After::Grammar }
        }
        Some(_) => After::Other,
    }
}

/// The tokens that `holds`, which is told whether one starts a sentence and where that ends.
fn where_word(text: &Marked<'_>, holds: impl Fn(usize, bool, usize) -> bool) -> Vec<Span> {
    let mut found = Vec::new();
    for sentence in &text.tokens.sentences {
        for at in sentence.tokens.clone() {
            if holds(at, at == sentence.tokens.start, sentence.tokens.end) {
                found.push(text.span(at, at));
            }
        }
    }
    found
}

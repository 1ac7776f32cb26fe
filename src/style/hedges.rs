//! Hedges: words and phrases that take back what is said.

use super::marked::Marked;
use crate::lexicon::Marks;
use crate::text::Span;

/// Every hedge; of phrases that begin alike the longest counts.
pub fn hedges(text: &Marked<'_>) -> Vec<Span> {
    let mut found = Vec::new();
    for sentence in &text.tokens.sentences {
        let mut at = sentence.tokens.start;
        while at < sentence.tokens.end {
            let last = match phrase_at(text, at, sentence.tokens.end) {
                Some((marks, _)) if marks.has(Marks::NO_HEDGE_PHRASE) => None,
                Some((marks, last)) if marks.has(Marks::HEDGE_KIND) => {
                    let before = at > sentence.tokens.start && text.has(at - 1, Marks::BEFORE_KIND);
                    before.then_some(last)
                }
                // *should we think that*
                Some((_, last)) => (at == sentence.tokens.start || !asks(text.word(at - 1))).then_some(last),
                None => text.has(at, Marks::HEDGE).then_some(at),
            };
            if let Some(last) = last {
                found.push(text.span(at, last));
            }
            at = last.unwrap_or(at) + 1;
        }
    }
    found
}

/// Whether a verb before its subject is one that asks.
fn asks(word: &str) -> bool {
    matches!(word, "should" | "do" | "did" | "can" | "could" | "would" | "must" | "may" | "will")
}

/// The longest phrase that begins at `at`: its kind, and its last token.
fn phrase_at(text: &Marked<'_>, at: usize, end: usize) -> Option<(Marks, usize)> {
    if !text.has(at, Marks::FIRST) {
        return None;
    }
    let phrases = text.words.phrases(text.word(at)).iter();
    phrases
        .filter(|(_, rest)| {
            at + rest.len() < end && rest.iter().zip(at + 1..).all(|(word, next)| **word == *text.word(next))
        })
        .max_by_key(|(_, rest)| rest.len())
        .map(|(marks, rest)| (*marks, at + rest.len()))
}

//! Nominalisations: a noun that a plain verb could replace.
//!
//! Only where the noun does a verb's work: *made a decision*, *the implementation of*. Most nouns made
//! from verbs name things, and stay.

use super::marked::Marked;
use crate::lexicon::Marks;
use crate::text::Span;

/// Words between the verb and the noun, at most.
const BETWEEN: usize = 3;

/// Every nominalisation with the verb before it, or the words around it.
pub fn nominalisations(text: &Marked<'_>) -> Vec<Span> {
    let mut found: Vec<Span> = Vec::new();
    for sentence in &text.tokens.sentences {
        let end = sentence.tokens.end;
        let mut at = sentence.tokens.start;
        while at < end {
            let last = if text.has(at, Marks::LIGHT) && text.is_lower(at) {
                noun_after(text, at, end)
            } else {
                // Words are compared last: few are deeds.
                let is_deed = at + 2 < end && text.has(at + 1, Marks::DEED) && text.is_lower(at + 1);
                (is_deed && text.word(at) == "the" && text.word(at + 2) == "of").then_some(at + 2)
            };
            if let Some(last) = last {
                found.push(text.span(at, last));
            }
            at = last.unwrap_or(at) + 1;
        }
    }
    found
}

/// The noun that the verb at `at` has for its object.
fn noun_after(text: &Marked<'_>, at: usize, end: usize) -> Option<usize> {
    let last = (at + 1..end.min(at + 2 + BETWEEN)).find(|&next| !text.has(next, Marks::BETWEEN_NOUN))?;
    let word = text.word(last);
    let is_nominal = |word: &str| text.words.marks(word).has(Marks::NOMINAL);
    let nominal = text.is_lower(last) && (is_nominal(word) || word.strip_suffix('s').is_some_and(is_nominal));
    // *development plans*: the next noun is the object.
    let compound = last + 1 < end
        && text.is_lower(last + 1)
        && !text.tokens.word(&text.tokens.tokens[last + 1]).is_stop
        && !text.ends_as_adverb(last + 1);
    (nominal && !compound).then_some(last)
}

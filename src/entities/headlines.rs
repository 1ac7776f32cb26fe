//! Names of lines in capitals, by how the rest of the text writes them.
//!
//! ```text
//! HASEK BLANKS RANGERS AS SABRES WIN     Dominik Hasek stopped the Rangers; the Sabres ...
//! ```
//!
//! In capitals nothing tells where a name begins and ends, so the model takes in what stands beside it. Where the text
//! has the name elsewhere, that is what it is here; the last word of a person's longer name counts as one.

use rustc_hash::FxHashMap;

use super::{EntityType, Mention};
use crate::lexicon::WordKey;
use crate::tokens::{Shape, Tokens};

/// Tokens of a name, at most.
const LONGEST: usize = 6;

/// Puts the `mentions`, which are in order, right in sentences that are all in capitals.
pub(super) fn settle(tokens: &Tokens<'_>, mentions: &mut Vec<Mention>) {
    let shouts: Vec<bool> = tokens.sentences.iter().map(|it| is_in_capitals(tokens, &it.tokens)).collect();
    if !shouts.iter().any(|&it| it) {
        return;
    }
    let mut lower = vec![false; tokens.words.len()];
    for surface in &tokens.surfaces {
        lower[surface.word as usize] |= surface.shape == Shape::Lower;
    }
    let is_ordinary = |at: usize| lower[tokens.surface(&tokens.tokens[at]).word as usize];
    let mut names: FxHashMap<WordKey, usize> = FxHashMap::default();
    let sentence = |mention: &Mention| {
        tokens.sentences.partition_point(|sentence| sentence.span.end <= mention.span.start)
    };
    for (index, mention) in mentions.iter().enumerate() {
        if mention.kind.is_pattern() || shouts.get(sentence(mention)) != Some(&false) {
            continue;
        }
        let first = tokens.tokens.partition_point(|token| token.start < mention.span.start);
        let end = tokens.tokens.partition_point(|token| token.start < mention.span.end);
        let is_long = end > first + 1;
        if end == first || end > first + LONGEST || !is_long && is_ordinary(first) {
            continue;
        }
        names.extend(key(tokens, first..end).map(|key| (key, index)));
        if is_long && mention.kind == EntityType::Person && !is_ordinary(end - 1) {
            names.extend(key(tokens, end - 1..end).map(|key| (key, index)));
        }
    }
    let mut found: Vec<Mention> = Vec::new();
    for (sentence, _) in tokens.sentences.iter().zip(&shouts).filter(|(_, shouts)| **shouts) {
        let mut at = sentence.tokens.start;
        while at < sentence.tokens.end {
            let longest = sentence.tokens.end.min(at + LONGEST);
            let name =
                (at + 1..=longest).rev().find_map(|end| Some((end, *names.get(&key(tokens, at..end)?)?)));
            let Some((end, like)) = name else {
                at += 1;
                continue;
            };
            let mut span = tokens.across(at..end);
            span.end = tokens.bare_span(&tokens.tokens[end - 1]).end;
            found.push(Mention { span, ..mentions[like] });
            at = end;
        }
    }
    if found.is_empty() {
        return;
    }
    // Both are in order; of two that overlap the one that was found counts.
    let mut old = std::mem::take(mentions).into_iter().peekable();
    for name in found {
        while let Some(mention) = old.next_if(|mention| mention.span.start < name.span.end) {
            if mention.span.end <= name.span.start {
                mentions.push(mention);
            }
        }
        mentions.push(name);
    }
    mentions.extend(old);
}

/// Whether a sentence of these tokens has two words in capitals and none that is not; not *BUFFALO, N.Y.*
fn is_in_capitals(tokens: &Tokens<'_>, sentence: &std::ops::Range<usize>) -> bool {
    let shapes = || tokens.tokens[sentence.clone()].iter().map(|token| tokens.surface(token).shape);
    let is_dateline =
        || tokens.tokens.get(sentence.start + 1).is_some_and(|token| tokens.surface(token).text == ",");
    shapes().all(|shape| matches!(shape, Shape::Upper | Shape::Caseless))
        && shapes().filter(|shape| *shape == Shape::Upper).count() > 1
        && !is_dateline()
}

/// What tokens of a name are called, whatever their case; nothing if they begin or end with a mark.
fn key(tokens: &Tokens<'_>, name: std::ops::Range<usize>) -> Option<WordKey> {
    let is_word = |at: usize| tokens.is_word(&tokens.tokens[at]);
    let words = || tokens.tokens[name.clone()].iter().map(|token| tokens.surface(token).bare());
    (is_word(name.start) && is_word(name.end - 1))
        .then(|| words().map(WordKey::folded).reduce(WordKey::then))
        .flatten()
}

#[cfg(test)]
mod tests {
    use crate::entities::EntityType::{Organisation, Person, Place};
    use crate::entities::tests::found_by_model;

    #[test]
    fn names_in_capitals_are_those_of_the_text() {
        let text = "HASEK BLANKS RANGERS AS SABRES WIN\n\nGoalkeeper Dominik Hasek stopped 33 shots of the New York \
                    Rangers in Boston. The Rangers were beaten by the Sabres, said Hasek.";
        let found = found_by_model(text);
        assert_eq!(found[..3], [("HASEK", Person), ("RANGERS", Organisation), ("SABRES", Organisation)]);
        let text = "KAUNDA VOWS BOYCOTT AS ZAMBIA SETS DATE\n\nMr Kenneth Kaunda was in Zambia. He set no date, he said.";
        assert_eq!(found_by_model(text)[..2], [("KAUNDA", Person), ("ZAMBIA", Place)]);
    }

    #[test]
    fn words_that_the_text_has_in_small_letters_are_none() {
        let text = "BEST OF ALL IN LONDON\n\nMr Best came to London. It was the best of days, said Best.";
        assert_eq!(found_by_model(text)[0], ("LONDON", Place));
    }
}

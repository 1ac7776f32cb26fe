//! Names of lines in capitals, by how the rest of the text writes them.
//!
//! ```text
//! HASEK BLANKS RANGERS AS SABRES WIN     Dominik Hasek stopped the Rangers; the Sabres ...
//! ```
//!
//! In capitals nothing tells where a name begins and ends, so the model takes in what stands beside it. Where the text
//! has the name elsewhere, that is what it is here; the last word of a person's longer name counts as one.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::{EntityType, Mention};
use crate::lexicon::{Known, NameLexicon, WordKey};
use crate::text::PieceKind;
use crate::tokens::{Shape, Surface, Tokens};

/// Tokens of a name, at most.
const LONGEST: usize = 6;

/// Puts the `mentions`, which are in order, right in sentences that are all in capitals.
pub(super) fn settle(tokens: &Tokens<'_>, lexicon: &NameLexicon, mentions: &mut Vec<Mention>) {
    let shouts: Vec<bool> = tokens.sentences.iter().map(|it| is_in_capitals(tokens, &it.tokens)).collect();
    if !shouts.iter().any(|&it| it) {
        return;
    }
    let names = names(tokens, lexicon, &shouts, mentions);
    if names.is_empty() {
        return;
    }
    let mut found: Vec<Mention> = Vec::new();
    for (sentence, _) in tokens.sentences.iter().zip(&shouts).filter(|(_, shouts)| **shouts) {
        let mut at = sentence.tokens.start;
        while at < sentence.tokens.end {
            let far = sentence.tokens.end.min(at + LONGEST);
            let name = keys(tokens, at..far).filter_map(|(end, key)| Some((end, *names.get(&key)?))).last();
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
    // *MANCHESTER UNITED*, which the lexicon has, where the text has *Manchester*; *ANN LEE*, where it has *Lee*.
    let mut old = mentions.iter().peekable();
    found.retain(|name| {
        while old.next_if(|mention| mention.span.end <= name.span.start).is_some() {}
        old.peek().is_none_or(|mention| {
            let is_inside = mention.span.start <= name.span.start && name.span.end <= mention.span.end;
            let whole = is_inside && mention.span != name.span;
            let is_last = mention.kind == EntityType::Person && mention.span.end == name.span.end;
            let is_known = || key(tokens, place(tokens, mention)).map(|key| lexicon.get(key));
            !whole || !is_last && !is_known().is_some_and(|known| known.is(Known::NAME))
        })
    });
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

/// By what they are called: the names that stand elsewhere, as places of `mentions`; those of persons' last words give way.
fn names(
    tokens: &Tokens<'_>,
    lexicon: &NameLexicon,
    shouts: &[bool],
    mentions: &[Mention],
) -> FxHashMap<WordKey, usize> {
    let lower = tokens.words_in_small_letters();
    let is_ordinary = |at: usize| lower[tokens.surface(&tokens.tokens[at]).word as usize];
    let mut names: FxHashMap<WordKey, usize> = FxHashMap::default();
    let mut last_words: Vec<(WordKey, usize)> = Vec::new();
    for (index, mention) in mentions.iter().enumerate() {
        let sentence = tokens.sentence_at(mention.span.start);
        let place = place(tokens, mention);
        if mention.kind.is_pattern()
            || shouts.get(sentence) != Some(&false)
            || !(1..=LONGEST).contains(&place.len())
        {
            continue;
        }
        let (first, last) = (place.start, place.end - 1);
        // *US* in *US-led* is no token.
        let is_whole = tokens.tokens[first].start == mention.span.start
            && tokens.bare_span(&tokens.tokens[last]).end <= mention.span.end;
        if !is_whole || first == last && is_ordinary(first) {
            continue;
        }
        names.extend(key(tokens, place).map(|key| (key, index)));
        if first < last && mention.kind == EntityType::Person && !is_ordinary(last) {
            last_words.extend(key(tokens, last..last + 1).map(|key| (key, index)));
        }
    }
    for (key, index) in last_words {
        if !lexicon.get(key).is(Known::SUFFIX) {
            names.entry(key).or_insert(index);
        }
    }
    names
}

/// The tokens that a mention has a part of.
fn place(tokens: &Tokens<'_>, mention: &Mention) -> Range<usize> {
    let before = |end: u32| tokens.tokens.partition_point(|token| token.start < end);
    before(mention.span.start)..before(mention.span.end)
}

/// Whether a sentence of these tokens has two words in capitals and none that is not; not *BUFFALO, N.Y. 1996-12-07*.
fn is_in_capitals(tokens: &Tokens<'_>, sentence: &Range<usize>) -> bool {
    let surfaces = || tokens.tokens[sentence.clone()].iter().map(|token| tokens.surface(token));
    // A single letter has the shape of a title.
    let is_upper =
        |it: &Surface<'_>| it.shape == Shape::Upper || it.shape == Shape::Title && it.text.len() == 1;
    let is_dateline = || {
        surfaces().nth(1).is_some_and(|mark| mark.text == ",")
            && surfaces().any(|it| it.kind == PieceKind::Number)
    };
    surfaces().all(|it| is_upper(it) || it.shape == Shape::Caseless)
        && surfaces().filter(|it| is_upper(it)).count() > 1
        && !is_dateline()
}

/// What tokens of a name are called, whatever their case; nothing if they begin or end with a mark.
fn key(tokens: &Tokens<'_>, name: Range<usize>) -> Option<WordKey> {
    let whole = name.end;
    keys(tokens, name).last().filter(|(end, _)| *end == whole).map(|(_, key)| key)
}

/// The ends of what begins with the first of these tokens, and what it is called, shorter ones first.
fn keys(tokens: &Tokens<'_>, name: Range<usize>) -> impl Iterator<Item = (usize, WordKey)> {
    let is_word = |at: usize| tokens.is_word(&tokens.tokens[at]);
    let begins = is_word(name.start);
    let mut called: Option<WordKey> = None;
    name.take_while(move |_| begins).filter_map(move |at| {
        let word = WordKey::folded(tokens.surface(&tokens.tokens[at]).bare());
        let key = called.map_or(word, |start| start.then(word));
        called = Some(key);
        is_word(at).then_some((at + 1, key))
    })
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
    fn what_the_lexicon_has_stays_whole_and_letters_are_no_last_words() {
        let text = "MANCHESTER UNITED BEAT LEEDS\n\nThe league match was in Manchester. Leeds lost, he said in Manchester.";
        assert_eq!(found_by_model(text)[0].0, "MANCHESTER UNITED");
        let text = "UN VOTES FOR NEW SANCTIONS\n\nThe UN voted. They want talks with Kim Jong Un, he said.";
        assert_eq!(found_by_model(text)[0], ("UN", Organisation));
        let text = "US-LED FORCE ENTERS CITY\n\nThe US-led force entered the city, he said.";
        assert_ne!(found_by_model(text)[0].0, "US-LED");
    }

    #[test]
    fn words_that_the_text_has_in_small_letters_are_none() {
        let text = "BEST OF ALL IN LONDON\n\nMr Best came to London. It was the best of days, said Best.";
        assert_eq!(found_by_model(text)[0], ("LONDON", Place));
    }
}

//! Words repeated nearby: a word that stands out, again before the reader has forgotten it.

use crate::lexicon::WordLexicon;
use crate::order;
use crate::text::{PieceKind, Span};
use crate::tokens::{Shape, Tokens};

/// Words within which a rare word is remembered.
const RARE_REACH: usize = 10;

/// Words within which one is of which it is not known how rare it is.
const REACH: usize = 6;

/// Words within which it is meant: *step by step*, *rational acts of rational men*.
const IDIOM: usize = 4;

/// Letters that a word has at least.
const LETTERS: usize = 5;

/// Rank up to which a word is so common that no one hears it twice.
const COMMON: u32 = 5_000;

/// What stands in a text more often is one of its terms, which have to be repeated.
const MOST: u32 = 3;

/// Every word that is repeated nearby, each of its places.
pub fn repeated(tokens: &Tokens<'_>, lexicon: Option<&WordLexicon>) -> Vec<Span> {
    let mut counts = vec![0u32; tokens.words.len()];
    for (surface, count) in tokens.surfaces.iter().zip(tokens.surface_counts()) {
        counts[surface.word as usize] += count;
    }
    let list = lexicon.map(WordLexicon::frequencies).filter(|list| !list.is_empty());
    let reach: Vec<usize> = tokens
        .words
        .iter()
        .zip(&counts)
        .map(|(word, &count)| {
            if word.is_stop
                || !(2..=MOST).contains(&count)
                || word.text.chars().take(LETTERS).count() < LETTERS
            {
                return 0;
            }
            match list {
                None => REACH,
                Some(list) if word.frequency.is_some_and(|form| list.rank_of(form) <= COMMON) => 0,
                Some(_) => RARE_REACH,
            }
        })
        .collect();
    let mut found: Vec<Span> = Vec::new();
    // Where each word stood last: the how manieth word, and the token.
    let mut seen: Vec<Option<(usize, usize)>> = vec![None; tokens.words.len()];
    let mut place = 0;
    for sentence in &tokens.sentences {
        for at in sentence.tokens.clone() {
            let token = &tokens.tokens[at];
            let surface = tokens.surface(token);
            if surface.kind == PieceKind::Punctuation {
                continue;
            }
            place += 1;
            let word = surface.word as usize;
            let plain = surface.kind == PieceKind::Word && surface.shape == Shape::Lower;
            if reach[word] == 0 || !plain && at > sentence.tokens.start {
                continue;
            }
            if let Some((before, last)) = seen[word].replace((place, at)) {
                let near = place - before;
                if (IDIOM + 1..=reach[word]).contains(&near) && !is_parallel(tokens, lexicon, last, at) {
                    found.extend([tokens.bare_span(&tokens.tokens[last]), tokens.bare_span(token)]);
                }
            }
        }
    }
    let mut found = order::by_rising(found, Span::order);
    found.dedup();
    found
}

/// Whether the same word stands before both or after both, articles aside, or a pronoun before each: *bodes ill for
/// one, bodes ill for all* is meant, *have stronger walls, have a stronger roof* and *she whispered, he whispered* too.
fn is_parallel(tokens: &Tokens<'_>, lexicon: Option<&WordLexicon>, first: usize, second: usize) -> bool {
    let word = |at: Option<usize>| tokens.tokens.get(at?).map(|token| tokens.surface(token).word);
    let is_article =
        |word: u32| lexicon.is_some_and(|lexicon| lexicon.is_article(&tokens.words[word as usize].text));
    let before = |at: usize| {
        let nearest = word(at.checked_sub(1));
        if nearest.is_some_and(is_article) { word(at.checked_sub(2)) } else { nearest }
    };
    let same = |one: Option<u32>, two: Option<u32>| one == two && one.is_some_and(|word| !is_article(word));
    let is_subject = |at: usize| {
        let word = word(at.checked_sub(1)).map(|word| &*tokens.words[word as usize].text);
        matches!(word, Some("i" | "you" | "he" | "she" | "it" | "we" | "they"))
    };
    same(before(first), before(second))
        || is_subject(first) && is_subject(second)
        || same(word(Some(first + 1)), word(Some(second + 1)))
}

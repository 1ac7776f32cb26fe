//! Words repeated nearby: a word that stands out, again before the reader has forgotten it.

use crate::lexicon::WordLexicon;
use crate::text::{PieceKind, Span};
use crate::tokens::{Shape, Tokens};

/// Words within which a rare word is remembered.
const RARE_REACH: usize = 14;

/// Words within which another is.
const REACH: usize = 7;

/// Letters that a word has at least.
const LETTERS: usize = 5;

/// Rank up to which a word is common.
const COMMON: u32 = 2_000;

/// Rank up to which it is so common that no one hears it twice.
const UNHEARD: u32 = 500;

/// In a text of many words, one in so many may be one of its terms, which have to be repeated.
const WORDS_A_TERM: usize = 400;

/// Every word that is repeated nearby, each of its places.
pub fn repeated(tokens: &Tokens<'_>, lexicon: Option<&WordLexicon>) -> Vec<Span> {
    let total: usize = tokens.sentences.iter().map(|sentence| sentence.words).sum();
    let most = 3.max(total / WORDS_A_TERM);
    let mut counts = vec![0; tokens.words.len()];
    for token in &tokens.tokens {
        counts[tokens.surface(token).word as usize] += 1;
    }
    let reach: Vec<usize> = tokens
        .words
        .iter()
        .zip(&counts)
        .map(|(word, &count)| {
            if word.is_stop || count < 2 || count > most || word.text.chars().take(LETTERS).count() < LETTERS
            {
                return 0;
            }
            match lexicon.and_then(|lexicon| lexicon.frequencies().rank(&word.text)) {
                Some(rank) if rank <= UNHEARD => 0,
                Some(rank) if rank > COMMON => RARE_REACH,
                _ if lexicon.is_none() => REACH,
                None => RARE_REACH,
                Some(_) => REACH,
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
                // *step by step* and *again and again* are idioms.
                let near = place - before;
                if near > 2 && near <= reach[word] && !is_parallel(tokens, last, at) {
                    found.extend([tokens.bare_span(&tokens.tokens[last]), tokens.bare_span(token)]);
                }
            }
        }
    }
    found.sort_unstable();
    found.dedup();
    found
}

/// Whether the same word, no article, stands before both, *in English and in English only*: such repetition is meant.
fn is_parallel(tokens: &Tokens<'_>, first: usize, second: usize) -> bool {
    let before = |at: usize| tokens.surface(&tokens.tokens[at - 1]).word;
    let is_article = |word: u32| matches!(&*tokens.words[word as usize].text, "a" | "an" | "the");
    first > 0 && before(first) == before(second) && !is_article(before(first))
}

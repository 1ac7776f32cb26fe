//! N-grams: sequences of one to five words, counted exactly.

use rustc_hash::FxHashMap;
use serde::Serialize;

use crate::order;
use crate::text::Span;
use crate::tokens::{Token, Tokens, WordId};

/// The longest n-gram, in words.
pub const MAX_WORDS: usize = 5;

/// What to count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NgramOptions {
    /// Words in one n-gram, 1 to [`MAX_WORDS`]; what lies beyond is brought into this range.
    pub words: usize,
    /// Leave out n-grams that stand in the text less often.
    pub minimum: usize,
    /// At most so many.
    pub limit: usize,
    /// Leave out n-grams that start or end in a function word.
    pub content_only: bool,
}

/// A sequence of words and where it stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Ngram {
    /// As first written, with single spaces.
    pub text: String,
    /// How often, case folded.
    pub count: usize,
    /// Where, in order.
    pub spans: Vec<Span>,
}

/// The n-grams of a text by falling count, then by first place. No mark and no
/// end of a sentence lies inside one.
pub fn ngrams(tokens: &Tokens<'_>, options: NgramOptions) -> Vec<Ngram> {
    let length = options.words.clamp(1, MAX_WORDS);
    let mut index: FxHashMap<[WordId; MAX_WORDS], usize> = FxHashMap::default();
    let mut found: Vec<Vec<Span>> = Vec::new();
    for sentence in &tokens.sentences {
        for window in tokens.tokens[sentence.tokens.clone()].windows(length) {
            if !window.iter().all(|token| tokens.is_word(token))
                || options.content_only && is_loose(tokens, window)
            {
                continue;
            }
            let mut key = [WordId::MAX; MAX_WORDS];
            for (slot, token) in key.iter_mut().zip(window) {
                *slot = tokens.surface(token).word;
            }
            let at = *index.entry(key).or_insert_with(|| {
                found.push(Vec::new());
                found.len() - 1
            });
            let end = tokens.bare_span(&window[length - 1]).end;
            found[at].push(Span { start: window[0].span.start, end });
        }
    }
    found.retain(|spans| spans.len() >= options.minimum);
    // They were found in order of first place.
    order::by_falling(found, |spans| spans.len() as u64)
        .into_iter()
        .take(options.limit)
        .map(|spans| Ngram {
            text: spans[0].of(tokens.text).split_whitespace().collect::<Vec<_>>().join(" "),
            count: spans.len(),
            spans,
        })
        .collect()
}

fn is_loose(tokens: &Tokens<'_>, window: &[Token]) -> bool {
    tokens.word(&window[0]).is_stop || tokens.word(&window[window.len() - 1]).is_stop
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::profile;
    use crate::lexicon::Packs;

    fn count(text: &str, words: usize, minimum: usize, content_only: bool) -> Vec<(String, usize)> {
        let tokens = Tokens::new(text, profile("en"), Packs::built_in().words("en"));
        let options = NgramOptions { words, minimum, limit: 9, content_only };
        ngrams(&tokens, options).into_iter().map(|ngram| (ngram.text, ngram.count)).collect()
    }

    #[test]
    fn sequences_inside_sentences() {
        let text = "The war in Korea. The war, in Korea’s view. War in Korea";
        assert_eq!(count(text, 3, 2, false), [("war in Korea".to_owned(), 2)]);
        assert_eq!(
            count(text, 2, 2, false),
            [("in Korea".to_owned(), 3), ("The war".to_owned(), 2), ("war in".to_owned(), 2)]
        );
        assert_eq!(count(text, 2, 1, true), [("Korea’s view".to_owned(), 1)]);
        assert!(count(text, 9, 1, false).is_empty());
    }

    #[test]
    fn single_words_are_all_words() {
        let total: usize = count("a b a. B!", 1, 1, false).iter().map(|(_, count)| count).sum();
        assert_eq!(total, 4);
    }
}

//! Ids and frequencies of stems: what all counting of words rests on.
//!
//! A function word has a stem of its own, so that *beings* is not counted with *be*, nor
//! *outing* with *out*.

use rustc_hash::FxHashMap;

use crate::tokens::{Token, Tokens, WordId};

/// Index of a stem, by first place in the text.
pub type StemId = u32;

/// The stems of a text's words. All inflected forms of a word have one stem.
pub struct Stems {
    of_word: Vec<StemId>,
    count: Vec<u64>,
}

impl Stems {
    /// The stems of `tokens`, in one pass.
    pub fn of(tokens: &Tokens<'_>) -> Self {
        let mut ids: FxHashMap<(&str, bool), StemId> = FxHashMap::default();
        let mut of_word = Vec::with_capacity(tokens.words.len());
        for word in &tokens.words {
            let next = ids.len() as StemId;
            of_word.push(*ids.entry((word.stem(), word.is_stop)).or_insert(next));
        }
        let mut count = vec![0; ids.len()];
        for token in &tokens.tokens {
            count[of_word[tokens.surface(token).word as usize] as usize] += 1;
        }
        Self { of_word, count }
    }

    /// The stem of a token.
    pub fn id(&self, tokens: &Tokens<'_>, token: &Token) -> StemId {
        self.of_word(tokens.surface(token).word)
    }

    /// The stem of a word.
    pub fn of_word(&self, word: WordId) -> StemId {
        self.of_word[word as usize]
    }

    /// How often a stem stands in the text.
    pub fn count(&self, stem: StemId) -> u64 {
        self.count[stem as usize]
    }

    /// How many different stems there are.
    pub fn distinct(&self) -> usize {
        self.count.len()
    }
}

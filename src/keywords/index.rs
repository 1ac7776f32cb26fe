//! Where each word of a text stands, so that a query looks at its places only.

use std::ops::Range;

use super::accents::without_accents;
use crate::text::normal_form;
use crate::tokens::{Tokens, WordId};

/// The places of every word, and the form in which words are compared with queries.
#[derive(Debug)]
pub struct Index {
    /// The folded form of each word, by [`WordId`].
    folded: Vec<Box<str>>,
    /// Where the places of each word start in `places`; one more at the end.
    starts: Vec<u32>,
    /// Indices of tokens: those of the first word in order, then those of the second, and so on.
    places: Vec<u32>,
}

impl Index {
    /// The index of `tokens`, in time and space linear in them. Marks are left out.
    pub fn of(tokens: &Tokens<'_>) -> Self {
        let words = || tokens.tokens.iter().enumerate().filter(|(_, token)| tokens.is_word(token));
        let mut starts = vec![0u32; tokens.words.len() + 1];
        for (_, token) in words() {
            starts[tokens.surface(token).word as usize + 1] += 1;
        }
        for word in 1..starts.len() {
            starts[word] += starts[word - 1];
        }
        let mut next = starts.clone();
        let mut places = vec![0u32; starts.last().map_or(0, |&end| end as usize)];
        for (place, token) in words() {
            let slot = &mut next[tokens.surface(token).word as usize];
            places[*slot as usize] = place as u32;
            *slot += 1;
        }
        Self { folded: tokens.words.iter().map(|word| fold(&word.text).into()).collect(), starts, places }
    }

    /// The folded form of every word, by [`WordId`].
    pub fn folded(&self) -> impl Iterator<Item = &str> {
        self.folded.iter().map(|form| &**form)
    }

    /// The tokens of one word, in order.
    pub fn places(&self, word: WordId) -> &[u32] {
        &self.places[self.range(word)]
    }

    /// The tokens of all words that are `wanted`, in order.
    pub fn places_of(&self, wanted: &[bool]) -> Vec<u32> {
        let mut found: Vec<u32> = Vec::new();
        let mut words = 0;
        for (word, _) in wanted.iter().enumerate().filter(|&(_, &wanted)| wanted) {
            let places = self.places(word as WordId);
            words += usize::from(!places.is_empty());
            found.extend_from_slice(places);
        }
        if words > 1 {
            found.sort_unstable();
        }
        found
    }

    fn range(&self, word: WordId) -> Range<usize> {
        self.starts[word as usize] as usize..self.starts[word as usize + 1] as usize
    }
}

/// The form in which words and queries are compared: the normal form in lower
/// case and without accents, so that *nucleaire* finds *Nucléaire*.
///
/// Accents are those of Latin, Greek and Cyrillic, and the vowels that Arabic and Hebrew write
/// above and below; letters that few keyboards have are spelt, as *ss* for *ß* and *l* for *ł*.
///
/// ```
/// assert_eq!(textlens::keywords::fold("Nucléaire"), "nucleaire");
/// assert_eq!(textlens::keywords::fold("Ångström’s"), "angstrom's");
/// assert_eq!(textlens::keywords::fold("GROẞ"), "gross");
/// ```
pub fn fold(form: &str) -> String {
    let normal = normal_form(form);
    if normal.is_ascii() {
        return normal;
    }
    without_accents(&normal)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::profile;

    #[test]
    fn every_word_is_found_in_order() {
        let tokens = Tokens::new("War, a war. The WAR of a summer.", profile("en"), None);
        let index = Index::of(&tokens);
        let word = |form: &str| tokens.words.iter().position(|word| &*word.text == form).unwrap();
        let wanted = |forms: &[&str]| {
            let mut wanted = vec![false; tokens.words.len()];
            forms.iter().for_each(|form| wanted[word(form)] = true);
            index.places_of(&wanted)
        };
        assert_eq!(index.places(word("war") as WordId), [0, 3, 6]);
        assert_eq!(wanted(&["a", "war"]), [0, 2, 3, 6, 8]);
        assert!(index.places(word(",") as WordId).is_empty(), "marks are no words");
        assert!(wanted(&[]).is_empty());
    }

    #[test]
    fn accents_are_folded_where_they_are_accents() {
        assert_eq!(fold("ÉTÉ"), "ete");
        assert_eq!(fold("e\u{301}te\u{301}"), "ete");
        assert_eq!(fold("Ελλάδα"), "ελλαδα");
        assert_eq!(fold("が"), "が", "another letter in Japanese");
    }
}

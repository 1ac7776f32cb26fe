//! Vocabulary by frequency band: how much of a text is in the commonest words of its language.
//!
//! Words are forms as the frequency list has them (*goes* and *go* are two), without numbers and names.
//! The share of running words in the commonest thousands is the lexical frequency profile of
//! Laufer and Nation 1995, *Vocabulary size and use*, which counts word families instead.

use serde::Serialize;

use super::{FormulaResult, Missing};
use crate::lexicon::{CommonForm, FrequencyList};

/// Where the bands end.
pub const BANDS: [u32; 4] = [1_000, 2_000, 5_000, 10_000];

/// How much of a text is in the commonest words of its language.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Vocabulary {
    /// Words that are counted: no numbers, and no names, which are words with a capital inside a sentence.
    pub words: usize,
    /// The share of them that is among the 1,000 commonest.
    pub first1000: FormulaResult,
    /// The share that is among the 2,000 commonest.
    pub first2000: FormulaResult,
    /// The share that is among the 5,000 commonest.
    pub first5000: FormulaResult,
    /// The share that is among the 10,000 commonest.
    pub first10000: FormulaResult,
}

impl Vocabulary {
    /// The vocabulary of a text with so many words in each band, beyond all of them last; `None` without a list.
    pub fn of(bands: Option<[usize; BANDS.len() + 1]>) -> Self {
        let words = bands.map_or(0, |bands| bands.iter().sum());
        let share = |end: usize| match bands {
            None => FormulaResult::None(Missing::Language),
            Some(_) if words == 0 => FormulaResult::None(Missing::TooShort),
            Some(bands) => FormulaResult::Value(bands[..end].iter().sum::<usize>() as f64 / words as f64),
        };
        Self { words, first1000: share(1), first2000: share(2), first5000: share(3), first10000: share(4) }
    }
}

/// The band of `word`, a normal form that stands in `list` as said, from 0 on; of a compound that of
/// its rarest part.
pub(super) fn band(word: &str, known: Option<CommonForm>, list: &FrequencyList) -> u8 {
    let of_form = |form: Option<CommonForm>| {
        let rank = form.map(|form| list.rank_of(form));
        rank.map_or(BANDS.len(), |rank| BANDS.iter().filter(|&&end| rank > end).count())
    };
    let of = |form: &str| of_form(list.get(form));
    let whole = of_form(known);
    if whole < BANDS.len() || !word.contains(super::text_counts::HYPHENS) {
        return whole as u8;
    }
    let parts = word.split(super::text_counts::HYPHENS).filter(|part| !part.is_empty());
    parts.map(of).max().unwrap_or(whole) as u8
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Packs;

    #[test]
    fn bands_of_words() {
        let list = Packs::built_in().words("en").unwrap().frequencies();
        let bands = ["the", "house", "don't", "parade", "state-owned", "xylophone", "zyx"];
        assert_eq!(bands.map(|word| band(word, list.get(word), list)), [0, 0, 0, 3, 1, 4, 4]);
    }

    #[test]
    fn shares_add_up() {
        let found = Vocabulary::of(Some([6, 1, 1, 0, 2]));
        assert_eq!((found.words, found.first1000), (10, FormulaResult::Value(0.6)));
        assert_eq!(
            (found.first5000, found.first10000),
            (FormulaResult::Value(0.8), FormulaResult::Value(0.8))
        );
        assert_eq!(Vocabulary::of(Some([0; 5])).first1000, FormulaResult::None(Missing::TooShort));
        assert_eq!(Vocabulary::of(None).first2000, FormulaResult::None(Missing::Language));
    }
}

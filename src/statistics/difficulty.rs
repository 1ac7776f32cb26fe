//! How hard each sentence and paragraph is, so that a page can show where a text is hard.

use serde::Serialize;

use super::{Missing, TextCounts, flesch_kincaid_grade, lix};
use crate::lexicon::WordLexicon;

/// Words below which a sentence or paragraph is not called hard: one long word
/// would decide.
const ENOUGH_WORDS: usize = 10;

/// What the scores of [`Difficulty`] are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum DifficultyMeasure {
    /// Flesch-Kincaid grade; hard from 13 on (university), very hard from 17 on.
    FleschKincaidGrade,
    /// LIX; hard from 50 on, very hard from 60 on (Björnsson 1968).
    Lix,
}

impl DifficultyMeasure {
    /// The measure for a language, if one is made for it.
    fn of(language: &str, lexicon: Option<&WordLexicon>) -> Option<Self> {
        let has_lix = || lexicon.is_some_and(|lexicon| lexicon.has_formula("lix"));
        if language == "en" { Some(Self::FleschKincaidGrade) } else { has_lix().then_some(Self::Lix) }
    }

    /// From which score on a part is hard, and very hard.
    pub fn levels(self) -> [f64; 2] {
        match self {
            Self::FleschKincaidGrade => [13.0, 17.0],
            Self::Lix => [50.0, 60.0],
        }
    }

    /// The score of a part, rounded to a tenth and not below 0; 0 for a part without words, or of numbers.
    fn score(self, counts: TextCounts) -> f64 {
        if counts.words == 0 || !counts.is_text() {
            return 0.0;
        }
        let score = match self {
            Self::FleschKincaidGrade => flesch_kincaid_grade(counts),
            Self::Lix => lix(counts),
        };
        ((score * 10.0).round() / 10.0).max(0.0)
    }
}

/// Difficulty by sentence and by paragraph; the lists run parallel to those of the report, and are empty
/// where nothing measures it.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Difficulty {
    /// What the scores are: Flesch-Kincaid grades of English, LIX of other languages that it is made for.
    pub measure: Option<DifficultyMeasure>,
    /// Why there are none.
    pub missing: Option<Missing>,
    /// The score of each sentence to a tenth; 0 of one without a word or with more digits than letters.
    pub sentences: Vec<f64>,
    /// The level of each sentence: 0, 1 hard, 2 very hard; 0 below 10 words.
    pub sentence_levels: Vec<u8>,
    /// The score of each paragraph.
    pub paragraphs: Vec<f64>,
    /// The level of each paragraph.
    pub paragraph_levels: Vec<u8>,
}

impl Difficulty {
    /// That of a text in `language` (`en`), whose words pack says whether LIX is made for it, with no parts yet
    /// and room for so many.
    pub(super) fn new(
        language: &str,
        lexicon: Option<&WordLexicon>,
        sentences: usize,
        paragraphs: usize,
    ) -> Self {
        let measure = DifficultyMeasure::of(language, lexicon);
        let missing = if measure.is_some() { None } else { Some(Missing::Language) };
        Self {
            measure,
            missing,
            sentences: Vec::with_capacity(sentences),
            sentence_levels: Vec::with_capacity(sentences),
            paragraphs: Vec::with_capacity(paragraphs),
            paragraph_levels: Vec::with_capacity(paragraphs),
        }
    }

    /// Adds the next sentence, which has these counts.
    pub(super) fn add_sentence(&mut self, counts: TextCounts) {
        let Some(measure) = self.measure else { return };
        self.sentences.push(measure.score(counts));
        self.sentence_levels.push(level(measure, counts));
    }

    /// Adds the next paragraph, which has these counts.
    pub(super) fn add_paragraph(&mut self, counts: TextCounts) {
        let Some(measure) = self.measure else { return };
        self.paragraphs.push(measure.score(counts));
        self.paragraph_levels.push(level(measure, counts));
    }
}

fn level(measure: DifficultyMeasure, counts: TextCounts) -> u8 {
    if counts.words < ENOUGH_WORDS {
        return 0;
    }
    measure.levels().iter().filter(|&&least| measure.score(counts) >= least).count() as u8
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Packs;

    #[test]
    fn long_sentences_of_long_words_are_hard() {
        let sentence =
            |words, syllables| TextCounts { words, sentences: 1, syllables, ..TextCounts::default() };
        let parts = [sentence(0, 0), sentence(8, 30), sentence(10, 13), sentence(20, 35), sentence(40, 70)];
        let of = |language, sentences: &[TextCounts], paragraphs: &[TextCounts]| {
            let mut difficulty =
                Difficulty::new(language, Packs::built_in().words(language), sentences.len(), 0);
            sentences.iter().for_each(|&counts| difficulty.add_sentence(counts));
            paragraphs.iter().for_each(|&counts| difficulty.add_paragraph(counts));
            difficulty
        };
        let english = of("en", &parts, &parts[3..]);
        // 0.39 * 20 + 11.8 * 1.75 - 15.59 = 12.86; of 40 words 20.66.
        assert_eq!(english.sentences, [0.0, 31.8, 3.7, 12.9, 20.7]);
        assert_eq!(english.sentence_levels, [0, 0, 0, 0, 2], "of eight words none is hard");
        assert_eq!(english.paragraphs, english.sentences[3..]);
        let long = TextCounts { words: 20, sentences: 1, long_words: 7, ..TextCounts::default() };
        let numbers = TextCounts { characters: 90, letters: 10, ..sentence(20, 90) };
        assert_eq!(of("en", &[numbers], &[]).sentences, [0.0], "numbers are no text");
        assert_eq!(of("en", &[numbers], &[]).sentence_levels, [0]);
        let swedish = of("sv", &[long], &[]);
        assert_eq!((swedish.measure, &swedish.sentences[..]), (Some(DifficultyMeasure::Lix), &[55.0][..]));
        assert_eq!((&swedish.sentence_levels[..], swedish.missing), (&[1][..], None));
        for language in ["ja", "zh", "ar", "xx"] {
            let none = of(language, &[long], &[long]);
            assert_eq!((none.measure, none.missing), (None, Some(Missing::Language)), "{language}");
            assert!(none.sentences.is_empty() && none.paragraph_levels.is_empty());
        }
    }
}

//! Counts of a whole text, and the measures that rest on them.

use serde::Serialize;

use super::syllables::syllables;
use super::{Distribution, Readability, ReadingTime, TextCounts};
use crate::language::Profile;
use crate::lexicon::WordLexicon;
use crate::text::{PieceKind, uax29};
use crate::tokens::{Surface, Tokens};

/// Counts and measures of a whole text.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Statistics {
    /// Unicode code points, white space included.
    pub characters: usize,
    /// Code points that are not white space.
    pub characters_without_spaces: usize,
    /// Extended grapheme clusters: what a reader sees as one character.
    pub graphemes: usize,
    /// UAX #29 words; hyphenated compounds and numbers count as one.
    pub words: usize,
    /// Different words and numbers, case folded and without possessive endings.
    pub unique_words: usize,
    /// Sentences that have a word.
    pub sentences: usize,
    /// Paragraphs that have a word.
    pub paragraphs: usize,
    /// Words in each sentence that has one.
    pub sentence_length: Distribution,
    /// Letters and digits in each word.
    pub word_length: Distribution,
    /// Sentences in each paragraph that has a word.
    pub paragraph_length: Distribution,
    /// How hard the text is.
    pub readability: Readability,
    /// How long it takes to read.
    pub reading_time: ReadingTime,
}

/// The statistics of a text in a language with `profile`; `english` turns on the formulas made for it.
pub fn statistics(
    tokens: &Tokens<'_>,
    profile: Profile,
    lexicon: Option<&WordLexicon>,
    english: bool,
) -> Statistics {
    let syllables_of: Vec<usize> =
        tokens.surfaces.iter().map(|surface| spoken(tokens, surface, profile, lexicon)).collect();
    let lengths: Vec<usize> =
        tokens.surfaces.iter().map(|s| s.text.chars().filter(|c| c.is_alphanumeric()).count()).collect();
    let mut seen = vec![false; tokens.words.len()];
    let mut word_lengths = Vec::new();
    let mut syllables = 0;
    for token in tokens.tokens.iter().filter(|token| tokens.is_word(token)) {
        seen[tokens.surface(token).word as usize] = true;
        word_lengths.push(lengths[token.surface as usize]);
        syllables += syllables_of[token.surface as usize];
    }
    let mut sentence_lengths = Vec::new();
    let mut paragraph_lengths = vec![0; tokens.paragraphs.len()];
    for sentence in tokens.sentences.iter().filter(|sentence| sentence.words > 0) {
        sentence_lengths.push(sentence.words);
        paragraph_lengths[sentence.paragraph] += 1;
    }
    paragraph_lengths.retain(|&sentences| sentences > 0);
    let words = word_lengths.len();
    let counts = TextCounts { words, sentences: sentence_lengths.len(), syllables };
    Statistics {
        characters: tokens.text.chars().count(),
        characters_without_spaces: tokens.text.chars().filter(|c| !c.is_whitespace()).count(),
        graphemes: uax29::count_graphemes(tokens.text),
        words,
        unique_words: seen.into_iter().filter(|&seen| seen).count(),
        sentences: sentence_lengths.len(),
        paragraphs: paragraph_lengths.len(),
        sentence_length: Distribution::of(&sentence_lengths),
        word_length: Distribution::of(&word_lengths),
        paragraph_length: Distribution::of(&paragraph_lengths),
        readability: Readability::of(counts, english),
        reading_time: ReadingTime::of(words, profile.words_per_minute),
    }
}

/// Syllables of a form; of a number one for each digit.
fn spoken(
    tokens: &Tokens<'_>,
    surface: &Surface<'_>,
    profile: Profile,
    lexicon: Option<&WordLexicon>,
) -> usize {
    match surface.kind {
        PieceKind::Punctuation => 0,
        PieceKind::Number => surface.text.chars().filter(|c| c.is_numeric()).count(),
        PieceKind::Word => syllables(&tokens.words[surface.word as usize].text, profile, lexicon),
    }
}

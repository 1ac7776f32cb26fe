//! Counts of a whole text, and the measures that rest on them.

use serde::Serialize;

use super::text_counts::FormCounts;
use super::vocabulary::BANDS;
use super::{
    Difficulty, Distribution, Punctuation, Readability, ReadingTime, Rhythm, SentenceType, SentenceTypes,
    TextCounts, Variety, Vocabulary,
};
use crate::eights::{HIGH, ONES};
use crate::language::Profile;
use crate::lexicon::WordLexicon;
use crate::text::uax29;
use crate::tokens::Tokens;

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
    /// How many sentences of each kind there are.
    pub sentence_types: SentenceTypes,
    /// How much the lengths of sentences vary.
    pub rhythm: Rhythm,
    /// How many marks of each kind there are.
    pub punctuation: Punctuation,
    /// How hard the text is.
    pub readability: Readability,
    /// How varied its words are.
    pub variety: Variety,
    /// How common its words are in the language at large.
    pub vocabulary: Vocabulary,
    /// How long it takes to read silently.
    pub reading_time: ReadingTime,
    /// How long it takes to read aloud.
    pub speaking_time: ReadingTime,
}

/// The statistics of a text in `language` (`en`) with `profile`, how hard each of
/// its parts is, and what kind of sentence each is.
pub fn statistics(
    tokens: &Tokens<'_>,
    profile: Profile,
    lexicon: Option<&WordLexicon>,
    language: &str,
) -> (Statistics, Difficulty, Vec<SentenceType>) {
    let has_list =
        lexicon.is_some_and(|lexicon| BANDS.iter().all(|&rank| lexicon.frequencies().parts_at(rank)));
    let forms = FormCounts::of_all(tokens, profile, lexicon);
    let mut words = Vec::with_capacity(tokens.tokens.len());
    let mut content = 0;
    let mut bands = [0; BANDS.len() + 1];
    let mut word_lengths = Vec::with_capacity(tokens.tokens.len());
    let mut difficulty = Difficulty::new(language, lexicon, tokens.sentences.len(), tokens.paragraphs.len());
    let (mut sentence_lengths, mut paragraph_lengths) = (Vec::new(), Vec::new());
    let (mut all, mut paragraph) = (TextCounts::default(), TextCounts::default());
    for (at, sentence) in tokens.sentences.iter().enumerate() {
        let mut counts = TextCounts::default();
        for token in &tokens.tokens[sentence.tokens.clone()] {
            let form = &forms[token.surface as usize];
            if form.counts {
                words.push(form.word);
                word_lengths.push(form.characters as usize);
                content += usize::from(form.content);
                let starts = counts.words == 0;
                if let Some(band) = form.band.filter(|_| starts || !form.names) {
                    bands[usize::from(band)] += 1;
                }
                counts.add(form, starts);
            }
        }
        counts.sentences = usize::from(counts.words > 0);
        difficulty.add_sentence(counts);
        if counts.words > 0 {
            sentence_lengths.push(counts.words);
        }
        paragraph.join(counts);
        if tokens.sentences.get(at + 1).is_none_or(|next| next.paragraph != sentence.paragraph) {
            difficulty.add_paragraph(paragraph);
            if paragraph.sentences > 0 {
                paragraph_lengths.push(paragraph.sentences);
            }
            all.join(std::mem::take(&mut paragraph));
        }
    }
    let word_length = Distribution::of(&word_lengths);
    // The measures of variety take memory, too.
    drop(word_lengths);
    let variety = Variety::of(&words, tokens.words.len(), lexicon.map(|_| content));
    let types = SentenceType::of_all(tokens, lexicon);
    let characters = tokens.text.chars().count();
    let statistics = Statistics {
        characters,
        characters_without_spaces: characters - count_spaces(tokens.text),
        graphemes: uax29::count_graphemes(tokens.text),
        words: all.words,
        unique_words: variety.types,
        sentences: all.sentences,
        paragraphs: paragraph_lengths.len(),
        sentence_length: Distribution::of(&sentence_lengths),
        word_length,
        paragraph_length: Distribution::of(&paragraph_lengths),
        sentence_types: SentenceTypes::of(&types),
        rhythm: Rhythm::of(&sentence_lengths),
        punctuation: Punctuation::of(tokens, lexicon),
        readability: Readability::of(all, language, lexicon),
        variety,
        vocabulary: Vocabulary::of(has_list.then_some(bands)),
        reading_time: ReadingTime::silent(all.words, profile),
        speaking_time: ReadingTime::aloud(all.words, profile),
    };
    (statistics, difficulty, types)
}

/// Code points of white space.
fn count_spaces(text: &str) -> usize {
    let bytes = text.as_bytes();
    let mut spaces = 0;
    let (blocks, rest) = bytes.as_chunks::<8>();
    let mut last = [0; 8];
    last[..rest.len()].copy_from_slice(rest);
    for (at, &block) in (0..).step_by(8).zip(blocks.iter().chain([&last])) {
        let block = u64::from_le_bytes(block);
        let low = block & !HIGH;
        // Have their high bits set: the bytes that are no space, and those from a tab and behind a line break on.
        let (others, tabs, beyond) =
            ((low ^ (0x20 * ONES)) + 0x7F * ONES, low + 0x77 * ONES, low + 0x72 * ONES);
        spaces += ((!others | tabs & !beyond) & !block & HIGH).count_ones() as usize;
        let mut foreign = block & HIGH;
        while foreign > 0 {
            let at = at + foreign.trailing_zeros() as usize / 8;
            // Inside of a character there is none.
            spaces += usize::from(text.get(at..).is_some_and(|rest| rest.starts_with(char::is_whitespace)));
            foreign &= foreign - 1;
        }
    }
    spaces
}

#[cfg(test)]
mod tests {
    use super::count_spaces;

    #[test]
    fn white_space_of_every_kind_is_counted() {
        let spaces: String = ('\0'..=char::MAX).filter(|c| c.is_whitespace()).collect();
        assert_eq!(count_spaces(&format!("a{spaces}é{spaces}日🎈\u{A1}\u{E9}")), 2 * spaces.chars().count());
        let others = ('\0'..=char::MAX).filter(|c| !c.is_whitespace());
        assert_eq!(count_spaces(&others.collect::<String>()), 0);
    }
}

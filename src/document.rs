//! A text that is edited.

use crate::analysis::analyze_with;
use crate::error::Error;
use crate::lexicon::Packs;
use crate::options::{Options, check_length};
use crate::reading::Reading;
use crate::report::Report;
use crate::text::{OffsetMap, OffsetUnit, Span};

/// A text, how it is to be analysed, and its report of now.
///
/// ```
/// # use textlens::{Document, Options, text::OffsetUnit};
/// let mut document = Document::new("A parade.".into(), Options::default())?;
/// document.edit(2, 8, "march", OffsetUnit::Utf16)?;
/// assert_eq!(document.text(), "A march.");
/// # Ok::<(), textlens::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Document {
    text: String,
    options: Options,
}

impl Document {
    /// A document of `text`.
    ///
    /// # Errors
    ///
    /// [`Error::TooLong`] above [`crate::MAX_TEXT_BYTES`].
    pub fn new(text: String, options: Options) -> Result<Self, Error> {
        check_length(text.len())?;
        Ok(Self { text, options })
    }

    /// The text as it stands.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Puts `insert` in place of what stands from `start` to `end`, both counted in `unit`.
    ///
    /// # Errors
    ///
    /// [`Error::BadRange`] when the range runs backwards, beyond the end or into
    /// a character; [`Error::TooLong`] when the text would be. The text then stays as it was.
    pub fn edit(&mut self, start: usize, end: usize, insert: &str, unit: OffsetUnit) -> Result<(), Error> {
        let map = OffsetMap::new(&self.text);
        let length = map.from_bytes(self.text.len(), unit);
        let bytes = map.to_bytes(start, unit).zip(map.to_bytes(end, unit)).filter(|(from, to)| from <= to);
        let (from, to) = bytes.ok_or(Error::BadRange { start, end, length, unit })?;
        check_length(self.text.len() - (to - from) + insert.len())?;
        self.text.replace_range(from..to, insert);
        Ok(())
    }

    /// The text as it stands, read to be asked many things, with what `packs` know.
    pub fn read<'a>(&'a self, packs: &'a Packs) -> Reading<'a, 'a> {
        Reading::new(packs, &self.text, &self.options).expect("the length is checked at every change")
    }

    /// The spans of all words and numbers of the text as it stands, with what `packs` know, counted in `unit`.
    pub fn word_spans(&self, packs: &Packs, unit: OffsetUnit) -> Vec<Span> {
        let (reading, map) = (self.read(packs), OffsetMap::new(&self.text));
        let tokens = reading.tokens();
        let words = tokens.tokens.iter().filter(|token| tokens.is_word(token));
        words.map(|word| map.translate(tokens.span(word), unit)).collect()
    }

    /// The spans of all its sentences, with what `packs` know, counted in `unit`.
    pub fn sentence_spans(&self, packs: &Packs, unit: OffsetUnit) -> Vec<Span> {
        let (reading, map) = (self.read(packs), OffsetMap::new(&self.text));
        reading.tokens().sentences.iter().map(|sentence| map.translate(sentence.span, unit)).collect()
    }

    /// The report of the text as it stands, with what `packs` know. Offsets are bytes.
    pub fn report(&self, packs: &Packs) -> Report {
        analyze_with(packs, &self.text, &self.options).expect("the length is checked at every change")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_slice_back_to_words_and_sentences() {
        let text = "né 🎈\n goose-stepping, 70th. We were there.The rest left.";
        let document = Document::new(text.into(), Options::default()).unwrap();
        let words = document.word_spans(Packs::built_in(), OffsetUnit::Utf8);
        let words: Vec<_> = words.into_iter().map(|span| span.of(text)).collect();
        assert_eq!(words, ["né", "goose-stepping", "70th", "We", "were", "there", "The", "rest", "left"]);
        let sentences = document.sentence_spans(Packs::built_in(), OffsetUnit::CodePoints);
        assert_eq!(sentences.last().map(|span| (span.start, span.end)), Some((42, 56)));
    }

    #[cfg(feature = "languages")]
    #[test]
    fn spans_are_those_that_the_report_counts() {
        let chinese = "中国人民在北京庆祝。我们去北京大学学习。";
        let document = Document::new(chinese.into(), Options::default()).unwrap();
        let statistics = document.report(Packs::built_in()).statistics;
        let words = document.word_spans(Packs::built_in(), OffsetUnit::Utf16).len();
        assert_eq!(words, statistics.words);
        assert!(words < chinese.chars().count() - 5);
        assert_eq!(document.sentence_spans(Packs::built_in(), OffsetUnit::Utf16).len(), 2);
    }

    #[test]
    fn an_edit_is_the_edit_of_the_string() {
        let mut document = Document::new("né 🎈 b".into(), Options::default()).unwrap();
        document.edit(3, 5, "ü", OffsetUnit::Utf16).unwrap();
        assert_eq!(document.text(), "né ü b");
        document.edit(6, 6, "!", OffsetUnit::CodePoints).unwrap();
        assert_eq!(document.text(), "né ü b!");
        document.edit(0, 8, "", OffsetUnit::Utf8).unwrap();
        assert_eq!(document.text(), "!");
    }

    #[test]
    fn a_bad_range_says_so_and_changes_nothing() {
        let mut document = Document::new("🎈".into(), Options::default()).unwrap();
        for (start, end) in [(0, 3), (1, 2), (2, 0), (9, 9)] {
            let error = document.edit(start, end, "x", OffsetUnit::Utf16).unwrap_err();
            assert_eq!(error, Error::BadRange { start, end, length: 2, unit: OffsetUnit::Utf16 });
        }
        assert_eq!(document.text(), "🎈");
    }
}

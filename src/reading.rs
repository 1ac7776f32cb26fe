//! A text read once, to be asked many things.

use std::cell::OnceCell;

use crate::classes::Classes;
use crate::compare::{Comparison, compare};
use crate::error::Error;
use crate::keywords::{
    self, Candidates, Collocate, Company, Dispersion, Graph, Index, KeyWord, KeynessOptions, KeywordOptions,
    Line, Match, Ngram, NgramOptions, Order, Phrase, Query, Why, WordCounts, WordSet,
};
use crate::language::{self, Profile};
use crate::lexicon::{Packs, WordLexicon};
use crate::options::{Options, check_length};
use crate::summary::{self, KeySentence};
use crate::text::{Checkpoints, OffsetMap, Span};
use crate::tokens::Tokens;

/// A text with its tokens, and what is known of its language.
///
/// ```
/// use textlens::{Options, Reading, keywords::{Order, Query}, lexicon::Packs};
/// let text = "The army paraded. An army of drones.";
/// let reading = Reading::new(Packs::built_in(), text, &Options::default())?;
/// let lines = reading.concordance(&Query::parse("army").unwrap(), 2, Order::Place, 10);
/// assert_eq!(lines[1].right.of(text).trim(), "of drones");
/// # Ok::<(), textlens::Error>(())
/// ```
pub struct Reading<'t, 'p> {
    pub(crate) tag: String,
    pub(crate) language: String,
    /// Whether the pack of languages was asked.
    pub(crate) by_model: bool,
    pub(crate) profile: Profile,
    pub(crate) words: Option<&'p WordLexicon>,
    pub(crate) tokens: Tokens<'t>,
    pub(crate) keyword_options: KeywordOptions,
    /// Made for the first query.
    pub(crate) index: OnceCell<Index>,
    checkpoints: OnceCell<Checkpoints>,
    pub(crate) classes: OnceCell<Classes>,
}

impl<'t, 'p> Reading<'t, 'p> {
    /// Reads `text` with what `packs` know of its language.
    ///
    /// # Errors
    ///
    /// [`Error::TooLong`] above [`crate::MAX_TEXT_BYTES`].
    pub fn new(packs: &'p Packs, text: &'t str, options: &Options) -> Result<Self, Error> {
        check_length(text.len())?;
        let given = |language| language::Told { language, as_english: true, by_model: false };
        let told = || language::told(text, packs.languages());
        let told = options.language.as_deref().map_or_else(told, given);
        let tag = told.language.to_owned();
        // The case of a tag says nothing (BCP 47).
        let lower = tag.to_ascii_lowercase();
        let language = if tag == "und" && !told.as_english { &lower } else { language::serving(&lower) };
        let language = language.to_owned();
        let words = packs.words(&language);
        let profile = language::profile(&language).with(words);
        let stop_words = WordSet::of(&options.stop_words, profile, words);
        let keyword_options = KeywordOptions { limit: options.keywords, stop_words };
        let tokens = Tokens::new(text, profile, words);
        let by_model = told.by_model;
        Ok(Self {
            tokens,
            tag,
            language,
            by_model,
            profile,
            words,
            keyword_options,
            index: OnceCell::new(),
            checkpoints: OnceCell::new(),
            classes: OnceCell::new(),
        })
    }

    /// The text's paragraphs, sentences and tokens.
    pub fn tokens(&self) -> &Tokens<'t> {
        &self.tokens
    }

    /// The class of every token: noun, verb, name. They are found when first asked for.
    pub fn classes(&self) -> &Classes {
        self.classes.get_or_init(|| Classes::of(&self.tokens, self.words))
    }

    /// Where `query` matches, in order.
    pub fn find(&self, query: &Query) -> Vec<Match> {
        let index = self.index.get_or_init(|| Index::of(&self.tokens));
        query.find(&self.tokens, index, self.profile, self.words)
    }

    /// The first `limit` places of `query` in an order, with up to `width` words on each side.
    pub fn concordance(&self, query: &Query, width: usize, order: Order, limit: usize) -> Vec<Line> {
        keywords::concordance(&self.tokens, &self.find(query), width, order, limit)
    }

    /// The map of the text's offsets.
    pub fn offsets(&self) -> OffsetMap<'_> {
        let text = self.tokens.text;
        OffsetMap::with(text, self.checkpoints.get_or_init(|| Checkpoints::of(text)))
    }

    /// The company that `query` keeps, at least `minimum` times.
    pub fn collocations(&self, query: &Query, company: Company, minimum: u64) -> Vec<Collocate> {
        keywords::collocations(&self.tokens, &self.find(query), company, &self.keyword_options, minimum)
    }

    /// The first `limit` (100 at most) of the company that `query` keeps, and which of
    /// them stand together in at least `minimum` sentences.
    pub fn graph(&self, query: &Query, company: Company, minimum: u64, limit: usize) -> Graph {
        const MOST: usize = 100;
        let collocates = self.collocations(query, company, minimum);
        keywords::graph(&self.tokens, &collocates, limit.min(MOST), minimum)
    }

    /// How evenly `query` is spread over `parts` parts of equally many words.
    pub fn dispersion(&self, query: &Query, parts: usize) -> Dispersion {
        keywords::dispersion(&self.tokens, &self.find(query), parts)
    }

    /// Words and sequences of words, with how often they stand.
    pub fn ngrams(&self, options: &NgramOptions) -> Vec<Ngram> {
        let own = options.stop_words.as_ref().map(|words| WordSet::of(words, self.profile, self.words));
        keywords::ngrams(&self.tokens, &self.keyword_options, options, own.as_ref(), || self.classes())
    }

    /// The words that are more frequent than in `reference`, or than in the language at
    /// large (none, where [`Self::language_counts`] has none).
    pub fn keyness(&self, reference: Option<&WordCounts>, options: KeynessOptions) -> Vec<KeyWord> {
        let language = reference.is_none().then(|| self.language_counts()).flatten();
        let reference = reference.or(language.as_ref());
        reference.map_or_else(Vec::new, |reference| keywords::keyness(&self.counts(), reference, options))
    }

    /// How often words stand in the language at large; `None` where its words pack is not
    /// at hand or has no frequencies.
    pub fn language_counts(&self) -> Option<WordCounts> {
        let words = self.words.filter(|words| words.frequencies().iter().next().is_some());
        words.map(|words| WordCounts::of_language(words, self.profile))
    }

    /// This text and another side by side, by their content words. How rare words are at large
    /// counts only for two texts in one language.
    pub fn compare(&self, other: &Reading<'_, '_>) -> Comparison {
        let language = if self.language == other.language { self.language_counts() } else { None };
        compare(&self.counts(), &other.counts(), language.as_ref())
    }

    /// What may be a key phrase, and what is measured of it.
    pub fn candidates(&self) -> Candidates<'_, 'p> {
        Candidates::of(&self.tokens, self.classes(), &self.keyword_options, self.words)
    }

    /// Up to `limit` key phrases to be read, best first.
    pub fn keyphrases(&self, limit: usize) -> Vec<Phrase> {
        let candidates = self.candidates();
        keywords::keyphrases(&candidates, self.words.and_then(WordLexicon::key_phrase_ranker), limit)
    }

    /// Why the candidate for a key phrase that stands at `span` has its rank among all; `None` where none
    /// stands, or without a ranker.
    pub fn why(&self, span: Span) -> Option<Why> {
        keywords::why(&self.candidates(), self.words?.phrase_trees()?, span)
    }

    /// Why the phrase that stands at `span` is among those to be read, or is not; `None` where none stands,
    /// or without a ranker.
    pub fn why_read(&self, span: Span) -> Option<Why> {
        keywords::why_read(&self.candidates(), self.words?.key_phrase_trees()?, span)
    }

    /// Up to `count` sentences that carry the text, in its order.
    pub fn summary(&self, count: usize) -> Vec<KeySentence> {
        summary::summary(&self.tokens, &self.keyword_options, self.words, self.classes(), count)
    }

    /// How often each content word stands in the text, to compare it with another.
    pub fn counts(&self) -> WordCounts {
        WordCounts::of(&self.tokens, &self.keyword_options)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stop_words_are_compared_in_the_normal_form_of_the_text() {
        let options =
            Options { stop_words: vec!["ΛΌΓΟΣ".into(), "O’Clock".into()], ..Options::default() };
        let reading =
            Reading::new(Packs::built_in(), "Ο λόγοσ ΛΌΓΟΣ, o'clock and o’clock: missile.", &options);
        let counts = reading.unwrap().counts();
        assert_eq!(counts.iter().map(|(_, count)| count).sum::<u64>(), 1, "only the missile");
    }

    #[cfg(feature = "languages")]
    #[test]
    fn words_are_counted_by_the_letters_of_their_language() {
        let count = |language: &str, text: &str| -> Vec<(String, usize)> {
            let options = Options { language: Some(language.into()), ..Options::default() };
            let reading = Reading::new(Packs::built_in(), text, &options).unwrap();
            let words = NgramOptions { words: 1, minimum: 1, ..NgramOptions::default() };
            reading.ngrams(&words).into_iter().map(|ngram| (ngram.text, ngram.count)).collect()
        };
        let of = |pairs: &[(&str, usize)]| -> Vec<(String, usize)> {
            pairs.iter().map(|&(text, count)| (text.to_owned(), count)).collect()
        };
        for language in ["tr", "az"] {
            let text = "İstanbul istanbul, ISTANBUL ve ıstanbul; Isparta, ISPARTA.";
            let found: Vec<usize> = count(language, text).into_iter().map(|(_, count)| count).collect();
            assert!(found.starts_with(&[2, 2, 2]), "{language} {found:?}");
        }
        assert_eq!(count("tr", "İÇİN kadın KADIN. Kadın için İÇİN."), of(&[("kadın", 3)]));
        assert_eq!(count("tr", "I\u{307}stanbul İstanbul")[0].1, 2);
        assert_eq!(
            count("fr", "élève, élève, E\u{301}LE\u{300}VE, été, e\u{301}te\u{301}."),
            of(&[("élève", 3)])
        );
        assert_eq!(
            count("ko", "한국은 \u{1112}\u{1161}\u{11ab}\u{1100}\u{116e}\u{11a8}\u{110b}\u{1173}\u{11ab}"),
            of(&[("한국은", 2)])
        );
        assert_eq!(count("el", "λόγος ΛΌΓΟΣ Λόγος λόγοσ"), of(&[("λόγος", 4)]));
    }

    #[cfg(feature = "languages")]
    #[test]
    fn the_case_of_a_tag_says_nothing() {
        for (tag, language) in [("EN", "en"), ("De", "de"), ("EN-gb", "en"), ("NO", "nb"), ("xx", "xx")] {
            let options = Options { language: Some(tag.into()), ..Options::default() };
            let reading = Reading::new(Packs::built_in(), "Der Satz ist kurz.", &options).unwrap();
            assert_eq!((reading.tag.as_str(), reading.language.as_str()), (tag, language));
        }
    }

    #[cfg(feature = "languages")]
    #[test]
    fn the_pack_that_told_the_language_is_named() {
        let packs = |text: &str| -> Vec<String> {
            let report = crate::analyze(text, &Options::default()).unwrap();
            report.packs.into_iter().map(|pack| pack.name).collect()
        };
        let german = "Die Parade begann am Morgen, und die Soldaten gingen über den Platz.";
        assert_eq!(packs(german), ["de.words", "mul.languages"]);
        assert_eq!(packs("The parade was in the city."), ["en.words", "en.names"]);
    }
}

//! The words pack: what is known of a language's words.

use rustc_hash::{FxHashMap, FxHashSet};

use super::boosted_trees::BoostedTrees;
use super::class_model::ClassModel;
use super::frequency::FrequencyList;
use super::pack::{Pack, PackError, lines};
use super::sentence_words::{Lowered, SentenceWords};
use super::syllables::SyllableTable;
use crate::text::{Abbreviation, SentenceModel, SentenceRules, normal_form};

/// Stop words, abbreviations, irregular forms and syllables of one language.
///
/// Words are looked up in their normal form: lower case, straight apostrophes.
#[derive(Debug, Default)]
pub struct WordLexicon {
    stop_words: FxHashSet<Box<str>>,
    sentence_words: SentenceWords,
    sentence_model: Option<SentenceModel>,
    irregular: FxHashMap<Box<str>, Box<str>>,
    syllables: SyllableTable,
    frequencies: FrequencyList,
    phrase_ranker: Option<BoostedTrees>,
    word_classes: Option<ClassModel>,
}

impl WordLexicon {
    /// Reads the sections of a words pack.
    ///
    /// # Errors
    ///
    /// [`PackError::Malformed`] with the section and the line that is not as it should be.
    pub fn read(pack: &Pack<'_>) -> Result<Self, PackError> {
        let mut lexicon = Self::default();
        for line in lines(pack.text("stop-words")?) {
            lexicon.stop_words.extend(line.split_whitespace().map(Box::from));
        }
        lexicon.sentence_words = SentenceWords::read(pack.text("abbreviations")?)
            .map_err(|line| malformed("abbreviations", line))?;
        let model = pack.data("sentence-model");
        if !model.is_empty() {
            let read = SentenceModel::read(model);
            lexicon.sentence_model = Some(read.map_err(|error| PackError::Malformed {
                section: "sentence-model".to_owned(),
                what: error.to_string(),
            })?);
        }
        for line in lines(pack.text("irregular-forms")?) {
            let (form, lemma) = line.split_once(' ').ok_or_else(|| malformed("irregular-forms", line))?;
            lexicon.irregular.insert(form.into(), lemma.into());
        }
        lexicon.syllables =
            SyllableTable::read(pack.text("syllables")?).map_err(|line| malformed("syllables", &line))?;
        lexicon.frequencies = FrequencyList::read(pack.data("frequencies"))?;
        let ranker = pack.data("phrase-ranker");
        if !ranker.is_empty() {
            lexicon.phrase_ranker = Some(BoostedTrees::read("phrase-ranker", ranker)?);
        }
        let classes = pack.data("word-classes");
        if !classes.is_empty() {
            lexicon.word_classes = Some(ClassModel::read(classes)?);
        }
        Ok(lexicon)
    }

    /// Whether `word` carries grammar rather than topic; contractions of such words do too.
    pub fn is_stop_word(&self, word: &str) -> bool {
        self.stop_words.contains(word)
            || word.bytes().position(|byte| byte == b'\'').is_some_and(|at| {
                let (head, tail) = (&word[..at], &word[at + 1..]);
                self.stop_words.contains(head) || tail == "t" && head.ends_with('n')
            })
    }

    /// The lemma of an irregular form, and of a word that only looks inflected.
    pub fn irregular_lemma(&self, word: &str) -> Option<&str> {
        self.irregular.get(word).map(|lemma| &**lemma)
    }

    /// How frequent the commonest words are in the language at large.
    pub fn frequencies(&self) -> &FrequencyList {
        &self.frequencies
    }

    /// The model that ranks candidates for key phrases.
    pub fn phrase_ranker(&self) -> Option<&BoostedTrees> {
        self.phrase_ranker.as_ref()
    }

    /// The model of the classes of words.
    pub fn word_classes(&self) -> Option<&ClassModel> {
        self.word_classes.as_ref()
    }

    /// What is known of syllables beyond the rules.
    pub fn syllables(&self) -> &SyllableTable {
        &self.syllables
    }
}

impl SentenceRules for WordLexicon {
    fn abbreviation(&self, word: &str) -> Option<Abbreviation> {
        self.sentence_words.abbreviation(word)
    }

    fn starts_sentence(&self, word: &str) -> bool {
        if !word.is_ascii() {
            return self.is_stop_word(&normal_form(word));
        }
        if !word.bytes().any(|byte| byte.is_ascii_uppercase()) {
            return self.is_stop_word(word);
        }
        let mut lower = Lowered::default();
        word.len() <= Lowered::LONGEST && self.is_stop_word(lower.of(word))
    }

    fn is_preposition(&self, word: &str) -> bool {
        self.sentence_words.is_preposition(word)
    }

    fn model(&self) -> Option<&SentenceModel> {
        self.sentence_model.as_ref()
    }
}

fn malformed(section: &str, line: &str) -> PackError {
    PackError::Malformed { section: section.to_owned(), what: format!("cannot read line {line:?}") }
}

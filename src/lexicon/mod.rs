//! What is known of words and names: the language packs and their contents.
//!
//! A language has a *words* pack (stop words, abbreviations, irregular forms)
//! and a *names* pack (gazetteers). They are files of their own, so that a
//! page can show its first results before the names arrive; without them
//! everything that needs no such knowledge still works. Every other language
//! has a words pack, which a page fetches for the texts that are in it.

mod arrival;
mod boosted_trees;
pub mod class_features;
mod class_model;
mod class_sums;
#[cfg(feature = "english")]
mod common_clusters;
#[cfg(feature = "english")]
pub mod english;
mod form_classes;
mod form_table;
mod frequency;
mod known;
mod lanes;
pub mod language_model;
#[cfg(feature = "languages")]
pub mod languages;
pub mod name_model;
mod name_table;
mod names;
pub mod pack;
mod patterns;
mod prefix_code;
pub mod quads;
mod sentence_words;
mod style_words;
mod suffixes;
mod syllables;
mod tree_scorer;
mod vowels;
mod word_class;
mod word_key;
mod words;

pub use arrival::Arrival;
pub use boosted_trees::{BoostedTrees, Node, Tree};
pub(crate) use class_features::ends_as_adjective;
pub use class_model::{ClassModel, KnownForm};
pub use form_classes::{FormClasses, Roles};
pub(crate) use frequency::CommonForm;
pub use frequency::FrequencyList;
pub use known::Known;
pub use language_model::LanguageModel;
pub use name_table::Cluster;
pub use names::NameLexicon;
pub use sentence_words::SentenceWords;
pub use style_words::{Marks, PhraseRest, StyleWords};
pub use suffixes::SuffixStemmer;
pub use syllables::SyllableTable;
pub use tree_scorer::TreeScorer;
pub use vowels::VowelRules;
pub use word_class::WordClass;
pub use word_key::WordKey;
pub(crate) use word_key::base_letter;
pub use words::{ReadingSpeed, WordLexicon};

use std::sync::Arc;

use language_model::SECTION;
use pack::{Pack, PackError};

/// Which pack was loaded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LoadedPack {
    /// Language and kind: `en.words`, `en.names`, `de.words`, `mul.languages`.
    pub name: String,
    /// The version of textlens that built it.
    pub version: String,
    /// Hash of its contents.
    pub hash: u64,
}

/// The packs at hand, by language. A clone shares their contents.
#[derive(Clone, Debug, Default)]
pub struct Packs {
    words: Vec<Arc<(LoadedPack, WordLexicon)>>,
    names: Vec<Arc<(LoadedPack, NameLexicon)>>,
    languages: Vec<Arc<(LoadedPack, LanguageModel)>>,
}

impl Packs {
    /// No packs at all.
    pub const fn none() -> Self {
        Self { words: Vec::new(), names: Vec::new(), languages: Vec::new() }
    }

    /// The packs compiled in.
    #[cfg(feature = "english")]
    pub fn built_in() -> &'static Self {
        static PACKS: std::sync::LazyLock<Packs> = std::sync::LazyLock::new(|| {
            let mut packs = Packs::none();
            let shipped = english::packs().into_iter();
            #[cfg(feature = "languages")]
            let shipped = shipped.chain(languages::packs());
            for (name, bytes) in shipped {
                packs.load(&bytes).unwrap_or_else(|error| panic!("{name}: {error}"));
            }
            packs
        });
        &PACKS
    }

    /// Reads a pack and keeps it; a pack of the same name is replaced.
    ///
    /// # Errors
    ///
    /// [`PackError`], and nothing changes, when the bytes are not a sound pack of a known kind.
    pub fn load(&mut self, bytes: &[u8]) -> Result<LoadedPack, PackError> {
        let mut arrival = Arrival::default();
        arrival.push(bytes)?;
        self.take(arrival)
    }

    /// Keeps a pack that has arrived; a pack of the same name is replaced.
    ///
    /// # Errors
    ///
    /// As [`Self::load`]; [`PackError::Truncated`] when it is not there as a whole.
    pub fn take(&mut self, arrival: Arrival) -> Result<LoadedPack, PackError> {
        let Arrival { bytes, sections, names } = arrival;
        let pack = Pack::begun(&bytes, sections)?;
        if bytes.len() < pack.length {
            return Err(PackError::Truncated { length: bytes.len() });
        }
        let loaded =
            LoadedPack { name: pack.name.to_owned(), version: pack.version.to_owned(), hash: pack.hash() };
        match pack.name.split_once('.') {
            Some((_, "words")) => replace(&mut self.words, loaded.clone(), WordLexicon::read(&pack)?),
            Some((_, "names")) => replace(&mut self.names, loaded.clone(), names),
            Some((_, "languages")) => {
                let model = LanguageModel::read(pack.data(SECTION))?;
                replace(&mut self.languages, loaded.clone(), model);
            }
            _ => return Err(PackError::Unknown { name: loaded.name }),
        }
        Ok(loaded)
    }

    /// What is known of the words of `language` (`en`).
    pub fn words(&self, language: &str) -> Option<&WordLexicon> {
        find(&self.words, language).map(|(_, words)| words)
    }

    /// What is known of the names of `language`.
    pub fn names(&self, language: &str) -> Option<&NameLexicon> {
        find(&self.names, language).map(|(_, names)| names)
    }

    /// What tells languages apart.
    pub fn languages(&self) -> Option<&LanguageModel> {
        self.languages.first().map(|entry| &entry.1)
    }

    /// The packs of `language`, in a fixed order; the one that tells languages
    /// apart is the last, where the language was `told` by it.
    pub fn of(&self, language: &str, told: bool) -> Vec<&LoadedPack> {
        let words = find(&self.words, language).map(|(pack, _)| pack);
        let names = find(&self.names, language).map(|(pack, _)| pack);
        let languages = self.languages.first().filter(|_| told).map(|entry| &entry.0);
        words.into_iter().chain(names).chain(languages).collect()
    }
}

fn replace<T>(list: &mut Vec<Arc<(LoadedPack, T)>>, pack: LoadedPack, lexicon: T) {
    list.retain(|old| old.0.name != pack.name);
    list.push(Arc::new((pack, lexicon)));
}

fn find<'a, T>(list: &'a [Arc<(LoadedPack, T)>], language: &str) -> Option<&'a (LoadedPack, T)> {
    list.iter().map(|entry| &**entry).find(|(pack, _)| pack.name.split('.').next() == Some(language))
}

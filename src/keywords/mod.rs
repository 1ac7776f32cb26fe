//! What a text is about and how its words stand in it: frequencies, key
//! phrases, n-grams, collocations, keyness, dispersion, concordance.

mod accents;
pub mod association;
mod candidates;
mod choice_features;
mod collocations;
mod concordance;
mod content;
mod cut;
mod dispersion;
mod features;
mod frequency;
mod graph;
mod index;
mod key_phrases;
mod keyness;
mod markup;
mod merit;
mod names;
mod ngrams;
mod occurrences;
mod overlap;
#[cfg(feature = "regex")]
mod pattern;
mod phrases;
mod places;
mod query;
mod readable;
mod reasons;
mod repeats;
mod sense;
mod sequences;
mod stems;
mod steps;
mod written_form;

pub use candidates::{Candidate, Candidates};
pub use choice_features::CHOICE_FEATURES;
pub use collocations::{Collocate, Company, collocations};
pub use concordance::{Line, Order, concordance};
pub use dispersion::{Dispersion, dispersion};
pub use frequency::{Form, Keyword, KeywordOptions, WordSet, keywords};
pub use graph::{Edge, Graph, Node, graph};
pub use index::{Index, fold};
pub use key_phrases::{choices, keyphrases};
pub use keyness::{KeyWord, KeynessOptions, Significance, WordCounts, keyness};
pub use ngrams::{MAX_WORDS, Ngram, NgramOptions, ngrams};
pub use phrases::{Phrase, phrases, scores};
pub use query::{Match, Query, QueryError};
#[cfg(test)]
pub(crate) use reasons::ASPECTS;
pub use reasons::{Aspect, Reason, Why, why, why_read};

//! What a text is about and how its words stand in it: frequencies, key
//! phrases, n-grams, collocations, keyness, dispersion, concordance.

pub mod association;
mod candidates;
mod collocations;
mod concordance;
mod dispersion;
mod frequency;
mod keyness;
mod ngrams;
mod phrases;
mod query;
mod readable;
mod stems;

pub use candidates::{Candidate, Candidates};
pub use collocations::{Collocate, Company, collocations};
pub use concordance::{Line, Order, concordance};
pub use dispersion::{Dispersion, dispersion};
pub use frequency::{Form, Keyword, KeywordOptions, keywords};
pub use keyness::{KeyWord, Significance, WordCounts, keyness};
pub use ngrams::{Ngram, NgramOptions, ngrams};
pub use phrases::{Phrase, keyphrases, phrases};
pub use query::{Query, QueryError};

//! What a text is about: its most frequent words and its key phrases.

mod frequency;
mod phrases;

pub use frequency::{Form, Keyword, KeywordOptions, keywords};
pub use phrases::{Phrase, phrases};

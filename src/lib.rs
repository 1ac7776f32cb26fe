//! textlens: keyword frequencies, sentence statistics and entity highlights.
pub mod language;
pub mod lexicon;
pub mod text;
pub mod tokens;

//! How long, how hard, how varied: counts, lengths, readability, variety, vocabulary, rhythm and reading time.

mod counts;
mod definitions;
mod difficulty;
mod distribution;
mod measure;
mod punctuation;
mod readability;
mod reading_time;
mod rhythm;
mod sentence_types;
mod syllables;
mod text_counts;
mod variety;
mod vocabulary;

pub use counts::{Statistics, statistics};
pub use definitions::{Definition, definitions};
pub use difficulty::{Difficulty, DifficultyMeasure};
pub use distribution::Distribution;
pub use measure::{FormulaResult, Missing};
pub use punctuation::Punctuation;
pub use readability::*;
pub use reading_time::ReadingTime;
pub use rhythm::Rhythm;
pub use sentence_types::{SentenceType, SentenceTypes};
pub use syllables::syllables;
pub use text_counts::TextCounts;
pub use variety::{Variety, mattr, mtld};
pub use vocabulary::Vocabulary;

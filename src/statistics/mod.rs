//! How long, how hard, how varied: counts, lengths, readability, variety and reading time.
//!
//! Vocabulary by frequency band is not here: it needs a frequency list, which the words pack does not have yet.

mod counts;
mod definitions;
mod difficulty;
mod distribution;
mod measure;
mod readability;
mod reading_time;
mod syllables;
mod text_counts;
mod variety;

pub use counts::{Statistics, statistics};
pub use definitions::{Definition, definitions};
pub use difficulty::{Difficulty, DifficultyMeasure};
pub use distribution::Distribution;
pub use measure::{FormulaResult, Missing};
pub use readability::*;
pub use reading_time::ReadingTime;
pub use syllables::syllables;
pub use text_counts::TextCounts;
pub use variety::{Variety, mattr, mtld};

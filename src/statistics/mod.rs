//! How long, how hard: counts, lengths, readability and reading time.

mod counts;
mod difficulty;
mod distribution;
mod measure;
mod readability;
mod reading_time;
mod syllables;
mod text_counts;
mod variety;

pub use counts::{Statistics, statistics};
pub use difficulty::{Difficulty, DifficultyMeasure};
pub use distribution::Distribution;
pub use measure::{FormulaResult, Missing};
pub use readability::*;
pub use reading_time::ReadingTime;
pub use syllables::syllables;
pub use text_counts::TextCounts;
pub use variety::{Variety, mattr, mtld};

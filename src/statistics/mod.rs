//! How long, how hard: counts, lengths, readability and reading time.

mod counts;
mod distribution;
mod readability;
mod reading_time;
mod syllables;

pub use counts::{Statistics, statistics};
pub use distribution::Distribution;
pub use readability::{
    FormulaResult, Missing, Readability, TextCounts, flesch_kincaid_grade, flesch_reading_ease,
};
pub use reading_time::ReadingTime;
pub use syllables::syllables;

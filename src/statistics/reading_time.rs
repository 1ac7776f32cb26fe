//! How long a text takes to read.

use serde::Serialize;

/// Silent reading time.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ReadingTime {
    /// Seconds at that speed.
    pub seconds: f64,
    /// The speed: 238 for English non-fiction (Brysbaert 2019, *How many words do we read per minute?*).
    pub words_per_minute: u32,
}

impl ReadingTime {
    /// The time for `words` at `words_per_minute`.
    pub fn of(words: usize, words_per_minute: u32) -> Self {
        Self { seconds: words as f64 * 60.0 / f64::from(words_per_minute), words_per_minute }
    }
}

#[cfg(test)]
mod tests {
    use super::ReadingTime;

    #[test]
    fn a_minute_of_words_takes_a_minute() {
        assert_eq!(ReadingTime::of(238, 238).seconds, 60.0);
        assert_eq!(ReadingTime::of(0, 238).seconds, 0.0);
    }
}

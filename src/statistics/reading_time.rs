//! How long a text takes to read, silently and aloud.

use serde::Serialize;

/// Silent reading: most adults read English non-fiction at 175 to 300 words a
/// minute where the mean is 238 (Brysbaert 2019).
const SILENT: Spread = Spread { slow: 175.0 / 238.0, fast: 300.0 / 238.0 };

/// Reading aloud: one standard deviation of 30 about the mean of 228 words a
/// minute (English, Trauzettel-Klosinski and Dietz 2012).
const ALOUD: Spread = Spread { slow: 198.0 / 228.0, fast: 258.0 / 228.0 };

/// How much slower and faster than the mean people are.
struct Spread {
    slow: f64,
    fast: f64,
}

/// How long reading takes: silently, or aloud.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ReadingTime {
    /// Seconds at that speed.
    pub seconds: f64,
    /// The speed; the sources stand in the language’s file.
    pub words_per_minute: u32,
    /// Seconds that a fast reader takes.
    pub shortest: f64,
    /// Seconds that a slow reader takes.
    pub longest: f64,
}

impl ReadingTime {
    /// The time to read `words` silently, at a mean of `words_per_minute`.
    pub fn silent(words: usize, words_per_minute: u32) -> Self {
        Self::of(words, words_per_minute, &SILENT)
    }

    /// The time to read `words` aloud, at a mean of `words_per_minute`.
    pub fn aloud(words: usize, words_per_minute: u32) -> Self {
        Self::of(words, words_per_minute, &ALOUD)
    }

    fn of(words: usize, words_per_minute: u32, spread: &Spread) -> Self {
        let seconds = words as f64 * 60.0 / f64::from(words_per_minute);
        Self { seconds, words_per_minute, shortest: seconds / spread.fast, longest: seconds / spread.slow }
    }
}

#[cfg(test)]
mod tests {
    use super::ReadingTime;

    #[test]
    fn a_minute_of_words_takes_a_minute() {
        let silent = ReadingTime::silent(238, 238);
        assert_eq!(silent.seconds, 60.0);
        assert!((silent.shortest - 47.6).abs() < 1e-9, "238 words at 300 a minute");
        assert!((silent.longest - 81.6).abs() < 1e-9, "and at 175");
        let aloud = ReadingTime::aloud(228, 228);
        assert!((aloud.longest - 228.0 * 60.0 / 198.0).abs() < 1e-9);
        assert_eq!(ReadingTime::silent(0, 238).longest, 0.0);
    }
}

//! How long a text takes to read, silently and aloud.

use serde::Serialize;

use crate::language::Profile;

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
    /// Whether the speed is that of English, as none is known of the language.
    pub borrowed: bool,
    /// Seconds that a fast reader takes.
    pub shortest: f64,
    /// Seconds that a slow reader takes.
    pub longest: f64,
}

impl ReadingTime {
    /// The time to read `words` silently in a language with `profile`.
    pub fn silent(words: usize, profile: Profile) -> Self {
        Self::of(words, profile.words_per_minute, profile.borrowed, &SILENT)
    }

    /// The time to read `words` aloud in a language with `profile`.
    pub fn aloud(words: usize, profile: Profile) -> Self {
        Self::of(words, profile.words_per_minute_aloud, profile.borrowed_aloud, &ALOUD)
    }

    fn of(words: usize, words_per_minute: u32, borrowed: bool, spread: &Spread) -> Self {
        let seconds = words as f64 * 60.0 / f64::from(words_per_minute);
        Self {
            seconds,
            words_per_minute,
            borrowed,
            shortest: seconds / spread.fast,
            longest: seconds / spread.slow,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::ReadingTime;
    use crate::language::profile;
    use crate::lexicon::Packs;

    #[test]
    fn a_minute_of_words_takes_a_minute() {
        let english = profile("en");
        let silent = ReadingTime::silent(238, english);
        assert_eq!((silent.seconds, silent.borrowed), (60.0, false));
        assert!((silent.shortest - 47.6).abs() < 1e-9, "238 words at 300 a minute");
        assert!((silent.longest - 81.6).abs() < 1e-9, "and at 175");
        let aloud = ReadingTime::aloud(183, english);
        assert!((aloud.longest - 228.0 * 60.0 / 198.0).abs() < 1e-9);
        assert_eq!(ReadingTime::silent(0, english).longest, 0.0);
    }

    #[test]
    fn a_speed_that_is_not_known_is_borrowed() {
        let time = |tag| {
            let profile = profile(tag).with(Packs::built_in().words(tag));
            let (silent, aloud) = (ReadingTime::silent(9, profile), ReadingTime::aloud(9, profile));
            [silent, aloud].map(|time| (time.words_per_minute, time.borrowed))
        };
        assert_eq!(time("fr"), [(214, false), (157, false)]);
        assert_eq!(time("zh"), [(260, false), (127, false)]);
        assert_eq!(time("ko"), [(226, false), (183, true)]);
        assert_eq!(time("th"), [(238, true), (183, true)]);
        assert_eq!(time("xx"), [(238, true), (183, true)], "without a pack");
    }
}

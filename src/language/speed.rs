//! How fast people read, by language, in words a minute.
//!
//! Sources: Brysbaert 2019, *How many words do we read per minute?*, a
//! meta-analysis of silent reading (its English figure is that of non-fiction);
//! Trauzettel-Klosinski and Dietz 2012, *Standardized assessment of reading
//! performance: the new International Reading Speed Texts IReST*, the same
//! texts read aloud in 17 languages, which compares languages best.

/// Words a minute of silent reading and of IReST's reading aloud; 0 where a source has none.
const SPEEDS: &[(&str, u32, u32)] = &[
    ("en", 238, 228),
    ("ar", 181, 138),
    ("de", 260, 179),
    ("es", 278, 218),
    ("fi", 195, 161),
    ("fr", 214, 195),
    ("he", 224, 187),
    ("it", 285, 188),
    ("ko", 226, 0),
    ("nl", 228, 202),
    ("pl", 0, 166),
    ("pt", 0, 181),
    ("ru", 0, 184),
    ("sl", 0, 180),
    ("sv", 218, 199),
    ("tr", 0, 166),
];

/// English silent reading, which stands in where nothing is known of a language.
const SILENT: u32 = 238;

/// English reading aloud at an easy pace: the mean of 77 studies (Brysbaert 2019).
const ALOUD: u32 = 183;

/// English reading aloud in IReST.
const IREST: u32 = 228;

fn known(language: &str) -> (u32, u32) {
    SPEEDS.iter().find(|(tag, ..)| *tag == language).map_or((0, 0), |&(_, silent, aloud)| (silent, aloud))
}

/// Silent reading; where Brysbaert has no figure, English's in IReST's proportion.
pub fn silent(language: &str) -> u32 {
    match known(language) {
        (0, 0) => SILENT,
        (0, aloud) => scaled(SILENT, aloud),
        (silent, _) => silent,
    }
}

/// Reading aloud at an easy pace: English's in IReST's proportion.
pub fn aloud(language: &str) -> u32 {
    match known(language) {
        (_, 0) => ALOUD,
        (_, aloud) => scaled(ALOUD, aloud),
    }
}

/// `english` times `aloud` over that of English, rounded.
fn scaled(english: u32, aloud: u32) -> u32 {
    (2 * english * aloud + IREST) / (2 * IREST)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn speeds_are_those_of_the_sources() {
        assert_eq!((silent("en"), aloud("en")), (238, 183));
        assert_eq!((silent("de"), aloud("de")), (260, 144));
        // 238 * 166 / 228 = 173.3, 183 * 166 / 228 = 133.2
        assert_eq!((silent("pl"), aloud("pl")), (173, 133));
        assert_eq!((silent("xx"), aloud("xx")), (238, 183));
    }
}

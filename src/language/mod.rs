//! Which language a text is in, and what the core knows of each.
//!
//! Rules are code and live here by language; word lists are data and live in
//! the language packs ([`crate::lexicon`]).

mod detect;
pub mod english;

pub use detect::detect;

/// Rules of a language that need no pack.
#[derive(Clone, Copy)]
pub struct Profile {
    /// The stem that groups the inflected forms of a word, from its normal form.
    pub stem: fn(&str) -> String,
    /// Syllables of a word in normal form, by rule; `None` where no rule is known.
    pub syllables: Option<fn(&str) -> usize>,
    /// Silent reading speed in words a minute.
    pub words_per_minute: u32,
}

/// The profile of the language `tag` (`en`, `en-GB`), the neutral one for others.
pub fn profile(tag: &str) -> Profile {
    match primary(tag) {
        "en" => Profile { stem: english::stem, syllables: Some(english::syllables), words_per_minute: 238 },
        // 238 words a minute is the mean of English (Brysbaert 2019) and stands in
        // where nothing is known of the language.
        _ => Profile { stem: str::to_owned, syllables: None, words_per_minute: 238 },
    }
}

/// The language whose rules and packs serve a text of the language `tag`.
///
/// A text too short to tell its language, such as a headline, is read as
/// English; the report still says `und`.
pub fn serving(tag: &str) -> &str {
    match primary(tag) {
        "und" => "en",
        language => language,
    }
}

/// The language of a BCP 47 tag without script, region and variants.
pub fn primary(tag: &str) -> &str {
    tag.split(['-', '_']).next().unwrap_or_default()
}

//! Which language a text is in, and what the core knows of each.
//!
//! Rules are code and live here by language; word lists are data and live in
//! the language packs ([`crate::lexicon`]).

mod detect;
pub mod english;
mod sentences;
mod speed;
pub mod vowels;

pub use detect::detect;
pub use sentences::sentence_rules;

use crate::text::SentenceRules;

/// Rules of a language that need no pack.
#[derive(Clone, Copy)]
pub struct Profile {
    /// The stem that groups the inflected forms of a word, from its normal form.
    pub stem: fn(&str) -> String,
    /// Syllables of a word in normal form, by rule; `None` where no rule is known.
    pub syllables: Option<fn(&str) -> usize>,
    /// Silent reading speed in words a minute.
    pub words_per_minute: u32,
    /// Speed of reading aloud in words a minute.
    pub words_per_minute_aloud: u32,
    /// What ends its sentences, where no words pack says more.
    pub sentences: &'static dyn SentenceRules,
}

/// The profile of the language `tag` (`en`, `en-GB`), the neutral one for others.
pub fn profile(tag: &str) -> Profile {
    let language = primary(tag);
    let (words_per_minute, words_per_minute_aloud) = (speed::silent(language), speed::aloud(language));
    let sentences = sentence_rules(language);
    let stem = if language == "en" { english::stem } else { str::to_owned };
    Profile { stem, syllables: syllables(language), words_per_minute, words_per_minute_aloud, sentences }
}

/// The counter of syllables of a language.
fn syllables(language: &str) -> Option<fn(&str) -> usize> {
    Some(match language {
        "en" => english::syllables,
        "de" => vowels::german,
        "fr" => vowels::french,
        "es" => vowels::spanish,
        "it" => vowels::italian,
        "pt" => vowels::portuguese,
        "nl" => vowels::dutch,
        "pl" => vowels::polish,
        "ru" => vowels::russian,
        "uk" | "bg" => vowels::cyrillic,
        "sv" => vowels::swedish,
        "da" | "nb" | "nn" | "no" => vowels::danish,
        "fi" => vowels::finnish,
        "cs" => vowels::czech,
        "tr" => vowels::turkish,
        _ => return None,
    })
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

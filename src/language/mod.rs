//! Which language a text is in, and what the core knows of it without a pack.
//!
//! The rules of English are code and live here; what belongs to another
//! language is data in its words pack ([`crate::lexicon`]).

mod detect;
pub mod english;

pub use detect::detect;
pub(crate) use detect::{Told, told};

use crate::lexicon::WordLexicon;
use crate::text::normal_form_with;

/// Silent reading of English non-fiction, which stands in where nothing is known
/// of a language: Brysbaert 2019, *How many words do we read per minute?*
const SILENT: u32 = 238;

/// Reading English aloud at an easy pace: the mean of 77 studies (Brysbaert 2019).
const ALOUD: u32 = 183;

/// What holds of a language whatever packs are at hand.
#[derive(Clone, Copy)]
pub struct Profile {
    /// The stem that groups the inflected forms of a word, from its normal form.
    pub stem: fn(&str) -> String,
    /// Syllables of a word in normal form, by rule; `None` where no rule is known.
    pub syllables: Option<fn(&str) -> usize>,
    /// Whether *i* and *ı* are two letters, as in Turkish, whose capitals are *İ* and *I*.
    pub has_dotless_i: bool,
    /// Silent reading speed in words a minute.
    pub words_per_minute: u32,
    /// Speed of reading aloud in words a minute.
    pub words_per_minute_aloud: u32,
    /// Whether the speed of silent reading is that of English, as none is known of the language.
    pub borrowed: bool,
    /// The same of reading aloud.
    pub borrowed_aloud: bool,
}

/// The profile of the language `tag` (`en`, `en-GB`), the neutral one for others.
pub fn profile(tag: &str) -> Profile {
    let english = primary(tag) == "en";
    Profile {
        stem: if english { english::stem } else { str::to_owned },
        syllables: english.then_some(english::syllables),
        has_dotless_i: matches!(primary(tag), "tr" | "az"),
        words_per_minute: SILENT,
        words_per_minute_aloud: ALOUD,
        borrowed: !english,
        borrowed_aloud: !english,
    }
}

impl Profile {
    /// The [normal form](crate::text::normal_form) of a word of the language.
    ///
    /// ```
    /// let turkish = textlens::language::profile("tr");
    /// assert_eq!(turkish.normal_form("ISPARTA İLİ"), "ısparta ili");
    /// ```
    pub fn normal_form(&self, form: &str) -> String {
        normal_form_with(form, self.has_dotless_i)
    }

    /// The profile with the reading speed that the language's pack knows.
    pub fn with(self, words: Option<&WordLexicon>) -> Self {
        words.and_then(WordLexicon::speed).map_or(self, |speed| Self {
            words_per_minute: speed.silent,
            words_per_minute_aloud: speed.aloud.unwrap_or(ALOUD),
            borrowed: false,
            borrowed_aloud: speed.aloud.is_none(),
            ..self
        })
    }
}

/// The language whose rules and packs serve a text of the language `tag`.
///
/// A text whose language cannot be told, such as a headline, is read as English
/// if it may be; the report still says `und`.
pub fn serving(tag: &str) -> &str {
    match primary(tag) {
        "und" => "en",
        // Norwegian without more is Bokmål, and Nynorsk is nearer to it than to nothing.
        "no" | "nn" => "nb",
        language => language,
    }
}

/// The language of a BCP 47 tag without script, region and variants.
pub fn primary(tag: &str) -> &str {
    tag.split(['-', '_']).next().unwrap_or_default()
}

//! The words by which sentences end in the languages that have no words pack.

use std::sync::LazyLock;

use crate::lexicon::SentenceWords;
use crate::text::{NoRules, SentenceRules};

/// Reads the words of each language once, when first asked for.
macro_rules! languages {
    ($tag:expr; $($language:literal),+) => {
        match $tag {
            $($language => {
                static WORDS: LazyLock<SentenceWords> = LazyLock::new(|| {
                    let text = include_str!(concat!("data/", $language, ".txt"));
                    SentenceWords::read(text).unwrap_or_else(|line| panic!("cannot read line {line:?}"))
                });
                &*WORDS
            })+
            _ => &NoRules,
        }
    };
}

/// What is known of the ends of sentences in `language` (`de`) without its words pack.
pub fn sentence_rules(language: &str) -> &'static dyn SentenceRules {
    languages!(language; "de", "fr", "es", "it", "pt", "nl", "pl", "ru", "el", "ar", "hi", "zh", "ja")
}

//! How a text is to be analysed, and how long it may be.

use crate::entities::EntityOptions;
use crate::error::Error;

/// The longest text that is analysed, in bytes of UTF-8: 256 MiB.
///
/// Above it a browser's 32-bit memory could not hold text and analysis together.
pub const MAX_TEXT_BYTES: usize = 256 << 20;

/// How a text is to be analysed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Options {
    /// BCP 47 tag of the text's language; detected when `None`.
    pub language: Option<String>,
    /// How many keywords to list.
    pub keywords: usize,
    /// How many ranked phrases to list; those to be read are up to ten in any case.
    pub phrases: usize,
    /// Words to leave out of keywords and phrases, beside the language's own stop words.
    pub stop_words: Vec<String>,
    /// What is wanted of the entities, and what the caller knows of them.
    pub entities: EntityOptions,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            language: None,
            keywords: 100,
            phrases: 20,
            stop_words: Vec::new(),
            entities: EntityOptions::default(),
        }
    }
}

/// Whether a text of so many bytes is short enough.
pub(crate) fn check_length(bytes: usize) -> Result<(), Error> {
    if bytes > MAX_TEXT_BYTES { Err(Error::TooLong { bytes }) } else { Ok(()) }
}

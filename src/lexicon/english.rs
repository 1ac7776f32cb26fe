//! The English packs, compiled in: for the command line, the tests, and
//! `cargo xtask build`, which writes them to the files that a page fetches.

use super::pack::{self, Section};

const OWN: &str = "MIT OR Apache-2.0";

/// The sections of `en.words`, each with its licence; sources in `SOURCES.md`.
const WORDS: &[Section<'static>] = &[
    Section { id: "stop-words", licence: OWN, data: include_bytes!("en/stop_words.txt") },
    Section { id: "abbreviations", licence: OWN, data: include_bytes!("en/abbreviations.txt") },
    Section { id: "irregular-forms", licence: OWN, data: include_bytes!("en/irregular_forms.txt") },
    Section { id: "syllables", licence: OWN, data: include_bytes!("en/syllables.txt") },
];

/// The sections of `en.names`.
const NAMES: &[Section<'static>] = &[];

/// The English packs: name and contents.
pub fn packs() -> [(&'static str, Vec<u8>); 2] {
    [("en.words", WORDS), ("en.names", NAMES)]
        .map(|(name, sections)| (name, pack::write(name, env!("CARGO_PKG_VERSION"), sections)))
}

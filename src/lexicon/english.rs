//! The English packs, compiled in: for the command line, the tests, and
//! `cargo xtask build`, which writes them to the files that a page fetches.

use super::common_clusters;
use super::pack::{self, Section};

const OWN: &str = "MIT OR Apache-2.0";

/// The sections of `en.words`, each with its licence; sources in `SOURCES.md`.
const WORDS: &[Section<'static>] = &[
    Section { id: "stop-words", licence: OWN, data: include_bytes!("en/stop_words.txt") },
    Section { id: "abbreviations", licence: OWN, data: include_bytes!("en/abbreviations.txt") },
    Section { id: "sentence-model", licence: "CC-BY-SA-4.0", data: include_bytes!("en/sentence_model.bin") },
    Section { id: "irregular-forms", licence: OWN, data: include_bytes!("en/irregular_forms.txt") },
    Section { id: "syllables", licence: "BSD-2-Clause", data: include_bytes!("en/syllables.txt") },
    Section { id: "frequencies", licence: "CC-BY-SA-4.0", data: include_bytes!("en/frequencies.bin") },
    Section { id: "style", licence: OWN, data: include_bytes!("en/style.txt") },
    Section { id: "verb-stems", licence: "CC-BY-SA-4.0", data: include_bytes!("en/verb_stems.txt") },
    Section { id: "phrase-ranker", licence: OWN, data: include_bytes!("en/phrase_ranker.bin") },
    Section { id: "key-phrase-ranker", licence: OWN, data: include_bytes!("en/key_phrase_ranker.bin") },
    Section { id: "word-classes", licence: "CC-BY-SA-4.0", data: include_bytes!("en/word_classes.bin") },
];

/// The sections of `en.names`, but for common words and clusters.
const NAMES: &[Section<'static>] = &[
    Section { id: "countries", licence: "ODbL-1.0", data: include_bytes!("en/names/countries.txt") },
    Section { id: "capitals", licence: "ODbL-1.0", data: include_bytes!("en/names/capitals.txt") },
    Section { id: "cities", licence: "CC-BY-4.0", data: include_bytes!("en/names/cities.txt") },
    Section { id: "regions", licence: "CC-BY-4.0", data: include_bytes!("en/names/regions.txt") },
    Section { id: "places", licence: OWN, data: include_bytes!("en/names/places.txt") },
    Section { id: "demonyms", licence: "ODbL-1.0", data: include_bytes!("en/names/demonyms.txt") },
    Section {
        id: "given-names",
        licence: "Unlicense AND CC0-1.0",
        data: include_bytes!("en/names/given_names.txt"),
    },
    Section {
        id: "surnames",
        licence: "Unlicense AND CC0-1.0",
        data: include_bytes!("en/names/surnames.txt"),
    },
    Section { id: "organisations", licence: OWN, data: include_bytes!("en/names/organisations.txt") },
    Section { id: "companies", licence: "PDDL-1.0", data: include_bytes!("en/names/companies.txt") },
    Section { id: "clubs", licence: "CC0-1.0 AND CC-BY-SA-3.0", data: include_bytes!("en/names/clubs.txt") },
    Section { id: "events", licence: OWN, data: include_bytes!("en/names/events.txt") },
    Section { id: "works", licence: OWN, data: include_bytes!("en/names/works.txt") },
    Section { id: "aliases", licence: OWN, data: include_bytes!("en/names/aliases.txt") },
    Section { id: "cues", licence: OWN, data: include_bytes!("en/names/cues.txt") },
    Section { id: "ner-model", licence: "CC-BY-SA-4.0", data: include_bytes!("en/ner_model.bin") },
];

/// Words that are mostly in lower case, and words by how they are used: the pack has the one list in the other.
const COMMON_WORDS: &str = include_str!("en/names/common_words.txt");
const CLUSTERS: &str = include_str!("en/names/clusters.txt");

/// The English packs: name and contents.
pub fn packs() -> [(&'static str, Vec<u8>); 2] {
    let (common, clusters) = common_clusters::merged(COMMON_WORDS, CLUSTERS);
    let section = |id, licence, text| Section { id, licence, data: str::as_bytes(text) };
    let names = [
        NAMES,
        // What is read fast comes last: a page reads the rest while it arrives.
        &[
            section("clusters", "MIT AND CC-BY-SA-4.0", &clusters),
            section("common-words", "CC-BY-SA-4.0", &common),
        ],
    ];
    [("en.words", WORDS), ("en.names", &names.concat())]
        .map(|(name, sections)| (name, pack::write(name, env!("CARGO_PKG_VERSION"), sections)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::pack::Pack;

    #[test]
    fn every_section_is_credited_with_its_licence() {
        let sources = include_str!("SOURCES.md");
        for (pack, bytes) in packs() {
            let (_, rest) = sources.split_once(&format!("\n## {pack}\n")).expect(pack);
            let rows = rest.split("\n## ").next().unwrap_or_default();
            for Section { id, licence, .. } in Pack::read(&bytes).expect(pack).sections {
                let row = rows.lines().find(|row| row.starts_with(&format!("| `{id}` | ")));
                let row = row.unwrap_or_else(|| panic!("SOURCES.md has no row {id}"));
                assert!(row.contains(&format!(" | {licence} | ")), "{id}, {licence}: {row}");
            }
        }
    }
}

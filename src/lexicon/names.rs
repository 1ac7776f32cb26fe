//! The names pack: what is known of names and of the words around them.
//!
//! Entries are kept as hashes of their folded words, so that a lookup of a
//! phrase takes one step for each word and no string is built. Folding takes
//! away case, diacritics, full stops and possessive endings; a word in
//! capitals (*US*) is an entry of its own beside the word in lower case (*us*).

use std::str::Utf8Error;

use rustc_hash::FxHashMap;

use super::known::{CUES, Known};
use super::name_model::{self, Model};
use super::name_table::{Cluster, FULL, Full, NameTable};
use super::pack::{NOT_UTF_8, Pack, PackError, Section, lines, malformed};
use super::word_key::{EntryKeys, PlainEntry, PlainWord, WordKey, plain_entry, plain_word};
use crate::text::{PieceKind, pieces};

/// Gazetteers and cue words of one language.
#[derive(Debug, Default)]
pub struct NameLexicon {
    table: NameTable,
    /// By name: the line of the aliases that it stands in.
    aliases: FxHashMap<WordKey, usize>,
    model: Option<Model>,
}

/// The sections of names, with the class of their entries.
const LISTS: &[(&str, Known)] = &[
    ("countries", Known::COUNTRY),
    ("capitals", Known::CITY),
    ("cities", Known::CITY),
    ("regions", Known::REGION),
    ("places", Known::PLACE),
    ("demonyms", Known::DEMONYM),
    ("given-names", Known::GIVEN),
    ("surnames", Known::SURNAME),
    ("organisations", Known::ORGANISATION),
    ("companies", Known::ORGANISATION),
    ("clubs", Known::ORGANISATION),
    ("events", Known::EVENT),
    ("works", Known::WORK),
    ("common-words", Known::COMMON),
];

impl NameLexicon {
    /// Reads the sections of a names pack.
    ///
    /// # Errors
    ///
    /// [`PackError::Malformed`] with the section and the line that is not as it should be.
    pub fn read(pack: &Pack<'_>) -> Result<Self, PackError> {
        let mut lexicon = Self::default();
        lexicon.read_on(pack, 0)?;
        Ok(lexicon)
    }

    /// Reads the sections of a names pack from the one at `first` on; those before it were read.
    ///
    /// # Errors
    ///
    /// As [`Self::read`].
    pub(super) fn read_on(&mut self, pack: &Pack<'_>, mut first: usize) -> Result<(), PackError> {
        // Most words have more letters; where they have not, all is read again with more room.
        let mut places = pack.length / 16;
        loop {
            if first == 0 {
                *self = Self { table: NameTable::with_places(places), ..Self::default() };
            }
            let read = pack.sections[first..].iter().try_for_each(|section| self.read_section(section));
            if read.is_ok() || !self.table.is_full() {
                return read;
            }
            (places, first) = (2 * self.table.places(), 0);
        }
    }

    /// The trained model that goes with the names, if the pack has one.
    pub fn model(&self) -> Option<&Model> {
        self.model.as_ref()
    }

    /// Reads a section; one that has another purpose is left.
    fn read_section(&mut self, &Section { id, data, .. }: &Section<'_>) -> Result<(), PackError> {
        let mut rest = data;
        match id {
            "cues" => self.read_cues(data)?,
            "aliases" => self.read_aliases(data)?,
            "clusters" => {
                while !rest.is_empty() {
                    rest = self.read_cluster(rest)?;
                }
            }
            name_model::SECTION => self.model = Some(Model::read(data)?),
            _ => {
                if let Some(&(_, class)) = LISTS.iter().find(|(list, _)| *list == id) {
                    while !rest.is_empty() {
                        rest = self.read_entry(rest, id, class)?;
                    }
                }
            }
        }
        Ok(())
    }

    /// Reads lines of a class and its words.
    fn read_cues(&mut self, list: &[u8]) -> Result<(), PackError> {
        let list = std::str::from_utf8(list).map_err(|_| malformed("cues", NOT_UTF_8))?;
        for line in lines(list) {
            let mut words = line.split_whitespace();
            let name = words.next().unwrap_or_default();
            let class = CUES.iter().find(|(cue, _)| *cue == name);
            let class = class.ok_or_else(|| malformed("cues", &format!("no class {name:?}")))?;
            for word in words {
                self.read_entry(word.replace('_', " ").as_bytes(), "cues", class.1)?;
            }
        }
        Ok(())
    }

    /// Reads lines of names, with `=` between them, that are of the same one.
    fn read_aliases(&mut self, list: &[u8]) -> Result<(), PackError> {
        let list = std::str::from_utf8(list).map_err(|_| malformed("aliases", NOT_UTF_8))?;
        for (id, line) in (0..).zip(lines(list)) {
            // As the words of a name in a text: *Workers’* is *Workers*.
            let key =
                |word: &str| WordKey::folded(word.strip_suffix("'s").unwrap_or(word).trim_matches('\''));
            let names = line.split('=').map(|name| name.trim_ascii().split(' ').map(key));
            self.aliases.extend(names.filter_map(|words| Some((words.reduce(WordKey::then)?, id))));
        }
        Ok(())
    }

    /// Reads the line that `list` begins with, an entry of this class; what follows is left.
    ///
    /// Not inlined, as are others here: browsers make code faster that is called often, not a loop that runs.
    #[inline(never)]
    fn read_entry<'b>(&mut self, list: &'b [u8], section: &str, class: Known) -> Result<&'b [u8], PackError> {
        let mut keys = EntryKeys::default();
        if let Some(PlainEntry { words, end }) = plain_entry(list, &mut keys) {
            self.insert_phrase(keys[..words].iter().copied(), class)
                .map_err(|Full| malformed(section, FULL))?;
            return Ok(&list[end..]);
        }
        let (line, rest) = first_line(list, section)?;
        for entry in lines(line) {
            self.insert(entry, class).map_err(|Full| malformed(section, FULL))?;
        }
        Ok(rest)
    }

    /// Reads the line that `list` begins with, a cluster: its numbers at two coarser grains, and its words, with
    /// one space between them; those after a plus sign are common. What follows is left.
    #[inline(never)]
    fn read_cluster<'b>(&mut self, list: &'b [u8]) -> Result<&'b [u8], PackError> {
        let section = "clusters";
        let numbers = number(list).and_then(|(coarse, list)| Some((coarse, number(list)?)));
        let Some((coarse, (middle, mut words))) = numbers else {
            let (line, rest) = first_line(list, section)?;
            return match lines(line).next() {
                None => Ok(rest),
                Some(line) => Err(malformed(section, &format!("no numbers at the start of {line:?}"))),
            };
        };
        let cluster = self.table.new_cluster(middle, coarse).map_err(|Full| malformed(section, FULL))?;
        let mut classes = Known::NONE;
        loop {
            if let Some(rest) = words.strip_prefix(b"+ ") {
                (classes, words) = (Known::COMMON, rest);
            }
            let word = match plain_word(words) {
                Some(word) => word,
                None => any_word(words).map_err(|_| malformed(section, NOT_UTF_8))?,
            };
            self.table.put(word.key, classes, cluster).map_err(|Full| malformed(section, FULL))?;
            words = &words[word.end..];
            if !word.more {
                return Ok(words);
            }
        }
    }

    /// Adds an entry of any letters and marks.
    fn insert(&mut self, entry: &str, class: Known) -> Result<(), Full> {
        let ends = entry.bytes().position(|byte| byte == b'.') == Some(entry.len() - 1);
        let class = if ends { class.or(Known::ABBREVIATION) } else { class };
        // The rules of texts, which part *St. John's* but neither *Évora* nor *Baden-Baden*, take ten times as long.
        if entry.split(' ').all(is_whole) {
            return self.insert_phrase(entry.split(' ').map(WordKey::of_entry), class);
        }
        let parts = pieces(entry).map(|piece| (piece.kind, piece.span.of(entry)));
        let words = parts.filter(|(kind, part)| *kind != PieceKind::Punctuation || *part == "&");
        self.insert_phrase(words.map(|(_, word)| WordKey::of_entry(word)), class)
    }

    /// Adds an entry of these words.
    #[inline(always)]
    fn insert_phrase(&mut self, words: impl Iterator<Item = WordKey>, class: Known) -> Result<(), Full> {
        let mut phrase: Option<WordKey> = None;
        for word in words {
            phrase = Some(match phrase {
                Some(start) => {
                    self.table.add(start, Known::PREFIX)?;
                    start.then(word)
                }
                None => word,
            });
        }
        phrase.map_or(Ok(()), |phrase| self.table.add(phrase, class))
    }

    /// The cluster of the word with this folded key, or the one that is none.
    pub fn cluster(&self, key: WordKey) -> Cluster {
        self.table.cluster(key)
    }

    /// What is known of the word or phrase with this key.
    pub fn get(&self, key: WordKey) -> Known {
        self.table.known(key).without(Known::PREFIX)
    }

    /// Whose name it is that has this key: a number that all names of the same one have.
    pub fn alias(&self, key: WordKey) -> Option<usize> {
        self.aliases.get(&key).copied()
    }

    /// Whether a longer entry starts with the phrase of this key.
    pub fn is_prefix(&self, key: WordKey) -> bool {
        self.table.known(key).is(Known::PREFIX)
    }

    /// Whether the key is an entry or starts one.
    pub fn contains(&self, key: WordKey) -> bool {
        self.table.contains(key)
    }
}

/// The number that `list` begins with, and what follows it and a space.
#[inline(never)]
fn number(list: &[u8]) -> Option<(u8, &[u8])> {
    let end = list.iter().position(|byte| !byte.is_ascii_digit()).filter(|&end| list[end] == b' ')?;
    let number = list[..end]
        .iter()
        .try_fold(0u8, |number, digit| number.checked_mul(10)?.checked_add(digit - b'0'))?;
    Some((number, &list[end + 1..]))
}

/// The line that `list` begins with, and what follows it.
fn first_line<'b>(list: &'b [u8], section: &str) -> Result<(&'b str, &'b [u8]), PackError> {
    let end = list.iter().position(|&byte| byte == b'\n').unwrap_or(list.len());
    let line = std::str::from_utf8(&list[..end]).map_err(|_| malformed(section, NOT_UTF_8))?;
    Ok((line, list.get(end + 1..).unwrap_or_default()))
}

/// The same as [`plain_word`], of any letters.
#[cold]
fn any_word(list: &[u8]) -> Result<PlainWord, Utf8Error> {
    let end = list.iter().position(|byte| matches!(byte, b' ' | b'\n')).unwrap_or(list.len());
    let key = WordKey::folded(std::str::from_utf8(&list[..end])?);
    Ok(PlainWord { key, end: list.len().min(end + 1), more: list.get(end) == Some(&b' ') })
}

/// Whether it is a word as texts have them: of letters of Latin-1 and Extended-A, and hyphens between them.
fn is_whole(word: &str) -> bool {
    let is_letter = |c: char| c.is_ascii_alphabetic() || matches!(c, 'À'..='Ö' | 'Ø'..='ö' | 'ø'..='ſ');
    word.split('-').all(|part| !part.is_empty() && part.chars().all(is_letter))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::pack::write;

    fn lexicon(sections: &[(&'static str, &'static str)]) -> Result<NameLexicon, PackError> {
        let sections: Vec<_> = sections
            .iter()
            .map(|&(id, text)| Section { id, licence: "MIT", data: text.as_bytes() })
            .collect();
        NameLexicon::read(&Pack::read(&write("en.names", "0", &sections)).unwrap())
    }

    fn phrase(words: &[&str]) -> WordKey {
        words.iter().map(|word| WordKey::of_entry(word)).reduce(WordKey::then).unwrap()
    }

    #[test]
    fn the_pack_that_ships_is_read_once() {
        let [_, (_, bytes)] = crate::lexicon::english::packs();
        let pack = Pack::read(&bytes).unwrap();
        let lexicon = NameLexicon::read(&pack).unwrap();
        let first = NameTable::with_places(pack.length / 16).places();
        assert_eq!(lexicon.table.places(), first, "it took longer, as all was read again with more room");
    }

    #[test]
    fn every_entry_is_found_under_the_key_that_the_text_gives() {
        let lexicon = lexicon(&[
            ("countries", "# a comment\nNorth Korea\nUS\nCôte d'Ivoire\n"),
            ("organisations", "AT&T\nMoody's\nU.N. Security Council\n"),
        ])
        .unwrap();
        assert!(
            lexicon
                .get(phrase(&["north", "KOREA"].map(|w| if w == "KOREA" { "Korea" } else { w })))
                .is(Known::COUNTRY)
        );
        assert!(lexicon.is_prefix(phrase(&["North"])));
        assert!(lexicon.get(phrase(&["US"])).is(Known::COUNTRY));
        assert_eq!(lexicon.get(phrase(&["us"])), Known::NONE);
        assert!(lexicon.get(phrase(&["Cote", "d’Ivoire"])).is(Known::COUNTRY));
        assert!(lexicon.get(phrase(&["AT&T"])).is(Known::ORGANISATION));
        assert!(lexicon.get(phrase(&["Moody"])).is(Known::ORGANISATION));
        assert!(lexicon.get(phrase(&["U.N", "Security", "Council"])).is(Known::ORGANISATION));
        assert!(lexicon.get(phrase(&["UN", "Security", "Council"])).is(Known::ORGANISATION));
    }

    #[test]
    fn an_unknown_class_is_an_error_that_names_it() {
        let error = lexicon(&[("cues", "title President\ntitel Graf\n")]).unwrap_err();
        assert_eq!(error.to_string(), "language pack: section \"cues\": no class \"titel\"");
    }

    #[test]
    fn a_section_that_is_not_as_it_should_be_is_an_error_that_names_it() {
        let bytes = |id, data: &[u8]| {
            let sections = [Section { id, licence: "MIT", data }];
            NameLexicon::read(&Pack::read(&write("en.names", "0", &sections)).unwrap())
        };
        for (id, data) in [
            ("cities", &b"Paris\nLy\xFFon\nNice\n"[..]),
            ("cues", b"title Pr\xE9sident\n"),
            ("clusters", b"1 2 one two\n1 x three\n"),
            ("clusters", b"1 256 one two\n"),
            ("clusters", b"words\n"),
            ("ner-model", b"no model"),
        ] {
            let error = bytes(id, data).unwrap_err().to_string();
            assert!(error.contains(id), "{id}: {error}");
        }
    }

    #[test]
    fn short_words_find_room_too() {
        let letters = || 'a'..='z';
        let words: Vec<String> = letters().flat_map(|a| letters().map(move |b| format!("{a}{b}"))).collect();
        let list: &'static str = words.join("\n").leak();
        let lexicon = lexicon(&[("cities", list), ("surnames", "zz\n")]).unwrap();
        for word in &words {
            let known = if word == "zz" { Known::CITY.or(Known::SURNAME) } else { Known::CITY };
            assert_eq!(lexicon.get(phrase(&[word])), known, "{word}");
        }
    }

    #[test]
    fn whole_words_are_those_of_texts() {
        let [_, (_, bytes)] = crate::lexicon::english::packs();
        let pack = Pack::read(&bytes).unwrap();
        for (section, _) in LISTS {
            for entry in lines(pack.text(section).unwrap()).filter(|entry| entry.split(' ').all(is_whole)) {
                let words = pieces(entry).map(|piece| piece.span.of(entry));
                assert!(words.eq(entry.split(' ')), "{entry}");
            }
        }
    }

    #[test]
    fn words_have_their_clusters() {
        let lexicon =
            lexicon(&[("clusters", "# a comment\n3 14 one two-fold\n5 6 Évora c.d + eva\n7 8 + few\n")])
                .unwrap();
        let cluster = |word| lexicon.cluster(WordKey::folded(word));
        assert_eq!(cluster("Two-fold"), Cluster { fine: 1, middle: 14, coarse: 3 });
        assert_eq!(cluster("evora"), Cluster { fine: 2, middle: 6, coarse: 5 });
        assert_eq!((cluster("cd").fine, cluster("eva").fine, cluster("few").fine), (2, 2, 3));
        assert_eq!((cluster("three").fine, cluster("+").fine), (0, 0));
        let common = ["one", "cd", "eva", "few"].map(|word| lexicon.get(phrase(&[word])).is(Known::COMMON));
        assert_eq!(common, [false, false, true, true]);
    }
}

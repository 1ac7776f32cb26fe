//! The names pack: what is known of names and of the words around them.
//!
//! Entries are kept as hashes of their folded words, so that a lookup of a
//! phrase takes one step for each word and no string is built. Folding takes
//! away case, diacritics, full stops and possessive endings; a word in
//! capitals (*US*) is an entry of its own beside the word in lower case (*us*).

use super::key_table::KeyTable;
use super::name_model::{self, Model};
use super::pack::{Pack, PackError, lines};
use crate::text::{PieceKind, pieces};

/// What is known of a word or phrase: a set of classes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Known(u64);

macro_rules! classes {
    ($($(#[$doc:meta])* $bit:literal $name:ident $cue:literal)*) => {
        impl Known {
            $($(#[$doc])* pub const $name: Known = Known(1 << $bit);)*
        }

        /// The classes by the names that the section `cues` gives them.
        const CUES: &[(&str, Known)] = &[$(($cue, Known::$name)),*];
    };
}

classes! {
    /// A country or territory.
    0 COUNTRY "country"
    /// A capital or larger city.
    1 CITY "city"
    /// A state, province or historical region.
    2 REGION "region"
    /// A continent, sea, mountain range or the like.
    3 PLACE "landscape"
    /// A nationality, people, religion or political group.
    4 DEMONYM "demonym"
    /// A given name.
    5 GIVEN "given-name"
    /// A surname.
    6 SURNAME "surname"
    /// A body, company, medium or team.
    7 ORGANISATION "body"
    /// A word that is mostly written in lower case.
    8 COMMON "common"
    /// A title before a person's name: *President*.
    9 TITLE "title"
    /// Qualifies a title: *Defence* in *Defence Minister*.
    10 TITLE_MODIFIER "title-modifier"
    /// In lower case before a person's name: *actor*.
    11 ROLE "role"
    /// A verb of speech after a person.
    12 SPEECH "speech"
    /// Any other verb or pronoun after a person.
    13 DEED "deed"
    /// A preposition that mostly stands before places.
    14 IN "in"
    /// A preposition that often stands before places.
    15 AT "at"
    /// Any other word before a place: *southern*.
    16 BEFORE_PLACE "before-place"
    /// A word after a place: *province*.
    17 AFTER_PLACE "after-place"
    /// A word before an organisation: *group*.
    18 BEFORE_ORGANISATION "before-organisation"
    /// A word after an organisation: *spokesman*.
    19 AFTER_ORGANISATION "after-organisation"
    /// The last word of organisations: *Ministry*.
    20 ORGANISATION_HEAD "organisation"
    /// A word of organisations before *of*: *University*.
    21 ORGANISATION_OF "organisation-of"
    /// The last word of places: *Peninsula*.
    22 PLACE_HEAD "place"
    /// The first word of places: *Lake*.
    23 PLACE_FIRST "place-first"
    /// A word of places before *of*: *Gulf*.
    24 PLACE_OF "place-of"
    /// The last word of events: *War*.
    25 EVENT_HEAD "event"
    /// The first word of events: *Hurricane*.
    26 EVENT_FIRST "event-first"
    /// A word of events before *of*: *Battle*.
    27 EVENT_OF "event-of"
    /// The last word of works, laws and prizes: *Act*.
    28 OTHER_HEAD "other"
    /// Written in capitals, but no name: *TV*.
    29 NO_NAME "no-name"
    /// A quarter of the world: *West*.
    30 COMPASS "compass"
    /// A month: *July*.
    31 MONTH "month"
    /// A day of the week.
    32 WEEKDAY "weekday"
    /// Joins the parts of a person's name: *van*.
    33 PARTICLE "particle"
    /// A full stop after it belongs to it: *Inc.*
    34 ABBREVIATION "abbreviation"
    /// *the*
    35 ARTICLE "article"
    /// *of*, *for*: join the parts of some names.
    36 OF "of"
    /// *and*: joins the parts of some names.
    37 AND "and"
    /// Follows a person's name: *Jr.*, *III*.
    38 SUFFIX "suffix"
    /// Whose possessive is part of a name: *People’s Army*.
    39 OWNER "owner"
    /// The first word of organisations: *Universidad*.
    40 ORGANISATION_FIRST "organisation-first"
    /// A named event.
    41 EVENT "named-event"
    /// In lower case after the name of one who governs: *administration*.
    42 AFTER_PERSON "after-person"
    /// In lower case before the title of a work: *film*.
    43 BEFORE_WORK "before-work"
    /// Begins a clause about a person: *who*.
    44 RELATIVE "relative"
    /// A kind of sport: *soccer*.
    45 SPORT "sport"
    /// What sport is written of with: *season*.
    46 CONTEST "contest"
}

impl Known {
    /// Longer entries start with it.
    const PREFIX: Known = Known(1 << 63);

    /// Nothing.
    pub const NONE: Known = Known(0);

    /// Names of places.
    pub const ANY_PLACE: Known = Known(Self::COUNTRY.0 | Self::CITY.0 | Self::REGION.0 | Self::PLACE.0);

    /// Names of any kind.
    pub const NAME: Known = Known(
        Self::ANY_PLACE.0
            | Self::DEMONYM.0
            | Self::GIVEN.0
            | Self::SURNAME.0
            | Self::ORGANISATION.0
            | Self::EVENT.0,
    );

    /// The set as bits, the same in every version of a names pack's model.
    pub const fn bits(self) -> u64 {
        self.0
    }

    /// Whether it is in one of `classes`.
    pub const fn is(self, classes: Known) -> bool {
        self.0 & classes.0 != 0
    }

    /// The classes of both.
    pub const fn or(self, other: Known) -> Known {
        Known(self.0 | other.0)
    }
}

/// A folded word, as a hash.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct WordKey(u64);

impl WordKey {
    /// The key of `word`, with its case folded.
    ///
    /// ```
    /// use textlens::lexicon::WordKey;
    /// assert_eq!(WordKey::folded("São"), WordKey::folded("SAO"));
    /// assert_eq!(WordKey::folded("U.S."), WordKey::folded("us"));
    /// assert_ne!(WordKey::folded("US"), WordKey::exact("US"));
    /// ```
    pub fn folded(word: &str) -> Self {
        if word.is_ascii() {
            return Self::of_ascii(
                word.as_bytes().iter().filter(|&&byte| byte != b'.'),
                u8::to_ascii_lowercase,
            );
        }
        Self::of(word, |c, key| c.to_lowercase().fold(key, |key, c| key.add(base_letter(c))))
    }

    /// The key of `word`, which is in capitals.
    pub fn exact(word: &str) -> Self {
        Self::of(word, |c, key| key.add(c))
    }

    fn of(word: &str, add: impl Fn(char, Self) -> Self) -> Self {
        word.chars()
            .filter(|&c| c != '.')
            .fold(Self::START, |key, c| if c == '’' { key.add('\'') } else { add(c, key) })
    }

    /// The key of nothing.
    const START: WordKey = WordKey(0xcbf2_9ce4_8422_2325);

    /// The key as a number.
    pub const fn bits(self) -> u64 {
        self.0
    }

    fn add(self, c: char) -> Self {
        WordKey((self.0 ^ u64::from(c)).wrapping_mul(0x0100_0000_01b3))
    }

    fn of_ascii<'b>(bytes: impl Iterator<Item = &'b u8>, fold: impl Fn(&u8) -> u8) -> Self {
        bytes.fold(Self::START, |key, byte| key.add(fold(byte).into()))
    }

    /// The key of a word of an entry that has only letters of ASCII.
    fn of_letters(word: &[u8]) -> Self {
        if word.len() > 1 && word.iter().all(u8::is_ascii_uppercase) {
            Self::of_ascii(word.iter(), |&byte| byte)
        } else {
            Self::of_ascii(word.iter(), u8::to_ascii_lowercase)
        }
    }

    /// The key of the phrase that `self` begins and `word` continues.
    pub fn then(self, word: WordKey) -> Self {
        let mixed = (self.0.rotate_left(23) ^ word.0).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        WordKey(mixed ^ mixed >> 29)
    }
}

/// The letter under a diacritic, of Latin letters up to U+017F; others as they are.
fn base_letter(c: char) -> char {
    const FIRST: u32 = 0xE0;
    const LETTERS: &[u8] =
        b"aaaaaaaceeeeiiiidnooooo.ouuuuytyaaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiii\
        iiiijjkkkllllllllllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";
    const { assert!(LETTERS.len() == 0x180 - 0xE0) };
    match (c as u32).checked_sub(FIRST).and_then(|at| LETTERS.get(at as usize)) {
        Some(&letter) if letter != b'.' => letter.into(),
        _ => c,
    }
}

/// Gazetteers and cue words of one language.
#[derive(Debug, Default)]
pub struct NameLexicon {
    known: KeyTable<Known>,
    clusters: KeyTable<Cluster>,
    model: Option<Model>,
}

/// The words that are used as a word is, at three grains.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cluster {
    /// Of 1,024 clusters, plus one; 0 where there is none.
    pub fine: u16,
    /// Of about 128.
    pub middle: u8,
    /// Of about 24.
    pub coarse: u8,
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
    ("common-words", Known::COMMON),
];

impl NameLexicon {
    /// Reads the sections of a names pack.
    ///
    /// # Errors
    ///
    /// [`PackError::Malformed`] with the section and the line that is not as it should be.
    pub fn read(pack: &Pack<'_>) -> Result<Self, PackError> {
        // As many entries as lines, and beginnings of entries as spaces.
        let count =
            |section: &str| pack.data(section).iter().filter(|&&byte| matches!(byte, b'\n' | b' ')).count();
        let entries = LISTS.iter().map(|(section, _)| count(section)).sum::<usize>();
        let mut lexicon = Self {
            known: KeyTable::for_keys(entries + count("cues")),
            clusters: KeyTable::for_keys(count("clusters")),
            model: None,
        };
        for &(section, class) in LISTS {
            for entry in lines(pack.text(section)?) {
                lexicon.insert(entry, class);
            }
        }
        for line in lines(pack.text("cues")?) {
            let mut words = line.split_whitespace();
            let name = words.next().unwrap_or_default();
            let class = CUES.iter().find(|(cue, _)| *cue == name).ok_or_else(|| PackError::Malformed {
                section: "cues".to_owned(),
                what: format!("no class {name:?}"),
            })?;
            for word in words {
                lexicon.insert(&word.replace('_', " "), class.1);
            }
        }
        for (fine, line) in lines(pack.text("clusters")?).enumerate() {
            let mut words = line.split_ascii_whitespace();
            let mut number = || words.next().and_then(|word| word.parse().ok());
            let (Some(coarse), Some(middle)) = (number(), number()) else {
                let what = format!("no numbers at the start of {line:?}");
                return Err(PackError::Malformed { section: "clusters".to_owned(), what });
            };
            let cluster = Cluster { fine: (fine + 1) as u16, middle, coarse };
            words.for_each(|word| *lexicon.clusters.entry(WordKey::folded(word)) = cluster);
        }
        let model = pack.data(name_model::SECTION);
        lexicon.model = if model.is_empty() { None } else { Some(Model::read(model)?) };
        Ok(lexicon)
    }

    /// The trained model that goes with the names, if the pack has one.
    pub fn model(&self) -> Option<&Model> {
        self.model.as_ref()
    }

    fn insert(&mut self, entry: &str, class: Known) {
        let ends = entry.bytes().position(|byte| byte == b'.') == Some(entry.len() - 1);
        let class = if ends { class.or(Known::ABBREVIATION) } else { class };
        let mut phrase: Option<WordKey> = None;
        let mut add = |word: WordKey| {
            phrase = Some(match phrase {
                Some(start) => {
                    let known = self.known.entry(start);
                    *known = known.or(Known::PREFIX);
                    start.then(word)
                }
                None => word,
            });
        };
        // Most entries: what follows for all would take twice as long for them.
        if entry.bytes().all(|byte| byte.is_ascii_alphabetic() || byte == b' ') {
            entry.as_bytes().split(|&byte| byte == b' ').map(WordKey::of_letters).for_each(add);
        } else {
            let parts = pieces(entry).map(|piece| (piece.kind, piece.span.of(entry)));
            parts
                .filter(|(kind, part)| *kind != PieceKind::Punctuation || *part == "&")
                .for_each(|(_, part)| add(entry_key(part)));
        }
        if let Some(phrase) = phrase {
            let known = self.known.entry(phrase);
            *known = known.or(class);
        }
    }

    /// The cluster of the word with this folded key.
    pub fn cluster(&self, key: WordKey) -> Option<Cluster> {
        self.clusters.get(key)
    }

    /// What is known of the word or phrase with this key.
    pub fn get(&self, key: WordKey) -> Known {
        let known = self.known.get(key).unwrap_or_default();
        Known(known.0 & !Known::PREFIX.0)
    }

    /// Whether a longer entry starts with the phrase of this key.
    pub fn is_prefix(&self, key: WordKey) -> bool {
        self.known.get(key).is_some_and(|known| known.is(Known::PREFIX))
    }

    /// Whether the key is an entry or starts one.
    pub fn contains(&self, key: WordKey) -> bool {
        self.known.get(key).is_some()
    }
}

/// The key of a word of an entry: exact if it is in capitals, folded if not.
fn entry_key(word: &str) -> WordKey {
    let word = ["'s", "’s"].iter().find_map(|ending| word.strip_suffix(ending)).unwrap_or(word);
    let capitals =
        word.chars().filter(|c| c.is_uppercase()).count() > 1 && !word.chars().any(char::is_lowercase);
    if capitals { WordKey::exact(word) } else { WordKey::folded(word) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::pack::{Section, write};

    fn lexicon(sections: &[(&'static str, &'static str)]) -> Result<NameLexicon, PackError> {
        let sections: Vec<_> = sections
            .iter()
            .map(|&(id, text)| Section { id, licence: "MIT", data: text.as_bytes() })
            .collect();
        NameLexicon::read(&Pack::read(&write("en.names", "0", &sections)).unwrap())
    }

    fn phrase(words: &[&str]) -> WordKey {
        words.iter().map(|word| entry_key(word)).reduce(WordKey::then).unwrap()
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
        assert!(lexicon.get(phrase(&["AT", "&", "T"])).is(Known::ORGANISATION));
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
    fn diacritics_fold_to_their_letters() {
        for (letter, base) in [
            "àa", "çc", "ñn", "øo", "ÿy", "āa", "čc", "ğg", "įi", "ķk", "łl", "ńn", "őo", "řr", "şs", "ţt",
            "űu", "ŵw", "žz",
        ]
        .iter()
        .map(|pair| pair.split_at(pair.len() - 1))
        {
            assert_eq!(WordKey::folded(letter), WordKey::folded(base), "{letter}");
        }
        assert_ne!(WordKey::folded("дa"), WordKey::folded("aa"));
    }
}

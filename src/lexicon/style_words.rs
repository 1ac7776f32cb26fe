//! What the notes on style know of a language's words: the section `style` of its words pack.
//!
//! A line holds a kind and words of that kind; `_` stands between the words of
//! a phrase, `=` between two spellings, and a stem that others begin with ends in `*`.
//! The section `verb-stems` holds the stems of what may be a finite verb.

use rustc_hash::{FxHashMap, FxHashSet};

use super::pack::lines;

/// Kinds of words; the place of one is its bit in [`Marks`].
const KINDS: [&str; 26] = [
    "be",
    "participle",
    "adjectival",
    "before-to",
    "between",
    "no-adverb",
    "intensifier",
    "hedge",
    "before-kind",
    "light",
    "between-noun",
    "nominal",
    "deed",
    "twice",
    "no-variant",
    "hedge-kind",
    "hedge-phrase",
    "no-hedge-phrase",
    "vague",
    "empty",
    "title",
    "name-title",
    "manner",
    "people",
    "given",
    "title-or-body",
];

/// Bytes of a stem that others begin with, at least.
const LEAST_STEM: usize = 4;

/// The kinds that a word is of, one bit each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Marks(u32);

impl Marks {
    /// A form of the auxiliary of the passive: *was*.
    pub const BE: Self = Self::of(0);
    /// An irregular participle: *taken*.
    pub const PARTICIPLE: Self = Self::of(1);
    /// Looks like a participle and is an adjective or a noun: *interested*, *hundred*.
    pub const ADJECTIVAL: Self = Self::of(2);
    /// Is an adjective before *to*: *used*.
    pub const BEFORE_TO: Self = Self::of(3);
    /// May stand between auxiliary and participle: *not*.
    pub const BETWEEN: Self = Self::of(4);
    /// Ends as an adverb of manner does, and is none: *family*.
    pub const NO_ADVERB: Self = Self::of(5);
    /// An adverb of degree that adds little: *very*.
    pub const INTENSIFIER: Self = Self::of(6);
    /// Takes back what is said: *perhaps*.
    pub const HEDGE: Self = Self::of(7);
    /// Stands before a *kind of* that is a hedge: *it is kind of late*.
    pub const BEFORE_KIND: Self = Self::of(8);
    /// Says little beside a noun made from a verb: *make*.
    pub const LIGHT: Self = Self::of(9);
    /// May stand between those two: *a*.
    pub const BETWEEN_NOUN: Self = Self::of(10);
    /// A noun made from a verb: *decision*.
    pub const NOMINAL: Self = Self::of(11);
    /// One that names a deed: *the implementation of*.
    pub const DEED: Self = Self::of(12);
    /// Stands twice for good reason: *had had*.
    pub const TWICE: Self = Self::of(13);
    /// Has no second spelling, whatever its letters say: *revise*.
    pub const NO_VARIANT: Self = Self::of(14);
    /// Of a phrase: a hedge unless a noun follows, *sort of*.
    pub const HEDGE_KIND: Self = Self::of(15);
    /// Of a phrase: a hedge, *in my opinion*.
    pub const HEDGE_PHRASE: Self = Self::of(16);
    /// Of a phrase: begins as a hedge does and is none, *I believe in*.
    pub const NO_HEDGE_PHRASE: Self = Self::of(17);
    /// Says little before a noun: *former*.
    pub const VAGUE: Self = Self::of(18);
    /// Says little alone or with others of its kind: *total number*.
    pub const EMPTY: Self = Self::of(19);
    /// Stands before a name that can do without it: *President*.
    pub const TITLE: Self = Self::of(20);
    /// Stands before a name, and is part of it: *Queen Victoria*.
    pub const NAME_TITLE: Self = Self::of(21);
    /// An intensifier before an adjective, an adverb of manner behind a verb: *deeply*.
    pub const MANNER: Self = Self::of(22);
    /// Of a people, with a capital wherever it stands: *Iraqi*.
    pub const PEOPLE: Self = Self::of(23);
    /// A common given name, or what stands before one in the name of a place: *Maria*, *San*.
    pub const GIVEN: Self = Self::of(24);
    /// A title before a rare name, before others the first word of a body: *Justice*, *Major League Baseball*.
    pub const TITLE_OR_BODY: Self = Self::of(25);
    /// Either title.
    pub const ANY_TITLE: Self = Self(Self::TITLE.0 | Self::NAME_TITLE.0);
    /// What a person's name can do without.
    pub const TITLE_OR_PEOPLE: Self = Self(Self::TITLE.0 | Self::PEOPLE.0);
    /// What a person's name may begin with: a given name, or a title that is part of it.
    pub const GIVEN_OR_TITLE: Self = Self(Self::GIVEN.0 | Self::NAME_TITLE.0);

    /// A phrase begins with it.
    pub const FIRST: Self = Self::of(KINDS.len() as u32);

    const fn of(bit: u32) -> Self {
        Self(1 << bit)
    }

    /// Whether one of the kinds is among `other`.
    pub fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

/// A phrase: its kind, and its words after the first.
pub type PhraseRest = (Marks, Box<[Box<str>]>);

/// Words, phrases and spellings of one language.
#[derive(Debug, Default)]
pub struct StyleWords {
    marks: FxHashMap<Box<str>, Marks>,
    phrases: FxHashMap<Box<str>, Vec<PhraseRest>>,
    spellings: FxHashMap<Box<str>, Box<str>>,
    stems: FxHashMap<Box<str>, Box<str>>,
    /// The first letters of those, so many that most words have others.
    stem_starts: FxHashSet<[u8; LEAST_STEM]>,
    verb_stems: FxHashSet<Box<str>>,
}

impl StyleWords {
    /// Reads both sections.
    ///
    /// # Errors
    ///
    /// The line that is not as it should be.
    pub fn read(style: &str, verb_stems: &str) -> Result<Self, String> {
        let mut words = Self { verb_stems: lines(verb_stems).map(Box::from).collect(), ..Self::default() };
        for line in lines(style) {
            words.read_line(line).ok_or_else(|| line.to_owned())?;
        }
        Ok(words)
    }

    fn read_line(&mut self, line: &str) -> Option<()> {
        let mut entries = line.split_whitespace();
        let kind = entries.next()?;
        if kind == "spelling" {
            for entry in entries {
                let (from, to) = entry.split_once('=')?;
                let (map, from) = match from.strip_suffix('*') {
                    Some(stem) => {
                        self.stem_starts.insert(*stem.as_bytes().first_chunk()?);
                        (&mut self.stems, stem)
                    }
                    None => (&mut self.spellings, from),
                };
                map.insert(from.into(), to.into());
            }
            return Some(());
        }
        let mark = Marks::of(KINDS.iter().position(|&known| known == kind)? as u32);
        for entry in entries {
            let mut parts = entry.split('_');
            let first = parts.next()?;
            let rest: Box<[Box<str>]> = parts.map(Box::from).collect();
            if rest.is_empty() {
                self.marks.entry(first.into()).or_default().0 |= mark.0;
            } else {
                self.marks.entry(first.into()).or_default().0 |= Marks::FIRST.0;
                self.phrases.entry(first.into()).or_default().push((mark, rest));
            }
        }
        Some(())
    }

    /// Whether nothing is known.
    pub fn is_empty(&self) -> bool {
        self.marks.is_empty()
    }

    /// The kinds of a word in normal form.
    pub fn marks(&self, word: &str) -> Marks {
        self.marks.get(word).copied().unwrap_or_default()
    }

    /// The phrases that begin with a word in normal form.
    pub fn phrases(&self, word: &str) -> &[PhraseRest] {
        self.phrases.get(word).map_or(&[], Vec::as_slice)
    }

    /// Whether what has this stem may be a finite verb.
    pub fn is_verb(&self, stem: &str) -> bool {
        self.verb_stems.contains(stem)
    }

    /// Whether it is known what may be a verb.
    pub fn knows_verbs(&self) -> bool {
        !self.verb_stems.is_empty()
    }

    /// The other spelling of a word that is in the list, itself or by its stem.
    pub fn respelt(&self, word: &str) -> Option<String> {
        if let Some(other) = self.spellings.get(word) {
            return Some(other.to_string());
        }
        let start = word.as_bytes().first_chunk()?;
        if !self.stem_starts.contains(start) {
            return None;
        }
        (LEAST_STEM..=12.min(word.len()))
            .rev()
            .filter(|&end| word.is_char_boundary(end))
            .find_map(|end| self.stems.get(&word[..end]).map(|other| [other, &word[end..]].concat()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Packs;

    #[test]
    fn words_phrases_and_spellings() {
        let words = StyleWords::read(
            "be is\nhedge is\nhedge-phrase in_my_view\nspelling tyre=tire colour*=color",
            "",
        )
        .unwrap();
        assert!(words.marks("is").has(Marks::BE) && words.marks("is").has(Marks::HEDGE));
        assert!(!words.marks("in").has(Marks::HEDGE_PHRASE));
        assert_eq!(words.phrases("in")[0].1.concat(), "myview");
        assert_eq!(words.respelt("colourful").as_deref(), Some("colorful"));
        assert_eq!((words.respelt("tyre").as_deref(), words.respelt("tyres")), (Some("tire"), None));
        assert_eq!(StyleWords::read("verbs go", "").unwrap_err(), "verbs go");
        assert!(StyleWords::read("spelling colour", "").is_err());
    }

    #[test]
    fn english_knows_its_words() {
        let words = Packs::built_in().words("en").unwrap().style();
        assert!(words.marks("taken").has(Marks::PARTICIPLE) && words.is_verb("go") && words.knows_verbs());
    }
}

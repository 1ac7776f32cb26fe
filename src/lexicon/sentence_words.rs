//! The words by which a language's sentences end, or do not.

use rustc_hash::{FxHashMap, FxHashSet};

use super::outlines::Outlines;
use super::pack::lines;
use crate::text::{Abbreviation, Role, SentenceRules};

/// Abbreviations and other words that the rules of sentences ask for, of one language.
///
/// Its text has a kind and words a line: `title`, `address`, `number`, `other`
/// (how the full stop of an abbreviation behaves, [`Abbreviation`]; `-str` is the
/// end of one), `starts`
/// (words that start a sentence), `prepositions`, `stops` (marks that end a
/// sentence in this language only), `goes-on` (what a sentence goes on with
/// after a quotation), `closings` (words that close a letter), `captions`
/// (names of numbered pictures and tables), `speech` (verbs that tell of it), `cries`, and `ordinals` (numbers with a full
/// stop are ordinals).
#[derive(Debug, Default)]
pub struct SentenceWords {
    abbreviations: FxHashMap<Box<str>, Abbreviation>,
    outlines: Outlines,
    /// Ends of compounds, and how they behave.
    endings: Vec<(Box<str>, Abbreviation)>,
    starts: FxHashSet<Box<str>>,
    prepositions: FxHashSet<Box<str>>,
    goes_on: Vec<Box<str>>,
    roles: FxHashMap<Box<str>, Role>,
    stops: String,
    ordinals: bool,
}

impl SentenceWords {
    /// Reads the words of a language.
    ///
    /// # Errors
    ///
    /// The line whose kind is unknown.
    pub fn read(text: &str) -> Result<Self, &str> {
        let mut read = Self::default();
        for line in lines(text) {
            read.read_line(line).ok_or(line)?;
        }
        Ok(read)
    }

    /// Reads a line; `None` when its kind is unknown.
    pub(super) fn read_line(&mut self, line: &str) -> Option<()> {
        let mut words = line.split_whitespace();
        let kind = match words.next()? {
            "title" => Abbreviation::Title,
            "address" => Abbreviation::Address,
            "number" => Abbreviation::BeforeNumber,
            "other" => Abbreviation::Other,
            list => {
                match list {
                    "starts" => self.starts.extend(words.map(Box::from)),
                    "prepositions" => self.prepositions.extend(words.map(Box::from)),
                    "goes-on" => self.goes_on.extend(words.map(Box::from)),
                    "closings" => self.add(words, Role::ClosesLetter),
                    "captions" => self.add(words, Role::NamesCaption),
                    "speech" => self.add(words, Role::TellsOfSpeech),
                    "cries" => self.add(words, Role::Exclaims),
                    "stops" => self.stops.extend(words),
                    "ordinals" => self.ordinals = true,
                    _ => return None,
                }
                return Some(());
            }
        };
        for word in words {
            match word.strip_prefix('-') {
                Some(ending) => self.endings.push((ending.into(), kind)),
                None => {
                    self.outlines.add(word);
                    self.abbreviations.insert(word.into(), kind);
                }
            }
        }
        Some(())
    }

    fn add<'w>(&mut self, words: impl Iterator<Item = &'w str>, role: Role) {
        self.roles.extend(words.map(|word| (word.into(), role)));
    }

    /// Whether it is known which words start a sentence.
    pub(super) fn has_starts(&self) -> bool {
        !self.starts.is_empty()
    }

    /// How a word of the list behaves, in lower case or in capitals too.
    fn listed(&self, word: &str) -> Option<Abbreviation> {
        let known = |word: &str| self.abbreviations.get(word).copied();
        let first = word.chars().next().map_or(0, char::len_utf8);
        let found = known(word);
        if found.is_some() || word.len() == first {
            // *p.* is a page, *P.* an initial.
            return found;
        }
        if word.bytes().all(|byte| byte.is_ascii_lowercase()) {
            return None;
        }
        if word.is_ascii() && !word.as_bytes()[1..].iter().any(u8::is_ascii_uppercase) {
            let mut lower = Lowered::default();
            return known(lower.of(word));
        }
        known(&word.to_lowercase())
            // *GEN.* is *Gen.*
            .or_else(|| known(&[&word[..first], &word[first..].to_lowercase()].concat()))
    }
}

impl SentenceRules for SentenceWords {
    fn abbreviation(&self, word: &str) -> Option<Abbreviation> {
        /// None is longer.
        const LONGEST: usize = 24;
        if word.len() > LONGEST {
            return None;
        }
        // *l'art.*, *Tues./Thurs.*
        let plain = word.bytes().all(|byte| byte.is_ascii_alphabetic());
        let bare = if plain { word } else { word.rsplit(['\'', '’', '/']).next().unwrap_or(word) };
        let unlisted = plain && !self.outlines.may_have(word);
        let listed = if unlisted { None } else { self.listed(bare) };
        listed.or_else(|| {
            let ending = self.endings.iter().find(|(ending, _)| bare.ends_with(&**ending));
            ending.map(|&(_, kind)| kind)
        })
    }

    fn starts_sentence(&self, word: &str) -> bool {
        self.starts.contains(word.to_lowercase().as_str())
    }

    fn is_preposition(&self, word: &str) -> bool {
        self.prepositions.contains(word.to_lowercase().as_str())
    }

    fn is_stop(&self, mark: char) -> bool {
        self.stops.contains(mark)
    }

    fn goes_on_with(&self, after: &str) -> bool {
        self.goes_on.iter().any(|word| after.starts_with(&**word))
    }

    fn has_ordinals(&self) -> bool {
        self.ordinals
    }

    fn has_role(&self, word: &str, role: Role) -> bool {
        let has = |word: &str| self.roles.get(word) == Some(&role);
        // *Oh*, *REGARDS*
        has(word) || has(Lowered::default().of(word))
    }
}

/// A short ASCII word in lower case, without asking for memory: sentences are
/// full of words to look up.
#[derive(Default)]
pub(super) struct Lowered([u8; Self::LONGEST]);

impl Lowered {
    /// No function word or abbreviation is longer.
    pub const LONGEST: usize = 24;

    /// `word` in lower case; nothing when it has capitals and is too long.
    pub fn of<'w>(&'w mut self, word: &'w str) -> &'w str {
        if !word.bytes().any(|byte| byte.is_ascii_uppercase()) {
            return word;
        }
        let Some(lower) = self.0.get_mut(..word.len()) else { return "" };
        for (lower, byte) in lower.iter_mut().zip(word.bytes()) {
            *lower = byte.to_ascii_lowercase();
        }
        std::str::from_utf8(lower).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn capitals_tell_abbreviations_apart() {
        let words = SentenceWords::read("title Gen\nnumber p\nother etc\n").unwrap();
        assert_eq!(words.abbreviation("GEN"), Some(Abbreviation::Title));
        assert_eq!(words.abbreviation("gen"), None);
        assert_eq!(words.abbreviation("P"), None);
        assert_eq!(words.abbreviation("p"), Some(Abbreviation::BeforeNumber));
        assert_eq!(words.abbreviation("Etc"), Some(Abbreviation::Other));
    }

    #[test]
    fn compounds_and_elisions() {
        let words = SentenceWords::read("number -str art\n").unwrap();
        assert_eq!(words.abbreviation("Hauptstr"), Some(Abbreviation::BeforeNumber));
        assert_eq!(words.abbreviation("l’art"), Some(Abbreviation::BeforeNumber));
        assert_eq!(words.abbreviation("Kunst"), None);
    }

    #[test]
    fn a_line_of_no_kind_is_refused() {
        assert_eq!(SentenceWords::read("title Mr\nfoo bar").unwrap_err(), "foo bar");
    }
}

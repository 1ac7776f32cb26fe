//! The words by which a language's sentences end, or do not.

use super::form_table::FormTable;
use super::pack::lines;
use crate::text::{Abbreviation, Role, SentenceRules, composed, lower_case};

/// Abbreviations and other words that the rules of sentences ask for, of one language.
///
/// Its text has a kind and words a line: `title`, `address`, `number`, `other`
/// (how the full stop of an abbreviation behaves, [`Abbreviation`]; `-str` is the
/// end of one), `starts`
/// (words that start a sentence), `prepositions`, `stops` (marks that end a
/// sentence in this language only), `goes-on` (what a sentence goes on with
/// after a quotation), `closings` (words that close a letter), `captions`
/// (names of numbered pictures and tables), `speech` (verbs that tell of it), `cries`, `ordinals` (numbers with a full
/// stop are ordinals), and `articles`, of which the notes on style ask.
#[derive(Debug, Default)]
pub struct SentenceWords {
    /// What is known of each word, in bits.
    words: FormTable,
    /// Ends of compounds, and how they behave.
    endings: Vec<(Box<str>, Abbreviation)>,
    goes_on: Vec<Box<str>>,
    stops: String,
    has_starts: bool,
    ordinals: bool,
}

/// The bits that say how a word is abbreviated, if it is.
const ABBREVIATION: u32 = 7;
/// It is abbreviated, or what it is the lower case of.
const ABBREVIATED: u32 = 1 << 3;
const STARTS: u32 = 1 << 4;
const PREPOSITION: u32 = 1 << 5;
const ARTICLE: u32 = 1 << 6;
/// The first of the bits of its [`Role`].
const ROLES: u32 = 1 << 7;

impl SentenceWords {
    /// Reads the words of a language.
    ///
    /// # Errors
    ///
    /// The line whose kind is unknown.
    pub fn read(text: &str) -> Result<Self, &str> {
        Self::of_lines(&lines(text).collect::<Vec<_>>())
    }

    /// Reads lines.
    ///
    /// # Errors
    ///
    /// The line whose kind is unknown.
    pub(super) fn of_lines<'l>(lines: &[&'l str]) -> Result<Self, &'l str> {
        // A word may be added in lower case, too.
        let most = 2 * lines.iter().map(|line| line.split_whitespace().count()).sum::<usize>();
        let mut read = Self { words: FormTable::for_forms(most), ..Self::default() };
        for &line in lines {
            read.read_line(line).ok_or(line)?;
        }
        Ok(read)
    }

    /// Reads a line; `None` when its kind is unknown.
    fn read_line(&mut self, line: &str) -> Option<()> {
        let mut words = line.split_whitespace();
        let bits = match words.next()? {
            "title" => Abbreviation::Title as u32,
            "address" => Abbreviation::Address as u32,
            "number" => Abbreviation::BeforeNumber as u32,
            "other" => Abbreviation::Other as u32,
            "starts" => STARTS,
            "prepositions" => PREPOSITION,
            "articles" => ARTICLE,
            "closings" => role(Role::ClosesLetter),
            "captions" => role(Role::NamesCaption),
            "speech" => role(Role::TellsOfSpeech),
            "cries" => role(Role::Exclaims),
            list => {
                match list {
                    "goes-on" => self.goes_on.extend(words.map(Box::from)),
                    "stops" => self.stops.extend(words),
                    "ordinals" => self.ordinals = true,
                    _ => return None,
                }
                return Some(());
            }
        };
        self.has_starts |= bits == STARTS;
        for word in words {
            match (word.strip_prefix('-'), abbreviation(bits)) {
                (Some(ending), Some(kind)) => self.endings.push((ending.into(), kind)),
                (_, None) => self.add(word, bits),
                (None, Some(_)) => {
                    self.add(word, bits);
                    self.add(&lower_case(word), ABBREVIATED);
                }
            }
        }
        Some(())
    }

    /// Adds what is known of a word: of the ways to abbreviate it, the last.
    fn add(&mut self, word: &str, bits: u32) {
        let known = self.words.get(word.as_bytes());
        let kept = if bits & ABBREVIATION > 0 { known & !ABBREVIATION } else { known };
        self.words.put(word.as_bytes(), kept | bits);
    }

    /// Whether it is known which words start a sentence.
    pub(super) fn has_starts(&self) -> bool {
        self.has_starts
    }

    /// Whether a word in normal form is an article.
    pub(super) fn is_article(&self, word: &str) -> bool {
        self.words.get(word.as_bytes()) & ARTICLE > 0
    }

    /// What is known of a word in lower case.
    fn lower(&self, word: &str) -> u32 {
        match word.is_ascii() {
            true => self.words.get_lower(word.as_bytes()),
            false => self.words.get(composed(lower_case(word)).as_bytes()),
        }
    }

    /// How a word of the list behaves, in lower case or in capitals too.
    fn listed(&self, word: &str) -> Option<Abbreviation> {
        let lower = self.lower(word);
        // The most of words are not abbreviated.
        if lower & ABBREVIATED == 0 {
            return None;
        }
        let known = |word: &str| abbreviation(self.words.get(word.as_bytes()));
        let first = word.chars().next().map_or(0, char::len_utf8);
        let found = known(word);
        if found.is_some() || word.len() == first {
            // *p.* is a page, *P.* an initial.
            return found;
        }
        // *GEN.* is *Gen.*
        abbreviation(lower).or_else(|| known(&[&word[..first], &lower_case(&word[first..])].concat()))
    }
}

/// How a word is abbreviated of which this is known.
fn abbreviation(bits: u32) -> Option<Abbreviation> {
    use Abbreviation::{Address, BeforeNumber, Other, Title};
    [Title, Address, BeforeNumber, Other].into_iter().find(|&kind| kind as u32 == bits & ABBREVIATION)
}

/// The bit of a role.
fn role(role: Role) -> u32 {
    ROLES << role as u32
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
        self.listed(bare).or_else(|| {
            let ending = self.endings.iter().find(|(ending, _)| bare.ends_with(&**ending));
            ending.map(|&(_, kind)| kind)
        })
    }

    fn starts_sentence(&self, word: &str) -> bool {
        self.lower(word) & STARTS > 0
    }

    fn is_preposition(&self, word: &str) -> bool {
        self.lower(word) & PREPOSITION > 0
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
        // *Oh*, *REGARDS*
        (self.words.get(word.as_bytes()) | self.words.get_lower(word.as_bytes())) & self::role(role) > 0
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

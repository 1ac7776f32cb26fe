//! The letters of a regular expression: characters that it cannot tell apart are one letter.

use std::collections::BTreeMap;

use regex_syntax::hir::{Class, Hir, HirKind, LookSet};

/// A letter, by its number.
pub(super) type Letter = u16;

/// A set of characters of a pattern, by its number.
pub(super) type SetNumber = usize;

/// A set of bytes.
pub(super) type Bytes = [bool; 256];

/// A set of characters, as ranges whose ends belong to them.
type Ranges = Vec<(u32, u32)>;

const LAST: u32 = char::MAX as u32;

/// A pattern whose letters are in more sets, all counted together, is too big: hundreds of classes are not.
const MOST: usize = 1 << 20;

/// How many characters the basic plane has.
const BASIC: usize = 1 << 16;

/// Kinds of characters that `\b`, `^` and `$` ask for, as bits. A pattern without these knows one kind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(super) struct Kind(pub u8);

impl Kind {
    pub const WORD: Self = Self(1);
    pub const ASCII_WORD: Self = Self(2);
    pub const LINE_FEED: Self = Self(4);
    pub const CARRIAGE_RETURN: Self = Self(8);
    /// No character: the text begins or ends.
    pub const NONE: Self = Self(16);
    /// As many as there may be.
    pub const COUNT: usize = 32;

    pub fn is(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

/// The sets of characters that a pattern names, each once.
#[derive(Debug, Default)]
pub(super) struct Sets(Vec<Ranges>);

impl Sets {
    pub fn number(&mut self, set: Ranges) -> SetNumber {
        self.0.iter().position(|known| *known == set).unwrap_or_else(|| {
            self.0.push(set);
            self.0.len() - 1
        })
    }

    pub fn of_all(&mut self) -> SetNumber {
        self.number(vec![(0, LAST)])
    }

    pub fn of_char(&mut self, c: char) -> SetNumber {
        self.number(vec![(c.into(), c.into())])
    }

    pub fn of_class(&mut self, class: &Class) -> SetNumber {
        self.number(ranges(class))
    }
}

fn ranges(class: &Class) -> Ranges {
    match class {
        Class::Unicode(class) => class.iter().map(|one| (one.start().into(), one.end().into())).collect(),
        Class::Bytes(class) => class.iter().map(|one| (one.start().into(), one.end().into())).collect(),
    }
}

/// Which letter each character is.
#[derive(Clone, Debug)]
pub(super) struct Alphabet {
    /// By character of the basic plane.
    basic: Vec<Letter>,
    /// By byte: the letter of one of ASCII, [`Self::unread`] of others.
    bytes: [Letter; 256],
    /// Where letters change, and which begins there, in order of characters.
    changes: Vec<(u32, Letter)>,
    /// By letter: the sets that have it, in order.
    sets: Vec<Vec<SetNumber>>,
    /// By letter, then of no letter.
    kinds: Vec<Kind>,
}

impl Alphabet {
    /// The letters that `sets` and `looks` tell apart; `None` if they are too many.
    pub fn new(sets: Sets, looks: LookSet) -> Option<Self> {
        let mut all = sets.0;
        let kinds = kinds(looks);
        let first_kind = all.len();
        all.extend(kinds.iter().map(|(_, set)| set.clone()));
        let (changes, sets) = letters(&all)?;
        let kind_of = |sets: &Vec<SetNumber>| {
            let kinds = sets.iter().filter_map(|set| kinds.get(set.checked_sub(first_kind)?));
            Kind(kinds.fold(0, |bits, (kind, _)| bits | kind.0))
        };
        let none = if looks.is_empty() { Kind::default() } else { Kind::NONE };
        let mut basic = Vec::with_capacity(BASIC);
        for (at, &(_, letter)) in changes.iter().enumerate() {
            let end = changes.get(at + 1).map_or(BASIC, |next| BASIC.min(next.0 as usize));
            basic.resize(basic.len().max(end), letter);
        }
        let mut bytes = [sets.len() as Letter + 1; 256];
        bytes[..0x80].copy_from_slice(&basic[..0x80]);
        let kinds = sets.iter().map(kind_of).chain([none]).collect();
        Some(Self { basic, bytes, changes, sets, kinds })
    }

    /// That of no letter, beyond the ends of a text: one more than the last.
    pub fn none(&self) -> Letter {
        self.kinds.len() as Letter - 1
    }

    /// A number beyond the letters and that of none.
    pub fn unread(&self) -> Letter {
        self.none() + 1
    }

    fn letter(&self, c: char) -> Letter {
        let c = u32::from(c);
        let before = |change: &(u32, Letter)| change.0 <= c;
        let letter = self.basic.get(c as usize).copied();
        letter.unwrap_or_else(|| self.changes[self.changes.partition_point(before) - 1].1)
    }

    /// The letter of a byte of ASCII; [`Self::unread`] of others, which are parts of characters.
    #[inline]
    pub fn of_byte(&self, byte: u8) -> Letter {
        self.bytes[usize::from(byte)]
    }

    /// The letter of the character that starts at the byte `at`, and its bytes.
    #[inline]
    pub fn after(&self, text: &str, at: usize) -> (Letter, usize) {
        match text.as_bytes().get(at) {
            Some(&byte) if byte.is_ascii() => (self.of_byte(byte), 1),
            _ => self.one(text[at..].chars().next()),
        }
    }

    /// The letter of the character that ends at the byte `at`, and its bytes.
    #[inline]
    pub fn before(&self, text: &str, at: usize) -> (Letter, usize) {
        match text.as_bytes()[..at].last() {
            Some(&byte) if byte.is_ascii() => (self.of_byte(byte), 1),
            _ => self.one(text[..at].chars().next_back()),
        }
    }

    fn one(&self, c: Option<char>) -> (Letter, usize) {
        c.map_or((self.none(), 0), |c| (self.letter(c), c.len_utf8()))
    }

    pub fn kind(&self, letter: Letter) -> Kind {
        self.kinds[usize::from(letter)]
    }

    /// Whether `set` has a letter; none has that of no letter.
    pub fn has(&self, set: SetNumber, letter: Letter) -> bool {
        self.sets.get(usize::from(letter)).is_some_and(|sets| sets.binary_search(&set).is_ok())
    }

    /// The bytes that characters of `sets` begin with; with one beyond ASCII, all that such characters begin with.
    pub fn first_bytes(&self, sets: &[SetNumber]) -> Box<Bytes> {
        let is_one = |letter: Letter| sets.iter().any(|&set| self.has(set, letter));
        let mut bytes = Box::new([false; 256]);
        for (is_first, &letter) in bytes.iter_mut().zip(&self.basic[..0x80]) {
            *is_first = is_one(letter);
        }
        let beyond = self.changes.partition_point(|change| change.0 <= 0x80) - 1;
        let is_any = self.changes[beyond..].iter().any(|change| is_one(change.1));
        bytes[0xC2..].fill(is_any);
        bytes
    }
}

/// Where letters change, and the sets that have each, in order.
type Letters = (Vec<(u32, Letter)>, Vec<Vec<SetNumber>>);

/// The letters that `sets` tell apart; `None` if they are too many.
fn letters(sets: &[Ranges]) -> Option<Letters> {
    let edges = sets.iter().flatten().flat_map(|&(start, end)| [start, end + 1]);
    let mut starts: Vec<u32> = edges.chain([0]).filter(|&start| start <= LAST).collect();
    starts.sort_unstable();
    starts.dedup();
    // By stretch of characters between these.
    let mut having = vec![Vec::new(); starts.len()];
    let mut room = MOST;
    for (set, ranges) in sets.iter().enumerate() {
        for &(start, end) in ranges {
            let first = starts.partition_point(|&other| other < start);
            let count = starts[first..].partition_point(|&other| other <= end);
            room = room.checked_sub(count)?;
            having[first..first + count].iter_mut().for_each(|sets| sets.push(set));
        }
    }
    let mut known = BTreeMap::new();
    let mut sets_of = Vec::new();
    let mut letter_of = |sets: Vec<SetNumber>| {
        *known.entry(sets).or_insert_with_key(|sets| {
            sets_of.push(sets.clone());
            sets_of.len() as Letter - 1
        })
    };
    let changes = starts.into_iter().zip(having).map(|(start, sets)| (start, letter_of(sets))).collect();
    // Beyond them there are two more numbers.
    (sets_of.len() < Letter::MAX.into()).then_some((changes, sets_of))
}

/// The kinds of characters that `looks` ask for.
fn kinds(looks: LookSet) -> Vec<(Kind, Ranges)> {
    let mut kinds = Vec::new();
    if looks.contains_word_unicode()
        && let Ok(HirKind::Class(words)) = regex_syntax::parse(r"\w").map(Hir::into_kind)
    {
        kinds.push((Kind::WORD, ranges(&words)));
    }
    let mut add = |is_asked: bool, kind: Kind, chars: &[(char, char)]| {
        if is_asked {
            kinds.push((kind, chars.iter().map(|&(start, end)| (start.into(), end.into())).collect()));
        }
    };
    let words = [('0', '9'), ('A', 'Z'), ('_', '_'), ('a', 'z')];
    add(looks.contains_word_ascii(), Kind::ASCII_WORD, &words);
    add(looks.contains_anchor_line(), Kind::LINE_FEED, &[('\n', '\n')]);
    add(looks.contains_anchor_crlf(), Kind::CARRIAGE_RETURN, &[('\r', '\r')]);
    kinds
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_that_no_set_parts_are_one_letter() {
        let class = regex_syntax::parse(r"[a-mω𝒳-𝒵]").map(Hir::into_kind);
        let Ok(HirKind::Class(class)) = class else { panic!("a class") };
        let mut sets = Sets::default();
        let [of_class, of_char, of_all] = [sets.of_class(&class), sets.of_char('m'), sets.of_all()];
        assert_eq!(sets.of_char('m'), of_char, "each set once");
        let alphabet = Alphabet::new(sets, LookSet::empty()).expect("few letters");
        assert_eq!(alphabet.none(), 3, "those of the class, m, and all others");
        let letter = |c| alphabet.letter(c);
        assert!(['b', 'ω', '𝒳', '𝒵'].iter().all(|&c| letter(c) == letter('a')));
        assert!(['\0', 'n', '日', '𝒲', '\u{10FFFF}'].iter().all(|&c| letter(c) == letter(' ')));
        assert!(letter('m') != letter('a') && letter('m') != letter(' '));
        let has = |set, c| alphabet.has(set, letter(c));
        assert!(has(of_class, 'a') && has(of_class, 'm') && has(of_char, 'm') && has(of_all, ' '));
        assert!(!has(of_class, 'n') && !has(of_char, 'a') && !alphabet.has(of_all, alphabet.none()));
        assert_eq!(alphabet.after("aω", 1), (letter('ω'), 2));
        assert_eq!(alphabet.before("aω", 3), (letter('ω'), 2));
        assert_eq!(alphabet.after("aω", 3), (alphabet.none(), 0));
        let first = alphabet.first_bytes(&[of_class]);
        assert!(first[usize::from(b'm')] && first[0xCF] && !first[usize::from(b'n')] && !first[0x80]);
    }

    #[test]
    fn letters_are_not_too_many() {
        let mut sets = Sets::default();
        ('\u{10000}'..).take(0xFFFF - 1).for_each(|c| sets.0.push(vec![(c.into(), c.into())]));
        // And that of all other characters.
        assert!(Alphabet::new(sets, LookSet::empty()).is_none());
        let mut sets = Sets::default();
        ('\u{10000}'..).take(0xFFFF - 2).for_each(|c| sets.0.push(vec![(c.into(), c.into())]));
        let alphabet = Alphabet::new(sets, LookSet::empty()).expect("one less");
        assert_eq!(alphabet.unread(), Letter::MAX);
    }

    #[test]
    fn looks_tell_kinds_apart() {
        let looks = regex_syntax::parse(r"(?m)\b$").expect("a pattern").properties().look_set();
        let alphabet = Alphabet::new(Sets::default(), looks).expect("few letters");
        let kind = |c| alphabet.kind(alphabet.letter(c));
        assert_eq!([kind('é'), kind('\n'), kind('\r')], [Kind::WORD, Kind::LINE_FEED, Kind::default()]);
        assert_eq!(alphabet.kind(alphabet.none()), Kind::NONE);
    }
}

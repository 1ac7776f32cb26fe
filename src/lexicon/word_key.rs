//! Words of names and of texts as hashes, so that looking one up builds no string.

use crate::text::lower_letters;

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
        let mut key = Self::START;
        for &byte in word.as_bytes() {
            match byte {
                b'.' => {}
                0..0x80 => key = key.add(byte.to_ascii_lowercase().into()),
                _ => return Self::folded_letters(word),
            }
        }
        key
    }

    /// The same, of any letters; accents may be apart from them.
    fn folded_letters(word: &str) -> Self {
        Self::of(word, |c, key| match c {
            '\u{300}'..='\u{36f}' => key,
            _ => lower_letters(c).fold(key, |key, c| key.add(base_letter(c))),
        })
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

    /// The key of a word of an entry: as it is written if that is in capitals, folded if not.
    pub(super) fn of_entry(word: &str) -> Self {
        let word = ["'s", "’s"].iter().find_map(|ending| word.strip_suffix(ending)).unwrap_or(word);
        let has_small = word.chars().any(char::is_lowercase);
        let capitals = !has_small && word.chars().filter(|c| c.is_uppercase()).count() > 1;
        if capitals { Self::exact(word) } else { Self::folded(word) }
    }

    /// The same, of letters of ASCII.
    #[cold]
    #[inline(never)]
    fn of_letters(word: &[u8]) -> Self {
        let is_exact = word.iter().all(u8::is_ascii_uppercase);
        let letter = |byte: u8| if is_exact { byte } else { byte.to_ascii_lowercase() };
        word.iter().fold(Self::START, |key, &byte| key.add(letter(byte).into()))
    }

    /// The key of the phrase that `self` begins and `word` continues.
    pub fn then(self, word: WordKey) -> Self {
        let mixed = (self.0.rotate_left(23) ^ word.0).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        WordKey(mixed ^ mixed >> 29)
    }

    /// Another key, for what has this one and a number.
    pub fn with(self, number: u32) -> Self {
        self.then(WordKey(number.into()))
    }
}

/// The letter under a diacritic, of Latin letters up to U+017F; others as they are.
pub(crate) fn base_letter(c: char) -> char {
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

/// A word of a list, and where what follows begins.
pub(super) struct PlainWord {
    pub key: WordKey,
    pub end: usize,
    /// Whether its line goes on.
    pub more: bool,
}

/// The word that `list` begins with, of ASCII and folded, up to a space, a newline or the end.
#[inline(always)]
pub(super) fn plain_word(list: &[u8]) -> Option<PlainWord> {
    let mut key = WordKey::START;
    for (at, &byte) in list.iter().enumerate() {
        match byte {
            b' ' | b'\n' => return Some(PlainWord { key, end: at + 1, more: byte == b' ' }),
            b'.' => {}
            0..0x80 => key = key.add(byte.to_ascii_lowercase().into()),
            _ => return None,
        }
    }
    Some(PlainWord { key, end: list.len(), more: false })
}

/// The keys of the words of an entry, with room for as many as most have.
pub(super) type EntryKeys = [WordKey; 8];

/// How many words an entry has, and where the next begins.
pub(super) struct PlainEntry {
    pub words: usize,
    pub end: usize,
}

/// The entry that `list` begins with, its words' keys in `keys`, if it is plain: letters of ASCII, with one
/// space between words, up to a newline or the end. Most are; all else takes many times as long.
///
/// Not inlined: browsers make code faster that is called often, not a loop that runs.
#[inline(never)]
pub(super) fn plain_entry(list: &[u8], keys: &mut EntryKeys) -> Option<PlainEntry> {
    let (mut words, mut start, mut at) = (0, 0, 0);
    let mut key = WordKey::START;
    loop {
        let byte = list.get(at).copied().unwrap_or(b'\n');
        let small = byte | 0x20;
        if small.is_ascii_lowercase() {
            key = key.add(small.into());
            at += 1;
            continue;
        }
        if at == start || !matches!(byte, b' ' | b'\n') {
            return None;
        }
        *keys.get_mut(words)? = match &list[start..at] {
            word @ [b'A'..=b'Z', b'A'..=b'Z', ..] => WordKey::of_letters(word),
            _ => key,
        };
        words += 1;
        at += 1;
        if byte == b'\n' {
            return Some(PlainEntry { words, end: at.min(list.len()) });
        }
        (start, key) = (at, WordKey::START);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
        assert_eq!(WordKey::folded("Me\u{301}xico"), WordKey::folded("México"), "accents that are apart");
        assert_ne!(WordKey::folded("дa"), WordKey::folded("aa"));
    }

    #[test]
    fn words_of_plain_entries_have_the_keys_of_words() {
        let mut keys = EntryKeys::default();
        for entry in ["Moscow", "US", "A", "US Senate", "a B cc DD", "a b c d e f g h", "McDonald OHIO"] {
            let list = format!("{entry}\nNext\n");
            let PlainEntry { words, end } = plain_entry(list.as_bytes(), &mut keys).unwrap();
            assert_eq!(&list[end..], "Next\n");
            assert_eq!(plain_entry(entry.as_bytes(), &mut keys).unwrap().end, entry.len());
            let expected: Vec<_> = entry.split(' ').map(WordKey::of_entry).collect();
            assert_eq!(keys[..words], expected, "{entry}");
        }
        for other in
            ["a  b\n", " a\n", "a \n", "\n", "a.\n", "é\n", "# a\n", "a\r\n", "a ", "", "a b c d e f g h i\n"]
        {
            assert!(plain_entry(other.as_bytes(), &mut keys).is_none(), "{other:?}");
        }
    }
}

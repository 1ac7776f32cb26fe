//! What the words pack knows of syllables: corrections of the rules, learned from a dictionary.
//!
//! A pattern is a run of letters (`^` and `$` are the word's ends) that adds to
//! or takes from what the rules count, each time that it stands in a word; an
//! exception is a word whose count is known.

use rustc_hash::FxHashMap;

use super::pack::lines;

/// Letters that a pattern has at most.
const LONGEST: usize = 8;

/// Corrections of a rule-based counter.
#[derive(Clone, Debug, Default)]
pub struct SyllableTable {
    /// What each pattern adds, by its [`key`].
    patterns: FxHashMap<u64, i8>,
    exceptions: FxHashMap<Box<str>, u8>,
    /// How long the patterns are that end with three letters, by [`triple`], a bit for each length from 1
    /// on: most end none.
    lengths: Vec<u8>,
}

impl SyllableTable {
    /// A table of patterns of 2 to 8 letters with what each adds, and of words with their syllables.
    ///
    /// # Panics
    ///
    /// If a pattern is longer or shorter, or not ASCII.
    pub fn new<P, E>(patterns: P, exceptions: E) -> Self
    where
        P: IntoIterator<Item = (Box<str>, i8)>,
        E: IntoIterator<Item = (Box<str>, u8)>,
    {
        let mut table = Self {
            patterns: FxHashMap::default(),
            exceptions: exceptions.into_iter().collect(),
            lengths: vec![0; 1 << 15],
        };
        for (pattern, delta) in patterns {
            assert!(is_pattern(&pattern), "{pattern:?} is no pattern");
            let bytes = pattern.as_bytes();
            let key = key(bytes);
            table.patterns.insert(key, delta);
            // A pattern of two letters may stand behind any third.
            let thirds = bytes.len().checked_sub(3).map_or(0..32, |at| bytes[at] & 31..(bytes[at] & 31) + 1);
            for third in thirds {
                let last = key & 0xFFFF | u64::from(third) << 16;
                table.lengths[triple(last)] |= 1 << (bytes.len() - 1);
            }
        }
        table
    }

    /// Reads a section: lines of `+1`, `-1`, … with patterns, and of `=1`, `=2`, … with words.
    ///
    /// # Errors
    ///
    /// The line that is neither or not ASCII, or the pattern that is too short or too long.
    pub fn read(text: &str) -> Result<Self, String> {
        let (mut patterns, mut exceptions) = (Vec::new(), Vec::new());
        for line in lines(text) {
            let mut items = line.split(' ');
            let head = items.next().filter(|_| line.is_ascii()).unwrap_or_default();
            if let Some(count) = head.strip_prefix('=').and_then(|count| count.parse().ok()) {
                exceptions.extend(unfolded(items).map(|word| (word, count)));
            } else if let Ok(delta) = head.parse() {
                patterns.extend(unfolded(items).map(|pattern| (pattern, delta)));
            } else {
                return Err(line.chars().take(40).collect());
            }
        }
        if let Some((pattern, _)) = patterns.iter().find(|(pattern, _)| !is_pattern(pattern)) {
            return Err(pattern.to_string());
        }
        Ok(Self::new(patterns, exceptions))
    }

    /// Writes a section that [`SyllableTable::read`] reads; the same table is the same text.
    pub fn write(&self) -> String {
        let mut groups: Vec<(String, Vec<String>)> = Vec::new();
        let mut add = |head: String, item: String| match groups.iter_mut().find(|(known, _)| *known == head) {
            Some((_, items)) => items.push(item),
            None => groups.push((head, vec![item])),
        };
        self.patterns.iter().for_each(|(pattern, delta)| add(format!("{delta:+}"), letters(*pattern)));
        self.exceptions.iter().for_each(|(word, count)| add(format!("={count}"), word.to_string()));
        groups.sort_unstable();
        let mut out = String::new();
        for (head, mut items) in groups {
            items.sort_unstable();
            out.push_str(&head);
            let mut last = String::new();
            for item in items {
                let shared = last.bytes().zip(item.bytes()).take_while(|(a, b)| a == b).count().min(9);
                out.push(' ');
                if shared > 1 {
                    out.push(char::from(b'0' + shared as u8));
                }
                out.push_str(if shared > 1 { &item[shared..] } else { &item });
                last = item;
            }
            out.push('\n');
        }
        out
    }

    /// Whether nothing is known.
    pub fn is_empty(&self) -> bool {
        self.patterns.is_empty() && self.exceptions.is_empty()
    }

    /// Syllables of `word`, which is in lower case and no compound with a hyphen; `by_rule` counts without this table.
    pub fn count(&self, word: &str, by_rule: impl Fn(&str) -> usize) -> usize {
        if let Some(&count) = self.exceptions.get(word) {
            return count.into();
        }
        let count = by_rule(word);
        if self.is_empty() || !word.is_ascii() {
            return count;
        }
        count.saturating_add_signed(self.correction(word)).max(1)
    }

    fn correction(&self, word: &str) -> isize {
        let mut sum = 0;
        // The last letters; what stands before the word is in no pattern.
        let mut last = u64::MAX << 8 | u64::from(b'^');
        for byte in word.bytes().chain([b'$']) {
            last = last << 8 | u64::from(byte);
            let mut lengths = self.lengths[triple(last)];
            while lengths > 0 {
                let key = last & u64::MAX >> (56 - 8 * lengths.trailing_zeros());
                sum += self.patterns.get(&key).map_or(0, |&delta| isize::from(delta));
                lengths &= lengths - 1;
            }
        }
        sum
    }
}

fn is_pattern(pattern: &str) -> bool {
    pattern.is_ascii() && (2..=LONGEST).contains(&pattern.len())
}

/// Up to eight letters as a number.
fn key(letters: &[u8]) -> u64 {
    letters.iter().fold(0, |key, &letter| key << 8 | u64::from(letter))
}

/// The letters of a [`key`].
fn letters(key: u64) -> String {
    key.to_be_bytes().into_iter().filter(|&letter| letter != 0).map(char::from).collect()
}

/// The last three letters of a [`key`] in 15 bits; other characters share some.
fn triple(key: u64) -> usize {
    (key & 31 | key >> 3 & 31 << 5 | key >> 6 & 31 << 10) as usize
}

/// Items of a sorted list of which a leading digit says how many bytes are those of the item before.
fn unfolded<'a>(items: impl Iterator<Item = &'a str>) -> impl Iterator<Item = Box<str>> {
    let mut last = String::new();
    items.map(move |item| {
        let shared =
            item.bytes().next().filter(u8::is_ascii_digit).map_or(0, |digit| (digit - b'0') as usize);
        last.truncate(shared);
        last.push_str(item.trim_start_matches(|c: char| c.is_ascii_digit()));
        last.clone().into_boxed_str()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table() -> SyllableTable {
        let patterns = [("eo$", 1), ("^ab", -1), ("abc", 1)].map(|(pattern, delta)| (pattern.into(), delta));
        let exceptions =
            [("colonel", 2), ("colonels", 2), ("abc", 3)].map(|(word, count)| (word.into(), count));
        SyllableTable::new(patterns, exceptions)
    }

    #[test]
    fn patterns_correct_and_exceptions_decide() {
        let count = |word| table().count(word, |_| 2);
        assert_eq!(count("colonel"), 2);
        assert_eq!(count("abc"), 3, "an exception");
        assert_eq!(count("abcs"), 2, "one less at the start, one more for the letters");
        assert_eq!(count("rodeo"), 3);
        assert_eq!(table().count("abx", |_| 1), 1, "never none");
    }

    #[test]
    fn what_is_written_is_read() {
        let text = table().write();
        assert_eq!(text, "+1 abc eo$\n-1 ^ab\n=2 colonel 7s\n=3 abc\n");
        assert_eq!(SyllableTable::read(&text).unwrap().write(), text);
        assert_eq!(SyllableTable::read("x 1").unwrap_err(), "x 1");
        assert_eq!(SyllableTable::read("+1 a").unwrap_err(), "a", "too short for a pattern");
        assert_eq!(SyllableTable::read("=2 né 2a").unwrap_err(), "=2 né 2a", "cut inside a letter");
        assert!(SyllableTable::read("").unwrap().is_empty());
    }
}

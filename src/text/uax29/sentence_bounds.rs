//! Sentences by the rules of the standard (SB1 to SB998), in time that is linear.

use std::sync::LazyLock;

/// What a character is to the rules of sentences.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Class {
    Other,
    Return,
    LineFeed,
    /// Other ends of paragraphs.
    Separator,
    /// Belongs to what stands before it.
    Extend,
    Space,
    Lower,
    Upper,
    /// Letters of no case.
    Letter,
    Numeric,
    /// A full stop, which may abbreviate.
    Point,
    Stop,
    Continue,
    Close,
}

const CLASSES: [Class; 14] = {
    use Class::*;
    [
        Other, Return, LineFeed, Separator, Extend, Space, Lower, Upper, Letter, Numeric, Point, Stop,
        Continue, Close,
    ]
};

/// Ranges of characters that are not what [`Class::of_kind`] says, in order: the characters that are passed
/// over, then sixteen times the length and the class, in groups of seven bits, the lowest first.
static PACKED: &[u8] = include_bytes!("sentence_classes.bin");

/// The ranges as first, last and class.
static RANGES: LazyLock<Vec<(u32, u32, Class)>> = LazyLock::new(|| {
    let mut bytes = PACKED.iter();
    let mut number = || {
        let mut number = 0;
        for (place, &byte) in bytes.by_ref().enumerate() {
            number |= u32::from(byte & 0x7F) << (7 * place);
            if byte < 0x80 {
                return Some(number);
            }
        }
        None
    };
    let mut ranges = Vec::new();
    let mut next = 0;
    while let (Some(gap), Some(size)) = (number(), number()) {
        let first = next + gap;
        next = first + (size >> 4);
        ranges.push((first, next - 1, CLASSES[size as usize & 15]));
    }
    ranges
});

impl Class {
    fn of(c: char) -> Self {
        match c {
            'a'..='z' => Self::Lower,
            ' ' => Self::Space,
            _ => {
                let (code, ranges) = (u32::from(c), &*RANGES);
                match ranges.get(ranges.partition_point(|range| range.1 < code)) {
                    Some(&(first, _, class)) if first <= code => class,
                    _ => Self::of_kind(c),
                }
            }
        }
    }

    /// What most characters of this kind are.
    fn of_kind(c: char) -> Self {
        match c {
            _ if c.is_lowercase() => Self::Lower,
            _ if c.is_uppercase() => Self::Upper,
            _ if c.is_alphabetic() => Self::Letter,
            _ if c.is_whitespace() => Self::Space,
            _ => Self::Other,
        }
    }

    fn ends_paragraph(self) -> bool {
        matches!(self, Self::Return | Self::LineFeed | Self::Separator)
    }

    fn stops(self) -> bool {
        matches!(self, Self::Point | Self::Stop)
    }
}

/// Whether sentences end in this mark, in any script that has one: `.`, `?`, `!` and their like.
pub(crate) fn is_stop(mark: char) -> bool {
    Class::of(mark).stops()
}

/// The last character of `text` that is neither a space nor a closing mark.
pub(crate) fn last_mark(text: &str) -> Option<char> {
    text.chars().rev().find(|&c| {
        let class = Class::of(c);
        !(class.ends_paragraph() || matches!(class, Class::Space | Class::Close | Class::Extend))
    })
}

/// A stop and what follows it: closing marks, then spaces.
#[derive(Clone, Copy)]
struct End {
    is_point: bool,
    /// A letter that has case stands right before it.
    after_cased: bool,
    is_closed: bool,
    is_spaced: bool,
}

/// Where sentences start, the first one left out, in bytes.
pub(super) fn starts(text: &str) -> impl Iterator<Item = usize> {
    let mut before = Class::Other;
    let mut end: Option<End> = None;
    let mut ahead = Ahead { text, known_to: 0, is_lower: false };
    text.char_indices().filter_map(move |(at, c)| {
        let class = Class::of(c);
        let is_start = match (before, class) {
            _ if at == 0 => false,
            (Class::Return, Class::LineFeed) => false,
            _ if before.ends_paragraph() => true,
            (_, Class::Extend) => return None,
            _ => end.is_some_and(|end| !(end.goes_on(class) || end.is_point && ahead.is_lower(at))),
        };
        end = match (class, end) {
            (Class::Point | Class::Stop, _) => Some(End {
                is_point: class == Class::Point,
                after_cased: matches!(before, Class::Lower | Class::Upper),
                is_closed: false,
                is_spaced: false,
            }),
            (Class::Close, Some(end)) if !end.is_spaced => Some(End { is_closed: true, ..end }),
            (Class::Space, Some(end)) => Some(End { is_spaced: true, ..end }),
            _ => None,
        };
        before = class;
        is_start.then_some(at)
    })
}

impl End {
    /// Whether the sentence goes on with a character of this class (SB6, SB7, SB8a, SB9, SB10).
    fn goes_on(self, class: Class) -> bool {
        let is_bare = self.is_point && !self.is_closed && !self.is_spaced;
        match class {
            Class::Numeric => is_bare,
            Class::Upper => is_bare && self.after_cased,
            Class::Close => !self.is_spaced,
            Class::Continue | Class::Point | Class::Stop | Class::Space => true,
            _ => class.ends_paragraph(),
        }
    }
}

/// Whether a small letter comes before any other letter, stop or end of a paragraph (SB8).
struct Ahead<'t> {
    text: &'t str,
    /// Where what decides stands, for all places before it that were asked for.
    known_to: usize,
    is_lower: bool,
}

impl Ahead<'_> {
    fn is_lower(&mut self, at: usize) -> bool {
        if at >= self.known_to {
            let decides = |class: Class| {
                class.stops()
                    || class.ends_paragraph()
                    || matches!(class, Class::Lower | Class::Upper | Class::Letter)
            };
            let mut classes = self.text[at..].char_indices().map(|(len, c)| (len, Class::of(c)));
            let found = classes.find(|&(_, class)| decides(class));
            self.known_to = found.map_or(self.text.len(), |(len, _)| at + len + 1);
            self.is_lower = found.is_some_and(|(_, class)| class == Class::Lower);
        }
        self.is_lower
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use unicode_segmentation::UnicodeSegmentation;

    use super::*;

    /// What the crate takes a character for, told by where it parts texts around it.
    fn class_of_crate(c: char) -> Class {
        let parts = |before: &str, after: &str| -> [bool; 2] {
            let text = format!("{before}{c}{after}");
            let starts: Vec<usize> = text.split_sentence_bound_indices().map(|(at, _)| at).collect();
            [before.len(), before.len() + c.len_utf8()].map(|at| starts.contains(&at))
        };
        match parts("!", "B") {
            [false, true] if parts("", "B")[1] => match () {
                () if !parts("", "b")[1] => Class::Point,
                () if !parts("", ",")[1] => Class::Stop,
                () if !parts("\r", "")[0] => Class::LineFeed,
                () if !parts("", "\n")[1] => Class::Return,
                () => Class::Separator,
            },
            [false, true] if parts("! ", "B")[0] => Class::Close,
            [false, true] if parts("!", "(")[1] => Class::Space,
            [false, true] => Class::Extend,
            [false, false] => Class::Continue,
            _ if !parts(". ", "")[0] => Class::Lower,
            _ if !parts(".", "")[0] => Class::Numeric,
            _ if !parts("A.", "")[0] => Class::Upper,
            _ if parts(". ", "a")[0] => Class::Letter,
            _ => Class::Other,
        }
    }

    fn pack(class: impl Fn(char) -> Class) -> Vec<u8> {
        let mut ranges: Vec<(u32, u32, Class)> = Vec::new();
        // No others are assigned.
        for c in ('\0'..='\u{3FFFF}').chain('\u{E0000}'..='\u{E0FFF}') {
            let (code, class) = (u32::from(c), class(c));
            match ranges.last_mut() {
                Some(last) if last.1 + 1 == code && last.2 == class => last.1 = code,
                _ if class != Class::of_kind(c) => ranges.push((code, code, class)),
                _ => {}
            }
        }
        let mut packed = Vec::new();
        let mut put = |mut number: u32| {
            while number >= 0x80 {
                packed.push(number as u8 | 0x80);
                number >>= 7;
            }
            packed.push(number as u8);
        };
        let mut next = 0;
        for (first, last, class) in ranges {
            put(first - next);
            put((last - first + 1) * 16 + class as u32);
            next = last + 1;
        }
        packed
    }

    /// `TEXTLENS_BLESS=1` makes the table anew.
    #[test]
    fn the_table_is_the_standards() {
        if char::UNICODE_VERSION != (17, 0, 0) {
            return;
        }
        let packed = pack(class_of_crate);
        if std::env::var_os("TEXTLENS_BLESS").is_some() {
            let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/text/uax29/sentence_classes.bin");
            std::fs::write(file, packed).unwrap();
        } else {
            assert!(packed == PACKED);
        }
    }

    #[test]
    fn sentences_are_the_standards() {
        let letters =
            ['a', 'B', 'א', '1', '+', ' ', '(', '.', '!', ',', '\u{301}', '\r', '\n', '\u{85}', '。'];
        for code in 0..letters.len().pow(5) {
            let text: String =
                (0..5).map(|at| letters[code / letters.len().pow(at) % letters.len()]).collect();
            let expected: Vec<usize> =
                text.split_sentence_bound_indices().map(|(at, _)| at).skip(1).collect();
            assert_eq!(starts(&text).collect::<Vec<_>>(), expected, "{text:?}");
        }
    }
}

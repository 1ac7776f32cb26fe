//! Patterns over the letters of one word, in the data of languages.

/// One place of a pattern.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Element {
    /// This letter.
    Letter(char),
    /// One of these.
    OneOf(Box<str>),
    /// A vowel.
    Vowel,
    /// Another letter, or the edge of the word.
    Other,
    /// The edge of the word.
    Edge,
}

impl Element {
    fn fits(&self, letter: Option<char>, is_vowel: &impl Fn(char) -> bool) -> bool {
        match self {
            Self::Letter(expected) => letter == Some(*expected),
            Self::OneOf(letters) => letter.is_some_and(|c| letters.contains(c)),
            Self::Vowel => letter.is_some_and(is_vowel),
            Self::Other => letter.is_none_or(|c| !is_vowel(c)),
            Self::Edge => letter.is_none(),
        }
    }
}

/// Reads a run of elements; `None` when a bracket is not closed.
pub(super) fn elements(mut text: &str) -> Option<Vec<Element>> {
    let mut read = Vec::new();
    while let Some(c) = text.chars().next() {
        text = &text[c.len_utf8()..];
        read.push(match c {
            '[' => {
                let (letters, rest) = text.split_once(']')?;
                text = rest;
                Element::OneOf(letters.into())
            }
            'V' => Element::Vowel,
            'C' => Element::Other,
            '<' | '>' | ']' | '^' | '$' => return None,
            c => Element::Letter(c),
        });
    }
    Some(read)
}

/// Whether `elements` fit the letters from `at` on.
pub(super) fn matches_forwards(
    elements: &[Element],
    letters: &[char],
    at: usize,
    is_vowel: &impl Fn(char) -> bool,
) -> bool {
    elements.iter().zip(at..).all(|(element, at)| element.fits(letters.get(at).copied(), is_vowel))
}

/// Whether `elements` fit the letters before `at`, the nearest first.
pub(super) fn matches_backwards(
    elements: &[Element],
    letters: &[char],
    at: usize,
    is_vowel: &impl Fn(char) -> bool,
) -> bool {
    let before = |back: usize| at.checked_sub(back).and_then(|at| letters.get(at)).copied();
    elements.iter().zip(1..).all(|(element, back)| element.fits(before(back), is_vowel))
}

//! The marks of list items: bullets, numbers, letters.

/// What counts the items of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    /// A bullet that is never anything else.
    Bullet(char),
    /// A hyphen, asterisk or plus sign: a bullet at the start of a line.
    MaybeBullet(char),
    /// A number or letter, and how it is written.
    Counted { count: u16, style: Style },
}

/// How a counting mark is written; the marks of one list are written alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Style {
    counter: Counter,
    opened: bool,
    /// *.*, *)*, or both.
    closing: (bool, bool),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Counter {
    Digits,
    Small,
    Capital,
}

impl Mark {
    /// The mark that `chunk` is, or starts with: a bullet may cling to what follows.
    pub fn of(chunk: &str) -> Option<Self> {
        // The most of chunks are words.
        if let [b'A'..=b'Z' | b'a'..=b'z', _, _, _, ..] = chunk.as_bytes() {
            return None;
        }
        let first = chunk.chars().next()?;
        match first {
            '•' | '‣' | '◦' | '▪' | '●' | '⁃' => Some(Self::Bullet(first)),
            '·' | '■' | '□' | '○' if chunk.len() == first.len_utf8() => Some(Self::Bullet(first)),
            '-' | '*' | '+' | '–' | '—' if chunk.len() == first.len_utf8() => {
                Some(Self::MaybeBullet(first))
            }
            _ => Self::counted(chunk),
        }
    }

    fn counted(chunk: &str) -> Option<Self> {
        let (opened, rest) = match chunk.strip_prefix('(') {
            Some(rest) => (true, rest),
            None => (false, chunk),
        };
        let (bracket, rest) = match rest.strip_suffix(')') {
            Some(rest) => (true, rest),
            None => (false, rest),
        };
        let (point, label) = match rest.strip_suffix('.') {
            Some(rest) => (true, rest),
            None => (false, rest),
        };
        if !(bracket || point && !opened) {
            return None;
        }
        let byte = *label.as_bytes().first()?;
        let (counter, count) = match byte {
            b'0'..=b'9' if label.len() <= 3 => (Counter::Digits, label.parse().ok()?),
            b'a'..=b'z' if label.len() == 1 => (Counter::Small, u16::from(byte - b'a') + 1),
            b'A'..=b'Z' if label.len() == 1 => (Counter::Capital, u16::from(byte - b'A') + 1),
            _ => return None,
        };
        Some(Self::Counted { count, style: Style { counter, opened, closing: (point, bracket) } })
    }

    /// Whether an item marked so can follow one that is marked `previous`.
    pub fn follows(self, previous: Self) -> bool {
        match (previous, self) {
            (Self::Counted { count, style }, Self::Counted { count: next, style: same }) => {
                style == same && next == count + 1
            }
            (Self::Bullet(one), Self::Bullet(other)) => one == other,
            _ => false,
        }
    }

    /// Whether it is the mark of a first item.
    pub fn is_first(self) -> bool {
        !matches!(self, Self::Counted { count: 2.., .. })
    }

    /// Whether `chunk` is nothing but a mark.
    pub fn is_alone(chunk: &str) -> bool {
        match Self::of(chunk) {
            Some(Self::Bullet(bullet)) => {
                let rest = &chunk[bullet.len_utf8()..];
                rest.is_empty() || Self::counted(rest).is_some()
            }
            Some(_) => true,
            None => {
                Self::counted(chunk.trim_start_matches('*')).is_some()
                    || is_section_number(chunk)
                    || is_roman_number(chunk)
            }
        }
    }
}

/// *2.1.*, *4.1.3*
fn is_section_number(chunk: &str) -> bool {
    let parts = chunk.strip_suffix('.').unwrap_or(chunk).split('.');
    let short = |part: &str| (1..=2).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
    parts.clone().count() > 1 && parts.clone().all(short)
}

/// *II.*, *(iv)*
fn is_roman_number(chunk: &str) -> bool {
    let bracketed = chunk.strip_suffix(')').map(|rest| rest.strip_prefix('(').unwrap_or(rest));
    bracketed.or_else(|| chunk.strip_suffix('.')).is_some_and(is_roman)
}

/// *II*, *iv*: a Roman number of two to five letters, below 40.
pub(super) fn is_roman(number: &str) -> bool {
    let only = |digits: [u8; 3]| number.bytes().all(|byte| digits.contains(&byte));
    (2..=5).contains(&number.len()) && (only(*b"IVX") || only(*b"ivx"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn follows(previous: &str, next: &str) -> bool {
        Mark::of(next).unwrap().follows(Mark::of(previous).unwrap())
    }

    #[test]
    fn marks_of_a_list_count_on_in_one_style() {
        for (previous, next) in [
            ("1.", "2."),
            ("1.)", "2.)"),
            ("(9)", "(10)"),
            ("a.", "b."),
            ("B)", "C)"),
            ("•", "•"),
            ("⁃9.", "⁃10."),
        ] {
            assert!(follows(previous, next), "{previous} {next}");
        }
        for (previous, next) in
            [("1.", "3."), ("1.", "2)"), ("1)", "(2)"), ("a.", "B."), ("-", "-"), ("•", "▪")]
        {
            assert!(!follows(previous, next), "{previous} {next}");
        }
    }

    #[test]
    fn words_are_no_marks() {
        for chunk in ["", "word", "1", "a", "(a", "1950.", "ab.", "...", "!)"] {
            assert_eq!(Mark::of(chunk), None, "{chunk}");
        }
        assert!(Mark::is_alone("2.1.") && Mark::is_alone("*3.") && !Mark::is_alone("2.135"));
        assert!(Mark::is_alone("II.") && Mark::is_alone("(iv)") && !Mark::is_alone("Mix."));
        assert!(Mark::is_alone("⁃9.") && Mark::is_alone("•") && !Mark::is_alone("•word"));
    }
}

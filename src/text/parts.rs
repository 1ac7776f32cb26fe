//! Chunks taken apart: what opens one, the word in it, the marks behind it.

use super::chunks::{is_closing, is_opening};
use super::forms::{Form, form};

/// How a chunk ends, without the quotation marks and brackets that close.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(super) enum Stop {
    /// A letter, digit or symbol.
    None,
    Point,
    /// Two points or more, or *…*
    Dots,
    Exclamation,
    Question,
    Colon,
    /// A comma, semicolon, hyphen or dash: the sentence goes on.
    Continuing,
    /// The full stop of a script that this module does not know.
    Other,
}

impl Stop {
    /// How a chunk ends whose last mark is `mark`.
    pub fn of(mark: char) -> Self {
        match mark {
            '.' => Self::Point,
            '…' => Self::Dots,
            '!' => Self::Exclamation,
            '?' => Self::Question,
            ':' => Self::Colon,
            _ => Self::Continuing,
        }
    }
}

/// A chunk, taken apart: *(“word.”)* is what opens it, a core, and a tail of marks.
#[derive(Clone, Copy, Debug)]
pub(super) struct Part<'t> {
    /// The chunk.
    pub whole: &'t str,
    /// What opens it.
    pub opening: &'t str,
    /// The word without marks around it.
    pub core: &'t str,
    /// The marks after it.
    pub tail: &'t str,
    /// How it ends.
    pub stop: Stop,
    /// What the core looks like.
    pub form: Form,
}

impl<'t> Part<'t> {
    /// Nothing.
    pub const NONE: Part<'static> =
        Part { whole: "", opening: "", core: "", tail: "", stop: Stop::None, form: Form::Marks };

    pub fn of(whole: &'t str) -> Self {
        let opened = whole.trim_start_matches(is_opening);
        let opening = &whole[..whole.len() - opened.len()];
        let core = opened.trim_end_matches(is_mark);
        let tail = &opened[core.len()..];
        let marks = tail.trim_end_matches(is_closing);
        let stop = match marks.chars().next_back() {
            Some('.') if is_dots(marks) => Stop::Dots,
            Some(mark) => Stop::of(mark),
            None => Stop::None,
        };
        Self { whole, opening, core, tail, stop, form: form(core) }
    }

    /// Whether a quotation mark or bracket closes after the stop.
    pub fn is_closed(&self) -> bool {
        self.tail.ends_with(is_closing)
    }

    /// Whether a quotation mark closes after the stop.
    pub fn closes_quotation(&self) -> bool {
        self.is_closed() && !self.tail.ends_with([')', ']', '}'])
    }

    /// The first character of the core, or of the marks.
    pub fn first(&self) -> char {
        self.core.chars().next().or_else(|| self.tail.chars().next()).unwrap_or_default()
    }

    /// Whether it is stops and nothing else: *?*, or one of *. . .*
    pub fn is_stops(&self) -> bool {
        !self.whole.is_empty() && self.whole.bytes().all(|byte| matches!(byte, b'.' | b'!' | b'?'))
    }

    /// Whether it is points and nothing else: one of *. . .*
    pub fn is_points(&self) -> bool {
        !self.whole.is_empty() && self.whole.bytes().all(|byte| byte == b'.')
    }
}

fn is_mark(c: char) -> bool {
    !c.is_ascii_alphanumeric()
        && (is_closing(c)
            || matches!(c, '.' | '!' | '?' | '…' | ':' | ',' | ';' | '\u{37E}' | '-' | '–' | '—'))
}

/// Two points at the end, or *.…*
fn is_dots(marks: &str) -> bool {
    marks.ends_with("..") || marks.ends_with("….")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_chunks_apart() {
        let part = Part::of("(“word.”)");
        assert_eq!((part.opening, part.core, part.tail, part.stop), ("(“", "word", ".”)", Stop::Point));
        assert!(part.is_closed() && !part.closes_quotation());
        assert_eq!(Part::of("what...").stop, Stop::Dots);
        assert_eq!(Part::of("what,\"").stop, Stop::Continuing);
        assert!(Part::of("...").is_points());
    }
}

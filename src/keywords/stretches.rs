//! The stretches of a text in which alone a regular expression can match.
//!
//! The crate `regex` without its performance features looks at every byte, and slowly. A match consists
//! of bytes that its pattern names, begins with some of them, often ends in one of a few strings and often
//! has one that stands in the pattern: what lies between, before and after need not be looked at. Each byte is
//! passed over a few times at most, so the search stays linear.

use regex_syntax::hir::literal::{ExtractKind, Extractor};
use regex_syntax::hir::{Class, Hir, HirKind};

/// A set of bytes.
type Bytes = Box<[bool; 256]>;

/// With more strings, a text has one nearly everywhere.
const MOST: usize = 64;

/// What every match of a pattern consists of.
#[derive(Clone, Debug)]
pub(super) struct Stretches {
    /// Bytes that a match may have.
    inside: Bytes,
    /// Bytes that a match may begin with.
    first: Bytes,
    /// Strings of which every match begins with one; empty if they are not few.
    beginnings: Vec<Vec<u8>>,
    /// Strings of which every match ends with one; empty if they are not few.
    endings: Vec<Vec<u8>>,
    /// Bytes that these end with.
    last: Bytes,
    /// What every match has.
    needed: Needed,
    /// Bytes of the shortest match.
    least: usize,
}

impl Stretches {
    /// Those of `pattern`.
    pub fn of(pattern: &Hir) -> Self {
        let (mut inside, mut first) = (empty(), empty());
        add_all(pattern, &mut inside);
        add_first(pattern, &mut first);
        let beginnings = strings(pattern, ExtractKind::Prefix);
        if !beginnings.is_empty() {
            first = empty();
            beginnings.iter().for_each(|one| first[usize::from(one[0])] = true);
        }
        let least = pattern.properties().minimum_len().unwrap_or(0);
        let endings = strings(pattern, ExtractKind::Suffix);
        let mut last = empty();
        endings.iter().flat_map(|one| one.last()).for_each(|&byte| last[usize::from(byte)] = true);
        Self { inside, first, beginnings, endings, last, needed: Needed::of(pattern), least }
    }

    /// The first place in `text` from the byte `from` on where a match that is not empty may begin.
    pub fn begin(&self, text: &str, from: usize) -> Option<usize> {
        let bytes = text.as_bytes();
        let begins = |at: &usize| {
            self.first[usize::from(bytes[*at])]
                && (self.beginnings.is_empty()
                    || self.beginnings.iter().any(|one| bytes[*at..].starts_with(one)))
        };
        let mut from = from;
        if !self.needed.string.is_empty() {
            // No match lies before what surrounds the next place of this.
            let place = from + self.needed.find(&bytes[from..])?;
            from += bytes[from..place]
                .iter()
                .rposition(|&byte| !self.inside[usize::from(byte)])
                .map_or(0, |at| at + 1);
        }
        (from..bytes.len()).find(begins)
    }

    /// Where the matches from the byte `begin` on must have ended: `Ok` with that place, or `Err`
    /// with how far there is none.
    pub fn end(&self, text: &str, begin: usize) -> Result<usize, usize> {
        let bytes = text.as_bytes();
        let stop = (begin..bytes.len()).find(|&at| !self.inside[usize::from(bytes[at])]);
        let stop = stop.unwrap_or(bytes.len());
        let ends = |end: &usize| {
            self.last[usize::from(bytes[end - 1])]
                && self.endings.iter().any(|one| bytes[begin..*end].ends_with(one))
        };
        let end = if self.endings.is_empty() { Some(stop) } else { (begin + 1..=stop).rev().find(ends) };
        let has_needed = |end: &usize| self.needed.find(&bytes[begin..*end]).is_some();
        end.filter(|end| end - begin >= self.least).filter(has_needed).ok_or(stop)
    }
}

/// A string that stands in the pattern itself, whatever else a match has; empty if there is none.
#[derive(Clone, Debug, Default)]
struct Needed {
    string: Vec<u8>,
    /// Of letters of ASCII in any case; they are small here.
    any_case: bool,
}

impl Needed {
    /// The longest that `pattern` has.
    fn of(pattern: &Hir) -> Self {
        match pattern.kind() {
            HirKind::Literal(literal) => Self { string: literal.0.to_vec(), any_case: false },
            HirKind::Class(class) => {
                let string = letter(class).into_iter().collect();
                Self { string, any_case: true }
            }
            HirKind::Capture(capture) => Self::of(&capture.sub),
            HirKind::Repetition(repetition) if repetition.min > 0 => Self::of(&repetition.sub),
            HirKind::Concat(parts) => {
                let (mut best, mut run) = (Self::default(), Self::default());
                for part in parts {
                    let next = Self::of(part);
                    if matches!(part.kind(), HirKind::Literal(_) | HirKind::Class(_))
                        && !next.string.is_empty()
                    {
                        run.add(next);
                    } else {
                        best = best.or(std::mem::take(&mut run)).or(next);
                    }
                }
                best.or(run)
            }
            _ => Self::default(),
        }
    }

    fn add(&mut self, next: Self) {
        self.any_case |= next.any_case;
        self.string.extend(next.string);
        if self.any_case {
            self.string.make_ascii_lowercase();
        }
    }

    /// The longer of the two.
    fn or(self, other: Self) -> Self {
        if self.string.len() < other.string.len() { other } else { self }
    }

    /// Where it first begins in `bytes`.
    fn find(&self, bytes: &[u8]) -> Option<usize> {
        let Some((&first, rest)) = self.string.split_first() else { return Some(0) };
        let case = if self.any_case && first.is_ascii_lowercase() { 0x20 } else { 0 };
        let mut from = 0;
        loop {
            let at = from + bytes[from..].iter().position(|&byte| byte | case == first)?;
            from = at + 1;
            let is_rest =
                |part: &[u8]| if self.any_case { part.eq_ignore_ascii_case(rest) } else { part == rest };
            if bytes.get(from..from + rest.len()).is_some_and(is_rest) {
                return Some(at);
            }
        }
    }
}

/// The small letter of a class of it and its capital.
fn letter(class: &Class) -> Option<u8> {
    let Class::Unicode(class) = class else { return None };
    let [capital, small] = class.ranges() else { return None };
    let is_one = capital.len() == 1 && small.len() == 1 && small.start().is_ascii_lowercase();
    (is_one && capital.start() == small.start().to_ascii_uppercase()).then_some(small.start() as u8)
}

fn empty() -> Bytes {
    Box::new([false; 256])
}

/// The few strings of which every match begins or ends with one; none where a match may be without.
fn strings(pattern: &Hir, kind: ExtractKind) -> Vec<Vec<u8>> {
    let found = Extractor::new().kind(kind).limit_total(MOST).extract(pattern);
    let strings: Vec<Vec<u8>> =
        found.literals().into_iter().flatten().map(|one| one.as_bytes().to_vec()).collect();
    if strings.iter().any(Vec::is_empty) { Vec::new() } else { strings }
}

/// Adds every byte that a match may have; with one beyond ASCII all of these, so that no character is parted.
fn add_all(pattern: &Hir, bytes: &mut Bytes) {
    match pattern.kind() {
        HirKind::Empty | HirKind::Look(_) => {}
        HirKind::Literal(literal) => {
            literal.0.iter().for_each(|&byte| bytes[usize::from(byte)] = true);
            if !literal.0.is_ascii() {
                bytes[0x80..].fill(true);
            }
        }
        HirKind::Class(class) => add_class(class, bytes, 0x80),
        HirKind::Repetition(repetition) => add_all(&repetition.sub, bytes),
        HirKind::Capture(capture) => add_all(&capture.sub, bytes),
        HirKind::Concat(parts) | HirKind::Alternation(parts) => {
            parts.iter().for_each(|part| add_all(part, bytes));
        }
    }
}

/// Adds every byte that a match may begin with; whether it may be empty.
fn add_first(pattern: &Hir, bytes: &mut Bytes) -> bool {
    match pattern.kind() {
        HirKind::Empty | HirKind::Look(_) => true,
        HirKind::Literal(literal) => {
            bytes[usize::from(literal.0[0])] = true;
            false
        }
        HirKind::Class(class) => {
            // No character begins with a byte below that is not ASCII.
            add_class(class, bytes, 0xC2);
            false
        }
        HirKind::Repetition(repetition) => add_first(&repetition.sub, bytes) || repetition.min == 0,
        HirKind::Capture(capture) => add_first(&capture.sub, bytes),
        HirKind::Concat(parts) => parts.iter().all(|part| add_first(part, bytes)),
        HirKind::Alternation(parts) => {
            // All of them are asked.
            parts.iter().filter(|part| add_first(part, bytes)).count() > 0
        }
    }
}

/// Adds the bytes of a class; if it has a character beyond ASCII, all from `beyond` on.
fn add_class(class: &Class, bytes: &mut Bytes, beyond: usize) {
    let mut add = |start: u32, end: u32| {
        bytes[start.min(0x80) as usize..=end.min(0x7F) as usize].fill(true);
        if end >= 0x80 {
            bytes[beyond..].fill(true);
        }
    };
    match class {
        Class::Unicode(class) => class.iter().for_each(|range| add(range.start().into(), range.end().into())),
        Class::Bytes(class) => class.iter().for_each(|range| add(range.start().into(), range.end().into())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use regex_syntax::ParserBuilder;

    /// The stretches of `text` that are looked at.
    fn stretches<'t>(pattern: &str, any_case: bool, text: &'t str) -> Vec<&'t str> {
        let parser = ParserBuilder::new().multi_line(true).case_insensitive(any_case).build().parse(pattern);
        let stretches = Stretches::of(&parser.expect("a pattern"));
        let (mut found, mut from) = (Vec::new(), 0);
        while let Some(at) = stretches.begin(text, from) {
            match stretches.end(text, at) {
                Ok(end) => {
                    found.push(&text[at..end]);
                    from = end;
                }
                Err(stop) => from = stop,
            }
        }
        found
    }

    #[test]
    fn only_what_may_match_is_looked_at() {
        let text = "Ministers met; the ministry’s 12th minister said so on the 3rd. Straße, STRASSE.";
        let found = |pattern, any_case| stretches(pattern, any_case, text);
        assert_eq!(found("minist(er|ry)", false), ["ministry", "minister"]);
        assert_eq!(found(r"\b[Mm]inist[a-z]+", false), ["Ministers", "ministry", "minister"]);
        assert_eq!(found("[0-9]+(th|st)", false), ["12th"]);
        assert_eq!(found("[a-z]+er", false), ["inister", "minister"]);
        assert_eq!(found("[sS]tra(ß|SS)e", false), ["Straße"]);
        assert_eq!(found("[a-z]{8,}", false), ["inisters", "ministry", "minister"]);
        assert_eq!(found("[a-zA-Z]+n[is]+t[a-z]+", false), ["Ministers", "ministry", "minister"]);
        assert_eq!(found("(.+ on.*3)+", false), [&text[..=text.find("3rd").unwrap()]]);
        assert_eq!(found("(.+ of.*3)+", false), [""; 0]);
        assert_eq!(found("nowhere", false), [""; 0]);
        assert_eq!(found("[a&&b]", false), [""; 0]);
        assert_eq!(found("(?s).+", false), [text]);
        assert_eq!(found("ß?", false), ["ß"]);
        assert_eq!(
            found(r"[^\w\s]+", false),
            [";", "’", ".", "ß", ",", "."],
            "beyond ASCII all are looked at"
        );
    }
}

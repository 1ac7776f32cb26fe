//! Paragraphs: what a line break means in this text.
//!
//! Web articles and pasted text put each paragraph on a line of its own, with
//! or without an empty line between; mail and plain-text books wrap lines by
//! hand at some width. A break is *soft* (the paragraph goes on) where the
//! text is wrapped by hand and the next word would not have fit, where a
//! line that began a sentence goes on in lower case, or inside a stanza of
//! verse, whose sentences run over its lines. Every other break ends a
//! paragraph, so that a headline without a full stop stands alone.

use super::Span;
use super::chunks::is_opening;
use super::list_marks::Mark;
use crate::eights::{HIGH, ONES};

/// Widths, in characters, at which people wrap by hand.
const WRAP_WIDTHS: std::ops::RangeInclusive<usize> = 40..=120;

/// A line that is this much shorter than the widest may still have been wrapped there.
const RAGGED: usize = 8;

/// The paragraphs of `text` in order, without the white space around them.
///
/// ```
/// use textlens::text::paragraphs;
/// let text = "Headline\nFirst paragraph.\n\nSecond.\n";
/// let found: Vec<_> = paragraphs(text).into_iter().map(|span| span.of(text)).collect();
/// assert_eq!(found, ["Headline", "First paragraph.", "Second."]);
/// ```
pub fn paragraphs(text: &str) -> Vec<Span> {
    let lines = lines(text);
    let wrap = WrapWidth::of(text, &lines);
    let mut paragraphs: Vec<Span> = Vec::new();
    let mut previous: Option<Span> = None;
    let mut in_verse = false;
    // Whether the first letter of the last paragraph is a capital, once it has one.
    let mut capital = None;
    for (index, &line) in lines.iter().enumerate() {
        if line.is_empty() {
            previous = None;
            continue;
        }
        if previous.is_none() {
            let rest = lines[index..].iter();
            in_verse = is_stanza(rest.map_while(|line| Some(line.of(text)).filter(|line| !line.is_empty())));
        }
        let goes_on = previous.is_some_and(|above| {
            in_verse
                || wrap.breaks_softly(text, above, line)
                || capital == Some(true) && goes_on_in_lower_case(above.of(text), line.of(text))
        });
        match paragraphs.last_mut() {
            Some(paragraph) if goes_on => paragraph.end = line.end,
            _ => {
                paragraphs.push(line);
                capital = None;
            }
        }
        capital =
            capital.or_else(|| line.of(text).chars().find(|c| c.is_alphabetic()).map(char::is_uppercase));
        previous = Some(line);
    }
    paragraphs
}

/// The lines of the text, trimmed; empty ones too, as they part paragraphs.
fn lines(text: &str) -> Vec<Span> {
    let bytes = text.as_bytes();
    let mut lines = Vec::new();
    let (mut start, mut at) = (0, 0);
    loop {
        at += plain_length(&bytes[at..]);
        let rest = &bytes[at..];
        // The mandatory breaks of UAX #14: LF, VT, FF, CR, NEL, line and paragraph separator.
        let length = match rest {
            [b'\r', b'\n', ..] => 2,
            [b'\n' | b'\x0B' | b'\x0C' | b'\r', ..] => 1,
            [0xC2, 0x85, ..] => 2,
            [0xE2, 0x80, 0xA8 | 0xA9, ..] => 3,
            [] => break,
            _ => {
                at += 1;
                continue;
            }
        };
        lines.push(Span::new(start, at).trimmed(text));
        if rest.starts_with("\u{2029}".as_bytes()) {
            lines.push(Span::new(at, at));
        }
        at += length;
        start = at;
    }
    lines.push(Span::new(start, text.len()).trimmed(text));
    lines
}

/// Bytes at the start of which none is of a line break, as far as a look at eight at once tells.
fn plain_length(bytes: &[u8]) -> usize {
    /// The byte behind the last that breaks lines, in each byte.
    const BREAKS: u64 = 0x0E * ONES;
    let (blocks, _) = bytes.as_chunks::<8>();
    let is_plain = |block: &&[u8; 8]| {
        let block = u64::from_le_bytes(**block);
        // A byte below another borrows from its high bit, if that was not set.
        (block | block.wrapping_sub(BREAKS)) & HIGH == 0
    };
    blocks.iter().take_while(is_plain).count() * 8
}

/// The width at which a text was wrapped by hand, if it was.
struct WrapWidth(Option<usize>);

impl WrapWidth {
    /// Wrapped by hand is a text whose widest line has a plausible width and
    /// where two breaks in three could not have come later.
    fn of(text: &str, lines: &[Span]) -> Self {
        let breaks = || lines.windows(2).filter(|pair| !pair[0].is_empty() && !pair[1].is_empty());
        let mut widest = 0;
        for line in lines {
            widest = widest.max(width(line.of(text)));
            if widest > *WRAP_WIDTHS.end() {
                return Self(None);
            }
        }
        let all = breaks().count();
        let full = breaks().filter(|pair| is_full(text, pair[0], pair[1], widest)).count();
        let wrapped = WRAP_WIDTHS.contains(&widest) && all >= 2 && full * 3 >= all * 2;
        Self(wrapped.then_some(widest))
    }

    fn breaks_softly(&self, text: &str, above: Span, below: Span) -> bool {
        self.0.is_some_and(|widest| is_full(text, above, below, widest) && !starts_list_item(below.of(text)))
    }
}

/// Whether the first word of `below` would not have fit at the end of `above`.
fn is_full(text: &str, above: Span, below: Span, widest: usize) -> bool {
    let first_word = below.of(text).split_whitespace().next().unwrap_or("");
    width(above.of(text)) + 1 + width(first_word) + RAGGED > widest
}

fn width(line: &str) -> usize {
    line.chars().count()
}

/// A list mark, then a space.
fn starts_list_item(line: &str) -> bool {
    line.split_once(char::is_whitespace).is_some_and(|(mark, _)| Mark::is_alone(mark))
}

/// A line that ends without a stop, and is followed by lower case.
fn goes_on_in_lower_case(above: &str, below: &str) -> bool {
    let open_end =
        above.chars().next_back().is_some_and(|c| c.is_alphanumeric() || matches!(c, ',' | '-' | ';'));
    open_end && below.chars().next().is_some_and(char::is_lowercase)
}

/// Whether lines without an empty one between are a stanza: three or more, each
/// short, of some words and with a capital at its start, of which one in three
/// at least ends with a comma or a dash, and the last with a mark.
fn is_stanza<'t>(lines: impl Iterator<Item = &'t str>) -> bool {
    /// Bytes of a line of verse.
    const LONGEST: usize = 80;
    /// Words of a line of verse: *Dear Ann,* and *Regards,* have fewer.
    const FEWEST: usize = 3;
    let (mut count, mut open) = (0, 0);
    let mut last = "";
    for line in lines {
        let is_verse = line.len() <= LONGEST
            && line.trim_start_matches(is_opening).starts_with(char::is_uppercase)
            && !starts_list_item(line)
            && line.split_whitespace().take(FEWEST).count() == FEWEST;
        if !is_verse {
            return false;
        }
        count += 1;
        open += usize::from(line.ends_with([',', '—', '–']));
        last = line;
    }
    count > 2 && open * 3 >= count && last.ends_with(|c: char| !c.is_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(text: &str) -> Vec<&str> {
        paragraphs(text).into_iter().map(|span| span.of(text)).collect()
    }

    #[test]
    fn every_line_of_an_article_is_a_paragraph() {
        let long = "A sentence that goes on for a good while, as they do in articles. ".repeat(4);
        assert_eq!(split(&format!("Head\n{long}\r\n{long}\n\n\n  \nEnd")).len(), 4);
        assert_eq!(split("One.\u{2029}Two.\u{85}Three."), ["One.", "Two.", "Three."]);
    }

    #[test]
    fn lines_wrapped_by_hand_belong_together() {
        let text = "It was the best of times, it was the worst of\n\
                    times, it was the age of wisdom, it was the\n\
                    age of foolishness. It was the epoch of belief.\n\
                    \n\
                    It was the epoch of incredulity. It was the\n\
                    season of Light.";
        assert_eq!(split(text).len(), 2);
    }

    #[test]
    fn lists_and_letters_stay_apart() {
        assert_eq!(split("Dear Ann,\nI am well today.\nWith kind regards,\nBob").len(), 4);
        assert_eq!(split("To read an argument;\nTo revise your prose;\nTo give it away.").len(), 3);
        assert_eq!(split("features\ncontact manager\nevents, activities\n").len(), 3);
        assert_eq!(split("1. The first item\n2. The second item").len(), 2);
        assert_eq!(split("• one thing\n• another thing").len(), 2);
    }

    #[test]
    fn a_stanza_is_a_paragraph() {
        let stanza = "The tide has left the harbour to the gulls,\n\
                      And every boat leans over on its side;\n\
                      The ropes hang loose, the water in the hulls\n\
                      Shines like an eye.";
        assert_eq!(split(&format!("Low Water\n\n{stanza}\n\n{stanza}")).len(), 3);
    }

    #[test]
    fn a_sentence_cut_by_a_break_goes_on() {
        assert_eq!(split("This is a sentence\ncut off in the middle.").len(), 1);
    }

    #[test]
    fn nothing_gives_nothing() {
        assert!(split("").is_empty());
        assert!(split(" \n\t\r\n \u{2028}").is_empty());
    }
}

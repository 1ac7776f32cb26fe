//! Titles in quotation marks: “Letters from Iwo Jima” is one work, whatever names are in it.

use super::decoder::{self, OTHER, PERSON, Tag};
use super::forms::Kind;
use super::units::Gap;
use super::window::Opened;
use crate::lexicon::Known;

/// A title has so many words at most.
const LONGEST: usize = 8;

/// Makes one name of each title between quotation marks in which there are names, and none is all of it.
pub(super) fn settle(document: &Opened, text: &str, start: usize, tags: &mut [Tag]) {
    let mut at = 0;
    while at < tags.len() {
        let begin = start + at;
        let len = title(document, text, begin, tags.len() - at);
        let title = &mut tags[at..at + len];
        at += len.max(1);
        let Some(first) = title.iter().position(|&tag| tag != 0) else { continue };
        // “The Washington Post” has its article before its name.
        let has_article =
            first == 1 && document.units[begin].is(Known::ARTICLE) && decoder::kind(title[1]) != Some(PERSON);
        let is_all = (first == 0 || has_article) && first + 1 + decoder::rest(&title[first + 1..]) == len;
        if !is_all {
            decoder::mark(title, OTHER);
        }
    }
}

/// How many of the units from `start` on, of `most`, are a title between quotation marks: words with capitals, and
/// less small ones between them. 0 if they are none, or one word.
fn title(document: &Opened, text: &str, start: usize, most: usize) -> usize {
    let units = &document.units[start..start + most];
    let before = text[..units[0].start as usize].chars().next_back();
    if !units[0].is_capital() || !before.is_some_and(is_mark) {
        return 0;
    }
    let mut small = 0;
    for (at, unit) in units.iter().enumerate().take(LONGEST) {
        if at > 0 && !matches!(unit.gap, Gap::Space | Gap::Joined) {
            return 0;
        }
        let is_small = !unit.is_capital() && unit.form.kind == Kind::Word;
        if is_small && !unit.form.is_stop {
            return 0;
        }
        small += usize::from(is_small);
        let mut after = text[unit.span().end as usize..].chars();
        let next = after.next().filter(|c| !matches!(c, ',' | '.' | '!' | '?')).or_else(|| after.next());
        if next.is_some_and(is_mark) {
            return if !is_small && at > 2 * small { at + 1 } else { 0 };
        }
    }
    0
}

/// Whether titles stand between such marks.
fn is_mark(mark: char) -> bool {
    matches!(mark, '“' | '”' | '"' | '«' | '»' | '„')
}

#[cfg(test)]
mod tests {
    use crate::entities::EntityType::{Organisation, Place, Work};
    use crate::entities::tests::found_by_model;

    #[test]
    fn a_title_in_quotation_marks_is_one_name() {
        for (text, title) in [
            ("He directed “Letters from Iwo Jima” in 2006.", "Letters from Iwo Jima"),
            ("It ran on \"Late Show with David Letterman,\" he said.", "Late Show with David Letterman"),
            ("„Songs of Dave Brubeck“ sold well.", "Songs of Dave Brubeck"),
        ] {
            assert_eq!(found_by_model(text).first(), Some(&(title, Work)), "{text}");
        }
    }

    #[test]
    fn what_is_said_in_quotation_marks_is_no_title() {
        for text in ["“We love New York,” he said.", "“And then to New York!” he said."] {
            assert_eq!(found_by_model(text), [("New York", Place)], "{text}");
        }
        let found = found_by_model("He read it in “The Washington Post” and in the paper.");
        assert_eq!(found, [("Washington Post", Organisation)]);
    }
}

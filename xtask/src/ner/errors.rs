//! The errors of a recogniser, the most frequent first, each with where it was made.

use std::collections::BTreeMap;

use super::corpus::{Document, Kind};
use super::running_text::Mention;
use super::score::Compared;

/// Characters of context that are shown on either side.
const CONTEXT: usize = 30;

/// Errors by what they are and the name that they are about.
#[derive(Default)]
pub struct Errors {
    /// How often, and where first.
    seen: BTreeMap<(String, String), (usize, String)>,
}

impl Errors {
    /// Adds those of a document.
    pub fn add(&mut self, document: &Document, compared: &Compared) {
        let text = &document.text;
        let overlapping = |list: &[Mention<Kind>], mention: &Mention<Kind>| {
            let touches = |other: &&Mention<Kind>| {
                other.range.start < mention.range.end && mention.range.start < other.range.end
            };
            list.iter().find(touches).cloned()
        };
        for gold in compared.gold.iter().filter(|gold| !compared.found.contains(gold)) {
            let what = match overlapping(&compared.found, gold) {
                None => format!("missed {}", gold.kind.name()),
                Some(found) if found.range == gold.range => {
                    format!("{} for {}", found.kind.name(), gold.kind.name())
                }
                Some(found) => {
                    format!("{} {:?} for {}", found.kind.name(), &text[found.range], gold.kind.name())
                }
            };
            self.note(text, what, gold);
        }
        for found in compared.found.iter().filter(|found| overlapping(&compared.gold, found).is_none()) {
            self.note(text, format!("no name, but found as {}", found.kind.name()), found);
        }
    }

    fn note(&mut self, text: &str, what: String, mention: &Mention<Kind>) {
        let name = text[mention.range.clone()].to_owned();
        let (count, _) = self.seen.entry((what, name)).or_insert_with(|| (0, context(text, mention)));
        *count += 1;
    }

    /// The `most` most frequent, a line each.
    pub fn lines(&self, most: usize) -> Vec<String> {
        let mut sorted: Vec<_> = self.seen.iter().collect();
        sorted.sort_by_key(|(_, (count, _))| std::cmp::Reverse(*count));
        let line = |((what, name), (count, context)): &(&(String, String), &(usize, String))| {
            format!("{count:4} × {name:?}: {what}, as in {context:?}")
        };
        sorted.iter().take(most).map(line).collect()
    }
}

/// The mention with what stands around it.
fn context(text: &str, mention: &Mention<Kind>) -> String {
    let before = &text[..mention.range.start];
    let after = &text[mention.range.end..];
    let start = before.char_indices().rev().nth(CONTEXT - 1).map_or(0, |(at, _)| at);
    let end = after.char_indices().nth(CONTEXT).map_or(after.len(), |(at, _)| at);
    text[start..mention.range.end + end].replace('\n', " ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_most_frequent_error_comes_first() {
        let mention = |range, kind| Mention { range, kind };
        let document = Document { text: "Ford of Kent met Ford and Ford.".into(), mentions: Vec::new() };
        let compared = Compared {
            gold: vec![mention(0..12, Kind::Per), mention(17..21, Kind::Per), mention(26..30, Kind::Per)],
            found: vec![mention(0..4, Kind::Per), mention(17..21, Kind::Org), mention(26..30, Kind::Org)],
            confidences: Vec::new(),
        };
        let mut errors = Errors::default();
        errors.add(&document, &compared);
        assert_eq!(
            errors.lines(2),
            [
                "   2 × \"Ford\": ORG for PER, as in \"Ford of Kent met Ford and Ford.\"",
                "   1 × \"Ford of Kent\": PER \"Ford\" for PER, as in \"Ford of Kent met Ford and Ford.\"",
            ]
        );
    }
}

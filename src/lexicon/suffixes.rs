//! Stems by light suffix stripping, for languages whose endings are data.
//!
//! Savoy 2006, *Light stemming approaches for the French, Portuguese, German
//! and Hungarian languages*: to take off the endings of number, gender and case,
//! and little more, serves search as well as heavier stemmers. A word passes
//! through a few steps; in each the longest listed ending that leaves enough is
//! replaced. The result groups the forms of a word; it is not shown.

use crate::order;

/// One step: endings and what stands in their place, longest first.
#[derive(Debug)]
struct Step {
    /// Letters that must remain.
    minimum: usize,
    endings: Vec<(Box<str>, Box<str>)>,
    /// Whether these are beginnings.
    prefixes: bool,
}

/// The stemmer of a language.
///
/// Its lines: `fold` and pairs of letters, of which the second stands for the
/// first, in order of the first; `stem`, how many letters must remain, and endings, `ending/replacement`
/// where something takes its place; `prefix` is the same for beginnings.
#[derive(Debug, Default)]
pub struct SuffixStemmer {
    /// In order.
    fold: Vec<(char, char)>,
    steps: Vec<Step>,
}

impl SuffixStemmer {
    /// Reads the rest of a line of the kind `kind`; `None` when it is not as it should be.
    pub(super) fn read_line(&mut self, kind: &str, mut words: std::str::SplitWhitespace<'_>) -> Option<()> {
        if kind == "fold" {
            for pair in words {
                let mut letters = pair.chars();
                let (Some(from), Some(to), None) = (letters.next(), letters.next(), letters.next()) else {
                    return None;
                };
                if self.fold.last().is_some_and(|&(last, _)| last >= from) {
                    return None;
                }
                self.fold.push((from, to));
            }
            return Some(());
        }
        let minimum = words.next()?.parse().ok()?;
        let endings: Vec<(Box<str>, Box<str>)> = words
            .map(|word| word.split_once('/').unwrap_or((word, "")))
            .map(|(ending, replacement)| (ending.into(), replacement.into()))
            .collect();
        let endings = order::by_falling(endings, |(ending, _)| ending.len() as u64);
        self.steps.push(Step { minimum, endings, prefixes: kind == "prefix" });
        Some(())
    }

    /// `text` with letters for those that they stand for, of the same length in bytes if it must keep it.
    pub(super) fn folded(&self, text: &str, keeps_length: bool) -> String {
        let fold = |c: char| {
            let at = self.fold.partition_point(|&(from, _)| from < c);
            match self.fold.get(at) {
                Some(&(from, to)) if from == c && !(keeps_length && to.len_utf8() != c.len_utf8()) => to,
                _ => c,
            }
        };
        text.chars().map(fold).collect()
    }

    /// The stem of `word`, a normal form.
    pub fn stem(&self, word: &str) -> String {
        let mut stem = self.folded(word, false);
        for step in &self.steps {
            step.apply(&mut stem);
        }
        stem
    }
}

impl Step {
    fn apply(&self, word: &mut String) {
        for (ending, replacement) in &self.endings {
            let rest =
                if self.prefixes { word.strip_prefix(&**ending) } else { word.strip_suffix(&**ending) };
            let Some(rest) = rest.filter(|rest| rest.chars().count() >= self.minimum) else { continue };
            *word =
                if self.prefixes { format!("{replacement}{rest}") } else { format!("{rest}{replacement}") };
            return;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_ending_that_leaves_enough() {
        let mut stemmer = SuffixStemmer::default();
        for line in ["fold áa íi", "stem 2 es s ces/z", "stem 3 o a", "prefix 2 al"] {
            let mut words = line.split_whitespace();
            let kind = words.next().unwrap();
            stemmer.read_line(kind, words).unwrap();
        }
        let stem = |word| stemmer.stem(word);
        assert_eq!(
            ["gatos", "luces", "las", "árbíl", "alcasas"].map(stem),
            ["gat", "luz", "la", "arbil", "cas"]
        );
    }

    #[test]
    fn a_line_that_is_no_rule_is_refused() {
        for (kind, rest) in [("fold", "á"), ("fold", "áab"), ("fold", "íi áa"), ("stem", "x a"), ("stem", "")]
        {
            assert_eq!(SuffixStemmer::default().read_line(kind, rest.split_whitespace()), None, "{rest}");
        }
    }
}

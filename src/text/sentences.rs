//! Sentences: UAX #29, corrected by what a language knows of its full stops.
//!
//! The standard proposes the gaps; the rules here turn down those that no
//! reader would take for the end of a sentence: after *Mr.*, after initials,
//! inside a quotation that goes on, after the number of a list item. Which
//! words are abbreviations is the language's data ([`SentenceRules`]).

use super::paragraphs::{is_line_break, is_list_mark};
use super::{Span, uax29};

/// How the full stop of an abbreviation behaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Abbreviation {
    /// A name or more of one follows: *Mr.*, *Gen.*
    Title,
    /// A number follows: *No.*, *Fig.*; before anything else the sentence may end.
    BeforeNumber,
    /// The sentence may end with it: *Inc.*, *etc.*, *U.S.*
    Other,
}

/// What a language knows of the ends of its sentences.
pub trait SentenceRules {
    /// How `word`, written without its last full stop, is abbreviated.
    fn abbreviation(&self, word: &str) -> Option<Abbreviation>;

    /// Whether `word`, capitalised after an abbreviation, starts a new
    /// sentence: function words do, as they are no names.
    fn starts_sentence(&self, word: &str) -> bool;
}

/// The rules of a language of which nothing is known.
pub struct NoRules;

impl SentenceRules for NoRules {
    fn abbreviation(&self, _: &str) -> Option<Abbreviation> {
        None
    }

    fn starts_sentence(&self, _: &str) -> bool {
        false
    }
}

/// The sentences of `paragraph`, a span of `text`, without the white space between them.
///
/// ```
/// use textlens::text::{NoRules, Span, sentences};
/// let text = "He left. “Stop!” she cried. Why?";
/// let found: Vec<_> = sentences(text, Span::new(0, text.len()), &NoRules)
///     .map(|span| span.of(text))
///     .collect();
/// assert_eq!(found, ["He left.", "“Stop!” she cried.", "Why?"]);
/// ```
pub fn sentences<'t>(
    text: &'t str,
    paragraph: Span,
    rules: &'t dyn SentenceRules,
) -> impl Iterator<Item = Span> + 't {
    let base = paragraph.start as usize;
    let slice = paragraph.of(text);
    let mut bounds = uax29::sentence_bounds(slice).map(|(at, piece)| at + piece.len());
    let mut start = 0;
    std::iter::from_fn(move || {
        loop {
            let end = bounds.next()?;
            let gap = Gap::at(&slice[start..end], &slice[end..]);
            let inside = end < slice.len();
            if inside && !(gap.ends_sentence(rules) && parts_words(&slice[start..end], &slice[end..])) {
                continue;
            }
            let sentence = Span::new(base + start, base + end).trimmed(text);
            start = end;
            if !sentence.is_empty() {
                return Some(sentence);
            }
        }
    })
}

/// A place where a sentence may end.
struct Gap<'t> {
    /// The sentence so far, without white space and closing marks at its end.
    before: &'t str,
    /// Whether a closing quotation mark or bracket stands between.
    closed: bool,
    /// What follows, without white space and opening marks at its start.
    after: &'t str,
}

impl<'t> Gap<'t> {
    fn at(before: &'t str, after: &'t str) -> Self {
        let trimmed = before.trim_end();
        let before = trimmed.trim_end_matches(is_closing);
        Self {
            before,
            closed: before.len() < trimmed.len(),
            after: after.trim_start().trim_start_matches(is_opening),
        }
    }

    fn ends_sentence(&self, rules: &dyn SentenceRules) -> bool {
        let Some(last) = self.before.chars().next_back() else { return false };
        match last {
            '.' if self.before.ends_with("..") => !self.goes_on_in_lower_case(),
            '.' => self.full_stop_ends(rules),
            '…' => !self.goes_on_in_lower_case(),
            '!' | '?' => {
                // “Stop!” she cried; Yahoo! in the valley; but: What? no.
                !self.goes_on_in_lower_case() || last == '?' && !self.closed
            }
            // The standard breaks after every line break; a soft one is none.
            c if c.is_alphanumeric() || is_line_break(c) => false,
            ',' | ';' | ':' | '-' | '–' | '—' => false,
            _ => true,
        }
    }

    fn goes_on_in_lower_case(&self) -> bool {
        self.after.chars().next().is_some_and(char::is_lowercase)
    }

    fn full_stop_ends(&self, rules: &dyn SentenceRules) -> bool {
        if self.goes_on_in_lower_case() || self.is_list_number() {
            return false;
        }
        let word =
            self.before.rsplit(|c: char| c.is_whitespace() || is_opening(c)).next().unwrap_or_default();
        let word = word.strip_suffix('.').unwrap_or(word);
        let next_word = self
            .after
            .split(|c: char| !c.is_alphanumeric() && !matches!(c, '\'' | '’'))
            .next()
            .unwrap_or_default();
        let number_follows = next_word.starts_with(|c: char| c.is_numeric());
        match rules.abbreviation(word) {
            Some(Abbreviation::Title) => false,
            Some(Abbreviation::BeforeNumber) => !number_follows,
            Some(Abbreviation::Other) => !number_follows && rules.starts_sentence(next_word),
            None if is_initials(word) => rules.starts_sentence(next_word),
            None => true,
        }
    }

    /// The sentence so far is only the number of a list item: *1.*, *b.*
    fn is_list_number(&self) -> bool {
        is_list_mark(self.before.trim_start())
    }
}

/// Whether no word goes on from `before` into `after`: the standard has a word
/// *a.б* that its sentence rules would cut, as only one of them asks for case.
fn parts_words(before: &str, after: &str) -> bool {
    /// Characters around the cut that can matter to the rules of words.
    const WINDOW: usize = 16;
    if before.ends_with(char::is_whitespace) {
        return true;
    }
    let (start, _) = before.char_indices().rev().take(WINDOW).last().unwrap_or_default();
    let end = after.char_indices().nth(WINDOW).map_or(after.len(), |(at, _)| at);
    let window = [&before[start..], &after[..end]].concat();
    uax29::word_bounds(&window).any(|(at, _)| at == before.len() - start)
}

/// Single letters with full stops between: *J*, *U.S*, *a.m*.
fn is_initials(word: &str) -> bool {
    word.split('.').all(|part| {
        let mut chars = part.chars();
        chars.next().is_some_and(char::is_alphabetic) && chars.next().is_none()
    }) && word != "I"
}

fn is_closing(c: char) -> bool {
    matches!(
        c,
        '"' | '\'' | '”' | '’' | '»' | '›' | ')' | ']' | '}' | '」' | '』' | '）' | '】' | '》' | '〉'
    )
}

fn is_opening(c: char) -> bool {
    matches!(
        c,
        '"' | '\''
            | '“'
            | '‘'
            | '«'
            | '‹'
            | '„'
            | '‚'
            | '('
            | '['
            | '{'
            | '「'
            | '『'
            | '（'
            | '【'
            | '《'
            | '〈'
            | '¿'
            | '¡'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Few;

    impl SentenceRules for Few {
        fn abbreviation(&self, word: &str) -> Option<Abbreviation> {
            match word {
                "Mr" | "Gen" => Some(Abbreviation::Title),
                "No" => Some(Abbreviation::BeforeNumber),
                "Inc" => Some(Abbreviation::Other),
                _ => None,
            }
        }

        fn starts_sentence(&self, word: &str) -> bool {
            matches!(word, "The" | "He" | "It")
        }
    }

    fn split(text: &str) -> Vec<&str> {
        sentences(text, Span::new(0, text.len()), &Few).map(|span| span.of(text)).collect()
    }

    #[test]
    fn abbreviations_do_not_end_sentences_unless_one_starts() {
        assert_eq!(split("Mr. The left. Gen. Smith stayed.").len(), 2);
        assert_eq!(split("See No. 5 now. The answer is No. Go.").len(), 3);
        assert_eq!(split("He works at Acme Inc. The pay is good.").len(), 2);
        assert_eq!(split("He works at Acme Inc. Boston is far.").len(), 1);
        assert_eq!(split("Jonas E. Smith came to the U.S. Army. It was cold.").len(), 2);
    }

    #[test]
    fn quotations_that_go_on_do_not_end_sentences() {
        assert_eq!(split("“Stop!” she cried. “No.” He ran.").len(), 3);
        assert_eq!(split("\"Why?\" he asked. (It was late.) He left.").len(), 3);
    }

    #[test]
    fn list_numbers_belong_to_their_item() {
        assert_eq!(split("1. The first item. 2. The second."), ["1. The first item.", "2. The second."]);
    }

    #[test]
    fn a_soft_line_break_is_no_end() {
        assert_eq!(split("It was a cold\nNight in the City.\nHe froze.").len(), 2);
    }

    #[test]
    fn no_sentence_ends_inside_a_word() {
        assert_eq!(split("Inc.ب and Inc.\u{301}ب").len(), 1);
    }

    #[test]
    fn other_scripts() {
        assert_eq!(split("今日は寒い。明日は？「はい。」").len(), 3);
        assert_eq!(split("هل أنت بخير؟ نعم.").len(), 2);
    }
}

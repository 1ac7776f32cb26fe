//! Whether a place is cut out of something longer: a name that goes on, a compound whose hyphen stands beside it, a
//! measure whose number does.

use std::ops::Range;

use super::readable::Scene;
use crate::lexicon::{Marks, WordClass};

/// What stands before a title that is part of it: *Chief Executive Carrie Lam*.
const BEFORE_TITLES: [&str; 4] = ["chief", "deputy", "vice", "assistant"];

/// A title behind *Chief*; elsewhere it may be a body's: *Executive Committee*.
const AFTER_CHIEF: &str = "executive";

impl Scene<'_, '_, '_> {
    /// Whether the tokens `place` are.
    pub(super) fn is_cut(&self, place: &Range<usize>) -> bool {
        let (first, last) = (place.start, place.end - 1);
        let within = |at: &usize| self.sentence.contains(at);
        let before = |back: usize| first.checked_sub(back).filter(within);
        let after = |on: usize| Some(last + on).filter(within);
        let is_part = |at: usize| self.has_capital(at) && self.is_name(at);
        let is_word = |at: Option<usize>, words: &[&str]| at.is_some_and(|at| words.contains(&self.word(at)));
        let tokens = &self.candidates.tokens().tokens;
        let is_behind_of = is_word(before(1), &["of", "from"]);
        // *Secretary of State Madeleine Albright*, *testimony of Scott Jones*
        let begins_person = || {
            before(1 + usize::from(is_behind_of))
                .is_some_and(|at| self.candidates.begins_person(at, first, last))
        };
        let goes_back = || {
            let joined = before(1).filter(|&at| !self.is_possessive(at));
            let is_title = |at: usize| {
                self.is_marked(at, Marks::ANY_TITLE)
                    || self.word(at) == AFTER_CHIEF
                    || self.candidates.is_title(&tokens[at], &tokens[last])
            };
            joined.is_some_and(|at| self.is_name(at) && !is_title(at))
                || is_word(before(1), &BEFORE_TITLES)
                // The *State Albright* of *Secretary of State Albright*.
                || place.len() > 1 && is_behind_of && before(2).is_some_and(is_part)
        };
        let goes_on = || {
            // The *Department* of *Department of Commerce*, the *Coalition* of *Coalition for Men*.
            let is_common = |at: usize| {
                self.has_capital(at) && matches!(self.class(at), Some(WordClass::Noun | WordClass::Adjective))
            };
            after(1).is_some_and(|at| self.is_name(at))
                || self.has_capital(last)
                    && (self.candidates.may_have_of(&tokens[place.clone()])
                        && is_word(after(1), &["of"])
                        && after(2).is_some_and(is_part)
                        || is_word(after(1), &["and", "for"]) && after(2).is_some_and(is_common))
        };
        // The *gallon filter* of *a 10 gallon filter*.
        let is_measured = || {
            before(1).is_some_and(|at| self.class(at) == Some(WordClass::Numeral))
                && self.is_marked(first, Marks::EMPTY)
        };
        self.is_name(first) && goes_back() && !(self.has_capital(last) && begins_person())
            || self.is_name(last) && !self.is_possessive(last) && goes_on()
            || is_measured()
            || self.is_hyphenated(place)
    }

    /// Whether a hyphen ties the tokens `place` to what stands beside them: *U.S.-Mexican border*.
    fn is_hyphenated(&self, place: &Range<usize>) -> bool {
        let tokens = self.candidates.tokens();
        let span = self.candidates.span(place);
        let ends = |text: &str| text.ends_with(|c: char| c.is_alphanumeric() || c == '.');
        let before = tokens.text[..span.start as usize].strip_suffix(['-', '‐', '‑']);
        let after = tokens.text[span.end as usize..].strip_prefix(['-', '‐', '‑']);
        before.is_some_and(ends) || after.is_some_and(|rest| rest.starts_with(char::is_alphanumeric))
    }
}

#[cfg(test)]
mod tests {
    use crate::{Options, analyze};

    #[test]
    fn what_is_cut_out_of_something_longer_is_not_read() {
        for (text, cut) in [
            (
                "The Indiana Department of Commerce paid. Nobody at the Indiana Department of Commerce spoke.",
                "Indiana Department",
            ),
            (
                "Protesters met Chief Executive Carrie Lam at a school. The school thanked Chief Executive Carrie Lam.",
                "Executive Carrie Lam",
            ),
            (
                "Reporters asked Secretary of State Albright about Iraq. Iraq invited Secretary of State Albright.",
                "State Albright",
            ),
            (
                "Soldiers guard the U.S.-Mexican border. Along the U.S.-Mexican border nobody lives.",
                "Mexican border",
            ),
            ("A 10 gallon filter cleans the tank. The tank needs a 20 gallon filter.", "gallon filter"),
        ] {
            let report = analyze(text, &Options::default()).unwrap();
            let read: Vec<String> = report.keyphrases.into_iter().map(|phrase| phrase.text).collect();
            assert!(!read.is_empty() && !read.iter().any(|phrase| phrase == cut), "{cut}: {read:?}");
        }
    }

    #[test]
    fn a_person_of_a_country_is_whole() {
        let text = "Eliud Kipchoge of Kenya ran a marathon. The marathon was in Vienna, and Kipchoge was cheered in Vienna.";
        let report = analyze(text, &Options::default()).unwrap();
        assert!(
            report.keyphrases.iter().any(|phrase| phrase.text == "Eliud Kipchoge"),
            "{:?}",
            report.keyphrases
        );
    }
}

//! Chains of capitalised words, and where one is cut into names.
//!
//! *Russian Defence Minister Sergei Shoigu* is one chain; the title in it parts
//! the nationality from the person. *University of the Arts* holds together
//! because a university is mostly one of something.

use super::forms::{Case, Kind};
use super::names::Finder;
use super::units::{Gap, Unit};
use crate::lexicon::{Known, NameLexicon, WordKey};

/// Longest entry of the lexicon that is looked for, in words.
pub(super) const LONGEST_ENTRY: usize = 8;

/// Chains are cut after so many words, so that a line of names only takes linear time.
const LONGEST_CHAIN: usize = 32;

impl Finder<'_> {
    /// The end of the chain of capitalised words and their connectors that begins at `start`.
    pub(super) fn chain_end(&self, start: usize) -> usize {
        let mut end = start + 1;
        while end < self.units.len() && end - start < LONGEST_CHAIN && !self.parts(end) {
            let connectors = self.units[end..].iter().take(3).take_while(|unit| is_connector(unit)).count();
            let next = if self.may_start(end) { end } else { end + connectors };
            let joined =
                next < self.units.len() && self.may_start(next) && !(end + 1..=next).any(|at| self.parts(at));
            if !joined {
                break;
            }
            end = next + 1;
        }
        end
    }

    /// Whether what stands between the unit at `at` and the one before parts names.
    pub(super) fn parts(&self, at: usize) -> bool {
        let (before, unit) = (&self.units[at - 1], &self.units[at]);
        let ampersand = before.form.kind == Kind::Ampersand || unit.form.kind == Kind::Ampersand;
        let possessive = before.possessive && !(before.is(Known::OWNER) && unit.is_capital());
        let article = unit.is(Known::ARTICLE) && unit.form.case == Case::Capital;
        self.dated[at]
            || article
            || possessive
            || !(unit.gap == Gap::Space || unit.gap == Gap::Joined && ampersand)
    }

    /// Adds the candidates of a chain.
    pub(super) fn chain(&mut self, start: usize, end: usize) {
        let mut at = start;
        let mut titled = false;
        while at < end {
            if let Some(after) = self.title(at, end) {
                titled =
                    after < end && self.units[after].is_capital() && !self.units[after].is(Known::DEMONYM);
                at = self.after_office(after, end);
                continue;
            }
            if !self.units[at].is_capital() || self.is_dropped(at, end) {
                at += 1;
                continue;
            }
            let stop = self.segment_end(at, end);
            let connectors = self.units[at..stop].iter().rev().take_while(|unit| !unit.is_capital()).count();
            self.segment(at, stop - connectors, titled);
            titled = false;
            at = stop;
        }
    }

    /// Whether the capital at `at` is only there because something begins.
    pub(super) fn is_dropped(&self, at: usize, end: usize) -> bool {
        let unit = &self.units[at];
        let starts = at == 0 || unit.gap == Gap::Start;
        let quoted = unit.gap == Gap::Quote;
        if unit.is(Known::NO_NAME)
            && !self.is_known_phrase(at, end)
            && (end - at == 1 || unit.form.case != Case::Capital)
        {
            return true;
        }
        if !starts && !quoted {
            return unit.form.is_stop
                && unit.form.case != Case::Acronym
                && !self.is_known_phrase(at, end)
                && !unit.is(Known::NAME);
        }
        if !unit.form.is_ordinary()
            || unit.form.case == Case::Acronym
            || self.is_known_phrase(at, end)
            || self.title(at, end).is_some()
        {
            return false;
        }
        let next = self.units[at + 1..end].first().filter(|next| next.is_capital());
        if unit.is(Known::NAME) {
            // Will, Mark: a name if a surname or a verb of speech follows.
            let goes_on = next.is_some_and(|next| !next.form.is_ordinary());
            if unit.form.is_stop {
                return !(unit.is(Known::GIVEN) && goes_on);
            }
            let speaks = end == at + 1
                && self.units.get(end).is_some_and(|unit| unit.is(Known::SPEECH.or(Known::DEED)));
            return !goes_on && (!speaks || unit.form.also_lower);
        }
        // “Grand Fatherland War”, but Yesterday Apple Inc.
        let headed = |next: &Unit| {
            (quoted || next.form.is_ordinary()) && self.head_of(at, self.segment_end(at, end)).is_some()
        };
        unit.form.is_stop || !next.is_some_and(headed)
    }

    /// Whether the lexicon knows a name of several words that begins at `at`.
    pub(super) fn is_known_phrase(&self, at: usize, end: usize) -> bool {
        self.longest(at, end, Known::NAME).0 > 1
    }

    /// The end of the titles that begin at `at`, if any do.
    pub(super) fn title(&self, at: usize, end: usize) -> Option<usize> {
        if self.is_known_phrase(at, end) {
            return None;
        }
        let mut after = None;
        let mut next = at;
        while next < end && self.units[next].is_capital() {
            let (words, _) = self.longest(next, end, Known::TITLE);
            if words > 0 {
                next += words;
                after = Some(next);
            } else if self.units[next].is(Known::TITLE_MODIFIER) {
                next += 1;
            } else {
                break;
            }
        }
        let after = after?;
        let heads = Known::ORGANISATION_HEAD.or(Known::EVENT_HEAD).or(Known::PLACE_HEAD);
        let names_a_thing = after < end
            && self.units[after].is(heads)
            && !self.units[after].is(Known::GIVEN.or(Known::SURNAME));
        (!names_a_thing).then_some(after)
    }

    /// The end of the words that say what a title is for, from `after` on: *of Foreign Affairs*.
    pub(super) fn after_office(&self, after: usize, end: usize) -> usize {
        let is_of = after < end && self.units[after].is(Known::OF) && !self.units[after].is_capital();
        let is_office =
            |unit: &Unit| unit.is(Known::TITLE_MODIFIER) || unit.form.is_ordinary() && !unit.is(Known::NAME);
        if !is_of {
            return after;
        }
        let words = self.units[after + 1..end].iter().take_while(|unit| is_office(unit)).count();
        if words == 0 { after } else { after + 1 + words }
    }

    /// Where the segment that begins at `start` ends: before a title, or before a connector that does not join.
    pub(super) fn segment_end(&self, start: usize, end: usize) -> usize {
        let mut at = start + 1;
        while at < end {
            let unit = &self.units[at];
            if unit.is_capital() {
                let may_be_name = unit.is(Known::GIVEN.or(Known::SURNAME));
                let after_name = self.units[at - 1].is(Known::GIVEN) && may_be_name;
                let is_title = |after: usize| after < end && self.units[after].is_capital() || !may_be_name;
                if !after_name && self.title(at, end).is_some_and(is_title) {
                    return at;
                }
            } else if !self.joins(start, at, end) {
                return at;
            }
            at += 1;
        }
        end
    }

    /// Whether the connector at `at` joins what stands before it, from `start`, with what follows.
    pub(super) fn joins(&self, start: usize, at: usize, end: usize) -> bool {
        let unit = &self.units[at];
        let before = &self.units[at - 1];
        let next = self.units.get(at + 1);
        if unit.form.kind == Kind::Ampersand {
            return !(before.is(Known::GIVEN) && next.is_some_and(|next| next.is(Known::GIVEN)));
        }
        if unit.is(Known::ARTICLE) {
            return before.is(Known::OF) && !before.is_capital();
        }
        if unit.is(Known::OF) {
            let heads = Known::ORGANISATION_OF.or(Known::PLACE_OF).or(Known::EVENT_OF);
            let is_of = |unit: &Unit| unit.is(Known::OF) && !unit.is_capital();
            let goes_on =
                self.units[start..at].iter().any(is_of) && next.is_some_and(|next| next.form.is_ordinary());
            return before.is_capital()
                && (goes_on || before.is(heads))
                && self.longest(start, at, Known::NAME).0 != at - start;
        }
        if unit.is(Known::AND) {
            let left_is_plain = self.units[start..at]
                .iter()
                .all(|unit| unit.form.is_ordinary() && !unit.is(Known::ANY_PLACE));
            let right = self.units[at + 1..end].iter().take_while(|unit| unit.is_capital());
            let headed = right.clone().last().is_some_and(|last| last.is(Known::ORGANISATION_HEAD))
                && right.clone().all(|unit| unit.form.is_ordinary());
            let of = self.units[start..at].iter().any(|unit| unit.is(Known::OF) && !unit.is_capital());
            let right_is_plain = next.is_some_and(|next| next.form.is_ordinary());
            return left_is_plain && (headed || of && right_is_plain);
        }
        // van, de la: not after what is no person, nor after a country.
        unit.is(Known::PARTICLE) && (before.is(Known::GIVEN) || !before.is(Known::ANY_PLACE))
    }

    /// How many words the longest entry of `classes` has that begins at `start`, and what is known of it.
    pub(super) fn longest(&self, start: usize, end: usize, classes: Known) -> (usize, Known) {
        // *Boeing 737*
        let ends = |unit: &Unit| unit.is_capital() || unit.form.kind == Kind::Number;
        longest_entry(self.text, self.lexicon, &self.units[start..end], classes, ends)
    }
}

/// The longest entry of the lexicon in one of `classes` that `units` of `text` begin with, among those whose
/// last word `ends`: its words and what is known of it.
pub(super) fn longest_entry(
    text: &str,
    lexicon: &NameLexicon,
    units: &[Unit],
    classes: Known,
    ends: impl Fn(&Unit) -> bool,
) -> (usize, Known) {
    let mut longest = (0, Known::NONE);
    let mut phrase: Option<WordKey> = None;
    for (index, unit) in units.iter().take(LONGEST_ENTRY).enumerate() {
        let key = match (phrase, unit.exact(text)) {
            (None, Some(exact)) => exact,
            (None, None) => unit.form.folded,
            (Some(start), Some(exact)) if lexicon.contains(start.then(exact)) => start.then(exact),
            (Some(start), _) => start.then(unit.form.folded),
        };
        let known = if index == 0 { unit.form.known } else { lexicon.get(key) };
        if known.is(classes) && ends(unit) {
            longest = (index + 1, known);
        }
        if !lexicon.is_prefix(key) {
            break;
        }
        phrase = Some(key);
    }
    longest
}

/// A word that may stand between the capitalised words of one name.
fn is_connector(unit: &Unit) -> bool {
    let connects = Known::OF.or(Known::AND).or(Known::ARTICLE).or(Known::PARTICLE);
    unit.form.kind == Kind::Ampersand || !unit.is_capital() && unit.is(connects)
}

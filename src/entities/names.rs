//! Candidates for names: which runs of capitalised words stand for one thing.
//!
//! A sentence is cut into chains of capitalised words; a chain is cut where a
//! title, a preposition or a name that the lexicon knows says that another
//! name begins. Where capitals mean nothing (headlines in title case, lines in
//! capitals) only what the lexicon or the rest of the document knows counts.

use super::evidence::{self, Points};
use super::units::{Case, Gap, Kind, Unit};
use crate::lexicon::{Known, NameLexicon, WordKey};
use crate::text::Span;

/// A name and what speaks for its types.
#[derive(Clone, Copy, Debug)]
pub(super) struct Candidate {
    /// Where it stands.
    pub span: Span,
    /// What speaks for each type.
    pub points: Points,
    /// Key of the whole name.
    pub key: WordKey,
    /// Keys of its first and last word.
    pub ends: [WordKey; 2],
    /// Words in it.
    pub words: usize,
    /// Whether the lexicon knows it as a country, region or town.
    pub geopolitical: bool,
}

/// Longest entry of the lexicon that is looked for, in words.
const LONGEST_ENTRY: usize = 8;

/// Chains are cut after so many words, so that a line of names only takes linear time.
const LONGEST_CHAIN: usize = 32;

/// Heads of names, with the points that they give.
const HEADS: [(Known, fn(&mut Points) -> &mut i32); 4] = [
    (Known::ORGANISATION_HEAD, |points| &mut points.organisation),
    (Known::PLACE_HEAD, |points| &mut points.place),
    (Known::EVENT_HEAD, |points| &mut points.event),
    (Known::OTHER_HEAD, |points| &mut points.event),
];

/// Finds the candidates of a sentence.
pub(super) struct Finder<'a> {
    /// What is known of names.
    pub lexicon: &'a NameLexicon,
    /// The text that the spans are of.
    pub text: &'a str,
    /// The units of the sentence.
    pub units: &'a [Unit],
    /// Whether the sentence ends as sentences do, with a full stop or the like.
    pub is_full_sentence: bool,
    /// Which units belong to dates.
    pub dated: &'a [bool],
    /// Where the candidates go.
    pub found: &'a mut Vec<Candidate>,
}

impl Finder<'_> {
    /// Adds the candidates of the sentence in order.
    pub fn find(mut self) {
        if self.capitals_mean_nothing() {
            self.headline();
            return;
        }
        let mut at = 0;
        while at < self.units.len() {
            if self.may_start(at) {
                let end = self.chain_end(at);
                self.chain(at, end);
                at = end;
            } else {
                at += 1;
            }
        }
    }

    /// Whether most longer words are capitalised, and ordinary ones among
    /// them: a headline, or a sentence in capitals.
    fn capitals_mean_nothing(&self) -> bool {
        let (mut capitals, mut ordinary, mut lower) = (0, 0, 0);
        for unit in self.units.iter().skip(1).filter(|unit| unit.form.len > 3 && unit.form.kind == Kind::Word)
        {
            if unit.is_capital() {
                capitals += 1;
                ordinary += usize::from(unit.form.is_ordinary() && !unit.is(Known::TITLE));
            } else {
                lower += 1;
            }
        }
        let shouts = self
            .units
            .iter()
            .all(|unit| unit.form.case != Case::Capital && (unit.is_capital() || unit.form.len < 2));
        if self.is_full_sentence && !shouts {
            let says_something = |unit: &Unit| !unit.is_capital() && !unit.form.is_stop;
            return ordinary >= 4 && lower == 0 && !self.units.iter().any(says_something);
        }
        ordinary >= 2 && lower * 3 <= capitals && ordinary * 3 >= capitals
    }

    fn may_start(&self, at: usize) -> bool {
        let unit = &self.units[at];
        let pronoun =
            unit.form.case == Case::Initial && unit.form.is_stop && unit.gap != Gap::Start && at > 0;
        unit.is_capital() && !pronoun && !self.dated[at] && unit.form.kind != Kind::Ampersand
    }

    /// The end of the chain of capitalised words and their connectors that begins at `start`.
    fn chain_end(&self, start: usize) -> usize {
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
    fn parts(&self, at: usize) -> bool {
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
    fn chain(&mut self, start: usize, end: usize) {
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
    fn is_dropped(&self, at: usize, end: usize) -> bool {
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
        let next = units_next(self.units, at, end);
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
    fn is_known_phrase(&self, at: usize, end: usize) -> bool {
        self.longest(at, end, Known::NAME).0 > 1
    }

    /// The end of the titles that begin at `at`, if any do.
    fn title(&self, at: usize, end: usize) -> Option<usize> {
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
    fn after_office(&self, after: usize, end: usize) -> usize {
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
    fn segment_end(&self, start: usize, end: usize) -> usize {
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
    fn joins(&self, start: usize, at: usize, end: usize) -> bool {
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
        unit.is(Known::PARTICLE) && !(before.is(Known::ANY_PLACE) && !before.is(Known::GIVEN))
    }

    /// Adds the candidates of a segment, which holds one name or some that follow each other directly.
    fn segment(&mut self, start: usize, end: usize, titled: bool) {
        let words = end - start;
        let (len, known) = self.longest(start, end, Known::NAME);
        if len == words || titled {
            let (first, is_short) = (&self.units[start], self.units[start].form.len <= 4);
            let acronym =
                words == 1 && first.form.case == Case::Acronym && first.form.exact.is_none() && is_short;
            let is_acronym =
                acronym && !known.is(Known::ANY_PLACE.or(Known::DEMONYM).or(Known::ORGANISATION));
            let mut points = if len == words && !is_acronym {
                evidence::of_lexicon(known, words)
            } else {
                evidence::of_parts(self.text, &self.units[start..end])
            };
            if titled {
                points.person += 12;
            }
            self.add(start, end, points, if len == words { known } else { Known::NONE });
            return;
        }
        if let Some(class) = self.head_of(start, end) {
            let mut points = Points::default();
            for (_, to) in HEADS.iter().filter(|(head, _)| class.is(*head)).take(1) {
                *to(&mut points) += 9;
            }
            if !class.is(Known::OTHER_HEAD) {
                self.add(start, end, points, Known::NONE);
            }
            return;
        }
        let rest = start + len;
        let christian =
            len == 1 && known.is(Known::GIVEN) && rest < end && !self.units[rest].form.is_ordinary();
        if len > 0 && known.is(Known::DEMONYM) && !christian && self.units[rest].is_capital() {
            self.add(start, rest, evidence::of_lexicon(known, len), known);
            self.segment(rest, end, false);
            return;
        }
        let person = |at: usize| self.units[at].is(Known::GIVEN) && !self.units[at].form.is_ordinary();
        let rest_is_plain =
            self.units[rest..end].iter().all(|unit| unit.form.is_ordinary() || !unit.is_capital());
        let may_be_person = known.is(Known::GIVEN.or(Known::SURNAME)) && !rest_is_plain;
        let is_place = known.is(Known::ANY_PLACE.or(Known::ORGANISATION)) && !may_be_person;
        if len > 0 && self.units[rest].is_capital() && (is_place || len > 1) {
            let (next_len, _) = self.longest(rest, end, Known::NAME);
            if person(rest) || next_len == end - rest {
                self.add(start, rest, evidence::of_lexicon(known, len), known);
                self.segment(rest, end, false);
                return;
            }
            if rest_is_plain {
                self.add(start, rest, evidence::of_lexicon(known, len), known);
                return;
            }
            let mut points = evidence::of_parts(self.text, &self.units[start..end]);
            points.organisation += 5;
            points.person -= 4;
            self.add(start, end, points, Known::NONE);
            return;
        }
        let first = &self.units[start];
        if words == 1 && first.form.is_ordinary() && !first.is(Known::COMPASS) {
            return;
        }
        let points = evidence::of_parts(self.text, &self.units[start..end]);
        self.add(start, end, points, Known::NONE);
    }

    /// The class of the word that says what the name from `start` to `end` is: its
    /// last word, or the one before *of*.
    fn head_of(&self, start: usize, end: usize) -> Option<Known> {
        let name = &self.units[start..end];
        if let Some(of) = name.iter().position(|unit| unit.is(Known::OF) && !unit.is_capital()) {
            let before = &name[..of];
            let classes = [
                (Known::ORGANISATION_OF, Known::ORGANISATION_HEAD),
                (Known::PLACE_OF, Known::PLACE_HEAD),
                (Known::EVENT_OF, Known::EVENT_HEAD),
            ];
            let head = before.last()?;
            return classes.iter().find(|(of, _)| head.is(*of)).map(|&(_, class)| class);
        }
        let (first, last) = (name.first()?, name.last()?);
        if name.len() < 2 {
            return None;
        }
        let heads = HEADS.iter().map(|&(class, _)| class).find(|&class| last.is(class));
        if let Some(class) = heads {
            let surname = last.is(Known::SURNAME) && first.is(Known::GIVEN) && name.len() == 2;
            return (!surname).then_some(class);
        }
        if first.is(Known::EVENT_FIRST) && !last.form.is_ordinary() {
            return Some(Known::EVENT_HEAD);
        }
        let lake = first.is(Known::PLACE_FIRST)
            && !first.is(Known::GIVEN)
            && !last.form.is_ordinary()
            && !last.is(Known::DEMONYM);
        let inner = &name[1..name.len() - 1];
        let campus = last.is(Known::ANY_PLACE) && inner.iter().any(|unit| unit.is(Known::ORGANISATION_HEAD));
        if first.is(Known::ORGANISATION_FIRST) || campus {
            return Some(Known::ORGANISATION_HEAD);
        }
        lake.then_some(Known::PLACE_HEAD)
    }

    /// How many words the longest entry of `classes` has that begins at `start`, and what is known of it.
    fn longest(&self, start: usize, end: usize, classes: Known) -> (usize, Known) {
        let mut longest = (0, Known::NONE);
        let mut phrase: Option<WordKey> = None;
        for (index, unit) in self.units[start..end].iter().take(LONGEST_ENTRY).enumerate() {
            let key = match (phrase, unit.form.exact) {
                (None, Some(exact)) => exact,
                (None, None) => unit.form.folded,
                (Some(start), Some(exact)) if self.lexicon.contains(start.then(exact)) => start.then(exact),
                (Some(start), _) => start.then(unit.form.folded),
            };
            let known = if index == 0 { unit.form.known } else { self.lexicon.get(key) };
            if known.is(classes) && unit.is_capital() {
                longest = (index + 1, known);
            }
            if !self.lexicon.is_prefix(key) {
                break;
            }
            phrase = Some(key);
        }
        longest
    }

    /// Adds the name from `start` to `end`, with what its context says.
    fn add(&mut self, start: usize, end: usize, points: Points, known: Known) {
        let context = evidence::of_context(self.units, start, end);
        let mut points = points.zip(&context, |a, b| a + b);
        let (first, last) = (&self.units[start], &self.units[end - 1]);
        let mut from = start;
        if points.best().0 == super::EntityType::Event
            && start > 0
            && first.gap == Gap::Space
            && !self.dated[start - 1]
        {
            // 2012 Summer Olympics
            let year = &self.units[start - 1];
            from -= usize::from(year.form.kind == Kind::Number && year.span.len() == 4);
        }
        if end == start + 1 && first.is(Known::COMPASS) {
            // the West, the US-led West
            let before = self.units[..=start].iter().rev().take(3);
            let together = before.take_while(|unit| matches!(unit.gap, Gap::Space | Gap::Joined)).count();
            let the = self.units[start - together..start].iter().any(|unit| unit.is(Known::ARTICLE));
            let alone = self.units.get(end).is_none_or(|next| !next.is_capital());
            points.place = if the && alone { 7 } else { 0 };
        }
        let begins = start == 0 || matches!(first.gap, Gap::Start);
        if end == start + 1 && first.is(Known::MONTH) {
            points.person -= 3;
        }
        if begins && end == start + 1 && known == Known::NONE && first.form.case == Case::Capital {
            points.person -= 1;
        }
        self.push(from, end, last.span.end, points, known);
    }

    fn push(&mut self, start: usize, end: usize, span_end: u32, points: Points, known: Known) {
        let name = &self.units[start..end];
        let key = name.iter().map(|unit| unit.form.folded).reduce(WordKey::then).unwrap_or_default();
        self.found.push(Candidate {
            span: Span { start: name[0].span.start, end: span_end },
            points,
            key,
            ends: [name[0].form.folded, name[name.len() - 1].form.folded],
            words: name.len(),
            geopolitical: known.is(Known::COUNTRY.or(Known::CITY).or(Known::REGION)),
        });
    }

    /// Where capitals mean nothing: entries of the lexicon, given names with
    /// what follows them, and words that are not ordinary, which the rest of
    /// the document may know.
    fn headline(&mut self) {
        let mut at = 0;
        while at < self.units.len() {
            let unit = self.units[at];
            if !self.may_start(at) {
                at += 1;
                continue;
            }
            let run_end = (at + 1..self.units.len()).take(LONGEST_ENTRY).find(|&next| self.parts(next));
            let run_end = run_end.unwrap_or((at + LONGEST_ENTRY).min(self.units.len()));
            let (len, known) = self.longest(at, run_end, Known::NAME);
            let plain = len < 2 && unit.form.is_ordinary();
            let next_is_name =
                at + 1 < run_end && self.units[at + 1].is_capital() && !self.units[at + 1].form.is_ordinary();
            let (end, points) = if len == 1 && known.is(Known::GIVEN) && !plain && next_is_name {
                (at + 2, evidence::of_several_names())
            } else if len > 0 && !plain {
                (at + len, evidence::of_lexicon(known, len))
            } else if !plain && !unit.is(Known::NO_NAME) {
                (at + 1, Points::default())
            } else {
                at += 1;
                continue;
            };
            let span_end = self.units[end - 1].span.end;
            self.push(at, end, span_end, points, if end == at + len { known } else { Known::NONE });
            at = end;
        }
    }
}

fn units_next(units: &[Unit], at: usize, end: usize) -> Option<&Unit> {
    units[at + 1..end].first().filter(|unit| unit.is_capital())
}

/// A word that may stand between the capitalised words of one name.
fn is_connector(unit: &Unit) -> bool {
    let connects = Known::OF.or(Known::AND).or(Known::ARTICLE).or(Known::PARTICLE);
    unit.form.kind == Kind::Ampersand || !unit.is_capital() && unit.is(connects)
}

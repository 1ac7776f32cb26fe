//! Candidates for names: which runs of capitalised words stand for one thing.
//!
//! A sentence is cut into chains of capitalised words; a chain is cut where a
//! title, a preposition or a name that the lexicon knows says that another
//! name begins. Where capitals mean nothing (headlines in title case, lines in
//! capitals) only what the lexicon or the rest of the document knows counts.

use super::chains::LONGEST_ENTRY;
use super::evidence::{self, Points};
use super::forms::{Case, Kind};
use super::lists;
use super::units::{Gap, Unit};
use crate::lexicon::{Known, NameLexicon, WordKey};
use crate::text::Span;

/// A name and what speaks for its types.
#[derive(Clone, Copy, Debug)]
pub(super) struct Named {
    /// Key of the whole name.
    pub key: WordKey,
    /// What speaks for each type.
    pub points: Points,
    /// Words in it.
    pub words: u32,
}

/// A name that a sentence may have.
#[derive(Clone, Debug)]
pub(super) struct Candidate {
    /// It, and what speaks for its types.
    pub name: Named,
    /// Where it stands.
    pub span: Span,
    /// Keys of its first and last word.
    pub ends: [WordKey; 2],
    /// Its units in the sentence.
    pub units: std::ops::Range<usize>,
    /// Whether it is one word that the lexicon does not know.
    pub is_unknown: bool,
    /// Whether the lexicon knows it as a country, region or town.
    pub geopolitical: bool,
}

/// Finds the candidates of a sentence.
pub(super) struct Finder<'a> {
    /// What is known of names.
    pub lexicon: &'a NameLexicon,
    /// The text that the spans are of.
    pub text: &'a str,
    /// The units of the sentence.
    pub units: &'a [Unit<'a>],
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
        let first = self.found.len();
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
        lists::agree(self.units, &mut self.found[first..]);
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

    pub(super) fn may_start(&self, at: usize) -> bool {
        let unit = &self.units[at];
        let pronoun =
            unit.form.case == Case::Initial && unit.form.is_stop && unit.gap != Gap::Start && at > 0;
        unit.is_capital() && !pronoun && !self.dated[at] && unit.form.kind != Kind::Ampersand
    }

    /// Adds the candidates of a segment, which holds one name or some that follow each other directly.
    pub(super) fn segment(&mut self, start: usize, end: usize, titled: bool) {
        let words = end - start;
        let (len, known) = self.longest(start, end, Known::NAME);
        if len == words || titled {
            let (first, is_short) = (&self.units[start], self.units[start].form.len <= 4);
            let acronym = words == 1 && first.form.case == Case::Acronym && !first.form.is_exact && is_short;
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
            // The head of a work, law or prize does not say which of these it is.
            if !class.is(Known::OTHER_HEAD) {
                self.add(start, end, evidence::of_head(class), Known::NONE);
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
        // L2, H5N1
        let is_code = first.span().of(self.text).contains(|c: char| c.is_ascii_digit());
        if words == 1 && (is_code || first.form.is_ordinary()) && !first.is(Known::COMPASS) {
            return;
        }
        let points = evidence::of_parts(self.text, &self.units[start..end]);
        self.add(start, end, points, Known::NONE);
    }

    /// The class of the word that says what the name from `start` to `end` is: its
    /// last word, or the one before *of*.
    pub(super) fn head_of(&self, start: usize, end: usize) -> Option<Known> {
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
        let classes = [Known::ORGANISATION_HEAD, Known::PLACE_HEAD, Known::EVENT_HEAD, Known::OTHER_HEAD];
        let heads = classes.into_iter().find(|&class| last.is(class));
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
            from -= usize::from(year.form.kind == Kind::Number && year.span().len() == 4);
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
        self.push(from, end, last.span().end, points, known);
    }

    fn push(&mut self, start: usize, end: usize, span_end: u32, points: Points, known: Known) {
        let name = &self.units[start..end];
        let key = name.iter().map(|unit| unit.form.folded).reduce(WordKey::then).unwrap_or_default();
        self.found.push(Candidate {
            name: Named { key, points, words: name.len() as u32 },
            span: Span { start: name[0].start, end: span_end },
            ends: [name[0].form.folded, name[name.len() - 1].form.folded],
            units: start..end,
            is_unknown: known == Known::NONE && name.len() == 1,
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
            let span_end = self.units[end - 1].span().end;
            self.push(at, end, span_end, points, if end == at + len { known } else { Known::NONE });
            at = end;
        }
    }
}

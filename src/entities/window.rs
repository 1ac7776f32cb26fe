//! A sentence of a document at a time: its units are found, looked at, and found again.
//!
//! The units of all sentences would take more memory than the text twice. What is not in its
//! tokens is noted of each in two bytes.

use std::ops::{Deref, Index, Range};

use super::dates;
use super::forms::{Case, Forms};
use super::sentence::{Observed, Part, Phrase};
use super::units::{self, Gap, Unit};
use super::word_features::is_plain;
use crate::lexicon::NameLexicon;
use crate::text::Span;
use crate::tokens::Tokens;

/// The units of one sentence, under their indices in the document.
#[derive(Default)]
pub(super) struct Window<'f> {
    first: usize,
    list: Vec<Unit<'f>>,
    dated: Vec<bool>,
}

/// What is noted of a unit: from the lowest bit on its gap (4), whether a possessive ending follows, whether it is
/// part of a date, which guess its form is (2), its full stops (8).
pub(super) type Note = u16;

/// The gaps by their numbers.
const GAPS: [Gap; 9] = [
    Gap::Space,
    Gap::Joined,
    Gap::Comma,
    Gap::Dash,
    Gap::Open,
    Gap::Close,
    Gap::Quote,
    Gap::Start,
    Gap::Other,
];

impl<'f> Window<'f> {
    /// Goes on to the sentence `index` of the text, whose units begin at `first` in the document; its dates.
    pub fn read(
        &mut self,
        tokens: &Tokens<'_>,
        names: &NameLexicon,
        forms: &'f Forms,
        index: usize,
        first: usize,
    ) -> Vec<Span> {
        self.first = first;
        units::units(tokens, forms, &tokens.sentences[index], &mut self.list);
        let found = dates::mark_dates(tokens.text, &self.list, &mut self.dated);
        forms.settle(tokens.text, index, &mut self.list, names);
        found
    }

    /// What is to be noted of each unit.
    pub fn notes(&self, forms: &Forms) -> impl Iterator<Item = Note> {
        self.list.iter().zip(&self.dated).map(|(unit, &dated)| {
            unit.gap as Note
                | Note::from(unit.possessive) << 4
                | Note::from(dated) << 5
                | (forms.guess(unit.id) as Note) << 6
                | unit.full_stops << 8
        })
    }

    /// Goes back to the sentence `index`, whose units begin at `first` and have these notes.
    fn read_again(
        &mut self,
        tokens: &Tokens<'_>,
        forms: &'f Forms,
        index: usize,
        first: usize,
        notes: &[Note],
    ) {
        self.first = first;
        self.list.clear();
        self.dated.clear();
        // Of a text of one sentence it is all.
        self.list.reserve_exact(notes.len());
        self.dated.reserve_exact(notes.len());
        let mut notes = notes.iter();
        let mut push = |start, note: Note, (id, form)| {
            self.list.push(Unit {
                start,
                id,
                form,
                gap: GAPS[usize::from(note & 15)],
                possessive: note >> 4 & 1 != 0,
                full_stops: note >> 8,
            });
            self.dated.push(note >> 5 & 1 != 0);
        };
        for token in &tokens.tokens[tokens.sentences[index].tokens.clone()] {
            if !forms.are_units(token.surface) {
                continue;
            }
            let Some(&note) = notes.next() else { return };
            push(token.start, note, forms.first(token.surface, usize::from(note >> 6 & 3)));
            if let Some((at, form)) = forms.second(token.surface) {
                let Some(&note) = notes.next() else { return };
                push(token.start + at, note, (2 * token.surface + 1, form));
            }
        }
    }

    /// The units.
    pub fn units(&self) -> &[Unit<'f>] {
        &self.list
    }

    /// By unit: whether it is part of a date.
    pub fn dated(&self) -> &[bool] {
        &self.dated
    }

    /// The indices of the units in the document.
    pub fn range(&self) -> Range<usize> {
        self.first..self.first + self.list.len()
    }

    /// The unit with this index, if it is one of the sentence.
    pub fn get(&self, at: usize) -> Option<&Unit<'f>> {
        self.list.get(at.wrapping_sub(self.first))
    }

    /// Whether a unit is part of a date.
    pub fn is_dated(&self, at: usize) -> bool {
        self.dated[at - self.first]
    }

    /// The end of the run of capitalised words that goes on at `at`.
    pub fn run_end(&self, at: usize) -> usize {
        let end = self.range().end;
        (at + 1..end).find(|&next| !self.goes_on(next)).unwrap_or(end)
    }

    /// Whether the unit at `at` goes on with the capitalised word before it.
    fn goes_on(&self, at: usize) -> bool {
        let (before, unit) = (&self[at - 1], &self[at]);
        unit.is_capital()
            && before.is_capital()
            && matches!(unit.gap, Gap::Space | Gap::Joined)
            && !before.possessive
            && !self.is_dated(at)
    }

    /// Whether a unit cannot be part of a name: it belongs to a date, is the
    /// second half of *US-led*, or is a common word among common words.
    fn is_idle(&self, at: usize) -> bool {
        let at = at - self.first;
        let plain = |unit: &Unit| is_plain(unit.form);
        let unit = &self.list[at];
        self.dated[at]
            || unit.id % 2 == 1 && unit.form.case == Case::Lower
            || plain(unit)
                && (at == 0 || plain(&self.list[at - 1]))
                && self.list.get(at + 1).is_none_or(plain)
    }
}

impl<'f> Index<usize> for Window<'f> {
    type Output = Unit<'f>;

    fn index(&self, at: usize) -> &Unit<'f> {
        &self.list[at - self.first]
    }
}

impl<'f> Index<Range<usize>> for Window<'f> {
    type Output = [Unit<'f>];

    fn index(&self, range: Range<usize>) -> &[Unit<'f>] {
        &self.list[range.start - self.first..range.end - self.first]
    }
}

/// A document, opened at one of its sentences.
pub(super) struct Opened<'d> {
    document: &'d Observed<'d>,
    /// The units of the sentence.
    pub units: Window<'d>,
    /// What the lexicon knows in it.
    phrases: &'d [Part],
}

impl<'d> Opened<'d> {
    /// Not opened yet.
    pub fn new(document: &'d Observed<'d>) -> Self {
        Self { document, units: Window::default(), phrases: &[] }
    }

    /// Opens the sentence `index`; the indices of its units.
    pub fn open(&mut self, index: usize) -> Range<usize> {
        let Observed { tokens, forms, sentences, notes, .. } = self.document;
        let range = sentences[index].clone();
        self.units.read_again(tokens, forms, index, range.start, &notes[range.clone()]);
        self.phrases = self.document.phrases(&range);
        range
    }

    /// What the lexicon knows of the phrase that the unit at `at` of the sentence is in.
    pub fn phrase(&self, at: usize) -> Phrase {
        let found = self.phrases.binary_search_by_key(&(at as u32), |part| part.unit);
        found.map_or_else(|_| Phrase::default(), |found| self.phrases[found].phrase())
    }

    /// Whether a unit of the sentence cannot be part of a name, as [`Window::is_idle`], and is none of what the lexicon has
    /// there: *Boeing 737*.
    pub fn is_idle(&self, at: usize) -> bool {
        self.units.is_idle(at) && !matches!(self.phrase(at).place, 1 | 2)
    }

    /// The units of what the lexicon has there, of which the unit at `at` is one; it alone if it has nothing.
    pub fn extent(&self, at: usize) -> Range<usize> {
        let Range { start, end } = self.units.range();
        let begins = |at: &usize| !matches!(self.phrase(*at).place, 1 | 2);
        let first = (start..=at).rev().find(begins).unwrap_or(start);
        first..(at + 1..end).find(begins).unwrap_or(end)
    }

    /// Whether the units in `range` are all of what the lexicon has there, or one of which it has nothing.
    pub fn is_extent(&self, range: &Range<usize>) -> bool {
        self.extent(range.start) == *range
    }
}

impl<'d> Deref for Opened<'d> {
    type Target = Observed<'d>;

    fn deref(&self) -> &Observed<'d> {
        self.document
    }
}

//! A document as the model sees it: its sentences of units, and what the
//! rules propose and the lexicon knows at each.

use rustc_hash::FxHashMap;

use super::consistency;
use super::names::{Candidate, Finder};
use super::units::{self, Case, Forms, Gap, Unit};
use super::word_features::{Elsewhere, WordFeatures, is_plain};
use super::{EntityType, dates};
use crate::lexicon::{Known, NameLexicon};
use crate::text::Span;
use crate::tokens::Tokens;

/// What is proposed for a unit: nothing (0), or a type and a place in the name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Proposal {
    /// 0, or the type of name plus one.
    pub kind: u8,
    /// First, inner, last or only word of it.
    pub place: u8,
    /// How sure it is, 0 to 3.
    pub grade: u8,
}

impl Proposal {
    /// Whether the rules by themselves would take it for a name.
    pub fn is_name(self) -> bool {
        self.kind > 0 && self.grade > 0
    }
}

/// What the lexicon knows of the phrase that a unit is in.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Phrase {
    /// The classes of the phrase.
    pub known: Known,
    /// First, inner, last or only word of it.
    pub place: u8,
}

/// The words around a capitalised word where it stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place {
    /// Index of the unit in the document.
    pub unit: u32,
    /// Hashes of the words before and after, 0 where there is none.
    pub neighbours: [u64; 2],
    /// Hash of the last word of its run of capitals, if that is another.
    pub head: u64,
}

/// A document, ready for its features to be taken.
pub(super) struct Observed<'f> {
    tokens: &'f Tokens<'f>,
    names: &'f NameLexicon,
    forms: &'f Forms,
    /// The units of all sentences.
    pub units: Vec<Unit<'f>>,
    /// The range of units of each sentence.
    pub sentences: Vec<std::ops::Range<usize>>,
    /// By unit: whether it is part of a date.
    pub dated: Vec<bool>,
    /// By unit: what the rules propose.
    pub proposals: Vec<Proposal>,
    /// By unit: what the lexicon knows.
    pub phrases: Vec<Phrase>,
    /// By form, without the keys, which take ten times as much: see [`Observed::features`].
    pub words: Vec<WordFeatures>,
    elsewhere: FxHashMap<u64, Elsewhere>,
    /// By normal form: the first places where it has a capital.
    pub places: FxHashMap<u64, Vec<Place>>,
    /// The dates.
    pub dates: Vec<Span>,
}

/// So many places of a word are remembered.
const PLACES: usize = 4;

impl<'f> Observed<'f> {
    /// Looks at the sentences of `tokens`, whose forms are `forms`.
    pub fn new(tokens: &'f Tokens<'f>, names: &'f NameLexicon, forms: &'f Forms) -> Self {
        let len = tokens.tokens.len();
        let mut document = Self {
            tokens,
            names,
            forms,
            units: Vec::with_capacity(len),
            sentences: Vec::new(),
            dated: Vec::with_capacity(len),
            proposals: Vec::new(),
            phrases: Vec::with_capacity(len),
            words: Vec::new(),
            elsewhere: FxHashMap::default(),
            places: FxHashMap::default(),
            dates: Vec::new(),
        };
        let mut candidates: Vec<Candidate> = Vec::new();
        let mut firsts = Vec::new();
        let mut units = Vec::new();
        let mut dated = Vec::new();
        for (index, sentence) in tokens.sentences.iter().enumerate() {
            units::units(tokens, forms, sentence, &mut units);
            document.dates.extend(dates::mark_dates(tokens.text, &units, &mut dated));
            forms.settle(index, &mut units, names);
            let is_full_sentence =
                sentence.span.of(tokens.text).ends_with(['.', '!', '?', '”', '"', '’', ')', ':']);
            let first = document.units.len();
            let known = candidates.len();
            let finder = Finder {
                lexicon: names,
                text: tokens.text,
                units: &units,
                is_full_sentence,
                dated: &dated,
                found: &mut candidates,
            };
            document.look_up(&finder);
            finder.find();
            firsts.resize(candidates.len(), first);
            debug_assert!(known <= candidates.len());
            document.units.extend_from_slice(&units);
            document.dated.extend_from_slice(&dated);
            document.sentences.push(first..document.units.len());
        }
        document.propose(&candidates, &firsts);
        document.describe();
        document.remember();
        document
    }

    /// Finds the longest entries of the lexicon in a sentence, from the left.
    fn look_up(&mut self, finder: &Finder<'_>) {
        let units = finder.units;
        let mut at = 0;
        while at < units.len() {
            let (len, known) = match units[at].is_capital() {
                true => finder.longest(at, units.len(), Known::NAME),
                false => (0, Known::NONE),
            };
            self.phrases.extend((0..len.max(1)).map(|index| match len {
                0 => Phrase::default(),
                _ => Phrase { known, place: place(index, len) },
            }));
            at += len.max(1);
        }
    }

    /// Spreads the candidates of the rules over their units.
    fn propose(&mut self, candidates: &[Candidate], firsts: &[usize]) {
        self.proposals.resize(self.units.len(), Proposal::default());
        for ((candidate, first), (kind, points)) in
            candidates.iter().zip(firsts).zip(consistency::judge(candidates))
        {
            let grade = match points {
                ..5 => 0,
                5..9 => 1,
                9..13 => 2,
                _ => 3,
            };
            let kind = match kind {
                EntityType::Person => 1,
                EntityType::Organisation => 2,
                EntityType::Place => 3,
                EntityType::Nationality => 4,
                _ => 5,
            };
            let len = candidate.units.len();
            for (index, unit) in candidate.units.clone().enumerate() {
                self.proposals[first + unit] = Proposal { kind, place: place(index, len), grade };
            }
        }
    }

    /// Makes the features of the forms.
    fn describe(&mut self) {
        for sentence in &self.sentences {
            for (index, unit) in self.units[sentence.clone()].iter().enumerate() {
                let word = self.elsewhere.entry(unit.form.folded.bits()).or_default();
                let free = index > 0 && !matches!(unit.gap, Gap::Start | Gap::Quote | Gap::Open);
                word.lower += u32::from(unit.form.case == Case::Lower);
                word.capital += u32::from(unit.is_capital() && free);
            }
        }
        self.words = (0..self.forms.count()).map(|form| self.features(form).without_keys()).collect();
    }

    /// The features of a form, with their keys.
    pub fn features(&self, form: usize) -> WordFeatures {
        self.forms.get(self.tokens, form).map_or_else(WordFeatures::default, |(text, form)| {
            let elsewhere = self.elsewhere.get(&form.folded.bits()).copied().unwrap_or_default();
            WordFeatures::new(text, form, elsewhere, self.names.cluster(form.folded))
        })
    }

    /// Whether it was guessed how the unit uses capitals.
    pub fn is_guess(&self, unit: &Unit) -> bool {
        self.forms.is_guess(unit.id)
    }

    /// Notes what stands around the first places of each capitalised word.
    fn remember(&mut self) {
        for sentence in &self.sentences {
            let mut end = sentence.start;
            for at in sentence.clone() {
                let unit = &self.units[at];
                if !unit.is_capital() || unit.form.is_stop {
                    continue;
                }
                if at >= end {
                    end = self.run_end(at, sentence.end);
                }
                let places = self.places.entry(unit.form.folded.bits()).or_default();
                if places.len() < PLACES {
                    let lower = |at: usize| self.words[self.units[at].id as usize].lower;
                    let before = if at > sentence.start { lower(at - 1) } else { 0 };
                    let after = if at + 1 < sentence.end { lower(at + 1) } else { 0 };
                    let head = if end - 1 > at { lower(end - 1) } else { 0 };
                    places.push(Place { unit: at as u32, neighbours: [before, after], head });
                }
            }
        }
    }

    /// The end of the run of capitalised words that goes on at `at`, before `limit`.
    pub fn run_end(&self, at: usize, limit: usize) -> usize {
        (at + 1..limit).find(|&next| !self.goes_on(next)).unwrap_or(limit)
    }

    /// Whether the unit at `at` goes on with the capitalised word before it.
    fn goes_on(&self, at: usize) -> bool {
        let (before, unit) = (&self.units[at - 1], &self.units[at]);
        unit.is_capital()
            && before.is_capital()
            && matches!(unit.gap, Gap::Space | Gap::Joined)
            && !before.possessive
            && !self.dated[at]
    }

    /// Whether a unit of a sentence cannot be part of a name: it belongs to a date, is the
    /// second half of *US-led*, or is a common word among common words.
    pub fn is_idle(&self, sentence: &std::ops::Range<usize>, at: usize) -> bool {
        let plain = |at: usize| is_plain(self.units[at].form);
        let unit = &self.units[at];
        self.dated[at]
            || unit.id % 2 == 1 && unit.form.case == Case::Lower
            || plain(at)
                && (at == sentence.start || plain(at - 1))
                && (at + 1 == sentence.end || plain(at + 1))
    }
}

/// The place of the word at `index` in a name of `len` words: first, inner, last, only.
fn place(index: usize, len: usize) -> u8 {
    match (index, len) {
        (0, 1) => 3,
        (0, _) => 0,
        (index, len) if index + 1 == len => 2,
        _ => 1,
    }
}

//! A document as the model sees it: its sentences of units, and what the
//! rules propose and the lexicon knows at each.

use rustc_hash::FxHashMap;

use super::consistency;
use super::decoder::place_in;
use super::keys::Sink;
use super::names::{Candidate, Finder};
use super::units::{self, Case, Forms, Gap, Unit};
use super::word_features::{self, Elsewhere, Traits, is_plain};
use super::{EntityType, dates};
use crate::lexicon::{Known, NameLexicon};
use crate::text::Span;
use crate::tokens::Tokens;

/// What is proposed for a unit: nothing (0), or a type and a place in the name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Proposal(u8);

impl Proposal {
    fn new(kind: u8, place: u8, grade: u8) -> Self {
        Self(kind << 4 | place << 2 | grade)
    }

    /// 0, or the type of name plus one.
    pub fn kind(self) -> u8 {
        self.0 >> 4
    }

    /// First, inner, last or only word of it.
    pub fn place(self) -> u8 {
        self.0 >> 2 & 3
    }

    /// How sure it is, 0 to 3.
    pub fn grade(self) -> u8 {
        self.0 & 3
    }

    /// All of it, as one number.
    pub fn bits(self) -> u64 {
        u64::from(self.0)
    }

    /// Whether the rules by themselves would take it for a name.
    pub fn is_name(self) -> bool {
        self.kind() > 0 && self.grade() > 0
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
    /// Those of the words before and after, [`NOWHERE`] where there is none.
    pub neighbours: [u32; 2],
    /// That of the last word of its run of capitals, if that is another.
    pub head: u32,
}

/// A document, ready for its features to be taken.
pub(super) struct Observed<'f> {
    tokens: &'f Tokens<'f>,
    forms: &'f Forms,
    /// The units of all sentences.
    pub units: Vec<Unit<'f>>,
    /// The range of units of each sentence.
    pub sentences: Vec<std::ops::Range<usize>>,
    /// By unit: whether it is part of a date.
    pub dated: Vec<bool>,
    /// By unit: what the rules propose.
    pub proposals: Vec<Proposal>,
    /// What the lexicon knows, where it knows something: by unit, rising.
    phrases: Vec<(u32, Phrase)>,
    /// By index of the form.
    words: Vec<Traits>,
    /// By index of the form.
    elsewhere: Vec<Elsewhere>,
    /// By normal form: the first places where it has a capital.
    pub places: FxHashMap<u64, Vec<Place>>,
    /// The dates.
    pub dates: Vec<Span>,
}

/// The index of no unit.
const NOWHERE: u32 = u32::MAX;

/// So many places of a word are remembered.
const PLACES: usize = 4;

impl<'f> Observed<'f> {
    /// Looks at the sentences of `tokens`, whose forms are `forms`.
    pub fn new(tokens: &'f Tokens<'f>, names: &'f NameLexicon, forms: &'f Forms) -> Self {
        let len = forms.units(tokens);
        let mut document = Self {
            tokens,
            forms,
            units: Vec::with_capacity(len),
            sentences: Vec::new(),
            dated: Vec::with_capacity(len),
            proposals: Vec::new(),
            phrases: Vec::new(),
            words: Vec::new(),
            elsewhere: Vec::new(),
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
        debug_assert_eq!(document.units.len(), len, "there is room for all units, and no more");
        document.phrases.shrink_to_fit();
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
            let first = self.units.len() + at;
            let phrase = |index| ((first + index) as u32, Phrase { known, place: place_in(index, len) });
            self.phrases.extend((0..len).map(phrase));
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
                self.proposals[first + unit] = Proposal::new(kind, place_in(index, len), grade);
            }
        }
    }

    /// Makes the features of the forms.
    fn describe(&mut self) {
        let mut elsewhere: FxHashMap<u64, Elsewhere> = FxHashMap::default();
        for sentence in &self.sentences {
            for (index, unit) in self.units[sentence.clone()].iter().enumerate() {
                let word = elsewhere.entry(unit.form.folded.bits()).or_default();
                let free = index > 0 && !matches!(unit.gap, Gap::Start | Gap::Quote | Gap::Open);
                word.lower = word.lower.saturating_add(u8::from(unit.form.case == Case::Lower));
                word.capital = word.capital.saturating_add(u8::from(unit.is_capital() && free));
            }
        }
        let describe = |id| {
            let (text, form) = self.forms.get(self.tokens, id).expect("an id of the forms");
            (Traits::new(text), elsewhere.get(&form.folded.bits()).copied().unwrap_or_default())
        };
        (self.words, self.elsewhere) = self.forms.ids().map(describe).unzip();
    }

    /// Gives each feature of a form to `sink` that a word sees to whose right it stands at `offset`.
    pub fn features(&self, id: u32, offset: isize, sink: &mut impl Sink) {
        let Some((text, form)) = self.forms.get(self.tokens, id as usize) else { return };
        let index = self.forms.index(id);
        let (traits, elsewhere) = (&self.words[index], self.elsewhere[index]);
        word_features::features(text, form, traits, elsewhere, offset, sink);
    }

    /// By index of the form: how often it stands in the text.
    pub fn counts(&self) -> Vec<u32> {
        let counts = self.tokens.surface_counts();
        self.forms.ids().map(|id| counts[self.forms.surface(id)]).collect()
    }

    /// The index of a form among all.
    pub fn form_index(&self, id: u32) -> usize {
        self.forms.index(id)
    }

    /// The ids of all forms, each at its index.
    pub fn form_ids(&self) -> impl Iterator<Item = u32> {
        self.forms.ids().map(|id| id as u32)
    }

    /// Hash of the unit with this index in lower case, 0 if there is none.
    pub fn lower(&self, unit: u32) -> u64 {
        self.units.get(unit as usize).map_or(0, |unit| self.traits(unit).lower)
    }

    /// The traits of the form of a unit.
    pub fn traits(&self, unit: &Unit<'_>) -> &Traits {
        &self.words[self.forms.index(unit.id)]
    }

    /// What the lexicon knows of the phrase that the unit at `at` is in.
    pub fn phrase(&self, at: usize) -> Phrase {
        phrase(&self.phrases, at)
    }

    /// What the lexicon knows in a sentence, for [`phrase`]: by unit, rising.
    pub fn phrases(&self, sentence: &std::ops::Range<usize>) -> &[(u32, Phrase)] {
        let before = |end: usize| self.phrases.partition_point(|&(unit, _)| (unit as usize) < end);
        &self.phrases[before(sentence.start)..before(sentence.end)]
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
                // Most words have one place.
                let places =
                    self.places.entry(unit.form.folded.bits()).or_insert_with(|| Vec::with_capacity(1));
                if places.len() < PLACES {
                    let unit = at as u32;
                    let before = if at > sentence.start { unit - 1 } else { NOWHERE };
                    let after = if at + 1 < sentence.end { unit + 1 } else { NOWHERE };
                    let head = if end - 1 > at { end as u32 - 1 } else { NOWHERE };
                    places.push(Place { unit, neighbours: [before, after], head });
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

    /// Whether a dash parts the unit at `at` from the one before it, so that no name has both: *Uganda — Bobi Wine*.
    ///
    /// Shorter dashes between spaces do not: texts that were in tokens write *Jean - Paul* and *Polish – Lithuanian*.
    pub fn is_parted(&self, text: &str, at: usize) -> bool {
        let unit = &self.units[at];
        unit.gap == Gap::Dash && {
            let between = &text[self.units[at - 1].span().end as usize..unit.start as usize];
            let mut hyphens = 0;
            between.chars().any(|c| {
                hyphens += u32::from(c == '-');
                hyphens > 1 || matches!(c, '—' | ')' | ']' | ':')
            })
        }
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

/// What is known of the phrase that the unit at `at` is in.
pub(super) fn phrase(phrases: &[(u32, Phrase)], at: usize) -> Phrase {
    let found = phrases.binary_search_by_key(&(at as u32), |&(unit, _)| unit);
    found.map_or_else(|_| Phrase::default(), |found| phrases[found].1)
}

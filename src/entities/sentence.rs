//! A document as the model sees it: its sentences of units, and what the
//! rules propose and the lexicon knows at each.

use rustc_hash::FxHashMap;

use super::EntityType;
use super::consistency::Tally;
use super::decoder::place_in;
use super::foreign::CommonWords;
use super::forms::Forms;
use super::keys::Sink;
use super::names::{Candidate, Finder, Named};
use super::score_lines::Sport;
use super::units::{Gap, Unit};
use super::window::{Note, Window};
use super::word_features::{self, Elsewhere, Traits};
use crate::blocks::Blocks;
use crate::lexicon::{Known, NameLexicon, WordKey};
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

/// A unit of a [`Phrase`].
#[derive(Clone, Copy, Debug)]
pub(super) struct Part {
    /// Its index in the document.
    pub unit: u32,
    known: Known,
    place: u8,
}

impl Part {
    /// What is known there.
    pub fn phrase(self) -> Phrase {
        Phrase { known: self.known, place: self.place }
    }
}

/// The words around a capitalised word where it stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place {
    /// Index of the unit in the document.
    pub unit: u32,
    /// The ids of the words before and after, [`NOTHING`] where there is none.
    pub neighbours: [u32; 2],
    /// That of the last word of its run of capitals, if that is another.
    pub head: u32,
    /// The next place of the word, [`NOTHING`] if it has no more.
    next: u32,
}

/// A document, ready for its features to be taken.
pub(super) struct Observed<'f> {
    /// The text's tokens.
    pub tokens: &'f Tokens<'f>,
    /// Their forms.
    pub forms: &'f Forms,
    /// The range of units of each sentence.
    pub sentences: Vec<std::ops::Range<usize>>,
    /// What is known of names.
    pub lexicon: &'f NameLexicon,
    /// By unit: what it is found again by.
    pub notes: Vec<Note>,
    /// The words of sport.
    pub sport: Sport,
    /// How many words are common ones.
    pub common: CommonWords,
    /// By unit: what the rules propose.
    pub proposals: Vec<Proposal>,
    /// What the lexicon knows, where it knows something: by unit, rising.
    phrases: Vec<Part>,
    /// By index of the form.
    traits: Blocks<Traits>,
    /// By index of the form: that of the first form that is the same word, whatever its capitals.
    words: Vec<u32>,
    /// By word.
    elsewhere: Vec<Elsewhere>,
    /// By word: its first place, [`NOTHING`] if it has none.
    first_places: Vec<u32>,
    /// The first places where words have a capital.
    places: Blocks<Place>,
    /// The dates.
    pub dates: Vec<Span>,
}

/// The id of no form, and the index of no place.
const NOTHING: u32 = u32::MAX;

/// So many places of a word are remembered: two, and one that is asked of.
const PLACES: usize = 3;

impl<'f> Observed<'f> {
    /// Looks at the sentences of `tokens`, whose forms are `forms`.
    pub fn new(tokens: &'f Tokens<'f>, names: &'f NameLexicon, forms: &'f Forms) -> Self {
        let mut document = Self {
            tokens,
            forms,
            lexicon: names,
            sentences: Vec::with_capacity(tokens.sentences.len()),
            notes: Vec::with_capacity(forms.units(tokens)),
            sport: Sport::default(),
            common: CommonWords::default(),
            proposals: Vec::new(),
            phrases: Vec::new(),
            traits: Blocks::new(),
            words: words(tokens, forms),
            elsewhere: vec![Elsewhere::default(); forms.len()],
            first_places: vec![NOTHING; forms.len()],
            places: Blocks::new(),
            dates: Vec::new(),
        };
        let mut candidates: Vec<Candidate> = Vec::new();
        let (mut proposed, mut tally) = (Blocks::new(), Tally::default());
        let mut units = Window::default();
        for (index, sentence) in tokens.sentences.iter().enumerate() {
            let first = document.notes.len();
            document.dates.extend(units.read(tokens, names, forms, index, first));
            let is_full_sentence =
                sentence.span.of(tokens.text).ends_with(['.', '!', '?', '”', '"', '’', ')', ':']);
            let finder = Finder {
                lexicon: names,
                text: tokens.text,
                units: units.units(),
                is_full_sentence,
                dated: units.dated(),
                found: &mut candidates,
            };
            document.look_up(&finder, first);
            finder.find();
            for candidate in candidates.drain(..) {
                tally.add(&candidate);
                let unit = (first + candidate.units.start) as u32;
                proposed.push((unit, candidate.name));
            }
            document.sentences.push(units.range());
            document.notes.extend(units.notes(forms));
            document.sport.add(units.units());
            document.common.add(forms, units.units());
            document.remember(&units);
        }
        document.phrases.shrink_to_fit();
        document.propose(&proposed, &tally);
        drop((proposed, tally));
        let form = |id| forms.get(tokens, id).expect("an id of the forms");
        forms.ids().for_each(|id| document.traits.push(Traits::new(form(id).0)));
        document
    }

    /// Finds the longest entries of the lexicon in a sentence, from the left.
    fn look_up(&mut self, finder: &Finder<'_>, first: usize) {
        let units = finder.units;
        let mut at = 0;
        while at < units.len() {
            // *20th Century Fox*
            let may_begin = units[at].is_capital() || units[at].begins_with_digit(finder.text);
            let (len, known) = match may_begin {
                true => finder.longest(at, units.len(), Known::NAME),
                false => (0, Known::NONE),
            };
            let part = |index| Part { known, unit: (first + at + index) as u32, place: place_in(index, len) };
            self.phrases.extend((0..len).map(part));
            at += len.max(1);
        }
    }

    /// Spreads the names that the rules propose, with their first units, over their units.
    fn propose(&mut self, names: &Blocks<(u32, Named)>, tally: &Tally) {
        self.proposals.resize(self.notes.len(), Proposal::default());
        for (first, name) in names.iter() {
            let (kind, points) = tally.judge(name);
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
            let (first, len) = (*first as usize, name.words as usize);
            for (index, proposal) in self.proposals[first..first + len].iter_mut().enumerate() {
                *proposal = Proposal::new(kind, place_in(index, len), grade);
            }
        }
    }

    /// Gives each feature of a form to `sink` that a word sees to whose right it stands at `offset`.
    pub fn features(&self, id: u32, offset: isize, sink: &mut impl Sink) {
        let Some((text, form)) = self.forms.get(self.tokens, id as usize) else { return };
        let index = self.forms.index(id);
        let (traits, elsewhere) = (&self.traits[index], self.elsewhere[self.words[index] as usize]);
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

    /// Hash of the form in lower case, 0 if there is none.
    pub fn lower(&self, id: u32) -> u64 {
        if id == NOTHING { 0 } else { self.traits[self.forms.index(id)].lower }
    }

    /// The traits of the form of a unit.
    pub fn traits(&self, unit: &Unit<'_>) -> &Traits {
        &self.traits[self.forms.index(unit.id)]
    }

    /// The word of a unit, whatever its capitals.
    fn word(&self, unit: &Unit<'_>) -> usize {
        self.words[self.forms.index(unit.id)] as usize
    }

    /// The first places where the word of a unit has a capital.
    pub fn places(&self, unit: &Unit<'_>) -> impl Iterator<Item = &Place> {
        let place = |at: u32| self.places.get(at as usize);
        std::iter::successors(place(self.first_places[self.word(unit)]), move |last| place(last.next))
    }

    /// What the lexicon knows in a sentence: by unit, rising.
    pub fn phrases(&self, sentence: &std::ops::Range<usize>) -> &[Part] {
        let before = |end: usize| self.phrases.partition_point(|part| (part.unit as usize) < end);
        &self.phrases[before(sentence.start)..before(sentence.end)]
    }

    /// Whether it was guessed how the unit uses capitals.
    pub fn is_guess(&self, unit: &Unit) -> bool {
        self.forms.is_guess(unit.id)
    }

    /// Notes how often the words of a sentence are in lower case, and what stands around the first places of each
    /// capitalised one.
    fn remember(&mut self, units: &Window<'_>) {
        let range = units.range();
        let mut end = range.start;
        for (at, unit) in range.clone().zip(units.units()) {
            let word = self.word(unit);
            let own = &mut self.elsewhere[word];
            if !unit.is_capital() {
                own.lower = own.lower.saturating_add(1);
                continue;
            }
            let free = at > range.start && !matches!(unit.gap, Gap::Start | Gap::Quote | Gap::Open);
            own.capital = own.capital.saturating_add(u8::from(free));
            if unit.form.is_stop {
                continue;
            }
            if at >= end {
                end = units.run_end(at);
            }
            let (mut last, mut count, mut next) = (NOTHING, 0, self.first_places[word]);
            while let Some(place) = self.places.get_mut(next as usize) {
                (last, count, next) = (next, count + 1, place.next);
            }
            if count == PLACES {
                continue;
            }
            let index = self.places.len() as u32;
            match self.places.get_mut(last as usize) {
                Some(place) => place.next = index,
                None => self.first_places[word] = index,
            }
            let id = |at| units.get(at).map_or(NOTHING, |unit| unit.id);
            let neighbours = [id(at.wrapping_sub(1)), id(at + 1)];
            let head = if end - 1 > at { id(end - 1) } else { NOTHING };
            self.places.push(Place { unit: at as u32, neighbours, head, next: NOTHING });
        }
    }
}

/// By index of the form: that of the first one that is the same word, whatever its capitals.
fn words(tokens: &Tokens<'_>, forms: &Forms) -> Vec<u32> {
    let mut known: FxHashMap<WordKey, usize> = FxHashMap::default();
    let word = |(index, id)| {
        let (_, form) = forms.get(tokens, id).expect("an id of the forms");
        *known.entry(form.folded).or_insert(index) as u32
    };
    forms.ids().enumerate().map(word).collect()
}

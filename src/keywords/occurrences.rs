//! Where candidates stand, and what can be said of them there.

use std::ops::Range;

use super::candidates::{Candidate, Candidates, NONE};
use super::content::Class;
use crate::lexicon::WordClass;
use crate::text::Span;
use crate::tokens::{Shape, Token};

/// What can be said of one occurrence of a candidate: bits of a number.
#[derive(Clone, Copy)]
pub(super) enum Sign {
    Capitalised,
    Acronym,
    FunctionBefore,
    FunctionAfter,
    BorderBefore,
    BorderAfter,
    /// No content word stands beside it: it is not part of something longer.
    Whole,
    /// A noun or name with nothing but adjectives, nouns and names before it.
    Nominal,
    /// The last word is a noun, no name.
    EndsInNoun,
    /// A noun or name stands before it.
    NominalBefore,
    /// A noun or name stands after it.
    NominalAfter,
    AdpositionBefore,
    InFirstParagraph,
}

/// How many signs there are.
const SIGNS: usize = 13;

/// What there is to say of a candidate with several occurrences.
pub(super) struct Tally {
    pub(super) count: u32,
    /// Its last occurrence, of [`Candidates::places`].
    last: u32,
    pub(super) last_word: u32,
    last_sentence: u32,
    pub(super) sentences: u32,
    /// By sign: the occurrences that have it.
    signs: [u32; SIGNS],
}

/// A further occurrence of a candidate.
pub(super) struct Place {
    /// Its first token.
    first: u32,
    /// The further occurrence before it, or [`NONE`].
    previous: u32,
}

impl<'t> Candidates<'t, '_> {
    /// Counts the occurrence of the candidate `slot` at `place`, whose tokens have `shapes`
    /// and, by their classes, `signs`.
    pub(super) fn add(
        &mut self,
        slot: usize,
        place: Range<usize>,
        sentence: &Range<usize>,
        number: usize,
        shapes: u8,
        signs: u16,
    ) {
        if self.list.get(slot).is_some_and(|candidate| self.end(candidate) > place.start) {
            return;
        }
        let beside = |at: Option<usize>| {
            let at = at.filter(|at| sentence.contains(at));
            (
                at.map_or(Class::Border, |at| self.content.form_in(at, sentence.start).class),
                at.and_then(|at| self.word_classes.get(at)),
            )
        };
        let (before, class_before) = beside(place.start.checked_sub(1));
        let (after, class_after) = beside(Some(place.end));
        let is_nominal = |class: Option<WordClass>| class.is_some_and(WordClass::is_nominal);
        let has = |shape: Shape| shapes & 1 << shape as u8 != 0;
        // The capital of a sentence's first word says nothing.
        let capitalised = place.start != sentence.start && !has(Shape::Lower);
        let others = [
            (Sign::Capitalised, capitalised),
            (Sign::Acronym, has(Shape::Upper)),
            (Sign::FunctionBefore, before == Class::Function),
            (Sign::FunctionAfter, after == Class::Function),
            (Sign::BorderBefore, before == Class::Border),
            (Sign::BorderAfter, after == Class::Border),
            (Sign::Whole, before != Class::Content && after != Class::Content),
            (Sign::NominalBefore, is_nominal(class_before)),
            (Sign::NominalAfter, is_nominal(class_after)),
            (Sign::AdpositionBefore, class_before == Some(WordClass::Adposition)),
            (Sign::InFirstParagraph, self.tokens.sentences[number].paragraph == 0),
        ];
        let signs = others.into_iter().fold(signs, |all, (sign, is)| all | u16::from(is) << sign as u8);
        let Some(candidate) = self.list.get_mut(slot) else {
            let candidate = Candidate {
                first: place.start as u32,
                first_word: self.words as u32,
                sentence: number as u32,
                tally: NONE,
                words: place.len() as u8,
                signs,
            };
            self.list.push(candidate);
            return;
        };
        if candidate.tally == NONE {
            candidate.tally = self.tallies.len() as u32;
            self.tallies.push(Tally {
                count: 1,
                last: NONE,
                last_word: candidate.first_word,
                last_sentence: candidate.sentence,
                sentences: 1,
                signs: std::array::from_fn(|sign| u32::from(candidate.signs >> sign & 1)),
            });
        }
        let tally = &mut self.tallies[candidate.tally as usize];
        tally.count += 1;
        tally.last_word = self.words as u32;
        tally.sentences += u32::from(tally.last_sentence != number as u32);
        tally.last_sentence = number as u32;
        for (sign, count) in tally.signs.iter_mut().enumerate() {
            *count += u32::from(signs >> sign & 1);
        }
        self.places.push(Place { first: place.start as u32, previous: tally.last });
        tally.last = self.places.len() as u32 - 1;
    }

    /// The text of a range of tokens, without a possessive ending.
    pub(super) fn span(&self, place: &Range<usize>) -> Span {
        let (first, last) = (&self.tokens.tokens[place.start], &self.tokens.tokens[place.end - 1]);
        Span { start: first.start, end: self.tokens.bare_span(last).end }
    }

    /// The token at which the last occurrence of a candidate ends.
    fn end(&self, candidate: &Candidate) -> usize {
        let last = self.tally(candidate).and_then(|tally| self.places.get(tally.last as usize));
        last.map_or(candidate.first, |place| place.first) as usize + candidate.words()
    }

    pub(super) fn tally(&self, candidate: &Candidate) -> Option<&Tally> {
        self.tallies.get(candidate.tally as usize)
    }

    /// How often a candidate stands in the text; occurrences that overlap one before do not count.
    pub fn count(&self, candidate: &Candidate) -> usize {
        self.tally(candidate).map_or(1, |tally| tally.count as usize)
    }

    /// How many occurrences of a candidate have a sign.
    pub(super) fn signs(&self, candidate: &Candidate, sign: Sign) -> u32 {
        let once = u32::from(candidate.signs >> sign as u8 & 1);
        self.tally(candidate).map_or(once, |tally| tally.signs[sign as usize])
    }

    /// The first token of each occurrence of a candidate, in order.
    pub fn starts(&self, candidate: &Candidate) -> Vec<usize> {
        let mut starts = Vec::with_capacity(self.count(candidate));
        let mut next = self.tally(candidate).map_or(NONE, |tally| tally.last);
        while let Some(place) = self.places.get(next as usize) {
            starts.push(place.first as usize);
            next = place.previous;
        }
        starts.push(candidate.first as usize);
        starts.reverse();
        starts
    }

    /// The occurrences of a candidate, without possessive endings, in order.
    pub fn spans(&self, candidate: &Candidate) -> Vec<Span> {
        let starts = self.starts(candidate).into_iter();
        starts.map(|start| self.span(&(start..start + candidate.words()))).collect()
    }

    /// The first occurrence of a candidate.
    pub fn first_span(&self, candidate: &Candidate) -> Span {
        self.span(&candidate.first())
    }

    /// The tokens of the first occurrence.
    pub fn first_tokens(&self, candidate: &Candidate) -> &'t [Token] {
        &self.tokens.tokens[candidate.first()]
    }

    /// Whether the first and the last word are written as names are.
    pub(super) fn has_capitals(&self, candidate: &Candidate) -> bool {
        let words = self.first_tokens(candidate);
        [&words[0], &words[words.len() - 1]]
            .iter()
            .all(|token| self.tokens.surface(token).shape != Shape::Lower)
    }

    /// Whether a function word stands inside.
    pub(super) fn has_function_word(&self, candidate: &Candidate) -> bool {
        let words = self.first_tokens(candidate);
        words.len() > 1 && words.iter().any(|token| self.tokens.word(token).is_stop)
    }

    /// Whether nothing that it may be part of stands beside some occurrence: no content word, or
    /// by the classes of words no noun beside a noun.
    pub fn may_be_whole(&self, candidate: &Candidate) -> bool {
        let is = |sign: Sign| self.signs(candidate, sign) as usize == self.count(candidate);
        let has = |sign: Sign| self.signs(candidate, sign) > 0;
        is(Sign::Whole) || has(Sign::Nominal) && !has(Sign::NominalBefore) && !has(Sign::NominalAfter)
    }
}

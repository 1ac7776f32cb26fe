//! What is measured of a candidate: the row of numbers that a ranker was trained on.

use super::candidates::{Candidate, Candidates};
use super::occurrences::Sign;
use crate::lexicon::ends_as_adjective;
use crate::order;
use crate::tokens::Token;

/// How many features a candidate has: see [`Candidates::features`].
pub const FEATURES: usize = 41;

/// The class of words that are not among the commonest, in tenths of a power of ten.
pub(super) const RARE: u32 = 65;

/// By stem: how many stems of the text are worth more, or as much and come first. A stem is worth
/// how often it stands in the text times how rare it is in the language, the idea of TF-IDF.
pub(super) fn ranks(candidates: &Candidates<'_, '_>) -> Vec<u32> {
    /// As common as *also*: such a word is worth nothing.
    const COMMON: u64 = 15;
    let mut worth = vec![0; candidates.content.stems.distinct()];
    for (at, surface) in candidates.tokens.surfaces.iter().enumerate() {
        if candidates.content.is_content(at) {
            let stem = candidates.content.stems.of_word(surface.word);
            let rarity = candidates.rarity_of(surface.word).saturating_sub(COMMON);
            let slot = &mut worth[stem as usize];
            *slot = (rarity * candidates.content.stems.count(stem)).max(*slot);
        }
    }
    let mut ranks = vec![0; worth.len()];
    let stems = order::by_falling((0..worth.len()).collect(), |&stem| worth[stem]);
    for (rank, stem) in stems.into_iter().enumerate() {
        ranks[stem] = rank as u32;
    }
    ranks
}

impl Candidates<'_, '_> {
    /// What is measured of a candidate: whole numbers, comparable over texts.
    /// Order and meaning are what a ranker was trained on.
    pub fn features(&self, candidate: &Candidate) -> [i32; FEATURES] {
        // 64 bits throughout: the same in wasm, whose own words have 32.
        let text_words = self.words.max(1) as u64;
        let count = self.count(candidate) as u64;
        let narrow = |value: u64| i32::try_from(value).unwrap_or(i32::MAX);
        let tally = self.tally(candidate);
        let per = |sign: Sign| narrow(u64::from(self.signs(candidate, sign)) * 100 / count);
        let place = |word: u32| narrow(u64::from(word) * 1000 / text_words);
        let last_word = tally.map_or(candidate.first_word, |tally| tally.last_word);
        let mut counts = Summary::default();
        self.stem_counts(candidate).for_each(|count| counts.add(count));
        let content = || self.first_tokens(candidate).iter().filter(|token| !self.tokens.word(token).is_stop);
        let [mut rarity, mut degrees, mut ranks] = <[Summary; 3]>::default();
        for token in content() {
            let stem = self.content.stem(token);
            rarity.add(u64::from(self.fact(token).0));
            degrees.add(self.degree[stem as usize] * 10 / self.content.stems.count(stem).max(1));
            ranks.add(self.ranks[stem as usize].into());
        }
        let ending = |token: Option<&Token>| token.map_or(0, |token| i32::from(self.fact(token).1));
        let letters = self.first_span(candidate).of(self.tokens.text).chars().count();
        let mean_rarity = rarity.sum / rarity.len.max(1);
        [
            narrow(count),
            narrow(count * 10_000 / text_words),
            i32::from(candidate.words),
            place(candidate.first_word),
            place(last_word),
            place(last_word - candidate.first_word),
            candidate.sentence as i32,
            tally.map_or(1, |tally| tally.sentences) as i32,
            narrow(counts.most),
            narrow(counts.least),
            narrow(counts.sum * 10 / counts.len.max(1)),
            narrow(mean_rarity),
            narrow(rarity.most),
            narrow(rarity.least),
            narrow(degrees.sum),
            narrow(degrees.most),
            per(Sign::Capitalised),
            per(Sign::Acronym),
            per(Sign::Whole),
            per(Sign::FunctionBefore),
            per(Sign::FunctionAfter),
            per(Sign::BorderBefore),
            per(Sign::BorderAfter),
            letters as i32,
            narrow(text_words),
            i32::from(candidate.words) - rarity.len as i32,
            i32::from(self.tokens.sentences[candidate.sentence as usize].paragraph == 0),
            narrow(count * mean_rarity),
            ending(content().next_back()),
            ending(content().next()),
            candidate.first_word as i32,
            narrow(count * 100 / counts.most.max(1)),
            per(Sign::Nominal),
            per(Sign::EndsInNoun),
            per(Sign::NominalBefore),
            per(Sign::NominalAfter),
            per(Sign::AdpositionBefore),
            per(Sign::InFirstParagraph),
            narrow(self.capitals as u64 * 100 / text_words),
            narrow(self.tokens.sentences.len() as u64),
            narrow(ranks.most),
        ]
    }

    /// The mean rarity of a candidate's content words, in tenths of a power of ten.
    pub fn mean_rarity(&self, candidate: &Candidate) -> u64 {
        let mut rarity = Summary::default();
        let words = self.first_tokens(candidate).iter().filter(|token| !self.tokens.word(token).is_stop);
        words.for_each(|token| rarity.add(u64::from(self.fact(token).0)));
        rarity.sum / rarity.len.max(1)
    }
}

/// The sum, the largest and the least of some numbers; 0 of none.
#[derive(Default)]
struct Summary {
    len: u64,
    sum: u64,
    most: u64,
    least: u64,
}

impl Summary {
    fn add(&mut self, value: u64) {
        self.least = if self.len == 0 { value } else { self.least.min(value) };
        self.most = self.most.max(value);
        self.sum += value;
        self.len += 1;
    }
}

/// A class for the ending of an English word, 0 for none of these: it stands in for the part of speech.
pub(super) fn ending(word: &str) -> u8 {
    match word.as_bytes() {
        [.., b't' | b's', b'i', b'o', b'n'] | [.., b't' | b's', b'i', b'o', b'n', b's'] => 1,
        [.., b'm', b'e', b'n', b't']
        | [.., b'm', b'e', b'n', b't', b's']
        | [.., b'n', b'e', b's', b's']
        | [.., b's', b'h', b'i', b'p']
        | [.., b'a' | b'e', b'n', b'c', b'e']
        | [.., b'i', b't', b'y']
        | [.., b'i', b't', b'i', b'e', b's'] => 2,
        [.., b'i', b'n', b'g'] => 3,
        [.., b'i', b'n', b'g', b's'] => 4,
        [.., b'e', b'd'] => 5,
        [.., b'l', b'y'] => 6,
        [.., b'e' | b'o', b'r']
        | [.., b'e' | b'o', b'r', b's']
        | [.., b'i', b's', b't']
        | [.., b'i', b's', b't', b's'] => 7,
        word if ends_as_adjective(word) => 8,
        [.., b's'] => 9,
        _ => 0,
    }
}

//! Candidates for key phrases: what might be one, and what can be measured of it.
//!
//! A candidate is a sequence of one to five words inside a sentence, without a
//! mark inside, that starts and ends in a content word and has at most one
//! function word between. All its inflected forms are one candidate.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::frequency::KeywordOptions;
use super::stems::{StemId, Stems};
use crate::lexicon::WordLexicon;
use crate::text::{PieceKind, Span};
use crate::tokens::{Shape, Token, Tokens};

/// The longest candidate, in words.
pub const MAX_WORDS: usize = 5;

/// How many features a candidate has: see [`Candidates::features`].
pub const FEATURES: usize = 32;

const NO_STEM: StemId = StemId::MAX;

/// Stands for no candidate and no occurrence.
const NONE: u32 = u32::MAX;

/// The class of words that are not among the commonest, in tenths of a power of ten.
const RARE: u32 = 65;

/// What a token is to candidates.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    /// It may begin and end one.
    Content,
    /// A word that may stand inside one.
    Function,
    /// A mark or, beside an occurrence, the end of the sentence.
    Border,
}

/// What can be said of one occurrence of a candidate: bits of a number.
#[derive(Clone, Copy)]
enum Sign {
    Capitalised,
    Acronym,
    FunctionBefore,
    FunctionAfter,
    BorderBefore,
    BorderAfter,
    /// No content word stands beside it: it is not part of something longer.
    Whole,
}

/// Beside the shapes of an occurrence's tokens, by bit: whether one of them is a function word.
const HAS_FUNCTION: u8 = 1 << 7;

/// How many signs there are.
const SIGNS: usize = 7;

/// A sequence of words that may be a key phrase. Most stand in a text once: what
/// more there is to say of the others is kept apart, so that a long text fits.
#[derive(Clone, Copy)]
pub struct Candidate {
    /// The first token of its first occurrence.
    first: u32,
    /// Words of the text before its first occurrence.
    first_word: u32,
    /// The sentence of its first occurrence.
    sentence: u32,
    /// Index of its [`Tally`], or [`NONE`].
    tally: u32,
    words: u8,
    /// The signs of its first occurrence.
    signs: u8,
}

/// What there is to say of a candidate with several occurrences.
struct Tally {
    count: u32,
    /// Its last occurrence, of [`Candidates::places`].
    last: u32,
    last_word: u32,
    last_sentence: u32,
    sentences: u32,
    /// By sign: the occurrences that have it.
    signs: [u32; SIGNS],
}

/// A further occurrence of a candidate.
struct Place {
    span: Span,
    /// The further occurrence before it, or [`NONE`].
    previous: u32,
}

/// All candidates of a text, by first place.
pub struct Candidates<'t, 'l> {
    tokens: &'t Tokens<'t>,
    lexicon: Option<&'l WordLexicon>,
    stems: Stems,
    /// By surface.
    classes: Vec<Class>,
    /// By word, of those that may be in a candidate: its rarity and the class of its ending.
    facts: Vec<(u16, u8)>,
    /// For each stem: candidates of several words it is part of, by occurrence.
    degree: Vec<u64>,
    words: usize,
    tallies: Vec<Tally>,
    places: Vec<Place>,
    /// What was found.
    pub list: Vec<Candidate>,
}

/// By the candidate without its last content word, the function word after it and that
/// word: the candidate. A sequence is looked up in one step for each word more.
type Index = FxHashMap<(u32, StemId, StemId), u32>;

impl<'t, 'l> Candidates<'t, 'l> {
    /// Finds them.
    pub fn of(tokens: &'t Tokens<'t>, options: &KeywordOptions, lexicon: Option<&'l WordLexicon>) -> Self {
        let stems = Stems::of(tokens);
        let class = |surface| match surface {
            surface if options.is_content(tokens, surface) => Class::Content,
            surface if surface.kind != PieceKind::Punctuation => Class::Function,
            _ => Class::Border,
        };
        let mut found = Self {
            degree: vec![0; stems.distinct()],
            classes: tokens.surfaces.iter().map(class).collect(),
            facts: Vec::new(),
            tokens,
            lexicon,
            stems,
            words: 0,
            tallies: Vec::new(),
            places: Vec::new(),
            list: Vec::new(),
        };
        found.facts =
            tokens.words.iter().map(|word| (found.rarity(&word.text), ending(&word.text))).collect();
        let mut index = Index::default();
        for (number, sentence) in tokens.sentences.iter().enumerate() {
            let range = sentence.tokens.clone();
            found.count_degrees(range.clone());
            for start in range.clone() {
                let class = found.class(start);
                if class == Class::Content {
                    found.from(start, &range, number, &mut index);
                }
                found.words += usize::from(class != Class::Border);
            }
        }
        found
    }

    fn class(&self, at: usize) -> Class {
        self.classes[self.tokens.tokens[at].surface as usize]
    }

    /// The candidates that start at token `start`.
    fn from(&mut self, start: usize, sentence: &Range<usize>, number: usize, index: &mut Index) {
        let (mut shorter, mut function) = (NONE, NO_STEM);
        let mut shapes = 0;
        for at in start..sentence.end.min(start + MAX_WORDS) {
            let token = &self.tokens.tokens[at];
            let stem = self.stems.id(self.tokens, token);
            let surface = self.tokens.surface(token);
            shapes |= 1 << surface.shape as u8;
            match self.class(at) {
                Class::Border => return,
                Class::Function if shapes & HAS_FUNCTION != 0 => return,
                Class::Function => {
                    function = stem;
                    shapes |= HAS_FUNCTION;
                    continue;
                }
                Class::Content => {}
            }
            let slot = *index.entry((shorter, function, stem)).or_insert(self.list.len() as u32);
            (shorter, function) = (slot, NO_STEM);
            self.add(slot as usize, start..at + 1, sentence, number, shapes);
            // A possessive ends what it belongs to: “Russia’s war” is no name.
            if surface.stem_len as usize != surface.text.len() {
                return;
            }
        }
    }

    /// Counts the occurrence of the candidate `slot` at `place`, whose tokens have `shapes`.
    fn add(&mut self, slot: usize, place: Range<usize>, sentence: &Range<usize>, number: usize, shapes: u8) {
        let span = self.span(&place);
        if slot < self.list.len() && self.end(&self.list[slot]) > span.start {
            return;
        }
        let beside = |at: Option<usize>| {
            at.filter(|at| sentence.contains(at)).map_or(Class::Border, |at| self.class(at))
        };
        let (before, after) = (beside(place.start.checked_sub(1)), beside(Some(place.end)));
        let has = |shape: Shape| shapes & 1 << shape as u8 != 0;
        // The capital of a sentence's first word says nothing.
        let capitalised = place.start != sentence.start && !has(Shape::Lower);
        let signs = [
            (Sign::Capitalised, capitalised),
            (Sign::Acronym, has(Shape::Upper)),
            (Sign::FunctionBefore, before == Class::Function),
            (Sign::FunctionAfter, after == Class::Function),
            (Sign::BorderBefore, before == Class::Border),
            (Sign::BorderAfter, after == Class::Border),
            (Sign::Whole, before != Class::Content && after != Class::Content),
        ];
        let signs = signs.into_iter().fold(0, |all, (sign, is)| all | u8::from(is) << sign as u8);
        let Some(candidate) = self.list.get_mut(slot) else {
            self.list.push(Candidate {
                first: place.start as u32,
                first_word: self.words as u32,
                sentence: number as u32,
                tally: NONE,
                words: place.len() as u8,
                signs,
            });
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
        self.places.push(Place { span, previous: tally.last });
        tally.last = self.places.len() as u32 - 1;
    }

    /// The text of a range of tokens, without a possessive ending.
    fn span(&self, place: &Range<usize>) -> Span {
        let (first, last) = (&self.tokens.tokens[place.start], &self.tokens.tokens[place.end - 1]);
        Span { start: first.span.start, end: self.tokens.bare_span(last).end }
    }

    /// Where the last occurrence of a candidate ends.
    fn end(&self, candidate: &Candidate) -> u32 {
        match self.tally(candidate).filter(|tally| tally.last != NONE) {
            Some(tally) => self.places[tally.last as usize].span.end,
            None => self.first_span(candidate).end,
        }
    }

    fn tally(&self, candidate: &Candidate) -> Option<&Tally> {
        self.tallies.get(candidate.tally as usize)
    }

    /// RAKE's degree (Rose and others 2010): for each content word, the length of the run it stands in.
    fn count_degrees(&mut self, range: Range<usize>) {
        let mut start = range.start;
        while start < range.end {
            let run = (start..range.end).take_while(|&at| self.class(at) == Class::Content).count();
            for token in &self.tokens.tokens[start..start + run] {
                self.degree[self.stems.id(self.tokens, token) as usize] += run as u64;
            }
            start += run + 1;
        }
    }

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
        let (mut rarity, mut degrees) = (Summary::default(), Summary::default());
        for token in content() {
            let stem = self.stems.id(self.tokens, token);
            rarity.add(u64::from(self.fact(token).0));
            degrees.add(self.degree[stem as usize] * 10 / self.stems.count(stem).max(1));
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
        ]
    }

    /// The text's tokens.
    pub fn tokens(&self) -> &'t Tokens<'t> {
        self.tokens
    }

    /// How often a candidate stands in the text; occurrences that overlap one before do not count.
    pub fn count(&self, candidate: &Candidate) -> usize {
        self.tally(candidate).map_or(1, |tally| tally.count as usize)
    }

    /// How many occurrences of a candidate have a sign.
    fn signs(&self, candidate: &Candidate, sign: Sign) -> u32 {
        let once = u32::from(candidate.signs >> sign as u8 & 1);
        self.tally(candidate).map_or(once, |tally| tally.signs[sign as usize])
    }

    /// The occurrences of a candidate, without possessive endings, in order.
    pub fn spans(&self, candidate: &Candidate) -> Vec<Span> {
        let mut spans = Vec::with_capacity(self.count(candidate));
        let mut next = self.tally(candidate).map_or(NONE, |tally| tally.last);
        while let Some(place) = self.places.get(next as usize) {
            spans.push(place.span);
            next = place.previous;
        }
        spans.push(self.first_span(candidate));
        spans.reverse();
        spans
    }

    /// The first occurrence of a candidate.
    pub fn first_span(&self, candidate: &Candidate) -> Span {
        self.span(&candidate.first())
    }

    /// The tokens of the first occurrence.
    pub fn first_tokens(&self, candidate: &Candidate) -> &'t [Token] {
        &self.tokens.tokens[candidate.first()]
    }

    /// Whether no content word stands beside any occurrence.
    pub fn is_whole(&self, candidate: &Candidate) -> bool {
        self.signs(candidate, Sign::Whole) as usize == self.count(candidate)
    }

    /// The stems of a candidate, one a word.
    pub fn stems(&self, candidate: &Candidate) -> impl Iterator<Item = StemId> {
        self.first_tokens(candidate).iter().map(|token| self.stems.id(self.tokens, token))
    }

    /// How often each word of a candidate stands in the text.
    pub fn stem_counts(&self, candidate: &Candidate) -> impl Iterator<Item = u64> {
        self.stems(candidate).map(|stem| self.stems.count(stem))
    }

    /// Class of relative frequency in the language, in tenths of a power of ten: higher is rarer.
    fn rarity(&self, word: &str) -> u16 {
        self.lexicon.and_then(|lexicon| lexicon.frequencies().class(word)).map_or(RARE, u32::from) as u16
    }

    /// Words of the text before a candidate's first occurrence, in hundredths of all.
    pub fn place(&self, candidate: &Candidate) -> u64 {
        u64::from(candidate.first_word) * 100 / self.words.max(1) as u64
    }

    /// The mean rarity of a candidate's content words, in tenths of a power of ten.
    pub fn mean_rarity(&self, candidate: &Candidate) -> u64 {
        let mut rarity = Summary::default();
        let words = self.first_tokens(candidate).iter().filter(|token| !self.tokens.word(token).is_stop);
        words.for_each(|token| rarity.add(u64::from(self.fact(token).0)));
        rarity.sum / rarity.len.max(1)
    }

    /// Whether the word of a token is among the commonest of the language.
    pub fn is_common(&self, token: usize) -> bool {
        u32::from(self.fact(&self.tokens.tokens[token]).0) < RARE
    }

    fn fact(&self, token: &Token) -> (u16, u8) {
        self.facts[self.tokens.surface(token).word as usize]
    }
}

impl Candidate {
    /// How many words it has.
    pub fn words(&self) -> usize {
        self.words.into()
    }

    /// The first token of its first occurrence.
    pub fn first_token(&self) -> usize {
        self.first as usize
    }

    /// The sentence of its first occurrence.
    pub fn first_sentence(&self) -> usize {
        self.sentence as usize
    }

    /// The tokens of its first occurrence.
    fn first(&self) -> Range<usize> {
        self.first as usize..self.first as usize + self.words()
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
fn ending(word: &str) -> u8 {
    const ENDINGS: &[&[&str]] = &[
        &["tion", "sion", "tions", "sions"],
        &["ment", "ments", "ness", "ship", "ance", "ence", "ity", "ities"],
        &["ing"],
        &["ings"],
        &["ed"],
        &["ly"],
        &["er", "or", "ers", "ors", "ist", "ists"],
        &["ic", "ical", "al", "ous", "ive", "able", "ible", "ful", "less", "ary"],
        &["s"],
    ];
    let class = ENDINGS.iter().position(|endings| endings.iter().any(|ending| word.ends_with(ending)));
    class.map_or(0, |class| class as u8 + 1)
}

//! Candidates for key phrases: what might be one, and what can be measured of it.
//!
//! A candidate is a sequence of one to five words inside a sentence, without a
//! mark inside, that starts and ends in a content word and has at most one
//! function word between. All its inflected forms are one candidate. In a long
//! text only what comes back is one.

use std::cmp::Ordering;
use std::ops::Range;

use rustc_hash::FxHashMap;

use super::content::{Class, Content, Form, NO_STEM};
use super::features::{RARE, ending, ranks};
use super::frequency::{self, Keyword, KeywordOptions};
use super::occurrences::{Place, Sign, Tally};
use super::repeats::Repeats;
use super::stems::StemId;
use crate::classes::Classes;
use crate::idle_capitals::are_idle;
use crate::lexicon::{Marks, Roles, WordClass, WordLexicon};
use crate::tokens::{Shape, Token, Tokens, Word, WordId};

/// The longest candidate, in words.
pub const MAX_WORDS: usize = 5;

/// How often a candidate must stand in a text of so many words: twice from 5,000 words on,
/// eight times in 80,000. What is rarer in a long text is not what it is about.
fn least_count(words: usize) -> u32 {
    (words / 1_250).isqrt().clamp(1, 100) as u32
}

/// Stands for no candidate and no occurrence.
pub(super) const NONE: u32 = u32::MAX;

/// Beside the shapes of an occurrence's tokens, by bit: whether one of them is a function word.
const HAS_FUNCTION: u8 = 1 << 7;

/// A sequence of words that may be a key phrase. Most stand in a text once: what
/// more there is to say of the others is kept apart, so that a long text fits.
#[derive(Clone, Copy)]
pub struct Candidate {
    /// The first token of its first occurrence.
    pub(super) first: u32,
    /// Words of the text before its first occurrence.
    pub(super) first_word: u32,
    /// The sentence of its first occurrence.
    pub(super) sentence: u32,
    /// Index of its [`Tally`], or [`NONE`].
    pub(super) tally: u32,
    pub(super) words: u8,
    /// The signs of its first occurrence.
    pub(super) signs: u16,
}

/// All candidates of a text, by first place.
pub struct Candidates<'t, 'l> {
    pub(super) tokens: &'t Tokens<'t>,
    lexicon: Option<&'l WordLexicon>,
    pub(super) word_classes: &'t Classes,
    pub(super) content: Content<'t>,
    /// By word, of those that may be in a candidate: its rarity, the class of its ending, and where it may stand.
    facts: Vec<(u16, u8, Roles)>,
    /// RAKE's degree (Rose and others 2010), by stem: for each occurrence of a content word, the
    /// length of the run of content words that it stands in.
    pub(super) degree: Vec<u64>,
    /// By stem: see [`ranks`].
    pub(super) ranks: Vec<u32>,
    pub(super) words: usize,
    /// Words with a capital.
    pub(super) capitals: usize,
    pub(super) tallies: Vec<Tally>,
    pub(super) places: Vec<Place>,
    /// The sentences whose capitals say nothing, by index, unless most are such.
    idle: Vec<u32>,
    /// What was found.
    pub list: Vec<Candidate>,
}

/// By the candidate without its last content word, the function word after it and that
/// word: the candidate. A sequence is looked up in one step for each word more.
type Index = FxHashMap<(u32, StemId, StemId), u32>;

/// The sentences in capitals or those of titles, by the classes of their words, unless the text has few others.
fn idle(tokens: &Tokens<'_>, classes: &Classes) -> Vec<u32> {
    if classes.is_empty() {
        return Vec::new();
    }
    let is_ordinary = |token: usize| classes.get(token) != Some(WordClass::ProperNoun);
    let sentences = (0..).zip(&tokens.sentences);
    let idle = sentences.filter(|(_, sentence)| are_idle(tokens, sentence, &is_ordinary));
    let idle: Vec<u32> = idle.map(|(at, _)| at).collect();
    if idle.len() * 2 > tokens.sentences.len() { Vec::new() } else { idle }
}

impl<'t, 'l> Candidates<'t, 'l> {
    /// Finds them. `word_classes` are those of `tokens`, or none.
    pub fn of(
        tokens: &'t Tokens<'t>,
        word_classes: &'t Classes,
        options: &KeywordOptions,
        lexicon: Option<&'l WordLexicon>,
    ) -> Self {
        let content = Content::of(tokens, options);
        let mut found = Self {
            degree: vec![0; content.stems.distinct()],
            content,
            facts: Vec::new(),
            tokens,
            lexicon,
            word_classes,
            ranks: Vec::new(),
            words: 0,
            capitals: 0,
            tallies: Vec::new(),
            places: Vec::new(),
            idle: idle(tokens, word_classes),
            list: Vec::new(),
        };
        let roles = |word: &Word| lexicon.map_or(Roles::ALL, |lexicon| lexicon.roles(&word.text));
        let fact = |word: &Word| (found.rarity(word), ending(&word.text), roles(word));
        found.facts = tokens.words.iter().map(fact).collect();
        // Of a word with a capital only what is listed is sure.
        found.content.close(|surface| {
            let word = &tokens.words[surface.word as usize];
            found.facts[surface.word as usize].2.is_empty()
                && (surface.shape == Shape::Lower || word.frequency.is_some())
        });
        let words = tokens.sentences.iter().map(|sentence| sentence.words).sum();
        let least = least_count(words);
        let repeats = (least > 1).then(|| Repeats::of(&found.content, words, least));
        let mut index = Index::default();
        for (number, sentence) in tokens.sentences.iter().enumerate() {
            let range = sentence.tokens.clone();
            let mut run = range.start;
            for start in range.clone() {
                let form = found.content.form_in(start, range.start);
                let (class, shape) = (form.class, form.shape);
                if class == Class::Content {
                    found.from(start, &range, number, repeats.as_ref(), &mut index);
                } else {
                    found.add_degrees(run..start);
                    run = start + 1;
                }
                let has_capital = !matches!(shape, Shape::Lower | Shape::Caseless);
                found.words += usize::from(class != Class::Border);
                found.capitals += usize::from(class != Class::Border && has_capital);
            }
            found.add_degrees(run..range.end);
        }
        // The ranks take memory, too.
        drop((repeats, index));
        if least > 1 {
            let tallies = &found.tallies;
            let comes_back = |it: &Tally| it.count >= least;
            found.list.retain(|candidate| tallies.get(candidate.tally as usize).is_some_and(comes_back));
        }
        found.ranks = ranks(&found);
        found
    }

    /// The most frequent words of the text, as [`super::keywords`] gives them.
    pub fn keywords(&self, limit: usize) -> Vec<Keyword> {
        frequency::among(&self.content, limit)
    }

    /// Adds a run of content words to their degrees.
    fn add_degrees(&mut self, run: Range<usize>) {
        for token in &self.tokens.tokens[run.clone()] {
            self.degree[self.content.stem(token) as usize] += run.len() as u64;
        }
    }

    /// The candidates that start at token `start`; with `repeats` those that may come back.
    fn from(
        &mut self,
        start: usize,
        sentence: &Range<usize>,
        number: usize,
        repeats: Option<&Repeats>,
        index: &mut Index,
    ) {
        let (mut shorter, mut last, mut function) = (NONE, NO_STEM, NO_STEM);
        let mut shapes = 0;
        let mut only_attributes = true;
        for at in start..sentence.end.min(start + MAX_WORDS) {
            let Form { stem, class, shape, is_possessive, .. } = self.content.form_in(at, sentence.start);
            shapes |= 1 << shape as u8;
            match class {
                Class::Border | Class::Closed => return,
                Class::Function if shapes & HAS_FUNCTION != 0 => return,
                Class::Function => {
                    function = stem;
                    shapes |= HAS_FUNCTION;
                    only_attributes = false;
                    continue;
                }
                Class::Content => {}
            }
            let comes_back = repeats.is_none_or(|repeats| match at == start {
                true => self.content.stems.count(stem) >= repeats.least(),
                false => repeats.has((last, function, stem)),
            });
            if !comes_back {
                return;
            }
            let slot = *index.entry((shorter, function, stem)).or_insert(self.list.len() as u32);
            (shorter, last, function) = (slot, stem, NO_STEM);
            let class = self.word_classes.get(at);
            let is_nominal = class.is_some_and(WordClass::is_nominal);
            only_attributes &= is_nominal || class == Some(WordClass::Adjective);
            let signs = u16::from(only_attributes && is_nominal) << Sign::Nominal as u8
                | u16::from(class == Some(WordClass::Noun)) << Sign::EndsInNoun as u8;
            self.add(slot as usize, start..at + 1, sentence, number, shapes, signs);
            if is_possessive {
                return;
            }
        }
    }

    /// Whether the capitals of the sentence with this index say nothing.
    pub(super) fn is_idle(&self, sentence: usize) -> bool {
        self.idle.binary_search(&(sentence as u32)).is_ok()
    }

    /// The text's tokens.
    pub fn tokens(&self) -> &'t Tokens<'t> {
        self.tokens
    }

    /// The stems of a candidate, one a word.
    pub fn stems(&self, candidate: &Candidate) -> impl Iterator<Item = StemId> {
        self.first_tokens(candidate).iter().map(|token| self.content.stem(token))
    }

    /// How often each word of a candidate stands in the text.
    pub fn stem_counts(&self, candidate: &Candidate) -> impl Iterator<Item = u64> {
        self.first_tokens(candidate).iter().map(|token| self.content.count_of(token))
    }

    /// Class of relative frequency in the language, in tenths of a power of ten: higher is rarer.
    fn rarity(&self, word: &Word) -> u16 {
        let class = self.lexicon.zip(word.frequency);
        class.map_or(RARE, |(lexicon, form)| lexicon.frequencies().class_of(form).into()) as u16
    }

    /// Words of the text before a candidate's first occurrence, in hundredths of all.
    pub fn place(&self, candidate: &Candidate) -> u64 {
        u64::from(candidate.first_word) * 100 / self.words.max(1) as u64
    }

    /// How often the word of a token stands in the text, in any form.
    pub fn count_of(&self, token: &Token) -> u64 {
        self.content.count_of(token)
    }

    /// Whether a word is among the commonest of the language.
    pub fn is_common_word(&self, token: &Token) -> bool {
        u32::from(self.fact(token).0) < RARE
    }

    /// Whether a name may be made of the word of a token as it is: *Center*, not *Federer*, which is common, too.
    ///
    /// Not inlined: the core is smaller so.
    #[inline(never)]
    pub(super) fn is_head(&self, token: &Token) -> bool {
        /// As common as *archipelago*.
        const HEAD: u16 = 55;
        self.fact(token).0 <= HEAD
    }

    /// Whether an *of* behind these words belongs to their name: *Center for Biology of Plants*, not *Carlos Costa of Spain*.
    pub(super) fn may_have_of(&self, words: &[Token]) -> bool {
        words.last().is_some_and(|last| self.is_head(last)) && !self.has_given_name(words)
    }

    /// Whether these words are a person's name by the given name.
    pub(super) fn has_given_name(&self, words: &[Token]) -> bool {
        words.len() > 1 && self.is_marked(&words[0], Marks::GIVEN)
    }

    /// Whether the word of a token is of a kind of those that the notes on style know.
    ///
    /// Not inlined: the core is smaller so.
    #[inline(never)]
    pub fn is_marked(&self, token: &Token, kind: Marks) -> bool {
        let word = &self.tokens.word(token).text;
        self.lexicon.is_some_and(|lexicon| lexicon.style().marks(word).has(kind))
    }

    /// Whether a token is a title before a name that ends in `last`: *Governor*, *Justice* of *Justice Musarrat Bangash*, not
    /// *Major* of *Major League Baseball*. So may be a people, before a rare word: *Hungarian Laszlo Berecz*, not *Russian
    /// Space Agency*.
    pub(super) fn is_title(&self, token: &Token, last: &Token) -> bool {
        if self.is_marked(token, Marks::TITLE_OR_BODY) {
            return !self.is_head(last);
        }
        self.is_marked(token, if self.is_common_word(last) { Marks::TITLE } else { Marks::TITLE_OR_PEOPLE })
    }

    /// Whether the word of a token is an everyday one: *Youth*, not *Jong*.
    pub(super) fn is_everyday(&self, token: &Token) -> bool {
        /// As common as *liberation*.
        const EVERYDAY: u16 = 51;
        self.fact(token).0 <= EVERYDAY
    }

    /// Whether a person's name begins with the given name at `first` behind a word at `before` that is no part of it, and
    /// ends at `last`: *governor of Alaska Sarah Palin*, *Guitarist Eddie Van Halen*; not *Camp David Street*, and not *Amanda
    /// Marie Kowalski* if these always stand together.
    ///
    /// Not inlined: the core is smaller so.
    #[inline(never)]
    pub(super) fn begins_person(&self, before: usize, first: usize, last: usize) -> bool {
        /// As common as *Smith*; of surnames few are more so, of what streets and houses are called most.
        const SURNAME: u16 = 41;
        let token = |at: usize| &self.tokens.tokens[at];
        let is_of = |at: usize| matches!(&*self.tokens.word(token(at)).text, "of" | "from");
        let is_apart = || {
            first - before > 1
                || before.checked_sub(1).is_some_and(is_of)
                || self.word_classes.get(before) == Some(WordClass::Noun)
        };
        self.is_marked(token(first), Marks::GIVEN)
            && self.is_head(token(before))
            && !self.is_marked(token(before), Marks::GIVEN_OR_TITLE)
            && self.fact(token(last)).0 >= SURNAME
            && match self.count_of(token(first)).cmp(&self.count_of(token(before))) {
                Ordering::Greater => true,
                Ordering::Less => is_apart(),
                // What always stands together is one.
                Ordering::Equal => self.count_of(token(first)) == 1 && is_apart(),
            }
    }

    /// Whether the word of a token is a form of what may be a verb.
    #[inline(never)]
    pub fn may_be_verb(&self, token: usize) -> bool {
        let word = self.tokens.word(&self.tokens.tokens[token]);
        self.lexicon.is_some_and(|lexicon| lexicon.style().is_verb(word.stem()))
    }

    /// What is known of the language.
    pub(super) fn lexicon(&self) -> Option<&WordLexicon> {
        self.lexicon
    }

    /// Whether the word of a token is among the commonest of the language.
    pub fn is_common(&self, token: usize) -> bool {
        self.is_common_word(&self.tokens.tokens[token])
    }

    /// The rarity of a word, in tenths of a power of ten.
    pub(super) fn rarity_of(&self, word: WordId) -> u64 {
        self.facts[word as usize].0.into()
    }

    pub(super) fn fact(&self, token: &Token) -> (u16, u8, Roles) {
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
    pub(super) fn first(&self) -> Range<usize> {
        self.first as usize..self.first as usize + self.words()
    }
}

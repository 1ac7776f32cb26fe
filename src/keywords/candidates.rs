//! Candidates for key phrases: what might be one, and what can be measured of it.
//!
//! A candidate is a sequence of one to five words inside a sentence, without a
//! mark inside, that starts and ends in a content word and has at most one
//! function word between. All its inflected forms are one candidate.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::frequency::KeywordOptions;
use super::stems::{StemId, Stems};
use crate::classes::Classes;
use crate::lexicon::{WordClass, WordLexicon};
use crate::text::Span;
use crate::tokens::{Shape, Token, Tokens};

/// The longest candidate, in words.
pub const MAX_WORDS: usize = 5;

/// How many features a candidate has: see [`Candidate::features`].
pub const FEATURES: usize = 35;

/// The stems of a candidate, padded with [`NO_STEM`]: a key that costs no allocation.
pub type Key = [StemId; MAX_WORDS];

const NO_STEM: StemId = StemId::MAX;

/// The class of words that are not among the commonest, in tenths of a power of ten.
const RARE: u32 = 65;

/// What stands beside an occurrence.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Beside {
    /// A content word: the occurrence may be part of something longer.
    Content,
    /// A function word.
    Function,
    /// A mark or the end of the sentence.
    Border,
}

/// What the classes of an occurrence make of it.
#[derive(Clone, Copy, Default)]
struct Reads {
    /// A noun with its attributes, or a name.
    nominal: bool,
    /// A name.
    proper: bool,
    /// Part of a longer name.
    cut: bool,
}

/// A sequence of words that may be a key phrase.
pub struct Candidate {
    /// Its stems.
    pub key: Key,
    /// How many words it has.
    pub words: usize,
    /// Its occurrences, without possessive endings, in order.
    pub spans: Vec<Span>,
    /// Tokens of its first occurrence.
    first: Range<usize>,
    /// Words of the text before its first and its last occurrence.
    first_word: usize,
    last_word: usize,
    first_sentence: usize,
    last_sentence: Option<usize>,
    sentences: u32,
    capitalised: u32,
    acronyms: u32,
    function_before: u32,
    function_after: u32,
    border_before: u32,
    border_after: u32,
    /// Occurrences with no content word beside.
    whole: u32,
    in_first_paragraph: bool,
    /// Occurrences that read as a noun with its attributes; as a name; as a piece of a longer name.
    nominal: u32,
    proper: u32,
    cut: u32,
}

/// All candidates of a text, by first place.
pub struct Candidates<'t, 'l> {
    tokens: &'t Tokens<'t>,
    lexicon: Option<&'l WordLexicon>,
    classes: &'t Classes,
    stems: Stems<'t>,
    /// For each stem: candidates of several words it is part of, by occurrence.
    degree: Vec<u64>,
    words: usize,
    /// What was found.
    pub list: Vec<Candidate>,
}

impl<'t, 'l> Candidates<'t, 'l> {
    /// Finds them.
    pub fn of(
        tokens: &'t Tokens<'t>,
        options: &KeywordOptions,
        lexicon: Option<&'l WordLexicon>,
        classes: &'t Classes,
    ) -> Self {
        let stems = Stems::of(tokens);
        let degree = vec![0; stems.distinct()];
        let mut found = Self { degree, tokens, lexicon, classes, stems, words: 0, list: Vec::new() };
        let content: Vec<bool> =
            tokens.tokens.iter().map(|token| options.is_content(tokens, token)).collect();
        let mut index: FxHashMap<Key, usize> = FxHashMap::default();
        for (number, sentence) in tokens.sentences.iter().enumerate() {
            let range = sentence.tokens.clone();
            found.count_degrees(range.clone(), &content);
            for start in range.clone() {
                let is_word = tokens.is_word(&tokens.tokens[start]);
                if content[start] {
                    found.from(start, range.end, number, &content, &mut index);
                }
                found.words += usize::from(is_word);
            }
        }
        found
    }

    /// The candidates that start at token `start`.
    fn from(
        &mut self,
        start: usize,
        sentence_end: usize,
        sentence: usize,
        content: &[bool],
        index: &mut FxHashMap<Key, usize>,
    ) {
        let mut key = [NO_STEM; MAX_WORDS];
        let mut function_words = 0;
        for length in 1..=MAX_WORDS.min(sentence_end - start) {
            let at = start + length - 1;
            let token = &self.tokens.tokens[at];
            if !self.tokens.is_word(token) {
                break;
            }
            key[length - 1] = self.stems.id(self.tokens, token);
            if !content[at] {
                function_words += 1;
                if function_words > 1 {
                    break;
                }
                continue;
            }
            let slot = *index.entry(key).or_insert_with(|| {
                self.list.push(Candidate::new(key, start..at + 1, sentence, self.words));
                self.list.len() - 1
            });
            let sentence_tokens = self.tokens.sentences[sentence].tokens.clone();
            let before = self.beside(start.checked_sub(1), &sentence_tokens, content);
            let after = self.beside(Some(at + 1), &sentence_tokens, content);
            let paragraph = self.tokens.sentences[sentence].paragraph;
            let (tokens, words) = (self.tokens, self.words);
            let reading = self.reads_as(start..at + 1, &sentence_tokens);
            let candidate = &mut self.list[slot];
            candidate.in_first_paragraph |= paragraph == 0;
            candidate.add(tokens, start..at + 1, [before, after], reading, sentence, words);
            // A possessive ends what it belongs to: “Russia’s war” is no name.
            if tokens.surface(token).stem_len as usize != tokens.surface(token).text.len() {
                break;
            }
        }
    }

    /// What the classes of an occurrence and its neighbours make of it.
    fn reads_as(&self, place: Range<usize>, sentence: &Range<usize>) -> Reads {
        use WordClass::{Adjective, Adposition, Determiner, Noun, Numeral, ProperNoun};
        let class = |at: usize| self.classes.get(at);
        if self.classes.is_empty() {
            return Reads { nominal: true, ..Reads::default() };
        }
        let last = class(place.end - 1);
        let is_noun = |at: usize| matches!(class(at), Some(Noun | ProperNoun));
        let fits = |at: usize| matches!(class(at), Some(Adjective | Noun | ProperNoun | Numeral));
        let proper = place.clone().all(|at| {
            class(at) == Some(ProperNoun)
                || matches!(class(at), Some(Adposition | Determiner))
                    && at > place.start
                    && at + 1 < place.end
        });
        let starts = matches!(class(place.start), Some(Adjective | Noun | ProperNoun));
        let nominal = proper || starts && is_noun(place.end - 1) && place.clone().all(fits);
        let possessive = |at: usize| {
            let surface = self.tokens.surface(&self.tokens.tokens[at]);
            surface.stem_len as usize != surface.text.len()
        };
        let before = place.start.checked_sub(1).filter(|at| sentence.contains(at) && !possessive(*at));
        let after = Some(place.end).filter(|at| sentence.contains(at) && !possessive(place.end - 1));
        let is_name = |at: Option<usize>| at.is_some_and(|at| class(at) == Some(ProperNoun));
        let title = before.is_some_and(|at| is_title(&self.tokens.word(&self.tokens.tokens[at]).text));
        let cut = class(place.start) == Some(ProperNoun) && is_name(before) && !title
            || last == Some(ProperNoun) && is_name(after);
        Reads { nominal, proper, cut }
    }

    fn beside(&self, at: Option<usize>, sentence: &Range<usize>, content: &[bool]) -> Beside {
        match at.filter(|at| sentence.contains(at)) {
            Some(at) if content[at] => Beside::Content,
            Some(at) if self.tokens.is_word(&self.tokens.tokens[at]) => Beside::Function,
            _ => Beside::Border,
        }
    }

    /// RAKE's degree (Rose and others 2010): for each content word, the length of the run it stands in.
    fn count_degrees(&mut self, range: Range<usize>, content: &[bool]) {
        let tokens = &self.tokens.tokens[range.clone()];
        let mut start = 0;
        for run in content[range].split(|&is_content| !is_content) {
            for token in &tokens[start..start + run.len()] {
                self.degree[self.stems.id(self.tokens, token) as usize] += run.len() as u64;
            }
            start += run.len() + 1;
        }
    }

    /// What is measured of a candidate: whole numbers, comparable over texts.
    /// Order and meaning are what a ranker was trained on.
    pub fn features(&self, candidate: &Candidate) -> [i32; FEATURES] {
        // 64 bits throughout: the same in wasm, whose own words have 32.
        let text_words = self.words.max(1) as u64;
        let count = candidate.spans.len() as u64;
        let narrow = |value: u64| i32::try_from(value).unwrap_or(i32::MAX);
        let per = |part: u32| narrow(u64::from(part) * 100 / count);
        let place = |word: usize| narrow(word as u64 * 1000 / text_words);
        let counts: Vec<u64> = self.stem_counts(candidate).collect();
        let first = &self.tokens.tokens[candidate.first.clone()];
        let content_words: Vec<&Token> =
            first.iter().filter(|token| !self.tokens.word(token).is_stop).collect();
        let rarity: Vec<u32> = content_words.iter().map(|token| self.rarity(token)).collect();
        let degrees: Vec<u64> = content_words
            .iter()
            .map(|token| self.stems.id(self.tokens, token))
            .map(|stem| self.degree[stem as usize] * 10 / self.stems.count(stem).max(1))
            .collect();
        let mean = |values: &[u32]| values.iter().sum::<u32>() as i32 / values.len().max(1) as i32;
        let letters = candidate.spans[0].of(self.tokens.text).chars().count();
        let last_word = content_words.last().map_or("", |token| &*self.tokens.word(token).text);
        let first_word = content_words.first().map_or("", |token| &*self.tokens.word(token).text);
        let mean_rarity = mean(&rarity);
        [
            narrow(count),
            narrow(count * 10_000 / text_words),
            candidate.words as i32,
            place(candidate.first_word),
            place(candidate.last_word),
            place(candidate.last_word - candidate.first_word),
            candidate.first_sentence as i32,
            candidate.sentences as i32,
            narrow(counts.iter().copied().max().unwrap_or(0)),
            narrow(counts.iter().copied().min().unwrap_or(0)),
            narrow(counts.iter().sum::<u64>() * 10 / counts.len() as u64),
            mean_rarity,
            rarity.iter().copied().max().unwrap_or(0) as i32,
            rarity.iter().copied().min().unwrap_or(0) as i32,
            narrow(degrees.iter().sum()),
            narrow(degrees.iter().copied().max().unwrap_or(0)),
            per(candidate.capitalised),
            per(candidate.acronyms),
            per(candidate.whole),
            per(candidate.function_before),
            per(candidate.function_after),
            per(candidate.border_before),
            per(candidate.border_after),
            letters as i32,
            narrow(text_words),
            (candidate.words - content_words.len()) as i32,
            i32::from(candidate.in_first_paragraph),
            narrow(count * mean_rarity as u64),
            ending(last_word),
            ending(first_word),
            candidate.first_word as i32,
            narrow(count * 100 / counts.iter().copied().max().unwrap_or(1)),
            per(candidate.nominal),
            per(candidate.proper),
            per(candidate.cut),
        ]
    }

    /// The text's tokens.
    pub fn tokens(&self) -> &'t Tokens<'t> {
        self.tokens
    }

    /// How often each word of a candidate stands in the text.
    pub fn stem_counts(&self, candidate: &Candidate) -> impl Iterator<Item = u64> {
        candidate.stems().map(|stem| self.stems.count(stem))
    }

    /// Whether the first word of its first occurrence is common in the language and no name.
    pub fn starts_in_common_word(&self, candidate: &Candidate) -> bool {
        let first = &self.tokens.tokens[candidate.first.start];
        self.rarity(first) < RARE && self.classes.get(candidate.first.start) != Some(WordClass::ProperNoun)
    }

    /// Words of the text.
    pub fn words(&self) -> usize {
        self.words
    }

    /// The mean rarity in the language of a candidate's content words, in tenths of a power of ten.
    pub fn mean_rarity(&self, candidate: &Candidate) -> u64 {
        let words: Vec<u64> = candidate
            .first_tokens(self.tokens)
            .iter()
            .filter(|token| !self.tokens.word(token).is_stop)
            .map(|token| u64::from(self.rarity(token)))
            .collect();
        words.iter().sum::<u64>() / words.len().max(1) as u64
    }

    /// Class of relative frequency in the language, in tenths of a power of ten: higher is rarer.
    fn rarity(&self, token: &Token) -> u32 {
        let word = &self.tokens.word(token).text;
        self.lexicon.and_then(|lexicon| lexicon.frequencies().class(word)).map_or(RARE, u32::from)
    }
}

impl Candidate {
    fn new(key: Key, first: Range<usize>, sentence: usize, word: usize) -> Self {
        Self {
            key,
            words: first.len(),
            spans: Vec::new(),
            first,
            first_word: word,
            last_word: word,
            first_sentence: sentence,
            last_sentence: None,
            sentences: 0,
            capitalised: 0,
            acronyms: 0,
            function_before: 0,
            function_after: 0,
            border_before: 0,
            border_after: 0,
            whole: 0,
            in_first_paragraph: false,
            nominal: 0,
            proper: 0,
            cut: 0,
        }
    }

    /// Its stems, one a word.
    pub fn stems(&self) -> impl Iterator<Item = StemId> {
        self.key.iter().copied().take(self.words)
    }

    /// The tokens of its first occurrence.
    pub fn first_tokens<'a>(&self, tokens: &'a Tokens<'_>) -> &'a [Token] {
        &tokens.tokens[self.first.clone()]
    }

    /// Whether no content word stands beside any occurrence.
    pub fn is_whole(&self) -> bool {
        self.whole as usize == self.spans.len()
    }

    /// Whether most occurrences read as a noun with its attributes, and are no piece of a longer name.
    pub fn is_nominal(&self) -> bool {
        let half = |part: u32| part as usize * 2 >= self.spans.len();
        half(self.nominal) && !half(self.cut)
    }

    /// Whether most occurrences read as a name.
    pub fn is_name(&self) -> bool {
        self.proper as usize * 2 > self.spans.len()
    }

    /// Occurrences that are no piece of a longer name.
    pub fn uncut(&self) -> u64 {
        self.spans.len() as u64 - u64::from(self.cut)
    }

    /// Whether it has a capital that does not only start a sentence.
    pub fn has_capital(&self) -> bool {
        self.capitalised > 0
    }

    /// Words of the text before its first occurrence.
    pub fn first_word(&self) -> usize {
        self.first_word
    }

    fn add(
        &mut self,
        tokens: &Tokens<'_>,
        place: Range<usize>,
        beside: [Beside; 2],
        reads: Reads,
        sentence: usize,
        word: usize,
    ) {
        let [before, after] = beside;
        let (first, last) = (tokens.tokens[place.start], tokens.tokens[place.end - 1]);
        if self.spans.last().is_some_and(|previous| previous.end > first.span.start) {
            return;
        }
        self.spans.push(Span { start: first.span.start, end: tokens.bare_span(&last).end });
        self.last_word = word;
        if self.last_sentence != Some(sentence) {
            self.sentences += 1;
            self.last_sentence = Some(sentence);
        }
        let has = |shape: Shape| {
            tokens.tokens[place.clone()].iter().any(|token| tokens.surface(token).shape == shape)
        };
        // The capital of a sentence's first word says nothing.
        let starts_sentence = place.start == tokens.sentences[sentence].tokens.start;
        self.capitalised += u32::from(!starts_sentence && !has(Shape::Lower));
        self.acronyms += u32::from(has(Shape::Upper));
        self.function_before += u32::from(before == Beside::Function);
        self.function_after += u32::from(after == Beside::Function);
        self.border_before += u32::from(before == Beside::Border);
        self.border_after += u32::from(after == Beside::Border);
        self.nominal += u32::from(reads.nominal);
        self.proper += u32::from(reads.proper);
        self.cut += u32::from(reads.cut);
        self.whole += u32::from(before != Beside::Content && after != Beside::Content);
    }
}

/// Whether a word stands before a person's name without being part of it.
pub fn is_title(word: &str) -> bool {
    const TITLES: &str = " president minister secretary general leader chairman chief senator governor judge king \
                          queen prince princess pope mr mrs ms dr professor sir lord lady captain colonel \
                          officer director ambassador spokesman spokeswoman mayor representative sen rep gov gen ";
    TITLES
        .match_indices(word)
        .any(|(at, _)| TITLES[..at].ends_with(' ') && TITLES[at + word.len()..].starts_with(' '))
}

/// A class for the ending of an English word, 0 for none of these: it stands in for the part of speech.
fn ending(word: &str) -> i32 {
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
    class.map_or(0, |class| class as i32 + 1)
}

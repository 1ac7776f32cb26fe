//! The forms of a text as the recogniser sees them: what is known of each, found once for all its tokens.
//!
//! Compounds whose parts mean different things (*US-led*, *Washington-based*, *anti-American*) are two
//! forms. Where capitals say nothing, a form may also be what it would be in small letters.

use super::capitals::{self, Guess};
use super::compounds::compound;
use super::units::Unit;
use crate::idle_capitals::are_idle;
use crate::lexicon::{Cluster, Known, NameLexicon, WordKey};
use crate::text::{PieceKind, lower_case};
use crate::tokens::{Surface, Token, Tokens};

/// What is known of a form, wherever it stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Form {
    /// Case, diacritics and full stops folded away.
    pub folded: WordKey,
    /// Its cluster, or the one that is none.
    pub cluster: Cluster,
    /// What is known of the form as a word of its own.
    pub known: Known,
    /// How it uses capitals.
    pub case: Case,
    /// Bytes of the form.
    pub len: u32,
    /// Letters and digits.
    pub kind: Kind,
    /// Whether the lexicon knows it as it is written in capitals.
    pub is_exact: bool,
    /// Whether the text has the word in lower case, too.
    pub also_lower: bool,
    /// Whether it carries grammar rather than topic.
    pub is_stop: bool,
}

/// How a form uses capitals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Case {
    /// It begins with a small letter or has none.
    Lower,
    /// It begins with a capital: *Parade*, *McDonald*.
    Capital,
    /// All of it is in capitals, and it has more than one.
    Acronym,
    /// One capital letter: *J.*
    Initial,
}

/// What a unit is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A word.
    Word,
    /// A number.
    Number,
    /// The sign *&*.
    Ampersand,
}

/// The forms of a text, by surface; a compound of two parts has its second in `seconds`.
pub(super) struct Forms {
    firsts: Vec<Form>,
    /// By surface: [`NO_UNIT`], [`WHOLE`], or the index of its second part.
    parts: Vec<u32>,
    seconds: Vec<Second>,
    /// By sentence: whether its capitals, or that it has none, say nothing; empty if all speak.
    idle: Vec<bool>,
    /// What the forms might be in such sentences.
    guesses: Vec<Guess>,
    /// By surface: the place of its guess plus one, or 0.
    guess_of: Vec<u32>,
}

/// The second part of a compound.
pub(super) struct Second {
    surface: u32,
    /// Where it begins.
    pub at: u32,
    /// What is known of it.
    pub form: Form,
}

/// Of a surface that is no unit, and of one that is one unit.
const NO_UNIT: u32 = u32::MAX;
const WHOLE: u32 = u32::MAX - 1;

/// Longer words are not looked for among the inflected ones, in bytes.
const LONGEST_INFLECTED: usize = 40;

/// Articles of Arabic names, part of the name.
const ARTICLES: &[&str] = &["al-", "el-", "ad-", "as-", "ash-", "an-", "ar-", "at-", "az-", "ul-", "bin-"];

impl Forms {
    /// Looks up every form of the text.
    pub fn new(tokens: &Tokens<'_>, lexicon: &NameLexicon) -> Self {
        let lower = tokens.words_in_small_letters();
        let lacks_capitals = capitals::lacks(tokens);
        let count = tokens.surfaces.len();
        let mut forms = Self {
            firsts: Vec::with_capacity(count),
            parts: Vec::with_capacity(count),
            seconds: Vec::new(),
            idle: Vec::new(),
            guesses: Vec::new(),
            guess_of: Vec::new(),
        };
        for (id, surface) in tokens.surfaces.iter().enumerate() {
            let word = &tokens.words[surface.word as usize];
            let kind = |text: &str| if is_number(text) { PieceKind::Number } else { surface.kind };
            let form = |text: &str| Form::new(text, kind(text), lexicon);
            let whole = Form {
                also_lower: lower[surface.word as usize] && !lacks_capitals,
                is_stop: word.is_stop,
                ..form(surface.bare())
            };
            match compound(surface, whole, form) {
                Some((first, at, second)) => {
                    forms.firsts.push(first);
                    forms.parts.push(forms.seconds.len() as u32);
                    forms.seconds.push(Second { surface: id as u32, at, form: second });
                }
                None => {
                    forms.firsts.push(whole);
                    forms.parts.push(if is_unit(surface) { WHOLE } else { NO_UNIT });
                }
            }
        }
        forms.add_guesses(tokens, lexicon, lacks_capitals);
        forms
    }

    /// Notes what the forms might be, if a sentence is there whose capitals say nothing.
    fn add_guesses(&mut self, tokens: &Tokens<'_>, lexicon: &NameLexicon, lacks_capitals: bool) {
        let is_ordinary = |token: usize| {
            let form = &self.firsts[tokens.tokens[token].surface as usize];
            form.is_ordinary() && !form.known.is(Known::TITLE)
        };
        let is_idle = |sentence| lacks_capitals || are_idle(tokens, sentence, &is_ordinary);
        self.idle = tokens.sentences.iter().map(is_idle).collect();
        if !self.idle.contains(&true) {
            self.idle.clear();
            return;
        }
        let mut is_met = vec![false; self.firsts.len()];
        for (sentence, _) in tokens.sentences.iter().zip(&self.idle).filter(|(_, is_idle)| **is_idle) {
            for token in &tokens.tokens[sentence.tokens.clone()] {
                is_met[token.surface as usize] = true;
            }
        }
        self.guess_of = vec![0; self.firsts.len()];
        for (index, surface) in tokens.surfaces.iter().enumerate().filter(|&(index, _)| is_met[index]) {
            let form = &self.firsts[index];
            let may = match form.case {
                Case::Lower => lacks_capitals,
                Case::Acronym => !form.is_exact || form.is_stop && !form.known.is(Known::COUNTRY),
                Case::Initial | Case::Capital => true,
            };
            // A compound of two parts is what it is.
            if may && surface.kind == PieceKind::Word && self.parts[index] == WHOLE {
                let small = Form::new(&lower_case(surface.bare()), surface.kind, lexicon);
                let small = Form { is_stop: form.is_stop, len: form.len, ..small };
                let forms = [small, Form { case: Case::Capital, ..small }];
                self.guesses.push(Guess { surface: index as u32, forms });
                self.guess_of[index] = self.guesses.len() as u32;
            }
        }
    }

    /// Gives the units of the sentence `index` the forms that they would have otherwise, if its
    /// capitals say nothing.
    pub fn settle<'f>(&'f self, text: &str, index: usize, units: &mut [Unit<'f>], lexicon: &NameLexicon) {
        if self.idle.get(index) != Some(&true) {
            return;
        }
        capitals::settle(text, units, lexicon, |unit| {
            let at = self.guess_of[unit.id as usize / 2].checked_sub(1)?;
            Some(((2 * self.firsts.len()) as u32 + 4 * at, &self.guesses[at as usize].forms))
        });
    }

    /// How many units the text has.
    pub fn units(&self, tokens: &Tokens<'_>) -> usize {
        let units = |token: &Token| match self.parts[token.surface as usize] {
            NO_UNIT => 0,
            WHOLE => 1,
            _ => 2,
        };
        tokens.tokens.iter().map(units).sum()
    }

    /// How many forms there are.
    pub fn len(&self) -> usize {
        self.firsts.len() + self.seconds.len() + 2 * self.guesses.len()
    }

    /// The id and the form of the unit that the tokens of a surface are or begin with: `guess` is 0, or one more
    /// than the index of the form that was guessed.
    pub fn first(&self, surface: u32, guess: usize) -> (u32, &Form) {
        match guess.checked_sub(1) {
            Some(index) => {
                let at = self.guess_of[surface as usize] - 1;
                let id = (2 * self.firsts.len()) as u32 + 4 * at + 2 * index as u32;
                (id, &self.guesses[at as usize].forms[index])
            }
            None => (2 * surface, &self.firsts[surface as usize]),
        }
    }

    /// Which guess a form is, for [`Self::first`].
    pub fn guess(&self, id: u32) -> usize {
        if self.is_guess(id) { 1 + (id as usize / 2 - self.firsts.len()) % 2 } else { 0 }
    }

    /// Whether the tokens of a surface are units.
    pub fn are_units(&self, surface: u32) -> bool {
        self.parts[surface as usize] != NO_UNIT
    }

    /// The second unit of the tokens of a surface, and where it begins in them.
    pub fn second(&self, surface: u32) -> Option<(u32, &Form)> {
        self.part(surface as usize).map(|second| (second.at, &second.form))
    }

    /// The form of all of a surface, or of its first part.
    pub fn whole(&self, surface: usize) -> &Form {
        &self.firsts[surface]
    }

    /// The second part of a compound.
    pub fn part(&self, surface: usize) -> Option<&Second> {
        self.seconds.get(self.parts[surface] as usize)
    }

    /// Whether the form `id` was guessed.
    pub fn is_guess(&self, id: u32) -> bool {
        id as usize >= 2 * self.firsts.len()
    }

    /// The form `id` with its text. Each surface has two: the second is that of a compound's second
    /// part. Those that were guessed have even ids after all others.
    pub fn get<'f>(&'f self, tokens: &'f Tokens<'_>, id: usize) -> Option<(&'f str, &'f Form)> {
        if let Some(guess) = id.checked_sub(2 * self.firsts.len()) {
            let Guess { surface, forms } = &self.guesses[guess / 4];
            return guess
                .is_multiple_of(2)
                .then(|| (tokens.surfaces[*surface as usize].bare(), &forms[guess % 4 / 2]));
        }
        let bare = tokens.surfaces[id / 2].bare();
        if id.is_multiple_of(2) {
            let first = &self.firsts[id / 2];
            return Some((&bare[..first.len as usize], first));
        }
        self.part(id / 2).map(|second| (&bare[second.at as usize..], &second.form))
    }

    /// The ids of all forms, each at its index.
    pub fn ids(&self) -> impl Iterator<Item = usize> {
        let firsts = (0..self.firsts.len()).map(|surface| 2 * surface);
        let guesses = (0..2 * self.guesses.len()).map(|guess| 2 * (self.firsts.len() + guess));
        firsts.chain(self.seconds.iter().map(|second| 2 * second.surface as usize + 1)).chain(guesses)
    }

    /// The surface of a form.
    pub fn surface(&self, id: usize) -> usize {
        match (id / 2).checked_sub(self.firsts.len()) {
            Some(guess) => self.guesses[guess / 2].surface as usize,
            None => id / 2,
        }
    }

    /// The index of a form among all.
    pub fn index(&self, id: u32) -> usize {
        let surface = id as usize / 2;
        match id.is_multiple_of(2) {
            true if self.is_guess(id) => self.seconds.len() + surface,
            true => surface,
            false => self.firsts.len() + self.parts[surface] as usize,
        }
    }
}

impl Form {
    fn new(text: &str, kind: PieceKind, lexicon: &NameLexicon) -> Self {
        let capitals = text.chars().filter(|c| c.is_uppercase()).count();
        let pronoun = text.starts_with("I'") || text.starts_with("I’");
        let begins = text.starts_with(char::is_uppercase) && !pronoun;
        // iPhone, eBay, 49ers
        let begins_late =
            capitals > 0 && text.starts_with(|c: char| c.is_ascii_digit() || "iexy".contains(c));
        // The first letters of the articles.
        let may_be_article = matches!(text.as_bytes(), [b'a' | b'b' | b'e' | b'u', ..]);
        let has_article = |article: &&str| text.strip_prefix(*article).is_some_and(starts_capital);
        let case = if may_be_article && ARTICLES.iter().any(has_article) {
            Case::Capital
        } else if !begins && !begins_late {
            Case::Lower
        } else if capitals > 1 && !text.chars().any(char::is_lowercase) {
            Case::Acronym
        } else if capitals == 1 && text.chars().nth(1).is_none() {
            Case::Initial
        } else {
            Case::Capital
        };
        let folded = WordKey::folded(text);
        let exact =
            (case == Case::Acronym).then(|| WordKey::exact(text)).filter(|&key| lexicon.contains(key));
        let mut known = lexicon.get(exact.unwrap_or(folded));
        if known == Known::NONE && text.len() < LONGEST_INFLECTED && is_inflected(text, lexicon) {
            known = Known::COMMON;
        }
        Self {
            folded,
            is_exact: exact.is_some(),
            cluster: lexicon.cluster(folded),
            known,
            case,
            len: text.len() as u32,
            kind: match kind {
                PieceKind::Number => Kind::Number,
                PieceKind::Punctuation => Kind::Ampersand,
                PieceKind::Word => Kind::Word,
            },
            also_lower: false,
            is_stop: false,
        }
    }

    /// The cluster of middle grain plus one, 0 if it has none.
    pub fn cluster_key(&self) -> u64 {
        if self.cluster.fine == 0 { 0 } else { u64::from(self.cluster.middle) + 1 }
    }

    /// Whether the word says nothing of its own about names: it is common or carries grammar.
    pub fn is_ordinary(&self) -> bool {
        self.also_lower || self.is_stop || self.known.is(Known::COMMON)
    }
}

/// Whether the word is a regular inflection of a common word: *Warns*, *Visited*.
fn is_inflected(text: &str, lexicon: &NameLexicon) -> bool {
    let is_common = |stem: &str| stem.len() > 3 && lexicon.get(WordKey::folded(stem)).is(Known::COMMON);
    ["s", "es", "d", "ed", "ing", "ly"].iter().any(|ending| text.strip_suffix(ending).is_some_and(is_common))
}

pub(super) fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

pub(super) fn starts_capital(text: &str) -> bool {
    text.starts_with(char::is_uppercase)
}

/// Whether the surface is a unit or two: a word, a number or *&*; but not `_`, which old wires have for a dash.
pub(super) fn is_unit(surface: &Surface<'_>) -> bool {
    match surface.kind {
        PieceKind::Punctuation => surface.text == "&",
        _ => surface.text != "_",
    }
}

//! Names: mentions that are written alike.

use rustc_hash::FxHashMap;

use super::super::own_names::whole_key;
use super::super::{EntityOptions, EntityType, Mention, Subtype, TYPES, calendar};
use crate::lexicon::{Known, NameLexicon, WordKey};
use crate::text::Span;

/// A name as it stands in the text.
pub(super) struct Name {
    /// The sum of the confidences of its mentions, if it is of someone or something.
    pub weight: u32,
    /// The type that most of that is for, or the pattern's.
    pub kind: EntityType,
    /// Where its words begin in [`Names::words`].
    words: usize,
    /// Its first mention, or the first that is not in capitals.
    pub first: Span,
    /// How many mentions are written so.
    pub count: usize,
    /// The name that it is the same as, the first of all these; its own index if none.
    pub same_as: usize,
    /// What the lexicon knows of it.
    pub known: Known,
}

/// Types that name someone or something.
const NAMES: usize = EntityType::Date as usize;

/// By type of names: the sum of the confidences of mentions.
type Weights = [u32; NAMES];

/// All names of a text.
pub(super) struct Names<'t> {
    pub text: &'t str,
    /// By first place.
    pub all: Vec<Name>,
    /// The words of all, one name after the other, without articles at their starts.
    words: Vec<WordKey>,
}

impl<'t> Names<'t> {
    /// The names of `mentions` by first place, and the index of each mention's name.
    pub fn of(
        text: &'t str,
        mentions: &[Mention],
        lexicon: Option<&NameLexicon>,
        options: &EntityOptions,
    ) -> (Self, Vec<usize>) {
        let mut names = Self { text, all: Vec::new(), words: Vec::new() };
        // Names are told apart by how they are written, and by a grammar's type or the caller's entity.
        let mut known: FxHashMap<WordKey, usize> = FxHashMap::default();
        let mut groups = Vec::with_capacity(mentions.len());
        for mention in mentions {
            let written = mention.span.of(text);
            let pattern = mention.kind.is_pattern();
            let words: Vec<WordKey> = if pattern { Vec::new() } else { words(written) };
            let key = match mention.kind {
                // Dates are one if they are the same day.
                EntityType::Date => calendar::iso(written, options.reference_date)
                    .map_or_else(|| whole_key(written), |day| WordKey::exact(&day)),
                _ if pattern => WordKey::exact(written),
                _ => phrase(&words),
            };
            // A person and a thing may be called alike: it shows later whether they are. A team is not its town.
            let is_team = mention.subtype == Some(Subtype::Team);
            let apart = pattern || is_team || mention.kind == EntityType::Person;
            let key = match mention.own {
                Some(own) => WordKey::default().with(TYPES.len() as u32 + own),
                None if apart => key.with(mention.kind as u32),
                None => key,
            };
            let index = *known.entry(key).or_insert_with(|| {
                names.all.push(Name {
                    weight: 0,
                    kind: mention.kind,
                    known: lexicon.map_or(Known::NONE, |lexicon| lexicon.get(phrase(&words))),
                    words: names.words.len(),
                    first: mention.span,
                    count: 0,
                    same_as: names.all.len(),
                });
                if mention.own.is_none() {
                    names.words.extend_from_slice(&words);
                }
                names.all.len() - 1
            });
            let name = &mut names.all[index];
            name.count += 1;
            if is_in_capitals(name.first.of(text)) && !is_in_capitals(written) {
                name.first = mention.span;
            }
            groups.push(index);
        }
        drop(known);
        let weights = weights(mentions, &groups, names.all.len());
        for (name, weights) in names.all.iter_mut().zip(&weights) {
            name.weight = weights.iter().sum();
            name.kind = heaviest(weights).unwrap_or(name.kind);
        }
        (names, groups)
    }

    /// The name that stands for all that are the same as `at`.
    pub fn root(&self, mut at: usize) -> usize {
        while self.all[at].same_as != at {
            at = self.all[at].same_as;
        }
        at
    }

    /// Makes `one` the same as `other`.
    pub fn join(&mut self, one: usize, other: usize) {
        let (one, other) = (self.root(one), self.root(other));
        self.all[one.max(other)].same_as = one.min(other);
    }

    /// Whether it names someone or something and is not the caller's.
    pub fn is_free(&self, at: usize) -> bool {
        !self.words(at).is_empty()
    }

    /// The words of the name.
    pub fn words(&self, at: usize) -> &[WordKey] {
        let end = self.all.get(at + 1).map_or(self.words.len(), |next| next.words);
        &self.words[self.all[at].words..end]
    }

    pub fn written(&self, at: usize) -> &'t str {
        self.all[at].first.of(self.text)
    }
}

/// The words of a name, without an article at the start and without marks around them.
pub(super) fn words(written: &str) -> Vec<WordKey> {
    let mark = |c: char| !c.is_alphanumeric() && c != '&';
    let mut words: Vec<WordKey> = written
        .split_whitespace()
        .map(|word| without_endings(without_endings(word, "'s"), "’s").trim_matches(mark))
        .filter(|word| !word.is_empty())
        .map(WordKey::folded)
        .collect();
    if words.len() > 1 && words[0] == WordKey::folded("the") {
        words.remove(0);
    }
    if words.is_empty() {
        words.push(WordKey::folded(written));
    }
    words
}

/// The word without as many of these endings as it has.
fn without_endings<'w>(mut word: &'w str, ending: &str) -> &'w str {
    while let Some(shorter) = word.strip_suffix(ending) {
        word = shorter;
    }
    word
}

pub(super) fn phrase(words: &[WordKey]) -> WordKey {
    words.iter().copied().reduce(WordKey::then).unwrap_or_default()
}

pub(super) fn is_in_capitals(name: &str) -> bool {
    !name.chars().any(char::is_lowercase)
}

/// The weights of so many names or entities, by which of them each mention is.
pub(super) fn weights(mentions: &[Mention], groups: &[usize], count: usize) -> Vec<Weights> {
    let mut weights = vec![Weights::default(); count];
    for (mention, &group) in mentions.iter().zip(groups) {
        if let Some(weight) = weights[group].get_mut(mention.kind as usize) {
            *weight += u32::from(mention.confidence) + 1;
        }
    }
    weights
}

pub(super) fn heaviest(weights: &Weights) -> Option<EntityType> {
    let best = (0..NAMES).max_by_key(|&kind| (weights[kind], std::cmp::Reverse(kind)))?;
    (weights[best] > 0).then(|| TYPES[best].kind)
}

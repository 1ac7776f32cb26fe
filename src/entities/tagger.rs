//! The trained recogniser.

use std::ops::Range;

use super::context_features::Context;
use super::decoder::{self, Decoder, Tag};
use super::kinds;
use super::keys::{self, FeatureKey};
use super::sentence::Observed;
use super::word_features::{WINDOW, at_offset};
use super::{EntityType, Mention, Recogniser, Subtype};
use crate::lexicon::name_model::{COLUMNS, Model, Scores};
use crate::lexicon::{Known, NameLexicon};
use crate::text::Span;
use crate::tokens::Tokens;

/// The recogniser by a trained model, which weighs what the rules propose with all else.
pub struct ModelRecogniser<'l> {
    names: &'l NameLexicon,
    model: &'l Model,
}

/// What is seen where the sentence has no word.
const EDGE: FeatureKey = keys::of(50, 0);

/// What every word has.
const BIAS: FeatureKey = keys::of(51, 0);

/// The places that a word is seen from.
const OFFSETS: usize = 2 * WINDOW + 1;

impl<'l> ModelRecogniser<'l> {
    /// With what `names` know, and the model that was trained with them.
    pub fn new(names: &'l NameLexicon, model: &'l Model) -> Self {
        Self { names, model }
    }
}

impl Recogniser for ModelRecogniser<'_> {
    fn recognise(&self, tokens: &Tokens<'_>) -> Vec<Mention> {
        let document = Observed::new(tokens, self.names);
        let mut words = WordScores::new(self.model, &document);
        let mut mentions: Vec<Mention> = document
            .dates
            .iter()
            .map(|&span| Mention { span, kind: EntityType::Date, subtype: None })
            .collect();
        let (mut scores, mut tags, mut decoder) = (Vec::new(), Vec::new(), Decoder::default());
        for sentence in &document.sentences {
            let mut context = Context::new(&document, tokens.text, sentence.clone());
            let mut at = sentence.start;
            while at < sentence.end {
                scores.clear();
                let start = at;
                while at < sentence.end && !document.is_idle(sentence, at) {
                    let mut sum = words.around(sentence, at);
                    context.features(at, |key| self.model.add(key, &mut sum));
                    scores.push(sum);
                    at += 1;
                }
                decoder.decode(self.model, &scores, &mut tags);
                names(&tags, |range, kind| {
                    let range = start + range.start..start + range.end;
                    mentions.push(mention(tokens.text, &document, range, kind));
                });
                at += 1;
            }
        }
        mentions.sort_unstable_by_key(|mention| mention.span);
        mentions
    }
}

/// Gives each name in `tags` to `found`: its words and its type, 0 to 3.
fn names(tags: &[Tag], mut found: impl FnMut(Range<usize>, u8)) {
    let mut start = 0;
    for (at, &tag) in tags.iter().enumerate() {
        if let (Some(kind), Some(place)) = (decoder::kind(tag), decoder::place(tag)) {
            if matches!(place, 0 | 3) {
                start = at;
            }
            if matches!(place, 2 | 3) {
                found(start..at + 1, kind);
            }
        }
    }
}

/// The mention of the units in `range`, of a type of the model.
fn mention(text: &str, document: &Observed, range: Range<usize>, kind: u8) -> Mention {
    let units = &document.units[range.clone()];
    let span = Span { start: units[0].span.start, end: units[units.len() - 1].span.end };
    let phrase = document.phrases[range.start].known;
    let kind = match kind {
        0 => EntityType::Person,
        1 => EntityType::Organisation,
        2 => EntityType::Place,
        _ => kinds::of_other(text, units, phrase),
    };
    let geopolitical = Known::COUNTRY.or(Known::CITY).or(Known::REGION);
    let subtype = (kind == EntityType::Place && phrase.is(geopolitical)).then_some(Subtype::Geopolitical);
    Mention { span, kind, subtype }
}

/// The scores of the words' own features, summed once for each form and offset.
struct WordScores<'d> {
    model: &'d Model,
    document: &'d Observed,
    /// By form: its place in `sums` plus one, 0 if not summed yet.
    slots: Vec<u32>,
    sums: Vec<[Scores; OFFSETS]>,
    /// What is seen at each offset beyond the ends of the sentence.
    edges: [Scores; OFFSETS],
    bias: Scores,
}

impl<'d> WordScores<'d> {
    fn new(model: &'d Model, document: &'d Observed) -> Self {
        let sum = |key| {
            let mut scores = [0; COLUMNS];
            model.add(key, &mut scores);
            scores
        };
        Self {
            model,
            document,
            slots: vec![0; document.words.len()],
            sums: Vec::new(),
            edges: std::array::from_fn(|index| sum(at_offset(EDGE, index as isize - WINDOW as isize))),
            bias: sum(BIAS),
        }
    }

    /// The scores of the words around `at`, each as it is seen from there.
    fn around(&mut self, sentence: &Range<usize>, at: usize) -> Scores {
        let mut sum = self.bias;
        for index in 0..OFFSETS {
            let seen = (at + index).checked_sub(WINDOW).filter(|at| sentence.contains(at));
            let scores = match seen {
                Some(seen) => {
                    let slot = self.slot(self.document.units[seen].id as usize);
                    &self.sums[slot][index]
                }
                None => &self.edges[index],
            };
            for (sum, score) in sum.iter_mut().zip(scores) {
                *sum += score;
            }
        }
        sum
    }

    /// The place of the sums of a form.
    fn slot(&mut self, form: usize) -> usize {
        if self.slots[form] == 0 {
            let word = &self.document.words[form];
            let sums = std::array::from_fn(|index| {
                let offset = index as isize - WINDOW as isize;
                let mut scores = [0; COLUMNS];
                for &key in word.seen_from(offset.unsigned_abs()) {
                    self.model.add(at_offset(key, offset), &mut scores);
                }
                scores
            });
            self.sums.push(sums);
            self.slots[form] = self.sums.len() as u32;
        }
        self.slots[form] as usize - 1
    }
}

/// What the trainer sees of a document: the same words and features that the recogniser weighs.
#[derive(Debug)]
pub struct Observation {
    /// By sentence, its words.
    pub sentences: Vec<Vec<ObservedWord>>,
}

/// A word of a sentence, as the trainer sees it.
#[derive(Debug)]
pub struct ObservedWord {
    /// Where it stands.
    pub span: Span,
    /// Its features; empty if it cannot be part of a name.
    pub features: Vec<FeatureKey>,
    /// Whether the lexicon knows it as a nationality, and it is capitalised.
    pub is_demonym: bool,
}

/// The words of a text with their features, as [`ModelRecogniser`] would weigh them.
pub fn observe(tokens: &Tokens<'_>, names: &NameLexicon) -> Observation {
    let document = Observed::new(tokens, names);
    let observe = |sentence: &Range<usize>| {
        let mut context = Context::new(&document, tokens.text, sentence.clone());
        let observe = |at: usize| {
            let mut features = Vec::new();
            if !document.is_idle(sentence, at) {
                features.push(BIAS);
                for index in 0..OFFSETS {
                    let offset = index as isize - WINDOW as isize;
                    let seen = (at + index).checked_sub(WINDOW).filter(|at| sentence.contains(at));
                    match seen {
                        Some(seen) => {
                            let word = &document.words[document.units[seen].id as usize];
                            let keys = word.seen_from(offset.unsigned_abs());
                            features.extend(keys.iter().map(|&key| at_offset(key, offset)));
                        }
                        None => features.push(at_offset(EDGE, offset)),
                    }
                }
                context.features(at, |key| features.push(key));
            }
            let unit = &document.units[at];
            ObservedWord {
                span: unit.span,
                features,
                is_demonym: unit.is_capital() && unit.is(Known::DEMONYM),
            }
        };
        sentence.clone().map(observe).collect()
    };
    Observation { sentences: document.sentences.iter().map(observe).collect() }
}

//! Precision, recall and F1 of mentions by exact span.

use std::collections::HashMap;

use super::calibration::Sure;
use super::corpus::{Document, Kind};
use super::normal::{self, clean};
use super::running_text::Mention;
use textlens::entities::{self, EntityType, Recogniser};
use textlens::tokens::Tokens;
use textlens::{language, lexicon::Packs};

/// How many were found, are there, and are both.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Found and right.
    pub right: usize,
    /// Found.
    pub found: usize,
    /// There.
    pub gold: usize,
}

impl Counts {
    /// Adds those of another.
    pub fn add(&mut self, other: Counts) {
        self.right += other.right;
        self.found += other.found;
        self.gold += other.gold;
    }

    /// In percent.
    pub fn precision(self) -> f64 {
        percent(self.right, self.found)
    }

    /// In percent.
    pub fn recall(self) -> f64 {
        percent(self.right, self.gold)
    }

    /// In percent.
    pub fn f1(self) -> f64 {
        percent(2 * self.right, self.found + self.gold)
    }
}

fn percent(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { 100.0 * part as f64 / whole as f64 }
}

/// Counts by type, and without types.
#[derive(Clone, Copy, Debug, Default)]
pub struct Score {
    /// By [`Kind`], in order.
    pub kinds: [Counts; 4],
    /// By span alone.
    pub untyped: Counts,
}

impl Score {
    /// All types together.
    pub fn micro(&self) -> Counts {
        let mut sum = Counts::default();
        self.kinds.iter().for_each(|&counts| sum.add(counts));
        sum
    }

    /// Adds another.
    pub fn add(&mut self, other: &Score) {
        self.kinds.iter_mut().zip(other.kinds).for_each(|(own, other)| own.add(other));
        self.untyped.add(other.untyped);
    }
}

/// A document's mentions as they count: those that are there and those that were found.
pub struct Compared {
    /// Those that are there.
    pub gold: Vec<Mention<Kind>>,
    /// Those that were found.
    pub found: Vec<Mention<Kind>>,
    /// How sure each of these is, in thousandths; none if another recogniser found them.
    pub confidences: Vec<u16>,
}

impl Compared {
    /// Compares what `recogniser` finds in the document with what is there, of `kinds` only.
    /// As in a report, names are only looked for where the text is found to be English.
    pub fn new(document: &Document, packs: &Packs, recogniser: &dyn Recogniser, kinds: &[Kind]) -> Self {
        let text = &document.text;
        let tokens = Tokens::new(text, language::profile("en"), packs.words("en"));
        let is_english = language::serving(language::detect(text, None)) == "en";
        let recognised = if is_english { recogniser.recognise(&tokens) } else { Vec::new() };
        let counted = |mention: &entities::Mention| {
            Some(Mention { range: mention.span.range(), kind: kind_of(mention.kind)? })
        };
        let mut compared = Self::with(document, recognised.iter().filter_map(counted), kinds);
        let confidences: HashMap<_, _> = recognised
            .iter()
            .filter_map(|mention| {
                let Mention { range, kind } = counted(mention)?;
                Some(((normal::core(text, range, kind), kind), mention.confidence))
            })
            .collect();
        let confidence = |found: &Mention<Kind>| confidences[&(found.range.clone(), found.kind)];
        compared.confidences = compared.found.iter().map(confidence).collect();
        compared
    }

    /// Compares what was `found` in the document with what is there, of `kinds` only.
    pub fn with(document: &Document, found: impl Iterator<Item = Mention<Kind>>, kinds: &[Kind]) -> Self {
        let text = &document.text;
        let counts = |mention: &Mention<Kind>| kinds.contains(&mention.kind);
        Self {
            gold: clean(text, document.mentions.iter().filter(|mention| counts(mention)).cloned()),
            found: clean(text, found.filter(counts)),
            confidences: Vec::new(),
        }
    }

    /// How sure the recogniser is of what it found, and whether it is right.
    pub fn sure(&self) -> Vec<Sure> {
        let sure = |(found, &confidence): (&Mention<Kind>, &u16)| Sure {
            kind: found.kind,
            confidence,
            is_right: self.gold.contains(found),
        };
        self.found.iter().zip(&self.confidences).map(sure).collect()
    }

    /// The counts.
    pub fn score(&self) -> Score {
        let mut score = Score::default();
        for mention in &self.gold {
            score.kinds[mention.kind as usize].gold += 1;
        }
        for mention in &self.found {
            score.kinds[mention.kind as usize].found += 1;
            score.kinds[mention.kind as usize].right += usize::from(self.gold.contains(mention));
            let same = self.gold.iter().any(|other| other.range == mention.range);
            score.untyped.right += usize::from(same);
        }
        score.untyped.found = self.found.len();
        score.untyped.gold = self.gold.len();
        score
    }
}

/// The type as corpora count it, if they do.
fn kind_of(kind: EntityType) -> Option<Kind> {
    match kind {
        EntityType::Person => Some(Kind::Per),
        EntityType::Organisation => Some(Kind::Org),
        EntityType::Place => Some(Kind::Loc),
        EntityType::Nationality | EntityType::Event | EntityType::Work | EntityType::Law => Some(Kind::Misc),
        _ => None,
    }
}

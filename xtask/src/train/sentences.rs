//! The model of where English sentences end, trained on documents as paragraphs of sentences.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use serde::Deserialize;
use textlens::lexicon::{Packs, WordLexicon};
use textlens::text::{
    Abbreviation, Role, SentenceFeatures, SentenceModel, SentenceRules, Span, doubtful_gaps, paragraphs,
    sentences,
};

use super::linear::{self, Example, Recipe};
use crate::files;

const RECIPE: Recipe = Recipe { keys: 1 << 22, epochs: 8, runs: 5, rate: 0.1, decay: 1.5, dropout: 0.4 };

/// Weights that the model keeps.
const WEIGHTS: usize = 22_000;

/// A document of a corpus.
#[derive(Deserialize)]
pub(super) struct Document {
    pub id: String,
    /// Paragraphs of sentences.
    pub paragraphs: Vec<Vec<String>>,
}

impl Document {
    /// The kind of text that it is: EWT and GUM name it in the document's id.
    fn genre(&self) -> &str {
        match self.id.strip_prefix("GUM_") {
            Some(rest) => rest.split('_').next().unwrap_or(rest),
            None => self.id.split('-').next().unwrap_or(&self.id),
        }
    }
}

/// Trains and writes the model to `out`, and shows how good it is; with
/// `hold_out`, shows how each genre does that it was not trained on instead.
pub fn run(corpora: &Path, out: &Path, hold_out: bool) -> Result<()> {
    let read = |name: &str| read(&corpora.join(format!("{name}.jsonl")));
    let mut train = read("ewt.train")?;
    train.extend(read("gum.train")?);
    let lexicon = Packs::built_in().words("en").context("the English words pack is not built in")?;
    let (ewt, gum) = (read("ewt.dev")?, read("gum.dev")?);
    if hold_out {
        let all: Vec<Document> = train.into_iter().chain(ewt).chain(gum).collect();
        return show_held_out(&all, lexicon);
    }
    let documents: Vec<&Document> = train.iter().collect();
    let weights = fit(&documents, lexicon)?;
    let bytes = SentenceModel::write(&weights);
    files::write(out, &bytes)?;
    println!("{} weights, {} bytes: {}", weights.len(), bytes.len(), out.display());
    let model = SentenceModel::new(&weights);
    for (name, documents) in [("ewt.dev", &ewt), ("gum.dev", &gum)] {
        let documents: Vec<&Document> = documents.iter().collect();
        show(name, &documents, lexicon, &model);
    }
    Ok(())
}

/// Trains without each genre in turn, and shows how well the genre does.
fn show_held_out(documents: &[Document], lexicon: &WordLexicon) -> Result<()> {
    let mut genres: BTreeMap<&str, Vec<&Document>> = BTreeMap::new();
    for document in documents {
        genres.entry(document.genre()).or_default().push(document);
    }
    let (mut with, mut without) = (0.0, 0.0);
    for (&genre, held_out) in &genres {
        let others: Vec<&Document> = documents.iter().filter(|document| document.genre() != genre).collect();
        let model = SentenceModel::new(&fit(&others, lexicon)?);
        let (rules, both) = show(genre, held_out, lexicon, &model);
        without += rules;
        with += both;
    }
    let count = genres.len() as f64;
    println!("mean of {} genres: rules {:.2}, with the model {:.2}", count, without / count, with / count);
    Ok(())
}

/// Shows the scores of the rules alone and with the model, and returns them.
fn show(name: &str, documents: &[&Document], lexicon: &WordLexicon, model: &SentenceModel) -> (f64, f64) {
    let rules = score(documents, &Trained { lexicon, model: None });
    let both = score(documents, &Trained { lexicon, model: Some(model) });
    println!("{name:14} {:5} documents   rules {rules:6.2}   with the model {both:6.2}", documents.len());
    (rules, both)
}

/// The documents of a file, one a line.
pub(super) fn read(path: &Path) -> Result<Vec<Document>> {
    let text = std::fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
    let lines = text.lines().filter(|line| !line.is_empty()).enumerate();
    lines
        .map(|(index, line)| {
            serde_json::from_str(line).with_context(|| format!("{}, line {}", path.display(), index + 1))
        })
        .collect()
}

/// Weights by key, as the model stores them.
fn fit(documents: &[&Document], lexicon: &WordLexicon) -> Result<Vec<(u32, i8)>> {
    let mut examples = Vec::new();
    for document in documents {
        for sentences in &document.paragraphs {
            add_examples(sentences, lexicon, &mut examples);
        }
    }
    ensure!(!examples.is_empty(), "the corpora have no gap that is in doubt");
    let first = linear::train(&examples, &RECIPE, None);
    let kept = linear::most_important(&examples, &first, WEIGHTS);
    let weights = linear::train(&examples, &RECIPE, Some(&kept));
    let rounded =
        weights.iter().map(|weight| (weight * SentenceModel::STEPS).round().clamp(-127.0, 127.0) as i8);
    Ok((0..).zip(rounded).filter(|&(_, weight)| weight != 0).collect())
}

/// The gaps of a paragraph that are in doubt, and which of them end sentences.
fn add_examples(sentences: &[String], lexicon: &WordLexicon, examples: &mut Vec<Example>) {
    let text = sentences.join(" ");
    let mut starts = Vec::with_capacity(sentences.len());
    let mut at = 0;
    for sentence in sentences {
        starts.push(at);
        at += sentence.len() + 1;
    }
    doubtful_gaps(&text, lexicon, &mut |at, features| {
        let ends = starts.binary_search(&at).is_ok();
        examples.push(Example {
            keys: features.keys().to_vec(),
            general: SentenceFeatures::GENERAL,
            ends,
            weight: 1.0,
        });
        ends
    });
}

/// F1 of whole sentences, in percent; paragraphs are parted by empty lines.
fn score(documents: &[&Document], rules: &dyn SentenceRules) -> f64 {
    let (mut right, mut all) = (0, 0);
    for document in documents {
        let mut text = String::new();
        let mut gold = Vec::new();
        for (index, paragraph) in document.paragraphs.iter().enumerate() {
            if index > 0 {
                text.push_str("\n\n");
            }
            for (index, sentence) in paragraph.iter().enumerate() {
                if index > 0 {
                    text.push(' ');
                }
                let start = text.len();
                text.push_str(sentence);
                let span = Span::new(start, text.len()).trimmed(&text);
                if !span.is_empty() {
                    gold.push(span);
                }
            }
        }
        let found: Vec<Span> =
            paragraphs(&text).into_iter().flat_map(|paragraph| sentences(&text, paragraph, rules)).collect();
        right += found.iter().filter(|span| gold.binary_search(span).is_ok()).count();
        all += found.len() + gold.len();
    }
    200.0 * right as f64 / all.max(1) as f64
}

/// What the lexicon knows, with another model or none.
struct Trained<'a> {
    lexicon: &'a WordLexicon,
    model: Option<&'a SentenceModel>,
}

impl SentenceRules for Trained<'_> {
    fn abbreviation(&self, word: &str) -> Option<Abbreviation> {
        self.lexicon.abbreviation(word)
    }

    fn starts_sentence(&self, word: &str) -> bool {
        self.lexicon.starts_sentence(word)
    }

    fn is_preposition(&self, word: &str) -> bool {
        self.lexicon.is_preposition(word)
    }

    fn knows(&self, word: &str) -> bool {
        self.lexicon.knows(word)
    }

    fn has_role(&self, word: &str, role: Role) -> bool {
        self.lexicon.has_role(word, role)
    }

    fn word_group(&self, word: &str) -> u8 {
        self.lexicon.word_group(word)
    }

    fn model(&self) -> Option<&SentenceModel> {
        self.model
    }
}

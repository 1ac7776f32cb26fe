//! The ranker of key phrases, fitted on texts whose key phrases are known.
//!
//! News wants many single words, abstracts want longer phrases; the features
//! tell which kind of text it is, and one model serves both. No text and no
//! key phrase goes into the model, only where features are cut and what the
//! pieces are worth.

use std::collections::HashSet;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use rust_stemmers::{Algorithm, Stemmer};
use serde::Deserialize;
use textlens::Options;
use textlens::Reading;
use textlens::lexicon::{BoostedTrees, Packs};

use super::boosting::{Growth, Rows, boost};
use crate::{files, progress};

/// The corpora, and how much one of their texts weighs: news has three times
/// the candidates of an abstract and a quarter of the texts.
const CORPORA: [(&str, f64); 3] = [("500n", 2.0), ("inspec", 1.0), ("semeval2017", 1.0)];

const GROWTH: Growth = Growth {
    trees: 60,
    leaves: 15,
    learning_rate: 0.25,
    regularisation: 5.0,
    least_rows: 40.0,
    bins: 64,
    seen_features: 1.0,
    seen_rows: 1.0,
    rising: &[],
    scale: 1000.0,
};

/// What is counted: precision and recall among so many.
const AT: usize = 10;

/// A text of a corpus with its key phrases.
#[derive(Deserialize)]
pub(super) struct Document {
    pub(super) id: String,
    pub(super) text: String,
    keys: Vec<String>,
}

/// A text's candidates, best known by their normal form, and its key phrases.
struct Example {
    corpus: usize,
    forms: Vec<String>,
    features: Vec<Vec<i32>>,
    keys: HashSet<String>,
}

/// Trains on the folder `corpora` and writes to `out`, or shows how halves do on each other.
pub fn run(corpora: &Path, out: &Path, hold_out: bool) -> Result<()> {
    let examples = read(corpora)?;
    progress::say(&format!("train: {} texts", examples.len()));
    if hold_out {
        for half in 0..2 {
            let part =
                |seen: bool| examples.iter().enumerate().filter(move |(at, _)| (at % 2 == half) != seen);
            let model = boost(&rows(part(true).map(|(_, example)| example)), &GROWTH);
            let unseen: Vec<&Example> = part(false).map(|(_, example)| example).collect();
            report(&model, &unseen);
        }
        return Ok(());
    }
    let model = boost(&rows(examples.iter()), &GROWTH);
    let bytes = model.write();
    files::write(out, &bytes)?;
    progress::say(&format!("train: {} bytes to {}", bytes.len(), out.display()));
    Ok(())
}

fn read(folder: &Path) -> Result<Vec<Example>> {
    let stemmer = Stemmer::create(Algorithm::English);
    let mut examples = Vec::new();
    for (corpus, (name, _)) in CORPORA.iter().enumerate() {
        for document in documents(folder, name)? {
            let options = Options { language: Some("en".to_owned()), ..Options::default() };
            let reading = Reading::new(Packs::built_in(), &document.text, &options)?;
            let found = reading.candidates();
            examples.push(Example {
                corpus,
                forms: found
                    .list
                    .iter()
                    .map(|it| normal_form(found.first_span(it).of(&document.text), &stemmer))
                    .collect(),
                features: found.list.iter().map(|candidate| found.features(candidate).to_vec()).collect(),
                keys: document.keys.iter().map(|key| normal_form(key, &stemmer)).collect(),
            });
        }
    }
    Ok(examples)
}

/// The development half of a corpus in a folder.
pub(super) fn documents(folder: &Path, corpus: &str) -> Result<Vec<Document>> {
    let path = folder.join(format!("{corpus}.dev.jsonl"));
    let lines = fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
    let read = |line| serde_json::from_str(line).with_context(|| format!("in {}", path.display()));
    lines.lines().map(read).collect()
}

/// As key phrases are compared: lower case, hyphens as spaces, stemmed.
pub(super) fn normal_form(phrase: &str, stemmer: &Stemmer) -> String {
    let lower = phrase.to_lowercase().replace('-', " ");
    let words =
        lower.split(|c: char| !c.is_alphanumeric() && !matches!(c, '\'' | '’' | '.' | '&' | '+' | '#' | '/'));
    let stems: Vec<_> = words.filter(|word| !word.is_empty()).map(|word| stemmer.stem(word)).collect();
    stems.join(" ")
}

fn rows<'e>(examples: impl Iterator<Item = &'e Example>) -> Rows {
    let mut rows = Rows::default();
    for example in examples {
        for (form, features) in example.forms.iter().zip(&example.features) {
            rows.features.push(features.clone());
            rows.answers.push(f64::from(u8::from(example.keys.contains(form))));
            rows.weights.push(CORPORA[example.corpus].1);
        }
    }
    rows
}

/// F1 of the mean precision and recall among the best [`AT`], by corpus.
fn report(model: &BoostedTrees, examples: &[&Example]) {
    for (corpus, (name, _)) in CORPORA.iter().enumerate() {
        let (mut precision, mut recall, mut texts) = (0.0, 0.0, 0.0_f64);
        for example in examples.iter().filter(|example| example.corpus == corpus && !example.keys.is_empty())
        {
            let mut order: Vec<usize> = (0..example.forms.len()).collect();
            order.sort_by_key(|&at| std::cmp::Reverse(model.score(&example.features[at])));
            let mut seen = HashSet::new();
            let best: Vec<&String> = order
                .iter()
                .map(|&at| &example.forms[at])
                .filter(|form| seen.insert(*form))
                .take(AT)
                .collect();
            let hits = best.iter().filter(|form| example.keys.contains(**form)).count() as f64;
            precision += hits / best.len().max(1) as f64;
            recall += hits / example.keys.len() as f64;
            texts += 1.0;
        }
        let (precision, recall) = (precision / texts.max(1.0), recall / texts.max(1.0));
        let f1 = 200.0 * precision * recall / (precision + recall).max(f64::MIN_POSITIVE);
        progress::say(&format!("train: {name}: F1 at {AT} {f1:.2} on {texts} unseen texts"));
    }
}

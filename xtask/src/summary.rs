//! `cargo xtask evaluate summary`: how near summaries come to those that a reader chose.
//!
//! ROUGE-1 F1 (Lin 2004): the words that a summary shares with the reader's, in lower case,
//! each as often as both have it. Beside it lead-3, the first three sentences, which are hard
//! to beat in news: here the first three whole ones, so that no headline spoils them.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use serde::Deserialize;
use textlens::lexicon::Packs;
use textlens::{Options, Reading};

use crate::{bootstrap, progress};

/// How many sentences the reader chose, and the summary and lead-3 may have.
const SENTENCES: usize = 3;

/// What is to be measured.
#[derive(clap::Args)]
pub struct Measured {
    /// The folder with gum.{train,dev}.jsonl, whose texts tests/data/summaries.tsv names.
    #[arg(value_name = "PATH")]
    folder: PathBuf,
}

#[derive(Deserialize)]
struct Document {
    id: String,
    paragraphs: Vec<Vec<String>>,
}

/// Measures and shows.
pub fn evaluate(root: &Path, measured: &Measured) -> Result<()> {
    let mut texts = HashMap::new();
    for name in ["gum.train.jsonl", "gum.dev.jsonl"] {
        let path = measured.folder.join(name);
        let lines = fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
        for line in lines.lines() {
            let document: Document =
                serde_json::from_str(line).with_context(|| format!("in {}", path.display()))?;
            texts.insert(document.id, document.paragraphs);
        }
    }
    let chosen = root.join("tests/data/summaries.tsv");
    let chosen = fs::read_to_string(&chosen).with_context(|| format!("cannot read {}", chosen.display()))?;
    let (mut ours, mut leads) = (Vec::new(), Vec::new());
    for line in chosen.lines() {
        let (id, places) = line.split_once('\t').with_context(|| format!("no tab in {line:?}"))?;
        let paragraphs = texts.get(id).with_context(|| format!("no document {id}"))?;
        let sentences: Vec<&String> = paragraphs.iter().flatten().collect();
        let places: Vec<usize> = places.split(' ').map(str::parse).collect::<Result<_, _>>()?;
        ensure!(places.iter().all(|&place| place < sentences.len()), "{id} has no such sentence");
        let reference = places.iter().map(|&place| sentences[place].as_str()).collect::<Vec<_>>().join(" ");
        let text = paragraphs.iter().map(|paragraph| paragraph.join(" ")).collect::<Vec<_>>().join("\n\n");
        let reading = Reading::new(Packs::built_in(), &text, &Options::default())?;
        let summary = |count| -> Vec<&str> {
            reading.summary(count).iter().map(|sentence| sentence.span.of(&text)).collect()
        };
        let all = summary(usize::MAX);
        let scores = [summary(SENTENCES), all[..SENTENCES.min(all.len())].to_vec()]
            .map(|sentences| rouge_1(&sentences.join(" "), &reference));
        progress::say(&format!("{id}: {:.1}, lead-3 {:.1}", scores[0] * 100.0, scores[1] * 100.0));
        ours.push(scores[0]);
        leads.push(scores[1]);
    }
    let mean = |scores: &[f64]| 100.0 * scores.iter().sum::<f64>() / scores.len() as f64;
    let better = ours.iter().zip(&leads).filter(|(ours, lead)| ours > lead).count();
    let worse = ours.iter().zip(&leads).filter(|(ours, lead)| ours < lead).count();
    let ahead: Vec<f64> = ours.iter().zip(&leads).map(|(ours, lead)| ours - lead).collect();
    let draws = bootstrap::draws(ahead.len(), |drawn| mean(&drawn.map(|at| ahead[at]).collect::<Vec<_>>()));
    let (least, most) = bootstrap::interval(draws.into_iter());
    progress::say(&format!(
        "ROUGE-1 F1 of {} texts: {:.2}, lead-3 {:.2}; better in {better}, worse in {worse}; the difference of \
         {:.2} lies between {least:.1} and {most:.1} (95 %)",
        ours.len(),
        mean(&ours),
        mean(&leads),
        mean(&ahead)
    ));
    Ok(())
}

/// F1 of the words that two texts share.
fn rouge_1(found: &str, reference: &str) -> f64 {
    let (found, reference) = (counts(found), counts(reference));
    let shared: usize =
        found.iter().map(|(word, &count)| count.min(reference.get(word).copied().unwrap_or(0))).sum();
    let size = |counts: &HashMap<String, usize>| counts.values().sum::<usize>();
    2.0 * shared as f64 / (size(&found) + size(&reference)).max(1) as f64
}

fn counts(text: &str) -> HashMap<String, usize> {
    let mut counts = HashMap::new();
    for word in text.to_lowercase().split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        *counts.entry(word.to_owned()).or_default() += 1;
    }
    counts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rouge_counts_shared_words_as_often_as_both_have_them() {
        // Shared: the, the, army; 4 words against 5.
        let score = rouge_1("The army, the drone", "the the the army showed");
        assert!((score - 6.0 / 9.0).abs() < 1e-12, "{score}");
        assert_eq!(rouge_1("", ""), 0.0);
    }
}

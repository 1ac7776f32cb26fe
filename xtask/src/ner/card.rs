//! The part of the model's card that is measured: MODEL.md between two marks.

use std::fmt::Write;
use std::path::Path;

use anyhow::{Context, Result};
use textlens::lexicon::name_model::Model;
use textlens::{entities::RuleRecogniser, lexicon::Packs};

use super::calibration::expected_error;
use super::corpus::Kind;
use super::evaluate::{Measured, of_corpora, pooled_error};
use super::score::Counts;
use crate::files;

/// Stands before and after what is written here.
const MARKS: [&str; 2] =
    ["<!-- measured: written by `cargo xtask train ner` -->\n", "<!-- end of what is measured -->"];

/// How much a corpus gave the trainer.
pub struct Share {
    /// Its file.
    pub file: &'static str,
    /// Words that names can be made of.
    pub words: usize,
    /// Those of them that are in names.
    pub in_names: usize,
}

/// A trained model, as far as the card speaks of it.
pub struct Trained<'t> {
    /// What it was trained on.
    pub shares: &'t [Share],
    /// Bytes of its section.
    pub bytes: usize,
    /// Features that it has.
    pub features: usize,
}

/// Writes into the card what was trained, and how good `measured`, trained without the documents
/// that are held out, is on the sets to tune on.
pub fn write(
    card: &Path,
    corpora: &Path,
    reading: &Path,
    trained: &Trained<'_>,
    measured: &Model,
    packs: &Packs,
) -> Result<()> {
    let text = String::from_utf8(files::read(card)?)?;
    let marks = || format!("{} has no marks for what is measured", card.display());
    let (before, rest) = text.split_once(MARKS[0]).with_context(marks)?;
    let (_, after) = rest.split_once(MARKS[1]).with_context(marks)?;
    let names = packs.names("en").expect("built in");
    let model = super::evaluate::development(
        corpora,
        reading,
        &textlens::entities::ModelRecogniser::new(names, measured),
        packs,
    )?;
    let rules = super::evaluate::development(corpora, reading, &RuleRecogniser::new(names), packs)?;
    let body = body(trained, &model, &rules);
    files::write(card, format!("{before}{}{body}{}{after}", MARKS[0], MARKS[1]).as_bytes())
}

fn body(trained: &Trained<'_>, model: &[Measured], rules: &[Measured]) -> String {
    let mut out = String::new();
    let mut line = |text: String| writeln!(out, "{text}").expect("a string takes all");
    line(format!("{} features in {} bytes.\n", trained.features, trained.bytes));
    line("| corpus | words that names can be made of | of them in names |\n|---|--:|--:|".to_owned());
    for Share { file, words, in_names } in trained.shares {
        line(format!("| {file} | {words} | {in_names} |"));
    }
    line("\n| set | rules | model | PER | ORG | LOC | MISC | untyped | ORG by rules | calibration error |\n|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|".to_owned());
    for (model, rules) in model.iter().zip(rules) {
        let kind = |kind: Kind| match model.score.kinds[kind as usize].gold {
            0 => String::new(),
            _ => format!("{:.1}", model.score.kinds[kind as usize].f1()),
        };
        line(format!(
            "| {} | {:.1} | {:.1} ({:.1}–{:.1}) | {} | {} | {} | {} | {:.1} | {:.1} | {:.3} |",
            model.set,
            rules.score.micro().f1(),
            model.score.micro().f1(),
            model.interval.0,
            model.interval.1,
            kind(Kind::Per),
            kind(Kind::Org),
            kind(Kind::Loc),
            kind(Kind::Misc),
            model.score.untyped.f1(),
            rules.score.kinds[Kind::Org as usize].f1(),
            expected_error(&model.sure),
        ));
    }
    let error = pooled_error(model);
    line(format!("\nExpected calibration error of all sets that calibrate, together: {error:.3}."));
    line("\n| threshold | precision | recall | F1 |\n|--:|--:|--:|--:|".to_owned());
    for threshold in THRESHOLDS {
        let counts = at_threshold(model, *threshold);
        let (precision, recall, f1) = (counts.precision(), counts.recall(), counts.f1());
        line(format!("| {:.2} | {precision:.1} | {recall:.1} | {f1:.1} |", f64::from(*threshold) / 1000.0));
    }
    out
}

/// The thresholds that the card shows, in thousandths.
const THRESHOLDS: &[u16] = &[0, 300, 400, 500, 600, 700, 800, 900];

/// The counts of what is at least so sure, in the documents that taught no confidence, all corpora together.
fn at_threshold(model: &[Measured], threshold: u16) -> Counts {
    let mut all = Counts::default();
    for measured in of_corpora(model) {
        let found = measured.sure.iter().filter(|name| name.confidence >= threshold);
        let right = found.clone().filter(|name| name.is_right).count();
        all.add(Counts { right, found: found.count(), gold: measured.gold });
    }
    all
}

//! `cargo xtask evaluate ner`: how good the recogniser is on texts whose mentions are known.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use textlens::entities::{self, ModelRecogniser, Recogniser};
use textlens::lexicon::Packs;
use textlens::lexicon::name_model::Model;

use super::calibration::{Sure, expected_error};
use super::corpus::{self, Document, Kind, Recase};
use super::errors::Errors;
use super::labels;
use super::running_text::Mention;
use super::score::{Compared, Counts, Score};
use crate::bootstrap;

/// What is to be measured.
#[derive(clap::Args)]
pub struct Options {
    /// Files of tokens and tags, with mapping.tsv beside them, running texts (`.txt`) that a reader marked, or rows of
    /// texts with their names (`.jsonl`).
    #[arg(required = true, value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// The types that count, as PER,ORG,LOC; those that the file has if not said.
    #[arg(long, value_delimiter = ',', value_name = "TYPES")]
    pub types: Vec<String>,
    /// Only the first N documents.
    #[arg(short, value_name = "N")]
    pub n: Option<usize>,
    /// Only every tenth document, which `train ner --hold-out` leaves out.
    #[arg(long)]
    pub held_out: bool,
    /// How many kinds of error to show, the most frequent first.
    #[arg(long, default_value_t = 15, value_name = "N")]
    pub errors: usize,
    /// Write the texts otherwise first.
    #[arg(long, value_name = "HOW")]
    pub recase: Option<Recase>,
    /// Measure the recogniser by rules.
    #[arg(long)]
    pub rules: bool,
    /// Write the texts, a JSON object a line, and measure nothing.
    #[arg(long, value_name = "FILE")]
    pub export: Option<PathBuf>,
    /// Measure what another recogniser found in the exported texts: a line each, `[[start, end, type], ...]` in bytes.
    #[arg(long, value_name = "FILE")]
    pub found: Option<PathBuf>,
    /// The model to measure, instead of the built-in one.
    #[arg(long, value_name = "FILE")]
    pub model: Option<PathBuf>,
    /// What a reader marked in running texts; the project's own if not said.
    #[arg(long, value_name = "FILE")]
    pub reading: Option<PathBuf>,
}

/// Measures and shows; the labels of a reader lie in `tools`.
pub fn run(options: &Options, tools: &Path) -> Result<()> {
    let reading = options.reading.clone().unwrap_or_else(|| tools.join(super::READING));
    let packs = Packs::built_in();
    let names = packs.names("en").expect("built in");
    let model = match &options.model {
        Some(path) => Some(Model::read(&crate::files::read(path)?)?),
        None => None,
    };
    let recogniser: Box<dyn Recogniser> = match &model {
        Some(model) => Box::new(ModelRecogniser::new(names, model)),
        None if options.rules => Box::new(entities::RuleRecogniser::new(names)),
        None => entities::recogniser(names),
    };
    for path in &options.paths {
        let documents = read(path, &reading, options.held_out, options.n, options.recase)?;
        if let Some(file) = &options.export {
            let line = |document: &Document| format!("{}\n", serde_json::json!({ "text": document.text }));
            crate::files::write(file, documents.iter().map(line).collect::<String>().as_bytes())?;
            continue;
        }
        let found = options.found.as_deref().map(|file| found(file, &documents)).transpose()?;
        let mut kinds: Vec<Kind> = options.types.iter().filter_map(|name| Kind::named(name)).collect();
        if kinds.is_empty() {
            let has = |kind: &Kind| documents.iter().flat_map(|d| &d.mentions).any(|m| m.kind == *kind);
            kinds = Kind::ALL.into_iter().filter(has).collect();
        }
        println!("{}", path.display());
        let (mut errors, mut sure) = (Errors::default(), Vec::new());
        let scores: Vec<Score> = documents
            .iter()
            .enumerate()
            .map(|(at, document)| {
                let compared = match &found {
                    Some(found) => Compared::with(document, found[at].iter().cloned(), &kinds),
                    None => Compared::new(document, packs, &*recogniser, &kinds),
                };
                errors.add(document, &compared);
                sure.extend(compared.sure());
                compared.score()
            })
            .collect();
        let intervals = Intervals::of(&scores);
        let score = sum(&scores);
        let row = |name: &str, counts: Counts, interval: (f64, f64)| {
            println!(
                "  {name:8} P {:6.2} R {:6.2} F1 {:6.2} (95 %: {:.1} to {:.1}; {} mentions)",
                counts.precision(),
                counts.recall(),
                counts.f1(),
                interval.0,
                interval.1,
                counts.gold
            );
        };
        row("micro", score.micro(), intervals.micro);
        for &kind in &kinds {
            row(kind.name(), score.kinds[kind as usize], intervals.kinds[kind as usize]);
        }
        row("untyped", score.untyped, intervals.untyped);
        if found.is_none() {
            println!("  expected calibration error {:.3}", expected_error(&sure));
        }
        errors.lines(options.errors).iter().for_each(|line| println!("  {line}"));
    }
    Ok(())
}

/// What another recogniser found in each of `documents`.
fn found(file: &Path, documents: &[Document]) -> Result<Vec<Vec<Mention<Kind>>>> {
    let lines = String::from_utf8(crate::files::read(file)?)?;
    let found: Vec<Vec<Mention<Kind>>> = lines
        .lines()
        .map(|line| {
            let mentions: Vec<(usize, usize, String)> = serde_json::from_str(line)?;
            let mention = |(start, end, name): (usize, usize, String)| {
                let kind = Kind::named(&name).with_context(|| format!("{name:?} is no type"))?;
                Ok(Mention { range: start..end, kind })
            };
            mentions.into_iter().map(mention).collect()
        })
        .collect::<Result<_>>()?;
    ensure!(found.len() == documents.len(), "{} has {} lines", file.display(), found.len());
    for (document, found) in documents.iter().zip(&found) {
        let lies_in = |mention: &Mention<Kind>| document.text.get(mention.range.clone()).is_some();
        ensure!(found.iter().all(lies_in), "a mention lies outside of {:?}", document.text);
    }
    Ok(found)
}

/// The documents of a file, or every tenth of them, up to `most`, written otherwise if asked for.
fn read(
    path: &Path,
    reading: &Path,
    held_out: bool,
    most: Option<usize>,
    recase: Option<Recase>,
) -> Result<Vec<Document>> {
    let are_rows = path.extension().is_some_and(|extension| extension == "jsonl");
    if is_running(path) || are_rows {
        ensure!(recase.is_none() && !held_out, "running texts are measured whole, as they are written");
        let documents = if are_rows { corpus::rows(path)? } else { read_running(path, reading)? };
        return Ok(documents.into_iter().take(most.unwrap_or(usize::MAX)).collect());
    }
    let mut documents = corpus::read(path)?;
    if held_out {
        corpus::part(&mut documents, true);
    }
    documents.truncate(most.unwrap_or(usize::MAX));
    if let Some(recase) = recase {
        documents.iter_mut().flatten().for_each(|sentence| recase.apply(sentence));
    }
    Ok(documents.iter().map(|sentences| Document::of(sentences)).collect())
}

/// Whether a file is a running text, which a reader marked.
fn is_running(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension == "txt")
}

/// The documents of a running text.
fn read_running(path: &Path, reading: &Path) -> Result<Vec<Document>> {
    let folder = path.parent().context("a text lies in a folder")?;
    let name = path.file_name().context("a text is a file")?.to_string_lossy();
    let marked = labels::read(reading, folder, |text| text == name)?;
    ensure!(!marked.is_empty(), "no reader marked {name}");
    Ok(marked.into_iter().map(|marked| marked.document).collect())
}

fn sum(scores: &[Score]) -> Score {
    let mut sum = Score::default();
    scores.iter().for_each(|score| sum.add(score));
    sum
}

/// Between which values F1 lies in 95 of 100 draws of as many documents.
struct Intervals {
    micro: (f64, f64),
    kinds: [(f64, f64); 4],
    untyped: (f64, f64),
}

impl Intervals {
    fn of(scores: &[Score]) -> Self {
        let draws = bootstrap::draws(scores.len(), |drawn| {
            let mut sum = Score::default();
            drawn.for_each(|at| sum.add(&scores[at]));
            sum
        });
        let interval = |counts: &dyn Fn(&Score) -> Counts| {
            bootstrap::interval(draws.iter().map(|draw| counts(draw).f1()))
        };
        Self {
            micro: interval(&Score::micro),
            kinds: std::array::from_fn(|kind| interval(&|score| score.kinds[kind])),
            untyped: interval(&|score| score.untyped),
        }
    }
}

/// A set to tune on.
pub struct Set {
    /// Its file.
    pub file: &'static str,
    /// Only every tenth document, which the measured model was not trained on.
    pub held_out: bool,
    /// Whether it marks names of the fourth type.
    pub has_misc: bool,
    /// Only so many documents.
    pub most: Option<usize>,
    /// Whether every second document of it teaches what a margin is worth: its licence must allow
    /// that it shapes what ships.
    pub calibrates: bool,
}

impl Set {
    /// The types that count.
    pub fn kinds(&self) -> &'static [Kind] {
        if self.has_misc { &Kind::ALL } else { &Kind::ALL[..3] }
    }

    /// Whether it is a running text that a reader marked: rules and lists were made from what was wrong there, so it
    /// counts in no mean.
    pub fn is_read(&self) -> bool {
        is_running(Path::new(self.file))
    }

    /// Its documents; what a reader marked is in `reading`.
    pub fn documents(&self, corpora: &Path, reading: &Path) -> Result<Vec<Document>> {
        let folder = if self.is_read() { "text" } else { "ner" };
        read(&corpora.join(folder).join(self.file), reading, self.held_out, self.most, None)
    }

    fn name(&self) -> String {
        match (self.held_out, self.most) {
            (true, _) => format!("{}, held out", self.file),
            (_, Some(most)) => format!("{}, first {most}", self.file),
            _ => self.file.to_owned(),
        }
    }
}

const fn set(file: &'static str) -> Set {
    Set { file, held_out: false, has_misc: true, most: None, calibrates: true }
}

/// The sets to tune on.
pub const SETS: &[Set] = &[
    Set { has_misc: false, ..set("uner-ewt.dev.tsv") },
    Set { has_misc: false, ..set("uner-pud.tsv") },
    set("wnut17.dev.tsv"),
    Set { most: Some(4000), calibrates: false, ..set("wikineural.en.val.tsv") },
    Set { has_misc: false, most: Some(4000), calibrates: false, ..set("wikiann.en.train.tsv") },
    Set { held_out: true, ..set("gmb.tsv") },
    Set { held_out: true, ..set("gum.tsv") },
    Set { held_out: true, ..set("docred.tsv") },
    Set { held_out: true, calibrates: false, ..set("re-docred.tsv") },
    Set { calibrates: false, ..set("wikinews-2019-2020.txt") },
    Set { calibrates: false, ..set("masc.txt") },
    Set { calibrates: false, ..set("wikipedia-articles.txt") },
];

/// How good a recogniser is on a set.
pub struct Measured {
    /// The file, and which part of it.
    pub set: String,
    /// The counts.
    pub score: Score,
    /// Between which values F1 of all types lies, in percent.
    pub interval: (f64, f64),
    /// What was found in the documents that did not teach what a margin is worth.
    pub sure: Vec<Sure>,
    /// How many names these have.
    pub gold: usize,
}

/// Of what was measured of all sets, that of corpora, which count in means.
pub fn of_corpora(all: &[Measured]) -> impl Iterator<Item = &Measured> {
    all.iter().zip(SETS).filter(|(_, set)| !set.is_read()).map(|(measured, _)| measured)
}

/// The expected calibration error of the sets that calibrate, taken together, on the documents
/// that taught nothing.
pub fn pooled_error(all: &[Measured]) -> f64 {
    let sets = all.iter().zip(SETS).filter(|(_, set)| set.calibrates);
    expected_error(&sets.flat_map(|(measured, _)| measured.sure.iter().copied()).collect::<Vec<_>>())
}

/// Measures and shows how good `recogniser` is on the sets to tune on.
pub fn development(
    corpora: &Path,
    reading: &Path,
    recogniser: &dyn Recogniser,
    packs: &Packs,
) -> Result<Vec<Measured>> {
    let mut all = Vec::new();
    for set in SETS {
        let documents = set.documents(corpora, reading)?;
        let (mut scores, mut sure, mut gold) = (Vec::new(), Vec::new(), 0);
        for (at, document) in documents.iter().enumerate() {
            let compared = Compared::new(document, packs, recogniser, set.kinds());
            if !(set.calibrates && at % 2 == 0) {
                sure.extend(compared.sure());
                gold += compared.gold.len();
            }
            scores.push(compared.score());
        }
        let measured = Measured {
            set: set.name(),
            score: sum(&scores),
            interval: Intervals::of(&scores).micro,
            sure,
            gold,
        };
        let kinds: Vec<String> = Kind::ALL
            .iter()
            .map(|&kind| format!("{} {:.1}", kind.name(), measured.score.kinds[kind as usize].f1()))
            .collect();
        println!(
            "{:24} {:5.2} ({}; untyped {:.1}; calibration error {:.3})",
            set.file,
            measured.score.micro().f1(),
            kinds.join(", "),
            measured.score.untyped.f1(),
            expected_error(&measured.sure),
        );
        all.push(measured);
    }
    println!("{:24} {:.3}", "calibration error of all", pooled_error(&all));
    let scores: Vec<&Score> = of_corpora(&all).map(|measured| &measured.score).collect();
    let mean =
        |of: &dyn Fn(&Score) -> f64| scores.iter().map(|score| of(score)).sum::<f64>() / scores.len() as f64;
    println!(
        "{:24} {:5.2} (ORG {:.1})",
        "mean of the corpora",
        mean(&|score| score.micro().f1()),
        mean(&|score| score.kinds[Kind::Org as usize].f1())
    );
    Ok(all)
}

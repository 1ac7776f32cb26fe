//! `cargo xtask evaluate ner`: how good the recogniser is on texts whose mentions are known.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use textlens::entities::{self, ModelRecogniser, Recogniser};
use textlens::lexicon::Packs;
use textlens::lexicon::name_model::Model;

use super::corpus::{self, Document, Kind};
use super::errors::Errors;
use super::examples::Random;
use super::running_text::Mention;
use super::score::{Compared, Counts, Score};

/// What is to be measured.
#[derive(clap::Args)]
pub struct Options {
    /// Files of tokens and tags, with mapping.tsv beside them.
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
}

/// Measures and shows.
pub fn run(options: &Options) -> Result<()> {
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
        let documents = read(path, options.held_out, options.n)?;
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
        let mut errors = Errors::default();
        let scores: Vec<Score> = documents
            .iter()
            .enumerate()
            .map(|(at, document)| {
                let compared = match &found {
                    Some(found) => Compared::with(document, found[at].iter().cloned(), &kinds),
                    None => Compared::new(document, packs, &*recogniser, &kinds),
                };
                errors.add(document, &compared);
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

fn read(path: &Path, held_out: bool, most: Option<usize>) -> Result<Vec<Document>> {
    let mut documents = corpus::read(path)?;
    if held_out {
        let unit = if documents.iter().all(|document| document.len() == 1) { 100 } else { 1 };
        let mut at = 0;
        documents.retain(|_| {
            at += 1;
            (at - 1) / unit % 10 == 9
        });
    }
    documents.truncate(most.unwrap_or(usize::MAX));
    Ok(documents.iter().map(|sentences| Document::of(sentences)).collect())
}

fn sum(scores: &[Score]) -> Score {
    let mut sum = Score::default();
    scores.iter().for_each(|score| sum.add(score));
    sum
}

/// Between which values F1 lies in 95 of 100 draws of as many documents (bootstrap, Efron 1979).
struct Intervals {
    micro: (f64, f64),
    kinds: [(f64, f64); 4],
    untyped: (f64, f64),
}

impl Intervals {
    fn of(scores: &[Score]) -> Self {
        let mut random = Random::new(1);
        let draws: Vec<Score> = (0..DRAWS)
            .map(|_| {
                let mut drawn = Score::default();
                (0..scores.len())
                    .for_each(|_| drawn.add(&scores[random.below(scores.len() as u32) as usize]));
                drawn
            })
            .collect();
        let interval = |counts: &dyn Fn(&Score) -> Counts| {
            let mut values: Vec<f64> = draws.iter().map(|draw| counts(draw).f1()).collect();
            values.sort_unstable_by(f64::total_cmp);
            (values[DRAWS * 25 / 1000], values[DRAWS * 975 / 1000])
        };
        Self {
            micro: interval(&Score::micro),
            kinds: std::array::from_fn(|kind| interval(&|score| score.kinds[kind])),
            untyped: interval(&|score| score.untyped),
        }
    }
}

/// How often documents are drawn.
const DRAWS: usize = 1000;

/// How good a recogniser is on a set.
pub struct Measured {
    /// The file, and which part of it.
    pub set: String,
    /// The counts.
    pub score: Score,
    /// Between which values F1 of all types lies, in percent.
    pub interval: (f64, f64),
}

/// Measures and shows how good `recogniser` is on the sets to tune on.
pub fn development(corpora: &Path, recogniser: &dyn Recogniser, packs: &Packs) -> Result<Vec<Measured>> {
    let three = &Kind::ALL[..3];
    let mut all = Vec::new();
    for (file, held_out, kinds, most) in [
        ("uner-ewt.dev.tsv", false, three, None),
        ("uner-pud.tsv", false, three, None),
        ("wnut17.dev.tsv", false, &Kind::ALL[..], None),
        ("wikineural.en.val.tsv", false, &Kind::ALL, Some(4000)),
        ("wikiann.en.train.tsv", false, three, Some(4000)),
        ("gmb.tsv", true, &Kind::ALL, None),
        ("gum.tsv", true, &Kind::ALL, None),
        ("docred.tsv", true, &Kind::ALL, None),
        ("re-docred.tsv", true, &Kind::ALL, None),
    ] {
        let documents = read(&corpora.join("ner").join(file), held_out, most)?;
        let scores: Vec<Score> = documents
            .iter()
            .map(|document| Compared::new(document, packs, recogniser, kinds).score())
            .collect();
        let part = match (held_out, most) {
            (true, _) => ", held out".to_owned(),
            (_, Some(most)) => format!(", first {most}"),
            _ => String::new(),
        };
        let measured = Measured {
            set: format!("{file}{part}"),
            score: sum(&scores),
            interval: Intervals::of(&scores).micro,
        };
        let kinds: Vec<String> = Kind::ALL
            .iter()
            .map(|&kind| format!("{} {:.1}", kind.name(), measured.score.kinds[kind as usize].f1()))
            .collect();
        println!(
            "{file:24} {:5.2} ({}; untyped {:.1})",
            measured.score.micro().f1(),
            kinds.join(", "),
            measured.score.untyped.f1()
        );
        all.push(measured);
    }
    let mean = |of: &dyn Fn(&Score) -> f64| all.iter().map(|m| of(&m.score)).sum::<f64>() / all.len() as f64;
    println!(
        "{:24} {:5.2} (ORG {:.1})",
        "mean of the sets",
        mean(&|score| score.micro().f1()),
        mean(&|score| score.kinds[Kind::Org as usize].f1())
    );
    Ok(all)
}

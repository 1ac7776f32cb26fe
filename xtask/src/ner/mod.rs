//! Entities: training of the recogniser's model, and how good a recogniser is.

mod calibration;
mod card;
pub mod corpus;
mod crf;
mod errors;
mod evaluate;
mod examples;
mod labels;
mod normal;
mod optimiser;
mod running_text;
mod score;
mod silver;
mod sources;
mod training;

use std::path::Path;
use std::time::Instant;

use anyhow::{Result, ensure};
use textlens::entities::ModelRecogniser;
use textlens::lexicon::Packs;
use textlens::lexicon::name_model::{Model, ModelParts, encode};

pub use evaluate::{Options as EvaluateOptions, run as evaluate};

use crate::{files, progress};
use training::Recipe;

/// The labels of a reader, among the tools.
pub const READING: &str = "ner_reading.bin";

/// How a model is to be trained.
#[derive(clap::Args)]
pub struct TrainOptions {
    /// The folder with ner/ and gazetteers/.
    #[arg(long, value_name = "DIR")]
    pub corpora: std::path::PathBuf,
    /// Where the model goes; src/lexicon/en/ner_model.bin if not said.
    #[arg(long, value_name = "FILE")]
    pub out: Option<std::path::PathBuf>,
    /// Only train the model that is measured, without every tenth document of some corpora.
    /// Otherwise it is trained first, for the card, and then the one that ships.
    #[arg(long)]
    pub hold_out: bool,
    /// Leave a corpus out, or the `teacher`, to see what it is worth. May be repeated.
    #[arg(long, value_name = "FILE.tsv")]
    pub without: Vec<String>,
    /// Labels of a teacher in the texts of the folder's text/, as xtask/tools/ner_teacher writes them;
    /// those beside it if not said.
    #[arg(long, value_name = "FILE")]
    pub teacher: Option<std::path::PathBuf>,
    /// Labels of a reader, as xtask/tools/ner_reading writes them, to measure on; those beside it if not said.
    #[arg(long, value_name = "FILE")]
    pub reading: Option<std::path::PathBuf>,
    /// How many features the model keeps.
    #[arg(long, default_value_t = 84_500)]
    pub features: usize,
    /// How often all examples are gone over before the features are chosen.
    #[arg(long, default_value_t = 5)]
    pub passes: usize,
}

/// Trains the model, with the labels in `tools`, and writes it; `card` gets what was measured.
pub fn train(options: &TrainOptions, built_in: &Path, tools: &Path, card: &Path) -> Result<()> {
    ensure!(options.corpora.join("ner").is_dir(), "{} has no folder ner", options.corpora.display());
    let reading = options.reading.clone().unwrap_or_else(|| tools.join(READING));
    let teacher = options.teacher.clone().unwrap_or_else(|| tools.join("ner_teacher.bin"));
    let packs = Packs::built_in();
    let names = packs.names("en").expect("the English names are built in");
    let out = options.out.as_deref().unwrap_or(built_in);
    let (mut measured, _) = train_one(options, true, &teacher, packs)?;
    measured.calibration = calibration::learn(&measured, &options.corpora, &reading, packs)?;
    let model = Model::new(&measured);
    if options.hold_out {
        files::write(out, encode(&measured))?;
        return evaluate::development(
            &options.corpora,
            &reading,
            &ModelRecogniser::new(names, &model),
            packs,
        )
        .map(drop);
    }
    let (mut parts, shares) = train_one(options, false, &teacher, packs)?;
    parts.calibration = measured.calibration;
    let bytes = encode(&parts);
    files::write(out, &bytes)?;
    let trained = card::Trained { shares: &shares, bytes: bytes.len(), features: parts.features.len() };
    card::write(card, &options.corpora, &reading, &trained, &model, packs)
}

/// Trains a model; with it, how much each corpus gave.
fn train_one(
    options: &TrainOptions,
    hold_out: bool,
    teacher: &Path,
    packs: &Packs,
) -> Result<(ModelParts, Vec<card::Share>)> {
    let start = Instant::now();
    let is_taught = options.without.iter().all(|name| name != "teacher");
    let labels = is_taught.then_some(teacher);
    let (examples, shares) = examples::all(&options.corpora, hold_out, &options.without, labels, packs)?;
    let seconds = |start: Instant| start.elapsed().as_secs();
    progress::say(&format!("{} words after {} s", examples.tags.len(), seconds(start)));
    let recipe =
        Recipe { least_count: 2, passes: options.passes, features: options.features, later_passes: 3 };
    let parts = training::train(examples, recipe);
    progress::say(&format!("{} features after {} s", parts.features.len(), seconds(start)));
    Ok((parts, shares))
}

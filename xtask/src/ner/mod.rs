//! Entities: training of the recogniser's model, and how good a recogniser is.

mod corpus;
mod crf;
mod errors;
mod evaluate;
mod examples;
mod normal;
mod optimiser;
mod running_text;
mod score;
mod training;

use std::path::Path;
use std::time::Instant;

use anyhow::{Result, ensure};
use textlens::lexicon::Packs;
use textlens::lexicon::name_model::{Model, encode};

pub use evaluate::{Options as EvaluateOptions, run as evaluate};

use crate::{files, progress};
use training::Recipe;

/// How a model is to be trained.
#[derive(clap::Args)]
pub struct TrainOptions {
    /// The folder with ner/ and gazetteers/.
    #[arg(long, value_name = "DIR")]
    pub corpora: std::path::PathBuf,
    /// Where the model goes; src/lexicon/en/ner_model.bin if not said.
    #[arg(long, value_name = "FILE")]
    pub out: Option<std::path::PathBuf>,
    /// Leave every tenth document of some corpora out, to measure with them.
    #[arg(long)]
    pub hold_out: bool,
    /// Leave a corpus out, to see what it is worth. May be repeated.
    #[arg(long, value_name = "FILE.tsv")]
    pub without: Vec<String>,
    /// How many features the model keeps.
    #[arg(long, default_value_t = 90_000)]
    pub features: usize,
    /// How often all examples are gone over before the features are chosen.
    #[arg(long, default_value_t = 5)]
    pub passes: usize,
}

/// Trains the model and writes it.
pub fn train(options: &TrainOptions, built_in: &Path) -> Result<()> {
    ensure!(options.corpora.join("ner").is_dir(), "{} has no folder ner", options.corpora.display());
    let start = Instant::now();
    let packs = Packs::built_in();
    let examples = examples::all(&options.corpora, options.hold_out, &options.without, packs)?;
    let seconds = |start: Instant| start.elapsed().as_secs();
    progress::say(&format!("{} words after {} s", examples.tags.len(), seconds(start)));
    let recipe =
        Recipe { least_count: 2, passes: options.passes, features: options.features, later_passes: 3 };
    let parts = training::train(&examples, recipe);
    let bytes = encode(&parts);
    progress::say(&format!(
        "{} features in {} bytes after {} s",
        parts.features.len(),
        bytes.len(),
        seconds(start)
    ));
    let out = options.out.as_deref().unwrap_or(built_in);
    files::write(out, &bytes)?;
    evaluate::development(&options.corpora, &Model::new(&parts), packs)
}

//! `cargo xtask train`: the learned models of the language packs, made anew from their corpora.

mod boosting;
mod editors_choice;
mod keyphrases;
mod languages;
mod linear;
mod sentences;
mod syllables;
mod word_classes;

use std::path::PathBuf;

use anyhow::Result;
use clap::Subcommand;

use crate::ner;
use crate::paths::Paths;

/// What can be trained.
#[derive(Subcommand)]
pub enum Model {
    /// The ranker of English key phrases (src/keywords/RANKER.md).
    Keyphrases {
        /// The folder with {500n,inspec,semeval2017}.dev.jsonl.
        #[arg(long, value_name = "DIR")]
        corpora: PathBuf,
        /// Where the model goes; src/lexicon/en/phrase_ranker.bin if not said.
        #[arg(long, value_name = "FILE")]
        out: Option<PathBuf>,
        /// Trains on one half and shows how the other does, both ways round; writes no model.
        #[arg(long)]
        hold_out: bool,
    },
    /// The ranker of English key phrases to be read (src/keywords/RANKER.md).
    EditorsChoice {
        /// The folder with text/{wikinews-2019-2020,wikipedia-articles,masc}.txt and
        /// sentences/{gum.train,gum.dev,ewt.train}.jsonl.
        #[arg(long, value_name = "DIR")]
        corpora: PathBuf,
        /// What an editor chose; xtask/tools/editors_choice.jsonl if not said.
        #[arg(long, value_name = "FILE")]
        editors: Option<PathBuf>,
        /// Where the model goes; src/lexicon/en/key_phrase_ranker.bin if not said.
        #[arg(long, value_name = "FILE")]
        out: Option<PathBuf>,
        /// Trains without each fifth of the texts in turn and shows how it does; writes no model.
        #[arg(long)]
        hold_out: bool,
    },
    /// The model that tells languages apart (src/lexicon/SOURCES.md).
    Languages {
        /// The folder that xtask/tools/language_words.py makes.
        #[arg(long, value_name = "DIR")]
        corpora: PathBuf,
        /// Where the model goes; src/language/model.bin if not said.
        #[arg(long, value_name = "FILE")]
        out: Option<PathBuf>,
    },
    /// The model of the entity recogniser (src/entities/MODEL.md).
    Ner(ner::TrainOptions),
    /// The model of where English sentences end (src/text/SENTENCES.md).
    Sentences {
        /// The folder with {ewt,gum}.{train,dev}.jsonl.
        #[arg(long, value_name = "DIR")]
        corpora: PathBuf,
        /// Where the model goes; src/lexicon/en/sentence_model.bin if not said.
        #[arg(long, value_name = "FILE")]
        out: Option<PathBuf>,
        /// Trains without each genre in turn and shows how each does unseen; writes no model.
        #[arg(long)]
        hold_out: bool,
    },
    /// The model of English word classes (src/lexicon/WORD_CLASSES.md).
    WordClasses {
        /// The folder with pos/{ewt,gum}.train.tsv, pos/ewt.dev.tsv and text/*.txt.
        #[arg(long, value_name = "DIR")]
        corpora: PathBuf,
        /// Where the model goes; src/lexicon/en/word_classes.bin if not said.
        #[arg(long, value_name = "FILE")]
        out: Option<PathBuf>,
    },
    /// The corrections of the English syllable counter.
    Syllables {
        /// The folder with cmudict.tsv: word, syllables, syllables of any pronunciation, count in running text.
        #[arg(long, value_name = "DIR")]
        corpora: PathBuf,
        /// Where the table goes; src/lexicon/en/syllables.txt if not said.
        #[arg(long, value_name = "FILE")]
        out: Option<PathBuf>,
    },
}

/// Trains a model.
///
/// # Errors
/// When a corpus cannot be read or the model cannot be written.
pub fn run(paths: &Paths, model: &Model) -> Result<()> {
    match model {
        Model::Keyphrases { corpora, out, hold_out } => {
            let built_in = paths.root().join("src/lexicon/en/phrase_ranker.bin");
            keyphrases::run(corpora, out.as_ref().unwrap_or(&built_in), *hold_out)
        }
        Model::EditorsChoice { corpora, editors, out, hold_out } => {
            let own = paths.root().join("xtask/tools/editors_choice.jsonl");
            let built_in = paths.root().join("src/lexicon/en/key_phrase_ranker.bin");
            let editors = editors.as_ref().unwrap_or(&own);
            editors_choice::run(corpora, editors, out.as_ref().unwrap_or(&built_in), *hold_out)
        }
        Model::Languages { corpora, out } => {
            let built_in = paths.root().join("src/language/model.bin");
            languages::run(corpora, out.as_ref().unwrap_or(&built_in))
        }
        Model::Ner(options) => {
            let built_in = paths.root().join("src/lexicon/en/ner_model.bin");
            let tools = paths.root().join("xtask/tools");
            ner::train(options, &built_in, &tools, &paths.root().join("src/entities/MODEL.md"))
        }
        Model::Sentences { corpora, out, hold_out } => {
            let built_in = paths.root().join("src/lexicon/en/sentence_model.bin");
            sentences::run(corpora, out.as_ref().unwrap_or(&built_in), *hold_out)
        }
        Model::WordClasses { corpora, out } => {
            let built_in = paths.root().join("src/lexicon/en/word_classes.bin");
            word_classes::run(corpora, out.as_ref().unwrap_or(&built_in))
        }
        Model::Syllables { corpora, out } => {
            let built_in = paths.root().join("src/lexicon/en/syllables.txt");
            syllables::run(corpora, out.as_ref().unwrap_or(&built_in))
        }
    }
}

//! What the commands take that ask one thing of a text.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use textlens::keywords::{MAX_WORDS, Significance};
use textlens::lexicon::WordClass;

use crate::Offsets;

/// Where a text comes from, and how the answer is written.
#[derive(Args)]
pub struct Source {
    /// A text file in UTF-8; `-` is standard input.
    pub file: PathBuf,
    /// The language of the text (BCP 47); detected when absent.
    #[arg(long, value_name = "TAG", value_parser = language_tag)]
    pub language: Option<String>,
    /// Write JSON, one result a line.
    #[arg(long)]
    pub json: bool,
}

/// Of answers that say where something stands.
#[derive(Args)]
pub struct Places {
    /// What the offsets in JSON count.
    #[arg(long, value_enum, default_value_t = Offsets::Utf16)]
    pub offsets: Offsets,
}

/// Of answers that are a list.
#[derive(Args)]
pub struct Listing {
    /// At most so many results.
    #[arg(long, value_name = "N", default_value_t = 20)]
    pub limit: usize,
}

#[derive(Args)]
pub struct KeywordArgs {
    #[command(flatten)]
    pub source: Source,
    #[command(flatten)]
    pub places: Places,
    #[command(flatten)]
    pub listing: Listing,
    /// Count sequences of so many words, 1 to 5.
    #[arg(long, value_name = "N", default_value_t = 1, value_parser = ngram_length)]
    pub ngrams: usize,
    /// What counts as the same: by default the lemma of single words, the form of longer sequences.
    #[arg(long, value_enum)]
    pub by: Option<Sameness>,
    /// Leave out what stands in the text less often; by default 1, 2 of sequences.
    #[arg(long, value_name = "N")]
    pub minimum: Option<usize>,
    /// Leave out what has fewer characters.
    #[arg(long, value_name = "N", default_value_t = 0)]
    pub shortest: usize,
    /// Leave out what has more characters.
    #[arg(long, value_name = "N", default_value_t = usize::MAX, hide_default_value = true)]
    pub longest: usize,
    /// Count only words of this class, as NOUN or VERB; may be given several times.
    #[arg(long, value_name = "TAG", value_parser = class)]
    pub class: Vec<WordClass>,
    /// Count function words, single letters and numbers too.
    #[arg(long)]
    pub all: bool,
    /// A file of words, apart by white space, in place of the language's function words.
    #[arg(long, value_name = "FILE")]
    pub stop_words: Option<PathBuf>,
    /// A word to leave out besides, with all its forms where these are counted as one; may be given several times.
    #[arg(long, value_name = "WORD")]
    pub stop: Vec<String>,
}

/// What counts as the same word.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Sameness {
    /// All inflected forms of a word.
    Lemma,
    /// One form, whatever its case.
    Form,
}

fn ngram_length(words: &str) -> Result<usize, String> {
    let length = words.parse().ok().filter(|words| (1..=MAX_WORDS).contains(words));
    length.ok_or_else(|| format!("not a number from 1 to {MAX_WORDS}"))
}

fn class(tag: &str) -> Result<WordClass, String> {
    WordClass::of_tag(tag)
        .ok_or_else(|| format!("no class; known are {}", WordClass::ALL.map(WordClass::tag).join(" ")))
}

#[derive(Args)]
pub struct PhraseArgs {
    #[command(flatten)]
    pub source: Source,
    #[command(flatten)]
    pub places: Places,
    #[command(flatten)]
    pub listing: Listing,
    /// Show what adds most to the score that the ranker gives each, and what speaks against it.
    #[arg(long)]
    pub why: bool,
}

#[derive(Args)]
pub struct ConcordanceArgs {
    /// Words to find one after the other, as `John F. Kennedy`: `word`, `[word]` for all its forms, `wor*`, `w?rd`;
    /// or `/pattern/`, `/pattern/i` for any case.
    pub query: String,
    #[command(flatten)]
    pub source: Source,
    #[command(flatten)]
    pub places: Places,
    #[command(flatten)]
    pub listing: Listing,
    /// Words of context on each side.
    #[arg(long, value_name = "N", default_value_t = 8)]
    pub width: usize,
    /// The order of the lines.
    #[arg(long, value_enum, default_value_t = Sort::Place)]
    pub sort: Sort,
}

#[derive(Clone, Copy, ValueEnum)]
pub enum Sort {
    /// As they stand in the text.
    Place,
    /// By the words before.
    Left,
    /// By the words after.
    Right,
}

#[derive(Args)]
pub struct SummaryArgs {
    #[command(flatten)]
    pub source: Source,
    #[command(flatten)]
    pub places: Places,
    /// How many sentences.
    #[arg(long, visible_alias = "limit", value_name = "N", default_value_t = 3)]
    pub sentences: usize,
}

#[derive(Args)]
pub struct CollocationArgs {
    /// As for `concordance`.
    pub query: String,
    #[command(flatten)]
    pub source: Source,
    #[command(flatten)]
    pub listing: Listing,
    /// Words to look at on each side; the whole sentence when absent.
    #[arg(long, value_name = "N")]
    pub window: Option<usize>,
    /// Leave out words that stand near it less often.
    #[arg(long, value_name = "N", default_value_t = 2)]
    pub minimum: u64,
}

#[derive(Args)]
pub struct KeynessArgs {
    #[command(flatten)]
    pub source: Source,
    #[command(flatten)]
    pub listing: Listing,
    /// A text to compare with; the language at large when absent.
    #[arg(long, value_name = "FILE")]
    pub reference: Option<PathBuf>,
    /// Leave out words that stand in the text less often.
    #[arg(long, value_name = "N", default_value_t = 1)]
    pub minimum: u64,
    /// Leave out words whose difference is likelier to be chance: `five-percent`,
    /// `one-percent`, `one-per-mille` or `one-in-ten-thousand`; all when absent.
    #[arg(long, value_name = "LEVEL", value_parser = significance, default_value = "none", hide_default_value = true)]
    pub significance: Significance,
}

fn significance(level: &str) -> Result<Significance, String> {
    Significance::named(level)
        .ok_or_else(|| format!("no level; known are {}", Significance::ALL.map(Significance::name).join(" ")))
}

#[derive(Args)]
pub struct CompareArgs {
    /// The first text.
    pub first: PathBuf,
    /// The second text.
    pub second: PathBuf,
    /// The language of both texts (BCP 47); detected when absent.
    #[arg(long, value_name = "TAG", value_parser = language_tag)]
    pub language: Option<String>,
    /// Write JSON.
    #[arg(long)]
    pub json: bool,
}

/// A tag of a language (BCP 47), as far as its form says: *de*, *pt-BR*; not *German*.
pub fn language_tag(tag: &str) -> Result<String, String> {
    let mut parts = tag.split('-');
    let is_language =
        |part: &str| (2..=3).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphabetic());
    let is_more =
        |part: &str| (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric());
    if parts.next().is_some_and(is_language) && parts.all(is_more) {
        Ok(tag.to_owned())
    } else {
        Err("not a tag of a language, such as de or pt-BR".to_owned())
    }
}

//! Commands that ask one thing of a text: keywords, phrases, concordance, collocations, comparison.

use std::io::Write;
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use serde::Serialize;
use textlens::compare::compare;
use textlens::keywords::{Company, KeyWord, NgramOptions, Order, Query, WordCounts, keyphrases};
use textlens::lexicon::{Packs, WordClass};
use textlens::text::{OffsetMap, Span};
use textlens::{Options, Reading, analyze};

use crate::error::CliError;
use crate::{Offsets, input};

/// Where a text comes from, and how the answer is written.
#[derive(Args)]
pub struct Source {
    /// A text file in UTF-8; `-` is standard input.
    file: PathBuf,
    /// The language of the text (BCP 47); detected when absent.
    #[arg(long, value_name = "TAG")]
    language: Option<String>,
    /// Write JSON, one result a line.
    #[arg(long)]
    json: bool,
    /// What the offsets in JSON count.
    #[arg(long, value_enum, default_value_t = Offsets::Utf16)]
    offsets: Offsets,
    /// At most so many results.
    #[arg(long, value_name = "N", default_value_t = 20)]
    limit: usize,
}

#[derive(Args)]
pub struct KeywordArgs {
    #[command(flatten)]
    source: Source,
    /// Count sequences of so many words (1 to 5) as they are written, function words inside them too.
    #[arg(long, value_name = "N")]
    ngrams: Option<usize>,
}

#[derive(Args)]
pub struct ConcordanceArgs {
    /// Words to find one after the other: `word`, `[word]` for all its forms, `wor*` for a beginning.
    query: String,
    #[command(flatten)]
    source: Source,
    /// Words of context on each side.
    #[arg(long, value_name = "N", default_value_t = 6)]
    width: usize,
    /// The order of the lines.
    #[arg(long, value_enum, default_value_t = Sort::Place)]
    sort: Sort,
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
    source: Source,
    /// How many sentences.
    #[arg(long, value_name = "N", default_value_t = 3)]
    sentences: usize,
}

#[derive(Args)]
pub struct CollocationArgs {
    /// As for `concordance`.
    query: String,
    #[command(flatten)]
    source: Source,
    /// Words to look at on each side; the whole sentence when absent.
    #[arg(long, value_name = "N")]
    window: Option<usize>,
    /// Leave out words that stand near it less often.
    #[arg(long, value_name = "N", default_value_t = 2)]
    minimum: u64,
}

#[derive(Args)]
pub struct KeynessArgs {
    #[command(flatten)]
    source: Source,
    /// A text to compare with; the language at large when absent.
    #[arg(long, value_name = "FILE")]
    reference: Option<PathBuf>,
}

#[derive(Args)]
pub struct CompareArgs {
    /// The first text.
    first: PathBuf,
    /// The second text.
    second: PathBuf,
    /// Write JSON.
    #[arg(long)]
    json: bool,
}

/// Rows of each list of a comparison.
const ROWS: usize = 12;

/// A result with its places, for JSON.
#[derive(Serialize)]
struct Located<'a> {
    text: &'a str,
    count: usize,
    spans: Vec<Span>,
}

impl Source {
    fn read(&self) -> Result<String, CliError> {
        input::read(&self.file)
    }

    fn options(&self) -> Options {
        Options {
            language: self.language.clone(),
            keywords: self.limit,
            phrases: self.limit,
            ..Options::default()
        }
    }

    fn failed(&self, error: textlens::Error) -> CliError {
        CliError::Analysis { source: self.file.display().to_string(), error }
    }

    /// Writes results with their places: a line of JSON each, or count and text.
    fn write<'r>(
        &self,
        out: &mut impl Write,
        text: &str,
        rows: impl Iterator<Item = (&'r str, &'r [Span])>,
    ) -> Result<(), CliError> {
        let map = OffsetMap::new(text);
        let unit = self.offsets.into();
        for (label, spans) in rows {
            let written = if self.json {
                let count = spans.len();
                let spans = spans.iter().map(|&span| map.translate(span, unit)).collect();
                write_json(out, &Located { text: label, count, spans })
            } else {
                writeln!(out, "{:>6}  {label}", spans.len()).map_err(CliError::Output)
            };
            written?;
        }
        Ok(())
    }
}

fn write_json(out: &mut impl Write, row: &impl Serialize) -> Result<(), CliError> {
    let json = serde_json::to_string(row).expect("rows have string keys and no failing parts");
    writeln!(out, "{json}").map_err(CliError::Output)
}

/// The most frequent words, or n-grams.
pub fn keywords(args: &KeywordArgs, out: &mut impl Write) -> Result<(), CliError> {
    let source = &args.source;
    let text = source.read()?;
    if let Some(words) = args.ngrams {
        let reading =
            Reading::new(Packs::built_in(), &text, &source.options()).map_err(|e| source.failed(e))?;
        let options = NgramOptions { words, minimum: 2, limit: source.limit, content_only: true };
        let found = reading.ngrams(options);
        return source.write(out, &text, found.iter().map(|ngram| (&*ngram.text, &*ngram.spans)));
    }
    let report = analyze(&text, &source.options()).map_err(|error| source.failed(error))?;
    source.write(out, &text, report.keywords.iter().map(|keyword| (&*keyword.term, &*keyword.spans)))
}

/// The key phrases to be read, best first.
pub fn phrases(source: &Source, out: &mut impl Write) -> Result<(), CliError> {
    let text = source.read()?;
    let reading = Reading::new(Packs::built_in(), &text, &source.options()).map_err(|e| source.failed(e))?;
    let found = keyphrases(&reading.candidates(), reading.classes(), source.limit);
    source.write(out, &text, found.iter().map(|phrase| (&*phrase.text, &*phrase.spans)))
}

/// The sentences that carry a text.
pub fn summary(args: &SummaryArgs, out: &mut impl Write) -> Result<(), CliError> {
    let source = &args.source;
    let text = source.read()?;
    let reading = Reading::new(Packs::built_in(), &text, &source.options()).map_err(|e| source.failed(e))?;
    let map = OffsetMap::new(&text);
    for mut sentence in reading.summary(args.sentences) {
        if source.json {
            sentence.span = map.translate(sentence.span, source.offsets.into());
            write_json(out, &sentence)?;
        } else {
            let words: Vec<_> = sentence.span.of(&text).split_whitespace().collect();
            writeln!(out, "{}", words.join(" ")).map_err(CliError::Output)?;
        }
    }
    Ok(())
}

/// The class of every word of standard input.
pub fn tags(out: &mut impl Write) -> Result<(), CliError> {
    let text = input::read(Path::new("-"))?;
    let options = Options { language: Some("en".to_owned()), ..Options::default() };
    let reading = Reading::new(Packs::built_in(), &text, &options)
        .map_err(|error| CliError::Analysis { source: "standard input".to_owned(), error })?;
    let (tokens, classes) = (reading.tokens(), reading.classes());
    for sentence in &tokens.sentences {
        for at in sentence.tokens.clone() {
            let tag = classes.get(at).map_or("", WordClass::tag);
            writeln!(out, "{}\t{tag}", tokens.tokens[at].span.of(&text)).map_err(CliError::Output)?;
        }
        writeln!(out).map_err(CliError::Output)?;
    }
    Ok(())
}

/// Every place of a query in its context.
pub fn concordance(args: &ConcordanceArgs, out: &mut impl Write) -> Result<(), CliError> {
    let source = &args.source;
    let query = parse(&args.query)?;
    let text = source.read()?;
    let reading = Reading::new(Packs::built_in(), &text, &source.options()).map_err(|e| source.failed(e))?;
    let order = match args.sort {
        Sort::Place => Order::Place,
        Sort::Left => Order::Left,
        Sort::Right => Order::Right,
    };
    let map = OffsetMap::new(&text);
    let unit = source.offsets.into();
    let lines = reading.concordance(&query, args.width, order);
    let on_a_line = |span: Span| span.of(&text).split_whitespace().collect::<Vec<_>>().join(" ");
    let left_column = lines.iter().take(source.limit).map(|line| on_a_line(line.left).chars().count()).max();
    for line in lines.into_iter().take(source.limit) {
        if source.json {
            let mut line = line;
            for span in [&mut line.left, &mut line.node, &mut line.right] {
                *span = map.translate(*span, unit);
            }
            write_json(out, &line)?;
        } else {
            let [left, node, right] = [line.left, line.node, line.right].map(on_a_line);
            let width = left_column.unwrap_or_default();
            writeln!(out, "{left:>width$}  {node}  {right}").map_err(CliError::Output)?;
        }
    }
    Ok(())
}

/// The company that a query keeps.
pub fn collocations(args: &CollocationArgs, out: &mut impl Write) -> Result<(), CliError> {
    let source = &args.source;
    let query = parse(&args.query)?;
    let text = source.read()?;
    let reading = Reading::new(Packs::built_in(), &text, &source.options()).map_err(|e| source.failed(e))?;
    let company = args.window.map_or(Company::Sentence, Company::Window);
    let found = reading.collocations(&query, company, args.minimum);
    if !source.json {
        writeln!(out, "together  count      G²   logDice       MI        t  word")
            .map_err(CliError::Output)?;
    }
    for collocate in found.iter().take(source.limit) {
        if source.json {
            write_json(out, collocate)?;
        } else {
            writeln!(
                out,
                "{:>8} {:>6} {:>7.1} {:>9.2} {:>8.2} {:>8.2}  {}",
                collocate.together,
                collocate.count,
                collocate.log_likelihood,
                collocate.log_dice,
                collocate.mutual_information,
                collocate.t_score,
                collocate.term
            )
            .map_err(CliError::Output)?;
        }
    }
    Ok(())
}

/// The words that stand out against the language at large, or against another text.
pub fn keyness(args: &KeynessArgs, out: &mut impl Write) -> Result<(), CliError> {
    let source = &args.source;
    let text = source.read()?;
    let reference = args.reference.as_deref().map(|path| counts(path, &source.options())).transpose()?;
    let reading = Reading::new(Packs::built_in(), &text, &source.options()).map_err(|e| source.failed(e))?;
    let keys = reading.keyness(reference.as_ref());
    if source.json {
        return keys.iter().take(source.limit).try_for_each(|key| write_json(out, key));
    }
    write_keys(out, &source.file, &keys, source.limit)
}

/// The counts of the content words of a file.
fn counts(path: &Path, options: &Options) -> Result<WordCounts, CliError> {
    let text = input::read(path)?;
    Reading::new(Packs::built_in(), &text, options)
        .map(|reading| reading.counts())
        .map_err(|error| CliError::Analysis { source: path.display().to_string(), error })
}

/// What two texts share, and what sets each apart.
pub fn compare_files(args: &CompareArgs, out: &mut impl Write) -> Result<(), CliError> {
    let [first, second] = [&args.first, &args.second].map(|path| counts(path, &Options::default()));
    let comparison = compare(&first?, &second?);
    if args.json {
        return write_json(out, &comparison);
    }
    let summary = format!(
        "{} words in both, {} only in the first, {} only in the second\nJaccard {:.3}, cosine {:.3}\n",
        comparison.shared,
        comparison.only_first,
        comparison.only_second,
        comparison.jaccard,
        comparison.cosine
    );
    out.write_all(summary.as_bytes()).map_err(CliError::Output)?;
    writeln!(out).map_err(CliError::Output)?;
    write_keys(out, &args.first, &comparison.first_keys, ROWS)?;
    writeln!(out).map_err(CliError::Output)?;
    write_keys(out, &args.second, &comparison.second_keys, ROWS)
}

/// The words that stand out most, with their counts here and there.
fn write_keys(out: &mut impl Write, path: &Path, keys: &[KeyWord], rows: usize) -> Result<(), CliError> {
    writeln!(out, "{}\n   here    there      G²  log ratio  word", path.display())
        .map_err(CliError::Output)?;
    for key in keys.iter().take(rows) {
        writeln!(
            out,
            "{:>7} {:>8} {:>7.1} {:>10.2}  {}",
            key.count, key.reference_count, key.log_likelihood, key.log_ratio, key.term
        )
        .map_err(CliError::Output)?;
    }
    Ok(())
}

fn parse(query: &str) -> Result<Query, CliError> {
    Query::parse(query).map_err(CliError::Query)
}

//! textlens at a shell prompt.

mod arguments;
mod error;
mod explore;
mod input;
mod lines;
mod table;

use std::fs;
use std::io::{self, BufWriter, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand, ValueEnum};
use textlens::entities::{Day, EntityOptions};
use textlens::text::OffsetUnit;
use textlens::{Options, lexicon};

use error::CliError;

/// Keyword frequencies, sentence statistics and entities of texts.
#[derive(Parser)]
#[command(version, about)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Analyse texts: a table for people, or the whole report as JSON.
    Report(ReportArgs),
    /// The most frequent words, or sequences of words.
    Keywords(arguments::KeywordArgs),
    /// The key phrases to be read, best first: ten, or as many as `--limit` says.
    #[command(mut_arg("limit", |limit| limit.default_value("10")))]
    Phrases(arguments::PhraseArgs),
    /// Every place of a word or phrase in its context.
    Concordance(arguments::ConcordanceArgs),
    /// The words that stand near a word or phrase.
    Collocations(arguments::CollocationArgs),
    /// The words that stand out against the language at large, or against another text.
    Keyness(arguments::KeynessArgs),
    /// Two texts side by side: what they share, and what sets each apart.
    Compare(arguments::CompareArgs),
    /// The sentences that carry a text, in its order.
    Summary(arguments::SummaryArgs),
    /// Count the syllables of English words: reads words, one a line, writes `word<TAB>count`.
    Syllables,
    /// The class of every word (Universal Dependencies): reads English text, writes `word<TAB>class`,
    /// an empty line after each sentence.
    Tags {
        /// Read one word a line, with an empty line after each sentence, and take words as they are.
        #[arg(long)]
        tokens: bool,
    },
    /// Write the language packs that are built in, for a page to fetch.
    Packs {
        /// The folder to write them to.
        #[arg(long, value_name = "DIR")]
        out: PathBuf,
    },
}

#[derive(Args)]
struct ReportArgs {
    /// Text files in UTF-8; `-` is standard input.
    #[arg(required_unless_present = "jsonl", conflicts_with = "jsonl")]
    files: Vec<PathBuf>,
    /// Write each report as a line of JSON.
    #[arg(long)]
    json: bool,
    /// Read lines of {"id", "text"} from standard input, write lines of {"id", "report"}.
    #[arg(long)]
    jsonl: bool,
    /// What the offsets in JSON count.
    #[arg(long, value_enum, default_value_t = Offsets::Utf16)]
    offsets: Offsets,
    /// The language of the texts (BCP 47); detected when absent.
    #[arg(long, value_name = "TAG", value_parser = arguments::language_tag)]
    language: Option<String>,
    /// How many keywords to list in JSON; the table shows the first twelve of them.
    #[arg(long, value_name = "N", default_value_t = Options::default().keywords)]
    keywords: usize,
    /// How many ranked phrases to list in JSON; the ten to be read, which the table shows, are chosen apart.
    #[arg(long, value_name = "N", default_value_t = Options::default().phrases)]
    phrases: usize,
    /// A word to leave out of keywords and phrases, beside the language's function words; may be given several times.
    #[arg(long, value_name = "WORD")]
    stop: Vec<String>,
    /// A file of such words, apart by white space.
    #[arg(long, value_name = "FILE")]
    stop_words: Option<PathBuf>,
    /// JSON of entities that you know: [{"name", "aliases", "type", "note"}].
    #[arg(long, value_name = "FILE")]
    names: Option<PathBuf>,
    /// Names that are none; may be given several times.
    #[arg(long, value_name = "NAME")]
    exclude: Vec<String>,
    /// The least confidence of a mention, 0 to 1: more means fewer and surer ones.
    #[arg(long, value_name = "SHARE", default_value_t = 0.0, value_parser = share)]
    threshold: f64,
    /// The day of writing (2023-07-28), for dates like "last Friday".
    #[arg(long, value_name = "DAY", value_parser = day)]
    reference_date: Option<Day>,
}

fn share(text: &str) -> Result<f64, String> {
    let number = text.parse().ok().filter(|number| (0.0..=1.0).contains(number));
    number.ok_or_else(|| "not a number from 0 to 1".to_owned())
}

fn day(text: &str) -> Result<Day, String> {
    Day::parse(text).ok_or_else(|| "not a day as 2023-07-28".to_owned())
}

#[derive(Clone, Copy, ValueEnum)]
enum Offsets {
    /// UTF-16 code units, as JavaScript counts.
    Utf16,
    /// Bytes, as Rust counts.
    Utf8,
    /// Code points, as Python counts.
    Codepoints,
}

impl From<Offsets> for OffsetUnit {
    fn from(offsets: Offsets) -> Self {
        match offsets {
            Offsets::Utf16 => Self::Utf16,
            Offsets::Utf8 => Self::Utf8,
            Offsets::Codepoints => Self::CodePoints,
        }
    }
}

fn main() -> ExitCode {
    match run(Cli::parse().command) {
        Ok(()) => ExitCode::SUCCESS,
        // Whoever reads has seen enough: `textlens … | head`.
        Err(CliError::Output(error)) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("textlens: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run(command: Command) -> Result<(), CliError> {
    let mut out = BufWriter::new(io::stdout().lock());
    match command {
        Command::Report(args) => report(args, &mut out)?,
        Command::Keywords(args) => explore::keywords(&args, &mut out)?,
        Command::Phrases(args) => explore::phrases(&args, &mut out)?,
        Command::Concordance(args) => explore::concordance(&args, &mut out)?,
        Command::Collocations(args) => explore::collocations(&args, &mut out)?,
        Command::Keyness(args) => explore::keyness(&args, &mut out)?,
        Command::Compare(args) => explore::compare_files(&args, &mut out)?,
        Command::Summary(args) => explore::summary(&args, &mut out)?,
        Command::Syllables => lines::syllables(io::stdin().lock(), &mut out)?,
        Command::Tags { tokens: true } => lines::tags(io::stdin().lock(), &mut out)?,
        Command::Tags { tokens: false } => explore::tags(&mut out)?,
        Command::Packs { out } => return write_packs(&out),
    }
    out.flush().map_err(CliError::Output)
}

fn report(args: ReportArgs, out: &mut impl Write) -> Result<(), CliError> {
    let listed = args.stop_words.as_deref().map(input::words).transpose()?.unwrap_or_default();
    let options = Options {
        language: args.language,
        keywords: args.keywords,
        phrases: args.phrases,
        stop_words: [args.stop, listed].concat(),
        entities: EntityOptions {
            own: args.names.as_deref().map(input::names).transpose()?.unwrap_or_default(),
            exclude: args.exclude,
            threshold: (args.threshold * 1000.0) as u16,
            reference_date: args.reference_date,
        },
    };
    let unit = args.offsets.into();
    if args.jsonl {
        return lines::reports(io::stdin().lock(), out, &options, unit);
    }
    for (index, file) in args.files.iter().enumerate() {
        let text = input::read(file)?;
        let report = textlens::analyze(&text, &options)
            .map_err(|error| CliError::Analysis { source: file.display().to_string(), error })?;
        let written = if args.json {
            writeln!(out, "{}", report.with_offsets(&text, unit).to_json())
        } else {
            let gap = if index > 0 { "\n" } else { "" };
            write!(out, "{gap}{}", table::render(&file.display().to_string(), &text, &report))
        };
        written.map_err(CliError::Output)?;
    }
    Ok(())
}

fn write_packs(folder: &PathBuf) -> Result<(), CliError> {
    let failed = |error| CliError::Write { path: folder.clone(), error };
    fs::create_dir_all(folder).map_err(failed)?;
    for (name, bytes) in lexicon::english::packs().into_iter().chain(lexicon::languages::packs()) {
        fs::write(folder.join(format!("{name}.pack")), bytes).map_err(failed)?;
    }
    Ok(())
}

//! Commands that ask one thing of a text: keywords, phrases, concordance, collocations, comparison.

use std::io::Write;
use std::path::Path;

use serde::Serialize;
use textlens::compare::{self, Named};
use textlens::keywords::{
    Company, KeyWord, KeynessOptions, NgramOptions, Order, Query, Significance, Why, WordCounts,
};
use textlens::lexicon::{Packs, WordClass};
use textlens::report::Entity;
use textlens::statistics::Statistics;
use textlens::text::{OffsetMap, Span};
use textlens::{Options, Reading, Report, analyze};

use crate::arguments::{
    CollocationArgs, CompareArgs, ConcordanceArgs, KeynessArgs, KeywordArgs, PhraseArgs, Sameness, Sort,
    Source, SummaryArgs,
};
use crate::error::CliError;
use crate::input;

/// Rows of each list of a comparison.
const ROWS: usize = 12;

/// A phrase to be read, for JSON; with what makes its score in the ranking of all, if that is asked for.
#[derive(Serialize)]
struct Reasoned<'a> {
    text: &'a str,
    score: i64,
    count: usize,
    spans: Vec<Span>,
    #[serde(skip_serializing_if = "Option::is_none")]
    why: Option<Why>,
}

/// Reasons that are shown of a phrase.
const REASONS: usize = 4;

impl Source {
    fn read(&self) -> Result<String, CliError> {
        input::read(&self.file)
    }

    fn options(&self) -> Options {
        Options { language: self.language.clone(), ..Options::default() }
    }

    fn failed(&self, error: textlens::Error) -> CliError {
        CliError::Analysis { source: self.file.display().to_string(), error }
    }
}

fn write_json(out: &mut impl Write, row: &impl Serialize) -> Result<(), CliError> {
    let json = serde_json::to_string(row).expect("rows have string keys and no failing parts");
    writeln!(out, "{json}").map_err(CliError::Output)
}

/// The most frequent words, or sequences of words.
pub fn keywords(args: &KeywordArgs, out: &mut impl Write) -> Result<(), CliError> {
    let source = &args.source;
    let text = source.read()?;
    let options = Options { stop_words: args.stop.clone(), ..source.options() };
    let reading = Reading::new(Packs::built_in(), &text, &options).map_err(|e| source.failed(e))?;
    let is_word = args.ngrams <= 1;
    let stop_words = args.stop_words.as_deref().map(input::words).transpose()?;
    let found = reading.ngrams(&NgramOptions {
        words: args.ngrams,
        lemmas: args.by.map_or(is_word, |by| by == Sameness::Lemma),
        minimum: args.minimum.unwrap_or(if is_word { 1 } else { 2 }),
        limit: args.listing.limit,
        content_only: !args.all,
        stop_words,
        letters: (args.shortest, args.longest),
        classes: args.class.clone(),
    });
    let map = OffsetMap::new(&text);
    for mut ngram in found {
        if source.json {
            for span in &mut ngram.spans {
                *span = map.translate(*span, args.places.offsets.into());
            }
            write_json(out, &ngram)?;
        } else {
            writeln!(out, "{:>6}  {}", ngram.count, ngram.text).map_err(CliError::Output)?;
        }
    }
    Ok(())
}

/// The key phrases to be read, best first.
pub fn phrases(args: &PhraseArgs, out: &mut impl Write) -> Result<(), CliError> {
    let source = &args.source;
    let text = source.read()?;
    let reading = Reading::new(Packs::built_in(), &text, &source.options()).map_err(|e| source.failed(e))?;
    let found = reading.keyphrases(args.listing.limit);
    let map = OffsetMap::new(&text);
    for phrase in &found {
        let why = || phrase.spans.first().and_then(|&span| reading.why_read(span));
        let why = args.why.then(why).flatten();
        if source.json {
            let spans =
                phrase.spans.iter().map(|&span| map.translate(span, args.places.offsets.into())).collect();
            let (score, count) = (phrase.score, phrase.count);
            write_json(out, &Reasoned { text: &phrase.text, score, count, spans, why })?;
            continue;
        }
        let Some(why) = why else {
            writeln!(out, "{:>6}  {}", phrase.count, phrase.text).map_err(CliError::Output)?;
            continue;
        };
        let reasons = why.reasons.iter().take(REASONS);
        let told: Vec<_> = reasons
            .filter_map(|reason| Some((serde_json::to_value(reason.aspect).ok()?, reason.share)))
            .map(|(aspect, share)| format!("{} {share:+}", aspect.as_str().unwrap_or_default()))
            .collect();
        writeln!(out, "{:>6}  {}: {}", phrase.count, phrase.text, told.join(", "))
            .map_err(CliError::Output)?;
    }
    Ok(())
}

/// The sentences that carry a text.
pub fn summary(args: &SummaryArgs, out: &mut impl Write) -> Result<(), CliError> {
    let source = &args.source;
    let text = source.read()?;
    let reading = Reading::new(Packs::built_in(), &text, &source.options()).map_err(|e| source.failed(e))?;
    let map = OffsetMap::new(&text);
    for mut sentence in reading.summary(args.sentences) {
        if source.json {
            sentence.span = map.translate(sentence.span, args.places.offsets.into());
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
            writeln!(out, "{}\t{tag}", tokens.surface(&tokens.tokens[at]).text).map_err(CliError::Output)?;
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
    let unit = args.places.offsets.into();
    let lines = reading.concordance(&query, args.width, order, args.listing.limit);
    let on_a_line = |span: Span| span.of(&text).split_whitespace().collect::<Vec<_>>().join(" ");
    let left_column = lines.iter().map(|line| on_a_line(line.left).chars().count()).max();
    for line in lines {
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
    for collocate in found.iter().take(args.listing.limit) {
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
    let reading = Reading::new(Packs::built_in(), &text, &source.options()).map_err(|e| source.failed(e))?;
    let reference = match &args.reference {
        Some(path) => counts(path, &source.options())?,
        None => reading
            .language_counts()
            .ok_or_else(|| CliError::NoFrequencies { source: source.file.display().to_string() })?,
    };
    let options = KeynessOptions { minimum: args.minimum, significance: args.significance };
    let keys = reading.keyness(Some(&reference), options);
    if source.json {
        return keys.iter().take(args.listing.limit).try_for_each(|key| write_json(out, key));
    }
    write_keys(out, &source.file, &keys, args.listing.limit)
}

/// The counts of the content words of a file.
fn counts(path: &Path, options: &Options) -> Result<WordCounts, CliError> {
    let text = input::read(path)?;
    Reading::new(Packs::built_in(), &text, options)
        .map(|reading| reading.counts())
        .map_err(|error| CliError::Analysis { source: path.display().to_string(), error })
}

/// A comparison with what both reports say, for JSON.
#[derive(Serialize)]
struct SideBySide<'r> {
    #[serde(flatten)]
    words: compare::Comparison,
    statistics: [&'r Statistics; 2],
    entities: Vec<compare::NamedInBoth>,
}

/// What two texts share, and what sets each apart.
pub fn compare_files(args: &CompareArgs, out: &mut impl Write) -> Result<(), CliError> {
    let options = Options { language: args.language.clone(), ..Options::default() };
    let failed = |path: &Path, error| CliError::Analysis { source: path.display().to_string(), error };
    let texts = [input::read(&args.first)?, input::read(&args.second)?];
    let first = Reading::new(Packs::built_in(), &texts[0], &options).map_err(|e| failed(&args.first, e))?;
    let second = Reading::new(Packs::built_in(), &texts[1], &options).map_err(|e| failed(&args.second, e))?;
    let words = first.compare(&second);
    let report = |text: &str, path| analyze(text, &options).map_err(|error| failed(path, error));
    let reports = [report(&texts[0], &args.first)?, report(&texts[1], &args.second)?];
    let [in_first, in_second] = [named(&reports[0]), named(&reports[1])];
    let entities = compare::entities(&in_first, &in_second);
    let statistics = [&reports[0].statistics, &reports[1].statistics];
    if args.json {
        return write_json(out, &SideBySide { words, statistics, entities });
    }
    let weighted = words.weighted_cosine.map(|cosine| format!(", of rare words more {cosine:.3}"));
    writeln!(
        out,
        "{} words in both, {} only in the first, {} only in the second\nJaccard {:.3}, cosine {:.3}{}\n",
        words.shared,
        words.only_first,
        words.only_second,
        words.jaccard,
        words.cosine,
        weighted.unwrap_or_default()
    )
    .map_err(CliError::Output)?;
    let grade = |statistics: &Statistics| {
        statistics.readability.consensus.grade.value().map_or("-".to_owned(), |grade| format!("{grade:.1}"))
    };
    let rows = [
        ("words", statistics.map(|s| s.words.to_string())),
        ("different words", statistics.map(|s| s.unique_words.to_string())),
        ("sentences", statistics.map(|s| s.sentences.to_string())),
        ("words a sentence", statistics.map(|s| format!("{:.1}", s.sentence_length.mean))),
        ("grade", statistics.map(grade)),
    ];
    for (label, [first, second]) in rows {
        writeln!(out, "{first:>8} {second:>8}  {label}").map_err(CliError::Output)?;
    }
    let both: Vec<_> = entities.iter().filter(|named| named.first > 0 && named.second > 0).collect();
    writeln!(out, "\nnamed in both: {}", both.len()).map_err(CliError::Output)?;
    for named in both.into_iter().take(ROWS) {
        writeln!(out, "{:>8} {:>8}  {}", named.first, named.second, named.name).map_err(CliError::Output)?;
    }
    writeln!(out).map_err(CliError::Output)?;
    write_keys(out, &args.first, &words.first_keys, ROWS)?;
    writeln!(out).map_err(CliError::Output)?;
    write_keys(out, &args.second, &words.second_keys, ROWS)
}

/// The entities of a report, to be compared.
fn named(report: &Report) -> Vec<Named> {
    let of = |entity: &Entity| Named { name: entity.name.clone(), kind: entity.kind, count: entity.count };
    report.entities.iter().map(of).collect()
}

/// The words that stand out most, with their counts here and there.
fn write_keys(out: &mut impl Write, path: &Path, keys: &[KeyWord], rows: usize) -> Result<(), CliError> {
    writeln!(out, "{}\n   here    there      G²  log ratio     %DIFF  by chance  word", path.display())
        .map_err(CliError::Output)?;
    for key in keys.iter().take(rows) {
        let chance = match key.significance {
            Significance::None => "",
            Significance::FivePercent => "< 5 %",
            Significance::OnePercent => "< 1 %",
            Significance::OnePerMille => "< 0.1 %",
            Significance::OneInTenThousand => "< 0.01 %",
        };
        let difference = key.percent_difference.map_or("-".to_owned(), |percent| format!("{percent:.0}"));
        writeln!(
            out,
            "{:>7} {:>8} {:>7.1} {:>10.2} {difference:>9} {chance:>10}  {}",
            key.count, key.reference_count, key.log_likelihood, key.log_ratio, key.term
        )
        .map_err(CliError::Output)?;
    }
    Ok(())
}

fn parse(query: &str) -> Result<Query, CliError> {
    Query::parse(query).map_err(CliError::Query)
}

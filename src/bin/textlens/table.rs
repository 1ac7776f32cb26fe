//! A report as a table for people.

use std::fmt::Write;

use textlens::Report;
use textlens::statistics::{Consensus, Distribution, FormulaResult, Missing};

/// Rows that a list shows.
const ROWS: usize = 12;

/// The widest bar, in characters.
const BAR: usize = 24;

/// The report of the text called `name` as lines of text.
pub fn render(name: &str, text: &str, report: &Report) -> String {
    let mut out = String::new();
    // Writing to a string does not fail.
    let _ = write_report(&mut out, name, text, report);
    out
}

fn write_report(out: &mut String, name: &str, text: &str, report: &Report) -> std::fmt::Result {
    let statistics = &report.statistics;
    writeln!(out, "{name}  ({})", report.language)?;
    for (label, value) in [
        ("words", statistics.words),
        ("different words", statistics.unique_words),
        ("sentences", statistics.sentences),
        ("paragraphs", statistics.paragraphs),
        ("characters", statistics.characters),
        ("syllables", statistics.readability.counts.syllables),
    ] {
        writeln!(out, "  {label:<20} {value:>8}")?;
    }
    lengths(out, "words a sentence", &statistics.sentence_length)?;
    lengths(out, "letters a word", &statistics.word_length)?;
    formula(out, "Flesch reading ease", statistics.readability.flesch_reading_ease)?;
    formula(out, "Flesch-Kincaid grade", statistics.readability.flesch_kincaid_grade)?;
    for (label, result) in [
        ("Gunning fog", statistics.readability.gunning_fog),
        ("SMOG", statistics.readability.smog),
        ("LIX", statistics.readability.lix),
    ] {
        formula(out, label, result)?;
    }
    let Consensus { grade, lowest, highest, formulas } = statistics.readability.consensus;
    if let (Some(grade), Some(lowest), Some(highest)) = (grade.value(), lowest.value(), highest.value()) {
        let label = "consensus grade";
        writeln!(out, "  {label:<20} {grade:>8.1}  from {lowest:.1} to {highest:.1}, {formulas} formulas")?;
    }
    for (label, time) in
        [("reading time", statistics.reading_time), ("reading aloud", statistics.speaking_time)]
    {
        let seconds = time.seconds.round() as u64;
        writeln!(out, "  {label:<20} {:>5}:{:02}", seconds / 60, seconds % 60)?;
    }
    if let Some(longest) = report.sentences.iter().max_by_key(|s| (s.words, std::cmp::Reverse(s.span.start)))
    {
        let start: String = longest.span.of(text).split_whitespace().collect::<Vec<_>>().join(" ");
        let cut: String = start.chars().take(60).collect();
        let dots = if cut.len() < start.len() { "…" } else { "" };
        writeln!(out, "  longest sentence      {:>7}  {cut}{dots}", longest.words)?;
    }
    list(out, "keywords", report.keywords.iter().map(|keyword| (keyword.count, keyword.term.clone())))?;
    list(out, "key phrases", report.keyphrases.iter().map(|phrase| (phrase.count, phrase.text.clone())))?;
    let entities = report.entities.iter().map(|entity| {
        let kind = serde_json::to_value(entity.kind).unwrap_or_default();
        (entity.count, format!("{}  ({})", entity.name, kind.as_str().unwrap_or_default()))
    });
    list(out, "entities", entities)
}

fn lengths(out: &mut String, label: &str, lengths: &Distribution) -> std::fmt::Result {
    let Distribution { min, median, mean, max, .. } = lengths;
    writeln!(out, "  {label:<20} {mean:>8.1}  from {min} to {max}, half are {median} or less")
}

fn formula(out: &mut String, label: &str, result: FormulaResult) -> std::fmt::Result {
    match result {
        FormulaResult::Value(value) => writeln!(out, "  {label:<20} {value:>8.1}"),
        FormulaResult::None(Missing::TooShort) => writeln!(out, "  {label:<20}        -  (text too short)"),
        FormulaResult::None(Missing::Language) => {
            writeln!(out, "  {label:<20}        -  (not for this language)")
        }
        FormulaResult::None(Missing::Undefined) => writeln!(out, "  {label:<20}        -  (not defined)"),
    }
}

/// The first rows of a list of counts, with bars, and how many more there are.
fn list(
    out: &mut String,
    label: &str,
    rows: impl ExactSizeIterator<Item = (usize, String)>,
) -> std::fmt::Result {
    let all = rows.len();
    if all == 0 {
        return Ok(());
    }
    writeln!(out, "\n{label}")?;
    let rows: Vec<_> = rows.take(ROWS).collect();
    let most = rows.iter().map(|(count, _)| *count).max().unwrap_or(1).max(1);
    for (count, name) in rows {
        let bar = "█".repeat((count * BAR).div_ceil(most));
        writeln!(out, "  {count:>5}  {bar:<BAR$}  {name}")?;
    }
    if all > ROWS {
        writeln!(out, "  {:>5}  more", all - ROWS)?;
    }
    Ok(())
}

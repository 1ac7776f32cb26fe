//! Commands that read lines and write lines, as a stream.

use std::io::{BufRead, Write};

use serde::Deserialize;
use serde_json::value::RawValue;
use textlens::lexicon::{KnownForm, Packs};
use textlens::text::{OffsetUnit, normal_form};
use textlens::{Options, analyze, language, statistics};

use crate::error::CliError;

#[derive(Deserialize)]
struct Row<'a> {
    /// Kept as written: a string or a number.
    #[serde(borrow)]
    id: &'a RawValue,
    text: String,
}

/// Reads `{"id", "text"}`, writes `{"id", "report"}`, line by line; empty lines are passed over.
pub fn reports(
    input: impl BufRead,
    out: &mut impl Write,
    options: &Options,
    unit: OffsetUnit,
) -> Result<(), CliError> {
    each_line(input, |number, line| {
        if line.is_empty() {
            return Ok(());
        }
        let row: Row<'_> = serde_json::from_str(line).map_err(|error| bad_line(number, &error))?;
        let report = analyze(&row.text, options)
            .map_err(|error| CliError::Analysis { source: format!("line {number}"), error })?;
        let json = report.with_offsets(&row.text, unit).to_json();
        writeln!(out, r#"{{"id":{},"report":{json}}}"#, row.id.get()).map_err(CliError::Output)?;
        out.flush().map_err(CliError::Output)
    })
}

/// What is wrong with a line; its parser has seen no other and calls each the first.
fn bad_line(line: usize, error: &serde_json::Error) -> CliError {
    let column = error.column();
    let told = error.to_string();
    let what = told.strip_suffix(&format!(" at line 1 column {column}")).unwrap_or(&told).to_owned();
    CliError::BadLine { line, column, what }
}

/// Reads words, writes `word<TAB>count`.
pub fn syllables(input: impl BufRead, out: &mut impl Write) -> Result<(), CliError> {
    let (profile, lexicon) = (language::profile("en"), Packs::built_in().words("en"));
    each_line(input, |_, word| {
        let count = statistics::syllables(&normal_form(word), profile, lexicon);
        writeln!(out, "{word}\t{count}").map_err(CliError::Output)
    })
}

/// Reads words, an empty line after each sentence, writes `word<TAB>class`.
pub fn tags(input: impl BufRead, out: &mut impl Write) -> Result<(), CliError> {
    let lexicon = Packs::built_in().words("en").expect("built in");
    let model = lexicon.word_classes().expect("built in");
    let mut sentence: Vec<(String, KnownForm)> = Vec::new();
    let mut write = |sentence: &mut Vec<(String, KnownForm)>, ending: &str| {
        let mut written = String::new();
        let mut words = sentence.iter().map(|(word, _)| word);
        let forms: Vec<&KnownForm> = sentence.iter().map(|(_, form)| form).collect();
        model.classes(&forms, |class| {
            written += &format!("{}\t{}\n", words.next().map_or("", |word| word), class.tag());
        });
        sentence.clear();
        write!(out, "{written}{ending}").map_err(CliError::Output)
    };
    each_line(input, |_, word| {
        if word.is_empty() {
            return write(&mut sentence, "\n");
        }
        let form = model.form(word, lexicon.frequencies());
        sentence.push((word.to_owned(), form));
        Ok(())
    })?;
    write(&mut sentence, "")
}

/// Calls `act` with the number, from 1, and the contents of every line.
fn each_line(
    mut input: impl BufRead,
    mut act: impl FnMut(usize, &str) -> Result<(), CliError>,
) -> Result<(), CliError> {
    let source = || "standard input".to_owned();
    let mut line = Vec::new();
    for number in 1.. {
        line.clear();
        let read = input.read_until(b'\n', &mut line);
        if read.map_err(|error| CliError::Read { source: source(), error })? == 0 {
            break;
        }
        let text = std::str::from_utf8(&line).map_err(|error| CliError::NotUtf8 {
            source: format!("standard input, line {number},"),
            byte: error.valid_up_to(),
        })?;
        act(number, text.trim_end_matches(['\n', '\r']))?;
    }
    Ok(())
}

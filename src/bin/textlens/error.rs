//! What can go wrong at the prompt, each with where.

use std::fmt;
use std::io;
use std::path::PathBuf;

/// Why a command stopped.
#[derive(Debug)]
pub enum CliError {
    /// A file cannot be read.
    Read { source: String, error: io::Error },
    /// A file or line is not UTF-8.
    NotUtf8 { source: String, byte: usize },
    /// A line of input is not the JSON that was asked for.
    BadLine { line: usize, column: usize, what: String },
    /// A file of names is not the JSON that was asked for.
    BadNames { path: PathBuf, what: String },
    /// A query cannot be read.
    Query(textlens::keywords::QueryError),
    /// How frequent words are in the language of a text is not known.
    NoFrequencies { source: String },
    /// A text cannot be analysed.
    Analysis { source: String, error: textlens::Error },
    /// A file cannot be written.
    Write { path: PathBuf, error: io::Error },
    /// Standard output is closed.
    Output(io::Error),
}

impl fmt::Display for CliError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Read { source, error } => write!(f, "cannot read {source}: {error}"),
            Self::NotUtf8 { source, byte } => {
                write!(
                    f,
                    "{source} is not UTF-8: the first wrong byte is byte {byte}; convert it first, for example with iconv"
                )
            }
            Self::BadLine { line, column, what } => {
                write!(f, "standard input, line {line}, column {column}: {what}")
            }
            Self::BadNames { path, what } => write!(f, "{}: no list of names: {what}", path.display()),
            Self::Query(error) => error.fmt(f),
            Self::NoFrequencies { source } => write!(
                f,
                "{source}: how frequent words are in its language is not known; name a text to compare with (--reference)"
            ),
            Self::Analysis { source, error } => write!(f, "{source}: {error}"),
            Self::Write { path, error } => write!(f, "cannot write to {}: {error}", path.display()),
            Self::Output(error) => write!(f, "cannot write to standard output: {error}"),
        }
    }
}

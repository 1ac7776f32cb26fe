//! Texts from files and standard input.

use std::fs;
use std::io::{self, Read};
use std::path::Path;

use textlens::entities::OwnName;

use crate::error::CliError;

/// The entities that the JSON of `path` lists.
pub fn names(path: &Path) -> Result<Vec<OwnName>, CliError> {
    let json = read(path)?;
    serde_json::from_str(&json)
        .map_err(|error| CliError::BadNames { path: path.to_owned(), what: error.to_string() })
}

/// The words of `path`, apart by white space.
pub fn words(path: &Path) -> Result<Vec<String>, CliError> {
    Ok(read(path)?.split_whitespace().map(str::to_owned).collect())
}

/// The text of `path`, or of standard input for `-`, without a byte order mark.
pub fn read(path: &Path) -> Result<String, CliError> {
    let source = path.display().to_string();
    let bytes = if source == "-" {
        let mut bytes = Vec::new();
        io::stdin().lock().read_to_end(&mut bytes).map(|_| bytes)
    } else {
        fs::read(path)
    };
    let bytes = bytes.map_err(|error| CliError::Read { source: source.clone(), error })?;
    let text = String::from_utf8(bytes)
        .map_err(|error| CliError::NotUtf8 { source, byte: error.utf8_error().valid_up_to() })?;
    Ok(text.strip_prefix('\u{FEFF}').map(str::to_owned).unwrap_or(text))
}

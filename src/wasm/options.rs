//! Options from JavaScript.

use serde::Deserialize;
use wasm_bindgen::JsValue;

use super::error::Thrown;
use crate::Options;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Given {
    language: Option<String>,
    keywords: Option<usize>,
    phrases: Option<usize>,
    stop_words: Option<Vec<String>>,
}

/// The options that `value` holds; `undefined` and `null` are the default ones.
///
/// # Errors
///
/// `bad-options` with the field that is unknown or of the wrong type.
pub fn read(value: &JsValue) -> Result<Options, Thrown> {
    let default = Options::default();
    if value.is_undefined() || value.is_null() {
        return Ok(default);
    }
    let given: Given = serde_wasm_bindgen::from_value(value.clone())
        .map_err(|error| Thrown::new("bad-options", &format!("options: {error}")))?;
    Ok(Options {
        language: given.language.or(default.language),
        keywords: given.keywords.unwrap_or(default.keywords),
        phrases: given.phrases.unwrap_or(default.phrases),
        stop_words: given.stop_words.unwrap_or(default.stop_words),
    })
}

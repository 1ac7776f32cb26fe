//! Options from JavaScript.

use js_sys::Object;
use serde::Deserialize;
use wasm_bindgen::{JsCast, JsValue};

use super::error::Thrown;
use crate::Options;

/// The names of the options, as JavaScript writes them.
const NAMES: [&str; 4] = ["language", "keywords", "phrases", "stopWords"];

#[derive(Deserialize)]
#[serde(rename = "Options", rename_all = "camelCase")]
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
    let object = value.dyn_ref::<Object>().ok_or_else(|| bad("they must be an object"))?;
    // A misspelt name must not pass for a default; the deserialiser looks at known fields only.
    for name in Object::keys(object).iter().filter_map(|key| key.as_string()) {
        if !NAMES.contains(&&*name) {
            return Err(bad(&format!("unknown option {name:?}; known are {}", NAMES.join(", "))));
        }
    }
    let given: Given =
        serde_wasm_bindgen::from_value(value.clone()).map_err(|error| bad(&error.to_string()))?;
    Ok(Options {
        language: given.language.or(default.language),
        keywords: given.keywords.unwrap_or(default.keywords),
        phrases: given.phrases.unwrap_or(default.phrases),
        stop_words: given.stop_words.unwrap_or(default.stop_words),
    })
}

fn bad(what: &str) -> Thrown {
    Thrown::new("bad-options", &format!("options: {what}"))
}

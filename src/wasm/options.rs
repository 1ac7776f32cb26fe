//! Options from JavaScript.

use js_sys::{Array, Object};
use wasm_bindgen::{JsCast, JsValue};

use super::error::Thrown;
use crate::Options;

/// The options that `value` holds; `undefined` and `null` are the default ones.
///
/// # Errors
///
/// `bad-options` with the field that is unknown or of the wrong type.
pub fn read(value: &JsValue) -> Result<Options, Thrown> {
    let mut options = Options::default();
    for (name, value) in fields(value, &["language", "keywords", "phrases", "stopWords"])? {
        match &*name {
            "language" => options.language = Some(string(&name, &value)?),
            "keywords" => options.keywords = whole_number(&name, &value)?,
            "phrases" => options.phrases = whole_number(&name, &value)?,
            _ => options.stop_words = strings(&name, &value)?,
        }
    }
    Ok(options)
}

/// The fields of an object of options that are set, all of them `known`.
///
/// # Errors
///
/// `bad-options` when `value` is no object or has a field that is not known.
pub fn fields(value: &JsValue, known: &[&str]) -> Result<Vec<(String, JsValue)>, Thrown> {
    if value.is_undefined() || value.is_null() {
        return Ok(Vec::new());
    }
    let object = value.dyn_ref::<Object>().ok_or_else(|| bad("they must be an object"))?;
    let mut fields = Vec::new();
    for entry in Object::entries(object).iter() {
        let entry: Array = entry.unchecked_into();
        let (name, value) = (entry.get(0).as_string().unwrap_or_default(), entry.get(1));
        if !known.contains(&&*name) {
            return Err(bad(&format!("unknown option {name:?}; known are {}", known.join(", "))));
        }
        // A field that is there and undefined is a field left out.
        if !value.is_undefined() {
            fields.push((name, value));
        }
    }
    Ok(fields)
}

/// The string that the option `name` must be.
pub fn string(name: &str, value: &JsValue) -> Result<String, Thrown> {
    value.as_string().ok_or_else(|| bad(&format!("{name} must be a string")))
}

fn strings(name: &str, value: &JsValue) -> Result<Vec<String>, Thrown> {
    let words = value.dyn_ref::<Array>().map(|array| array.iter().map(|word| word.as_string()).collect());
    words.flatten().ok_or_else(|| bad(&format!("{name} must be an array of strings")))
}

/// The whole number, not negative, that the option `name` must be.
pub fn whole_number(name: &str, value: &JsValue) -> Result<usize, Thrown> {
    value
        .as_f64()
        .filter(|&number| number >= 0.0 && number.trunc() == number && number <= f64::from(u32::MAX))
        .map(|number| number as usize)
        .ok_or_else(|| bad(&format!("{name} must be a whole number from 0")))
}

/// The error for options that cannot be read.
pub fn bad(what: &str) -> Thrown {
    Thrown::new("bad-options", &format!("options: {what}"))
}

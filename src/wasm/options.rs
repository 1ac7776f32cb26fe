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
    if value.is_undefined() || value.is_null() {
        return Ok(options);
    }
    let object = value.dyn_ref::<Object>().ok_or_else(|| bad("they must be an object"))?;
    for entry in Object::entries(object).iter() {
        let entry: Array = entry.unchecked_into();
        let (name, value) = (entry.get(0).as_string().unwrap_or_default(), entry.get(1));
        match &*name {
            // A field that is there and undefined is a field left out.
            "language" | "keywords" | "phrases" | "stopWords" if value.is_undefined() => {}
            "language" => options.language = Some(string(&name, &value)?),
            "keywords" => options.keywords = whole_number(&name, &value)?,
            "phrases" => options.phrases = whole_number(&name, &value)?,
            "stopWords" => options.stop_words = strings(&name, &value)?,
            _ => {
                return Err(bad(&format!(
                    "unknown option {name:?}; known are language, keywords, phrases, stopWords"
                )));
            }
        }
    }
    Ok(options)
}

fn string(name: &str, value: &JsValue) -> Result<String, Thrown> {
    value.as_string().ok_or_else(|| bad(&format!("{name} must be a string")))
}

fn strings(name: &str, value: &JsValue) -> Result<Vec<String>, Thrown> {
    let words = value.dyn_ref::<Array>().map(|array| array.iter().map(|word| word.as_string()).collect());
    words.flatten().ok_or_else(|| bad(&format!("{name} must be an array of strings")))
}

fn whole_number(name: &str, value: &JsValue) -> Result<usize, Thrown> {
    value
        .as_f64()
        .filter(|&number| number >= 0.0 && number.trunc() == number && number <= f64::from(u32::MAX))
        .map(|number| number as usize)
        .ok_or_else(|| bad(&format!("{name} must be a whole number from 0")))
}

fn bad(what: &str) -> Thrown {
    Thrown::new("bad-options", &format!("options: {what}"))
}

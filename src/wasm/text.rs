//! Strings from JavaScript.

use wasm_bindgen::JsValue;

use super::error::Thrown;

/// The string that `value`, called `name`, holds; lone surrogates become U+FFFD, one unit for one.
pub fn read(name: &str, value: &JsValue) -> Result<String, Thrown> {
    value.as_string().ok_or_else(|| {
        let found = value.js_typeof().as_string().unwrap_or_default();
        Thrown::new("not-a-string", &format!("{name} must be a string, not of type {found}"))
    })
}

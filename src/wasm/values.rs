//! Plain values and lists of spans as JavaScript's.

use js_sys::{JSON, Uint32Array};
use serde::Serialize;
use wasm_bindgen::JsValue;

use super::error::Thrown;
use crate::text::Span;

/// The object of a value's JSON.
pub fn parsed(value: &impl Serialize) -> Result<JsValue, Thrown> {
    let Ok(json) = serde_json::to_string(value) else {
        return Err(Thrown::internal(JsValue::NULL));
    };
    JSON::parse(&json).map_err(Thrown::internal)
}

/// A value as JavaScript's: with `null`, not `undefined`, for what JSON writes as null, and objects for maps.
#[cfg(feature = "explore")]
pub fn plain(value: &impl Serialize) -> Result<JsValue, Thrown> {
    let serializer =
        serde_wasm_bindgen::Serializer::new().serialize_missing_as_null(true).serialize_maps_as_objects(true);
    Ok(value.serialize(&serializer)?)
}

/// Spans as `[start, end, start, end, …]`.
pub fn spans<'s>(spans: impl IntoIterator<Item = &'s Span>) -> Uint32Array {
    let flat: Vec<u32> = spans.into_iter().flat_map(|span| [span.start, span.end]).collect();
    Uint32Array::from(&flat[..])
}

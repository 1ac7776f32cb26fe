//! The report of a text, for JavaScript.

use wasm_bindgen::prelude::*;

use super::error::Thrown;
use super::timing::{self, Measure};
use super::{options, packs, text, view};
use crate::Options;
use crate::analysis::{analyze_with, find_entities_with};
use crate::report::Report;
use crate::text::OffsetUnit;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("textlens.d.ts");

/// Analyses a text.
///
/// # Errors
///
/// A `TextlensError`: `not-a-string`, `bad-options`, `too-long`.
#[wasm_bindgen(unchecked_return_type = "Report")]
pub fn analyze(
    #[wasm_bindgen(unchecked_param_type = "string")] text: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "Options")] options: &JsValue,
) -> Result<JsValue, Thrown> {
    view::report(report(text, options)?)
}

/// Analyses a text and gives the report as JSON, byte for byte what the command line writes.
///
/// # Errors
///
/// As [`analyze`].
#[wasm_bindgen(js_name = reportJson)]
pub fn report_json(
    #[wasm_bindgen(unchecked_param_type = "string")] text: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "Options")] options: &JsValue,
) -> Result<String, Thrown> {
    Ok(report(text, options)?.to_json())
}

/// Finds only what of a report rests on names: all that is new in it when a names pack has come.
///
/// # Errors
///
/// As [`analyze`].
#[wasm_bindgen(js_name = findEntities, unchecked_return_type = "EntityReport")]
pub fn find_entities(
    #[wasm_bindgen(unchecked_param_type = "string")] text: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "Options")] options: &JsValue,
) -> Result<JsValue, Thrown> {
    let inputs = inputs(text, options)?;
    let found = find_entities_with(&packs::registered(), &inputs.text, &inputs.options)?;
    view::entity_report(found.with_offsets(&inputs.text, OffsetUnit::Utf16))
}

fn report(text: &JsValue, options: &JsValue) -> Result<Report, Thrown> {
    let inputs = inputs(text, options)?;
    let report = analyze_with(&packs::registered(), &inputs.text, &inputs.options)?;
    Ok(report.with_offsets(&inputs.text, OffsetUnit::Utf16))
}

/// What an analysis is made of; it shows in the profiler's timeline until this is dropped.
struct Inputs {
    text: String,
    options: Options,
    _measure: Measure,
}

#[inline(never)]
fn inputs(text: &JsValue, options: &JsValue) -> Result<Inputs, Thrown> {
    let (text, options) = (text::read("text", text)?, options::read(options)?);
    Ok(Inputs { text, options, _measure: timing::measure("textlens: analyse") })
}

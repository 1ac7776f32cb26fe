//! The report of a text, for JavaScript.

use wasm_bindgen::prelude::*;

use super::error::Thrown;
use super::{options, packs, text, timing, view};
use crate::analysis::analyze_with;
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

fn report(text: &JsValue, options: &JsValue) -> Result<Report, Thrown> {
    let text = text::read(text)?;
    let options = options::read(options)?;
    let _span = timing::measure("textlens: analyse");
    let report = analyze_with(&packs::registered(), &text, &options)?;
    Ok(report.with_offsets(&text, OffsetUnit::Utf16))
}

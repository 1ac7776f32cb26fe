//! What JavaScript sees: the only part of the crate that knows it.
//!
//! Texts come in as strings, whose lone surrogates become U+FFFD, one code
//! unit for one, so that offsets stay true. Results go out as plain objects
//! whose lists of spans are typed arrays; all offsets count UTF-16 code units.
//! The types stand in `textlens.d.ts`, by hand.

mod document;
mod error;
mod explore;
mod options;
mod packs;
mod panic;
mod text;
mod timing;
mod view;

use wasm_bindgen::prelude::*;

use crate::analysis::analyze_with;
use crate::report::Report;
use crate::text::OffsetUnit;
use error::Thrown;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("textlens.d.ts");

/// Set-up when the module is instantiated.
#[wasm_bindgen(start)]
fn start() {
    panic::throw_instead_of_trap();
}

/// The build that this module comes from, which its scripts compare with theirs.
#[wasm_bindgen(js_name = buildId)]
pub fn build_id() -> String {
    option_env!("TEXTLENS_BUILD").unwrap_or(env!("CARGO_PKG_VERSION")).to_owned()
}

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
    view::report(&report(text, options)?)
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

/// What every number of a report's `statistics` is: unit, definition, source.
///
/// # Errors
///
/// None that is known: the list is constant.
#[wasm_bindgen(unchecked_return_type = "Definition[]")]
pub fn definitions() -> Result<JsValue, Thrown> {
    Ok(serde_wasm_bindgen::to_value(crate::statistics::definitions())?)
}

/// The types of entities: what each is called in OntoNotes and CoNLL, and whether it is worth marking unasked.
///
/// # Errors
///
/// None that is known: the list is constant.
#[wasm_bindgen(js_name = entityTypes, unchecked_return_type = "EntityTypeInfo[]")]
pub fn entity_types() -> Result<JsValue, Thrown> {
    view::plain(&crate::entities::TYPES)
}

/// Registers a language pack for all later analyses.
///
/// # Errors
///
/// A `TextlensError` with `bad-pack` when the bytes are no sound pack; what was registered before stays.
#[wasm_bindgen(js_name = loadPack, unchecked_return_type = "PackInfo")]
pub fn load_pack(bytes: &[u8]) -> Result<JsValue, Thrown> {
    let loaded = packs::load(bytes)?;
    Ok(serde_wasm_bindgen::to_value(&crate::report::PackInfo::from(&loaded))?)
}

fn report(text: &JsValue, options: &JsValue) -> Result<Report, Thrown> {
    let text = text::read(text)?;
    let options = options::read(options)?;
    let _span = timing::measure("textlens: analyse");
    let report = analyze_with(&packs::registered(), &text, &options)?;
    Ok(report.with_offsets(&text, OffsetUnit::Utf16))
}

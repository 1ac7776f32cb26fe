//! What JavaScript sees: the only part of the crate that knows it.
//!
//! Texts come in as strings, whose lone surrogates become U+FFFD, one code
//! unit for one, so that offsets stay true. Results go out as plain objects
//! whose lists of spans are typed arrays; all offsets count UTF-16 code units.
//!
//! Two features make two modules of it: `report` the reports and edits of a
//! text (types in `textlens.d.ts`, by hand), `explore` what is asked of a text
//! (`explore.d.ts`). With both it is one module that does all.

#[cfg(feature = "report")]
mod document;
mod error;
#[cfg(feature = "explore")]
mod explorer;
mod options;
mod packs;
mod panic;
#[cfg(feature = "explore")]
mod queries;
#[cfg(feature = "report")]
mod reports;
#[cfg(feature = "stages")]
mod stages;
mod text;
#[cfg(feature = "report")]
mod timing;
mod values;
#[cfg(feature = "report")]
mod view;

use wasm_bindgen::prelude::*;

use error::Thrown;

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

#[wasm_bindgen(typescript_custom_section)]
const LOAD_PACK: &str = r#"
/**
 * Registers a language pack for all later analyses.
 *
 * @throws a `TextlensError` with `bad-pack` when the bytes are no sound pack; what was registered before stays.
 */
export function loadPack(bytes: Uint8Array): PackInfo;
/**
 * Takes the next part of a language pack that arrives in parts, and reads what is there of it.
 *
 * @param part an empty one says that nothing follows.
 * @param arrival a number of your own, another for each pack that is under way.
 * @returns nothing until the pack is there as a whole, which then is registered.
 */
export function loadPack(part: Uint8Array, arrival: number): PackInfo | undefined;
"#;

/// Registers a language pack for all later analyses, or takes the next part of one.
///
/// # Errors
///
/// A `TextlensError` with `bad-pack` when the bytes are no sound pack; what was registered before stays.
#[wasm_bindgen(js_name = loadPack, skip_typescript)]
pub fn load_pack(bytes: &[u8], arrival: Option<u32>) -> Result<JsValue, Thrown> {
    match packs::load(bytes, arrival)? {
        Some(loaded) => values::parsed(&crate::report::PackInfo::from(&loaded)),
        None => Ok(JsValue::UNDEFINED),
    }
}

//! A text that is edited, for JavaScript.

use js_sys::{Number, Uint32Array};
use wasm_bindgen::prelude::*;

use super::error::Thrown;
use super::{options, packs, text, timing, values, view};
use crate::document;
use crate::report::Report;
use crate::text::OffsetUnit;

/// A text that is edited, and its report of now. Call `free()` when done with it.
#[wasm_bindgen]
pub struct Document {
    inner: document::Document,
}

#[wasm_bindgen]
impl Document {
    /// A document of `text`.
    ///
    /// # Errors
    ///
    /// A `TextlensError`: `not-a-string`, `bad-options`, `too-long`.
    #[wasm_bindgen(constructor)]
    pub fn new(
        #[wasm_bindgen(unchecked_param_type = "string")] text: &JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "Options")] options: &JsValue,
    ) -> Result<Document, Thrown> {
        let inner = document::Document::new(text::read("text", text)?, options::read(options)?)?;
        Ok(Self { inner })
    }

    /// The text as it stands.
    #[wasm_bindgen(getter)]
    pub fn text(&self) -> String {
        self.inner.text().to_owned()
    }

    /// Puts `insert` in place of what stands from `start` to `end`, as `slice` counts.
    ///
    /// # Errors
    ///
    /// A `TextlensError`: `bad-range` when the range runs backwards, beyond the
    /// end or into a surrogate pair; `not-a-string`, `too-long`. The text then stays as it was.
    pub fn edit(
        &mut self,
        start: f64,
        end: f64,
        #[wasm_bindgen(unchecked_param_type = "string")] insert: &JsValue,
    ) -> Result<(), Thrown> {
        let insert = text::read("insert", insert)?;
        Ok(self.inner.edit(offset(start)?, offset(end)?, &insert, OffsetUnit::Utf16)?)
    }

    /// The report of the text as it stands.
    ///
    /// # Errors
    ///
    /// A `TextlensError` with `internal` when JavaScript cannot hold the result.
    #[wasm_bindgen(unchecked_return_type = "Report")]
    pub fn report(&self) -> Result<JsValue, Thrown> {
        view::report(self.in_utf16())
    }

    /// The report as JSON, byte for byte what the command line writes.
    #[wasm_bindgen(js_name = reportJson)]
    pub fn report_json(&self) -> String {
        self.in_utf16().to_json()
    }

    /// The spans of all words and numbers: `[start, end, …]`.
    #[wasm_bindgen(js_name = wordSpans)]
    pub fn word_spans(&self) -> Uint32Array {
        values::spans(&self.inner.word_spans(&packs::registered(), OffsetUnit::Utf16))
    }

    /// The spans of all sentences: `[start, end, …]`.
    #[wasm_bindgen(js_name = sentenceSpans)]
    pub fn sentence_spans(&self) -> Uint32Array {
        values::spans(&self.inner.sentence_spans(&packs::registered(), OffsetUnit::Utf16))
    }
}

impl Document {
    fn in_utf16(&self) -> Report {
        let _span = timing::measure("textlens: analyse document");
        self.inner.report(&packs::registered()).with_offsets(self.inner.text(), OffsetUnit::Utf16)
    }
}

/// An offset as JavaScript gives it: a whole number that is not negative.
fn offset(value: f64) -> Result<usize, Thrown> {
    if value >= 0.0 && value <= f64::from(u32::MAX) && value == value.trunc() {
        return Ok(value as usize);
    }
    // JavaScript writes the number: the code that writes any in Rust takes 5 KB in brotli.
    let shown = Number::from(value).to_string_with_radix(10).map(String::from).unwrap_or_default();
    Err(Thrown::new("bad-range", &format!("an offset must be a whole number from 0, not {shown}")))
}

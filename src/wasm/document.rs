//! A text that is edited, for JavaScript.

use js_sys::Uint32Array;
use wasm_bindgen::prelude::*;

use super::error::Thrown;
use super::{explore, options, packs, text, timing, view};
use crate::compare::compare;
use crate::document;
use crate::report::Report;
use crate::text::{OffsetMap, OffsetUnit, Span};

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
        let inner = document::Document::new(text::read(text)?, options::read(options)?)?;
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
        let insert = text::read(insert)?;
        Ok(self.inner.edit(offset(start)?, offset(end)?, &insert, OffsetUnit::Utf16)?)
    }

    /// The report of the text as it stands.
    ///
    /// # Errors
    ///
    /// A `TextlensError` with `internal` when JavaScript cannot hold the result.
    #[wasm_bindgen(unchecked_return_type = "Report")]
    pub fn report(&self) -> Result<JsValue, Thrown> {
        view::report(&self.in_utf16())
    }

    /// The report as JSON, byte for byte what the command line writes.
    #[wasm_bindgen(js_name = reportJson)]
    pub fn report_json(&self) -> String {
        self.in_utf16().to_json()
    }

    /// The spans of all words and numbers: `[start, end, …]`.
    #[wasm_bindgen(js_name = wordSpans)]
    pub fn word_spans(&self) -> Uint32Array {
        view::spans(&self.inner.word_spans(OffsetUnit::Utf16))
    }

    /// The spans of all sentences: `[start, end, …]`.
    #[wasm_bindgen(js_name = sentenceSpans)]
    pub fn sentence_spans(&self) -> Uint32Array {
        view::spans(self.in_utf16().sentences.iter().map(|sentence| &sentence.span))
    }
}

#[wasm_bindgen]
impl Document {
    /// Every place of `query` in its context, five numbers a line: where the words
    /// before start, where the place starts and ends, where the words after end,
    /// and the index of the sentence.
    ///
    /// # Errors
    ///
    /// A `TextlensError` with `bad-query` that says where the query cannot be read, or `bad-options`.
    pub fn concordance(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string")] query: &JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "ConcordanceOptions")] options: &JsValue,
    ) -> Result<Uint32Array, Thrown> {
        let (query, options) = (explore::query(query)?, explore::concordance_options(options)?);
        let lines = self.inner.read(&packs::registered()).concordance(&query, options.width, options.order);
        let map = OffsetMap::new(self.inner.text());
        let flat: Vec<u32> = lines
            .into_iter()
            .flat_map(|line| {
                let node = map.translate(line.node, OffsetUnit::Utf16);
                let around = Span { start: line.left.start, end: line.right.end };
                let around = map.translate(around, OffsetUnit::Utf16);
                [around.start, node.start, node.end, around.end, line.sentence as u32]
            })
            .collect();
        Ok(Uint32Array::from(&flat[..]))
    }

    /// The company that `query` keeps, by falling G².
    ///
    /// # Errors
    ///
    /// A `TextlensError`: `bad-query`, `bad-options`.
    #[wasm_bindgen(unchecked_return_type = "Collocate[]")]
    pub fn collocations(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string")] query: &JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "CollocationOptions")] options: &JsValue,
    ) -> Result<JsValue, Thrown> {
        let (query, options) = (explore::query(query)?, explore::collocation_options(options)?);
        let packs = packs::registered();
        view::plain(&self.inner.read(&packs).collocations(&query, options.company, options.minimum))
    }

    /// How evenly `query` is spread over `parts` parts of equally many words.
    ///
    /// # Errors
    ///
    /// A `TextlensError` with `bad-query` that says where the query cannot be read.
    #[wasm_bindgen(unchecked_return_type = "Dispersion")]
    pub fn dispersion(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string")] query: &JsValue,
        parts: usize,
    ) -> Result<JsValue, Thrown> {
        let query = explore::query(query)?;
        view::plain(&self.inner.read(&packs::registered()).dispersion(&query, parts))
    }

    /// Sequences of words by falling count.
    ///
    /// # Errors
    ///
    /// A `TextlensError` with `bad-options`.
    #[wasm_bindgen(unchecked_return_type = "Ngram[]")]
    pub fn ngrams(
        &self,
        #[wasm_bindgen(unchecked_optional_param_type = "NgramOptions")] options: &JsValue,
    ) -> Result<JsValue, Thrown> {
        let found = self.inner.read(&packs::registered()).ngrams(explore::ngram_options(options)?);
        view::ngrams(&found, &OffsetMap::new(self.inner.text()))
    }

    /// The words that are more frequent than in the language at large (against
    /// another text: see `compare`); none where the words pack of the language is missing.
    ///
    /// # Errors
    ///
    /// A `TextlensError` with `internal` when JavaScript cannot hold the result.
    #[wasm_bindgen(unchecked_return_type = "KeyWord[]")]
    pub fn keyness(&self) -> Result<JsValue, Thrown> {
        view::plain(&self.inner.read(&packs::registered()).keyness(None))
    }

    /// This text and another side by side.
    ///
    /// # Errors
    ///
    /// A `TextlensError` with `internal` when JavaScript cannot hold the result.
    #[wasm_bindgen(unchecked_return_type = "Comparison")]
    pub fn compare(&self, other: &Document) -> Result<JsValue, Thrown> {
        let packs = packs::registered();
        view::plain(&compare(&self.inner.read(&packs).counts(), &other.inner.read(&packs).counts()))
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
    Err(Thrown::new("bad-range", &format!("an offset must be a whole number from 0, not {value}")))
}

//! A text that is asked many things, for JavaScript.

use js_sys::Uint32Array;
use serde::Serialize;
use wasm_bindgen::prelude::*;

use super::error::Thrown;
use super::values::{plain, spans};
use super::{options, packs, queries, text};
use crate::compare;
use crate::explorer;
use crate::keywords::{Form, Ngram};
use crate::text::{OffsetMap, OffsetUnit, Span};

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("explore.d.ts");

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
    super::values::plain(&crate::entities::TYPES)
}

/// A text that is read once and asked many things. Call `free()` when done with it.
#[wasm_bindgen]
pub struct Explorer {
    inner: explorer::Explorer,
}

#[wasm_bindgen]
impl Explorer {
    /// Reads `text` with the language packs that are loaded by now.
    ///
    /// # Errors
    ///
    /// A `TextlensError`: `not-a-string`, `bad-options`, `too-long`.
    #[wasm_bindgen(constructor)]
    pub fn new(
        #[wasm_bindgen(unchecked_param_type = "string")] text: &JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "Options")] options: &JsValue,
    ) -> Result<Explorer, Thrown> {
        let inner = explorer::Explorer::new(
            packs::registered(),
            text::read("text", text)?,
            &options::read(options)?,
        )?;
        Ok(Self { inner })
    }

    /// The text.
    #[wasm_bindgen(getter)]
    pub fn text(&self) -> String {
        self.inner.text().to_owned()
    }

    /// The spans of all places of `query`: `[start, end, …]`.
    ///
    /// A query is words that stand one after the other, whatever their case and accents (`strasse`
    /// finds *Straße*): `John F. Kennedy`; `[word]` for all forms of a word; `wor*` and `w?rd`;
    /// `/pattern/`, or `/pattern/i` for any case. Points, hyphens and quotation marks between words may stand
    /// in either and lack in the other; a comma in the text needs a mark in the query; `%`, `&`, `+` and the like
    /// stand in both. Characters of Chinese, Japanese and Thai are found wherever they stand in a row.
    ///
    /// # Errors
    ///
    /// A `TextlensError` with `bad-query` that says where the query cannot be read.
    pub fn find(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string")] query: &JsValue,
    ) -> Result<Uint32Array, Thrown> {
        let found = self.inner.reading().find(&queries::query(query)?);
        let map = self.inner.reading().offsets();
        let in_utf16: Vec<Span> =
            found.iter().map(|place| map.translate(place.span, OffsetUnit::Utf16)).collect();
        Ok(spans(&in_utf16))
    }

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
        let (query, options) = (queries::query(query)?, queries::concordance_options(options)?);
        let reading = self.inner.reading();
        let lines = reading.concordance(&query, options.width, options.order, options.limit);
        let map = reading.offsets();
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
        let (query, options) = (queries::query(query)?, queries::collocation_options(options)?);
        let mut found = self.inner.reading().collocations(&query, options.company, options.minimum);
        found.truncate(options.limit);
        plain(&found)
    }

    /// The company that `query` keeps as a graph: its first 20 words unless `limit`
    /// says otherwise (100 at most), and which of them share sentences.
    ///
    /// # Errors
    ///
    /// A `TextlensError`: `bad-query`, `bad-options`.
    #[wasm_bindgen(unchecked_return_type = "CollocationGraph")]
    pub fn graph(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string")] query: &JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "CollocationOptions")] options: &JsValue,
    ) -> Result<JsValue, Thrown> {
        const NODES: usize = 20;
        let (query, options) = (queries::query(query)?, queries::collocation_options(options)?);
        let limit = if options.limit == usize::MAX { NODES } else { options.limit };
        plain(&self.inner.reading().graph(&query, options.company, options.minimum, limit))
    }

    /// How evenly `query` is spread over `parts` parts of equally many words.
    ///
    /// # Errors
    ///
    /// A `TextlensError`: `bad-query`, or `bad-options` when `parts` is no whole number from 0.
    #[wasm_bindgen(unchecked_return_type = "Dispersion")]
    pub fn dispersion(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string")] query: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "number")] parts: &JsValue,
    ) -> Result<JsValue, Thrown> {
        let (query, parts) = (queries::query(query)?, options::whole_number("parts", parts)?);
        plain(&self.inner.reading().dispersion(&query, parts))
    }

    /// Words and sequences of words by falling count.
    ///
    /// # Errors
    ///
    /// A `TextlensError` with `bad-options`.
    #[wasm_bindgen(unchecked_return_type = "Ngram[]")]
    pub fn ngrams(
        &self,
        #[wasm_bindgen(unchecked_optional_param_type = "NgramOptions")] options: &JsValue,
    ) -> Result<JsValue, Thrown> {
        let found = self.inner.reading().ngrams(&queries::ngram_options(options)?);
        ngrams(&found, &self.inner.reading().offsets())
    }

    /// Up to `count` sentences that carry the text, in its order.
    ///
    /// # Errors
    ///
    /// A `TextlensError` with `bad-options` when `count` is no whole number from 0.
    #[wasm_bindgen(unchecked_return_type = "KeySentence[]")]
    pub fn summary(
        &self,
        #[wasm_bindgen(unchecked_param_type = "number")] count: &JsValue,
    ) -> Result<JsValue, Thrown> {
        let count = options::whole_number("count", count)?;
        let map = self.inner.reading().offsets();
        let mut found = self.inner.reading().summary(count);
        for sentence in &mut found {
            sentence.span = map.translate(sentence.span, OffsetUnit::Utf16);
        }
        plain(&found)
    }

    /// Why the phrase that stands from `start` to `end` ranks where it does; `null` where none
    /// of the text's candidates stands, or without a ranker.
    ///
    /// # Errors
    ///
    /// A `TextlensError` with `internal` when JavaScript cannot hold the result.
    #[wasm_bindgen(unchecked_return_type = "PhraseReasons | null")]
    pub fn why(&self, start: usize, end: usize) -> Result<JsValue, Thrown> {
        let map = self.inner.reading().offsets();
        let [start, end] = [start, end].map(|at| map.to_bytes(at, OffsetUnit::Utf16));
        plain(
            &start.zip(end).and_then(|(start, end)| {
                self.inner.reading().why(Span { start: start as u32, end: end as u32 })
            }),
        )
    }

    /// The words that are more frequent than in the language at large; none where its words
    /// pack is missing or has no frequencies.
    ///
    /// # Errors
    ///
    /// A `TextlensError` with `bad-options`.
    #[wasm_bindgen(unchecked_return_type = "KeyWord[]")]
    pub fn keyness(
        &self,
        #[wasm_bindgen(unchecked_optional_param_type = "KeynessOptions")] options: &JsValue,
    ) -> Result<JsValue, Thrown> {
        plain(&self.inner.reading().keyness(None, queries::keyness_options(options)?))
    }

    /// The words that are more frequent than in `reference`.
    ///
    /// # Errors
    ///
    /// A `TextlensError` with `bad-options`.
    #[wasm_bindgen(js_name = keynessAgainst, unchecked_return_type = "KeyWord[]")]
    pub fn keyness_against(
        &self,
        reference: &Explorer,
        #[wasm_bindgen(unchecked_optional_param_type = "KeynessOptions")] options: &JsValue,
    ) -> Result<JsValue, Thrown> {
        let counts = reference.inner.reading().counts();
        plain(&self.inner.reading().keyness(Some(&counts), queries::keyness_options(options)?))
    }

    /// This text and another side by side.
    ///
    /// # Errors
    ///
    /// A `TextlensError` with `internal` when JavaScript cannot hold the result.
    #[wasm_bindgen(unchecked_return_type = "Comparison")]
    pub fn compare(&self, other: &Explorer) -> Result<JsValue, Thrown> {
        plain(&self.inner.reading().compare(other.inner.reading()))
    }
}

/// The entities of two reports together: those that both texts name come first.
///
/// # Errors
///
/// A `TextlensError` with `bad-options` when either is no list of entities.
#[wasm_bindgen(js_name = compareEntities, unchecked_return_type = "ComparedEntity[]")]
pub fn compare_entities(
    #[wasm_bindgen(unchecked_param_type = "readonly NamedEntity[]")] first: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "readonly NamedEntity[]")] second: &JsValue,
) -> Result<JsValue, Thrown> {
    plain(&compare::entities(&queries::named(first)?, &queries::named(second)?))
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct NgramView<'n> {
    text: &'n str,
    count: usize,
    per_thousand: f64,
    forms: &'n [Form],
    #[serde(with = "serde_wasm_bindgen::preserve")]
    spans: Uint32Array,
}

/// The n-grams `found`, whose offsets are bytes.
pub fn ngrams(found: &[Ngram], map: &OffsetMap<'_>) -> Result<JsValue, Thrown> {
    let in_utf16 = |ngram: &Ngram| -> Vec<Span> {
        ngram.spans.iter().map(|&span| map.translate(span, OffsetUnit::Utf16)).collect()
    };
    let views: Vec<NgramView<'_>> = found
        .iter()
        .map(|ngram| NgramView {
            text: &ngram.text,
            count: ngram.count,
            per_thousand: ngram.per_thousand,
            forms: &ngram.forms,
            spans: spans(&in_utf16(ngram)),
        })
        .collect();
    plain(&views)
}

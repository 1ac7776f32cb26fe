//! Queries and their options from JavaScript.

use wasm_bindgen::JsValue;

use super::error::Thrown;
use super::options::{bad, fields, string, whole_number};
use super::text;
use crate::keywords::{Company, NgramOptions, Order, Query};

/// The query that `value` holds.
///
/// # Errors
///
/// `not-a-string`, or `bad-query` with where it cannot be read.
pub fn query(value: &JsValue) -> Result<Query, Thrown> {
    Query::parse(&text::read(value)?).map_err(|error| Thrown::new("bad-query", &error.to_string()))
}

/// How a concordance is wanted.
pub struct ConcordanceOptions {
    pub width: usize,
    pub order: Order,
}

/// Words on each side and the order of the lines: 8 and that of the text by default.
pub fn concordance_options(value: &JsValue) -> Result<ConcordanceOptions, Thrown> {
    let mut options = ConcordanceOptions { width: 8, order: Order::Place };
    for (name, value) in fields(value, &["width", "order"])? {
        match &*name {
            "width" => options.width = whole_number(&name, &value)?,
            _ => {
                options.order = match &*string(&name, &value)? {
                    "place" => Order::Place,
                    "left" => Order::Left,
                    "right" => Order::Right,
                    other => return Err(bad(&format!("order must be place, left or right, not {other:?}"))),
                }
            }
        }
    }
    Ok(options)
}

/// Which company is wanted.
pub struct CollocationOptions {
    pub company: Company,
    pub minimum: u64,
}

/// The window, the sentence by default, and the least count near the node, 2 by default.
pub fn collocation_options(value: &JsValue) -> Result<CollocationOptions, Thrown> {
    let mut options = CollocationOptions { company: Company::Sentence, minimum: 2 };
    for (name, value) in fields(value, &["window", "minimum"])? {
        let number = whole_number(&name, &value)?;
        match &*name {
            "window" => options.company = Company::Window(number),
            _ => options.minimum = number as u64,
        }
    }
    Ok(options)
}

/// Pairs of content words that stand in the text twice or more, a hundred of them, by default.
pub fn ngram_options(value: &JsValue) -> Result<NgramOptions, Thrown> {
    let mut options = NgramOptions { words: 2, minimum: 2, limit: 100, content_only: true };
    for (name, value) in fields(value, &["words", "minimum", "limit", "contentOnly"])? {
        match &*name {
            "words" => options.words = whole_number(&name, &value)?,
            "minimum" => options.minimum = whole_number(&name, &value)?,
            "limit" => options.limit = whole_number(&name, &value)?,
            _ => {
                options.content_only = value.as_bool().ok_or_else(|| bad("contentOnly must be a boolean"))?
            }
        }
    }
    Ok(options)
}

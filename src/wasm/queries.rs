//! Queries and their options from JavaScript.

use js_sys::{Array, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use super::error::Thrown;
use super::options::{bad, entity_type, fields, string, strings, unknown, whole_number};
use super::text;
use crate::compare::Named;
use crate::keywords::{Company, KeynessOptions, MAX_WORDS, NgramOptions, Order, Query, Significance};
use crate::lexicon::WordClass;
use crate::text::{OffsetMap, OffsetUnit};

/// The query that `value` holds.
///
/// # Errors
///
/// `not-a-string`, or `bad-query` with where it cannot be read, in `at` too.
pub fn query(value: &JsValue) -> Result<Query, Thrown> {
    let query = text::read("query", value)?;
    Query::parse(&query).map_err(|error| {
        let error = error.counted(|at| OffsetMap::new(&query).from_bytes(at, OffsetUnit::Utf16));
        Thrown::new("bad-query", &error.to_string()).at(error.at())
    })
}

/// How a concordance is wanted.
pub struct ConcordanceOptions {
    pub width: usize,
    pub order: Order,
    pub limit: usize,
}

/// Words on each side and the order of the lines: 8, that of the text and all lines by default.
pub fn concordance_options(value: &JsValue) -> Result<ConcordanceOptions, Thrown> {
    let mut options = ConcordanceOptions { width: 8, order: Order::Place, limit: usize::MAX };
    for (name, value) in fields(value, &["width", "order", "limit"])? {
        match &*name {
            "limit" => options.limit = whole_number(&name, &value)?,
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
    pub limit: usize,
}

/// The window, the sentence by default, and the least count near the node, 2 by default;
/// all of them unless a limit is given.
pub fn collocation_options(value: &JsValue) -> Result<CollocationOptions, Thrown> {
    let mut options = CollocationOptions { company: Company::Sentence, minimum: 2, limit: usize::MAX };
    for (name, value) in fields(value, &["window", "minimum", "limit"])? {
        let number = whole_number(&name, &value)?;
        match &*name {
            "window" => options.company = Company::Window(number),
            "limit" => options.limit = number,
            _ => options.minimum = number as u64,
        }
    }
    Ok(options)
}

/// What to count: [`NgramOptions::default`] where nothing else is said.
pub fn ngram_options(value: &JsValue) -> Result<NgramOptions, Thrown> {
    let mut options = NgramOptions::default();
    let known =
        ["words", "lemmas", "minimum", "limit", "contentOnly", "stopWords", "shortest", "longest", "classes"];
    for (name, value) in fields(value, &known)? {
        match &*name {
            "words" => {
                let words = whole_number(&name, &value)?;
                let words = Some(words).filter(|words| (1..=MAX_WORDS).contains(words));
                options.words =
                    words.ok_or_else(|| bad(&format!("words must be a number from 1 to {MAX_WORDS}")))?;
            }
            "minimum" => options.minimum = whole_number(&name, &value)?,
            "limit" => options.limit = whole_number(&name, &value)?,
            "shortest" => options.letters.0 = whole_number(&name, &value)?,
            "longest" => options.letters.1 = whole_number(&name, &value)?,
            "lemmas" => options.lemmas = boolean(&name, &value)?,
            "contentOnly" => options.content_only = boolean(&name, &value)?,
            "stopWords" => options.stop_words = Some(strings(&name, &value)?),
            _ => {
                let class = |tag: &String| {
                    let known = || unknown("class", tag, &WordClass::ALL.map(WordClass::tag));
                    WordClass::of_tag(tag).ok_or_else(known)
                };
                options.classes = strings(&name, &value)?.iter().map(class).collect::<Result<_, _>>()?;
            }
        }
    }
    Ok(options)
}

fn boolean(name: &str, value: &JsValue) -> Result<bool, Thrown> {
    value.as_bool().ok_or_else(|| bad(&format!("{name} must be a boolean")))
}

/// The least count and significance of a key word: any by default.
pub fn keyness_options(value: &JsValue) -> Result<KeynessOptions, Thrown> {
    let mut options = KeynessOptions::default();
    for (name, value) in fields(value, &["minimum", "significance"])? {
        match &*name {
            "minimum" => options.minimum = whole_number(&name, &value)? as u64,
            _ => {
                let level = string(&name, &value)?;
                let known = || unknown("level", &level, &Significance::ALL.map(Significance::name));
                options.significance = Significance::named(&level).ok_or_else(known)?;
            }
        }
    }
    Ok(options)
}

/// The names, types and counts of a report's entities.
///
/// # Errors
///
/// `bad-options` when they are none.
pub fn named(entities: &JsValue) -> Result<Vec<Named>, Thrown> {
    let list = entities.dyn_ref::<Array>().ok_or_else(|| bad("entities must be those of a report"))?;
    list.iter().map(|entity| one_named(&entity)).collect()
}

fn one_named(entity: &JsValue) -> Result<Named, Thrown> {
    let field = |name: &str| Reflect::get(entity, &name.into()).unwrap_or(JsValue::UNDEFINED);
    Ok(Named {
        name: string("a name of entities", &field("name"))?,
        kind: entity_type(&field("type"))?,
        count: whole_number("a count of entities", &field("count"))?,
    })
}

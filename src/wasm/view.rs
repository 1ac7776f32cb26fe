//! The report as JavaScript sees it: the object of its JSON, with lists of
//! numbers and spans as typed arrays.
//!
//! One serialisation serves both forms: it costs less code than a second one,
//! and `JSON.parse` less time than a call for every field.

use std::mem::take;

use js_sys::{Array, Float64Array, Reflect, Uint8Array, Uint32Array};
use wasm_bindgen::{JsCast, JsValue};

use super::error::Thrown;
use super::values::{self, parsed};
use crate::entities::Thousandths;
use crate::report::{Entity, EntityReport, Quotation, Report};
use crate::text::Span;

/// Typed arrays for one key of an object, or of each object in a list.
struct Lists {
    /// The keys that lead to the object or list.
    path: &'static [&'static str],
    key: &'static str,
    arrays: Vec<JsValue>,
}

/// The object for `report`, whose offsets are in UTF-16 already.
///
/// # Errors
///
/// `internal` when JavaScript cannot hold the result.
pub fn report(mut report: Report) -> Result<JsValue, Thrown> {
    let mut lists = taken_from(&mut report);
    take_from_entities(&mut report.entities, &mut report.quotations, &mut lists);
    filled(parsed(&report)?, lists)
}

/// The object for what of a report rests on names, whose offsets are in UTF-16 already.
///
/// # Errors
///
/// As [`report`].
pub fn entity_report(mut report: EntityReport) -> Result<JsValue, Thrown> {
    let mut lists = Vec::new();
    take_from_entities(&mut report.entities, &mut report.quotations, &mut lists);
    filled(parsed(&report)?, lists)
}

/// The object with its lists.
fn filled(object: JsValue, lists: Vec<Lists>) -> Result<JsValue, Thrown> {
    for Lists { path, key, arrays } in lists {
        let key = JsValue::from_str(key);
        let mut holder = object.clone();
        for step in path {
            holder = Reflect::get(&holder, &JsValue::from_str(step)).map_err(Thrown::internal)?;
        }
        // The one object, or each of the list.
        let holders = holder.dyn_into::<Array>().unwrap_or_else(|object| Array::of1(&object));
        for (holder, array) in holders.iter().zip(arrays) {
            Reflect::set(&holder, &key, &array).map_err(Thrown::internal)?;
        }
    }
    Ok(object)
}

/// All that becomes typed arrays, taken out of `report`, where empty lists stay.
fn taken_from(report: &mut Report) -> Vec<Lists> {
    let mut lists = Vec::new();
    let mut add = |path, key, arrays| lists.push(Lists { path, key, arrays });
    let sentences = take(&mut report.sentences);
    let sentences: Vec<u32> = sentences
        .iter()
        .flat_map(|sentence| [sentence.span.start, sentence.span.end, sentence.words as u32])
        .collect();
    add(&[], "sentences", vec![Uint32Array::from(&sentences[..]).into()]);
    add(&[], "paragraphs", vec![spans(&mut report.paragraphs)]);
    let difficulty = &mut report.difficulty;
    add(&["difficulty"], "sentences", vec![floats(&mut difficulty.sentences)]);
    add(&["difficulty"], "sentenceLevels", vec![bytes(&mut difficulty.sentence_levels)]);
    add(&["difficulty"], "paragraphs", vec![floats(&mut difficulty.paragraphs)]);
    add(&["difficulty"], "paragraphLevels", vec![bytes(&mut difficulty.paragraph_levels)]);
    let style = &mut report.style;
    add(&["style"], "sentenceTypes", vec![bytes(&mut style.sentence_types)]);
    add(&["style", "openings"], "spans", each(&mut style.openings, |opening| spans(&mut opening.spans)));
    add(&["style", "notes"], "spans", each(&mut style.notes, |note| spans(&mut note.spans)));
    add(&["style", "spellings"], "spans", each(&mut style.spellings, |spelling| spans(&mut spelling.spans)));
    add(&["keywords"], "spans", each(&mut report.keywords, |keyword| spans(&mut keyword.spans)));
    add(&["phrases"], "spans", each(&mut report.phrases, |phrase| spans(&mut phrase.spans)));
    add(&["keyphrases"], "spans", each(&mut report.keyphrases, |phrase| spans(&mut phrase.spans)));
    lists
}

fn take_from_entities(entities: &mut [Entity], quotations: &mut [Quotation], lists: &mut Vec<Lists>) {
    let mut add = |path, key, arrays| lists.push(Lists { path, key, arrays });
    add(&["entities"], "mentions", each(entities, |entity| spans(&mut entity.mentions)));
    add(&["entities"], "confidences", each(entities, |entity| shares(&mut entity.confidences)));
    add(&["quotations"], "spans", each(quotations, |quotation| spans(&mut quotation.spans)));
}

fn each<T>(items: &mut [T], list: fn(&mut T) -> JsValue) -> Vec<JsValue> {
    items.iter_mut().map(list).collect()
}

fn spans(spans: &mut Vec<Span>) -> JsValue {
    values::spans(&take(spans)).into()
}

fn floats(numbers: &mut Vec<f64>) -> JsValue {
    Float64Array::from(&take(numbers)[..]).into()
}

fn shares(numbers: &mut Vec<Thousandths>) -> JsValue {
    floats(&mut take(numbers).into_iter().map(f64::from).collect())
}

fn bytes(numbers: &mut Vec<u8>) -> JsValue {
    Uint8Array::from(&take(numbers)[..]).into()
}

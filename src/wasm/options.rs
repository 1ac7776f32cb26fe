//! Options from JavaScript.

use js_sys::{Array, Object};
use wasm_bindgen::{JsCast, JsValue};

use super::error::Thrown;
use crate::Options;
use crate::entities::{Day, EntityType, OwnName, TYPES};

/// The options that `value` holds; `undefined` and `null` are the default ones.
///
/// # Errors
///
/// `bad-options` with the field that is unknown or of the wrong type.
pub fn read(value: &JsValue) -> Result<Options, Thrown> {
    let mut options = Options::default();
    let known =
        ["language", "keywords", "phrases", "stopWords", "entities", "exclude", "threshold", "referenceDate"];
    for (name, value) in fields(value, &known)? {
        match &*name {
            "entities" => options.entities.own = own_names(&name, &value)?,
            "exclude" => options.entities.exclude = strings(&name, &value)?,
            "threshold" => options.entities.threshold = share(&name, &value)?,
            "referenceDate" => {
                let day = Day::parse(&string(&name, &value)?);
                let day = day.ok_or_else(|| bad("referenceDate must be a day as 2023-07-28"))?;
                options.entities.reference_date = Some(day);
            }
            "language" => options.language = Some(string(&name, &value)?).filter(|tag| !tag.is_empty()),
            "keywords" => options.keywords = whole_number(&name, &value)?,
            "phrases" => options.phrases = whole_number(&name, &value)?,
            _ => options.stop_words = strings(&name, &value)?,
        }
    }
    Ok(options)
}

/// The entities that the caller knows.
fn own_names(name: &str, value: &JsValue) -> Result<Vec<OwnName>, Thrown> {
    let list = value.dyn_ref::<Array>().ok_or_else(|| bad(&format!("{name} must be an array of objects")))?;
    list.iter().map(|entry| own_name(&entry)).collect()
}

fn own_name(value: &JsValue) -> Result<OwnName, Thrown> {
    let incomplete = || bad("each of entities must be an object with a name and a type");
    // `fields` would say what the options must be.
    if !value.is_object() {
        return Err(incomplete());
    }
    let mut own = OwnName { name: String::new(), aliases: Vec::new(), kind: EntityType::Person, note: None };
    let mut typed = false;
    for (name, value) in fields(value, &["name", "aliases", "type", "note"])? {
        match &*name {
            "name" => own.name = string("a name of entities", &value)?,
            "aliases" => own.aliases = strings("aliases of entities", &value)?,
            "note" if value.is_null() => {}
            "note" => own.note = Some(string("a note of entities", &value)?),
            _ => {
                own.kind = entity_type(&value)?;
                typed = true;
            }
        }
    }
    if own.name.trim().is_empty() || !typed {
        return Err(incomplete());
    }
    Ok(own)
}

/// The type of an entity that `value` names.
pub fn entity_type(value: &JsValue) -> Result<EntityType, Thrown> {
    let kind = string("a type of entities", value)?;
    EntityType::named(&kind).ok_or_else(|| {
        let known: Vec<_> = TYPES.iter().map(|info| info.name).collect();
        unknown("type", &kind, &known)
    })
}

/// The number from 0 to 1 that the option `name` must be, in thousandths.
fn share(name: &str, value: &JsValue) -> Result<u16, Thrown> {
    let number = value.as_f64().filter(|number| (0.0..=1.0).contains(number));
    let number = number.ok_or_else(|| bad(&format!("{name} must be a number from 0 to 1")))?;
    Ok((number * 1000.0) as u16)
}

/// The fields of an object of options that are set, all of them `known`.
///
/// # Errors
///
/// `bad-options` when `value` is no object or has a field that is not known.
pub fn fields(value: &JsValue, known: &[&str]) -> Result<Vec<(String, JsValue)>, Thrown> {
    if value.is_undefined() || value.is_null() {
        return Ok(Vec::new());
    }
    let object = value.dyn_ref::<Object>().ok_or_else(|| bad("they must be an object"))?;
    let mut fields = Vec::new();
    for entry in Object::entries(object).iter() {
        let entry: Array = entry.unchecked_into();
        let (name, value) = (entry.get(0).as_string().unwrap_or_default(), entry.get(1));
        if !known.contains(&&*name) {
            return Err(unknown("option", &name, known));
        }
        // A field that is there and undefined is a field left out.
        if !value.is_undefined() {
            fields.push((name, value));
        }
    }
    Ok(fields)
}

/// The string that the option `name` must be.
pub fn string(name: &str, value: &JsValue) -> Result<String, Thrown> {
    value.as_string().ok_or_else(|| bad(&format!("{name} must be a string")))
}

/// The list of strings that the option `name` must be.
pub fn strings(name: &str, value: &JsValue) -> Result<Vec<String>, Thrown> {
    let words = value.dyn_ref::<Array>().map(|array| array.iter().map(|word| word.as_string()).collect());
    words.flatten().ok_or_else(|| bad(&format!("{name} must be an array of strings")))
}

/// The whole number, not negative, that the option `name` must be.
pub fn whole_number(name: &str, value: &JsValue) -> Result<usize, Thrown> {
    value
        .as_f64()
        .filter(|&number| number >= 0.0 && number.trunc() == number && number <= f64::from(u32::MAX))
        .map(|number| number as usize)
        .ok_or_else(|| bad(&format!("{name} must be a whole number from 0")))
}

/// The error for a `name` that is none of those that are `known`.
pub fn unknown(what: &str, name: &str, known: &[&str]) -> Thrown {
    bad(&format!("unknown {what} {name:?}; known are {}", known.join(", ")))
}

/// The error for options that cannot be read.
pub fn bad(what: &str) -> Thrown {
    Thrown::new("bad-options", &format!("options: {what}"))
}

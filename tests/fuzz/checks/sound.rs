//! What holds of every report.

use serde_json::Value;
use textlens::Report;
use textlens::text::{OffsetUnit, Span};

/// Checks a report of `text`, whose offsets are bytes.
///
/// # Panics
///
/// If a number is not finite, a value is missing without its reason, or a span is not where
/// its text is.
pub fn report(report: &Report, text: &str) {
    let json = parsed(report);
    numbers(&json, "report");
    let units: Vec<u16> = text.encode_utf16().collect();
    spans(&json, &parsed(&report.clone().with_offsets(text, OffsetUnit::Utf16)), text, &units, "report");

    let as_written = |span: &Span| span.of(text).split_whitespace().collect::<Vec<_>>().join(" ");
    for keyword in &report.keywords {
        assert_eq!(keyword.count, keyword.spans.len());
        let is_form = |span: &Span| keyword.forms.iter().any(|form| form.text == span.of(text));
        assert!(keyword.spans.iter().all(is_form), "{keyword:?}");
    }
    for phrase in report.phrases.iter().chain(&report.keyphrases) {
        assert_eq!(phrase.count, phrase.spans.len());
    }
    for phrase in &report.phrases {
        assert_eq!(as_written(&phrase.spans[0]), phrase.text);
    }
    for entity in &report.entities {
        assert_eq!((entity.count, entity.count), (entity.mentions.len(), entity.confidences.len()));
        assert!(entity.salience.0 <= 1000 && entity.confidence.0 <= 1000);
    }
    for quotation in &report.quotations {
        assert!(!quotation.spans.is_empty() && quotation.speaker < Some(report.entities.len()));
    }
    for pair in &report.cooccurrence {
        assert!(pair.first < pair.second && pair.second < report.entities.len() && pair.count > 0);
    }
    assert_eq!(report.style.sentence_types.len(), report.sentences.len());
    let difficulty = &report.difficulty;
    let measured = |parts: usize| if difficulty.measure.is_some() { parts } else { 0 };
    let (sentences, paragraphs) = (measured(report.sentences.len()), measured(report.paragraphs.len()));
    assert_eq!((difficulty.sentences.len(), difficulty.sentence_levels.len()), (sentences, sentences));
    assert_eq!((difficulty.paragraphs.len(), difficulty.paragraph_levels.len()), (paragraphs, paragraphs));
}

fn parsed(report: &Report) -> Value {
    serde_json::from_str(&report.to_json()).expect("a report is JSON")
}

/// Every number is finite, and every value that is missing has its reason.
fn numbers(value: &Value, path: &str) {
    match value {
        Value::Object(fields) => {
            if fields.contains_key("missing") {
                let value = fields.get("value").unwrap_or_else(|| &fields["measure"]);
                assert_ne!(value.is_null(), fields["missing"].is_null(), "{path}");
            }
            fields.iter().for_each(|(name, field)| numbers(field, &format!("{path}.{name}")));
        }
        Value::Array(items) => items.iter().for_each(|item| numbers(item, path)),
        // JSON knows no NaN and no infinity: they are written as null.
        Value::Null => {
            let may_lack =
                [".value", ".missing", ".subtype", ".date", ".note", ".speaker", ".cue", ".measure"];
            assert!(may_lack.iter().any(|end| path.ends_with(end)), "{path}");
        }
        _ => {}
    }
}

/// Every span, in bytes and in UTF-16, names the same part of the text, and those of a list stand in order and apart.
fn spans(bytes: &Value, utf16: &Value, text: &str, units: &[u16], path: &str) {
    match (bytes, utf16) {
        (Value::Object(fields), Value::Object(others)) => {
            if let (Some(span), Some(other)) = (range(bytes), range(utf16)) {
                let named = text.get(span).unwrap_or_else(|| panic!("{path}: {bytes}"));
                assert_eq!(named.trim(), named, "{path}: white space at the ends");
                // The longest word of a text without words.
                assert!(!named.is_empty() || other == (0..0), "{path}: {bytes} is empty");
                assert!(named.encode_utf16().eq(units[other].iter().copied()), "{path}: {bytes}, {utf16}");
            }
            for (name, field) in fields {
                spans(field, &others[name], text, units, name);
            }
        }
        (Value::Array(items), Value::Array(others)) => {
            let mut end = 0;
            for (item, other) in items.iter().zip(others) {
                spans(item, other, text, units, path);
                if let Some(span) = range(item) {
                    assert!(span.start >= end, "{path}: {item} after {end}");
                    end = span.end;
                }
            }
        }
        _ => {}
    }
}

/// The range that an object is.
fn range(value: &Value) -> Option<std::ops::Range<usize>> {
    let offset = |name| value.get(name).and_then(Value::as_u64).map(|offset| offset as usize);
    Some(offset("start")?..offset("end")?)
}

//! The report as JavaScript sees it: small things as objects, lists of spans as typed arrays.

use js_sys::{Float64Array, Uint8Array, Uint32Array};
use serde::Serialize;
use wasm_bindgen::JsValue;

use super::error::Thrown;
use super::values::{plain, spans};
use crate::entities::{EntityType, Subtype};
use crate::report::{Form, PackInfo, Pair, Phrase, Report};
use crate::statistics::{Difficulty, DifficultyMeasure, Statistics};
use crate::style::{Longest, Reason, Style};
use crate::text::Span;

#[derive(Serialize)]
struct ReportView<'r> {
    schema: u32,
    language: &'r str,
    offsets: &'static str,
    packs: &'r [PackInfo],
    statistics: &'r Statistics,
    difficulty: DifficultyView,
    style: StyleView<'r>,
    #[serde(with = "serde_wasm_bindgen::preserve")]
    sentences: Uint32Array,
    #[serde(with = "serde_wasm_bindgen::preserve")]
    paragraphs: Uint32Array,
    keywords: Vec<KeywordView<'r>>,
    phrases: Vec<PhraseView<'r>>,
    keyphrases: Vec<PhraseView<'r>>,
    entities: Vec<EntityView<'r>>,
    quotations: Vec<QuotationView<'r>>,
    cooccurrence: &'r [Pair],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct DifficultyView {
    measure: DifficultyMeasure,
    #[serde(with = "serde_wasm_bindgen::preserve")]
    sentences: Float64Array,
    #[serde(with = "serde_wasm_bindgen::preserve")]
    sentence_levels: Uint8Array,
    #[serde(with = "serde_wasm_bindgen::preserve")]
    paragraphs: Float64Array,
    #[serde(with = "serde_wasm_bindgen::preserve")]
    paragraph_levels: Uint8Array,
}

impl From<&Difficulty> for DifficultyView {
    fn from(difficulty: &Difficulty) -> Self {
        Self {
            measure: difficulty.measure,
            sentences: Float64Array::from(&difficulty.sentences[..]),
            sentence_levels: Uint8Array::from(&difficulty.sentence_levels[..]),
            paragraphs: Float64Array::from(&difficulty.paragraphs[..]),
            paragraph_levels: Uint8Array::from(&difficulty.paragraph_levels[..]),
        }
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct StyleView<'r> {
    #[serde(with = "serde_wasm_bindgen::preserve")]
    sentence_types: Uint8Array,
    openings: Vec<OpeningView<'r>>,
    longest: Longest,
    notes: Vec<NoteView>,
    spellings: Vec<SpellingView<'r>>,
}

#[derive(Serialize)]
struct OpeningView<'r> {
    text: &'r str,
    count: usize,
    #[serde(with = "serde_wasm_bindgen::preserve")]
    spans: Uint32Array,
}

#[derive(Serialize)]
struct NoteView {
    reason: Reason,
    count: usize,
    #[serde(with = "serde_wasm_bindgen::preserve")]
    spans: Uint32Array,
}

#[derive(Serialize)]
struct SpellingView<'r> {
    forms: &'r [Form],
    #[serde(with = "serde_wasm_bindgen::preserve")]
    spans: Uint32Array,
}

impl<'r> From<&'r Style> for StyleView<'r> {
    fn from(style: &'r Style) -> Self {
        let openings = style.openings.iter().map(|opening| OpeningView {
            text: &opening.text,
            count: opening.count,
            spans: spans(&opening.spans),
        });
        let notes = style.notes.iter().map(|note| NoteView {
            reason: note.reason,
            count: note.count,
            spans: spans(&note.spans),
        });
        let spellings = style
            .spellings
            .iter()
            .map(|spelling| SpellingView { forms: &spelling.forms, spans: spans(&spelling.spans) });
        Self {
            sentence_types: Uint8Array::from(&style.sentence_types[..]),
            openings: openings.collect(),
            longest: style.longest,
            notes: notes.collect(),
            spellings: spellings.collect(),
        }
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct KeywordView<'r> {
    term: &'r str,
    count: usize,
    per_thousand: f64,
    forms: &'r [Form],
    #[serde(with = "serde_wasm_bindgen::preserve")]
    spans: Uint32Array,
}

#[derive(Serialize)]
struct PhraseView<'r> {
    text: &'r str,
    score: f64,
    count: usize,
    #[serde(with = "serde_wasm_bindgen::preserve")]
    spans: Uint32Array,
}

#[derive(Serialize)]
struct EntityView<'r> {
    name: &'r str,
    #[serde(rename = "type")]
    kind: EntityType,
    subtype: Option<Subtype>,
    count: usize,
    #[serde(with = "serde_wasm_bindgen::preserve")]
    mentions: Uint32Array,
    salience: f64,
    confidence: f64,
    #[serde(with = "serde_wasm_bindgen::preserve")]
    confidences: Float64Array,
    date: Option<&'r str>,
    note: Option<&'r str>,
}

#[derive(Serialize)]
struct QuotationView<'r> {
    #[serde(with = "serde_wasm_bindgen::preserve")]
    spans: Uint32Array,
    speaker: Option<usize>,
    cue: &'r Option<Span>,
}

/// The object for `report`, whose offsets are in UTF-16 already.
pub fn report(report: &Report) -> Result<JsValue, Thrown> {
    let sentences: Vec<u32> = report
        .sentences
        .iter()
        .flat_map(|sentence| [sentence.span.start, sentence.span.end, sentence.words as u32])
        .collect();
    let view = ReportView {
        schema: report.schema,
        language: &report.language,
        offsets: report.offsets.name(),
        packs: &report.packs,
        statistics: &report.statistics,
        difficulty: DifficultyView::from(&report.difficulty),
        style: StyleView::from(&report.style),
        sentences: Uint32Array::from(&sentences[..]),
        paragraphs: spans(&report.paragraphs),
        keywords: report
            .keywords
            .iter()
            .map(|keyword| KeywordView {
                term: &keyword.term,
                count: keyword.count,
                per_thousand: keyword.per_thousand,
                forms: &keyword.forms,
                spans: spans(&keyword.spans),
            })
            .collect(),
        phrases: phrases(&report.phrases),
        keyphrases: phrases(&report.keyphrases),
        entities: report
            .entities
            .iter()
            .map(|entity| EntityView {
                name: &entity.name,
                kind: entity.kind,
                subtype: entity.subtype,
                count: entity.count,
                mentions: spans(&entity.mentions),
                salience: entity.salience,
                confidence: entity.confidence,
                confidences: Float64Array::from(&entity.confidences[..]),
                date: entity.date.as_deref(),
                note: entity.note.as_deref(),
            })
            .collect(),
        quotations: report
            .quotations
            .iter()
            .map(|quotation| QuotationView {
                spans: spans(&quotation.spans),
                speaker: quotation.speaker,
                cue: &quotation.cue,
            })
            .collect(),
        cooccurrence: &report.cooccurrence,
    };
    plain(&view)
}

fn phrases(phrases: &[Phrase]) -> Vec<PhraseView<'_>> {
    phrases
        .iter()
        .map(|phrase| PhraseView {
            text: &phrase.text,
            score: phrase.score as f64,
            count: phrase.count,
            spans: spans(&phrase.spans),
        })
        .collect()
}

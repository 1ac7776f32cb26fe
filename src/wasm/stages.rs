//! How long each stage of an analysis takes: only in the build for the benchmark.

use js_sys::Float64Array;
use wasm_bindgen::prelude::*;

use super::error::Thrown;
use super::{packs, text, view};
use crate::keywords::{keyphrases, phrases, scores};
use crate::lexicon::WordLexicon;
use crate::reading::Reading;
use crate::text::{NoRules, OffsetUnit, SentenceRules, paragraphs, pieces, sentences};
use crate::{Options, analyze_with, entities, statistics};

/// Milliseconds of each stage of one analysis of `text`: paragraphs and sentences, words, the whole of reading it to tokens, keywords and phrases,
/// statistics, entities, the whole report, and the report with its offsets as an object.
///
/// # Errors
///
/// A `TextlensError`: `not-a-string`, `too-long`.
#[wasm_bindgen(js_name = stageTimes)]
pub fn stage_times(
    #[wasm_bindgen(unchecked_param_type = "string")] text: &JsValue,
    now: &js_sys::Function,
) -> Result<Float64Array, Thrown> {
    let text = &*text::read("text", text)?;
    let packs = &packs::registered();
    let options = &Options::default();
    let time = || now.call0(&JsValue::NULL).ok().and_then(|value| value.as_f64()).unwrap_or(f64::NAN);
    let mut times = Vec::new();
    let mut last = time();
    let mut stage = |times: &mut Vec<f64>| {
        times.push(time() - last);
        last = time();
    };
    let lexicon = packs.words("en");
    let rules = lexicon.map_or(&NoRules as &dyn SentenceRules, |lexicon| lexicon);
    let paragraphs = paragraphs(text);
    std::hint::black_box(
        paragraphs.iter().map(|&paragraph| sentences(text, paragraph, rules).len()).sum::<usize>(),
    );
    stage(&mut times);
    std::hint::black_box(
        paragraphs.iter().map(|paragraph| pieces(paragraph.of(text)).count()).sum::<usize>(),
    );
    stage(&mut times);
    let reading = Reading::new(packs, text, options)?;
    stage(&mut times);
    let tokens = &reading.tokens;
    let candidates = reading.candidates();
    std::hint::black_box(candidates.keywords(reading.keyword_options.limit));
    let scores = scores(&candidates, reading.words.and_then(WordLexicon::phrase_ranker));
    std::hint::black_box(phrases(&candidates, &scores, options.phrases));
    std::hint::black_box(keyphrases(
        &candidates,
        reading.words.and_then(WordLexicon::key_phrase_ranker),
        options.phrases,
    ));
    drop(candidates);
    stage(&mut times);
    std::hint::black_box(statistics::statistics(tokens, reading.profile, reading.words, &reading.language));
    stage(&mut times);
    std::hint::black_box(entities::find(tokens, packs.names("en"), true, &options.entities));
    stage(&mut times);
    drop(reading);
    stage(&mut Vec::new());
    let report = analyze_with(packs, text, options)?;
    stage(&mut times);
    view::report(report.with_offsets(text, OffsetUnit::Utf16))?;
    stage(&mut times);
    Ok(Float64Array::from(&times[..]))
}

//! The precision of the notes on style, on sentences that were judged by hand.
//!
//! `tests/data/style.judged.jsonl`: sentences with the notes that are right of those that are made. Many
//! were drawn at random from speeches to the US Congress (public domain), Wikinews (CC BY 2.5) and English
//! Wikipedia (CC BY-SA 4.0); those with the source `own` were written for what is too rare to be drawn, or to mislead.

use std::collections::BTreeMap;

use textlens::{Options, analyze};

/// What sentences are noted for: reason and words; a fragment has none.
fn notes(text: &str) -> Vec<(String, String)> {
    let options = Options { language: Some("en".to_owned()), ..Options::default() };
    let style = analyze(text, &options).unwrap().style;
    let mut found = Vec::new();
    for note in &style.notes {
        let reason = serde_json::to_value(note.reason).unwrap().as_str().unwrap().to_owned();
        // These follow from the numbers of `difficulty`: there is nothing to judge.
        if !reason.ends_with("hard-sentence") {
            found.extend(note.spans.iter().map(|span| (reason.clone(), span.of(text).to_owned())));
        }
    }
    if style.sentence_types.contains(&4) {
        found.push(("fragment".to_owned(), String::new()));
    }
    found
}

#[test]
fn nine_notes_in_ten_are_right() {
    let judged = include_str!("data/style.judged.jsonl");
    let mut by_reason: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    let mut expected = 0;
    for line in judged.lines() {
        let case: serde_json::Value = serde_json::from_str(line).unwrap();
        let mut right: Vec<(String, String)> = serde_json::from_value(case["right"].clone()).unwrap();
        expected += right.len();
        for note in notes(case["text"].as_str().unwrap()) {
            let (correct, made) = by_reason.entry(note.0.clone()).or_default();
            *made += 1;
            if let Some(at) = right.iter().position(|known| *known == note) {
                right.swap_remove(at);
                *correct += 1;
            }
        }
    }
    for (reason, (correct, made)) in &by_reason {
        println!("{reason}: {correct} of {made}");
    }
    let (correct, made) = by_reason.values().fold((0, 0), |sum, one| (sum.0 + one.0, sum.1 + one.1));
    println!("all: {correct} of {made}, of {expected} that are right");
    assert!(made >= 350, "{made} notes");
    assert!(by_reason.values().all(|(correct, made)| correct * 10 >= made * 9), "{by_reason:?}");
    assert!(correct * 20 >= expected * 19, "{correct} of the {expected} right ones are still made");
}

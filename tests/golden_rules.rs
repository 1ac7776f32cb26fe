//! The English golden rules of the Pragmatic Segmenter (MIT), a public standard for sentence boundaries.

use textlens::{Options, analyze};

/// The rules that are not met yet, by id. A rule that is met must leave this list.
const MISSED: &[&str] = &["18", "31", "33", "35", "37", "38", "39", "40", "42", "44", "47", "48"];

#[test]
fn golden_rules() {
    let mut missed = Vec::new();
    let mut cases = 0;
    for line in include_str!("data/golden-rules.en.jsonl").lines() {
        let case: serde_json::Value = serde_json::from_str(line).unwrap();
        let text = case["text"].as_str().unwrap();
        let gold: Vec<&str> =
            case["gold"].as_array().unwrap().iter().map(|s| s.as_str().unwrap().trim()).collect();
        let options = Options { language: Some("en".into()), ..Options::default() };
        let report = analyze(text, &options).unwrap();
        let found: Vec<&str> = report.sentences.iter().map(|sentence| sentence.span.of(text)).collect();
        cases += 1;
        if found != gold {
            missed.push(case["id"].as_str().unwrap().to_owned());
        }
    }
    assert_eq!(cases, 48);
    assert_eq!(missed, MISSED);
}

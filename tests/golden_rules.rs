//! Sentence boundaries case by case: the English golden rules of the Pragmatic
//! Segmenter (MIT), a public standard, and our own for other languages.

use textlens::lexicon::{Packs, WordLexicon};
use textlens::text::{Abbreviation, SentenceRules, Span, paragraphs, sentences};
use textlens::{Options, analyze};

/// The cases of one language: their sentences must be found exactly.
fn check(language: &str, cases: &str, at_least: usize, split: impl Fn(&str) -> Vec<Span>) {
    let mut missed = Vec::new();
    let mut count = 0;
    for line in cases.lines() {
        let case: serde_json::Value = serde_json::from_str(line).unwrap();
        let text = case["text"].as_str().unwrap();
        let gold: Vec<&str> =
            case["gold"].as_array().unwrap().iter().map(|s| s.as_str().unwrap().trim()).collect();
        let found: Vec<&str> = split(text).into_iter().map(|span| span.of(text)).collect();
        count += 1;
        if found != gold {
            missed.push(format!("{language} {}: {found:?}", case["id"].as_str().unwrap()));
        }
    }
    assert!(count >= at_least, "{count} cases of {language}");
    assert!(missed.is_empty(), "{} of {count} missed:\n{}", missed.len(), missed.join("\n"));
}

fn report(language: &str, text: &str) -> Vec<Span> {
    let options = Options { language: Some(language.into()), ..Options::default() };
    analyze(text, &options).unwrap().sentences.iter().map(|sentence| sentence.span).collect()
}

const ENGLISH: &str = include_str!("data/golden-rules.en.jsonl");

#[test]
fn english() {
    check("en", ENGLISH, 48, |text| report("en", text));
}

/// The words pack without its model.
struct RulesAlone(&'static WordLexicon);

impl SentenceRules for RulesAlone {
    fn abbreviation(&self, word: &str) -> Option<Abbreviation> {
        self.0.abbreviation(word)
    }

    fn starts_sentence(&self, word: &str) -> bool {
        self.0.starts_sentence(word)
    }

    fn is_preposition(&self, word: &str) -> bool {
        self.0.is_preposition(word)
    }
}

#[test]
fn english_by_rules_alone() {
    let rules = RulesAlone(Packs::built_in().words("en").unwrap());
    check("en", ENGLISH, 48, |text| {
        paragraphs(text).into_iter().flat_map(|paragraph| sentences(text, paragraph, &rules)).collect()
    });
}

#[test]
fn other_languages() {
    for (language, cases) in [
        ("de", include_str!("data/golden-rules.de.jsonl")),
        ("fr", include_str!("data/golden-rules.fr.jsonl")),
        ("es", include_str!("data/golden-rules.es.jsonl")),
        ("it", include_str!("data/golden-rules.it.jsonl")),
        ("pt", include_str!("data/golden-rules.pt.jsonl")),
        ("nl", include_str!("data/golden-rules.nl.jsonl")),
        ("pl", include_str!("data/golden-rules.pl.jsonl")),
        ("ru", include_str!("data/golden-rules.ru.jsonl")),
        ("el", include_str!("data/golden-rules.el.jsonl")),
        ("ar", include_str!("data/golden-rules.ar.jsonl")),
        ("hi", include_str!("data/golden-rules.hi.jsonl")),
        ("zh", include_str!("data/golden-rules.zh.jsonl")),
        ("ja", include_str!("data/golden-rules.ja.jsonl")),
    ] {
        check(language, cases, 12, |text| report(language, text));
    }
}

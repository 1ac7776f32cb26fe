//! Letters whose accents are characters of their own (NFD), as texts of some programs have them: the same words.
#![cfg(feature = "languages")]

use textlens::{Options, Report, analyze};
use unicode_normalization::UnicodeNormalization;

/// Texts with accents: the cases of each language's golden rules.
const TEXTS: [(&str, &str); 8] = [
    ("de", include_str!("data/golden-rules.de.jsonl")),
    ("el", include_str!("data/golden-rules.el.jsonl")),
    ("es", include_str!("data/golden-rules.es.jsonl")),
    ("fr", include_str!("data/golden-rules.fr.jsonl")),
    ("it", include_str!("data/golden-rules.it.jsonl")),
    ("pl", include_str!("data/golden-rules.pl.jsonl")),
    ("pt", include_str!("data/golden-rules.pt.jsonl")),
    ("ru", include_str!("data/golden-rules.ru.jsonl")),
];

fn report(language: &str, text: &str) -> Report {
    let options = Options { language: Some(language.into()), keywords: 1000, ..Options::default() };
    analyze(text, &options).unwrap()
}

#[test]
fn are_counted_as_letters_with_accents() {
    for (language, cases) in TEXTS {
        let texts: Vec<String> = cases
            .lines()
            .map(|line| {
                serde_json::from_str::<serde_json::Value>(line).unwrap()["text"].as_str().unwrap().to_owned()
            })
            .collect();
        let text = texts.join("\n\n");
        let (composed, decomposed): (String, String) = (text.nfc().collect(), text.nfd().collect());
        assert_ne!(composed, decomposed, "{language} has accents");
        let (one, other) = (report(language, &composed), report(language, &decomposed));
        assert_eq!(one.statistics.words, other.statistics.words, "{language}");
        assert_eq!(one.statistics.sentences, other.statistics.sentences, "{language}");
        assert_eq!(
            one.statistics.readability.counts.syllables, other.statistics.readability.counts.syllables,
            "{language}"
        );
        let counts = |report: &Report| -> Vec<(String, usize)> {
            report.keywords.iter().map(|keyword| (keyword.term.nfc().collect(), keyword.count)).collect()
        };
        assert_eq!(counts(&one), counts(&other), "{language}");
    }
}

#[test]
fn are_known_in_names() {
    let text = "Charlotte Brontë was born near Zürich. The minister met Recep Tayyip Erdoğan in São Paulo on Monday. \
                Gerhard Schröder left Düsseldorf for Łódź. Bayern München beat Atlético Madrid in A Coruña.";
    let names = |text: String| -> Vec<(String, &str, usize)> {
        let entities = report("en", &text).entities;
        entities.iter().map(|it| (it.name.nfc().collect(), it.kind.name(), it.count)).collect()
    };
    let composed = names(text.nfc().collect());
    assert!(composed.contains(&("São Paulo".into(), "place", 1)), "{composed:?}");
    assert_eq!(names(text.nfd().collect()), composed);
}

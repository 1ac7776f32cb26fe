//! Letters whose accents are characters of their own (NFD), as texts of some programs have them: the same words.
#![cfg(feature = "languages")]

use textlens::keywords::Query;
use textlens::lexicon::Packs;
use textlens::{Options, Reading, Report, analyze};
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

/// The same text in two ways: the same words, each where it stands in the one and the other.
fn assert_same_words(language: &str, one: &str, other: &str) {
    assert_ne!(one, other);
    let words = |text: &str| -> Vec<(String, usize)> {
        let report = report(language, text);
        let mut spans = report.keywords.iter().flat_map(|keyword| {
            keyword.spans.iter().map(|span| (span.of(text).nfc().collect(), keyword.count))
        });
        let words: Vec<(String, usize)> = spans.by_ref().collect();
        assert!(!words.is_empty());
        words
    };
    assert_eq!(words(one), words(other), "{language}");
    assert_eq!(report(language, one).statistics.words, report(language, other).statistics.words);
}

#[test]
fn vietnamese_has_its_points_below_behind_as_keyboards_write_them() {
    let text = "Một người Việt gặp hai người Việt ở chợ. Chợ họp mỗi ngày; một lần, Việt Nam mất mùa, gặp lại một cậu bé.";
    let mut typed = String::new();
    for c in text.chars() {
        let parts: Vec<char> = c.nfd().collect();
        match parts[..] {
            [letter, '\u{323}', above] => typed.extend([letter, above].into_iter().nfc().chain(['\u{323}'])),
            [letter, mark, above] => typed.extend([letter, mark].into_iter().nfc().chain([above])),
            _ => typed.push(c),
        }
    }
    assert!(typed.contains("Viê\u{323}t") && typed.contains("mâ\u{301}t"));
    assert_same_words("vi", text, &typed);
    assert!(report("vi", &typed).keywords.iter().all(|keyword| keyword.term.nfc().ne("một".chars())));
}

#[test]
fn kana_have_their_marks_apart() {
    let text = "政府は金曜日、週末を通して大雨が予想されるにもかかわらず、パレードをパリで行うと発表した。\
                閣僚は三時間協議した。パレードでは、子どもたちがカードを読んだ。";
    let decomposed: String = text.nfd().collect();
    assert_same_words("ja", text, &decomposed);
    let options = Options { language: Some("ja".into()), ..Options::default() };
    for text in [text, &decomposed] {
        let reading = Reading::new(Packs::built_in(), text, &options).unwrap();
        for query in ["パレード", "ハ\u{309a}レート\u{3099}"] {
            let found = reading.find(&Query::parse(query).unwrap());
            let found: Vec<String> = found.iter().map(|found| found.span.of(text).nfc().collect()).collect();
            assert_eq!(found, ["パレード"; 2], "{query:?}");
        }
        assert!(reading.find(&Query::parse("ト").unwrap()).is_empty(), "no half of a letter");
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

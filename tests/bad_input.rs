//! Input that nobody should send: a sound result or a typed error, never a panic.

use std::time::{Duration, Instant};

use textlens::statistics::{FormulaResult, Missing};
use textlens::text::OffsetUnit;
use textlens::{Document, Error, Options, Report, analyze};

fn report(text: &str) -> Report {
    analyze(text, &Options::default()).unwrap()
}

#[test]
fn empty_and_blank() {
    for text in ["", " ", "\n\n\t\r\n", "\u{FEFF}", "\u{200B}\u{200E}"] {
        let report = report(text);
        assert_eq!(report.statistics.words, 0, "{text:?}");
        assert!(report.keywords.is_empty() && report.entities.is_empty() && report.phrases.is_empty());
        assert_eq!(report.statistics.readability.flesch_reading_ease, FormulaResult::None(Missing::TooShort));
        let json = report.to_json();
        assert!(!json.contains("NaN") && !json.contains("inf"), "{json}");
    }
}

#[test]
fn marks_without_words() {
    let report = report("*** ... ??? \n —");
    assert_eq!(
        (report.statistics.words, report.statistics.sentences, report.statistics.paragraphs),
        (0, 0, 0)
    );
    assert!(!report.sentences.is_empty(), "the marks stand somewhere");
}

#[test]
fn control_characters_and_marks_of_direction() {
    let text = "A\0B c\u{1}d. \u{202E}Evil\u{202C} text\u{7}. \u{2066}עברית\u{2069} ends.";
    let report = report(text);
    assert_eq!(report.statistics.sentences, 3);
    assert_eq!(
        report.with_offsets(text, OffsetUnit::Utf16).sentences[2].span.end as usize,
        text.encode_utf16().count()
    );
}

#[test]
fn markup_is_text() {
    let text = "<script>alert(1)</script> & <b onclick=\"x\">bold</b>.";
    let report = report(text);
    assert!(report.keywords.iter().any(|keyword| keyword.term == "script"));
    assert_eq!(report.sentences.len(), 1);
}

#[test]
fn texts_without_structure_take_no_longer_than_others() {
    let size = 1 << 20;
    for text in [
        "x".repeat(size),
        "ab ".repeat(size / 3),
        ".".repeat(size),
        "A.".repeat(size / 2),
        "-".repeat(size),
        "a-".repeat(size / 2),
        "\n".repeat(size),
        "a\n".repeat(size / 2),
        "(".repeat(size),
        "“".repeat(size / 3),
        "Kim ".repeat(size / 4),
        "of the ".repeat(size / 7),
        "e\u{301}".repeat(size / 3),
        "\u{301}".repeat(size / 2),
        "日本".repeat(size / 6),
        "👩‍".repeat(size / 7),
        "1,".repeat(size / 2),
        "Mr. ".repeat(size / 4),
        "I. ".repeat(size / 3),
    ] {
        let start = Instant::now();
        let report = report(&text);
        let shown: String = text.chars().take(4).collect();
        // A quadratic step would take minutes; the limit is for slow machines and debug builds.
        assert!(start.elapsed() < Duration::from_secs(60), "{shown:?} took {:?}", start.elapsed());
        assert!(report.statistics.characters > 0);
    }
}

#[test]
fn too_long_a_text_is_an_error() {
    let text = " ".repeat(textlens::MAX_TEXT_BYTES + 1);
    let expected = Error::TooLong { bytes: text.len() };
    assert_eq!(analyze(&text, &Options::default()).unwrap_err(), expected);
    assert_eq!(Document::new(text, Options::default()).unwrap_err(), expected);
    assert_eq!(expected.to_string(), "text of 268435457 bytes; at most 268435456 can be analysed");
}

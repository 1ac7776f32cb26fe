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
        "A".repeat(size),
        "A ".repeat(size / 2),
        "“‘".repeat(size / 6),
        ["“He said ‘".repeat(size / 32), "’ she said.”".repeat(size / 32)].concat(),
        (0..10_000).map(|at| format!("Anna{at} Kim{at} met Kim Unit{at} in Port{at}. ")).collect(),
        "Mr. ".repeat(size / 4),
        "I. ".repeat(size / 3),
        ["x".repeat(size / 2), " Kim".repeat(size / 8)].concat(),
        ["(".repeat(size / 2), " Kim?)".repeat(size / 12)].concat(),
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

/// Every number of the report is finite, and every value that is missing has its reason.
fn check_numbers(value: &serde_json::Value, path: &str) {
    match value {
        serde_json::Value::Object(fields) => {
            if fields.contains_key("missing") {
                assert_ne!(fields["value"].is_null(), fields["missing"].is_null(), "{path}");
            }
            fields.iter().for_each(|(name, field)| check_numbers(field, &format!("{path}.{name}")));
        }
        serde_json::Value::Array(items) => items.iter().for_each(|item| check_numbers(item, path)),
        // JSON knows no NaN and no infinity: they are written as null.
        serde_json::Value::Null => {
            let may_lack = [".value", ".missing", ".subtype", ".date", ".note", ".speaker", ".cue"];
            assert!(may_lack.iter().any(|end| path.ends_with(end)), "{path}");
        }
        _ => {}
    }
}

#[test]
fn statistics_of_odd_texts_are_sound_or_say_why_not() {
    let long = "The same words of a sentence that never ends and goes on ".repeat(9_000);
    let verse = "O wind\nrend open the heat\ncut apart the heat\nrend it to tatters\n".repeat(20);
    let code = "fn main() {\n    let x = vec![0u8; 42];\n    println!(\"{}\", x.len());\n}\n".repeat(30);
    let table = "a\tb\tc\n1\t2\t3\n".repeat(50);
    for (name, text) in [
        ("nothing", ""),
        ("marks", "... !!! ???"),
        ("a sentence of 100,000 words", long.as_str()),
        (
            "numbers",
            "1 22 333 4,444 5.5 66 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31 32",
        ),
        ("verse", &verse),
        ("code", &code),
        ("a table", &table),
        ("mixed languages", "Das ist gut.\n\nC’est bien.\n\nЭто хорошо.\n\n好的。\n\nThis is good."),
        ("one word", "word"),
        ("one word again", &"word ".repeat(500)),
    ] {
        for language in [None, Some("de"), Some("ja"), Some("xx")] {
            let options = Options { language: language.map(str::to_owned), ..Options::default() };
            let report = analyze(text, &options).unwrap();
            let json: serde_json::Value = serde_json::from_str(&report.to_json()).unwrap();
            check_numbers(&json, name);
            assert_eq!(report.difficulty.sentences.len(), report.sentences.len(), "{name}");
            assert_eq!(report.difficulty.sentence_levels.len(), report.sentences.len(), "{name}");
            assert_eq!(report.difficulty.paragraphs.len(), report.paragraphs.len(), "{name}");
        }
    }
    let report = report(&long);
    assert_eq!((report.statistics.words, report.statistics.sentences), (108_000, 1));
    assert_eq!(report.statistics.readability.smog, FormulaResult::None(Missing::TooShort));
    assert_eq!(report.difficulty.sentence_levels, [2]);
}

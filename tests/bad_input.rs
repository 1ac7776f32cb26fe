//! Input that nobody should send: a sound result or a typed error, never a panic.

#[path = "support/clock.rs"]
mod clock;
#[path = "fuzz/checks/sound.rs"]
mod sound;

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

/// Texts of about a size that have no structure, or too much of it.
fn without_structure(size: usize) -> [String; 30] {
    [
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
        (0..size / 100).map(|at| format!("Anna{at} Kim{at} met Kim Unit{at} in Port{at}. ")).collect(),
        "Mr. ".repeat(size / 4),
        "I. ".repeat(size / 3),
        ["x".repeat(size / 2), " Kim".repeat(size / 8)].concat(),
        ["(".repeat(size / 2), " Kim?)".repeat(size / 12)].concat(),
        ["1".repeat(size / 2), "A".to_owned(), "\na".repeat(size / 4)].concat(),
        "y".repeat(size) + "e",
        "ia".repeat(size / 2),
        ["~ ".repeat(size / 4), "Word ".to_owned(), "a? ".repeat(size / 6)].concat(),
    ]
}

/// Checks that each of the texts without structure takes no longer than others of its size, in `language`.
fn assert_all_linear(language: Option<&str>, size: usize) {
    let options = Options { language: language.map(str::to_owned), ..Options::default() };
    analyze("The packs are read.", &options).unwrap();
    for (at, sample) in without_structure(500).iter().enumerate() {
        let name: String = sample.chars().take(8).collect();
        let text = |size| without_structure(size).into_iter().nth(at).unwrap();
        clock::assert_linear(&format!("{name:?} in {language:?}"), size, text, |text| {
            assert!(analyze(text, &options).unwrap().statistics.characters > 0);
        });
    }
}

#[test]
fn texts_without_structure_take_no_longer_than_others() {
    assert_all_linear(None, 1 << 19);
}

/// English has models, French, Portuguese and Russian classes of forms, Portuguese conditions of syllables, German
/// nouns with capitals, Chinese a dictionary; of the last nothing is known.
#[test]
fn nor_do_they_in_any_language() {
    for language in ["en", "fr", "pt", "de", "ru", "zh", "xx"] {
        assert_all_linear(Some(language), 1 << 15);
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

#[test]
fn statistics_of_odd_texts_are_sound_or_say_why_not() {
    let long = "The same words of a sentence that never ends and goes on ".repeat(9_000);
    let verse = "O wind\nrend open the heat\ncut apart the heat\nrend it to tatters\n".repeat(20);
    let code = "fn main() {\n    let x = vec![0u8; 42];\n    println!(\"{}\", x.len());\n}\n".repeat(30);
    let table = "a\tb\tc\n1\t2\t3\n".repeat(50);
    for text in [
        "",
        "... !!! ???",
        &long,
        "1 22 333 4,444 5.5 66 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31 32",
        &verse,
        &code,
        &table,
        "word",
        &"word ".repeat(500),
    ] {
        for language in [None, Some("de"), Some("ja"), Some("xx")] {
            let options = Options { language: language.map(str::to_owned), ..Options::default() };
            let report = analyze(text, &options).unwrap();
            sound::report(&report, text);
        }
    }
    let report = report(&long);
    assert_eq!((report.statistics.words, report.statistics.sentences), (108_000, 1));
    assert_eq!(report.statistics.readability.smog, FormulaResult::None(Missing::TooShort));
    assert_eq!(report.difficulty.sentence_levels, [2]);
}

/// Paragraphs that say the same.
const PARAGRAPHS: [&str; 4] = [
    "The government said on Friday that the parade would take place in Paris, although heavy rain had been \
     forecast for the whole weekend. The ministers met for three hours.",
    "Die Regierung teilte am Freitag mit, dass die Parade in Paris stattfinden werde, obwohl für das ganze \
     Wochenende starker Regen vorhergesagt war. Die Minister berieten drei Stunden lang.",
    "Le gouvernement a annoncé vendredi que le défilé aurait lieu à Paris, bien que de fortes pluies aient été \
     prévues pour tout le week-end. Les ministres se sont réunis pendant trois heures.",
    "政府は金曜日、週末を通して大雨が予想されるにもかかわらず、パレードをパリで行うと発表した。閣僚は三時間協議した。",
];

#[test]
fn a_language_that_changes_by_paragraph_is_read_as_one_of_them() {
    for first in PARAGRAPHS {
        for second in PARAGRAPHS.into_iter().filter(|&second| second != first) {
            let texts = [
                [first, first, second].join("\n\n"),
                [first, second].join("\n\n"),
                first.to_owned() + "\n" + &PARAGRAPHS.join("\n\n"),
            ];
            for text in texts {
                let report = report(&text);
                sound::report(&report, &text);
                let language = &*report.language;
                assert!(["en", "de", "fr", "ja", "und"].contains(&language), "{language}: {text}");
                let is_told = |name: &str| name.starts_with(language) || name.starts_with("mul");
                assert!(language == "und" || report.packs.iter().all(|pack| is_told(&pack.name)), "{text}");
                let readability = &report.statistics.readability;
                let of_another =
                    |formula, of| language != of && formula != FormulaResult::None(Missing::Language);
                assert!(!of_another(readability.gunning_fog, "en") && !of_another(readability.amstad, "de"));
                // What another language writes with capitals is not taken for names.
                let known = |name: &str| ["Paris", "Friday", "three hours"].contains(&name);
                assert!(report.entities.iter().all(|entity| known(&entity.name)), "{:?}", report.entities);
            }
        }
    }
}

//! The article that the page opens with: the numbers that everyone checks first.

use textlens::text::{Span, uax29};
use textlens::{Options, Report, analyze};

const SEED: &str = include_str!("../seeds/parade.txt");

fn report() -> Report {
    analyze(SEED, &Options::default()).unwrap()
}

#[test]
fn counts() {
    let report = report();
    let statistics = &report.statistics;
    assert_eq!(report.language, "en");
    assert_eq!((statistics.words, statistics.sentences, statistics.paragraphs), (565, 21, 18));
    assert_eq!(statistics.characters, SEED.chars().count());
    assert_eq!(statistics.graphemes, statistics.characters, "nothing in it is combined");
    let by_the_standard =
        uax29::word_bounds(SEED).filter(|(_, piece)| piece.contains(char::is_alphanumeric)).count();
    assert_eq!(by_the_standard, 571, "compounds and ranges are joined above the standard");
}

#[test]
fn the_headline_is_a_sentence_of_its_own() {
    let report = report();
    let headline = report.sentences[0].span.of(SEED);
    assert!(headline.starts_with("Concerns that China") && headline.ends_with("missile escalations"));
    assert_eq!(report.sentences[0].words, 19);
    assert_eq!(report.statistics.sentence_length.longest, 1);
}

#[test]
fn keywords_lead_to_their_places() {
    let report = report();
    let count = |term: &str| report.keywords.iter().find(|k| k.term == term).map(|keyword| keyword.count);
    assert_eq!(count("Shoigu"), Some(9));
    assert_eq!(count("war"), Some(8), "“War” in names is the same word");
    assert_eq!(count("Russia"), Some(8), "with its possessives");
    assert_eq!(count("US"), Some(3), "the country is no function word");
    assert_eq!(count("the"), None);
    let missile = report.keywords.iter().find(|keyword| keyword.term.starts_with("missile")).unwrap();
    assert_eq!(missile.count, SEED.matches("missile").count());
    for keyword in &report.keywords {
        for span in &keyword.spans {
            assert!(keyword.forms.iter().any(|form| form.text == span.of(SEED)));
        }
    }
}

/// The 74 mentions that were marked by hand, against those of the report.
#[test]
fn entities_are_mostly_those_marked_by_hand() {
    let gold: serde_json::Value = serde_json::from_str(include_str!("data/seed-entities.jsonl")).unwrap();
    assert_eq!(gold["text"].as_str().unwrap().trim_end(), SEED.trim_end());
    let places: Vec<usize> = SEED.char_indices().map(|(at, _)| at).chain([SEED.len()]).collect();
    let gold: Vec<(Span, &str)> = gold["ents"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| {
            let at = |index: usize| places[row[index].as_u64().unwrap() as usize];
            (Span::new(at(0), at(1)), row[2].as_str().unwrap())
        })
        .collect();
    let coarse = |kind: serde_json::Value| match kind.as_str().unwrap() {
        "person" => Some("PER"),
        "organisation" => Some("ORG"),
        "place" => Some("LOC"),
        "nationality" | "event" | "work" | "law" => Some("MISC"),
        _ => None,
    };
    let found: Vec<(Span, &str)> = report()
        .entities
        .iter()
        .filter_map(|entity| Some((entity, coarse(serde_json::to_value(entity.kind).unwrap())?)))
        .flat_map(|(entity, kind)| entity.mentions.iter().map(move |&span| (span, kind)).collect::<Vec<_>>())
        .collect();
    let right = found.iter().filter(|mention| gold.contains(mention)).count();
    let f1 = 200.0 * right as f64 / (found.len() + gold.len()) as f64;
    assert!(f1 > 93.2, "F1 {f1:.1}: {right} right of {} found, {} marked", found.len(), gold.len());
}

#[test]
fn shoigu_is_one_person_wherever_he_stands() {
    let report = report();
    let named: Vec<_> = report.entities.iter().filter(|entity| entity.name.contains("Shoigu")).collect();
    assert_eq!(named.len(), 1);
    assert_eq!(serde_json::to_value(named[0].kind).unwrap(), "person");
    assert_eq!(named[0].count, SEED.matches("Shoigu").count());
}

/// Every formula of English anew from the counts that the report states, as the papers write it.
#[test]
fn formulas_follow_from_the_counts_of_the_report() {
    let json: serde_json::Value = serde_json::from_str(&report().to_json()).unwrap();
    let readability = &json["statistics"]["readability"];
    let count = |name: &str| readability[name].as_f64().unwrap();
    let (words, sentences, syllables) = (count("words"), count("sentences"), count("syllables"));
    let (polysyllables, long) = (count("polysyllables"), count("longWords"));
    let easy = words - polysyllables;
    let points = (easy + 3.0 * polysyllables) / sentences;
    for (name, expected) in [
        ("fleschReadingEase", 206.835 - 1.015 * words / sentences - 84.6 * syllables / words),
        ("fleschKincaidGrade", 0.39 * words / sentences + 11.8 * syllables / words - 15.59),
        ("gunningFog", 0.4 * (words / sentences + 100.0 * count("complexWords") / words)),
        ("smog", 1.043 * (30.0 * polysyllables / sentences).sqrt() + 3.1291),
        ("colemanLiau", 5.88 * count("letters") / words - 29.6 * sentences / words - 15.8),
        ("automatedReadability", 4.71 * count("characters") / words + 0.5 * words / sentences - 21.43),
        ("linsearWrite", if points > 20.0 { points / 2.0 } else { points / 2.0 - 1.0 }),
        ("forcast", 20.0 - 15.0 * count("monosyllables") / words),
        ("lix", words / sentences + 100.0 * long / words),
        ("rix", long / sentences),
    ] {
        let found = readability[name]["value"].as_f64().unwrap();
        assert!((found - expected).abs() < 1e-6, "{name}: {found} is not {expected}");
    }
}

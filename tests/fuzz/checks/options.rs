//! What a caller knows of names and wants of a report, as JSON of any bytes.

use serde::Deserialize;
use textlens::entities::{Day, EntityOptions, OwnName};
use textlens::{Options, analyze};

use super::sound;

/// Options with the text that they are for.
#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
struct Case {
    text: String,
    language: Option<String>,
    keywords: usize,
    phrases: usize,
    stop_words: Vec<String>,
    entities: Vec<OwnName>,
    exclude: Vec<String>,
    threshold: u16,
    reference_date: String,
}

/// The bytes are a list of names, as the command line takes one, or a whole case.
pub fn check(bytes: &[u8]) {
    let names = || serde_json::from_slice(bytes).map(|entities| Case { entities, ..Case::default() });
    let Ok(case) = serde_json::from_slice(bytes).or_else(|_| names()) else { return };
    let text = match &*case.text {
        // Whatever is called so stands in it.
        "" => case.entities.iter().flat_map(|own| [&own.name, " "]).collect(),
        text => text.to_owned(),
    };
    let options = Options {
        language: case.language,
        keywords: case.keywords,
        phrases: case.phrases,
        stop_words: case.stop_words,
        entities: EntityOptions {
            own: case.entities,
            exclude: case.exclude,
            threshold: case.threshold,
            reference_date: Day::parse(&case.reference_date),
        },
    };
    let report = analyze(&text, &options).expect("it is not too long");
    sound::report(&report, &text);
    assert!(report.keywords.len() <= options.keywords && report.phrases.len() <= options.phrases);
    let least = options.entities.threshold;
    assert!(report.entities.iter().all(|entity| entity.confidences.iter().all(|sure| sure.0 >= least)));
}

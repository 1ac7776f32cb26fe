//! A whole report of any text, with the English packs and with those of the language that it seems to be in.

use textlens::{Options, analyze};

use super::sound;

/// The bytes are the text; what is not UTF-8 in them is replaced.
pub fn check(bytes: &[u8]) {
    let text = &*String::from_utf8_lossy(bytes);
    let english = Options { language: Some("en".to_owned()), ..Options::default() };
    for options in [english, Options::default()] {
        let report = analyze(text, &options).expect("it is not too long");
        sound::report(&report, text);
    }
}

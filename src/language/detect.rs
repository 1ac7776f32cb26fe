//! Language identification: by script, by the function words of English, and by
//! a model of letter sequences where its pack is at hand.
//!
//! The script decides where one language dominates it. English is known by its
//! function words: in running text a third of all words are one of a few dozen,
//! in other languages a tenth at most. Whatever these leave open is for the
//! model ([`LanguageModel`]); without it, and where it is not sure, the text
//! stays undetermined rather than guessed.

use crate::lexicon::LanguageModel;
use crate::text::{PieceKind, lower_case, pieces};

/// How many bytes at the start of the text are looked at.
const SAMPLE: usize = 16 << 10;

/// How many of them the model looks at, which needs fewer.
const MODEL_SAMPLE: usize = 4 << 10;

/// Function words of English, without those that are spelt like common words of other languages (*a*, *an*, *do*).
const ENGLISH: &str = "the of and to in is that for it was on with be at by this have from are not but they his which you he she were has had will been would their what there we who more my our can if about up out just get see here your him all some when than then now";

/// Scripts that one language dominates, by ranges of code points.
const SCRIPTS: &[(&str, std::ops::RangeInclusive<char>)] = &[
    ("ja", '\u{3040}'..='\u{30FF}'),
    ("ko", '\u{AC00}'..='\u{D7A3}'),
    ("ko", '\u{1100}'..='\u{11FF}'),
    ("zh", '\u{4E00}'..='\u{9FFF}'),
    ("el", '\u{0370}'..='\u{03FF}'),
    ("he", '\u{0590}'..='\u{05FF}'),
    ("ar", '\u{0600}'..='\u{06FF}'),
    ("hi", '\u{0900}'..='\u{097F}'),
    ("bn", '\u{0980}'..='\u{09FF}'),
    ("ta", '\u{0B80}'..='\u{0BFF}'),
    ("th", '\u{0E00}'..='\u{0E7F}'),
    ("ka", '\u{10A0}'..='\u{10FF}'),
    ("hy", '\u{0530}'..='\u{058F}'),
];

/// The language of `text` as a BCP 47 tag; `und` when it cannot be told.
///
/// ```
/// use textlens::language::detect;
/// assert_eq!(detect("The parade was in the city.", None), "en");
/// assert_eq!(detect("パレードが始まった。", None), "ja");
/// assert_eq!(detect("Die Parade begann mit einem Marsch.", None), "und");
/// assert_eq!(detect("12345", None), "und");
/// ```
pub fn detect<'m>(text: &str, model: Option<&'m LanguageModel>) -> &'m str {
    told(text, model).language
}

/// What is found out of the language of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Told<'m> {
    /// The language, or `und`.
    pub language: &'m str,
    /// Whether it may be read as English when it is `und`: a headline may, ten
    /// words and more without a function word of English among ten may not.
    pub as_english: bool,
    /// Whether the model was asked.
    pub by_model: bool,
}

/// The language of `text`, and how it was told.
pub(crate) fn told<'m>(text: &str, model: Option<&'m LanguageModel>) -> Told<'m> {
    let sample = start(text, SAMPLE);
    if let Some(language) = by_script(sample) {
        return Told { language, as_english: false, by_model: false };
    }
    let (hits, words) = english_words(sample);
    if hits >= 3 && hits * 5 >= words {
        return Told { language: "en", as_english: true, by_model: false };
    }
    let found = model.and_then(|model| model.detect(start(sample, MODEL_SAMPLE)));
    Told {
        language: found.unwrap_or("und"),
        as_english: words < 10 || hits * 10 >= words,
        by_model: model.is_some(),
    }
}

/// Up to `most` bytes of the start of `text`.
fn start(text: &str, most: usize) -> &str {
    let mut end = text.len().min(most);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

/// How many words are function words of English, and how many there are.
fn english_words(sample: &str) -> (usize, usize) {
    let known: rustc_hash::FxHashSet<&str> = ENGLISH.split(' ').collect();
    let words = pieces(sample).filter(|piece| piece.kind == PieceKind::Word);
    words.fold((0, 0), |(hits, words), piece| {
        let word = lower_case(piece.span.of(sample));
        (hits + usize::from(known.contains(word.as_str())), words + 1)
    })
}

/// The language of a script that more than half of the letters belong to.
/// Japanese mixes kana with Chinese characters: a tenth of kana decides.
fn by_script(sample: &str) -> Option<&'static str> {
    let mut letters = 0;
    let mut counts = [0usize; SCRIPTS.len()];
    for c in sample.chars().filter(|c| c.is_alphabetic()) {
        letters += 1;
        if let Some(script) = SCRIPTS.iter().position(|(_, range)| range.contains(&c)) {
            counts[script] += 1;
        }
    }
    let count = |language| counts[SCRIPTS.iter().position(|(tag, _)| *tag == language).unwrap_or(0)];
    if count("ja") * 10 > letters && (count("ja") + count("zh")) * 2 > letters {
        return Some("ja");
    }
    if count("ar") * 2 > letters {
        // Letters of Persian that Arabic does not write; those of Urdu that Persian does not.
        let share =
            |own: &str, one_in| sample.chars().filter(|c| own.contains(*c)).count() * one_in > letters;
        return Some(match (share("ٹڈڑںےہھ", 40), share("یکپچگ", 20)) {
            (true, _) => "ur",
            (_, true) => "fa",
            _ => "ar",
        });
    }
    let most = counts.iter().copied().enumerate().max_by_key(|&(_, count)| count)?;
    (most.1 * 2 > letters).then(|| SCRIPTS[most.0].0)
}

#[cfg(test)]
mod tests {
    use super::{Told, detect, told};

    /// Without a model: what the script and the function words of English tell.
    #[test]
    fn tells_english_and_languages_of_a_script_of_their_own() {
        for (language, text) in [
            ("en", "I can see Mt. Fuji from here."),
            ("en", "The parade began with a march, and the army was there."),
            ("zh", "阅兵式今天上午开始。"),
            ("ja", "パレードが始まった。"),
            ("ko", "열병식이 시작되었다."),
            ("ko", "\u{1112}\u{1161}\u{11ab}\u{1100}\u{116e}\u{11a8}\u{110b}\u{1173}\u{11ab} 1945"),
            ("ar", "بدأ العرض العسكري هذا الصباح."),
            ("fa", "رژه نظامی امروز صبح در میدان شهر آغاز شد."),
            ("ur", "تمام انسان آزاد اور حقوق و عزت کے اعتبار سے برابر پیدا ہوئے ہیں۔"),
            ("el", "Η παρέλαση άρχισε το πρωί."),
        ] {
            assert_eq!(detect(text, None), language, "{text}");
        }
    }

    #[test]
    fn does_not_guess() {
        for text in ["", "🎈🎈", "OK", "xyzzy plugh", "3.14"] {
            let told = told(text, None);
            assert_eq!((told.language, told.as_english), ("und", true), "{text}");
        }
        let dutch = "De parade begon met een mars en het leger ging door de straten van de stad in de regen.";
        assert_eq!(told(dutch, None), Told { language: "und", as_english: false, by_model: false });
    }

    #[cfg(feature = "languages")]
    #[test]
    fn the_model_tells_close_languages_apart() {
        let model = crate::lexicon::LanguageModel::read(include_bytes!("model.bin")).unwrap();
        for (language, text) in [
            ("de", "Die Parade begann am Morgen, und die Soldaten gingen über den Platz."),
            ("es", "El desfile comenzó por la mañana y los soldados marcharon sobre la plaza."),
            ("pt", "O desfile começou pela manhã e os soldados não foram para a praça com ele."),
            ("it", "La parata è cominciata e i soldati sono andati alla piazza con gli ospiti."),
            ("nl", "De parade begon met een mars en het leger ging door de straten van de stad."),
            ("sv", "Paraden började på morgonen och det var inte många som såg den från torget."),
            ("da", "Paraden begyndte om morgenen, men der blev sagt meget lidt om den af børnene på torvet."),
            ("ru", "Парад начался утром, и солдаты шли по улице, но это было не так."),
            ("uk", "Парад почався вранці, і солдати йшли вулицею, але це було не так."),
            ("sk", "Prehliadka sa začala ráno a vojaci pochodovali po uliciach, keď to bolo možné."),
            ("hu", "A felvonulás reggel kezdődött, és a katonák nem mentek át a téren."),
            ("ro", "Parada a început dimineața și soldații au mers pe străzile orașului."),
            ("vi", "Cuộc diễu hành bắt đầu vào buổi sáng và không có mưa."),
            ("en", "Parade marks armistice anniversary in the capital"),
        ] {
            assert_eq!(detect(text, Some(&model)), language, "{text}");
        }
        for text in [
            "",
            "🎈🎈",
            "OK",
            "xyzzy plugh",
            "3.14",
            "Kim Jong Un",
            "Data science",
            "fn main() { let x = 1; }",
        ] {
            assert_eq!(detect(text, Some(&model)), "und", "{text}");
        }
        assert!(told("Die Parade begann am Morgen.", Some(&model)).by_model);
        assert!(!told("The parade was in the city.", Some(&model)).by_model);
    }
}

//! The packs of the languages other than English, compiled in: for the command
//! line, the tests, and `cargo xtask build`, which writes them to the files that
//! a page fetches. A language is a file in `src/language/data` and its tag here.

use super::language_model::SECTION;
use super::pack::{self, Section};

/// Stop words come from stopwords-iso, the rest is our own.
const LICENCE: &str = "MIT";

/// Of Chinese, the simplified characters for traditional ones come from OpenCC.
const LICENCE_OF_CHINESE: &str = "MIT AND Apache-2.0";

/// Each language's words pack and what its file holds.
macro_rules! languages {
    ($($language:literal)+) => {
        &[$((
            concat!($language, ".words"),
            include_bytes!(concat!("../language/data/", $language, ".txt")),
        )),+]
    };
}

#[rustfmt::skip]
const LANGUAGES: &[(&str, &[u8])] = languages!(
    "ar" "bg" "bn" "ca" "cs" "da" "de" "el" "es" "fa" "fi" "fr" "he" "hi" "hr" "hu" "hy" "id" "it" "ja" "ko" "lt" "lv" "nb" "nl" "pl" "pt" "ro" "ru" "sk" "sl" "sv" "th" "tr" "uk" "vi" "zh"
);

/// How frequent words are (of languages that write without spaces it is their dictionary, too), and where in a key
/// phrase forms may stand.
#[rustfmt::skip]
const MORE_SECTIONS: &[(&str, Section<'static>)] = &[
    ("ar.words", section("frequencies", "CC-BY-SA-4.0", include_bytes!("ar/frequencies.bin"))),
    ("de.words", section("frequencies", "CC-BY-SA-4.0", include_bytes!("de/frequencies.bin"))),
    ("el.words", section("frequencies", "CC-BY-SA-4.0", include_bytes!("el/frequencies.bin"))),
    ("es.words", section("frequencies", "CC-BY-SA-4.0", include_bytes!("es/frequencies.bin"))),
    ("fr.words", section("frequencies", "CC-BY-SA-4.0", include_bytes!("fr/frequencies.bin"))),
    ("hi.words", section("frequencies", "CC-BY-SA-4.0", include_bytes!("hi/frequencies.bin"))),
    ("it.words", section("frequencies", "CC-BY-SA-4.0", include_bytes!("it/frequencies.bin"))),
    ("ja.words", section("frequencies", "CC-BY-SA-4.0", include_bytes!("ja/frequencies.bin"))),
    ("nl.words", section("frequencies", "CC-BY-SA-4.0", include_bytes!("nl/frequencies.bin"))),
    ("pl.words", section("frequencies", "CC-BY-SA-4.0", include_bytes!("pl/frequencies.bin"))),
    ("pt.words", section("frequencies", "CC-BY-SA-4.0", include_bytes!("pt/frequencies.bin"))),
    ("ru.words", section("frequencies", "CC-BY-SA-4.0", include_bytes!("ru/frequencies.bin"))),
    ("th.words", section("frequencies", "CC0-1.0", include_bytes!("th/frequencies.bin"))),
    ("zh.words", section("frequencies", "MIT", include_bytes!("zh/frequencies.bin"))),
    ("es.words", section("form-classes", "MPL-1.1 AND MIT AND CC-BY-SA-4.0", include_bytes!("es/form_classes.bin"))),
    ("fr.words", section("form-classes", "CC-BY-SA-4.0", include_bytes!("fr/form_classes.bin"))),
    ("it.words", section("form-classes", "CC-BY-SA-4.0", include_bytes!("it/form_classes.bin"))),
    ("pl.words", section("form-classes", "BSD-2-Clause AND CC-BY-SA-4.0", include_bytes!("pl/form_classes.bin"))),
    ("pt.words", section("form-classes", "MPL-1.1 AND MPL-2.0 AND CC-BY-SA-4.0", include_bytes!("pt/form_classes.bin"))),
    ("ru.words", section("form-classes", "CC-BY-SA-4.0", include_bytes!("ru/form_classes.bin"))),
];

const fn section(id: &'static str, licence: &'static str, data: &'static [u8]) -> Section<'static> {
    Section { id, licence, data }
}

/// What tells languages apart; its sources stand in SOURCES.md.
const MODEL: Section<'static> = Section {
    id: SECTION,
    licence: "CC-BY-SA-4.0 AND BSD-3-Clause AND MPL-2.0 AND MIT",
    data: include_bytes!("../language/model.bin"),
};

/// The packs of these languages and of what tells them apart: name (`de.words`) and contents.
pub fn packs() -> impl Iterator<Item = (&'static str, Vec<u8>)> {
    let written =
        |name, sections: &[Section<'_>]| (name, pack::write(name, env!("CARGO_PKG_VERSION"), sections));
    let words = LANGUAGES.iter().map(move |&(name, data)| {
        let licence = if name == "zh.words" { LICENCE_OF_CHINESE } else { LICENCE };
        let mut sections = vec![Section { id: "language", licence, data }];
        sections.extend(MORE_SECTIONS.iter().filter(|(of, _)| *of == name).map(|(_, section)| *section));
        written(name, &sections)
    });
    words.chain([written("mul.languages", &[MODEL])])
}

#[cfg(test)]
mod tests {
    use crate::language::profile;
    use crate::lexicon::Packs;
    use crate::tokens::Tokens;

    /// Words parted at their syllables, as the grammars that the files name say, and what follows from them.
    #[test]
    fn words_part_as_their_grammars_say() {
        let languages = [
            (
                "de",
                "haus stra-ße fa-mi-li-e na-ti-on quel-le räu-me bie-nen me-lo-die mu-se-um the-a-ter see",
            ),
            ("de", "i-ta-li-en ver-ständ-lich freun-din zei-tun-gen feu-er"),
            (
                "fr",
                "le la ces table vie jour-nal eau oi-seau ville é-té fa-mille pa-ri-sien lire fran-çais que qu'il l'é-té langue an-née jus-qu'à",
            ),
            (
                "fr",
                "quand quoi pour-quoi qua-li-té jean août peuvent disent fi-nissent sou-vent mo-ment vent",
            ),
            (
                "es",
                "ca-sa pa-ís tie-rra que gue-rra po-e-ta dí-a a-ho-ra ciu-dad a-ve-ri-güe muy y buey le-er ma-yo",
            ),
            ("it", "ca-sa mi-o zi-a uo-mo cit-tà ciao fi-glio po-e-ta quan-do gior-no lei tu-a per-ché noi"),
            (
                "pt",
                "ca-sa di-a fa-mí-lia á-gua não co-ra-ção rei sa-ú-de his-tó-ria mãe po-e-ta quan-do pais",
            ),
            ("nl", "huis wa-ter zee schrij-ven leeuw be-ë-di-gen koei-en mooi the-a-ter nieu-we"),
            ("pl", "dom mia-sto nie-bo na-u-ka au-to książ-ka ro-dzi-na pies ma-te-ma-ty-ka"),
            ("ru", "дом мо-ло-ко по-эт объ-ект се-мья и-сто-ри-я"),
            ("bg", "бъл-га-ри-я ро-ди-на"),
            ("sv", "hus fa-milj the-a-ter sko-lan eu-ro-pa di-a-log sta-tion in-for-ma-tio-nen"),
            ("da", "hus sko-le øj-ne eu-ro-pa di-a-log"),
            ("fi", "maa tuo suo-mi ka-la ra-di-o työ hy-vä ky-läi-nen"),
            ("cs", "dům vlk prst mou-ka au-to vo-da čtvr-tek"),
            ("uk", "ї-жа у-кра-ї-на"),
            ("tr", "öğ-ret-men"),
            ("sk", "dom vlk ria-di-teľ"),
            ("hr", "prst ri-je-ka"),
            ("hu", "is-ko-la"),
            ("ro", "lup pă-du-re pomi"),
            ("ca", "ai-gua cau-sa"),
            ("el", "σπί-τι ου-ρα-νός παι-διά για α-λή-θεια δι-α-φο-ρά κυ-ρί-α ι-α-τρός"),
        ];
        let wrong = languages.into_iter().flat_map(|(language, words)| {
            let vowels = Packs::built_in().words(language).and_then(|words| words.vowels()).unwrap();
            words.split(' ').filter_map(move |parted| {
                let found = vowels.count(&parted.replace('-', ""));
                (found != parted.split('-').count()).then_some((language, parted, found))
            })
        });
        assert_eq!(wrong.collect::<Vec<_>>(), []);
    }

    #[test]
    fn forms_of_a_word_have_one_stem_and_elisions_none() {
        for (language, forms) in [
            ("de", "Haus häuser häusern hauses"),
            ("fr", "l'armée armée armées d'armée"),
            ("es", "desfile desfiles"),
            ("it", "soldato soldati"),
            ("pt", "soldado soldados"),
            ("ru", "парад парада парадом парады"),
            ("pl", "miasto miasta miastem"),
            ("fi", "talo talossa talosta"),
            ("ar", "كتاب الكتاب والكتاب"),
        ] {
            let words = Packs::built_in().words(language).unwrap();
            let stems: Vec<_> =
                forms.split(' ').map(|form| words.stem(&form.to_lowercase()).unwrap()).collect();
            assert!(stems.iter().all(|stem| *stem == stems[0]), "{language}: {stems:?}");
        }
        let french = Packs::built_in().words("fr").unwrap();
        assert!(french.is_stop_word("d'un") && !french.is_stop_word("l'armée"));
    }

    #[test]
    fn traditional_characters_are_read_as_simplified_ones() {
        let chinese = Packs::built_in().words("zh");
        let words = |text: &'static str| {
            let tokens = Tokens::new(text, profile("zh"), chinese);
            tokens.tokens.iter().map(|token| tokens.surface(token).text).collect::<Vec<_>>()
        };
        let traditional = words("這個國家的經濟發展非常迅速，乾隆皇帝認為。");
        assert_eq!(
            traditional,
            ["這個", "國家", "的", "經濟", "發展", "非常", "迅速", "，", "乾隆", "皇帝", "認為", "。"]
        );
        let simplified = words("这个国家的经济发展非常迅速，乾隆皇帝认为。");
        let lengths = |words: &[&str]| words.iter().map(|word| word.len()).collect::<Vec<_>>();
        assert_eq!(lengths(&traditional), lengths(&simplified));
        let chinese = chinese.unwrap();
        assert_eq!(chinese.stem("國家"), chinese.stem("国家"));
        assert!(chinese.is_stop_word("這個") && !chinese.is_stop_word("國家"));
    }

    #[test]
    fn speeds_are_those_of_the_sources() {
        let speed = |language| {
            let speed = Packs::built_in().words(language).and_then(|words| words.speed()).unwrap();
            (speed.silent, speed.aloud.unwrap_or_default())
        };
        assert_eq!(speed("de"), (260, 144));
        // 238 * 166 / 228 = 173.3, 183 * 166 / 228 = 133.2
        assert_eq!(speed("pl"), (173, 133));
        // 183 * 158 / 228 = 126.8; 238 * 193 / 228 = 201.5, 183 * 193 / 228 = 154.9
        assert_eq!(speed("zh"), (260, 127));
        assert_eq!(speed("ja"), (201, 155));
    }
}

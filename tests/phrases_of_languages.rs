//! Key phrases to be read in languages whose words are not tagged: what their forms may be and how they are written
//! decides.
#![cfg(feature = "languages")]

use textlens::lexicon::Packs;
use textlens::{Options, Reading};

fn read(language: &str, text: &str) -> Vec<String> {
    let options = Options { language: Some(language.into()), ..Options::default() };
    let reading = Reading::new(Packs::built_in(), text, &options).unwrap();
    reading.keyphrases(20).into_iter().map(|phrase| phrase.text).collect()
}

#[test]
fn no_phrase_has_a_verb_or_an_adverb() {
    for (language, text, good, verbs) in [
        (
            "fr",
            "Les vergers souffrent énormément, explique Jean Dupont. Deux communes envisagent rapidement des \
             coupures d'eau, déplore Jean Dupont. Explique Jean Dupont : le matériel roulant vieillit déjà.",
            "Jean Dupont",
            "souffrent énormément explique envisagent rapidement déplore vieillit",
        ),
        (
            "es",
            "Dijo el ministro que el metro avanza lentamente. Explicó Ana Ruiz que las obras ahuyentan clientes. \
             Dijo Ana Ruiz que el metro avanza.",
            "Ana Ruiz",
            "dijo avanza lentamente explicó ahuyentan",
        ),
        (
            "it",
            "Gli affitti svuotano il quartiere, lamenta Lucia Zanon. I negozi storici chiudono presto, racconta \
             Lucia Zanon. Spiega Lucia Zanon che il quartiere soffre.",
            "Lucia Zanon",
            "svuotano lamenta chiudono racconta spiega soffre",
        ),
        (
            "pt",
            "A prefeitura anunciou obras, informou a Defesa Civil. As chuvas provocaram rapidamente enchentes, \
             afirma a Defesa Civil. Disse o prefeito que as enchentes castigam bairros.",
            "Defesa Civil",
            "anunciou informou provocaram rapidamente afirma disse castigam",
        ),
        (
            "ru",
            "Музей метро откроют осенью, сообщил Сергей Иванов. Рассказал Сергей Иванов, что музей метро быстро \
             построили. Посетители увидят вагоны.",
            "музей метро",
            "откроют сообщил рассказал быстро построили увидят",
        ),
        (
            "pl",
            "Leśnicy odkryli wrak bombowca, przekazał Tomasz Lis. Saperzy szybko zabezpieczyli teren. Mówi Tomasz \
             Lis, że wrak bombowca leżał głęboko.",
            "wrak bombowca",
            "odkryli przekazał szybko zabezpieczyli mówi leżał głęboko",
        ),
    ] {
        let found = read(language, text);
        assert!(found.iter().any(|phrase| phrase == good), "{language}: {found:?}");
        let has = |phrase: &&String| {
            let phrase = phrase.to_lowercase();
            verbs.split(' ').any(|verb| phrase.split(' ').any(|word| word == verb))
        };
        assert_eq!(found.iter().find(has), None, "{language}");
    }
}

#[test]
fn a_phrase_has_a_noun_and_its_adjectives_where_the_language_puts_them() {
    let french = read(
        "fr",
        "La carte bancaire manque. Bancaire ou non, cette carte bancaire manque : bancaire, dit la nouvelle loi. \
         La nouvelle loi, la loi annoncée par Paul.",
    );
    for good in ["carte bancaire", "nouvelle loi"] {
        assert!(french.iter().any(|phrase| phrase == good), "{good}: {french:?}");
    }
    let is_attribute = |phrase: &&String| ["bancaire", "nouvelle", "annoncée"].contains(&phrase.as_str());
    assert_eq!(french.iter().find(is_attribute), None);
    let russian =
        read("ru", "Новый закон вышел. Новый, совсем новый, этот новый закон. Бывшее депо закрыли.");
    assert!(!russian.is_empty() && !russian.contains(&"новый".to_owned()), "{russian:?}");
}

#[test]
fn a_capital_makes_a_name_of_a_verb() {
    let found =
        read("fr", "La société Explique ouvre. La société Explique grandit. La société Explique ferme.");
    assert_eq!(found, ["société Explique"]);
}

#[test]
fn german_phrases_end_in_nouns_which_have_capitals() {
    let found = read(
        "de",
        "Wegen der hohen Kosten streicht die Bahn Nachtzüge. Neue Lokomotiven nötig: Die Bahn streicht Nachtzüge. \
         Die hohen Kosten bleiben.",
    );
    for good in ["hohen Kosten", "Nachtzüge"] {
        assert!(found.iter().any(|phrase| phrase == good), "{good}: {found:?}");
    }
    let is_verb = |phrase: &&String| phrase.contains("streicht") || phrase.contains("nötig");
    assert_eq!(found.iter().find(is_verb), None);
}

#[test]
fn no_phrase_starts_in_an_elided_word_or_goes_over_an_article() {
    let found = read(
        "fr",
        "Le préfet interdit l'arrosage. L'aide d'urgence arrive. L'État d'urgence interdit l'arrosage.",
    );
    assert!(found.iter().any(|phrase| phrase.ends_with("d'urgence")), "{found:?}");
    let several =
        |phrase: &&String| phrase.contains(' ') && (phrase.contains(" l'") || phrase.starts_with("d'"));
    assert_eq!(found.iter().find(several), None);
}

#[test]
fn a_phrase_that_comes_back_says_more_than_its_word() {
    let text = "El cambio climático avanza. El cambio preocupa a muchos; el cambio climático seca los ríos, y los ríos \
                bajan. Nadie frena el cambio.";
    let found = read("es", text);
    assert!(
        found.contains(&"cambio climático".to_owned()) && !found.contains(&"cambio".to_owned()),
        "{found:?}"
    );
}

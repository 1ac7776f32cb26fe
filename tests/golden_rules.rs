//! Sentence boundaries case by case: the English golden rules of the Pragmatic
//! Segmenter (MIT), a public standard, and our own for other languages.

use std::collections::BTreeMap;

use textlens::lexicon::{Packs, WordLexicon};
use textlens::text::{Abbreviation, SentenceRules, Span, paragraphs, sentences};
use textlens::{Options, analyze};

/// The cases of one language: their sentences must be found exactly.
fn check(language: &str, cases: &str, at_least: usize, split: impl Fn(&str) -> Vec<Span>) {
    let mut missed = Vec::new();
    let mut count = 0;
    for line in cases.lines() {
        let case: serde_json::Value = serde_json::from_str(line).unwrap();
        let text = case["text"].as_str().unwrap();
        let gold: Vec<&str> =
            case["gold"].as_array().unwrap().iter().map(|s| s.as_str().unwrap().trim()).collect();
        let found: Vec<&str> = split(text).into_iter().map(|span| span.of(text)).collect();
        count += 1;
        if found != gold {
            missed.push(format!("{language} {}: {found:?}", case["id"].as_str().unwrap()));
        }
    }
    assert!(count >= at_least, "{count} cases of {language}");
    assert!(missed.is_empty(), "{} of {count} missed:\n{}", missed.len(), missed.join("\n"));
}

fn report(language: &str, text: &str) -> Vec<Span> {
    let options = Options { language: Some(language.into()), ..Options::default() };
    analyze(text, &options).unwrap().sentences.iter().map(|sentence| sentence.span).collect()
}

const ENGLISH: &str = include_str!("data/golden-rules.en.jsonl");

#[test]
fn english() {
    check("en", ENGLISH, 48, |text| report("en", text));
}

/// The words pack without its model.
struct RulesAlone(&'static WordLexicon);

impl SentenceRules for RulesAlone {
    fn abbreviation(&self, word: &str) -> Option<Abbreviation> {
        self.0.abbreviation(word)
    }

    fn starts_sentence(&self, word: &str) -> bool {
        self.0.starts_sentence(word)
    }

    fn is_preposition(&self, word: &str) -> bool {
        self.0.is_preposition(word)
    }
}

#[test]
fn english_by_rules_alone() {
    let rules = RulesAlone(Packs::built_in().words("en").unwrap());
    check("en", ENGLISH, 48, |text| {
        paragraphs(text).into_iter().flat_map(|paragraph| sentences(text, paragraph, &rules)).collect()
    });
}

/// The F1 of whole sentences in documents of paragraphs of sentences, as the mean of the kinds of text.
fn mean_of_kinds(documents: &str) -> (f64, BTreeMap<String, f64>) {
    let mut kinds: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    for line in documents.lines() {
        let document: serde_json::Value = serde_json::from_str(line).unwrap();
        let (mut text, mut gold) = (String::new(), Vec::new());
        for paragraph in document["paragraphs"].as_array().unwrap() {
            let sentences: Vec<_> =
                paragraph.as_array().unwrap().iter().map(|s| s.as_str().unwrap()).collect();
            for (index, sentence) in sentences.into_iter().enumerate() {
                text.push_str(if text.is_empty() {
                    ""
                } else if index == 0 {
                    "\n\n"
                } else {
                    " "
                });
                gold.push(Span::new(text.len(), text.len() + sentence.len()));
                text.push_str(sentence);
            }
        }
        let found = report("en", &text);
        let kind = document["id"].as_str().unwrap().split('-').next().unwrap();
        let (right, all) = kinds.entry(kind.to_owned()).or_default();
        *right += found.iter().filter(|span| gold.contains(span)).count();
        *all += found.len() + gold.len();
    }
    let f1: BTreeMap<String, f64> =
        kinds.into_iter().map(|(kind, (right, all))| (kind, 200.0 * right as f64 / all as f64)).collect();
    (f1.values().sum::<f64>() / f1.len() as f64, f1)
}

/// Kinds of text that no model was trained on: small samples, ours or in the public domain.
#[test]
fn unseen_kinds_of_text() {
    let (mean, kinds) = mean_of_kinds(include_str!("data/genres.en.jsonl"));
    assert!(kinds.len() == 8 && mean >= 94.0, "{mean:.1}: {kinds:?}");
}

/// More of them, ours, harder: see `SENTENCES.md` for what they had at first sight.
#[test]
fn more_unseen_kinds_of_text() {
    let (mean, kinds) = mean_of_kinds(include_str!("data/genres.fresh.en.jsonl"));
    assert!(kinds.len() == 8 && mean >= 88.0, "{mean:.1}: {kinds:?}");
}

/// What the rules know of kinds of text, each by a case of its own.
#[test]
fn conventions_of_kinds_of_text() {
    for gold in [
        // Broken-off speech, and a dash that only pauses.
        &["so we need a —", "Do you have one?"][..],
        &["He stopped — John was there."],
        // Lines of verse, run together.
        &[
            "The fog was low, And all the hills were white, And in the night Of all the year The moon rose; The owl flew by.",
        ],
        // Labels and numbers before a sentence.
        &["3. (poker) The last card dealt."],
        &["II. Standard of Review"],
        &["(iv) The Tenant shall pay."],
        // A letter that is no initial.
        &["Thus A = B.", "Conversely, let y be in B."],
        &["It follows. ∎"],
        // Abbreviations of law, medicine, dictionaries.
        &["Miller v. Tri-County Elec. Coop., Inc., 412 F.3d 871, 875 (8th Cir. 2005)."],
        &["He takes 40 mg p.o. b.i.d. with food.", "It helps."],
        &["Usu. in pl. colours, chiefly poet. or dial."],
        &["4. (Usu. pl.) A fit of anger."],
        &["1. Naut. A hook."],
        &["An infl. form of the verb."],
        &["It ends on Rte. 9.", "The rest is gone."],
        &["Acme, Inc. (“Acme”) grants no rights.", "It is so under Cal. Civ. Code 12."],
        &["The test was neg. for flu."],
        // Notes of medicine and lists that were joined.
        &["PAST HISTORY:", "1. Asthma.", "2. Migraine."],
        &["- read closely;", "- revise your prose;", "- write."],
        &["Phone: 555 0100", "Fax: none", "Room: 9"],
        &["Aug. 23: Cells", "Aug. 25: Genes"],
        // Mathematics.
        &["(broadcasting, chiefly N. Amer.) = anchorman"],
        &["Immediate from Prop. 4.7. □"],
        &["It follows from Prop. I.29 and Art. IV of the rules."],
        &["Put w := u − v.", "Then w = 0."],
        &["See a doctor if temp. > 101 F."],
        &["He proved it by induction on n.", "Base case: n = 1."],
        &["It has trucks, vans and h. Front loaders."],
        &["The sum 1 + 2 + ... + k is odd."],
        // What is abbreviated before the sign of a section, and what no list has.
        &["(Compl. ¶ 12.)", "Plaintiff left the room."],
        &["They denied it, Compl. § 19, and left."],
        &["She reports no fever, wt. loss or pain."],
        &["pls.", "call me."],
        &["Dodson, S. I. Introduction to lakes."],
        // The end of a letter, captions, footnotes.
        &["Best regards,", "Ann Carter"],
        &["Figure 1.5", "Residents of Wells meet."],
        &["This is due to their rights. 4", "Even so, they lost."],
        &["Email: ann@example.edu", "Office hours: at noon"],
        &["5. Notices.", "(a) Form.", "Notices are in writing."],
        // Who spoke.
        &["“Why?” Ann Smith asked.", "“No!” I said."],
        &["“Why?”", "Ann Smith was gone."],
        &["I was re- —", "Oh!"],
        // Verse with dashes.
        &[
            "A bird came down the lane — He did not know I saw — The worm was in his beak — And so he went away — The day was over.",
        ],
    ] {
        let text = gold.join(" ");
        let found: Vec<_> = report("en", &text).into_iter().map(|span| span.of(&text)).collect();
        assert_eq!(found, gold);
    }
}

#[test]
fn other_languages() {
    for (language, cases) in [
        ("de", include_str!("data/golden-rules.de.jsonl")),
        ("fr", include_str!("data/golden-rules.fr.jsonl")),
        ("es", include_str!("data/golden-rules.es.jsonl")),
        ("it", include_str!("data/golden-rules.it.jsonl")),
        ("pt", include_str!("data/golden-rules.pt.jsonl")),
        ("nl", include_str!("data/golden-rules.nl.jsonl")),
        ("pl", include_str!("data/golden-rules.pl.jsonl")),
        ("ru", include_str!("data/golden-rules.ru.jsonl")),
        ("el", include_str!("data/golden-rules.el.jsonl")),
        ("ar", include_str!("data/golden-rules.ar.jsonl")),
        ("hi", include_str!("data/golden-rules.hi.jsonl")),
        ("zh", include_str!("data/golden-rules.zh.jsonl")),
        ("ja", include_str!("data/golden-rules.ja.jsonl")),
    ] {
        check(language, cases, 12, |text| report(language, text));
    }
}

/// A case or two of languages that have no list of their own.
#[test]
fn more_languages() {
    for (language, gold) in [
        ("hy", &["Ո՞ւր ես գնում:", "Տուն:", "Պատասխանը հետևյալն է. սեր և աշխատանք:"][..]),
        ("hy", &["Բարև Ձեզ։", "Ես Պետրոսն եմ։"]),
        ("da", &["De mødtes i Skt. Olavs gade.", "Så gik de hjem."][..]),
        ("da", &["Det står under N°. 26 i listen."]),
        ("sk", &["Bol to príslušník VII. Pluku armády."]),
        ("ro", &["– Unde te duci? întrebă el.", "– Acasă."]),
        ("sv", &["– Vart ska du? frågade han.", "Hon teg."]),
        ("uk", &["Вони живуть у м. Львів на вул. Зелена 5.", "Там тихо."]),
        ("bg", &["Срещата е на пл. Славейков утре."]),
    ] {
        let text = gold.join(" ");
        let found: Vec<_> = report(language, &text).into_iter().map(|span| span.of(&text)).collect();
        assert_eq!(found, gold);
    }
}

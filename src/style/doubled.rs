//! Doubled words: the same word twice with nothing but white space between.

use crate::lexicon::{Marks, StyleWords};
use crate::text::{PieceKind, Span};
use crate::tokens::{Shape, Tokens};

/// Words that stand twice for good reason in languages without a list: pronouns that are also articles
/// or objects, and words that are doubled for weight.
const TWICE: &[(&str, &[&str])] = &[
    (
        "de",
        &[
            "die", "der", "das", "den", "dem", "sie", "was", "wie", "sehr", "ganz", "lange", "nein", "ja",
            "so",
        ],
    ),
    ("nl", &["die", "dat", "het", "ze", "je", "u", "heel", "nee", "ja", "zo"]),
    ("fr", &["nous", "vous", "très", "non", "oui", "si", "bien", "tout", "ah", "oh"]),
    ("es", &["no", "sí", "muy", "nos", "ya", "casi", "así", "que"]),
    ("pt", &["não", "sim", "muito", "já", "quase", "logo"]),
    ("it", &["si", "ci", "no", "sì", "ben", "piano", "quasi", "molto", "così", "via", "man", "quatto"]),
    ("sv", &["det", "den", "de", "som", "ja", "nej", "så", "mycket", "att"]),
    ("da", &["det", "den", "de", "der", "ja", "nej", "så", "meget"]),
    ("nb", &["det", "den", "de", "som", "ja", "nei", "så", "veldig"]),
    ("pl", &["się", "tak", "nie", "bardzo", "no"]),
    ("ru", &["да", "нет", "очень", "давно", "чуть", "еле", "так", "только"]),
];

/// Whether a language's own are known.
pub fn knows(language: &str) -> bool {
    TWICE.iter().any(|(tag, _)| *tag == language)
}

/// Every doubled word, both together.
pub fn doubled(tokens: &Tokens<'_>, words: Option<&StyleWords>, language: &str) -> Vec<Span> {
    let own = TWICE.iter().find(|(tag, _)| *tag == language).map_or(&[][..], |(_, words)| words);
    let may_stand_twice =
        |word: &str| own.contains(&word) || words.is_some_and(|words| words.marks(word).has(Marks::TWICE));
    // *What it is is a pity*: the first is of the clause, the second of the sentence.
    let ends_clause = |start: usize, at: usize| {
        let verb = tokens.word(&tokens.tokens[at]);
        words.is_some_and(|words| words.is_verb(verb.stem()) || words.marks(&verb.text).has(Marks::BE))
            && tokens.tokens[start..at].iter().any(|token| {
                matches!(&*tokens.word(token).text, "what" | "whatever" | "who" | "whoever" | "which")
            })
    };
    let mut found = Vec::new();
    let all = &tokens.tokens;
    let same = |at: usize| {
        let (one, two) = (tokens.surface(&all[at]), tokens.surface(&all[at + 1]));
        one.word == two.word && one.kind == PieceKind::Word
    };
    for sentence in &tokens.sentences {
        let mut at = sentence.tokens.start;
        while at + 1 < sentence.tokens.end {
            let mut last = at;
            while last + 1 < sentence.tokens.end && same(last) {
                last += 1;
            }
            // Three and more are meant so.
            if last == at + 1 {
                let (one, two) = (tokens.surface(&all[at]), tokens.surface(&all[last]));
                let word = &*tokens.words[one.word as usize].text;
                // *Duran Duran* and *US US* are names, *A a* letters.
                let names = two.shape != Shape::Lower || one.shape == Shape::Upper && one.text.len() > 1;
                let gap = Span { start: tokens.span(&all[at]).end, end: all[last].start }.of(tokens.text);
                let bare = one.stem_len as usize == one.text.len() && two.stem_len as usize == two.text.len();
                if !names
                    && bare
                    && !gap.is_empty()
                    && gap.trim().is_empty()
                    && !may_stand_twice(word)
                    && !ends_clause(sentence.tokens.start, at)
                {
                    found.push(tokens.across(at..last + 1));
                }
            }
            at = last + 1;
        }
    }
    found
}

//! Notes on style: where a writer may want to look again, each with its reason.
//!
//! They are quiet by design: where it is not sure, nothing is noted. What needs a
//! list of words is noted in languages whose words pack has it; the rest in all.

mod adverbs;
mod doubled;
mod hedges;
mod marked;
mod nominalisations;
mod openings;
mod passive;
mod reason;
mod repeated;
mod spellings;

use serde::Serialize;

use crate::lexicon::WordLexicon;
use crate::order;
use crate::statistics::{Difficulty, SentenceType};
use crate::text::Span;
use crate::tokens::Tokens;

use marked::Marked;

pub use openings::Opening;
pub use reason::Reason;
pub use spellings::Spelling;

/// What there is to say of a text's style.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Style {
    /// What kind of sentence each is, parallel to the report's sentences: 0 without a word,
    /// 1 statement, 2 question, 3 exclamation, 4 fragment.
    pub sentence_types: Vec<u8>,
    /// The words with which sentences begin most often, at most ten, each at least twice.
    pub openings: Vec<Opening>,
    /// The longest sentence, word and paragraph.
    pub longest: Longest,
    /// Notes by reason; a reason that is absent was not looked for in this language.
    pub notes: Vec<Note>,
    /// Words that the text spells in two ways.
    pub spellings: Vec<Spelling>,
}

/// Where the longest parts stand, the first of equals; empty spans at 0 without a word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Longest {
    /// The word of the most letters and digits.
    pub word: Span,
    /// The sentence of the most words.
    pub sentence: Span,
    /// The paragraph of the most words.
    pub paragraph: Span,
}

/// All places that are noted for one reason.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Note {
    /// Why.
    pub reason: Reason,
    /// How many places there are.
    pub count: usize,
    /// The places in order; they do not overlap.
    pub spans: Vec<Span>,
}

impl Style {
    /// Gives all spans to `each`, to be translated.
    pub(crate) fn spans_mut(&mut self, mut each: impl FnMut(&mut [Span])) {
        let Longest { word, sentence, paragraph } = &mut self.longest;
        [word, sentence, paragraph].into_iter().for_each(|span| each(std::slice::from_mut(span)));
        self.openings.iter_mut().for_each(|opening| each(&mut opening.spans));
        self.notes.iter_mut().for_each(|note| each(&mut note.spans));
        self.spellings.iter_mut().for_each(|spelling| each(&mut spelling.spans));
    }
}

/// The style of a text in `language` (`en`): `types` and `difficulty` are those of its sentences.
pub fn style(
    tokens: &Tokens<'_>,
    lexicon: Option<&WordLexicon>,
    language: &str,
    types: &[SentenceType],
    difficulty: &Difficulty,
) -> Style {
    let mut notes = Vec::new();
    let mut note = |reason, spans: Vec<Span>| notes.push(Note { reason, count: spans.len(), spans });
    let sentences_of = |level| {
        let levels = tokens.sentences.iter().zip(&difficulty.sentence_levels);
        levels.filter(|&(_, &found)| found == level).map(|(sentence, _)| sentence.span).collect()
    };
    let alphabetic = language == "en"
        || doubled::knows(language)
        || lexicon.is_some_and(|lexicon| lexicon.has_formula("lix"));
    if difficulty.measure.is_some() {
        note(Reason::VeryHardSentence, sentences_of(2));
        note(Reason::HardSentence, sentences_of(1));
    }
    let mut spellings = Vec::new();
    if let Some(lexicon) = lexicon.filter(|lexicon| !lexicon.style().is_empty()) {
        let marked = Marked::new(tokens, lexicon.style());
        note(Reason::PassiveVoice, passive::passives(&marked));
        note(Reason::Adverb, adverbs::adverbs(&marked));
        note(Reason::Intensifier, adverbs::intensifiers(&marked));
        note(Reason::Hedge, hedges::hedges(&marked));
        note(Reason::Nominalisation, nominalisations::nominalisations(&marked));
        spellings = spellings::spellings(&marked);
        let spans = spellings.iter().flat_map(|spelling| &spelling.spans).copied().collect();
        note(Reason::TwoSpellings, order::by_rising(spans, Span::order));
    }
    if alphabetic {
        note(Reason::DoubledWord, doubled::doubled(tokens, lexicon.map(WordLexicon::style), language));
        note(Reason::RepeatedWord, repeated::repeated(tokens, lexicon));
        note(Reason::RepeatedOpening, openings::repeated(tokens, lexicon));
    }
    Style {
        sentence_types: types.iter().map(|&kind| kind as u8).collect(),
        openings: openings::openings(tokens),
        longest: longest(tokens),
        notes,
        spellings,
    }
}

fn longest(tokens: &Tokens<'_>) -> Longest {
    let mut longest = Longest::default();
    let lengths: Vec<usize> = tokens
        .surfaces
        .iter()
        .map(|surface| surface.text.chars().filter(|c| c.is_alphanumeric()).count())
        .collect();
    let mut most = 0;
    for token in &tokens.tokens {
        if lengths[token.surface as usize] > most {
            most = lengths[token.surface as usize];
            longest.word = tokens.span(token);
        }
    }
    let (mut most, mut by_paragraph) = (0, vec![0; tokens.paragraphs.len()]);
    for sentence in &tokens.sentences {
        by_paragraph[sentence.paragraph] += sentence.words;
        if sentence.words > most {
            most = sentence.words;
            longest.sentence = sentence.span;
        }
    }
    most = 0;
    for (&paragraph, &words) in tokens.paragraphs.iter().zip(&by_paragraph) {
        if words > most {
            most = words;
            longest.paragraph = paragraph;
        }
    }
    longest
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Options, analyze};

    fn style(text: &str, language: &str) -> Style {
        analyze(text, &Options { language: Some(language.into()), ..Options::default() }).unwrap().style
    }

    /// The texts that are noted for `reason`.
    fn noted<'t>(text: &'t str, language: &str, reason: Reason) -> Vec<&'t str> {
        let style = style(text, language);
        let note = style.notes.iter().find(|note| note.reason == reason);
        note.map_or(Vec::new(), |note| note.spans.iter().map(|span| span.of(text)).collect())
    }

    #[test]
    fn each_reason_finds_its_own_and_leaves_the_rest() {
        for (reason, text, expected) in [
            (
                Reason::PassiveVoice,
                "It was not widely known. They were tired. He is interested, or mistaken. The letter had been written by Ann. It was used to cut, but I am used to it.",
                &["was not widely known", "been written"][..],
            ),
            (
                Reason::Adverb,
                "The family quickly left early. Emily recently sang badly.",
                &["quickly", "badly"],
            ),
            (Reason::Intensifier, "It was very late, at the very end.", &["very"]),
            (
                Reason::Intensifier,
                "Simply wait. We simply cannot. It was perfectly clear. Clearly marked paths. He breathed deeply and spoke clearly.",
                &["Simply", "simply", "perfectly"],
            ),
            (
                Reason::Adverb,
                "Clearly marked paths. He breathed deeply and spoke clearly. It is simply the best.",
                &["Clearly", "clearly"],
            ),
            (
                Reason::Hedge,
                "Perhaps it is kind of a kind of bird. In my opinion I believe in it. We believe in luck, and it appears in print. Should we think so? The plan seems to work.",
                &["Perhaps", "kind of", "In my opinion", "seems to"],
            ),
            (
                Reason::Nominalisation,
                "They made a final decision on the implementation of the plan, and made a cake.",
                &["made a final decision", "the implementation of"],
            ),
            (
                Reason::DoubledWord,
                "He saw the the man that that man had had. No no. Duran Duran. The the end of of\nit. It is is so. What it is is late, and if you do do it, who came came late.",
                &["the the", "The the", "of of", "is is"],
            ),
            (
                Reason::TwoSpellings,
                "We organise e-mail. They organized email, and re-sign or resign. A grey cat and a gray dog.",
                &["organise", "e-mail", "organized", "email", "grey", "gray"],
            ),
            (
                Reason::RepeatedWord,
                "A gargantuan tree fell down on a gargantuan house. Step by step she grew step by step. They want stronger walls, and they want a stronger roof.",
                &["gargantuan", "gargantuan"],
            ),
            (
                Reason::RepeatedOpening,
                "She came. She saw. She won. The end came. The rain fell. The sun set.",
                &["She", "She", "She"],
            ),
        ] {
            assert_eq!(noted(text, "en", reason), expected, "{reason:?}");
        }
    }

    #[test]
    fn other_languages_get_what_needs_no_list() {
        let text = "Er sagte, dass die die Tür offen steht, und und ging. Nous nous sommes.";
        assert_eq!(noted(text, "de", Reason::DoubledWord), ["und und", "Nous nous"]);
        assert_eq!(noted("Nous nous sommes et et fin.", "fr", Reason::DoubledWord), ["et et"]);
        let german = style(text, "de");
        assert!(german.notes.iter().all(|note| note.reason != Reason::PassiveVoice));
        assert!(style("橋は金曜日に開通した。", "ja").notes.is_empty());
    }

    #[test]
    fn articles_of_any_language_are_no_repetition() {
        for (language, text) in [
            ("de", "Die Frau kam. Die Sonne schien. Die Katze schlief. Er kam. Er sah. Er ging."),
            ("fr", "Les femmes rient. Les hommes partent. Les chats dorment. Er vient. Er voit. Er part."),
            ("sv", "En kvinna kom. En man gick. En katt sov. Er kom. Er såg. Er gick."),
            ("el", "Η γυναίκα ήρθε. Η γάτα κοιμάται. Η μέρα φεύγει. Er ήρθε. Er είδε. Er έφυγε."),
        ] {
            assert_eq!(noted(text, language, Reason::RepeatedOpening), ["Er"; 3], "{language}");
        }
        let roof = "Sie wollen stabilere Mauern, und sie wollen eine stabilere Wand.";
        assert!(noted(roof, "de", Reason::RepeatedWord).is_empty());
    }

    #[test]
    fn the_longest_parts_have_their_places() {
        let text = "Short one.\n\nA much longer sentence than that, extraordinarily so.";
        let longest = style(text, "en").longest;
        assert_eq!(longest.word.of(text), "extraordinarily");
        assert_eq!(longest.sentence, longest.paragraph);
        assert_eq!(longest.sentence.of(text), &text[12..]);
        assert_eq!(style("...", "en").longest, Longest::default());
    }

    #[test]
    fn openings_are_counted() {
        let text = "We came. We saw. It rained. we won.";
        let openings = style(text, "en").openings;
        assert_eq!(openings.len(), 1);
        assert_eq!((openings[0].text.as_str(), openings[0].count), ("We", 3));
        assert_eq!(openings[0].spans[2].of(text), "we");
    }
}

//! Text of another language than that of the names pack.
//!
//! The model has learnt from English only, and what it is not sure of it takes
//! for a name. Of the words that English writes in lower case, the lexicon
//! knows nine of ten; of those of other languages at most four. Where they are
//! too few, only what the gazetteers have is a name.

use std::ops::Range;

use super::forms::{Case, Forms, Kind};
use super::units::Unit;
use super::window::Opened;
use super::{EntityType, Mention, Subtype, confidence};
use crate::lexicon::Known;
use crate::text::Span;

/// Whether a text, and each sentence of it, is of another language.
pub(super) struct Foreign {
    /// Whether the text as a whole is.
    text: bool,
}

/// How many words of a text are common ones, and how many there are.
#[derive(Default)]
pub(super) struct CommonWords {
    /// Of those in lower case.
    small: (usize, usize),
    /// Of those all in capitals, and of those whose capitals are guessed.
    other: (usize, usize),
}

impl CommonWords {
    /// Counts the words of a sentence.
    pub fn add(&mut self, forms: &Forms, units: &[Unit]) {
        for unit in units.iter().filter(|unit| unit.form.kind == Kind::Word) {
            let counts = match unit.form.case {
                _ if forms.is_guess(unit.id) => &mut self.other,
                Case::Lower => &mut self.small,
                Case::Acronym => &mut self.other,
                Case::Initial | Case::Capital => continue,
            };
            count(unit, counts);
        }
    }
}

/// Counts a word, and whether it is a common one.
fn count(unit: &Unit, (known, all): &mut (usize, usize)) {
    *known += usize::from(unit.form.is_stop || unit.is(Known::COMMON));
    *all += 1;
}

/// A text is judged by its words from so many on, a sentence likewise; shorter sentences are
/// what their text is.
const FEWEST: (usize, usize) = (12, 8);

/// How many of 100 words are common ones in English, at least: in a text, and in a sentence.
const COMMON: (usize, usize) = (50, 45);

/// The same where names are among the words: in a text whose capitals say nothing.
const COMMON_WITH_NAMES: usize = 40;

impl Foreign {
    /// Judges a text by its words.
    pub fn new(words: &CommonWords) -> Self {
        let (of, least) = match words.small.1 < FEWEST.0 {
            true => (words.other, COMMON_WITH_NAMES),
            false => (words.small, COMMON.0),
        };
        Self { text: of.1 >= FEWEST.0 && of.0 * 100 < of.1 * least }
    }

    /// Whether the sentence at which a document is opened is of another language.
    pub fn is(&self, document: &Opened) -> bool {
        let mut words = CommonWords::default();
        words.add(document.forms, document.units.units());
        let (known, all) = words.small;
        if all < FEWEST.1 { self.text } else { known * 100 < all * COMMON.1 }
    }
}

/// Gives the names of a sentence to `found` that the gazetteers have: countries, and what has several words.
pub(super) fn of_gazetteers(document: &Opened, sentence: &Range<usize>, mut found: impl FnMut(Mention)) {
    let mut at = sentence.start;
    while at < sentence.end {
        let phrase = document.phrase(at).known;
        let end = document.extent(at).end;
        let is_one = end == at + 1;
        let place = phrase.is(Known::COUNTRY) || !is_one && phrase.is(Known::ANY_PLACE);
        let kind = if place {
            Some(EntityType::Place)
        } else {
            (!is_one && phrase.is(Known::ORGANISATION)).then_some(EntityType::Organisation)
        };
        if let Some(kind) = kind {
            found(Mention {
                span: Span { start: document.units[at].start, end: document.units[end - 1].span().end },
                kind,
                subtype: place.then_some(Subtype::Geopolitical),
                confidence: confidence::BY_RULES,
                own: None,
            });
        }
        at = end;
    }
}

#[cfg(test)]
mod tests {
    use crate::entities::EntityType::{Organisation, Person, Place};
    use crate::entities::tests::found_by_model as found;

    #[test]
    fn other_languages_have_what_the_gazetteers_have() {
        let text = "Olkoon Nakuru tällainen kaupunki jossa ihmiset asuvat vapaina ja tasavertaisina Germany \
                    arvoltaan sekä United Nations oikeuksiltaan";
        assert_eq!(found(text), [("Germany", Place), ("United Nations", Organisation)]);
        assert_eq!(found("દરેક વ્યક્તિને જીવન, સ્વતંત્રતા અને વ્યક્તિગત સલામતીનો અધિકાર છે અને તે તેનો હક છે."), []);
        assert_eq!(found(&"ᎠᏂᎦᏔᎲᎢ ᎤᎾᏓᏤᎵ ᎠᎴ ".repeat(9)), []);
    }

    #[test]
    fn a_sentence_of_another_language_in_an_english_text() {
        let english = "She said that it was the best thing that she had ever seen in her life in Paris. ";
        let other = "Kuj ua ib qhov zoo kawm thiab Dab Laug lom zem ntau yam kawg.";
        let text = [english, other].concat();
        assert_eq!(found(&text), [("Paris", Place)]);
        // A name in capitals, short sentences and texts tell no language.
        assert_eq!(found("Maria Delgado left."), [("Maria Delgado", Person)]);
    }
}

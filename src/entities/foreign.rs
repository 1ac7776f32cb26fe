//! Text of another language than that of the names pack.
//!
//! The model has learnt from English only, and what it is not sure of it takes
//! for a name. Of the words that English writes in lower case, the lexicon
//! knows nine of ten; of those of other languages at most four. Where they are
//! too few, only what the gazetteers have is a name.

use std::ops::Range;

use super::sentence::Observed;
use super::units::{Case, Kind, Unit};
use super::{EntityType, Mention, Subtype, confidence};
use crate::lexicon::Known;
use crate::text::Span;

/// Whether a text, and each sentence of it, is of another language.
pub(super) struct Foreign {
    /// Whether the text as a whole is.
    text: bool,
}

/// A text is judged by its words from so many on, a sentence likewise; shorter sentences are
/// what their text is.
const FEWEST: (usize, usize) = (12, 8);

/// How many of 100 words are common ones in English, at least: in a text, and in a sentence.
const COMMON: (usize, usize) = (50, 45);

/// The same where names are among the words: in a text whose capitals say nothing.
const COMMON_WITH_NAMES: usize = 40;

impl Foreign {
    /// Judges a text.
    pub fn new(document: &Observed) -> Self {
        let units = &document.units;
        let small = common(units, |unit| unit.form.case == Case::Lower && !document.is_guess(unit));
        let (of, least) = match small.1 < FEWEST.0 {
            true => {
                let of = |unit: &Unit| unit.form.case == Case::Acronym || document.is_guess(unit);
                (common(units, of), COMMON_WITH_NAMES)
            }
            false => (small, COMMON.0),
        };
        Self { text: of.1 >= FEWEST.0 && of.0 * 100 < of.1 * least }
    }

    /// Whether the sentence of these units is of another language.
    pub fn is(&self, document: &Observed, sentence: &Range<usize>) -> bool {
        let units = &document.units[sentence.clone()];
        let (known, all) = common(units, |unit| unit.form.case == Case::Lower && !document.is_guess(unit));
        if all < FEWEST.1 { self.text } else { known * 100 < all * COMMON.1 }
    }
}

/// How many words of which `counts` holds are common ones, and how many there are.
fn common(units: &[Unit], counts: impl Fn(&Unit) -> bool) -> (usize, usize) {
    let words = units.iter().filter(|unit| unit.form.kind == Kind::Word && counts(unit));
    words.fold((0, 0), |(known, all), unit| {
        let is_common = unit.form.is_stop || unit.is(Known::COMMON);
        (known + usize::from(is_common), all + 1)
    })
}

/// The names of a sentence that the gazetteers have: countries, and what has several words.
pub(super) fn of_gazetteers(document: &Observed, sentence: &Range<usize>, mentions: &mut Vec<Mention>) {
    let mut at = sentence.start;
    while at < sentence.end {
        let phrase = document.phrase(at).known;
        let goes_on = |next: &usize| matches!(document.phrase(*next).place, 1 | 2);
        let end = (at + 1..sentence.end).find(|next| !goes_on(next)).unwrap_or(sentence.end);
        let is_one = end == at + 1;
        let place = phrase.is(Known::COUNTRY) || !is_one && phrase.is(Known::ANY_PLACE);
        let kind = if place {
            Some(EntityType::Place)
        } else {
            (!is_one && phrase.is(Known::ORGANISATION)).then_some(EntityType::Organisation)
        };
        if let Some(kind) = kind {
            mentions.push(Mention {
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

//! Text whose capitals say nothing: all in small letters, or sentences all in
//! capitals or in those of titles.
//!
//! There the recogniser guesses which words would have a capital in a book:
//! those that are not common, the words of the lexicon's longer entries, and
//! beside them words that say what a name is of, and first and last names.
//! From there on such a sentence is looked at as any other; only the shapes of
//! its words tell the model what it is.

use super::chains::longest_entry;
use super::forms::{Form, Kind};
use super::units::{Gap, Unit};
use crate::lexicon::{Known, NameLexicon};
use crate::tokens::{Shape, Tokens};

/// In a text in small letters, at most one word of so many has a capital.
const SMALL: usize = 50;

/// A text of fewer words says nothing by having no capitals.
const FEWEST: usize = 4;

/// Words that are part of a name if they stand beside one.
const BESIDE: Known = Known::GIVEN
    .or(Known::SURNAME)
    .or(Known::ORGANISATION_HEAD)
    .or(Known::ORGANISATION_FIRST)
    .or(Known::PLACE_HEAD)
    .or(Known::PLACE_FIRST)
    .or(Known::EVENT_HEAD)
    .or(Known::EVENT_FIRST);

/// Words that are part of a name if *of* and one follow.
pub(super) const BEFORE_OF: Known = Known::ORGANISATION_OF.or(Known::PLACE_OF).or(Known::EVENT_OF);

/// Whether the text is written without capitals, but for a few and *I*.
pub(super) fn lacks(tokens: &Tokens<'_>) -> bool {
    let most = tokens.tokens.len() / SMALL;
    let (mut capitals, mut small) = (0, 0);
    for token in &tokens.tokens {
        let surface = tokens.surface(token);
        match surface.shape {
            Shape::Title if surface.text.len() > 1 && !surface.text.starts_with(['\'', '’']) => {
                let pronoun = surface.text.starts_with("I'") || surface.text.starts_with("I’");
                capitals += usize::from(!pronoun);
                if capitals > most {
                    return false;
                }
            }
            Shape::Lower => small += 1,
            _ => {}
        }
    }
    small >= FEWEST && capitals * SMALL <= small
}

/// A form as it might be written elsewhere: as a common word, and with a capital.
#[derive(Clone, Debug)]
pub(super) struct Guess {
    /// The surface.
    pub surface: u32,
    /// In small letters, and with a capital.
    pub forms: [Form; 2],
}

/// Gives the units of a sentence whose capitals say nothing the forms that they would have in a
/// book; `guess` has the guesses for a unit's form and the id of the first of them.
pub(super) fn settle<'f>(
    text: &str,
    units: &mut [Unit<'f>],
    lexicon: &NameLexicon,
    guess: impl Fn(&Unit) -> Option<(u32, &'f [Form; 2])>,
) {
    let guesses: Vec<_> = units.iter().map(guess).collect();
    for (unit, guess) in units.iter_mut().zip(&guesses) {
        unit.form = guess.map_or(unit.form, |(_, forms)| &forms[0]);
    }
    let mut capital = vec![false; units.len()];
    let mut at = 0;
    while at < units.len() {
        let unit = &units[at];
        let (len, known) = match unit.form.is_stop {
            true => (0, Known::NONE),
            false => longest_entry(text, lexicon, &units[at..], Known::NAME, |_| true),
        };
        let end = at + if known.is(Known::NAME) { len.max(1) } else { 1 };
        for (capital, unit) in capital[at..end].iter_mut().zip(&units[at..end]) {
            let is_common = unit.form.is_stop || unit.is(Known::COMMON) && end == at + 1;
            *capital = unit.form.kind == Kind::Word && unit.form.len > 1 && !is_common;
        }
        at = end;
    }
    let follows = |at: usize| units[at].gap == Gap::Space && !units[at - 1].possessive;
    let beside: Vec<bool> = (0..units.len())
        .map(|at| {
            let unit = &units[at];
            let before = at > 0 && capital[at - 1] && follows(at);
            let after = at + 1 < units.len() && capital[at + 1] && follows(at + 1);
            let of = at + 2 < units.len()
                && units[at + 1].is(Known::OF)
                && (capital[at + 2]
                    || units[at + 2].is(Known::ARTICLE) && capital.get(at + 3) == Some(&true));
            !unit.form.is_stop
                && ((before || after) && unit.is(BESIDE)
                    || after && unit.is(Known::TITLE)
                    || of && unit.is(BEFORE_OF))
        })
        .collect();
    for (at, (unit, guess)) in units.iter_mut().zip(guesses).enumerate() {
        if let Some((id, forms)) = guess {
            let index = usize::from(capital[at] || beside[at]);
            unit.id = id + 2 * index as u32;
            unit.form = &forms[index];
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::entities::EntityType::{Organisation, Person, Place};
    use crate::entities::forms::{Case, Forms};
    use crate::entities::sentence::Observed;
    use crate::entities::tests::found_by;
    use crate::entities::window::Opened;
    use crate::entities::{EntityType, recogniser};
    use crate::language::profile;
    use crate::lexicon::{NameLexicon, Packs};
    use crate::tokens::Tokens;

    fn names() -> &'static NameLexicon {
        Packs::built_in().names("en").expect("built in")
    }

    /// The words that are taken for capitalised ones, and whether that was guessed.
    fn capitals(text: &str) -> (Vec<&str>, bool) {
        let tokens = Tokens::new(text, profile("en"), Packs::built_in().words("en"));
        let forms = Forms::new(&tokens, names());
        let document = Observed::new(&tokens, names(), &forms);
        let mut opened = Opened::new(&document);
        let (mut words, mut guessed) = (Vec::new(), false);
        for index in 0..document.sentences.len() {
            opened.open(index);
            let units = opened.units.units();
            let capitals = units.iter().filter(|unit| unit.form.case == Case::Capital);
            words.extend(capitals.map(|unit| &text[unit.span().range()]));
            guessed |= units.iter().any(|unit| document.is_guess(unit));
        }
        (words, guessed)
    }

    fn found(text: &'static str) -> Vec<(&'static str, EntityType)> {
        found_by(&*recogniser(names()), text)
    }

    #[test]
    fn capitals_are_guessed_where_they_say_nothing() {
        for (text, expected) in [
            ("i saw maria delgado in new york with her new car", vec!["maria", "delgado", "new", "york"]),
            ("MARIA DELGADO WARNS OF LONG STRIKES IN NEW YORK", vec!["MARIA", "DELGADO", "NEW", "YORK"]),
            ("Maria Delgado Warns of Long Strikes in New York", vec!["Maria", "Delgado", "New", "York"]),
            (
                "the university of sacramento is not in sacramento",
                vec!["university", "sacramento", "sacramento"],
            ),
        ] {
            assert_eq!(capitals(text), (expected, true), "{text}");
        }
    }

    #[test]
    fn capitals_that_speak_are_left_as_they_are() {
        for text in [
            "She saw Maria Delgado in New York.",
            "They saw Maria there, and no one else of whom she had ever told them anything.",
            "The UN and the EU met.",
            "NATO, EU, UN",
            "so it is",
            "President Maria Delgado met Prime Minister Ann Miller.",
        ] {
            assert!(!capitals(text).1, "{text}");
        }
        // One sentence in capitals is guessed, the next is not.
        let text = "STRIKES HIT SACRAMENTO\nThe Strikes began in New York last week, it said.";
        assert_eq!(capitals(text), (vec!["SACRAMENTO", "The", "Strikes", "New", "York"], true));
    }

    #[test]
    fn names_are_found_in_small_letters() {
        assert_eq!(
            found("i think barack obama and angela merkel met in new york, but i did not see it"),
            [("barack obama", Person), ("angela merkel", Person), ("new york", Place)]
        );
        assert_eq!(found("they were the best days of my life and i would do it all again"), []);
        assert_eq!(
            found("my brother works for microsoft in seattle now, he says it is fine"),
            [("microsoft", Organisation), ("seattle", Place)]
        );
    }

    #[test]
    fn names_are_found_in_capitals() {
        assert_eq!(
            found("ANGELA MERKEL WARNS OF LONG STRIKES IN GERMANY AND FRANCE"),
            [("ANGELA MERKEL", Person), ("GERMANY", Place), ("FRANCE", Place)]
        );
    }
}

//! What a common noun beside a name says that it is, where the model takes it for something else.
//!
//! ```text
//! the daily Delo, El País newspaper       a body
//! the lender Simango; Simango, a maker of cars
//! Lou Castellano of Dean Witter
//! the Budhi Gandaki river                 a part of the land
//! villagers from Chikwawa                 where they are from
//! a Lautoka-born accountant
//! coach Zeca Simango                      a person
//! caretaker Prime Minister Ann Lee        no name,
//! its owner, Mr. Simango, left            nor is a title
//! ```

use std::ops::Range;

use super::beside::{BODY, apposed, small};
use super::bodies;
use super::decoder::{self, ORGANISATION, PERSON, PLACE, Tag};
use super::forms::Case;
use super::units::{Gap, Unit};
use super::window::Opened;
use crate::lexicon::Known;

/// Puts the tags right of the words from `start` on.
pub(super) fn settle(document: &Opened, text: &str, start: usize, tags: &mut [Tag]) {
    let mut at = 0;
    while let Some((name, kind)) = decoder::next_name(tags, at) {
        at = name.end;
        let beside = Beside { document, text, name: start + name.start..start + name.end };
        if kind == ORGANISATION {
            // *the Amazon rainforest*; but *the CIA prison*.
            let next = beside.next(Gap::Space).map_or("", |unit| unit.span().of(text));
            if name.len() == 1 && matches!(next, "basin" | "delta" | "jungle" | "rainforest" | "river") {
                decoder::mark(&mut tags[name], PLACE);
            } else if beside.is_who_heads(&tags[..name.start]) {
                decoder::mark(&mut tags[name], PERSON);
            }
            continue;
        }
        let is_of_person = || {
            let person = name.start.checked_sub(2).map(|last| tags[last]);
            person == Some(decoder::tag(PERSON, 2)) && beside.before().is(Known::OF)
        };
        // *Mr.* before *Buckovski*
        let is_before_person = || {
            tags.get(at).is_some_and(|&next| decoder::kind(next) == Some(PERSON) && !decoder::goes_on(next))
        };
        if kind == PERSON && beside.is_title(is_before_person) {
            tags[name].fill(0);
        } else if beside.is_body(kind) || kind == PERSON && is_of_person() {
            decoder::mark(&mut tags[name], ORGANISATION);
        } else if kind == PERSON && beside.is_place() {
            decoder::mark(&mut tags[name], PLACE);
        } else if kind == PLACE && beside.is_person() {
            decoder::mark(&mut tags[name], PERSON);
        }
    }
}

/// Whether what stands beside the units of a name that no lexicon has says that a body has it: *the company Parshan*.
pub(super) fn is_called_body(document: &Opened, name: &Range<usize>) -> bool {
    Beside { document, text: document.tokens.text, name: name.clone() }.is_body(PERSON)
}

/// A name, and what stands beside it.
struct Beside<'a> {
    document: &'a Opened<'a>,
    text: &'a str,
    name: Range<usize>,
}

impl Beside<'_> {
    fn knows(&self, classes: Known) -> bool {
        self.document.units[self.name.clone()].iter().any(|unit| unit.is(classes))
    }

    /// The unit at `at` if `gap` parts it from the one after it.
    fn ahead(&self, at: usize, gap: Gap) -> Option<&Unit<'_>> {
        let units = &self.document.units;
        units.get(at).filter(|_| units.get(at.wrapping_add(1)).is_some_and(|next| next.gap == gap))
    }

    /// The unit after the name if `gap` parts it from the name.
    fn next(&self, gap: Gap) -> Option<&Unit<'_>> {
        self.document.units.get(self.name.end).filter(|unit| unit.gap == gap)
    }

    /// What the word in small letters before the name is, if only space parts them; nothing if there is none.
    fn before(&self) -> Known {
        self.ahead(self.name.start.wrapping_sub(1), Gap::Space).map_or(Known::NONE, small)
    }

    /// What the one after it is.
    fn after(&self) -> Known {
        match self.document.units[self.name.end - 1].possessive {
            true => Known::NONE,
            false => self.next(Gap::Space).map_or(Known::NONE, small),
        }
    }

    /// *Prime* before *Minister*, *Mr.* before a person
    fn is_title(&self, is_before_person: impl Fn() -> bool) -> bool {
        self.name.len() == 1
            && self.next(Gap::Space).is_some_and(|unit| {
                self.knows(Known::TITLE_MODIFIER) && unit.is_capital() && unit.is(Known::TITLE)
                    || self.knows(Known::TITLE) && is_before_person()
            })
    }

    /// *Bakir Hasanovic* of *the head of the Central Bank, Bakir Hasanovic, said*; but *the head of the Central Bank, World
    /// Bank and UN*. `before` are the tags of the words before it.
    fn is_who_heads(&self, before: &[Tag]) -> bool {
        let heads = Known::ORGANISATION_HEAD.or(Known::ORGANISATION).or(Known::ORGANISATION_OF);
        let Range { start, end } = self.name;
        let units = &self.document.units;
        let len = before.iter().rev().position(|&tag| !decoder::goes_on(tag)).map_or(0, |rest| rest + 1);
        let is_apposed =
            end - start > 1 && units[start].gap == Gap::Comma && before.last().is_some_and(|&tag| tag != 0);
        if !is_apposed || self.knows(heads) {
            return false;
        }
        let at = |back: usize| units.get((start - len).wrapping_sub(back));
        let article = usize::from(at(1).is_some_and(|unit| unit.is(Known::ARTICLE)));
        let word = |unit: Option<&Unit<'_>>| unit.map_or("", |unit| unit.span().of(self.text));
        let role = at(article + 2);
        matches!(word(at(article + 1)), "of" | "for" | "at")
            && (role.is_some_and(|unit| small(unit).is(Known::ROLE)) || word(role) == "head")
            && units.get(end).is_none_or(|next| next.gap != Gap::Space || next.form.case == Case::Lower)
    }

    fn is_body(&self, kind: u8) -> bool {
        let is_surname = || kind == PERSON && self.name.len() == 1 && self.knows(Known::SURNAME);
        let is_known = || self.knows(Known::ANY_PLACE.or(Known::DEMONYM));
        let (is_before, is_after) = (self.before().is(Known::BODY_NOUN), self.after().is(Known::BODY_NOUN));
        let is_called = || {
            self.before().is(Known::BEFORE_ORGANISATION)
                || kind == PERSON && apposed(self.document, self.name.end).is(BODY)
        };
        (is_before && kind == PERSON
            || (is_before || is_after || is_called()) && !is_known()
            || bodies::is_body(self.document, self.text, &self.name, kind))
            && !self.knows(Known::GIVEN)
            && !is_surname()
    }

    /// *trader Zeca Simango*
    fn is_person(&self) -> bool {
        self.name.len() > 1
            && self.before().is(Known::ROLE)
            && !self.knows(Known::ANY_PLACE.or(Known::PLACE_HEAD).or(Known::PLACE_FIRST))
    }

    fn is_place(&self) -> bool {
        let first = self.name.start;
        let word = |unit: &Unit<'_>| unit.span().of(self.text);
        let is_from = || {
            self.ahead(first.wrapping_sub(1), Gap::Space).is_some_and(|unit| word(unit) == "from")
                && self
                    .ahead(first.wrapping_sub(2), Gap::Space)
                    .is_some_and(|unit| small(unit).is(Known::FOLK.or(Known::ROLE)))
        };
        let is_half = || {
            let is_tail = |half| matches!(word(half), "based" | "born" | "listed" | "bound");
            self.name.len() == 1 && self.next(Gap::Joined).is_some_and(is_tail)
        };
        self.after().is(Known::LAND_NOUN) && !self.knows(Known::GIVEN.or(Known::SURNAME))
            || is_from()
            || is_half()
    }
}

#[cfg(test)]
mod tests {
    use crate::entities::EntityType::{Organisation, Person, Place};
    use crate::entities::tests::kind_by_model as kind;

    #[test]
    fn a_body_is_what_the_noun_beside_it_says() {
        for (text, name) in [
            ("It has no chance, according to the daily Delo.", "Delo"),
            ("They denied a report in the newspaper El Mercurio that it held back.", "El Mercurio"),
            ("El País newspaper reported that it wanted more.", "El País"),
        ] {
            assert_eq!(kind(text, name), Some(Organisation), "{text}");
        }
        // Whose paper it is, and who is of the party.
        assert_eq!(kind("A London newspaper had it.", "London"), Some(Place));
        assert_eq!(kind("He gave it to the newspaper Maria Delgado founded.", "Maria Delgado"), Some(Person));
    }

    #[test]
    fn who_is_from_somewhere_and_what_lies_there_tells_a_place() {
        for (text, name) in [
            ("I saw it, said Loveness Banda, a widow from Chikwawa who travelled by bus.", "Chikwawa"),
            ("There were slides along the Budhi Gandaki river on Friday.", "Budhi Gandaki"),
            ("They cut trees in the Amazon rainforest.", "Amazon"),
        ] {
            assert_eq!(kind(text, name), Some(Place), "{text}");
        }
        assert_eq!(kind("He read a letter from Maria Delgado.", "Maria Delgado"), Some(Person));
    }

    #[test]
    fn who_heads_a_body_is_a_person() {
        for text in [
            "The head of the Central Bank, Bakir Hasanovic, and others said so.",
            "A spokesman for the AU Commission, Bakir Hasanovic, says it met.",
        ] {
            assert_eq!(kind(text, "Bakir Hasanovic"), Some(Person), "{text}");
        }
        let text = "He was the head of the Central Bank, World Bank and Deutsche Bank.";
        assert_eq!(kind(text, "World Bank"), Some(Organisation));
    }

    #[test]
    fn half_a_title_is_no_name() {
        let text = "The 15,000 crowd included Prime Minister Viliame Koroi and his wife.";
        assert_eq!((kind(text, "Prime"), kind(text, "Viliame Koroi")), (None, Some(Person)));
        let text = "He thanked the owner, Mr. Buckovski, for it.";
        assert_eq!((kind(text, "Mr."), kind(text, "Buckovski")), (None, Some(Person)));
    }
}

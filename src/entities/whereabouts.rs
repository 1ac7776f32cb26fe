//! Names that the model takes for persons, and are places, bodies or storms by where they stand in the text, or the other
//! way.
//!
//! ```text
//! in Mayom and Koch                      after a preposition of place, and in a list after one
//! from Kokopau to Arawa, the bus to Kaya a way leads there
//! the port of Mocha                      what it is stands before it
//! Nissan, an atoll in the north          or behind it
//! Simaltal, 80 km west of Kathmandu      so does where it is
//! Butte, Mont.                           and in which state
//! Kantalai residents                     who lives there
//! Dorian after Hurricane Dorian          the storm
//! Parshan after the company Parshan      the body
//! Kireban where Kireban is a film        the work
//! ```
//!
//! Of a name that no lexicon has the model thinks that a person has it. What is said of it at one place counts at all
//! others of the text, if none says that it is a person's. If nothing is said, it is what it is taken for as often as for
//! a person: a body, or a place if no lexicon has one or a surname of the name. Of one word it may also be the short form
//! of a body, *Loral* after *Loral Space & Communications*, if no person's longer name has it.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::appositions::is_called_body;
use super::beside::{LAND, apposed, small};
use super::decoder::{self, ORGANISATION, OTHER, PERSON, PLACE, Tag};
use super::definitions;
use super::forms::Kind;
use super::states::is_state;
use super::storms::is_storm;
use super::units::{Gap, Unit};
use super::window::Opened;
use super::{EntityType, Mention, confidence};
use crate::blocks::Blocks;
use crate::lexicon::{Known, WordKey};

/// What a text says of a name, as bits: that it is a place, a person, that the lexicon has it, that a body's longer name
/// begins with it, that a person's goes on or begins with it, that it may be a place, that a storm has it, that it is a
/// body or work; and from [`COUNTS`] on, for each type of name, how often the model takes it for that.
const IS_PLACE: usize = 1;
const IS_PERSON: usize = 2;
const IS_KNOWN: usize = 4;
const BEGINS: usize = 8;
const IS_PART: usize = 16;
const IS_FREE: usize = 32;
const IS_STORM: usize = 64;
const IS_BODY: usize = 128;
const IS_FIRST: usize = 256;
const IS_WORK: usize = 512;
const COUNTS: usize = 10;
const COUNT: usize = 7;
const MOST: usize = (1 << COUNT) - 1;
const _: () = assert!(COUNTS + 3 * COUNT <= u32::BITS as usize, "it is one number on every machine");

/// What the lexicon may have of a name that a text takes for a person's.
const KNOWN: Known = Known::ANY_PLACE.or(Known::SURNAME).or(Known::ORGANISATION);

/// What a text says of its names.
#[derive(Default)]
pub(super) struct Whereabouts {
    said: FxHashMap<WordKey, usize>,
    /// The mentions that may be something else.
    doubtful: Vec<(usize, WordKey)>,
}

impl Whereabouts {
    /// Takes in the name of the stretch that begins at `start` and has these `tags`; it will be the mention `index`.
    ///
    /// Not inlined: browsers make code faster that is called often, not a loop that runs.
    #[inline(never)]
    pub fn note(&mut self, document: &Opened, start: usize, tags: &[Tag], name: Range<usize>, index: usize) {
        let first = start + name.start;
        let units = &document.units[first..start + name.end];
        if let [word, own] = units
            && decoder::kind(tags[name.start]) == Some(OTHER)
            && is_storm(word.span().of(document.tokens.text))
        {
            *self.said.entry(own.form.folded).or_default() |= IS_STORM;
        }
        let Some(key) = units.iter().map(|unit| unit.form.folded).reduce(WordKey::then) else { return };
        let range = first..start + name.end;
        let defined = definitions::kind_of(document, document.tokens.text, &range);
        if let Some(kind) = defined {
            *self.said.entry(key).or_default() |= [0, IS_BODY, IS_PLACE, IS_WORK][usize::from(kind)];
        }
        let Some(kind @ (PERSON | ORGANISATION | PLACE)) = decoder::kind(tags[name.start]) else {
            self.doubtful.push((index, key));
            return;
        };
        let is_person = kind == PERSON;
        let is_free = kind != ORGANISATION
            && !units[0].is(Known::GIVEN.or(Known::TITLE))
            && !units[units.len() - 1].possessive;
        let is_long = units.len() > 1;
        for (at, unit) in units.iter().enumerate().filter(|_| is_long) {
            let what = match kind {
                PERSON if at == 0 => IS_FIRST,
                PERSON => IS_PART,
                ORGANISATION if at == 0 => BEGINS,
                _ => break,
            };
            *self.said.entry(unit.form.folded).or_default() |= what;
        }
        let is_known = document.phrase(first).known.is(KNOWN);
        let mut says = if is_known { IS_KNOWN } else { 0 } | if is_free { IS_FREE } else { 0 };
        if is_free && tells_place(document, start, tags, &name) {
            says |= IS_PLACE;
        } else if is_person && tells_person(document, &range) {
            says |= IS_PERSON;
        } else if kind == ORGANISATION && !is_known && is_called_body(document, &range) {
            says |= IS_BODY;
        }
        let said = self.said.entry(key).or_default();
        *said |= says;
        if times(*said, kind) < MOST {
            *said += 1 << (COUNTS + COUNT * usize::from(kind));
        }
        if is_person || kind == ORGANISATION && !is_known && is_long || kind == PLACE && !is_known && !is_long
        {
            self.doubtful.push((index, key));
        }
    }

    /// Makes places, bodies and persons of those among the `mentions` that are some.
    pub fn settle(self, mentions: &mut Blocks<Mention>) {
        for (index, key) in self.doubtful {
            let said = self.said.get(&key).copied().unwrap_or_default();
            let [persons, bodies, places] = [PERSON, ORGANISATION, PLACE].map(|kind| times(said, kind));
            let is = |what| said & what > 0;
            let mention = &mut mentions[index];
            let kind = match mention.kind {
                EntityType::Organisation if is(IS_PERSON) && !is(IS_KNOWN) && persons >= bodies => {
                    EntityType::Person
                }
                // The lexicon has a body of that name, and the text a person.
                EntityType::Organisation if is(IS_PART) && persons > bodies => EntityType::Person,
                EntityType::Person if is(IS_PART) || is(IS_FIRST) && !is(IS_BODY) => continue,
                EntityType::Work if is(IS_BODY) && !is(IS_WORK) => EntityType::Organisation,
                EntityType::Person | EntityType::Organisation | EntityType::Place
                    if is(IS_WORK) && !is(IS_PERSON) =>
                {
                    EntityType::Work
                }
                EntityType::Person if is(IS_STORM) && !is(IS_PERSON) => EntityType::Event,
                EntityType::Place if is(IS_STORM) && !is(IS_PLACE) => EntityType::Event,
                EntityType::Person if is(BEGINS) || is(IS_BODY) => EntityType::Organisation,
                EntityType::Place if is(IS_BODY) && !is(IS_PLACE) => EntityType::Organisation,
                EntityType::Person if is(IS_PERSON) || !is(IS_FREE) => continue,
                EntityType::Person if is(IS_PLACE) => EntityType::Place,
                EntityType::Person if !is(IS_KNOWN) && places >= persons && places > bodies => {
                    EntityType::Place
                }
                EntityType::Person if bodies >= persons && bodies > places => EntityType::Organisation,
                _ => continue,
            };
            (mention.kind, mention.confidence) = (kind, confidence::BY_RULES);
        }
    }
}

/// How often a name of which this is said is taken for one of this kind.
fn times(said: usize, kind: u8) -> usize {
    said >> (COUNTS + COUNT * usize::from(kind)) & MOST
}

/// Whether a `name` of the stretch that begins at `start` stands where a place does.
fn tells_place(document: &Opened, start: usize, tags: &[Tag], name: &Range<usize>) -> bool {
    let units = &document.units;
    let (begin, end) = (start + name.start, start + name.end);
    let class = |at: usize| units.get(at).map_or(Known::NONE, |unit| unit.form.known);
    if units[begin].gap == Gap::Space {
        let (first, second) = (class(begin.wrapping_sub(1)), class(begin.wrapping_sub(2)));
        let leads = first.is(Known::AT.or(Known::OF)) && second.is(LAND.or(Known::LEADS).or(Known::DISTANCE));
        if first.is(Known::IN) || leads {
            return true;
        }
        // *in Mayom and Koch*, *from Kokopau to Arawa*
        let is_place = |at: &usize| decoder::kind(tags[*at]) == Some(PLACE);
        if first.is(Known::AND.or(Known::AT)) && name.start > 1 {
            let place = (0..name.start - 1).rev().take_while(is_place).last();
            if place.is_some_and(|at| class((start + at).wrapping_sub(1)).is(Known::IN.or(Known::AT))) {
                return true;
            }
        }
    }
    match units.get(end).map(|unit| unit.gap) {
        Some(Gap::Space) => class(end).is(Known::FOLK) && !units[end].is_capital(),
        Some(Gap::Comma) => {
            // *Simaltal, 80 km west of Kathmandu*
            let is_measure = |unit: &Unit| unit.form.kind == Kind::Number || small(unit).is(Known::DISTANCE);
            let is_far = |at: usize| units.get(at).is_some_and(|unit| small(unit).is(Known::DISTANCE));
            is_state(&units[end])
                || is_measure(&units[end]) && (end..end + 3).any(is_far)
                || apposed(document, end).is(LAND)
        }
        _ => false,
    }
}

/// Whether what stands around the units of `name` says that it is a person's.
fn tells_person(document: &Opened, name: &Range<usize>) -> bool {
    let units = &document.units;
    let after = units.get(name.end);
    units[name.start].gap == Gap::Space
        && units.get(name.start.wrapping_sub(1)).is_some_and(|unit| unit.is(Known::TITLE.or(Known::ROLE)))
        || after.is_some_and(|unit| match unit.gap {
            Gap::Space => small(unit).is(Known::SPEECH.or(Known::RELATIVE)),
            Gap::Comma => small(unit).is(Known::RELATIVE),
            // *Ann Lee (Kenya)*
            Gap::Open => name.len() > 1 && document.phrase(name.end).known.is(Known::COUNTRY),
            _ => false,
        })
}

#[cfg(test)]
mod tests {
    use crate::entities::EntityType::{self, Organisation, Person, Place};
    use crate::entities::tests::found_by_model;

    /// What the mentions of `name` in `text` are.
    fn kinds(text: &'static str, name: &str) -> Vec<EntityType> {
        found_by_model(text).into_iter().filter(|(found, _)| *found == name).map(|(_, kind)| kind).collect()
    }

    #[test]
    fn a_name_of_a_place_stands_where_places_stand() {
        for (text, name) in [
            ("Cholera was confirmed in Malakal and Koch, he said.", "Koch"),
            ("There is no diesel from Uyuni to Villazón, said Maria Delgado.", "Villazón"),
            ("Ships bound for Ras Isa were held by the navy.", "Ras Isa"),
            ("Officials in the old port of Mocha said that six had died.", "Mocha"),
            ("It includes letters from the kings of Gezer and a map.", "Gezer"),
            ("They took Gezerim, a town in the north, on Friday.", "Gezerim"),
        ] {
            assert_eq!(kinds(text, name), [Place], "{text}");
        }
    }

    #[test]
    fn what_is_said_once_counts_throughout_but_not_of_persons() {
        let text = "Mintaro is lovely. Slate is dug in Mintaro, and Mintaro has sold it since 1854.";
        assert_eq!(kinds(text, "Mintaro"), [Place; 3]);
        let text = "Jane Kesselson left. They believe in Kesselson, and she thanked them.";
        assert_eq!(kinds(text, "Kesselson"), [Person]);
    }

    #[test]
    fn what_is_taken_for_a_body_as_often_is_one() {
        let text = "They asked Skadden again. It signed a contract with Skadden in May.";
        assert_eq!(kinds(text, "Skadden"), [Organisation; 2]);
    }

    #[test]
    fn a_surname_that_a_body_has_is_that_of_the_person_in_the_text() {
        let text = "Senator Norm Coleman of Minnesota lost by 312 votes. Coleman said on Friday that he would go to \
                    court. Al Franken thanked Coleman.";
        assert_eq!(kinds(text, "Coleman"), [Person; 2]);
    }

    #[test]
    fn a_body_is_one_throughout_where_it_is_called_so_once() {
        let text = "The payments company Parshan is laying off many. They asked Parshan why. Parshan had been in talks.";
        assert_eq!(kinds(text, "Parshan"), [Organisation; 3]);
    }

    #[test]
    fn a_company_is_called_by_its_first_word_but_not_a_person() {
        let text =
            "Loral Space & Communications was sued. Loral chairman Bernard Schwartz paid. Loral smiled.";
        assert_eq!(kinds(text, "Loral"), [Organisation; 2]);
        let text = "Loral Space & Communications was sued. Jane Loral paid. Loral smiled.";
        assert_eq!(kinds(text, "Loral"), [Person]);
    }
}

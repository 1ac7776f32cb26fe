//! The type of a name: what the lexicon has of it as a whole and its words say, beside the model.

use std::ops::Range;

use super::decoder::{ORGANISATION, OTHER, PERSON, PLACE};
use super::forms::{Case, Kind};
use super::kinds;
use super::units::{Gap, Unit};
use super::window::Opened;
use super::{EntityType, Mention, Subtype};
use crate::lexicon::Known;
use crate::text::Span;

/// The mention of the units in `range`, of a type of the model.
pub(super) fn mention(
    text: &str,
    document: &Opened,
    range: Range<usize>,
    kind: u8,
    confidence: u16,
) -> Mention {
    let units = &document.units[range.clone()];
    let span = Span { start: units[0].start, end: units[units.len() - 1].span().end };
    let phrase = document.phrase(range.start).known;
    let whole = whole(document, &range);
    let is_long = range.len() > 1;
    let is_organisation = whole.is(Known::ORGANISATION);
    let is_country = whole.is(Known::COUNTRY) && !is_organisation;
    // *the Amazon* may be the river.
    let has_article = || {
        let before = document.units.get(range.start.wrapping_sub(1));
        units[0].gap == Gap::Space && before.is_some_and(|before| before.is(Known::ARTICLE))
    };
    let is_work = whole.is(Known::WORK) && !whole.is(Known::NAME.without(Known::WORK));
    // *the Indians*
    let may_be_team = || document.sport.is_told || units[0].form.case == Case::Acronym;
    // *Benito Juárez*, a town and a person.
    let is_given = units[0].is(Known::GIVEN);
    let kind = match kind {
        PERSON | PLACE if is_long && is_body(text, units) => EntityType::Organisation,
        // *ED & F Man*
        PERSON if units.iter().any(|unit| unit.form.kind == Kind::Ampersand) => EntityType::Organisation,
        PERSON | OTHER if is_organisation => EntityType::Organisation,
        PERSON | ORGANISATION | PLACE if is_work && !(kind == PERSON && is_given) => {
            kinds::of_other(text, units, phrase)
        }
        PLACE if is_organisation && !whole.is(Known::ANY_PLACE) && (is_long || !has_article()) => {
            EntityType::Organisation
        }
        PERSON if is_country && is_long => EntityType::Place,
        PERSON if is_long && whole.is(Known::CITY.or(Known::REGION)) && !is_given => EntityType::Place,
        PERSON if is_long && whole.is(Known::DEMONYM) => EntityType::Nationality,
        PLACE if whole.is(Known::DEMONYM) && !whole.is(Known::ANY_PLACE) => EntityType::Nationality,
        ORGANISATION if whole.is(Known::DEMONYM) && !is_organisation && !may_be_team() => {
            EntityType::Nationality
        }
        ORGANISATION if whole.is(Known::EVENT) && !is_organisation => EntityType::Event,
        PLACE if is_long && !whole.is(Known::ANY_PLACE) && has_head(text, units) => EntityType::Organisation,
        PERSON | PLACE | ORGANISATION if is_long && is_ship(text, &units[0]) => EntityType::Work,
        PERSON if is_long && units[0].is(Known::EVENT_FIRST) && units[0].span().of(text) != "Storm" => {
            EntityType::Event
        }
        ORGANISATION | OTHER if is_country => EntityType::Place,
        PERSON => EntityType::Person,
        ORGANISATION => EntityType::Organisation,
        PLACE => EntityType::Place,
        _ => kinds::of_other(text, units, phrase),
    };
    let geopolitical = Known::COUNTRY.or(Known::CITY).or(Known::REGION);
    let subtype = (kind == EntityType::Place && phrase.is(geopolitical)).then_some(Subtype::Geopolitical);
    Mention { span, kind, subtype, confidence, own: None }
}

/// Whether the first word or the legal form at the end says that a name is that of a body: *Université*, *B.V.*
fn is_body(text: &str, units: &[Unit<'_>]) -> bool {
    const LEGAL_FORMS: &[&str] = &[
        "Inc", "Inc.", "Corp", "Corp.", "Ltd", "Ltd.", "Co.", "plc", "PLC", "LLC", "LLP", "GmbH", "AG",
        "KGaA", "B.V.", "N.V.", "S.A.", "S.A.S.", "S.p.A.", "Lda", "Ltda", "Oy", "Oyj", "A/S", "Bhd", "Bhd.",
        "Pty", "Pvt",
    ];
    let (first, last) = (&units[0], &units[units.len() - 1]);
    LEGAL_FORMS.contains(&last.span().of(text)) || first.is(Known::ORGANISATION_FIRST) && first.form.len > 2
}

/// Whether the last word of a name, or its first before *of*, is that of bodies and of no places: *Bank of Kigali*.
fn has_head(text: &str, units: &[Unit<'_>]) -> bool {
    let is_head = |unit: &Unit| BODIES.contains(&unit.span().of(text));
    is_head(&units[units.len() - 1]) || is_head(&units[0]) && units[1].span().of(text) == "of"
}

/// What bodies are called that are no places.
const BODIES: &[&str] = &[
    "Agency",
    "Airlines",
    "Airways",
    "Association",
    "Bank",
    "Cartel",
    "Commission",
    "Committee",
    "Company",
    "Corporation",
    "Council",
    "Court",
    "Exchange",
    "Federation",
    "Institute",
    "Ministry",
    "University",
];

/// Whether a name with this first word is that of a ship.
fn is_ship(text: &str, first: &Unit<'_>) -> bool {
    matches!(first.span().of(text), "HMS" | "HMAS" | "HMCS" | "HMNZS" | "USS" | "RMS" | "MV")
}

/// What the lexicon knows of exactly the units in `range`; nothing of a word that names persons or has a title.
fn whole(document: &Opened, range: &Range<usize>) -> Known {
    let units = &document.units;
    let may_be_person = || {
        let before = units.get(range.start.wrapping_sub(1));
        units[range.start].is(Known::GIVEN.or(Known::SURNAME))
            || before.is_some_and(|unit| unit.is(Known::TITLE))
    };
    match document.is_extent(range) && !(range.len() == 1 && may_be_person()) {
        true => document.phrase(range.start).known,
        false => Known::NONE,
    }
}

#[cfg(test)]
mod tests {
    use crate::entities::EntityType::*;
    use crate::entities::tests::found_by_model as found;

    #[test]
    fn what_the_lexicon_has_as_a_whole_is_that() {
        for company in ["Morgan Stanley", "Lockheed Martin"] {
            let text: &'static str = format!("Shares of {company} rose; {company} smiled.").leak();
            let all = found(text);
            assert!(!all.is_empty() && all.iter().all(|&name| name == (company, Organisation)), "{all:?}");
        }
        assert_eq!(
            found("The African Union met in the West Bank and in the United Arab Emirates."),
            [("African Union", Organisation), ("West Bank", Place), ("United Arab Emirates", Place)]
        );
        assert_eq!(
            found("She shops at Costco and Lidl."),
            [("Costco", Organisation), ("Lidl", Organisation)]
        );
        assert_eq!(found("It talks to the watch by Bluetooth."), [("Bluetooth", Work)]);
        assert_eq!(found("It was made by 20th Century Fox."), [("20th Century Fox", Organisation)]);
        // A surname by itself may be anyone's.
        assert!(found("Mr. Jordan met Mr. Toyota.").iter().all(|(_, kind)| *kind == Person));
    }

    #[test]
    fn what_the_lexicon_has_for_a_people_or_event_is_that_and_ships_are_works() {
        for (text, name, kind) in [
            ("Hundreds of Tutsi peasants fled the Hutus.", "Hutus", Nationality),
            ("He lent money to the Bank of Kigali and left.", "Bank of Kigali", Organisation),
            ("It was picked up by HMS Endurance in the ice.", "HMS Endurance", Work),
        ] {
            assert!(found(text).contains(&(name, kind)), "{text}: {:?}", found(text));
        }
        assert!(found("When the Soviet Union fell, he left.").contains(&("Soviet Union", Place)));
    }
}

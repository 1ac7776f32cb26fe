//! What a sentence says that only bodies do, of a name that the model takes for a person or place.
//!
//! ```text
//! a 2-1 win over Burnley                  teams have such results
//! a contract with Tappara                 who employs, owns or publishes
//! Fulham manager Martin Jol               whose manager
//! signed for Perugia, on loan at Brann    whose player
//! a broker at Gerrard Crossley            at whom one works
//! shares in Tigullio, Egis fell 75 to 8,525
//! ```

use std::ops::Range;

use super::beside::small;
use super::decoder::{PERSON, PLACE};
use super::forms::Kind;
use super::units::{Gap, Unit};
use super::window::Opened;
use crate::lexicon::Known;

/// Words before a result in which its figures stand: *a 3-1 away win*.
const FAR: usize = 4;

/// Whether what stands around the units of `name`, of this kind, says that it is one.
pub(super) fn is_body(document: &Opened, text: &str, name: &Range<usize>, kind: u8) -> bool {
    let units = &document.units;
    let before = |by: usize| units.get(name.start.wrapping_sub(by));
    let class = |unit: Option<&Unit<'_>>| unit.map_or(Known::NONE, small);
    let (first, second) = match units[name.start].gap {
        Gap::Space => (class(before(1)), class(before(2))),
        _ => (Known::NONE, Known::NONE),
    };
    // *Released by Taio Kessel* has a person.
    let may_do = kind == PLACE || name.len() == 1;
    let does =
        || may_do && second.is(Known::EMPLOYS) && !first.is(Known::IN.or(Known::AT)) && !first.is(Known::AND);
    let has = || {
        let after =
            units.get(name.end).filter(|unit| unit.gap == Gap::Space && !units[name.end - 1].possessive);
        class(after).is(Known::PLAYER) && units.get(name.end + 1).is_some_and(|unit| unit.is_capital())
    };
    let is_score = |at: usize| {
        let unit = before(at).filter(|unit| unit.form.kind == Kind::Number);
        unit.is_some_and(|unit| unit.gap == Gap::Dash || unit.span().of(text).contains('-'))
    };
    let plays = || {
        first.is(Known::AFTER_RESULT.or(Known::AGAINST).or(Known::AT))
            && second.is(Known::RESULT)
            && (3..3 + FAR).any(is_score)
    };
    let is_joined = || {
        let lead = before(2).zip(before(1)).map(|(one, other)| one.form.folded.then(other.form.folded));
        let known = lead.map_or(Known::NONE, |lead| document.lexicon.get(lead));
        let in_sport = || document.sport.is_told && known.is(Known::CONTEST);
        may_do && units[name.start].gap == Gap::Space && (known.is(Known::EMPLOYS) || in_sport())
    };
    let is_traded = || {
        let of = first.is(Known::OF.or(Known::IN));
        let what = || before(2).map_or("", |unit| unit.span().of(text));
        of && matches!(what(), "shares" | "stake" | "stock") || has_price(document, text, name.end)
    };
    matches!(kind, PERSON | PLACE)
        && !document.phrase(name.start).known.is(Known::COUNTRY.or(Known::DEMONYM))
        && (does() || has() || plays() || is_joined() || is_traded())
}

/// Whether what follows a name that ends before `end` says how its price has changed: *rose 37.5 cents*, *fell 75 to 8,525*.
fn has_price(document: &Opened, text: &str, end: usize) -> bool {
    const MOVES: &[&str] = &[
        "added", "climbed", "closed", "dropped", "eased", "ended", "fell", "gained", "inched", "jumped",
        "lost", "rose", "shed", "slipped", "was",
    ];
    const MONEY: &[&str] = &[
        "baht", "cent", "cents", "crowns", "dollars", "forints", "francs", "kronor", "lire", "marks",
        "pence", "pesos", "rand", "rupees", "rupiah", "sen", "yen",
    ];
    let unit = |at: usize| {
        document.units.get(at).filter(|unit| matches!(unit.gap, Gap::Space | Gap::Joined | Gap::Other))
    };
    let word = |at: usize| unit(at).map_or("", |unit| unit.span().of(text));
    let is_number = |at: usize| unit(at).is_some_and(|unit| unit.form.kind == Kind::Number);
    let is_price = |at: usize| {
        is_number(at) && (MONEY.contains(&word(at + 1)) || word(at + 1) == "to" && is_number(at + 2))
    };
    !document.units[end - 1].possessive && MOVES.contains(&word(end)) && (end + 1..end + 5).any(is_price)
}

#[cfg(test)]
mod tests {
    use crate::entities::EntityType::{Organisation, Person, Place};
    use crate::entities::tests::kind_by_model as kind;

    #[test]
    fn results_contracts_and_managers_tell_bodies() {
        for (text, name) in [
            ("He came on in a 2-1 win over Burnley and left the club.", "Burnley"),
            ("He was on the bench in the 1 – 1 draw with Millwall on Friday.", "Millwall"),
            ("He signed a contract with Tappara and stayed there.", "Tappara"),
            ("He has been released by Gillingham and is free.", "Gillingham"),
            ("It began with the arrival of Fulham manager Martin Jol in June.", "Fulham"),
            ("The smelters belong to the lender Simango and others.", "Simango"),
            ("The league has a cup. In the summer he was loaned to Perugia by the club.", "Perugia"),
            ("He made 96 appearances for Millwall and left.", "Millwall"),
            ("It is too early, said Nigel Cathcart, a broker at Gerrard Crossley.", "Gerrard Crossley"),
            ("They met with Cotecna, a Swiss company that helped them.", "Cotecna"),
            ("Drugmaker Egis was up, and Zorbano fell 75 to 8,525 in Budapest.", "Zorbano"),
            ("In thin trade Zorbano was flat at 39 sen on Friday.", "Zorbano"),
            ("The shares in Zorbano are not listed.", "Zorbano"),
        ] {
            assert_eq!(kind(text, name), Some(Organisation), "{text}");
        }
    }

    #[test]
    fn countries_towns_and_persons_stay_what_they_are() {
        for (text, name, expected) in [
            ("He scored in the 3-0 win over Croatia on Friday.", "Croatia", Place),
            ("He made his debut for Croatia on Friday.", "Croatia", Place),
            ("He moved to Perugia with his family.", "Perugia", Place),
            ("The prisoner was transferred to Moscow on Friday.", "Moscow", Place),
            ("He was released by Maria Delgado on Friday.", "Maria Delgado", Person),
            ("The song was published by Haruki Okonedo on Friday.", "Haruki Okonedo", Person),
            ("In the third quarter Zorbano added 15 points to the lead.", "Zorbano", Person),
            ("Without Maria Delgado, the party is over, he said.", "Maria Delgado", Person),
        ] {
            assert_eq!(kind(text, name), Some(expected), "{text}");
        }
    }
}

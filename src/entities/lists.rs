//! Names in a list are mostly of one kind: *Kamchatka, Sakhalin and Tokyo*.

use super::EntityType;
use super::evidence::{ENOUGH, Points};
use super::names::Candidate;
use super::units::{Gap, Unit};
use crate::lexicon::Known;

/// Points that a name which nothing is known of gets from a neighbour in a list.
const FROM_NEIGHBOUR: i16 = 5;

/// Lets the names of a sentence that nothing is known of take the type of their neighbours in a list.
pub(super) fn agree(units: &[Unit], candidates: &mut [Candidate]) {
    for at in 1..candidates.len() {
        if are_listed(units, &candidates[at - 1], &candidates[at]) {
            let (before, after) = candidates.split_at_mut(at);
            teach(&before[at - 1], &mut after[0]);
        }
    }
    for at in (1..candidates.len()).rev() {
        if are_listed(units, &candidates[at - 1], &candidates[at]) {
            let (before, after) = candidates.split_at_mut(at);
            teach(&after[0], &mut before[at - 1]);
        }
    }
}

/// Whether only a comma, *and* or both stand between two names.
fn are_listed(units: &[Unit], first: &Candidate, second: &Candidate) -> bool {
    let and = |unit: &Unit| unit.is(Known::AND) && !unit.is_capital();
    match second.units.start.checked_sub(first.units.end) {
        Some(0) => units[second.units.start].gap == Gap::Comma,
        Some(1) => and(&units[first.units.end]) && units[second.units.start].gap == Gap::Space,
        _ => false,
    }
}

/// Gives `unknown`, if nothing is known of it, points for the type of `known`, if that is sure.
fn teach(known: &Candidate, unknown: &mut Candidate) {
    let (kind, best) = known.name.points.best();
    if !unknown.is_unknown || unknown.name.points.best().1 >= ENOUGH || best < ENOUGH {
        return;
    }
    let Points { person, place, organisation, .. } = &mut unknown.name.points;
    match kind {
        EntityType::Person => *person += FROM_NEIGHBOUR,
        EntityType::Place => *place += FROM_NEIGHBOUR,
        EntityType::Organisation => *organisation += FROM_NEIGHBOUR,
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use crate::entities::EntityType::{Person, Place};
    use crate::entities::tests::found;

    #[test]
    fn unknown_names_are_what_their_neighbours_are() {
        assert_eq!(
            found("They sailed to Tokyo, Zorbul and Quxby."),
            [("Tokyo", Place), ("Zorbul", Place), ("Quxby", Place)]
        );
        assert_eq!(found("They saw Zorbul and John Miller."), [("Zorbul", Person), ("John Miller", Person)]);
    }
}

//! Names as rules put them right that the model gets wrong again and again.
//!
//! ```text
//! US-led                           the name in a compound, which corpora do not mark
//! A. Paul Cellucci                 the initial belongs to the person
//! Greta Gerwig's Barbie            two names
//! DNA                              no name, as the lexicon says
//! ```

use super::decoder::{self, ORGANISATION, OTHER, PERSON, PLACE, SOLE, Tag};
use super::forms::{Case, Kind};
use super::line_reader::is_initial;
use super::units::Gap;
use super::window::Opened;
use crate::lexicon::Known;
use crate::lexicon::name_model::Scores;

/// Puts the tags right of the words from `start` on, which have these `scores`.
pub(super) fn settle(document: &Opened, start: usize, scores: &[Scores], tags: &mut [Tag]) {
    halves(document, start, tags);
    initials(document, start, tags);
    owned(document, start, scores, tags);
    codes(document, start, tags);
}

/// Keeps the name in *US-led* that the rules see: corpora take the compound for one word and do not mark it.
fn halves(document: &Opened, start: usize, tags: &mut [Tag]) {
    for (at, tag) in tags.iter_mut().enumerate() {
        let unit = &document.units[start + at];
        let second = document.units.get(start + at + 1).filter(|second| second.id == unit.id + 1);
        let is_first = unit.id.is_multiple_of(2) && second.is_some_and(|second| !second.is_capital());
        let proposal = document.proposals[start + at];
        if is_first && *tag == 0 && proposal.is_name() && proposal.place() == SOLE {
            *tag = decoder::tag(proposal.kind().min(4) - 1, SOLE);
        }
    }
}

/// Parts *Greta Gerwig's Barbie* and *Duke's Mike Brown* if they are taken for persons: what a person has is another name,
/// and who has a person is another. (But *Ra's al Ghul*.)
fn owned(document: &Opened, start: usize, scores: &[Scores], tags: &mut [Tag]) {
    for at in 1..tags.len() {
        let goes_on = decoder::kind(tags[at]) == Some(PERSON) && decoder::goes_on(tags[at]);
        if !goes_on || !document.units[start + at - 1].possessive {
            continue;
        }
        let begin =
            at - (0..at).rev().take_while(|&at| matches!(decoder::place(tags[at]), Some(0 | 1))).count();
        let end = at + decoder::rest(&tags[at..]);
        let (person, other) = if at > begin + 1 {
            (begin..at, at..end)
        } else if end > at + 1 && document.units[start + at].is(Known::GIVEN) {
            (at..end, begin..at)
        } else {
            continue;
        };
        decoder::mark(&mut tags[person], PERSON);
        let kinds = decoder::kinds(&scores[other.clone()]);
        let best = [ORGANISATION, PLACE, OTHER].into_iter().max_by_key(|&kind| kinds[usize::from(kind)]);
        decoder::mark(&mut tags[other], best.unwrap_or(OTHER));
    }
}

/// Takes no acronym for a name that the lexicon has as none: *DNA*.
fn codes(document: &Opened, start: usize, tags: &mut [Tag]) {
    for (at, tag) in tags.iter_mut().enumerate() {
        let unit = &document.units[start + at];
        if *tag == decoder::tag(OTHER, SOLE) && unit.form.case == Case::Acronym && unit.is(Known::NO_NAME) {
            *tag = 0;
        }
    }
}

/// Puts initials into the person's name that they stand before, and makes a person of *(H. Lee 73; S. Brown 2-9)* in
/// reports of sport.
fn initials(document: &Opened, start: usize, tags: &mut [Tag]) {
    // *S. Lee 76* is no work; the number is cut off with those of other persons.
    let mut from = 0;
    while let Some((name, kind)) = decoder::next_name(tags, from) {
        from = name.end;
        let units = &document.units[start + name.start..start + name.end];
        let ends_in_number = units[units.len() - 1].form.kind == Kind::Number;
        if kind == OTHER && units.len() > 2 && is_initial(&units[0]) && ends_in_number {
            decoder::mark(&mut tags[name], PERSON);
        }
    }
    for at in (1..tags.len()).rev() {
        let (before, unit) = (&document.units[start + at - 1], &document.units[start + at]);
        if !is_initial(before) || tags[at - 1] != 0 || !matches!(unit.gap, Gap::Space | Gap::Joined) {
            continue;
        }
        let next = document.units.get(start + at + 1);
        let scores = document.sport.is_told
            && tags[at] == 0
            && unit.form.case == Case::Capital
            && next.is_some_and(|next| next.form.kind == Kind::Number && next.gap == Gap::Space);
        if scores
            || decoder::kind(tags[at]) == Some(PERSON) && matches!(decoder::place(tags[at]), Some(0 | SOLE))
        {
            let end = at + 1 + decoder::rest(&tags[at + 1..]);
            decoder::mark(&mut tags[at - 1..end], PERSON);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::entities::EntityType::{Organisation, Person};
    use crate::entities::tests::found_by_model;

    #[test]
    fn what_a_person_has_is_no_part_of_it() {
        let all = found_by_model("Greta Gerwig's Barbie beat all.");
        assert!(all.contains(&("Greta Gerwig", Person)), "{all:?}");
        let all = found_by_model(
            "It was seen by many a coach and analyst, Duke's Mike Krzyzewski and Butler's Brad Stevens among them.",
        );
        assert!(all.contains(&("Mike Krzyzewski", Person)), "{all:?}");
    }

    #[test]
    fn an_acronym_that_is_no_name_is_none() {
        let all = found_by_model("Her DNA was tested by the FBI.");
        assert_eq!(all, [("FBI", Organisation)]);
    }

    #[test]
    fn an_initial_belongs_to_its_person() {
        for text in
            ["Massachusetts Governor A. Paul Cellucci left.", "In B. Arthur and M. Rousseau it is said."]
        {
            let persons = found_by_model(text).into_iter().filter(|(_, kind)| *kind == Person);
            assert!(
                persons.clone().count() > 0 && persons.map(|(name, _)| name).all(|name| name.contains(". "))
            );
        }
    }
}

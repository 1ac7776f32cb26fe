//! Full names, surnames, given names and initials of one person.

use rustc_hash::FxHashMap;

use super::names::{Names, phrase};
use crate::entities::EntityType;
use crate::lexicon::{Known, WordKey};

/// Parts of longer names are not looked up.
const LONGEST: usize = 6;

/// So many persons that share a part of their names are told apart; with more, nobody can.
const SHARED: usize = 8;

/// Joins the names of one person. Those who share a surname stay apart, and a bare surname
/// goes to the one who is named more than twice as often as any other.
pub(super) fn join(names: &mut Names<'_>) {
    middle_names(names);
    initials(names);
    parts(names);
    namesakes(names);
}

fn is_person(names: &Names<'_>, at: usize) -> bool {
    names.is_free(at) && names.all[at].kind == EntityType::Person
}

/// *Donald J. Trump* is *Donald Trump*.
fn middle_names(names: &mut Names<'_>) {
    let mut ends: FxHashMap<WordKey, usize> = FxHashMap::default();
    for at in 0..names.all.len() {
        let words = names.words(at);
        if is_person(names, at) && words.len() > 1 && words.len() <= LONGEST {
            let key = words[0].then(words[words.len() - 1]);
            match ends.get(&key) {
                Some(&other) => names.join(at, other),
                None => {
                    ends.insert(key, at);
                }
            }
        }
    }
}

/// *Putin* is *Vladimir Putin*, *Van Halen* is *Eddie Van Halen*, *Hardeep* is *Hardeep Singh Puri*.
fn parts(names: &mut Names<'_>) {
    let mut full: FxHashMap<WordKey, Vec<usize>> = FxHashMap::default();
    for at in 0..names.all.len() {
        let words = names.words(at);
        if is_person(names, at) && words.len() > 1 && words.len() <= LONGEST {
            for cut in 1..words.len() {
                for part in [phrase(&words[..cut]), phrase(&words[cut..])] {
                    let persons = full.entry(part).or_default();
                    if persons.len() < SHARED {
                        persons.push(at);
                    }
                }
            }
        }
    }
    // The longer ones first: who is Van Halen, before who is Halen.
    for len in (1..LONGEST).rev() {
        for at in 0..names.all.len() {
            let name = &names.all[at];
            // A body or place of one word may be a person whose type was missed.
            let may_be = name.kind == EntityType::Person
                || len == 1
                    && matches!(name.kind, EntityType::Organisation | EntityType::Place | EntityType::Work)
                    && !name.known.is(Known::ANY_PLACE.or(Known::ORGANISATION).or(Known::DEMONYM));
            if names.words(at).len() != len || !may_be {
                continue;
            }
            let Some(persons) = full.get(&phrase(names.words(at))).filter(|persons| persons.len() < SHARED)
            else {
                continue;
            };
            if let Some(person) = most_named(names, persons) {
                names.join(at, person);
            }
        }
    }
}

/// The one of `persons` who is named more than twice as often as any other.
fn most_named(names: &Names<'_>, persons: &[usize]) -> Option<usize> {
    let mut counts: Vec<(usize, usize)> = Vec::new();
    for &person in persons {
        let root = names.root(person);
        match counts.iter_mut().find(|(other, _)| *other == root) {
            Some((_, count)) => *count += names.all[person].count,
            None => counts.push((root, names.all[person].count)),
        }
    }
    let &(best, most) = counts.iter().max_by_key(|(_, count)| *count)?;
    let next = counts.iter().filter(|(root, _)| *root != best).map(|(_, count)| *count).max();
    (most > 2 * next.unwrap_or(0)).then_some(best)
}

/// *J. Smith* is *John Smith*, if he is the only one.
fn initials(names: &mut Names<'_>) {
    let first_letter = |names: &Names<'_>, at: usize| {
        let word = names.written(at).split_whitespace().next()?;
        let mut letters = word.chars().filter(|c| c.is_alphabetic());
        let first = letters.next()?;
        Some((first, letters.next().is_none()))
    };
    let mut full: FxHashMap<WordKey, Option<usize>> = FxHashMap::default();
    for at in 0..names.all.len() {
        let Some(&last) = names.words(at).last() else { continue };
        if let Some((first, false)) = first_letter(names, at)
            && is_person(names, at)
            && names.words(at).len() > 1
        {
            let root = names.root(at);
            let entry = full.entry(last.with(first.into())).or_insert(Some(root));
            if *entry != Some(root) {
                *entry = None;
            }
        }
    }
    for at in 0..names.all.len() {
        let words = names.words(at);
        if let Some((first, true)) = first_letter(names, at)
            && is_person(names, at)
            && words.len() > 1
            && let Some(&Some(person)) = full.get(&words[words.len() - 1].with(first.into()))
        {
            names.join(at, person);
        }
    }
}

/// A person and a thing that are written alike are one, unless both are named often and there is
/// a fuller name of the person.
fn namesakes(names: &mut Names<'_>) {
    let mut things: FxHashMap<WordKey, usize> = FxHashMap::default();
    for at in 0..names.all.len() {
        if names.is_free(at) && !is_person(names, at) {
            things.insert(phrase(names.words(at)), at);
        }
    }
    for at in 0..names.all.len() {
        if !is_person(names, at) {
            continue;
        }
        let Some(&thing) = things.get(&phrase(names.words(at))) else { continue };
        let (person, other) = (names.all[at].weight, names.all[thing].weight);
        let has_full_name = names.root(at) != at || names.words(at).len() > 1;
        let one_is_rare = person.min(other) * 3 <= person.max(other);
        if one_is_rare || !has_full_name {
            names.join(at, thing);
        }
    }
}

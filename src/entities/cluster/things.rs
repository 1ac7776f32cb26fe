//! Acronyms, short forms and other spellings of bodies, places and events.

use rustc_hash::FxHashMap;

use super::names::{Name, Names, is_in_capitals, phrase};
use crate::entities::{EntityType, Mention};
use crate::lexicon::{Known, NameLexicon, WordKey};
use crate::text::lower_case;

/// Joins the names of one thing.
pub(super) fn join(
    names: &mut Names<'_>,
    mentions: &[Mention],
    groups: &[usize],
    lexicon: Option<&NameLexicon>,
) {
    bracketed(names, mentions, groups);
    acronyms(names);
    if let Some(lexicon) = lexicon {
        aliases(names, lexicon);
    }
    states(names);
    short_forms(names);
    quarters(names);
    spellings(names);
}

/// *World Health Organization (WHO)*, *WHO (World Health Organization)*.
fn bracketed(names: &mut Names<'_>, mentions: &[Mention], groups: &[usize]) {
    for (pair, group) in mentions.windows(2).zip(groups.windows(2)) {
        let between = &names.text[pair[0].span.end as usize..pair[1].span.start as usize];
        if between.len() > 8 || between.trim() != "(" || group[0] == group[1] {
            continue;
        }
        let closed = names.text[pair[1].span.end as usize..].starts_with(')');
        let (one, other) = (pair[0].span.of(names.text), pair[1].span.of(names.text));
        let both = names.is_free(group[0]) && names.is_free(group[1]);
        if closed && both && (abbreviates(other, one) || abbreviates(one, other)) {
            names.join(group[0], group[1]);
        }
    }
}

/// Whether the letters of `short` are initials of `full` in order, the first among them.
fn abbreviates(short: &str, full: &str) -> bool {
    let mut initials = initials(full).peekable();
    let mut letters = short.chars().filter(|c| c.is_alphabetic()).peekable();
    short.len() < full.len()
        && letters.peek().is_some()
        && letters.peek() == initials.peek()
        && letters.all(|letter| initials.any(|initial| initial == letter))
}

fn initials(name: &str) -> impl Iterator<Item = char> + '_ {
    name.split([' ', '-', '–']).filter_map(|word| word.chars().next()).filter(|c| c.is_uppercase())
}

/// The only name that has a key, if there is but one.
type Only = FxHashMap<WordKey, Option<usize>>;

fn add(only: &mut Only, names: &Names<'_>, key: WordKey, at: usize) {
    let entry = only.entry(key).or_insert(Some(at));
    if entry.is_some_and(|other| names.root(other) != names.root(at)) {
        *entry = None;
    }
}

/// *AFP* is *Agence France-Presse*, if nothing else in the text has these initials.
fn acronyms(names: &mut Names<'_>) {
    let mut full = Only::default();
    for at in 0..names.all.len() {
        let is_long = names.words(at).len() > 1 || names.written(at).contains('-');
        if names.is_free(at) && is_long && names.all[at].kind != EntityType::Person {
            let letters: String = initials(names.written(at)).collect();
            if (2..=8).contains(&letters.len()) {
                add(&mut full, names, WordKey::exact(&letters), at);
            }
        }
    }
    for at in 0..names.all.len() {
        let written = names.written(at);
        let is_acronym = names.words(at).len() == 1
            && is_in_capitals(written)
            && written.chars().all(|c| c.is_alphabetic() || c == '.')
            && written.len() > 1;
        if !names.is_free(at) || !is_acronym {
            continue;
        }
        if let Some(&Some(other)) = full.get(&WordKey::exact(written)) {
            let (one, two) = (names.all[at].kind, names.all[other].kind);
            if one == two || one == EntityType::Organisation || two == EntityType::Organisation {
                names.join(at, other);
            }
        }
    }
}

/// *Burma* is *Myanmar*: names that the lexicon has for the same one.
fn aliases(names: &mut Names<'_>, lexicon: &NameLexicon) {
    let mut seen: FxHashMap<WordKey, usize> = FxHashMap::default();
    for at in 0..names.all.len() {
        let is_person = names.all[at].kind == EntityType::Person;
        if names.is_free(at)
            && let Some(id) = lexicon.alias(phrase(names.words(at)))
        {
            let whose = WordKey::default().with(2 * id as u32 + u32::from(is_person));
            let other = *seen.entry(whose).or_insert(at);
            // A team is not its town.
            if names.words(at) != names.words(other) {
                names.join(at, other);
            }
        }
    }
}

/// *Islamic Republic of Iran* is *Iran*.
fn states(names: &mut Names<'_>) {
    let heads = ["republic", "kingdom", "federation", "commonwealth", "emirate"].map(WordKey::folded);
    let (of, the) = (WordKey::folded("of"), WordKey::folded("the"));
    let mut places: FxHashMap<WordKey, usize> = FxHashMap::default();
    for at in 0..names.all.len() {
        if names.is_free(at) && names.all[at].kind == EntityType::Place {
            places.entry(phrase(names.words(at))).or_insert(at);
        }
    }
    for at in 0..names.all.len() {
        let words = names.words(at);
        let Some(split) = words.iter().position(|&word| word == of).filter(|&at| at > 0) else { continue };
        let mut rest = &words[split + 1..];
        if rest.first() == Some(&the) {
            rest = &rest[1..];
        }
        if heads.contains(&words[split - 1])
            && !rest.is_empty()
            && let Some(&place) = places.get(&phrase(rest))
        {
            names.join(at, place);
        }
    }
}

/// *Dead* is *Grateful Dead*, *Dorian* is *Hurricane Dorian*, *Blenheim* is *Blenheim Palace*.
fn short_forms(names: &mut Names<'_>) {
    let storms = ["hurricane", "typhoon", "storm", "cyclone"].map(WordKey::folded);
    let buildings = ["palace", "castle", "abbey", "hotel", "stadium"].map(WordKey::folded);
    let mut bodies = Only::default();
    let mut sites = Only::default();
    let mut named_storms = Only::default();
    for at in 0..names.all.len() {
        let (words, kind) = (names.words(at), names.all[at].kind);
        if words.len() < 2 || words.len() > 6 || !names.is_free(at) {
            continue;
        }
        let last = words[words.len() - 1];
        if words[..words.len() - 1].iter().any(|word| storms.contains(word)) {
            add(&mut named_storms, names, last, at);
        }
        match kind {
            EntityType::Organisation | EntityType::Event | EntityType::Work => {
                for cut in 1..words.len() {
                    add(&mut bodies, names, phrase(&words[..cut]), at);
                    add(&mut bodies, names, phrase(&words[cut..]), at);
                }
            }
            EntityType::Place if buildings.contains(&last) => {
                add(&mut sites, names, phrase(&words[..words.len() - 1]), at);
            }
            _ => {}
        }
    }
    let elsewhere = Known::ANY_PLACE.or(Known::DEMONYM).or(Known::GIVEN);
    for at in 0..names.all.len() {
        let (words, &Name { kind, known, .. }) = (names.words(at), &names.all[at]);
        if !names.is_free(at) {
            continue;
        }
        let key = phrase(words);
        let full = named_storms.get(&key).copied().flatten();
        let full = full.or_else(|| match kind {
            _ if known.is(elsewhere) => None,
            EntityType::Organisation | EntityType::Event | EntityType::Work => {
                bodies.get(&key).copied().flatten().filter(|&full| names.all[full].kind == kind)
            }
            EntityType::Place => sites.get(&key).copied().flatten(),
            _ => None,
        });
        if let Some(full) = full {
            names.join(at, full);
        }
    }
}

/// *The North* is the one place whose name begins so.
fn quarters(names: &mut Names<'_>) {
    let is_place =
        |names: &Names<'_>, at: usize| names.all[at].kind == EntityType::Place && names.is_free(at);
    for quarter in ["north", "south", "east", "west"].map(WordKey::folded) {
        let mut full: Option<usize> = None;
        let mut several = false;
        for at in 0..names.all.len() {
            let words = names.words(at);
            if is_place(names, at) && words.len() > 1 && words[0] == quarter {
                several |= full.is_some_and(|full| names.root(full) != names.root(at));
                full = full.or(Some(at));
            }
        }
        let Some(full) = full.filter(|_| !several) else { continue };
        for at in 0..names.all.len() {
            if is_place(names, at) && names.words(at) == [quarter] {
                names.join(at, full);
            }
        }
    }
}

/// So many names that begin alike are compared.
const ALIKE: usize = 16;

/// Letters that a name must have for a difference of one to be a slip.
const LONG: usize = 7;

/// *Zelensky* is *Zelenskyy*: long names that differ in one letter, of which the lexicon knows at most one.
fn spellings(names: &mut Names<'_>) {
    let mut alike: FxHashMap<WordKey, Vec<usize>> = FxHashMap::default();
    for at in 0..names.all.len() {
        let written = names.written(at);
        if !names.is_free(at)
            || written.len() < LONG
            || written.len() > 40
            || written.contains(char::is_numeric)
        {
            continue;
        }
        let start: String = written.chars().take(4).collect();
        let others = alike.entry(WordKey::folded(&start)).or_default();
        let (name, folded) = (&names.all[at], lower_case(written));
        let same = others.iter().copied().find(|&other| {
            let other_name = &names.all[other];
            let known = name.known != Known::NONE && other_name.known != Known::NONE;
            name.kind == other_name.kind
                && names.words(at).len() == names.words(other).len()
                && !known
                && differ_by_one(&folded, &lower_case(names.written(other)))
        });
        if let Some(other) = same {
            names.join(at, other);
        } else if others.len() < ALIKE {
            others.push(at);
        }
    }
}

/// Whether one letter added, left out or changed makes `one` of `other`; a plural *s* is no slip.
fn differ_by_one(one: &str, other: &str) -> bool {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    if one.len().abs_diff(other.len()) > 1 {
        return false;
    }
    let start = one.iter().zip(&other).take_while(|(a, b)| a == b).count();
    let (one_rest, other_rest) = (&one[start..], &other[start..]);
    let end = one_rest.iter().rev().zip(other_rest.iter().rev()).take_while(|(a, b)| a == b).count();
    let (one_left, other_left) = (&one_rest[..one_rest.len() - end], &other_rest[..other_rest.len() - end]);
    one_left.len().max(other_left.len()) == 1 && !one_left.contains(&'s') && !other_left.contains(&'s')
}

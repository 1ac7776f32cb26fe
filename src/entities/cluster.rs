//! Mentions of one thing put together.

use rustc_hash::FxHashMap;

use super::{EntityType, Mention, Subtype};
use crate::lexicon::WordKey;
use crate::order;
use crate::text::Span;
use crate::tokens::Tokens;

/// Someone or something, and its mentions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entity {
    /// The fullest form as written.
    pub name: String,
    /// What it is.
    pub kind: EntityType,
    /// A finer type, where it is sure.
    pub subtype: Option<Subtype>,
    /// Every mention in order.
    pub mentions: Vec<Span>,
}

/// Puts the mentions of one thing together: the same name, whatever its case
/// and diacritics; a surname or given name with the full name that it is part
/// of, if the text has only one; an acronym with the name before it in whose
/// place it is put by brackets; *the North* with *North Korea*, if the text
/// has one such place. The entities come by falling count, then by first place.
pub fn cluster(tokens: &Tokens<'_>, mentions: &[Mention]) -> Vec<Entity> {
    let text = tokens.text;
    // Names by first place; `groups` has the index of each mention's name.
    let mut names: Vec<Name> = Vec::new();
    let mut known: FxHashMap<(EntityType, WordKey), usize> = FxHashMap::default();
    let mut groups = Vec::with_capacity(mentions.len());
    for mention in mentions {
        let words: Vec<WordKey> = mention.span.of(text).split_whitespace().map(WordKey::folded).collect();
        let key = words.iter().copied().reduce(WordKey::then).unwrap_or_default();
        let index = *known.entry((mention.kind, key)).or_insert_with(|| {
            names.push(Name { kind: mention.kind, words, first: mention.span, count: 0, same_as: None });
            names.len() - 1
        });
        names[index].count += 1;
        if is_in_capitals(names[index].first.of(text)) && !is_in_capitals(mention.span.of(text)) {
            names[index].first = mention.span;
        }
        groups.push(index);
    }
    join_parts(&mut names);
    join_acronyms(text, mentions, &groups, &mut names);
    join_quarters(text, &mut names);
    entities(text, mentions, &groups, &names)
}

/// A name as it stands in the text.
struct Name {
    kind: EntityType,
    words: Vec<WordKey>,
    /// Its first mention, or the first that is not in capitals.
    first: Span,
    /// How many mentions are written so.
    count: usize,
    /// The fuller name of the same thing.
    same_as: Option<usize>,
}

fn is_in_capitals(name: &str) -> bool {
    !name.chars().any(char::is_lowercase)
}

/// Gives each person of one word the full name that begins or ends with it: the
/// only one, or the one that is named more than twice as often as any other.
fn join_parts(names: &mut [Name]) {
    // By word: the name with the most mentions, how many it has and how many the next has.
    let mut full: FxHashMap<WordKey, (usize, usize, usize)> = FxHashMap::default();
    let is_person = |name: &Name| name.kind == EntityType::Person;
    for (index, name) in names.iter().enumerate().filter(|(_, name)| is_person(name) && name.words.len() > 1)
    {
        for end in [name.words[0], name.words[name.words.len() - 1]] {
            let (best, most, next) = full.entry(end).or_insert((index, 0, 0));
            if name.count > *most {
                (*best, *next, *most) = (index, *most, name.count);
            } else {
                *next = (*next).max(name.count);
            }
        }
    }
    for name in names.iter_mut().filter(|name| is_person(name) && name.words.len() == 1) {
        if let Some(&(best, most, next)) = full.get(&name.words[0])
            && most > 2 * next
        {
            name.same_as = Some(best);
        }
    }
}

/// Joins *UN* with *United Nations* where the text says *United Nations (UN)*.
fn join_acronyms(text: &str, mentions: &[Mention], groups: &[usize], names: &mut [Name]) {
    for (pair, group) in mentions.windows(2).zip(groups.windows(2)) {
        let between = &text[pair[0].span.end as usize..pair[1].span.start as usize];
        let bracketed = between.trim_start() == "(" && text[pair[1].span.end as usize..].starts_with(')');
        if bracketed
            && pair[0].kind == pair[1].kind
            && group[0] != group[1]
            && names[group[1]].same_as.is_none()
            && names[group[0]].same_as.is_none()
            && abbreviates(pair[1].span.of(text), pair[0].span.of(text))
        {
            names[group[1]].same_as = Some(group[0]);
        }
    }
}

/// Whether the capitals of `full` in order begin with those of `short`.
fn abbreviates(short: &str, full: &str) -> bool {
    let mut initials =
        full.split([' ', '-']).filter_map(|word| word.chars().next()).filter(|c| c.is_uppercase());
    short.chars().filter(|c| c.is_alphabetic()).all(|letter| initials.any(|initial| initial == letter))
}

/// Joins a place that is called by a quarter of the world with the one place
/// whose name begins so.
fn join_quarters(text: &str, names: &mut [Name]) {
    for quarter in ["North", "South", "East", "West"] {
        let is_place = |name: &&Name| name.kind == EntityType::Place;
        let begins =
            |name: &Name| name.first.of(text).strip_prefix(quarter).is_some_and(|rest| rest.starts_with(' '));
        let mut full = (0..names.len()).filter(|&at| is_place(&&names[at]) && begins(&names[at]));
        let (Some(one), None) = (full.next(), full.next()) else { continue };
        for name in names.iter_mut().filter(|name| name.kind == EntityType::Place) {
            if name.first.of(text) == quarter {
                name.same_as = Some(one);
            }
        }
    }
}

fn entities(text: &str, mentions: &[Mention], groups: &[usize], names: &[Name]) -> Vec<Entity> {
    let mut entities: Vec<Entity> = Vec::new();
    let mut place: Vec<Option<usize>> = vec![None; names.len()];
    for (mention, &group) in mentions.iter().zip(groups) {
        let name = names[group].same_as.unwrap_or(group);
        let at = *place[name].get_or_insert_with(|| {
            entities.push(Entity {
                name: one_line(names[name].first.of(text)),
                kind: mention.kind,
                subtype: mention.subtype,
                mentions: Vec::new(),
            });
            entities.len() - 1
        });
        entities[at].subtype = entities[at].subtype.or(mention.subtype);
        entities[at].mentions.push(mention.span);
    }
    // Entities were opened in order of first place.
    order::by_falling(entities, |entity| entity.mentions.len() as u64)
}

/// A name that runs over the end of a line, in one.
fn one_line(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entities::{Recogniser, RuleRecogniser};
    use crate::language::profile;
    use crate::lexicon::Packs;

    fn clusters(text: &str) -> Vec<(String, usize)> {
        let packs = Packs::built_in();
        let tokens = Tokens::new(text, profile("en"), packs.words("en"));
        let mentions = RuleRecogniser::new(packs.names("en").expect("built in")).recognise(&tokens);
        cluster(&tokens, &mentions).into_iter().map(|entity| (entity.name, entity.mentions.len())).collect()
    }

    fn expect(text: &str, expected: &[(&str, usize)]) {
        let expected: Vec<_> = expected.iter().map(|&(name, count)| (name.to_owned(), count)).collect();
        assert_eq!(clusters(text), expected, "{text}");
    }

    #[test]
    fn a_surname_joins_the_full_name() {
        expect(
            "Kang met Vladimir Putin. Putin said: “Kang is right.” Putin left.",
            &[("Vladimir Putin", 3), ("Kang", 2)],
        );
    }

    #[test]
    fn a_surname_of_two_people_joins_neither() {
        expect(
            "Bill Clinton met Hillary Clinton. Mr Clinton smiled.",
            &[("Bill Clinton", 1), ("Hillary Clinton", 1), ("Clinton", 1)],
        );
    }

    #[test]
    fn an_acronym_joins_the_name_that_it_stands_for() {
        expect(
            "The World Health Organization (WHO) warned. The WHO said so.",
            &[("World Health Organization", 3)],
        );
        expect("The World Bank (IMF) warned.", &[("World Bank", 1), ("IMF", 1)]);
    }

    #[test]
    fn the_north_is_the_one_place_that_is_called_so() {
        expect("North Korea denied it. Later the North agreed.", &[("North Korea", 2)]);
        expect(
            "North Korea and North Carolina denied it, and the North agreed.",
            &[("North Korea", 1), ("North Carolina", 1), ("North", 1)],
        );
    }

    #[test]
    fn names_are_shown_as_running_text_writes_them() {
        expect(
            "MOSCOW (AP) It snowed. Later Moscow\nfroze. In Moscow they waited.",
            &[("Moscow", 3), ("AP", 1)],
        );
    }
}

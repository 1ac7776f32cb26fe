//! Who stands beside whom: entities that are named in the same sentence.

use rustc_hash::FxHashMap;
use serde::Serialize;

use super::{Entity, Mention};
use crate::order;
use crate::tokens::Tokens;

/// Two entities that are named in the same sentences.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Pair {
    /// Index of the one that comes first in `entities`.
    pub first: usize,
    /// Index of the other.
    pub second: usize,
    /// In how many sentences both are named.
    pub count: usize,
}

/// So many entities of a sentence are looked at.
const IN_A_SENTENCE: usize = 16;

/// So many pairs are listed.
const LISTED: usize = 100;

/// The pairs of named entities by falling count, then by first place.
pub(super) fn pairs(
    tokens: &Tokens<'_>,
    mentions: &[Mention],
    of_mention: &[usize],
    entities: &[Entity],
) -> Vec<Pair> {
    let mut pairs: Vec<Pair> = Vec::new();
    let mut places: FxHashMap<(usize, usize), usize> = FxHashMap::default();
    let mut named = mentions
        .iter()
        .zip(of_mention)
        .filter(|&(_, &entity)| !entities[entity].kind.is_pattern())
        .map(|(mention, &entity)| (mention.span.start, entity))
        .peekable();
    let mut together: Vec<usize> = Vec::new();
    for sentence in &tokens.sentences {
        together.clear();
        while let Some((_, entity)) = named.next_if(|&(start, _)| start < sentence.span.end) {
            if together.len() < IN_A_SENTENCE && !together.contains(&entity) {
                together.push(entity);
            }
        }
        for (at, &one) in together.iter().enumerate() {
            for &other in &together[at + 1..] {
                let (first, second) = (one.min(other), one.max(other));
                let place = *places.entry((first, second)).or_insert_with(|| {
                    pairs.push(Pair { first, second, count: 0 });
                    pairs.len() - 1
                });
                pairs[place].count += 1;
            }
        }
    }
    // To put them in order takes memory, too.
    drop(places);
    let mut pairs = order::by_falling(pairs, |pair| pair.count as u64);
    pairs.truncate(LISTED);
    // They stay to the end.
    pairs.shrink_to_fit();
    pairs
}

#[cfg(test)]
mod tests {
    use crate::entities::{EntityOptions, find};
    use crate::language::profile;
    use crate::lexicon::Packs;
    use crate::tokens::Tokens;

    /// Who stands beside whom, and in how many sentences.
    fn pairs(text: &str) -> Vec<(String, String, usize)> {
        let packs = Packs::built_in();
        let tokens = Tokens::new(text, profile("en"), packs.words("en"));
        let found = find(&tokens, packs.names("en"), true, &EntityOptions::default());
        let name = |at: usize| found.entities[at].name.clone();
        found.pairs.iter().map(|pair| (name(pair.first), name(pair.second), pair.count)).collect()
    }

    #[test]
    fn sentences_are_counted_once_for_each_pair() {
        let text = "France met Germany, and Germany left France. France met Poland on Monday. \
                    Germany met France. Poland paid $5.";
        let expected = [("France", "Germany", 2), ("France", "Poland", 1)];
        assert_eq!(
            pairs(text),
            expected.map(|(one, other, count)| (one.to_owned(), other.to_owned(), count))
        );
    }

    #[test]
    fn names_for_one_thing_are_no_company() {
        assert_eq!(pairs("North Korea, or DPRK, spoke of North Korea."), []);
    }

    #[test]
    fn a_sentence_of_many_names_gives_few_pairs() {
        let names: Vec<String> = (0..200).map(|at| format!("Maria Delgado{at}")).collect();
        assert!(pairs(&format!("They met {}.", names.join(", "))).len() <= 100);
    }
}

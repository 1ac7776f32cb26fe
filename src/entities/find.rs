//! All that is said of the entities of a text, put together.

use super::cluster::{Clusters, cluster};
use super::own_names::Excluded;
use super::{
    Entity, EntityOptions, EntityType, Mention, Pair, Quotation, company, dates, own_names, patterns,
    quotations, recogniser, salience, subtypes,
};
use crate::lexicon::NameLexicon;
use crate::order;
use crate::text::Span;
use crate::tokens::Tokens;

/// The entities of a text, and what is said by and of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// By falling count, then by first place.
    pub entities: Vec<Entity>,
    /// What is quoted, in order; nothing without names, which know the verbs that report speech.
    pub quotations: Vec<Quotation>,
    /// Who stands beside whom.
    pub pairs: Vec<Pair>,
}

/// Finds the entities of a text: those that `names` lead to, those that grammars find, and the caller's own.
pub fn find(
    tokens: &Tokens<'_>,
    names: Option<&NameLexicon>,
    english: bool,
    options: &EntityOptions,
) -> Found {
    let mut mentions = match names {
        Some(names) => recogniser(names).recognise(tokens),
        None if english => dates::without_pack(tokens),
        None => Vec::new(),
    };
    for more in [patterns::patterns(tokens, english), own_names::mentions(tokens, &options.own)] {
        // Else the list would double.
        mentions.reserve_exact(more.len());
        mentions.extend(more);
    }
    let excluded = Excluded::new(&options.exclude);
    mentions.retain(|mention| {
        mention.confidence >= options.threshold && !excluded.has(mention.span.of(tokens.text))
    });
    let mut mentions = apart(mentions);
    if let Some(names) = names {
        mentions.iter_mut().for_each(|mention| subtypes::refine(tokens.text, names, mention));
    }
    let mut clusters = cluster(tokens.text, &mentions, names, options);
    if !options.exclude.is_empty() {
        (mentions, clusters) = without(mentions, clusters, &excluded);
    }
    let Clusters { mut entities, of_mention } = clusters;
    salience::weigh(tokens, &mut entities);
    Found {
        quotations: names.map_or(Vec::new(), |names| {
            quotations::quotations(tokens, &mentions, &of_mention, &entities, names)
        }),
        pairs: company::pairs(tokens, &mentions, &of_mention, &entities),
        entities,
    }
}

/// Takes out the entities whose names are excluded, with all their mentions.
fn without(mentions: Vec<Mention>, clusters: Clusters, excluded: &Excluded) -> (Vec<Mention>, Clusters) {
    let Clusters { entities, of_mention } = clusters;
    let mut place = Vec::with_capacity(entities.len());
    let mut kept = Vec::new();
    for entity in entities {
        let out = excluded.has(&entity.name);
        place.push((!out).then_some(kept.len()));
        if !out {
            kept.push(entity);
        }
    }
    let (mentions, of_mention) = mentions
        .into_iter()
        .zip(of_mention)
        .filter_map(|(mention, entity)| Some((mention, place[entity]?)))
        .unzip();
    (mentions, Clusters { entities: kept, of_mention })
}

/// The mentions in order, of any that overlap only the one that says most.
fn apart(mentions: Vec<Mention>) -> Vec<Mention> {
    let longest_first = |Span { start, end }: Span| Span { start, end: !end }.order();
    let mut mentions = order::by_rising(mentions, |mention| longest_first(mention.span));
    // Those that are kept move to the front, where they need no list of their own.
    let mut kept = 0;
    'next: for at in 0..mentions.len() {
        let mention = mentions[at];
        while let Some(last) = mentions[..kept].last().filter(|last| last.span.end > mention.span.start) {
            if !outweighs(&mention, last) {
                continue 'next;
            }
            kept -= 1;
        }
        mentions[kept] = mention;
        kept += 1;
    }
    mentions.truncate(kept);
    mentions
}

/// Whether `mention` is kept and not `other`, which it overlaps: what the caller knows before all
/// else; *$5 billion* before a name in it; a name before a number in it.
fn outweighs(mention: &Mention, other: &Mention) -> bool {
    let longer = mention.span.len() > other.span.len();
    let weight = |mention: &Mention, longer: bool| match mention.kind {
        _ if mention.own.is_some() => 4,
        EntityType::Ordinal | EntityType::Cardinal => 0,
        kind if !kind.is_pattern() => 2,
        _ if longer => 3,
        _ => 1,
    };
    let (own, others) = (weight(mention, longer), weight(other, !longer));
    own > others || own == others && longer
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entities::OwnName;
    use crate::language::profile;
    use crate::lexicon::Packs;

    fn found(text: &str, options: &EntityOptions) -> Vec<(String, EntityType, usize)> {
        let packs = Packs::built_in();
        let tokens = Tokens::new(text, profile("en"), packs.words("en"));
        find(&tokens, packs.names("en"), true, options)
            .entities
            .into_iter()
            .map(|entity| (entity.name, entity.kind, entity.mentions.len()))
            .collect()
    }

    #[test]
    fn of_what_overlaps_the_one_that_says_most_stays() {
        let text = "The Boeing 737 cost US$50 million on the 27th of July 1953, said Maria Delgado.";
        let all = found(text, &EntityOptions::default());
        let has = |name: &str, kind| assert!(all.contains(&(name.into(), kind, 1)), "{name}: {all:?}");
        has("US$50 million", EntityType::Money);
        has("27th of July 1953", EntityType::Date);
        assert!(all.iter().all(|(name, ..)| name != "US" && name != "27th"), "{all:?}");
    }

    #[test]
    fn the_caller_knows_better() {
        let text = "Project Moscow began. Kim met Vladimir Putin in Paris; Putin left Paris.";
        let own = OwnName {
            name: "The Project".into(),
            aliases: vec!["Project Moscow".into()],
            kind: EntityType::Work,
            note: Some("https://example.org".into()),
        };
        let options = EntityOptions {
            own: vec![own],
            exclude: vec!["paris".into(), "Vladimir Putin".into()],
            ..EntityOptions::default()
        };
        let all = found(text, &options);
        assert!(all.contains(&("The Project".into(), EntityType::Work, 1)), "{all:?}");
        for name in ["Moscow", "Paris", "Vladimir Putin"] {
            assert!(all.iter().all(|(found, ..)| found != name), "{name}: {all:?}");
        }
    }

    #[test]
    fn a_threshold_leaves_the_surer_ones() {
        let text = include_str!("../../seeds/parade.txt");
        let count = |threshold| found(text, &EntityOptions { threshold, ..EntityOptions::default() }).len();
        assert!(count(0) > count(950) && count(950) > count(1000));
        assert_eq!(count(1000), 0);
    }
}

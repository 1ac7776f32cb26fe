//! Who is who: the mentions of one person or thing put together.
//!
//! Mentions that are written alike are one *name*; names are joined when the
//! text gives a reason: a surname and a full name (`persons`), an acronym and
//! what it stands for, a short form, a spelling variant (`things`). Last, each
//! cluster gets one type, by all its evidence, and the name to show.

mod names;
mod persons;
mod things;

use super::{Entity, EntityOptions, EntityType, Mention, OwnName, Thousandths, calendar};
use crate::lexicon::NameLexicon;
use crate::order;
use crate::text::one_line;
use names::{Names, heaviest, is_in_capitals, weights};

/// The entities of a text, and which of them each mention is.
pub(super) struct Clusters {
    /// By falling count, then by first place.
    pub entities: Vec<Entity>,
    /// By mention: index of its entity.
    pub of_mention: Vec<usize>,
}

/// Puts the `mentions` of one thing together. They are in order and apart.
pub(super) fn cluster(
    text: &str,
    mentions: &[Mention],
    lexicon: Option<&NameLexicon>,
    options: &EntityOptions,
) -> Clusters {
    let (mut names, groups) = Names::of(text, mentions, lexicon, options);
    persons::join(&mut names);
    things::join(&mut names, mentions, &groups, lexicon);
    entities(&names, mentions, groups, options)
}

/// Makes one entity of all names that are the same; `groups` has the name of each mention.
fn entities(
    names: &Names<'_>,
    mentions: &[Mention],
    mut groups: Vec<usize>,
    options: &EntityOptions,
) -> Clusters {
    // By name, at the first of those that are the same: how many mentions they have, and which is shown.
    let mut counts = vec![0; names.all.len()];
    let mut shown: Vec<usize> = (0..names.all.len()).collect();
    for (at, name) in names.all.iter().enumerate() {
        let root = names.root(at);
        counts[root] += name.count;
        if says_more(names, at, shown[root]) {
            shown[root] = at;
        }
    }
    let roots = (0..names.all.len()).filter(|&at| counts[at] > 0).collect();
    let roots = order::by_falling(roots, |&root: &usize| counts[root] as u64);
    // All lists get the length that they will have: they stay to the end.
    let entity = |&root: &usize| Entity {
        name: one_line(names.written(shown[root])).into_owned(),
        kind: names.all[root].kind,
        subtype: None,
        count: counts[root],
        mentions: Vec::with_capacity(counts[root]),
        confidences: Vec::with_capacity(counts[root]),
        confidence: Thousandths(0),
        salience: Thousandths(0),
        date: None,
        note: None,
    };
    let mut entities: Vec<Entity> = roots.iter().map(entity).collect();
    // From here on they have the places of the entities.
    let mut places = shown;
    roots.iter().enumerate().for_each(|(place, &root)| places[root] = place);
    for (mention, group) in mentions.iter().zip(&mut groups) {
        *group = places[names.root(*group)];
        let entity = &mut entities[*group];
        if let Some(own) = mention.own.filter(|_| entity.mentions.is_empty()) {
            let OwnName { name, note, .. } = &options.own[own as usize];
            if !name.is_empty() {
                entity.name.clone_from(name);
            }
            entity.note.clone_from(note);
        }
        entity.subtype = entity.subtype.or(mention.subtype);
        entity.mentions.push(mention.span);
        entity.confidences.push(Thousandths(mention.confidence));
    }
    let weights = weights(mentions, &groups, entities.len());
    for (entity, weights) in entities.iter_mut().zip(&weights) {
        entity.kind = heaviest(weights).unwrap_or(entity.kind);
        finish(entity, options);
    }
    Clusters { entities, of_mention: groups }
}

/// Fills in what rests on all its mentions.
fn finish(entity: &mut Entity, options: &EntityOptions) {
    entity.subtype = entity.subtype.filter(|subtype| subtype.of() == entity.kind);
    if entity.kind == EntityType::Date {
        entity.date = calendar::iso(&entity.name, options.reference_date);
    }
    let sum: usize = entity.confidences.iter().map(|confidence| usize::from(confidence.0)).sum();
    entity.confidence = Thousandths((sum / entity.count.max(1)) as u16);
}

/// Whether `name` tells more of what they both name than `other`: of persons and bodies the
/// longer one, of places the one that is used more; an acronym only where there is nothing else.
fn says_more(names: &Names<'_>, name: usize, other: usize) -> bool {
    let key = |at: usize| {
        let (name, words) = (&names.all[at], names.words(at).len());
        let written = !is_in_capitals(names.written(at));
        if name.kind == EntityType::Place {
            (written, name.count, words)
        } else {
            (written, words, name.count)
        }
    };
    name != other && key(name) > key(other)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entities::{Recogniser, RuleRecogniser};
    use crate::language::profile;
    use crate::lexicon::Packs;
    use crate::text::Span;
    use crate::tokens::Tokens;

    fn clusters(text: &str) -> Vec<(String, usize)> {
        let packs = Packs::built_in();
        let tokens = Tokens::new(text, profile("en"), packs.words("en"));
        let names = packs.names("en").expect("built in");
        let mentions = RuleRecogniser::new(names).recognise(&tokens);
        let clusters = cluster(text, &mentions, Some(names), &EntityOptions::default());
        clusters.entities.into_iter().map(|entity| (entity.name, entity.mentions.len())).collect()
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

    /// What clustering makes of names that are given with their types.
    fn given(marked: &str) -> Vec<(String, EntityType, usize)> {
        let (mut text, mut mentions) = (String::new(), Vec::new());
        for part in marked.split('[') {
            let Some((name, rest)) = part.split_once(']') else {
                text.push_str(part);
                continue;
            };
            let (kind, name) = name.split_at(1);
            let kind = match kind {
                "P" => EntityType::Person,
                "L" => EntityType::Place,
                "N" => EntityType::Nationality,
                "E" => EntityType::Event,
                _ => EntityType::Organisation,
            };
            let start = text.len();
            text.push_str(name);
            mentions.push(Mention::sure(Span::new(start, text.len()), kind));
            text.push_str(rest);
        }
        let names = Packs::built_in().names("en");
        cluster(&text, &mentions, names, &EntityOptions::default())
            .entities
            .into_iter()
            .map(|entity| (entity.name, entity.kind, entity.mentions.len()))
            .collect()
    }

    fn expect_given(marked: &str, expected: &[(&str, EntityType, usize)]) {
        let expected: Vec<_> =
            expected.iter().map(|&(name, kind, count)| (name.to_owned(), kind, count)).collect();
        assert_eq!(given(marked), expected, "{marked}");
    }

    #[test]
    fn persons_by_initials_given_names_and_longer_surnames() {
        use EntityType::Person;
        expect_given(
            "[PDonald Trump] and [PDonald J. Trump], [PD. Trump], [PTrump]",
            &[("Donald J. Trump", Person, 4)],
        );
        expect_given(
            "[PEddie Van Halen]: [PVan Halen], [PEddie]; [PHardeep Singh Puri], [PHardeep]",
            &[("Eddie Van Halen", Person, 3), ("Hardeep Singh Puri", Person, 2)],
        );
        expect_given(
            "[PJohn Smith] and [PJane Smith]: [PJ. Smith]",
            &[("John Smith", Person, 1), ("Jane Smith", Person, 1), ("J. Smith", Person, 1)],
        );
    }

    #[test]
    fn acronyms_that_no_bracket_explains() {
        use EntityType::Organisation;
        expect_given(
            "[OAgence France-Presse] wrote. [OAFP] added that [OIMF] did.",
            &[("Agence France-Presse", Organisation, 2), ("IMF", Organisation, 1)],
        );
        expect_given(
            "[OWorld Service] and [OWarm Soup], said [OWS].",
            &[("World Service", Organisation, 1), ("Warm Soup", Organisation, 1), ("WS", Organisation, 1)],
        );
    }

    #[test]
    fn names_that_the_lexicon_has_for_the_same_one() {
        use EntityType::{Organisation, Person, Place};
        expect_given(
            "[LMyanmar] and [LBurma]; [LKiev], [LKyiv]",
            &[("Myanmar", Place, 2), ("Kiev", Place, 2)],
        );
        expect_given(
            "[OMédecins Sans Frontières], [OMSF]; [OState Department], [OUS State Department]",
            &[("Médecins Sans Frontières", Organisation, 2), ("US State Department", Organisation, 2)],
        );
        // A person is no country.
        expect_given(
            "[PAmerica Ferrera] of [LAmerica], [PAmerica]",
            &[("America Ferrera", Person, 2), ("America", Place, 1)],
        );
    }

    #[test]
    fn countries_by_their_long_and_short_names() {
        use EntityType::Place;
        expect_given("[LIran], [LIslamic Republic of Iran], [LIran]", &[("Iran", Place, 3)]);
        expect_given(
            "[LDPRK] is [LNorth Korea]; [LUS], [LU.S.], [LAmerica], [LUnited States]",
            &[("United States", Place, 4), ("North Korea", Place, 2)],
        );
    }

    #[test]
    fn short_forms_of_bodies_and_storms() {
        use EntityType::{Event, Organisation, Place};
        expect_given(
            "[OGrateful Dead], the [ODead]; [EHurricane Dorian], [PDorian], [EDorian]",
            &[("Hurricane Dorian", Event, 3), ("Grateful Dead", Organisation, 2)],
        );
        expect_given(
            "[OBradford Council] in [LBradford]",
            &[("Bradford Council", Organisation, 1), ("Bradford", Place, 1)],
        );
    }

    #[test]
    fn a_cluster_has_one_type_and_spellings_are_one() {
        use EntityType::{Person, Place};
        expect_given(
            "[PIvan Zhukovskyy], [PZhukovskyy], [OZhukovskyy], [PZhukovsky]",
            &[("Ivan Zhukovskyy", Person, 4)],
        );
        expect_given(
            "[LMagnitogorsk], [LMagnitigorsk], [LIran], [LIraq]",
            &[("Magnitogorsk", Place, 2), ("Iran", Place, 1), ("Iraq", Place, 1)],
        );
    }

    #[test]
    fn ten_thousand_names_take_linear_time() {
        let marked: String = (0..10_000).map(|at| format!("[PAnna{at} Kim] [OKim Unit{at}] ")).collect();
        assert_eq!(given(&marked).len(), 20_000);
    }
}

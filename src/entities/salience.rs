//! How central an entity is to a text.
//!
//! From how early it is named, how often, and in how much of the text: three
//! of the signs that Dunietz and Gillick (2014) found to tell, in the order of
//! their worth there. Whole numbers, so that it is the same everywhere.

use super::{Entity, Thousandths};
use crate::tokens::Tokens;

/// Parts of the text that spread is counted in.
const PARTS: usize = 10;

/// Gives each entity its salience, in thousandths.
pub(super) fn weigh(tokens: &Tokens<'_>, entities: &mut [Entity]) {
    let sentences = tokens.sentences.len().max(1);
    let length = tokens.text.len().max(1);
    let parts = PARTS.min(sentences);
    let named = entities.iter().filter(|entity| !entity.kind.is_pattern());
    let most = named.map(|entity| entity.count).max().unwrap_or(1);
    for entity in entities {
        let start = entity.mentions[0].start;
        let before = tokens.sentence_at(start);
        let early = 1000 * (sentences - before.min(sentences)) / sentences;
        let often = 1000 * entity.count.min(most) / most;
        let mut last = usize::MAX;
        let mut seen = 0;
        for mention in &entity.mentions {
            let part = mention.start as usize * parts / length;
            seen += usize::from(part != last);
            last = part;
        }
        let spread = 1000 * seen / parts;
        entity.salience = Thousandths(((5 * often + 3 * early + 2 * spread) / 10) as u16);
    }
}

#[cfg(test)]
mod tests {
    use crate::entities::{EntityOptions, find};
    use crate::language::profile;
    use crate::lexicon::Packs;
    use crate::tokens::Tokens;

    /// The salience of each entity of ten sentences, by name.
    fn salience(text: &str) -> Vec<(String, u16)> {
        let packs = Packs::built_in();
        let tokens = Tokens::new(text, profile("en"), packs.words("en"));
        assert_eq!(tokens.sentences.len(), 10);
        let found = find(&tokens, packs.names("en"), true, &EntityOptions::default());
        found.entities.into_iter().map(|entity| (entity.name, entity.salience.0)).collect()
    }

    #[test]
    fn frequency_position_and_spread_count_five_three_and_two() {
        // Paris has all mentions there are and stands in five of ten parts; Germany is named once, in the middle.
        let text = ["They saw Paris. "; 5].concat() + "They saw Germany. " + &["They saw it. "; 4].concat();
        assert_eq!(
            salience(&text),
            [
                ("Paris".to_owned(), (5 * 1000 + 3 * 1000 + 2 * 500) / 10),
                ("Germany".to_owned(), (5 * 200 + 3 * 500 + 2 * 100) / 10)
            ]
        );
    }

    #[test]
    fn the_same_name_says_less_the_later_it_comes() {
        let at = |place: usize| {
            let text: String = (0..10)
                .map(|at| if at == place { "They saw Paris. " } else { "They saw it all. " })
                .collect();
            salience(&text)[0].1
        };
        assert!(at(0) > at(4) && at(4) > at(9), "{} {} {}", at(0), at(4), at(9));
    }
}

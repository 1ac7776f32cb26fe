//! How central an entity is to a text.
//!
//! From how early it is named, how often, and in how much of the text: three
//! of the signs that Dunietz and Gillick (2014) found to tell, in the order of
//! their worth there. Whole numbers, so that it is the same everywhere.

use super::Entity;
use crate::tokens::Tokens;

/// Parts of the text that spread is counted in.
const PARTS: usize = 10;

/// Gives each entity its salience, in thousandths.
pub(super) fn weigh(tokens: &Tokens<'_>, entities: &mut [Entity]) {
    let sentences = tokens.sentences.len().max(1);
    let length = tokens.text.len().max(1);
    let parts = PARTS.min(sentences);
    let named = entities.iter().filter(|entity| !entity.kind.is_pattern());
    let most = named.map(|entity| entity.mentions.len()).max().unwrap_or(1);
    for entity in entities {
        let start = entity.mentions[0].start;
        let before = tokens.sentences.partition_point(|sentence| sentence.span.end <= start);
        let early = 1000 * (sentences - before.min(sentences)) / sentences;
        let often = 1000 * entity.mentions.len().min(most) / most;
        let mut last = usize::MAX;
        let mut seen = 0;
        for mention in &entity.mentions {
            let part = mention.start as usize * parts / length;
            seen += usize::from(part != last);
            last = part;
        }
        let spread = 1000 * seen / parts;
        entity.salience = ((5 * often + 3 * early + 2 * spread) / 10) as u16;
    }
}

//! Short forms of organisations: *Loral* after *Loral Space & Communications* is no person.

use rustc_hash::FxHashSet;

use super::{EntityType, Mention};
use crate::lexicon::WordKey;

/// Makes organisations of the persons of one word that longer organisations of the text begin with, if no person's
/// longer name has the word.
pub(super) fn settle(text: &str, mentions: &mut [Mention]) {
    let mut firsts: FxHashSet<WordKey> = FxHashSet::default();
    for kind in [EntityType::Organisation, EntityType::Person] {
        for mention in mentions.iter().filter(|mention| mention.kind == kind) {
            let name = mention.span.of(text);
            for word in name.split(' ').filter(|word| word.len() < name.len()).map(WordKey::exact) {
                if kind == EntityType::Organisation {
                    firsts.insert(word);
                    break;
                }
                firsts.remove(&word);
            }
        }
    }
    for mention in mentions.iter_mut().filter(|mention| mention.kind == EntityType::Person) {
        if firsts.contains(&WordKey::exact(mention.span.of(text))) {
            mention.become_organisation();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entities::tests::found_by_model;

    #[test]
    fn a_company_is_called_by_its_first_word() {
        let found = found_by_model(
            "Loral Space & Communications was sued. Loral chairman Bernard Schwartz paid. Loral smiled.",
        );
        let short: Vec<_> =
            found.iter().filter(|(name, _)| *name == "Loral").map(|(_, kind)| *kind).collect();
        assert_eq!(short, [EntityType::Organisation; 2]);
    }

    #[test]
    fn persons_who_are_called_alike_stay_persons() {
        let text = "Ford Motor Co. was sued. Henry Ford paid. Ford smiled.";
        let at = |name: &str, from: usize, kind| {
            let start = text[from..].find(name).expect("it is there") + from;
            Mention::sure(crate::text::Span::new(start, start + name.len()), kind)
        };
        let company = at("Ford Motor Co.", 0, EntityType::Organisation);
        let last = || at("Ford", 42, EntityType::Person);
        let mut mentions = vec![company, at("Henry Ford", 0, EntityType::Person), last()];
        settle(text, &mut mentions);
        assert_eq!(mentions[2].kind, EntityType::Person);
        let mut mentions = vec![company, last()];
        settle(text, &mut mentions);
        assert_eq!(mentions[1].kind, EntityType::Organisation);
    }
}

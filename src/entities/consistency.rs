//! One name is one thing in one document: what is known of a name in one
//! place counts in the others.

use rustc_hash::{FxHashMap, FxHashSet};

use super::evidence::{ENOUGH, Points};
use super::names::{Candidate, Named};
use super::{EntityType, Mention, Subtype, confidence};
use crate::lexicon::WordKey;

/// At most so many points come from the other places of a name.
const MOST_FROM_OTHERS: i16 = 8;

/// The mentions among `candidates`, which are in order of their places.
pub(super) fn resolve(candidates: &[Candidate]) -> Vec<Mention> {
    let mut document = Tally::default();
    candidates.iter().for_each(|candidate| document.add(candidate));
    candidates.iter().filter_map(|candidate| document.mention(candidate)).collect()
}

/// What a document's candidates say of its names.
#[derive(Default)]
pub(super) struct Tally {
    /// By name: the points of all its places.
    names: FxHashMap<WordKey, (Points, u32)>,
    /// The first and last words of persons of more than one word.
    persons: FxHashSet<WordKey>,
}

impl Tally {
    /// Adds what a candidate says.
    pub fn add(&mut self, candidate: &Candidate) {
        let Named { key, points, words } = candidate.name;
        let (all, places) = self.names.entry(key).or_default();
        *all = all.zip(&points, i16::saturating_add);
        *places += 1;
        let (kind, best) = points.best();
        if words > 1 && kind == EntityType::Person && best >= ENOUGH {
            self.persons.extend(candidate.ends);
        }
    }

    /// The type that a candidate would be, and the points that it has for it, with those from its other places.
    pub fn judge(&self, name: &Named) -> (EntityType, i16) {
        let mut points = name.points;
        if let Some((all, places)) = self.names.get(&name.key)
            && *places > 1
        {
            let others = all.zip(&name.points, |all, own| {
                (all.saturating_sub(own) / 2).clamp(-MOST_FROM_OTHERS, MOST_FROM_OTHERS)
            });
            points = points.zip(&others, |own, other| own + other);
        }
        if name.words == 1 && self.persons.contains(&name.key) {
            // A known place or body has the name of a person: Washington, Ford.
            let doubtful = name.points.place.max(name.points.organisation) >= 7;
            points.person += if doubtful { 3 } else { 8 };
        }
        points.best()
    }

    fn mention(&self, candidate: &Candidate) -> Option<Mention> {
        let (kind, best) = self.judge(&candidate.name);
        let subtype = (kind == EntityType::Place && candidate.geopolitical).then_some(Subtype::Geopolitical);
        let confidence = confidence::of_points(best);
        let mention = Mention { span: candidate.span, kind, subtype, confidence, own: None };
        (best >= ENOUGH).then_some(mention)
    }
}

//! One name is one thing in one document: what is known of a name in one
//! place counts in the others.

use rustc_hash::FxHashMap;

use super::evidence::{ENOUGH, Points};
use super::names::Candidate;
use super::{EntityType, Mention, Subtype, confidence};
use crate::lexicon::WordKey;

/// At most so many points come from the other places of a name.
const MOST_FROM_OTHERS: i32 = 8;

/// The mentions among `candidates`, which are in order of their places.
pub(super) fn resolve(candidates: &[Candidate]) -> Vec<Mention> {
    let document = Tally::of(candidates);
    candidates.iter().filter_map(|candidate| document.mention(candidate)).collect()
}

/// By candidate: the type that it would be, and the points that it has for it.
pub(super) fn judge(candidates: &[Candidate]) -> Vec<(EntityType, i32)> {
    let document = Tally::of(candidates);
    candidates.iter().map(|candidate| document.points(candidate).best()).collect()
}

/// What a document's candidates say of its names.
#[derive(Default)]
struct Tally {
    /// By name: the points of all its places.
    names: FxHashMap<WordKey, (Points, i32)>,
    /// How many persons of more than one word have this word first or last.
    persons: FxHashMap<WordKey, i32>,
}

impl Tally {
    fn of(candidates: &[Candidate]) -> Self {
        let mut tally = Self::default();
        for candidate in candidates {
            let (points, places) = tally.names.entry(candidate.key).or_default();
            *points = points.zip(&candidate.points, i32::saturating_add);
            *places += 1;
            let (kind, best) = candidate.points.best();
            if candidate.words > 1 && kind == EntityType::Person && best >= ENOUGH {
                for end in candidate.ends {
                    *tally.persons.entry(end).or_default() += 1;
                }
            }
        }
        tally
    }

    /// The points of a candidate, with those from its other places.
    fn points(&self, candidate: &Candidate) -> Points {
        let mut points = candidate.points;
        if let Some((all, places)) = self.names.get(&candidate.key)
            && *places > 1
        {
            let others = all.zip(&candidate.points, |all, own| {
                ((all - own) / 2).clamp(-MOST_FROM_OTHERS, MOST_FROM_OTHERS)
            });
            points = points.zip(&others, |own, other| own + other);
        }
        if candidate.words == 1 && self.persons.contains_key(&candidate.key) {
            // A known place or body has the name of a person: Washington, Ford.
            let doubtful = candidate.points.place.max(candidate.points.organisation) >= 7;
            points.person += if doubtful { 3 } else { 8 };
        }
        points
    }

    fn mention(&self, candidate: &Candidate) -> Option<Mention> {
        let (kind, best) = self.points(candidate).best();
        let subtype = (kind == EntityType::Place && candidate.geopolitical).then_some(Subtype::Geopolitical);
        let confidence = confidence::of_points(best);
        let mention = Mention { span: candidate.span, kind, subtype, confidence, own: None };
        (best >= ENOUGH).then_some(mention)
    }
}

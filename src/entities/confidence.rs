//! How sure a mention is, by the recogniser's margin.
//!
//! The margin is how much the best tags of a name score above the best of what
//! else it could be where it stands: no name, or a name of another type, its
//! neighbours left as they are. The steps below are set by hand and not yet
//! calibrated: they order mentions, and are no measured shares of right ones.

use std::ops::Range;

use super::decoder::{self, Tag};
use crate::lexicon::name_model::{Model, Scores};

/// What a grammar finds, or the caller tells, in thousandths.
pub(super) const SURE: u16 = 980;

/// By margin from this on: how sure the mention is, in thousandths.
const BY_MARGIN: &[(i32, u16)] = &[(i32::MIN, 400), (0, 500)];

/// How much `tags` score above the best other reading of the name in `range`.
pub(super) fn margin(model: &Model, scores: &[Scores], tags: &[Tag], range: Range<usize>) -> i32 {
    let before = range.start.checked_sub(1).map_or(0, |at| tags[at]);
    let after = tags.get(range.end).copied().unwrap_or(0);
    let path = |tag: &dyn Fn(usize) -> Tag| {
        let (mut sum, mut last) = (0_i32, before);
        for at in range.clone() {
            let next = tag(at);
            sum += model.transitions[last as usize][next as usize] + decoder::score(&scores[at], next);
            last = next;
        }
        sum + model.transitions[last as usize][after as usize]
    };
    let own = path(&|at| tags[at]);
    let outside = path(&|_| 0);
    let others = (0..4)
        .filter(|&kind| Some(kind) != decoder::kind(tags[range.start]))
        .map(|kind| path(&|at| decoder::tag(kind, decoder::place(tags[at]).unwrap_or(0))));
    own - others.fold(outside, i32::max)
}

/// How sure a margin of the model makes a mention, in thousandths.
pub(super) fn of_margin(margin: i32) -> u16 {
    let above = BY_MARGIN.partition_point(|&(from, _)| from <= margin);
    BY_MARGIN[above - 1].1
}

/// How sure the points of the rules make a mention, in thousandths.
pub(super) fn of_points(points: i32) -> u16 {
    match points {
        ..7 => 500,
        7..9 => 600,
        9..13 => 700,
        _ => 800,
    }
}

//! The best sequence of tags for a stretch of words (Viterbi's algorithm), in integers.

use crate::lexicon::name_model::{Model, Scores, TAGS};

/// A tag: 0 outside, else 1 + 4 × type + place (first, inner, last, only).
pub type Tag = u8;

/// The type of a name that a tag is part of, 0 to 3.
pub const fn kind(tag: Tag) -> Option<u8> {
    if tag == 0 { None } else { Some((tag - 1) / 4) }
}

/// The place in a name that a tag is for: first, inner, last, only.
pub const fn place(tag: Tag) -> Option<u8> {
    if tag == 0 { None } else { Some((tag - 1) % 4) }
}

/// The tag for a type and a place.
pub const fn tag(kind: u8, place: u8) -> Tag {
    1 + 4 * kind + place
}

/// Whether `next` may follow `tag`: a name that has begun goes on until its last word.
pub const fn may_follow(tag: Tag, next: Tag) -> bool {
    match (place(tag), place(next)) {
        (Some(0 | 1), Some(1 | 2)) => (tag - 1) / 4 == (next - 1) / 4,
        (Some(0 | 1), _) => false,
        (_, Some(1 | 2)) => false,
        _ => true,
    }
}

/// The score of a tag, without what stands before it.
pub fn score(scores: &Scores, tag: Tag) -> i32 {
    match (kind(tag), place(tag)) {
        (Some(kind), Some(place)) => scores[1 + kind as usize] + scores[5 + place as usize],
        _ => scores[0],
    }
}

/// By tag: those that may stand before it, and how many they are.
const FOLLOWING: ([[Tag; 9]; TAGS], [usize; TAGS]) = {
    let mut before = [[0; 9]; TAGS];
    let mut counts = [0; TAGS];
    let mut next = 0;
    while next < TAGS {
        let mut tag = 0;
        while tag < TAGS {
            if may_follow(tag as Tag, next as Tag) {
                before[next][counts[next]] = tag as Tag;
                counts[next] += 1;
            }
            tag += 1;
        }
        next += 1;
    }
    (before, counts)
};

/// Buffers that are used again for each stretch.
#[derive(Debug, Default)]
pub struct Decoder {
    back: Vec<[Tag; TAGS]>,
}

impl Decoder {
    /// The best tags for words with `scores`, between words outside of names, in `tags`.
    pub fn decode(&mut self, model: &Model, scores: &[Scores], tags: &mut Vec<Tag>) {
        tags.clear();
        let impossible = i32::MIN / 2;
        let mut best = [impossible; TAGS];
        best[0] = 0;
        self.back.clear();
        for scores in scores {
            let mut next = [impossible; TAGS];
            let mut back = [0; TAGS];
            for tag in 0..TAGS {
                let (mut from, mut most) = (0, impossible);
                for &before in &FOLLOWING.0[tag][..FOLLOWING.1[tag]] {
                    let sum = best[before as usize] + model.transitions[before as usize][tag];
                    if sum > most {
                        (from, most) = (before, sum);
                    }
                }
                next[tag] = most + score(scores, tag as Tag);
                back[tag] = from;
            }
            // Only differences count: long stretches must not overflow.
            let top = next.iter().copied().max().unwrap_or(0);
            best = next.map(|value| (value - top).max(impossible / 2));
            self.back.push(back);
        }
        let mut last = 0;
        let mut most = impossible;
        for tag in (0..TAGS as Tag).filter(|&tag| may_follow(tag, 0)) {
            let sum = best[tag as usize] + model.transitions[tag as usize][0];
            if sum > most {
                (last, most) = (tag, sum);
            }
        }
        for back in self.back.iter().rev() {
            tags.push(last);
            last = back[last as usize];
        }
        tags.reverse();
    }
}

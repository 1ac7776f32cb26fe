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
    /// By word and tag: the score of the best tags up to there, less one number for all tags.
    reached: Vec<[i32; TAGS]>,
}

/// The score of what may not be; two of them can be added.
const IMPOSSIBLE: i32 = i32::MIN / 2;

impl Decoder {
    /// The best tags for words with `scores`, between words outside of names, in `tags`.
    pub fn decode(&mut self, model: &Model, scores: &[Scores], tags: &mut Vec<Tag>) {
        tags.clear();
        let mut best = [IMPOSSIBLE; TAGS];
        best[0] = 0;
        self.back.clear();
        self.reached.clear();
        for scores in scores {
            let mut next = [IMPOSSIBLE; TAGS];
            let mut back = [0; TAGS];
            for tag in 0..TAGS {
                let (mut from, mut most) = (0, IMPOSSIBLE);
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
            best = next.map(|value| (value - top).max(IMPOSSIBLE / 2));
            self.back.push(back);
            self.reached.push(best);
        }
        let mut last = 0;
        let mut most = IMPOSSIBLE;
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

    /// By word of what was decoded last: how much `tags` score above the best tags that differ there.
    pub fn margins(&self, model: &Model, scores: &[Scores], tags: &[Tag], margins: &mut Vec<i32>) {
        margins.clear();
        let mut after: [i32; TAGS] = std::array::from_fn(|tag| match may_follow(tag as Tag, 0) {
            true => model.transitions[tag][0],
            false => IMPOSSIBLE / 2,
        });
        for ((reached, scores), &own) in self.reached.iter().zip(scores).zip(tags).rev() {
            let whole = |tag: usize| reached[tag] + after[tag];
            let others = (0..TAGS).filter(|&tag| tag != own as usize).map(whole);
            margins.push(whole(own as usize) - others.fold(IMPOSSIBLE, i32::max));
            let mut before = [IMPOSSIBLE / 2; TAGS];
            for (tag, after) in after.iter().enumerate() {
                let rest = score(scores, tag as Tag) + after;
                for &from in &FOLLOWING.0[tag][..FOLLOWING.1[tag]] {
                    let sum = model.transitions[from as usize][tag] + rest;
                    before[from as usize] = before[from as usize].max(sum);
                }
            }
            let top = before.into_iter().fold(IMPOSSIBLE, i32::max);
            after = before.map(|value| (value - top).max(IMPOSSIBLE / 2));
        }
        margins.reverse();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::name_model::{COLUMNS, ModelParts};

    /// All sequences that are allowed, with their scores.
    fn sequences(model: &Model, scores: &[Scores]) -> Vec<(Vec<Tag>, i32)> {
        let mut all = vec![(Vec::new(), 0)];
        for word in scores {
            all = all
                .into_iter()
                .flat_map(|(tags, sum): (Vec<Tag>, i32)| {
                    let last = tags.last().copied().unwrap_or(0);
                    let next = (0..TAGS as Tag).filter(move |&tag| may_follow(last, tag));
                    next.map(move |tag| {
                        let sum = sum + model.transitions[last as usize][tag as usize] + score(word, tag);
                        ([&tags[..], &[tag]].concat(), sum)
                    })
                    .collect::<Vec<_>>()
                })
                .collect();
        }
        all.retain(|(tags, _)| may_follow(tags[tags.len() - 1], 0));
        for (tags, sum) in &mut all {
            *sum += model.transitions[tags[tags.len() - 1] as usize][0];
        }
        all
    }

    #[test]
    fn the_best_tags_and_their_margins_are_those_of_all_sequences() {
        let mut state = 7u32;
        let mut random = move || {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (state >> 20) as i32 - 2048
        };
        let (mut decoder, mut tags, mut margins) = (Decoder::default(), Vec::new(), Vec::new());
        for length in [1, 2, 3, 4] {
            let transitions = (0..TAGS * TAGS).map(|_| random() as i16).collect();
            let model = Model::new(&ModelParts { transitions, ..ModelParts::default() });
            let scores: Vec<Scores> = (0..length).map(|_| [0; COLUMNS].map(|_| random())).collect();
            decoder.decode(&model, &scores, &mut tags);
            decoder.margins(&model, &scores, &tags, &mut margins);
            let all = sequences(&model, &scores);
            let best = all.iter().map(|(_, sum)| *sum).max().unwrap();
            assert!(all.contains(&(tags.clone(), best)));
            let others =
                |at: usize| all.iter().filter(|(other, _)| other[at] != tags[at]).map(|(_, sum)| *sum).max();
            let expected: Vec<i32> = (0..length).map(|at| best - others(at).unwrap()).collect();
            assert_eq!(margins, expected);
        }
    }
}

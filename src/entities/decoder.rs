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

/// The types of names.
const KINDS: usize = 4;

/// Tags with which nothing is left open: outside, then last and only word of each type, rising.
const CLOSED: [Tag; 2 * KINDS + 1] = with_outside(2);

/// Tags that follow these: outside, then first and only word of each type, rising.
const NEXT: [Tag; 2 * KINDS + 1] = with_outside(0);

const fn with_outside(place: u8) -> [Tag; 2 * KINDS + 1] {
    let mut tags = [0; 2 * KINDS + 1];
    let mut kind = 0;
    while kind < KINDS {
        tags[2 * kind + 1] = tag(kind as u8, place);
        tags[2 * kind + 2] = tag(kind as u8, 3);
        kind += 1;
    }
    tags
}

/// Numbers for nine tags side by side, in whole vectors; the last three mean nothing.
type Row = [i32; LANES];
const LANES: usize = 12;

/// Finds the best tags, with buffers that are used again for each stretch.
#[derive(Debug)]
pub struct Decoder<'m> {
    model: &'m Model,
    /// By tag of [`CLOSED`]: the weights of those of [`NEXT`] after it.
    after: [Row; CLOSED.len()],
    /// The same, the other way round.
    before: [Row; NEXT.len()],
    back: Vec<[Tag; TAGS]>,
    /// By word and tag: the score of the best tags up to there, less one number for all tags.
    reached: Vec<[i32; TAGS]>,
}

/// The score of what may not be; two of them can be added.
const IMPOSSIBLE: i32 = i32::MIN / 2;

impl<'m> Decoder<'m> {
    /// By the transitions of `model`.
    pub fn new(model: &'m Model) -> Self {
        let (mut after, mut before) = ([Row::default(); CLOSED.len()], [Row::default(); NEXT.len()]);
        for (row, &tag) in CLOSED.iter().enumerate() {
            for (column, &next) in NEXT.iter().enumerate() {
                let weight = model.transitions[tag as usize][next as usize];
                (after[row][column], before[column][row]) = (weight, weight);
            }
        }
        Self { model, after, before, back: Vec::new(), reached: Vec::new() }
    }

    /// The best tags for words with `scores`, between words outside of names, in `tags`.
    pub fn decode(&mut self, scores: &[Scores], tags: &mut Vec<Tag>) {
        let transitions = &self.model.transitions;
        tags.clear();
        let mut best = [IMPOSSIBLE; TAGS];
        best[0] = 0;
        self.back.clear();
        self.reached.clear();
        for scores in scores {
            let mut next = [IMPOSSIBLE; TAGS];
            let mut back = [0; TAGS];
            // The first of equals stays.
            let (mut from, mut most) = (Row::default(), [IMPOSSIBLE; LANES]);
            for (&tag, row) in CLOSED.iter().zip(&self.after) {
                let reached = best[tag as usize];
                for ((most, from), weight) in most.iter_mut().zip(&mut from).zip(row) {
                    let sum = reached + weight;
                    *from = if sum > *most { i32::from(tag) } else { *from };
                    *most = if sum > *most { sum } else { *most };
                }
            }
            for ((&tag, most), from) in NEXT.iter().zip(most).zip(from) {
                (next[tag as usize], back[tag as usize]) = (most, from as Tag);
            }
            for kind in 0..KINDS as u8 {
                let (first, inner, last) = (tag(kind, 0), tag(kind, 1), tag(kind, 2));
                for tag in [inner, last] {
                    let sum =
                        |before: Tag| best[before as usize] + transitions[before as usize][tag as usize];
                    let (begun, within) = (sum(first), sum(inner));
                    let (most, from) = if within > begun { (within, inner) } else { (begun, first) };
                    (next[tag as usize], back[tag as usize]) = (most, from);
                }
            }
            for (tag, next) in next.iter_mut().enumerate() {
                *next += score(scores, tag as Tag);
            }
            // Only differences count: long stretches must not overflow.
            let top = next.iter().copied().max().unwrap_or(0);
            best = next.map(|value| (value - top).max(IMPOSSIBLE / 2));
            self.back.push(back);
            self.reached.push(best);
        }
        let mut last = 0;
        let mut most = IMPOSSIBLE;
        for tag in CLOSED {
            let sum = best[tag as usize] + transitions[tag as usize][0];
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
    pub fn margins(&self, scores: &[Scores], tags: &[Tag], margins: &mut Vec<i32>) {
        let transitions = &self.model.transitions;
        margins.clear();
        let mut after = [IMPOSSIBLE / 2; TAGS];
        for tag in CLOSED {
            after[tag as usize] = transitions[tag as usize][0];
        }
        for ((reached, scores), &own) in self.reached.iter().zip(scores).zip(tags).rev() {
            let mut others = IMPOSSIBLE;
            for (tag, (reached, after)) in reached.iter().zip(&after).enumerate() {
                others = if tag == own as usize { others } else { others.max(reached + after) };
            }
            margins.push(reached[own as usize] + after[own as usize] - others);
            for (tag, after) in after.iter_mut().enumerate() {
                *after += score(scores, tag as Tag);
            }
            let mut before = [IMPOSSIBLE / 2; TAGS];
            let mut most = [IMPOSSIBLE / 2; LANES];
            for (&tag, row) in NEXT.iter().zip(&self.before) {
                let rest = after[tag as usize];
                for (most, weight) in most.iter_mut().zip(row) {
                    *most = (weight + rest).max(*most);
                }
            }
            for (&tag, most) in CLOSED.iter().zip(most) {
                before[tag as usize] = most;
            }
            for kind in 0..KINDS as u8 {
                for tag in [tag(kind, 0), tag(kind, 1)] {
                    let goes_on = [self::tag(kind, 1), self::tag(kind, 2)].map(|next| next as usize);
                    let most = goes_on.map(|next| transitions[tag as usize][next] + after[next]);
                    before[tag as usize] = most[0].max(most[1]).max(IMPOSSIBLE / 2);
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
        let (mut tags, mut margins) = (Vec::new(), Vec::new());
        for length in [1, 2, 3, 4] {
            let transitions = (0..TAGS * TAGS).map(|_| random() as i16).collect();
            let model = Model::new(&ModelParts { transitions, ..ModelParts::default() });
            let scores: Vec<Scores> = (0..length).map(|_| [0; COLUMNS].map(|_| random())).collect();
            let mut decoder = Decoder::new(&model);
            decoder.decode(&scores, &mut tags);
            decoder.margins(&scores, &tags, &mut margins);
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

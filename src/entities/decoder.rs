//! The best sequence of tags for a stretch of words (Viterbi's algorithm), in integers.

use std::ops::Range;

use crate::lexicon::name_model::{Model, Scores};
use crate::lexicon::quads::Quad;

/// A tag: 0 outside, else 1 + 4 × type + place (first, inner, last, only).
pub type Tag = u8;

/// The type of persons.
pub const PERSON: u8 = 0;

/// The type of organisations.
pub const ORGANISATION: u8 = 1;

/// The type of places.
pub const PLACE: u8 = 2;

/// The type of names that are neither persons nor organisations nor places.
pub const OTHER: u8 = 3;

/// The type of a name that a tag is part of, 0 to 3.
pub const fn kind(tag: Tag) -> Option<u8> {
    if tag == 0 { None } else { Some((tag - 1) / 4) }
}

/// The place in a name that a tag is for: first, inner, last, only.
pub const fn place(tag: Tag) -> Option<u8> {
    if tag == 0 { None } else { Some((tag - 1) % 4) }
}

/// The place of a name's only word.
pub const SOLE: u8 = 3;

/// The tag for a type and a place.
pub const fn tag(kind: u8, place: u8) -> Tag {
    1 + 4 * kind + place
}

/// The place of the word at `index` in a name of `len` words: first, inner, last, only.
pub fn place_in(index: usize, len: usize) -> u8 {
    match (index, len) {
        (0, 1) => 3,
        (0, _) => 0,
        (index, len) if index + 1 == len => 2,
        _ => 1,
    }
}

/// Makes all of `tags` one name of a type.
pub fn mark(tags: &mut [Tag], kind: u8) {
    let len = tags.len();
    tags.iter_mut().enumerate().for_each(|(index, tag)| *tag = self::tag(kind, place_in(index, len)));
}

/// The names that `tags` say, in order: their words and types.
pub fn names(tags: &[Tag]) -> impl Iterator<Item = (Range<usize>, u8)> + '_ {
    let mut start = 0;
    tags.iter().enumerate().filter_map(move |(at, &tag)| {
        let (kind, place) = (kind(tag)?, place(tag)?);
        if matches!(place, 0 | 3) {
            start = at;
        }
        matches!(place, 2 | 3).then_some((start..at + 1, kind))
    })
}

/// The first name in `tags` that begins at `from` or later.
pub fn next_name(tags: &[Tag], from: usize) -> Option<(Range<usize>, u8)> {
    let (name, kind) = names(&tags[from..]).next()?;
    Some((from + name.start..from + name.end, kind))
}

/// Whether a name goes on with this tag that began before it.
pub const fn goes_on(tag: Tag) -> bool {
    matches!(place(tag), Some(1 | 2))
}

/// With how many of its first `tags` a name goes on that began before them.
pub fn rest(tags: &[Tag]) -> usize {
    tags.iter().take_while(|&&tag| goes_on(tag)).count()
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

/// The score of a tag above that of being outside of names, without what stands before it.
pub fn score(scores: &Scores, tag: Tag) -> i32 {
    match (kind(tag), place(tag)) {
        (Some(kind), Some(place)) => {
            scores.kinds.numbers()[kind as usize] + scores.places.numbers()[place as usize]
        }
        _ => 0,
    }
}

/// The scores of each type for a name of the words with these.
pub fn kinds(scores: &[Scores]) -> [i32; KINDS] {
    let mut kinds = Quad::default();
    scores.iter().for_each(|scores| kinds += scores.kinds);
    kinds.numbers()
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

/// A number for each tag: that for outside four times, then by place in a name those by type.
type Row = [Quad; 5];

/// Rows' places.
const OUTSIDE: usize = 0;
const FIRST: usize = 1;
const INNER: usize = 2;
const LAST: usize = 3;
const ONLY: usize = 4;

/// Where a row has the number of a tag.
const fn slot(tag: Tag) -> (usize, usize) {
    match (kind(tag), place(tag)) {
        (Some(kind), Some(place)) => (FIRST + place as usize, kind as usize),
        _ => (OUTSIDE, 0),
    }
}

/// The number of a tag in a row.
fn number(row: &Row, tag: Tag) -> i32 {
    let (place, kind) = slot(tag);
    row[place].numbers()[kind]
}

/// A row that has a number for each tag.
fn row(number: impl Fn(Tag) -> i32) -> Row {
    let of = |place| Quad::new(std::array::from_fn(|kind| number(tag(kind as u8, place))));
    [Quad::splat(number(0)), of(0), of(1), of(2), of(3)]
}

/// Weights from one tag to some of others.
#[derive(Clone, Copy, Debug)]
struct Step {
    /// To or from outside, four times.
    outside: Quad,
    /// To first words, or from last ones, by type.
    ends: Quad,
    /// To or from only words, by type.
    only: Quad,
}

impl Step {
    /// The greatest of what is reached by each of `steps` with the number of its tag.
    #[inline(always)]
    fn greatest(steps: &[Self; 2 * KINDS + 1], row: &Row, ends: usize) -> Self {
        let sum = |step: &Self, number: i32| {
            let number = Quad::splat(number);
            Self { outside: step.outside + number, ends: step.ends + number, only: step.only + number }
        };
        let numbers = [row[ends].numbers(), row[ONLY].numbers()];
        let mut most = sum(&steps[0], row[OUTSIDE].numbers()[0]);
        for (at, step) in steps[1..].iter().enumerate() {
            let other = sum(step, numbers[at % 2][at / 2]);
            most.outside = most.outside.max(other.outside);
            most.ends = most.ends.max(other.ends);
            most.only = most.only.max(other.only);
        }
        most
    }
}

/// Finds the best tags, with buffers that are used again for each stretch.
#[derive(Debug)]
pub struct Decoder<'m> {
    model: &'m Model,
    /// By tag of [`CLOSED`]: the weights of those of [`NEXT`] after it.
    after: [Step; CLOSED.len()],
    /// By tag of [`NEXT`]: the weights of it after those of [`CLOSED`].
    before: [Step; NEXT.len()],
    /// By type: the weights of an inner and a last word after a first and after an inner one.
    within: [[Quad; 2]; 2],
    /// The weights of being outside after a tag, where that may be.
    ends: Row,
    /// By word and tag: the score of the best tags up to there, less one number for all tags.
    reached: Vec<Row>,
}

/// The score of what may not be; two of them can be added.
const IMPOSSIBLE: i32 = i32::MIN / 2;

impl<'m> Decoder<'m> {
    /// By the transitions of `model`.
    pub fn new(model: &'m Model) -> Self {
        let weight = |tag: Tag, next: Tag| model.transitions[tag as usize][next as usize];
        let step = |weight: &dyn Fn(Tag) -> i32, ends: u8| {
            let of = |place| Quad::new(std::array::from_fn(|kind| weight(tag(kind as u8, place))));
            Step { outside: Quad::splat(weight(0)), ends: of(ends), only: of(3) }
        };
        let within = |place, next| {
            Quad::new(std::array::from_fn(|kind| weight(tag(kind as u8, place), tag(kind as u8, next))))
        };
        Self {
            model,
            after: CLOSED.map(|closed| step(&|next| weight(closed, next), 0)),
            before: NEXT.map(|next| step(&|closed| weight(closed, next), 2)),
            within: [0, 1].map(|place| [1, 2].map(|next| within(place, next))),
            ends: row(|tag| if may_follow(tag, 0) { weight(tag, 0) } else { IMPOSSIBLE / 2 }),
            reached: Vec::new(),
        }
    }

    /// The best tags for words with `scores`, between words outside of names, in `tags`.
    #[inline(never)]
    pub fn decode(&mut self, scores: &[Scores], tags: &mut Vec<Tag>) {
        let mut best = row(|tag| if tag == 0 { 0 } else { IMPOSSIBLE });
        self.reached.clear();
        for scores in scores {
            let next = Step::greatest(&self.after, &best, LAST);
            let [inner, last] = [0, 1]
                .map(|next| (best[FIRST] + self.within[0][next]).max(best[INNER] + self.within[1][next]));
            best = from_best(with(scores, [next.outside, next.ends, inner, last, next.only]));
            self.reached.push(best);
        }
        // Back from the end by the way on which each score was reached.
        tags.clear();
        let mut next = 0;
        for reached in self.reached.iter().rev() {
            let sum = |tag: Tag| number(reached, tag) + self.model.transitions[tag as usize][next as usize];
            let first_of_best = |tags: &[Tag]| {
                tags[1..].iter().fold((tags[0], sum(tags[0])), |(best, most), &tag| {
                    let sum = sum(tag);
                    if sum > most { (tag, sum) } else { (best, most) }
                })
            };
            (next, _) = match (kind(next), place(next)) {
                (Some(kind), Some(1 | 2)) => first_of_best(&[tag(kind, 0), tag(kind, 1)]),
                _ => first_of_best(&CLOSED),
            };
            tags.push(next);
        }
        tags.reverse();
    }

    /// By word of what was decoded last: how much `tags` score above the best tags that differ there.
    #[inline(never)]
    pub fn margins(&self, scores: &[Scores], tags: &[Tag], margins: &mut Vec<i32>) {
        margins.clear();
        let mut after = self.ends;
        for ((reached, scores), &own) in self.reached.iter().zip(scores).zip(tags).rev() {
            let mut others: Row = std::array::from_fn(|place| reached[place] + after[place]);
            let best = number(&others, own);
            let (place, kind) = slot(own);
            if place == OUTSIDE {
                others[OUTSIDE] = Quad::splat(IMPOSSIBLE);
            } else {
                let mut numbers = others[place].numbers();
                numbers[kind] = IMPOSSIBLE;
                others[place] = Quad::new(numbers);
            }
            margins.push(best - greatest(&others).numbers()[0]);
            let next = with(scores, after);
            let before = Step::greatest(&self.before, &next, FIRST);
            let [first, inner] = [0, 1]
                .map(|place| (next[INNER] + self.within[place][0]).max(next[LAST] + self.within[place][1]));
            after = from_best([before.outside, first, inner, before.ends, before.only]);
        }
        margins.reverse();
    }
}

/// The row with the score of each tag added.
#[inline(always)]
fn with(scores: &Scores, row: Row) -> Row {
    let [first, inner, last, only] = scores.places.numbers().map(Quad::splat);
    let kinds = scores.kinds;
    let [outside, firsts, inners, lasts, onlys] = row;
    [outside, firsts + kinds + first, inners + kinds + inner, lasts + kinds + last, onlys + kinds + only]
}

/// The greatest number of a row, four times.
#[inline(always)]
fn greatest([outside, first, inner, last, only]: &Row) -> Quad {
    first.max(*inner).max(last.max(*only)).greatest().max(*outside)
}

/// The row less its greatest number. Only differences count: long stretches must not overflow.
#[inline(always)]
fn from_best(row: Row) -> Row {
    let (top, least) = (greatest(&row), Quad::splat(IMPOSSIBLE / 2));
    row.map(|numbers| (numbers - top).max(least))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::name_model::{ModelParts, TAGS};

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
            let mut quad = || Quad::new([0; 4].map(|_| random()));
            let scores: Vec<Scores> = (0..length).map(|_| Scores { kinds: quad(), places: quad() }).collect();
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

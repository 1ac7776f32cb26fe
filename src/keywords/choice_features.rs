//! What is measured of a candidate that reads as a phrase: the row of numbers that the ranker of key phrases to be read
//! was trained on.

use rustc_hash::FxHashMap;

use super::candidates::{Candidate, Candidates};
use super::features::FEATURES;
use super::readable::{Readable, ShortNames};
use super::stems::StemId;
use crate::lexicon::Marks;

/// How many features a candidate that reads as a phrase has: those of [`Candidates::features`] first.
pub const CHOICE_FEATURES: usize = FEATURES + 13;

/// The features of the candidates `fit`, in order. Order and meaning are what a ranker was trained on.
pub(super) fn rows<'a>(
    candidates: &'a Candidates<'_, '_>,
    fit: &'a [(usize, Readable)],
    short: &'a ShortNames,
) -> impl Iterator<Item = [i32; CHOICE_FEATURES]> {
    let nested = nested(candidates, fit);
    fit.iter().zip(nested).map(move |(&(at, readable), nested)| {
        let candidate = &candidates.list[at];
        let count = candidates.count(candidate) as u64;
        let narrow = |value: u64| i32::try_from(value).unwrap_or(i32::MAX);
        let per = |part: u64, whole: u64| narrow(part * 100 / whole.max(1));
        let least = candidates.stem_counts(candidate).min().unwrap_or(0);
        let own = [
            readable.is_name.into(),
            readable.is_piece.into(),
            readable.keeps_case.into(),
            candidates.may_be_whole(candidate).into(),
            candidates.has_capitals(candidate).into(),
            candidates.has_function_word(candidate).into(),
            narrow(short.alone(at) as u64),
            narrow(nested.longer),
            per(nested.most, count),
            per(nested.all, count),
            per(nested.most_part, count),
            per(count, least),
            kind_of_name(candidates, candidate),
        ];
        let mut row = [0; CHOICE_FEATURES];
        row[..FEATURES].copy_from_slice(&candidates.features(candidate));
        row[FEATURES..].copy_from_slice(&own);
        row
    })
}

/// 1 for a person by the given name, 2 for what is called after a people, 0 for others.
fn kind_of_name(candidates: &Candidates<'_, '_>, candidate: &Candidate) -> i32 {
    let words = candidates.first_tokens(candidate);
    if candidates.has_given_name(words) {
        1
    } else if candidates.is_marked(&words[0], Marks::PEOPLE) {
        2
    } else {
        0
    }
}

/// The candidates that a candidate stands in, and those that stand in it.
#[derive(Clone, Copy, Default)]
struct Nested {
    /// How many it stands in.
    longer: u64,
    /// How often the most frequent of these stands in the text.
    most: u64,
    /// How often all of these do.
    all: u64,
    /// How often the most frequent that stands in it does.
    most_part: u64,
}

/// How each of `fit` stands in others, by its stems; of two with the same stems the first counts.
fn nested(candidates: &Candidates<'_, '_>, fit: &[(usize, Readable)]) -> Vec<Nested> {
    let of = |&(at, _): &(usize, Readable)| -> &Candidate { &candidates.list[at] };
    let stems: Vec<Vec<StemId>> = fit.iter().map(|it| candidates.stems(of(it)).collect()).collect();
    let counts: Vec<u64> = fit.iter().map(|it| candidates.count(of(it)) as u64).collect();
    let mut place: FxHashMap<&[StemId], usize> = FxHashMap::default();
    for (at, stems) in stems.iter().enumerate() {
        place.entry(stems).or_insert(at);
    }
    let mut nested = vec![Nested::default(); fit.len()];
    for (at, stems) in stems.iter().enumerate() {
        for len in 1..stems.len() {
            for part in stems.windows(len) {
                let Some(&part) = place.get(part) else { continue };
                nested[at].most_part = nested[at].most_part.max(counts[part]);
                let inside = &mut nested[part];
                inside.longer += 1;
                inside.all += counts[at];
                inside.most = inside.most.max(counts[at]);
            }
        }
    }
    nested
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::keywords::choices;
    use crate::keywords::phrases::tests::with;

    #[test]
    fn what_stands_in_what_is_counted() {
        let text =
            "Missile tests went on. The missile tests failed. New missile tests are planned. A missile fell.";
        let rows = with(text, |candidates, _| choices(candidates));
        let row = |text: &str| {
            let (_, row) = rows.iter().find(|(phrase, _)| phrase.text == text).expect(text);
            row[FEATURES + 7..FEATURES + 12].to_vec()
        };
        // In *missile tests*, three of its four times, *new missile* and *new missile tests*; nothing in it.
        assert_eq!(row("missile"), [3, 75, 125, 0, 100]);
        // The most frequent part stands four times to its three.
        assert_eq!(row("missile tests")[3..], [133, 100]);
    }

    #[test]
    fn a_person_is_known_by_the_given_name() {
        let text = "Maria Kowalczyk met Japanese sailors in Santiago Bay. Maria is a sailor.";
        let rows = with(text, |candidates, _| choices(candidates));
        let kind =
            |text: &str| rows.iter().find(|(phrase, _)| phrase.text == text).expect(text).1.last().copied();
        assert_eq!(["Maria Kowalczyk", "Japanese sailors", "Santiago Bay"].map(kind), [1, 2, 0].map(Some));
    }
}

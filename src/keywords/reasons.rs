//! Why a phrase ranks where it does: what each aspect of it adds to its score.
//!
//! On the way down a tree every question moves the expected score, from the mean of all
//! candidates of the text to the leaf; each move is credited to the feature that was asked
//! (Saabas 2014, *Interpreting random forests*). The shares and the mean add up to the score.

use serde::Serialize;

use super::candidates::Candidates;
use super::choice_features::CHOICE_FEATURES;
use super::features::FEATURES;
use super::key_phrases::choices;
use crate::lexicon::BoostedTrees;
use crate::order;
use crate::text::Span;

/// Candidates of a text that stand for all of them.
const COMPARED: usize = 2_000;

/// What can speak for a phrase; `definitions()` says what each is, as `phrases.…`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Aspect {
    /// How often it stands in the text.
    Frequency,
    /// Where it stands first and last.
    Place,
    /// Over how much of the text it is spread.
    Spread,
    /// Its words and letters.
    Length,
    /// How often its words stand in the text, alone too.
    Words,
    /// How rare its words are in the language.
    Rarity,
    /// How long the runs of content words are that its words stand in, and what longer phrases it stands in.
    Company,
    /// How it is written.
    Capitals,
    /// What stands beside it.
    Surroundings,
    /// The classes and endings of its words.
    Kind,
    /// What the text is like.
    Text,
}

/// What one aspect adds to the score.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Reason {
    /// The aspect.
    pub aspect: Aspect,
    /// Below 0 where it speaks against the phrase.
    pub share: i64,
}

/// Why a phrase has its score.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Why {
    /// The score that its ranker gives it.
    pub score: i64,
    /// The mean score of what it is compared with.
    pub mean: i64,
    /// What makes the difference, the greatest shares first; together with the mean they are the score.
    pub reasons: Vec<Reason>,
}

/// By feature, in the order of [`Candidates::features`].
pub(crate) const ASPECTS: [Aspect; FEATURES] = {
    use Aspect::{
        Capitals, Company, Frequency, Kind, Length, Place, Rarity, Spread, Surroundings, Text, Words,
    };
    [
        Frequency,
        Frequency,
        Length,
        Place,
        Place,
        Spread,
        Place,
        Spread,
        Words,
        Words,
        Words,
        Rarity,
        Rarity,
        Rarity,
        Company,
        Company,
        Capitals,
        Capitals,
        Surroundings,
        Surroundings,
        Surroundings,
        Surroundings,
        Surroundings,
        Length,
        Text,
        Length,
        Place,
        Frequency,
        Kind,
        Kind,
        Place,
        Words,
        Kind,
        Kind,
        Surroundings,
        Surroundings,
        Surroundings,
        Place,
        Text,
        Text,
        Words,
    ]
};

/// By feature of a choice, beyond those of every candidate.
const CHOICE_ASPECTS: [Aspect; CHOICE_FEATURES - FEATURES] = {
    use Aspect::{Capitals, Company, Frequency, Kind, Length, Surroundings, Words};
    [
        Kind,
        Surroundings,
        Capitals,
        Surroundings,
        Capitals,
        Length,
        Frequency,
        Company,
        Company,
        Company,
        Words,
        Words,
        Kind,
    ]
};

/// Why the candidate that stands at `span` has its score among all phrases; `None` where none stands, and for
/// trees that ask for features that there are not.
pub fn why(candidates: &Candidates<'_, '_>, trees: &BoostedTrees, span: Span) -> Option<Why> {
    let list = &candidates.list;
    let asked = list.iter().position(|candidate| candidates.spans(candidate).contains(&span))?;
    let others = (0..list.len()).filter(|&at| at != asked).take(COMPARED - 1);
    let rows: Vec<_> =
        std::iter::once(asked).chain(others).map(|at| candidates.features(&list[at])).collect();
    reasons(trees, &rows, ASPECTS.into_iter())
}

/// Why the phrase that stands at `span` is among those to be read, or is not; `None` where none stands that
/// reads as a phrase, and for trees that ask for features that there are not.
pub fn why_read(candidates: &Candidates<'_, '_>, trees: &BoostedTrees, span: Span) -> Option<Why> {
    let mut choices = choices(candidates);
    let asked = choices.iter().position(|(phrase, _)| phrase.spans.contains(&span))?;
    choices.swap(0, asked);
    let rows: Vec<_> = choices.into_iter().take(COMPARED).map(|(_, row)| row).collect();
    reasons(trees, &rows, ASPECTS.into_iter().chain(CHOICE_ASPECTS))
}

/// Why the first of `rows` has its score, beside the others; the features are of these aspects.
fn reasons<const N: usize>(
    trees: &BoostedTrees,
    rows: &[[i32; N]],
    aspects: impl Iterator<Item = Aspect>,
) -> Option<Why> {
    let asked = rows.first().filter(|_| trees.edges.len() <= N)?;
    let (mut score, mut mean, mut shares) = (0, 0, [0; N]);
    for tree in &trees.trees {
        let mut here: Vec<usize> = (0..rows.len()).collect();
        let expected = |rows_here: &[usize]| {
            let sum: i64 = rows_here.iter().map(|&row| i64::from(tree.leaf(&trees.edges, &rows[row]))).sum();
            sum / rows_here.len() as i64
        };
        let mut before = expected(&here);
        mean += before;
        for (feature, edge, is_right) in tree.way(&trees.edges, asked) {
            here.retain(|&row| (rows[row][feature] > edge) == is_right);
            let now = expected(&here);
            shares[feature] += now - before;
            before = now;
        }
        score += before;
    }
    let mut by_aspect: Vec<Reason> = Vec::new();
    for (aspect, share) in aspects.zip(shares) {
        match by_aspect.iter_mut().find(|reason| reason.aspect == aspect) {
            Some(reason) => reason.share += share,
            None => by_aspect.push(Reason { aspect, share }),
        }
    }
    by_aspect.retain(|reason| reason.share != 0);
    let reasons = order::by_falling(by_aspect, |reason| reason.share.unsigned_abs());
    Some(Why { score, mean, reasons })
}

#[cfg(test)]
mod tests {
    use crate::lexicon::Packs;
    use crate::text::Span;
    use crate::{Options, Reading, analyze};

    const TEXT: &str = "Missile tests again: missile tests near the islands. The army said that the missile \
                        tests were over. That army? Nobody in the islands had asked for missile tests.";

    #[test]
    fn shares_and_mean_are_the_score() {
        let reading = Reading::new(Packs::built_in(), TEXT, &Options::default()).unwrap();
        let report = analyze(TEXT, &Options::default()).unwrap();
        for phrase in &report.phrases {
            let why = reading.why(phrase.spans[phrase.spans.len() - 1]).unwrap();
            assert_eq!(why.score, phrase.score, "{}", phrase.text);
            let shares: i64 = why.reasons.iter().map(|reason| reason.share).sum();
            assert_eq!(why.mean + shares, why.score, "{}", phrase.text);
            let sizes: Vec<_> = why.reasons.iter().map(|reason| reason.share.abs()).collect();
            assert!(sizes.is_sorted_by(|a, b| a >= b));
        }
        let best = reading.why(report.phrases[0].spans[0]).unwrap();
        assert!(best.score > best.mean);
    }

    #[test]
    fn a_phrase_to_be_read_has_reasons_of_its_own() {
        let reading = Reading::new(Packs::built_in(), TEXT, &Options::default()).unwrap();
        for phrase in reading.keyphrases(3) {
            let why = reading.why_read(phrase.spans[0]).unwrap();
            assert_eq!(why.score, phrase.score, "{}", phrase.text);
            let shares: i64 = why.reasons.iter().map(|reason| reason.share).sum();
            assert_eq!(why.mean + shares, why.score, "{}", phrase.text);
        }
        assert!(reading.why_read(Span { start: 0, end: 3 }).is_none());
    }

    #[test]
    fn what_is_no_candidate_has_no_reasons() {
        let reading = Reading::new(Packs::built_in(), TEXT, &Options::default()).unwrap();
        for span in [Span { start: 0, end: 3 }, Span { start: 5, end: 5 }, Span { start: 900, end: 999 }] {
            assert!(reading.why(span).is_none());
        }
    }
}

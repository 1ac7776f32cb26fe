//! Key phrases: what a text is about, in its own words.
//!
//! [`Candidates`] are found and measured, and go two ways. [`phrases`] ranks
//! them all by the words pack's ranker, trees that were fitted on texts with
//! known key phrases: the list for programs. [`keyphrases`](super::keyphrases) chooses a few to be
//! read.

use serde::Serialize;

use super::candidates::{Candidate, Candidates};
use super::features::FEATURES;
use crate::lexicon::TreeScorer;
use crate::order;
use crate::text::{Span, one_line};

/// A phrase that tells what the text is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Phrase {
    /// As first written; of a key phrase to be read, the form it has most often.
    pub text: String,
    /// Higher is better; comparable within one report only.
    pub score: i64,
    /// How often it stands in the text.
    pub count: usize,
    /// Every occurrence in order.
    pub spans: Vec<Span>,
}

/// What the ranker gives each candidate; nothing without a ranker, and for one that asks
/// for features that there are not.
pub fn scores(candidates: &Candidates<'_, '_>, ranker: Option<&TreeScorer>) -> Vec<i32> {
    let rows = candidates.list.iter().map(|candidate| candidates.features(candidate));
    ranker.filter(|ranker| ranker.features() <= FEATURES).map_or_else(Vec::new, |ranker| ranker.scores(rows))
}

/// The best `limit` candidates by their `scores`, best first, then by first place. Without
/// scores they have that of [`repetition`].
pub fn phrases(candidates: &Candidates<'_, '_>, scores: &[i32], limit: usize) -> Vec<Phrase> {
    let list = &candidates.list;
    let score = |at: usize| match scores.get(at) {
        Some(&score) => i64::from(score),
        None => repetition(candidates, &list[at]),
    };
    let best = order::highest((0..list.len()).map(|at| (at, order::signed(score(at)))), limit);
    best.into_iter().map(|at| phrase(candidates, score(at), &list[at])).collect()
}

/// How often a candidate stands in the text, times how often its words do, times its length.
fn repetition(candidates: &Candidates<'_, '_>, candidate: &Candidate) -> i64 {
    let weight: u64 = candidates.stem_counts(candidate).sum();
    (candidates.count(candidate) as u64 * weight * candidate.words() as u64) as i64
}

/// The phrase of a candidate, with its places.
pub(super) fn phrase(candidates: &Candidates<'_, '_>, score: i64, candidate: &Candidate) -> Phrase {
    let first = candidates.first_span(candidate).of(candidates.tokens().text);
    let spans = candidates.spans(candidate);
    Phrase { text: one_line(first).into_owned(), score, count: spans.len(), spans }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::classes::Classes;
    use crate::keywords::KeywordOptions;
    use crate::language::profile;
    use crate::lexicon::{Packs, WordLexicon};
    use crate::tokens::Tokens;

    /// What is asked of the candidates of an English text.
    pub fn with<T>(text: &str, ask: impl FnOnce(&Candidates<'_, '_>, &WordLexicon) -> T) -> T {
        let lexicon = Packs::built_in().words("en").unwrap();
        let tokens = Tokens::new(text, profile("en"), Some(lexicon));
        let classes = Classes::of(&tokens, Some(lexicon));
        let options = KeywordOptions::default();
        ask(&Candidates::of(&tokens, &classes, &options, Some(lexicon)), lexicon)
    }

    fn all(text: &str) -> Vec<Phrase> {
        with(text, |candidates, lexicon| {
            phrases(candidates, &scores(candidates, lexicon.phrase_ranker()), 99)
        })
    }

    #[test]
    fn no_phrase_crosses_a_mark_a_headline_or_a_possessive() {
        for phrase in all("Korean missile alarm\nEdited footage. Russia’s war, Ukraine war") {
            assert!(!phrase.text.contains("alarm Edited") && !phrase.text.contains("Russia’s"));
            assert!(!phrase.text.contains(','));
        }
    }

    #[test]
    fn occurrences_do_not_overlap() {
        for phrase in all(&"bridge ".repeat(50)) {
            assert!(phrase.spans.windows(2).all(|pair| pair[0].end <= pair[1].start), "{phrase:?}");
        }
    }

    #[test]
    fn in_a_long_text_a_phrase_comes_back() {
        let once: String = (0..6_000).map(|at| format!("Word{at} stands. ")).collect();
        let often = "The missile test failed. A sea of mud. ".repeat(3);
        let found = all(&format!("{once}{often}Twice the drone flew. The drone fell."));
        let texts: Vec<&str> = found.iter().map(|phrase| phrase.text.as_str()).collect();
        for expected in ["missile test", "missile", "stands", "sea of mud", "mud"] {
            assert!(texts.contains(&expected), "{texts:?}");
        }
        assert!(found.iter().all(|phrase| phrase.count > 2), "{texts:?}");
    }

    #[test]
    fn without_a_ranker_what_comes_back_counts() {
        let text = "A bridge fell. The bridge was old, and old bridges fall.";
        let found = with(text, |candidates, _| phrases(candidates, &[], 99));
        assert!(
            found.iter().any(|phrase| (phrase.text.as_str(), phrase.count, phrase.score) == ("bridge", 3, 9))
        );
        assert!(found.windows(2).all(|pair| pair[0].score >= pair[1].score));
    }

    #[test]
    fn references_of_html_are_no_words() {
        let text =
            "&quot;Missile tests&quot; again: &quot;missile tests&nbsp;&quot; and &quot;quot&quot;. Tests.";
        for phrase in all(text).into_iter().map(|phrase| phrase.text) {
            assert!(phrase == "quot" || !phrase.contains("quot") && !phrase.contains("nbsp"), "{phrase}");
        }
    }

    #[test]
    fn nothing_gives_nothing() {
        for text in ["", "the of and"] {
            assert!(all(text).is_empty());
        }
    }
}

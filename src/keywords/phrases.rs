//! Key phrases: what a text is about, in its own words.
//!
//! [`Candidates`] are found and measured, and go two ways. [`phrases`] ranks
//! them all by the words pack's ranker, trees that were fitted on texts with
//! known key phrases: the list for programs. [`keyphrases`] chooses a few to be
//! read: whole phrases that the text comes back to, none inside another.

use rustc_hash::FxHashSet;

use super::candidates::{Candidate, Candidates, FEATURES, Key, key};
use super::stems::StemId;
use crate::lexicon::{BoostedTrees, TreeScorer};
use crate::order;
use crate::text::Span;
use crate::tokens::{Shape, Token};

/// A phrase and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phrase {
    /// As first written, without possessive ending.
    pub text: String,
    /// Higher is better; comparable within one list.
    pub score: i64,
    /// How often it stands in the text.
    pub count: usize,
    /// Where, in order; none overlaps another.
    pub spans: Vec<Span>,
}

/// The best `limit` candidates, best first, then by first place. Without a
/// ranker they score by [`repetition`].
pub fn phrases(candidates: &Candidates<'_, '_>, ranker: Option<&BoostedTrees>, limit: usize) -> Vec<Phrase> {
    let list = &candidates.list;
    // A foreign pack may ask for features that there are not.
    let scores: Vec<i32> = match ranker.filter(|ranker| ranker.edges.len() <= FEATURES) {
        Some(ranker) => {
            let rows = list.iter().map(|candidate| candidates.features(candidate));
            TreeScorer::new(ranker).scores(rows)
        }
        None => Vec::new(),
    };
    let score = |at: usize| match scores.get(at) {
        Some(&score) => i64::from(score),
        None => repetition(candidates, &list[at]),
    };
    let best = order::highest((0..list.len()).map(|at| (at, order::signed(score(at)))), limit);
    best.into_iter().map(|at| phrase(candidates, score(at), &list[at])).collect()
}

/// Up to `limit` phrases to be read, best first: by [`repetition`], none inside
/// another, and none that starts or ends as an adverb or a participle does. A
/// word alone must come back.
pub fn keyphrases(candidates: &Candidates<'_, '_>, limit: usize) -> Vec<Phrase> {
    let fit = candidates.list.iter().copied().filter(|candidate| {
        let may_be =
            candidates.count(candidate) > 1 || candidate.words() > 1 && candidates.is_whole(candidate);
        may_be && reads_well(candidates, candidate)
    });
    let mut chosen = Vec::new();
    let mut whole: FxHashSet<Key> = FxHashSet::default();
    let mut inside: FxHashSet<Key> = FxHashSet::default();
    for candidate in order::by_falling(fit.collect(), |it| order::signed(repetition(candidates, it))) {
        if chosen.len() == limit {
            break;
        }
        let stems: Vec<StemId> = candidates.stems(&candidate).collect();
        if !inside.contains(&key(&stems)) && !parts(&stems).any(|part| whole.contains(&key(part))) {
            whole.insert(key(&stems));
            inside.extend(parts(&stems).map(key));
            chosen.push(phrase(candidates, repetition(candidates, &candidate), &candidate));
        }
    }
    chosen
}

/// How often a candidate stands in the text, times how often its words do, times its length.
fn repetition(candidates: &Candidates<'_, '_>, candidate: &Candidate) -> i64 {
    let weight: u64 = candidates.stem_counts(candidate).sum();
    (candidates.count(candidate) as u64 * weight * candidate.words() as u64) as i64
}

fn phrase(candidates: &Candidates<'_, '_>, score: i64, candidate: &Candidate) -> Phrase {
    let first = candidates.first_span(candidate).of(candidates.tokens().text);
    let spans = candidates.spans(candidate);
    Phrase { text: first.split_whitespace().collect::<Vec<_>>().join(" "), score, count: spans.len(), spans }
}

/// Whether a phrase has no function word, and neither starts nor ends as an adverb or a participle does.
fn reads_well(candidates: &Candidates<'_, '_>, candidate: &Candidate) -> bool {
    let tokens = candidates.tokens();
    let words = candidates.first_tokens(candidate);
    let loose = |token: &Token, endings: &[&str]| {
        tokens.surface(token).shape == Shape::Lower
            && endings.iter().any(|ending| tokens.word(token).text.ends_with(ending))
    };
    !words.iter().any(|token| tokens.word(token).is_stop)
        && !loose(&words[0], &["ly"])
        && !loose(&words[words.len() - 1], &["ly", "ed", "ing"])
}

/// All sequences inside `stems`, itself too.
fn parts(stems: &[StemId]) -> impl Iterator<Item = &[StemId]> {
    (1..=stems.len()).flat_map(|length| stems.windows(length))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::keywords::KeywordOptions;
    use crate::language::profile;
    use crate::lexicon::{Packs, WordLexicon};
    use crate::tokens::Tokens;

    fn with<T>(text: &str, ask: impl FnOnce(&Candidates<'_, '_>, &WordLexicon) -> T) -> T {
        let lexicon = Packs::built_in().words("en").unwrap();
        let tokens = Tokens::new(text, profile("en"), Some(lexicon));
        ask(&Candidates::of(&tokens, &KeywordOptions::default(), Some(lexicon)), lexicon)
    }

    fn all(text: &str) -> Vec<Phrase> {
        with(text, |candidates, lexicon| phrases(candidates, lexicon.phrase_ranker(), 99))
    }

    fn read(text: &str) -> Vec<String> {
        with(text, |candidates, _| keyphrases(candidates, 9).into_iter().map(|phrase| phrase.text).collect())
    }

    #[test]
    fn of_phrases_inside_each_other_one_is_read() {
        let text = "Missile tests again: missile tests. The missile tests of the army. That army?";
        assert_eq!(read(text), ["Missile tests", "army"]);
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
    fn without_a_ranker_what_comes_back_counts() {
        let text = "A bridge fell. The bridge was old, and old bridges fall.";
        let found = with(text, |candidates, _| phrases(candidates, None, 99));
        assert!(
            found.iter().any(|phrase| (phrase.text.as_str(), phrase.count, phrase.score) == ("bridge", 3, 9))
        );
        assert!(found.windows(2).all(|pair| pair[0].score >= pair[1].score));
    }

    #[test]
    fn nothing_gives_nothing() {
        for text in ["", "the of and"] {
            assert!(all(text).is_empty() && read(text).is_empty());
        }
    }
}

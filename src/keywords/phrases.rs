//! Key phrases: runs of content words that the text comes back to.
//!
//! A candidate is a run of one to four content words inside a sentence,
//! without punctuation or stop words between (the candidates of RAKE: Rose and
//! others 2010). It scores by how often it stands in the text times how often
//! its words do, times its length, which needs no other text to compare with. A phrase that
//! mostly stands inside a longer one gives way to it.

use rustc_hash::{FxHashMap, FxHashSet};

use super::frequency::KeywordOptions;
use super::stems::Stems;
use crate::text::Span;
use crate::tokens::{Shape, Token, Tokens};

/// The longest candidate, in words.
const MAX_WORDS: usize = 4;

/// A phrase and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phrase {
    /// As first written, without possessive ending.
    pub text: String,
    /// Higher is better; comparable within one text.
    pub score: u64,
    /// How often it stands in the text.
    pub count: usize,
    /// Where, in order.
    pub spans: Vec<Span>,
}

/// The stems of a candidate, padded with [`NO_STEM`]: a key that costs no allocation.
type Key = [u32; MAX_WORDS];

const NO_STEM: u32 = u32::MAX;

struct Candidate {
    key: Key,
    words: usize,
    /// Stem frequencies of its words, summed.
    weight: u64,
    spans: Vec<Span>,
}

/// The best `limit` phrases of a text, best first.
pub fn phrases(tokens: &Tokens<'_>, options: &KeywordOptions, limit: usize) -> Vec<Phrase> {
    let stems = Stems::of(tokens);
    let mut candidates = candidates(tokens, options, &stems);
    candidates.sort_by_key(|candidate| (std::cmp::Reverse(score(candidate)), candidate.spans[0]));
    let mut chosen: Vec<&Candidate> = Vec::new();
    let mut whole: FxHashSet<Key> = FxHashSet::default();
    let mut inside: FxHashSet<Key> = FxHashSet::default();
    for candidate in &candidates {
        if chosen.len() == limit {
            break;
        }
        let stems = &candidate.key[..candidate.words];
        // Of two phrases, one inside the other, the better one stays.
        if !inside.contains(&candidate.key) && !parts(stems).any(|part| whole.contains(&key(part))) {
            whole.insert(candidate.key);
            inside.extend(parts(stems).map(key));
            chosen.push(candidate);
        }
    }
    chosen
        .into_iter()
        .map(|candidate| Phrase {
            text: candidate.spans[0].of(tokens.text).split_whitespace().collect::<Vec<_>>().join(" "),
            score: score(candidate),
            count: candidate.spans.len(),
            spans: candidate.spans.clone(),
        })
        .collect()
}

fn score(candidate: &Candidate) -> u64 {
    candidate.spans.len() as u64 * candidate.weight * candidate.words as u64
}

/// The key of up to [`MAX_WORDS`] stems.
fn key(stems: &[u32]) -> Key {
    let mut key = [NO_STEM; MAX_WORDS];
    key[..stems.len()].copy_from_slice(stems);
    key
}

/// All runs, and of runs the parts that stand in the text more than once.
fn candidates(tokens: &Tokens<'_>, options: &KeywordOptions, stems: &Stems<'_>) -> Vec<Candidate> {
    let runs: Vec<(&[Token], Vec<u32>)> = runs(tokens, options)
        .into_iter()
        .map(|run| (run, run.iter().map(|token| stems.id(tokens, token)).collect()))
        .collect();
    let mut count: FxHashMap<Key, u32> = FxHashMap::default();
    for part in runs.iter().flat_map(|(_, stems)| parts(stems)) {
        *count.entry(key(part)).or_default() += 1;
    }
    let mut index: FxHashMap<Key, usize> = FxHashMap::default();
    let mut candidates: Vec<Candidate> = Vec::new();
    for (run, run_stems) in &runs {
        for (part, part_stems) in parts(run).zip(parts(run_stems)) {
            let key = key(part_stems);
            let repeated = part.len() == run.len() || count[&key] > 1;
            if !repeated || !reads_well(tokens, part) {
                continue;
            }
            let at = *index.entry(key).or_insert_with(|| {
                let weight = part_stems.iter().map(|&stem| stems.count(stem)).sum();
                candidates.push(Candidate { key, words: part.len(), weight, spans: Vec::new() });
                candidates.len() - 1
            });
            let last = tokens.bare_span(&part[part.len() - 1]);
            candidates[at].spans.push(Span { start: part[0].span.start, end: last.end });
        }
    }
    candidates
}

/// Runs of content words: between stop words, marks, possessives and the ends of sentences.
fn runs<'a>(tokens: &'a Tokens<'_>, options: &KeywordOptions) -> Vec<&'a [Token]> {
    let mut runs = Vec::new();
    for sentence in &tokens.sentences {
        let mut rest = &tokens.tokens[sentence.tokens.clone()];
        while !rest.is_empty() {
            let mut length = 0;
            for token in rest {
                if !options.is_content(tokens, token) {
                    break;
                }
                length += 1;
                if tokens.surface(token).text.len() > tokens.surface(token).stem_len as usize {
                    break;
                }
            }
            if length > 0 {
                runs.push(&rest[..length]);
            }
            rest = &rest[length.max(1)..];
        }
    }
    runs
}

/// The parts of a run of one to [`MAX_WORDS`] words.
fn parts<T>(run: &[T]) -> impl Iterator<Item = &[T]> {
    (1..=MAX_WORDS.min(run.len())).flat_map(move |length| run.windows(length))
}

/// Whether a phrase neither starts nor ends as an adverb or a participle does.
fn reads_well(tokens: &Tokens<'_>, part: &[Token]) -> bool {
    let loose = |token: &Token, endings: &[&str]| {
        tokens.surface(token).shape == Shape::Lower
            && endings.iter().any(|ending| tokens.word(token).text.ends_with(ending))
    };
    !loose(&part[0], &["ly"]) && !loose(&part[part.len() - 1], &["ly", "ed", "ing"])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::profile;
    use crate::lexicon::Packs;

    fn find(text: &str) -> Vec<String> {
        let tokens = Tokens::new(text, profile("en"), Packs::built_in().words("en"));
        phrases(&tokens, &KeywordOptions::default(), 5).into_iter().map(|phrase| phrase.text).collect()
    }

    #[test]
    fn a_phrase_stands_for_its_parts() {
        let found = find("Missile tests again: missile tests. The missile tests of the army.");
        assert_eq!(found, ["Missile tests", "army"]);
    }

    #[test]
    fn no_phrase_crosses_a_mark_a_headline_or_a_possessive() {
        let found = find("Korean missile alarm\nEdited footage. Russia’s war, Ukraine war");
        for phrase in &found {
            assert!(
                !phrase.contains("alarm Edited") && !phrase.contains("Russia’s") && !phrase.contains(',')
            );
        }
    }

    #[test]
    fn nothing_gives_nothing() {
        assert!(find("").is_empty());
        assert!(find("the of and").is_empty());
    }
}

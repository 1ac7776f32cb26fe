//! Key phrases: runs of content words that the text comes back to.
//!
//! A candidate is a run of one to four content words inside a sentence,
//! without punctuation or stop words between (the candidates of RAKE: Rose and
//! others 2010). It scores by how often it stands in the text times how often
//! its words do, times its length, which needs no other text to compare with. A phrase that
//! mostly stands inside a longer one gives way to it.

use rustc_hash::FxHashMap;

use super::frequency::KeywordOptions;
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

#[derive(Default)]
struct Candidate {
    spans: Vec<Span>,
    /// Stem frequencies of its words, summed.
    weight: u64,
    words: usize,
    stems: Vec<u32>,
}

/// The best `limit` phrases of a text, best first.
pub fn phrases(tokens: &Tokens<'_>, options: &KeywordOptions, limit: usize) -> Vec<Phrase> {
    let stems = Stems::of(tokens);
    let mut candidates = candidates(tokens, options, &stems);
    candidates.sort_by_key(|candidate| (std::cmp::Reverse(score(candidate)), candidate.spans[0]));
    let mut chosen: Vec<&Candidate> = Vec::new();
    for candidate in &candidates {
        if chosen.len() == limit {
            break;
        }
        if !chosen.iter().any(|better| says_the_same(better, candidate)) {
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

/// Whether one of the two stands inside the other, word for word.
fn says_the_same(a: &Candidate, b: &Candidate) -> bool {
    let (long, short) = if a.words >= b.words { (a, b) } else { (b, a) };
    long.stems.windows(short.words).any(|window| window == short.stems)
}

/// Ids and frequencies of stems.
struct Stems {
    of_word: Vec<u32>,
    count: Vec<u64>,
}

impl Stems {
    fn of(tokens: &Tokens<'_>) -> Self {
        let mut ids: FxHashMap<&str, u32> = FxHashMap::default();
        let of_word: Vec<u32> = tokens
            .words
            .iter()
            .map(|word| {
                let next = ids.len() as u32;
                *ids.entry(&word.stem).or_insert(next)
            })
            .collect();
        let mut count = vec![0; ids.len()];
        for token in &tokens.tokens {
            count[of_word[tokens.surface(token).word as usize] as usize] += 1;
        }
        Self { of_word, count }
    }

    fn id(&self, tokens: &Tokens<'_>, token: &Token) -> u32 {
        self.of_word[tokens.surface(token).word as usize]
    }
}

/// All runs, and of runs the parts that stand in the text more than once.
fn candidates(tokens: &Tokens<'_>, options: &KeywordOptions, stems: &Stems) -> Vec<Candidate> {
    let runs = runs(tokens, options);
    let key = |part: &[Token]| -> Vec<u32> { part.iter().map(|token| stems.id(tokens, token)).collect() };
    let mut repeated: FxHashMap<Vec<u32>, u32> = FxHashMap::default();
    for run in &runs {
        for part in parts(run) {
            *repeated.entry(key(part)).or_default() += 1;
        }
    }
    let mut index: FxHashMap<Vec<u32>, usize> = FxHashMap::default();
    let mut candidates: Vec<Candidate> = Vec::new();
    for run in &runs {
        for part in parts(run) {
            let whole = part.len() == run.len();
            let stem_ids = key(part);
            if !whole && repeated[&stem_ids] < 2 || !reads_well(tokens, part) {
                continue;
            }
            let at = *index.entry(stem_ids.clone()).or_insert_with(|| {
                candidates.push(Candidate {
                    weight: stem_ids.iter().map(|&stem| stems.count[stem as usize]).sum(),
                    words: part.len(),
                    stems: stem_ids,
                    spans: Vec::new(),
                });
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
fn parts(run: &[Token]) -> impl Iterator<Item = &[Token]> {
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

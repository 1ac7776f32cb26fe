//! A summary: the sentences that carry the text, whole and in its order.
//!
//! LexRank (Erkan and Radev 2004): sentences that resemble many others are
//! central; early ones count more; and of two that say the same one is taken
//! (maximal marginal relevance, Carbonell and Goldstein 1998). Only sums,
//! products, quotients and roots of floating-point numbers, and logarithms by
//! `libm`, in a fixed order: the same sentences everywhere.
//!
//! Measured by `cargo xtask evaluate summary` on 30 texts of GUM, for each of which one
//! reader chose three sentences beforehand (`tests/data/summaries.tsv`): ROUGE-1 F1 61.5,
//! the first three sentences 59.3; better in 18 texts, worse in 12, and the difference of
//! 2.2 lies between -5.7 and 9.8 (95 %, bootstrap over the texts): no proof of a lead yet.

use rustc_hash::FxHashMap;
use serde::Serialize;

use crate::classes::Classes;
use crate::keywords::KeywordOptions;
use crate::lexicon::{WordClass, WordLexicon};
use crate::order;
use crate::text::{SentenceRules, Span, is_stop, last_mark};
use crate::tokens::{Sentence, Tokens};

/// Sentences that are compared with each other at most: of a longer text those with the weightiest
/// words. The others come after them, by these words.
const COMPARED: usize = 400;

/// Words of a sentence at least: less is a fragment.
const LEAST_WORDS: usize = 6;

/// Cosine from which on two sentences resemble each other.
const ALIKE: f64 = 0.1;

/// The share of a sentence's rank that comes from its neighbours.
const DAMPING: f64 = 0.85;

const ROUNDS: usize = 30;

/// What being first is worth beside being central.
const FIRST: f64 = 0.6;

/// What being like a chosen sentence costs.
const REPEATING: f64 = 1.2;

/// A sentence of the summary, and why it was chosen.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct KeySentence {
    /// Where it stands.
    pub span: Span,
    /// Its number among the text's sentences, from 0.
    pub sentence: usize,
    /// Its place among those chosen, from 0, by worth.
    pub rank: usize,
    /// How much it resembles the other sentences: 1 is the most of this text, 0 for what was not compared.
    pub centrality: f64,
    /// How early it comes: 1 is the first; 0 for what was not compared.
    pub position: f64,
    /// The greatest cosine with a sentence that was chosen before it.
    pub repeats: f64,
}

/// Weights of a sentence's stems, by stem, of length 1.
type Vector = Vec<(usize, f64)>;

/// Up to `count` sentences, in the order of the text. Headlines, bylines and
/// fragments are none: a sentence has a full stop or the like, as its script or, in
/// `lexicon`, its language has it, and, where word classes are known, a verb.
pub fn summary(
    tokens: &Tokens<'_>,
    options: &KeywordOptions,
    lexicon: Option<&WordLexicon>,
    classes: &Classes,
    count: usize,
) -> Vec<KeySentence> {
    let is_whole = |&at: &usize| is_whole(tokens, &tokens.sentences[at], lexicon, classes);
    let whole: Vec<usize> = (0..tokens.sentences.len()).filter(is_whole).collect();
    let (places, vectors, others) = compared(tokens, options, whole);
    let alike = similarities(&vectors);
    let ranks = ranks(&alike);
    let greatest = ranks.iter().copied().fold(f64::MIN_POSITIVE, f64::max);
    let centrality: Vec<f64> = ranks.iter().map(|rank| rank / greatest).collect();
    let position: Vec<f64> = (0..places.len()).map(|at| 1.0 / (1.0 + at as f64 / 3.0)).collect();
    let mut repeats = vec![0.0_f64; places.len()];
    let mut left: Vec<usize> = (0..places.len()).collect();
    let mut chosen: Vec<KeySentence> = Vec::new();
    while chosen.len() < count && !left.is_empty() {
        let worth = |at: usize| centrality[at] + FIRST * position[at] - REPEATING * repeats[at];
        let mut best = 0;
        for slot in 1..left.len() {
            if worth(left[slot]) > worth(left[best]) {
                best = slot;
            }
        }
        let at = left.remove(best);
        let sentence = places[at];
        chosen.push(KeySentence {
            span: tokens.sentences[sentence].span,
            sentence,
            rank: chosen.len(),
            centrality: centrality[at],
            position: position[at],
            repeats: repeats[at],
        });
        for &(other, cosine) in &alike[at] {
            repeats[other] = repeats[other].max(cosine);
        }
    }
    for sentence in others.into_iter().take(count - chosen.len()) {
        chosen.push(KeySentence {
            span: tokens.sentences[sentence].span,
            sentence,
            rank: chosen.len(),
            centrality: 0.0,
            position: 0.0,
            repeats: 0.0,
        });
    }
    order::by_rising(chosen, |sentence| sentence.sentence as u64)
}

fn is_whole(
    tokens: &Tokens<'_>,
    sentence: &Sentence,
    lexicon: Option<&WordLexicon>,
    classes: &Classes,
) -> bool {
    let range = sentence.tokens.clone();
    let last = last_mark(sentence.span.of(tokens.text));
    // Thai, Lao and Tibetan, in this order, have no stop, or one that is no sentence's alone.
    let ends = |c| {
        is_stop(c)
            || lexicon.is_some_and(|lexicon| lexicon.is_stop(c))
            || matches!(c, '…' | '\u{E00}'..='\u{FFF}')
    };
    let is_verb = |class| matches!(class, Some(WordClass::Verb | WordClass::Auxiliary));
    sentence.words >= LEAST_WORDS
        && last.is_some_and(ends)
        && (classes.is_empty() || range.into_iter().any(|at| is_verb(classes.get(at))))
}

/// The sentences that are compared, and their vectors; and the others, the weightiest first.
fn compared(
    tokens: &Tokens<'_>,
    options: &KeywordOptions,
    whole: Vec<usize>,
) -> (Vec<usize>, Vec<Vector>, Vec<usize>) {
    let mut ids: FxHashMap<&str, usize> = FxHashMap::default();
    let (mut sentences_with, mut counts): (Vec<u32>, Vec<u32>) = (Vec::new(), Vec::new());
    let terms: Vec<Vec<usize>> = whole
        .iter()
        .map(|&at| {
            let range = tokens.sentences[at].tokens.clone();
            let content =
                tokens.tokens[range].iter().filter(|token| options.is_content(tokens, tokens.surface(token)));
            let mut terms: Vec<usize> = content
                .map(|token| {
                    let next = ids.len();
                    *ids.entry(tokens.word(token).stem()).or_insert(next)
                })
                .collect();
            sentences_with.resize(ids.len(), 0);
            counts.resize(ids.len(), 0);
            for &term in &terms {
                counts[term] += 1;
            }
            terms.sort_unstable();
            let mut distinct = terms.clone();
            distinct.dedup();
            for term in distinct {
                sentences_with[term] += 1;
            }
            terms
        })
        .collect();
    let all = whole.len() as f64;
    let rarity: Vec<f64> =
        sentences_with.iter().map(|&with| libm::log((all + 1.0) / (f64::from(with) + 0.5))).collect();
    // The mean weight of a sentence's words in the whole text.
    let weight = |terms: &[usize]| {
        terms.iter().map(|&term| f64::from(counts[term]) * rarity[term]).sum::<f64>()
            / (terms.len() + 5) as f64
    };
    let pairs: Vec<(usize, Vec<usize>)> = whole.into_iter().zip(terms).collect();
    let mut kept = order::by_falling(pairs, |(_, terms)| order::float(weight(terms)));
    let others = kept.split_off(kept.len().min(COMPARED)).into_iter().map(|(place, _)| place).collect();
    let (places, vectors) = order::by_rising(kept, |(place, _)| *place as u64)
        .into_iter()
        .map(|(place, terms)| (place, vector(&terms, &rarity)))
        .unzip();
    (places, vectors, others)
}

fn vector(terms: &[usize], rarity: &[f64]) -> Vector {
    let mut vector: Vector = Vec::new();
    for &term in terms {
        match vector.last_mut() {
            Some((last, weight)) if *last == term => *weight += rarity[term],
            _ => vector.push((term, rarity[term])),
        }
    }
    let length = vector.iter().map(|(_, weight)| weight * weight).sum::<f64>().sqrt();
    vector.into_iter().map(|(term, weight)| (term, weight / length)).collect()
}

/// For each vector the others with their cosines, from [`ALIKE`] on.
fn similarities(vectors: &[Vector]) -> Vec<Vec<(usize, f64)>> {
    let mut with: FxHashMap<usize, Vec<(usize, f64)>> = FxHashMap::default();
    for (at, vector) in vectors.iter().enumerate() {
        for &(term, weight) in vector {
            with.entry(term).or_default().push((at, weight));
        }
    }
    let mut sums = vec![0.0; vectors.len()];
    vectors
        .iter()
        .enumerate()
        .map(|(at, vector)| {
            sums.fill(0.0);
            for (term, weight) in vector {
                for &(other, its) in &with[term] {
                    sums[other] += weight * its;
                }
            }
            sums.iter().copied().enumerate().filter(|&(other, sum)| other != at && sum >= ALIKE).collect()
        })
        .collect()
}

/// The ranks of LexRank with weighted edges, by power iteration.
fn ranks(alike: &[Vec<(usize, f64)>]) -> Vec<f64> {
    let out: Vec<f64> = alike.iter().map(|others| others.iter().map(|(_, cosine)| cosine).sum()).collect();
    let mut ranks = vec![1.0; alike.len()];
    for _ in 0..ROUNDS {
        let mut next = vec![1.0 - DAMPING; alike.len()];
        for (at, others) in alike.iter().enumerate() {
            for &(other, cosine) in others {
                next[other] += DAMPING * ranks[at] * cosine / out[at];
            }
        }
        ranks = next;
    }
    ranks
}

#[cfg(test)]
mod tests {
    use crate::lexicon::Packs;
    use crate::{Options, Reading};

    const TEXT: &str = "Army shows missiles\nBy A. Writer\nThe army showed its new missiles in the capital on \
        Sunday. The weather in the capital was warm and dry. Experts said the new missiles of the army could \
        reach the islands. New missiles were shown by the army in the capital. No comment! One visitor sold \
        lemonade to tired children near the river.";

    fn read(text: &str, count: usize) -> Vec<String> {
        let reading = Reading::new(Packs::built_in(), text, &Options::default()).unwrap();
        reading.summary(count).iter().map(|sentence| sentence.span.of(text).trim().to_owned()).collect()
    }

    #[test]
    fn central_sentences_in_order_without_headlines_or_repetition() {
        let found = read(TEXT, 2);
        assert_eq!(found.len(), 2);
        assert!(found[0].starts_with("The army showed") && found[1].starts_with("Experts said"), "{found:?}");
        assert_eq!(read(TEXT, 99).len(), 5, "no headline, byline or fragment");
    }

    #[test]
    fn sentences_are_whole_by_the_stops_of_their_language() {
        let packs = Packs::built_in();
        for (language, text, stops) in [
            ("hy", "Մեր երկրի մայրաքաղաքում այսօր տեղի ունեցավ մեծ տոն", &["։", ":"][..]),
            ("ur", "ہمارے ملک کے دارالحکومت میں آج ایک بڑا جشن ہوا", &["۔", "؟"]),
            ("am", "በአገራችን ዋና ከተማ ዛሬ ትልቅ በዓል ተከበረ", &["።", "፧"]),
            ("my", "ကျွန်ုပ်တို့ နိုင်ငံ၏ မြို့တော်တွင် ယနေ့ ပွဲတော်ကြီး ကျင်းပ ခဲ့သည်", &["။"]),
            ("km", "នៅ ក្នុង រដ្ឋធានី នៃ ប្រទេស យើង ថ្ងៃនេះ មាន បុណ្យ", &["។"]),
            ("el", "Πού πήγαν όλοι οι άνθρωποι της μεγάλης πόλης σήμερα", &[";", "\u{37E}", "."]),
            ("ja", "私たちの国の首都では今日大きな祭りが行われました", &["。", "。」", "！』"]),
            ("th", "วันนี้มีงานเทศกาลใหญ่ในเมืองหลวงของประเทศเรา", &["", " "]),
        ] {
            let options = Options { language: Some(language.into()), ..Options::default() };
            for stop in stops {
                let whole = format!("{text}{stop}\n\n{text}");
                let summary = Reading::new(packs, &whole, &options).unwrap().summary(9);
                let expected = if language == "th" { 2 } else { 1 };
                assert_eq!(summary.len(), expected, "{language}, {stop:?}");
            }
        }
    }

    #[test]
    fn bad_input_gives_few_or_none() {
        assert!(read("", 3).is_empty() && read("Word ".repeat(5000).trim(), 3).is_empty());
        assert_eq!(read(&"The army has shown the missile to the people. ".repeat(900), 2).len(), 2);
        for count in [399, 400, 401, 900, 1000] {
            let found = read(&"The army has shown the missile to the people. ".repeat(900), count);
            assert_eq!(found.len(), count.min(900));
        }
        assert!(read("It was what it was and that was that.", 0).is_empty());
        assert_eq!(read("It was what it was and that was that.", 3).len(), 1);
    }
}

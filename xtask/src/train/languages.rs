//! Trains the model that tells languages apart (src/lexicon/language_model.rs).
//!
//! Multinomial logistic regression on texts of a few words, drawn at random
//! from each language's word list by their frequency. A first training draws
//! small weights to zero (L1), a second trains those that are left, and their
//! rounded values are what ships. Sentences that nothing is learnt from show how
//! the model does, and say how far ahead a language must be to be sure.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use textlens::lexicon::language_model::{LanguageModel, encode, features};

use crate::files;
use crate::languages::pieces;
use crate::random::Random;
use crate::size::brotli_size;

/// How many texts are drawn, in each training.
const TEXTS: usize = 3_000_000;

/// Words of a text: one to this many.
const WORDS: u64 = 12;

/// Words are drawn by this power of their counts: below one, rarer words have their say.
const EVENNESS: f64 = 0.85;

/// A feature must stand in this share of a language's words, and this often in its list's counts.
const RARE: f64 = 2e-4;
const SEEN: f64 = 2.0;

/// How strongly weights are drawn to zero in the first training.
const SPARSITY: f32 = 1e-2;

/// How many weights are left of them.
const MOST: usize = 34_400;

/// Step of the first update of a weight.
const RATE: f32 = 0.3;

/// The weight that a step of the shipped integers stands for.
const STEP: f32 = 0.4;

/// The largest shipped integer.
const LARGEST: f32 = 15.0;

/// How far the best language must be ahead to be sure: of the development pieces of 20
/// characters one in twenty is then told wrong.
const MARGIN: u16 = 4;

/// The words of one language.
struct Words {
    /// Keys of each word's features, as places in the table of weights.
    features: Vec<Vec<u32>>,
    /// Sums of the words' shares up to each.
    sums: Vec<f64>,
}

/// Trains on DIR/TAG.tsv and writes the model.
pub fn run(corpora: &Path, out: &Path) -> Result<()> {
    let lists = read_lists(corpora)?;
    let languages: Vec<String> = lists.keys().cloned().collect();
    let (kept, shares): (Vec<u32>, Vec<f64>) = frequent_features(&lists).into_iter().unzip();
    println!("{} languages, {} features seen", languages.len(), kept.len());
    let places: BTreeMap<u32, u32> = kept.iter().copied().zip(0..).collect();
    let words: Vec<Words> = lists.values().map(|list| words(list, &places)).collect();

    let lanes = languages.len();
    let mut trainer = Trainer::new(lanes, kept.len());
    trainer.train(&words, SPARSITY, None);
    let mask = most_important(&trainer.weights, &shares, lanes, MOST);
    let mut trainer = Trainer::new(lanes, kept.len());
    trainer.train(&words, 0.0, Some(&mask));

    let level = |weight: f32| (weight / STEP).round().clamp(-LARGEST, LARGEST) as i8;
    let mut model = LanguageModel::new(&languages, MARGIN);
    let (mut rows, mut weights) = (0, 0);
    for (&key, row) in kept.iter().zip(trainer.weights.chunks(lanes)) {
        let row: Vec<(u8, i8)> =
            (0..).zip(row.iter().map(|&weight| level(weight))).filter(|&(_, level)| level != 0).collect();
        if !row.is_empty() {
            rows += 1;
            weights += row.len();
            model.push(key, row);
        }
    }
    let bytes = encode(&model);
    println!("{rows} features with {weights} weights, {} bytes after brotli", brotli_size(&bytes)?);
    for margin in [0, 2, MARGIN, 6, 8] {
        model.margin = margin;
        show(corpora, &model)?;
    }
    files::write(out, bytes)?;
    println!("{}", out.display());
    Ok(())
}

/// DIR/TAG.tsv by tag.
fn read_lists(corpora: &Path) -> Result<BTreeMap<String, Vec<(String, f64)>>> {
    let mut lists = BTreeMap::new();
    for path in files::list(corpora, &["development"])? {
        let Some(tag) = path.to_str().and_then(|name| name.strip_suffix(".tsv")) else { continue };
        let text = String::from_utf8(files::read(&corpora.join(&path))?)?;
        let list: Option<Vec<_>> = text
            .lines()
            .map(|line| {
                let (word, count) = line.split_once('\t')?;
                Some((word.to_owned(), count.parse().ok()?))
            })
            .collect();
        lists.insert(
            tag.to_owned(),
            list.with_context(|| format!("{tag}.tsv: not a word and its count a line"))?,
        );
    }
    ensure!(lists.len() > 1, "{} has no word lists", corpora.display());
    Ok(lists)
}

/// The keys of features that some language has often enough, rising, each with its
/// share of the words of all languages together.
fn frequent_features(lists: &BTreeMap<String, Vec<(String, f64)>>) -> BTreeMap<u32, f64> {
    let mut kept = BTreeMap::new();
    let mut shares: BTreeMap<u32, f64> = BTreeMap::new();
    for list in lists.values() {
        let mut counts: BTreeMap<u32, f64> = BTreeMap::new();
        let mut all = 0.0;
        for (word, count) in list {
            all += count;
            features(word, |key| *counts.entry(key).or_default() += count);
        }
        for (key, count) in counts {
            *shares.entry(key).or_default() += count / all;
            if count >= SEEN && count >= RARE * all {
                kept.insert(key, 0.0);
            }
        }
    }
    kept.iter_mut().for_each(|(key, share)| *share = shares[key]);
    kept
}

/// The `count` weights that matter most: large ones of features that are often seen.
fn most_important(weights: &[f32], shares: &[f64], lanes: usize, count: usize) -> Vec<bool> {
    let importance = |at: usize| weights[at].abs() * shares[at / lanes].sqrt() as f32;
    let mut order: Vec<usize> = (0..weights.len()).filter(|&at| weights[at] != 0.0).collect();
    order.sort_by(|&a, &b| importance(b).total_cmp(&importance(a)).then(a.cmp(&b)));
    let mut kept = vec![false; weights.len()];
    order.into_iter().take(count).for_each(|at| kept[at] = true);
    kept
}

fn words(list: &[(String, f64)], places: &BTreeMap<u32, u32>) -> Words {
    let mut sum = 0.0;
    let mut words = Words { features: Vec::new(), sums: Vec::new() };
    for (word, count) in list {
        let mut keys = Vec::new();
        features(word, |key| keys.extend(places.get(&key)));
        words.features.push(keys);
        sum += libm::pow(*count, EVENNESS);
        words.sums.push(sum);
    }
    words.sums.iter_mut().for_each(|part| *part /= sum);
    words
}

/// Weights while they are trained, by Adagrad.
struct Trainer {
    lanes: usize,
    weights: Vec<f32>,
    squares: Vec<f32>,
}

impl Trainer {
    fn new(lanes: usize, features: usize) -> Self {
        Self { lanes, weights: vec![0.0; lanes * features], squares: vec![1e-2; lanes * features] }
    }

    /// Draws texts and learns from each; with a mask, only the weights in it.
    fn train(&mut self, words: &[Words], sparsity: f32, mask: Option<&[bool]>) {
        let mut random = Random::default();
        let mut keys = Vec::new();
        let mut scores = vec![0.0_f32; self.lanes];
        for text in 0..TEXTS {
            let language = text % self.lanes;
            keys.clear();
            for _ in 0..=random.below(WORDS) {
                let drawn = f64::from(random.below_one());
                let at = words[language].sums.partition_point(|&sum| sum < drawn);
                keys.extend(
                    words[language]
                        .features
                        .get(at)
                        .into_iter()
                        .flatten()
                        .map(|&key| key as usize * self.lanes),
                );
            }
            scores.fill(0.0);
            for &row in &keys {
                scores.iter_mut().zip(&self.weights[row..]).for_each(|(score, weight)| *score += weight);
            }
            let most = scores.iter().copied().fold(f32::MIN, f32::max);
            scores.iter_mut().for_each(|score| *score = libm::expf(*score - most));
            let sum: f32 = scores.iter().sum();
            scores.iter_mut().for_each(|score| *score /= sum);
            scores[language] -= 1.0;
            if scores.iter().all(|error| error.abs() < 1e-3) {
                continue;
            }
            for &row in &keys {
                let weights = &mut self.weights[row..row + self.lanes];
                let squares = &mut self.squares[row..row + self.lanes];
                for lane in 0..self.lanes {
                    if mask.is_some_and(|mask| !mask[row + lane]) {
                        continue;
                    }
                    squares[lane] += scores[lane] * scores[lane];
                    let rate = RATE / squares[lane].sqrt();
                    let stepped = weights[lane] - rate * scores[lane];
                    weights[lane] = stepped.signum() * (stepped.abs() - rate * sparsity).max(0.0);
                }
            }
        }
    }
}

/// Shows how the model does on the development sentences.
fn show(corpora: &Path, model: &LanguageModel) -> Result<()> {
    let folder = corpora.join("development");
    let mut line = format!("margin {}:", model.margin);
    for length in [20, 50, 200] {
        let (mut right, mut wrong, mut all) = (0, 0, 0);
        for path in files::list(&folder, &[])? {
            let tag = path.file_stem().and_then(|stem| stem.to_str());
            let text = String::from_utf8(files::read(&folder.join(&path))?)?;
            for found in pieces(&text, length, 100).into_iter().map(|piece| model.detect(piece)) {
                all += 1;
                right += usize::from(found == tag);
                wrong += usize::from(found.is_some() && found != tag);
            }
        }
        let percent = |part: usize| 100.0 * part as f64 / all as f64;
        line += &format!("  {length} characters {:.1} right {:.1} wrong", percent(right), percent(wrong));
    }
    println!("{line}");
    Ok(())
}

//! The model of English word classes: an averaged perceptron on two treebanks.
//!
//! Collins 2002, *Discriminative Training Methods for Hidden Markov Models*.
//! Forms that take the same classes in the treebanks are one group; the
//! commonest groups are kept. Forms that the treebanks lack get their group
//! from how a first model reads running text (self-training).

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use textlens::lexicon::class_features::{FIRST_LEARNT, FormFeatures, GROUPS, LANES, Line, Place, ROWS};
use textlens::lexicon::{ClassModel, FrequencyList, Packs, WordClass};
use textlens::text::normal_form;
use textlens::tokens::Tokens;

use crate::{files, progress};

const TREEBANKS: [&str; 2] = ["ewt.train.tsv", "gum.train.tsv"];
const UNSEEN: &str = "ewt.dev.tsv";
const TEXTS: [&str; 4] = ["masc.txt", "us-speeches.txt", "wikinews-2019-2020.txt", "wikipedia-articles.txt"];
const EPOCHS: usize = 8;
/// A class is one of a form's when it has so many percent of its tokens.
const SHARE: u32 = 8;
/// Tokens that running text must have of a form to tell its group.
const LEAST_READ: u32 = 8;
/// Steps of the greatest weight.
const STEPS: f64 = 12.0;
/// Weights of fewer steps are left out, and the others learnt anew without them.
const LEAST: f64 = 3.0;

struct Sentence {
    forms: Vec<String>,
    classes: Vec<WordClass>,
}

/// Trains on the folder `corpora`, which has `pos` and `text`, and writes to `out`.
pub fn run(corpora: &Path, out: &Path) -> Result<()> {
    let pos = corpora.join("pos");
    let mut sentences = Vec::new();
    for name in TREEBANKS {
        sentences.extend(read(&pos.join(name))?);
    }
    let unseen = read(&pos.join(UNSEEN))?;
    let running =
        sentences.iter().filter_map(as_written).chain(sentences.iter().step_by(12).map(as_headline));
    let running: Vec<Sentence> = running.collect();
    sentences.extend(running);
    let Some(lexicon) = Packs::built_in().words("en") else { bail!("no English words") };
    let frequencies = lexicon.frequencies();
    let mut counts = Counts::default();
    for sentence in &sentences {
        counts.add(sentence.forms.iter().map(String::as_str).zip(sentence.classes.iter().copied()));
    }
    let first = train(&sentences, &counts.groups(frequencies), frequencies);
    report("without running text", &first, frequencies, &unseen);
    let mut read = Counts::default();
    for name in TEXTS {
        let path = corpora.join("text").join(name);
        let text = fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
        read_text(&first, frequencies, &text, &mut read);
    }
    counts.complete(&read);
    let model = train(&sentences, &counts.groups(frequencies), frequencies);
    report("with running text", &model, frequencies, &unseen);
    let bytes = model.write();
    files::write(out, &bytes)?;
    progress::say(&format!("train: {} bytes to {}", bytes.len(), out.display()));
    Ok(())
}

fn read(path: &Path) -> Result<Vec<Sentence>> {
    let text = fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
    let mut sentences = Vec::new();
    for block in text.split("\n\n") {
        let (mut forms, mut classes) = (Vec::new(), Vec::new());
        for line in block.lines() {
            let Some((form, tag)) = line.split_once('\t') else { continue };
            forms.push(form.to_owned());
            classes.push(WordClass::of_tag(tag).with_context(|| format!("no tag {tag:?}"))?);
        }
        if !forms.is_empty() {
            sentences.push(Sentence { forms, classes });
        }
    }
    Ok(sentences)
}

/// With endings and parts of compounds joined as in running text; nothing when there are none.
fn as_written(sentence: &Sentence) -> Option<Sentence> {
    let (mut forms, mut classes): (Vec<String>, Vec<WordClass>) = (Vec::new(), Vec::new());
    let mut at = 0;
    let is_word = |form: &str| form.chars().all(char::is_alphabetic);
    while at < sentence.forms.len() {
        let form = &sentence.forms[at];
        let ending = normal_form(form);
        match forms.last_mut() {
            // Running words leave the possessive out.
            Some(_) if ending == "'s" && sentence.classes[at] == WordClass::Particle => {}
            Some(last) if ending == "n't" || ["'s", "'re", "'ve", "'ll", "'d", "'m"].contains(&&*ending) => {
                last.push_str(form);
            }
            Some(last) if form == "-" && is_word(last) && last.len() > 1 => {
                let Some(next) = sentence.forms.get(at + 1).filter(|next| is_word(next)) else {
                    forms.push(form.clone());
                    classes.push(sentence.classes[at]);
                    at += 1;
                    continue;
                };
                last.push('-');
                last.push_str(next);
                *classes.last_mut()? = sentence.classes[at + 1];
                at += 1;
            }
            _ => {
                forms.push(form.clone());
                classes.push(sentence.classes[at]);
            }
        }
        at += 1;
    }
    (forms.len() < sentence.forms.len()).then_some(Sentence { forms, classes })
}

/// With capitals as in a headline.
fn as_headline(sentence: &Sentence) -> Sentence {
    let title = |form: &String| {
        let mut chars = form.chars();
        chars.next().map_or(String::new(), |first| first.to_uppercase().chain(chars).collect())
    };
    Sentence { forms: sentence.forms.iter().map(title).collect(), classes: sentence.classes.clone() }
}

/// How often each form has each class.
#[derive(Default)]
struct Counts(BTreeMap<String, [u32; LANES]>);

impl Counts {
    fn add<'f>(&mut self, tokens: impl Iterator<Item = (&'f str, WordClass)>) {
        for (form, class) in tokens {
            if let Some(slot) = self.0.entry(normal_form(form)).or_default().get_mut(class as usize) {
                *slot += 1;
            }
        }
    }

    /// Takes over what `read` knows of forms that are not known here.
    fn complete(&mut self, read: &Counts) {
        for (form, counts) in &read.0 {
            if counts.iter().sum::<u32>() >= LEAST_READ {
                let known = self.0.entry(form.clone()).or_default();
                if known.iter().sum::<u32>() < 3 {
                    *known = *counts;
                }
            }
        }
    }

    /// The group of every form of the list: of those with the same classes, by falling share.
    fn groups(&self, frequencies: &FrequencyList) -> Vec<u8> {
        let sign = |form: &str| -> Option<Vec<usize>> {
            let counts = self.0.get(form)?;
            let total: u32 = counts.iter().sum();
            let mut lanes: Vec<usize> =
                (0..LANES).filter(|&lane| counts[lane] > 0 && counts[lane] * 100 >= total * SHARE).collect();
            lanes.sort_by_key(|&lane| std::cmp::Reverse(counts[lane]));
            lanes.truncate(3);
            (!lanes.is_empty()).then_some(lanes)
        };
        let signs: Vec<Option<Vec<usize>>> = frequencies.iter().map(|(form, _)| sign(&form)).collect();
        // Rare forms weigh a little, common ones more: their group matters in more places.
        let mut weights: BTreeMap<&[usize], f64> = BTreeMap::new();
        for ((_, share), sign) in frequencies.iter().zip(&signs) {
            if let Some(sign) = sign {
                *weights.entry(sign).or_default() += share.sqrt();
            }
        }
        let mut ranked: Vec<(&[usize], f64)> = weights.into_iter().collect();
        ranked.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(b.0)));
        let learnt = GROUPS - usize::from(FIRST_LEARNT);
        let places: BTreeMap<&[usize], u8> = ranked
            .iter()
            .take(learnt)
            .enumerate()
            .map(|(at, (sign, _))| (*sign, FIRST_LEARNT + at as u8))
            .collect();
        let group = |sign: &Option<Vec<usize>>| {
            let sign = sign.as_deref()?;
            (1..=sign.len()).rev().find_map(|length| places.get(&sign[..length]).copied())
        };
        signs.iter().map(|sign| group(sign).unwrap_or(0)).collect()
    }
}

/// Weights that are learnt, with their sums over time.
struct Weights {
    now: Vec<[f64; LANES]>,
    sums: Vec<[f64; LANES]>,
    step: f64,
    /// Which weights may be learnt.
    kept: Vec<[bool; LANES]>,
}

impl Weights {
    fn new(kept: Vec<[bool; LANES]>) -> Self {
        Self { now: vec![[0.0; LANES]; ROWS + 1], sums: vec![[0.0; LANES]; ROWS + 1], step: 1.0, kept }
    }

    fn add(&mut self, row: usize, lane: usize, value: f64) {
        if row < ROWS && self.kept[row][lane] {
            self.now[row][lane] += value;
            self.sums[row][lane] += value * self.step;
        }
    }
}

fn train(sentences: &[Sentence], groups: &[u8], frequencies: &FrequencyList) -> ClassModel {
    let mut known: BTreeMap<&str, FormFeatures> = BTreeMap::new();
    for form in sentences.iter().flat_map(|sentence| &sentence.forms) {
        known.entry(form).or_insert_with(|| FormFeatures::of(form, frequencies, groups));
    }
    let rows: Vec<Row<'_>> = sentences
        .iter()
        .map(|sentence| (sentence.forms.iter().map(|form| &known[&**form]).collect(), &*sentence.classes))
        .collect();
    let all = whole(&fit(&rows, vec![[true; LANES]; ROWS]), LEAST);
    let kept = all.iter().map(|row| row.map(|weight| weight != 0)).collect();
    ClassModel::new(groups.to_vec(), &whole(&fit(&rows, kept), 1.0))
}

type Row<'s> = (Vec<&'s FormFeatures>, &'s [WordClass]);

/// The mean weights of those that are `kept`.
fn fit(rows: &[Row<'_>], kept: Vec<[bool; LANES]>) -> Vec<[f64; LANES]> {
    let mut weights = Weights::new(kept);
    let mut order: Vec<usize> = (0..rows.len()).collect();
    let mut random = 0x2545_f491_4f6c_dd1d_u64;
    for _ in 0..EPOCHS {
        for at in (1..order.len()).rev() {
            random ^= random << 13;
            random ^= random >> 7;
            random ^= random << 17;
            order.swap(at, (random % (at as u64 + 1)) as usize);
        }
        for &at in &order {
            learn(&mut weights, &rows[at].0, rows[at].1);
        }
    }
    let steps = weights.step;
    let mean = |row: usize, lane: usize| weights.now[row][lane] - weights.sums[row][lane] / steps;
    (0..ROWS).map(|row| std::array::from_fn(|lane| mean(row, lane))).collect()
}

/// In whole steps, of which there are at least `least`.
fn whole(weights: &[[f64; LANES]], least: f64) -> Vec<[i8; LANES]> {
    let mut sizes: Vec<f64> = weights.iter().flatten().map(|weight| weight.abs()).collect();
    sizes.sort_by(f64::total_cmp);
    // The few greatest are cut off, so that the many have finer steps.
    let greatest = sizes[sizes.len() - sizes.len() / 10_000 - 1];
    let whole = |value: f64| {
        let steps = (value / greatest * STEPS).round();
        if steps.abs() < least { 0 } else { steps.clamp(-127.0, 127.0) as i8 }
    };
    weights.iter().map(|row| row.map(whole)).collect()
}

/// One sentence, from left to right; each mistake moves its rows.
fn learn(weights: &mut Weights, forms: &[&FormFeatures], right: &[WordClass]) {
    let line = Line::of(forms.iter().copied());
    let mut classes = [None; 2];
    for (at, &form) in forms.iter().enumerate() {
        let class = form.known.unwrap_or_else(|| {
            let place = Place {
                form,
                at,
                before: at.checked_sub(1).map(|before| forms[before]),
                after: [forms.get(at + 1).copied(), forms.get(at + 2).copied()],
                classes,
            };
            let rows = || form.rows.into_iter().chain(place.rows(line));
            let score = |lane: usize| rows().map(|row| weights.now[row][lane]).sum::<f64>();
            let guess = (0..LANES)
                .map(|lane| (score(lane), lane))
                .fold((f64::MIN, 0), |best, next| if next.0 > best.0 { next } else { best });
            let (guess, right) = (guess.1, right[at] as usize);
            weights.step += 1.0;
            if guess != right && right < LANES {
                for row in rows() {
                    weights.add(row, right, 1.0);
                    weights.add(row, guess, -1.0);
                }
            }
            WordClass::ALL[guess]
        });
        classes = [Some(class), classes[0]];
    }
}

/// Counts the classes of the forms of running text.
fn read_text(model: &ClassModel, frequencies: &FrequencyList, text: &str, counts: &mut Counts) {
    // Sentences end by rules here: the model of them is trained after this one.
    let tokens = Tokens::new(text, textlens::language::profile("en"), None);
    let forms: Vec<_> =
        tokens.surfaces.iter().map(|surface| model.form(surface.bare(), frequencies)).collect();
    for sentence in &tokens.sentences {
        let part = &tokens.tokens[sentence.tokens.clone()];
        let written = part.iter().map(|token| tokens.surface(token).bare());
        let known: Vec<_> = part.iter().map(|token| &forms[token.surface as usize]).collect();
        let mut classes = Vec::with_capacity(known.len());
        model.classes(&known, |class| classes.push(class));
        counts.add(written.zip(classes));
    }
}

/// The share of tokens that get the right class.
fn report(what: &str, model: &ClassModel, frequencies: &FrequencyList, sentences: &[Sentence]) {
    let (mut right, mut all) = (0_u32, 0_u32);
    for sentence in sentences {
        let forms: Vec<_> = sentence.forms.iter().map(|form| model.form(form, frequencies)).collect();
        let mut at = 0;
        model.classes(&forms.iter().collect::<Vec<_>>(), |class| {
            right += u32::from(class == sentence.classes[at]);
            at += 1;
        });
        all += at as u32;
    }
    progress::say(&format!(
        "train: {what}: {:.2} % of {all} unseen tokens",
        f64::from(right) * 100.0 / f64::from(all)
    ));
}

//! The corrections of the English syllable counter, learned from a pronouncing dictionary.
//!
//! Patterns are learned as Brill (1995) learns transformations: of all runs of
//! letters in words that are still counted wrong, the one that mends most and
//! breaks least is taken, again and again, until none mends enough more than
//! it breaks. What is then still wrong becomes an exception.

use std::collections::{BTreeMap, BinaryHeap, HashMap};
use std::path::Path;

use anyhow::{Context, Result, ensure};
use textlens::language::english;
use textlens::lexicon::SyllableTable;

use crate::files;

/// Words that a pattern must mend beyond those that it breaks.
const LEAST_GAIN: i64 = 2;

/// The longest pattern, with the ends of the word.
const LONGEST: usize = 7;

/// The licence's line in the file that ships.
const HEAD: &str = "\
# Corrections of the English syllable rules, made by `cargo xtask train syllables` from CMUdict (BSD-2-Clause).
# Lines of +N and -N: patterns that add to the count; of =N: words of N syllables.
# A digit before an item: how many letters it shares with the item before it.
";

/// A word of the dictionary.
struct Entry {
    word: String,
    /// Syllables of its pronunciations, the first one first.
    right: Vec<usize>,
    /// How often it stands in running text.
    count: usize,
    by_rule: usize,
}

/// Trains on all words, writes the table to `out`, and shows how good it is;
/// then trains without each tenth word and shows how it does on those.
pub fn run(corpora: &Path, out: &Path) -> Result<()> {
    let path = corpora.join("cmudict.tsv");
    let entries = read(&path)?;
    ensure!(!entries.is_empty(), "{} has no words", path.display());
    let all: Vec<&Entry> = entries.iter().collect();
    show("rules alone", &all, &SyllableTable::default());
    let table = learn(&all);
    let text = HEAD.to_owned() + &table.write();
    files::write(out, &text)?;
    println!("{} bytes: {}", text.len(), out.display());
    show("all, learned from", &all, &table);
    let held_out = |keep: bool| -> Vec<&Entry> {
        (entries.iter().enumerate())
            .filter(|(at, _)| (at % 10 == 9) == keep)
            .map(|(_, entry)| entry)
            .collect()
    };
    let table = learn(&held_out(false));
    show("a tenth, rules alone", &held_out(true), &SyllableTable::default());
    show("a tenth, held out", &held_out(true), &table);
    Ok(())
}

fn read(path: &Path) -> Result<Vec<Entry>> {
    let text = std::fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
    let mut entries = Vec::new();
    for (index, line) in text.lines().enumerate() {
        let entry =
            entry(line).with_context(|| format!("{}, line {}: {line:?}", path.display(), index + 1))?;
        // Parts of compounds are counted one by one; initials are spelt out by rule.
        if entry.word.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'\'') && entry.right[0] > 0 {
            entries.push(entry);
        }
    }
    Ok(entries)
}

fn entry(line: &str) -> Result<Entry> {
    let fields: Vec<&str> = line.split('\t').collect();
    let [word, first, any, count] = fields[..] else { anyhow::bail!("four fields are needed") };
    let mut right = vec![first.parse()?];
    for other in any.split(',') {
        right.push(other.parse()?);
    }
    let by_rule = english::syllables(word);
    Ok(Entry { word: word.to_owned(), right, count: count.parse()?, by_rule })
}

fn show(name: &str, entries: &[&Entry], table: &SyllableTable) {
    let (mut words, mut running, mut all) = (0, 0, 0);
    for entry in entries {
        let right = entry.right.contains(&table.count(&entry.word, english::syllables));
        words += usize::from(right);
        running += if right { entry.count } else { 0 };
        all += entry.count;
    }
    let percent = |part: usize, whole: usize| 100.0 * part as f64 / whole.max(1) as f64;
    println!(
        "{name:22} {:6.2} % of {} words, {:6.2} % of {all} running words",
        percent(words, entries.len()),
        entries.len(),
        percent(running, all)
    );
}

/// Patterns and exceptions for `entries`.
fn learn(entries: &[&Entry]) -> SyllableTable {
    let mut learner = Learner::new(entries);
    learner.take_patterns();
    let exceptions = entries
        .iter()
        .zip(&learner.counts)
        .filter(|(entry, count)| !entry.right.contains(&(**count).max(1).unsigned_abs()));
    let exceptions: Vec<(Box<str>, u8)> =
        exceptions.map(|(entry, _)| (entry.word.as_str().into(), entry.right[0] as u8)).collect();
    println!("{} patterns, {} exceptions", learner.taken.len(), exceptions.len());
    let patterns = learner.taken.iter().map(|(pattern, &delta)| (pattern.as_str().into(), delta));
    SyllableTable::new(patterns.collect::<Vec<_>>(), exceptions)
}

struct Learner<'e> {
    entries: &'e [&'e Entry],
    /// What is counted for each word with the patterns taken so far.
    counts: Vec<isize>,
    /// The words of each run of letters, once for each place.
    places: HashMap<String, Vec<u32>>,
    taken: BTreeMap<String, i8>,
}

impl<'e> Learner<'e> {
    fn new(entries: &'e [&'e Entry]) -> Self {
        let mut places: HashMap<String, Vec<u32>> = HashMap::new();
        for (at, entry) in entries.iter().enumerate() {
            for run in runs(&entry.word) {
                places.entry(run).or_default().push(at as u32);
            }
        }
        places.retain(|_, places| places.len() as i64 >= LEAST_GAIN);
        let counts = entries.iter().map(|entry| entry.by_rule as isize).collect();
        Self { entries, counts, places, taken: BTreeMap::new() }
    }

    fn is_right(&self, at: u32, count: isize) -> bool {
        self.entries[at as usize].right.contains(&count.max(1).unsigned_abs())
    }

    /// How many more words would be right if the run added `delta`.
    fn gain(&self, run: &str, delta: isize) -> i64 {
        let places = &self.places[run];
        let mut gain = 0;
        let mut at = 0;
        while at < places.len() {
            // A run that stands twice in a word adds twice.
            let times = places[at..].iter().take_while(|&&word| word == places[at]).count();
            let count = self.counts[places[at] as usize];
            let after = self.is_right(places[at], count + delta * times as isize);
            gain += i64::from(after) - i64::from(self.is_right(places[at], count));
            at += times;
        }
        gain
    }

    /// Takes the best pattern until none is worth it; the gains in the heap are
    /// upper estimates that are computed anew when they come to the top.
    fn take_patterns(&mut self) {
        loop {
            let mut heap = self.candidates();
            let before = self.taken.len();
            while let Some((gain, length, run, delta)) = heap.pop() {
                let now = self.gain(&run, delta);
                if now < gain {
                    if now >= LEAST_GAIN {
                        heap.push((now, length, run, delta));
                    }
                    continue;
                }
                for &word in &self.places[&run] {
                    self.counts[word as usize] += delta;
                }
                *self.taken.entry(run).or_default() += delta as i8;
            }
            if self.taken.len() == before {
                break;
            }
        }
        self.taken.retain(|_, delta| *delta != 0);
    }

    /// Runs in words that are counted wrong, with what they would gain; short runs first among equals.
    fn candidates(&self) -> BinaryHeap<(i64, std::cmp::Reverse<usize>, String, isize)> {
        let mut candidates: BTreeMap<(String, isize), ()> = BTreeMap::new();
        for (at, entry) in self.entries.iter().enumerate() {
            if !self.is_right(at as u32, self.counts[at]) {
                let delta = (entry.right[0] as isize - self.counts[at].max(1)).signum();
                for run in runs(&entry.word).filter(|run| self.places.contains_key(run)) {
                    candidates.insert((run, delta), ());
                }
            }
        }
        let gains = candidates
            .into_keys()
            .map(|(run, delta)| (self.gain(&run, delta), std::cmp::Reverse(run.len()), run, delta));
        gains.filter(|&(gain, ..)| gain >= LEAST_GAIN).collect()
    }
}

/// All runs of two letters or more in the word with its ends.
fn runs(word: &str) -> impl Iterator<Item = String> {
    let bounded = format!("^{word}$");
    (0..bounded.len()).flat_map(move |at| {
        let bounded = bounded.clone();
        (2..=LONGEST.min(bounded.len() - at)).map(move |length| bounded[at..at + length].to_owned())
    })
}

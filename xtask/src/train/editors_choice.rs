//! The ranker of key phrases to be read, fitted on what an editor would choose.
//!
//! `xtask/tools/editors_choice.jsonl` names for texts of the open corpora the ten phrases that an editor would show, and
//! more that would do in their place. The texts stay outside.

use std::collections::{HashMap, HashSet};
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use rust_stemmers::{Algorithm, Stemmer};
use serde::Deserialize;
use textlens::keywords::{choices, keyphrases};
use textlens::lexicon::{BoostedTrees, Packs, TreeScorer};
use textlens::{Options, Reading};

use super::boosting::{Growth, Rows, boost};
use super::{keyphrases, sentences};
use crate::ner::corpus::{self, Sentence};
use crate::{files, progress};

const GROWTH: Growth = Growth {
    trees: 92,
    leaves: 15,
    learning_rate: 0.16,
    regularisation: 5.0,
    least_rows: 50.0,
    bins: 40,
    seen_features: 0.5,
    seen_rows: 0.8,
    // How often it stands in the text, among how many words and in how many sentences, and the surname alone.
    rising: &[0, 1, 7, 47],
    scale: 1000.0,
};

/// What a phrase is worth that would do in place of one of the ten.
const ALSO: f64 = 0.6;

/// Words of a text that stand for a short one.
const OPENING: usize = 80;

/// Parts of the texts that are left out in turn to see how they do unseen.
const PARTS: usize = 5;

/// How many are chosen.
const CHOSEN: usize = 10;

/// What an editor chose of a text.
#[derive(Deserialize)]
struct Choice {
    id: String,
    ten: Vec<String>,
    also: Vec<String>,
}

/// A text with what an editor chose of it, in normal form.
struct Example {
    text: String,
    ten: HashSet<String>,
    also: HashSet<String>,
    /// What may be chosen of it and of its opening: what is measured, and how much it is worth.
    choices: Vec<(Vec<i32>, f64)>,
}

/// Trains on the choices `editors` from texts below `corpora` and writes to `out`, or shows how each fifth of the texts
/// does unseen.
pub fn run(corpora: &Path, editors: &Path, out: &Path, hold_out: bool) -> Result<()> {
    let examples = read(corpora, editors)?;
    progress::say(&format!("train: {} texts", examples.len()));
    if hold_out {
        let mut all = Tally::default();
        for part in 0..PARTS {
            let of =
                |seen: bool| examples.iter().enumerate().filter(move |(at, _)| (at % PARTS != part) == seen);
            let model = fit(of(true).map(|(_, example)| example));
            let scorer = TreeScorer::new(&model);
            for (_, example) in of(false) {
                all.add(example, &scorer)?;
            }
        }
        all.say();
        return Ok(());
    }
    let model = fit(examples.iter());
    let bytes = model.write();
    files::write(out, &bytes)?;
    progress::say(&format!("train: {} bytes to {}", bytes.len(), out.display()));
    Ok(())
}

fn read(corpora: &Path, editors: &Path) -> Result<Vec<Example>> {
    let stemmer = Stemmer::create(Algorithm::English);
    let texts = texts(corpora)?;
    let lines = fs::read_to_string(editors).with_context(|| format!("cannot read {}", editors.display()))?;
    let example = |line: &str| {
        let choice: Choice =
            serde_json::from_str(line).with_context(|| format!("in {}", editors.display()))?;
        let text = texts.get(&choice.id);
        let text = text.with_context(|| format!("the corpora have no text {}", choice.id))?;
        let normal = |phrases: &[String]| phrases.iter().map(|it| normal_form(it, &stemmer)).collect();
        let (ten, also) = (normal(&choice.ten), normal(&choice.also));
        let mut example = Example { text, ten, also, choices: Vec::new() };
        let mut choices = example.choices_of(&example.text, &stemmer)?;
        choices.extend(example.choices_of(opening(&example.text), &stemmer)?);
        example.choices = choices;
        Ok(example)
    };
    lines.lines().map(example).collect()
}

/// As phrases are compared: as key phrases are, without full stops.
fn normal_form(phrase: &str, stemmer: &Stemmer) -> String {
    keyphrases::normal_form(&phrase.replace('.', ""), stemmer)
}

/// Whether `short` is the first letters of `long`, both in normal form: *us* of *unit state*.
fn is_initials(short: &str, long: &str) -> bool {
    long.contains(' ') && long.split(' ').filter_map(|word| word.chars().next()).eq(short.chars())
}

/// The texts of the corpora.
struct Texts {
    /// By what the choices call them.
    whole: HashMap<String, String>,
    /// Of those that mark names, by corpus: their documents, or sentences where no documents are marked.
    parts: HashMap<&'static str, Vec<String>>,
}

impl Texts {
    /// The text that a choice is of: a whole one, of *wikinews-12#3* the paragraph with this number, from 0, and of
    /// *gmb:7-9* the documents with these numbers.
    fn get(&self, id: &str) -> Option<String> {
        if let Some((corpus, places)) = id.split_once(':')
            && let Some(parts) = self.parts.get(corpus)
        {
            let (first, last) = places.split_once('-')?;
            return Some(parts.get(first.parse().ok()?..=last.parse().ok()?)?.join(" "));
        }
        match id.split_once('#') {
            Some((id, paragraph)) => {
                self.whole.get(id)?.lines().nth(paragraph.parse().ok()?).map(str::to_owned)
            }
            None => self.whole.get(id).cloned(),
        }
    }
}

/// Reads the texts of the corpora.
fn texts(corpora: &Path) -> Result<Texts> {
    let read = |path: &str| {
        let path = corpora.join(path);
        fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))
    };
    let mut whole = HashMap::new();
    for (name, path) in [("wikinews", "wikinews-2019-2020"), ("wikipedia", "wikipedia-articles")] {
        for (at, text) in read(&format!("text/{path}.txt"))?.split("\n\n").enumerate() {
            whole.insert(format!("{name}-{at}"), text.trim().to_owned());
        }
    }
    for document in read("text/masc.txt")?.split("# masc ").skip(1) {
        let (head, text) = document.split_once('\n').unwrap_or((document, ""));
        let name = head.split(' ').next().unwrap_or(head);
        whole.insert(format!("masc:{name}"), text.trim().to_owned());
    }
    for corpus in ["gum.train", "gum.dev", "ewt.train"] {
        for document in sentences::read(&corpora.join(format!("sentences/{corpus}.jsonl")))? {
            let paragraphs: Vec<String> = document.paragraphs.iter().map(|it| it.join(" ")).collect();
            whole.insert(document.id, paragraphs.join("\n"));
        }
    }
    for document in keyphrases::documents(&corpora.join("keyphrases"), "500n")? {
        whole.insert(document.id, document.text);
    }
    let mut parts = HashMap::new();
    for corpus in ["gmb", "docred"] {
        let documents = corpus::read(&corpora.join(format!("ner/{corpus}.tsv")))?;
        let text = |sentences: &Vec<Sentence>| corpus::Document::of(sentences).text.replace('\n', " ");
        parts.insert(corpus, documents.iter().map(text).collect());
    }
    Ok(Texts { whole, parts })
}

impl Example {
    /// What may be chosen of `text`: what is measured, and how much it is worth.
    fn choices_of(&self, text: &str, stemmer: &Stemmer) -> Result<Vec<(Vec<i32>, f64)>> {
        let reading = Reading::new(Packs::built_in(), text, &english())?;
        let mut found = Vec::new();
        for (phrase, features) in choices(&reading.candidates()) {
            let form = normal_form(&phrase.text, stemmer);
            let first = normal_form(phrase.spans[0].of(text), stemmer);
            let is_in = |list: &HashSet<String>| list.contains(&form) || list.contains(&first);
            let is_short = || self.ten.iter().any(|long| is_initials(&form, long));
            let worth = match (is_in(&self.ten), is_in(&self.also) || is_short()) {
                (true, _) => 1.0,
                (false, true) => ALSO,
                _ => 0.0,
            };
            found.push((features.to_vec(), worth));
        }
        Ok(found)
    }
}

fn fit<'e>(examples: impl Iterator<Item = &'e Example>) -> BoostedTrees {
    let mut rows = Rows::default();
    for (features, worth) in examples.flat_map(|example| &example.choices) {
        rows.features.push(features.clone());
        rows.answers.push(*worth);
        rows.weights.push(1.0);
    }
    boost(&rows, &GROWTH)
}

/// The first [`OPENING`] words of a text, so that short texts are known, too.
fn opening(text: &str) -> &str {
    let spaces = text.char_indices().filter(|(_, c)| c.is_whitespace());
    spaces.map(|(at, _)| at).nth(OPENING).map_or(text, |end| &text[..end])
}

fn english() -> Options {
    Options { language: Some("en".to_owned()), ..Options::default() }
}

/// What was chosen of unseen texts, and how much of it an editor chose.
#[derive(Default)]
struct Tally {
    texts: usize,
    chosen: usize,
    in_ten: usize,
    in_any: usize,
    ten: usize,
}

impl Tally {
    fn add(&mut self, example: &Example, ranker: &TreeScorer) -> Result<()> {
        let stemmer = Stemmer::create(Algorithm::English);
        let reading = Reading::new(Packs::built_in(), &example.text, &english())?;
        let found = keyphrases(&reading.candidates(), Some(ranker), CHOSEN);
        self.texts += 1;
        self.ten += example.ten.len();
        for phrase in found {
            let form = normal_form(&phrase.text, &stemmer);
            let is_in_ten = example.ten.contains(&form);
            self.chosen += 1;
            self.in_ten += usize::from(is_in_ten);
            self.in_any += usize::from(is_in_ten || example.also.contains(&form));
        }
        Ok(())
    }

    fn say(&self) {
        let percent = |part: usize, whole: usize| part as f64 * 100.0 / whole.max(1) as f64;
        progress::say(&format!(
            "train: {} phrases of {} unseen texts: {:.1} % are among the editor's ten or would do, {:.1} % are among \
             the ten, which holds {:.1} % of these",
            self.chosen,
            self.texts,
            percent(self.in_any, self.chosen),
            percent(self.in_ten, self.chosen),
            percent(self.in_ten, self.ten),
        ));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_choice_is_of_a_text_of_a_paragraph_or_of_several_documents() {
        let texts = Texts {
            whole: [("wikinews-1".to_owned(), "One.\nTwo.".to_owned())].into(),
            parts: [("gmb", ["A.", "B.", "C."].map(str::to_owned).to_vec())].into(),
        };
        assert_eq!(texts.get("wikinews-1").as_deref(), Some("One.\nTwo."));
        assert_eq!(texts.get("wikinews-1#1").as_deref(), Some("Two."));
        assert_eq!(texts.get("gmb:1-2").as_deref(), Some("B. C."));
        assert!(["wikinews-2", "wikinews-1#2", "gmb:1-3", "gmb:1"].iter().all(|id| texts.get(id).is_none()));
    }

    #[test]
    fn first_letters_stand_for_a_phrase() {
        assert!(is_initials("us", "unit state") && !is_initials("us", "unit") && !is_initials("u", "u"));
    }
}

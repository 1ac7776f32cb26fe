//! Corpora with named entities: files of tokens and tags, their types mapped to four.

use std::collections::{HashMap, HashSet};
#[cfg(test)]
use std::ops::Range;
use std::path::Path;

use anyhow::{Context, Result};

use super::running_text::{self, Mention};
use crate::files;

/// The types that corpora have in common, in the order of the model's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A person.
    Per,
    /// An organisation.
    Org,
    /// A place.
    Loc,
    /// Anything else that has a name.
    Misc,
}

impl Kind {
    /// All, in order.
    pub const ALL: [Kind; 4] = [Kind::Per, Kind::Org, Kind::Loc, Kind::Misc];

    /// The name that corpora use.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Per => "PER",
            Self::Org => "ORG",
            Self::Loc => "LOC",
            Self::Misc => "MISC",
        }
    }

    /// The type of this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

/// A text and the mentions that it is known to have.
#[derive(Clone, Debug, Default)]
pub struct Document {
    /// Running text; a sentence of the corpus is a line.
    pub text: String,
    /// Its mentions, in order.
    pub mentions: Vec<Mention<Kind>>,
}

/// A sentence of a corpus: tokens, and mentions as ranges of tokens.
#[derive(Clone, Debug)]
pub struct Sentence {
    /// The tokens.
    pub tokens: Vec<String>,
    /// The mentions, in order.
    pub mentions: Vec<Mention<Kind>>,
}

#[cfg(test)]
impl Sentence {
    /// The sentence of these tokens, with one space between two of them.
    pub fn of(tokens: &str, mentions: &[(Range<usize>, Kind)]) -> Self {
        let mention = |(range, kind): &(Range<usize>, Kind)| Mention { range: range.clone(), kind: *kind };
        Self {
            tokens: tokens.split(' ').map(str::to_owned).collect(),
            mentions: mentions.iter().map(mention).collect(),
        }
    }
}

/// Ways to write a sentence otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Recase {
    /// All in capitals.
    Upper,
    /// All in lower case.
    Lower,
    /// As headlines: each longer word has a capital.
    Title,
}

/// Shorter words keep their small letters in titles, in letters.
const TITLED: usize = 4;

impl Recase {
    /// Rewrites the tokens.
    pub fn apply(self, sentence: &mut Sentence) {
        let rewrite = |token: &str| match self {
            Self::Upper => token.to_uppercase(),
            Self::Lower => token.to_lowercase(),
            Self::Title => {
                let mut rest = token.chars();
                match rest.next() {
                    Some(first) if token.chars().count() >= TITLED => {
                        first.to_uppercase().chain(rest).collect()
                    }
                    _ => token.to_owned(),
                }
            }
        };
        sentence.tokens.iter_mut().for_each(|token| *token = rewrite(token));
    }
}

impl Document {
    /// The running text of sentences.
    pub fn of(sentences: &[Sentence]) -> Self {
        let mut document = Self { text: String::new(), mentions: Vec::new() };
        for sentence in sentences {
            let mut spans = Vec::new();
            let tokens: Vec<&str> = sentence.tokens.iter().map(String::as_str).collect();
            let line = running_text::join(&tokens, &mut spans);
            if !document.text.is_empty() {
                document.text.push('\n');
            }
            let base = document.text.len();
            document.text.push_str(&line);
            document.mentions.extend(sentence.mentions.iter().map(|mention| Mention {
                range: base + spans[mention.range.start].start..base + spans[mention.range.end - 1].end,
                kind: mention.kind,
            }));
        }
        document
    }
}

/// The documents of a file of tokens and tags; one a sentence where it marks none.
pub fn read(path: &Path) -> Result<Vec<Vec<Sentence>>> {
    let text =
        String::from_utf8(files::read(path)?).with_context(|| format!("{} is not UTF-8", path.display()))?;
    let mapping = Mapping::read(path)?;
    let mut documents: Vec<Vec<Sentence>> = Vec::new();
    let mut document = Vec::new();
    let (mut tokens, mut tags): (Vec<&str>, Vec<&str>) = (Vec::new(), Vec::new());
    for line in text.lines().chain([""]) {
        let (token, tag) = line.rsplit_once('\t').unwrap_or((line, ""));
        let token = token.split('\t').next().unwrap_or_default();
        let starts = token == "-DOCSTART-";
        if !starts && !token.trim().is_empty() && line.contains('\t') {
            tokens.push(token);
            tags.push(tag);
            continue;
        }
        if !tokens.is_empty() {
            document.push(mapping.sentence(&tokens, &tags));
            (tokens, tags) = (Vec::new(), Vec::new());
        }
        if starts && !document.is_empty() {
            documents.push(std::mem::take(&mut document));
        }
    }
    if !document.is_empty() {
        documents.push(document);
    }
    let parts_are_fields = path.file_name().is_some_and(|name| name.to_string_lossy().contains("crossner"));
    if documents.len() == 1 || parts_are_fields {
        documents = documents.into_iter().flatten().map(|sentence| vec![sentence]).collect();
    }
    Ok(documents)
}

/// The documents of a file of rows, `{"text": "...", "ents": [[start, end, "PER"], ...]}`, whose places count code points.
pub fn rows(path: &Path) -> Result<Vec<Document>> {
    let rows =
        String::from_utf8(files::read(path)?).with_context(|| format!("{} is not UTF-8", path.display()))?;
    let numbered = rows.lines().zip(1..);
    let read = |(row, at)| document(row).with_context(|| format!("{}, line {at}", path.display()));
    numbered.map(read).collect()
}

/// The document of a row.
fn document(row: &str) -> Result<Document> {
    #[derive(serde::Deserialize)]
    struct Row {
        text: String,
        ents: Vec<(usize, usize, String)>,
    }
    let Row { text, ents } = serde_json::from_str(row)?;
    let bytes: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    let mention = |(start, end, name): (usize, usize, String)| {
        let kind = Kind::named(&name).with_context(|| format!("{name:?} is no type"))?;
        let places = bytes.get(start).zip(bytes.get(end)).filter(|(start, end)| start < end);
        let (&start, &end) = places.with_context(|| format!("no name lies at {start} to {end}"))?;
        Ok(Mention { range: start..end, kind })
    };
    Ok(Document { mentions: ents.into_iter().map(mention).collect::<Result<_>>()?, text })
}

/// Keeps the documents that are held out, every tenth, or the others; sentences go by hundreds.
pub fn part(documents: &mut Vec<Vec<Sentence>>, held_out: bool) {
    let unit = if documents.iter().all(|document| document.len() == 1) { 100 } else { 1 };
    let mut places = 0..;
    documents.retain(|_| places.next().is_some_and(|at| (at / unit % 10 == 9) == held_out));
}

/// The names of a gazetteer: what its lines have before the first tab.
pub fn gazetteer(file: &Path) -> Result<Vec<String>> {
    let text = String::from_utf8(files::read(file)?)?;
    Ok(text.lines().map(|line| line.split('\t').next().unwrap_or_default().to_owned()).collect())
}

/// What the tags of a corpus count as: the rows of `mapping.tsv` beside it.
struct Mapping {
    rules: HashMap<String, (Option<Kind>, String)>,
    demonyms: HashSet<String>,
}

impl Mapping {
    fn read(corpus: &Path) -> Result<Self> {
        let folder = corpus.parent().context("a corpus lies in a folder")?;
        let name = corpus.file_name().context("a corpus is a file")?.to_string_lossy();
        let table = String::from_utf8(files::read(&folder.join("mapping.tsv"))?)?;
        let mut rules = HashMap::new();
        for line in table.lines() {
            let cells: Vec<&str> = line.split('\t').collect();
            if let [file, tag, to, condition] = cells[..]
                && file == name
            {
                rules.insert(tag.to_owned(), (Kind::named(to), condition.to_owned()));
            }
        }
        anyhow::ensure!(!rules.is_empty(), "mapping.tsv has no row for {name}");
        let demonyms = gazetteer(&folder.join("../gazetteers/demonyms.txt"))?;
        Ok(Self { rules, demonyms: demonyms.iter().map(|name| name.trim().to_lowercase()).collect() })
    }

    fn sentence(&self, tokens: &[&str], tags: &[&str]) -> Sentence {
        let mentions = running_text::mentions(tags)
            .into_iter()
            .filter_map(|(range, tag)| Some(Mention { kind: self.kind(tag, &tokens[range.clone()])?, range }))
            .collect();
        Sentence { tokens: tokens.iter().map(|&token| token.to_owned()).collect(), mentions }
    }

    fn kind(&self, tag: &str, words: &[&str]) -> Option<Kind> {
        let (mut to, condition) = self.rules.get(tag).map(|(to, condition)| (*to, condition.as_str()))?;
        if condition.starts_with("capitalised")
            && !words.iter().any(|word| word.chars().next().is_some_and(char::is_uppercase))
        {
            to = None;
        }
        if condition.ends_with("no digit") && words.iter().any(|word| word.contains(|c: char| c.is_numeric()))
        {
            to = None;
        }
        if condition == "demonym->MISC" && self.demonyms.contains(&words.join(" ").to_lowercase()) {
            to = Some(Kind::Misc);
        }
        to
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_have_their_names_in_code_points() {
        let Document { text, mentions } =
            document(r#"{"id": "a", "text": "Zoë 🎈 met Bo.", "ents": [[0, 3, "PER"], [10, 12, "LOC"]]}"#)
                .expect("it is sound");
        let names: Vec<_> = mentions.iter().map(|it| (&text[it.range.clone()], it.kind)).collect();
        assert_eq!(names, [("Zoë", Kind::Per), ("Bo", Kind::Loc)]);
        for ents in [r#"[[0, 3, "GPE"]]"#, r#"[[3, 3, "PER"]]"#, r#"[[0, 9, "PER"]]"#] {
            let row = format!(r#"{{"text": "Zoë met", "ents": {ents}}}"#);
            assert!(document(&row).is_err(), "{row}");
        }
    }

    #[test]
    fn sentences_are_written_otherwise() {
        for (recase, expected) in [
            (Recase::Upper, "THE ÉCOLE OF ANN LEE"),
            (Recase::Lower, "the école of ann lee"),
            (Recase::Title, "The École of Ann Lee"),
        ] {
            let tokens = "The école of Ann Lee".split(' ').map(str::to_owned).collect();
            let mut sentence = Sentence { tokens, mentions: Vec::new() };
            recase.apply(&mut sentence);
            assert_eq!(sentence.tokens.join(" "), expected);
        }
    }
}

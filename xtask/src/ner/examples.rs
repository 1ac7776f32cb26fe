//! Corpora as the trainer takes them in: for each stretch of words that names
//! can be made of, the words' features and the tags that the corpus allows.

use std::hash::BuildHasher;
use std::ops::Range;
use std::path::Path;

use anyhow::Result;
use textlens::entities::training::{self, Observation, observe};
use textlens::lexicon::Packs;
use textlens::lexicon::name_model::FeatureKey;
use textlens::{language, tokens::Tokens};

use super::card::Share;
use super::corpus::{self, Document, Kind};
use super::crf::TagSet;
use super::labels::{self, Doubt};
use super::normal;
use super::running_text::Mention;
use super::sources::{Annotator, RECASED, SOURCES, Source, documents, recase, source};
use crate::random::Random;

/// Words with their features, in stretches.
#[derive(Default)]
pub struct Examples {
    /// The keys of all words' features, one word after the other.
    pub keys: Vec<FeatureKey>,
    /// By word: where its features end in `keys`.
    pub ends: Vec<usize>,
    /// By word: the tags that it may have.
    pub tags: Vec<TagSet>,
    /// By word: its form, hashed.
    pub forms: Vec<u32>,
    /// The stretches, as ranges of words.
    pub stretches: Vec<Range<usize>>,
    /// By stretch: who marked it.
    pub annotators: Vec<Annotator>,
    /// Names of countries and capitals, as their words' forms.
    pub places: Vec<Vec<u32>>,
}

impl Examples {
    /// The range of a word's features in `keys`.
    pub fn features(&self, word: usize) -> Range<usize> {
        let start = if word == 0 { 0 } else { self.ends[word - 1] };
        start..self.ends[word]
    }

    /// The stretches that those marked who `takes` allows.
    pub fn stretches_by(&self, takes: impl Fn(Annotator) -> bool) -> Vec<u32> {
        let numbered = (0..).zip(&self.annotators);
        numbered.filter(|&(_, &annotator)| takes(annotator)).map(|(stretch, _)| stretch).collect()
    }

    fn append(&mut self, other: Examples) {
        let (keys, words) = (self.keys.len(), self.tags.len());
        self.keys.extend(other.keys);
        self.ends.extend(other.ends.into_iter().map(|end| keys + end));
        self.tags.extend(other.tags);
        self.forms.extend(other.forms);
        self.annotators.extend(other.annotators);
        self.stretches.extend(other.stretches.into_iter().map(|s| words + s.start..words + s.end));
    }

    /// Adds the words of a document as the recogniser sees them.
    fn observe(&mut self, mut document: Document, source: &Source, doubts: &[Doubt], packs: &Packs) {
        let Document { text, mentions } = &mut document;
        for Mention { range, kind } in mentions {
            *range = normal::core(text, range.clone(), *kind);
        }
        let tokens = Tokens::new(&document.text, language::profile("en"), packs.words("en"));
        let names = packs.names("en").expect("the English names are built in");
        self.add(&document, observe(&tokens, names), source, doubts);
    }

    /// Adds the words of a document; those in `doubts` may have several tags.
    fn add(&mut self, document: &Document, observation: Observation, source: &Source, doubts: &[Doubt]) {
        let mut doubts = doubts.iter().peekable();
        let mut mentions = document.mentions.iter().peekable();
        for sentence in observation.sentences {
            let kinds: Vec<Option<(usize, Kind)>> = sentence
                .iter()
                .map(|word| {
                    let word = word.span.range();
                    while mentions.next_if(|mention| mention.range.end <= word.start).is_some() {}
                    let mention = mentions.peek()?;
                    let common =
                        mention.range.end.min(word.end).saturating_sub(mention.range.start.max(word.start));
                    (common * 2 >= word.len()).then_some((mention.range.start, mention.kind))
                })
                .collect();
            let mut at = 0;
            while at < sentence.len() {
                let end = (at..sentence.len())
                    .find(|&at| sentence[at].features.is_empty())
                    .unwrap_or(sentence.len());
                if end > at {
                    let first = self.tags.len();
                    self.tags.extend((at..end).map(|word| {
                        let span = sentence[word].span.range();
                        while doubts.next_if(|doubt| doubt.range.end <= span.start).is_some() {}
                        let tag = tag(&kinds[at..end], word - at);
                        if let Some(doubt) = doubts.peek().filter(|doubt| doubt.range.start < span.end) {
                            return 1 << tag | doubtful(tag, doubt);
                        }
                        let any = tag == 0
                            && (source.lacks_misc || source.lacks_demonyms && sentence[word].is_demonym);
                        1 << tag | if any { 0b1111 << 13 } else { 0 }
                    }));
                    for word in &sentence[at..end] {
                        self.keys.extend_from_slice(&word.features);
                        self.ends.push(self.keys.len());
                        self.forms.push(hash(&document.text[word.span.range()]));
                    }
                    self.stretches.push(first..self.tags.len());
                    self.annotators.push(source.annotator);
                }
                at = end + 1;
            }
        }
    }
}

/// A word's form as a number.
fn hash(form: &str) -> u32 {
    rustc_hash::FxBuildHasher.hash_one(form) as u32
}

/// The tag of a word, by the mentions (their start and type) that the words are in.
fn tag(kinds: &[Option<(usize, Kind)>], at: usize) -> u32 {
    let Some((_, kind)) = kinds[at] else { return 0 };
    let goes_on = |other: Option<&Option<(usize, Kind)>>| other.is_some_and(|other| *other == kinds[at]);
    let from = at > 0 && goes_on(kinds.get(at - 1));
    let place = match (from, goes_on(kinds.get(at + 1))) {
        (false, true) => 0,
        (true, true) => 1,
        (true, false) => 2,
        (false, false) => 3,
    };
    training::tag(kind as u8, place).into()
}

/// The tags that a word with `tag` in a doubtful place may have: any of its types, at any place of
/// a name where not even that is sure.
fn doubtful(tag: u32, doubt: &Doubt) -> TagSet {
    let places = match (doubt.is_open, tag) {
        (true, _) => 0b1111,
        // An article, which is no part of the name.
        (false, 0) => return 1,
        (false, tag) => 1 << ((tag - 1) % 4),
    };
    let kinds = (0..4).filter(|&kind| doubt.kinds[kind]).map(|kind| places << (1 + 4 * kind));
    kinds.fold(u32::from(doubt.is_open), |set, tags| set | tags)
}

/// The examples of a source.
pub fn of_source(folder: &Path, source: &Source, hold_out: bool, packs: &Packs) -> Result<Examples> {
    let names = packs.names("en").expect("the English names are built in");
    let mut documents = documents(folder, source, hold_out, names)?;
    let mut random = Random::new(source.file.len() as u64);
    documents.iter_mut().for_each(|document| recase(document, &mut random));
    let mut examples = in_halves(&documents, |examples, sentences| {
        examples.observe(Document::of(sentences), source, &[], packs)
    });
    examples.stretches = vec![examples.stretches; source.times].concat();
    examples.annotators = examples.annotators.repeat(source.times);
    Ok(examples)
}

/// The examples of what a teacher marked in the texts of `folder`.
fn of_teacher(folder: &Path, file: &Path, packs: &Packs) -> Result<Examples> {
    let mut marked = labels::read(file, &folder.join("text"), |_| true)?;
    let mut random = Random::new(1);
    for part in &mut marked {
        match random.below(RECASED) {
            0 => part.document.text.make_ascii_uppercase(),
            1 => part.document.text.make_ascii_lowercase(),
            _ => {}
        }
    }
    let source = Source { annotator: Annotator::Teacher, ..source("teacher") };
    Ok(in_halves(&marked, |examples, part| {
        examples.observe(part.document.clone(), &source, &part.doubts, packs)
    }))
}

/// The examples that `add` makes of `documents`, two halves at once: the result is that of one
/// after the other.
fn in_halves<D: Sync>(documents: &[D], add: impl Fn(&mut Examples, &D) + Sync) -> Examples {
    let of = |documents: &[D]| {
        let mut examples = Examples::default();
        documents.iter().for_each(|document| add(&mut examples, document));
        examples
    };
    let (first, second) = documents.split_at(documents.len().div_ceil(2));
    std::thread::scope(|scope| {
        let second = scope.spawn(|| of(second));
        let mut examples = of(first);
        examples.append(second.join().expect("the other half panicked"));
        examples
    })
}

/// The examples of all sources but those `without`, and of what a teacher marked, and how much each gave.
pub fn all(
    folder: &Path,
    hold_out: bool,
    without: &[String],
    teacher: Option<&Path>,
    packs: &Packs,
) -> Result<(Examples, Vec<Share>)> {
    let (mut examples, mut shares) = (Examples::default(), Vec::new());
    let takes =
        |source: &&Source| !(without.iter().any(|file| file == source.file) || hold_out && source.tunes);
    let mut append = |file: &'static str, added: Examples| {
        let in_names = added.tags.iter().filter(|&&tags| tags & 1 == 0).count();
        let words = added.tags.len();
        crate::progress::say(&format!(
            "{file}: {words} words that names can be made of, {in_names} in names"
        ));
        shares.push(Share { file, words, in_names });
        examples.append(added);
    };
    for source in SOURCES.iter().filter(takes) {
        append(source.file, of_source(folder, source, hold_out, packs)?);
    }
    if let Some(file) = teacher {
        append("labels of the teacher", of_teacher(folder, file, packs)?);
    }
    for file in ["countries.txt", "capitals.txt"] {
        let names = corpus::gazetteer(&folder.join("gazetteers").join(file))?;
        examples.places.extend(names.iter().map(|name| name.split(' ').map(hash).collect()));
    }
    Ok((examples, shares))
}

#[cfg(test)]
mod tests {
    use super::super::corpus::Sentence;
    use super::*;

    #[test]
    fn doubtful_places_may_have_several_tags() {
        let packs = Packs::built_in();
        let names = packs.names("en").expect("built in");
        let document = Document::of(&[Sentence::of("Ann Lee met Zorb .", &[(0..2, Kind::Per)])]);
        let tokens = Tokens::new(&document.text, language::profile("en"), packs.words("en"));
        let doubts = [
            Doubt { range: 0..7, kinds: [true, true, false, false], is_open: false },
            Doubt { range: 12..16, kinds: [false, false, true, false], is_open: true },
        ];
        let mut examples = Examples::default();
        examples.add(&document, observe(&tokens, names), &source("any.tsv"), &doubts);
        // First of a person or an organisation, last of these; outside; outside or any of a place.
        assert_eq!(examples.tags, [1 << 1 | 1 << 5, 1 << 3 | 1 << 7, 1, 1 | 0b1111 << 9]);
    }

    #[test]
    fn words_get_the_tags_that_the_corpus_allows() {
        let packs = Packs::built_in();
        let names = packs.names("en").expect("built in");
        let document = Document::of(&[Sentence::of("Ann Lee met Zorb .", &[(0..2, Kind::Per)])]);
        let tokens = Tokens::new(&document.text, language::profile("en"), packs.words("en"));
        for (lacks_misc, outside) in [(false, 1), (true, 1 | 0b1111 << 13)] {
            let mut examples = Examples::default();
            let source = Source { lacks_misc, ..source("any.tsv") };
            examples.add(&document, observe(&tokens, names), &source, &[]);
            assert_eq!(examples.tags, [1 << 1, 1 << 3, outside, outside]);
            assert_eq!(examples.stretches, vec![0..4]);
        }
    }
}

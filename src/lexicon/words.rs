//! The words pack: what is known of a language's words.

use rustc_hash::FxHashMap;

use super::boosted_trees::BoostedTrees;
use super::class_model::ClassModel;
use super::form_classes::{FormClasses, Roles};
use super::form_table::FormTable;
use super::frequency::FrequencyList;
use super::pack::{Pack, PackError, lines};
use super::sentence_words::SentenceWords;
use super::style_words::StyleWords;
use super::suffixes::SuffixStemmer;
use super::syllables::SyllableTable;
use super::tree_scorer::TreeScorer;
use super::vowels::VowelRules;
use crate::text::{Abbreviation, Dictionary, Role, SentenceModel, SentenceRules, normal_form};

/// Stop words, abbreviations, forms and syllables of one language.
///
/// Words are looked up in their normal form: lower case, straight apostrophes.
/// English has rules of its own in the core ([`crate::language::english`]) and a
/// section for each kind of data; what is known of another language stands in
/// one section, `language`, a kind and words a line: `stop` words; `elisions`
/// (what stands before an apostrophe: *l* in *l'art*); `speed`, the words a
/// minute read silently and, if known, aloud; `attributes`, where nouns have capitals, the endings of what may
/// stand before one without; `formulas` of readability, by their names in
/// the report; `unspaced`, when words stand without spaces and the section
/// `frequencies` is the dictionary by which they are found, after the pairs of `fold`; the lines of [`SuffixStemmer`], [`VowelRules`] and [`SentenceWords`].
#[derive(Debug, Default)]
pub struct WordLexicon {
    /// A number for each.
    stop_words: FormTable,
    sentence_words: SentenceWords,
    sentence_model: Option<SentenceModel>,
    irregular: FxHashMap<Box<str>, Box<str>>,
    syllables: SyllableTable,
    frequencies: FrequencyList,
    form_classes: Option<FormClasses>,
    phrase_ranker: Option<Ranker>,
    key_phrase_ranker: Option<Ranker>,
    style: StyleWords,
    word_classes: Option<ClassModel>,
    elisions: Vec<Box<str>>,
    attributes: Vec<Box<str>>,
    stemmer: Option<SuffixStemmer>,
    vowels: VowelRules,
    speed: Option<ReadingSpeed>,
    formulas: Vec<Box<str>>,
    /// Words stand without spaces, and are found by `frequencies`.
    unspaced: bool,
}

/// Trees to score many rows, and to see why.
#[derive(Debug)]
struct Ranker {
    scorer: TreeScorer,
    trees: BoostedTrees,
}

impl Ranker {
    /// That of a section; none where there is nothing.
    fn read(id: &str, data: &[u8]) -> Result<Option<Self>, PackError> {
        let read = || BoostedTrees::read(id, data);
        let trees = (!data.is_empty()).then(read).transpose()?;
        Ok(trees.map(|trees| Self { scorer: TreeScorer::new(&trees), trees }))
    }
}

/// What is gathered from more than one section before it is read, as tables are made for so many words.
struct Lists<'l> {
    stop_words: Vec<&'l str>,
    /// The lines of [`SentenceWords`].
    sentence_lines: Vec<&'l str>,
}

/// How fast people read a language, in words a minute.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReadingSpeed {
    /// Silently.
    pub silent: u32,
    /// Aloud, where that was measured.
    pub aloud: Option<u32>,
}

impl WordLexicon {
    /// Reads the sections of a words pack.
    ///
    /// # Errors
    ///
    /// [`PackError::Malformed`] with the section and the line that is not as it should be.
    pub fn read(pack: &Pack<'_>) -> Result<Self, PackError> {
        let mut lexicon = Self::default();
        let mut lists = Lists {
            stop_words: lines(pack.text("stop-words")?).flat_map(str::split_whitespace).collect(),
            sentence_lines: lines(pack.text("abbreviations")?).collect(),
        };
        let model = pack.data("sentence-model");
        if !model.is_empty() {
            let read = SentenceModel::read(model);
            lexicon.sentence_model = Some(read.map_err(|error| PackError::Malformed {
                section: "sentence-model".to_owned(),
                what: error.to_string(),
            })?);
        }
        for line in lines(pack.text("irregular-forms")?) {
            let (form, lemma) = line.split_once(' ').ok_or_else(|| malformed("irregular-forms", line))?;
            lexicon.irregular.insert(form.into(), lemma.into());
        }
        lexicon.syllables =
            SyllableTable::read(pack.text("syllables")?).map_err(|line| malformed("syllables", &line))?;
        lexicon.frequencies = FrequencyList::read(pack.data("frequencies"))?;
        lexicon.form_classes = FormClasses::read(pack.data("form-classes"), lexicon.frequencies.len())?;
        lexicon.style = StyleWords::read(pack.text("style")?, pack.text("verb-stems")?)
            .map_err(|line| malformed("style", &line))?;
        let ranker = |id| Ranker::read(id, pack.data(id));
        lexicon.phrase_ranker = ranker("phrase-ranker")?;
        lexicon.key_phrase_ranker = ranker("key-phrase-ranker")?;
        let classes = pack.data("word-classes");
        if !classes.is_empty() {
            lexicon.word_classes = Some(ClassModel::read(classes)?);
        }
        let abbreviations = lists.sentence_lines.len();
        for line in lines(pack.text("language")?) {
            lexicon.read_line(line, &mut lists).ok_or_else(|| malformed("language", line))?;
        }
        lexicon.sentence_words = SentenceWords::of_lines(&lists.sentence_lines).map_err(|line| {
            let is_abbreviations = lists.sentence_lines[..abbreviations].contains(&line);
            malformed(if is_abbreviations { "abbreviations" } else { "language" }, line)
        })?;
        lexicon.stop_words = FormTable::for_forms(lists.stop_words.len());
        lists.stop_words.iter().for_each(|word| lexicon.stop_words.put(word.as_bytes(), 1));
        Ok(lexicon)
    }

    /// Reads a line of the section `language`; `None` when it is not as it should be.
    fn read_line<'l>(&mut self, line: &'l str, lists: &mut Lists<'l>) -> Option<()> {
        let mut words = line.split_whitespace();
        let kind = words.next()?;
        match kind {
            "stop" => lists.stop_words.extend(words),
            "elisions" => self.elisions.extend(words.map(Box::from)),
            "attributes" => self.attributes.extend(words.map(Box::from)),
            "formulas" => self.formulas.extend(words.map(Box::from)),
            "speed" => {
                let mut speed = || words.next()?.parse().ok().filter(|&speed| speed > 0);
                self.speed = Some(ReadingSpeed { silent: speed()?, aloud: speed() });
            }
            "unspaced" => self.unspaced = true,
            "fold" | "stem" | "prefix" => self.stemmer.get_or_insert_default().read_line(kind, words)?,
            "vowels" | "stressed" | "skip" | "sounds" => self.vowels.read_line(kind, words)?,
            _ => lists.sentence_lines.push(line),
        }
        Some(())
    }

    /// What follows an elision: *art* of *l'art*.
    fn without_elision<'w>(&self, word: &'w str) -> &'w str {
        let parted = word.split_once('\'').filter(|(_, rest)| !rest.is_empty());
        parted
            .filter(|(head, _)| self.elisions.iter().any(|known| **known == **head))
            .map_or(word, |(_, rest)| rest)
    }

    /// What stands before the apostrophe of `word`, if it is elided: *l* of *l'art*.
    pub fn elision<'w>(&self, word: &'w str) -> Option<&'w str> {
        let rest = self.without_elision(word);
        (rest.len() < word.len()).then(|| &word[..word.len() - rest.len() - 1])
    }

    /// The endings of what may stand in small letters before a noun; none where nouns have no capitals.
    pub fn attribute_endings(&self) -> &[Box<str>] {
        &self.attributes
    }

    /// The stem of `word`, a normal form, by the rules of the pack; `None` when it has none.
    pub fn stem(&self, word: &str) -> Option<String> {
        Some(self.stemmer.as_ref()?.stem(self.without_elision(word)))
    }

    /// The rules by which syllables are counted, where the pack has any.
    pub fn vowels(&self) -> Option<&VowelRules> {
        Some(&self.vowels).filter(|vowels| !vowels.is_empty())
    }

    /// The words of a language that writes them without spaces.
    pub fn dictionary(&self) -> Option<&dyn Dictionary> {
        Some(self as &dyn Dictionary).filter(|_| self.unspaced)
    }

    /// How fast the language is read, where that was measured.
    pub fn speed(&self) -> Option<ReadingSpeed> {
        self.speed
    }

    /// Whether the formula of readability with this name in the report is made for the language.
    pub fn has_formula(&self, name: &str) -> bool {
        self.formulas.iter().any(|formula| **formula == *name)
    }

    /// Whether `word` carries grammar rather than topic; contractions of such words do too.
    pub fn is_stop_word(&self, word: &str) -> bool {
        let word = if self.elisions.is_empty() { word } else { self.without_elision(word) };
        let is_one = |word: &str| self.stop_words.get(word.as_bytes()) > 0;
        is_one(word)
            || self.elisions.is_empty()
                && word.bytes().position(|byte| byte == b'\'').is_some_and(|at| {
                    let (head, tail) = (&word[..at], &word[at + 1..]);
                    is_one(head) || tail == "t" && head.ends_with('n')
                })
    }

    /// Whether `word` is an article.
    pub fn is_article(&self, word: &str) -> bool {
        self.sentence_words.is_article(word)
    }

    /// The lemma of an irregular form, and of a word that only looks inflected.
    pub fn irregular_lemma(&self, word: &str) -> Option<&str> {
        self.irregular.get(word).map(|lemma| &**lemma)
    }

    /// How frequent the commonest words are in the language at large.
    pub fn frequencies(&self) -> &FrequencyList {
        &self.frequencies
    }

    /// Where in a key phrase `word`, a normal form, may stand; anywhere, where the pack does not say.
    pub fn roles(&self, word: &str) -> Roles {
        let Some(classes) = &self.form_classes else { return Roles::ALL };
        let word = self.without_elision(word);
        classes.roles(word, self.frequencies.get(word))
    }

    /// What ranks the candidates for key phrases.
    pub fn phrase_ranker(&self) -> Option<&TreeScorer> {
        self.phrase_ranker.as_ref().map(|ranker| &ranker.scorer)
    }

    /// Its trees, to see why it ranks as it does.
    pub fn phrase_trees(&self) -> Option<&BoostedTrees> {
        self.phrase_ranker.as_ref().map(|ranker| &ranker.trees)
    }

    /// What chooses the key phrases to be read.
    pub fn key_phrase_ranker(&self) -> Option<&TreeScorer> {
        self.key_phrase_ranker.as_ref().map(|ranker| &ranker.scorer)
    }

    /// Its trees, to see why it chooses as it does.
    pub fn key_phrase_trees(&self) -> Option<&BoostedTrees> {
        self.key_phrase_ranker.as_ref().map(|ranker| &ranker.trees)
    }

    /// What the notes on style know.
    pub fn style(&self) -> &StyleWords {
        &self.style
    }

    /// The model of the classes of words.
    pub fn word_classes(&self) -> Option<&ClassModel> {
        self.word_classes.as_ref()
    }

    /// What is known of syllables beyond the rules.
    pub fn syllables(&self) -> &SyllableTable {
        &self.syllables
    }
}

impl Dictionary for WordLexicon {
    fn cost(&self, word: &str) -> Option<u8> {
        self.frequencies.class(word)
    }

    fn folded(&self, text: &str) -> Option<String> {
        self.stemmer.as_ref().map(|stemmer| stemmer.folded(text, true))
    }
}

impl SentenceRules for WordLexicon {
    fn abbreviation(&self, word: &str) -> Option<Abbreviation> {
        self.sentence_words.abbreviation(word)
    }

    fn starts_sentence(&self, word: &str) -> bool {
        if self.sentence_words.has_starts() {
            return self.sentence_words.starts_sentence(word);
        }
        let plain = word.bytes().all(|byte| byte.is_ascii_alphanumeric());
        if plain {
            return self.stop_words.get_lower(word.as_bytes()) > 0;
        }
        self.is_stop_word(&normal_form(word))
    }

    fn is_preposition(&self, word: &str) -> bool {
        self.sentence_words.is_preposition(word)
    }

    fn is_stop(&self, mark: char) -> bool {
        self.sentence_words.is_stop(mark)
    }

    fn goes_on_with(&self, after: &str) -> bool {
        self.sentence_words.goes_on_with(after)
    }

    fn has_ordinals(&self) -> bool {
        self.sentence_words.has_ordinals()
    }

    fn has_role(&self, word: &str, role: Role) -> bool {
        self.sentence_words.has_role(word, role)
    }

    fn knows(&self, word: &str) -> bool {
        self.unspaced || self.frequencies.is_empty() || self.frequencies.get_lower(word).is_some()
    }

    fn word_group(&self, word: &str) -> u8 {
        self.word_classes.as_ref().map_or(0, |classes| classes.group(word, &self.frequencies))
    }

    fn model(&self) -> Option<&SentenceModel> {
        self.sentence_model.as_ref()
    }
}

fn malformed(section: &str, line: &str) -> PackError {
    PackError::Malformed { section: section.to_owned(), what: format!("cannot read line {line:?}") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::pack::{Section, write};

    #[test]
    fn a_line_that_cannot_be_read_is_told_with_its_section() {
        for id in ["abbreviations", "language"] {
            let other = if id == "language" { "abbreviations" } else { "language" };
            let section = |id, data| Section { id, licence: "MIT", data };
            let sections = [section(id, b"title Mr\nfoo bar\n"), section(other, b"title Mrs\n")];
            let bytes = write("xx.words", "0", &sections);
            let error = WordLexicon::read(&Pack::read(&bytes).unwrap()).unwrap_err();
            assert_eq!(error, malformed(id, "foo bar"));
        }
    }
}

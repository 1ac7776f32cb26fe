//! The lexical layer: every word, number and mark of a text, with its forms.
//!
//! One pass over the text interns each *surface* (a form as written) and each
//! *word* (its normal form: lower case, straight apostrophes, no possessive).
//! What costs time (case, stems, syllables, stop words) is computed once for
//! each, not for each token.

use rustc_hash::FxHashMap;

use crate::language::Profile;
use crate::lexicon::{CommonForm, WordLexicon};
use crate::text::{
    Dictionary, NoRules, Piece, PieceKind, SentenceRules, Span, by_dictionary, paragraphs, pieces, sentences,
};

/// Index of a [`Surface`].
pub type SurfaceId = u32;

/// Index of a [`Word`].
pub type WordId = u32;

/// One word, number or mark in the text.
#[derive(Clone, Copy, Debug)]
pub struct Token {
    /// Where it begins; [`Tokens::span`] says where it ends.
    pub start: u32,
    /// Its form as written.
    pub surface: SurfaceId,
}

/// How a form uses capitals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// No letter with case: *1950*, *五*, *…*.
    Caseless,
    /// *parade*
    Lower,
    /// *Parade*, *Sun-nam*, and the single letter *I*
    Title,
    /// *KCNA*, *US*
    Upper,
    /// *iPhone*, *US-led*, *McDonald*
    Mixed,
}

/// A form as written, once for all its tokens.
#[derive(Clone, Debug)]
pub struct Surface<'t> {
    /// The form, with its possessive ending.
    pub text: &'t str,
    /// Bytes of [`Surface::text`] before the possessive ending (*’s*).
    pub stem_len: u32,
    /// Word, number or mark.
    pub kind: PieceKind,
    /// How it uses capitals.
    pub shape: Shape,
    /// Its normal form.
    pub word: WordId,
}

impl<'t> Surface<'t> {
    /// The form without its possessive ending.
    pub fn bare(&self) -> &'t str {
        &self.text[..self.stem_len as usize]
    }
}

/// A normal form, once for all its surfaces.
#[derive(Clone, Debug)]
pub struct Word {
    /// The normal form.
    pub text: Box<str>,
    /// Whether it carries grammar rather than topic.
    pub is_stop: bool,
    stem: Stem,
    /// How frequent it is in the language.
    pub(crate) frequency: Option<CommonForm>,
}

/// The stem of a word. Most are its beginning, and take no memory of their own.
#[derive(Clone, Debug)]
enum Stem {
    /// So many of the word's first bytes.
    Beginning(u32),
    /// Another form.
    Other(Box<str>),
}

impl Word {
    fn new(text: Box<str>, stem: &str, is_stop: bool, frequency: Option<CommonForm>) -> Self {
        let stem = match text.starts_with(stem) {
            true => Stem::Beginning(stem.len() as u32),
            false => Stem::Other(stem.into()),
        };
        Self { text, is_stop, stem, frequency }
    }

    /// What its inflected forms share; equal stems are one keyword.
    pub fn stem(&self) -> &str {
        match &self.stem {
            Stem::Beginning(len) => &self.text[..*len as usize],
            Stem::Other(stem) => stem,
        }
    }
}

/// A sentence and its tokens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Where it stands.
    pub span: Span,
    /// Its tokens, as a range of [`Tokens::tokens`].
    pub tokens: std::ops::Range<usize>,
    /// Words and numbers among its tokens.
    pub words: usize,
    /// Index of its paragraph.
    pub paragraph: usize,
}

/// A text's paragraphs, sentences and tokens.
#[derive(Debug, Default)]
pub struct Tokens<'t> {
    /// The text that all spans are of.
    pub text: &'t str,
    /// The paragraphs in order.
    pub paragraphs: Vec<Span>,
    /// The sentences in order.
    pub sentences: Vec<Sentence>,
    /// The tokens in order.
    pub tokens: Vec<Token>,
    /// The different forms, by first place.
    pub surfaces: Vec<Surface<'t>>,
    /// The different normal forms, by first place.
    pub words: Vec<Word>,
}

impl<'t> Tokens<'t> {
    /// The tokens of `text` in a language with `profile`; `lexicon` is its words pack, if at hand.
    pub fn new(text: &'t str, profile: Profile, lexicon: Option<&WordLexicon>) -> Self {
        let mut tokens = Self { text, paragraphs: paragraphs(text), ..Self::default() };
        let rules = lexicon.map_or(&NoRules as &dyn SentenceRules, |lexicon| lexicon);
        tokens.segment(rules, lexicon.and_then(WordLexicon::dictionary));
        tokens.normalise(profile, lexicon);
        tokens
    }

    /// Where a token stands, with its possessive ending.
    pub fn span(&self, token: &Token) -> Span {
        Span { start: token.start, end: token.start + self.surface(token).text.len() as u32 }
    }

    /// From the first of some tokens, one at least, to the end of the last.
    pub fn across(&self, tokens: std::ops::Range<usize>) -> Span {
        Span { start: self.tokens[tokens.start].start, end: self.span(&self.tokens[tokens.end - 1]).end }
    }

    /// The form of a token.
    pub fn surface(&self, token: &Token) -> &Surface<'t> {
        &self.surfaces[token.surface as usize]
    }

    /// The normal form of a token.
    pub fn word(&self, token: &Token) -> &Word {
        &self.words[self.surface(token).word as usize]
    }

    /// Whether the token is a word or a number, not a mark.
    pub fn is_word(&self, token: &Token) -> bool {
        self.surface(token).kind != PieceKind::Punctuation
    }

    /// The span of a token without its possessive ending.
    pub fn bare_span(&self, token: &Token) -> Span {
        Span { start: token.start, end: token.start + self.surface(token).stem_len }
    }

    /// The index of the sentence that has this byte or, between two, of the one after it.
    pub(crate) fn sentence_at(&self, byte: u32) -> usize {
        self.sentences.partition_point(|sentence| sentence.span.end <= byte)
    }

    /// By [`WordId`]: whether the text has the word in small letters.
    pub(crate) fn words_in_small_letters(&self) -> Vec<bool> {
        let mut lower = vec![false; self.words.len()];
        for surface in &self.surfaces {
            lower[surface.word as usize] |= surface.shape == Shape::Lower;
        }
        lower
    }

    /// How many tokens each form has, by [`SurfaceId`].
    pub fn surface_counts(&self) -> Vec<u32> {
        let mut counts = vec![0; self.surfaces.len()];
        for token in &self.tokens {
            counts[token.surface as usize] += 1;
        }
        counts
    }

    /// Finds sentences and tokens, and interns the forms.
    fn segment(&mut self, rules: &dyn SentenceRules, dictionary: Option<&dyn Dictionary>) {
        let mut known: FxHashMap<&'t str, SurfaceId> = FxHashMap::default();
        // Few texts have more: their lists move once, others' never.
        self.tokens.reserve_exact(self.text.len() / 5);
        self.surfaces.reserve_exact(self.text.len() / 40);
        for (paragraph, &paragraph_span) in self.paragraphs.iter().enumerate() {
            for span in sentences(self.text, paragraph_span, rules) {
                // By sentence, as the standard joins *there.The* over its end.
                let mut plain = pieces(span.of(self.text));
                let mut by_words =
                    dictionary.map(|words| by_dictionary(span.of(self.text), &mut plain, words).into_iter());
                let pieces = std::iter::from_fn(|| match &mut by_words {
                    Some(words) => words.next(),
                    None => plain.next(),
                });
                let first = self.tokens.len();
                let mut words = 0;
                for Piece { span: piece, kind } in pieces {
                    let piece = Span { start: span.start + piece.start, end: span.start + piece.end };
                    let form = piece.of(self.text);
                    let surface = *known.entry(form).or_insert_with(|| {
                        self.surfaces.push(Surface {
                            text: form,
                            stem_len: bare_length(form) as u32,
                            kind,
                            shape: shape(form),
                            word: 0,
                        });
                        (self.surfaces.len() - 1) as SurfaceId
                    });
                    words += usize::from(kind != PieceKind::Punctuation);
                    self.tokens.push(Token { start: piece.start, surface });
                }
                self.sentences.push(Sentence { span, tokens: first..self.tokens.len(), words, paragraph });
            }
        }
        // These stay as long as the analysis, and may have room for twice as many.
        self.tokens.shrink_to_fit();
        self.surfaces.shrink_to_fit();
        self.sentences.shrink_to_fit();
    }

    /// Gives every form its normal form, and every normal form its stem.
    fn normalise(&mut self, profile: Profile, lexicon: Option<&WordLexicon>) {
        let is_stop = |word: &str| lexicon.is_some_and(|lexicon| lexicon.is_stop_word(word));
        let all_capitals = self.is_in_capitals();
        let mut known: FxHashMap<Box<str>, WordId> = FxHashMap::default();
        self.words.reserve_exact(self.surfaces.len());
        for surface in &mut self.surfaces {
            let mut normal = profile.normal_form(surface.bare());
            // *US* and *WHO* are no function words, unless the whole text shouts.
            let acronym = surface.shape == Shape::Upper && !all_capitals && is_stop(&normal);
            if acronym {
                normal = surface.bare().to_owned();
            }
            let normal: Box<str> = normal.into();
            surface.word = *known.entry(normal).or_insert_with_key(|normal| {
                let is_word = surface.kind == PieceKind::Word;
                let inflects = is_word && !acronym;
                let stem = inflects.then(|| stem_of(normal, profile, lexicon));
                let is_stop = inflects && is_stop(normal);
                let stem = stem.as_deref().unwrap_or(normal);
                let frequency = lexicon.and_then(|lexicon| lexicon.frequencies().get(normal));
                self.words.push(Word::new(normal.clone(), stem, is_stop, frequency));
                (self.words.len() - 1) as WordId
            });
        }
        self.words.shrink_to_fit();
    }

    /// Whether a third of the longer words are in capitals, so that capitals mean nothing.
    fn is_in_capitals(&self) -> bool {
        let counts = self.surface_counts();
        let (mut long, mut upper) = (0, 0);
        for (surface, count) in self.surfaces.iter().zip(counts) {
            if surface.kind == PieceKind::Word && surface.text.len() > 4 {
                long += count;
                upper += if surface.shape == Shape::Upper { count } else { 0 };
            }
        }
        upper * 3 > long
    }
}

/// Bytes before a possessive *'s*: *Russia’s* has 6.
pub(crate) fn bare_length(form: &str) -> usize {
    let bare = ["'s", "’s", "'S", "’S"].iter().find_map(|ending| form.strip_suffix(ending));
    // *it's* and *that's* are contractions, but their normal forms are as well served.
    bare.map_or(form.len(), |bare| if bare.is_empty() { form.len() } else { bare.len() })
}

/// The stem of a word in normal form: of an irregular form the stem of its lemma,
/// and a word that only looks inflected is its own.
pub(crate) fn stem_of(word: &str, profile: Profile, lexicon: Option<&WordLexicon>) -> String {
    let Some(lexicon) = lexicon else { return (profile.stem)(word) };
    if let Some(stem) = lexicon.stem(word) {
        return stem;
    }
    let lemma = lexicon.irregular_lemma(word).or_else(|| unlikely_singular(word, lexicon));
    match lemma {
        Some(lemma) if lexicon.irregular_lemma(lemma) != Some(lemma) => (profile.stem)(lemma),
        Some(lemma) => lemma.to_owned(),
        None => (profile.stem)(word),
    }
}

/// The singular that the endings of a plural do not show: of a word that only looks inflected, as in *gases* and
/// *weddings*, or one that the language knows in *u* or *i*, as in *menus*.
fn unlikely_singular<'w>(word: &'w str, lexicon: &WordLexicon) -> Option<&'w str> {
    let is_itself = |one: &&str| lexicon.irregular_lemma(one) == Some(one);
    let is_known = |one: &str| lexicon.frequencies().get(one).is_some();
    let one = word.strip_suffix('s').filter(|one| !one.ends_with('s'))?;
    match one.as_bytes().last()? {
        b'e' if !is_known(one) => one.strip_suffix('e').filter(is_itself),
        b'u' | b'i' => Some(one).filter(|one| one.len() > 3 && is_known(one)),
        _ => Some(one).filter(is_itself),
    }
}

/// How `form` uses capitals.
fn shape(form: &str) -> Shape {
    let (mut upper, mut lower) = (0, 0);
    let mut title = true;
    let mut part_start = true;
    for c in form[..bare_length(form)].chars() {
        if c.is_lowercase() {
            lower += 1;
            title &= !part_start;
        } else if c.is_uppercase() {
            upper += 1;
            title &= part_start;
        }
        part_start = matches!(c, '-' | '\u{2010}' | '\u{2011}' | '\'' | '’');
    }
    match (upper, lower) {
        (0, 0) => Shape::Caseless,
        (0, _) => Shape::Lower,
        (1, 0) => Shape::Title,
        (_, 0) => Shape::Upper,
        // *Sun-nam* is a name of one kind with *Kim Jong-Un*.
        _ if title || upper == 1 && form.starts_with(char::is_uppercase) => Shape::Title,
        _ => Shape::Mixed,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::profile;
    use crate::lexicon::Packs;

    fn tokens(text: &str) -> Tokens<'_> {
        Tokens::new(text, profile("en"), Packs::built_in().words("en"))
    }

    #[test]
    fn forms_of_a_word_share_its_normal_form() {
        let tokens = tokens("Russia’s army, RUSSIA's armies: the Russia of Russia.");
        let russia: Vec<_> =
            tokens.surfaces.iter().filter(|s| &*tokens.words[s.word as usize].text == "russia").collect();
        assert_eq!(russia.iter().map(|s| s.text).collect::<Vec<_>>(), ["Russia’s", "RUSSIA's", "Russia"]);
        assert!(russia.iter().all(|s| s.bare().len() == 6));
        let stem = |word| tokens.words.iter().find(|w| &*w.text == word).map(Word::stem);
        assert_eq!(stem("army"), stem("armies"));
    }

    #[test]
    fn plurals_share_the_stem_of_their_singular() {
        let stem = |word| stem_of(word, profile("en"), Packs::built_in().words("en"));
        for (one, many) in [
            ("menu", "menus"),
            ("taxi", "taxis"),
            ("bus", "buses"),
            ("gas", "gases"),
            ("wedding", "weddings"),
            ("virus", "viruses"),
            ("crisis", "crises"),
            ("lens", "lenses"),
        ] {
            assert_eq!(stem(one), stem(many), "{one}");
        }
        // What only ends so is none.
        for (word, other) in [("loses", "los"), ("this", "thi"), ("wed", "weddings"), ("gus", "gu")] {
            assert_ne!(stem(word), stem(other), "{word}");
        }
    }

    #[test]
    fn a_forgotten_space_parts_words_too() {
        for text in ["We were there.The rest left.", "0ß.Mr.", "AMay 3, 1999 𞹇a.Mr.B"] {
            let tokens = tokens(text);
            assert!(tokens.sentences.iter().all(|sentence| {
                tokens.tokens[sentence.tokens.clone()]
                    .iter()
                    .all(|token| sentence.span.contains(tokens.span(token)))
            }));
        }
        let tokens = tokens("We were there.The rest left.");
        assert!(tokens.surfaces.iter().any(|surface| surface.text == "there"));
    }

    #[test]
    fn acronyms_are_no_function_words() {
        let quiet = tokens("The US told us so.");
        assert_eq!(quiet.words.iter().filter(|w| &*w.text == "US" && !w.is_stop).count(), 1);
        let shouting = tokens("THEY TOLD US SO ABOUT THESE THINGS.");
        assert!(shouting.words.iter().any(|w| &*w.text == "us" && w.is_stop));
    }

    #[test]
    fn shapes() {
        for (form, expected) in [
            ("parade", Shape::Lower),
            ("Parade’s", Shape::Title),
            ("I", Shape::Title),
            ("Sun-nam", Shape::Title),
            ("Kim-Il", Shape::Title),
            ("US’s", Shape::Upper),
            ("US-led", Shape::Mixed),
            ("iPhone", Shape::Mixed),
            ("1950-53", Shape::Caseless),
        ] {
            assert_eq!(shape(form), expected, "{form}");
        }
    }
}

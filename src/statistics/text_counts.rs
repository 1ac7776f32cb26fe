//! The counts that readability formulas rest on.

use serde::Serialize;

use super::syllables::syllables;
use super::vocabulary;
use crate::language::Profile;
use crate::lexicon::WordLexicon;
use crate::text::PieceKind;
use crate::tokens::{Shape, Surface, Tokens};

/// Letters above which a word is long (Björnsson 1968, LIX).
const LONG: usize = 6;

/// The hyphens that join words.
pub(super) const HYPHENS: [char; 3] = ['-', '\u{2010}', '\u{2011}'];

/// The counts that the formulas rest on, of a text or a part of one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct TextCounts {
    /// Words and numbers.
    pub words: usize,
    /// Sentences that have a word.
    pub sentences: usize,
    /// Syllables, of a number one for each digit; 0 where the language has no counter.
    pub syllables: usize,
    /// Letters in words.
    pub letters: usize,
    /// Letters and digits in words and numbers.
    pub characters: usize,
    /// Words, not numbers, of one syllable.
    pub monosyllables: usize,
    /// Words, not numbers, of three syllables or more.
    pub polysyllables: usize,
    /// Words, not numbers, of four syllables or more.
    pub words_of_four_syllables: usize,
    /// Polysyllables that Gunning counts as hard: without names (a capital inside a sentence),
    /// compounds with a hyphen of shorter words, and words that *-ed* or *-es* makes three syllables.
    pub complex_words: usize,
    /// Words of more than six letters.
    pub long_words: usize,
}

/// What one form adds to [`TextCounts`], and how many letters and digits it has.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct FormCounts {
    pub syllables: u32,
    pub letters: u32,
    pub characters: u32,
    /// The normal form.
    pub word: u32,
    /// Whether it is a word or a number, not a mark.
    pub counts: bool,
    /// Whether it is a word that carries meaning.
    pub content: bool,
    /// The frequency band of a word; `None` of a number.
    pub band: Option<u8>,
    /// Whether it is a name where it does not start a sentence.
    pub names: bool,
    is_word: bool,
    /// Counts as complex at the start of a sentence, where a capital says nothing.
    complex: bool,
    capital: bool,
}

impl FormCounts {
    /// The counts of each form as written, by its id.
    pub fn of_all(tokens: &Tokens<'_>, profile: Profile, lexicon: Option<&WordLexicon>) -> Vec<Self> {
        // Forms of a word have its syllables, which cost the most.
        let mut known: Vec<Option<(usize, u8)>> = vec![None; tokens.words.len()];
        let list = lexicon.map(WordLexicon::frequencies);
        let surfaces = tokens.surfaces.iter();
        surfaces
            .map(|surface| {
                let (syllables, band) = match surface.kind {
                    PieceKind::Punctuation => (0, None),
                    PieceKind::Number => (surface.text.chars().filter(|c| c.is_numeric()).count(), None),
                    PieceKind::Word => {
                        let word = &tokens.words[surface.word as usize];
                        let (syllables, band) = *known[surface.word as usize].get_or_insert_with(|| {
                            let band =
                                list.map_or(0, |list| vocabulary::band(&word.text, word.frequency, list));
                            (syllables(&word.text, profile, lexicon), band)
                        });
                        (syllables, Some(band))
                    }
                };
                let counts = Self::of(tokens, surface, syllables, |part| {
                    if part.is_empty() { 0 } else { self::syllables(part, profile, lexicon) }
                });
                Self { band, ..counts }
            })
            .collect()
    }

    /// The counts of a form of `syllables`; `part_syllables` counts those of a part of a compound.
    fn of(
        tokens: &Tokens<'_>,
        surface: &Surface<'_>,
        syllables: usize,
        part_syllables: impl Fn(&str) -> usize,
    ) -> Self {
        let text = surface.text;
        let (mut letters, mut characters) = (0, 0);
        for c in text.chars() {
            letters += u32::from(c.is_alphabetic());
            characters += u32::from(c.is_alphanumeric());
        }
        let normal = &tokens.words[surface.word as usize];
        let word = &*normal.text;
        let is_word = surface.kind == PieceKind::Word;
        let inflected = syllables == 3 && (word.ends_with("ed") || word.ends_with("es"));
        // The parts of *state-owned* are easy words, those of *counter-revolutionary* are not.
        let compound = syllables >= 3
            && word.contains(HYPHENS)
            && word.split(HYPHENS).all(|part| part_syllables(part) < 3);
        Self {
            syllables: syllables as u32,
            letters,
            characters,
            word: surface.word,
            counts: surface.kind != PieceKind::Punctuation,
            content: is_word && !normal.is_stop,
            band: None,
            names: matches!(surface.shape, Shape::Title | Shape::Upper) && !normal.is_stop,
            is_word,
            complex: is_word && syllables >= 3 && !inflected && !compound,
            capital: matches!(surface.shape, Shape::Title | Shape::Upper),
        }
    }
}

impl TextCounts {
    /// Adds a word or number; `starts` says whether a sentence begins with it.
    pub(super) fn add(&mut self, form: &FormCounts, starts: bool) {
        self.words += 1;
        self.syllables += form.syllables as usize;
        self.letters += form.letters as usize;
        self.characters += form.characters as usize;
        if form.is_word {
            self.monosyllables += usize::from(form.syllables == 1);
            self.polysyllables += usize::from(form.syllables >= 3);
            self.words_of_four_syllables += usize::from(form.syllables >= 4);
            self.complex_words += usize::from(form.complex && (starts || !form.capital));
        }
        self.long_words += usize::from(form.letters as usize > LONG);
    }

    /// Adds the counts of another part.
    pub(super) fn join(&mut self, part: TextCounts) {
        self.words += part.words;
        self.sentences += part.sentences;
        self.syllables += part.syllables;
        self.letters += part.letters;
        self.characters += part.characters;
        self.monosyllables += part.monosyllables;
        self.polysyllables += part.polysyllables;
        self.words_of_four_syllables += part.words_of_four_syllables;
        self.complex_words += part.complex_words;
        self.long_words += part.long_words;
    }

    /// Whether it has no more digits than letters, as the formulas are made for text.
    pub(super) fn is_text(self) -> bool {
        self.letters * 2 >= self.characters
    }

    /// Mean words of a sentence. Not finite without a sentence.
    pub fn words_per_sentence(self) -> f64 {
        self.words as f64 / self.sentences as f64
    }

    /// Mean syllables of a word. Not finite without a word.
    pub fn syllables_per_word(self) -> f64 {
        self.syllables as f64 / self.words as f64
    }

    /// How many in a hundred words `count` is. Not finite without a word.
    pub fn per_hundred_words(self, count: usize) -> f64 {
        100.0 * count as f64 / self.words as f64
    }
}

//! A text whose words carry their marks.

use crate::lexicon::{Marks, StyleWords};
use crate::text::{PieceKind, Span};
use crate::tokens::{Shape, Surface, Tokens};

/// A text's tokens, and the marks of each of its words.
pub struct Marked<'a> {
    pub tokens: &'a Tokens<'a>,
    pub words: &'a StyleWords,
    /// By [`crate::tokens::SurfaceId`].
    traits: Vec<Traits>,
}

/// What is asked of a token more than once.
#[derive(Clone, Copy)]
struct Traits {
    marks: Marks,
    is_lower: bool,
    ends_as_adverb: bool,
}

impl<'a> Marked<'a> {
    pub fn new(tokens: &'a Tokens<'a>, words: &'a StyleWords) -> Self {
        let marks: Vec<Marks> = tokens.words.iter().map(|word| words.marks(&word.text)).collect();
        let traits = |surface: &Surface<'_>| Traits {
            marks: marks[surface.word as usize],
            is_lower: surface.kind == PieceKind::Word && surface.shape == Shape::Lower,
            ends_as_adverb: has_ending(&tokens.words[surface.word as usize].text, "ly"),
        };
        Self { tokens, words, traits: tokens.surfaces.iter().map(traits).collect() }
    }

    #[inline]
    fn traits(&self, at: usize) -> Traits {
        self.traits[self.tokens.tokens[at].surface as usize]
    }

    /// Whether the token at `at` has one of the marks of `of`.
    #[inline]
    pub fn has(&self, at: usize, of: Marks) -> bool {
        self.traits(at).marks.has(of)
    }

    /// Whether the token at `at` ends as an adverb of manner does.
    #[inline]
    pub fn ends_as_adverb(&self, at: usize) -> bool {
        self.traits(at).ends_as_adverb
    }

    /// The normal form of the token at `at`.
    pub fn word(&self, at: usize) -> &'a str {
        &self.tokens.word(&self.tokens.tokens[at]).text
    }

    /// Whether the token at `at` is a word in small letters.
    #[inline]
    pub fn is_lower(&self, at: usize) -> bool {
        self.traits(at).is_lower
    }

    /// From the start of the token at `from` to the end of the one at `to`.
    pub fn span(&self, from: usize, to: usize) -> Span {
        self.tokens.across(from..to + 1)
    }
}

/// Whether a word, which is no compound, has this ending, as adverbs of manner (*ly*) and participles (*ed*) do.
pub fn has_ending(word: &str, ending: &str) -> bool {
    word.len() > 4 && word.ends_with(ending) && !word.contains('-')
}

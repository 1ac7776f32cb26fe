//! A text whose words carry their marks.

use crate::lexicon::{Marks, StyleWords};
use crate::text::{PieceKind, Span};
use crate::tokens::{Shape, Tokens};

/// A text's tokens, and the marks of each of its words.
pub struct Marked<'a> {
    pub tokens: &'a Tokens<'a>,
    pub words: &'a StyleWords,
    /// By [`crate::tokens::WordId`].
    marks: Vec<Marks>,
}

impl<'a> Marked<'a> {
    pub fn new(tokens: &'a Tokens<'a>, words: &'a StyleWords) -> Self {
        Self { tokens, words, marks: tokens.words.iter().map(|word| words.marks(&word.text)).collect() }
    }

    /// The marks of the token at `at`.
    pub fn marks(&self, at: usize) -> Marks {
        self.marks[self.tokens.surface(&self.tokens.tokens[at]).word as usize]
    }

    /// Whether the token at `at` has one of the marks of `of`.
    pub fn has(&self, at: usize, of: Marks) -> bool {
        self.marks(at).has(of)
    }

    /// The normal form of the token at `at`.
    pub fn word(&self, at: usize) -> &'a str {
        &self.tokens.word(&self.tokens.tokens[at]).text
    }

    /// Whether the token at `at` is a word in small letters.
    pub fn is_lower(&self, at: usize) -> bool {
        let surface = self.tokens.surface(&self.tokens.tokens[at]);
        surface.kind == PieceKind::Word && surface.shape == Shape::Lower
    }

    /// From the start of the token at `from` to the end of the one at `to`.
    pub fn span(&self, from: usize, to: usize) -> Span {
        self.tokens.across(from..to + 1)
    }
}

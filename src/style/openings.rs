//! How sentences begin.

use serde::Serialize;

use crate::lexicon::WordLexicon;
use crate::order;
use crate::text::{PieceKind, Span};
use crate::tokens::{Sentence, Tokens};

/// Openings that are listed, at most.
const LISTED: usize = 10;

/// Sentences in a row that begin alike before it is noted.
const IN_A_ROW: usize = 3;

/// A word with which sentences begin.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Opening {
    /// As first written.
    pub text: String,
    /// How many sentences begin with it.
    pub count: usize,
    /// Where, in order.
    pub spans: Vec<Span>,
}

/// The token of a sentence's first word or number.
fn first_word(tokens: &Tokens<'_>, sentence: &Sentence) -> Option<usize> {
    sentence.tokens.clone().find(|&at| tokens.is_word(&tokens.tokens[at]))
}

/// The commonest openings, by falling count, then by the first place of the word.
pub fn openings(tokens: &Tokens<'_>) -> Vec<Opening> {
    // The places by word; few words begin a sentence.
    let mut by_word: Vec<Vec<usize>> = vec![Vec::new(); tokens.words.len()];
    for at in tokens.sentences.iter().filter_map(|sentence| first_word(tokens, sentence)) {
        let surface = tokens.surface(&tokens.tokens[at]);
        if surface.kind == PieceKind::Word {
            by_word[surface.word as usize].push(at);
        }
    }
    by_word.retain(|places| places.len() > 1);
    let mut all = order::by_falling(by_word, |places| places.len() as u64);
    all.truncate(LISTED);
    let opening = |places: Vec<usize>| Opening {
        text: tokens.surface(&tokens.tokens[places[0]]).bare().to_owned(),
        count: places.len(),
        spans: places.iter().map(|&at| tokens.bare_span(&tokens.tokens[at])).collect(),
    };
    all.into_iter().map(opening).collect()
}

/// The first words of three sentences or more of a paragraph that begin alike in a row.
///
/// Articles are no repetition, and what does not end as a sentence is verse or a list.
pub fn repeated(tokens: &Tokens<'_>, lexicon: Option<&WordLexicon>) -> Vec<Span> {
    let mut found = Vec::new();
    let mut run: Vec<usize> = Vec::new();
    let mut before: Option<(u32, usize)> = None;
    let mut close = |run: &mut Vec<usize>| {
        if run.len() >= IN_A_ROW {
            found.extend(run.iter().map(|&at| tokens.bare_span(&tokens.tokens[at])));
        }
        run.clear();
    };
    for sentence in &tokens.sentences {
        let first = first_word(tokens, sentence).filter(|_| ends(tokens, sentence));
        let opening = first.map(|at| (tokens.surface(&tokens.tokens[at]).word, sentence.paragraph));
        if opening.is_none() || opening != before {
            close(&mut run);
        }
        before = opening;
        let is_article =
            |word: &str| lexicon.map_or_else(|| word.chars().count() < 4, |lexicon| lexicon.is_article(word));
        if let Some(at) = first.filter(|&at| !is_article(&tokens.word(&tokens.tokens[at]).text)) {
            run.push(at);
        }
    }
    close(&mut run);
    found
}

/// Whether a sentence ends with a mark.
fn ends(tokens: &Tokens<'_>, sentence: &Sentence) -> bool {
    sentence.tokens.clone().last().is_some_and(|at| !tokens.is_word(&tokens.tokens[at]))
}

//! The same word spelt in two ways: British and American, with and without a hyphen.

use rustc_hash::FxHashMap;
use serde::Serialize;

use super::marked::Marked;
use crate::keywords::Form;
use crate::lexicon::Marks;
use crate::order;
use crate::text::{PieceKind, Span};
use crate::tokens::Shape;

/// Letters before those, at least.
const BEFORE: usize = 3;

/// A word that a text spells in two ways.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Spelling {
    /// Its forms in lower case, by falling count, then by first place.
    pub forms: Vec<Form>,
    /// Every place in order.
    pub spans: Vec<Span>,
}

/// Which of two ways: what the rules change, or what they make of it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    Changed,
    Kept,
}

/// The words that are spelt in two ways, by first place; names are left out.
pub fn spellings(text: &Marked<'_>) -> Vec<Spelling> {
    let words = &text.tokens.words;
    // The group of each word. Only what the rules change opens one, so that there are few.
    let mut groups: FxHashMap<String, usize> = FxHashMap::default();
    let mut group_of: Vec<Option<(usize, Way)>> = vec![None; words.len()];
    for (word, of) in words.iter().zip(&mut group_of) {
        if let Some(key) = changed(&word.text, text) {
            let next = groups.len();
            *of = Some((*groups.entry(key).or_insert(next), Way::Changed));
        }
    }
    if groups.is_empty() {
        return Vec::new();
    }
    for (word, of) in words.iter().zip(&mut group_of) {
        if of.is_none() {
            let group = z_key(&word.text, b'z').and_then(|key| groups.get(&key));
            let group = group.or_else(|| groups.get(&*word.text)).or_else(|| groups.get(base(&word.text)));
            *of = group.map(|&group| (group, Way::Kept));
        }
    }
    // The places of each group and the ways that they are spelt in; the groups by first place.
    let mut places: Vec<(Vec<usize>, [bool; 2])> = vec![Default::default(); groups.len()];
    let mut order = Vec::new();
    for sentence in &text.tokens.sentences {
        for at in sentence.tokens.clone() {
            let surface = text.tokens.surface(&text.tokens.tokens[at]);
            let plain = surface.kind == PieceKind::Word
                && (surface.shape == Shape::Lower
                    || surface.shape == Shape::Title && at == sentence.tokens.start);
            if let Some((group, way)) = group_of[surface.word as usize].filter(|_| plain) {
                let (places, ways) = &mut places[group];
                if places.is_empty() {
                    order.push(group);
                }
                places.push(at);
                ways[usize::from(way == Way::Kept)] = true;
            }
        }
    }
    let both = order.into_iter().filter(|&group| places[group].1 == [true; 2]);
    both.map(|group| spelling(text, &places[group].0)).collect()
}

/// The spelling with these places.
fn spelling(text: &Marked<'_>, places: &[usize]) -> Spelling {
    let tokens = text.tokens;
    let mut forms: Vec<Form> = Vec::new();
    for &at in places {
        let form = text.word(at);
        match forms.iter_mut().find(|known| known.text == form) {
            Some(known) => known.count += 1,
            None => forms.push(Form { text: form.to_owned(), count: 1 }),
        }
    }
    let forms = order::by_falling(forms, |form| form.count as u64);
    let spans = places.iter().map(|&at| tokens.bare_span(&tokens.tokens[at])).collect();
    Spelling { forms, spans }
}

/// What the rules make of a word, without its inflection; `None` where they leave it as it is.
fn changed(word: &str, text: &Marked<'_>) -> Option<String> {
    if text.words.marks(word).has(Marks::NO_VARIANT) {
        return None;
    }
    if word.len() >= BEFORE + 2 && word.contains('-') {
        let letters = word.chars().all(|c| c.is_alphabetic() || c == '-');
        return letters.then(|| base(&word.replace('-', "")).to_owned());
    }
    z_key(word, b's').or_else(|| {
        let other = text.words.respelt(word)?;
        // *label* is spelt alike in both: only *labelled* and *labeled* are not.
        let inflected = other.len() < word.len() && base(&other).len() < other.len();
        Some(if inflected { other } else { base(&other).to_owned() })
    })
}

/// *organiz* of a word in which `letter` stands for that *z*: *organised*.
fn z_key(word: &str, letter: u8) -> Option<String> {
    let ending = match word.as_bytes() {
        [.., b'e'] => 1,
        [.., b'e', b'd' | b's' | b'r'] => 2,
        [.., b'e', b'r', b's'] | [.., b'i', b'n', b'g'] => 3,
        [.., b'a', b't', b'i', b'o', b'n'] => 5,
        [.., b'a', b't', b'i', b'o', b'n', b's'] => 6,
        _ => return None,
    };
    let (&last, stem) = word.as_bytes()[..word.len() - ending].split_last()?;
    let is_either = last == letter && stem.len() >= BEFORE && matches!(stem.last(), Some(b'i' | b'y'));
    is_either.then(|| [&word[..stem.len()], "z"].concat())
}

/// A word without the ending of a plural or of a verb's form.
fn base(word: &str) -> &str {
    let endings = ["ing", "ed", "s"].iter();
    let mut bare = endings.filter_map(|ending| word.strip_suffix(ending)).filter(|bare| bare.len() > BEFORE);
    bare.next().unwrap_or(word)
}

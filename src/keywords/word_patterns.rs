//! Regular expressions that lie within words: each form of the text needs to be seen but once.
//!
//! A match of `\w+ing\b` never goes over the end of a run of characters of words, nor does it
//! ask what lies beyond it, so that it is the same wherever this run stands.

use std::ops::Range;

use regex_syntax::hir::{Class, ClassUnicode, Hir, HirKind, Look};
use regex_syntax::{is_word_character as is_word, parse};

use crate::tokens::{Token, Tokens};

/// Whether every match of `pattern` is made of characters of words and depends on nothing else.
pub(super) fn lies_in_words(pattern: &Hir) -> bool {
    match parse(r"\w").map(Hir::into_kind) {
        Ok(HirKind::Class(Class::Unicode(words))) => is_of(pattern, &words),
        _ => false,
    }
}

fn is_of(pattern: &Hir, words: &ClassUnicode) -> bool {
    match pattern.kind() {
        HirKind::Empty => true,
        HirKind::Literal(literal) => {
            std::str::from_utf8(&literal.0).is_ok_and(|text| text.chars().all(is_word))
        }
        HirKind::Class(Class::Unicode(class)) => {
            let mut others = class.clone();
            others.difference(words);
            others.ranges().is_empty()
        }
        HirKind::Class(Class::Bytes(class)) => class.ranges().is_empty(),
        HirKind::Look(look) => matches!(look, Look::WordUnicode | Look::WordUnicodeNegate),
        HirKind::Repetition(repetition) => is_of(&repetition.sub, words),
        HirKind::Capture(capture) => is_of(&capture.sub, words),
        HirKind::Concat(parts) | HirKind::Alternation(parts) => parts.iter().all(|part| is_of(part, words)),
    }
}

/// Tokens between which a run of characters of words goes on, or beyond which it does: *3* and *kg* of *3kg*.
#[derive(Debug)]
pub(super) struct Joined {
    /// Which tokens.
    pub tokens: Range<usize>,
    /// Where they stand, in bytes, with the whole run.
    pub bytes: Range<usize>,
}

/// All of them in a text, in order.
pub(super) fn joined(tokens: &Tokens<'_>) -> Vec<Joined> {
    let text = tokens.text;
    let bytes = |token: &Token| tokens.span(token).range();
    let (mut at, mut from) = (0, 0);
    let mut found = Vec::new();
    while let Some(token) = tokens.tokens.get(at) {
        let first = at;
        let mut whole = bytes(token);
        at += 1;
        if goes_on(text, whole.start) || goes_on(text, whole.end) {
            whole = whole_runs(text, whole, from);
            while let Some(next) = tokens.tokens.get(at).map(bytes).filter(|next| next.start < whole.end) {
                whole = whole_runs(text, whole.start..whole.end.max(next.end), from);
                at += 1;
            }
            found.push(Joined { tokens: first..at, bytes: whole.clone() });
        }
        from = whole.end;
    }
    found
}

/// Whether a run of characters of words goes on at the byte `at`.
#[inline]
fn goes_on(text: &str, at: usize) -> bool {
    let ends_run = |byte: &u8| byte.is_ascii() && !byte.is_ascii_alphanumeric() && *byte != b'_';
    let bytes = text.as_bytes();
    if bytes[..at].last().is_none_or(ends_run) || bytes.get(at).is_none_or(ends_run) {
        return false;
    }
    let (before, after) = text.split_at(at);
    before.chars().next_back().is_some_and(is_word) && after.chars().next().is_some_and(is_word)
}

/// `range` with the rest of the runs of characters of words that it begins and ends in, from the byte
/// `from` on.
fn whole_runs(text: &str, range: Range<usize>, from: usize) -> Range<usize> {
    let mut whole = range;
    let before = |whole: &Range<usize>| text[from..whole.start].chars().next_back();
    while let Some(c) = before(&whole).filter(|_| goes_on(text, whole.start)) {
        whole.start -= c.len_utf8();
    }
    let after = |whole: &Range<usize>| text[whole.end..].chars().next();
    while let Some(c) = after(&whole).filter(|_| goes_on(text, whole.end)) {
        whole.end += c.len_utf8();
    }
    whole
}

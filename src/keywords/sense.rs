//! Whether a phrase has something to say by itself: what is read is no scrap, no measure, no day, no sentence.

use super::candidates::{Candidate, Candidates};
use super::readable::{Readable, is_of_the_calendar};
use crate::lexicon::Marks;
use crate::tokens::{Shape, Token};

/// Whether a phrase reads as one: a noun with its attributes or a whole name, without a function word but *of* unless
/// in a name, without a day or a month, and with something to say: neither *former champion* nor *total number*.
pub(super) fn reads_well(candidates: &Candidates<'_, '_>, candidate: &Candidate, readable: Readable) -> bool {
    let tokens = candidates.tokens();
    let words = candidates.first_tokens(candidate);
    // In English, whose words have classes.
    let loose = |token: &Token, endings: &[&str]| {
        !candidates.word_classes.is_empty()
            && tokens.surface(token).shape == Shape::Lower
            && endings.iter().any(|ending| tokens.word(token).text.ends_with(ending))
    };
    let is_marked = |token: &Token, kind: Marks| candidates.is_marked(token, kind);
    let first = &words[0];
    // *former champion*, *total number*, *days oxidation*
    let says_little = is_marked(first, Marks::VAGUE)
        // *total number of bridges*
        || words.iter().take_while(|token| !tokens.word(token).is_stop).all(|token| is_marked(token, Marks::EMPTY))
        || is_marked(first, Marks::EMPTY) && tokens.word(first).text.ends_with('s');
    // *levels matter*, said once, is a sentence.
    let is_sentence = || {
        let [.., subject, verb] = words else { return false };
        let subject = &*tokens.word(subject).text;
        candidates.count(candidate) == 1
            && tokens.surface(verb).shape == Shape::Lower
            && subject.ends_with('s')
            && !subject.ends_with("ss")
            && !tokens.word(verb).text.ends_with('s')
            && candidates.may_be_verb(candidate.first_token() + words.len() - 1)
    };
    // *Roger Federer of Switzerland* is one; but *Joan of Arc*, *Center for Biological Diversity*.
    let is_of_somewhere = || {
        let of = words.iter().skip(2).position(|it| &*tokens.word(it).text == "of");
        readable.is_name && of.is_some_and(|at| !candidates.may_have_of(&words[..at + 2]))
    };
    // *Monday*, *June Conservatives*; but *Sheffield Wednesday*, which comes back.
    let is_dated = || {
        let is_day = |token: &Token| {
            tokens.surface(token).shape != Shape::Lower && is_of_the_calendar(&tokens.word(token).text)
        };
        let is_of_days = || words.iter().all(is_day);
        let comes_back = readable.is_name && candidates.count(candidate) > 1;
        words.iter().any(is_day) && (!comes_back || is_of_days())
    };
    readable.is_nominal
        && !readable.is_cut
        && !is_sentence()
        && !is_of_somewhere()
        && words
            .iter()
            .all(|token| readable.is_name || !tokens.word(token).is_stop || &*tokens.word(token).text == "of")
        && !is_dated()
        && !is_scrap(candidates, candidate, readable)
        && (readable.is_name || !says_little)
        && !loose(&words[0], &["ly"])
        && !loose(&words[words.len() - 1], &["ly", "ed", "consisting"])
}

/// Whether a name ends in a title, a phrase begins with a number or has an address in it, or a word alone is hardly one:
/// *President*, *99 Sponsor Committee*, *enron.com cc*, *a.m*, or two or three small letters that the language does not
/// know, unless the text insists.
fn is_scrap(candidates: &Candidates<'_, '_>, candidate: &Candidate, readable: Readable) -> bool {
    const INSISTS: u64 = 5;
    /// *Ph.D* is no address.
    const ADDRESS: usize = 7;
    let words = candidates.first_tokens(candidate);
    let tokens = candidates.tokens();
    let text = |token: &Token| &*tokens.word(token).text;
    let shape = |token: &Token| tokens.surface(token).shape;
    let (first, last) = (&words[0], &words[words.len() - 1]);
    if words.len() == 1 {
        let is_rare = || candidates.count_of(last) < INSISTS && !candidates.is_common_word(last);
        if shape(last) == Shape::Lower && (text(last).contains('.') || text(last).len() < 4 && is_rare()) {
            return true;
        }
    } else {
        let is_address = |token: &Token| {
            shape(token) != Shape::Upper && text(token).len() >= ADDRESS && text(token).contains(['.', '_'])
        };
        if text(first).bytes().all(|byte| byte.is_ascii_digit()) || words.iter().any(is_address) {
            return true;
        }
    }
    // *Ursula von der*
    let is_particle = |token: &Token| matches!(text(token), "von" | "van" | "der" | "den" | "bin");
    readable.is_name && candidates.is_marked(last, Marks::TITLE)
        || shape(last) == Shape::Lower && is_particle(last)
        || has_unknown_edge(candidates, candidate, readable)
}

/// Whether, in a language of which nothing is known, a phrase begins or ends in what is likely a function word: one to
/// three letters, without a capital but that of a sentence.
fn has_unknown_edge(candidates: &Candidates<'_, '_>, candidate: &Candidate, readable: Readable) -> bool {
    let tokens = candidates.tokens();
    let words = candidates.first_tokens(candidate);
    let is_small = |token: &Token, or_title: bool| {
        let shape = tokens.surface(token).shape;
        (shape == Shape::Lower || or_title && shape == Shape::Title)
            && tokens.word(token).text.chars().count() < 4
    };
    candidates.lexicon().is_none()
        && (words.first().is_some_and(|it| is_small(it, !readable.keeps_case))
            || words.last().is_some_and(|it| is_small(it, false)))
}

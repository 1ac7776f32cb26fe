//! What the rules say of a gap after a full stop, which may also end an abbreviation, an initial or an ordinal.

use super::forms::Form;
use super::gaps::Gap;
use super::list_marks::{Mark, is_roman};
use super::parts::{Part, Stop};
use super::sentence_rules::Verdict::{self, Ends, Likely, Never, Unlikely};
use super::sentence_rules::{Abbreviation, SentenceRules};

/// The verdict after a full stop; `lower_follows` tells that a small letter does.
pub(super) fn point(gap: &Gap<'_, '_>, lower_follows: bool, rules: &dyn SentenceRules) -> Verdict {
    if gap.before.is_points() {
        return spaced_points(gap);
    }
    let word = gap.before.core;
    let next = gap.after.core;
    let number_follows = next.starts_with(|c: char| c.is_numeric());
    // *Prop. I.29*, *Art. IV*
    let count_follows = number_follows || gap.after.form == Form::LetteredNumber || is_roman(next);
    let starts = || rules.starts_sentence(next);
    let quoted = gap.before.closes_quotation();
    let in_formula = word.len() == 1 && is_in_formula(gap);
    let abbreviation = if gap.before.is_closed() || in_formula { None } else { abbreviation(gap, rules) };
    match abbreviation {
        Some(Abbreviation::Title | Abbreviation::Address) => Never,
        Some(_) if lower_follows => Never,
        Some(Abbreviation::BeforeNumber) if count_follows => Never,
        // *art. L. 123-4*
        Some(Abbreviation::BeforeNumber)
            if is_initial(&gap.after) && gap.ahead(1).starts_with(|c: char| c.is_ascii_digit()) =>
        {
            Never
        }
        // *2. fig. A person*
        Some(Abbreviation::BeforeNumber) if is_first_word(gap) => Unlikely,
        Some(Abbreviation::BeforeNumber) => Likely,
        Some(Abbreviation::Other) if number_follows => Unlikely,
        Some(Abbreviation::Other) if only_opens(gap, rules) => Never,
        Some(Abbreviation::Other) if starts() => Likely,
        // *Acme, Inc. (“Acme”)*, *Cal. Civ. Code*
        Some(Abbreviation::Other)
            if gap.before.tail == "." && (gap.after.opening.starts_with('(') || is_second(gap, rules)) =>
        {
            Never
        }
        // *ACME, INC. DISCLAIMS ALL WARRANTIES*
        Some(Abbreviation::Other) if gap.before.form == Form::Upper && gap.after.form == Form::Upper => Never,
        // *at 6 P.M. Mr. Smith*: a form of address is no part of what was abbreviated.
        Some(Abbreviation::Other) if is_address(&gap.after, rules) => Ends,
        Some(Abbreviation::Other) => Unlikely,
        None if lower_follows && quoted => Never,
        // *5. Notices. (a) Form. Notices are in writing.*
        None if starts_list(gap) => Ends,
        // *It rained. we left*
        None if lower_follows
            && !gap.before.is_closed()
            && gap.before.form == Form::Lower
            && (is_long(word) || word.len() > 2 && rules.word_group(word) > 0)
            && starts() =>
        {
            Likely
        }
        None if lower_follows && may_be_abbreviated(&gap.before, rules) => Never,
        // *He had no fever, wt. loss*, but *pls. call me*
        None if lower_follows
            && rules.model().is_some()
            && is_clipped(word)
            && !starts()
            && !matches!(gap.first().form, Form::Lower | Form::Small) =>
        {
            Never
        }
        None if lower_follows => Unlikely,
        // *C. S. Lewis*
        None if is_initials(gap) && is_initial(&gap.after) => Never,
        // *A = B. Then*
        None if is_initials(gap) && is_in_formula(gap) && starts() => Ends,
        None if is_variable(gap, rules) => Likely,
        // *in the U.S. 20 people*, but *v.i. 1. To speak*
        None if is_initials(gap) && !is_in_formula(gap) => match starts()
            || number_follows && word.chars().count() > 1 && word.starts_with(char::is_uppercase)
        {
            true if word == "I" => Ends,
            true => Likely,
            false => Unlikely,
        },
        None if rules.has_ordinals() && is_ordinal(word) && gap.after.opening.is_empty() && !starts() => {
            Never
        }
        // *Figure 1. A map*
        None if gap.before.form == Form::Number && gap.length() == 2 => match starts() {
            true => Likely,
            false => Unlikely,
        },
        // *on Rte. 9*, *1. Naut. A hook*
        None if may_be_abbreviated(&gap.before, rules) && (number_follows || is_first_word(gap)) => Unlikely,
        None => match (gap.before.form, gap.after.form) {
            (Form::Lower, Form::Title | Form::Capital) if gap.progress.brackets == 0 && word.len() > 2 => {
                Ends
            }
            (Form::Title | Form::Number, Form::Title | Form::Capital)
                if gap.progress.brackets == 0 && word.len() > 3 && starts() =>
            {
                Ends
            }
            _ => Likely,
        },
    }
}

/// Whether a list starts whose items have marks in brackets: *(a) The Tenant*
fn starts_list(gap: &Gap<'_, '_>) -> bool {
    let mark = Mark::of(gap.after.whole).filter(|mark| mark.is_first());
    mark.is_some() && gap.after.opening == "(" && gap.part_ahead(1).form == Form::Title
}

/// How the word before the full stop is abbreviated, if it is; *i. e.* is *i.e.*
fn abbreviation(gap: &Gap<'_, '_>, rules: &dyn SentenceRules) -> Option<Abbreviation> {
    /// Bytes of a part of an abbreviation in parts.
    const SHORT: usize = 4;
    let (word, previous) = (gap.before.core, gap.back(2));
    let in_parts =
        word.len() <= SHORT && previous.len() <= SHORT + 1 && previous.ends_with('.') && gap.length() > 1;
    let joined = if in_parts { rules.abbreviation(&[previous, word].concat()) } else { None };
    joined.or_else(|| rules.abbreviation(word))
}

/// After the last of some spaced points.
fn spaced_points(gap: &Gap<'_, '_>) -> Verdict {
    let points = (1..=4).take_while(|&distance| gap.back(distance) == ".").count();
    let attached = gap.back(points + 1).ends_with('.');
    match gap.after.first().is_uppercase() {
        // Three and the full stop.
        true if points + usize::from(attached) >= 4 => Ends,
        true if points == 3 && (gap.after.core == "I" || gap.after.core.starts_with("I'")) => Never,
        true => Likely,
        false => Unlikely,
    }
}

/// Whether the sentence so far is no more than *At 5 a.m.*, *In the U.S.*: a
/// preposition and what it governs.
fn only_opens(gap: &Gap<'_, '_>, rules: &dyn SentenceRules) -> bool {
    gap.length() <= 3 && rules.is_preposition(gap.first().core)
}

/// Whether what is before the last word is abbreviated too.
fn is_second(gap: &Gap<'_, '_>, rules: &dyn SentenceRules) -> bool {
    let previous = gap.part_back(2);
    previous.stop == Stop::Point
        && gap.length() > 1
        && rules.abbreviation(previous.core) == Some(Abbreviation::Other)
}

/// Whether *Mr.*, *Dr.* or the like follows.
fn is_address(after: &Part<'_>, rules: &dyn SentenceRules) -> bool {
    after.stop == Stop::Point && rules.abbreviation(after.core) == Some(Abbreviation::Address)
}

/// Whether it can be the number of a day, a century or a floor.
pub(super) fn is_short_number(word: &str) -> bool {
    (1..=2).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether it is a number that may count in order: *3*, *-3*, *XII*
fn is_ordinal(word: &str) -> bool {
    is_short_number(word.trim_start_matches(['-', '–'])) || is_roman(word)
}

/// Whether it is an initial: *S.*
fn is_initial(part: &Part<'_>) -> bool {
    part.form == Form::Capital && part.tail == "."
}

/// Letters of the longest word that may be abbreviated though no list has it.
const LONGEST_UNKNOWN: usize = 5;

/// Whether a word is too long to be abbreviated.
fn is_long(word: &str) -> bool {
    word.len() > LONGEST_UNKNOWN && word.chars().count() > LONGEST_UNKNOWN
}

/// Whether the last word may be abbreviated, as it is short and not known.
pub(super) fn may_be_abbreviated(before: &Part<'_>, rules: &dyn SentenceRules) -> bool {
    matches!(before.form, Form::Lower | Form::Title)
        && !is_long(before.core)
        && (rules.abbreviation(before.core).is_some() || !rules.knows(before.core))
}

/// Whether only a list's mark came before the last word.
fn is_first_word(gap: &Gap<'_, '_>) -> bool {
    gap.length() == 2 && Mark::is_alone(gap.chunks.get(gap.progress.first))
}

/// Whether a letter stands behind a sign of mathematics.
fn is_in_formula(gap: &Gap<'_, '_>) -> bool {
    let sign = gap.back(2);
    is_operator(sign)
        || matches!(sign, "=" | ":=" | "<" | ">" | "≠" | "≤" | "≥" | "≡" | "≅" | "∈" | "⊂" | "⊆" | "→" | "⇒")
}

/// Whether it is a sign that makes one thing of two: *+*
pub(super) fn is_operator(chunk: &str) -> bool {
    matches!(chunk, "+" | "−" | "·" | "×" | "∘" | "∪" | "∩")
}

/// Whether it is a letter that stands for a thing, after a preposition: *by induction on n. Base case*
fn is_variable(gap: &Gap<'_, '_>, rules: &dyn SentenceRules) -> bool {
    let before = gap.part_back(2);
    gap.before.form == Form::Small
        && gap.after.form == Form::Title
        && before.form == Form::Lower
        && before.tail.is_empty()
        && rules.is_preposition(before.core)
}

/// Whether it is a short word without a vowel, as only abbreviations are: *wt*
fn is_clipped(word: &str) -> bool {
    (2..=LONGEST_UNKNOWN).contains(&word.len())
        && word.bytes().all(|byte| byte.is_ascii_lowercase() && !b"aeiouy".contains(&byte))
}

/// Single letters with full stops between: *J.*, *J.R.R.*; the pronoun *I* is
/// one only after a name or an initial: *Albert I.*, *S. I. Dodson*
fn is_initials(gap: &Gap<'_, '_>) -> bool {
    // The most of words are told by their second letter.
    let is_word = matches!(gap.before.core.as_bytes(), [0..0x80, second, ..] if *second != b'.');
    if is_word || gap.before.is_closed() {
        return false;
    }
    let letters = gap.before.core.split('.').all(|part| {
        let mut chars = part.chars();
        chars.next().is_some_and(char::is_alphabetic) && chars.next().is_none()
    });
    letters && (gap.before.core != "I" || matches!(gap.part_back(2).form, Form::Title | Form::Capital))
}

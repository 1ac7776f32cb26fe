//! The form in which a phrase is read, of all in which it stands.

use rustc_hash::FxHashMap;

use super::candidates::Candidates;
use super::frequency::calmness;
use super::phrases::Phrase;
use super::readable::Readable;
use crate::lexicon::WordClass;
use crate::order;
use crate::text::{Span, lower_letters, one_line};
use crate::tokens::Tokens;

/// The form that is read: the most frequent, of equals one that is not all capitals, but of a noun one in lower case;
/// a capital that only starts a sentence is none. It ends in a noun if one does: *arrested* is no form of *arrest*.
pub(super) fn form_to_read(candidates: &Candidates<'_, '_>, spans: &[Span], readable: Readable) -> String {
    /// A place of a noun counts for more than all others.
    const NOUN: u64 = 1 << 28;
    let Tokens { text, tokens, .. } = candidates.tokens();
    let mut place: FxHashMap<&str, usize> = FxHashMap::default();
    let mut forms: Vec<(&str, u64)> = Vec::new();
    for span in spans {
        let form = span.of(text);
        let at = *place.entry(form).or_insert_with(|| {
            forms.push((form, 0));
            forms.len() - 1
        });
        let last = tokens.partition_point(|token| token.start < span.end) - 1;
        let is_noun =
            matches!(candidates.word_classes.get(last), Some(WordClass::Noun | WordClass::ProperNoun));
        forms[at].1 += 1 + u64::from(is_noun) * NOUN;
    }
    let forms = order::by_falling(forms, |&(form, count)| {
        let is_lower = !readable.is_name && !form.contains(char::is_uppercase);
        let kind = u64::from(count >= NOUN) * 2 + u64::from(is_lower);
        (kind << 60) + count * 4 + calmness(form)
    });
    let Some((form, _)) = forms.first() else { return String::new() };
    let form = one_line(form).into_owned();
    if readable.is_name && form.len() >= DATELINE && spans.iter().all(|span| is_in_dateline(candidates, span))
    {
        return title_case(&form);
    }
    let mut chars = form.chars();
    let first = chars.next().unwrap_or(' ');
    if readable.is_name || readable.keeps_case || chars.as_str().contains(char::is_uppercase) {
        return form;
    }
    lower_letters(first).chain(chars).collect()
}

/// A shorter name in capitals may be letters that stand for words.
const DATELINE: usize = 5;

/// Whether a place begins a paragraph in capitals: *NAIROBI, Kenya*.
fn is_in_dateline(candidates: &Candidates<'_, '_>, span: &Span) -> bool {
    let Tokens { text, paragraphs, .. } = candidates.tokens();
    paragraphs.binary_search_by_key(&span.start, |paragraph| paragraph.start).is_ok()
        && calmness(span.of(text)) == 0
}

/// A name in capitals with those of a name.
fn title_case(name: &str) -> String {
    let mut is_inside = false;
    let mut calm = String::with_capacity(name.len());
    for letter in name.chars() {
        if is_inside {
            calm.extend(lower_letters(letter))
        } else {
            calm.push(letter)
        }
        is_inside = letter.is_alphabetic();
    }
    calm
}

/// Gives letters with full stops the last one, too, where it stands at each place: *U.S.*
pub(super) fn take_full_stop(text: &str, phrase: &mut Phrase) {
    let name = &phrase.text;
    let are_letters = name.len() > 2
        && name.len() % 2 == 1
        && name.bytes().enumerate().all(|(at, byte)| (at % 2 == 1) == (byte == b'.'));
    let is_stopped = |span: &Span| text[span.end as usize..].starts_with('.');
    if are_letters && phrase.spans.iter().all(is_stopped) {
        phrase.text.push('.');
        phrase.spans.iter_mut().for_each(|span| span.end += 1);
    }
}

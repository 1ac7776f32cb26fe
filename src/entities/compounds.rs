//! Compounds of two parts of which at least one may be a name: *US-led*, *anti-American*.

use super::forms::{Case, Form, is_number, starts_capital};
use super::states::is_of_party;
use crate::lexicon::Known;
use crate::text::PieceKind;
use crate::tokens::Surface;

/// Prefixes that are written before names with a hyphen, in lower case.
const PREFIXES: &[&str] = &[
    "anti", "pro", "non", "ex", "pre", "post", "trans", "mid", "neo", "former", "then", "un", "inter",
    "intra", "sub",
];

/// What Korean and Chinese given names end in that is an English word as well.
const SYLLABLES: &[&str] = &[
    "bin", "bong", "chin", "dong", "gong", "gun", "hang", "hung", "king", "long", "lung", "man", "ming",
    "moon", "pin", "ping", "sang", "shin", "sing", "song", "soon", "sun", "sung", "tang", "tong", "wing",
    "won", "yang", "young",
];

/// The two parts of a compound that is no name as a whole, with the byte where the second begins.
pub(super) fn compound(
    surface: &Surface<'_>,
    whole: Form,
    form: impl Fn(&str) -> Form,
) -> Option<(Form, u32, Form)> {
    let text = surface.bare();
    let is_hyphen = |c| matches!(c, '-' | '\u{2010}' | '\u{2011}');
    let at = text.find(is_hyphen)?;
    let rest = &text[at..];
    let second_at = at + rest.chars().next().map_or(0, char::len_utf8);
    if surface.kind != PieceKind::Word || whole.known != Known::NONE || second_at >= text.len() {
        return None;
    }
    let (head, tail) = (&text[..at], &text[second_at..]);
    let (first, second) = (form(head), form(tail));
    let nameable = Known::ANY_PLACE.or(Known::DEMONYM).or(Known::ORGANISATION);
    let splits = match (starts_capital(head), starts_capital(tail)) {
        // US-led, Washington-based; but Sun-nam, Won-soon.
        (true, false) => {
            let last = tail.rsplit(is_hyphen).next().unwrap_or(tail);
            // *Nine-man*
            let is_plain = first.known.is(Known::COMMON)
                && !SYLLABLES.iter().any(|syllable| syllable.eq_ignore_ascii_case(head));
            form(last).known.is(Known::COMMON) && last.len() > 2 && (is_plain || !SYLLABLES.contains(&last))
                || first.known.is(nameable)
                    && last.len() > 3
                    && !first.known.is(Known::GIVEN.or(Known::SURNAME))
        }
        // anti-American, pro-EU; 2-Ian Culver, 1-Ong Ewe Hock; but 3-D, 1-Way.
        (false, true) if is_number(head) => {
            head.len() < 3
                && second.case == Case::Capital
                && (!second.known.is(Known::COMMON) || second.known.is(Known::GIVEN.or(Known::SURNAME)))
        }
        (false, true) => PREFIXES.contains(&head) && second.known.is(nameable),
        // US-China, Israeli-Palestinian, R-Mont.; but Saint-Denis.
        (true, true) => {
            first.known.is(nameable) && second.known.is(nameable) || is_of_party(head, second.known)
        }
        (false, false) => false,
    };
    splits.then_some((first, second_at as u32, second))
}

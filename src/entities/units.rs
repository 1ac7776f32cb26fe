//! The words of a sentence as the recogniser sees them: a [`Unit`] is a form in its place, without
//! possessive ending, with the full stop that belongs to it, and with what stands between it and the
//! word before.

use super::forms::{Case, Form, Forms, Second, is_unit};
use crate::lexicon::{Known, WordKey};
use crate::text::Span;
use crate::tokens::{Sentence, Tokens};

/// What stands between two units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gap {
    /// White space within a line.
    Space,
    /// Nothing at all, or a hyphen in a compound.
    Joined,
    /// A comma.
    Comma,
    /// A dash or loose hyphen.
    Dash,
    /// An opening bracket.
    Open,
    /// A closing bracket.
    Close,
    /// A quotation mark.
    Quote,
    /// A colon, a bullet, a line break: what follows may be capitalised for it.
    Start,
    /// Any other mark.
    Other,
}

/// A form in its place.
#[derive(Clone, Copy, Debug)]
pub(super) struct Unit<'f> {
    /// Where it begins.
    pub start: u32,
    /// Which form it is, of [`Forms`].
    pub id: u32,
    /// What is known of the form.
    pub form: &'f Form,
    /// What stands before it.
    pub gap: Gap,
    /// Whether a possessive ending follows.
    pub possessive: bool,
    /// How many full stops after the form belong to it.
    pub full_stops: u16,
}

impl Unit<'_> {
    /// Where it stands.
    pub fn span(&self) -> Span {
        Span { start: self.start, end: self.start + self.form.len + u32::from(self.full_stops) }
    }

    /// Its key as written in capitals, if it is and the lexicon knows it so.
    pub fn exact(&self, text: &str) -> Option<WordKey> {
        let written = Span { start: self.start, end: self.start + self.form.len };
        self.form.is_exact.then(|| WordKey::exact(written.of(text)))
    }

    /// Whether it begins with a digit.
    pub fn begins_with_digit(&self, text: &str) -> bool {
        text.as_bytes()[self.start as usize].is_ascii_digit()
    }

    /// What stands between the unit `before` and this one.
    pub fn since<'t>(&self, before: &Unit<'_>, text: &'t str) -> &'t str {
        &text[before.span().end as usize..self.start as usize]
    }

    /// Whether it begins with a capital.
    pub fn is_capital(&self) -> bool {
        self.form.case != Case::Lower
    }

    /// Whether it is in one of `classes`.
    pub fn is(&self, classes: Known) -> bool {
        self.form.known.is(classes)
    }
}

/// So many full stops belong to a unit at most.
pub(super) const MOST_STOPS: u16 = u8::MAX as u16;

/// The units of `sentence`, in `units`, which is emptied first.
pub(super) fn units<'f>(
    tokens: &Tokens<'_>,
    forms: &'f Forms,
    sentence: &Sentence,
    units: &mut Vec<Unit<'f>>,
) {
    units.clear();
    let mut gap = Gap::Start;
    let mut end = sentence.span.start;
    for (index, token) in tokens.tokens[sentence.tokens.clone()].iter().enumerate() {
        let surface = tokens.surface(token);
        let between = &tokens.text[end as usize..token.start as usize];
        if between.contains('\n') {
            gap = Gap::Start;
        } else if between.is_empty() && index > 0 && gap == Gap::Space {
            gap = Gap::Joined;
        }
        end = tokens.span(token).end;
        if !is_unit(surface) {
            let last = units
                .last_mut()
                .filter(|unit| unit.span().end == token.start && unit.full_stops < MOST_STOPS);
            gap = match (surface.text, last) {
                (".", Some(unit)) if keeps_full_stop(tokens.text, unit, end, sentence.span.end) => {
                    unit.full_stops += 1;
                    Gap::Space
                }
                (mark, _) => gap_of(mark, gap),
            };
            continue;
        }
        let id = token.surface as usize;
        let start = token.start;
        let possessive = surface.bare().len() < surface.text.len();
        match forms.part(id) {
            Some(Second { at, form: second, .. }) => {
                let first = forms.whole(id);
                let id = token.surface * 2;
                units.push(Unit { start, id, form: first, gap, possessive: false, full_stops: 0 });
                let (start, id) = (start + *at, id + 1);
                units.push(Unit { start, id, form: second, gap: Gap::Joined, possessive, full_stops: 0 });
            }
            None => {
                let form = forms.whole(id);
                units.push(Unit { start, id: token.surface * 2, form, gap, possessive, full_stops: 0 });
            }
        }
        gap = Gap::Space;
    }
}

/// Whether the full stop after `unit` belongs to it: *U.S.*, *J.*, *Inc.*
fn keeps_full_stop(text: &str, unit: &Unit, stop_end: u32, sentence_end: u32) -> bool {
    let form = unit.span().of(text);
    form.contains('.')
        || unit.is(Known::ABBREVIATION) && unit.is_capital()
        || unit.form.case == Case::Initial && stop_end < sentence_end && form != "I"
}

fn gap_of(mark: &str, before: Gap) -> Gap {
    let here = match mark {
        "," => Gap::Comma,
        "-" | "–" | "—" | "―" | "_" => Gap::Dash,
        "(" | "[" => Gap::Open,
        ")" | "]" => Gap::Close,
        "\"" | "“" | "”" | "‘" | "’" | "'" | "«" | "»" | "„" => Gap::Quote,
        ":" | "*" | "•" | "·" | "‣" | "◦" | "▪" | "●" | ">" | "." | "!" | "?" | "…" | "#" | "|" => {
            Gap::Start
        }
        _ => Gap::Other,
    };
    // What starts something goes on doing so: “(The …
    if before == Gap::Start && here != Gap::Comma { Gap::Start } else { here }
}

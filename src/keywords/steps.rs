//! What a query of words asks for, one step after the other: words, characters in a row, marks.
//!
//! A query is cut as texts are ([`pieces`]). Of its marks those that only part or join words are
//! what a reader may write or leave out; others, as in *C++* and *50%*, must stand in the text.

use super::index::fold;
use super::query::QueryError;
use crate::text::{PieceKind, composed, is_unspaced, pieces};
use crate::tokens::bare_length;

/// One step. Forms are folded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// This word: `missile`. With a possessive ending only words that have one.
    Word { form: String, is_possessive: bool },
    /// All inflected forms of this word: `[missile]`.
    Lemma(String),
    /// Every word of this form, `*` for any letters and `?` for one: `nucl*`.
    Wild(Vec<char>),
    /// These characters in a row, of a script that leaves no space between words, wherever words end.
    Row(String),
    /// This mark: the `&` of `AT&T`.
    Mark(String),
}

/// The steps of a query, one at least.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Steps {
    /// In order.
    pub steps: Vec<Step>,
    /// By step, whether the query has a mark before it that the text may lack.
    pub after_mark: Vec<bool>,
    /// The marks since the last step that the text may lack; in the end those after it.
    passed: Vec<String>,
}

/// How a mark between words is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum MarkKind {
    /// It joins, abbreviates or quotes words: a reader leaves it out.
    Joins,
    /// It parts words: what stands on both sides is one phrase only if the query has a mark there too.
    Parts,
    /// It says something: it stands in both or in none.
    Says,
}

/// How `mark` is taken.
pub(super) fn mark_kind(mark: &str) -> MarkKind {
    match mark.chars().next() {
        Some(
            '.'
            | '-'
            | '*'
            | '\''
            | '"'
            | '`'
            | '´'
            | '·'
            | '«'
            | '»'
            | '\u{2010}'
            | '\u{2011}'
            | '‘'..='‟'
            | '‹'
            | '›'
            | '《'..='』',
        ) => MarkKind::Joins,
        Some(
            ','
            | ';'
            | ':'
            | '!'
            | '?'
            | '¡'
            | '¿'
            | '('
            | ')'
            | '['
            | ']'
            | '{'
            | '}'
            | '\u{2012}'..='\u{2015}'
            | '…'
            | '、'
            | '。'
            | '，'
            | '；'
            | '：'
            | '！'
            | '？'
            | '（'
            | '）'
            | '،'
            | '؛'
            | '؟'
            | '।',
        ) => MarkKind::Parts,
        _ => MarkKind::Says,
    }
}

/// The characters of a query that are not taken as they are.
const SPECIAL: [char; 4] = ['[', ']', '*', '?'];

impl Steps {
    /// The steps of `query`.
    ///
    /// # Errors
    ///
    /// [`QueryError::Empty`], [`QueryError::BadPart`].
    pub fn of(query: &str) -> Result<Self, QueryError> {
        let mut steps = Self::default();
        for part in query.split_whitespace() {
            if part.contains(SPECIAL) {
                // The part is a slice of the query.
                let at = part.as_ptr() as usize - query.as_ptr() as usize;
                steps.add_special(part).ok_or_else(|| QueryError::BadPart { part: part.to_owned(), at })?;
            } else {
                steps.add_plain(part);
            }
        }
        if steps.steps.is_empty() {
            // Marks alone are looked for as they stand.
            for mark in std::mem::take(&mut steps.passed) {
                steps.add(Step::Mark(mark));
            }
        }
        if steps.steps.is_empty() { Err(QueryError::Empty) } else { Ok(steps) }
    }

    /// Whether a point follows, as after an abbreviation.
    pub fn ends_in_point(&self) -> bool {
        self.passed.first().is_some_and(|mark| mark.starts_with('.'))
    }

    fn add(&mut self, step: Step) {
        self.after_mark.push(!self.passed.is_empty() && !self.steps.is_empty());
        self.passed.clear();
        self.steps.push(step);
    }

    /// Adds a word in brackets, or one with wild cards; `None` if it is neither.
    fn add_special(&mut self, part: &str) -> Option<()> {
        let around = |c: char| {
            !SPECIAL.contains(&c)
                && !c.is_alphanumeric()
                && mark_kind(c.encode_utf8(&mut [0; 4])) != MarkKind::Says
        };
        let trimmed = part.trim_start_matches(around);
        if trimmed.len() < part.len() {
            self.passed.push(part[..part.len() - trimmed.len()].to_owned());
        }
        let trimmed = trimmed.trim_end_matches(around);
        let brackets = ['[', ']'];
        if let Some(word) = trimmed.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
            let word = word.trim_end_matches('.');
            let is_word = !word.is_empty() && !word.contains(SPECIAL);
            is_word.then(|| self.add(Step::Lemma(word[..bare_length(word)].to_owned())))?;
        } else if trimmed.contains(brackets) {
            return None;
        } else {
            self.add(Step::Wild(fold(trimmed).chars().collect()));
        }
        if !part.ends_with(trimmed) {
            let end = part.rfind(trimmed).map_or(0, |at| at + trimmed.len());
            self.passed.push(part[end..].to_owned());
        }
        Some(())
    }

    /// Adds the words and marks of a part without special characters.
    fn add_plain(&mut self, part: &str) {
        let all: Vec<_> = pieces(part).collect();
        let is_word = |at: usize| all.get(at).is_some_and(|piece| piece.kind != PieceKind::Punctuation);
        let touches = |at: usize| at > 0 && all[at - 1].span.end == all[at].span.start;
        for (at, piece) in all.iter().enumerate() {
            let form = piece.span.of(part);
            if !is_word(at) {
                // Between words without a space, as in *10:30*, it says something.
                let between = touches(at) && is_word(at - 1) && is_word(at + 1) && touches(at + 1);
                match mark_kind(form) {
                    MarkKind::Joins => self.passed.push(form.to_owned()),
                    MarkKind::Parts if !between => self.passed.push(form.to_owned()),
                    _ => self.add(Step::Mark(form.to_owned())),
                }
            } else if form.starts_with(is_unspaced) {
                let form = composed(form.to_owned());
                match self.steps.last_mut() {
                    Some(Step::Row(row)) if touches(at) && is_word(at - 1) => row.push_str(&form),
                    _ => self.add(Step::Row(form)),
                }
            } else {
                let bare = &form[..bare_length(form)];
                self.add(Step::Word { form: fold(bare), is_possessive: bare.len() < form.len() });
            }
        }
    }
}

/// Whether `form` is like `wanted`, where `*` stands for any characters and `?` for one.
/// After a failure only the last `*` need take more: quadratic at worst, and forms are short.
pub(super) fn is_like(form: &str, wanted: &[char]) -> bool {
    let (mut rest, mut at) = (form.chars(), 0);
    let mut last_star: Option<(std::str::Chars<'_>, usize)> = None;
    loop {
        if wanted.get(at) == Some(&'*') {
            at += 1;
            last_star = Some((rest.clone(), at));
            continue;
        }
        let here = rest.clone().next();
        let fits = match (here, wanted.get(at)) {
            (None, None) => return true,
            (Some(c), Some(&wanted)) => wanted == '?' || c == wanted,
            _ => false,
        };
        if fits {
            rest.next();
            at += 1;
            continue;
        }
        let Some((from, after)) = &mut last_star else { return false };
        if from.next().is_none() {
            return false;
        }
        (rest, at) = (from.clone(), *after);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn word(form: &str) -> Step {
        Step::Word { form: form.into(), is_possessive: false }
    }

    fn mark(mark: &str) -> Step {
        Step::Mark(mark.into())
    }

    #[test]
    fn words_are_cut_as_those_of_a_text() {
        let steps = |query: &str| Steps::of(query).unwrap().steps;
        assert_eq!(steps("John F. Kennedy"), [word("john"), word("f"), word("kennedy")]);
        assert_eq!(steps("well-known 1,000.5"), [word("well-known"), word("1,000.5")]);
        assert_eq!(steps("“AT&T”"), [word("at&t")]);
        assert_eq!(steps("C++ 50%"), [word("c"), mark("+"), mark("+"), word("50"), mark("%")]);
        assert_eq!(steps("10:30"), [word("10"), mark(":"), word("30")]);
        assert_eq!(steps("Korea’s"), [Step::Word { form: "korea".into(), is_possessive: true }]);
        assert_eq!(
            steps("東京タワー 2024年"),
            [Step::Row("東京タワー".into()), word("2024"), Step::Row("年".into())]
        );
        assert_eq!(steps("..."), [mark("."), mark("."), mark(".")]);
        assert_eq!(
            steps("([Korea’s], wom?n)"),
            [Step::Lemma("Korea".into()), Step::Wild(vec!['w', 'o', 'm', '?', 'n'])]
        );
    }

    #[test]
    fn marks_that_the_text_may_lack() {
        let steps = Steps::of("“The leader, [Kim]; Jong-un (a*).”").unwrap();
        assert_eq!(steps.after_mark, [false, false, true, true, true]);
        assert!(!steps.ends_in_point());
        assert!(Steps::of("U.S.").unwrap().ends_in_point() && Steps::of("[deal].”").unwrap().ends_in_point());
        assert_eq!(Steps::of("\u{200b} "), Err(QueryError::Empty));
    }

    #[test]
    fn wild_cards_take_what_they_must() {
        for (form, wanted, expected) in [
            ("", "*", true),
            ("abcabd", "*abd", true),
            ("abcabd", "a*b?", true),
            ("abc", "a*d", false),
            ("été", "?t?", true),
            ("aaaaaaaaaaaaaaaaaaaaaaaab", "*a*a*a*a*c", false),
        ] {
            assert_eq!(is_like(form, &wanted.chars().collect::<Vec<_>>()), expected, "{form} {wanted}");
        }
    }
}

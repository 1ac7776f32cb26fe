//! What stands between quotation marks.

use std::ops::Range;

use crate::text::Span;
use crate::tokens::Tokens;

/// A stretch of text between quotation marks.
#[derive(Clone, Debug)]
pub(super) struct Stretch {
    /// Where it stands, with its marks.
    pub span: Span,
    /// Its tokens, with its marks.
    pub tokens: Range<usize>,
    /// Its tokens, without.
    pub inside: Range<usize>,
    /// The tokens of its paragraph begin here, and end there.
    pub paragraph_start: usize,
    /// See `paragraph_start`.
    pub paragraph_end: usize,
    /// Whether it goes on with the stretch before, which its paragraph did not close.
    pub goes_on_from_before: bool,
}

/// A mark that opens, the one that closes, and where.
struct Open {
    closes: &'static [&'static str],
    mark: char,
    token: usize,
}

/// Where quotations stand, in order, none inside another. A mark that its paragraph does not close
/// opens a quotation only if the next paragraph opens with the same mark.
pub(super) fn stretches(tokens: &Tokens<'_>) -> Vec<Stretch> {
    let mut found: Vec<Stretch> = Vec::new();
    let mut unclosed: Option<(char, Stretch)> = None;
    let mut sentence = 0;
    for paragraph in 0..tokens.paragraphs.len() {
        let first = sentence;
        while sentence < tokens.sentences.len() && tokens.sentences[sentence].paragraph == paragraph {
            sentence += 1;
        }
        if first == sentence {
            continue;
        }
        let range = tokens.sentences[first].tokens.start..tokens.sentences[sentence - 1].tokens.end;
        let mut open: Option<Open> = None;
        let mut begins = found.len();
        let opens_with = |mark: char| range.start < range.end && word(tokens, range.start).starts_with(mark);
        let mut goes_on = false;
        if let Some((mark, stretch)) = unclosed.take()
            && opens_with(mark)
        {
            found.push(stretch);
            begins = found.len();
            goes_on = true;
        }
        for at in range.clone() {
            match &open {
                Some(begun) => {
                    if begun.closes.contains(&word(tokens, at)) && closes(tokens, at, begun) {
                        found.push(stretch(tokens, begun.token..at + 1, 1, &range, goes_on));
                        (open, goes_on) = (None, false);
                    }
                }
                None => open = opens(tokens, at),
            }
        }
        if let Some(begun) = open {
            let rest = stretch(tokens, begun.token..range.end, 0, &range, goes_on && begins == found.len());
            unclosed = Some((begun.mark, rest));
        }
    }
    found
}

fn stretch(
    tokens: &Tokens<'_>,
    at: Range<usize>,
    closing: usize,
    paragraph: &Range<usize>,
    goes_on_from_before: bool,
) -> Stretch {
    Stretch {
        span: tokens.across(at.clone()),
        inside: at.start + 1..at.end - closing,
        tokens: at,
        paragraph_start: paragraph.start,
        paragraph_end: paragraph.end,
        goes_on_from_before,
    }
}

fn word<'t>(tokens: &Tokens<'t>, at: usize) -> &'t str {
    tokens.surface(&tokens.tokens[at]).text
}

/// The characters before and after a token.
fn around(tokens: &Tokens<'_>, at: usize) -> (Option<char>, Option<char>) {
    let span = tokens.span(&tokens.tokens[at]);
    let before = tokens.text[..span.start as usize].chars().next_back();
    (before, tokens.text[span.end as usize..].chars().next())
}

/// What the token at `at` opens, if it does.
fn opens(tokens: &Tokens<'_>, at: usize) -> Option<Open> {
    let open = |mark: char, closes: &'static [&'static str]| Some(Open { closes, mark, token: at });
    let starts = || {
        let (before, after) = around(tokens, at);
        before.is_none_or(|c| c.is_whitespace() || matches!(c, '(' | '[' | '—' | '–' | '-' | ':'))
            && after.is_some_and(|c| !c.is_whitespace())
    };
    match word(tokens, at) {
        "“" => open('“', &["”"]),
        "„" => open('„', &["“", "”"]),
        "«" => open('«', &["»"]),
        "»" => open('»', &["«"]),
        "「" => open('「', &["」"]),
        "『" => open('『', &["』"]),
        "\"" => open('"', &["\""]),
        "‘" if starts() => open('‘', &["’"]),
        "'" if starts() => open('\'', &["'"]),
        _ => None,
    }
}

/// Whether the token at `at`, which may, does close what is open: an apostrophe after a plural does not.
fn closes(tokens: &Tokens<'_>, at: usize, open: &Open) -> bool {
    let single = matches!(open.mark, '‘' | '\'');
    if !single {
        return true;
    }
    let (before, after) = around(tokens, at);
    before.is_some_and(|c| matches!(c, '.' | ',' | '!' | '?' | '…' | '—'))
        && after.is_none_or(|c| !c.is_alphanumeric())
}

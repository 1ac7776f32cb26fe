//! Concordance: every place of a query with the words around it (keyword in context).

use serde::Serialize;

use super::query::Match;
use crate::text::Span;
use crate::tokens::{Token, Tokens};

/// The order of the lines.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// As they stand in the text.
    #[default]
    Place,
    /// By the words before, from the nearest on.
    Left,
    /// By the words after, from the nearest on.
    Right,
}

/// One place of the query.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Line {
    /// The words and marks before it, in the same paragraph.
    pub left: Span,
    /// The place itself.
    pub node: Span,
    /// The words and marks after it, in the same paragraph.
    pub right: Span,
    /// Index of its sentence.
    pub sentence: usize,
}

/// The lines for `matches`, with up to `width` words on each side.
pub fn concordance(tokens: &Tokens<'_>, matches: &[Match], width: usize, order: Order) -> Vec<Line> {
    let mut lines: Vec<(Line, &Match)> = Vec::with_capacity(matches.len());
    let mut sentence = 0;
    for found in matches {
        while tokens.sentences[sentence].tokens.end <= found.tokens.start {
            sentence += 1;
        }
        let paragraph = tokens.paragraphs[tokens.sentences[sentence].paragraph];
        let node = found.span;
        let before = tokens.tokens[..found.tokens.start].iter().rev();
        let start = edge(tokens, before, paragraph, width).map_or(node.start, |span| span.start);
        let after = tokens.tokens[found.tokens.end..].iter();
        let end = edge(tokens, after, paragraph, width).map_or(node.end, |span| span.end);
        let line = Line {
            // A pattern may start inside a word, whose beginning is context.
            left: Span {
                start: start.min(tokens.tokens[found.tokens.start].start).min(node.start),
                end: node.start,
            },
            node,
            right: Span {
                start: node.end,
                end: end.max(tokens.span(&tokens.tokens[found.tokens.end - 1]).end).max(node.end),
            },
            sentence,
        };
        lines.push((line, found));
    }
    match order {
        Order::Place => {}
        Order::Left => lines.sort_by(|(_, a), (_, b)| before(tokens, a, width).cmp(before(tokens, b, width))),
        Order::Right => lines.sort_by(|(_, a), (_, b)| after(tokens, a, width).cmp(after(tokens, b, width))),
    }
    lines.into_iter().map(|(line, _)| line).collect()
}

/// The span of the `width`-th word of `nearest`, or of the last token before the paragraph ends.
fn edge<'a>(
    tokens: &Tokens<'_>,
    nearest: impl Iterator<Item = &'a Token>,
    paragraph: Span,
    width: usize,
) -> Option<Span> {
    let mut words = 0;
    nearest
        .take_while(|token| paragraph.contains(tokens.span(token)))
        .take_while(|token| {
            let open = words < width;
            words += usize::from(tokens.is_word(token));
            open
        })
        .last()
        .map(|token| tokens.span(token))
}

/// The words before a match, nearest first.
fn before<'a>(tokens: &'a Tokens<'_>, found: &Match, width: usize) -> impl Iterator<Item = &'a str> {
    tokens.tokens[..found.tokens.start]
        .iter()
        .rev()
        .filter(|t| tokens.is_word(t))
        .take(width)
        .map(|t| &*tokens.word(t).text)
}

/// The words after a match, nearest first.
fn after<'a>(tokens: &'a Tokens<'_>, found: &Match, width: usize) -> impl Iterator<Item = &'a str> {
    tokens.tokens[found.tokens.end..]
        .iter()
        .filter(|t| tokens.is_word(t))
        .take(width)
        .map(|t| &*tokens.word(t).text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::keywords::{Index, Query};
    use crate::language::profile;
    use crate::lexicon::Packs;

    fn lines(text: &str, width: usize, order: Order) -> Vec<[&str; 3]> {
        let (profile, lexicon) = (profile("en"), Packs::built_in().words("en"));
        let tokens = Tokens::new(text, profile, lexicon);
        let matches = Query::parse("war").unwrap().find(&tokens, &Index::of(&tokens), profile, lexicon);
        concordance(&tokens, &matches, width, order)
            .into_iter()
            .map(|line| [line.left, line.node, line.right].map(|span| span.of(text).trim()))
            .collect()
    }

    const TEXT: &str = "The cold war ended. No war, they said, is good.\nA just war?";

    #[test]
    fn contexts_stay_in_the_paragraph() {
        assert_eq!(
            lines(TEXT, 2, Order::Place),
            [["The cold", "war", "ended. No"], ["ended. No", "war", ", they said"], ["A just", "war", "?"]]
        );
        assert_eq!(lines(TEXT, 0, Order::Place)[0], ["", "war", ""]);
    }

    #[test]
    fn sorted_by_the_words_beside() {
        let left: Vec<_> = lines(TEXT, 1, Order::Left).into_iter().map(|line| line[0]).collect();
        assert_eq!(left, ["cold", "just", "No"]);
        let right: Vec<_> = lines(TEXT, 1, Order::Right).into_iter().map(|line| line[2]).collect();
        assert_eq!(right, ["?", "ended", ", they"]);
    }
}

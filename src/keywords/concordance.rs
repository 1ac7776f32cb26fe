//! Concordance: every place of a query with the words around it (keyword in context).

use std::cmp::Ordering;

use serde::Serialize;

use super::query::Match;
use crate::text::Span;
use crate::tokens::{Sentence, Token, Tokens};

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

/// The first `limit` lines for `matches`, which are in order, with up to `width` words on each side.
pub fn concordance(
    tokens: &Tokens<'_>,
    matches: &[Match],
    width: usize,
    order: Order,
    limit: usize,
) -> Vec<Line> {
    let shown = if order == Order::Place { &matches[..matches.len().min(limit)] } else { matches };
    let mut places = locate(tokens, shown);
    for place in &mut places {
        place.nearest = match order {
            Order::Place => 0,
            Order::Left => first_letters(place.before(tokens, width).next()),
            Order::Right => first_letters(place.after(tokens, width).next()),
        };
    }
    let compare = |a: &Place<'_>, b: &Place<'_>| {
        let by_words = || match order {
            Order::Place => Ordering::Equal,
            Order::Left => a.before(tokens, width).cmp(b.before(tokens, width)),
            Order::Right => a.after(tokens, width).cmp(b.after(tokens, width)),
        };
        a.nearest.cmp(&b.nearest).then_with(by_words).then(a.found.span.cmp(&b.found.span))
    };
    // Only what is shown is put in order: of a common word that is little.
    if (1..places.len()).contains(&limit) {
        places.select_nth_unstable_by(limit - 1, compare);
    }
    places.truncate(limit);
    if order != Order::Place {
        places.sort_unstable_by(compare);
    }
    places.into_iter().map(|place| place.line(tokens, width)).collect()
}

/// The first eight bytes of a word, in whose order words are, too, if these differ; none if there is no word.
fn first_letters(word: Option<&str>) -> u64 {
    let word = word.unwrap_or_default().as_bytes();
    let mut letters = [0; 8];
    let count = word.len().min(letters.len());
    letters[..count].copy_from_slice(&word[..count]);
    u64::from_be_bytes(letters)
}

/// A match with the sentence and the paragraph that it begins in.
struct Place<'m> {
    found: &'m Match,
    sentence: usize,
    paragraph: Span,
    /// Of the word beside it that is compared first, the first letters.
    nearest: u64,
}

/// The places of `matches`, which are in order.
fn locate<'m>(tokens: &Tokens<'_>, matches: &'m [Match]) -> Vec<Place<'m>> {
    let mut sentence = 0;
    let located = |found: &'m Match| {
        let ended = |it: &Sentence| it.tokens.end <= found.tokens.start;
        sentence += tokens.sentences[sentence..].iter().take_while(|it| ended(it)).count();
        let paragraph = tokens.paragraphs[tokens.sentences[sentence].paragraph];
        Place { found, sentence, paragraph, nearest: 0 }
    };
    matches.iter().map(located).collect()
}

impl Place<'_> {
    /// Its line.
    fn line(&self, tokens: &Tokens<'_>, width: usize) -> Line {
        let &Self { found, sentence, paragraph, .. } = self;
        let node = found.span;
        let before = tokens.tokens[..found.tokens.start].iter().rev();
        let start = edge(tokens, before, paragraph, width).map_or(node.start, |span| span.start);
        let after = tokens.tokens[found.tokens.end..].iter();
        let end = edge(tokens, after, paragraph, width).map_or(node.end, |span| span.end);
        Line {
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
        }
    }

    /// The words before it in its paragraph, nearest first.
    fn before<'a>(&self, tokens: &'a Tokens<'_>, width: usize) -> impl Iterator<Item = &'a str> {
        words(tokens, tokens.tokens[..self.found.tokens.start].iter().rev(), self.paragraph, width)
    }

    /// The words after it in its paragraph, nearest first.
    fn after<'a>(&self, tokens: &'a Tokens<'_>, width: usize) -> impl Iterator<Item = &'a str> {
        words(tokens, tokens.tokens[self.found.tokens.end..].iter(), self.paragraph, width)
    }
}

/// How many tokens beside a match are looked at for `width` words: a row of marks has no end.
fn most_tokens(width: usize) -> usize {
    width.saturating_mul(4).saturating_add(16)
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
        .take(most_tokens(width))
        .take_while(|token| paragraph.contains(tokens.span(token)))
        .take_while(|token| {
            let open = words < width;
            words += usize::from(tokens.is_word(token));
            open
        })
        .last()
        .map(|token| tokens.span(token))
}

/// The first `width` words of `nearest` that stand in `paragraph`.
fn words<'a>(
    tokens: &'a Tokens<'_>,
    nearest: impl Iterator<Item = &'a Token>,
    paragraph: Span,
    width: usize,
) -> impl Iterator<Item = &'a str> {
    nearest
        .take(most_tokens(width))
        .take_while(move |token| paragraph.contains(tokens.span(token)))
        .filter(|token| tokens.is_word(token))
        .take(width)
        .map(|token| &*tokens.word(token).text)
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
        concordance(&tokens, &matches, width, order, usize::MAX)
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

    #[test]
    fn what_stands_in_another_paragraph_sorts_no_line() {
        let text = "War one. Zulu.\n\nWar two. Banana split.\n\nWar three.";
        let left: Vec<_> = lines(text, 2, Order::Left).into_iter().map(|line| line[2]).collect();
        assert_eq!(left, ["one. Zulu", "two. Banana", "three."]);
        let text = "No war\n\nZulu.\n\nA war\n\nBanana.";
        let right: Vec<_> = lines(text, 2, Order::Right).into_iter().map(|line| line[0]).collect();
        assert_eq!(right, ["No", "A"]);
    }

    #[test]
    fn the_first_of_all_lines_are_those_of_a_limit() {
        let text = "The war of a war, no war. ".repeat(30);
        let tokens = Tokens::new(&text, profile("en"), None);
        let matches = Query::parse("war").unwrap().find(&tokens, &Index::of(&tokens), profile("en"), None);
        for order in [Order::Place, Order::Left, Order::Right] {
            let all = concordance(&tokens, &matches, 3, order, usize::MAX);
            for limit in [0, 1, 7, 89, 90, 91] {
                assert_eq!(concordance(&tokens, &matches, 3, order, limit), all[..limit.min(90)]);
            }
        }
    }
}

//! Sentences whose capitals say nothing: all in capitals, or in those of titles.

use crate::text::PieceKind;
use crate::tokens::{Sentence, Shape, Tokens};

/// Longer words are not in small letters in titles; words of so many bytes are no acronyms.
const LONG: usize = 4;

/// A sentence is in capitals from so many longer words on.
const SHOUTED: usize = 2;

/// A title has at least so many longer words after its first, so many of them common, or, if it
/// ends as a sentence, so many.
const TITLED: (usize, usize, usize) = (4, 2, 4);

/// Whether the capitals of a sentence say nothing: all its words have only capitals, or all longer
/// ones begin with one, common words among them; `is_ordinary` tells whether the token with an index is one.
pub(crate) fn are_idle(
    tokens: &Tokens<'_>,
    sentence: &Sentence,
    is_ordinary: &dyn Fn(usize) -> bool,
) -> bool {
    let (mut upper, mut title, mut ordinary) = (0, 0, 0);
    let (mut shouts, mut first) = (true, true);
    for at in sentence.tokens.clone() {
        let surface = tokens.surface(&tokens.tokens[at]);
        let is_long = surface.text.len() >= LONG;
        if surface.kind != PieceKind::Word {
            continue;
        }
        match surface.shape {
            Shape::Upper => upper += usize::from(is_long),
            Shape::Title if surface.text.len() == 1 => {}
            Shape::Lower if surface.text.len() > LONG => return false,
            _ => shouts = false,
        }
        if is_long && surface.shape == Shape::Title && !first {
            title += 1;
            ordinary += usize::from(is_ordinary(at));
        }
        first = false;
    }
    if shouts {
        return upper >= SHOUTED;
    }
    let ends = sentence.span.of(tokens.text).ends_with(['.', '!', '?', '”', '"']);
    let least = if ends { TITLED.2 } else { TITLED.1 };
    title >= TITLED.0 && ordinary >= least && ordinary * 3 >= title
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::profile;

    /// Whether they are, of the first sentence, where these words are common.
    fn idle(text: &str, common: &[&str]) -> bool {
        let tokens = Tokens::new(text, profile("en"), None);
        let is_ordinary = |at: usize| common.contains(&tokens.surface(&tokens.tokens[at]).text);
        are_idle(&tokens, &tokens.sentences[0], &is_ordinary)
    }

    #[test]
    fn titles_and_shouts_are_told_from_sentences() {
        assert!(idle("JAPAN SEEKS TALKS ON ISLANDS", &[]));
        let common = ["Passes", "Sweeping", "Climate", "Debate"];
        assert!(idle("Senate Passes Sweeping Climate Bill After Debate", &common));
        assert!(!idle("Senate passes sweeping climate bill after debate", &[]));
        assert!(!idle("With Maria Delgado, Ann Lee, Joe Brown, Tom Hill", &[]), "a list of names");
        assert!(!idle("The UN met.", &[]));
    }
}

//! Tokens with tags, as corpora have them, to running text with spans.

use std::ops::Range;

/// A mention in a text: its bytes, and its type as the corpus names it or as it counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention<T> {
    /// Its bytes.
    pub range: Range<usize>,
    /// Its type.
    pub kind: T,
}

/// Joins tokens as running text; the bytes of each go to `spans`.
pub fn join(tokens: &[&str], spans: &mut Vec<Range<usize>>) -> String {
    let mut text = String::new();
    let (mut in_double, mut in_single, mut glued) = (false, false, true);
    for (at, &token) in tokens.iter().enumerate() {
        let token = plain(token);
        let (mut left, mut right) = (false, false);
        if is_closing(token) {
            left = true;
        } else if matches!(token, "(" | "[" | "{" | "$" | "£" | "#" | "“" | "‘" | "US$" | "C$" | "A$" | "HK$")
        {
            right = true;
        } else if token == "\"" {
            (left, right) = (in_double, !in_double);
            in_double = !in_double;
        } else if token == "'" {
            if in_single {
                left = true;
                in_single = false;
            } else if at > 0 && tokens[at - 1].to_lowercase().ends_with('s') {
                left = true;
            } else {
                right = true;
                in_single = true;
            }
        } else if token == "/" {
            (left, right) = (true, true);
        }
        if !text.is_empty() && !glued && !left {
            text.push(' ');
        }
        spans.push(text.len()..text.len() + token.len());
        text.push_str(token);
        glued = right;
    }
    text
}

/// The token as text has it: treebanks write brackets and quotation marks in their own way.
fn plain(token: &str) -> &str {
    match token {
        "``" | "''" => "\"",
        "-LRB-" => "(",
        "-RRB-" => ")",
        "-LSB-" => "[",
        "-RSB-" => "]",
        "-LCB-" => "{",
        "-RCB-" => "}",
        other => other,
    }
}

/// Whether a token stands directly after the one before it.
fn is_closing(token: &str) -> bool {
    let mark =
        matches!(token, "." | "," | ";" | ":" | "!" | "?" | ")" | "]" | "}" | "%" | "..." | "…" | "’" | "”");
    let clitic = |quote: char| {
        token.strip_prefix(quote).is_some_and(|rest| {
            matches!(rest, "s" | "re" | "ve" | "ll" | "d" | "m")
                || quote == '\'' && matches!(rest, "S" | "RE" | "VE" | "LL" | "D" | "M")
        })
    };
    mark || clitic('\'')
        || clitic('’')
        || matches!(token, "n't" | "N'T" | "n’t")
        || !token.is_empty() && token.bytes().all(|byte| byte == b'.')
}

/// The mentions of a sentence with tags in BIO or IO: their tokens and types.
pub fn mentions<'t>(tags: &[&'t str]) -> Vec<(Range<usize>, &'t str)> {
    let mut found: Vec<(Range<usize>, &str)> = Vec::new();
    let mut open = false;
    for (at, &tag) in tags.iter().enumerate() {
        let Some(kind) = tag.get(2..).filter(|_| tag != "O") else {
            open = false;
            continue;
        };
        match found.last_mut() {
            Some((range, of)) if open && !tag.starts_with("B-") && *of == kind => range.end = at + 1,
            _ => found.push((at..at + 1, kind)),
        }
        open = true;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn joined(tokens: &str) -> String {
        join(&tokens.split(' ').collect::<Vec<_>>(), &mut Vec::new())
    }

    #[test]
    fn tokens_become_running_text() {
        assert_eq!(joined("Mr. Kim , 40 , said : `` No . ''"), "Mr. Kim, 40, said: \"No.\"");
        assert_eq!(joined("The boys ' dog -LRB- Rex -RRB- is n't ours"), "The boys' dog (Rex) isn't ours");
        assert_eq!(joined("' So ' it 's $ 5 and 7 % / day ..."), "'So' it's $5 and 7%/day...");
    }

    #[test]
    fn spans_are_those_of_the_tokens() {
        let mut spans = Vec::new();
        let text = join(&["The", "``", "Blue", "''", "’s"], &mut spans);
        let words: Vec<_> = spans.into_iter().map(|span| &text[span]).collect();
        assert_eq!(words, ["The", "\"", "Blue", "\"", "’s"]);
    }

    #[test]
    fn tags_give_mentions() {
        assert_eq!(
            mentions(&["B-PER", "I-PER", "B-PER", "O", "I-LOC", "I-ORG"]),
            [(0..2, "PER"), (2..3, "PER"), (4..5, "LOC"), (5..6, "ORG")]
        );
    }
}

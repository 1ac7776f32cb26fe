//! What follows a stop and still belongs to its sentence: the numbers of
//! footnotes, notes in brackets, faces made of marks.

use super::chunks::{Chunks, is_closing};
use super::gaps::Progress;

/// Whether a chunk belongs to what it follows, and a stop before it is
/// still the last: the number of a footnote, an editor's omission, an
/// emoticon, a closing mark that stands alone.
pub(super) fn trails(progress: &Progress, chunk: &str) -> bool {
    if chunk.as_bytes().first().is_some_and(u8::is_ascii_alphanumeric) {
        return is_lettered_face(chunk);
    }
    match chunk {
        ")" | "]" => true,
        "\"" | "'" => progress.quoted,
        // The end of a proof is one too.
        "''" | "”" | "’" | "»" | "∎" => true,
        _ => is_reference(chunk) || matches!(chunk, "[...]" | "[…]") || is_emoticon(chunk),
    }
}

/// How many chunks, the last before `next`, trail in one: a note in square
/// brackets may have some words, *[citation needed]*.
pub(super) fn trailing_note(progress: &Progress, chunks: &Chunks<'_>, next: usize) -> usize {
    // The most of chunks are words, and no *T_T*.
    if let [b'A'..=b'Z' | b'a'..=b'z', second, .., last] = chunks.get(next - 1).as_bytes()
        && *second != b'_'
        && *last != b']'
    {
        return 0;
    }
    if trails(progress, chunks.get(next - 1)) {
        return 1;
    }
    if is_footnote(chunks, next) {
        return 1;
    }
    if !chunks.get(next - 1).ends_with(']') {
        return 0;
    }
    let opening = (1..=LONGEST_NOTE.min(next)).find(|&back| chunks.get(next - back).starts_with('['));
    opening.filter(|&back| is_note(chunks, next - back)).unwrap_or(0)
}

/// Whether the chunk before `next` is the number of a footnote, between a
/// full stop and a sentence: *It was so. 5 At the end*
fn is_footnote(chunks: &Chunks<'_>, next: usize) -> bool {
    let number = chunks.get(next - 1);
    number.len() <= 2
        && number.bytes().all(|byte| byte.is_ascii_digit())
        && next > 1
        && chunks.get(next - 2).trim_end_matches(is_closing).ends_with('.')
        && chunks.get(next).starts_with(char::is_uppercase)
}

/// Words of a note in square brackets, at most.
const LONGEST_NOTE: usize = 4;

/// Whether a note in square brackets starts with chunk `first`: a few words in
/// small letters, *[citation needed]*.
pub(super) fn is_note(chunks: &Chunks<'_>, first: usize) -> bool {
    let opens = chunks.get(first).strip_prefix('[').is_some_and(|rest| rest.starts_with(char::is_lowercase));
    if !opens {
        return false;
    }
    let closing =
        (first..first + LONGEST_NOTE).find(|&index| chunks.get(index).contains([']', '.', '!', '?']));
    closing.is_some_and(|index| chunks.get(index).ends_with(']'))
}

/// *[12]*, *[a]*
pub(super) fn is_reference(chunk: &str) -> bool {
    chunk.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')).is_some_and(|label| {
        (1..=3).contains(&label.len()) && label.bytes().all(|byte| byte.is_ascii_digit())
            || label.len() == 1 && label.bytes().all(|byte| byte.is_ascii_lowercase())
    })
}

/// A face made of marks, *:-)*, or a picture of one.
pub(super) fn is_emoticon(chunk: &str) -> bool {
    let mut rest = chunk.strip_prefix('>').unwrap_or(chunk);
    if chunk.chars().all(is_emoji) {
        return !chunk.is_empty();
    }
    if matches!(chunk, "<3" | "^^") || is_lettered_face(chunk) {
        return true;
    }
    let Some(eyeless) = rest.strip_prefix([':', ';', '=']) else { return false };
    rest = eyeless.trim_start_matches(['-', '\'', '^', 'o']);
    let mouth = rest.chars().next();
    mouth.is_some_and(|c| {
        matches!(c, ')' | '(' | ']' | '[' | 'D' | 'P' | 'p' | 'O' | '/' | '\\' | '|' | '*' | '3')
            && rest.chars().all(|other| other == c)
    })
}

/// *^_^*, *T_T*, *xD*
fn is_lettered_face(chunk: &str) -> bool {
    let bytes = chunk.as_bytes();
    matches!(chunk, "xD" | "XD")
        || bytes.len() >= 3
            && matches!(bytes[0], b'^' | b'-' | b'T' | b'>' | b'o' | b'O')
            && bytes[0] == bytes[bytes.len() - 1]
            && bytes[1..bytes.len() - 1].iter().all(|&byte| byte == b'_')
}

fn is_emoji(c: char) -> bool {
    matches!(c, '\u{1F300}'..='\u{1FAFF}' | '\u{2600}'..='\u{27BF}' | '\u{FE0F}' | '\u{200D}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn faces_and_footnotes_trail() {
        let progress = Progress { quoted: true, ..Progress::new(0) };
        let trails = |chunk| super::trails(&progress, chunk);
        for chunk in
            [":)", ";-)", ":-((", ":P", "^_^", "<3", "=D", "😀", "[12]", "[a]", "[...]", ")", "\"", "∎"]
        {
            assert!(trails(chunk), "{chunk}");
        }
        for chunk in [":", "(a)", "[note]", "--", "x", "", ">", "=="] {
            assert!(!trails(chunk), "{chunk}");
        }
    }
}

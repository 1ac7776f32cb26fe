//! The normal form in which words are compared and looked up, and the one in which they are shown.

use std::borrow::Cow;

use super::composition::composed;
use super::lower_letters;

/// Lower case with straight apostrophes, letters and their accents as one, and Greek's sigma at the end as it is written
/// there.
///
/// ```
/// assert_eq!(textlens::text::normal_form("O’Clock"), "o'clock");
/// assert_eq!(textlens::text::normal_form("ΛΌΓΟΣ"), "λόγος");
/// assert_eq!(textlens::text::normal_form("E\u{301}te\u{301}"), "été");
/// ```
pub fn normal_form(form: &str) -> String {
    normal_form_with(form, false)
}

/// The normal form in a language that may have two letters *i* and *ı*, whose capitals are *İ* and *I*.
pub(crate) fn normal_form_with(form: &str, has_dotless_i: bool) -> String {
    if !has_dotless_i && form.is_ascii() {
        return form.to_ascii_lowercase();
    }
    let mut normal = String::with_capacity(form.len());
    for c in form.chars() {
        let c = match c {
            '’' | 'ʼ' => '\'',
            'I' if has_dotless_i => 'ı',
            'İ' if has_dotless_i => 'i',
            c => c,
        };
        normal.extend(lower_letters(c));
    }
    if normal.ends_with('σ') {
        normal.pop();
        normal.push('ς');
    }
    composed(normal)
}

/// A stretch of a text as it is shown: on one line, with one space between words.
pub(crate) fn one_line(text: &str) -> Cow<'_, str> {
    let mut last = ' ';
    let is_plain = text.chars().all(|c| {
        let before = std::mem::replace(&mut last, c);
        !c.is_whitespace() || c == ' ' && before != ' '
    });
    match is_plain && last != ' ' {
        true => text.into(),
        false => text.split_whitespace().collect::<Vec<_>>().join(" ").into(),
    }
}

#[cfg(test)]
mod tests {
    use super::one_line;

    #[test]
    fn on_one_line_with_single_spaces() {
        for (text, shown) in [
            ("the war in", "the war in"),
            ("a\n b\u{a0} c", "a b c"),
            (" a  b", "a b"),
            ("a ", "a"),
            ("", ""),
            (" \t", ""),
        ] {
            assert_eq!(one_line(text), shown, "{text:?}");
        }
    }
}

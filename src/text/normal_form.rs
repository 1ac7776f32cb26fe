//! The normal form in which words are compared and looked up, and the one in which they are shown.

use super::lower_letters;

/// Lower case with straight apostrophes.
///
/// ```
/// assert_eq!(textlens::text::normal_form("O’Clock"), "o'clock");
/// ```
pub fn normal_form(form: &str) -> String {
    if form.is_ascii() {
        return form.to_ascii_lowercase();
    }
    form.chars().map(|c| if matches!(c, '’' | 'ʼ') { '\'' } else { c }).flat_map(lower_letters).collect()
}

/// A stretch of a text as it is shown: on one line, with one space between words.
pub(crate) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

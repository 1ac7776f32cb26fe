//! Addresses of the web in running text.

/// Longest address that is looked for, in bytes.
pub(crate) const LONGEST_ADDRESS: usize = 2_048;

/// As much of `text` as an address may have.
pub(crate) fn may_be_address(text: &str) -> &str {
    let mut end = text.len().min(LONGEST_ADDRESS);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

/// Bytes of the address that `rest` begins with, without the marks of the sentence around it. Of what is
/// longer than an address, only the beginning is looked at.
pub(crate) fn address_len(rest: &str) -> usize {
    let rest = may_be_address(rest);
    let is_end = |c: char| {
        c.is_whitespace() || matches!(c, '"' | '<' | '>' | '“' | '”' | '’' | '«' | '»' | '|' | '。' | '，')
    };
    let whole = &rest[..rest.find(is_end).unwrap_or(rest.len())];
    let mut trimmed = whole.trim_end_matches(['.', ',', ';', ':', '!', '?', '\'', '*', '_']);
    // A closing bracket is the sentence's unless the address opens it.
    while trimmed.ends_with(')') && trimmed.matches(')').count() > trimmed.matches('(').count() {
        trimmed = trimmed[..trimmed.len() - 1].trim_end_matches(['.', ',', ';', ':', '!', '?']);
    }
    trimmed.len()
}

#[cfg(test)]
mod tests {
    use super::address_len;

    #[test]
    fn the_marks_of_the_sentence_are_no_part() {
        for (rest, address) in [
            ("x.org/a_(b)?c=1, and", "x.org/a_(b)?c=1"),
            ("x.org/y).", "x.org/y"),
            ("x.org/y\">here", "x.org/y"),
            ("x.org", "x.org"),
            (" x.org", ""),
        ] {
            assert_eq!(&rest[..address_len(rest)], address);
        }
        assert_eq!(address_len(&"é".repeat(4_000)), 2_048);
    }
}

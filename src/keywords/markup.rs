//! What stands in a text and is no word of it: addresses of the web and
//! character references of HTML.

use crate::text::{Span, address_len};
use crate::tokens::Tokens;

/// What addresses begin with, before `://`.
const SCHEMES: [&str; 3] = ["http", "https", "ftp"];

/// Whether a form is an address by itself: *www.example.org*.
pub(super) fn is_address(form: &str) -> bool {
    form.starts_with("www.")
}

/// Tokens whose bits stand in one number.
const BITS: usize = u64::BITS as usize;

/// Where a text has markup.
pub(super) struct Markup {
    /// A bit for each token; none where no token is markup, as in most texts.
    has: Vec<u64>,
}

impl Markup {
    pub fn of(tokens: &Tokens<'_>) -> Self {
        let mut found = Self { has: Vec::new() };
        let (text, all) = (tokens.text, &tokens.tokens);
        let from = |byte: usize| all.partition_point(|token| (token.start as usize) < byte);
        let mut add = |at: usize| {
            if found.has.is_empty() {
                found.has = vec![0; all.len().div_ceil(BITS)];
            }
            found.has[at / BITS] |= 1 << (at % BITS);
        };
        // Of *http://http://* each is no address of its own, which would be looked for again and again.
        let mut past = 0;
        for (colon, _) in text.match_indices(':') {
            let Some(rest) = text[colon..].strip_prefix("://") else { continue };
            let scheme = from(colon).checked_sub(1).filter(|&at| {
                let Span { start, end } = tokens.span(&all[at]);
                let written = tokens.surface(&all[at]).text;
                start >= past
                    && end as usize == colon
                    && SCHEMES.iter().any(|scheme| written.eq_ignore_ascii_case(scheme))
            });
            if let Some(scheme) = scheme {
                past = (text.len() - rest.len() + address_len(rest)) as u32;
                (scheme..from(past as usize)).for_each(&mut add);
            }
        }
        for (ampersand, _) in text.match_indices('&') {
            let at = from(ampersand);
            if is_reference(tokens, at) {
                add(at + 1);
            }
        }
        found
    }

    /// Whether the token at `at` is part of an address, or the name in a character
    /// reference: the *quot* of *&quot;*.
    pub fn has(&self, at: usize) -> bool {
        self.has.get(at / BITS).is_some_and(|bits| bits >> (at % BITS) & 1 == 1)
    }
}

/// Whether the token at `at` is an *&*, and another stands between it and a semicolon.
fn is_reference(tokens: &Tokens<'_>, at: usize) -> bool {
    let Some([ampersand, name]) = tokens.tokens.get(at..at + 2) else { return false };
    let Span { start, end } = tokens.span(name);
    tokens.surface(ampersand).text == "&"
        && ampersand.start + 1 == start
        && tokens.text[end as usize..].starts_with(';')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::profile;

    fn marked(text: &str) -> Vec<&str> {
        let tokens = Tokens::new(text, profile("en"), None);
        let markup = Markup::of(&tokens);
        let all = tokens.tokens.iter().enumerate();
        let words = all.filter(|(_, token)| tokens.is_word(token));
        words.filter(|&(at, _)| markup.has(at)).map(|(_, token)| tokens.surface(token).text).collect()
    }

    #[test]
    fn addresses_and_references_are_no_words() {
        assert_eq!(marked("He wrote &quot;R&D; http is&quot; old."), ["quot", "quot"]);
        assert_eq!(
            marked("See HTTPS://example.org/news/today?a=b, then <a href=\"http://x.org/y\">this</a> page."),
            ["HTTPS", "example.org", "news", "today", "a", "b", "http", "x.org", "y"]
        );
        assert_eq!(marked(&"http://".repeat(50_000)).len(), 50_000);
        assert!(marked("The http protocol: // and :// are marks, ftp no address.").is_empty());
    }
}

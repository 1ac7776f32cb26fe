//! What stands in a text and is no word of it: addresses of the web and
//! character references of HTML.

use crate::text::{Span, address_len};
use crate::tokens::{SurfaceId, Tokens};

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
        let surfaces = || (0 as SurfaceId..).zip(&tokens.surfaces);
        let ampersand = surfaces().find(|(_, surface)| surface.text == "&").map(|(id, _)| id);
        let schemes: Vec<SurfaceId> = surfaces()
            .filter(|(_, surface)| SCHEMES.iter().any(|scheme| surface.text.eq_ignore_ascii_case(scheme)))
            .map(|(id, _)| id)
            .collect();
        let mut found = Self { has: Vec::new() };
        if ampersand.is_none() && schemes.is_empty() {
            return found;
        }
        // Of *http://http://* each is no address of its own, which would be looked for again and again.
        let mut address = Span { start: 0, end: 0 };
        for (at, token) in tokens.tokens.iter().enumerate() {
            if token.start >= address.end && schemes.contains(&token.surface) {
                let Span { start, end } = tokens.span(token);
                if let Some(rest) = tokens.text[end as usize..].strip_prefix("://") {
                    address = Span { start, end: end + 3 + address_len(rest) as u32 };
                }
            }
            if token.start < address.end {
                found.add(at, tokens.tokens.len());
            }
            if Some(token.surface) == ampersand && is_reference(tokens, at + 1) {
                found.add(at + 1, tokens.tokens.len());
            }
        }
        found
    }

    fn add(&mut self, at: usize, tokens: usize) {
        if self.has.is_empty() {
            self.has = vec![0; tokens.div_ceil(BITS)];
        }
        self.has[at / BITS] |= 1 << (at % BITS);
    }

    /// Whether the token at `at` is part of an address, or the name in a character
    /// reference: the *quot* of *&quot;*.
    pub fn has(&self, at: usize) -> bool {
        self.has.get(at / BITS).is_some_and(|bits| bits >> (at % BITS) & 1 == 1)
    }
}

/// Whether the token at `at` stands between the *&* before it and a semicolon.
fn is_reference(tokens: &Tokens<'_>, at: usize) -> bool {
    tokens.tokens.get(at).is_some_and(|token| {
        let Span { start, end } = tokens.span(token);
        tokens.tokens[at - 1].start + 1 == start && tokens.text[end as usize..].starts_with(';')
    })
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

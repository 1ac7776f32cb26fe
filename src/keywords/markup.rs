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

/// Where a text has markup.
pub(super) struct Markup {
    /// The surface *&*, if the text has it and may hold character references.
    ampersand: Option<SurfaceId>,
    /// The addresses, in order.
    addresses: Vec<Span>,
}

impl Markup {
    pub fn of(tokens: &Tokens<'_>) -> Self {
        let surfaces = tokens.surfaces.iter();
        let ampersand = surfaces.clone().position(|surface| surface.text == "&").map(|at| at as SurfaceId);
        let schemes: Vec<SurfaceId> = (0..)
            .zip(surfaces)
            .filter(|(_, surface)| SCHEMES.iter().any(|scheme| surface.text.eq_ignore_ascii_case(scheme)))
            .map(|(id, _)| id)
            .collect();
        let mut addresses: Vec<Span> = Vec::new();
        if !schemes.is_empty() {
            for token in tokens.tokens.iter().filter(|token| schemes.contains(&token.surface)) {
                let Span { start, end } = tokens.span(token);
                // Of *http://http://* each is no address of its own, which would be looked for again and again.
                if addresses.last().is_some_and(|last| start < last.end) {
                    continue;
                }
                if let Some(rest) = tokens.text[end as usize..].strip_prefix("://") {
                    addresses.push(Span { start, end: end + 3 + address_len(rest) as u32 });
                }
            }
        }
        Self { ampersand, addresses }
    }

    /// Whether the token at `at` is part of an address, or the name in a character
    /// reference: the *quot* of *&quot;*.
    pub fn has(&self, tokens: &Tokens<'_>, at: usize) -> bool {
        self.ampersand.is_some() && self.is_reference(tokens, at)
            || !self.addresses.is_empty() && self.is_in_address(tokens.tokens[at].start)
    }

    fn is_reference(&self, tokens: &Tokens<'_>, at: usize) -> bool {
        let before = at.checked_sub(1).map(|before| &tokens.tokens[before]);
        before.is_some_and(|before| {
            let Span { start, end } = tokens.span(&tokens.tokens[at]);
            Some(before.surface) == self.ampersand
                && before.start + 1 == start
                && tokens.text[end as usize..].starts_with(';')
        })
    }

    fn is_in_address(&self, start: u32) -> bool {
        let next = self.addresses.partition_point(|address| address.start <= start);
        next.checked_sub(1).is_some_and(|last| start < self.addresses[last].end)
    }
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
        words
            .filter(|&(at, _)| markup.has(&tokens, at))
            .map(|(_, token)| tokens.surface(token).text)
            .collect()
    }

    #[test]
    fn addresses_and_references_are_no_words() {
        assert_eq!(marked("He wrote &quot;R&D; http is&quot; old."), ["quot", "D", "quot"]);
        assert_eq!(
            marked("See HTTPS://example.org/news/today?a=b, then <a href=\"http://x.org/y\">this</a> page."),
            ["HTTPS", "example.org", "news", "today", "a", "b", "http", "x.org", "y"]
        );
        assert_eq!(marked(&"http://".repeat(50_000)).len(), 50_000);
        assert!(marked("The http protocol: // and :// are marks, ftp no address.").is_empty());
    }
}

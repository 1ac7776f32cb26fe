//! Addresses of the web and of mail, and handles.

use super::{Found, Grammar};
use crate::entities::EntityType;
use crate::text::{LONGEST_ADDRESS, address_len, may_be_address};

/// Endings of domains that are looked for without *http* or *www*.
const ENDINGS: &[&str] = &[
    "com", "org", "net", "gov", "edu", "int", "mil", "io", "info", "biz", "app", "dev", "co", "uk", "de",
    "fr", "eu", "ru", "cn", "jp", "au", "ca", "nl", "ch", "br", "es", "se", "nz", "za", "kr", "tv", "ai",
];

/// Whether `word` ends names of domains.
pub(super) fn is_domain_ending(word: &str) -> bool {
    ENDINGS.contains(&word)
}

impl Grammar<'_> {
    /// The address that begins at `at`, or has its *@* there.
    pub(super) fn address(&self, at: usize) -> Option<Found> {
        let start = self.tokens[at].start as usize;
        let whole = self.from(start);
        let word = self.word(at);
        if word == "@" {
            return self.handle(at, whole);
        }
        if matches!(word, "http" | "https" | "ftp") {
            let rest = whole.strip_prefix(word)?.strip_prefix("://")?;
            let len = address_len(rest);
            return (len > 0)
                .then(|| (at..self.token_after(at, start + word.len() + 3 + len), EntityType::Url));
        }
        let before = self.document.text[..start].chars().next_back();
        if before.is_some_and(|c| c == '@' || c == '.' || c == '/') {
            return None;
        }
        let name_len = whole.find(|c: char| !is_mail_char(c)).unwrap_or(whole.len());
        if whole[name_len..].starts_with('@') {
            return None;
        }
        let (host, _) = word.split_once('/').unwrap_or((word, ""));
        let is_host = host.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'.')
            && host.split('.').all(|part| !part.is_empty());
        let end = start + word.len();
        let path = self.from(end);
        let len = if path.starts_with(['/', ':', '?']) { address_len(path) } else { 0 };
        // A colon or question mark with nothing behind it is the sentence's.
        let len = if len > 1 || path.starts_with('/') { len } else { 0 };
        is_host.then(|| (at..self.token_after(at, end + len), EntityType::Url))
    }

    /// *joe@example.com*, *@joe*: what is around the *@* at `at`.
    fn handle(&self, at: usize, whole: &str) -> Option<Found> {
        let sign = self.tokens[at].start as usize;
        let from = self.tokens[at.saturating_sub(LONGEST_ADDRESS / 16)].start as usize;
        let before = &self.document.text[from..sign];
        let name = before.len()
            - before
                .rfind(|c: char| !is_mail_char(c))
                .map_or(0, |at| at + before[at..].chars().next().map_or(1, char::len_utf8));
        let after = &whole[1..];
        let host_len =
            after.find(|c: char| !(c.is_ascii_alphanumeric() || c == '-' || c == '.')).unwrap_or(after.len());
        let host = after[..host_len].trim_end_matches(['.', '-']);
        if name > 0 {
            let is_mail = host.contains('.') && host.rsplit('.').next().is_some_and(|end| end.len() > 1);
            let first =
                (0..=at).rev().take_while(|&at| self.tokens[at].start as usize + name >= sign).last()?;
            let exact = self.tokens[first].start as usize + name == sign;
            return (is_mail && exact)
                .then(|| (first..self.token_after(at, sign + 1 + host.len()), EntityType::Email));
        }
        let free = before.chars().next_back().is_none_or(|c| !c.is_alphanumeric());
        let len = after.find(|c: char| !(c.is_ascii_alphanumeric() || c == '_')).unwrap_or(after.len());
        let is_handle = free && (2..=30).contains(&len) && !self.joined_sign(at);
        is_handle.then(|| (at..self.token_after(at, sign + 1 + len), EntityType::Handle))
    }

    /// The text from `start` on, as far as an address may reach.
    fn from(&self, start: usize) -> &str {
        may_be_address(&self.document.text[start..])
    }

    fn joined_sign(&self, at: usize) -> bool {
        self.joined(at) && self.word(at - 1) == "@"
    }

    /// The first token after `at` that ends beyond `end`, or begins there.
    fn token_after(&self, at: usize, end: usize) -> usize {
        let inside = |token: &&crate::tokens::Token| self.document.span(token).end as usize <= end;
        at + self.tokens[at..].iter().take_while(inside).count().max(1)
    }
}

const fn is_mail_char(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '+' | '-' | '%')
}

#[cfg(test)]
mod tests {
    use crate::entities::EntityType::*;
    use crate::entities::patterns::tests::found;

    #[test]
    fn addresses_without_the_marks_around_them() {
        let text = "See https://example.com/a_(b)?c=1, www.example.org. Or (example.net/x). Mail joe.b+c@mail.example.com! Ask @joe_b; not a@b or e.g. this.";
        assert_eq!(
            found(text),
            [
                ("https://example.com/a_(b)?c=1", Url),
                ("www.example.org", Url),
                ("example.net/x", Url),
                ("joe.b+c@mail.example.com", Email),
                ("@joe_b", Handle)
            ]
        );
    }
}

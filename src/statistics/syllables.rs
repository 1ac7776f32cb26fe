//! Syllables of a word: what the words pack says, else the language's rules.

use std::borrow::Cow;

use crate::language::Profile;
use crate::lexicon::WordLexicon;
use crate::text::lower_case;

/// Syllables of `word`, a normal form; 0 where the language has no counter.
///
/// Parts of a compound are looked up one by one. A form in capitals is an
/// acronym that would be a function word otherwise (*US*) and is spelt out.
pub fn syllables(word: &str, profile: Profile, lexicon: Option<&WordLexicon>) -> usize {
    let vowels = lexicon.and_then(WordLexicon::vowels);
    if vowels.is_none() && profile.syllables.is_none() {
        return 0;
    }
    word.split(['-', '\u{2010}', '\u{2011}'])
        .filter(|part| !part.is_empty())
        .map(|part| {
            if part.chars().all(char::is_uppercase) {
                return part.chars().count();
            }
            let is_lower = part.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase());
            let lower = if is_lower { Cow::Borrowed(part) } else { Cow::Owned(lower_case(part)) };
            match (vowels, profile.syllables, lexicon) {
                (Some(vowels), ..) => vowels.count(&lower),
                (None, Some(by_rule), Some(lexicon)) => lexicon.syllables().count(&lower, by_rule),
                (None, by_rule, _) => by_rule.map_or(0, |by_rule| by_rule(&lower)),
            }
        })
        .sum()
}

#[cfg(test)]
mod tests {
    use super::syllables;
    use crate::language::profile;

    #[test]
    fn parts_and_acronyms() {
        let english = |word| syllables(word, profile("en"), None);
        assert_eq!(english("goose-stepping"), 3);
        assert_eq!(english("US"), 2);
        assert_eq!(english("parade"), 2);
        assert_eq!(syllables("parade", profile("xx"), None), 0);
    }
}

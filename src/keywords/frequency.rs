//! Word frequencies: all inflected forms of a word counted together.

use rustc_hash::{FxHashMap, FxHashSet};
use serde::Serialize;

use super::content::Content;
use super::markup::is_address;
use crate::language::Profile;
use crate::lexicon::WordLexicon;
use crate::order;
use crate::text::{PieceKind, Span};
use crate::tokens::{Shape, Surface, SurfaceId, Tokens, Word, stem_of};

/// What to count.
#[derive(Clone, Debug, Default)]
pub struct KeywordOptions {
    /// At most so many keywords.
    pub limit: usize,
    /// Words to leave out beside the language's stop words.
    pub stop_words: WordSet,
}

/// Some words, to be told apart from others by their form or by their stem.
#[derive(Clone, Debug, Default)]
pub struct WordSet {
    forms: FxHashSet<String>,
    /// Those of content words, then those of function words: *innings* has the stem of *in*.
    stems: [FxHashSet<String>; 2],
}

impl WordSet {
    /// The set of `words`, however they are written.
    pub fn of(words: &[String], profile: Profile, lexicon: Option<&WordLexicon>) -> Self {
        let mut set = Self::default();
        for word in words {
            let form = profile.normal_form(word);
            let is_stop = lexicon.is_some_and(|lexicon| lexicon.is_stop_word(&form));
            set.stems[usize::from(is_stop)].insert(stem_of(&form, profile, lexicon));
            set.forms.insert(form);
        }
        set
    }

    /// Whether this form of `word` is one of them.
    pub(super) fn has(&self, word: &Word) -> bool {
        self.forms.contains(&*word.text)
    }

    /// Whether any form of `word` is one of them.
    pub(super) fn has_lemma(&self, word: &Word) -> bool {
        self.has(word) || self.stems[usize::from(word.is_stop)].contains(word.stem())
    }
}

impl KeywordOptions {
    /// Whether a form carries topic: a [long word](is_long_word) that is no stop word and no address.
    pub(crate) fn is_content(&self, tokens: &Tokens<'_>, surface: &Surface<'_>) -> bool {
        let word = &tokens.words[surface.word as usize];
        !word.is_stop
            && is_long_word(tokens, surface)
            && !is_address(&word.text)
            && !self.stop_words.has_lemma(word)
    }
}

/// Whether a form is a word of two letters or more (of one where a letter is a word, as in Chinese) that does not
/// start with a digit.
pub(super) fn is_long_word(tokens: &Tokens<'_>, surface: &Surface<'_>) -> bool {
    let text = &tokens.words[surface.word as usize].text;
    surface.kind == PieceKind::Word
        && !text.starts_with(|c: char| c.is_numeric())
        && (surface.shape == Shape::Caseless || text.chars().nth(1).is_some())
}

/// One written form of a keyword.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Form {
    /// As written.
    pub text: String,
    /// How often.
    pub count: usize,
}

/// A word and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Keyword {
    /// The most frequent form; of equals the one in lower case, then one that is not all capitals, then the first.
    pub term: String,
    /// All forms together.
    pub count: usize,
    /// The forms by falling count, then by first place.
    pub forms: Vec<Form>,
    /// Every occurrence, without possessive endings, in order.
    pub spans: Vec<Span>,
}

/// The most frequent words of a text, by falling count, then by first place.
pub fn keywords(tokens: &Tokens<'_>, options: &KeywordOptions) -> Vec<Keyword> {
    among(&Content::of(tokens, options), options.limit)
}

/// The most frequent of content words.
pub(super) fn among(words: &Content<'_>, limit: usize) -> Vec<Keyword> {
    let tokens = words.tokens;
    let mut counts = vec![0u64; words.stems.distinct()];
    let mut by_first_place = Vec::new();
    for (at, token) in tokens.tokens.iter().enumerate() {
        if words.is_content_at(at, token.surface) {
            let stem = words.stem(token) as usize;
            if counts[stem] == 0 {
                by_first_place.push(stem);
            }
            counts[stem] += 1;
        }
    }
    // Only what is listed has its occurrences written down.
    let keys = by_first_place.iter().map(|&stem| counts[stem]).enumerate();
    let listed = order::highest(keys, limit).into_iter().map(|at| by_first_place[at]);
    let mut group_of = vec![None; words.stems.distinct()];
    let mut groups: Vec<Vec<(SurfaceId, Span)>> = Vec::new();
    for stem in listed {
        group_of[stem] = Some(groups.len());
        groups.push(Vec::with_capacity(counts[stem] as usize));
    }
    for (at, token) in tokens.tokens.iter().enumerate() {
        if let Some(group) = group_of[words.stem(token) as usize]
            && words.is_content_at(at, token.surface)
        {
            groups[group].push((token.surface, tokens.bare_span(token)));
        }
    }
    groups.iter().map(|group| keyword(tokens, group)).collect()
}

fn keyword(tokens: &Tokens<'_>, occurrences: &[(SurfaceId, Span)]) -> Keyword {
    let forms = forms(occurrences.iter().map(|&(id, _)| tokens.surfaces[id as usize].bare()));
    Keyword {
        term: forms[0].text.clone(),
        count: occurrences.len(),
        forms,
        spans: occurrences.iter().map(|&(_, span)| span).collect(),
    }
}

/// The different forms of what is `written` with their counts, by falling count; of equals by falling
/// [`calmness`], then by first place.
pub(super) fn forms<'t>(written: impl Iterator<Item = &'t str>) -> Vec<Form> {
    let mut place: FxHashMap<&str, usize> = FxHashMap::default();
    let mut forms: Vec<Form> = Vec::new();
    for text in written {
        let at = *place.entry(text).or_insert_with(|| {
            forms.push(Form { text: text.to_owned(), count: 0 });
            forms.len() - 1
        });
        forms[at].count += 1;
    }
    order::by_falling(forms, |form| form.count as u64 * 4 + calmness(&form.text))
}

/// Which of forms that stand equally often is read: 2 in lower case, 0 all in capitals as in a headline, else 1.
pub(super) fn calmness(form: &str) -> u64 {
    let has = |is: fn(char) -> bool| form.chars().any(is);
    u64::from(has(char::is_lowercase)) + u64::from(!has(char::is_uppercase))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::profile;
    use crate::lexicon::Packs;

    fn count(text: &str) -> Vec<(String, usize)> {
        let tokens = Tokens::new(text, profile("en"), Packs::built_in().words("en"));
        let options = KeywordOptions { limit: 9, ..KeywordOptions::default() };
        let keywords = keywords(&tokens, &options);
        for keyword in &keywords {
            assert_eq!(keyword.spans.len(), keyword.count);
            assert_eq!(keyword.forms.iter().map(|form| form.count).sum::<usize>(), keyword.count);
            for span in &keyword.spans {
                assert!(keyword.forms.iter().any(|form| form.text == span.of(text)));
            }
        }
        keywords.into_iter().map(|keyword| (keyword.term, keyword.count)).collect()
    }

    #[test]
    fn forms_are_counted_together_and_shown_by_the_most_frequent() {
        let found = count("Missiles and a missile. The missiles’ range; KIM, and Kim’s missiles.");
        assert_eq!(found, [("missiles".into(), 4), ("Kim".into(), 2), ("range".into(), 1)]);
    }

    #[test]
    fn equals_stand_in_the_order_of_the_text() {
        assert_eq!(count("zebra apple 1950-53 70th x the zebra apple")[0].0, "zebra");
        assert_eq!(count("zebra apple 1950-53 70th x the zebra apple").len(), 2);
    }

    #[test]
    fn references_of_html_are_no_words() {
        assert_eq!(
            count("&quot;Missiles&quot; &amp; amp; quot"),
            [("Missiles".into(), 1), ("amp".into(), 1), ("quot".into(), 1)]
        );
    }

    #[test]
    fn compounds_and_apostrophes() {
        let found = count("goose-stepping soldiers, goose-stepping; o’clock don’t");
        assert_eq!(found, [("goose-stepping".into(), 2), ("soldiers".into(), 1), ("o’clock".into(), 1)]);
    }

    #[test]
    fn addresses_are_no_keywords() {
        let text = "A storm! See https://example.org/storm and www.example.org. A storm!";
        let tokens = Tokens::new(text, profile("en"), Packs::built_in().words("en"));
        let options = KeywordOptions { limit: 9, ..KeywordOptions::default() };
        let found = keywords(&tokens, &options);
        let found: Vec<_> = found.iter().map(|keyword| (&*keyword.term, keyword.count)).collect();
        assert_eq!(found, [("storm", 2)]);
    }

    #[test]
    fn a_word_is_not_left_out_with_a_function_word_of_its_stem() {
        let (profile, lexicon) = (profile("en"), Packs::built_in().words("en"));
        let tokens = Tokens::new("Two innings, an inning. It is in; he was.", profile, lexicon);
        let left = |word: &str| -> Vec<&str> {
            let set = WordSet::of(&[word.to_owned()], profile, lexicon);
            tokens.words.iter().filter(|word| set.has_lemma(word)).map(|word| &*word.text).collect()
        };
        assert_eq!(left("in"), ["in"]);
        assert_eq!(left("innings"), ["innings", "inning"]);
        assert_eq!(left("be"), ["is", "was"]);
    }

    #[test]
    fn languages_without_a_pack_are_counted_too() {
        let tokens = Tokens::new("戦争と戦争", profile("ja"), None);
        let options = KeywordOptions { limit: 9, ..KeywordOptions::default() };
        assert_eq!(keywords(&tokens, &options)[0].count, 2);
    }
}

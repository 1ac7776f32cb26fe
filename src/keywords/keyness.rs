//! Keyness: which words stand out in a text against another.

use rustc_hash::FxHashMap;
use serde::Serialize;

use super::association::{self, log_ratio, percent_difference};
use super::frequency::KeywordOptions;
use crate::language::Profile;
use crate::lexicon::WordLexicon;
use crate::order;
use crate::text::normal_form;
use crate::tokens::{Tokens, stem_of};

/// How often each word stands in a text, all inflected forms together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WordCounts {
    /// Stem, first form, count; by first place.
    entries: Vec<(Box<str>, Box<str>, u64)>,
    index: FxHashMap<Box<str>, usize>,
    /// Of the language at large: form and count of the function words, which share no stem with others.
    function_words: FxHashMap<Box<str>, u64>,
    /// All words, function words too.
    words: u64,
}

impl WordCounts {
    /// The counts of the content words of `tokens`.
    pub fn of(tokens: &Tokens<'_>, options: &KeywordOptions) -> Self {
        let mut counts = Self::default();
        for token in tokens.tokens.iter().filter(|token| tokens.is_word(token)) {
            counts.words += 1;
            if !options.is_content(tokens, tokens.surface(token)) {
                continue;
            }
            counts.add(tokens.word(token).stem().into(), tokens.surface(token).bare(), 1);
        }
        counts
    }

    /// The counts that a text of a hundred million words of the language would
    /// have: against them a text shows what is unusual in it.
    pub fn of_language(lexicon: &WordLexicon, profile: Profile) -> Self {
        const WORDS: u64 = 100_000_000;
        let mut counts = Self { words: WORDS, ..Self::default() };
        for (form, share) in lexicon.frequencies().iter() {
            let count = (share * WORDS as f64) as u64;
            if lexicon.is_stop_word(&form) {
                counts.function_words.insert(form.into(), count);
            } else {
                counts.add(stem_of(&form, profile, Some(lexicon)).into(), &form, count);
            }
        }
        counts
    }

    fn add(&mut self, stem: Box<str>, form: &str, count: u64) {
        let at = *self.index.entry(stem.clone()).or_insert_with(|| {
            self.entries.push((stem, form.into(), 0));
            self.entries.len() - 1
        });
        self.entries[at].2 += count;
    }

    /// All words of the text, function words too.
    pub fn words(&self) -> u64 {
        self.words
    }

    /// Stem and count of each content word, by first place.
    pub fn iter(&self) -> impl Iterator<Item = (&str, u64)> {
        self.entries.iter().map(|(stem, _, count)| (&**stem, *count))
    }

    /// How often the content words with this stem stand in the text. An acronym (*US*) that stands nowhere is
    /// looked for among function words in lower case: lists of frequencies have no capitals.
    pub fn count(&self, stem: &str) -> u64 {
        if let Some(&at) = self.index.get(stem) {
            return self.entries[at].2;
        }
        let is_acronym = stem.contains(char::is_uppercase);
        let count = is_acronym.then(|| self.function_words.get(&*normal_form(stem))).flatten();
        count.copied().unwrap_or(0)
    }
}

/// Which key words are wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KeynessOptions {
    /// Leave out words that stand in the text less often.
    pub minimum: u64,
    /// Leave out words whose difference is likelier to be chance.
    pub significance: Significance,
}

impl Default for KeynessOptions {
    fn default() -> Self {
        Self { minimum: 1, significance: Significance::None }
    }
}

/// How unlikely a difference is by chance, by the quantiles of χ² with one degree of freedom.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Significance {
    /// Five times in a hundred or more.
    None,
    /// Less than 5 % (G² of 3.84).
    FivePercent,
    /// Less than 1 % (6.63).
    OnePercent,
    /// Less than 0.1 % (10.83).
    OnePerMille,
    /// Less than 0.01 % (15.13).
    OneInTenThousand,
}

impl Significance {
    /// All, from the least.
    pub const ALL: [Self; 5] =
        [Self::None, Self::FivePercent, Self::OnePercent, Self::OnePerMille, Self::OneInTenThousand];

    /// The name of the level, as reports write it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::FivePercent => "five-percent",
            Self::OnePercent => "one-percent",
            Self::OnePerMille => "one-per-mille",
            Self::OneInTenThousand => "one-in-ten-thousand",
        }
    }

    /// The level of this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|level| level.name() == name)
    }

    /// The level that `log_likelihood` reaches.
    pub fn of(log_likelihood: f64) -> Self {
        match log_likelihood {
            value if value >= 15.13 => Self::OneInTenThousand,
            value if value >= 10.83 => Self::OnePerMille,
            value if value >= 6.63 => Self::OnePercent,
            value if value >= 3.84 => Self::FivePercent,
            _ => Self::None,
        }
    }
}

/// A word that stands out.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct KeyWord {
    /// Its first form in the text.
    pub term: String,
    /// How often it stands in the text.
    pub count: u64,
    /// How often in the reference.
    pub reference_count: u64,
    /// Log-likelihood ratio G² (Rayson and Garside 2000, *Comparing corpora using frequency profiling*).
    pub log_likelihood: f64,
    /// Log ratio: each point doubles the relative frequency (Hardie 2014).
    pub log_ratio: f64,
    /// Difference of relative frequencies in per cent; `None` where the reference has none.
    pub percent_difference: Option<f64>,
    /// How unlikely the difference is by chance.
    pub significance: Significance,
}

/// The words of `text` that are more frequent than in `reference`, as far as
/// `options` want them, by falling G², then by first place. Against a reference without
/// any word nothing stands out.
pub fn keyness(text: &WordCounts, reference: &WordCounts, options: KeynessOptions) -> Vec<KeyWord> {
    if reference.words == 0 {
        return Vec::new();
    }
    let (size, reference_size) = (text.words as f64, reference.words as f64);
    let found: Vec<KeyWord> = text
        .entries
        .iter()
        .filter(|&&(_, _, count)| count >= options.minimum)
        .filter_map(|(stem, form, count)| {
            let reference_count = reference.count(stem);
            let (here, there) = (*count as f64, reference_count as f64);
            if here / size <= there / reference_size {
                return None;
            }
            let log_likelihood = association::keyness(here, size, there, reference_size);
            let significance = Significance::of(log_likelihood);
            (significance >= options.significance).then(|| KeyWord {
                term: form.to_string(),
                count: *count,
                reference_count,
                log_likelihood,
                log_ratio: log_ratio(here, size, there, reference_size),
                percent_difference: percent_difference(here, size, there, reference_size),
                significance,
            })
        })
        .collect();
    order::by_falling(found, |entry| order::float(entry.log_likelihood))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::profile;
    use crate::lexicon::Packs;

    fn counts(text: &str) -> WordCounts {
        let tokens = Tokens::new(text, profile("en"), Packs::built_in().words("en"));
        WordCounts::of(&tokens, &KeywordOptions::default())
    }

    #[test]
    fn levels_have_the_names_that_reports_write() {
        for value in [0.0, 3.84, 6.63, 10.83, 15.13] {
            let level = Significance::of(value);
            let written = serde_json::to_value(level).unwrap();
            assert_eq!(written.as_str().and_then(Significance::named), Some(level));
        }
        assert_eq!(Significance::named("some"), None);
    }

    #[test]
    fn what_stands_out_comes_first() {
        let text = counts(&"The missiles and the missile of the army. ".repeat(5));
        let reference = counts(&"The army and the garden, the garden and a missile. ".repeat(5));
        let found = keyness(&text, &reference, KeynessOptions::default());
        assert_eq!(found[0].term, "missiles");
        assert_eq!((found[0].count, found[0].reference_count), (10, 5));
        assert!(found[0].log_ratio > 1.0 && found[0].percent_difference.unwrap() > 100.0);
        assert!(found.iter().all(|key| key.term != "garden"));
    }

    #[test]
    fn a_reference_without_the_word_or_without_any() {
        let found = keyness(&counts("An army."), &counts("A garden."), KeynessOptions::default());
        assert_eq!(found[0].percent_difference, None);
        assert!(found[0].log_ratio.is_finite() && found[0].log_likelihood.is_finite());
        for (text, reference) in [("", "An army."), ("An army.", ""), ("", "")] {
            assert!(keyness(&counts(text), &counts(reference), KeynessOptions::default()).is_empty());
        }
    }

    #[test]
    fn against_the_language_the_unusual_stands_out() {
        let lexicon = Packs::built_in().words("en").unwrap();
        let english = WordCounts::of_language(lexicon, profile("en"));
        let found = keyness(
            &counts("A missile, a missile and time; time after time."),
            &english,
            KeynessOptions::default(),
        );
        assert_eq!(found[0].term, "missile");
        assert!(found[0].reference_count > 100 && found[0].significance == Significance::OneInTenThousand);
    }

    #[cfg(feature = "languages")]
    #[test]
    fn the_main_languages_are_references() {
        let texts = [
            ("de", "Die Straße war groß, und die Nachtzüge fuhren.", "Nachtzüge"),
            ("el", "Ο πρόεδρος και ο σεισμογράφος είναι μεγάλος.", "σεισμογράφος"),
            ("hi", "सरकार ने कहा कि भूकंपमापी अच्छा है।", "भूकंपमापी"),
            ("ru", "Большой дом и сейсмограф были там.", "сейсмограф"),
        ];
        for (language, text, rare) in texts {
            let lexicon = Packs::built_in().words(language).unwrap();
            assert!(lexicon.frequencies().iter().count() > 19_900, "{language}");
            let profile = profile(language).with(Some(lexicon));
            let tokens = Tokens::new(text, profile, Some(lexicon));
            let counts = WordCounts::of(&tokens, &KeywordOptions::default());
            let found =
                keyness(&counts, &WordCounts::of_language(lexicon, profile), KeynessOptions::default());
            assert_eq!(found[0].term, rare, "{language}");
            let unknown: Vec<_> = found.iter().filter(|key| key.reference_count == 0).collect();
            assert_eq!(unknown.len(), 1, "{language}: {unknown:?}");
        }
    }

    #[test]
    fn acronyms_are_no_strangers_to_a_list_without_capitals() {
        let english = WordCounts::of_language(Packs::built_in().words("en").unwrap(), profile("en"));
        let found = keyness(&counts("The US and the USA met."), &english, KeynessOptions::default());
        for key in found.iter().filter(|key| key.term.starts_with("US")) {
            assert!(key.reference_count > 1000, "{key:?}");
        }
    }

    #[test]
    fn function_words_of_the_same_stem_do_not_count() {
        let english = WordCounts::of_language(Packs::built_in().words("en").unwrap(), profile("en"));
        let report = "The innings of the cricketers ended; beings went on outings to the wells with cans. ";
        let found = keyness(&counts(report), &english, KeynessOptions::default());
        for term in ["innings", "beings", "outings", "wells", "cans"] {
            let key =
                found.iter().find(|key| key.term == term).unwrap_or_else(|| panic!("{term}: {found:?}"));
            assert!((100..50_000).contains(&key.reference_count), "{key:?}");
        }
    }

    #[test]
    fn what_is_rare_or_likely_is_left_out_on_demand() {
        let (text, reference) =
            (counts("An army, an army, an army, a drone."), counts("A drone of the army."));
        let terms = |minimum, significance| -> Vec<String> {
            let options = KeynessOptions { minimum, significance };
            keyness(&text, &reference, options).into_iter().map(|key| key.term).collect()
        };
        assert_eq!(terms(1, Significance::None), ["army"]);
        assert!(terms(4, Significance::None).is_empty());
        assert!(terms(1, Significance::FivePercent).is_empty());
    }

    #[test]
    fn levels_are_those_of_chi_squared() {
        assert_eq!(Significance::of(3.83), Significance::None);
        assert_eq!(Significance::of(3.84), Significance::FivePercent);
        assert_eq!(Significance::of(15.13), Significance::OneInTenThousand);
    }
}

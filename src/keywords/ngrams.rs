//! Frequencies of words, of words in all their forms, and of sequences of up to five words, counted exactly.

use serde::Serialize;

use super::frequency::{Form, KeywordOptions, WordSet, forms, is_long_word};
use super::markup::{Markup, is_address};
use super::sequences::Groups;
use super::stems::Stems;
use crate::classes::Classes;
use crate::lexicon::WordClass;
use crate::order;
use crate::text::{PieceKind, Span, one_line};
use crate::tokens::{Surface, Token, Tokens, Word};

/// The longest n-gram, in words.
pub const MAX_WORDS: usize = 5;

/// What to count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NgramOptions {
    /// Words in one n-gram, 1 to [`MAX_WORDS`]; what lies beyond is brought into this range.
    pub words: usize,
    /// Count all inflected forms of a word as one.
    pub lemmas: bool,
    /// Leave out n-grams that stand in the text less often.
    pub minimum: usize,
    /// At most so many.
    pub limit: usize,
    /// Leave out n-grams that start or end in a function word or hold a part of an address or of
    /// markup; of single words also single letters and numbers.
    pub content_only: bool,
    /// In place of the language's function words; with all inflected forms where these are counted as one.
    pub stop_words: Option<Vec<String>>,
    /// Count only places where it has so many characters, at least and at most.
    pub letters: (usize, usize),
    /// Count only places all of whose words are of these classes; all places when empty, and where
    /// classes are not known.
    pub classes: Vec<WordClass>,
}

impl Default for NgramOptions {
    /// Pairs of words that stand in the text twice or more, a hundred of them.
    fn default() -> Self {
        Self {
            words: 2,
            lemmas: false,
            minimum: 2,
            limit: 100,
            content_only: true,
            stop_words: None,
            letters: (0, usize::MAX),
            classes: Vec::new(),
        }
    }
}

/// A word or a sequence of words, and where it stands.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Ngram {
    /// Its most frequent form, with single spaces; of equals the one in lower case, then one that is not all
    /// capitals, then the first.
    pub text: String,
    /// How often, case folded.
    pub count: usize,
    /// How often among a thousand words of the text.
    pub per_thousand: f64,
    /// The forms as written, by falling count; of equals those in lower case, then those that are not all
    /// capitals, then by first place.
    pub forms: Vec<Form>,
    /// Where, in order. Places may overlap: *ha ha ha* has two of *ha ha*.
    pub spans: Vec<Span>,
}

/// The number of a token that no n-gram goes over.
const NONE: u32 = u32::MAX;

/// In the number of a word: no n-gram starts or ends in it.
const LOOSE: u32 = 1 << 31;

/// The n-grams of a text by falling count, then by first place. No mark and no
/// end of a sentence lies inside one. `own` are the stop words of the options, `classes` gives those of the text's tokens.
pub fn ngrams<'c>(
    tokens: &Tokens<'_>,
    keyword_options: &KeywordOptions,
    options: &NgramOptions,
    own: Option<&WordSet>,
    classes: impl FnOnce() -> &'c Classes,
) -> Vec<Ngram> {
    let length = options.words.clamp(1, MAX_WORDS);
    let stems = options.lemmas.then(|| Stems::of(tokens));
    let classes = Some(options).filter(|options| !options.classes.is_empty()).map(|_| classes());
    let is_wanted = |at: usize| {
        let class = classes.and_then(|classes| classes.get(at));
        class.is_none_or(|class| options.classes.contains(&class))
    };
    let markup = options.content_only.then(|| Markup::of(tokens));
    let is_markup = |at: usize| markup.as_ref().is_some_and(|markup| markup.has(at));
    // The stem or the word of each token, with whether it is loose.
    let of_surface = |surface: &Surface<'_>| {
        let number = stems.as_ref().map_or(surface.word, |stems| stems.of_word(surface.word));
        match surface.kind {
            PieceKind::Punctuation => NONE,
            _ if options.content_only && is_loose(tokens, keyword_options, options, own, surface) => {
                number | LOOSE
            }
            _ => number,
        }
    };
    let of_surface: Vec<u32> = tokens.surfaces.iter().map(of_surface).collect();
    let of_token = |(at, token): (usize, &Token)| match is_wanted(at) && !is_markup(at) {
        true => of_surface[token.surface as usize],
        false => NONE,
    };
    let numbers: Vec<u32> = tokens.tokens.iter().enumerate().map(of_token).collect();
    let number = |at: usize| numbers[at] & !LOOSE;
    let words: usize = tokens.sentences.iter().map(|sentence| sentence.words).sum();

    let mut places = vec![0; numbers.len()];
    let mut count = 0;
    for sentence in &tokens.sentences {
        let mut run = 0;
        for last in sentence.tokens.clone() {
            run = if numbers[last] == NONE { 0 } else { run + 1 };
            let first = (last + 1).saturating_sub(length);
            places[count] = first as u32;
            // No branch: whether a word is loose is a toss of a coin.
            let is_place = run >= length && (numbers[first] | numbers[last]) & LOOSE == 0;
            count += usize::from(is_place);
        }
    }
    places.truncate(count);
    let distinct = stems.as_ref().map_or(tokens.words.len(), Stems::distinct);
    let mut groups = Groups::of(&places, distinct, options.minimum, |place| number(place as usize));
    for after in 1..length {
        groups = groups.parted(options.minimum, |place| number(place as usize + after));
    }
    let span = |place: u32| {
        let last = &tokens.tokens[place as usize + length - 1];
        Span { start: tokens.tokens[place as usize].start, end: tokens.bare_span(last).end }
    };
    let written = |span: Span| one_line(span.of(tokens.text));
    let letters = options.letters.0..=options.letters.1;
    if letters != (0..=usize::MAX) {
        groups =
            groups.kept(options.minimum, |place| letters.contains(&written(span(place)).chars().count()));
    }
    let groups: Vec<&[u32]> = groups.iter().collect();
    // By falling count, then by rising first place.
    let keys = groups.iter().map(|group| (group.len() as u64) << 32 | u64::from(!group[0]));
    order::highest(keys.enumerate(), options.limit)
        .into_iter()
        .map(|at| {
            let spans: Vec<Span> = groups[at].iter().map(|&place| span(place)).collect();
            let written: Vec<_> = spans.iter().map(|&span| written(span)).collect();
            let forms = forms(written.iter().map(|form| &**form));
            Ngram {
                text: forms[0].text.clone(),
                count: spans.len(),
                per_thousand: spans.len() as f64 * 1000.0 / words as f64,
                forms,
                spans,
            }
        })
        .collect()
}

/// Whether no n-gram starts or ends in a surface.
fn is_loose(
    tokens: &Tokens<'_>,
    keyword_options: &KeywordOptions,
    options: &NgramOptions,
    own: Option<&WordSet>,
    surface: &Surface<'_>,
) -> bool {
    let has =
        |words: &WordSet, word: &Word| if options.lemmas { words.has_lemma(word) } else { words.has(word) };
    let word = &tokens.words[surface.word as usize];
    own.map_or(word.is_stop, |own| has(own, word))
        || has(&keyword_options.stop_words, word)
        || is_address(&word.text)
        || options.words <= 1 && !is_long_word(tokens, surface)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Packs;
    use crate::{Options, Reading};

    fn found(text: &str, options: &NgramOptions) -> Vec<Ngram> {
        let reading = Reading::new(Packs::built_in(), text, &Options::default()).unwrap();
        reading.ngrams(options)
    }

    fn count(text: &str, options: &NgramOptions) -> Vec<(String, usize)> {
        found(text, options).into_iter().map(|ngram| (ngram.text, ngram.count)).collect()
    }

    fn of(words: usize, minimum: usize, content_only: bool) -> NgramOptions {
        NgramOptions { words, minimum, limit: 9, content_only, ..NgramOptions::default() }
    }

    #[test]
    fn addresses_are_not_counted() {
        let text = "A storm! See https://example.org/storm and www.example.org. A storm!";
        assert_eq!(count(text, &of(1, 1, true)), [("storm".to_owned(), 2)]);
    }

    #[test]
    fn sequences_inside_sentences() {
        let text = "The war in Korea. The war, in Korea’s view. War in Korea";
        assert_eq!(count(text, &of(3, 2, false)), [("war in Korea".to_owned(), 2)]);
        assert_eq!(
            count(text, &of(2, 2, false)),
            [("in Korea".to_owned(), 3), ("The war".to_owned(), 2), ("war in".to_owned(), 2)]
        );
        assert_eq!(count(text, &of(2, 1, true)), [("Korea’s view".to_owned(), 1)]);
        assert!(count(text, &of(9, 1, false)).is_empty());
    }

    #[test]
    fn single_words_are_all_words() {
        let all = found("a b a. B!", &of(1, 1, false));
        assert_eq!(all.iter().map(|ngram| ngram.count).sum::<usize>(), 4);
        assert_eq!(all.iter().map(|ngram| ngram.per_thousand).sum::<f64>(), 1000.0);
        assert!(all.iter().all(|ngram| ngram.spans.len() == ngram.count));
    }

    #[test]
    fn forms_of_a_word_are_counted_apart_or_together() {
        let text = "Missiles and a missile. The missiles’ range. MISSILE tests of missiles, a test.";
        let apart = count(text, &of(1, 1, true));
        assert_eq!(apart[0], ("missiles".to_owned(), 3));
        assert!(apart.contains(&("missile".to_owned(), 2)));
        let together = found(text, &NgramOptions { lemmas: true, ..of(1, 2, true) });
        let told: Vec<_> = together.iter().map(|ngram| (&*ngram.text, ngram.count)).collect();
        assert_eq!(told, [("missiles", 5), ("tests", 2)]);
        let forms: Vec<_> = together[0].forms.iter().map(|form| (&*form.text, form.count)).collect();
        assert_eq!(forms, [("missiles", 2), ("missile", 1), ("Missiles", 1), ("MISSILE", 1)]);
    }

    #[test]
    fn filters_by_class_by_length_and_by_own_stop_words() {
        let text = "They work slowly. Their work ended the war. It was hard work in 1950.";
        let nouns = NgramOptions { classes: vec![WordClass::Noun], ..of(1, 1, true) };
        assert_eq!(count(text, &nouns), [("work".to_owned(), 2), ("war".to_owned(), 1)]);
        let long = NgramOptions { letters: (5, 6), ..of(1, 1, true) };
        assert_eq!(count(text, &long), [("slowly".to_owned(), 1), ("ended".to_owned(), 1)]);
        let runs = "Run, running, ran: RUN! A run.";
        let short = NgramOptions { lemmas: true, letters: (0, 3), ..of(1, 1, true) };
        let [run] = &found(runs, &short)[..] else { panic!("one lemma") };
        assert_eq!((run.count, run.forms.len()), (4, 4), "not running");
        for words in [vec!["RUN".to_owned()], vec!["ran".to_owned()]] {
            let own = NgramOptions { lemmas: true, stop_words: Some(words.clone()), ..of(1, 1, true) };
            assert!(count(runs, &own).iter().all(|(text, _)| text == "A"), "all its forms");
            let options = Options { stop_words: words.clone(), ..Options::default() };
            let reading = Reading::new(Packs::built_in(), runs, &options).unwrap();
            assert!(reading.ngrams(&NgramOptions { lemmas: true, ..of(1, 1, true) }).is_empty());
            assert!(reading.ngrams(&of(1, 1, true)).iter().any(|ngram| ngram.text == "running"), "by form");
            assert!(reading.counts().iter().next().is_none());
        }
        let own = NgramOptions { stop_words: Some(vec!["work".into(), "war".into()]), ..of(1, 2, true) };
        assert!(count(text, &own).is_empty());
        let none = NgramOptions { stop_words: Some(Vec::new()), ..of(1, 1, true) };
        assert!(count(text, &none).contains(&("the".to_owned(), 1)));
        let more = Options { stop_words: vec!["Work".into()], ..Options::default() };
        let reading = Reading::new(Packs::built_in(), text, &more).unwrap();
        assert!(reading.ngrams(&of(1, 1, true)).iter().all(|ngram| ngram.text != "work"));
    }
}

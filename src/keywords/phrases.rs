//! Key phrases: what a text is about, in its own words.
//!
//! [`Candidates`] are found and measured, and go two ways. [`phrases`] ranks
//! them all by the words pack's ranker, trees that were fitted on texts with
//! known key phrases: the list for programs. [`keyphrases`] chooses a few to be
//! read: nouns with their attributes and whole names, none inside another.

use serde::Serialize;

use super::candidates::{Candidate, Candidates};
use super::features::FEATURES;
use super::names::whole_name;
use super::readable::{Readable, ShortNames, is_of_the_calendar};
use super::stems::StemId;
use super::written_form::{form_to_read, take_full_stop};
use crate::classes::Classes;
use crate::lexicon::{Marks, TreeScorer, WordClass};
use crate::order;
use crate::text::{Span, one_line};
use crate::tokens::{Shape, Token};

/// A phrase that tells what the text is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Phrase {
    /// As first written; of a key phrase to be read, the form it has most often.
    pub text: String,
    /// Higher is better; comparable within one report only.
    pub score: i64,
    /// How often it stands in the text.
    pub count: usize,
    /// Every occurrence in order.
    pub spans: Vec<Span>,
}

/// What the ranker gives each candidate; nothing without a ranker, and for one that asks
/// for features that there are not.
pub fn scores(candidates: &Candidates<'_, '_>, ranker: Option<&TreeScorer>) -> Vec<i32> {
    let rows = candidates.list.iter().map(|candidate| candidates.features(candidate));
    ranker.filter(|ranker| ranker.features() <= FEATURES).map_or_else(Vec::new, |ranker| ranker.scores(rows))
}

/// The best `limit` candidates by their `scores`, best first, then by first place. Without
/// scores they have that of [`repetition`].
pub fn phrases(candidates: &Candidates<'_, '_>, scores: &[i32], limit: usize) -> Vec<Phrase> {
    let list = &candidates.list;
    let score = |at: usize| match scores.get(at) {
        Some(&score) => i64::from(score),
        None => repetition(candidates, &list[at]),
    };
    let best = order::highest((0..list.len()).map(|at| (at, order::signed(score(at)))), limit);
    best.into_iter().map(|at| phrase(candidates, score(at), &list[at])).collect()
}

/// Up to `limit` phrases to be read, best first, by [`merit`]: nouns with their
/// attributes and whole names, none inside another and no two of nearly the
/// same words. A word alone must come back. What always stands in something
/// longer gives way to it.
pub fn keyphrases(
    candidates: &Candidates<'_, '_>,
    classes: &Classes,
    scores: &[i32],
    limit: usize,
) -> Vec<Phrase> {
    let fit: Vec<(usize, Readable)> = candidates
        .list
        .iter()
        .enumerate()
        .filter(|(_, it)| {
            candidates.count(it) > 1
                || it.words() > 1 && (candidates.may_be_whole(it) || has_capitals(candidates, it))
        })
        .map(|(at, it)| (at, Readable::of(candidates, classes, it)))
        .filter(|&(at, readable)| {
            let candidate = &candidates.list[at];
            let is_piece = candidates.count(candidate) == 1 && readable.is_piece;
            (!is_piece || readable.is_name) && reads_well(candidates, candidate, readable)
        })
        .collect();
    let short = ShortNames::of(candidates, &fit);
    let scored: Vec<_> = fit
        .iter()
        .filter(|(at, _)| !short.is_served(*at))
        .map(|&(at, readable)| {
            let chance =
                scores.get(at).map_or(1, |&score| (i64::from(score) + SCORE).clamp(SCORE / 8, SCORE));
            let candidate = &candidates.list[at];
            let is_word = candidate.words() == 1 && !readable.is_name && !classes.is_empty();
            let telling = if is_word { WORD } else { 10 };
            ((at, readable), merit(candidates, candidate, short.alone(at)) * chance / 10 * telling)
        })
        .collect();
    let mut chosen: Vec<Phrase> = Vec::new();
    let mut taken: Vec<Vec<StemId>> = Vec::new();
    let scored = order::by_falling(scored, |&(.., score)| order::signed(score));
    for &(found, score) in &scored {
        if chosen.len() == limit {
            break;
        }
        let (at, readable) =
            whole(candidates, &fit, longer(candidates, classes, &scored, &taken, (found, score)));
        let candidate = &candidates.list[at];
        let stems: Vec<StemId> = candidates.stems(candidate).collect();
        if taken.iter().any(|other| says_the_same(&stems, other)) {
            continue;
        }
        let mut phrase = phrase(candidates, score, candidate);
        if let Some(spans) = whole_name(candidates, classes, candidate, readable) {
            phrase.text = one_line(spans[0].of(candidates.tokens().text)).into_owned();
            phrase.count = spans.len();
            phrase.spans = spans;
        } else {
            phrase.text = form_to_read(candidates, classes, &phrase.spans, readable);
            take_full_stop(candidates.tokens().text, &mut phrase);
        }
        let text = &*phrase.text;
        // The *three-axis computer* of *three-axis computer numerical control*.
        let crosses = |other: &Phrase| {
            phrase.spans.iter().all(|span| {
                let next = other.spans.partition_point(|it| it.end <= span.start);
                other.spans.get(next).is_some_and(|it| it.start < span.end)
            })
        };
        let says_it = |other: &Phrase| {
            other.text == text
                || is_initials(text, &other.text)
                || is_initials(&other.text, text)
                || crosses(other)
        };
        if !chosen.iter().any(says_it) {
            taken.push(stems);
            chosen.push(phrase);
        }
    }
    chosen
}

/// What a common word alone tells a reader, of ten that a phrase or name does.
const WORD: i64 = 8;

/// A score of the ranker, its sign turned, at which a candidate is next to none; those from 0 on are sure.
const SCORE: i64 = 4_000;

/// Whether the first and the last word are written as names are.
fn has_capitals(candidates: &Candidates<'_, '_>, candidate: &Candidate) -> bool {
    let words = candidates.first_tokens(candidate);
    let shape = |token: &Token| candidates.tokens().surface(token).shape;
    ![&words[0], &words[words.len() - 1]].map(shape).contains(&Shape::Lower)
}

/// The best phrase that says more than the one common word `found`, whose merit is `own`: *heel pain* for *heel*. It comes
/// back, or is of two nouns that both do, and not too seldom beside the word. The word itself if there is none.
fn longer(
    candidates: &Candidates<'_, '_>,
    classes: &Classes,
    scored: &[((usize, Readable), i64)],
    taken: &[Vec<StemId>],
    (found, own): ((usize, Readable), i64),
) -> (usize, Readable) {
    let word = &candidates.list[found.0];
    if word.words() > 1 || found.1.is_name {
        return found;
    }
    let stem = candidates.stems(word).next();
    let says_more = |&&((at, readable), merit): &&((usize, Readable), i64)| {
        let long = &candidates.list[at];
        let (words, count) = (long.words(), candidates.count(long));
        let nouns = || {
            (long.first_token()..long.first_token() + words)
                .all(|at| classes.get(at) == Some(WordClass::Noun))
        };
        let comes_back = || candidates.stem_counts(long).min() > Some(1) && words == 2 && nouns();
        let stems = || candidates.stems(long).collect::<Vec<StemId>>();
        words > 1
            && !readable.is_name
            && candidates.stems(long).any(|it| Some(it) == stem)
            && count * OFTENER >= candidates.count(word)
            && (count > 1 && merit * 3 > own || count == 1 && comes_back())
            && !taken.iter().any(|other| says_the_same(&stems(), other))
    };
    scored.iter().find(says_more).map_or(found, |&(it, _)| it)
}

/// A word that stands so many times as often as a phrase with it is no short form of that.
const OFTENER: usize = 12;

/// The phrase of `fit` that the one `found` stands in at each of its places, or itself: *Session* stands in
/// *Court of Session*.
fn whole(
    candidates: &Candidates<'_, '_>,
    fit: &[(usize, Readable)],
    found: (usize, Readable),
) -> (usize, Readable) {
    let part = &candidates.list[found.0];
    let (count, first) = (candidates.count(part), part.first_token());
    if count < 2 {
        return found;
    }
    let holds = |&&(at, readable): &&(usize, Readable)| {
        let long = &candidates.list[at];
        let start = long.first_token();
        start <= first
            && first + part.words() <= start + long.words()
            && long.words() > part.words()
            && candidates.count(long) == count
            && (readable.is_name || !found.1.is_name)
    };
    *fit.iter().rfind(holds).unwrap_or(&found)
}

/// Whether one is inside the other, or they share two words.
fn says_the_same(one: &[StemId], other: &[StemId]) -> bool {
    let (short, long) = if one.len() < other.len() { (one, other) } else { (other, one) };
    long.windows(short.len()).any(|part| part == short)
        || short.iter().filter(|stem| long.contains(stem)).count() > 1
}

/// Whether `short` is made of the first letters of `name`: *U.S.* and *United States*.
fn is_initials(short: &str, name: &str) -> bool {
    let mut letters = short.bytes().filter(|&byte| byte != b'.');
    let mut words =
        name.split(' ').filter_map(|word| word.bytes().next()).filter(|first| !first.is_ascii_lowercase());
    name.contains(' ') && words.all(|first| letters.next() == Some(first)) && letters.next().is_none()
}

/// What a phrase is worth to a reader: the square root of how often it stands
/// there, times how rare its words are, its length and how early it comes.
fn merit(candidates: &Candidates<'_, '_>, candidate: &Candidate, alone: usize) -> i64 {
    /// As common as *year*: says nothing of what a text is about.
    const COMMON: u64 = 23;
    let count = (candidates.count(candidate) + alone) as u64;
    let counts = || candidates.stem_counts(candidate);
    // Said once, it is worth what its words are.
    let count = match count {
        1 => 1 + counts().min().unwrap_or(1).min(5),
        _ => count * 4 + counts().sum::<u64>() / candidate.words() as u64,
    };
    let rarity = candidates.mean_rarity(candidate).saturating_sub(COMMON).min(30);
    let length = [0, 10, 19, 21, 18, 15][candidate.words()];
    let early = match candidates.place(candidate) {
        0..10 => 14,
        10..30 => 12,
        _ => 10,
    };
    ((count * 2_500).isqrt() * rarity * length * early) as i64
}

/// How often a candidate stands in the text, times how often its words do, times its length.
fn repetition(candidates: &Candidates<'_, '_>, candidate: &Candidate) -> i64 {
    let weight: u64 = candidates.stem_counts(candidate).sum();
    (candidates.count(candidate) as u64 * weight * candidate.words() as u64) as i64
}

fn phrase(candidates: &Candidates<'_, '_>, score: i64, candidate: &Candidate) -> Phrase {
    let first = candidates.first_span(candidate).of(candidates.tokens().text);
    let spans = candidates.spans(candidate);
    Phrase { text: one_line(first).into_owned(), score, count: spans.len(), spans }
}

/// Whether a phrase reads as one: a noun with its attributes or a whole name,
/// without a function word unless in a name, without a day or a month, and
/// with something to say: neither *former champion* nor *total number*.
fn reads_well(candidates: &Candidates<'_, '_>, candidate: &Candidate, readable: Readable) -> bool {
    let tokens = candidates.tokens();
    let words = candidates.first_tokens(candidate);
    let loose = |token: &Token, endings: &[&str]| {
        tokens.surface(token).shape == Shape::Lower
            && endings.iter().any(|ending| tokens.word(token).text.ends_with(ending))
    };
    let is_marked = |token: &Token, kind: Marks| candidates.is_marked(token, kind);
    let first = &words[0];
    // *former champion*, *total number*, *days oxidation*
    let says_little = is_marked(first, Marks::VAGUE)
        || words.iter().all(|token| is_marked(token, Marks::EMPTY))
        || is_marked(first, Marks::EMPTY) && tokens.word(first).text.ends_with('s');
    readable.is_nominal
        && !readable.is_cut
        && words.iter().all(|token| readable.is_name || !tokens.word(token).is_stop)
        && !words.iter().any(|token| {
            tokens.surface(token).shape != Shape::Lower && is_of_the_calendar(&tokens.word(token).text)
        })
        && !is_scrap(candidates, words, readable)
        && (readable.is_name || !says_little)
        && !loose(&words[0], &["ly"])
        && !loose(&words[words.len() - 1], &["ly", "ed", "consisting"])
}

/// Whether a name ends in a title, or a word alone is hardly one: *President*, *a.m*, or two or three small letters
/// that the language does not know, unless the text insists.
fn is_scrap(candidates: &Candidates<'_, '_>, words: &[Token], readable: Readable) -> bool {
    const INSISTS: u64 = 5;
    let token = &words[words.len() - 1];
    let tokens = candidates.tokens();
    let word = &*tokens.word(token).text;
    let is_rare = || candidates.count_of(token) < INSISTS && !candidates.is_common_word(token);
    readable.is_name && candidates.is_marked(token, Marks::TITLE)
        || words.len() == 1
            && tokens.surface(token).shape == Shape::Lower
            && (word.contains('.') || word.len() < 4 && is_rare())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::keywords::KeywordOptions;
    use crate::language::profile;
    use crate::lexicon::{Packs, WordLexicon};
    use crate::tokens::Tokens;

    fn with<T>(text: &str, ask: impl FnOnce(&Candidates<'_, '_>, &WordLexicon, &Classes) -> T) -> T {
        let lexicon = Packs::built_in().words("en").unwrap();
        let tokens = Tokens::new(text, profile("en"), Some(lexicon));
        let classes = Classes::of(&tokens, Some(lexicon));
        let options = KeywordOptions::default();
        ask(&Candidates::of(&tokens, &classes, &options, Some(lexicon)), lexicon, &classes)
    }

    fn all(text: &str) -> Vec<Phrase> {
        with(text, |candidates, lexicon, _| {
            phrases(candidates, &scores(candidates, lexicon.phrase_ranker()), 99)
        })
    }

    fn read(text: &str) -> Vec<String> {
        with(text, |candidates, lexicon, classes| {
            let scores = scores(candidates, lexicon.phrase_ranker());
            keyphrases(candidates, classes, &scores, 9).into_iter().map(|phrase| phrase.text).collect()
        })
    }

    #[test]
    fn no_piece_of_two_is_read() {
        let text = "Parts are cut by computer numerical control milling, on a three-axis computer numerical control \
                    milling machine.";
        let found = read(text);
        assert!(found.contains(&"computer numerical control milling".to_owned()), "{found:?}");
        assert!(!found.contains(&"three-axis computer".to_owned()), "{found:?}");
    }

    #[test]
    fn names_that_have_an_and_sign_are_read() {
        assert_eq!(read("AT&T sold its cable. AT&T shares fell, and AT&T paid.")[0], "AT&T");
    }

    #[test]
    fn of_phrases_inside_each_other_one_is_read() {
        let text = "Missile tests again: missile tests. The missile tests of the army. That army?";
        assert_eq!(read(text), ["missile tests", "army"]);
    }

    #[test]
    fn names_are_whole_and_keep_their_capitals_and_verbs_are_none() {
        let text = "Kim Jong Un met Vladimir Putin in North Korea on Monday. Putin quickly praised the parade. \
                    Parades like the parade in North Korea please Putin, and Kim met Putin on Monday.";
        let found = read(text);
        for expected in ["Vladimir Putin", "North Korea", "parade"] {
            assert!(found.iter().any(|phrase| phrase == expected), "{found:?}");
        }
        for wrong in ["Putin", "Korea", "Monday", "met", "North"] {
            assert!(!found.iter().any(|phrase| phrase == wrong), "{found:?}");
        }
    }

    #[test]
    fn a_name_is_read_without_a_title_that_it_can_do_without() {
        let text = "The talks with Korean Defence Minister Kang Sun-nam went on. Shoigu praised Kang. Kang ate. \
                    Queen Victoria reigned. Victoria was old. Nobody missed Queen Victoria.";
        let found = read(text);
        assert!(found.iter().any(|phrase| phrase == "Kang Sun-nam"), "{found:?}");
        assert!(found.iter().any(|phrase| phrase == "Queen Victoria"), "{found:?}");
        assert!(!found.iter().any(|phrase| phrase.contains("Minister")), "{found:?}");
    }

    #[test]
    fn verbs_that_look_like_nouns_and_scraps_are_none() {
        let text = "Caffeinated coffee doubles the blood-sugar levels spiking at 9 a.m and 10 a.m on zqx. Zqx, and zqx. \
                    Blood-sugar levels matter. Coffee with fat matters, and so does the coffee.";
        let found = read(text);
        assert!(found.iter().any(|phrase| phrase == "blood-sugar levels"), "{found:?}");
        for wrong in ["doubles", "spiking", "a.m", "zqx"] {
            assert!(!found.iter().any(|phrase| phrase.contains(wrong)), "{found:?}");
        }
    }

    #[test]
    fn what_somebody_does_is_none() {
        for (text, wrong) in [
            ("GM sells Delphi to a fund. The fund likes Delphi.", "sells"),
            ("The automaton is a discrete model consisting of cells. Cells die.", "consisting"),
            ("We study radar courses teaching pulse compression. The radar broke.", "teaching"),
            ("After 10 days oxidation began. The 30 days oxidation took were long.", "days"),
        ] {
            let found = read(text);
            assert!(!found.iter().any(|phrase| phrase.contains(wrong)), "{found:?}");
        }
    }

    #[test]
    fn what_says_little_is_none() {
        let text = "The total number of bridges rose. Former bridges fell in weeks; weeks later the total number fell. \
                    A former champion built bridges.";
        assert_eq!(read(text), ["bridges"]);
    }

    #[test]
    fn a_name_takes_in_a_participle() {
        let text = "Leaders of the United Kingdom met, and the United Kingdom sent a ship of the United Kingdom away.";
        assert_eq!(read(text), ["United Kingdom"]);
    }

    #[test]
    fn a_fragment_gives_way_to_what_it_stands_in() {
        let text = "The Court of Session sat in the north. Judges of the Court of Session spoke. \
                    The Court of Session is old.";
        assert_eq!(read(text), ["Court of Session"]);
        let text = "The Center for Biological Diversity counted butterflies. A Center for Biological Diversity scientist \
                    caught butterflies. He left the Center for Biological Diversity.";
        assert_eq!(read(text), ["Center for Biological Diversity", "butterflies"]);
    }

    #[test]
    fn a_name_does_not_end_in_a_title() {
        let text = "Talks with US Secretary of State Mike Pompeo went on. Iran met the US Secretary of State. \
                    A bridge in Iran fell on the bridge.";
        let found = read(text);
        assert!(found.iter().any(|phrase| phrase == "bridge"), "{found:?}");
        assert!(!found.iter().any(|phrase| phrase.ends_with("Secretary")), "{found:?}");
    }

    #[test]
    fn a_noun_is_read_in_a_form_of_its_own() {
        let text = "Arrest made as mayor of Gdynia stabbed\nA man was arrested on Sunday after the mayor was stabbed.";
        let found = read(text);
        assert!(found.iter().any(|phrase| phrase == "arrest"), "{found:?}");
        assert!(!found.iter().any(|phrase| phrase == "arrested"), "{found:?}");
    }

    #[test]
    fn a_name_is_read_in_full_or_by_its_letters() {
        let both = read(
            "The United States sent ships. The U.S. has many, and the U.S. ships left for the United States.",
        );
        assert!(both.iter().any(|phrase| phrase == "United States"), "{both:?}");
        assert!(!both.iter().any(|phrase| phrase.starts_with("U.S")), "{both:?}");
        let text = "A ship of the U.S. sank. The U.S. ship was old.";
        let letters = read(text);
        assert!(letters.iter().any(|phrase| phrase == "U.S."), "{letters:?}");
        let spans = with(text, |candidates, lexicon, classes| {
            let scores = scores(candidates, lexicon.phrase_ranker());
            let found = keyphrases(candidates, classes, &scores, 9);
            found.into_iter().find(|phrase| phrase.text == "U.S.").map(|phrase| phrase.spans)
        });
        assert!(spans.expect("found").iter().all(|span| span.of(text) == "U.S."));
        assert!(
            is_initials("NATO", "North Atlantic Treaty Organization")
                && is_initials("FBI", "Federal Bureau of Investigation")
        );
        assert!(
            !is_initials("Kim", "Kim Jong Un") && !is_initials("US", "USA") && !is_initials("U", "Ukraine")
        );
    }

    #[test]
    fn a_title_of_names_is_none() {
        let text = "The President sued a bank. A court heard the President, and the bank paid the President.";
        let found = read(text);
        assert_eq!(found, ["bank"]);
    }

    #[test]
    fn references_of_html_are_no_words() {
        let text =
            "&quot;Missile tests&quot; again: &quot;missile tests&nbsp;&quot; and &quot;quot&quot;. Tests.";
        for phrase in all(text).into_iter().map(|phrase| phrase.text).chain(read(text)) {
            assert!(phrase == "quot" || !phrase.contains("quot") && !phrase.contains("nbsp"), "{phrase}");
        }
    }

    #[test]
    fn no_phrase_crosses_a_mark_a_headline_or_a_possessive() {
        for phrase in all("Korean missile alarm\nEdited footage. Russia’s war, Ukraine war") {
            assert!(!phrase.text.contains("alarm Edited") && !phrase.text.contains("Russia’s"));
            assert!(!phrase.text.contains(','));
        }
    }

    #[test]
    fn occurrences_do_not_overlap() {
        for phrase in all(&"bridge ".repeat(50)) {
            assert!(phrase.spans.windows(2).all(|pair| pair[0].end <= pair[1].start), "{phrase:?}");
        }
    }

    #[test]
    fn in_a_long_text_a_phrase_comes_back() {
        let once: String = (0..6_000).map(|at| format!("Word{at} stands. ")).collect();
        let often = "The missile test failed. A sea of mud. ".repeat(3);
        let found = all(&format!("{once}{often}Twice the drone flew. The drone fell."));
        let texts: Vec<&str> = found.iter().map(|phrase| phrase.text.as_str()).collect();
        for expected in ["missile test", "missile", "stands", "sea of mud", "mud"] {
            assert!(texts.contains(&expected), "{texts:?}");
        }
        assert!(found.iter().all(|phrase| phrase.count > 2), "{texts:?}");
    }

    #[test]
    fn without_a_ranker_what_comes_back_counts() {
        let text = "A bridge fell. The bridge was old, and old bridges fall.";
        let found = with(text, |candidates, _, _| phrases(candidates, &[], 99));
        assert!(
            found.iter().any(|phrase| (phrase.text.as_str(), phrase.count, phrase.score) == ("bridge", 3, 9))
        );
        assert!(found.windows(2).all(|pair| pair[0].score >= pair[1].score));
    }

    #[test]
    fn nothing_gives_nothing() {
        for text in ["", "the of and"] {
            assert!(all(text).is_empty() && read(text).is_empty());
        }
    }
}

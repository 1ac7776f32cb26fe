//! Key phrases: what a text is about, in its own words.
//!
//! [`Candidates`] are found and measured, and go two ways. [`phrases`] ranks
//! them all by the words pack's ranker, trees that were fitted on texts with
//! known key phrases: the list for programs. [`keyphrases`] chooses a few to be
//! read: whole phrases that the text comes back to, none inside another.

use rustc_hash::{FxHashMap, FxHashSet};

use super::candidates::{Candidate, Candidates, FEATURES, is_title};
use super::stems::StemId;
use crate::lexicon::{BoostedTrees, TreeScorer};
use crate::order;
use crate::text::Span;
use crate::tokens::{Shape, Token, Tokens};

/// A phrase and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phrase {
    /// As first written, without possessive ending.
    pub text: String,
    /// Higher is better; comparable within one list.
    pub score: i64,
    /// How often it stands in the text.
    pub count: usize,
    /// Where, in order; none overlaps another.
    pub spans: Vec<Span>,
}

/// The best `limit` candidates, best first, then by first place. Without a
/// ranker they score by [`repetition`].
pub fn phrases(candidates: &Candidates<'_, '_>, ranker: Option<&BoostedTrees>, limit: usize) -> Vec<Phrase> {
    let list = &candidates.list;
    // A foreign pack may ask for features that there are not.
    let scores: Vec<i64> = match ranker.filter(|ranker| ranker.edges.len() <= FEATURES) {
        Some(ranker) => {
            let rows = list.iter().map(|candidate| candidates.features(candidate));
            TreeScorer::new(ranker).scores(rows).into_iter().map(i64::from).collect()
        }
        None => list.iter().map(|candidate| repetition(candidates, candidate)).collect(),
    };
    ranked(scores.into_iter().zip(list))
        .into_iter()
        .take(limit)
        .map(|(score, candidate)| phrase(candidates.tokens(), score, candidate))
        .collect()
}

/// Up to `limit` phrases to be read, best first, by [`merit`]: nouns with their
/// attributes and whole names, none inside another and no two of nearly the
/// same words. A word alone must come back.
pub fn keyphrases(candidates: &Candidates<'_, '_>, limit: usize) -> Vec<Phrase> {
    let alone = Alone::of(candidates);
    let fit = candidates.list.iter().enumerate().filter(|(at, candidate)| {
        let is_repeated = candidate.spans.len() > 1;
        (is_repeated || candidate.words > 1 && candidate.is_whole())
            && !alone.is_served(*at)
            && reads_well(candidates, candidate)
    });
    let mut chosen = Vec::new();
    let mut taken: Vec<Vec<StemId>> = Vec::new();
    let scored = fit.map(|(at, candidate)| (merit(candidates, candidate, alone.more(at)), candidate));
    for (score, candidate) in ranked(scored) {
        if chosen.len() == limit {
            break;
        }
        let stems: Vec<StemId> = candidate.stems().collect();
        if !taken.iter().any(|other| says_the_same(&stems, other)) {
            taken.push(stems);
            chosen.push(Phrase {
                text: form_to_read(candidates, candidate),
                ..phrase(candidates.tokens(), score, candidate)
            });
        }
    }
    chosen
}

/// Whether one is inside the other, or they share two words.
fn says_the_same(one: &[StemId], other: &[StemId]) -> bool {
    let (short, long) = if one.len() < other.len() { (one, other) } else { (other, one) };
    long.windows(short.len()).any(|part| part == short)
        || short.iter().filter(|stem| long.contains(stem)).count() > 1
}

/// Names of one word that stand for longer ones: of *Kim Jong Un* and *Kim* the longer is read.
struct Alone {
    /// For each candidate: occurrences of a word alone that stands for it.
    more: Vec<u64>,
    /// Words alone that a longer name speaks for.
    served: FxHashSet<usize>,
}

impl Alone {
    fn of(candidates: &Candidates<'_, '_>) -> Self {
        let names = || candidates.list.iter().enumerate().filter(|(_, it)| it.is_name());
        // For each first or last word the longer name that stands most often; of equals the first.
        let mut host: FxHashMap<StemId, usize> = FxHashMap::default();
        let starts_with_title = |it: &Candidate| {
            let first = &it.first_tokens(candidates.tokens())[0];
            is_title(&candidates.tokens().word(first).text)
        };
        let whole = |it: &Candidate| it.words > 1 && it.is_nominal() && !starts_with_title(it);
        for (at, candidate) in names().filter(|(_, it)| whole(it)) {
            for stem in [candidate.key[0], candidate.key[candidate.words - 1]] {
                let best = host.entry(stem).or_insert(at);
                if candidate.spans.len() > candidates.list[*best].spans.len() {
                    *best = at;
                }
            }
        }
        let mut found = Self { more: vec![0; candidates.list.len()], served: FxHashSet::default() };
        for (at, candidate) in names().filter(|(_, it)| it.words == 1) {
            if let Some(&host) = host.get(&candidate.key[0]) {
                found.more[host] = found.more[host].max(candidate.uncut());
                found.served.insert(at);
            }
        }
        found
    }

    fn more(&self, candidate: usize) -> u64 {
        self.more[candidate]
    }

    fn is_served(&self, candidate: usize) -> bool {
        self.served.contains(&candidate)
    }
}

/// What a phrase is worth to a reader: the square root of how often it stands
/// there, times how rare its words are, its length and how early it comes.
fn merit(candidates: &Candidates<'_, '_>, candidate: &Candidate, more: u64) -> i64 {
    /// As common as *year*: says nothing of what a text is about.
    const COMMON: u64 = 27;
    let count = candidate.uncut() + more;
    let words: u64 = candidates.stem_counts(candidate).sum::<u64>() / candidate.words as u64;
    let least = candidates.stem_counts(candidate).min().unwrap_or(1);
    // Said once, it is worth what its words are.
    let count = if count > 1 { count * 4 + words } else { 1 + least.min(5) };
    let rarity = candidates.mean_rarity(candidate).saturating_sub(COMMON).min(30);
    let length = [0, 10, 19, 21, 18, 15][candidate.words];
    let place = candidate.first_word() as u64 * 100 / candidates.words().max(1) as u64;
    let early = if place < 10 {
        14
    } else if place < 30 {
        12
    } else {
        10
    };
    ((count * 2_500).isqrt() * rarity * length * early) as i64
}

/// The form that is read: the most frequent, of equals one in lower case; a
/// capital that only starts a sentence is none.
fn form_to_read(candidates: &Candidates<'_, '_>, candidate: &Candidate) -> String {
    let mut forms: Vec<(String, u64)> = Vec::new();
    for span in &candidate.spans {
        let form = span.of(candidates.tokens().text).split_whitespace().collect::<Vec<_>>().join(" ");
        match forms.iter_mut().find(|(known, _)| *known == form) {
            Some((_, count)) => *count += 1,
            None => forms.push((form, 1)),
        }
    }
    let is_lower = |form: &str| !form.contains(char::is_uppercase);
    let some_lower = !candidate.is_name() && forms.iter().any(|(form, _)| is_lower(form));
    let best = order::by_falling(forms, |(form, count)| {
        count * 2 + if some_lower && is_lower(form) { 1 << 32 } else { 0 }
    });
    let Some((form, _)) = best.into_iter().next() else { return String::new() };
    let mut chars = form.chars();
    let first = chars.next().unwrap_or(' ');
    let is_name =
        candidate.is_name() || candidate.has_capital() || !candidates.starts_in_common_word(candidate);
    if is_name || chars.as_str().contains(char::is_uppercase) {
        return form;
    }
    first.to_lowercase().chain(chars).collect()
}

/// How often a candidate stands in the text, times how often its words do, times its length.
fn repetition(candidates: &Candidates<'_, '_>, candidate: &Candidate) -> i64 {
    let weight: u64 = candidates.stem_counts(candidate).sum();
    (candidate.spans.len() as u64 * weight * candidate.words as u64) as i64
}

/// By falling score, then by first place, in which candidates come.
fn ranked<'c>(scored: impl Iterator<Item = (i64, &'c Candidate)>) -> Vec<(i64, &'c Candidate)> {
    order::by_falling(scored.collect(), |&(score, _)| order::signed(score))
}

fn phrase(tokens: &Tokens<'_>, score: i64, candidate: &Candidate) -> Phrase {
    let first = candidate.spans[0].of(tokens.text);
    Phrase {
        text: first.split_whitespace().collect::<Vec<_>>().join(" "),
        score,
        count: candidate.spans.len(),
        spans: candidate.spans.clone(),
    }
}

/// Whether a phrase reads as one: a noun with its attributes or a whole name,
/// without a function word unless in a name, and not a day or a month alone.
fn reads_well(candidates: &Candidates<'_, '_>, candidate: &Candidate) -> bool {
    const CALENDAR: [&str; 19] = [
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let tokens = candidates.tokens();
    let words = candidate.first_tokens(tokens);
    let loose = |token: &Token, endings: &[&str]| {
        tokens.surface(token).shape == Shape::Lower
            && endings.iter().any(|ending| tokens.word(token).text.ends_with(ending))
    };
    candidate.is_nominal()
        && (candidate.is_name() || !words.iter().any(|token| tokens.word(token).is_stop))
        && !words.iter().any(|token| candidate.is_name() && CALENDAR.contains(&&*tokens.word(token).text))
        && !loose(&words[0], &["ly"])
        && !loose(&words[words.len() - 1], &["ly", "ed"])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::classes::Classes;
    use crate::keywords::KeywordOptions;
    use crate::language::profile;
    use crate::lexicon::{Packs, WordLexicon};

    fn with<T>(text: &str, ask: impl FnOnce(&Candidates<'_, '_>, &WordLexicon) -> T) -> T {
        let lexicon = Packs::built_in().words("en").unwrap();
        let tokens = Tokens::new(text, profile("en"), Some(lexicon));
        let classes = Classes::of(&tokens, Some(lexicon));
        ask(&Candidates::of(&tokens, &KeywordOptions::default(), Some(lexicon), &classes), lexicon)
    }

    fn all(text: &str) -> Vec<Phrase> {
        with(text, |candidates, lexicon| phrases(candidates, lexicon.phrase_ranker(), 99))
    }

    fn read(text: &str) -> Vec<String> {
        with(text, |candidates, _| keyphrases(candidates, 9).into_iter().map(|phrase| phrase.text).collect())
    }

    #[test]
    fn of_phrases_inside_each_other_one_is_read() {
        let text = "Missile tests again: missile tests. The missile tests of the army. That army?";
        assert_eq!(read(text), ["Missile tests", "army"]);
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
    fn without_a_ranker_what_comes_back_counts() {
        let text = "A bridge fell. The bridge was old, and old bridges fall.";
        let found = with(text, |candidates, _| phrases(candidates, None, 99));
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

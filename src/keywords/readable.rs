//! How candidates read: by the classes of their words, in a few of their places.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::candidates::{Candidate, Candidates};
use super::stems::StemId;
use crate::classes::Classes;
use crate::language::english::{DAYS, MONTHS};
use crate::lexicon::WordClass;
use crate::tokens::Shape;

/// Places of a candidate that are looked at.
const LOOKS: usize = 9;

/// How a candidate reads, in most of its places.
#[derive(Clone, Copy, Debug, Default)]
pub struct Readable {
    /// A noun with its attributes, or a name.
    pub is_nominal: bool,
    /// A name.
    pub is_name: bool,
    /// A piece of a longer name, or a name with a title before it that stands alone elsewhere.
    pub is_cut: bool,
    /// A piece of something longer: an attribute or a noun stands beside it.
    pub is_piece: bool,
    /// With a capital that does not only start a sentence, or no common word in front.
    pub keeps_case: bool,
}

/// What one place makes of it.
struct Look {
    nominal: bool,
    name: bool,
    cut: bool,
    piece: bool,
    capital: bool,
}

impl Readable {
    /// Looks at the first places of a candidate. Without classes everything is a noun.
    pub fn of(candidates: &Candidates<'_, '_>, classes: &Classes, candidate: &Candidate) -> Self {
        let tokens = candidates.tokens();
        let words = candidates.first_tokens(candidate).len();
        let mut counts = Counts::default();
        if candidates.count(candidate) == 1 {
            // Most stand there once, and where is known.
            let sentence = tokens.sentences[candidate.first_sentence()].tokens.clone();
            counts.add(look(candidates, classes, candidate.first_token(), sentence, words));
        } else {
            for start in candidates.starts(candidate).into_iter().take(LOOKS) {
                let sentence = tokens.sentences.partition_point(|sentence| sentence.tokens.end <= start);
                let sentence = tokens.sentences.get(sentence).map_or(0..0, |it| it.tokens.clone());
                counts.add(look(candidates, classes, start, sentence, words));
            }
        }
        let most = |count: usize| count * 2 >= counts.looks;
        Self {
            is_nominal: most(counts.nominal),
            is_name: most(counts.name),
            is_cut: most(counts.cut) || is_titled(candidates, candidate),
            is_piece: most(counts.piece),
            keeps_case: counts.capital > 0,
        }
    }
}

/// How many looks made what of it.
#[derive(Default)]
struct Counts {
    looks: usize,
    nominal: usize,
    name: usize,
    cut: usize,
    piece: usize,
    capital: usize,
}

impl Counts {
    fn add(&mut self, look: Look) {
        self.looks += 1;
        self.nominal += usize::from(look.nominal);
        self.name += usize::from(look.name);
        self.cut += usize::from(look.cut);
        self.piece += usize::from(look.piece);
        self.capital += usize::from(look.capital);
    }
}

/// Looks at the `words` tokens from `start` on, in `sentence`.
fn look(
    candidates: &Candidates<'_, '_>,
    classes: &Classes,
    start: usize,
    sentence: Range<usize>,
    words: usize,
) -> Look {
    use WordClass::{Adjective, Determiner, Noun, Numeral, Pronoun, ProperNoun};
    let tokens = candidates.tokens();
    let place = start..start + words;
    let surface = |at: usize| tokens.surface(&tokens.tokens[at]);
    let has_capital = place.clone().any(|at| !matches!(surface(at).shape, Shape::Lower | Shape::Caseless));
    let at_start = start == sentence.start;
    let class = |at: usize| classes.get(at);
    if classes.is_empty() {
        return Look {
            nominal: true,
            name: false,
            cut: false,
            piece: false,
            capital: has_capital && !at_start,
        };
    }
    // In its place a capital makes a noun a part of a name, and in front of one an adjective.
    let is_written_as_name =
        |at: usize| at != sentence.start && !matches!(surface(at).shape, Shape::Lower | Shape::Caseless);
    let is_name = |at: usize| match class(at) {
        Some(ProperNoun) => true,
        Some(Noun) => is_written_as_name(at),
        Some(Adjective) => {
            is_written_as_name(at) && at + 1 < sentence.end && class(at + 1) == Some(ProperNoun)
        }
        _ => false,
    };
    let is_noun = |at: usize| matches!(class(at), Some(Noun | ProperNoun));
    let inside = |at: usize| at > place.start && at + 1 < place.end;
    let joins = |at: usize| {
        matches!(&*tokens.word(&tokens.tokens[at]).text, "of" | "the" | "de" | "la" | "von" | "van")
    };
    let name = place.clone().all(|at| is_name(at) || inside(at) && joins(at))
        && place.clone().any(|at| class(at) == Some(ProperNoun));
    let fits =
        |at: usize| is_noun(at) || class(at) == Some(Adjective) || inside(at) && class(at) == Some(Numeral);
    let is_possessive = |at: usize| surface(at).stem_len as usize != surface(at).text.len();
    let before = start.checked_sub(1).filter(|at| sentence.contains(at) && !is_possessive(*at));
    let after = Some(place.end).filter(|at| sentence.contains(at) && !is_possessive(place.end - 1));
    let word = |at: usize| &*tokens.word(&tokens.tokens[at]).text;
    let goes_on_from = |at: usize| is_name(at) && !is_title(word(at));
    let last = place.end - 1;
    let of_several = place.len() > 1 && !is_name(last);
    // *coffee doubles the risk*: what stands before an article is a verb,
    let is_verb = of_several && after.is_some_and(|at| matches!(class(at), Some(Determiner | Pronoun)));
    // and so is what a plural does: *levels spiking*.
    let is_participle = of_several
        && word(last).ends_with("ing")
        && class(last - 1) == Some(Noun)
        && word(last - 1).ends_with('s')
        && !word(last - 1).ends_with("ss");
    let attributes = |at: usize| is_noun(at) || class(at) == Some(Adjective);
    Look {
        nominal: (name || is_noun(last) && place.clone().all(fits)) && !is_verb && !is_participle,
        name,
        piece: before.is_some_and(attributes) || after.is_some_and(is_noun),
        cut: is_name(place.start) && before.is_some_and(goes_on_from)
            || is_name(place.end - 1) && after.is_some_and(is_name),
        capital: has_capital && (!at_start || is_name(start) || !candidates.is_common(start)),
    }
}

/// Whether a word stands before a person's name without being part of it.
pub fn is_title(word: &str) -> bool {
    const TITLES: &str = "president minister secretary general leader chairman chief senator governor judge king \
                          queen prince princess pope mr mrs ms dr professor sir lord lady captain colonel officer \
                          director ambassador spokesman spokeswoman mayor representative sen rep gov gen";
    TITLES.split(' ').any(|title| title == word)
}

/// Whether a title stands before a name that stands elsewhere without it: of *Defence Minister Kang*
/// and *Kang* the second is the name.
fn is_titled(candidates: &Candidates<'_, '_>, candidate: &Candidate) -> bool {
    let words = candidates.first_tokens(candidate);
    let Some((last, before)) = words.split_last() else { return false };
    let alone = || candidates.stem_counts(candidate).last().unwrap_or(0) as usize;
    // Titles are compared last, as most candidates need it not.
    !before.is_empty()
        && candidates.tokens().surface(last).shape != Shape::Lower
        && alone() > candidates.count(candidate)
        && before.iter().any(|token| is_mere_title(&candidates.tokens().word(token).text))
}

/// Whether a word is a title that a name can do without: *Queen Victoria* cannot.
pub fn is_mere_title(word: &str) -> bool {
    const PART: [&str; 8] = ["king", "queen", "prince", "princess", "pope", "sir", "lord", "lady"];
    is_title(word) && !PART.contains(&word)
}

/// Whether a word names a day or a month: a name that says nothing of the matter.
pub fn is_of_the_calendar(word: &str) -> bool {
    DAYS.iter().chain(&MONTHS).any(|&name| name == word)
}

/// Names of one word that stand for longer ones: of *Kim Jong Un* and *Kim* the longer is read.
#[derive(Default)]
pub struct ShortNames {
    /// By longer name: how often the word that stands for it stands alone.
    alone: FxHashMap<usize, usize>,
    /// The words that a longer name speaks for.
    served: Vec<usize>,
}

impl ShortNames {
    /// Of the candidates with these numbers, which read as said.
    pub fn of(candidates: &Candidates<'_, '_>, fit: &[(usize, Readable)]) -> Self {
        let names = || fit.iter().filter(|(_, it)| it.is_name).map(|&(at, _)| (at, &candidates.list[at]));
        // For each first or last word the longer name that stands most often; of equals the first.
        let mut host: FxHashMap<StemId, usize> = FxHashMap::default();
        for (at, candidate) in names().filter(|(_, it)| it.words() > 1) {
            let words = candidates.first_tokens(candidate);
            let word = |at: usize| candidates.tokens().word(&words[at]);
            // *Greece* alone is not short for *Pavlos of Greece*.
            if is_mere_title(&word(0).text) || (0..words.len()).any(|at| word(at).is_stop) {
                continue;
            }
            let stems: Vec<StemId> = candidates.stems(candidate).collect();
            for stem in [stems[0], stems[stems.len() - 1]] {
                let best = host.entry(stem).or_insert(at);
                if candidates.count(candidate) > candidates.count(&candidates.list[*best]) {
                    *best = at;
                }
            }
        }
        let mut found = Self::default();
        for (at, candidate) in names().filter(|(_, it)| it.words() == 1) {
            let host = candidates.stems(candidate).next().and_then(|stem| host.get(&stem));
            if let Some(&host) = host {
                let alone = found.alone.entry(host).or_default();
                *alone = (*alone).max(
                    candidates.count(candidate)
                        - candidates.count(&candidates.list[host]).min(candidates.count(candidate)),
                );
                found.served.push(at);
            }
        }
        found
    }

    /// How often a word alone stands for this name.
    pub fn alone(&self, candidate: usize) -> usize {
        self.alone.get(&candidate).copied().unwrap_or(0)
    }

    /// Whether a longer name speaks for this one. Candidates come in order.
    pub fn is_served(&self, candidate: usize) -> bool {
        self.served.binary_search(&candidate).is_ok()
    }
}

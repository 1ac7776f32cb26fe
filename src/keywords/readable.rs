//! How candidates read: by the classes of their words, in a few of their places.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::candidates::{Candidate, Candidates};
use super::stems::StemId;
use crate::language::english::{DAYS, MONTHS};
use crate::lexicon::{Marks, Roles, WordClass};
use crate::tokens::{Shape, Token};

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
    pub fn of(candidates: &Candidates<'_, '_>, candidate: &Candidate) -> Self {
        let words = candidate.words();
        let mut counts = Counts::default();
        if candidates.count(candidate) == 1 {
            // Most stand there once, and where is known.
            let scene = Scene::of(candidates, candidate.first_sentence());
            counts.add(look(&scene, candidate.first_token(), words));
        } else {
            for start in candidates.starts(candidate).into_iter().take(LOOKS) {
                let scene = Scene::at(candidates, start);
                counts.add(look(&scene, start, words));
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

/// The sentence that a place is looked at in.
pub(super) struct Scene<'a, 't, 'l> {
    pub(super) candidates: &'a Candidates<'t, 'l>,
    pub(super) sentence: Range<usize>,
    /// Whether its capitals say nothing.
    is_idle: bool,
}

impl<'a, 't, 'l> Scene<'a, 't, 'l> {
    /// That of a token.
    #[inline(never)]
    pub(super) fn at(candidates: &'a Candidates<'t, 'l>, token: usize) -> Self {
        let sentences = &candidates.tokens().sentences;
        Self::of(candidates, sentences.partition_point(|sentence| sentence.tokens.end <= token))
    }

    /// The sentence with this index.
    fn of(candidates: &'a Candidates<'t, 'l>, index: usize) -> Self {
        let sentence = candidates.tokens().sentences.get(index).map_or(0..0, |it| it.tokens.clone());
        Self { candidates, sentence, is_idle: candidates.is_idle(index) }
    }

    /// Whether a token ends what it belongs to: *Russia’s*.
    pub(super) fn is_possessive(&self, at: usize) -> bool {
        let tokens = self.candidates.tokens();
        let surface = tokens.surface(&tokens.tokens[at]);
        surface.stem_len as usize != surface.text.len()
    }

    /// Whether a token may stand inside a name.
    fn joins(&self, at: usize) -> bool {
        matches!(self.word(at), "of" | "for" | "the" | "de" | "la" | "von" | "van")
    }

    /// The class of a token.
    pub(super) fn class(&self, at: usize) -> Option<WordClass> {
        self.candidates.word_classes.get(at)
    }

    /// The normal form of a token.
    pub(super) fn word(&self, at: usize) -> &'t str {
        let tokens = self.candidates.tokens();
        &tokens.word(&tokens.tokens[at]).text
    }

    /// Whether a name may be made of the word of a token as it is.
    pub(super) fn is_head(&self, at: usize) -> bool {
        self.candidates.is_head(&self.candidates.tokens().tokens[at])
    }

    /// Whether the word of a token is of a kind.
    pub(super) fn is_marked(&self, at: usize, kind: Marks) -> bool {
        self.candidates.is_marked(&self.candidates.tokens().tokens[at], kind)
    }

    /// Whether a token is written with a capital that says something.
    pub(super) fn has_capital(&self, at: usize) -> bool {
        let tokens = self.candidates.tokens();
        !matches!(tokens.surface(&tokens.tokens[at]).shape, Shape::Lower | Shape::Caseless)
            && (!self.is_idle || self.class(at) == Some(WordClass::ProperNoun))
    }

    /// Whether a token is a part of a name. In its place a capital makes one of a noun, and in front of one of an
    /// adjective or a participle: *United Kingdom*. Inside one a noun will do: *Center for Biological Diversity*.
    ///
    /// Not inlined: the core is smaller so.
    #[inline(never)]
    pub(super) fn is_name(&self, at: usize) -> bool {
        use WordClass::{Adjective, Adposition, Noun, ProperNoun, Verb};
        let class = |at: usize| self.class(at);
        let Some(kind) = class(at) else { return false };
        if kind == ProperNoun || at == self.sentence.start || !self.has_capital(at) {
            return kind == ProperNoun;
        }
        let is_participle =
            || kind == Verb && class(at - 1) != Some(ProperNoun) && self.word(at).ends_with("ed");
        let next = class(at + 1).filter(|_| at + 1 < self.sentence.end);
        kind == Noun
            || (kind == Adjective || is_participle())
                && (next == Some(ProperNoun)
                    || next == Some(Noun)
                        && self.has_capital(at + 1)
                        && class(at - 1) == Some(Adposition)
                        && self.joins(at - 1))
    }
}

/// Looks at the `words` tokens from `start` on.
fn look(scene: &Scene<'_, '_, '_>, start: usize, words: usize) -> Look {
    use WordClass::{Adjective, Determiner, Noun, Numeral, Pronoun, ProperNoun};
    let &Scene { candidates, ref sentence, is_idle } = scene;
    let place = start..start + words;
    let has_capital = place.clone().any(|at| scene.has_capital(at));
    let at_start = start == sentence.start;
    let class = |at: usize| scene.class(at);
    if candidates.word_classes.is_empty() {
        return Look {
            nominal: is_nominal_by_spelling(candidates, place, at_start),
            name: false,
            cut: false,
            piece: false,
            capital: has_capital && !at_start,
        };
    }
    let is_name = |at: usize| scene.is_name(at);
    let last = place.end - 1;
    let is_noun = |at: usize| matches!(class(at), Some(Noun | ProperNoun));
    let word = |at: usize| scene.word(at);
    let inside = |at: usize| at > place.start && at + 1 < place.end;
    let name = place.clone().all(|at| is_name(at) || inside(at) && scene.joins(at))
        && place.clone().any(|at| class(at) == Some(ProperNoun))
        // *Tobago sang* is none.
        && (scene.has_capital(last) || !scene.has_capital(start));
    let joins = |at: usize| class(at) == Some(Numeral) || word(at) == "of" && is_noun(at - 1);
    let fits = |at: usize| is_noun(at) || class(at) == Some(Adjective) || inside(at) && joins(at);
    let before = start.checked_sub(1).filter(|at| sentence.contains(at) && !scene.is_possessive(*at));
    let after = Some(place.end).filter(|at| sentence.contains(at) && !scene.is_possessive(place.end - 1));
    let of_several = place.len() > 1 && !is_name(last);
    // *coffee doubles the risk*: what stands before an article is a verb,
    let is_verb = of_several && after.is_some_and(|at| matches!(class(at), Some(Determiner | Pronoun)));
    // and so is what a plural does, *levels spiking*, what does something to another, *scheme incurs processing*, and
    // what is done to something of some kind, *computing rigorous bounds*.
    let is_plural = |at: usize| word(at).ends_with('s') && !word(at).ends_with("ss");
    let acts = |at: usize| {
        let before = (at > sentence.start).then(|| class(at - 1)).flatten();
        let after = class(at + 1).filter(|_| at + 1 < sentence.end);
        let is_gerund = || word(at).ends_with("ing");
        words > 1 && before == Some(Noun) && is_plural(at - 1) && is_gerund()
            || matches!(before, Some(Noun | ProperNoun))
                && matches!(after, Some(Adjective | Noun | ProperNoun))
                && is_plural(at)
                && !scene.has_capital(at)
                && candidates.may_be_verb(at)
            || at < last && after == Some(Adjective) && is_gerund()
    };
    let is_action = place.clone().any(acts);
    // *god Thoth*: the name alone is one.
    let is_apposed = (start..last).any(|at| {
        class(at) == Some(Noun) && !scene.has_capital(at) && scene.has_capital(at + 1) && is_name(at + 1)
    });
    let attributes = |at: usize| is_noun(at) || class(at) == Some(Adjective);
    // Where a phrase ends in *SEMA Trade Blame Over Missing Relief Items* nobody can say.
    let is_unsure = is_idle && words > 1;
    let is_none = is_verb || is_action || is_apposed || is_unsure;
    Look {
        nominal: (name || is_noun(last) && place.clone().all(fits)) && !is_none,
        name,
        piece: before.is_some_and(attributes) || after.is_some_and(is_noun),
        cut: scene.is_cut(&place),
        capital: has_capital
            && (!at_start
                || is_name(start)
                || !candidates.is_common(start)
                || scene.is_marked(start, Marks::PEOPLE)),
    }
}

/// Whether what has no classes reads as a noun, by where its forms may stand and by how the language is written. Where
/// nouns have capitals it ends in one, and what stands before the first of them is inflected like an adjective: *hohen
/// Kosten*, not *Kosten steigen*. No sequence begins with an elided word or has an elided article inside: *aide
/// d'urgence*, not *interdit l'arrosage*.
fn is_nominal_by_spelling(candidates: &Candidates<'_, '_>, mut place: Range<usize>, at_start: bool) -> bool {
    let Some(lexicon) = candidates.lexicon() else { return true };
    let tokens = candidates.tokens();
    let word = |at: usize| &*tokens.word(&tokens.tokens[at]).text;
    let start = place.start;
    let has_capital = |at: usize| tokens.surface(&tokens.tokens[at]).shape != Shape::Lower;
    let has = |at: usize, role: Roles| {
        let token = &tokens.tokens[at];
        // A name may stand anywhere.
        has_capital(at) && !(at_start && at == start) || candidates.fact(token).2.has(role)
    };
    let last = place.end - 1;
    let is_about = |mut places: Range<usize>| places.any(|at| has(at, Roles::HEAD));
    let is_apart = || lexicon.elision(word(last)).is_some() || !is_about(start..last);
    let may_end = has(last, Roles::LAST) || has(last, Roles::HEAD) && is_apart();
    if !has(start, Roles::FIRST) || !may_end || !is_about(place.clone()) {
        return false;
    }
    let is_elided = |at: usize| lexicon.elision(word(at)).is_some_and(|head| at == start || head == "l");
    if place.len() > 1 && place.clone().any(is_elided) {
        return false;
    }
    let endings = lexicon.attribute_endings();
    let may_stand_before = |at: usize| endings.iter().any(|ending| word(at).ends_with(&**ending));
    endings.is_empty()
        || !(place.len() == 1 && at_start && candidates.is_common(start))
            && place.find(|&at| has_capital(at) || !may_stand_before(at)).is_some_and(has_capital)
            && place.all(has_capital)
}

/// Whether a title stands before a name that is whole without it: one of two words, *Governor Ron DeSantis*, or one that
/// stands elsewhere alone: of *Defence Minister Kang* and *Kang* the second is the name. A word for a people
/// may be one: *Hungarian Laszlo Berecz*.
fn is_titled(candidates: &Candidates<'_, '_>, candidate: &Candidate) -> bool {
    let tokens = candidates.tokens();
    let words = candidates.first_tokens(candidate);
    let Some((last, before)) = words.split_last() else { return false };
    // Titles are compared last, as most candidates need it not.
    if before.is_empty() || tokens.surface(last).shape == Shape::Lower {
        return false;
    }
    let is_title = |token: &Token| candidates.is_marked(token, Marks::TITLE);
    let is_alone =
        candidates.stem_counts(candidate).last().unwrap_or(0) as usize > candidates.count(candidate);
    let is_before_two = |(at, token): (usize, &Token)| {
        at + 2 <= before.len()
            && !before[at + 1..].iter().any(|it| tokens.word(it).is_stop)
            && candidates.is_title(token, last)
    };
    let start = candidate.first_token();
    let end = start + before.len();
    let is_before_person = || (start + 1..end).any(|at| candidates.begins_person(at - 1, at, end));
    is_alone && before.iter().any(is_title)
        || before.iter().enumerate().any(is_before_two)
        || is_before_person()
}

/// Whether a word names a day or days of the week or a month: a name that says nothing of the matter.
pub fn is_of_the_calendar(word: &str) -> bool {
    /// Without those that are names or words, too: *Jan*, *Sun*.
    const SHORT: [&str; 12] =
        ["tue", "wed", "thu", "fri", "feb", "apr", "aug", "sep", "sept", "oct", "nov", "dec"];
    let word = word.strip_prefix("mid-").unwrap_or(word);
    SHORT.contains(&word)
        || DAYS
            .iter()
            .chain(&MONTHS)
            .any(|&name| word.strip_prefix(name).is_some_and(|rest| rest.is_empty() || rest == "s"))
}

/// Whether a name of these words is what something else is called after, which is no short form of it: *Japan* of *Japan
/// Youth Federation*, not *Kim* of *Kim Jong Un*.
pub(super) fn is_of_first(candidates: &Candidates<'_, '_>, words: &[Token]) -> bool {
    words[1..].iter().all(|it| candidates.is_everyday(it))
}

/// Whether a word stands in the text before a longer name that ends in it, and is no person's: *Ukraine* before *Caritas
/// Ukraine* is not short for it.
fn is_met_first(candidates: &Candidates<'_, '_>, short: &Candidate, host: &Candidate) -> bool {
    let words = candidates.first_tokens(host);
    short.first_token() < host.first_token()
        && candidates.count(short) > 2 * candidates.count(host)
        && candidates.stems(short).next() == candidates.stems(host).last()
        && !candidates.has_given_name(words)
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
            if candidates.is_marked(&words[0], Marks::TITLE) || (0..words.len()).any(|at| word(at).is_stop) {
                continue;
            }
            let stems: Vec<StemId> = candidates.stems(candidate).collect();
            let is_of_first = is_of_first(candidates, words);
            // *Syria* is not short for *Northern Syria*.
            let is_of_last = words[..words.len() - 1]
                .iter()
                .all(|it| candidates.is_everyday(it) && !candidates.is_marked(it, Marks::GIVEN));
            let first = stems.first().filter(|_| !is_of_first);
            for &stem in first.into_iter().chain(stems.last().filter(|_| !is_of_last)) {
                let best = host.entry(stem).or_insert(at);
                if candidates.count(candidate) > candidates.count(&candidates.list[*best]) {
                    *best = at;
                }
            }
        }
        let mut found = Self::default();
        for (at, candidate) in names().filter(|(_, it)| it.words() == 1) {
            let host = candidates.stems(candidate).next().and_then(|stem| host.get(&stem));
            if let Some(&host) =
                host.filter(|&&host| !is_met_first(candidates, candidate, &candidates.list[host]))
            {
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

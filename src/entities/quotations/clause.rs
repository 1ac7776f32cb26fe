//! The clause that reports a quotation: its verb, and its subject.

use std::ops::Range;

use super::{Named, verbs};
use crate::entities::EntityType;
use crate::lexicon::{Known, NameLexicon, WordKey};
use crate::text::Span;
use crate::tokens::Tokens;

/// Tokens beside a quotation in the same sentence.
pub(super) struct Clause {
    /// Which.
    pub tokens: Range<usize>,
    /// Whether the clause follows a quotation directly.
    pub touches_before: bool,
}

/// Who is said to speak.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Speaker {
    /// An entity.
    Known(usize),
    /// *He* or *she*.
    Pronoun,
    /// Someone without a name.
    Unknown,
}

/// A speaker after the verb stands within so many tokens: *said Deputy Prime Minister …*
const AFTER_VERB: usize = 12;

impl Clause {
    /// Where the clause stands.
    pub fn span(&self, tokens: &Tokens<'_>) -> Span {
        tokens.across(self.tokens.clone())
    }

    /// The verb and who speaks, if the clause reports speech; `follows` says that it stands after the quotation.
    pub fn read(
        &self,
        tokens: &Tokens<'_>,
        names: &[Named],
        lexicon: &NameLexicon,
        follows: bool,
    ) -> Option<(Span, Speaker)> {
        let clause = Words { tokens, range: self.tokens.clone(), names, lexicon };
        let is_cue = |at: usize| clause.cue(at).is_some();
        let at = if follows {
            self.tokens.clone().find(|&at| is_cue(at))
        } else {
            self.tokens.clone().rev().find(|&at| is_cue(at))
        }?;
        let end = clause.cue(at)?;
        let cue = tokens.across(at..end);
        if end > at + 1 {
            // according to
            let speaker = clause.name_from(end, AFTER_VERB).map_or(Speaker::Unknown, Speaker::Known);
            return Some((cue, speaker));
        }
        let passive = clause.word(end) == "by";
        if passive {
            return Some((cue, clause.name_from(end + 1, 4).map_or(Speaker::Unknown, Speaker::Known)));
        }
        let subject = clause.subject(at);
        if follows && subject.is_none() {
            if verbs::is_pronoun(clause.word(end)) {
                return Some((cue, Speaker::Pronoun));
            }
            let vague = verbs::is_vague(clause.word(end));
            let speaker = clause.name_from(end, AFTER_VERB).filter(|_| !vague);
            return Some((cue, speaker.map_or(Speaker::Unknown, Speaker::Known)));
        }
        Some((cue, subject.unwrap_or(Speaker::Unknown)))
    }
}

struct Words<'a> {
    tokens: &'a Tokens<'a>,
    range: Range<usize>,
    names: &'a [Named],
    lexicon: &'a NameLexicon,
}

impl Words<'_> {
    /// The normal form of a token of the clause; empty outside of it.
    fn word(&self, at: usize) -> &str {
        if !self.range.contains(&at) {
            return "";
        }
        let surface = self.tokens.surface(&self.tokens.tokens[at]);
        &self.tokens.words[surface.word as usize].text
    }

    /// The end of the verb of speech, or of *according to*, at `at`.
    fn cue(&self, at: usize) -> Option<usize> {
        let word = self.word(at);
        if word == "according" && self.word(at + 1) == "to" {
            return Some(at + 2);
        }
        self.lexicon.get(WordKey::folded(word)).is(Known::REPORTS).then_some(at + 1)
    }

    /// The last name that begins before the token at `at`, in the clause.
    fn name_before(&self, at: usize) -> Option<&Named> {
        let limit = self.tokens.tokens[at].start;
        let start = self.tokens.tokens[self.range.start].start;
        let next = self.names.partition_point(|name| name.span.start < limit);
        next.checked_sub(1).map(|at| &self.names[at]).filter(|name| name.span.start >= start)
    }

    /// The first name within `reach` tokens from `at`, a person before a body, that no preposition governs.
    fn name_from(&self, at: usize, reach: usize) -> Option<usize> {
        let end = (at + reach).min(self.range.end);
        // An appositive that begins with a comma is not the subject.
        let end = (at..end).find(|&at| matches!(self.word(at), "," | ";" | "(")).unwrap_or(end);
        if at >= end {
            return None;
        }
        let Span { start: from, end: to } = self.tokens.across(at..end);
        let first = self.names.partition_point(|name| name.span.start < from);
        let inside: Vec<&Named> = self.names[first..]
            .iter()
            .take_while(|name| name.span.end <= to)
            .filter(|name| self.is_free(name))
            .collect();
        let person = inside.iter().find(|name| name.kind == EntityType::Person);
        let body = inside.first().filter(|name| {
            let before = (at..end).take_while(|&at| self.tokens.tokens[at].start < name.span.start);
            let after = (at..end).filter(|&at| self.tokens.tokens[at].start >= name.span.end);
            name.kind == EntityType::Organisation
                && !before.chain(after).any(|at| verbs::is_role(self.word(at)))
        });
        person.or(body).map(|name| name.entity)
    }

    /// Whether a name may be a subject: no preposition stands before it.
    fn is_free(&self, name: &Named) -> bool {
        let first = self.tokens.tokens.partition_point(|token| token.start < name.span.start);
        let mut before = first.checked_sub(1).filter(|at| self.range.contains(at));
        if before.is_some_and(|at| self.word(at) == "the") {
            before = before.and_then(|at| at.checked_sub(1)).filter(|at| self.range.contains(at));
        }
        before.is_none_or(|at| {
            !verbs::governs(self.word(at))
                || self.word(at) == "to" && at > 0 && self.word(at - 1) == "according"
        })
    }

    /// The subject of the verb at `verb`, if it stands before it.
    fn subject(&self, verb: usize) -> Option<Speaker> {
        // The word before the verb that is no adverb.
        let mut at = verb;
        while at > self.range.start && verbs::may_stand_between(self.word(at - 1)) {
            at -= 1;
        }
        let last = at.checked_sub(1).filter(|at| self.range.contains(at))?;
        let word = self.word(last);
        if verbs::is_pronoun(word) {
            return Some(Speaker::Pronoun);
        }
        if verbs::is_role(word) || verbs::is_vague(word) && word != "who" {
            return Some(Speaker::Unknown);
        }
        // Putin, who met Kim, said
        if word == "," {
            let opening = (self.range.start..last).rev().find(|&at| self.word(at) == ",");
            if let Some(opening) = opening
                && let Some(name) = self.name_that_ends(opening)
            {
                return Some(self.known(name));
            }
        }
        if self.word(verb).ends_with("ing") {
            // Trump congratulated Pelosi, saying
            return Some(self.first_subject(verb));
        }
        let name = self.name_before(verb)?;
        let end = self.tokens.tokens.partition_point(|token| token.start < name.span.end);
        // Between name and verb stand only adverbs, a verb before *and*, or the comma that closes.
        let words = end..verb;
        let direct = words.clone().all(|at| verbs::may_stand_between(self.word(at)) || self.word(at) == ",");
        if direct {
            return Some(self.known(name));
        }
        let nearer = words.clone().any(|at| {
            let word = self.word(at);
            verbs::is_role(word)
                || verbs::is_pronoun(word)
                || verbs::is_vague(word) && word != "who" && word != "it"
        });
        if nearer {
            let pronoun = words.clone().rev().find(|&at| verbs::is_pronoun(self.word(at)));
            return Some(if pronoun.is_some() { Speaker::Pronoun } else { Speaker::Unknown });
        }
        Some(if name.kind == EntityType::Person { self.known(name) } else { Speaker::Unknown })
    }

    /// Who the clause begins with, up to the participle at `verb`.
    fn first_subject(&self, verb: usize) -> Speaker {
        let start = self.tokens.tokens[self.range.start].start;
        let first = self.names.partition_point(|name| name.span.start < start);
        let Some(name) = self.names.get(first) else { return Speaker::Unknown };
        let before =
            (self.range.start..verb).take_while(|&at| self.tokens.tokens[at].start < name.span.start);
        let vague = |at: usize| {
            let word = self.word(at);
            verbs::is_pronoun(word) || verbs::is_vague(word) || verbs::is_role(word)
        };
        let inside = name.span.end <= self.tokens.tokens[verb].start;
        if inside && !before.clone().any(vague) { self.known(name) } else { Speaker::Unknown }
    }

    /// The name whose last token stands just before `at`.
    fn name_that_ends(&self, at: usize) -> Option<&Named> {
        let end = self.tokens.tokens[at].start;
        self.name_before(at).filter(|name| name.span.end == end)
    }

    fn known(&self, name: &Named) -> Speaker {
        if name.kind != EntityType::Place && self.is_free(name) {
            Speaker::Known(name.entity)
        } else {
            Speaker::Unknown
        }
    }
}

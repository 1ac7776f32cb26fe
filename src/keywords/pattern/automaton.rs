//! Finding the matches of a regular expression by automata: one reads on to where the next match
//! ends, one from there back to where it begins.

use std::ops::Range;

use regex_syntax::hir::Hir;

use super::alphabet::{Alphabet, Bytes, Sets};
use super::dfa::{Dfa, Direction};
use super::nfa::Nfa;

/// With more of these that a match may begin with, to look for the next takes longer than to read on.
const COMMON: &[u8] = b" etaoinshrdlu";

/// What a pattern is searched with.
#[derive(Clone, Debug)]
pub(super) struct Automaton {
    alphabet: Alphabet,
    forwards: Nfa,
    backwards: Nfa,
    /// The bytes that a match may begin with, if they are few and none may be empty.
    first: Option<Box<Bytes>>,
    /// How many bytes a match has at least.
    shortest: usize,
}

impl Automaton {
    /// That of `pattern`; `None` if it is big.
    pub fn of(pattern: &Hir) -> Option<Self> {
        let mut sets = Sets::default();
        let forwards = Nfa::forwards(pattern, &mut sets)?;
        let backwards = Nfa::backwards(pattern, &mut sets)?;
        let alphabet = Alphabet::new(sets, pattern.properties().look_set())?;
        let first = forwards.first_sets().map(|sets| alphabet.first_bytes(&sets));
        let first =
            first.filter(|first| COMMON.iter().filter(|&&byte| first[usize::from(byte)]).count() <= 1);
        let shortest = pattern.properties().minimum_len().unwrap_or(0);
        Some(Self { alphabet, forwards, backwards, first, shortest })
    }
}

/// A search through one text, with the states that it has come to.
#[derive(Debug)]
pub(super) struct Search<'p> {
    automaton: &'p Automaton,
    forwards: Dfa<'p>,
    backwards: Dfa<'p>,
}

impl<'p> Search<'p> {
    pub fn new(automaton: &'p Automaton) -> Self {
        let Automaton { alphabet, forwards, backwards, first, .. } = automaton;
        Self {
            automaton,
            forwards: Dfa::new(forwards, alphabet, Direction::Forwards, first.as_deref()),
            backwards: Dfa::new(backwards, alphabet, Direction::Backwards, None),
        }
    }

    /// The first match in `text` from the byte `from` on.
    pub fn find(&mut self, text: &str, from: usize) -> Option<Range<usize>> {
        let Range { start, end } = self.forwards.end(text, from)?;
        if self.is_only_beginning(text, start, end) {
            return Some(start..end);
        }
        Some(self.backwards.begin(text, start, end)?..end)
    }

    /// Whether a match that ends at the byte `end` can begin nowhere after `start`: quoted text, for one.
    fn is_only_beginning(&self, text: &str, start: usize, end: usize) -> bool {
        let Automaton { first: Some(first), shortest, .. } = self.automaton else { return false };
        let later = (start + 1).min(end)..(end + 1).saturating_sub(*shortest);
        let Some(later) = text.as_bytes().get(later) else { return true };
        !later.iter().any(|&byte| first[usize::from(byte)])
    }
}

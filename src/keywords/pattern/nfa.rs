//! The automaton of a regular expression that may be in several states (Thompson 1968), over characters.

use regex_syntax::hir::{Hir, HirKind, Look, Repetition};

use super::alphabet::{SetNumber, Sets};

/// A state, by its number.
pub(super) type Number = u32;

/// A pattern that needs more is too big: a thousand words are not.
const MOST: usize = 10_000;

/// What may be done in a state.
#[derive(Clone, Debug)]
pub(super) enum State {
    /// Read one character of the set and go on.
    One(SetNumber, Number),
    /// Go on in any of these; the earlier are preferred.
    Any(Vec<Number>),
    /// Go on if what stands on both sides is so.
    Look(Look, Number),
    /// All of the pattern was read.
    Match,
}

/// The states of a pattern, read forwards or backwards.
#[derive(Clone, Debug)]
pub(super) struct Nfa {
    pub states: Vec<State>,
    /// Where reading begins: of one that is read forwards, at any place of the text, the earlier preferred.
    pub start: Number,
    /// Where a match begins.
    pub first: Number,
}

impl Nfa {
    /// That of `pattern` read forwards; what it reads goes to `sets`. `None` if it is big.
    pub fn forwards(pattern: &Hir, sets: &mut Sets) -> Option<Self> {
        let mut builder = Builder { states: vec![State::Match], sets, is_backwards: false };
        let first = builder.add(pattern, 0)?;
        let start = builder.push(State::Any(Vec::new()))?;
        let all = builder.sets.of_all();
        let later = builder.push(State::One(all, start))?;
        builder.states[start as usize] = State::Any(vec![first, later]);
        Some(Self { states: builder.states, start, first })
    }

    /// That of `pattern` read backwards from where a match ends.
    pub fn backwards(pattern: &Hir, sets: &mut Sets) -> Option<Self> {
        let mut builder = Builder { states: vec![State::Match], sets, is_backwards: true };
        let first = builder.add(pattern, 0)?;
        Some(Self { states: builder.states, start: first, first })
    }

    /// The sets of which the first character of a match may be; `None` if a match may be empty.
    pub fn first_sets(&self) -> Option<Vec<SetNumber>> {
        let mut seen = vec![false; self.states.len()];
        let (mut open, mut sets) = (vec![self.first], Vec::new());
        while let Some(state) = open.pop() {
            if std::mem::replace(&mut seen[state as usize], true) {
                continue;
            }
            match &self.states[state as usize] {
                State::One(set, _) => sets.push(*set),
                State::Any(states) => open.extend(states),
                State::Look(_, next) => open.push(*next),
                State::Match => return None,
            }
        }
        sets.sort_unstable();
        sets.dedup();
        Some(sets)
    }
}

struct Builder<'s> {
    states: Vec<State>,
    sets: &'s mut Sets,
    is_backwards: bool,
}

impl Builder<'_> {
    fn push(&mut self, state: State) -> Option<Number> {
        self.states.push(state);
        (self.states.len() <= MOST).then(|| self.states.len() as Number - 1)
    }

    /// The state in which `pattern` is read and then gone on in `next`.
    fn add(&mut self, pattern: &Hir, next: Number) -> Option<Number> {
        match pattern.kind() {
            HirKind::Empty => Some(next),
            HirKind::Literal(literal) => {
                let mut chars: Vec<char> = std::str::from_utf8(&literal.0).ok()?.chars().collect();
                if self.is_backwards {
                    chars.reverse();
                }
                chars.into_iter().rev().try_fold(next, |next, c| {
                    let set = self.sets.of_char(c);
                    self.push(State::One(set, next))
                })
            }
            HirKind::Class(class) => {
                let set = self.sets.of_class(class);
                self.push(State::One(set, next))
            }
            HirKind::Look(look) => self.push(State::Look(*look, next)),
            HirKind::Capture(capture) => self.add(&capture.sub, next),
            HirKind::Concat(parts) if self.is_backwards => {
                parts.iter().try_fold(next, |next, part| self.add(part, next))
            }
            HirKind::Concat(parts) => parts.iter().rev().try_fold(next, |next, part| self.add(part, next)),
            HirKind::Alternation(parts) => {
                let states = parts.iter().map(|part| self.add(part, next)).collect::<Option<_>>()?;
                self.push(State::Any(states))
            }
            HirKind::Repetition(repetition) => self.add_repetition(repetition, next),
        }
    }

    fn add_repetition(&mut self, repetition: &Repetition, next: Number) -> Option<Number> {
        let Repetition { min, max, greedy, ref sub } = *repetition;
        let prefer =
            |more: Number, next: Number| State::Any(if greedy { vec![more, next] } else { vec![next, more] });
        let (mut state, rest) = match max {
            None => {
                let again = self.push(State::Any(Vec::new()))?;
                let once = self.add(sub, again)?;
                self.states[again as usize] = prefer(once, next);
                match min {
                    // What may be read as nothing must first be read: whether it is preferred shows only then.
                    0 if sub.properties().minimum_len() == Some(0) => (self.push(prefer(once, next))?, 0),
                    0 => (again, 0),
                    _ => (once, min - 1),
                }
            }
            Some(max) => {
                let mut state = next;
                for _ in min..max {
                    let once = self.add(sub, state)?;
                    state = self.push(prefer(once, next))?;
                }
                (state, min)
            }
        };
        for _ in 0..rest {
            state = self.add(sub, state)?;
        }
        Some(state)
    }
}

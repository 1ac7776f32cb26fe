//! The automaton of a regular expression that is in one state at a time, whose states are made
//! when they are first come to (Aho, Sethi and Ullman 1986, section 3.7).
//!
//! A state is a list of those of [`Nfa`], the preferred first, and the kind of the character that was
//! read last: what looks at both sides of a place is asked with the next character, so that a
//! match shows one character after its end.

use std::ops::Range;
use std::rc::Rc;

use regex_syntax::hir::Look;
use rustc_hash::FxHashMap;

use super::alphabet::{Alphabet, Bytes, Kind, Letter};
use super::nfa::{Nfa, Number, State};

/// A state that is gone on in: where its steps begin in the table, and flags.
type Step = u32;

/// No match, or no longer one, can come.
const DEAD: Step = 0;
/// The step was not made yet. No state has its steps here.
const UNKNOWN: Step = 1;
/// A match ends before the character that is read.
const MATCH: Step = 1 << 31;
/// Nothing of a match was read yet: the next byte that one may begin with can be looked for.
const IDLE: Step = 1 << 30;
/// Where the steps begin.
const ROW: Step = IDLE - 1;

/// With as many steps, and numbers in the lists of states, all states are given up, with what is known of the text in
/// them, and made anew when they are come to again.
const MOST_STEPS: usize = if cfg!(test) { 1 << 9 } else { 1 << 20 };

/// Each so many bytes it is noted in which states a search was in vain.
const BLOCK: usize = if cfg!(test) { 4 } else { 128 };

/// Which way a text is read, and what is found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Direction {
    /// From any place on: where the match ends that begins first and is preferred.
    Forwards,
    /// From where a match ends: where the longest begins.
    Backwards,
}

/// The states that were come to.
#[derive(Debug)]
pub(super) struct Dfa<'p> {
    nfa: &'p Nfa,
    alphabet: &'p Alphabet,
    direction: Direction,
    first: Option<&'p Bytes>,
    numbers: FxHashMap<(Rc<[Number]>, Kind), Step>,
    states: Vec<(Rc<[Number]>, Kind)>,
    /// By state, then by letter, no letter, and what is no letter, which no step is ever known for.
    steps: Vec<Step>,
    /// How many numbers the lists of the states have.
    listed: usize,
    /// The states in which reading begins, by the kind of what was read before.
    starts: [Step; Kind::COUNT],
    /// The states that were gone through, and those that are gone on in, for one step.
    seen: Marks,
    taken: Marks,
    /// By block of the text: the states in which its first character was read and no match came (Reps 1998).
    /// Without these a pattern such as `a*b|a` would be searched to the end of the text from each *a*.
    vain: Vec<Vec<Step>>,
    /// Those of this search, with their places.
    passed: Vec<(usize, Step)>,
}

impl<'p> Dfa<'p> {
    /// `first` are the bytes that a match may begin with, if they are to be looked for.
    pub fn new(nfa: &'p Nfa, alphabet: &'p Alphabet, direction: Direction, first: Option<&'p Bytes>) -> Self {
        let mut new = Self {
            nfa,
            alphabet,
            direction,
            first,
            numbers: FxHashMap::default(),
            states: Vec::new(),
            steps: Vec::new(),
            listed: 0,
            starts: [UNKNOWN; Kind::COUNT],
            seen: Marks::new(nfa.states.len()),
            taken: Marks::new(nfa.states.len()),
            vain: Vec::new(),
            passed: Vec::new(),
        };
        new.forget();
        new
    }

    /// Gives all states up but the one that is dead.
    fn forget(&mut self) {
        self.numbers.clear();
        self.states.clear();
        self.states.push((Rc::new([]), Kind::default()));
        self.steps.clear();
        self.steps.resize(self.row(), DEAD);
        self.listed = 0;
        self.starts = [UNKNOWN; Kind::COUNT];
        self.vain.clear();
        self.passed.clear();
    }

    /// How many steps a state has.
    fn row(&self) -> usize {
        usize::from(self.alphabet.unread()) + 1
    }

    /// Where the first match in `text` from the byte `from` on ends, after the first place where it may begin.
    pub fn end(&mut self, text: &str, from: usize) -> Option<Range<usize>> {
        let bytes = text.as_bytes();
        let (mut earliest, mut at, mut end) = (from, from, None);
        let mut block = from / BLOCK;
        let mut step = self.start(self.alphabet.before(text, at).0);
        loop {
            if step & IDLE != 0
                && let Some(first) = self.first
            {
                let begins = |&byte: &u8| first[usize::from(byte)];
                let skipped = bytes[at..].iter().position(begins).unwrap_or(bytes.len() - at);
                earliest = at + skipped;
                if skipped > 0 {
                    at = earliest;
                    step = self.start(self.alphabet.before(text, at).0);
                }
            }
            if at / BLOCK > block {
                block = at / BLOCK;
                if end.is_some() && self.is_in_vain(at, step & ROW) {
                    break;
                }
            }
            // What is known is gone over quickly.
            let steps = &self.steps[..];
            let part = &bytes[..bytes.len().min((block + 1) * BLOCK)];
            let mut row = step & ROW;
            while at < part.len() {
                let mut next = steps[row as usize + usize::from(self.alphabet.of_byte(part[at]))];
                if !is_plain(next) {
                    if next & ROW <= UNKNOWN || next & IDLE != 0 {
                        break;
                    }
                    end = Some(at);
                    next &= ROW;
                }
                at += 1;
                row = next;
            }
            if at / BLOCK > block {
                step = row;
                continue;
            }
            let (letter, width) = self.alphabet.after(text, at);
            step = self.step(row, letter);
            if step & MATCH != 0 {
                end = Some(at);
            }
            if step & ROW == DEAD {
                break;
            }
            at += width;
        }
        while let Some((at, row)) = self.passed.pop().filter(|&(at, _)| Some(at) > end) {
            let block = at / BLOCK;
            if self.vain.len() <= block {
                self.vain.resize_with(block + 1, Vec::new);
            }
            self.vain[block].push(row);
        }
        self.passed.clear();
        Some(earliest..end?)
    }

    /// Whether a search that came to the byte `at`, the first of a block, in this state was in vain. If not, it is noted.
    fn is_in_vain(&mut self, at: usize, row: Step) -> bool {
        let is_known = self.vain.get(at / BLOCK).is_some_and(|known| known.contains(&row));
        if !is_known {
            self.passed.push((at, row));
        }
        is_known
    }

    /// Where the longest match that ends at the byte `end` of `text` begins, not before `from`.
    pub fn begin(&mut self, text: &str, from: usize, end: usize) -> Option<usize> {
        let (mut at, mut begin) = (end, None);
        let mut step = self.start(self.alphabet.after(text, at).0);
        loop {
            let (bytes, steps) = (text.as_bytes(), &self.steps[..]);
            let mut row = step & ROW;
            while at > from {
                let mut next = steps[row as usize + usize::from(self.alphabet.of_byte(bytes[at - 1]))];
                if !is_plain(next) {
                    if next & ROW <= UNKNOWN {
                        break;
                    }
                    begin = Some(at);
                    next &= ROW;
                }
                at -= 1;
                row = next;
            }
            let (letter, width) = self.alphabet.before(text, at);
            step = self.step(row, letter);
            if step & MATCH != 0 {
                begin = Some(at);
            }
            if at <= from || step & ROW == DEAD {
                return begin;
            }
            at -= width;
        }
    }

    /// The state in which reading begins beside a letter.
    fn start(&mut self, beside: Letter) -> Step {
        let kind = self.alphabet.kind(beside);
        if self.starts[usize::from(kind.0)] == UNKNOWN {
            self.starts[usize::from(kind.0)] = self.number(Rc::new([self.nfa.start]), kind);
        }
        self.starts[usize::from(kind.0)]
    }

    #[inline]
    fn step(&mut self, row: Step, letter: Letter) -> Step {
        match self.steps[row as usize + usize::from(letter)] {
            UNKNOWN => self.make_step(row, letter),
            step => step,
        }
    }

    #[cold]
    fn make_step(&mut self, row: Step, letter: Letter) -> Step {
        let number = row as usize / self.row();
        let (from, last) = self.states[number].clone();
        let kind = self.alphabet.kind(letter);
        let (before, after) = match self.direction {
            Direction::Forwards => (last, kind),
            Direction::Backwards => (kind, last),
        };
        let mut next: Vec<Number> = Vec::new();
        let mut is_match = false;
        self.seen.clear();
        self.taken.clear();
        let mut open: Vec<Number> = from.iter().rev().copied().collect();
        while let Some(state) = open.pop() {
            if !self.seen.add(state) {
                continue;
            }
            match &self.nfa.states[state as usize] {
                State::One(set, to) => {
                    if self.alphabet.has(*set, letter) && self.taken.add(*to) {
                        next.push(*to);
                    }
                }
                State::Any(states) => open.extend(states.iter().rev()),
                State::Look(look, to) => {
                    if holds(*look, before, after) {
                        open.push(*to);
                    }
                }
                State::Match => {
                    is_match = true;
                    if self.direction == Direction::Forwards {
                        // What comes after it is not preferred to it.
                        break;
                    }
                }
            }
        }
        let mut step = if next.is_empty() { DEAD } else { self.number(next.into(), kind) };
        if is_match {
            step |= MATCH;
        }
        // Unless the states were given up, and with them the one that this step is from.
        if self.states.get(number).is_some_and(|state| Rc::ptr_eq(&state.0, &from)) {
            self.steps[row as usize + usize::from(letter)] = step;
        }
        step
    }

    /// The state of a list and what was read last; a new one if there is none.
    fn number(&mut self, list: Rc<[Number]>, last: Kind) -> Step {
        let key = (list, last);
        if let Some(&known) = self.numbers.get(&key) {
            return known;
        }
        if self.steps.len() + self.row() + self.listed + key.0.len() > MOST_STEPS {
            self.forget();
        }
        self.listed += key.0.len();
        let mut step = self.steps.len() as Step;
        if self.first.is_some() && *key.0 == [self.nfa.start] {
            step |= IDLE;
        }
        self.steps.resize(self.steps.len() + self.row(), UNKNOWN);
        self.states.push(key.clone());
        self.numbers.insert(key, step);
        step
    }
}

/// Whether a step is known, has no flag and goes on.
#[inline]
fn is_plain(step: Step) -> bool {
    (UNKNOWN + 1..IDLE).contains(&step)
}

/// A set of states of [`Nfa`] that is emptied at once.
#[derive(Debug)]
struct Marks {
    /// By state: when it was added last.
    added: Vec<u32>,
    now: u32,
}

impl Marks {
    fn new(states: usize) -> Self {
        Self { added: vec![0; states], now: 0 }
    }

    fn clear(&mut self) {
        self.now += 1;
    }

    /// Whether the state was not in it.
    fn add(&mut self, state: Number) -> bool {
        std::mem::replace(&mut self.added[state as usize], self.now) != self.now
    }
}

/// Whether a place between characters of these kinds is what `look` looks for.
fn holds(look: Look, before: Kind, after: Kind) -> bool {
    let is_start = before.is(Kind::NONE);
    let is_end = after.is(Kind::NONE);
    let (feed, carriage) = (Kind::LINE_FEED, Kind::CARRIAGE_RETURN);
    let word = match look {
        Look::WordAscii | Look::WordAsciiNegate | Look::WordStartAscii => Kind::ASCII_WORD,
        Look::WordEndAscii | Look::WordStartHalfAscii | Look::WordEndHalfAscii => Kind::ASCII_WORD,
        _ => Kind::WORD,
    };
    let (word_before, word_after) = (before.is(word), after.is(word));
    match look {
        Look::Start => is_start,
        Look::End => is_end,
        Look::StartLF => is_start || before.is(feed),
        Look::EndLF => is_end || after.is(feed),
        Look::StartCRLF => is_start || before.is(feed) || before.is(carriage) && !after.is(feed),
        Look::EndCRLF => is_end || after.is(carriage) || after.is(feed) && !before.is(carriage),
        Look::WordAscii | Look::WordUnicode => word_before != word_after,
        Look::WordAsciiNegate | Look::WordUnicodeNegate => word_before == word_after,
        Look::WordStartAscii | Look::WordStartUnicode => !word_before && word_after,
        Look::WordEndAscii | Look::WordEndUnicode => word_before && !word_after,
        Look::WordStartHalfAscii | Look::WordStartHalfUnicode => !word_before,
        Look::WordEndHalfAscii | Look::WordEndHalfUnicode => !word_after,
    }
}

#[cfg(test)]
mod tests {
    use regex_syntax::hir::LookSet;

    use super::super::alphabet::Sets;
    use super::*;

    #[test]
    fn long_lists_of_states_take_no_more_room_than_steps() {
        let pattern = regex_syntax::parse("[ab]*a[ab]{200}x").expect("a pattern");
        let mut sets = Sets::default();
        let nfa = Nfa::forwards(&pattern, &mut sets).expect("a small one");
        let alphabet = Alphabet::new(sets, LookSet::empty()).expect("few letters");
        let mut dfa = Dfa::new(&nfa, &alphabet, Direction::Forwards, None);
        let text: String = (0..999_u32).map(|at| if at * at % 7 < 3 { 'a' } else { 'b' }).collect();
        for end in 0..text.len() {
            assert_eq!(dfa.end(&text[..end], end.saturating_sub(300)), None);
            let listed: usize = dfa.states.iter().map(|state| state.0.len()).sum();
            assert!(listed + dfa.steps.len() <= MOST_STEPS.max(nfa.states.len() + 2 * dfa.row()));
        }
    }
}

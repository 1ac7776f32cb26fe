//! Features of a word in its place: of the words beside it together, of the
//! run of capitals that it is in, of what the rules propose and the lexicon
//! knows there, and of the other places of the word in the document.

use std::ops::Range;

use super::keys::{self, Sink, in_group, join};
use super::units::{Gap, Unit};
use super::window::Opened;
use super::word_features::WINDOW;
use crate::lexicon::Known;

/// A sentence whose words' features are asked for, from left to right.
pub(super) struct Context<'d> {
    /// The document, opened at it.
    pub document: &'d Opened<'d>,
    text: &'d str,
    sentence: Range<usize>,
    /// What the features ask of its words, and of [`WINDOW`] that are not there before and after them.
    seen: Vec<Seen>,
    /// How the sentence as a whole uses capitals.
    style: u64,
    /// The run of capitals that was met last.
    run: Range<usize>,
    /// What the words of that run may be.
    run_parts: u64,
    /// The same with the connectors in it: *University of the Arts*.
    chain: Range<usize>,
}

/// What the features of a word and of its neighbours ask of it again and again.
#[derive(Clone, Copy)]
pub(super) struct Seen {
    /// Hash of the form in lower case.
    lower: u64,
    /// Hash of the way in which it uses capitals, digits and marks.
    shape: u64,
    /// Its cluster.
    cluster: u64,
    /// What the rules propose there, but not how sure they are.
    proposal: u64,
}

impl Seen {
    /// What is before the first and after the last word.
    const EDGE: Self = Self { lower: EDGE, shape: EDGE, cluster: EDGE, proposal: 63 };
}

/// Stands for what is before the first and after the last word.
const EDGE: u64 = 0x0ed6_e000_0000_0001;

/// Words on either side of a run of capitals whose clusters are looked at.
const AROUND: isize = 5;

/// What words may be that tell the type of the name that they are part of.
const PARTS: Known = Known::NAME
    .or(Known::ORGANISATION_HEAD)
    .or(Known::ORGANISATION_OF)
    .or(Known::ORGANISATION_FIRST)
    .or(Known::PLACE_HEAD)
    .or(Known::PLACE_FIRST)
    .or(Known::PLACE_OF)
    .or(Known::EVENT_HEAD)
    .or(Known::EVENT_FIRST)
    .or(Known::EVENT_OF)
    .or(Known::OTHER_HEAD)
    .or(Known::TITLE);

/// Lower-case connectors that may stand in a row in a chain.
const CONNECTORS: usize = 2;

impl<'d> Context<'d> {
    /// The sentence of these units, at which a document with this text is opened; `seen` is a buffer, which
    /// [`Self::into_buffer`] gives back.
    pub fn of(document: &'d Opened<'d>, text: &'d str, sentence: Range<usize>, mut seen: Vec<Seen>) -> Self {
        let units = document.units.units();
        let long = || units.iter().skip(1).filter(|unit| unit.form.len > 3);
        let (all, capitals) = (long().count(), long().filter(|unit| unit.is_capital()).count());
        let share = (capitals * 4).checked_div(all).unwrap_or(4) as u64;
        let guessed = u64::from(units.iter().any(|unit| document.is_guess(unit)));
        let each = units.iter().zip(&document.proposals[sentence.clone()]).map(|(unit, proposal)| {
            let word = document.traits(unit);
            let (lower, shape, cluster) = (word.lower, word.shape, unit.form.cluster_key());
            Seen { lower, shape, cluster, proposal: proposal.bits() >> 2 }
        });
        seen.clear();
        seen.reserve_exact(units.len() + 2 * WINDOW);
        seen.resize(WINDOW, Seen::EDGE);
        seen.extend(each);
        seen.resize(seen.len() + WINDOW, Seen::EDGE);
        let run = sentence.start..sentence.start;
        Self {
            style: guessed << 5 | share << 2 | (units.len() > 4) as u64,
            document,
            text,
            sentence,
            seen,
            chain: run.clone(),
            run,
            run_parts: 0,
        }
    }

    /// The buffer, to be used again.
    pub fn into_buffer(self) -> Vec<Seen> {
        self.seen
    }

    fn unit(&self, at: usize) -> &'d Unit<'d> {
        &self.document.units[at]
    }

    /// The index of the unit `offset` from `at`, if it is in the sentence.
    fn near(&self, at: usize, offset: isize) -> Option<usize> {
        at.checked_add_signed(offset).filter(|at| self.sentence.contains(at))
    }

    /// What is seen at `at`, one of the sentence or at most [`WINDOW`] from it.
    fn seen(&self, at: usize) -> &Seen {
        &self.seen[at + WINDOW - self.sentence.start]
    }

    /// What is seen `offset` from `at`, as [`Self::seen`].
    fn beside(&self, at: usize, offset: isize) -> &Seen {
        &self.seen[(at + WINDOW - self.sentence.start).wrapping_add_signed(offset)]
    }

    /// Hash of the last letters of the unit at `at`.
    fn ending(&self, at: usize) -> u64 {
        self.document.traits(self.unit(at)).ending
    }

    /// Which of [`PARTS`] the unit at `at` may be.
    fn parts(&self, at: usize) -> u64 {
        self.unit(at).form.known.bits() & PARTS.bits()
    }

    /// What stands after the unit at `at`.
    fn gap_after(&self, at: usize) -> u64 {
        self.near(at, 1).map_or(15, |next| self.unit(next).gap as u64)
    }

    /// Gives each feature of the unit at `at` to `sink`.
    ///
    /// Those together that depend on the same few things, which are much the same from word to word.
    pub fn features(&mut self, at: usize, sink: &mut impl Sink) {
        let unit = self.unit(at);
        let place = at - self.sentence.start;
        let [before_last, before, own, after, after_next] = self.seen[place..][..2 * WINDOW + 1] else {
            unreachable!("the window is of five words")
        };
        let case = unit.form.case as u64;

        sink.put(100, join(before.lower, own.lower));
        sink.put(101, join(own.lower, after.lower));
        sink.put(102, join(before.lower, own.shape));
        sink.put(103, join(own.shape, after.lower));
        sink.put(104, join(before.lower, after.lower));
        sink.put(106, join(before_last.lower, before.lower));
        sink.put(107, join(after.lower, after_next.lower));
        of_shapes([before_last, before, own, after, after_next].map(|seen| seen.shape), sink);
        self.of_marks(at, unit, sink);
        let cluster = join(own.cluster, case);
        sink.put(118, join(before.cluster, cluster));
        sink.put(119, join(after.cluster, cluster));

        self.of_rules(at, unit, [before, own, after], sink);
        if unit.is_capital() {
            self.of_run(at, sink);
            self.of_document(at, unit, sink);
        }
    }

    /// What stands around the word, and where in what sentence it stands.
    fn of_marks(&self, at: usize, unit: &Unit, sink: &mut impl Sink) {
        let (gap, after, case) = (unit.gap as u64, self.gap_after(at), unit.form.case as u64);
        let place = u64::from(at == self.sentence.start) << 1 | u64::from(at + 1 == self.sentence.end);
        let marks = self.marks(unit);
        sink.group(2, keys::all([gap << 4 | after, case << 2 | place, self.style, marks]), |put| {
            put(in_group(110, (gap << 4 | after) << 2 | case));
            put(in_group(111, gap << 2 | case));
            put(in_group(112, after << 2 | case));
            put(in_group(113, self.style << 4 | case << 2 | place));
            put(in_group(115, marks << 2 | case));
        });
    }

    /// The characters beside the unit, if they are marks that speak, and what ends it.
    fn marks(&self, unit: &Unit) -> u64 {
        let bytes = self.text.as_bytes();
        let code = |byte: Option<&u8>| match byte {
            Some(b'@') => 1,
            Some(b'#') => 2,
            Some(b'/' | b'_' | b'\\') => 3,
            Some(b'"' | b'\'') => 4,
            Some(b'(' | b'[') => 5,
            Some(b')' | b']') => 6,
            Some(128..) => 7,
            _ => 0u64,
        };
        let start = unit.start as usize;
        let before = if start == 0 { None } else { bytes.get(start - 1) };
        let ended = unit.possessive as u64;
        (code(before) << 3 | code(bytes.get(unit.span().end as usize))) << 1 | ended
    }

    /// What the rules propose and the lexicon knows, by what is seen before the word, of it and after it.
    fn of_rules(&self, at: usize, unit: &Unit, seen: [Seen; 3], sink: &mut impl Sink) {
        let proposal = self.document.proposals[at];
        let [before, own, after] = seen.map(|seen| seen.proposal);
        let word = &seen[1];
        sink.group(3, keys::all([proposal.bits(), before, after, self.style, word.shape]), |put| {
            put(in_group(114, join(self.style, word.shape)));
            put(in_group(130, own));
            put(in_group(131, proposal.bits()));
            put(in_group(132, own << 6 | before));
            put(in_group(133, own << 6 | after));
            put(in_group(134, (own << 6 | before) << 6 | after));
            put(in_group(135, join(own, word.shape)));
        });
        if proposal.kind() > 0 {
            sink.put(136, join(own, word.lower));
            sink.put(137, join(own, seen[0].lower));
            sink.put(138, join(own, seen[2].lower));
            sink.put(139, join(proposal.bits(), unit.form.known.bits() & Known::NAME.bits()));
        }
        let phrase = self.document.phrase(at);
        if phrase.known != Known::NONE {
            let place = u64::from(phrase.place);
            keys::classes(phrase.known).for_each(|class| sink.put(140, class << 2 | place));
            sink.put(141, join(phrase.known.without(Known::FOR_RULES).bits(), place));
            sink.put(142, join(phrase.known.bits() & Known::NAME.bits(), own << 2 | place));
        }
    }

    /// The run of capitals, and the longer chain with its connectors.
    fn of_run(&mut self, at: usize, sink: &mut impl Sink) {
        self.find_run(at);
        let (run, chain) = (self.run.clone(), self.chain.clone());
        let from_start = (at - run.start).min(3) as u64;
        let from_end = (run.end - 1 - at).min(3) as u64;
        let place = from_start << 2 | from_end;
        let last = run.end - 1;
        sink.put(152, join(self.seen(last).lower, from_end.min(1)));
        sink.put(153, join(self.seen(run.start).lower, from_start.min(1)));
        sink.put(154, join(self.beside(run.start, -1).lower, place));
        sink.put(155, join(self.seen(run.end).lower, place));
        sink.put(159, join(self.ending(last), from_end.min(1)));
        let known = |at: usize| self.unit(at).form.known.bits() & Known::NAME.or(Known::COMMON).bits();
        let (shape, ends) = (self.seen(at).shape, join(known(run.start), known(last)));
        let (head, around) = (self.parts(last), join(self.parts(chain.start), self.parts(chain.end - 1)));
        sink.group(4, keys::all([ends, around, head, self.run_parts, shape, place]), |put| {
            put(in_group(150, place));
            put(in_group(151, join(place, shape)));
            put(in_group(158, join(ends, place)));
            put(in_group(167, join(self.run_parts, place)));
            put(in_group(168, join(head, from_end.min(1))));
            put(in_group(169, around));
        });
        if chain.len() > run.len() {
            let place = ((at - chain.start).min(3) << 2 | (chain.end - 1 - at).min(3)) as u64;
            sink.put(160, place);
            sink.put(162, join(self.seen(chain.start).lower, place));
            sink.put(163, join(self.beside(chain.start, -1).lower, place));
            sink.put(164, join(self.seen(chain.end).lower, place));
        }
        if self.gap_after(last) == Gap::Open as u64 {
            // Korean Central News Agency (KCNA)
            sink.put(165, join(self.seen(run.end).shape, place));
        }
    }

    /// Gives each feature to `sink` that all words of the run of capitals at `at` share; the end of the run.
    pub fn run_features(&mut self, at: usize, sink: &mut impl Sink) -> usize {
        self.find_run(at);
        let (run, chain) = (self.run.clone(), self.chain.clone());
        let len = run.len().min(4) as u64;
        let before = *self.beside(run.start, -1);
        sink.put(156, join(before.lower, len));
        sink.put(157, join(self.seen(run.end).lower, len));
        if chain.len() > run.len() {
            sink.put(161, join(self.seen(chain.end - 1).lower, 0));
        }
        if self.unit(run.start).gap == Gap::Open && run.start > self.sentence.start {
            sink.put(166, join(before.lower, before.proposal));
        }
        // What the sentence is about near the run, in no order.
        let telling = |at: usize, offset: isize| {
            let at = self.near(at, offset).filter(|&at| !self.unit(at).form.is_stop)?;
            Some(self.seen(at).cluster)
        };
        for offset in 1..=AROUND {
            telling(run.start, -offset).into_iter().for_each(|cluster| sink.put(180, cluster));
            telling(run.end - 1, offset).into_iter().for_each(|cluster| sink.put(181, cluster));
        }
        run.end
    }

    /// Goes on to the run of capitals at `at`, and its chain.
    fn find_run(&mut self, at: usize) {
        if at >= self.run.end {
            self.run = at..self.document.units.run_end(at);
            self.run_parts = self.run.clone().fold(0, |all, at| all | self.parts(at));
        }
        if at >= self.chain.end {
            self.chain = at..self.chain_end(self.run.end);
        }
    }

    /// The end of the chain that goes on after the run that ends at `end`.
    fn chain_end(&self, mut end: usize) -> usize {
        loop {
            let connects = |at: &usize| {
                let unit = self.unit(*at);
                let joins = Known::OF.or(Known::AND).or(Known::ARTICLE).or(Known::PARTICLE);
                unit.gap == Gap::Space && unit.is(joins) && !unit.is_capital()
            };
            let connectors = (end..self.sentence.end).take(CONNECTORS).take_while(connects).count();
            let next = end + connectors;
            let goes_on = connectors > 0
                && next < self.sentence.end
                && self.unit(next).is_capital()
                && self.unit(next).gap == Gap::Space
                && next + 1 - self.run.start < 16;
            if !goes_on {
                return end;
            }
            end = self.document.units.run_end(next);
        }
    }

    /// The other places of the word.
    fn of_document(&self, at: usize, unit: &Unit, sink: &mut impl Sink) {
        for place in self.document.places(unit).filter(|place| place.unit as usize != at).take(2) {
            sink.put(170, self.document.lower(place.neighbours[0]));
            sink.put(171, self.document.lower(place.neighbours[1]));
            sink.put(172, self.document.lower(place.head));
            let proposal = self.document.proposals[place.unit as usize];
            sink.put(173, proposal.bits());
        }
    }
}

/// How a word and those around it use capitals, by their shapes.
fn of_shapes(shapes: [u64; 5], sink: &mut impl Sink) {
    sink.group(1, keys::all(shapes), |put| {
        let [before_last, before, own, after, after_next] = shapes;
        put(in_group(105, join(join(before, own), after)));
        put(in_group(108, join(before, own)));
        put(in_group(109, join(own, after)));
        put(in_group(116, join(join(before_last, before), own)));
        put(in_group(117, join(own, join(after, after_next))));
    });
}

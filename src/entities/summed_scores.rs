//! The scores of words for the tags: what is seen of each word and of those around it, by the model.

use std::ops::Range;

use super::context_features::Context;
use super::keys::{self, FeatureKey, Sink};
use super::sentence::Observed;
use super::weigher::Weigher;
use super::window::Opened;
use super::word_features::{WINDOW, at_offset};
use crate::blocks::Blocks;
use crate::lexicon::name_model::{Model, Scores};
use crate::lexicon::quads::Octet;

/// What is seen where the sentence has no word.
pub(super) const EDGE: FeatureKey = keys::of(50, 0);

/// What every word has.
pub(super) const BIAS: FeatureKey = keys::of(51, 0);

/// The places that a word is seen from.
pub(super) const OFFSETS: usize = 2 * WINDOW + 1;

/// The sums of a form that stands so often are kept; to keep those of rarer ones, too, saves less than a hundredth
/// of a report's time.
const KEPT_FROM: u32 = 4;

/// The scores of the words' own features, summed once for each offset from which a form is seen.
pub(super) struct WordScores<'d> {
    document: &'d Observed<'d>,
    /// By form: its place in `sums` plus one, 0 if its sums are not kept.
    kept: Vec<u32>,
    /// By place: at which offsets the sum is known, as bits.
    known: Vec<u8>,
    /// By place and offset: the sum, where it is known.
    sums: Blocks<[Octet; OFFSETS]>,
    /// What is seen at each offset beyond the ends of the sentence.
    edges: [Scores; OFFSETS],
    bias: Scores,
    weigher: Weigher<'d>,
}

impl<'d> WordScores<'d> {
    pub(super) fn new(model: &'d Model, document: &'d Observed<'d>) -> Self {
        let mut weigher = Weigher::new(model);
        let mut sum = |key| {
            weigher.take(key);
            weigher.sum()
        };
        let (edges, bias) = (std::array::from_fn(|index| sum(at_offset(EDGE, offset(index)))), sum(BIAS));
        let mut places = 0;
        let place = |count| {
            let is_kept = count >= KEPT_FROM;
            places += u32::from(is_kept);
            if is_kept { places } else { 0 }
        };
        let kept: Vec<u32> = document.counts().into_iter().map(place).collect();
        let mut sums = Blocks::new();
        (0..places).for_each(|_| sums.push([Octet::default(); OFFSETS]));
        Self { document, kept, known: vec![0; sums.len()], sums, edges, bias, weigher }
    }

    /// The scores of the unit at `at`; units come in order.
    ///
    /// Not inlined: browsers make code faster that is called often, not a loop that runs.
    #[inline(never)]
    pub(super) fn of(
        &mut self,
        context: &mut Context<'_>,
        run: &mut RunScores,
        sentence: &Range<usize>,
        at: usize,
    ) -> Scores {
        if context.document.units[at].is_capital() {
            if at >= run.end {
                run.end = context.run_features(at, &mut self.weigher);
                run.scores = self.weigher.sum();
            }
            self.weigher.add(run.scores);
        }
        self.add_around(context.document, sentence, at);
        context.features(at, &mut self.weigher);
        self.weigher.sum()
    }

    /// Adds the scores of the words around `at`, each as it is seen from there.
    fn add_around(&mut self, document: &Opened, sentence: &Range<usize>, at: usize) {
        self.weigher.add(self.bias);
        for index in 0..OFFSETS {
            let seen = (at + index).checked_sub(WINDOW).filter(|at| sentence.contains(at));
            let Some(seen) = seen else {
                self.weigher.add(self.edges[index]);
                continue;
            };
            let id = document.units[seen].id;
            let Some(place) = self.kept[self.document.form_index(id)].checked_sub(1) else {
                self.take(id, index);
                continue;
            };
            let (place, bit) = (place as usize, 1 << index);
            if self.known[place] & bit != 0 {
                self.weigher.add(Scores::of(self.sums[place][index]));
                continue;
            }
            let rest = self.weigher.sum();
            self.take(id, index);
            let sum = self.weigher.sum();
            if let Some(packed) = sum.packed() {
                self.sums[place][index] = packed;
                self.known[place] |= bit;
            }
            self.weigher.add(sum);
            self.weigher.add(rest);
        }
    }

    /// Takes what is seen of a form from there.
    fn take(&mut self, id: u32, index: usize) {
        self.document.features(id, offset(index), &mut self.weigher);
    }
}

/// How far to the right the word stands whose place this is of the [`OFFSETS`].
pub(super) const fn offset(index: usize) -> isize {
    index as isize - WINDOW as isize
}

/// The scores of what the words of a run of capitals share, summed once for each run.
#[derive(Default)]
pub(super) struct RunScores {
    /// Where the run ends that was met last.
    end: usize,
    scores: Scores,
}

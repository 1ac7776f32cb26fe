//! The probabilities of a linear-chain conditional random field over the tags of the model.

use textlens::entities::training::{Tag, kind, may_follow, place};
use textlens::lexicon::name_model::{COLUMNS, TAGS};

/// Scores or gradients of a word, by column of the model.
pub type Row = [f32; COLUMNS];

/// Weights or gradients of a tag (second) after a tag (first).
pub type Transitions = [[f32; TAGS]; TAGS];

/// A set of tags, as bits.
pub type TagSet = u32;

/// Every tag.
pub const ANY: TagSet = (1 << TAGS) - 1;

/// The columns whose weights a tag's score is the sum of.
pub fn columns(tag: usize) -> (usize, Option<usize>) {
    match (kind(tag as Tag), place(tag as Tag)) {
        (Some(kind), Some(place)) => (1 + usize::from(kind), Some(5 + usize::from(place))),
        _ => (0, None),
    }
}

/// Sums over sequences of tags; buffers that are used again.
pub struct Lattice {
    /// Pairs of tags that may follow each other.
    steps: Vec<(usize, usize)>,
    /// `exp` of the weights of pairs.
    weights: [[f64; TAGS]; TAGS],
    /// By word: `exp` of the tags' scores.
    words: Vec<[f64; TAGS]>,
    forward: Vec<[f64; TAGS]>,
    sums: Vec<f64>,
}

impl Lattice {
    /// An empty one.
    pub fn new() -> Self {
        let pairs = (0..TAGS).flat_map(|from| (0..TAGS).map(move |to| (from, to)));
        Self {
            steps: pairs.filter(|&(from, to)| may_follow(from as Tag, to as Tag)).collect(),
            weights: [[0.0; TAGS]; TAGS],
            words: Vec::new(),
            forward: Vec::new(),
            sums: Vec::new(),
        }
    }

    /// Takes the weights of pairs that hold for the next calls.
    pub fn set_weights(&mut self, weights: &Transitions) {
        self.weights = weights.map(|row| row.map(|weight| libm::exp(f64::from(weight))));
    }

    /// Adds to `rows` and `transitions` the expected counts times `sign` over the sequences that
    /// `allowed` permits; the logarithm of the sum over them.
    pub fn expect(
        &mut self,
        scores: &[Row],
        allowed: Option<&[TagSet]>,
        sign: f32,
        rows: &mut [Row],
        transitions: &mut Transitions,
    ) -> f64 {
        let mut log = self.forward(scores, allowed);
        let last = scores.len() - 1;
        let end: f64 = (0..TAGS).map(|tag| self.forward[last][tag] * self.end(tag)).sum();
        log += libm::log(end);
        let mut backward: [f64; TAGS] = std::array::from_fn(|tag| self.end(tag) / end);
        for at in (0..scores.len()).rev() {
            let row = &mut rows[at];
            for tag in 0..TAGS {
                let p = (self.forward[at][tag] * backward[tag]) as f32 * sign;
                let (first, second) = columns(tag);
                row[first] += p;
                if let Some(second) = second {
                    row[second] += p;
                }
                if at == last {
                    transitions[tag][0] += p;
                }
            }
            let reached: [f64; TAGS] =
                std::array::from_fn(|tag| self.words[at][tag] * backward[tag] / self.sums[at]);
            let mut before = [0.0; TAGS];
            for &(from, to) in &self.steps {
                let value = self.weights[from][to] * reached[to];
                before[from] += value;
                let came = match at {
                    0 => f64::from(u8::from(from == 0)),
                    _ => self.forward[at - 1][from],
                };
                transitions[from][to] += (came * value) as f32 * sign;
            }
            backward = before;
        }
        log
    }

    /// Weight of the end after a tag.
    fn end(&self, tag: usize) -> f64 {
        if may_follow(tag as Tag, 0) { self.weights[tag][0] } else { 0.0 }
    }

    fn forward(&mut self, scores: &[Row], allowed: Option<&[TagSet]>) -> f64 {
        let mut log = 0.0;
        self.words.clear();
        self.forward.clear();
        self.sums.clear();
        let mut before = [0.0; TAGS];
        before[0] = 1.0;
        for (at, scores) in scores.iter().enumerate() {
            let set = allowed.map_or(ANY, |allowed| allowed[at]);
            let values: [f32; TAGS] = std::array::from_fn(|tag| match columns(tag) {
                (first, Some(second)) => scores[first] + scores[second],
                (first, None) => scores[first],
            });
            let top = values.iter().copied().fold(f32::MIN, f32::max);
            let words = std::array::from_fn(|tag| match set >> tag & 1 {
                1 => libm::exp(f64::from(values[tag] - top)),
                _ => 0.0,
            });
            let mut reached = [0.0; TAGS];
            for &(from, to) in &self.steps {
                reached[to] += before[from] * self.weights[from][to];
            }
            before = std::array::from_fn(|tag| reached[tag] * words[tag]);
            let sum: f64 = before.iter().sum();
            before.iter_mut().for_each(|value| *value /= sum);
            log += f64::from(top) + libm::log(sum);
            self.words.push(words);
            self.forward.push(before);
            self.sums.push(sum);
        }
        log
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The sum over all sequences, one by one, and the expected counts.
    fn by_hand(scores: &[Row], weights: &Transitions, allowed: &[TagSet]) -> (f64, Vec<Row>) {
        let mut total = 0.0;
        let mut rows = vec![[0.0; COLUMNS]; scores.len()];
        for code in 0..TAGS.pow(scores.len() as u32) {
            let tags: Vec<usize> = (0..scores.len()).map(|at| code / TAGS.pow(at as u32) % TAGS).collect();
            let path: Vec<usize> = [&[0], &tags[..], &[0]].concat();
            let sound = path.windows(2).all(|pair| may_follow(pair[0] as Tag, pair[1] as Tag))
                && tags.iter().zip(allowed).all(|(tag, set)| set >> tag & 1 == 1);
            if sound {
                let mut sum: f32 = path.windows(2).map(|pair| weights[pair[0]][pair[1]]).sum();
                let used = |tag| [Some(columns(tag).0), columns(tag).1].into_iter().flatten();
                for (scores, &tag) in scores.iter().zip(&tags) {
                    sum += used(tag).map(|column| scores[column]).sum::<f32>();
                }
                let p = libm::exp(f64::from(sum));
                total += p;
                for (row, &tag) in rows.iter_mut().zip(&tags) {
                    used(tag).for_each(|column| row[column] += p as f32);
                }
            }
        }
        rows.iter_mut().flatten().for_each(|value| *value /= total as f32);
        (libm::log(total), rows)
    }

    #[test]
    fn sums_are_those_of_all_sequences() {
        let mut state = 7u32;
        let mut random = || {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (state >> 16) as f32 / 32_768.0 - 1.0
        };
        let weights: Transitions = std::array::from_fn(|_| std::array::from_fn(|_| random()));
        let scores: Vec<Row> = (0..3).map(|_| std::array::from_fn(|_| random())).collect();
        let mut lattice = Lattice::new();
        lattice.set_weights(&weights);
        for allowed in [[ANY; 3], [ANY, 1, ANY], [1 << 1 | 1 << 5, ANY, ANY]] {
            let (log, expected) = by_hand(&scores, &weights, &allowed);
            let mut rows = vec![[0.0; COLUMNS]; 3];
            let mut transitions = [[0.0; TAGS]; TAGS];
            let found = lattice.expect(&scores, Some(&allowed), 1.0, &mut rows, &mut transitions);
            assert!((found - log).abs() < 1e-5, "{found} {log}");
            for (row, expected) in rows.as_flattened().iter().zip(expected.as_flattened()) {
                assert!((row - expected).abs() < 1e-4);
            }
            let steps: f32 = transitions.as_flattened().iter().sum();
            assert!((steps - 4.0).abs() < 1e-4, "three words and the end: {steps}");
        }
    }
}

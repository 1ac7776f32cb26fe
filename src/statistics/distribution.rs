//! A distribution of whole numbers: lengths of sentences, words, paragraphs.

use crate::order;
use serde::Serialize;

/// Bins a histogram has at most; the bins grow with the largest value.
const MAX_BINS: usize = 40;

/// Summary of a list of whole numbers.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Distribution {
    /// How many values there are; with 0, every other field is 0 or empty.
    pub count: usize,
    /// The least value.
    pub min: usize,
    /// The first quartile; quartiles are interpolated linearly (Hyndman and Fan 1996, type 7).
    pub lower_quartile: f64,
    /// The second quartile.
    pub median: f64,
    /// The third quartile.
    pub upper_quartile: f64,
    /// The greatest value.
    pub max: usize,
    /// The arithmetic mean.
    pub mean: f64,
    /// The standard deviation of the population.
    pub deviation: f64,
    /// Index of the first value that equals the greatest.
    pub longest: usize,
    /// How many values lie from `i * bin_width` up to, not including, `(i + 1) * bin_width`.
    pub histogram: Vec<usize>,
    /// Values in one bin.
    pub bin_width: usize,
}

impl Distribution {
    /// The distribution of `values`.
    pub fn of(values: &[usize]) -> Self {
        let Some(&max) = values.iter().max() else { return Self::default() };
        let runs = runs(values, max);
        let count = values.len();
        let mean = runs.iter().map(|&(value, count)| value * count).sum::<usize>() as f64 / count as f64;
        let squares: f64 = values.iter().map(|&value| (value as f64 - mean) * (value as f64 - mean)).sum();
        let bin_width = bin_width(max);
        let mut histogram = vec![0; max / bin_width + 1];
        for &(value, count) in &runs {
            histogram[value / bin_width] += count;
        }
        Self {
            count,
            min: runs[0].0,
            lower_quartile: quantile(&runs, count, 1),
            median: quantile(&runs, count, 2),
            upper_quartile: quantile(&runs, count, 3),
            max,
            mean,
            deviation: (squares / count as f64).sqrt(),
            longest: values.iter().position(|&value| value == max).unwrap_or_default(),
            histogram,
            bin_width,
        }
    }
}

/// The different values, which are at most `max`, in order, and how often each is there: counted in
/// one list where there are more of them than there can be different ones.
fn runs(values: &[usize], max: usize) -> Vec<(usize, usize)> {
    if max > values.len() {
        let sorted = order::by_rising(values.to_vec(), |&value| value as u64);
        return sorted.chunk_by(|a, b| a == b).map(|run| (run[0], run.len())).collect();
    }
    let mut counts = vec![0; max + 1];
    values.iter().for_each(|&value| counts[value] += 1);
    counts.into_iter().enumerate().filter(|&(_, count)| count > 0).collect()
}

/// The least of 1, 2, 5, 10, 20, 50, … that needs no more than [`MAX_BINS`] bins.
fn bin_width(max: usize) -> usize {
    let mut decade = 1;
    loop {
        for step in [1, 2, 5] {
            if max / (decade * step) < MAX_BINS {
                return decade * step;
            }
        }
        decade *= 10;
    }
}

/// The quartile `quarter` of 4 of `count` values in runs.
fn quantile(runs: &[(usize, usize)], count: usize, quarter: usize) -> f64 {
    let position = (count - 1) * quarter;
    let (low, part) = (position / 4, position % 4);
    let at = |place: usize| {
        let mut rest = place;
        let run = runs.iter().find(|&&(_, count)| {
            rest < count || {
                rest -= count;
                false
            }
        });
        run.map_or(0, |&(value, _)| value)
    };
    let (low, next) = (at(low), at((low + 1).min(count - 1)));
    low as f64 + (next - low) as f64 * part as f64 / 4.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn agrees_with_values_by_hand() {
        let lengths = Distribution::of(&[4, 1, 10, 2, 10]);
        assert_eq!((lengths.min, lengths.max, lengths.longest, lengths.count), (1, 10, 2, 5));
        assert_eq!((lengths.lower_quartile, lengths.median, lengths.upper_quartile), (2.0, 4.0, 10.0));
        assert_eq!(lengths.mean, 5.4);
        assert!((lengths.deviation - 3.878_143_885_933_063).abs() < 1e-12);
        assert_eq!(lengths.histogram, [0, 1, 1, 0, 1, 0, 0, 0, 0, 0, 2]);
        // By interpolation: R's quantile(c(1, 2, 3, 4), type = 7) gives 1.75, 2.5, 3.25.
        let even = Distribution::of(&[4, 3, 2, 1]);
        assert_eq!((even.lower_quartile, even.median, even.upper_quartile), (1.75, 2.5, 3.25));
    }

    #[test]
    fn wide_values_get_wide_bins() {
        let wide = Distribution::of(&[0, 1_000_000]);
        assert!(wide.histogram.len() <= MAX_BINS);
        assert_eq!(wide.histogram.iter().sum::<usize>(), 2);
    }

    #[test]
    fn nothing_is_all_zero() {
        assert_eq!(Distribution::of(&[]), Distribution::default());
    }
}

//! Rhythm: how much the lengths of sentences vary.

use serde::Serialize;

use super::{FormulaResult, Missing};

/// How much the lengths of sentences vary; the lengths themselves are the report's sentences.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Rhythm {
    /// The standard deviation of the lengths over their mean, from two sentences on.
    pub variation: FormulaResult,
    /// The mean difference of a length from the one before, over the mean length, from two sentences on.
    pub change: FormulaResult,
}

impl Rhythm {
    /// The rhythm of sentences of `lengths` words, none of which is 0.
    pub fn of(lengths: &[usize]) -> Self {
        if lengths.len() < 2 {
            let none = FormulaResult::None(Missing::TooShort);
            return Self { variation: none, change: none };
        }
        let count = lengths.len() as f64;
        let mean = lengths.iter().sum::<usize>() as f64 / count;
        let squares: f64 = lengths.iter().map(|&length| length as f64 - mean).map(|off| off * off).sum();
        let steps: usize = lengths.windows(2).map(|pair| pair[0].abs_diff(pair[1])).sum();
        Self {
            variation: FormulaResult::finite((squares / count).sqrt() / mean),
            change: FormulaResult::finite(steps as f64 / (count - 1.0) / mean),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn even_and_uneven_lengths() {
        let value = FormulaResult::Value;
        assert_eq!(Rhythm::of(&[7, 7, 7]), Rhythm { variation: value(0.0), change: value(0.0) });
        // Mean 10, deviation 5; the order makes the change: 10 each time, or once of three times.
        assert_eq!(Rhythm::of(&[5, 15, 5, 15]), Rhythm { variation: value(0.5), change: value(1.0) });
        assert_eq!(Rhythm::of(&[5, 5, 15, 15]).change, value(10.0 / 3.0 / 10.0));
        assert_eq!(Rhythm::of(&[9]).variation, FormulaResult::None(Missing::TooShort));
    }
}

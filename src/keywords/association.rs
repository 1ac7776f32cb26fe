//! Measures of association and of keyness, each in one function.
//!
//! Logarithms go through `libm`, which gives the same bits everywhere.

/// Log-likelihood ratio G² of a two-by-two table of observed counts; 0 for what is as expected.
///
/// Dunning 1993, *Accurate methods for the statistics of surprise and coincidence*.
pub fn log_likelihood(observed: [[f64; 2]; 2]) -> f64 {
    let rows = observed.map(|row| row[0] + row[1]);
    let columns = [observed[0][0] + observed[1][0], observed[0][1] + observed[1][1]];
    let total = rows[0] + rows[1];
    let mut sum = 0.0;
    for (row, cells) in observed.iter().enumerate() {
        for (column, &count) in cells.iter().enumerate() {
            if count > 0.0 {
                sum += count * libm::log(count * total / (rows[row] * columns[column]));
            }
        }
    }
    2.0 * sum
}

/// Log-likelihood of a difference between two texts: of `count` among `size` words and
/// `other_count` among `other_size`; 0 where both are as frequent.
///
/// Rayson and Garside 2000, *Comparing corpora using frequency profiling*: the expected
/// counts share the occurrences by the sizes of the texts.
pub fn keyness(count: f64, size: f64, other_count: f64, other_size: f64) -> f64 {
    let share = (count + other_count) / (size + other_size);
    let part = |observed: f64, size: f64| {
        if observed > 0.0 { observed * libm::log(observed / (size * share)) } else { 0.0 }
    };
    2.0 * (part(count, size) + part(other_count, other_size))
}

/// Pointwise mutual information in bits: the observed over the expected count (Church and Hanks 1990).
pub fn mutual_information(observed: f64, expected: f64) -> f64 {
    libm::log2(observed / expected)
}

/// logDice: 14 plus the binary logarithm of the Dice coefficient, 14 for words that only stand
/// together, and independent of the size of the text (Rychlý 2008, *A lexicographer-friendly association score*).
pub fn log_dice(together: f64, first: f64, second: f64) -> f64 {
    14.0 + libm::log2(2.0 * together / (first + second))
}

/// t-score: how surely a pair stands together more often than expected (Church and others 1991).
pub fn t_score(observed: f64, expected: f64) -> f64 {
    (observed - expected) / observed.sqrt()
}

/// Log ratio: the binary logarithm of the ratio of relative frequencies, with half
/// an occurrence in place of none (Hardie 2014, *Log Ratio: an informal introduction*).
pub fn log_ratio(count: f64, size: f64, other_count: f64, other_size: f64) -> f64 {
    let relative = |count: f64, size: f64| if count > 0.0 { count / size } else { 0.5 / size };
    libm::log2(relative(count, size) / relative(other_count, other_size))
}

/// %DIFF: the difference of relative frequencies in per cent of the other's; `None`
/// where the other has none (Gabrielatos and Marchi 2011).
pub fn percent_difference(count: f64, size: f64, other_count: f64, other_size: f64) -> Option<f64> {
    (other_count > 0.0).then(|| (count / size / (other_count / other_size) - 1.0) * 100.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn close(a: f64, b: f64) -> bool {
        (a - b).abs() < 1e-9
    }

    #[test]
    fn agree_with_values_by_hand() {
        // 10 of 100 against 20 of 1,000: 2 (10 ln(10/2.7273) + 20 ln(20/27.2727) + …).
        let table = [[10.0, 90.0], [20.0, 980.0]];
        let expected = 2.0
            * (10.0 * (10.0 * 1100.0 / (100.0 * 30.0_f64)).ln()
                + 90.0 * (90.0 * 1100.0 / (100.0 * 1070.0_f64)).ln()
                + 20.0 * (20.0 * 1100.0 / (1000.0 * 30.0_f64)).ln()
                + 980.0 * (980.0 * 1100.0 / (1000.0 * 1070.0_f64)).ln());
        assert!(close(log_likelihood(table), expected));
        assert!(close(log_likelihood([[10.0, 90.0], [100.0, 900.0]]), 0.0));
        assert!(close(mutual_information(8.0, 2.0), 2.0));
        assert!(close(log_dice(5.0, 5.0, 5.0), 14.0));
        assert!(close(log_dice(5.0, 10.0, 10.0), 13.0));
        assert!(close(t_score(4.0, 1.0), 1.5));
        assert!(close(log_ratio(8.0, 100.0, 10.0, 1000.0), 3.0));
        assert!(close(log_ratio(1.0, 100.0, 0.0, 100.0), 1.0));
        assert_eq!(percent_difference(2.0, 100.0, 1.0, 100.0), Some(100.0));
        assert_eq!(percent_difference(2.0, 100.0, 0.0, 100.0), None);
    }

    #[test]
    fn keyness_is_that_of_rayson_and_garside() {
        // E1 = 100 · 30 / 1,100, E2 = 1,000 · 30 / 1,100.
        let (e1, e2): (f64, f64) = (3000.0 / 1100.0, 30_000.0 / 1100.0);
        let expected = 2.0 * (10.0 * (10.0 / e1).ln() + 20.0 * (20.0 / e2).ln());
        assert!(close(keyness(10.0, 100.0, 20.0, 1000.0), expected));
        assert!((expected - 13.5795).abs() < 1e-3, "{expected}");
        assert!(close(keyness(10.0, 100.0, 100.0, 1000.0), 0.0));
        // All ten in the one text: 20 ln 2.
        assert!(close(keyness(10.0, 50.0, 0.0, 50.0), 20.0 * 2.0_f64.ln()));
        assert_eq!(keyness(0.0, 50.0, 0.0, 50.0), 0.0);
    }

    #[test]
    fn an_empty_cell_is_no_fault() {
        assert!(log_likelihood([[5.0, 0.0], [0.0, 5.0]]).is_finite());
        assert_eq!(log_likelihood([[0.0; 2]; 2]), 0.0);
    }
}

//! How sure a measure is, by drawing as many documents again and again (bootstrap, Efron 1979).

use crate::random::Random;

/// How often documents are drawn.
const DRAWS: usize = 1000;

/// What `measure` makes of each draw of `count` of as many documents, by their numbers.
pub fn draws<T>(count: usize, measure: impl Fn(&mut dyn Iterator<Item = usize>) -> T) -> Vec<T> {
    let mut random = Random::new(1);
    (0..DRAWS).map(|_| measure(&mut (0..count).map(|_| random.below(count as u64) as usize))).collect()
}

/// Between which values 95 of 100 draws lie.
pub fn interval(draws: impl Iterator<Item = f64>) -> (f64, f64) {
    let mut values: Vec<f64> = draws.collect();
    values.sort_unstable_by(f64::total_cmp);
    (values[DRAWS * 25 / 1000], values[DRAWS * 975 / 1000])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_mean_of_a_draw_is_near_that_of_all() {
        let values: Vec<f64> = (0..100).map(f64::from).collect();
        let mean = |drawn: &mut dyn Iterator<Item = usize>| drawn.map(|at| values[at]).sum::<f64>() / 100.0;
        let (least, most) = interval(draws(100, mean).into_iter());
        // 1.96 standard errors of 2.89 on both sides of 49.5.
        assert!((least - 43.8).abs() < 1.0 && (most - 55.2).abs() < 1.0, "{least} {most}");
    }
}

//! Order by numbers, for every kind of list.
//!
//! A sort of its own for each type costs about 3 KB of wasm; here all lists
//! share one, over pairs of a key and a place.

/// The list by falling key; equals keep their order.
pub fn by_falling<T>(list: Vec<T>, key: impl Fn(&T) -> u64) -> Vec<T> {
    by_rising(list, |item| !key(item))
}

/// The list by rising key; equals keep their order.
pub fn by_rising<T>(mut list: Vec<T>, key: impl Fn(&T) -> u64) -> Vec<T> {
    let keys = list.iter().enumerate().map(|(place, item)| (key(item), place)).collect();
    arrange(keys, &mut |one, other| list.swap(one, other));
    list
}

/// Puts the items of a list, of which these are the keys and places, in order by swapping two at a time.
fn arrange(mut keys: Vec<(u64, usize)>, swap: &mut dyn FnMut(usize, usize)) {
    keys.sort_unstable();
    for start in 0..keys.len() {
        // What belongs here is swapped in, what was here goes on to where that came from, until it is in its place.
        let mut at = start;
        loop {
            let from = std::mem::replace(&mut keys[at].1, at);
            if from == start {
                break;
            }
            swap(at, from);
            at = from;
        }
    }
}

/// The places of the `limit` highest keys, by falling key; equals in order of their places.
/// Of a long list it keeps no more than twice what is asked for.
pub fn highest(keys: impl Iterator<Item = (usize, u64)>, limit: usize) -> Vec<usize> {
    let mut best: Vec<(u64, usize)> = Vec::new();
    for (place, key) in keys {
        best.push((!key, place));
        if best.len() >= limit.saturating_mul(2).max(64) {
            best.sort_unstable();
            best.truncate(limit);
        }
    }
    best.sort_unstable();
    best.truncate(limit);
    best.into_iter().map(|(_, place)| place).collect()
}

/// A key in the order of whole numbers with a sign.
pub fn signed(value: i64) -> u64 {
    (value as u64) ^ (1 << 63)
}

/// A key in the order of floating-point numbers, as `f64::total_cmp` has it.
pub fn float(value: f64) -> u64 {
    let bits = value.to_bits();
    if bits >> 63 == 1 { !bits } else { bits | 1 << 63 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn falls_and_keeps_the_order_of_equals() {
        let list = vec![("a", 1), ("b", 3), ("c", 1), ("d", 2)];
        let names: Vec<_> = by_falling(list, |item| item.1).into_iter().map(|item| item.0).collect();
        assert_eq!(names, ["b", "d", "a", "c"]);
    }

    #[test]
    fn rises_and_keeps_the_order_of_equals() {
        let list = vec![("a", 1), ("b", 3), ("c", 1), ("d", 0)];
        let names: Vec<_> = by_rising(list, |item| item.1).into_iter().map(|item| item.0).collect();
        assert_eq!(names, ["d", "a", "c", "b"]);
    }

    #[test]
    fn the_highest_are_the_first_of_all_in_order() {
        let keys: Vec<u64> = (0..500).map(|at| at * 7919 % 101).collect();
        let all = by_falling((0..keys.len()).collect(), |&at| keys[at]);
        for limit in [0, 1, 20, 499, 500, usize::MAX] {
            let found = highest(keys.iter().copied().enumerate(), limit);
            assert_eq!(found, all[..limit.min(all.len())]);
        }
    }

    #[test]
    fn keys_have_the_order_of_their_values() {
        let whole = [i64::MIN, -7, 0, 7, i64::MAX];
        assert!(whole.windows(2).all(|pair| signed(pair[0]) < signed(pair[1])));
        let floats = [f64::NEG_INFINITY, -1.5, -0.0, 0.0, 1e-300, 2.5, f64::INFINITY];
        assert!(floats.windows(2).all(|pair| float(pair[0]) < float(pair[1])));
    }
}

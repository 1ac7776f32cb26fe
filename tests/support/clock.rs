//! Whether work takes time in proportion to its input, on a machine that others use too.

use std::fs;
use std::time::{Duration, Instant};

/// The longer of two inputs is so many times as long as the other.
const LONGER: usize = 4;

/// Work on the longer may take so many times as long: what is quadratic takes 16 times as long. Caches
/// and tables that grow cost a part of what is left.
const SLOWER: u32 = 7;

/// Less than this is taken for this: clocks are coarse.
const LEAST: Duration = Duration::from_millis(20);

/// Once more, if something else made it slow.
const TRIES: usize = 3;

/// Checks that `work` takes a time in proportion to its input, which `input` makes of about
/// a size, at a fourth of `size` and at `size`.
///
/// # Panics
///
/// If it takes longer, each time.
pub fn assert_linear<T>(name: &str, size: usize, input: impl Fn(usize) -> T, work: impl Fn(&T)) {
    let inputs = [input(size / LONGER), input(size)];
    let mut least = [Duration::MAX; 2];
    for _ in 0..TRIES {
        for (least, input) in least.iter_mut().zip(&inputs) {
            *least = time(|| work(input)).min(*least);
        }
        if least[1] < least[0].max(LEAST) * SLOWER {
            return;
        }
    }
    panic!("{name}: {:?} for {} bytes, {:?} for {size}", least[0], size / LONGER, least[1]);
}

/// The time that this thread computes for `work`; where the system does not tell, the time that goes by.
fn time(work: impl FnOnce()) -> Duration {
    let (start, computed) = (Instant::now(), computed());
    work();
    match (computed, self::computed()) {
        (Some(before), Some(after)) => after - before,
        _ => start.elapsed(),
    }
}

/// How long this thread has computed (Linux, proc(5)).
fn computed() -> Option<Duration> {
    let statistics = fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    statistics.split(' ').next()?.parse().ok().map(Duration::from_nanos)
}

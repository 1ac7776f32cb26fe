//! Times yake-rust, natively: reads a text from standard input and writes a line of JSON with the median of its
//! runs in milliseconds.

use std::hint::black_box;
use std::io::{self, Read};
use std::time::{Duration, Instant};

use yake_rust::{Config, StopWords, get_n_best};

/// As many phrases as the page and other libraries are asked for.
const PHRASES: usize = 20;

/// It runs for so long, and so often at least, as the libraries that are timed in Node.
const TIME: Duration = Duration::from_millis(400);
const RUNS: usize = 3;

fn main() -> io::Result<()> {
    let mut text = String::new();
    io::stdin().read_to_string(&mut text)?;
    let stop_words = StopWords::predefined("en").expect("a feature of the crate that Cargo.toml asks for");
    let config = Config::default();
    let run = || {
        let start = Instant::now();
        black_box(get_n_best(PHRASES, black_box(&text), &stop_words, &config));
        start.elapsed()
    };
    // The first is not counted: it compiles the regular expressions.
    run();
    let mut times = Vec::new();
    while times.len() < RUNS || times.iter().sum::<Duration>() < TIME {
        times.push(run());
    }
    times.sort_unstable();
    println!("{{\"milliseconds\":{}}}", times[times.len() / 2].as_secs_f64() * 1e3);
    Ok(())
}

//! Progress lines: what is being done, and how many seconds after the start.

use std::io::IsTerminal;
use std::sync::OnceLock;
use std::time::{Duration, Instant};

static STATE: OnceLock<State> = OnceLock::new();

struct State {
    start: Instant,
    verbose: bool,
    terminal: bool,
}

fn state() -> &'static State {
    STATE.get_or_init(|| State::new(false))
}

impl State {
    fn new(verbose: bool) -> Self {
        Self { start: Instant::now(), verbose, terminal: std::io::stderr().is_terminal() }
    }
}

/// Starts the clock. With `verbose`, tools write to the terminal instead of a log.
pub fn start(verbose: bool) {
    STATE.get_or_init(|| State::new(verbose));
}

/// Whether tools write to the terminal.
pub fn verbose() -> bool {
    state().verbose
}

/// Prints one line with the time since the start.
pub fn say(what: &str) {
    eprintln!("{}{}  {what}", clear(), clock(state().start.elapsed()));
}

/// Shows that `what` is still going on: redraws the line in a terminal, and prints
/// one each half minute elsewhere.
pub fn still(what: &str, since: Instant) {
    let seconds = since.elapsed().as_secs();
    if state().terminal {
        eprint!("{}{}  {what} … {seconds} s", clear(), clock(state().start.elapsed()));
    } else if seconds > 0 && seconds.is_multiple_of(30) {
        say(&format!("{what} … {seconds} s"));
    }
}

/// Removes the line that [`still`] drew.
pub fn clear_line() {
    eprint!("{}", clear());
}

fn clear() -> &'static str {
    if state().terminal { "\r\x1b[2K" } else { "" }
}

/// `[  7.1 s]`
fn clock(elapsed: Duration) -> String {
    format!("[{:>6.1} s]", elapsed.as_secs_f64())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_clock_keeps_its_width() {
        assert_eq!(clock(Duration::from_millis(7_140)), "[   7.1 s]");
        assert_eq!(clock(Duration::from_secs(715)), "[ 715.0 s]");
    }
}

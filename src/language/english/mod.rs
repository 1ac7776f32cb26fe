//! Rules of English.

mod calendar;
mod stem;
mod syllables;

pub use calendar::{DAYS, MONTHS};
pub use stem::stem;
pub use syllables::syllables;

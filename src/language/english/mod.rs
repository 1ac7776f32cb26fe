//! Rules of English.

mod stem;
mod syllables;

pub use stem::stem;
pub use syllables::syllables;

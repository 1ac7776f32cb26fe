//! Text analysis that runs where the reader is: keyword frequencies, sentence
//! statistics and entity highlights, in a browser by WebAssembly or natively.
//!
//! [`analyze`] turns a text into a [`Report`]; a [`Document`] is a text that is
//! edited, an [`Explorer`] one that is asked for words and their company. Data flows one way:
//!
//! ```text
//! text -> tokens -> { keywords, statistics, entities } -> report
//! ```
//!
//! and a module knows what is below it and nothing above. All offsets are
//! bytes; [`Report::with_offsets`] counts them as JavaScript or Python do.
//!
//! ```
//! use textlens::{Options, analyze, text::OffsetUnit};
//!
//! let text = "Kim met Shoigu in Pyongyang. “Warm and good,” said KCNA.";
//! let report = analyze(text, &Options::default())?;
//! assert_eq!(report.statistics.words, 10);
//! assert_eq!(report.sentences.len(), 2);
//! let javascript = report.with_offsets(text, OffsetUnit::Utf16);
//! assert_eq!(javascript.sentences[1].span.end, 56);
//! # Ok::<(), textlens::Error>(())
//! ```

mod analysis;
mod blocks;
pub mod classes;
pub mod compare;
mod document;
mod eights;
pub mod entities;
mod error;
mod explorer;
mod idle_capitals;
pub mod keywords;
pub mod language;
pub mod lexicon;
mod options;
mod order;
mod reading;
pub mod report;
pub mod statistics;
pub mod style;
pub mod summary;
pub mod text;
pub mod tokens;
#[cfg(target_arch = "wasm32")]
mod wasm;

#[cfg(feature = "english")]
pub use analysis::analyze;
pub use analysis::{analyze_with, find_entities_with};
pub use document::Document;
pub use error::Error;
pub use explorer::Explorer;
pub use options::{MAX_TEXT_BYTES, Options};
pub use reading::Reading;
pub use report::Report;

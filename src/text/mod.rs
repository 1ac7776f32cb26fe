//! What a text is made of: paragraphs, sentences, words, and how to count its offsets.
//!
//! [`uax29`] is the standard as it stands; the rest is tailored above it to
//! what readers and writers call a word, a sentence and a paragraph. All
//! offsets are bytes; [`OffsetMap`] translates them.

mod addresses;
mod chunks;
mod composition;
mod dictionary;
mod forms;
mod gap_verdicts;
mod gaps;
mod joined_lines;
mod list_marks;
mod lower_case;
mod normal_form;
mod offsets;
mod paragraphs;
mod parts;
mod points;
mod sentence_features;
mod sentence_model;
mod sentence_rules;
mod sentences;
mod span;
mod surroundings;
mod trails;
pub mod uax29;
mod words;

pub(crate) use addresses::{LONGEST_ADDRESS, address_len, may_be_address};
pub(crate) use composition::{composed, composed_length, decompose, has_parted_marks};
pub(crate) use dictionary::is_unspaced;
pub use dictionary::{Dictionary, by_dictionary};
pub(crate) use lower_case::{lower_case, lower_letters};
pub use normal_form::normal_form;
pub(crate) use normal_form::{normal_form_with, one_line};
pub use offsets::{Checkpoints, OffsetMap, OffsetUnit};
pub use paragraphs::paragraphs;
pub use sentence_features::SentenceFeatures;
pub use sentence_model::{ModelError, SentenceModel};
pub use sentence_rules::{Abbreviation, NoRules, Role, SentenceRules};
pub use sentences::{doubtful_gaps, sentences};
pub use span::Span;
pub(crate) use uax29::{is_stop, last_mark};
pub use words::{Piece, PieceKind, pieces};

//! What can be wrong with an input.

use std::fmt;

use crate::lexicon::pack::PackError;
use crate::text::OffsetUnit;

/// Why a text cannot be analysed or edited.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Error {
    /// More bytes than [`crate::MAX_TEXT_BYTES`].
    TooLong {
        /// Bytes of UTF-8 that the text has or would have.
        bytes: usize,
    },
    /// A range that is not one of the text.
    BadRange {
        /// Where it starts.
        start: usize,
        /// Where it ends.
        end: usize,
        /// The length of the text.
        length: usize,
        /// What the three numbers count.
        unit: OffsetUnit,
    },
    /// A language pack that cannot be read.
    Pack(PackError),
}

impl Error {
    /// A stable name for programs: `too-long`, `bad-range`, `bad-pack`.
    pub fn code(&self) -> &'static str {
        match self {
            Self::TooLong { .. } => "too-long",
            Self::BadRange { .. } => "bad-range",
            Self::Pack(_) => "bad-pack",
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLong { bytes } => {
                write!(f, "text of {bytes} bytes; at most {} can be analysed", crate::MAX_TEXT_BYTES)
            }
            Self::BadRange { start, end, length, unit } => {
                write!(
                    f,
                    "no range of the text: {start}..{end} in {} units; the text ends at {length}, \
                     and a range must not start after its end or cut a character",
                    unit.name()
                )
            }
            Self::Pack(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for Error {}

impl From<PackError> for Error {
    fn from(error: PackError) -> Self {
        Self::Pack(error)
    }
}

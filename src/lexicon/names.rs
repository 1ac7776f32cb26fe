//! The names pack: what is known of names.

use super::pack::{Pack, PackError};

/// Gazetteers of one language.
#[derive(Debug, Default)]
pub struct NameLexicon {}

impl NameLexicon {
    /// Reads the sections of a names pack.
    ///
    /// # Errors
    ///
    /// [`PackError::Malformed`] with the section and the line that is not as it should be.
    pub fn read(_pack: &Pack<'_>) -> Result<Self, PackError> {
        Ok(Self {})
    }
}

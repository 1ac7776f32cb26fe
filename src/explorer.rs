//! A text that is held with what was read from it.

use self_cell::self_cell;

use crate::error::Error;
use crate::lexicon::Packs;
use crate::options::Options;
use crate::reading::Reading;

/// What a [`Reading`] borrows from.
struct Source {
    text: String,
    packs: Packs,
}

/// A reading of a source: one lifetime for both of its borrows.
type ReadingOf<'s> = Reading<'s, 's>;

self_cell!(
    struct Held {
        owner: Source,
        #[covariant]
        dependent: ReadingOf,
    }
);

/// A text that is read once, kept, and asked many things: a [`Reading`] that
/// owns what it reads.
///
/// ```
/// use textlens::{Explorer, Options, keywords::Query, lexicon::Packs};
/// let explorer = Explorer::new(Packs::built_in().clone(), "An army of drones.".into(), &Options::default())?;
/// assert_eq!(explorer.reading().find(&Query::parse("[drone]").unwrap()).len(), 1);
/// # Ok::<(), textlens::Error>(())
/// ```
pub struct Explorer(Held);

impl Explorer {
    /// Reads `text` with what `packs` know of its language.
    ///
    /// # Errors
    ///
    /// [`Error::TooLong`] above [`crate::MAX_TEXT_BYTES`].
    pub fn new(packs: Packs, text: String, options: &Options) -> Result<Self, Error> {
        Held::try_new(Source { text, packs }, |source| Reading::new(&source.packs, &source.text, options))
            .map(Self)
    }

    /// The text.
    pub fn text(&self) -> &str {
        &self.0.borrow_owner().text
    }

    /// What was read from it, to be asked.
    pub fn reading(&self) -> &Reading<'_, '_> {
        self.0.borrow_dependent()
    }
}

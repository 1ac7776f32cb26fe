//! A pack that is read while it arrives.
//!
//! A network takes longer for a pack than its reading does: what is there of the names is read
//! while the rest is under way, so that little is left to do when the last byte comes.

use super::names::NameLexicon;
use super::pack::{Pack, PackError};

/// The pack's name says what is in it.
const NAMES: &str = ".names";

/// The beginning of a pack, or all of it, and what was read of its names.
#[derive(Debug, Default)]
pub struct Arrival {
    pub(super) bytes: Vec<u8>,
    /// So many sections are there, sound, and read if they are of names.
    pub(super) sections: usize,
    pub(super) names: NameLexicon,
}

impl Arrival {
    /// Takes the bytes that follow, and says whether the pack is there as a whole.
    ///
    /// # Errors
    ///
    /// [`PackError`] as soon as it is clear that this will be no sound pack.
    pub fn push(&mut self, bytes: &[u8]) -> Result<bool, PackError> {
        self.bytes.extend_from_slice(bytes);
        let pack = match Pack::begun(&self.bytes, self.sections) {
            Err(PackError::Truncated { .. }) => return Ok(false),
            begun => begun?,
        };
        let (sections, length) = (pack.sections.len(), pack.length);
        if pack.name.ends_with(NAMES) && sections > self.sections {
            self.names.read_on(&pack, self.sections)?;
        }
        self.sections = sections;
        let lacking = length - self.bytes.len();
        self.bytes.reserve_exact(lacking);
        Ok(lacking == 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::pack::{Section, write};
    use crate::lexicon::{Known, Packs, WordKey, english};

    /// The packs after `bytes` came in parts of so many bytes.
    fn arrived(bytes: &[u8], part: usize) -> Result<Packs, PackError> {
        let (mut packs, mut arrival) = (Packs::none(), Arrival::default());
        for part in bytes.chunks(part) {
            let is_last = part.as_ptr_range().end == bytes.as_ptr_range().end;
            assert_eq!(arrival.push(part)?, is_last);
        }
        packs.take(arrival)?;
        Ok(packs)
    }

    #[test]
    fn a_pack_in_parts_is_the_pack() {
        for (name, bytes) in english::packs() {
            let mut whole = Packs::none();
            whole.load(&bytes).unwrap();
            for part in [3001, 100_000, 500_000] {
                let packs = arrived(&bytes, part).unwrap();
                assert_eq!(packs.of("en", false), whole.of("en", false), "{name}");
                let Some(names) = packs.names("en") else { continue };
                assert!(names.get(WordKey::folded("France")).is(Known::COUNTRY));
                assert_eq!(
                    names.cluster(WordKey::folded("walked")),
                    whole.names("en").unwrap().cluster(WordKey::folded("walked"))
                );
                assert_eq!(names.model().unwrap().len(), whole.names("en").unwrap().model().unwrap().len());
            }
        }
    }

    #[test]
    fn every_part_may_be_a_byte_and_names_may_need_more_room() {
        let letters = || 'a'..='z';
        let words: String = letters().flat_map(|a| letters().map(move |b| format!("{a}{b}\n"))).collect();
        let section = |id, data| Section { id, licence: "MIT", data };
        let lists =
            [section("cities", words.as_bytes()), section("surnames", b"Zz\n"), section("events", b"Ab\n")];
        let packs = arrived(&write("en.names", "0", &lists), 1).unwrap();
        let known = |word| packs.names("en").unwrap().get(WordKey::folded(word));
        assert_eq!(known("aa"), Known::CITY);
        assert_eq!(known("zz"), Known::CITY.or(Known::SURNAME));
        assert_eq!(known("ab"), Known::CITY.or(Known::EVENT));
    }

    #[test]
    fn damage_is_told_as_soon_as_it_is_there_and_an_end_too_early_at_the_end() {
        let [_, (_, mut bytes)] = english::packs();
        let half = bytes.len() / 2;
        let mut arrival = Arrival::default();
        assert_eq!(arrival.push(&bytes[..half]), Ok(false));
        assert_eq!(Packs::none().take(arrival).unwrap_err(), PackError::Truncated { length: half });
        let at = half / 4;
        bytes[at] ^= 1;
        let error = Arrival::default().push(&bytes[..half]).unwrap_err();
        assert!(matches!(error, PackError::Damaged { .. }), "{error}");
        assert_eq!(Arrival::default().push(b"<!doctype html>"), Err(PackError::NotAPack));
        bytes[at] ^= 1;
        bytes.push(0);
        assert!(matches!(Arrival::default().push(&bytes), Err(PackError::Malformed { .. })));
    }
}

//! How frequent words are in a language at large.
//!
//! The section `frequencies` holds the commonest forms in alphabetical order,
//! front-coded: a count `n` (32 bits, little-endian), a count `k` of classes (one byte),
//! `k` bytes of what their frequency is, `n` bytes of how many bytes each form shares with
//! the one before, `n` bytes of class, and the rest of each form, parted by line feeds.
//! A class holds the forms between two ranks, the first the commonest; a frequency of
//! `f` is 10^(-f/10), tenths of a power of ten, fine enough to compare texts by.
//! Classes of a list by which vocabulary is measured end at the ranks 1,000, 2,000, 5,000 and 10,000.

use std::num::NonZeroU32;

use super::form_table::FormTable;
use super::pack::{PackError, malformed};

const SECTION: &str = "frequencies";

/// The commonest forms of a language, in normal form, with their relative frequencies.
#[derive(Debug, Default)]
pub struct FrequencyList {
    forms: FormTable,
    len: usize,
    /// The frequency of each class in tenths of a power of ten, and the rank of its last form.
    ranks: Vec<(u8, u32)>,
    /// How many bytes each form shares with the one before, and what it ends in, as they were read.
    shared: Box<[u8]>,
    endings: Box<str>,
}

/// What is known of a form: its class, and above that its place in the list, for what other
/// sections know of it, from 1 on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct CommonForm(NonZeroU32);

impl CommonForm {
    /// Forms that a list may have.
    const MOST: usize = (1 << 24) - 1;

    fn class(self) -> usize {
        (self.0.get() & 0xff) as usize
    }

    /// Its place in the list.
    pub fn place(self) -> usize {
        (self.0.get() >> 8) as usize - 1
    }
}

impl FrequencyList {
    /// Reads the section; an empty one is a list without words.
    ///
    /// # Errors
    ///
    /// [`PackError::Malformed`] when it is not as described above.
    pub fn read(data: &[u8]) -> Result<Self, PackError> {
        let Some((count, rest)) = data.split_first_chunk::<4>() else {
            return if data.is_empty() { Ok(Self::default()) } else { Err(malformed(SECTION, "no count")) };
        };
        let count = u32::from_le_bytes(*count) as usize;
        let (&kinds, rest) = rest.split_first().ok_or_else(|| malformed(SECTION, "cut off"))?;
        let tenths = rest.get(..kinds.into()).ok_or_else(|| malformed(SECTION, "cut off"))?;
        let rest = &rest[tenths.len()..];
        let mut ranks: Vec<(u8, u32)> = tenths.iter().map(|&tenths| (tenths, 0)).collect();
        let shared = rest.get(..count).ok_or_else(|| malformed(SECTION, "cut off"))?;
        let classes = rest.get(count..2 * count).ok_or_else(|| malformed(SECTION, "cut off"))?;
        let endings = std::str::from_utf8(&rest[2 * count..]).map_err(|_| malformed(SECTION, "not UTF-8"))?;
        if count > CommonForm::MOST {
            return Err(malformed(SECTION, "too many forms"));
        }
        let mut forms = FormTable::for_forms(count);
        let mut form: Vec<u8> = Vec::new();
        let mut rest = endings.bytes();
        for (place, (&shared, &class)) in (1..).zip(shared.iter().zip(classes)) {
            let shared = usize::from(shared);
            if place > 1 && rest.len() == 0 {
                return Err(malformed(SECTION, "fewer forms than counted"));
            }
            let is_within = form.get(shared).map_or(shared == form.len(), |&byte| byte & 0xC0 != 0x80);
            if !is_within {
                return Err(malformed(SECTION, "a form shares more than there is"));
            }
            form.truncate(shared);
            form.extend(rest.by_ref().take_while(|&byte| byte != b'\n'));
            ranks
                .get_mut(usize::from(class))
                .ok_or_else(|| malformed(SECTION, "a class without frequency"))?
                .1 += 1;
            forms.put(&form, place << 8 | u32::from(class));
        }
        let mut last = 0;
        for (_, rank) in &mut ranks {
            last += *rank;
            *rank = last;
        }
        Ok(Self { forms, len: count, ranks, shared: shared.into(), endings: endings.into() })
    }

    /// The frequency of `form` in tenths of a power of ten, without its sign; `None` when it is not among the commonest.
    pub fn class(&self, form: &str) -> Option<u8> {
        self.get(form).map(|form| self.class_of(form))
    }

    /// A rank that `form` does not exceed, exact where a band of 1,000, 2,000, 5,000 or 10,000 ends;
    /// `None` when it is not among the commonest.
    pub fn rank(&self, form: &str) -> Option<u32> {
        self.get(form).map(|form| self.rank_of(form))
    }

    /// Whether a class ends at `rank`, so that what is up to it can be told from what is beyond.
    pub fn parts_at(&self, rank: u32) -> bool {
        self.ranks.iter().any(|&(_, last)| last == rank)
    }

    /// The frequency of a form in tenths of a power of ten, without its sign.
    pub(crate) fn class_of(&self, form: CommonForm) -> u8 {
        self.ranks[form.class()].0
    }

    /// A rank that a form does not exceed.
    pub(crate) fn rank_of(&self, form: CommonForm) -> u32 {
        self.ranks[form.class()].1
    }

    /// How many forms it holds.
    pub fn len(&self) -> usize {
        self.len
    }

    /// Whether it holds none.
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// What is known of `form`; `None` when it is not among the commonest.
    pub(crate) fn get(&self, form: &str) -> Option<CommonForm> {
        NonZeroU32::new(self.forms.get(form.as_bytes())).map(CommonForm)
    }

    /// The same of the form that `word` is in lower case, so far as its letters are of ASCII.
    pub(crate) fn get_lower(&self, word: &str) -> Option<CommonForm> {
        NonZeroU32::new(self.forms.get_lower(word.as_bytes())).map(CommonForm)
    }

    /// The share of `form` among all words of the language; `None` when it is not among the commonest.
    pub fn relative(&self, form: &str) -> Option<f64> {
        self.class(form).map(relative)
    }

    /// Every form with its share, in the order of the list.
    pub fn iter(&self) -> impl Iterator<Item = (String, f64)> {
        let mut form = String::new();
        self.shared.iter().zip(self.endings.split('\n')).map(move |(&shared, ending)| {
            form.truncate(shared.into());
            form.push_str(ending);
            (form.clone(), self.relative(&form).unwrap_or_default())
        })
    }
}

fn relative(tenths: u8) -> f64 {
    libm::pow(10.0, -f64::from(tenths) / 10.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Packs;

    #[test]
    fn what_was_coded_is_read() {
        let list = FrequencyList::read(b"\x03\0\0\0\x02\x14\x1e\0\x03\x01\0\0\x01and\ny\ncat").unwrap();
        let forms: Vec<_> = list.iter().map(|(form, _)| form).collect();
        assert_eq!(forms, ["and", "andy", "acat"]);
        assert!((list.relative("andy").unwrap() - 0.01).abs() < 1e-15);
        assert_eq!(list.relative("bat"), None);
        assert_eq!(["and", "andy", "acat"].map(|form| list.rank(form)), [Some(2), Some(2), Some(3)]);
        let place = |form| list.get(form).map(CommonForm::place);
        assert_eq!((place("acat"), place("andy"), place("bat")), (Some(2), Some(1), None));
    }

    #[test]
    fn damage_is_an_error() {
        for data in [
            &b"\x01"[..],
            b"\x02\0\0\0",
            b"\x02\0\0\0\x01\x14\0",
            b"\x02\0\0\0\x01\x14\0\0\0\0one",
            b"\x01\0\0\0\x01\x14\x05\0one",
            b"\x01\0\0\0\x01\x14\0\x01one",
            b"\xff\xff\xff\xff",
        ] {
            assert!(FrequencyList::read(data).is_err(), "{data:?}");
        }
        assert!(FrequencyList::read(b"").unwrap().iter().next().is_none());
    }

    #[test]
    fn english_is_as_one_knows_it() {
        let list = Packs::built_in().words("en").unwrap().frequencies();
        assert_eq!(list.iter().count(), 25_000);
        let share = |word| list.relative(word).unwrap();
        assert!(share("the") > 0.03 && share("the") > share("war") && share("war") > share("missile"));
        for band in [1_000, 2_000, 5_000, 10_000] {
            assert_eq!(list.iter().filter(|(form, _)| list.rank(form) <= Some(band)).count(), band as usize);
        }
        assert!(list.iter().is_sorted_by(|a, b| a.0 < b.0));
        assert!(list.iter().all(|(form, _)| form.chars().all(|c| c.is_ascii_lowercase() || c == '\'')));
    }
}

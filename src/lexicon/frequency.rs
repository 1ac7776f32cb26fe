//! How frequent words are in a language at large.
//!
//! The section `frequencies` holds the commonest forms in alphabetical order,
//! front-coded: a count `n` (32 bits, little-endian), `n` bytes of how many
//! bytes each form shares with the one before, `n` bytes of class, and the rest
//! of each form, parted by line feeds. Class `c` is a relative frequency of
//! 10^(-c/10): tenths of a power of ten, fine enough to compare texts by.

use rustc_hash::FxHashMap;

use super::pack::PackError;

const SECTION: &str = "frequencies";

/// The commonest forms of a language, in normal form, with their relative frequencies.
#[derive(Debug, Default)]
pub struct FrequencyList {
    forms: FxHashMap<Box<str>, Form>,
}

/// What is known of a form.
#[derive(Clone, Copy, Debug)]
struct Form {
    class: u8,
    /// Its place in the list, for what other sections know of it.
    place: u32,
}

impl FrequencyList {
    /// Reads the section; an empty one is a list without words.
    ///
    /// # Errors
    ///
    /// [`PackError::Malformed`] when it is not as described above.
    pub fn read(data: &[u8]) -> Result<Self, PackError> {
        let Some((count, rest)) = data.split_first_chunk::<4>() else {
            return if data.is_empty() { Ok(Self::default()) } else { Err(malformed("no count")) };
        };
        let count = u32::from_le_bytes(*count) as usize;
        let shared = rest.get(..count).ok_or_else(|| malformed("cut off"))?;
        let class = rest.get(count..2 * count).ok_or_else(|| malformed("cut off"))?;
        let endings = std::str::from_utf8(&rest[2 * count..]).map_err(|_| malformed("not UTF-8"))?;
        let mut forms = FxHashMap::default();
        forms.reserve(count);
        let mut form = String::new();
        let mut endings = endings.split('\n');
        for (place, (&shared, &class)) in (0..).zip(shared.iter().zip(class)) {
            let ending = endings.next().ok_or_else(|| malformed("fewer forms than counted"))?;
            if !form.is_char_boundary(shared.into()) {
                return Err(malformed("a form shares more than there is"));
            }
            form.truncate(shared.into());
            form.push_str(ending);
            forms.insert(form.as_str().into(), Form { class, place });
        }
        Ok(Self { forms })
    }

    /// The class of `form`: see the head of this file; `None` when it is not among the commonest.
    pub fn class(&self, form: &str) -> Option<u8> {
        self.forms.get(form).map(|form| form.class)
    }

    /// The place of `form` in alphabetical order; `None` when it is not among the commonest.
    pub fn place(&self, form: &str) -> Option<usize> {
        self.forms.get(form).map(|form| form.place as usize)
    }

    /// How many forms it holds.
    pub fn len(&self) -> usize {
        self.forms.len()
    }

    /// Whether it holds none.
    pub fn is_empty(&self) -> bool {
        self.forms.is_empty()
    }

    /// The share of `form` among all words of the language; `None` when it is not among the commonest.
    pub fn relative(&self, form: &str) -> Option<f64> {
        self.class(form).map(relative)
    }

    /// Every form with its share, in alphabetical order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, f64)> {
        let mut forms: Vec<_> =
            self.forms.iter().map(|(text, form)| (&**text, relative(form.class))).collect();
        forms.sort_unstable_by_key(|&(form, _)| form);
        forms.into_iter()
    }
}

fn relative(class: u8) -> f64 {
    libm::pow(10.0, -f64::from(class) / 10.0)
}

fn malformed(what: &str) -> PackError {
    PackError::Malformed { section: SECTION.to_owned(), what: what.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Packs;

    #[test]
    fn what_was_coded_is_read() {
        let list = FrequencyList::read(b"\x03\0\0\0\0\x03\x01\x0a\x14\x1eand\ny\ncat").unwrap();
        let forms: Vec<_> = list.iter().map(|(form, _)| form).collect();
        assert_eq!(forms, ["acat", "and", "andy"]);
        assert!((list.relative("andy").unwrap() - 0.01).abs() < 1e-15);
        assert_eq!(list.relative("bat"), None);
        assert_eq!((list.place("acat"), list.place("andy"), list.place("bat")), (Some(2), Some(1), None));
    }

    #[test]
    fn damage_is_an_error() {
        for data in [
            &b"\x01"[..],
            b"\x02\0\0\0\0",
            b"\x02\0\0\0\0\0\0\0one",
            b"\x01\0\0\0\x05\0one",
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
        assert!(list.iter().all(|(form, _)| form.chars().all(|c| c.is_ascii_lowercase() || c == '\'')));
    }
}

//! Numbers under forms, of which only hashes are kept.
//!
//! The table is filled once, when a pack is read, by code that browsers have not yet made fast, and asked
//! for each form of a text. A place holds 32 bits of a form's hash and its number; with the place itself
//! that is 48 bits of 64 in a table of 25,000 forms.

use crate::eights::{HIGH, within};

/// Numbers by form.
#[derive(Debug)]
pub(super) struct FormTable {
    /// A power of two of places: [`FREE`], or the upper half of a hash and a number.
    places: Vec<u64>,
}

/// Nothing is here.
const FREE: u64 = 0;

impl Default for FormTable {
    fn default() -> Self {
        Self { places: vec![FREE; 2] }
    }
}

impl FormTable {
    /// A table that has room for `count` forms.
    pub fn for_forms(count: usize) -> Self {
        // Two thirds full at most, and never full.
        Self { places: vec![FREE; (count + count / 2 + 2).next_power_of_two()] }
    }

    /// The number of `form`; 0 where it has none.
    pub fn get(&self, form: &[u8]) -> u32 {
        self.places[self.place(hash(form, |bytes| bytes))] as u32
    }

    /// The number of the form that `word` is in lower case, so far as its letters are of ASCII.
    pub fn get_lower(&self, word: &[u8]) -> u32 {
        self.places[self.place(hash(word, lower))] as u32
    }

    /// Gives `form` a number, which is not 0, for no more forms than there is room for.
    pub fn put(&mut self, form: &[u8], number: u32) {
        let hash = hash(form, |bytes| bytes);
        let at = self.place(hash);
        self.places[at] = hash >> 32 << 32 | u64::from(number);
    }

    /// Where a hash stands, or would.
    #[inline]
    fn place(&self, hash: u64) -> usize {
        let last = self.places.len() - 1;
        let mut at = hash as usize & last;
        while self.places[at] != FREE && self.places[at] >> 32 != hash >> 32 {
            at = (at + 1) & last;
        }
        at
    }
}

/// A hash of bytes, eight in a step, each in this `case`: of eight or fewer no two of one length have the same.
#[inline]
fn hash(form: &[u8], case: impl Fn(u64) -> u64) -> u64 {
    /// 2⁶⁴ by the golden ratio (Knuth 1973).
    const SPREAD: u64 = 0x9e37_79b9_7f4a_7c15;
    let mix = |hash: u64, bytes: u64| {
        let mixed = (hash ^ case(bytes)).wrapping_mul(SPREAD);
        mixed ^ mixed >> 32
    };
    let length = (form.len() as u64).wrapping_mul(SPREAD);
    // The last eight are mixed last, whole.
    let eights = form.as_chunks::<8>().0.iter().take(form.len().saturating_sub(1) / 8);
    let start = eights.fold(length, |hash, &eight| mix(hash, u64::from_le_bytes(eight)));
    let last = match (form.last_chunk::<8>(), form.first_chunk::<4>(), form.last_chunk::<4>()) {
        (Some(&eight), ..) => u64::from_le_bytes(eight),
        (_, Some(&first), Some(&last)) => {
            u64::from(u32::from_le_bytes(first)) << 32 | u64::from(u32::from_le_bytes(last))
        }
        _ => form.iter().fold(0, |bytes, &byte| bytes << 8 | u64::from(byte)),
    };
    mix(start, last)
}

/// Eight bytes with the capitals of ASCII among them in lower case.
#[inline]
fn lower(bytes: u64) -> u64 {
    let capitals = within(bytes & !HIGH, b'A', b'Z') & !(bytes >> 7);
    bytes | capitals << 5
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_put_in_is_found_and_nothing_else() {
        for room in [0, 1, 2, 3, 10_000] {
            let mut table = FormTable::for_forms(room);
            let form = |number: u32| format!("{:1$}", number, number as usize % 20);
            (1..=room as u32).for_each(|number| table.put(form(number).as_bytes(), number + 1));
            (1..=room as u32).for_each(|number| table.put(form(number).as_bytes(), number));
            assert!((1..=room as u32).all(|number| table.get(form(number).as_bytes()) == number), "{room}");
            assert!((10_001..90_000).all(|number| table.get(form(number).as_bytes()) == 0), "{room}");
        }
        assert_eq!(FormTable::default().get(b"one"), 0);
    }

    #[test]
    fn capitals_are_as_small_letters_if_asked() {
        let word = "a@Z[`z{é1";
        for length in 1..30 {
            let word: String = word.chars().cycle().take(length).collect();
            let mut table = FormTable::for_forms(1);
            table.put(word.to_ascii_lowercase().as_bytes(), 7);
            assert_eq!(table.get_lower(word.as_bytes()), 7, "{word}");
            assert_eq!(table.get_lower(word.to_ascii_uppercase().as_bytes()), 7, "{word}");
            assert_eq!(table.get_lower(word.replace('a', "A@").as_bytes()), 0, "{word}");
        }
    }
}

//! Numbers under forms, of which only hashes are kept.
//!
//! The table is filled once, when a pack is read, by code that browsers have not yet made fast, and asked
//! for each form of a text. A place holds 32 bits of a form's hash and its number; with the place itself
//! that is 48 bits of 64 in a table of 25,000 forms.

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
        self.places[self.place(hash(form))] as u32
    }

    /// Gives `form` a number, which is not 0, for no more forms than there is room for.
    pub fn put(&mut self, form: &[u8], number: u32) {
        let hash = hash(form);
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

/// A hash of bytes, eight in a step: of eight or fewer no two of one length have the same.
#[inline]
fn hash(form: &[u8]) -> u64 {
    let mix = |hash: u64, bytes: u64| {
        let mixed = (hash ^ bytes).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        mixed ^ mixed >> 32
    };
    let (eights, rest) = form.as_chunks::<8>();
    let start = eights.iter().fold(form.len() as u64, |hash, &eight| mix(hash, u64::from_le_bytes(eight)));
    mix(start, rest.iter().fold(0, |bytes, &byte| bytes << 8 | u64::from(byte)))
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
}

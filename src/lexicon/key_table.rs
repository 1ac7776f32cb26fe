//! A table of values under keys that are hashes already.
//!
//! It is filled once, when a pack is read, by code that browsers have not yet made fast:
//! a step in it is a multiplication and a look, and there is nothing to be grown if the
//! number of keys is told.

use super::names::WordKey;

/// Values by key; what is not there is [`Default`].
#[derive(Debug)]
pub(super) struct KeyTable<V> {
    /// The keys, [`FREE`] where there is none: a power of two.
    keys: Vec<u64>,
    values: Vec<V>,
    /// How many keys there are.
    len: usize,
}

/// No key; one that is this is taken for [`INSTEAD`].
const FREE: u64 = 0;
const INSTEAD: u64 = 1;

/// The least number of places.
const LEAST: usize = 16;

impl<V> Default for KeyTable<V> {
    fn default() -> Self {
        Self { keys: Vec::new(), values: Vec::new(), len: 0 }
    }
}

impl<V: Copy + Default> KeyTable<V> {
    /// A table that has room for `count` keys.
    pub fn for_keys(count: usize) -> Self {
        // Two thirds full at most.
        let places = (count + count / 2 + 1).next_power_of_two().max(LEAST);
        Self { keys: vec![FREE; places], values: vec![V::default(); places], len: 0 }
    }

    /// The value under `key`.
    pub fn get(&self, key: WordKey) -> Option<V> {
        if self.keys.is_empty() {
            return None;
        }
        let at = self.place(number(key));
        (self.keys[at] != FREE).then(|| self.values[at])
    }

    /// The value under `key`, to be changed.
    pub fn entry(&mut self, key: WordKey) -> &mut V {
        if (self.len + 1) * 3 > self.keys.len() * 2 {
            self.grow();
        }
        let key = number(key);
        let at = self.place(key);
        self.len += usize::from(self.keys[at] == FREE);
        self.keys[at] = key;
        &mut self.values[at]
    }

    /// Where `key` stands, or would.
    #[inline]
    fn place(&self, key: u64) -> usize {
        let last = self.keys.len() - 1;
        let mut at = (key.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 32) as usize & last;
        while self.keys[at] != key && self.keys[at] != FREE {
            at = (at + 1) & last;
        }
        at
    }

    fn grow(&mut self) {
        let old = std::mem::replace(self, Self::for_keys(self.keys.len()));
        for (key, value) in old.keys.into_iter().zip(old.values).filter(|(key, _)| *key != FREE) {
            let at = self.place(key);
            (self.keys[at], self.values[at]) = (key, value);
        }
        self.len = old.len;
    }
}

/// The number under which `key` is kept.
fn number(key: WordKey) -> u64 {
    if key.bits() == FREE { INSTEAD } else { key.bits() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_put_in_is_found_and_nothing_else() {
        let key = |number: usize| WordKey::folded(&number.to_string());
        for room in [0, 10, 10_000] {
            let mut table = KeyTable::for_keys(room);
            for number in 0..10_000 {
                *table.entry(key(number)) += number;
                *table.entry(key(number)) += 1;
            }
            assert!((0..10_000).all(|number| table.get(key(number)) == Some(number + 1)), "{room}");
            assert!((10_000..20_000).all(|number| table.get(key(number)).is_none()), "{room}");
        }
        assert_eq!(KeyTable::<u8>::default().get(key(1)), None);
    }

    #[test]
    fn the_key_of_zero_is_a_key() {
        let mut table = KeyTable::default();
        assert_eq!(WordKey::default().bits(), FREE);
        *table.entry(WordKey::default()) = 7;
        assert_eq!(table.get(WordKey::default()), Some(7));
    }
}

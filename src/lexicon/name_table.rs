//! What is known of words and phrases, under their keys.
//!
//! The table is filled once, when a pack is read, by code that browsers have not yet made fast, and asked
//! some times for each form of a text: one number a key holds all, and the table is small enough to stay
//! close to the processor.

use super::known::Known;
use super::word_key::WordKey;

/// The words that are used as a word is, at three grains.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cluster {
    /// Of 1,024 clusters, plus one; 0 where there is none.
    pub fine: u16,
    /// Of about 128.
    pub middle: u8,
    /// Of about 24.
    pub coarse: u8,
}

/// Classes and clusters by key.
#[derive(Debug)]
pub(super) struct NameTable {
    /// A power of two of places: [`FREE`], or a tag, the number of a set of classes and that of a cluster.
    places: Vec<u64>,
    /// How many are taken.
    taken: usize,
    sets: ClassSets,
    /// The clusters; the first is that of words that have none.
    clusters: Vec<Cluster>,
}

/// Nothing is here: a key that is has classes or a cluster.
const FREE: u64 = 0;

/// Above is the tag, which tells keys apart that lead to one place. With the place that is 36 bits of a
/// key or more, 48 where there are as many places as English takes.
const TAG_AT: u32 = 32;

/// Above is the number of a set, below that of a cluster.
const SET_AT: u32 = 16;

/// The least number of places.
const LEAST: usize = 16;

/// There is no room for more: five of six places are taken, or the numbers for sets of classes or
/// for clusters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Full;

/// What that means.
pub(super) const FULL: &str = "more than there is room for";

impl Default for NameTable {
    fn default() -> Self {
        Self::with_places(LEAST)
    }
}

impl NameTable {
    /// A table of so many places or more.
    pub fn with_places(count: usize) -> Self {
        Self {
            places: vec![FREE; count.next_power_of_two().max(LEAST)],
            taken: 0,
            sets: ClassSets::default(),
            clusters: vec![Cluster::default()],
        }
    }

    /// How many places there are.
    pub fn places(&self) -> usize {
        self.places.len()
    }

    /// Whether no place may be taken any more.
    pub fn is_full(&self) -> bool {
        (self.taken + 1) * 6 > self.places.len() * 5
    }

    /// The classes under `key`.
    pub fn known(&self, key: WordKey) -> Known {
        self.sets.sets[usize::from(set_of(self.find(key)))]
    }

    /// The cluster under `key`, or that of words that have none.
    pub fn cluster(&self, key: WordKey) -> Cluster {
        self.clusters[usize::from(self.find(key) as u16)]
    }

    /// Whether there is something under `key`.
    pub fn contains(&self, key: WordKey) -> bool {
        set_of(self.find(key)) != 0
    }

    /// Adds classes to those under `key`.
    pub fn add(&mut self, key: WordKey, classes: Known) -> Result<(), Full> {
        let at = self.entry(key)?;
        let set = self.sets.with(set_of(self.places[at]), classes)?;
        self.places[at] = self.places[at] & !(0xFFFF << SET_AT) | u64::from(set) << SET_AT;
        Ok(())
    }

    /// Adds a cluster, and gives its number.
    pub fn new_cluster(&mut self, middle: u8, coarse: u8) -> Result<u16, Full> {
        let fine = u16::try_from(self.clusters.len()).map_err(|_| Full)?;
        self.clusters.push(Cluster { fine, middle, coarse });
        Ok(fine)
    }

    /// The same, and puts the cluster of this number under `key`.
    pub fn put(&mut self, key: WordKey, classes: Known, cluster: u16) -> Result<(), Full> {
        let at = self.entry(key)?;
        let place = self.places[at];
        let set = self.sets.with(set_of(place), classes)?;
        self.places[at] = place >> TAG_AT << TAG_AT | u64::from(set) << SET_AT | u64::from(cluster);
        Ok(())
    }

    /// What stands under `key`.
    #[inline]
    fn find(&self, key: WordKey) -> u64 {
        self.places[self.place(mixed(key))]
    }

    /// Where `key` stands; if it did not, there is nothing yet beside its tag.
    ///
    /// Not inlined: browsers make code faster that is called often.
    #[inline(never)]
    fn entry(&mut self, key: WordKey) -> Result<usize, Full> {
        let key = mixed(key);
        let at = self.place(key);
        if self.places[at] == FREE {
            if self.is_full() {
                return Err(Full);
            }
            self.taken += 1;
            self.places[at] = key << TAG_AT;
        }
        Ok(at)
    }

    /// Where a key stands, or would.
    #[inline]
    fn place(&self, key: u64) -> usize {
        let last = self.places.len() - 1;
        let mut at = (key >> TAG_AT) as usize & last;
        while self.places[at] != FREE && (self.places[at] >> TAG_AT) as u32 != key as u32 {
            at = (at + 1) & last;
        }
        at
    }
}

/// The bits of a key, each of the upper ones moved by all below.
fn mixed(key: WordKey) -> u64 {
    let mixed = key.bits().wrapping_mul(0x9e37_79b9_7f4a_7c15);
    mixed ^ mixed >> 32
}

/// The number of the set in a place.
fn set_of(place: u64) -> u16 {
    (place >> SET_AT) as u16
}

/// Sets of classes by number; there are some hundreds.
#[derive(Debug)]
struct ClassSets {
    /// The first is empty.
    sets: Vec<Known>,
    /// By set: which classes were added to it last, and the number of what they are together; apart for
    /// [`Known::PREFIX`], which is added in turn with others.
    last: Vec<[(Known, u16); 2]>,
}

impl Default for ClassSets {
    fn default() -> Self {
        Self { sets: vec![Known::NONE], last: vec![[(Known::NONE, 0); 2]] }
    }
}

impl ClassSets {
    /// The number of a set with more classes.
    fn with(&mut self, set: u16, classes: Known) -> Result<u16, Full> {
        let (last, with_last) = &mut self.last[usize::from(set)][usize::from(classes == Known::PREFIX)];
        if *last != classes {
            let all = self.sets[usize::from(set)].or(classes);
            let found = self.sets.iter().position(|&set| set == all);
            let number = u16::try_from(found.unwrap_or(self.sets.len())).map_err(|_| Full)?;
            (*last, *with_last) = (classes, number);
            if found.is_none() {
                self.sets.push(all);
                self.last.push([(Known::NONE, number); 2]);
            }
            return Ok(number);
        }
        Ok(*with_last)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(number: usize) -> WordKey {
        WordKey::folded(&number.to_string())
    }

    #[test]
    fn what_is_put_in_is_found_and_nothing_else() {
        let classes = [Known::CITY, Known::SURNAME, Known::PREFIX, Known::COMMON, Known::GIVEN];
        let mut table = NameTable::with_places(20_000);
        for number in 0..10_000 {
            table.add(key(number), classes[number % 5]).unwrap();
            table.add(key(number / 2), classes[number / 2 % 3]).unwrap();
            if number % 7 == 0 {
                let cluster = table.new_cluster(number as u8, 3).unwrap();
                table.put(key(number), Known::NONE, cluster).unwrap();
            }
        }
        for number in 0..10_000 {
            let more = if number < 5000 { classes[number % 3] } else { Known::NONE };
            assert_eq!(table.known(key(number)), classes[number % 5].or(more), "{number}");
            let fine = if number % 7 == 0 { number as u16 / 7 + 1 } else { 0 };
            assert_eq!(table.cluster(key(number)).fine, fine, "{number}");
            assert!(table.contains(key(number)));
        }
        assert_eq!(table.cluster(key(14)), Cluster { fine: 3, middle: 14, coarse: 3 });
        assert!((10_000..40_000).all(|number| table.find(key(number)) == FREE));
    }

    #[test]
    fn what_has_only_a_cluster_is_no_entry() {
        let mut table = NameTable::default();
        let cluster = table.new_cluster(1, 2).unwrap();
        table.put(key(1), Known::NONE, cluster).unwrap();
        assert!(!table.contains(key(1)));
        table.add(key(1), Known::CITY).unwrap();
        assert_eq!((table.known(key(1)), table.cluster(key(1)).middle), (Known::CITY, 1));
    }

    #[test]
    fn a_table_that_is_full_says_so() {
        let mut table = NameTable::with_places(64);
        let full = (0..).find(|&number| table.add(key(number), Known::CITY) == Err(Full));
        assert_eq!((full, table.is_full()), (Some(53), true));
        assert_eq!(table.add(key(0), Known::PLACE), Ok(()));
        for _ in 0..u16::MAX {
            table.new_cluster(0, 0).unwrap();
        }
        assert_eq!(table.new_cluster(0, 0), Err(Full));
    }
}

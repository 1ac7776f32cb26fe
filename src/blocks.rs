//! Lists of a long text that grow without moving.
//!
//! A `Vec` that doubles takes three times what is in it while it moves, and leaves holes in the memory
//! that little else fits into.

use std::ops::{Index, IndexMut};

/// Items of a block, all but the last of which are full.
const SIZE: usize = 1 << 10;

/// A list in blocks.
#[derive(Debug)]
pub struct Blocks<T>(Vec<Vec<T>>);

impl<T> Blocks<T> {
    /// Nothing yet.
    pub const fn new() -> Self {
        Self(Vec::new())
    }

    /// Adds an item.
    pub fn push(&mut self, item: T) {
        match self.0.last_mut() {
            Some(last) if last.len() < SIZE => last.push(item),
            _ => {
                let mut block = Vec::with_capacity(SIZE);
                block.push(item);
                self.0.push(block);
            }
        }
    }

    /// How many items there are.
    pub fn len(&self) -> usize {
        self.0.last().map_or(0, |last| (self.0.len() - 1) * SIZE + last.len())
    }

    /// The item with this index, if there is one.
    pub fn get(&self, index: usize) -> Option<&T> {
        self.0.get(index / SIZE)?.get(index % SIZE)
    }

    /// The same, to be changed.
    pub fn get_mut(&mut self, index: usize) -> Option<&mut T> {
        self.0.get_mut(index / SIZE)?.get_mut(index % SIZE)
    }

    /// The items in order.
    pub fn iter(&self) -> impl Iterator<Item = &T> {
        self.0.iter().flatten()
    }

    /// The items in one piece.
    pub fn into_vec(self) -> Vec<T> {
        let mut list = Vec::with_capacity(self.0.iter().map(Vec::len).sum());
        self.0.into_iter().for_each(|block| list.extend(block));
        list
    }
}

impl<T> Index<usize> for Blocks<T> {
    type Output = T;

    fn index(&self, index: usize) -> &T {
        &self.0[index / SIZE][index % SIZE]
    }
}

impl<T> IndexMut<usize> for Blocks<T> {
    fn index_mut(&mut self, index: usize) -> &mut T {
        &mut self.0[index / SIZE][index % SIZE]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_put_in_comes_out_in_order() {
        for count in [0, 1, SIZE - 1, SIZE, SIZE + 1, 5 * SIZE + 7] {
            let mut list = Blocks::new();
            for item in 0..count {
                list.push(item);
            }
            assert!(list.0.iter().all(|block| block.capacity() == SIZE));
            assert!(list.iter().copied().eq(0..count));
            assert_eq!((list.len(), list.get(count)), (count, None));
            assert!((0..count).all(|index| list.get_mut(index) == Some(&mut index.clone())));
            assert!(list.into_vec().into_iter().eq(0..count));
        }
    }
}

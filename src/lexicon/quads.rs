//! Four numbers, or eight smaller ones, side by side: a vector of 128 bits.
//!
//! As in [`super::lanes`], wasm is small and its vectors are therefore named; elsewhere
//! compilers make them of arrays.

use std::ops::{Add, AddAssign, Sub};

#[cfg(target_arch = "wasm32")]
use core::arch::wasm32::{
    i16x8_narrow_i32x4, i16x8_sub, i32x4, i32x4_add, i32x4_extend_high_i16x8, i32x4_extend_low_i16x8,
    i32x4_extract_lane, i32x4_max, i32x4_shuffle, i32x4_splat, i32x4_sub, u32x4, v128,
};

/// Four numbers side by side.
#[derive(Clone, Copy, Debug)]
pub struct Quad(Inner);

#[cfg(target_arch = "wasm32")]
type Inner = v128;
#[cfg(not(target_arch = "wasm32"))]
type Inner = [i32; 4];

/// Eight smaller numbers side by side.
#[derive(Clone, Copy, Debug)]
pub struct Octet(InnerOctet);

#[cfg(target_arch = "wasm32")]
type InnerOctet = v128;
#[cfg(not(target_arch = "wasm32"))]
type InnerOctet = [i16; 8];

#[cfg(target_arch = "wasm32")]
impl Octet {
    /// These eight, two a number: the first in its low half.
    #[inline(always)]
    pub const fn of_pairs([a, b, c, d]: [u32; 4]) -> Self {
        Self(u32x4(a, b, c, d))
    }

    /// These eight, each the nearest that there is place for.
    #[inline(always)]
    pub fn of_halves([first, last]: [Quad; 2]) -> Self {
        Self(i16x8_narrow_i32x4(first.0, last.0))
    }

    /// The first and the last four.
    #[inline(always)]
    pub fn halves(self) -> [Quad; 2] {
        [Quad(i32x4_extend_low_i16x8(self.0)), Quad(i32x4_extend_high_i16x8(self.0))]
    }
}

#[cfg(not(target_arch = "wasm32"))]
impl Octet {
    /// These eight, two a number: the first in its low half.
    pub fn of_pairs(pairs: [u32; 4]) -> Self {
        Self(std::array::from_fn(|at| (pairs[at / 2] >> (at % 2 * 16)) as i16))
    }

    /// These eight, each the nearest that there is place for.
    #[inline(always)]
    pub fn of_halves(halves: [Quad; 2]) -> Self {
        let clamped = |number: i32| number.clamp(i16::MIN.into(), i16::MAX.into()) as i16;
        Self(std::array::from_fn(|at| clamped(halves[at / 4].0[at % 4])))
    }

    /// The first and the last four.
    #[inline(always)]
    pub fn halves(self) -> [Quad; 2] {
        [0, 4].map(|start| Quad(std::array::from_fn(|at| i32::from(self.0[start + at]))))
    }
}

impl Sub for Octet {
    type Output = Self;

    #[cfg(target_arch = "wasm32")]
    #[inline(always)]
    fn sub(self, other: Self) -> Self {
        Self(i16x8_sub(self.0, other.0))
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn sub(self, other: Self) -> Self {
        Self(std::array::from_fn(|at| self.0[at].wrapping_sub(other.0[at])))
    }
}

#[cfg(target_arch = "wasm32")]
impl Quad {
    /// These four.
    #[inline(always)]
    pub const fn new([a, b, c, d]: [i32; 4]) -> Self {
        Self(i32x4(a, b, c, d))
    }

    /// The same four times.
    #[inline(always)]
    pub fn splat(number: i32) -> Self {
        Self(i32x4_splat(number))
    }

    /// The greater of the two at each place.
    #[inline(always)]
    pub fn max(self, other: Self) -> Self {
        Self(i32x4_max(self.0, other.0))
    }

    /// The greatest of the four, four times.
    #[inline(always)]
    pub fn greatest(self) -> Self {
        let pairs = i32x4_max(self.0, i32x4_shuffle::<2, 3, 0, 1>(self.0, self.0));
        Self(i32x4_max(pairs, i32x4_shuffle::<1, 0, 3, 2>(pairs, pairs)))
    }

    /// The four numbers.
    #[inline(always)]
    pub fn numbers(self) -> [i32; 4] {
        [
            i32x4_extract_lane::<0>(self.0),
            i32x4_extract_lane::<1>(self.0),
            i32x4_extract_lane::<2>(self.0),
            i32x4_extract_lane::<3>(self.0),
        ]
    }
}

#[cfg(target_arch = "wasm32")]
impl Add for Quad {
    type Output = Self;

    #[inline(always)]
    fn add(self, other: Self) -> Self {
        Self(i32x4_add(self.0, other.0))
    }
}

#[cfg(target_arch = "wasm32")]
impl Sub for Quad {
    type Output = Self;

    #[inline(always)]
    fn sub(self, other: Self) -> Self {
        Self(i32x4_sub(self.0, other.0))
    }
}

#[cfg(not(target_arch = "wasm32"))]
impl Quad {
    /// These four.
    pub const fn new(numbers: [i32; 4]) -> Self {
        Self(numbers)
    }

    /// The same four times.
    #[inline(always)]
    pub fn splat(number: i32) -> Self {
        Self([number; 4])
    }

    /// The greater of the two at each place.
    #[inline(always)]
    pub fn max(self, other: Self) -> Self {
        Self(std::array::from_fn(|at| self.0[at].max(other.0[at])))
    }

    /// The greatest of the four, four times.
    #[inline(always)]
    pub fn greatest(self) -> Self {
        let [a, b, c, d] = self.0;
        Self::splat(a.max(b).max(c.max(d)))
    }

    /// The four numbers.
    #[inline(always)]
    pub fn numbers(self) -> [i32; 4] {
        self.0
    }
}

#[cfg(not(target_arch = "wasm32"))]
impl Add for Quad {
    type Output = Self;

    #[inline(always)]
    fn add(self, other: Self) -> Self {
        Self(std::array::from_fn(|at| self.0[at].wrapping_add(other.0[at])))
    }
}

#[cfg(not(target_arch = "wasm32"))]
impl Sub for Quad {
    type Output = Self;

    #[inline(always)]
    fn sub(self, other: Self) -> Self {
        Self(std::array::from_fn(|at| self.0[at].wrapping_sub(other.0[at])))
    }
}

impl AddAssign for Quad {
    #[inline(always)]
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

impl Default for Octet {
    fn default() -> Self {
        Self::of_pairs([0; 4])
    }
}

impl Default for Quad {
    fn default() -> Self {
        Self::new([0; 4])
    }
}

impl PartialEq for Quad {
    fn eq(&self, other: &Self) -> bool {
        self.numbers() == other.numbers()
    }
}

impl Eq for Quad {}

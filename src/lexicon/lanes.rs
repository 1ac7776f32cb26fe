//! Eight words of 32 bits side by side: two vectors of 128 bits.
//!
//! Compilers make vectors of such loops where they are told to make fast code,
//! and branches where they see that a word has all bits or none, or are told to
//! make small code. In wasm, which is small, the vectors are therefore named.

/// So many words stand side by side.
pub const LANES: usize = 8;

#[cfg(target_arch = "wasm32")]
pub use vectors::Lanes;
#[cfg(not(target_arch = "wasm32"))]
pub use words::Lanes;

#[cfg(target_arch = "wasm32")]
mod vectors {
    use core::arch::wasm32::{
        i32x4, i32x4_le, i32x4_splat, u32x4_extract_lane, u32x4_splat, v128, v128_and, v128_any_true,
        v128_not, v128_or,
    };

    use super::LANES;

    /// Eight words side by side.
    #[derive(Clone, Copy, Debug)]
    pub struct Lanes(v128, v128);

    impl Lanes {
        /// All bits of all words.
        pub const FULL: Self = Self(i32x4(-1, -1, -1, -1), i32x4(-1, -1, -1, -1));

        /// All bits of the words whose values are at most `edge`, none of the others.
        #[inline(always)]
        pub fn at_most(values: &[i32; LANES], edge: i32) -> Self {
            let [a, b, c, d, e, f, g, h] = *values;
            let edge = i32x4_splat(edge);
            Self(i32x4_le(i32x4(a, b, c, d), edge), i32x4_le(i32x4(e, f, g, h), edge))
        }

        /// Whether it has all bits.
        #[inline(always)]
        pub fn is_full(self) -> bool {
            !v128_any_true(v128_not(v128_and(self.0, self.1)))
        }

        /// Takes the bits that are not in `stay` from the words that `within` does not have.
        #[inline(always)]
        pub fn strike(&mut self, within: Self, stay: u32) {
            let stay = u32x4_splat(stay);
            self.0 = v128_and(self.0, v128_or(within.0, stay));
            self.1 = v128_and(self.1, v128_or(within.1, stay));
        }

        /// The words.
        #[inline(always)]
        pub fn bits(&self) -> [u32; LANES] {
            let (a, b) = (self.0, self.1);
            [
                u32x4_extract_lane::<0>(a),
                u32x4_extract_lane::<1>(a),
                u32x4_extract_lane::<2>(a),
                u32x4_extract_lane::<3>(a),
                u32x4_extract_lane::<0>(b),
                u32x4_extract_lane::<1>(b),
                u32x4_extract_lane::<2>(b),
                u32x4_extract_lane::<3>(b),
            ]
        }
    }
}

#[cfg(not(target_arch = "wasm32"))]
mod words {
    use super::LANES;

    /// Eight words side by side.
    #[derive(Clone, Copy, Debug)]
    pub struct Lanes([u32; LANES]);

    impl Lanes {
        /// All bits of all words.
        pub const FULL: Self = Self([u32::MAX; LANES]);

        /// All bits of the words whose values are at most `edge`, none of the others.
        ///
        /// Not inlined, so that the compiler does not know that it is all bits or none.
        #[inline(never)]
        pub fn at_most(values: &[i32; LANES], edge: i32) -> Self {
            Self(std::array::from_fn(|lane| u32::from(values[lane] > edge).wrapping_sub(1)))
        }

        /// Whether it has all bits.
        pub fn is_full(self) -> bool {
            self.0 == Self::FULL.0
        }

        /// Takes the bits that are not in `stay` from the words that `within` does not have.
        #[inline(always)]
        pub fn strike(&mut self, within: Self, stay: u32) {
            for (word, within) in self.0.iter_mut().zip(within.0) {
                *word &= within | stay;
            }
        }

        /// The words.
        pub fn bits(&self) -> [u32; LANES] {
            self.0
        }
    }
}

//! Sums of weights, one for each class of words: sixteen numbers of 16 bits side by side.
//!
//! In wasm the vectors are named, as a compiler that is told to make small code makes none
//! of a loop, and the weights are kept as vectors, as it would read an array number by number.

use super::class_features::LANES;

#[cfg(target_arch = "wasm32")]
pub use vectors::{ClassSums, ClassWeights};
#[cfg(not(target_arch = "wasm32"))]
pub use words::{ClassSums, ClassWeights};

/// A sum and, for equals, how early its class comes: of the greatest the lane is read off.
/// A dozen rows of weights stay below 2 to the 11.
const LANE_BITS: u32 = LANES.trailing_zeros();

#[cfg(target_arch = "wasm32")]
mod vectors {
    use core::arch::wasm32::{
        i8x16, i16x8, i16x8_add, i16x8_extend_high_i8x16, i16x8_extend_low_i8x16, i16x8_extract_lane,
        i16x8_max, i16x8_shl, i64x2_extract_lane, v128,
    };

    use super::{LANE_BITS, LANES};

    /// Sixteen weights.
    #[derive(Clone, Copy, Debug)]
    pub struct ClassWeights(v128);

    impl ClassWeights {
        /// These sixteen.
        pub fn new([a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p]: [i8; LANES]) -> Self {
            Self(i8x16(a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p))
        }

        /// The weights.
        pub fn weights(self) -> [i8; LANES] {
            let halves = [i64x2_extract_lane::<0>(self.0), i64x2_extract_lane::<1>(self.0)];
            std::array::from_fn(|lane| (halves[lane / 8] >> (lane % 8 * 8)) as i8)
        }
    }

    /// Sixteen sums.
    #[derive(Clone, Copy, Debug)]
    pub struct ClassSums(v128, v128);

    impl ClassSums {
        /// Nothing added yet.
        pub const ZERO: Self = Self(i16x8(0, 0, 0, 0, 0, 0, 0, 0), i16x8(0, 0, 0, 0, 0, 0, 0, 0));

        /// Adds a row of weights.
        #[inline(always)]
        pub fn add(&mut self, weights: ClassWeights) {
            self.0 = i16x8_add(self.0, i16x8_extend_low_i8x16(weights.0));
            self.1 = i16x8_add(self.1, i16x8_extend_high_i8x16(weights.0));
        }

        /// The lane with the greatest sum; of equals the first.
        #[inline(always)]
        pub fn greatest(self) -> usize {
            let low = i16x8_add(i16x8_shl(self.0, LANE_BITS), i16x8(15, 14, 13, 12, 11, 10, 9, 8));
            let high = i16x8_add(i16x8_shl(self.1, LANE_BITS), i16x8(7, 6, 5, 4, 3, 2, 1, 0));
            let most = i16x8_max(low, high);
            let most = i16x8_extract_lane::<0>(most)
                .max(i16x8_extract_lane::<1>(most))
                .max(i16x8_extract_lane::<2>(most))
                .max(i16x8_extract_lane::<3>(most))
                .max(i16x8_extract_lane::<4>(most))
                .max(i16x8_extract_lane::<5>(most))
                .max(i16x8_extract_lane::<6>(most))
                .max(i16x8_extract_lane::<7>(most));
            LANES - 1 - (most as usize & (LANES - 1))
        }
    }
}

#[cfg(not(target_arch = "wasm32"))]
mod words {
    use super::{LANE_BITS, LANES};

    /// Sixteen weights.
    #[derive(Clone, Copy, Debug)]
    pub struct ClassWeights([i8; LANES]);

    impl ClassWeights {
        /// These sixteen.
        pub fn new(weights: [i8; LANES]) -> Self {
            Self(weights)
        }

        /// The weights.
        pub fn weights(self) -> [i8; LANES] {
            self.0
        }
    }

    /// Sixteen sums.
    #[derive(Clone, Copy, Debug)]
    pub struct ClassSums([i16; LANES]);

    impl ClassSums {
        /// Nothing added yet.
        pub const ZERO: Self = Self([0; LANES]);

        /// Adds a row of weights.
        #[inline]
        pub fn add(&mut self, weights: ClassWeights) {
            for (sum, weight) in self.0.iter_mut().zip(weights.0) {
                *sum += i16::from(weight);
            }
        }

        /// The lane with the greatest sum; of equals the first.
        #[inline]
        pub fn greatest(self) -> usize {
            let keys: [i16; LANES] =
                std::array::from_fn(|lane| (self.0[lane] << LANE_BITS) + (LANES - 1 - lane) as i16);
            let most = keys.into_iter().fold(i16::MIN, i16::max);
            LANES - 1 - (most as usize & (LANES - 1))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_greatest_sum_is_found_and_of_equals_the_first() {
        let mut state = 7_u32;
        for rows in 0..14 {
            let mut sums = ClassSums::ZERO;
            let mut plain = [0_i32; LANES];
            for _ in 0..rows {
                let weights: [i8; LANES] = std::array::from_fn(|_| {
                    state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                    [-127, 127, 3, (state >> 24) as i8][(state >> 16) as usize & 3]
                });
                sums.add(ClassWeights::new(weights));
                assert_eq!(ClassWeights::new(weights).weights(), weights);
                plain.iter_mut().zip(weights).for_each(|(sum, weight)| *sum += i32::from(weight));
            }
            let most = plain.iter().max();
            assert_eq!(Some(sums.greatest()), plain.iter().position(|sum| Some(sum) == most));
        }
    }
}

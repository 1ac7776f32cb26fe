//! Eight bytes looked at in one step: each is a byte of a number of 64 bits.

/// One in each byte.
pub const ONES: u64 = 0x0101_0101_0101_0101;

/// The high bit of each byte, which no byte of ASCII has.
pub const HIGH: u64 = 0x80 * ONES;

/// One in each byte, all of them of ASCII, that is from `first` to `last`.
#[inline]
pub fn within(bytes: u64, first: u8, last: u8) -> u64 {
    let from_first = bytes + u64::from(0x80 - first) * ONES;
    let beyond_last = bytes + u64::from(0x7F - last) * ONES;
    (from_first & !beyond_last) >> 7 & ONES
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_of_a_range_are_told_apart() {
        let bytes = u64::from_le_bytes(*b"@AZ[`az{");
        assert_eq!(within(bytes, b'A', b'Z').to_le_bytes(), [0, 1, 1, 0, 0, 0, 0, 0]);
        assert_eq!(within(bytes, b'a', b'z').to_le_bytes(), [0, 0, 0, 0, 0, 1, 1, 0]);
        assert_eq!(within(0x7F * ONES, 0, 0x7F), ONES);
    }
}

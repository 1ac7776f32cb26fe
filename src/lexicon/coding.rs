//! A binary arithmetic coder with adaptive probabilities, for the numbers of a model.
//!
//! The coder is a carry-less range coder on 32 bits. Each binary decision has
//! a context that learns how often it was 1; the sender and the reader learn alike.

/// What a context has learnt: the probability of a 0, in 1/65536.
#[derive(Clone, Copy, Debug)]
pub(super) struct Context(u16);

/// How slowly a context learns.
const RATE: u32 = 6;

/// Below this the range is renewed.
const SMALL: u32 = 1 << 24;

impl Default for Context {
    fn default() -> Self {
        Self(1 << 15)
    }
}

impl Context {
    /// Where the range is parted.
    fn bound(self, range: u32) -> u32 {
        (range >> 16) * u32::from(self.0)
    }

    fn learn(&mut self, bit: bool) {
        let p = u32::from(self.0);
        let next = if bit { p - (p >> RATE) } else { p + ((65_536 - p) >> RATE) };
        // Both stay possible.
        self.0 = next.clamp(64, 65_536 - 64) as u16;
    }
}

/// Writes decisions.
#[derive(Debug)]
pub(super) struct Encoder {
    low: u64,
    range: u32,
    /// Bytes that wait for a carry: the first, and how many 0xFF follow.
    held: Option<u8>,
    full: usize,
    out: Vec<u8>,
}

impl Encoder {
    /// A coder that has written nothing.
    pub fn new() -> Self {
        Self { low: 0, range: u32::MAX, held: None, full: 0, out: Vec::new() }
    }

    /// Writes a decision.
    pub fn bit(&mut self, context: &mut Context, bit: bool) {
        let bound = context.bound(self.range);
        if bit {
            self.low += u64::from(bound);
            self.range -= bound;
        } else {
            self.range = bound;
        }
        context.learn(bit);
        while self.range < SMALL {
            self.range <<= 8;
            self.shift();
        }
    }

    /// Passes the top byte on.
    fn shift(&mut self) {
        if self.low < 0xFF00_0000 || self.low > 0xFFFF_FFFF {
            let carry = (self.low >> 32) as u8;
            if let Some(held) = self.held {
                self.out.push(held.wrapping_add(carry));
            }
            let full = 0xFFu8.wrapping_add(carry);
            self.out.extend(std::iter::repeat_n(full, std::mem::take(&mut self.full)));
            self.held = Some((self.low >> 24) as u8);
        } else {
            self.full += 1;
        }
        self.low = (self.low & 0x00FF_FFFF) << 8;
    }

    /// All that was written.
    pub fn finish(mut self) -> Vec<u8> {
        for _ in 0..5 {
            self.shift();
        }
        self.out
    }
}

/// Reads decisions. After the end it reads zeros; [`Decoder::is_sound`] tells.
#[derive(Debug)]
pub(super) struct Decoder<'a> {
    bytes: &'a [u8],
    at: usize,
    range: u32,
    code: u32,
}

impl<'a> Decoder<'a> {
    /// Reads what an [`Encoder`] wrote.
    pub fn new(bytes: &'a [u8]) -> Self {
        let mut decoder = Self { bytes, at: 0, range: u32::MAX, code: 0 };
        for _ in 0..4 {
            decoder.shift();
        }
        decoder
    }

    fn shift(&mut self) {
        let byte = self.bytes.get(self.at).copied().unwrap_or(0);
        self.at += 1;
        self.code = self.code << 8 | u32::from(byte);
    }

    /// Reads a decision.
    pub fn bit(&mut self, context: &mut Context) -> bool {
        let bound = context.bound(self.range);
        let bit = self.code >= bound;
        if bit {
            self.code -= bound;
            self.range -= bound;
        } else {
            self.range = bound;
        }
        context.learn(bit);
        while self.range < SMALL {
            self.range <<= 8;
            self.shift();
        }
        bit
    }

    /// Whether just as many bytes were needed as there are.
    pub fn is_sound(&self) -> bool {
        self.at == self.bytes.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        let bits = |seed: u32| {
            let mut state = seed;
            (0..20_000).map(move |at| {
                state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                (state >> 24) < if at % 3 == 0 { 10 } else { 250 }
            })
        };
        for seed in 0..20 {
            let mut encoder = Encoder::new();
            let mut contexts = [Context::default(); 3];
            bits(seed).enumerate().for_each(|(at, bit)| encoder.bit(&mut contexts[at % 3], bit));
            let bytes = encoder.finish();
            assert!(bytes.len() < 700, "{} bytes", bytes.len());
            let mut decoder = Decoder::new(&bytes);
            let mut contexts = [Context::default(); 3];
            for (at, bit) in bits(seed).enumerate() {
                assert_eq!(decoder.bit(&mut contexts[at % 3]), bit, "{seed}: {at}");
            }
            assert!(decoder.is_sound());
        }
    }
}

//! An entropy coder for the numbers of a model, made to be read fast: asymmetric numeral
//! systems with ranges (rANS; Duda 2013, arXiv:1311.2540), on a state of 32 bits that is
//! renewed by 16.
//!
//! A symbol's probability stands in a [`Table`], which is written before what it codes: the
//! reader needs one look and one multiplication a symbol, and learns nothing on the way.

/// Probabilities are parts of `1 << SCALE_BITS`.
const SCALE_BITS: u32 = 10;

/// What the sizes of a table's symbols add up to.
const SCALE: usize = 1 << SCALE_BITS;

/// A table has so many symbols at most.
pub(super) const SYMBOLS: usize = 32;

/// Below this the state is renewed.
const LOW: u32 = 1 << 16;

/// The probabilities of symbols.
#[derive(Clone, Debug)]
pub(super) struct Table {
    /// By place in the scale: the symbol there, its size less one, and how far the place is from its begin,
    /// of 8, 12 and 12 bits.
    places: Vec<u32>,
    /// By symbol: where it begins in the scale, and its size.
    spans: [(u16, u16); SYMBOLS],
}

impl Table {
    /// A table of symbols that are met so often.
    ///
    /// # Panics
    ///
    /// If there are more than [`SYMBOLS`].
    pub fn of(counts: &[u32]) -> Self {
        assert!(counts.len() <= SYMBOLS, "{} symbols", counts.len());
        let mut sizes = [0; SYMBOLS];
        let total = counts.iter().map(|&count| u64::from(count)).sum::<u64>();
        for (size, &count) in sizes.iter_mut().zip(counts).filter(|(_, count)| **count > 0) {
            *size = (u64::from(count) * SCALE as u64 / total).max(1) as u16;
        }
        // The largest bears what rounding gives or takes; alone it has all, of nothing too.
        let most = (0..SYMBOLS).rev().max_by_key(|&symbol| sizes[symbol]).unwrap_or(0);
        let others = sizes.iter().sum::<u16>() - sizes[most];
        sizes[most] = SCALE as u16 - others;
        Self::of_sizes(&sizes).expect("sizes that add up")
    }

    /// A table of symbols of these sizes, if they add up.
    fn of_sizes(sizes: &[u16; SYMBOLS]) -> Option<Self> {
        if sizes.iter().map(|&size| usize::from(size)).sum::<usize>() != SCALE {
            return None;
        }
        let mut places = Vec::with_capacity(SCALE);
        let mut spans = [(0, 0); SYMBOLS];
        for (symbol, (&size, span)) in sizes.iter().zip(&mut spans).enumerate() {
            *span = (places.len() as u16, size);
            places.extend(
                (0..u32::from(size)).map(|at| (symbol as u32) << 24 | u32::from(size - 1) << 12 | at),
            );
        }
        Some(Self { places, spans })
    }

    /// Whether it has a symbol.
    pub fn has(&self, symbol: u8) -> bool {
        self.spans[usize::from(symbol)].1 > 0
    }

    /// Writes the table: its first symbol, how many follow, and their sizes.
    pub fn write(&self, out: &mut Vec<u8>) {
        let used = |&symbol: &usize| self.has(symbol as u8);
        let first = (0..SYMBOLS).find(used).unwrap_or(0);
        let last = (0..SYMBOLS).rfind(used).unwrap_or(0);
        out.extend([first as u8, (last - first) as u8]);
        for (_, size) in &self.spans[first..=last] {
            // Seven bits, and whether more follow.
            match size >> 7 {
                0 => out.push(*size as u8),
                more => out.extend([*size as u8 | 0x80, more as u8]),
            }
        }
    }

    /// Reads a table from the start of `bytes`, which then begin after it.
    pub fn read(bytes: &mut &[u8]) -> Option<Self> {
        let mut next = || {
            let (&byte, rest) = bytes.split_first()?;
            *bytes = rest;
            Some(usize::from(byte))
        };
        let (first, more) = (next()?, next()?);
        let mut sizes = [0; SYMBOLS];
        for size in sizes.get_mut(first..first + more + 1)? {
            let low = next()?;
            let high = if low & 0x80 == 0 { 0 } else { next()? << 7 };
            *size = (low & 0x7F | high) as u16;
        }
        Self::of_sizes(&sizes)
    }
}

/// Writes symbols.
#[derive(Debug, Default)]
pub(super) struct Encoder {
    /// Their places in the scale, and sizes.
    spans: Vec<(u16, u16)>,
}

impl Encoder {
    /// Writes a symbol by its table.
    ///
    /// # Panics
    ///
    /// If the table does not have it.
    pub fn symbol(&mut self, table: &Table, symbol: u8) {
        let span = table.spans[usize::from(symbol)];
        assert!(table.has(symbol), "no symbol {symbol}");
        self.spans.push(span);
    }

    /// Writes the low `count` bits of `value`, each as likely 0 as 1.
    pub fn bits(&mut self, count: u32, value: u32) {
        let size = 1 << (SCALE_BITS - count);
        self.spans.push(((value as u16 & ((1 << count) - 1)) * size, size));
    }

    /// All that was written.
    pub fn finish(self) -> Vec<u8> {
        let mut out = Vec::new();
        let mut state = LOW;
        // What is read first is written last.
        for &(start, size) in self.spans.iter().rev() {
            let (start, size) = (u32::from(start), u32::from(size));
            if u64::from(state) >= u64::from(size) << (32 - SCALE_BITS) {
                out.extend((state as u16).to_be_bytes());
                state >>= 16;
            }
            state = ((state / size) << SCALE_BITS) + state % size + start;
        }
        out.extend(state.to_be_bytes());
        out.reverse();
        out
    }
}

/// Reads symbols. Past the end it reads zeros; [`Decoder::is_sound`] tells.
#[derive(Debug)]
pub(super) struct Decoder<'a> {
    bytes: &'a [u8],
    at: usize,
    state: u32,
}

impl<'a> Decoder<'a> {
    /// Reads what an [`Encoder`] wrote.
    pub fn new(bytes: &'a [u8]) -> Self {
        let mut decoder = Self { bytes, at: 0, state: 0 };
        let low = decoder.next();
        decoder.state = decoder.next() << 16 | low;
        decoder
    }

    fn next(&mut self) -> u32 {
        let pair =
            self.bytes.get(self.at..self.at + 2).map_or(0, |pair| u16::from_le_bytes([pair[0], pair[1]]));
        self.at += 2;
        u32::from(pair)
    }

    /// Reads a symbol by its table.
    #[inline(always)]
    pub fn symbol(&mut self, table: &Table) -> u8 {
        let place = table.places[self.state as usize % SCALE];
        self.go_on((place >> 12 & 0xFFF) + 1, place & 0xFFF);
        (place >> 24) as u8
    }

    /// Reads `count` bits.
    #[inline(always)]
    pub fn bits(&mut self, count: u32) -> u32 {
        let place = self.state % SCALE as u32;
        let size = 1 << (SCALE_BITS - count);
        self.go_on(size, place % size);
        place / size
    }

    /// Leaves a symbol of this size behind, read at so many parts from where it begins.
    #[inline(always)]
    fn go_on(&mut self, size: u32, within: u32) {
        self.state = size * (self.state >> SCALE_BITS) + within;
        if self.state < LOW {
            self.state = self.state << 16 | self.next();
        }
    }

    /// Whether just as many bytes were needed as there are, and all were sound.
    pub fn is_sound(&self) -> bool {
        self.at == self.bytes.len() && self.state == LOW
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        for seed in 0..20 {
            let mut state: u32 = seed;
            let mut random = || {
                state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                state >> 16
            };
            // Small symbols are frequent; 3 to 20 are met at all.
            let symbols: Vec<u8> =
                (0..20_000).map(|_| ((random() % 18 * (random() % 65_536)) >> 16) as u8 + 3).collect();
            let mut counts = [0; SYMBOLS];
            symbols.iter().for_each(|&symbol| counts[usize::from(symbol)] += 1);
            let table = Table::of(&counts);
            let mut encoder = Encoder::default();
            for &symbol in &symbols {
                encoder.symbol(&table, symbol);
                encoder.bits(3, symbol.into());
            }
            let mut bytes = Vec::new();
            table.write(&mut bytes);
            let start = bytes.len();
            assert!(start < 2 + 2 * SYMBOLS);
            bytes.extend(encoder.finish());
            let entropy: f64 = counts
                .iter()
                .filter(|&&count| count > 0)
                .map(|&count| -f64::from(count) * (f64::from(count) / symbols.len() as f64).log2())
                .sum();
            let ideal = (entropy + 3.0 * symbols.len() as f64) / 8.0;
            let length = (bytes.len() - start) as f64;
            assert!(length < ideal * 1.005 + 8.0, "{length} bytes, {ideal}");
            let mut rest = &bytes[..];
            let table = Table::read(&mut rest).unwrap();
            let mut decoder = Decoder::new(rest);
            for &symbol in &symbols {
                assert_eq!(decoder.symbol(&table), symbol);
                assert_eq!(decoder.bits(3), u32::from(symbol) % 8);
            }
            assert!(decoder.is_sound());
        }
    }

    #[test]
    fn tables_of_one_symbol_and_of_none_are_tables() {
        for counts in [&[0, 7][..], &[0, 0], &[]] {
            let mut bytes = Vec::new();
            Table::of(counts).write(&mut bytes);
            let mut rest = &bytes[..];
            assert!(Table::read(&mut rest).is_some() && rest.is_empty());
        }
    }

    #[test]
    fn a_table_that_does_not_add_up_is_none() {
        let mut bytes = Vec::new();
        Table::of(&[1, 2, 3]).write(&mut bytes);
        for cut in 0..bytes.len() {
            assert!(Table::read(&mut &bytes[..cut]).is_none());
        }
        bytes[2] ^= 1;
        assert!(Table::read(&mut &bytes[..]).is_none());
        assert!(Table::read(&mut &[30, 9, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0][..]).is_none());
    }
}

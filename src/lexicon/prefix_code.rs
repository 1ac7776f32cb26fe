//! Numbers of a model as words of a few bits, the more frequent the shorter: a prefix code (Huffman
//! 1952) of words of limited length, made to be read fast.
//!
//! The lengths of a [`Code`]'s words are written before what it codes; the words follow from them, and
//! a reader needs one look a symbol in a [`Table`]. Browsers run what is read once as they find it, not
//! yet made fast: what counts is that little is done.

/// Words have so many bits at most.
const LONGEST: usize = 10;

/// A table has so many places: one for all that may come next.
const PLACES: usize = 1 << LONGEST;

/// The bits that the length of a word takes.
const LENGTH_BITS: u32 = 4;

/// A code has so many symbols at most: with the length of its word, one has place in 16 bits.
const MOST_SYMBOLS: usize = 1 << (u16::BITS - LENGTH_BITS);

/// By what may come next: the symbol that it begins with and, in the low bits, the length of its word.
pub(super) type Table = [u16; PLACES];

/// Words for symbols.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Code {
    /// By symbol: how many bits its word has, 0 if it has none.
    lengths: Vec<u8>,
}

impl Code {
    /// The code that is the shortest for symbols that are met so often.
    ///
    /// # Panics
    ///
    /// If there are fewer than two symbols, or too many.
    pub fn of(counts: &[u32]) -> Self {
        assert!((2..=MOST_SYMBOLS).contains(&counts.len()), "{} symbols", counts.len());
        // The word of one symbol alone would have no bit.
        let met = counts.iter().filter(|count| **count > 0).count();
        let mut lacking = 2usize.saturating_sub(met);
        let mut symbols: Vec<Package> = Vec::new();
        for (symbol, &count) in counts.iter().enumerate() {
            if count > 0 || lacking > 0 {
                lacking -= usize::from(count == 0);
                symbols.push((count.into(), vec![symbol]));
            }
        }
        let mut lengths = vec![0; counts.len()];
        shortest(symbols).into_iter().for_each(|symbol| lengths[symbol] += 1);
        Self { lengths }
    }

    /// Writes the lengths of the words, each with the number of symbols without a word before it.
    pub fn write(&self, out: &mut Vec<u8>) {
        let used = self.lengths.iter().rposition(|&length| length > 0).map_or(0, |last| last + 1);
        let mut skipped = 0;
        for &length in &self.lengths[..used] {
            if length == 0 && skipped < u8::MAX >> LENGTH_BITS {
                skipped += 1;
            } else {
                out.push(skipped << LENGTH_BITS | length);
                skipped = 0;
            }
        }
    }

    /// Reads the code of so many symbols from the start of `bytes`, which then begin after it.
    pub fn read(symbols: usize, bytes: &mut &[u8]) -> Option<Self> {
        let mut lengths = vec![0; symbols];
        let (mut symbol, mut free) = (0, PLACES);
        while free > 0 {
            let (&byte, rest) = bytes.split_first()?;
            *bytes = rest;
            symbol += usize::from(byte >> LENGTH_BITS);
            let length = byte % (1 << LENGTH_BITS);
            *lengths.get_mut(symbol)? = length;
            if length > 0 {
                free = free.checked_sub(PLACES.checked_shr(length.into()).filter(|&places| places > 0)?)?;
            }
            symbol += 1;
        }
        Some(Self { lengths })
    }

    /// The table by which its words are read.
    pub fn table(&self) -> Table {
        let mut table = [0; PLACES];
        self.words(|symbol, word, length| {
            let place = (symbol << LENGTH_BITS) as u16 | length as u16;
            table[usize::from(word)..].iter_mut().step_by(1 << length).for_each(|free| *free = place);
        });
        table
    }

    /// Gives each symbol, its word and its length to `found`. Words are told apart from their lowest bit on;
    /// with their bits turned round, those of a length follow each other, after those that are shorter.
    fn words(&self, mut found: impl FnMut(usize, u16, usize)) {
        let mut counts = [0; LONGEST + 1];
        self.lengths.iter().for_each(|&length| counts[usize::from(length)] += 1);
        let mut next = [0u16; LONGEST + 1];
        for length in 2..=LONGEST {
            next[length] = (next[length - 1] + counts[length - 1]) << 1;
        }
        for (symbol, &length) in self.lengths.iter().enumerate().filter(|(_, length)| **length > 0) {
            let word = &mut next[usize::from(length)];
            found(symbol, word.reverse_bits() >> (u16::BITS - u32::from(length)), length.into());
            *word += 1;
        }
    }
}

/// A weight, and symbols that have it together.
type Package = (u64, Vec<usize>);

/// Each of `symbols` as often as the best word for it has bits, none having more than [`LONGEST`]
/// (package-merge; Larmore and Hirschberg 1990).
fn shortest(mut symbols: Vec<Package>) -> Vec<usize> {
    symbols.sort();
    let mut packages: Vec<Package> = Vec::new();
    for _ in 0..LONGEST {
        let pairs = packages
            .chunks_exact(2)
            .map(|pair| (pair[0].0 + pair[1].0, [&pair[0].1[..], &pair[1].1].concat()));
        packages = symbols.iter().cloned().chain(pairs).collect();
        packages.sort_by_key(|&(weight, _)| weight);
    }
    packages.into_iter().take(2 * symbols.len() - 2).flat_map(|(_, symbols)| symbols).collect()
}

/// Writes symbols and bits.
#[derive(Debug, Default)]
pub(super) struct BitWriter {
    bytes: Vec<u8>,
    /// Bits that fill no byte yet, and how many.
    rest: u64,
    count: u32,
}

impl BitWriter {
    /// The low `count` bits of `value`, 32 at most.
    pub fn bits(&mut self, count: u32, value: u32) {
        self.rest |= (u64::from(value) % (1 << count)) << self.count;
        self.count += count;
        while self.count >= 8 {
            self.bytes.push(self.rest as u8);
            self.rest >>= 8;
            self.count -= 8;
        }
    }

    /// All that was written, the last byte filled with zeros.
    pub fn finish(mut self) -> Vec<u8> {
        if self.count > 0 {
            self.bytes.push(self.rest as u8);
        }
        self.bytes
    }
}

/// The words of a code by symbol, for writing.
#[derive(Debug)]
pub(super) struct Words(Vec<(u16, usize)>);

impl Words {
    /// Those of `code`.
    pub fn of(code: &Code) -> Self {
        let mut words = vec![(0, 0); code.lengths.len()];
        code.words(|symbol, word, length| words[symbol] = (word, length));
        Self(words)
    }

    /// Writes a symbol.
    ///
    /// # Panics
    ///
    /// If it has no word.
    pub fn write(&self, symbol: usize, out: &mut BitWriter) {
        let (word, length) = self.0[symbol];
        assert!(length > 0, "no symbol {symbol}");
        out.bits(length as u32, word.into());
    }
}

/// Reads symbols and bits. Past the end it reads zeros; [`BitReader::is_sound`] tells.
#[derive(Debug)]
pub(super) struct BitReader<'a> {
    bytes: &'a [u8],
    /// How many bits were read.
    at: usize,
}

/// Of what comes next, as much as is read at once.
#[derive(Debug)]
pub(super) struct Window {
    bits: u64,
    used: usize,
}

impl<'a> BitReader<'a> {
    /// Reads what a [`BitWriter`] wrote.
    pub fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, at: 0 }
    }

    /// Reads with `read`, which takes no more than 57 bits.
    #[inline(always)]
    pub fn take<T>(&mut self, read: impl FnOnce(&mut Window) -> T) -> T {
        let start = self.at / 8;
        let bits = match self.bytes.get(start..).and_then(<[u8]>::first_chunk) {
            Some(&bytes) => u64::from_le_bytes(bytes),
            None => self.last(start),
        };
        let mut window = Window { bits: bits >> (self.at % 8), used: 0 };
        let taken = read(&mut window);
        self.at += window.used;
        taken
    }

    #[cold]
    #[inline(never)]
    fn last(&self, start: usize) -> u64 {
        let rest = self.bytes.get(start..).unwrap_or_default();
        rest.iter().rev().fold(0, |bits, &byte| bits << 8 | u64::from(byte))
    }

    /// Whether just as many bytes were needed as there are.
    pub fn is_sound(&self) -> bool {
        self.at.div_ceil(8) == self.bytes.len()
    }
}

impl Window {
    /// Reads a symbol by its table.
    #[inline(always)]
    pub fn symbol(&mut self, table: &Table) -> usize {
        let place = table[self.bits as usize % PLACES];
        let length = usize::from(place) % (1 << LENGTH_BITS);
        self.bits >>= length;
        self.used += length;
        usize::from(place >> LENGTH_BITS)
    }

    /// Reads `count` bits.
    #[inline(always)]
    pub fn bits(&mut self, count: u32) -> u32 {
        let bits = self.bits as u32 % (1 << count);
        self.bits >>= count;
        self.used += count as usize;
        bits
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Numbers as good as random, the same for the same seed.
    fn random(mut state: u32) -> impl FnMut() -> usize {
        move || {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (state >> 16) as usize
        }
    }

    #[test]
    fn what_is_written_is_read_and_takes_little_more_than_it_must() {
        for seed in 0..20 {
            let mut random = random(seed);
            // Small symbols are frequent; some are not met at all.
            let symbols: Vec<usize> = (0..20_000).map(|_| random() % 18 * (random() % 30) / 3 + 3).collect();
            let mut counts = [0; 300];
            symbols.iter().for_each(|&symbol| counts[symbol] += 1);
            let code = Code::of(&counts);
            let (mut bytes, words, mut writer) = (Vec::new(), Words::of(&code), BitWriter::default());
            code.write(&mut bytes);
            let start = bytes.len();
            for &symbol in &symbols {
                words.write(symbol, &mut writer);
                writer.bits(3, symbol as u32);
            }
            bytes.extend(writer.finish());
            let met = counts.iter().filter(|count| **count > 0);
            let entropy =
                met.map(|&count| -f64::from(count) * (f64::from(count) / symbols.len() as f64).log2());
            let ideal = (entropy.sum::<f64>() + 3.0 * symbols.len() as f64) / 8.0;
            let length = (bytes.len() - start) as f64;
            assert!(length > ideal && length < ideal * 1.01, "{length} bytes, {ideal}");
            let mut rest = &bytes[..];
            let read = Code::read(300, &mut rest).unwrap();
            assert_eq!(read, code);
            let (table, mut reader) = (read.table(), BitReader::new(rest));
            for &symbol in &symbols {
                let read = reader.take(|window| (window.symbol(&table), window.bits(3)));
                assert_eq!(read, (symbol, symbol as u32 % 8));
            }
            assert!(reader.is_sound());
            reader.take(|window| window.bits(8));
            assert!(!reader.is_sound());
        }
    }

    #[test]
    fn no_word_is_too_long_and_all_places_are_taken() {
        // Lengths that Huffman's code would have: 1, 2, 3 and so on.
        let counts: Vec<u32> = (0..30).map(|symbol| 1 << symbol).collect();
        let code = Code::of(&counts);
        assert_eq!(code.lengths.iter().max(), Some(&(LONGEST as u8)));
        assert!(code.table().iter().all(|&place| place % (1 << LENGTH_BITS) > 0));
        assert_eq!(code.lengths[29], 1);
    }

    #[test]
    fn codes_of_one_symbol_and_of_none_are_codes() {
        for counts in [&[0, 7, 0][..], &[0, 0], &[5, 0], &[0; 1000]] {
            let (mut bytes, code) = (Vec::new(), Code::of(counts));
            code.write(&mut bytes);
            assert_eq!(Code::read(counts.len(), &mut &bytes[..]), Some(code));
        }
    }

    #[test]
    fn lengths_that_do_not_add_up_are_no_code() {
        let mut bytes = Vec::new();
        Code::of(&[1, 2, 3, 0, 9]).write(&mut bytes);
        assert!(Code::read(5, &mut &bytes[..]).is_some());
        for cut in 0..bytes.len() {
            assert_eq!(Code::read(5, &mut &bytes[..cut]), None);
        }
        assert_eq!(Code::read(4, &mut &bytes[..]), None, "too few symbols");
        assert_eq!(Code::read(5, &mut &[1, 2, 1][..]), None, "too many words");
        assert_eq!(Code::read(5, &mut &[1, 11][..]), None, "too long a word");
        assert_eq!(Code::read(5, &mut &[0xF0; 9][..]), None, "no words");
    }
}

//! The container in which a language pack travels.
//!
//! A pack is a magic number, a format version, the pack's name, the version
//! of textlens that built it, and sections. A section is an id, the licence
//! of its contents, a length and a hash; the contents follow the directory in
//! the same order, after a hash of all that stands before them. All numbers are little-endian. A reader checks everything
//! before it believes anything, so a truncated or foreign file is an error.

use std::fmt;

const MAGIC: &[u8; 4] = b"TXLP";
const FORMAT: u16 = 2;

/// Bytes of the longest pack that is read, many times those of any: room is made for as many as are announced.
const LONGEST: usize = 64 << 20;

/// A part of a pack that is to be written.
#[derive(Clone, Copy, Debug)]
pub struct Section<'a> {
    /// What it is, unique in its pack.
    pub id: &'a str,
    /// SPDX expression of the contents' licence.
    pub licence: &'a str,
    /// The contents.
    pub data: &'a [u8],
}

/// A pack that was read and found sound.
#[derive(Debug)]
pub struct Pack<'a> {
    /// Language and kind: `en.words`.
    pub name: &'a str,
    /// The version of textlens that built it.
    pub version: &'a str,
    /// How many bytes the whole file has, as its directory says.
    pub length: usize,
    /// The parts, in order.
    pub sections: Vec<Section<'a>>,
    bytes: &'a [u8],
}

/// What is wrong with the bytes that were to be a pack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PackError {
    /// The bytes do not start as a pack does.
    NotAPack,
    /// A format that this version does not read.
    Format(u16),
    /// The file ends before its contents do.
    Truncated {
        /// How many bytes there are.
        length: usize,
    },
    /// Contents that differ from what was written.
    Damaged {
        /// The section's id.
        section: String,
    },
    /// A name or text in the pack is not UTF-8 or not as this version expects it.
    Malformed {
        /// Where.
        section: String,
        /// What is wrong.
        what: String,
    },
    /// A pack that this version has no use for.
    Unknown {
        /// The pack's name.
        name: String,
    },
}

impl fmt::Display for PackError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotAPack => write!(f, "not a textlens language pack: it does not start with \"TXLP\""),
            Self::Format(found) => {
                write!(f, "language pack of format {found}, this version reads format {FORMAT}")
            }
            Self::Truncated { length } => write!(f, "language pack cut off after {length} bytes"),
            Self::Damaged { section } => write!(f, "language pack damaged in section {section:?}"),
            Self::Malformed { section, what } => write!(f, "language pack: section {section:?}: {what}"),
            Self::Unknown { name } => write!(f, "language pack {name:?} is not one that this version uses"),
        }
    }
}

impl std::error::Error for PackError {}

/// Writes a pack.
///
/// # Panics
///
/// If a name or licence is longer than 255 bytes or a section longer than 4 GiB.
pub fn write(name: &str, version: &str, sections: &[Section<'_>]) -> Vec<u8> {
    let mut out = Vec::new();
    let text = |out: &mut Vec<u8>, text: &str| {
        out.push(u8::try_from(text.len()).expect("short names"));
        out.extend_from_slice(text.as_bytes());
    };
    out.extend_from_slice(MAGIC);
    out.extend_from_slice(&FORMAT.to_le_bytes());
    text(&mut out, name);
    text(&mut out, version);
    out.push(u8::try_from(sections.len()).expect("few sections"));
    for section in sections {
        text(&mut out, section.id);
        text(&mut out, section.licence);
        out.extend_from_slice(&u32::try_from(section.data.len()).expect("small sections").to_le_bytes());
        out.extend_from_slice(&checksum(section.data).to_le_bytes());
    }
    let directory = checksum(&out);
    out.extend_from_slice(&directory.to_le_bytes());
    for section in sections {
        out.extend_from_slice(section.data);
    }
    out
}

impl<'a> Pack<'a> {
    /// Reads a pack and checks every section.
    ///
    /// # Errors
    ///
    /// [`PackError`] when the bytes are no pack, of another format, cut off or damaged, or announce more than 64 MiB.
    pub fn read(bytes: &'a [u8]) -> Result<Self, PackError> {
        let pack = Self::begun(bytes, 0)?;
        if bytes.len() < pack.length { Err(PackError::Truncated { length: bytes.len() }) } else { Ok(pack) }
    }

    /// Reads the beginning of a pack, with those sections that are there as a whole, and checks these but for the
    /// first `checked` of them.
    ///
    /// # Errors
    ///
    /// As [`Self::read`]; [`PackError::Truncated`] only where the directory is not there as a whole.
    pub fn begun(bytes: &'a [u8], checked: usize) -> Result<Self, PackError> {
        let mut reader = Reader { bytes, at: 0 };
        if bytes.iter().zip(MAGIC).any(|(byte, magic)| byte != magic) {
            return Err(PackError::NotAPack);
        }
        reader.take(MAGIC.len())?;
        let format = u16::from_le_bytes(reader.array()?);
        if format != FORMAT {
            return Err(PackError::Format(format));
        }
        let name = reader.text()?;
        let version = reader.text()?;
        let count = reader.take(1)?[0];
        let mut directory = Vec::new();
        for _ in 0..count {
            let (id, licence) = (reader.text()?, reader.text()?);
            let length = u32::from_le_bytes(reader.array()?) as usize;
            directory.push((id, licence, length, u64::from_le_bytes(reader.array()?)));
        }
        let end_of_directory = reader.at;
        if u64::from_le_bytes(reader.array()?) != checksum(&bytes[..end_of_directory]) {
            return Err(PackError::Damaged { section: "directory".to_owned() });
        }
        let length = directory.iter().fold(reader.at, |end, &(_, _, length, _)| end.saturating_add(length));
        if length > LONGEST {
            return Err(malformed("directory", "more than 64 MiB"));
        }
        let mut sections = Vec::new();
        for (id, licence, length, hash) in directory {
            let Ok(data) = reader.take(length) else { break };
            if sections.len() >= checked && checksum(data) != hash {
                return Err(PackError::Damaged { section: id.to_owned() });
            }
            sections.push(Section { id, licence, data });
        }
        if length < bytes.len() {
            return Err(malformed("end", "bytes after its end"));
        }
        Ok(Self { name, version, length, sections, bytes })
    }

    /// Hash of the whole file.
    pub fn hash(&self) -> u64 {
        checksum(self.bytes)
    }

    /// The section `id`, empty when the pack has none.
    pub fn data(&self, id: &str) -> &'a [u8] {
        self.sections.iter().find(|section| section.id == id).map_or(&[], |found| found.data)
    }

    /// The section `id` as text.
    ///
    /// # Errors
    ///
    /// [`PackError::Malformed`] when it is not UTF-8.
    pub fn text(&self, id: &str) -> Result<&'a str, PackError> {
        std::str::from_utf8(self.data(id)).map_err(|_| malformed(id, NOT_UTF_8))
    }
}

struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Reader<'a> {
    fn take(&mut self, length: usize) -> Result<&'a [u8], PackError> {
        let end = self.at.checked_add(length).filter(|&end| end <= self.bytes.len());
        let end = end.ok_or(PackError::Truncated { length: self.bytes.len() })?;
        let taken = &self.bytes[self.at..end];
        self.at = end;
        Ok(taken)
    }

    fn array<const N: usize>(&mut self) -> Result<[u8; N], PackError> {
        Ok(self.take(N)?.try_into().expect("as long as was taken"))
    }

    fn text(&mut self) -> Result<&'a str, PackError> {
        let length = self.take(1)?[0] as usize;
        std::str::from_utf8(self.take(length)?).map_err(|_| malformed("directory", NOT_UTF_8))
    }
}

/// What is wrong with a text that is none.
pub(super) const NOT_UTF_8: &str = "it is not UTF-8";

/// The error for a section that is not as it should be.
pub(super) fn malformed(section: &str, what: &str) -> PackError {
    PackError::Malformed { section: section.to_owned(), what: what.to_owned() }
}

/// FNV-1a, 64 bits (Fowler, Noll and Vo 1991), but eight bytes a step, and turned in between: finds
/// damage, is no signature.
fn checksum(bytes: &[u8]) -> u64 {
    let step = |hash: u64, part: u64| (hash.rotate_left(29) ^ part).wrapping_mul(0x0100_0000_01b3);
    let (parts, rest) = bytes.as_chunks();
    let start = step(0xcbf2_9ce4_8422_2325, bytes.len() as u64);
    let hash = parts.iter().fold(start, |hash, &part| step(hash, u64::from_le_bytes(part)));
    rest.iter().fold(hash, |hash, &byte| step(hash, byte.into()))
}

/// The lines of a text section: without comments (`#`), empty lines and the white space around them.
pub fn lines(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    // Byte by byte: most lines are too short for a search that first looks where it starts.
    let lines = std::iter::from_fn(move || {
        let end = rest.bytes().position(|byte| byte == b'\n').or((!rest.is_empty()).then_some(rest.len()))?;
        let line = &rest[..end];
        rest = rest.get(end + 1..).unwrap_or_default();
        Some(line)
    });
    lines.map(str::trim_ascii).filter(|line| !matches!(line.as_bytes(), [] | [b'#', ..]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Packs;

    fn sample() -> Vec<u8> {
        let stop = Section { id: "stop-words", licence: "MIT", data: "the\nof\n".as_bytes() };
        let empty = Section { id: "empty", licence: "CC0-1.0", data: &[] };
        write("en.words", "1.2.3", &[stop, empty])
    }

    #[test]
    fn what_is_written_is_read() {
        let bytes = sample();
        let pack = Pack::read(&bytes).unwrap();
        assert_eq!((pack.name, pack.version, pack.sections.len()), ("en.words", "1.2.3", 2));
        assert_eq!(pack.text("stop-words").unwrap(), "the\nof\n");
        assert_eq!(pack.text("no such").unwrap(), "");
    }

    #[test]
    fn every_cut_and_every_flipped_bit_is_noticed() {
        let bytes = sample();
        for length in 0..bytes.len() {
            assert!(Pack::read(&bytes[..length]).is_err(), "cut to {length}");
        }
        for bit in 0..bytes.len() * 8 {
            let mut damaged = bytes.clone();
            damaged[bit / 8] ^= 1 << (bit % 8);
            assert!(Pack::read(&damaged).is_err(), "bit {bit}");
        }
        let mut damaged = bytes.clone();
        *damaged.last_mut().unwrap() ^= 1;
        let error = Pack::read(&damaged).unwrap_err();
        assert_eq!(error, PackError::Damaged { section: "stop-words".into() });
        assert!(Pack::read(&[&bytes[..], b"\n"].concat()).is_err(), "something after the end");
        assert_eq!(Pack::read(b"<!doctype html>").unwrap_err(), PackError::NotAPack);
    }

    #[test]
    fn a_length_that_no_pack_has_is_refused_before_room_is_made_for_it() {
        let empty = Section { id: "cities", licence: "MIT", data: &[] };
        let bytes = write("en.names", "0", &[empty]);
        // Behind the length stand a hash of the section and one of the directory.
        let at = bytes.len() - 20;
        for (length, refused) in [(1 << 20, false), (LONGEST as u32, true), (u32::MAX, true)] {
            let mut directory = bytes[..bytes.len() - 8].to_vec();
            directory[at..at + 4].copy_from_slice(&length.to_le_bytes());
            let announced = [&directory[..], &checksum(&directory).to_le_bytes()].concat();
            let error = Packs::none().load(&announced).unwrap_err();
            let expected = match refused {
                true => malformed("directory", "more than 64 MiB"),
                false => PackError::Truncated { length: announced.len() },
            };
            assert_eq!(error, expected);
        }
    }
}

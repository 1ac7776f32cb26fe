//! Names marked in running texts by a teacher (`xtask/tools/ner_teacher`) or by a reader
//! (`xtask/tools/ner_reading`): compact files of places and types, without the texts.
//!
//! Numbers are written in sevens of bits, the low ones first. The file: a line
//! that says what it is; how many texts; for each its name (length, bytes), the
//! first 8 bytes of its SHA-256, the length of what follows, and by line that is
//! taken: lines passed over since the one before, spans, and for each span the
//! bytes since the one before and `length * 8 + kind`. The kinds are those of
//! [`Kind`]; 4 is a place of which the teacher is not sure, and a byte follows
//! that says what it may be: see [`Doubt`]. A text whose name ends in
//! `-tokenised.txt` has tokens between spaces; its lines are made running text.

use std::ops::Range;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use sha2::{Digest, Sha256};

use super::corpus::{Document, Kind};
use super::running_text::{self, Mention};
use crate::files;

/// What the file begins with.
const MAGIC: &[u8] = b"textlens labels 1\n";

/// The code of a place of which the teacher is not sure.
const UNSURE: u64 = 4;

/// Lines of a text that make one document, at most.
const LINES: usize = 40;

/// A part of a text as it was marked.
#[derive(Debug, Default)]
pub struct Marked {
    /// The lines with the names that are sure.
    pub document: Document,
    /// Places that are less sure.
    pub doubts: Vec<Doubt>,
}

/// A place of which the teacher is not sure. Its byte: bits of the types, one for no name, two for
/// the likeliest type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Doubt {
    /// Its bytes.
    pub range: Range<usize>,
    /// By type: whether it may be a name of it.
    pub kinds: [bool; 4],
    /// Whether it may be no name, or less or more than one. Otherwise it is a name, and
    /// stands among the document's with its likeliest type.
    pub is_open: bool,
}

/// Reads what was marked in the texts that `takes` wants by name; they lie in `folder`. Fails if the file is cut off,
/// damaged, or of other texts.
pub fn read(file: &Path, folder: &Path, takes: impl Fn(&str) -> bool) -> Result<Vec<Marked>> {
    let bytes = files::read(file)?;
    parse(&bytes, |name| takes(name).then(|| files::read(&folder.join(name))).transpose())
        .with_context(|| format!("{} is no sound file of labels", file.display()))
}

/// What was marked, of the texts that `text_of` has.
fn parse(bytes: &[u8], text_of: impl Fn(&str) -> Result<Option<Vec<u8>>>) -> Result<Vec<Marked>> {
    let mut rest = Rest(bytes.strip_prefix(MAGIC).context("it begins otherwise")?);
    let mut all = Vec::new();
    for _ in 0..rest.number()? {
        let name = rest.part()?;
        let name = std::str::from_utf8(name).context("the name of a text is no UTF-8")?;
        let (hash, lines) = (rest.take(8)?, Rest(rest.part()?));
        let Some(text) = text_of(name)? else { continue };
        ensure!(Sha256::digest(&text)[..8] == *hash, "{name} is another text than was marked");
        let mut text = String::from_utf8(text).with_context(|| format!("{name} is no UTF-8"))?;
        if name.ends_with("-tokenised.txt") {
            text = running(&text);
        }
        mark(&text, lines, &mut all).with_context(|| format!("in {name}"))?;
    }
    ensure!(rest.0.is_empty(), "something follows");
    Ok(all)
}

/// Lines of tokens as running text.
fn running(text: &str) -> String {
    let join = |line: &str| {
        let tokens: Vec<_> = line.split(' ').filter(|token| !token.is_empty()).collect();
        running_text::join(&tokens, &mut Vec::new())
    };
    text.split('\n').map(join).collect::<Vec<_>>().join("\n")
}

/// Marks the lines of a text, in documents that end where a line is empty.
fn mark(text: &str, mut rest: Rest<'_>, all: &mut Vec<Marked>) -> Result<()> {
    let mut lines = text.split('\n');
    let (mut marked, mut count) = (Marked::default(), 0);
    while !rest.0.is_empty() {
        let mut ends = count == LINES;
        for _ in 0..rest.number()? {
            ends |= lines.next().context("there are fewer lines")?.trim().is_empty();
        }
        let line = lines.next().context("there are fewer lines")?;
        if ends && count > 0 {
            all.push(std::mem::take(&mut marked));
            count = 0;
        }
        count += 1;
        let (mentions, doubts) = names(line, &mut rest)?;
        marked.add(line, mentions, doubts);
    }
    if count > 0 {
        all.push(marked);
    }
    Ok(())
}

/// The names and the doubtful places of a line.
fn names(line: &str, rest: &mut Rest<'_>) -> Result<(Vec<Mention<Kind>>, Vec<Doubt>)> {
    let (mut mentions, mut doubts) = (Vec::new(), Vec::new());
    let mut at = 0;
    for _ in 0..rest.number()? {
        let start = at + rest.number()? as usize;
        let code = rest.number()?;
        at = start + (code >> 3) as usize;
        ensure!(line.get(start..at).is_some_and(|name| !name.is_empty()), "a name lies outside of its line");
        let range = start..at;
        let mut kind = (code & 7) as usize;
        let mut is_open = false;
        if code & 7 == UNSURE {
            let byte = rest.take(1)?[0];
            is_open = byte >> 4 & 1 == 1;
            kind = usize::from(byte >> 5);
            let kinds = std::array::from_fn(|kind| byte >> kind & 1 == 1);
            doubts.push(Doubt { range: range.clone(), kinds, is_open });
        }
        if !is_open {
            let kind = *Kind::ALL.get(kind).context("there is no such type")?;
            mentions.push(Mention { range, kind });
        }
    }
    Ok((mentions, doubts))
}

impl Marked {
    fn add(&mut self, line: &str, mentions: Vec<Mention<Kind>>, doubts: Vec<Doubt>) {
        let Document { text, mentions: all } = &mut self.document;
        if !text.is_empty() {
            text.push('\n');
        }
        let base = text.len();
        text.push_str(line);
        let moved = |range: Range<usize>| base + range.start..base + range.end;
        all.extend(mentions.into_iter().map(|name| Mention { range: moved(name.range), ..name }));
        self.doubts.extend(doubts.into_iter().map(|doubt| Doubt { range: moved(doubt.range), ..doubt }));
    }
}

/// What is left to read.
struct Rest<'b>(&'b [u8]);

impl<'b> Rest<'b> {
    fn take(&mut self, len: usize) -> Result<&'b [u8]> {
        let (taken, rest) = self.0.split_at_checked(len).context("it is cut off")?;
        self.0 = rest;
        Ok(taken)
    }

    fn number(&mut self) -> Result<u64> {
        let mut value = 0;
        for at in 0..4 {
            let byte = self.take(1)?[0];
            value |= u64::from(byte & 127) << (7 * at);
            if byte < 128 {
                return Ok(value);
            }
        }
        anyhow::bail!("a number is too long")
    }

    /// Bytes with their number before them.
    fn part(&mut self) -> Result<&'b [u8]> {
        let len = self.number()? as usize;
        self.take(len)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "Ann met Bo.\n\nNo one came.\nCy saw Ulm, ça va.";

    /// Ann is a person, Bo a person or nothing; in the last line Cy is a person and Ulm an
    /// organisation or, likelier, a place.
    fn file(text: &str) -> Vec<u8> {
        let lines = [0, 2, 0, 3 << 3, 5, 2 << 3 | 4, 0b1_0001, 2, 2, 0, 2 << 3, 5, 3 << 3 | 4, 0b100_0110];
        let hash = Sha256::digest(text);
        [MAGIC, &[1, 5], b"a.txt", &hash[..8], &[lines.len() as u8], &lines].concat()
    }

    fn parsed(bytes: &[u8]) -> Result<Vec<Marked>> {
        parse(bytes, |name| {
            assert_eq!(name, "a.txt");
            Ok(Some(TEXT.into()))
        })
    }

    #[test]
    fn names_and_unsure_places_are_found_again() {
        let marked = parsed(&file(TEXT)).expect("it is sound");
        let names = |marked: &Marked| {
            let name = |mention: &Mention<Kind>| {
                (marked.document.text[mention.range.clone()].to_owned(), mention.kind)
            };
            marked.document.mentions.iter().map(name).collect::<Vec<_>>()
        };
        assert_eq!(marked.len(), 2, "the empty line parts two documents");
        assert!(
            parse(&file(TEXT), |_| Ok(None)).expect("it is sound").is_empty(),
            "a text that is not wanted"
        );
        assert_eq!(names(&marked[0]), [("Ann".into(), Kind::Per)]);
        assert_eq!(
            marked[0].doubts,
            [Doubt { range: 8..10, kinds: [true, false, false, false], is_open: true }]
        );
        assert_eq!(names(&marked[1]), [("Cy".into(), Kind::Per), ("Ulm".into(), Kind::Loc)]);
        let start = marked[1].document.text.find("Ulm").expect("it is there");
        let kinds = [false, true, true, false];
        assert_eq!(marked[1].doubts, [Doubt { range: start..start + 3, kinds, is_open: false }]);
    }

    #[test]
    fn lines_of_tokens_become_running_text() {
        assert_eq!(running("Ann , Bo .\n\nIt 's so ."), "Ann, Bo.\n\nIt's so.");
    }

    #[test]
    fn what_is_cut_off_or_of_another_text_is_an_error() {
        let whole = file(TEXT);
        for end in 0..whole.len() {
            assert!(parsed(&whole[..end]).is_err(), "{end} of {} bytes", whole.len());
        }
        assert!(parsed(&[&whole[..], &[0]].concat()).is_err());
        let error = format!("{:#}", parsed(&file("Another text.")).expect_err("of another text"));
        assert!(error.contains("another text"), "{error}");
        // A name that ends inside of a character.
        let mut wrong = whole.clone();
        let at = wrong.len() - 3;
        (wrong[at], wrong[at + 1]) = (10, 1 << 3 | 4);
        assert!(format!("{:#}", parsed(&wrong).expect_err("no such place")).contains("outside"));
    }
}

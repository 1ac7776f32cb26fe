//! Where in a key phrase a form may stand, in languages whose words are not tagged.
//!
//! The section `form-classes` holds what each of five classes may (a byte each, the bits of [`Roles`]); for each form of
//! the list of frequencies by how many its class is beyond the one that its ending gives it, modulo five, three digits of
//! base five a byte, the lowest first; and a line of endings for each class. Of the endings of a form that are listed the
//! longest counts; a form without one is of the first class. So the rarer forms, too, are told by how they end.

use super::form_table::FormTable;
use super::frequency::CommonForm;
use super::pack::{NOT_UTF_8, PackError, malformed};

const SECTION: &str = "form-classes";

/// How many classes there are.
const CLASSES: usize = 5;

/// Where in a phrase a form may stand: a set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Roles(u8);

impl Roles {
    /// At its beginning: no adjective that follows its noun.
    pub const FIRST: Roles = Roles(1);
    /// At its end, though another noun stands before it: no adjective that precedes its noun, nor a noun that is a form
    /// of a verb, too.
    pub const LAST: Roles = Roles(2);
    /// As what it is about: a noun or a name.
    pub const HEAD: Roles = Roles(4);
    /// Anywhere.
    pub const ALL: Roles = Roles(7);

    /// Whether it has all of `roles`.
    pub fn has(self, roles: Roles) -> bool {
        self.0 & roles.0 == roles.0
    }

    /// Whether it has none: verbs and adverbs.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }
}

/// The classes of a language's forms.
#[derive(Debug)]
pub struct FormClasses {
    roles: [Roles; CLASSES],
    /// Of three forms a byte.
    beyond: Box<[u8]>,
    /// The class of each ending, from 1 on.
    endings: FormTable,
    /// Bytes of the longest.
    longest: usize,
}

impl FormClasses {
    /// Reads the section, of a language with `forms` forms in its list of frequencies; `None` of an empty one.
    ///
    /// # Errors
    ///
    /// [`PackError::Malformed`] when it is not as described above.
    pub fn read(data: &[u8], forms: usize) -> Result<Option<Self>, PackError> {
        if data.is_empty() {
            return Ok(None);
        }
        let cut_off = || malformed(SECTION, "cut off");
        let (roles, rest) = data.split_first_chunk::<CLASSES>().ok_or_else(cut_off)?;
        let (beyond, endings) = rest.split_at_checked(forms.div_ceil(3)).ok_or_else(cut_off)?;
        let endings = std::str::from_utf8(endings).map_err(|_| malformed(SECTION, NOT_UTF_8))?;
        if endings.bytes().filter(|&byte| byte == b'\n').count() != CLASSES {
            return Err(malformed(SECTION, "not a line for each class"));
        }
        let longest = endings.split_ascii_whitespace().map(str::len).max().unwrap_or(0);
        let mut table = FormTable::for_forms(endings.split_ascii_whitespace().count());
        for (class, line) in (1..).zip(endings.lines()) {
            line.split_ascii_whitespace().for_each(|ending| table.put(ending.as_bytes(), class));
        }
        Ok(Some(Self { roles: roles.map(Roles), beyond: beyond.into(), endings: table, longest }))
    }

    /// Where `word` may stand, a normal form without elision; `listed` is its place among the commonest.
    pub(crate) fn roles(&self, word: &str, listed: Option<CommonForm>) -> Roles {
        let mut endings = (word.len().saturating_sub(self.longest)..word.len())
            .filter(|&at| word.is_char_boundary(at))
            .map(|at| self.endings.get(&word.as_bytes()[at..]));
        let told = endings.find(|&class| class > 0).map_or(0, |class| class as usize - 1);
        let digit =
            |place: usize| usize::from(self.beyond[place / 3]) / [1, CLASSES, CLASSES * CLASSES][place % 3];
        self.roles[(told + listed.map_or(0, |form| digit(form.place()))) % CLASSES]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::FrequencyList;

    /// Of *and*, *andy* and *cat* the second is of the class after the one that it ends as.
    const DATA: &[u8] = b"\x07\0\x02\x05\x03\x05\nd nd at\n\n\ny\n";

    #[test]
    fn the_longest_ending_tells_the_class_and_a_listed_form_what_is_beyond() {
        let list = FrequencyList::read(b"\x03\0\0\0\x01\x14\0\x03\0\0\0\0and\ny\ncat").unwrap();
        let classes = FormClasses::read(DATA, list.len()).unwrap().unwrap();
        let roles = |word| classes.roles(word, list.get(word));
        assert_eq!(["and", "andy", "cat", "at"].map(roles), [Roles(0), Roles(7), Roles(0), Roles(0)]);
        assert_eq!(["y", "ü", "", "tandy"].map(roles), [Roles(3), Roles(7), Roles(7), Roles(3)]);
        assert!(FormClasses::read(b"", 3).unwrap().is_none());
    }

    #[test]
    fn what_is_cut_off_or_for_another_list_is_an_error() {
        for length in 1..DATA.len() {
            assert!(FormClasses::read(&DATA[..length], 3).is_err(), "{length}");
        }
        for (data, forms) in [
            (DATA, 1_000),
            (b"\x07\0\x02\x05\x03\x04\n\n\n\n\xff\n", 3),
            (b"\x07\0\x02\x05\x03\n\n\n\n\n\n", 0),
        ] {
            let error = FormClasses::read(data, forms).unwrap_err();
            assert!(matches!(error, PackError::Malformed { section, .. } if section == SECTION));
        }
    }
}

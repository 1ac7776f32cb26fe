//! Numbers, in digits and in words, and spans of them.

use super::Grammar;
use super::classes::{self, Class};

/// So many words a number has at most; longer ones are cut.
const LONGEST: usize = 12;

impl Grammar<'_> {
    /// The end of the number or span of numbers that begins at `at`: *5*, *5–6 million*,
    /// *five to six*, *two hundred and ten*, *half a million*.
    pub(super) fn number(&self, at: usize) -> Option<usize> {
        let end = self.single_number(at)?;
        let joins = |at: usize| matches!(self.word(at), "-" | "–" | "—" | "to" | "~" | "〜");
        if joins(end)
            && let Some(second) = self.single_number(end + 1)
            && (self.word(end) == "to" || self.joined(end) == self.joined(end + 1))
        {
            return Some(second);
        }
        Some(end)
    }

    fn single_number(&self, at: usize) -> Option<usize> {
        let scales = |mut end: usize| {
            while self.class(end) == Class::Scale && end < at + LONGEST {
                end += 1;
            }
            end
        };
        match self.class(at) {
            Class::Digits => Some(scales(at + 1)),
            Class::Mixed => {
                let (_, rest) = classes::split_digits(self.word(at));
                (classes::of_rest(rest) == Class::Scale).then_some(at + 1)
            }
            Class::NumberWord => Some(self.words(at)),
            Class::Article if self.class(at + 1) == Class::Scale => Some(scales(at + 2)),
            Class::Half if self.class(at + 1) == Class::Article && self.class(at + 2) == Class::Scale => {
                Some(scales(at + 3))
            }
            _ => None,
        }
    }

    /// *two hundred and ten thousand*
    fn words(&self, at: usize) -> usize {
        let mut end = at + 1;
        while end < at + LONGEST {
            let scale = self.class(end - 1) == Class::Scale;
            match self.class(end) {
                Class::Scale => end += 1,
                Class::NumberWord if scale => end += 1,
                _ if scale && self.is(end, "and") && self.class(end + 1) == Class::NumberWord => end += 2,
                _ => break,
            }
        }
        end
    }
}

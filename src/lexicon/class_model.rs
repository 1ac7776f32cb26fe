//! The model of word classes: whole weights, summed, from left to right.
//!
//! A greedy averaged perceptron (Collins 2002). The section `word-classes`
//! holds a count `n` (32 bits, little-endian), the groups of the first `n`
//! forms of `frequencies` (a byte each), for every row which classes have a
//! weight (16 bits: first all low bytes, then all high ones), and the weights
//! (a byte each), row by row.

use super::class_features::{FormFeatures, GROUPS, LANES, Line, Place, ROWS, group, learnt_group};
use super::class_sums::{ClassSums, ClassWeights};
use super::frequency::{CommonForm, FrequencyList};
use super::pack::{PackError, malformed};
use super::word_class::WordClass;
use crate::text::normal_form;

/// A form, with what it alone tells summed.
#[derive(Clone, Debug)]
pub struct KnownForm {
    features: FormFeatures,
    sums: ClassSums,
}

/// Guesses the classes of the words of a sentence.
#[derive(Clone, Debug)]
pub struct ClassModel {
    groups: Vec<u8>,
    /// Weights of each class, for every row and one that says nothing.
    table: Vec<ClassWeights>,
}

impl ClassModel {
    /// A model of its parts: groups by place in the frequency list, weights by row.
    ///
    /// # Panics
    ///
    /// If there are not as many rows as features have.
    pub fn new(groups: Vec<u8>, table: &[[i8; LANES]]) -> Self {
        assert_eq!(table.len(), ROWS);
        let nothing = [0; LANES];
        Self { groups, table: table.iter().chain([&nothing]).map(|&row| ClassWeights::new(row)).collect() }
    }

    /// What `form`, without possessive ending, tells wherever it stands.
    pub fn form(&self, form: &str, frequencies: &FrequencyList) -> KnownForm {
        self.known(FormFeatures::of(form, frequencies, &self.groups))
    }

    /// The same of a form whose normal form is `normal` and `common`, as `frequencies` have it.
    pub(crate) fn form_of_word(
        &self,
        form: &str,
        normal: &str,
        common: Option<CommonForm>,
        frequencies: &FrequencyList,
    ) -> KnownForm {
        self.known(FormFeatures::of_word(form, normal, common, frequencies, &self.groups))
    }

    fn known(&self, features: FormFeatures) -> KnownForm {
        let mut sums = ClassSums::ZERO;
        features.rows.iter().for_each(|&row| sums.add(self.table[row]));
        KnownForm { features, sums }
    }

    /// The group of words that behave like `word`.
    pub fn group(&self, word: &str, frequencies: &FrequencyList) -> u8 {
        // Most words are common ones, of ASCII.
        let common = if word.is_ascii() { frequencies.get_lower(word) } else { None };
        let learnt = common.and_then(|form| learnt_group(form, &self.groups));
        learnt.unwrap_or_else(|| group(&normal_form(word), frequencies, &self.groups))
    }

    /// The classes of a sentence's words and marks.
    pub fn classes(&self, sentence: &[&KnownForm], mut found: impl FnMut(WordClass)) {
        let line = Line::of(sentence.iter().map(|form| &form.features));
        let features = |at: usize| sentence.get(at).map(|form| &form.features);
        let mut classes = [None; 2];
        for (at, form) in sentence.iter().enumerate() {
            let class = form.features.known.unwrap_or_else(|| {
                let place = Place {
                    form: &form.features,
                    at,
                    before: at.checked_sub(1).and_then(features),
                    after: [features(at + 1), features(at + 2)],
                    classes,
                };
                let mut sums = form.sums;
                place.rows(line).iter().for_each(|&row| sums.add(self.table[row]));
                WordClass::ALL[sums.greatest()]
            });
            classes = [Some(class), classes[0]];
            found(class);
        }
    }

    /// The section.
    pub fn write(&self) -> Vec<u8> {
        let mut out = (self.groups.len() as u32).to_le_bytes().to_vec();
        out.extend(&self.groups);
        let rows: Vec<[i8; LANES]> = self.table[..ROWS].iter().map(|row| row.weights()).collect();
        let mask = |row: &[i8; LANES]| {
            row.iter().enumerate().fold(0_u16, |mask, (lane, &weight)| mask | u16::from(weight != 0) << lane)
        };
        for byte in 0..2 {
            out.extend(rows.iter().map(|row| mask(row).to_le_bytes()[byte]));
        }
        out.extend(rows.iter().flatten().filter(|&&weight| weight != 0).map(|&weight| weight as u8));
        out
    }

    /// Reads the section.
    ///
    /// # Errors
    ///
    /// [`PackError::Malformed`] when it is not as described above.
    pub fn read(data: &[u8]) -> Result<Self, PackError> {
        Self::read_all(data).ok_or_else(|| malformed("word-classes", "no model of word classes"))
    }

    fn read_all(data: &[u8]) -> Option<Self> {
        let (count, rest) = data.split_first_chunk::<4>()?;
        let (groups, rest) = rest.split_at_checked(u32::from_le_bytes(*count) as usize)?;
        let (low, rest) = rest.split_at_checked(ROWS)?;
        let (high, weights) = rest.split_at_checked(ROWS)?;
        let mut weights = weights.iter();
        let mut table = vec![ClassWeights::new([0; LANES]); ROWS + 1];
        for (row, (&low, &high)) in table.iter_mut().zip(low.iter().zip(high)) {
            let mut mask = u16::from_le_bytes([low, high]);
            let mut found = [0; LANES];
            while mask > 0 {
                found[mask.trailing_zeros() as usize] = *weights.next()? as i8;
                mask &= mask - 1;
            }
            *row = ClassWeights::new(found);
        }
        let is_sound = weights.next().is_none() && groups.iter().all(|&group| usize::from(group) < GROUPS);
        is_sound.then(|| Self { groups: groups.to_vec(), table })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_and_damage_is_an_error_or_a_model() {
        let mut table = vec![[0; LANES]; ROWS];
        table[7][3] = -5;
        table[ROWS - 1][15] = 127;
        let bytes = ClassModel::new(vec![0, 18, 95], &table).write();
        assert_eq!(ClassModel::read(&bytes).unwrap().write(), bytes);
        for length in [0, 3, 6, 7, ROWS, bytes.len() - 1] {
            assert!(ClassModel::read(&bytes[..length]).is_err(), "cut to {length}");
        }
        for at in [0, 4, 6, 7, 14, bytes.len() - 1] {
            let mut damaged = bytes.clone();
            damaged[at] = damaged[at].wrapping_add(99);
            if let Ok(model) = ClassModel::read(&damaged) {
                let form = model.form("word", &FrequencyList::default());
                model.classes(&[&form, &form, &form], |_| ());
            }
        }
    }
}

//! The model that tells languages apart: whole weights of letter sequences, summed.
//!
//! A text is seen as its runs of letters, each with a boundary before and after
//! it; features are all sequences of one to five letters and boundaries in them
//! (Cavnar and Trenkle 1994). A language's score is the sum of the weights that
//! it has for each (multinomial logistic regression, trained by `cargo xtask
//! train languages`). All numbers are integers, so that every machine decides alike.

use super::pack::PackError;
use crate::text::lower_letters;

/// The section of a pack that holds the model.
pub const SECTION: &str = "language-model";

/// Identifies the section and the features that it was trained with.
const HEADER: &[u8; 8] = b"TXLANG\0\x01";

/// The longest sequence of letters that is a feature.
const LONGEST: usize = 5;

/// How many bits of a feature's hash a model keeps.
pub const KEY_BITS: u32 = 20;

/// Stands before and after a run of letters.
const BOUNDARY: char = ' ';

/// By how many margins another language must be ahead of English: a few words that
/// could be several languages' (*Hello*, *Data science*) are English more often than not.
const ENGLISH_LEAD: i32 = 3;

/// One weight: the language's index, and what the feature says for it.
pub type Weight = (u8, i8);

/// A trained model.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LanguageModel {
    /// The languages, as BCP 47 tags with a space between them.
    languages: Box<str>,
    /// How far the best must be ahead of the second to be sure.
    pub margin: u16,
    /// The keys of its features, rising.
    keys: Vec<u32>,
    /// Where the weights of each feature end.
    ends: Vec<u32>,
    /// Of each feature, languages rising.
    weights: Vec<Weight>,
}

impl LanguageModel {
    /// A model of `languages`, with no feature yet.
    pub fn new(languages: &[String], margin: u16) -> Self {
        Self { languages: languages.join(" ").into(), margin, ..Self::default() }
    }

    /// Adds a feature, whose key is above all before it, with its weights, languages rising.
    pub fn push(&mut self, key: u32, weights: impl IntoIterator<Item = Weight>) {
        self.keys.push(key);
        self.weights.extend(weights);
        self.ends.push(self.weights.len() as u32);
    }

    /// The languages that it knows, as BCP 47 tags.
    pub fn languages(&self) -> impl Iterator<Item = &str> {
        self.languages.split(' ')
    }

    /// The weights of a feature.
    fn weights(&self, at: usize) -> &[Weight] {
        let start = at.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.weights[start as usize..self.ends[at] as usize]
    }

    /// The language of `text`; `None` when two are too near to each other, or none is near.
    /// Another language than English must be further ahead of it than of the others.
    pub fn detect(&self, text: &str) -> Option<&str> {
        let mut scores = [0; 256];
        features(text, |key| {
            if let Ok(at) = self.keys.binary_search(&key) {
                for &(language, weight) in self.weights(at) {
                    scores[usize::from(language)] += i32::from(weight);
                }
            }
        });
        let scored = || self.languages().zip(scores);
        let (best, most) = scored().max_by_key(|&(_, score)| score)?;
        let is_ahead = |(language, score)| {
            let times = if language == "en" { ENGLISH_LEAD } else { 1 };
            language == best || most - score >= times * i32::from(self.margin)
        };
        (most > 0 && scored().all(is_ahead)).then_some(best)
    }

    /// Reads the section.
    ///
    /// # Errors
    ///
    /// [`PackError::Malformed`] when it is none, of another version, cut off or inconsistent.
    pub fn read(bytes: &[u8]) -> Result<Self, PackError> {
        decode(bytes).ok_or_else(|| PackError::Malformed {
            section: SECTION.to_owned(),
            what: "no model of languages".to_owned(),
        })
    }
}

/// Calls `found` with the key of each feature of `text`, in order.
pub fn features(text: &str, mut found: impl FnMut(u32)) {
    // The newest first.
    let mut window = [BOUNDARY; LONGEST];
    for letter in text.chars().flat_map(lower_letters).chain([BOUNDARY]) {
        let letter = match letter {
            // Accents that stand alone, and the sign that joins letters in Devanagari.
            '\u{300}'..='\u{36F}' | '\u{94D}' => continue,
            '\'' | '’' if window[0] != BOUNDARY => '\'',
            _ if letter.is_alphabetic() => letter,
            _ if window[0] == BOUNDARY => continue,
            _ => BOUNDARY,
        };
        window.copy_within(..LONGEST - 1, 1);
        window[0] = letter;
        let mut hash = 0u32;
        for (at, &letter) in window.iter().enumerate() {
            hash = (hash.rotate_left(5) ^ u32::from(letter)).wrapping_mul(0x9E37_79B1);
            if at > 0 || letter != BOUNDARY {
                found(hash >> (32 - KEY_BITS));
                if letter == BOUNDARY {
                    break;
                }
            }
        }
    }
}

/// The planes of a section: bytes of one kind together, which compress better.
const PLANES: usize = 4;

/// Writes the section of a model.
///
/// After the header stand the margin (16 bits, little-endian), the tags with a
/// space between them, and the planes, each after its length in bytes (32
/// bits): the distances of the keys, the number of weights of each feature, the
/// distances of their languages, the weights. A distance of 255 or more is 255
/// and what is left.
///
/// # Panics
///
/// If keys or languages do not rise, or a feature has more than 255 weights.
pub fn encode(model: &LanguageModel) -> Vec<u8> {
    let mut planes: [Vec<u8>; 1 + PLANES] = Default::default();
    planes[0] = model.languages.as_bytes().to_vec();
    let mut next = 0;
    for (at, key) in model.keys.iter().enumerate() {
        let row = model.weights(at);
        let mut distance = key.checked_sub(next).expect("keys rise");
        next = key + 1;
        while distance >= 255 {
            planes[1].push(255);
            distance -= 255;
        }
        planes[1].push(distance as u8);
        planes[2].push(u8::try_from(row.len()).expect("few weights"));
        let mut after = 0;
        for &(language, weight) in row {
            planes[3].push(language.checked_sub(after).expect("languages rise"));
            planes[4].push(weight as u8);
            after = language + 1;
        }
    }
    let mut out = HEADER.to_vec();
    out.extend(model.margin.to_le_bytes());
    for plane in planes {
        out.extend((plane.len() as u32).to_le_bytes());
        out.extend(plane);
    }
    out
}

/// Reads the section of a model; `None` when it is not sound.
fn decode(bytes: &[u8]) -> Option<LanguageModel> {
    let (margin, mut rest) = bytes.strip_prefix(HEADER)?.split_first_chunk::<2>()?;
    let mut planes: [&[u8]; 1 + PLANES] = Default::default();
    for plane in &mut planes {
        let (length, after) = rest.split_first_chunk::<4>()?;
        (*plane, rest) = after.split_at_checked(u32::from_le_bytes(*length) as usize)?;
    }
    let [languages, distances, counts, gaps, weights] = planes;
    let mut model = LanguageModel {
        languages: std::str::from_utf8(languages).ok()?.into(),
        margin: u16::from_le_bytes(*margin),
        ..LanguageModel::default()
    };
    let mut distances = distances.iter();
    let mut weights = gaps.iter().zip(weights);
    let mut key = 0u32;
    for &count in counts {
        loop {
            let distance = *distances.next()?;
            key = key.checked_add(u32::from(distance))?;
            if distance < 255 {
                break;
            }
        }
        model.keys.push(key);
        key += 1;
        let mut language = 0u8;
        for _ in 0..count {
            let (&gap, &weight) = weights.next()?;
            language = language.checked_add(gap)?;
            model.weights.push((language, weight as i8));
            language = language.checked_add(1)?;
        }
        model.ends.push(model.weights.len() as u32);
    }
    let is_sound = rest.is_empty() && weights.next().is_none() && distances.next().is_none();
    is_sound.then_some(model)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(text: &str) -> Vec<u32> {
        let mut keys = Vec::new();
        features(text, |key| keys.push(key));
        keys
    }

    fn model() -> LanguageModel {
        let word = |word: &str| *keys(word).last().unwrap();
        let mut rows =
            [(word("og"), vec![(0, 9)]), (word("och"), vec![(1, 9)]), (word("jag"), vec![(0, -3), (1, 127)])];
        rows.sort();
        let mut model = LanguageModel::new(&["da".into(), "sv".into()], 8);
        rows.into_iter().for_each(|(key, weights)| model.push(key, weights));
        model
    }

    #[test]
    fn sequences_end_at_the_letters_boundaries() {
        assert_eq!(keys("ab").len(), 2 + 3 + 3, "a, _a; b, ab, _ab; and those with the end");
        assert_eq!(keys("Ab, 12 (AB)"), [keys("ab"), keys("ab")].concat());
        assert_eq!(keys("’l’art’"), keys("'l'art'"));
        assert_eq!(keys("l'art").len(), keys("l’art").len());
        assert!(keys("12 .-").is_empty());
    }

    #[test]
    fn the_best_must_be_ahead() {
        let model = model();
        assert_eq!(model.detect("Og hun"), Some("da"));
        assert_eq!(model.detect("och"), Some("sv"));
        assert_eq!(model.detect("og och"), None);
        assert_eq!(model.detect(""), None);
    }

    #[test]
    fn english_is_left_only_for_what_is_far_ahead() {
        let key = *keys("me").last().unwrap();
        for (lead, found) in [(23, None), (24, Some("it"))] {
            let mut model = LanguageModel::new(&["en".into(), "it".into()], 8);
            model.push(key, [(0, 9), (1, 9 + lead)]);
            assert_eq!(model.detect("me"), found);
            let mut model = LanguageModel::new(&["en".into(), "it".into()], 8);
            model.push(key, [(0, 17), (1, 9)]);
            assert_eq!(model.detect("me"), Some("en"));
        }
    }

    #[test]
    fn what_is_written_is_read_and_damage_is_an_error_or_a_model() {
        let bytes = encode(&model());
        assert_eq!(decode(&bytes), Some(model()));
        for length in 0..bytes.len() {
            assert!(LanguageModel::read(&bytes[..length]).is_err(), "cut to {length}");
        }
        assert!(LanguageModel::read(&[&bytes[..], b"\0"].concat()).is_err());
        for at in 0..bytes.len() {
            let mut damaged = bytes.clone();
            damaged[at] = damaged[at].wrapping_add(99);
            if let Ok(model) = LanguageModel::read(&damaged) {
                model.detect("og och");
            }
        }
    }
}

//! What words look like.

use crate::eights::{HIGH, ONES, within};

/// What a word looks like.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[repr(u8)]
pub(super) enum Form {
    /// Marks only, or nothing.
    #[default]
    Marks,
    Lower,
    Title,
    Upper,
    /// One capital: an initial, or *I* and *A*.
    Capital,
    /// One small letter.
    Small,
    /// *iPhone*, *McDonald*
    Mixed,
    /// Digits, with the marks that numbers, times and dates have.
    Number,
    /// *3rd*, *EB3801a*
    LetteredNumber,
    /// *U.S*, *e.g*, *J.R.R*
    Dotted,
    /// A web or mail address.
    Address,
    /// Letters without case.
    Caseless,
}

/// Small letters, capitals and digits.
const SMALL: u64 = 1;
const CAPITAL: u64 = 2;
const DIGIT: u64 = 4;

/// What words look like whose first byte is of one kind and whose other bytes are
/// of some: eight times the former and the latter.
const FORMS: [Form; 40] = {
    let mut forms = [Form::Mixed; 40];
    forms[0] = Form::Marks;
    let mut kinds = 8;
    while kinds < 40 {
        forms[kinds] = match (kinds as u64 / 8, kinds as u64 % 8) {
            (SMALL, SMALL) => Form::Lower,
            (CAPITAL, SMALL) => Form::Title,
            (CAPITAL, CAPITAL) => Form::Upper,
            (CAPITAL, 0) => Form::Capital,
            (SMALL, 0) => Form::Small,
            (DIGIT, 0 | DIGIT) => Form::Number,
            (DIGIT, _) | (_, DIGIT..) => Form::LetteredNumber,
            _ => Form::Mixed,
        };
        kinds += 1;
    }
    forms
};

/// How many letters and digits of ASCII `bytes` start with, and what they look
/// like: if there is none, like a mark.
#[inline]
pub(super) fn word_form(bytes: &[u8]) -> (usize, Form) {
    let (mut length, mut first, mut others) = (0, 0, 0);
    loop {
        let rest = &bytes[length..];
        let eight = rest.first_chunk().map_or_else(|| padded(rest), |&eight| u64::from_le_bytes(eight));
        let low = eight & !HIGH;
        let letters = within(low | (0x20 * ONES), b'a', b'z');
        let digits = within(low, b'0', b'9');
        let end = (!(letters | digits) | eight >> 7) & ONES;
        // A bit tells small letters from capitals.
        let small = letters & eight >> 5;
        let kinds = (small * SMALL) | ((letters ^ small) * CAPITAL) | (digits * DIGIT);
        // Those of the bytes before the first that is neither letter nor digit.
        let kinds = kinds & (end & end.wrapping_neg()).wrapping_sub(1);
        if length == 0 {
            first = kinds & 0xFF;
        }
        others |= if length == 0 { kinds >> 8 } else { kinds };
        if end > 0 {
            others |= others >> 32;
            others |= others >> 16;
            let kinds = (first * 8) | ((others | others >> 8) & 7);
            return (length + end.trailing_zeros() as usize / 8, FORMS[kinds as usize]);
        }
        length += 8;
    }
}

/// Fewer bytes than eight, and zeros after them.
#[cold]
fn padded(bytes: &[u8]) -> u64 {
    bytes.iter().rev().fold(0, |eight, &byte| eight << 8 | u64::from(byte))
}

/// Kinds of characters by which it is told what a word looks like.
const UPPER: usize = 0;
const LOWER: usize = 1;
const CASELESS: usize = 2;
const NUMERIC: usize = 3;
const POINT: usize = 4;
/// A hyphen or apostrophe, which says nothing.
const JOINER: usize = 5;
const OTHER: usize = 6;
const KINDS: usize = 7;

/// The kinds of the characters of ASCII.
const ASCII: [u8; 128] = {
    let mut kinds = [OTHER as u8; 128];
    let mut byte = 0;
    while byte < 128 {
        let kind = match byte as u8 {
            b'A'..=b'Z' => UPPER,
            b'a'..=b'z' => LOWER,
            b'0'..=b'9' => NUMERIC,
            b'.' => POINT,
            b'\'' | b'-' => JOINER,
            _ => OTHER,
        };
        kinds[byte] = kind as u8;
        byte += 1;
    }
    kinds
};

fn kind(c: char) -> usize {
    match ASCII.get(c as usize) {
        Some(&kind) => kind.into(),
        None if c == '’' => JOINER,
        None if c.is_lowercase() => LOWER,
        None if c.is_uppercase() => UPPER,
        None if c.is_alphabetic() => CASELESS,
        None if c.is_numeric() => NUMERIC,
        None => OTHER,
    }
}

/// What a word of any characters looks like.
pub(super) fn form(core: &str) -> Form {
    let mut counts = [0; KINDS];
    core.chars().for_each(|c| counts[kind(c)] += 1);
    let [upper, lower, caseless, digits, points, joiners, others] = counts;
    let letters = upper + lower + caseless;
    let length = letters + digits + points + joiners + others;
    if others > 0 && letters > 2 && core.contains(['@', '/', '\\', '_']) || core.starts_with("www.") {
        return Form::Address;
    }
    match (letters, digits) {
        (0, 0) => Form::Marks,
        (0, _) => Form::Number,
        (_, 1..) => Form::LetteredNumber,
        _ if points > 0 && letters <= 2 * (points + 1) && length <= 12 => Form::Dotted,
        _ if points > 0 && others == 0 => Form::Address,
        _ if upper + lower == 0 => Form::Caseless,
        (1, _) if upper == 1 => Form::Capital,
        (1, _) => Form::Small,
        _ if upper == 0 => Form::Lower,
        _ if lower == 0 => Form::Upper,
        _ if upper == 1 && core.starts_with(char::is_uppercase) => Form::Title,
        _ => Form::Mixed,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_words() {
        for (word, expected) in [
            ("parade", Form::Lower),
            ("don’t", Form::Lower),
            ("Parade", Form::Title),
            ("US", Form::Upper),
            ("J", Form::Capital),
            ("b", Form::Small),
            ("McDonald", Form::Mixed),
            ("1,000.5", Form::Number),
            ("$5", Form::Number),
            ("3rd", Form::LetteredNumber),
            ("U.S", Form::Dotted),
            ("Ph.D", Form::Dotted),
            ("www.example.org", Form::Address),
            ("a@b.org", Form::Address),
            ("example.com", Form::Address),
            ("日本", Form::Caseless),
            ("***", Form::Marks),
        ] {
            assert_eq!(form(word), expected, "{word}");
        }
    }

    #[test]
    fn words_of_ascii_look_alike_by_eights_of_bytes() {
        for word in
            ["a", "B", "7", "parade", "Parades", "PARADING", "paradings", "McDonalds", "12345678901", "B52s"]
        {
            for repeated in 1..4 {
                let word = word.repeat(repeated);
                for rest in ["", ".", ", the sea", "é", "’s and so on"] {
                    let text = format!("{word}{rest}");
                    assert_eq!(word_form(text.as_bytes()), (word.len(), form(&word)), "{text}");
                }
            }
        }
        for none in ["", ".", " a", "é", "@", "[", "`", "{", "/", ":"] {
            assert_eq!(word_form(none.as_bytes()), (0, Form::Marks), "{none}");
        }
    }
}

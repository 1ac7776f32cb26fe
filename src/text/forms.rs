//! What words look like.

/// What a word looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(super) enum Form {
    /// Marks only, or nothing.
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
const SMALL: usize = 1;
const CAPITAL: usize = 2;
const DIGIT: usize = 4;

/// What words look like whose first byte is of one kind and whose other bytes are
/// of some: eight times the former and the latter.
const FORMS: [Form; 40] = {
    let mut forms = [Form::Mixed; 40];
    let mut kinds = 8;
    while kinds < 40 {
        forms[kinds] = match (kinds / 8, kinds % 8) {
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
pub(super) fn word_form(bytes: &[u8]) -> (usize, Form) {
    let first = match bytes.first() {
        Some(b'a'..=b'z') => SMALL,
        Some(b'A'..=b'Z') => CAPITAL,
        Some(b'0'..=b'9') => DIGIT,
        _ => return (0, Form::Marks),
    };
    let (mut length, mut others) = (0, 0);
    loop {
        let rest = &bytes[length..];
        let eight = match rest.first_chunk() {
            Some(&eight) => u64::from_le_bytes(eight),
            None => rest.iter().rev().fold(0, |eight, &byte| eight << 8 | u64::from(byte)),
        };
        let low = eight & !HIGH;
        let letters = within(low | (0x20 * ONES), b'a', b'z');
        let digits = within(low, b'0', b'9');
        let end = (!(letters | digits) | eight) & HIGH;
        // The bits below the first byte that is neither, but for the first byte of all.
        let mut word = (end & end.wrapping_neg()).wrapping_sub(1) & HIGH;
        if length == 0 {
            word &= !0xFF;
        }
        // The bit that tells small letters from capitals.
        let small = eight << 2;
        others |= usize::from(letters & small & word > 0);
        others |= usize::from(letters & !small & word > 0) * CAPITAL;
        others |= usize::from(digits & word > 0) * DIGIT;
        if end > 0 {
            return (length + end.trailing_zeros() as usize / 8, FORMS[first * 8 + others]);
        }
        length += 8;
    }
}

/// The highest bit of each byte, by which it is told what the byte is.
const HIGH: u64 = 0x8080_8080_8080_8080;
/// One in each byte.
const ONES: u64 = 0x0101_0101_0101_0101;

/// Which bytes, all of ASCII, are from `first` to `last`: their highest bits.
fn within(bytes: u64, first: u8, last: u8) -> u64 {
    (bytes + u64::from(0x80 - first) * ONES) & !(bytes + u64::from(0x7F - last) * ONES)
}

/// What a word of any characters looks like.
pub(super) fn form(core: &str) -> Form {
    let (mut upper, mut lower, mut caseless, mut digits, mut points, mut others) = (0, 0, 0, 0, 0, 0);
    let mut length = 0;
    for c in core.chars() {
        length += 1;
        match c {
            'a'..='z' => lower += 1,
            'A'..='Z' => upper += 1,
            '0'..='9' => digits += 1,
            '.' => points += 1,
            '\'' | '’' | '-' => {}
            _ if c.is_lowercase() => lower += 1,
            _ if c.is_uppercase() => upper += 1,
            _ if c.is_alphabetic() => caseless += 1,
            _ if c.is_numeric() => digits += 1,
            _ => others += 1,
        }
    }
    let letters = upper + lower + caseless;
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

//! The inflectional stem: what a word's singular and plural, its present and past share.
//!
//! Steps 1a to 1c and 5a of Porter's stemmer (Porter 1980, *An algorithm for
//! suffix stripping*). The later steps strip derivation as well (*general* and
//! *generate* would be one); for counting words only inflection should go.
//! Irregular forms are the words pack's.

use std::mem;

/// The stem of `word`, which is in lower case. It groups forms and is not meant to be read.
///
/// ```
/// use textlens::language::english::stem;
/// assert_eq!(stem("supplies"), stem("supplying"));
/// assert_eq!(stem("hoped"), stem("hope"));
/// assert_ne!(stem("general"), stem("generate"));
/// ```
pub fn stem(word: &str) -> String {
    let mut stem = word.to_owned();
    if word.len() < 4 || !word.bytes().all(|b| b.is_ascii_lowercase() || b == b'-') {
        return stem;
    }
    strip_plural(&mut stem);
    strip_past_and_progressive(&mut stem);
    if stem.ends_with('y') && has_vowel(&stem[..stem.len() - 1]) && stem.len() > 2 {
        stem.pop();
        stem.push('i');
    }
    if let Some(rest) = stem.strip_suffix('e')
        && (measure(rest) > 1 || measure(rest) == 1 && !ends_short(rest))
    {
        stem.truncate(rest.len());
    }
    stem
}

/// Step 1a: *caresses*, *ponies*, *cats*; but not *caress*, *us* and *microlens*.
fn strip_plural(stem: &mut String) {
    let cut = if stem.ends_with("sses") || stem.ends_with("ies") && stem.len() > 4 {
        2
    } else if stem.ends_with("ies") {
        1
    } else if ["ss", "us", "is"].iter().any(|ending| stem.ends_with(ending))
        || !stem.ends_with('s')
        || stem.len() > 7 && stem.ends_with("lens")
    {
        0
    } else if ["xes", "ches", "shes", "zzes"].iter().any(|ending| stem.ends_with(ending)) {
        2
    } else {
        1
    };
    stem.truncate(stem.len() - cut);
}

/// Step 1b: *agreed*, *plastered*, *motoring*, with the *e* of *hoping* and the one *p* of *hopping* restored.
fn strip_past_and_progressive(stem: &mut String) {
    if let Some(rest) = stem.strip_suffix("eed") {
        if measure(rest) > 0 {
            stem.truncate(rest.len() + 2);
        }
        return;
    }
    let Some(rest) = ["ed", "ing"].iter().find_map(|ending| stem.strip_suffix(ending)) else { return };
    if !has_vowel(rest) || rest.len() < 2 {
        return;
    }
    stem.truncate(rest.len());
    let bytes = stem.as_bytes();
    let last = bytes[bytes.len() - 1];
    if ["at", "bl", "iz"].iter().any(|ending| stem.ends_with(ending))
        || measure(stem) == 1 && ends_short(stem)
    {
        stem.push('e');
    } else if bytes.len() > 1
        && bytes[bytes.len() - 2] == last
        && consonants(stem).last() == Some(true)
        && !matches!(last, b'l' | b's' | b'z')
    {
        stem.pop();
    }
}

/// Of each letter of `word` whether it is a consonant: *y* is one unless it follows one.
fn consonants(word: &str) -> impl Iterator<Item = bool> {
    let mut is_consonant = false;
    word.bytes().map(move |byte| {
        is_consonant = match byte {
            b'a' | b'e' | b'i' | b'o' | b'u' => false,
            b'y' => !is_consonant,
            _ => true,
        };
        is_consonant
    })
}

fn has_vowel(word: &str) -> bool {
    consonants(word).any(|is_consonant| !is_consonant)
}

/// Porter's m: how often a consonant follows a vowel.
fn measure(word: &str) -> usize {
    let mut before = true;
    let follows_vowel = |&is_consonant: &bool| !mem::replace(&mut before, is_consonant) && is_consonant;
    consonants(word).filter(follows_vowel).count()
}

/// Porter's *o: consonant, vowel, consonant, the last not w, x or y.
fn ends_short(word: &str) -> bool {
    let shape = consonants(word).fold(0u8, |shape, is_consonant| shape << 1 | u8::from(is_consonant));
    word.len() >= 3 && shape & 0b111 == 0b101 && !word.ends_with(['w', 'x', 'y'])
}

#[cfg(test)]
mod tests {
    use super::stem;

    #[test]
    fn inflected_forms_share_a_stem() {
        for forms in [
            &["missile", "missiles"][..],
            &["supply", "supplies", "supplied", "supplying"],
            &["agree", "agrees", "agreed", "agreeing"],
            &["plan", "plans", "planned", "planning"],
            &["make", "makes", "making"],
            &["launch", "launches", "launched", "launching"],
            &["box", "boxes"],
            &["microlens", "microlenses"],
            &["state", "states", "stated", "stating"],
            &["increase", "increases", "increased", "increasing"],
            &["sanction", "sanctions", "sanctioned"],
        ] {
            let first = stem(forms[0]);
            for form in forms {
                assert_eq!(stem(form), first, "{form} and {}", forms[0]);
            }
        }
    }

    #[test]
    fn a_y_is_a_vowel_behind_a_consonant() {
        let consonants = |word| -> Vec<bool> { super::consonants(word).collect() };
        assert_eq!(consonants("yea"), [true, false, false]);
        assert_eq!(consonants("syzygy"), [true, false, true, false, true, false]);
        assert_eq!(consonants("toyyy"), [true, false, true, false, true]);
    }

    #[test]
    fn different_words_keep_theirs() {
        for (a, b) in [
            ("general", "generate"),
            ("university", "universe"),
            ("hope", "hop"),
            ("use", "us"),
            ("thing", "th"),
        ] {
            assert_ne!(stem(a), stem(b), "{a} and {b}");
        }
    }
}

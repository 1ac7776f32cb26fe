//! The inflectional stem: what a word's singular and plural, its present and past share.
//!
//! Steps 1a to 1c and 5a of Porter's stemmer (Porter 1980, *An algorithm for
//! suffix stripping*). The later steps strip derivation as well (*general* and
//! *generate* would be one); for counting words only inflection should go.
//! Irregular forms are the words pack's.

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
        && is_consonant(bytes, bytes.len() - 1)
        && !matches!(last, b'l' | b's' | b'z')
    {
        stem.pop();
    }
}

fn is_consonant(word: &[u8], at: usize) -> bool {
    match word[at] {
        b'a' | b'e' | b'i' | b'o' | b'u' => false,
        b'y' => at == 0 || !is_consonant(word, at - 1),
        _ => true,
    }
}

fn has_vowel(word: &str) -> bool {
    (0..word.len()).any(|at| !is_consonant(word.as_bytes(), at))
}

/// Porter's m: how often a consonant follows a vowel.
fn measure(word: &str) -> usize {
    let bytes = word.as_bytes();
    (1..bytes.len()).filter(|&at| is_consonant(bytes, at) && !is_consonant(bytes, at - 1)).count()
}

/// Porter's *o: consonant, vowel, consonant, the last not w, x or y.
fn ends_short(word: &str) -> bool {
    let bytes = word.as_bytes();
    let n = bytes.len();
    n >= 3
        && is_consonant(bytes, n - 1)
        && !is_consonant(bytes, n - 2)
        && is_consonant(bytes, n - 3)
        && !matches!(bytes[n - 1], b'w' | b'x' | b'y')
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

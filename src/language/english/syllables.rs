//! Syllables of English words by rule.
//!
//! A syllable has one vowel sound, so the groups of vowel letters are counted,
//! less those that are silent (*-e*, most *-ed* and *-es*), plus those that
//! are two sounds (*i-a*, *i-o*, *e-o*). The rules were fitted by hand on
//! CMUdict (BSD-2-Clause); what they still miscount and is frequent stands in
//! the words pack.

use std::borrow::Cow;

use crate::lexicon::base_letter;

/// Syllables of `word`, which is in lower case; every part of a compound adds its own. At least 1.
///
/// ```
/// use textlens::language::english::syllables;
/// assert_eq!(syllables("parade"), 2);
/// assert_eq!(syllables("intercontinental"), 6);
/// assert_eq!(syllables("goose-stepping"), 3);
/// ```
pub fn syllables(word: &str) -> usize {
    // The most of words have one part.
    if !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'\'') {
        return part_syllables(word).max(1);
    }
    word.split(|c: char| !c.is_alphabetic() && c != '\'')
        .filter(|part| !part.is_empty())
        .map(|part| part_syllables(&without_diacritics(part)))
        .sum::<usize>()
        .max(1)
}

/// A part of a word in the letters of ASCII that sound alike. An *e* with a
/// diacritic is heard at the end (*café*), and a vowel with an acute accent or a
/// diaeresis apart from the one before it (*naïve*, *Zoë*, *Chloé*).
fn without_diacritics(part: &str) -> String {
    let mut plain = String::new();
    let mut rest = part.chars();
    while let Some(c) = rest.next() {
        let letter = base_letter(c);
        let stands_apart = matches!(c, 'á' | 'é' | 'í' | 'ó' | 'ú' | 'ä' | 'ë' | 'ï' | 'ö' | 'ü');
        if stands_apart && plain.bytes().next_back().is_some_and(is_vowel) {
            plain.push('h');
        }
        let ends = || rest.as_str().bytes().all(|byte| matches!(byte, b's' | b'\''));
        let is_heard = letter != c && letter == 'e' && ends();
        plain.push(if is_heard { 'a' } else { letter });
    }
    plain
}

/// Letters that hold a sound more than their run of vowel letters shows, each
/// with what must not stand before and after it. `^` and `$` are the word's ends.
type Extra = (&'static str, &'static [(&'static str, &'static str)]);

/// The extra sounds whose letters start with `letter`.
const fn extra(letter: u8) -> &'static [Extra] {
    match letter {
        b'a' => &[("aing", &[])],
        b'c' => &[("creat", &[("", "u"), ("", "h")])],
        b'd' => &[
            // *didn't*, *isn't*: the n is a syllable of its own.
            ("dn't$", &[]),
        ],
        b'e' => &[
            ("eo", &[("p", "pl"), ("g", ""), ("c", "")]),
            ("ea$", &[("s", ""), ("t", ""), ("p", ""), ("l", ""), ("h", "")]),
            ("eing", &[]),
        ],
        b'i' => &[
            (
                "ia",
                &[
                    ("c", "l"),
                    ("c", "n"),
                    ("t", "l"),
                    ("t", "n"),
                    ("g", "l"),
                    ("g", "n"),
                    ("ss", ""),
                    ("", "ge"),
                ],
            ),
            (
                "io",
                &[
                    ("l", "n"),
                    ("n", "n"),
                    ("t", "n"),
                    ("t", "us"),
                    ("s", "n"),
                    ("s", "us"),
                    ("c", "n"),
                    ("c", "us"),
                    ("g", "n"),
                    ("g", "us"),
                ],
            ),
            ("iu", &[]),
            ("iet", &[("t", ""), ("c", "")]),
            ("ience", &[("t", ""), ("nsc", "")]),
            ("ient", &[("t", ""), ("c", "")]),
            ("ier$", &[("t", ""), ("d", ""), ("p", "")]),
            ("iest$", &[("r", "")]),
        ],
        b'o' => &[("oing", &[])],
        b'p' => &[("poem", &[]), ("poet", &[])],
        b's' => &[("sm$", &[]), ("sms$", &[]), ("sn't$", &[])],
        b't' => &[("theat", &[]), ("thm$", &[]), ("thms$", &[])],
        b'u' => &[
            ("ua", &[("q", ""), ("g", ""), ("", "de"), ("", "si")]),
            ("uen", &[("q", ""), ("g", "")]),
            ("uel", &[("q", ""), ("g", "")]),
            ("uity", &[("q", "")]),
            ("uin", &[("q", ""), ("g", ""), ("b", "")]),
            ("uid", &[("q", ""), ("g", ""), ("", "e")]),
            ("uo", &[("q", "")]),
            ("uing", &[("q", ""), ("g", "")]),
        ],
        b'y' => &[("ying", &[("^", ""), ("a", ""), ("e", ""), ("o", ""), ("u", "")])],
        _ => &[],
    }
}

/// By the first letter of extra sounds, a bit for each letter that is their second; other characters share some.
const SECOND_LETTERS: [u32; 32] = {
    let mut seconds = [0; 32];
    let mut letter = b'a';
    while letter <= b'z' {
        let entries = extra(letter);
        let mut entry = 0;
        while entry < entries.len() {
            seconds[(letter & 31) as usize] |= 1 << (entries[entry].0.as_bytes()[1] & 31);
            entry += 1;
        }
        letter += 1;
    }
    seconds
};

/// Words that keep their silent *e* as the first part of a compound: *some-thing*.
const FIRST_PARTS: &[&str] =
    &["some", "every", "there", "where", "home", "fire", "base", "house", "life", "time"];

/// Endings before which an *e* is silent: *safe-ly*.
const AFTER_SILENT_E: &[&str] = &["ly", "less", "lessly", "ful", "fully", "ment", "ments", "ness"];

fn part_syllables(part: &str) -> usize {
    let plain = part.bytes().all(|byte| byte.is_ascii_lowercase());
    let letters: Cow<'_, str> =
        if plain { part.into() } else { part.chars().filter(char::is_ascii_lowercase).collect() };
    if !letters.bytes().any(is_vowel) {
        // Initials are spelt out: *dvd*; a double-u has three.
        return letters.bytes().map(|letter| if letter == b'w' { 3 } else { 1 }).sum();
    }
    (vowel_groups(letters.as_bytes()) + extra_sounds(part)).saturating_sub(silent_vowels(&letters)).max(1)
}

fn is_vowel(letter: u8) -> bool {
    matches!(letter, b'a' | b'e' | b'i' | b'o' | b'u' | b'y')
}

/// Runs of vowel letters. *y* before a vowel is a consonant, *qu* has a silent *u*.
fn vowel_groups(letters: &[u8]) -> usize {
    let sounds = |at: usize| {
        is_vowel(letters[at])
            && !(letters[at] == b'y' && letters.get(at + 1).is_some_and(|&next| is_vowel(next)))
            && !(letters[at] == b'u' && at > 0 && letters[at - 1] == b'q')
    };
    let (mut groups, mut before) = (0, false);
    for at in 0..letters.len() {
        let sounds = sounds(at);
        groups += usize::from(sounds && !before);
        before = sounds;
    }
    groups
}

/// How many places with an [`extra`] sound the word has.
fn extra_sounds(word: &str) -> usize {
    /// Bytes of a word for which no memory is asked.
    const SHORT: usize = 62;
    let (mut short, long);
    let word = match word.len() {
        0..=SHORT => {
            short = [b'$'; SHORT + 2];
            short[0] = b'^';
            short[1..=word.len()].copy_from_slice(word.as_bytes());
            &short[..word.len() + 2]
        }
        _ => {
            long = format!("^{word}$");
            long.as_bytes()
        }
    };
    let is_extra = |at: usize, &(letters, unless): &Extra| {
        starts(&word[at..], letters) && {
            let (before, after) = (&word[..at], &word[at + letters.len()..]);
            !unless.iter().any(|(head, tail)| ends(before, head) && starts(after, tail))
        }
    };
    let mut sounds = 0;
    for (at, pair) in word.windows(2).enumerate() {
        // Most pairs begin none.
        if SECOND_LETTERS[usize::from(pair[0] & 31)] >> (pair[1] & 31) & 1 == 1 {
            sounds += extra(pair[0]).iter().filter(|entry| is_extra(at, entry)).count();
        }
    }
    sounds
}

/// Whether `bytes` start with a few letters.
fn starts(bytes: &[u8], letters: &str) -> bool {
    letters.len() <= bytes.len() && letters.bytes().zip(bytes).all(|(letter, &byte)| letter == byte)
}

/// Whether `bytes` end with a few letters.
fn ends(bytes: &[u8], letters: &str) -> bool {
    letters.len() <= bytes.len()
        && letters.bytes().rev().zip(bytes.iter().rev()).all(|(letter, &byte)| letter == byte)
}

/// How many vowel groups of the word are not heard.
fn silent_vowels(word: &str) -> usize {
    let bytes = word.as_bytes();
    let end = if let Some(head) = word.strip_suffix('e') {
        has_silent_e(head)
    } else if let Some(head) = word.strip_suffix("es") {
        has_silent_e(head)
            && !matches!(head.as_bytes(), [.., b's' | b'x' | b'z' | b'c' | b'g'] | [.., b'c' | b's', b'h'])
    } else if let Some(head) = word.strip_suffix("ed") {
        has_silent_e(head) && !head.ends_with(['t', 'd'])
    } else {
        word.ends_with("ically")
    };
    let may_hide = matches!(bytes.last(), Some(b'y' | b's' | b'l' | b't'));
    let inside = may_hide
        && AFTER_SILENT_E.iter().any(|ending| {
            let head = ends(bytes, ending).then(|| &word[..word.len() - ending.len()]);
            let head = head.and_then(|head| head.strip_suffix('e'));
            head.is_some_and(|head| has_silent_e(head) && head.bytes().any(is_vowel))
        });
    let french = word.len() > 4
        && matches!(
            bytes,
            [.., b'g' | b'q', b'u', b'e']
                | [.., b'g' | b'q', b'u', b'e', b's']
                | [.., b'g', b'u', b'e', b'd']
        );
    let compound =
        FIRST_PARTS.iter().any(|first| starts(bytes, first) && starts_with_consonant(&word[first.len()..]));
    [end, inside, french, compound].into_iter().map(usize::from).sum()
}

/// Whether an *e* after `head` is silent: after a consonant, unless *l* or *r*
/// needs it as its vowel (*ta-ble*, *cen-tre*; but *belle*).
fn has_silent_e(head: &str) -> bool {
    let before = head.bytes().rev().nth(1).unwrap_or(b'a');
    let syllabic = head.ends_with('l') && !is_vowel(before) && before != b'l'
        || head.ends_with("tr")
        || head.ends_with("cr");
    head.ends_with(|c: char| !matches!(c, 'a' | 'e' | 'i' | 'o' | 'u')) && !syllabic
}

/// Whether the second part of a compound starts here; *somer-* and *homen-* are none.
fn starts_with_consonant(rest: &str) -> bool {
    rest.len() > 2 && rest.starts_with(|c: char| !matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'r' | 'n'))
}

#[cfg(test)]
mod tests {
    use super::syllables;

    #[test]
    fn diacritics_say_what_is_heard() {
        for (count, words) in [
            (1, "crème fête très née"),
            (
                2,
                "café cafés café's brontë naïve cliché façade über señor zoë noël chloé garçon purée saúl déjà",
            ),
            (3, "résumé fiancée fiancé beyoncé raphaël protégé piñata"),
            (4, "coöperate société communiqué"),
        ] {
            for word in words.split(' ') {
                assert_eq!(syllables(word), count, "{word}");
            }
        }
    }

    #[test]
    fn counts_what_is_heard() {
        for (count, words) in [
            (1, "war makes called strength league rhyme don't belle"),
            (2, "table tables centre being doing something didn't prism safely quiet"),
            (3, "studying video radio medium influence poetry dvd idea basically"),
            (4, "material military"),
        ] {
            for word in words.split(' ') {
                assert_eq!(syllables(word), count, "{word}");
            }
        }
    }
}

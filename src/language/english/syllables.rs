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

fn part_syllables(part: &str) -> usize {
    let letters: String = part.chars().filter(char::is_ascii_lowercase).collect();
    if !letters.bytes().any(is_vowel) {
        // Initials are spelt out: *dvd*; a double-u has three.
        return letters.bytes().map(|letter| if letter == b'w' { 3 } else { 1 }).sum();
    }
    // *didn't*, *isn't*: the n is a syllable of its own after d and s.
    let syllabic_n = usize::from(part.ends_with("dn't") || part.ends_with("sn't"));
    (vowel_groups(letters.as_bytes()) + syllabic_n + hiatus(&letters)).saturating_sub(silent(&letters)).max(1)
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

/// How many places of `word` hold two vowel sounds in one run of vowel letters,
/// or a sound without a vowel letter.
fn hiatus(word: &str) -> usize {
    let places = |pair: &'static str, unless: fn(&str, &str) -> bool| {
        word.match_indices(pair).filter(|&(at, _)| !unless(&word[..at], &word[at + pair.len()..])).count()
    };
    let ia = places("ia", |head, tail| {
        head.ends_with(['c', 't', 'g']) && tail.starts_with(['l', 'n']) && head.len() > 1
            || head.ends_with("ss") || tail.starts_with("ge")
    });
    let io = places("io", |head, tail| {
        head.ends_with(['t', 's', 'c', 'g', 'x']) && (tail.starts_with('n') || tail.starts_with("us"))
            || head.ends_with("ill") || head.ends_with("un") && tail.starts_with('n')
    });
    let iu = places("iu", |_, _| false);
    let ie = places("iet", |head, _| head.ends_with(['t', 'c']) && !head.ends_with("so"))
        + places("ience", |head, _| head.ends_with('t') || head.ends_with("nsc"))
        + places("ient", |head, _| head.ends_with(['t', 'c']))
        + usize::from(word.len() > 5 && (word.ends_with("ier") || word.ends_with("iest") || word.ends_with("iers")));
    let eo = places("eo", |head, tail| {
        head.ends_with('p') && tail.starts_with("pl") || head.ends_with(['g', 'c']) && head.len() > 1
    });
    let ea = places("eat", |head, tail| {
        !(head.ends_with("cr") && !tail.starts_with("ur") && tail != "h") && !head.ends_with("th") && !head.ends_with("in")
    }) + usize::from(word.ends_with("ea") && !["sea", "tea", "pea", "lea", "hea"].iter().any(|end| word.ends_with(end)));
    let ua = places("ua", |head, tail| head.ends_with(['q', 'g']) || tail.starts_with("de") || tail.starts_with("si"));
    let ue = places("uen", |head, _| head.ends_with(['q', 'g'])) + places("uel", |head, _| head.ends_with(['q', 'g']));
    let ui = places("uity", |head, _| head.ends_with('q')) + places("uin", |head, _| head.ends_with(['q', 'g', 'b']))
        + places("uid", |head, tail| head.ends_with(['q', 'g']) || tail.starts_with('e'));
    let uo = places("uo", |head, _| head.ends_with('q'));
    let oe = places("oe", |head, tail| !(head.ends_with('p') && tail.starts_with(['m', 't'])));
    let ing = places("ing", |head, tail| {
        !tail.is_empty() && tail != "s" || !head.ends_with(['e', 'o', 'a', 'u']) || head.ends_with(['q', 'g'])
    });
    let ying = places("ying", |head, _| head.ends_with(['a', 'e', 'i', 'o', 'u']) || head.is_empty());
    let ism = usize::from(["sm", "sms", "thm", "thms"].iter().any(|end| word.ends_with(end)));
    ia + io + iu + ie + eo + ea + ua + ue + ui + uo + oe + ing + ying + ism
}

/// Whether a compound's second part starts here: a consonant and something after it.
fn starts_syllable(rest: &str) -> bool {
    rest.len() > 2 && rest.starts_with(|c: char| !matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'r' | 'n'))
}

/// A consonant and *l* or *r* before a final *e* are a syllable: *ta-ble*, *cen-tre*; but *belle*.
fn is_syllabic(head: &str) -> bool {
    let before = head.as_bytes().iter().rev().nth(1).copied().unwrap_or(b'a');
    head.ends_with('l') && !is_vowel(before) && before != b'l' || head.ends_with("tr") || head.ends_with("cr")
}

/// How many vowel groups of `word` are not heard.
fn silent(word: &str) -> usize {
    let silent_e = |head: &str| {
        head.ends_with(|c: char| !matches!(c, 'a' | 'e' | 'i' | 'o' | 'u'))
            && !(is_syllabic(head))
    };
    let end = if let Some(head) = word.strip_suffix('e') {
        silent_e(head)
    } else if let Some(head) = word.strip_suffix("es") {
        silent_e(head) && !["s", "x", "z", "c", "g", "ch", "sh"].iter().any(|sibilant| head.ends_with(sibilant))
    } else if let Some(head) = word.strip_suffix("ed") {
        silent_e(head) && !head.ends_with(['t', 'd'])
    } else {
        false
    };
    let inside = ["ely", "eless", "eful", "efully", "ement", "ements", "eness", "elessly"].iter().any(|ending| {
        word.strip_suffix(ending).is_some_and(|head| silent_e(head) && head.bytes().any(is_vowel))
    });
    let french = ["gue", "que", "gues", "ques", "gued"].iter().any(|end| word.ends_with(end)) && word.len() > 4;
    let joined = ["some", "every", "there", "where", "home", "fire", "base", "house", "life", "time"]
        .iter()
        .any(|first| word.strip_prefix(first).is_some_and(|rest| starts_syllable(rest)));
    let ically = word.ends_with("ically");
    [end, inside, french, joined, ically].into_iter().map(usize::from).sum()
}

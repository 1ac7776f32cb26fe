//! Which of two phrases is read where one stands in the other or they say the same.

use super::candidates::Candidates;
use super::readable::{Readable, is_of_first};
use super::stems::StemId;

/// The best phrase that says more than the one word `found`, whose merit is `own`, comes back, and not too seldom beside
/// the word: *cambio climático* for *cambio*. The word itself if there is none.
pub(super) fn longer(
    candidates: &Candidates<'_, '_>,
    scored: &[((usize, Readable), i64)],
    taken: &[Vec<StemId>],
    (found, own): ((usize, Readable), i64),
) -> (usize, Readable) {
    let word = &candidates.list[found.0];
    if word.words() > 1 {
        return found;
    }
    let stem = candidates.stems(word).next();
    let says_more = |&&((at, _), merit): &&((usize, Readable), i64)| {
        let long = &candidates.list[at];
        let count = candidates.count(long);
        let is_taken = || {
            let stems: Vec<StemId> = candidates.stems(long).collect();
            taken.iter().any(|other| says_the_same(&stems, other))
        };
        long.words() > 1
            && count > 1
            && count * OFTENER >= candidates.count(word)
            && merit * 3 > own
            && candidates.stems(long).any(|it| Some(it) == stem)
            && !is_taken()
    };
    scored.iter().find(says_more).map_or(found, |&(it, _)| it)
}

/// What stands so many times as often as a phrase with it is no short form of that.
const OFTENER: usize = 12;

/// And what a name is called after so many times as often.
const FIRST_OFTENER: usize = 3;

/// The best phrase inside `found` that is far too frequent to be a short form of it, or `found` itself, with its score:
/// *ice* of *ice cream* where ice is what the text is about, *Japan* of *Japan Youth Federation*.
pub(super) fn shorter(
    candidates: &Candidates<'_, '_>,
    scored: &[((usize, Readable), i64)],
    found: ((usize, Readable), i64),
) -> ((usize, Readable), i64) {
    let long = &candidates.list[found.0.0];
    let is_of_first = found.0.1.is_name && is_of_first(candidates, candidates.first_tokens(long));
    let least = candidates.count(long) * if is_of_first { FIRST_OFTENER } else { OFTENER };
    if long.words() == 1 || candidates.stem_counts(long).all(|count| count < least as u64) {
        return found;
    }
    let stems: Vec<StemId> = candidates.stems(long).collect();
    let is_inside = |&&((at, _), _): &&((usize, Readable), i64)| {
        let part = &candidates.list[at];
        candidates.count(part) >= least && {
            let part: Vec<StemId> = candidates.stems(part).collect();
            part.len() < stems.len() && stems.windows(part.len()).any(|it| it == part)
        }
    };
    scored.iter().find(is_inside).map_or(found, |&it| it)
}

/// The phrase of `fit` that the one `found` stands in at each of its places, or itself: *Session* stands in
/// *Court of Session*.
pub(super) fn whole(
    candidates: &Candidates<'_, '_>,
    fit: &[(usize, Readable)],
    found: (usize, Readable),
) -> (usize, Readable) {
    let part = &candidates.list[found.0];
    let (count, first) = (candidates.count(part), part.first_token());
    if count < 2 {
        return found;
    }
    let holds = |&&(at, readable): &&(usize, Readable)| {
        let long = &candidates.list[at];
        let start = long.first_token();
        start <= first
            && first + part.words() <= start + long.words()
            && long.words() > part.words()
            && candidates.count(long) == count
            && (readable.is_name || !found.1.is_name)
    };
    *fit.iter().rfind(holds).unwrap_or(&found)
}

/// Whether one is inside the other, or they share two words.
pub(super) fn says_the_same(one: &[StemId], other: &[StemId]) -> bool {
    let (short, long) = if one.len() < other.len() { (one, other) } else { (other, one) };
    long.windows(short.len()).any(|part| part == short)
        || short.iter().filter(|stem| long.contains(stem)).count() > 1
}

/// Whether two phrases are two forms of one: *presidential nominee* and *presidential nomination*, *governor* and
/// *governorship*. `one` and `other` are the stems of their words.
pub(super) fn are_variants(one: &[&str], other: &[&str]) -> bool {
    let common = |a: &str, b: &str| a.chars().zip(b.chars()).take_while(|(a, b)| a == b).count();
    let is_long = one.len() > 1;
    let alike = |(a, b): (&&str, &&str)| {
        a == b || {
            let common = common(a, b);
            let shorter = a.chars().count().min(b.chars().count());
            common >= LEAST_COMMON - usize::from(is_long) && common + ENDING >= shorter
        }
    };
    one.len() == other.len() && one.iter().zip(other).all(alike)
}

/// Letters that two words of one root share at least, one less where another word stands beside them, and those that the
/// shorter may have beyond them.
const LEAST_COMMON: usize = 6;
const ENDING: usize = 2;

/// Whether `short` is made of the first letters of `name`: *U.S.* and *United States*.
pub(super) fn is_initials(short: &str, name: &str) -> bool {
    let mut letters = short.bytes().filter(|&byte| byte != b'.');
    let mut words =
        name.split(' ').filter_map(|word| word.bytes().next()).filter(|first| !first.is_ascii_lowercase());
    name.contains(' ') && words.all(|first| letters.next() == Some(first)) && letters.next().is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_one_root_say_the_same() {
        assert!(are_variants(&["presidenti", "nomine"], &["presidenti", "nomin"]));
        assert!(
            are_variants(&["governor"], &["governorship"])
                && are_variants(&["moral", "realist"], &["moral", "realism"])
        );
        assert!(
            !are_variants(&["gas", "leak"], &["gas", "pipelin"]) && !are_variants(&["mine"], &["minist"])
        );
        assert!(!are_variants(&["protest"], &["protest", "march"]));
        assert!(!are_variants(&["control"], &["contract"]) && !are_variants(&["война"], &["войска"]));
    }

    #[test]
    fn first_letters_stand_for_a_name() {
        assert!(
            is_initials("NATO", "North Atlantic Treaty Organization")
                && is_initials("FBI", "Federal Bureau of Investigation")
        );
        assert!(
            !is_initials("Kim", "Kim Jong Un") && !is_initials("US", "USA") && !is_initials("U", "Ukraine")
        );
    }
}

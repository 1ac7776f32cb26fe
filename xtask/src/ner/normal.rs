//! Which differences between two spans of a name do not count: white space, a
//! leading article, titles before a person, a possessive ending.

use std::ops::Range;

use super::corpus::Kind;
use super::running_text::Mention;

/// Words before the name of a person that are no part of it. A full stop may follow the first.
const TITLES: (&[&str], &[&str]) = (
    &[
        "Mr", "Mrs", "Ms", "Dr", "Prof", "Sen", "Rep", "Gov", "Gen", "Col", "Capt", "Lt", "Sgt", "Maj",
        "Rev", "Hon", "St",
    ],
    &[
        "President",
        "Vice",
        "Prime",
        "Foreign",
        "Defense",
        "Defence",
        "Interior",
        "Finance",
        "Justice",
        "Deputy",
        "Former",
        "former",
        "Acting",
        "Minister",
        "Premier",
        "Chancellor",
        "Secretary",
        "Senator",
        "Congressman",
        "Representative",
        "Governor",
        "Mayor",
        "Ambassador",
        "King",
        "Queen",
        "Prince",
        "Princess",
        "Pope",
        "Sir",
        "Lord",
        "Lady",
        "Dame",
        "General",
        "Colonel",
        "Captain",
        "Lieutenant",
        "Sergeant",
        "Major",
        "Admiral",
        "Judge",
        "Chief",
        "Professor",
        "Doctor",
        "Reverend",
        "Sheikh",
        "Ayatollah",
        "Coach",
        "Director",
        "Chairman",
        "Spokesman",
        "spokesman",
    ],
);

/// What may stand between a title and the name.
const AFTER_TITLES: &[&str] = &["of State", "of Defense", "General"];

/// The part of `text` in `range` that counts.
pub fn core(text: &str, range: Range<usize>, kind: Kind) -> Range<usize> {
    let (mut start, mut end) = (range.start, range.end);
    let trim_start = |start: usize, end: usize| end - text[start..end].trim_start().len();
    let trim_end = |start: usize, end: usize| start + text[start..end].trim_end().len();
    start = trim_start(start, end);
    end = trim_end(start, end);
    let name = &text[start..end];
    let article = ["the", "a", "an"].into_iter().filter_map(|article| {
        let head = name.get(..article.len())?;
        let rest = &name[article.len()..];
        let after = rest.trim_start();
        (head.eq_ignore_ascii_case(article) && after.len() < rest.len() && !after.is_empty())
            .then_some(name.len() - after.len())
    });
    start += article.max().unwrap_or(0);
    while kind == Kind::Per
        && let Some(length) = title(&text[start..end])
    {
        start += length;
    }
    let name = &text[start..end];
    let ending = ["'s", "’s", "'", "’"].into_iter().find(|ending| name.ends_with(ending));
    if let Some(ending) = ending
        && ending.len() < name.len()
    {
        end -= ending.len();
    }
    end = trim_end(start, end);
    start..end
}

/// Bytes of the title that `name` begins with, and of what follows it; `None` if nothing else would be left.
fn title(name: &str) -> Option<usize> {
    let word = name.split(char::is_whitespace).next()?;
    let is_short = TITLES.0.contains(&word.strip_suffix('.').unwrap_or(word));
    if !is_short && !TITLES.1.contains(&word) {
        return None;
    }
    let rest = &name[word.len()..];
    let after = rest.trim_start();
    let skipped = AFTER_TITLES.iter().find_map(|more| {
        let rest = after.strip_prefix(more)?;
        let name = rest.trim_start();
        (name.len() < rest.len()).then_some(name)
    });
    let left = skipped.unwrap_or(after);
    (after.len() < rest.len() && !left.is_empty()).then_some(name.len() - left.len())
}

/// The mentions as they count: normal, none twice, and of those that overlap the longest.
pub fn clean(text: &str, mentions: impl IntoIterator<Item = Mention<Kind>>) -> Vec<Mention<Kind>> {
    let mut normal: Vec<Mention<Kind>> = mentions
        .into_iter()
        .map(|mention| Mention { range: core(text, mention.range, mention.kind), kind: mention.kind })
        .filter(|mention| !mention.range.is_empty())
        .collect();
    normal.sort_by_key(|mention| {
        (std::cmp::Reverse(mention.range.len()), mention.range.start, mention.kind.name())
    });
    normal.dedup();
    let mut kept: Vec<Mention<Kind>> = Vec::new();
    let mut taken = vec![false; text.len()];
    for mention in normal {
        if !taken[mention.range.clone()].contains(&true) {
            taken[mention.range.clone()].fill(true);
            kept.push(mention);
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_does_not_count_is_left_out() {
        for (name, kind, expected) in [
            (" the Bank of England's ", Kind::Org, "Bank of England"),
            ("The Hague", Kind::Loc, "Hague"),
            ("Secretary of State John Kerry", Kind::Per, "John Kerry"),
            ("Prime Minister Gen. Tun’", Kind::Per, "Tun"),
            ("President", Kind::Per, "President"),
            ("President Lines", Kind::Org, "President Lines"),
            ("the", Kind::Org, "the"),
        ] {
            assert_eq!(&name[core(name, 0..name.len(), kind)], expected);
        }
    }

    #[test]
    fn the_longest_of_overlapping_mentions_stays() {
        let mention = |range, kind| Mention { range, kind };
        let found = clean(
            "the New York Times",
            [mention(4..12, Kind::Loc), mention(0..18, Kind::Org), mention(4..18, Kind::Org)],
        );
        assert_eq!(found, [mention(4..18, Kind::Org)]);
    }
}

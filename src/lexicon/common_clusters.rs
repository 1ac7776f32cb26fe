//! Says which words of clusters are common, in place of a list of their own: each word is then
//! in the pack once, and read once.

use std::collections::HashSet;

use super::pack::lines;

/// The list of common words without those that are in clusters, and the clusters, where these words come after the
/// others and a plus sign.
pub(super) fn merged(common: &str, clusters: &str) -> (String, String) {
    let is_plain = |word: &&str| word.bytes().all(|byte| byte.is_ascii_lowercase());
    let plain: HashSet<&str> = lines(common).filter(is_plain).collect();
    let mut merged = String::new();
    let mut in_clusters = HashSet::new();
    for line in lines(clusters) {
        let (common, others): (Vec<&str>, Vec<&str>) =
            line.split_whitespace().partition(|word| plain.contains(word));
        in_clusters.extend(common.iter().copied());
        merged += &others.join(" ");
        if !common.is_empty() {
            merged += " + ";
            merged += &common.join(" ");
        }
        merged.push('\n');
    }
    let rest = lines(common).filter(|word| !in_clusters.contains(word));
    (rest.flat_map(|word| [word, "\n"]).collect(), merged)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn common_words_stand_once() {
        let (rest, clusters) = merged(
            "# common\no'clock\none\ntwo\nzero\n",
            "# clusters\n3 14 one o'clock six\n5 6 two\n7 8 ten\n",
        );
        assert_eq!(rest, "o'clock\nzero\n");
        assert_eq!(clusters, "3 14 o'clock six + one\n5 6 + two\n7 8 ten\n");
    }
}

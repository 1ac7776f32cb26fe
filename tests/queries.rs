//! What is asked of a text: bad input, sound answers, and no more time than the text is long.

#[path = "support/clock.rs"]
mod clock;

use textlens::keywords::{Company, KeynessOptions, NgramOptions, Order, Query, WordCounts};
use textlens::lexicon::Packs;
use textlens::{Options, Reading};

fn read(text: &str) -> Reading<'_, '_> {
    Reading::new(Packs::built_in(), text, &Options::default()).unwrap()
}

fn query(text: &str) -> Query {
    Query::parse(text).unwrap()
}

/// Asks everything of the texts that `text` makes of about `size` and a fourth of it: what is asked
/// must be answered with finite numbers, and in a time in proportion to the text.
fn ask_all(size: usize, text: impl Fn(usize) -> String, queries: &[&str]) {
    read("The packs are read.").keyness(None, KeynessOptions::default());
    clock::assert_linear(&format!("{queries:?}"), size, text, |text| ask(text, queries));
}

fn ask(text: &str, queries: &[&str]) {
    let reading = read(text);
    for query in queries.iter().map(|text| query(text)) {
        let found = reading.find(&query);
        assert!(found.windows(2).all(|pair| pair[0].span.end <= pair[1].span.start), "in order, apart");
        let lines = reading.concordance(&query, 8, Order::Right, usize::MAX);
        assert_eq!(lines.len(), found.len());
        assert!(
            lines.iter().all(|line| line.left.end <= line.node.start && line.node.end <= line.right.start)
        );
        for collocate in reading.collocations(&query, Company::Window(5), 1) {
            assert!(collocate.log_likelihood.is_finite() && collocate.log_dice <= 14.0 + 1e-9);
        }
        let spread = reading.dispersion(&query, 10);
        assert_eq!(spread.counts.iter().sum::<usize>(), found.len());
        reading.graph(&query, Company::Sentence, 1, 20);
    }
    for key in reading.keyness(None, KeynessOptions::default()) {
        assert!(key.log_likelihood.is_finite() && key.log_ratio.is_finite());
    }
    for words in 1..=5 {
        reading.ngrams(&NgramOptions { words, limit: 10, content_only: false, ..NgramOptions::default() });
    }
    reading.summary(3);
    reading.keyphrases(10);
}

/// Half a megabyte: in a build that is not optimised, what takes more than linear time shows.
const SIZE: usize = 1 << 19;

#[test]
fn one_word_again_and_again() {
    ask_all(SIZE, |size| "missile ".repeat(size / 8), &["missile", "[missile]", "mis*", "missile missile"]);
}

#[test]
fn one_word_a_million_times() {
    let text = "missile ".repeat(1_000_000);
    let report = textlens::analyze(&text, &Options::default()).unwrap();
    assert_eq!((report.statistics.words, report.statistics.unique_words), (1_000_000, 1));
    assert_eq!((report.keywords.len(), report.keywords[0].count), (1, 1_000_000));
    let reading = read(&text);
    assert_eq!(reading.find(&query("[missile]")).len(), 1_000_000);
    assert_eq!(reading.concordance(&query("missile"), 8, Order::Right, 10).len(), 10);
}

#[test]
fn stop_words_only() {
    ask_all(SIZE, |size| "of the and to ".repeat(size / 14), &["the", "of the", "*"]);
}

#[test]
fn every_word_another() {
    let text = |size| (0..size as u32 / 6).map(|word| format!("w{} ", to_letters(word))).collect();
    ask_all(SIZE, text, &["wa*", "*a", "nothing"]);
}

/// A number in letters, so that it is a word.
fn to_letters(mut number: u32) -> String {
    let mut letters = String::new();
    loop {
        letters.push(char::from(b'a' + (number % 26) as u8));
        number /= 26;
        if number == 0 {
            return letters;
        }
    }
}

#[test]
fn no_spaces_and_no_words() {
    ask_all(SIZE, |size| "x".repeat(size), &["x", "x*", "*"]);
    ask_all(SIZE, |size| "x-y".repeat(size / 3), &["x", "x*", "*"]);
    ask_all(SIZE, |size| "日本語".repeat(size / 9), &["日", "日本*", "*", "語日", "日 本 語", "[日]"]);
    ask_all(SIZE, |size| ".".repeat(size), &["x", "*", "."]);
    ask("", &["x", "*", ".", "日", "x y"]);
}

#[test]
fn words_far_apart_by_marks() {
    let queries = ["x y", "x, y", "x z x", "x. y.", "+ +", "x + x", "y y"];
    ask_all(SIZE, |size| "x.+, y, ".repeat(size / 8), &queries);
    ask_all(SIZE, |size| format!("x {} y", ".".repeat(size)), &queries);
    ask_all(SIZE, |size| format!("x {} y", "- x ".repeat(size / 4)), &queries);
    ask_all(SIZE, |size| format!("x {} y", ", - ".repeat(size / 4)), &queries);
}

#[test]
fn what_begins_everywhere_and_ends_nowhere() {
    let is_nowhere = |row: &str, queries: &[&str]| {
        let text = |size| row.repeat(size / row.len());
        clock::assert_linear(row, 1 << 17, text, |text| {
            let reading = read(text);
            assert!(queries.iter().all(|text| reading.find(&query(text)).is_empty()));
        });
    };
    is_nowhere(".", &[".-", ". ; -"]);
    is_nowhere("哈", &["哈哈，好"]);
}

#[test]
fn a_window_as_wide_as_a_sentence() {
    let text = |size| "missile x ".repeat(size / 10);
    clock::assert_linear("windows", 1 << 17, text, |text| {
        let (reading, node) = (read(text), query("missile"));
        let words = text.len() / 5;
        for width in [words / 5, words - 1, words, u32::MAX as usize, usize::MAX] {
            assert!(reading.collocations(&node, Company::Window(width), 1).is_empty());
        }
    });
}

#[test]
fn windows_that_overlap_have_each_word_once() {
    let text = "One missile two three missile four missile. Five six seven eight nine missile ten.";
    let reading = read(text);
    for width in [1, 2, 3, 99] {
        let found = reading.collocations(&query("missile"), Company::Window(width), 1);
        assert!(found.iter().all(|collocate| collocate.together == 1 && collocate.count == 1), "{found:?}");
    }
}

#[test]
fn a_reference_without_words() {
    let reading = read("An army of drones, an army.");
    for reference in [WordCounts::default(), read("").counts(), read("...").counts()] {
        assert!(reading.keyness(Some(&reference), KeynessOptions::default()).is_empty());
    }
    // A word without a place in the reference, and a reference of one word.
    let keys = reading.keyness(Some(&read("a drone").counts()), KeynessOptions::default());
    assert_eq!(keys[0].term, "army");
    assert!(keys.iter().all(|key| key.log_ratio.is_finite() && key.log_likelihood.is_finite()));
    assert!(read("").keyness(None, KeynessOptions::default()).is_empty());
}

#[cfg(feature = "regex")]
#[test]
fn patterns_that_would_be_slow_elsewhere_are_not() {
    clock::assert_linear(
        "patterns",
        20_000,
        |size| "a".repeat(size) + " b",
        |text| {
            let reading = read(text);
            assert!(reading.find(&query("/(a|aa)+c/")).is_empty());
            assert!(reading.find(&query("/^(([a-z])+.)+[A-Z]([a-z])+$/")).is_empty());
            assert_eq!(reading.find(&query("/a*c|(aa)*d|a/")).len(), text.len() - 2);
        },
    );
}

#[cfg(feature = "regex")]
#[test]
fn patterns_may_match_across_and_inside_words() {
    let text = "Kim Jong-un met Kim.\nThe end";
    let reading = read(text);
    let found = |pattern| -> Vec<&str> {
        reading.find(&query(pattern)).into_iter().map(|place| place.span.of(text)).collect()
    };
    assert_eq!(found(r"/Kim \w+/"), ["Kim Jong"]);
    assert_eq!(found(r"/\.\s*T/"), [".\nT"]);
    assert_eq!(found("/e/"), ["e", "e", "e"]);
    let line = reading.concordance(&query("/ong/"), 1, Order::Place, 1)[0];
    assert_eq!([line.left, line.node, line.right].map(|span| span.of(text)), ["Kim J", "ong", "-un met"]);
}

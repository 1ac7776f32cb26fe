//! The Unicode standard's own test files for UAX #29, against the layer that claims to be it.

use textlens::text::uax29;

/// Runs a break test file: `÷` is a boundary, `×` is none, code points are hexadecimal.
fn run<'t, I: Iterator<Item = (usize, &'t str)>>(file: &str, least: usize, split: impl Fn(&'t str) -> I) {
    let version = uax29::UNICODE_VERSION;
    assert!(
        file.starts_with(&format!("# {}", file[2..].split('-').next().unwrap()))
            && file
                .lines()
                .next()
                .unwrap()
                .ends_with(&format!("-{}.{}.{}.txt", version.0, version.1, version.2)),
        "the test file is of another version than the rules: {:?}",
        file.lines().next()
    );
    let mut cases = 0;
    for (number, line) in file.lines().enumerate() {
        let case = line.split('#').next().unwrap_or_default().trim();
        if case.is_empty() {
            continue;
        }
        let mut text = String::new();
        let mut expected = Vec::new();
        for mark in case.split_whitespace() {
            match mark {
                "÷" => expected.push(text.len()),
                "×" => {}
                code => text.push(u32::from_str_radix(code, 16).ok().and_then(char::from_u32).unwrap()),
            }
        }
        // The text must outlive the iterator that borrows it; tests are short-lived.
        let text: &'static str = Box::leak(text.into_boxed_str());
        let mut found: Vec<usize> = split(text).map(|(at, _)| at).collect();
        found.push(text.len());
        assert_eq!(found, expected, "line {}: {line}", number + 1);
        cases += 1;
    }
    assert!(cases >= least, "only {cases} cases");
}

#[test]
fn word_break_test() {
    run(include_str!("data/unicode/WordBreakTest.txt"), 1_900, uax29::word_bounds);
}

#[test]
fn sentence_break_test() {
    run(include_str!("data/unicode/SentenceBreakTest.txt"), 500, uax29::sentence_bounds);
}

#[test]
fn grapheme_break_test() {
    run(include_str!("data/unicode/GraphemeBreakTest.txt"), 700, uax29::graphemes);
}

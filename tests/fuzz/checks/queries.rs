//! Any query of any text.

use textlens::keywords::{Company, KeynessOptions, NgramOptions, Order, Query, WordCounts};
use textlens::lexicon::Packs;
use textlens::{Options, Reading};

/// The first line is the query, the rest the text; what is not UTF-8 in them is replaced.
pub fn check(bytes: &[u8]) {
    let input = String::from_utf8_lossy(bytes);
    let (query, text) = input.split_once('\n').unwrap_or((&input, "North Korea’s missiles. A missile, été."));
    match Query::parse(query) {
        Ok(query) => {
            let read = |text| Reading::new(Packs::built_in(), text, &Options::default());
            let reading = read(text).expect("it is not too long");
            answers(&reading, &query);
            let other = read("The missile of an army.").expect("it is short").counts();
            keys(&reading, Some(&other));
        }
        Err(error) => {
            assert!(error.at().is_none_or(|at| at <= query.len() && query.is_char_boundary(at)), "{error:?}");
            assert!(!error.to_string().is_empty());
        }
    }
}

/// Asks `reading` all that can be asked with a query.
///
/// # Panics
///
/// If an answer does not stand in the text or has a number that is not finite.
pub fn answers(reading: &Reading<'_, '_>, query: &Query) {
    let text = reading.tokens().text;
    let found = reading.find(query);
    for place in &found {
        assert!(text.get(place.span.range()).is_some_and(|found| !found.is_empty()), "{place:?}");
        assert!(!place.tokens.is_empty() && place.tokens.end <= reading.tokens().tokens.len(), "{place:?}");
    }
    assert!(found.windows(2).all(|pair| pair[0].span.end <= pair[1].span.start), "in order and apart");
    for order in [Order::Place, Order::Left, Order::Right] {
        let lines = reading.concordance(query, 5, order, usize::MAX);
        assert_eq!(lines.len(), found.len());
        for line in lines {
            assert!(line.left.end <= line.node.start && line.node.end <= line.right.start, "{line:?}");
            assert!([line.left, line.node, line.right].iter().all(|span| text.get(span.range()).is_some()));
        }
    }
    for company in [Company::Window(4), Company::Sentence] {
        for collocate in reading.collocations(query, company, 1) {
            assert!(collocate.log_likelihood.is_finite() && collocate.t_score.is_finite(), "{collocate:?}");
            assert!(collocate.mutual_information.is_finite() && collocate.log_dice.is_finite());
        }
    }
    let graph = reading.graph(query, Company::Sentence, 1, 20);
    let nodes = graph.nodes.len();
    assert!(graph.edges.iter().all(|edge| edge.from < edge.to && edge.to < nodes));
    for parts in [1, 7] {
        let spread = reading.dispersion(query, parts);
        assert_eq!(spread.counts.iter().sum::<usize>(), found.len());
    }
    for words in [1, 3] {
        reading.ngrams(&NgramOptions { words, limit: 10, ..NgramOptions::default() });
    }
    for sentence in reading.summary(2) {
        assert!(text.get(sentence.span.range()).is_some());
    }
}

/// Asks what is more frequent in `reading` than elsewhere, in the language at large without a `reference`.
///
/// # Panics
///
/// If a number is not finite.
pub fn keys(reading: &Reading<'_, '_>, reference: Option<&WordCounts>) {
    for key in reading.keyness(reference, KeynessOptions::default()) {
        assert!(key.log_likelihood.is_finite() && key.log_ratio.is_finite(), "{key:?}");
    }
}

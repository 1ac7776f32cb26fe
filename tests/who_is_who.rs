//! Clusters and quotations against thirty open documents that were annotated by hand.
//!
//! The texts are from Wikinews (2019 and 2020, CC BY 2.5); the annotation is
//! the project's own, made before the results were seen. The rules were made with
//! the twenty documents of `who-is-who.jsonl` in view; the ten of
//! `who-is-who.fresh.jsonl` were added later. The files have spans in bytes:
//! mentions with the index of their entity, quotations with that of their
//! speaker. Run with `--nocapture` to see the figures.

use std::collections::BTreeMap;

use serde::Deserialize;
use textlens::text::Span;
use textlens::{Options, Report, analyze};

#[derive(Deserialize)]
struct Document {
    id: String,
    text: String,
    entities: Vec<(String, String)>,
    mentions: Vec<(u32, u32, usize)>,
    quotations: Vec<(u32, u32, Option<usize>)>,
}

/// The documents that the rules were made with, and those that came later.
const SETS: [&str; 2] = [include_str!("data/who-is-who.jsonl"), include_str!("data/who-is-who.fresh.jsonl")];

fn documents(set: &str) -> Vec<Document> {
    set.lines().map(|line| serde_json::from_str(line).expect("a document")).collect()
}

fn report(document: &Document) -> Report {
    analyze(&document.text, &Options::default()).expect("it is short")
}

/// A clustering: the cluster of each mention.
type Clusters = BTreeMap<(u32, u32), usize>;

/// B-cubed (Bagga and Baldwin 1998): the part of `one`'s clusters that `other` has, by mention,
/// as a sum and a number of mentions. A mention that `other` lacks counts nothing.
fn shared(one: &Clusters, other: &Clusters) -> (f64, usize) {
    let sum = one.iter().filter_map(|(mention, cluster)| {
        let theirs = other.get(mention)?;
        let same: Vec<_> =
            one.iter().filter(|(_, own)| *own == cluster).map(|(mention, _)| mention).collect();
        let both = same.iter().filter(|mention| other.get(**mention) == Some(theirs)).count();
        Some(both as f64 / same.len() as f64)
    });
    (sum.sum(), one.len())
}

fn harmonic(precision: f64, recall: f64) -> f64 {
    2.0 * precision * recall / (precision + recall).max(f64::MIN_POSITIVE)
}

fn gold(document: &Document) -> Clusters {
    document.mentions.iter().map(|&(start, end, entity)| ((start, end), entity)).collect()
}

/// The mentions of names in a report; those of amounts and dates are not annotated.
fn found(report: &Report) -> Clusters {
    let names = report.entities.iter().enumerate().filter(|(_, entity)| !entity.kind.is_pattern());
    names
        .flat_map(|(at, entity)| entity.mentions.iter().map(move |span| ((span.start, span.end), at)))
        .collect()
}

#[test]
fn clusters_are_mostly_those_made_by_hand() {
    SETS.into_iter().for_each(clusters);
}

fn clusters(set: &str) {
    let mut all = [(0.0, 0); 2];
    let mut common = [(0.0, 0); 2];
    let add = |sums: &mut [(f64, usize); 2], found: &Clusters, gold: &Clusters| {
        for (sum, part) in sums.iter_mut().zip([shared(found, gold), shared(gold, found)]) {
            *sum = (sum.0 + part.0, sum.1 + part.1);
        }
    };
    for document in documents(set) {
        let (gold, found) = (gold(&document), found(&report(&document)));
        add(&mut all, &found, &gold);
        let only = |clusters: &Clusters, others: &Clusters| -> Clusters {
            clusters
                .iter()
                .filter(|(mention, _)| others.contains_key(mention))
                .map(|(&m, &c)| (m, c))
                .collect()
        };
        let (both_found, both_gold) = (only(&found, &gold), only(&gold, &found));
        if std::env::var_os("TEXTLENS_SHOW").is_some() {
            show(&document, &both_found, &both_gold, &found, &gold);
        }
        add(&mut common, &both_found, &both_gold);
    }
    let figures = |sums: [(f64, usize); 2]| {
        let [precision, recall] = sums.map(|(sum, count)| sum / count as f64);
        (precision, recall, harmonic(precision, recall))
    };
    let ((p, r, f), (cp, cr, cf)) = (figures(all), figures(common));
    println!("B-cubed, all mentions: precision {p:.3}, recall {r:.3}, F1 {f:.3}");
    println!("B-cubed, mentions that both have ({}): {cp:.3}, {cr:.3}, F1 {cf:.3}", common[0].1);
    assert!(cf >= 0.95, "clusters of the mentions that both have: {cf:.3}");
    assert!(f >= 0.75, "clusters of all mentions: {f:.3}");
}

/// Prints where the clusters of a document differ.
fn show(document: &Document, found: &Clusters, gold: &Clusters, all: &Clusters, gold_all: &Clusters) {
    for (mention, cluster) in found {
        for (other, theirs) in found.range(mention..).skip(1) {
            let (together, should) = (cluster == theirs, gold[mention] == gold[other]);
            let text = |m: &(u32, u32)| Span { start: m.0, end: m.1 }.of(&document.text).to_owned();
            if together != should && text(mention) != text(other) {
                println!(
                    "{}: {:?} {:?} {}",
                    document.id,
                    text(mention),
                    text(other),
                    if together { "joined" } else { "apart" }
                );
            }
        }
    }
    let text = |m: &(u32, u32)| Span { start: m.0, end: m.1 }.of(&document.text).to_owned();
    let missing: Vec<_> = gold_all.keys().filter(|m| !all.contains_key(m)).map(text).collect();
    let wrong: Vec<_> = all.keys().filter(|m| !gold_all.contains_key(m)).map(text).collect();
    println!("{} missing {missing:?}\n   wrong {wrong:?}", document.id);
}

#[test]
fn quotations_are_mostly_those_marked_by_hand() {
    SETS.into_iter().for_each(quotations);
}

fn quotations(set: &str) {
    let (mut right, mut listed, mut marked) = (0, 0, 0);
    let (mut speakers, mut named, mut with_speaker) = (0, 0, 0);
    for document in documents(set) {
        let report = report(&document);
        // The gold entity that most mentions of a found one belong to.
        let same = |entity: usize| {
            let mut counts = BTreeMap::new();
            for &(start, end, gold) in &document.mentions {
                let overlaps = |span: &Span| span.start < end && start < span.end;
                if report.entities[entity].mentions.iter().any(overlaps) {
                    *counts.entry(gold).or_insert(0) += 1;
                }
            }
            counts
                .into_iter()
                .max_by_key(|&(gold, count)| (count, std::cmp::Reverse(gold)))
                .map(|(gold, _)| gold)
        };
        marked += document.quotations.len();
        with_speaker += document.quotations.iter().filter(|row| row.2.is_some()).count();
        for quotation in &report.quotations {
            for span in &quotation.spans {
                listed += 1;
                let gold = document.quotations.iter().find(|row| (row.0, row.1) == (span.start, span.end));
                let speaker = quotation.speaker.map(same);
                // Right is a stretch that is speech, and of a speaker who is told, that it is this one.
                let good = gold
                    .is_some_and(|row| speaker.is_none_or(|speaker| speaker.is_some() && speaker == row.2));
                right += usize::from(good);
                named += usize::from(speaker.is_some());
                speakers += usize::from(good && speaker.is_some());
                if !good && std::env::var_os("TEXTLENS_SHOW").is_some() {
                    let name = quotation.speaker.map(|at| &report.entities[at].name);
                    println!("{} wrong {:?} {name:?}", document.id, span.of(&document.text));
                }
            }
        }
        if std::env::var_os("TEXTLENS_SHOW").is_some() {
            let all: Vec<Span> =
                report.quotations.iter().flat_map(|quotation| quotation.spans.clone()).collect();
            for &(start, end, speaker) in &document.quotations {
                let found = report.quotations.iter().find(|q| q.spans.contains(&Span { start, end }));
                if !all.contains(&Span { start, end })
                    || speaker.is_some() && found.is_some_and(|q| q.speaker.is_none())
                {
                    println!(
                        "{} missing {:?} {:?}",
                        document.id,
                        Span { start, end }.of(&document.text),
                        speaker.map(|at| &document.entities[at].0)
                    );
                }
            }
        }
    }
    let share = |part: usize, whole: usize| part as f64 / whole.max(1) as f64;
    let (precision, recall) = (share(right, listed), share(right, marked));
    println!("quotations: precision {precision:.3} ({right} of {listed}), recall {recall:.3} (of {marked})");
    println!(
        "speakers: precision {:.3} ({speakers} of {named}), recall {:.3} (of {with_speaker})",
        share(speakers, named),
        share(speakers, with_speaker)
    );
    assert!(precision >= 0.9, "precision of quotations: {precision:.3}");
    assert!(recall >= 0.7, "recall of quotations: {recall:.3}");
}

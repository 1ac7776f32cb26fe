//! How fast a report is: the seed article, and an article of a megabyte made of it.
//!
//! `cargo bench` runs it; `cargo xtask bench` runs the browser's side as well. The megabyte has the few
//! forms of one article: `TEXTLENS_BENCH_TEXT=FILE` measures another text beside them.

use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use textlens::text::{OffsetUnit, pieces, uax29};
use textlens::tokens::Tokens;
use textlens::{Options, analyze, language, lexicon::Packs, statistics};

const SEED: &str = include_str!("../seeds/parade.txt");

fn reports(criterion: &mut Criterion) {
    let long = format!("{SEED}\n").repeat((1 << 20) / SEED.len() + 1);
    let given = std::env::var("TEXTLENS_BENCH_TEXT").ok();
    let given =
        given.map(|path| std::fs::read_to_string(path).expect("TEXTLENS_BENCH_TEXT is a file of UTF-8"));
    let texts = [("article", Some(SEED)), ("megabyte", Some(&long)), ("given", given.as_deref())];
    for (name, text) in texts.into_iter().filter_map(|(name, text)| Some((name, text?))) {
        let mut group = criterion.benchmark_group(name);
        group.throughput(Throughput::Bytes(text.len() as u64));
        if text.len() > 1 << 16 {
            group.sample_size(10);
        }
        group.bench_function("uax29 words", |b| b.iter(|| uax29::word_bounds(black_box(text)).count()));
        group.bench_function("pieces", |b| b.iter(|| pieces(black_box(text)).count()));
        group.bench_function("tokens", |b| {
            let (profile, words) = (language::profile("en"), Packs::built_in().words("en"));
            b.iter(|| Tokens::new(black_box(text), profile, words).tokens.len());
        });
        group.bench_function("statistics", |b| {
            let (profile, words) = (language::profile("en"), Packs::built_in().words("en"));
            let tokens = Tokens::new(text, profile, words);
            b.iter(|| statistics::statistics(black_box(&tokens), profile, words, "en"));
        });
        group.bench_function("report", |b| b.iter(|| analyze(black_box(text), &Options::default()).unwrap()));
        let report = analyze(text, &Options::default()).unwrap();
        group.bench_function("offsets and json", |b| {
            b.iter(|| report.clone().with_offsets(black_box(text), OffsetUnit::Utf16).to_json());
        });
        group.finish();
    }
}

criterion_group!(benches, reports);
criterion_main!(benches);

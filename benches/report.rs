//! How fast each stage of a report is: on the seed article, and on a megabyte made of it.
//!
//! `cargo bench` runs it; `cargo xtask bench` runs the wasm build's side as well. The megabyte has the few
//! forms of one article, which flatters what keeps them: `TEXTLENS_BENCH_TEXTS`, a list of paths as in
//! `PATH`, names other texts to measure beside it.

use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use textlens::entities::{self, EntityOptions};
use textlens::keywords::{KeywordOptions, keyphrases, keywords, phrases, scores};
use textlens::lexicon::{Packs, WordLexicon};
use textlens::text::{NoRules, OffsetUnit, SentenceRules, paragraphs, pieces, sentences, uax29};
use textlens::{Options, Reading, analyze, language, statistics};

const SEED: &str = include_str!("../seeds/parade.txt");

fn stages(criterion: &mut Criterion) {
    let long = format!("{SEED}\n").repeat((1 << 20) / SEED.len() + 1);
    let mut texts = vec![("article".to_owned(), SEED.to_owned()), ("megabyte".to_owned(), long)];
    let paths = std::env::var_os("TEXTLENS_BENCH_TEXTS").unwrap_or_default();
    // Of nothing one empty path is split.
    for path in std::env::split_paths(&paths).filter(|path| !path.as_os_str().is_empty()) {
        let text = std::fs::read_to_string(&path).expect("TEXTLENS_BENCH_TEXTS names files of UTF-8");
        texts.push((path.display().to_string(), text));
    }
    let packs = Packs::built_in();
    let (profile, words, names) = (language::profile("en"), packs.words("en"), packs.names("en"));
    for (name, text) in &texts {
        let mut group = criterion.benchmark_group(name);
        group.throughput(Throughput::Bytes(text.len() as u64));
        if text.len() > 1 << 16 {
            group.sample_size(10);
        }
        group.bench_function("uax29 words", |b| b.iter(|| uax29::word_bounds(black_box(text)).count()));
        group.bench_function("words", |b| b.iter(|| pieces(black_box(text)).count()));
        group.bench_function("sentences", |b| {
            let rules = words.map_or(&NoRules as &dyn SentenceRules, |words| words);
            let all = || paragraphs(black_box(text)).into_iter();
            b.iter(|| all().map(|paragraph| sentences(text, paragraph, rules).len()).sum::<usize>());
        });
        let read = || Reading::new(packs, black_box(text), &Options::default()).expect("not too long");
        group.bench_function("tokens", |b| b.iter(|| read().tokens().tokens.len()));
        let reading = read();
        let tokens = reading.tokens();
        group.bench_function("keywords and phrases", |b| {
            let options = KeywordOptions { limit: 100, ..KeywordOptions::default() };
            b.iter(|| {
                let candidates = reading.candidates();
                let scores = scores(&candidates, words.and_then(WordLexicon::phrase_ranker));
                (
                    keywords(tokens, &options),
                    phrases(&candidates, &scores, 20),
                    keyphrases(&candidates, words.and_then(WordLexicon::key_phrase_ranker), 10),
                )
            });
        });
        group.bench_function("statistics", |b| {
            b.iter(|| statistics::statistics(black_box(tokens), profile, words, "en"));
        });
        group.bench_function("entities", |b| {
            let options = EntityOptions::default();
            b.iter(|| entities::find(black_box(tokens), names, true, &options));
        });
        group.bench_function("whole report", |b| {
            b.iter(|| analyze(black_box(text), &Options::default()).expect("not too long"));
        });
        let report = analyze(text, &Options::default()).expect("not too long");
        group.bench_function("offsets and json", |b| {
            b.iter(|| report.clone().with_offsets(black_box(text), OffsetUnit::Utf16).to_json());
        });
        group.finish();
    }
}

criterion_group!(benches, stages);
criterion_main!(benches);

//! The seeds of the fuzz targets and the regressions that fuzzing found, where no fuzzer is at hand.

#[path = "fuzz/checks/mod.rs"]
mod checks;

use std::fs;
use std::panic;
use std::path::Path;

use checks::Check;

/// Gives `check` every file in the folder of the target's seeds.
fn replay(target: &str, check: Check) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fuzz/seeds").join(target);
    let mut files: Vec<_> = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    assert!(!files.is_empty(), "no seeds in {}", folder.display());
    let fails = |file: &Path| {
        let bytes = fs::read(file).unwrap();
        panic::catch_unwind(|| check(&bytes)).is_err()
    };
    files.retain(|file| fails(file));
    assert!(files.is_empty(), "the panics above are those of {files:?}");
}

#[test]
fn reports_of_any_text() {
    replay("report", checks::report::check);
}

#[test]
fn any_bytes_as_a_pack() {
    replay("packs", checks::packs::check);
}

#[test]
fn any_query_of_any_text() {
    replay("queries", checks::queries::check);
}

#[test]
fn any_bytes_as_names_and_options() {
    replay("options", checks::options::check);
}

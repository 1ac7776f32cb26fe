//! The report's JSON Schema: committed, so that it can be read and linked, and kept fresh here.
//!
//! `TEXTLENS_BLESS=1 cargo test --features schema --test schema` writes it anew.

#![cfg(feature = "schema")]

use textlens::Report;

const PATH: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/schema/report.schema.json");

#[test]
fn the_committed_schema_is_that_of_the_report() {
    let generated = serde_json::to_string_pretty(&schemars::schema_for!(Report)).unwrap() + "\n";
    if std::env::var_os("TEXTLENS_BLESS").is_some() {
        std::fs::write(PATH, &generated).unwrap();
    }
    let committed = std::fs::read_to_string(PATH).unwrap_or_default();
    assert!(
        committed == generated,
        "tests/schema/report.schema.json is stale: see the head of tests/schema.rs"
    );
}

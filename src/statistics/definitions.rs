//! What every number of the report is, and every reason of a note on style: its unit, a line that says how
//! it is counted, and its source.
//!
//! They stand in `definitions.tsv`. A page takes its help texts from here, by id; the ids are stable, so that it
//! can translate them.

use std::sync::OnceLock;

use serde::Serialize;

/// What a number is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Definition {
    /// Its path in the report's `statistics`, as JSON names it; `distribution.…` for the parts of every
    /// distribution, `difficulty.…` and `style.…` for what the report has there and for a reason of a note on
    /// style, `phrases.…` for what speaks for a phrase.
    pub id: &'static str,
    /// What it counts.
    pub unit: &'static str,
    /// How it is counted, in a line.
    pub definition: &'static str,
    /// The work it comes from; empty where there is nothing to cite.
    pub source: &'static str,
}

/// The definition of every number, those of `statistics` first, in its order.
///
/// ```
/// let fog = textlens::statistics::definitions().iter().find(|d| d.id == "readability.gunningFog").unwrap();
/// assert_eq!(fog.source, "Gunning 1952");
/// ```
pub fn definitions() -> &'static [Definition] {
    static DEFINITIONS: OnceLock<Vec<Definition>> = OnceLock::new();
    DEFINITIONS.get_or_init(|| include_str!("definitions.tsv").lines().map(definition).collect())
}

/// The definition of a line: id, unit, definition and source with tabs between them.
fn definition(line: &'static str) -> Definition {
    let mut columns = line.split('\t');
    let mut next = || columns.next().unwrap_or_default();
    Definition { id: next(), unit: next(), definition: next(), source: next() }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use serde_json::Value;

    use super::*;
    use crate::Options;
    use crate::language::profile;
    use crate::statistics::statistics;
    use crate::style::Reason::{self, *};
    use crate::tokens::Tokens;

    const REASONS: [Reason; 11] = [
        VeryHardSentence,
        HardSentence,
        PassiveVoice,
        Adverb,
        Intensifier,
        Hedge,
        Nominalisation,
        TwoSpellings,
        DoubledWord,
        RepeatedWord,
        RepeatedOpening,
    ];

    /// The ids of all numbers below `value`.
    fn ids(value: &Value, path: &str, found: &mut BTreeSet<String>) {
        match value {
            Value::Object(fields) if fields.contains_key("histogram") => {
                found.insert(path.to_owned());
                found.extend(fields.keys().map(|name| format!("distribution.{name}")));
            }
            Value::Object(fields) if !fields.contains_key("missing") => {
                for (name, field) in fields {
                    let dot = if path.is_empty() { "" } else { "." };
                    ids(field, &format!("{path}{dot}{name}"), found);
                }
            }
            _ => {
                found.insert(path.to_owned());
            }
        }
    }

    #[test]
    fn every_number_has_one_definition_and_every_definition_a_number() {
        let tokens = Tokens::new("A short text.", profile("en"), None);
        let (statistics, ..) = statistics(&tokens, profile("en"), None, "en");
        let mut numbers = BTreeSet::new();
        ids(&serde_json::to_value(&statistics).unwrap(), "", &mut numbers);
        let report =
            serde_json::to_value(crate::analyze("A short text.", &Options::default()).unwrap()).unwrap();
        for part in ["difficulty", "style"] {
            numbers.extend(report[part].as_object().unwrap().keys().map(|name| format!("{part}.{name}")));
        }
        let defined: BTreeSet<String> =
            definitions().iter().map(|definition| definition.id.to_owned()).collect();
        assert_eq!(defined.len(), definitions().len(), "no id stands twice");
        let columns = |line: &str| line.matches('\t').count() + 1;
        assert!(include_str!("definitions.tsv").lines().all(|line| columns(line) == 4));
        numbers.extend(REASONS.iter().map(|reason| {
            let code = serde_json::to_value(reason).unwrap();
            format!("style.{}", code.as_str().unwrap())
        }));
        numbers.extend(crate::keywords::ASPECTS.iter().map(|aspect| {
            let name = serde_json::to_value(aspect).unwrap();
            format!("phrases.{}", name.as_str().unwrap())
        }));
        assert_eq!(defined, numbers);
        for definition in definitions() {
            assert_eq!(definition.source.trim(), definition.source, "{}", definition.id);
            assert!(!definition.unit.is_empty() && definition.definition.ends_with('.'), "{}", definition.id);
        }
    }
}

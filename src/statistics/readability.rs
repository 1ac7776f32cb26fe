//! Readability formulas, each in one function.

use serde::{Serialize, Serializer};

/// Words that a text must have before a formula says anything: the formulas
/// were fitted on passages of about a hundred.
const ENOUGH_WORDS: usize = 30;

/// Why a formula gives no value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Missing {
    /// Fewer than 30 words.
    TooShort,
    /// The formula is not made for the text's language.
    Language,
}

/// A formula's value, or why there is none.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum FormulaResult {
    /// The value.
    Value(f64),
    /// Why there is none.
    None(Missing),
}

/// How a [`FormulaResult`] is written: both fields, one of them null.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "FormulaResult"))]
struct Written {
    value: Option<f64>,
    missing: Option<Missing>,
}

impl Serialize for FormulaResult {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (value, missing) = match *self {
            Self::Value(value) => (Some(value), None),
            Self::None(missing) => (None, Some(missing)),
        };
        Written { value, missing }.serialize(serializer)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for FormulaResult {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        Written::schema_name()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        Written::json_schema(generator)
    }
}

/// The counts that the formulas rest on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TextCounts {
    /// Words and numbers.
    pub words: usize,
    /// Sentences that have a word.
    pub sentences: usize,
    /// Syllables; of a number, one for each digit.
    pub syllables: usize,
}

/// Readability with the counts that were used.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Readability {
    /// Words and numbers.
    pub words: usize,
    /// Sentences that have a word.
    pub sentences: usize,
    /// Syllables, 0 where the language has no counter.
    pub syllables: usize,
    /// See [`flesch_reading_ease`].
    pub flesch_reading_ease: FormulaResult,
    /// See [`flesch_kincaid_grade`].
    pub flesch_kincaid_grade: FormulaResult,
}

impl Readability {
    /// Every formula on `counts`; `english` says whether the text is.
    pub fn of(counts: TextCounts, english: bool) -> Self {
        let apply = |formula: fn(TextCounts) -> f64| {
            if !english {
                FormulaResult::None(Missing::Language)
            } else if counts.words < ENOUGH_WORDS {
                FormulaResult::None(Missing::TooShort)
            } else {
                FormulaResult::Value(formula(counts))
            }
        };
        Self {
            words: counts.words,
            sentences: counts.sentences,
            syllables: counts.syllables,
            flesch_reading_ease: apply(flesch_reading_ease),
            flesch_kincaid_grade: apply(flesch_kincaid_grade),
        }
    }
}

/// Flesch reading ease: higher is easier, 60 to 70 is plain English.
///
/// Flesch 1948, *A new readability yardstick*. Not finite when a count is 0.
pub fn flesch_reading_ease(counts: TextCounts) -> f64 {
    206.835 - 1.015 * words_per_sentence(counts) - 84.6 * syllables_per_word(counts)
}

/// Flesch-Kincaid grade level of the United States' schools.
///
/// Kincaid, Fishburne, Rogers and Chissom 1975. Not finite when a count is 0.
pub fn flesch_kincaid_grade(counts: TextCounts) -> f64 {
    0.39 * words_per_sentence(counts) + 11.8 * syllables_per_word(counts) - 15.59
}

fn words_per_sentence(counts: TextCounts) -> f64 {
    counts.words as f64 / counts.sentences as f64
}

fn syllables_per_word(counts: TextCounts) -> f64 {
    counts.syllables as f64 / counts.words as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_agree_with_values_by_hand() {
        let counts = TextCounts { words: 100, sentences: 5, syllables: 150 };
        assert!((flesch_reading_ease(counts) - 59.635).abs() < 1e-9);
        assert!((flesch_kincaid_grade(counts) - 9.91).abs() < 1e-9);
    }

    #[test]
    fn no_value_has_a_reason() {
        let short = TextCounts { words: 3, sentences: 1, syllables: 3 };
        assert_eq!(Readability::of(short, true).flesch_reading_ease, FormulaResult::None(Missing::TooShort));
        assert_eq!(
            Readability::of(short, false).flesch_kincaid_grade,
            FormulaResult::None(Missing::Language)
        );
        let json = serde_json::to_string(&Readability::of(short, true).flesch_reading_ease).unwrap();
        assert_eq!(json, r#"{"value":null,"missing":"too-short"}"#);
    }
}

//! A value that may be missing, with the reason.

use serde::{Serialize, Serializer};

/// Why a formula gives no value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Missing {
    /// The text is too short for it.
    TooShort,
    /// It is not made for the text's language, or needs the language's words pack.
    Language,
    /// It is not defined for this text: it would divide by zero, or there are more digits than letters.
    Undefined,
}

/// A formula's value, or why there is none.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum FormulaResult {
    /// The value, which is finite.
    Value(f64),
    /// Why there is none.
    None(Missing),
}

impl FormulaResult {
    /// `value` if it is finite, otherwise [`Missing::Undefined`].
    pub fn finite(value: f64) -> Self {
        if value.is_finite() { Self::Value(value) } else { Self::None(Missing::Undefined) }
    }

    /// The value, if there is one.
    pub fn value(self) -> Option<f64> {
        match self {
            Self::Value(value) => Some(value),
            Self::None(_) => None,
        }
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_value_is_written_with_its_reason() {
        let written = |result| serde_json::to_string::<FormulaResult>(&result).unwrap();
        assert_eq!(
            written(FormulaResult::None(Missing::TooShort)),
            r#"{"value":null,"missing":"too-short"}"#
        );
        assert_eq!(written(FormulaResult::finite(2.5)), r#"{"value":2.5,"missing":null}"#);
        assert_eq!(written(FormulaResult::finite(f64::NAN)), r#"{"value":null,"missing":"undefined"}"#);
    }
}

//! What a report says of an entity.

use serde::{Serialize, Serializer};

use super::{EntityType, Subtype};
use crate::text::Span;

/// Someone or something that the text names, or an amount, time or address in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Entity {
    /// The fullest form in the text.
    pub name: String,
    /// What it is.
    #[serde(rename = "type")]
    pub kind: EntityType,
    /// A finer type, where it is sure.
    pub subtype: Option<Subtype>,
    /// How often it is named.
    pub count: usize,
    /// Every mention in order.
    pub mentions: Vec<Span>,
    /// How central it is to the text, 0 to 1: how often, how early, in how much of it it is named.
    #[cfg_attr(feature = "schema", schemars(with = "f64"))]
    pub salience: Thousandths,
    /// How likely its mentions are right, 0 to 1: as often as such names were, on documents that the model had not seen.
    #[cfg_attr(feature = "schema", schemars(with = "f64"))]
    pub confidence: Thousandths,
    /// The same by mention.
    #[cfg_attr(feature = "schema", schemars(with = "Vec<f64>"))]
    pub confidences: Vec<Thousandths>,
    /// Of a date: which day, month, year, week or decade, in ISO 8601, where that can be told.
    pub date: Option<String>,
    /// What the caller has noted of it.
    pub note: Option<String>,
}

/// A share from 0 to 1, which takes two bytes: a long text has many.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Thousandths(pub u16);

impl From<Thousandths> for f64 {
    fn from(share: Thousandths) -> Self {
        Self::from(share.0) / 1000.0
    }
}

impl Serialize for Thousandths {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_f64((*self).into())
    }
}

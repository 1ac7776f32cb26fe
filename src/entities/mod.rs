//! Entities: who and what the text names, and where.
//!
//! A [`Recogniser`] finds the mentions; [`cluster`] puts those of the same
//! person or thing together. There are two: one by gazetteers and patterns, and
//! one by a trained model (`MODEL.md`), which weighs what the first proposes
//! with all else that a word and its place say; what it is no judge of has rules
//! of its own: `score_lines` of sport, `repairs`, `headlines` in capitals, and text that is `foreign`. [`recogniser`]
//! takes the second where the names pack has a model.
//!
//! ```text
//! tokens -> units -> dates
//!                 -> chains -> names + evidence -> lists, consistency -> mentions -> cluster
//! ```
//!
//! `units` are the words of a sentence with what the lexicon knows of them,
//! `chains` the runs of capitalised words, `names` the candidates in them,
//! `evidence` the points that speak for each type. `lists` and `consistency`
//! let a name learn from its neighbours and from its other places.
//!
//! `patterns` is a grammar of amounts, times and addresses that needs no pack;
//! `own_names` are those that the caller tells. [`find`] puts all of it together:
//! who is who (`cluster`), who says what (`quotations`), who stands beside whom
//! (`company`), how central each is (`salience`), which day a date is (`calendar`).

mod appositions;
mod beside;
mod bodies;
mod calendar;
mod capitals;
mod chains;
mod cluster;
mod company;
mod compounds;
mod confidence;
mod consistency;
mod context_features;
mod datelines;
mod dates;
mod decoder;
mod definitions;
mod edges;
mod entity;
mod evidence;
mod find;
mod foreign;
mod forms;
mod headlines;
mod joined_names;
mod keys;
mod kinds;
mod line_reader;
mod lists;
mod name_types;
mod names;
mod observation;
mod occasions;
mod outside_words;
mod own_names;
mod partings;
mod patterns;
mod press_digests;
mod quotations;
mod repairs;
mod rules;
mod salience;
mod score_lines;
mod sentence;
mod spelled_out;
mod states;
mod storms;
mod subtypes;
mod summed_scores;
mod tagger;
mod teams;
mod titles;
pub mod training;
mod types;
mod units;
mod weigher;
mod whereabouts;
mod window;
mod word_features;

pub use calendar::Day;
pub use company::Pair;
pub use entity::{Entity, Thousandths};
pub use find::{Found, find};
pub use own_names::{EntityOptions, OwnName};
pub use quotations::Quotation;
pub use rules::RuleRecogniser;
pub use tagger::ModelRecogniser;
pub use types::{TYPES, TypeInfo};

use crate::lexicon::NameLexicon;
use crate::text::Span;
use crate::tokens::Tokens;

/// What an entity is. The names in reports are the variants' in lower case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum EntityType {
    /// A person, by name.
    Person,
    /// A company, agency, party, team or other body.
    Organisation,
    /// A country, town, region, mountain or building.
    Place,
    /// A nationality, religion or political group.
    Nationality,
    /// A named event: a war, a cup, a storm.
    Event,
    /// A work or product: a film, a newspaper's article, an aeroplane.
    Work,
    /// A law or treaty.
    Law,
    /// A day, month, year or span of them, by the calendar or from today.
    Date,
    /// A time of day.
    Time,
    /// How long something takes.
    Duration,
    /// A sum of money.
    Money,
    /// A percentage.
    Percentage,
    /// A number with its unit.
    Quantity,
    /// *first*, *70th*
    Ordinal,
    /// Any other number.
    Cardinal,
    /// An address of the web.
    Url,
    /// An address of mail.
    Email,
    /// *@name*
    Handle,
}

/// A finer type, where it is sure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Subtype {
    /// A place with a government: country, state, town.
    Geopolitical,
    /// A place of nature: a river, mountain, sea.
    Location,
    /// A building or other work of builders: an airport, bridge, street.
    Facility,
    /// An organisation that plays under the name of its town.
    Team,
}

impl Subtype {
    /// The type that it is finer than.
    pub const fn of(self) -> EntityType {
        match self {
            Self::Geopolitical | Self::Location | Self::Facility => EntityType::Place,
            Self::Team => EntityType::Organisation,
        }
    }
}

/// A place in the text where something is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mention {
    /// Where, without titles, articles and possessive endings.
    pub span: Span,
    /// What it is.
    pub kind: EntityType,
    /// A finer type, where it is sure.
    pub subtype: Option<Subtype>,
    /// How sure span and type are, in thousandths.
    pub confidence: u16,
    /// Which of the caller's own names it is.
    pub own: Option<u32>,
}

impl Mention {
    /// What a grammar finds, or the caller has told.
    pub const fn sure(span: Span, kind: EntityType) -> Self {
        Self { span, kind, subtype: None, confidence: confidence::SURE, own: None }
    }

    /// Makes it an organisation, as a rule has it.
    fn become_organisation(&mut self) {
        if self.kind != EntityType::Organisation {
            (self.kind, self.confidence) = (EntityType::Organisation, confidence::BY_RULES);
        }
    }
}

/// Finds mentions in a text.
pub trait Recogniser {
    /// The mentions in order of their places; none overlaps another.
    fn recognise(&self, tokens: &Tokens<'_>) -> Vec<Mention>;
}

/// The best recogniser that `names` allow: the trained one, or that by rules where the pack has no model.
pub fn recogniser(names: &NameLexicon) -> Box<dyn Recogniser + '_> {
    match names.model() {
        Some(model) => Box::new(ModelRecogniser::new(names, model)),
        None => Box::new(RuleRecogniser::new(names)),
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::language::profile;
    use crate::lexicon::Packs;

    /// The mentions of `text` with their types, by the rules.
    pub(crate) fn found(text: &str) -> Vec<(&str, EntityType)> {
        let names = Packs::built_in().names("en").expect("built in");
        found_by(&RuleRecogniser::new(names), text)
    }

    /// The same, of the recogniser with the built-in model.
    pub(crate) fn found_by_model(text: &str) -> Vec<(&str, EntityType)> {
        found_by(&*super::recogniser(Packs::built_in().names("en").expect("built in")), text)
    }

    /// What the first mention of `name` in `text` is to the recogniser with the built-in model.
    pub(crate) fn kind_by_model(text: &str, name: &str) -> Option<EntityType> {
        found_by_model(text).into_iter().find(|(found, _)| *found == name).map(|(_, kind)| kind)
    }

    /// The same, of any recogniser.
    pub(crate) fn found_by<'t>(recogniser: &dyn Recogniser, text: &'t str) -> Vec<(&'t str, EntityType)> {
        let tokens = Tokens::new(text, profile("en"), Packs::built_in().words("en"));
        let mentions = recogniser.recognise(&tokens);
        mentions.into_iter().map(|mention| (mention.span.of(text), mention.kind)).collect()
    }
}

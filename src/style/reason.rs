//! Why something is noted.

use serde::Serialize;

/// Why a place is noted; its code in the report is stable, and `style.` before it is the id of its definition.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Reason {
    /// A sentence of the second level of difficulty.
    VeryHardSentence,
    /// A sentence of the first level.
    HardSentence,
    /// *was written*
    PassiveVoice,
    /// *quickly*
    Adverb,
    /// *very*
    Intensifier,
    /// *perhaps*
    Hedge,
    /// *made a decision*
    Nominalisation,
    /// *organise* beside *organize*
    TwoSpellings,
    /// *the the*
    DoubledWord,
    /// A rare word again after a few words.
    RepeatedWord,
    /// Three sentences in a row that begin with the same word.
    RepeatedOpening,
}

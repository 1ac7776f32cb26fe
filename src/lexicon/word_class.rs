//! The classes of words, as Universal Dependencies name them.

use serde::Serialize;

/// A part of speech (de Marneffe and others 2021, *Universal Dependencies*).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "camelCase")]
#[repr(u8)]
pub enum WordClass {
    /// *warm*, *third*
    Adjective,
    /// *in*, *of*
    Adposition,
    /// *slowly*, *very*, *when*
    Adverb,
    /// *is*, *has*, *will*
    Auxiliary,
    /// *and*, *or*
    Coordinator,
    /// *the*, *this*, *no*
    Determiner,
    /// *oh*, *yes*
    Interjection,
    /// *parade*
    Noun,
    /// *565*, *three*
    Numeral,
    /// *not*, *to* before a verb
    Particle,
    /// *she*, *who*
    Pronoun,
    /// *Korea*
    ProperNoun,
    /// *if*, *that* before a clause
    Subordinator,
    /// *$*, *%*
    Symbol,
    /// *march*, *marched*
    Verb,
    /// What is no word of the language.
    Other,
    /// Marks.
    Punctuation,
}

impl WordClass {
    /// All, in the order of their numbers.
    pub const ALL: [Self; 17] = [
        Self::Adjective,
        Self::Adposition,
        Self::Adverb,
        Self::Auxiliary,
        Self::Coordinator,
        Self::Determiner,
        Self::Interjection,
        Self::Noun,
        Self::Numeral,
        Self::Particle,
        Self::Pronoun,
        Self::ProperNoun,
        Self::Subordinator,
        Self::Symbol,
        Self::Verb,
        Self::Other,
        Self::Punctuation,
    ];

    /// The tag of Universal Dependencies.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Adjective => "ADJ",
            Self::Adposition => "ADP",
            Self::Adverb => "ADV",
            Self::Auxiliary => "AUX",
            Self::Coordinator => "CCONJ",
            Self::Determiner => "DET",
            Self::Interjection => "INTJ",
            Self::Noun => "NOUN",
            Self::Numeral => "NUM",
            Self::Particle => "PART",
            Self::Pronoun => "PRON",
            Self::ProperNoun => "PROPN",
            Self::Subordinator => "SCONJ",
            Self::Symbol => "SYM",
            Self::Verb => "VERB",
            Self::Other => "X",
            Self::Punctuation => "PUNCT",
        }
    }

    /// The class with this tag.
    pub fn of_tag(tag: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|class| class.tag() == tag)
    }

    /// Nouns and names.
    pub const fn is_nominal(self) -> bool {
        matches!(self, Self::Noun | Self::ProperNoun)
    }
}

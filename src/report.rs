//! The report: the result of an analysis as data.
//!
//! Its JSON form is public and versioned ([`SCHEMA`]); the JSON Schema is
//! `tests/schema/report.schema.json`. A new field keeps the version, a changed
//! or missing one raises it. Spans are half-open; what they count stands in
//! [`Report::offsets`].

use std::slice;

use serde::{Serialize, Serializer};

pub use crate::entities::{Entity, Pair, Quotation};
use crate::keywords;
pub use crate::keywords::{Form, Phrase};
use crate::lexicon::LoadedPack;
use crate::statistics::{Difficulty, Statistics};
use crate::style::Style;
use crate::text::{OffsetMap, OffsetUnit, Span};
use crate::tokens;

/// The version of the report's form.
pub const SCHEMA: u32 = 1;

/// The result of an analysis.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Report {
    /// The version of this form: 1.
    #[cfg_attr(feature = "schema", schemars(extend("const" = SCHEMA)))]
    pub schema: u32,
    /// BCP 47 tag of the text's language, as given or detected; `und` when it is not known.
    pub language: String,
    /// What all offsets count: `utf16` code units, `utf8` bytes or `codepoints`.
    #[serde(serialize_with = "unit_name")]
    #[cfg_attr(feature = "schema", schemars(with = "String", extend("enum" = ["utf16", "utf8", "codepoints"])))]
    pub offsets: OffsetUnit,
    /// The language packs that the report rests on.
    pub packs: Vec<PackInfo>,
    /// Counts and measures of the whole text.
    pub statistics: Statistics,
    /// How hard each sentence and paragraph is.
    pub difficulty: Difficulty,
    /// What there is to say of its style.
    pub style: Style,
    /// The sentences in order.
    pub sentences: Vec<Sentence>,
    /// The paragraphs in order.
    pub paragraphs: Vec<Span>,
    /// The most frequent words, by falling count, then by first place.
    pub keywords: Vec<Keyword>,
    /// The best of what may be a key phrase, ranked, best first, as many as the option `phrases` says; they may stand
    /// inside each other.
    pub phrases: Vec<Phrase>,
    /// Up to ten phrases to be read, best first, none inside another, whatever `phrases` says.
    pub keyphrases: Vec<Phrase>,
    /// Who and what is named, by falling count, then by first place.
    pub entities: Vec<Entity>,
    /// What is said in quotation marks, in order; none without the names pack, which has the verbs that report it.
    pub quotations: Vec<Quotation>,
    /// Entities that are named in the same sentences, the 100 pairs that are so most often.
    pub cooccurrence: Vec<Pair>,
}

/// What of a report rests on names: all that is new in it when a names pack has come.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct EntityReport {
    /// As in [`Report::packs`].
    pub packs: Vec<PackInfo>,
    /// As in [`Report::entities`].
    pub entities: Vec<Entity>,
    /// As in [`Report::quotations`].
    pub quotations: Vec<Quotation>,
    /// As in [`Report::cooccurrence`].
    pub cooccurrence: Vec<Pair>,
}

/// A language pack that was used.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PackInfo {
    /// Language and kind: `en.words`, `en.names`, `de.words`; `mul.languages` where it told the language.
    pub name: String,
    /// The version of textlens that built it.
    pub version: String,
    /// Hash of its contents, 16 hexadecimal digits.
    pub hash: String,
}

/// A sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Sentence {
    /// Where it stands.
    #[serde(flatten)]
    pub span: Span,
    /// How many words it has.
    pub words: usize,
}

/// A word, all its inflected forms together.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Keyword {
    /// The most frequent form.
    pub term: String,
    /// How often it stands in the text.
    pub count: usize,
    /// Occurrences in 1,000 words.
    pub per_thousand: f64,
    /// Its forms by falling count.
    pub forms: Vec<Form>,
    /// Every occurrence in order.
    pub spans: Vec<Span>,
}

impl Report {
    /// The report with its offsets, which are bytes, counted in `unit`.
    ///
    /// # Panics
    ///
    /// If `text` is not the text of this report, or the offsets are no longer bytes.
    pub fn with_offsets(mut self, text: &str, unit: OffsetUnit) -> Self {
        assert_eq!(self.offsets, OffsetUnit::Utf8, "offsets are translated once");
        self.offsets = unit;
        let map = OffsetMap::new(text);
        self.sentences
            .iter_mut()
            .for_each(|sentence| translate(&map, slice::from_mut(&mut sentence.span), unit));
        translate(&map, &mut self.paragraphs, unit);
        self.style.spans_mut(|spans| translate(&map, spans, unit));
        self.keywords.iter_mut().for_each(|keyword| translate(&map, &mut keyword.spans, unit));
        let phrases = self.phrases.iter_mut().chain(&mut self.keyphrases);
        phrases.for_each(|phrase| translate(&map, &mut phrase.spans, unit));
        translate_entities(&map, &mut self.entities, &mut self.quotations, unit);
        self
    }

    /// The report as compact JSON, the same natively and in wasm.
    pub fn to_json(&self) -> String {
        let Ok(json) = serde_json::to_string(self) else {
            // What a failed `expect` would print of the error is 3 KB of wasm.
            unreachable!("a report has string keys and no failing parts");
        };
        json
    }
}

impl EntityReport {
    /// The same with its offsets, which are bytes of `text`, counted in `unit`.
    ///
    /// # Panics
    ///
    /// If `text` is not the text of this report.
    pub fn with_offsets(mut self, text: &str, unit: OffsetUnit) -> Self {
        let map = OffsetMap::new(text);
        translate_entities(&map, &mut self.entities, &mut self.quotations, unit);
        self
    }
}

#[inline(never)]
fn translate_entities(
    map: &OffsetMap<'_>,
    entities: &mut [Entity],
    quotations: &mut [Quotation],
    unit: OffsetUnit,
) {
    entities.iter_mut().for_each(|entity| translate(map, &mut entity.mentions, unit));
    for Quotation { spans, cue, .. } in quotations {
        translate(map, spans, unit);
        translate(map, cue.as_mut_slice(), unit);
    }
}

#[inline(never)]
fn translate(map: &OffsetMap<'_>, spans: &mut [Span], unit: OffsetUnit) {
    for span in spans {
        *span = map.translate(*span, unit);
    }
}

impl Keyword {
    /// The entry of `keyword` in a text of `words` words.
    pub(crate) fn new(keyword: keywords::Keyword, words: usize) -> Self {
        Self {
            per_thousand: keyword.count as f64 * 1000.0 / words as f64,
            term: keyword.term,
            count: keyword.count,
            forms: keyword.forms,
            spans: keyword.spans,
        }
    }
}

impl From<&tokens::Sentence> for Sentence {
    fn from(sentence: &tokens::Sentence) -> Self {
        Self { span: sentence.span, words: sentence.words }
    }
}

impl From<&LoadedPack> for PackInfo {
    fn from(pack: &LoadedPack) -> Self {
        Self { name: pack.name.clone(), version: pack.version.clone(), hash: format!("{:016x}", pack.hash) }
    }
}

fn unit_name<S: Serializer>(unit: &OffsetUnit, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(unit.name())
}

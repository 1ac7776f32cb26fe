//! The recogniser by gazetteers, patterns and agreement over the document.

use super::names::{Candidate, Finder};
use super::{EntityType, Mention, Recogniser, consistency, dates, units};
use crate::lexicon::NameLexicon;
use crate::text::Span;
use crate::tokens::Tokens;

/// The recogniser by gazetteers and patterns.
pub struct RuleRecogniser<'l> {
    names: &'l NameLexicon,
}

impl<'l> RuleRecogniser<'l> {
    /// With what `names` know.
    pub fn new(names: &'l NameLexicon) -> Self {
        Self { names }
    }
}

impl Recogniser for RuleRecogniser<'_> {
    fn recognise(&self, tokens: &Tokens<'_>) -> Vec<Mention> {
        let forms = units::Forms::new(tokens, self.names);
        let mut candidates: Vec<Candidate> = Vec::new();
        let mut mentions: Vec<Mention> = Vec::new();
        let (mut units, mut dated) = (Vec::new(), Vec::new());
        for sentence in &tokens.sentences {
            units::units(tokens, &forms, sentence, &mut units);
            dated.clear();
            dated.resize(units.len(), false);
            for date in dates::dates(tokens.text, &units) {
                let span = Span { start: units[date.start].span.start, end: units[date.end - 1].span.end };
                mentions.push(Mention { span, kind: EntityType::Date, subtype: None });
                dated[date].fill(true);
            }
            let is_full_sentence =
                sentence.span.of(tokens.text).ends_with(['.', '!', '?', '”', '"', '’', ')', ':']);
            let finder = Finder {
                lexicon: self.names,
                text: tokens.text,
                units: &units,
                is_full_sentence,
                dated: &dated,
                found: &mut candidates,
            };
            finder.find();
        }
        mentions.extend(consistency::resolve(&candidates));
        mentions.sort_unstable_by_key(|mention| mention.span);
        mentions
    }
}

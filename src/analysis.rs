//! From a text to its report: the one place where the parts are put together.

use crate::entities;
use crate::error::Error;
use crate::keywords;
use crate::lexicon::{Packs, WordLexicon};
use crate::options::Options;
use crate::reading::Reading;
use crate::report::{self, EntityReport, Report};
use crate::statistics;
use crate::style;
use crate::tokens::Tokens;

/// How many phrases are chosen to be read.
const KEYPHRASES: usize = 10;

/// The report of `text`, with what `packs` know of its language. Offsets are bytes.
///
/// # Errors
///
/// [`Error::TooLong`] above [`crate::MAX_TEXT_BYTES`].
pub fn analyze_with(packs: &Packs, text: &str, options: &Options) -> Result<Report, Error> {
    let reading = Reading::new(packs, text, options)?;
    let Reading { tokens, words, language, .. } = &reading;
    let (statistics, difficulty, types) = statistics::statistics(tokens, reading.profile, *words, language);
    let style = style::style(tokens, *words, language, &types, &difficulty);
    let candidates = reading.candidates();
    let scores = keywords::scores(&candidates, reading.words.and_then(WordLexicon::phrase_ranker));
    let keywords = candidates.keywords(reading.keyword_options.limit);
    let phrases = keywords::phrases(&candidates, &scores, options.phrases);
    let keyphrases =
        keywords::keyphrases(&candidates, reading.words.and_then(WordLexicon::key_phrase_ranker), KEYPHRASES);
    // What is no longer needed makes room for the next: entities take the most.
    drop((candidates, scores));
    let Reading { tag, language, by_model, mut tokens, classes, .. } = reading;
    drop(classes);
    let EntityReport { packs, entities, quotations, cooccurrence } =
        entity_report(packs, &tokens, &language, by_model, options);
    let sentences = tokens.sentences.iter().map(report::Sentence::from).collect();
    let paragraphs = std::mem::take(&mut tokens.paragraphs);
    drop(tokens);
    let keywords = keywords.into_iter().map(|keyword| report::Keyword::new(keyword, statistics.words));
    Ok(Report {
        schema: report::SCHEMA,
        language: tag,
        offsets: crate::text::OffsetUnit::Utf8,
        packs,
        sentences,
        paragraphs,
        keywords: keywords.collect(),
        phrases,
        keyphrases,
        entities,
        quotations,
        cooccurrence,
        style,
        statistics,
        difficulty,
    })
}

/// Only what [`analyze_with`] finds by names: what a report lacks that was made before their pack came.
///
/// # Errors
///
/// [`Error::TooLong`] above [`crate::MAX_TEXT_BYTES`].
pub fn find_entities_with(packs: &Packs, text: &str, options: &Options) -> Result<EntityReport, Error> {
    let Reading { tokens, language, by_model, .. } = Reading::new(packs, text, options)?;
    Ok(entity_report(packs, &tokens, &language, by_model, options))
}

#[inline(never)]
fn entity_report(
    packs: &Packs,
    tokens: &Tokens<'_>,
    language: &str,
    by_model: bool,
    options: &Options,
) -> EntityReport {
    let found = entities::find(tokens, packs.names(language), language == "en", &options.entities);
    EntityReport {
        packs: packs.of(language, by_model).into_iter().map(report::PackInfo::from).collect(),
        entities: found.entities,
        quotations: found.quotations,
        cooccurrence: found.pairs,
    }
}

/// The report of `text` with the packs that are compiled in. Offsets are bytes.
///
/// # Errors
///
/// [`Error::TooLong`] above [`crate::MAX_TEXT_BYTES`].
///
/// ```
/// # use textlens::{Options, analyze};
/// let report = analyze("The parade began. The parade ended.", &Options::default())?;
/// assert_eq!(report.statistics.sentences, 2);
/// assert_eq!(report.keywords[0].term, "parade");
/// # Ok::<(), textlens::Error>(())
/// ```
#[cfg(feature = "english")]
pub fn analyze(text: &str, options: &Options) -> Result<Report, Error> {
    analyze_with(Packs::built_in(), text, options)
}

#[cfg(all(test, feature = "english"))]
mod tests {
    use super::*;
    use crate::lexicon::english;
    use crate::text::OffsetUnit;

    #[test]
    fn what_is_found_by_names_completes_an_earlier_report() {
        let text = include_str!("../seeds/parade.txt");
        let (mut packs, options) = (Packs::none(), Options::default());
        let [(_, words), (_, names)] = english::packs();
        packs.load(&words).unwrap();
        let report = |packs: &Packs| {
            analyze_with(packs, text, &options).unwrap().with_offsets(text, OffsetUnit::Utf16)
        };
        let before = report(&packs);
        packs.load(&names).unwrap();
        let after = report(&packs);
        assert!(after.entities.len() > before.entities.len());
        let found = find_entities_with(&packs, text, &options).unwrap().with_offsets(text, OffsetUnit::Utf16);
        let EntityReport { packs, entities, quotations, cooccurrence } = found;
        assert_eq!(Report { packs, entities, quotations, cooccurrence, ..before }, after);
    }
}

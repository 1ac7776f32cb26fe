//! Readability: every formula with its value or the reason for none, the counts
//! that they used, and what the formulas of school grades agree on.
//!
//! From the counts of textstat 0.7.13 (PyPI) the 23 formulas that it has too
//! give its values on 40 news articles, to 1e-13, but for three. Its Coleman-Liau
//! has 0.058 where the paper, and so this one, has 0.0588, 0.4 of a grade less;
//! in the ARI and in Gulpease it counts marks among the characters, where the
//! papers count letters, and divides by words among which marks that stand
//! alone are counted.

mod english;
mod other;

use serde::Serialize;

use super::{FormulaResult, Missing, TextCounts};
use crate::lexicon::WordLexicon;
use crate::order;

pub use english::*;
pub use other::*;

/// Words that a text must have before a formula says anything: the formulas
/// were fitted on passages of about a hundred.
const ENOUGH_WORDS: usize = 30;

/// How many formulas must give a grade before they are said to agree.
const ENOUGH_GRADES: usize = 3;

/// Readability with the counts that were used.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Readability {
    /// What every formula below is computed from.
    #[serde(flatten)]
    pub counts: TextCounts,
    /// What the formulas of school grades agree on.
    pub consensus: Consensus,
    /// See [`flesch_reading_ease`].
    pub flesch_reading_ease: FormulaResult,
    /// See [`flesch_kincaid_grade`].
    pub flesch_kincaid_grade: FormulaResult,
    /// See [`gunning_fog`].
    pub gunning_fog: FormulaResult,
    /// See [`smog`]: from 10 sentences on.
    pub smog: FormulaResult,
    /// See [`coleman_liau`].
    pub coleman_liau: FormulaResult,
    /// See [`automated_readability`].
    pub automated_readability: FormulaResult,
    /// See [`linsear_write`]: from 100 words on.
    pub linsear_write: FormulaResult,
    /// See [`forcast`]: from 150 words on.
    pub forcast: FormulaResult,
    /// See [`lix`].
    pub lix: FormulaResult,
    /// See [`rix`].
    pub rix: FormulaResult,
    /// See [`amstad`].
    pub amstad: FormulaResult,
    /// See [`wiener_sachtext_1`].
    pub wiener_sachtext_1: FormulaResult,
    /// See [`wiener_sachtext_2`].
    pub wiener_sachtext_2: FormulaResult,
    /// See [`wiener_sachtext_3`].
    pub wiener_sachtext_3: FormulaResult,
    /// See [`wiener_sachtext_4`].
    pub wiener_sachtext_4: FormulaResult,
    /// See [`fernandez_huerta`].
    pub fernandez_huerta: FormulaResult,
    /// See [`szigriszt_pazos`].
    pub szigriszt_pazos: FormulaResult,
    /// See [`gutierrez_de_polini`].
    pub gutierrez_de_polini: FormulaResult,
    /// See [`crawford`].
    pub crawford: FormulaResult,
    /// See [`kandel_moles`].
    pub kandel_moles: FormulaResult,
    /// See [`gulpease`].
    pub gulpease: FormulaResult,
    /// See [`flesch_vacca`].
    pub flesch_vacca: FormulaResult,
    /// See [`douma`].
    pub douma: FormulaResult,
    /// See [`brouwer`].
    pub brouwer: FormulaResult,
    /// See [`martins`].
    pub martins: FormulaResult,
    /// See [`oborneva`].
    pub oborneva: FormulaResult,
    /// See [`fog_pl`].
    pub fog_pl: FormulaResult,
}

/// What the formulas of school grades agree on: seven for English, four for German.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Consensus {
    /// The median of their grades, if three formulas or more give one.
    pub grade: FormulaResult,
    /// The lowest of them.
    pub lowest: FormulaResult,
    /// The highest of them.
    pub highest: FormulaResult,
    /// How many formulas gave a grade.
    pub formulas: usize,
}

impl Readability {
    /// Every formula on `counts`, for a text in `language` (`en`); `words` says
    /// which formulas are made for it, where it is not English.
    pub fn of(counts: TextCounts, language: &str, words: Option<&WordLexicon>) -> Self {
        let when = |made: bool, words: usize, formula: fn(TextCounts) -> f64| {
            if !made {
                FormulaResult::None(Missing::Language)
            } else if counts.words < words.max(ENOUGH_WORDS) {
                FormulaResult::None(Missing::TooShort)
            } else if !counts.is_text() {
                FormulaResult::None(Missing::Undefined)
            } else {
                FormulaResult::finite(formula(counts))
            }
        };
        let english = language == "en";
        let has = |name: &str| words.is_some_and(|words| words.has_formula(name));
        let of_english = |formula| when(english, ENOUGH_WORDS, formula);
        let listed = |name: &str, formula| when(has(name), ENOUGH_WORDS, formula);
        let of_letters = |name: &str, formula| when(english || has(name), ENOUGH_WORDS, formula);
        let mut readability = Self {
            counts,
            consensus: Consensus::of(&[]),
            flesch_reading_ease: of_english(flesch_reading_ease),
            flesch_kincaid_grade: of_english(flesch_kincaid_grade),
            gunning_fog: of_english(gunning_fog),
            smog: match of_english(smog) {
                FormulaResult::Value(_) if counts.sentences < 10 => FormulaResult::None(Missing::TooShort),
                result => result,
            },
            coleman_liau: of_english(coleman_liau),
            automated_readability: of_english(automated_readability),
            linsear_write: when(english, 100, linsear_write),
            forcast: when(english, 150, forcast),
            lix: of_letters("lix", lix),
            rix: of_letters("rix", rix),
            amstad: listed("amstad", amstad),
            wiener_sachtext_1: listed("wienerSachtext1", wiener_sachtext_1),
            wiener_sachtext_2: listed("wienerSachtext2", wiener_sachtext_2),
            wiener_sachtext_3: listed("wienerSachtext3", wiener_sachtext_3),
            wiener_sachtext_4: listed("wienerSachtext4", wiener_sachtext_4),
            fernandez_huerta: listed("fernandezHuerta", fernandez_huerta),
            szigriszt_pazos: listed("szigrisztPazos", szigriszt_pazos),
            gutierrez_de_polini: listed("gutierrezDePolini", gutierrez_de_polini),
            crawford: listed("crawford", crawford),
            kandel_moles: listed("kandelMoles", kandel_moles),
            gulpease: listed("gulpease", gulpease),
            flesch_vacca: listed("fleschVacca", flesch_vacca),
            douma: listed("douma", douma),
            brouwer: listed("brouwer", brouwer),
            martins: listed("martins", martins),
            oborneva: listed("oborneva", oborneva),
            fog_pl: listed("fogPl", fog_pl),
        };
        readability.consensus = Consensus::of(&readability.grades());
        readability
    }

    /// The results that are school grades.
    fn grades(&self) -> [FormulaResult; 11] {
        [
            self.flesch_kincaid_grade,
            self.gunning_fog,
            self.smog,
            self.coleman_liau,
            self.automated_readability,
            self.linsear_write,
            self.forcast,
            self.wiener_sachtext_1,
            self.wiener_sachtext_2,
            self.wiener_sachtext_3,
            self.wiener_sachtext_4,
        ]
    }
}

impl Consensus {
    /// The consensus of `grades`.
    pub fn of(grades: &[FormulaResult]) -> Self {
        let values = grades.iter().filter_map(|grade| grade.value()).collect();
        let values: Vec<f64> = order::by_rising(values, |&value| order::float(value));
        let count = values.len();
        if count < ENOUGH_GRADES {
            let reasons = [Missing::Undefined, Missing::TooShort].map(FormulaResult::None);
            let reason = reasons.into_iter().find(|reason| grades.contains(reason));
            let none = reason.unwrap_or(FormulaResult::None(Missing::Language));
            return Self { grade: none, lowest: none, highest: none, formulas: count };
        }
        Self {
            grade: FormulaResult::Value((values[(count - 1) / 2] + values[count / 2]) / 2.0),
            lowest: FormulaResult::Value(values[0]),
            highest: FormulaResult::Value(values[count - 1]),
            formulas: count,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Packs;

    fn of(counts: TextCounts, language: &str) -> Readability {
        Readability::of(counts, language, Packs::built_in().words(language))
    }

    const COUNTS: TextCounts = TextCounts {
        words: 200,
        sentences: 10,
        syllables: 300,
        letters: 900,
        characters: 910,
        monosyllables: 130,
        polysyllables: 27,
        words_of_four_syllables: 5,
        complex_words: 20,
        long_words: 40,
    };

    #[test]
    fn no_value_has_a_reason() {
        let short = TextCounts { words: 3, sentences: 1, syllables: 3, ..TextCounts::default() };
        let none = FormulaResult::None;
        assert_eq!(of(short, "en").flesch_reading_ease, none(Missing::TooShort));
        assert_eq!(of(short, "en").consensus.grade, none(Missing::TooShort));
        assert_eq!(of(short, "xx").flesch_kincaid_grade, none(Missing::Language));
        let numbers = TextCounts { letters: COUNTS.characters / 3, ..COUNTS };
        assert_eq!(of(numbers, "en").coleman_liau, none(Missing::Undefined));
        assert_eq!(of(numbers, "en").consensus.grade, none(Missing::Undefined));
        assert_eq!(of(COUNTS, "ja").lix, none(Missing::Language));
        assert_eq!(of(COUNTS, "sv").lix, FormulaResult::Value(40.0));
        let nine = TextCounts { sentences: 9, ..COUNTS };
        assert_eq!(of(nine, "en").smog, none(Missing::TooShort));
        let hundred = TextCounts { words: 120, ..COUNTS };
        assert_eq!(of(hundred, "en").forcast, none(Missing::TooShort));
    }

    #[test]
    fn grades_agree_on_their_median() {
        let english = of(COUNTS, "en").consensus;
        // 9.91, 12, 12.5161, 9.18, 10.0005, 12.7, 10.25
        assert_eq!((english.formulas, english.grade), (7, FormulaResult::Value(10.25)));
        assert_eq!(english.highest, FormulaResult::Value(12.7));
        assert!((english.lowest.value().unwrap() - 9.18).abs() < 1e-9);
        assert_eq!(of(COUNTS, "de").consensus.formulas, 4);
        assert_eq!(of(COUNTS, "fr").consensus.grade, FormulaResult::None(Missing::Language));
        let even = [4.0, 1.0, 3.0, 2.0].map(FormulaResult::Value);
        assert_eq!(Consensus::of(&even).grade, FormulaResult::Value(2.5));
    }
}

//! What every number of the statistics, and every reason of a note on style, is: its unit, a line that says how it is counted, and its source.
//!
//! A page takes its help texts from here, by id; the ids are stable, so that it can translate them.

use serde::Serialize;

/// What a number is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Definition {
    /// Its path in the report's `statistics`, as JSON names it; `distribution.…` for the parts of every
    /// distribution, `style.…` for a reason of a note on style, `phrases.…` for what speaks for a phrase.
    pub id: &'static str,
    /// What it counts.
    pub unit: &'static str,
    /// How it is counted, in a line.
    pub definition: &'static str,
    /// The work it comes from; empty where there is nothing to cite.
    pub source: &'static str,
}

/// The definition of every number of `statistics`, in its order.
///
/// ```
/// let fog = textlens::statistics::definitions().iter().find(|d| d.id == "readability.gunningFog").unwrap();
/// assert_eq!(fog.source, "Gunning 1952");
/// ```
pub fn definitions() -> &'static [Definition] {
    DEFINITIONS
}

const fn define(
    id: &'static str,
    unit: &'static str,
    definition: &'static str,
    source: &'static str,
) -> Definition {
    Definition { id, unit, definition, source }
}

const BANDS: &str = "Laufer and Nation 1995; list: wordfreq 3.1.1, Speer 2022";

const DEFINITIONS: &[Definition] = &[
    define("characters", "code points", "Unicode code points, white space included.", ""),
    define("charactersWithoutSpaces", "code points", "Code points that are not white space.", ""),
    define(
        "graphemes",
        "grapheme clusters",
        "What a reader sees as one character.",
        "Unicode Standard Annex #29",
    ),
    define(
        "words",
        "words",
        "Words and numbers; a compound with hyphens is one.",
        "Unicode Standard Annex #29, tailored",
    ),
    define(
        "uniqueWords",
        "words",
        "Different words and numbers, whatever their case and possessive ending.",
        "",
    ),
    define("sentences", "sentences", "Sentences that have a word; a headline is a sentence of its own.", ""),
    define("paragraphs", "paragraphs", "Paragraphs that have a word.", ""),
    define("sentenceLength", "words", "Words in each sentence.", ""),
    define("wordLength", "letters and digits", "Letters and digits in each word.", ""),
    define("paragraphLength", "sentences", "Sentences in each paragraph.", ""),
    define("distribution.count", "values", "How many values there are.", ""),
    define("distribution.min", "as the values", "The least value.", ""),
    define(
        "distribution.lowerQuartile",
        "as the values",
        "A quarter of the values is this or less.",
        "Hyndman and Fan 1996, type 7",
    ),
    define(
        "distribution.median",
        "as the values",
        "Half of the values are this or less.",
        "Hyndman and Fan 1996, type 7",
    ),
    define(
        "distribution.upperQuartile",
        "as the values",
        "Three quarters of the values are this or less.",
        "Hyndman and Fan 1996, type 7",
    ),
    define("distribution.max", "as the values", "The greatest value.", ""),
    define("distribution.mean", "as the values", "The arithmetic mean.", ""),
    define("distribution.deviation", "as the values", "The standard deviation of all values.", ""),
    define(
        "distribution.longest",
        "index",
        "Which value is the first that equals the greatest, counted from 0.",
        "",
    ),
    define("distribution.histogram", "values", "How many values lie in each bin.", ""),
    define(
        "distribution.binWidth",
        "as the values",
        "How many whole numbers a bin of the histogram holds.",
        "",
    ),
    define("sentenceTypes.statements", "sentences", "Sentences that are none of the other kinds.", ""),
    define("sentenceTypes.questions", "sentences", "Sentences that end in a question mark.", ""),
    define("sentenceTypes.exclamations", "sentences", "Sentences that end in an exclamation mark.", ""),
    define(
        "sentenceTypes.fragments",
        "sentences",
        "Sentences without a finite verb, such as headlines; told apart in English.",
        "",
    ),
    define(
        "rhythm.variation",
        "ratio",
        "The standard deviation of the sentences’ lengths over their mean: 0 is monotonous.",
        "",
    ),
    define(
        "rhythm.change",
        "ratio",
        "The mean difference of a sentence’s length from the one before, over the mean length.",
        "",
    ),
    define("punctuation.fullStops", "marks", "Full stops, those of abbreviations too.", ""),
    define("punctuation.commas", "marks", "Commas.", ""),
    define("punctuation.semicolons", "marks", "Semicolons.", ""),
    define("punctuation.colons", "marks", "Colons.", ""),
    define("punctuation.questionMarks", "marks", "Question marks.", ""),
    define("punctuation.exclamationMarks", "marks", "Exclamation marks.", ""),
    define("punctuation.dashes", "marks", "Dashes, and hyphens that join no words; a run is one.", ""),
    define("punctuation.ellipses", "marks", "Ellipses, and full stops in a row.", ""),
    define("punctuation.quotationMarks", "marks", "Quotation marks, opening and closing ones apart.", ""),
    define("punctuation.brackets", "marks", "Brackets, opening and closing ones apart.", ""),
    define("punctuation.others", "marks", "All other marks and symbols between words.", ""),
    define("readability.words", "words", "Words and numbers that the formulas count.", ""),
    define("readability.sentences", "sentences", "Sentences that the formulas count.", ""),
    define(
        "readability.syllables",
        "syllables",
        "Syllables of all words; of a number one for each digit.",
        "English: rules and a table learned from CMUdict; others: vowel rules",
    ),
    define("readability.letters", "letters", "Letters in all words.", ""),
    define(
        "readability.characters",
        "letters and digits",
        "Letters and digits in all words and numbers.",
        "",
    ),
    define("readability.monosyllables", "words", "Words of one syllable.", ""),
    define("readability.polysyllables", "words", "Words of three syllables or more.", ""),
    define("readability.wordsOfFourSyllables", "words", "Words of four syllables or more.", ""),
    define(
        "readability.complexWords",
        "words",
        "Words of three syllables or more, without names, compounds of short words, and words that -ed or -es makes so long.",
        "Gunning 1952",
    ),
    define("readability.longWords", "words", "Words of more than six letters.", "Björnsson 1968"),
    define(
        "readability.consensus.grade",
        "school grade",
        "The median of the formulas that give a school grade.",
        "",
    ),
    define("readability.consensus.lowest", "school grade", "The lowest grade that one of them gives.", ""),
    define("readability.consensus.highest", "school grade", "The highest grade that one of them gives.", ""),
    define("readability.consensus.formulas", "formulas", "How many formulas give a school grade.", ""),
    define(
        "readability.fleschReadingEase",
        "points, higher is easier",
        "206.835 − 1.015 × words per sentence − 84.6 × syllables per word; 60 to 70 is plain English.",
        "Flesch 1948",
    ),
    define(
        "readability.fleschKincaidGrade",
        "school grade",
        "0.39 × words per sentence + 11.8 × syllables per word − 15.59.",
        "Kincaid, Fishburne, Rogers and Chissom 1975",
    ),
    define(
        "readability.gunningFog",
        "school grade",
        "0.4 × (words per sentence + complex words in 100).",
        "Gunning 1952",
    ),
    define(
        "readability.smog",
        "school grade",
        "1.043 × √(polysyllables in 30 sentences) + 3.1291; from 10 sentences on.",
        "McLaughlin 1969",
    ),
    define(
        "readability.colemanLiau",
        "school grade",
        "0.0588 × letters in 100 words − 0.296 × sentences in 100 words − 15.8.",
        "Coleman and Liau 1975",
    ),
    define(
        "readability.automatedReadability",
        "school grade",
        "4.71 × letters and digits per word + 0.5 × words per sentence − 21.43.",
        "Smith and Senter 1967",
    ),
    define(
        "readability.linsearWrite",
        "school grade",
        "Half of the points per sentence (3 for a polysyllable, 1 for another word), 1 less up to 20 points; from 100 words on.",
        "O’Hayre 1966, Klare 1974",
    ),
    define(
        "readability.forcast",
        "school grade",
        "20 − a tenth of the monosyllables in 150 words; from 150 words on.",
        "Caylor, Sticht, Fox and Ford 1973",
    ),
    define(
        "readability.lix",
        "points, higher is harder",
        "Words per sentence + long words in 100; below 30 very easy, above 60 very hard.",
        "Björnsson 1968",
    ),
    define("readability.rix", "long words per sentence", "Long words per sentence.", "Anderson 1983"),
    define(
        "readability.amstad",
        "points, higher is easier",
        "German: 180 − words per sentence − 58.5 × syllables per word.",
        "Amstad 1978",
    ),
    define(
        "readability.wienerSachtext1",
        "school grade",
        "German: 0.1935 × polysyllables in 100 words + 0.1672 × words per sentence + 0.1297 × long words in 100 − 0.0327 × monosyllables in 100 − 0.875.",
        "Bamberger and Vanecek 1984",
    ),
    define(
        "readability.wienerSachtext2",
        "school grade",
        "German: 0.2007 × polysyllables in 100 words + 0.1682 × words per sentence + 0.1373 × long words in 100 − 2.779.",
        "Bamberger and Vanecek 1984",
    ),
    define(
        "readability.wienerSachtext3",
        "school grade",
        "German: 0.2963 × polysyllables in 100 words + 0.1905 × words per sentence − 1.1144.",
        "Bamberger and Vanecek 1984",
    ),
    define(
        "readability.wienerSachtext4",
        "school grade",
        "German: 0.2744 × polysyllables in 100 words + 0.2656 × words per sentence − 1.693.",
        "Bamberger and Vanecek 1984",
    ),
    define(
        "readability.fernandezHuerta",
        "points, higher is easier",
        "Spanish: 206.84 − 60 × syllables per word − 1.02 × words per sentence.",
        "Fernández Huerta 1959",
    ),
    define(
        "readability.szigrisztPazos",
        "points, higher is easier",
        "Spanish: 206.835 − 62.3 × syllables per word − words per sentence; 55 to 65 is normal (INFLESZ).",
        "Szigriszt Pazos 1993, Barrio-Cantalejo and others 2008",
    ),
    define(
        "readability.gutierrezDePolini",
        "points, higher is easier",
        "Spanish: 95.2 − 9.7 × letters per word − 0.35 × words per sentence.",
        "Gutiérrez de Polini 1972",
    ),
    define(
        "readability.crawford",
        "years of school",
        "Spanish: 0.049 × syllables in 100 words − 0.205 × sentences in 100 words − 3.407.",
        "Crawford 1985",
    ),
    define(
        "readability.kandelMoles",
        "points, higher is easier",
        "French: 207 − 1.015 × words per sentence − 73.6 × syllables per word.",
        "Kandel and Moles 1958",
    ),
    define(
        "readability.gulpease",
        "points, higher is easier",
        "Italian: 89 + (300 × sentences − 10 × letters) / words.",
        "Lucisano and Piemontese 1988",
    ),
    define(
        "readability.fleschVacca",
        "points, higher is easier",
        "Italian: 217 − 1.3 × words per sentence − 60 × syllables per word.",
        "Franchina and Vacca 1986",
    ),
    define(
        "readability.douma",
        "points, higher is easier",
        "Dutch: 206.835 − 0.93 × words per sentence − 77 × syllables per word.",
        "Douma 1960",
    ),
    define(
        "readability.brouwer",
        "points, higher is easier",
        "Dutch: 195 − 2 × words per sentence − 66.67 × syllables per word.",
        "Brouwer 1963",
    ),
    define(
        "readability.martins",
        "points, higher is easier",
        "Portuguese: 248.835 − 1.015 × words per sentence − 84.6 × syllables per word.",
        "Martins, Ghiraldelo, Nunes and Oliveira 1996",
    ),
    define(
        "readability.oborneva",
        "points, higher is easier",
        "Russian: 206.835 − 1.3 × words per sentence − 60.1 × syllables per word.",
        "Oborneva 2006",
    ),
    define(
        "readability.fogPl",
        "years of school",
        "Polish: 0.4 × (words per sentence + words of four syllables or more in 100).",
        "Pisarek 1969",
    ),
    define("variety.types", "words", "Different words.", ""),
    define("variety.typeTokenRatio", "ratio", "Different words over words; falls as a text grows.", ""),
    define(
        "variety.mattr",
        "ratio",
        "The mean type-token ratio of every window of 50 words.",
        "Covington and McFall 2010",
    ),
    define(
        "variety.mtld",
        "words",
        "The mean length of stretches that keep a type-token ratio above 0.72, forwards and backwards.",
        "McCarthy and Jarvis 2010",
    ),
    define(
        "variety.hdD",
        "ratio",
        "The type-token ratio to expect of 42 words drawn at random.",
        "McCarthy and Jarvis 2007",
    ),
    define(
        "variety.yuleK",
        "points, higher is less varied",
        "10,000 times the chance that two words drawn at random are the same, less that of drawing one word twice.",
        "Yule 1944",
    ),
    define(
        "variety.honoreR",
        "points, higher is more varied",
        "100 × ln words / (1 − words that occur once / different words).",
        "Honoré 1979",
    ),
    define("variety.hapaxLegomena", "words", "Words that occur once.", ""),
    define("variety.disLegomena", "words", "Words that occur twice.", ""),
    define(
        "variety.lexicalDensity",
        "ratio",
        "Words that carry meaning, not grammar, over words.",
        "Ure 1971",
    ),
    define(
        "vocabulary.words",
        "words",
        "Words that are counted: no numbers, and no names (words with a capital inside a sentence).",
        "",
    ),
    define(
        "vocabulary.first1000",
        "ratio",
        "The share of these words that is among the language’s 1,000 commonest forms.",
        BANDS,
    ),
    define(
        "vocabulary.first2000",
        "ratio",
        "The share of these words that is among the language’s 2,000 commonest forms.",
        BANDS,
    ),
    define(
        "vocabulary.first5000",
        "ratio",
        "The share of these words that is among the language’s 5,000 commonest forms.",
        BANDS,
    ),
    define(
        "vocabulary.first10000",
        "ratio",
        "The share of these words that is among the language’s 10,000 commonest forms.",
        BANDS,
    ),
    define(
        "readingTime.seconds",
        "seconds",
        "The time that reading silently takes at the mean speed.",
        "Brysbaert 2019; Trauzettel-Klosinski and Dietz 2012",
    ),
    define(
        "readingTime.wordsPerMinute",
        "words a minute",
        "The mean speed of reading silently in the text’s language.",
        "Brysbaert 2019; Trauzettel-Klosinski and Dietz 2012",
    ),
    define(
        "readingTime.borrowed",
        "true or false",
        "Whether that speed is English’s, as none is known of the text’s language.",
        "",
    ),
    define(
        "readingTime.shortest",
        "seconds",
        "The time that a fast reader takes silently.",
        "Brysbaert 2019; Trauzettel-Klosinski and Dietz 2012",
    ),
    define(
        "readingTime.longest",
        "seconds",
        "The time that a slow reader takes silently.",
        "Brysbaert 2019; Trauzettel-Klosinski and Dietz 2012",
    ),
    define(
        "speakingTime.seconds",
        "seconds",
        "The time that reading aloud takes at the mean speed.",
        "Brysbaert 2019; Trauzettel-Klosinski and Dietz 2012",
    ),
    define(
        "speakingTime.wordsPerMinute",
        "words a minute",
        "The mean speed of reading aloud in the text’s language.",
        "Brysbaert 2019; Trauzettel-Klosinski and Dietz 2012",
    ),
    define(
        "speakingTime.borrowed",
        "true or false",
        "Whether that speed is English’s, as none is known of the text’s language.",
        "",
    ),
    define(
        "speakingTime.shortest",
        "seconds",
        "The time that a fast reader takes aloud.",
        "Brysbaert 2019; Trauzettel-Klosinski and Dietz 2012",
    ),
    define(
        "speakingTime.longest",
        "seconds",
        "The time that a slow reader takes aloud.",
        "Brysbaert 2019; Trauzettel-Klosinski and Dietz 2012",
    ),
    define(
        "style.very-hard-sentence",
        "places",
        "A sentence for university readers: it may be better as two. Flesch-Kincaid grade 17 or more; LIX 60 in other languages.",
        "",
    ),
    define(
        "style.hard-sentence",
        "places",
        "A sentence that many readers read twice: Flesch-Kincaid grade 13 or more; LIX 50 in other languages.",
        "",
    ),
    define(
        "style.passive-voice",
        "places",
        "A form of “to be” and a participle: who does it may matter more.",
        "",
    ),
    define("style.adverb", "places", "An adverb in -ly: a stronger verb may not need it.", ""),
    define("style.intensifier", "places", "A word of degree that adds little: often it can go.", ""),
    define(
        "style.hedge",
        "places",
        "Words that take back what is said: if you are sure, leave them out.",
        "",
    ),
    define(
        "style.nominalisation",
        "places",
        "A noun made from a verb: “decided” says what “made a decision” says.",
        "",
    ),
    define("style.two-spellings", "places", "A word that this text spells in two ways: choose one.", ""),
    define(
        "phrases.frequency",
        "points of score",
        "How often the phrase stands in the text, for its length and the rarity of its words.",
        "",
    ),
    define(
        "phrases.place",
        "points of score",
        "Where the phrase stands first and last, and how much of it in the first paragraph.",
        "",
    ),
    define(
        "phrases.spread",
        "points of score",
        "From its first to its last place, and in how many sentences.",
        "",
    ),
    define("phrases.length", "points of score", "Its words and letters, and the function words inside.", ""),
    define(
        "phrases.words",
        "points of score",
        "How often its words stand in the text, and their rank by TF-IDF.",
        "Spärck Jones 1972",
    ),
    define(
        "phrases.rarity",
        "points of score",
        "How rare its words are in the language.",
        "list: wordfreq 3.1.1, Speer 2022",
    ),
    define(
        "phrases.company",
        "points of score",
        "How long the runs of content words are that its words stand in: RAKE’s degree.",
        "Rose and others 2010",
    ),
    define(
        "phrases.capitals",
        "points of score",
        "In how many places it is written as a name or an acronym.",
        "",
    ),
    define(
        "phrases.surroundings",
        "points of score",
        "What stands beside it: function words, nouns, prepositions, marks.",
        "",
    ),
    define("phrases.kind", "points of score", "The classes and endings of its words.", ""),
    define(
        "phrases.text",
        "points of score",
        "What the text is like: its length, sentences and capitals.",
        "",
    ),
    define("style.doubled-word", "places", "The same word twice in a row.", ""),
    define(
        "style.repeated-word",
        "places",
        "An uncommon word again after a few words: another may read better.",
        "",
    ),
    define(
        "style.repeated-opening",
        "places",
        "Three sentences or more in a row that begin with the same word.",
        "",
    ),
];

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use serde_json::Value;

    use super::*;
    use crate::language::profile;
    use crate::statistics::statistics;
    use crate::style::Reason::{self, *};
    use crate::tokens::Tokens;

    const REASONS: [Reason; 11] = [
        VeryHardSentence,
        HardSentence,
        PassiveVoice,
        Adverb,
        Intensifier,
        Hedge,
        Nominalisation,
        TwoSpellings,
        DoubledWord,
        RepeatedWord,
        RepeatedOpening,
    ];

    /// The ids of all numbers below `value`.
    fn ids(value: &Value, path: &str, found: &mut BTreeSet<String>) {
        match value {
            Value::Object(fields) if fields.contains_key("histogram") => {
                found.insert(path.to_owned());
                found.extend(fields.keys().map(|name| format!("distribution.{name}")));
            }
            Value::Object(fields) if !fields.contains_key("missing") => {
                for (name, field) in fields {
                    let dot = if path.is_empty() { "" } else { "." };
                    ids(field, &format!("{path}{dot}{name}"), found);
                }
            }
            _ => {
                found.insert(path.to_owned());
            }
        }
    }

    #[test]
    fn every_number_has_one_definition_and_every_definition_a_number() {
        let tokens = Tokens::new("A short text.", profile("en"), None);
        let (statistics, ..) = statistics(&tokens, profile("en"), None, "en");
        let mut numbers = BTreeSet::new();
        ids(&serde_json::to_value(&statistics).unwrap(), "", &mut numbers);
        let defined: BTreeSet<String> =
            DEFINITIONS.iter().map(|definition| definition.id.to_owned()).collect();
        assert_eq!(defined.len(), DEFINITIONS.len(), "no id stands twice");
        numbers.extend(REASONS.iter().map(|reason| {
            let code = serde_json::to_value(reason).unwrap();
            format!("style.{}", code.as_str().unwrap())
        }));
        numbers.extend(crate::keywords::ASPECTS.iter().map(|aspect| {
            let name = serde_json::to_value(aspect).unwrap();
            format!("phrases.{}", name.as_str().unwrap())
        }));
        assert_eq!(defined, numbers);
        for definition in DEFINITIONS {
            assert!(!definition.unit.is_empty() && definition.definition.ends_with('.'), "{}", definition.id);
        }
    }
}

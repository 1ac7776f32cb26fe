//! Formulas made for English, and the two Swedish ones that serve every alphabet.
//!
//! New Dale-Chall (1995) and revised Spache (1974) are not here: both count the
//! words outside lists that are under copyright and come with no licence to ship.

use crate::statistics::TextCounts;

/// Flesch reading ease: higher is easier, 60 to 70 is plain English.
///
/// Flesch 1948, *A new readability yardstick*. Not finite when a count is 0.
pub fn flesch_reading_ease(counts: TextCounts) -> f64 {
    206.835 - 1.015 * counts.words_per_sentence() - 84.6 * counts.syllables_per_word()
}

/// Flesch-Kincaid grade level of the United States' schools.
///
/// Kincaid, Fishburne, Rogers and Chissom 1975. Not finite when a count is 0.
pub fn flesch_kincaid_grade(counts: TextCounts) -> f64 {
    0.39 * counts.words_per_sentence() + 11.8 * counts.syllables_per_word() - 15.59
}

/// Gunning's fog index: years of schooling.
///
/// Gunning 1952, *The technique of clear writing*; what counts as hard stands
/// at [`TextCounts::complex_words`]. Not finite when a count is 0.
pub fn gunning_fog(counts: TextCounts) -> f64 {
    0.4 * (counts.words_per_sentence() + counts.per_hundred_words(counts.complex_words))
}

/// SMOG: years of schooling for full comprehension.
///
/// McLaughlin 1969, *SMOG grading*, made for samples of 30 sentences; the
/// polysyllables of others are brought to 30, as tables in use since do from 10
/// sentences on. Not finite without a sentence.
pub fn smog(counts: TextCounts) -> f64 {
    1.0430 * (30.0 * counts.polysyllables as f64 / counts.sentences as f64).sqrt() + 3.1291
}

/// Coleman-Liau index: grade, from letters instead of syllables.
///
/// Coleman and Liau 1975, *A computer readability formula designed for machine
/// scoring*. Not finite without a word.
pub fn coleman_liau(counts: TextCounts) -> f64 {
    0.0588 * counts.per_hundred_words(counts.letters)
        - 0.296 * counts.per_hundred_words(counts.sentences)
        - 15.8
}

/// Automated readability index: grade, from letters and digits.
///
/// Smith and Senter 1967, *Automated readability index*. Not finite when a count is 0.
pub fn automated_readability(counts: TextCounts) -> f64 {
    4.71 * (counts.characters as f64 / counts.words as f64) + 0.5 * counts.words_per_sentence() - 21.43
}

/// Linsear Write: grade. A word of three syllables or more has three points,
/// any other one; over the whole text instead of a sample of 100 words.
///
/// United States Air Force, as in Klare 1974, *Assessing readability*, after
/// O'Hayre 1966, *Gobbledygook has gotta go*. Not finite without a sentence.
pub fn linsear_write(counts: TextCounts) -> f64 {
    let points = (counts.words + 2 * counts.polysyllables) as f64 / counts.sentences as f64;
    if points > 20.0 { points / 2.0 } else { points / 2.0 - 1.0 }
}

/// FORCAST: grade, made for forms and technical manuals; sentences do not
/// matter. The words of one syllable are brought to a sample of 150.
///
/// Caylor, Sticht, Fox and Ford 1973, *Methodologies for determining reading
/// requirements of military occupational specialties*. Not finite without a word.
pub fn forcast(counts: TextCounts) -> f64 {
    20.0 - 1.5 * counts.per_hundred_words(counts.monosyllables) / 10.0
}

/// LIX: below 30 very easy, 40 to 50 middling, above 60 very hard.
///
/// Björnsson 1968, *Läsbarhet*. Not finite when a count is 0.
pub fn lix(counts: TextCounts) -> f64 {
    counts.words_per_sentence() + counts.per_hundred_words(counts.long_words)
}

/// RIX: long words in a sentence.
///
/// Anderson 1983, *Lix and Rix: variations on a little-known readability index*.
/// Not finite without a sentence.
pub fn rix(counts: TextCounts) -> f64 {
    counts.long_words as f64 / counts.sentences as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_agree_with_values_by_hand() {
        let counts = TextCounts {
            words: 200,
            sentences: 10,
            syllables: 300,
            letters: 900,
            characters: 910,
            monosyllables: 130,
            polysyllables: 27,
            complex_words: 20,
            long_words: 40,
            ..TextCounts::default()
        };
        for (formula, expected) in [
            (flesch_reading_ease as fn(TextCounts) -> f64, 206.835 - 20.3 - 126.9),
            (flesch_kincaid_grade, 7.8 + 17.7 - 15.59),
            (gunning_fog, 0.4 * (20.0 + 10.0)),
            // 81 polysyllables in 30 sentences, whose root is 9.
            (smog, 1.0430 * 9.0 + 3.1291),
            // 450 letters and 5 sentences in 100 words.
            (coleman_liau, 26.46 - 1.48 - 15.8),
            (automated_readability, 4.71 * 4.55 + 10.0 - 21.43),
            // (173 + 3 * 27) / 10 = 25.4 points.
            (linsear_write, 12.7),
            // 97.5 of 150 words.
            (forcast, 10.25),
            (lix, 40.0),
            (rix, 4.0),
        ] {
            assert!((formula(counts) - expected).abs() < 1e-9, "{} for {expected}", formula(counts));
        }
        let easy = TextCounts { words: 90, sentences: 10, polysyllables: 5, ..TextCounts::default() };
        assert!((linsear_write(easy) - 4.0).abs() < 1e-9, "at 20 points or fewer one is taken off");
    }
}

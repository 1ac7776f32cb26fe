//! Formulas made for languages other than English. Each constant stands in two independent descriptions.

use crate::statistics::TextCounts;

/// Amstad's reading ease for German: Flesch's scale.
///
/// Amstad 1978, *Wie verständlich sind unsere Zeitungen?* Not finite when a count is 0.
pub fn amstad(counts: TextCounts) -> f64 {
    180.0 - counts.words_per_sentence() - 58.5 * counts.syllables_per_word()
}

/// The first Viennese formula for German non-fiction: school grade, 4 to 15.
///
/// Bamberger and Vanecek 1984, *Lesen, Verstehen, Lernen, Schreiben*. Not finite when a count is 0.
pub fn wiener_sachtext_1(counts: TextCounts) -> f64 {
    0.1935 * counts.per_hundred_words(counts.polysyllables)
        + 0.1672 * counts.words_per_sentence()
        + 0.1297 * counts.per_hundred_words(counts.long_words)
        - 0.0327 * counts.per_hundred_words(counts.monosyllables)
        - 0.875
}

/// The second Viennese formula, without the words of one syllable; as [`wiener_sachtext_1`].
pub fn wiener_sachtext_2(counts: TextCounts) -> f64 {
    0.2007 * counts.per_hundred_words(counts.polysyllables)
        + 0.1682 * counts.words_per_sentence()
        + 0.1373 * counts.per_hundred_words(counts.long_words)
        - 2.779
}

/// The third Viennese formula, without the long words too; as [`wiener_sachtext_1`].
pub fn wiener_sachtext_3(counts: TextCounts) -> f64 {
    0.2963 * counts.per_hundred_words(counts.polysyllables) + 0.1905 * counts.words_per_sentence() - 1.1144
}

/// The fourth Viennese formula, for texts of the first four grades; as [`wiener_sachtext_1`].
pub fn wiener_sachtext_4(counts: TextCounts) -> f64 {
    0.2744 * counts.per_hundred_words(counts.polysyllables) + 0.2656 * counts.words_per_sentence() - 1.693
}

/// Fernández Huerta's *lecturabilidad* for Spanish: Flesch's scale.
///
/// Fernández Huerta 1959, *Medidas sencillas de lecturabilidad*; with words in a
/// sentence, which its examples use where its text says sentences in 100 words.
/// Not finite when a count is 0.
pub fn fernandez_huerta(counts: TextCounts) -> f64 {
    206.84 - 60.0 * counts.syllables_per_word() - 1.02 * counts.words_per_sentence()
}

/// Szigriszt Pazos' *perspicuidad* for Spanish, on the INFLESZ scale: below 40
/// very hard, 55 to 65 normal, above 80 very easy.
///
/// Szigriszt Pazos 1993; scale by Barrio-Cantalejo and others 2008. Not finite when a count is 0.
pub fn szigriszt_pazos(counts: TextCounts) -> f64 {
    206.835 - 62.3 * counts.syllables_per_word() - counts.words_per_sentence()
}

/// Gutiérrez de Polini's comprehensibility of Spanish school texts: higher is easier.
///
/// Gutiérrez de Polini 1972, *Investigación sobre lectura en Venezuela*. Not finite when a count is 0.
pub fn gutierrez_de_polini(counts: TextCounts) -> f64 {
    95.2 - 9.7 * (counts.letters as f64 / counts.words as f64) - 0.35 * counts.words_per_sentence()
}

/// Crawford's years of schooling for Spanish primary texts.
///
/// Crawford 1985, *Fórmula y gráfico para determinar la comprensibilidad de
/// textos de nivel primario en castellano*. Not finite without a word.
pub fn crawford(counts: TextCounts) -> f64 {
    -0.205 * counts.per_hundred_words(counts.sentences) + 0.049 * counts.per_hundred_words(counts.syllables)
        - 3.407
}

/// Kandel and Moles' reading ease for French: Flesch's scale.
///
/// Kandel and Moles 1958, *Application de l'indice de Flesch à la langue française*.
/// Not finite when a count is 0.
pub fn kandel_moles(counts: TextCounts) -> f64 {
    207.0 - 1.015 * counts.words_per_sentence() - 73.6 * counts.syllables_per_word()
}

/// Gulpease for Italian: below 40 hard for those with a secondary, below 60 with
/// a middle, below 80 with a primary school's education.
///
/// Lucisano and Piemontese 1988, *Gulpease*. Not finite without a word.
pub fn gulpease(counts: TextCounts) -> f64 {
    89.0 + (300.0 * counts.sentences as f64 - 10.0 * counts.letters as f64) / counts.words as f64
}

/// Franchina and Vacca's reading ease for Italian: Flesch's scale.
///
/// Franchina and Vacca 1986, *Adaptation of Flesch readability index on a bilingual text*.
/// Not finite when a count is 0.
pub fn flesch_vacca(counts: TextCounts) -> f64 {
    217.0 - 1.3 * counts.words_per_sentence() - 60.0 * counts.syllables_per_word()
}

/// Douma's reading ease for Dutch: Flesch's scale.
///
/// Douma 1960, *De leesbaarheid van landbouwbladen*. Not finite when a count is 0.
pub fn douma(counts: TextCounts) -> f64 {
    206.835 - 0.93 * counts.words_per_sentence() - 77.0 * counts.syllables_per_word()
}

/// Brouwer's *leesindex A* for Dutch: above 100 a first reader, 50 to 75 normal prose, below 30 hard.
///
/// Brouwer 1963, *Onderzoek naar de leesmoeilijkheid van Nederlands proza*. Not finite when a count is 0.
pub fn brouwer(counts: TextCounts) -> f64 {
    195.0 - 2.0 * counts.words_per_sentence() - 200.0 / 3.0 * counts.syllables_per_word()
}

/// Reading ease for Brazilian Portuguese: Flesch's scale.
///
/// Martins, Ghiraldelo, Nunes and Oliveira 1996, *Readability formulas applied to textbooks
/// in Brazilian Portuguese*. Not finite when a count is 0.
pub fn martins(counts: TextCounts) -> f64 {
    248.835 - 1.015 * counts.words_per_sentence() - 84.6 * counts.syllables_per_word()
}

/// Oborneva's reading ease for Russian: Flesch's scale.
///
/// Oborneva 2006, automated assessment of the complexity of school texts. Not finite when a count is 0.
pub fn oborneva(counts: TextCounts) -> f64 {
    206.835 - 1.3 * counts.words_per_sentence() - 60.1 * counts.syllables_per_word()
}

/// FOG-PL: Gunning's index for Polish, whose hard words have four syllables.
///
/// Pisarek 1969, *Jak mierzyć zrozumiałość tekstu?*; Seretny 2006. Not finite when a count is 0.
pub fn fog_pl(counts: TextCounts) -> f64 {
    0.4 * (counts.words_per_sentence() + counts.per_hundred_words(counts.words_of_four_syllables))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_agree_with_values_by_hand() {
        let counts = TextCounts {
            words: 200,
            sentences: 10,
            syllables: 400,
            letters: 1000,
            monosyllables: 80,
            polysyllables: 60,
            words_of_four_syllables: 20,
            long_words: 50,
            ..TextCounts::default()
        };
        for (formula, expected) in [
            (amstad as fn(TextCounts) -> f64, 180.0 - 20.0 - 117.0),
            (wiener_sachtext_1, 5.805 + 3.344 + 3.2425 - 1.308 - 0.875),
            (wiener_sachtext_2, 6.021 + 3.364 + 3.4325 - 2.779),
            (wiener_sachtext_3, 8.889 + 3.81 - 1.1144),
            (wiener_sachtext_4, 8.232 + 5.312 - 1.693),
            (fernandez_huerta, 206.84 - 120.0 - 20.4),
            (szigriszt_pazos, 206.835 - 124.6 - 20.0),
            (gutierrez_de_polini, 95.2 - 48.5 - 7.0),
            (crawford, -1.025 + 9.8 - 3.407),
            (kandel_moles, 207.0 - 20.3 - 147.2),
            (gulpease, 89.0 + 15.0 - 50.0),
            (flesch_vacca, 217.0 - 26.0 - 120.0),
            (douma, 206.835 - 18.6 - 154.0),
            (brouwer, 195.0 - 40.0 - 400.0 / 3.0),
            (martins, 248.835 - 20.3 - 169.2),
            (oborneva, 206.835 - 26.0 - 120.2),
            (fog_pl, 0.4 * 30.0),
        ] {
            assert!((formula(counts) - expected).abs() < 1e-9, "{} for {expected}", formula(counts));
        }
    }
}

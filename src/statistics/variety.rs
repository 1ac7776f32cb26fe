//! Lexical variety: how many different words a text uses, by measures that depend more or less on its length.
//!
//! Words and numbers count in their normal form: *Parade’s* is *parade*, *parades* is another word.

use rustc_hash::FxHashMap;
use serde::Serialize;

use super::{FormulaResult, Missing};
use crate::order;

/// Words in a window of MATTR.
const WINDOW: usize = 50;

/// The type-token ratio at which a factor of MTLD ends.
const THRESHOLD: f64 = 0.72;

/// Words of a draw of HD-D.
const DRAW: usize = 42;

/// Lexical variety.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Variety {
    /// Different words.
    pub types: usize,
    /// Different words over words.
    pub type_token_ratio: FormulaResult,
    /// See [`mattr`]: from 50 words on.
    pub mattr: FormulaResult,
    /// See [`mtld`]: from 50 words on.
    pub mtld: FormulaResult,
    /// See [`hd_d`]: from 42 words on.
    pub hd_d: FormulaResult,
    /// See [`yule_k`].
    pub yule_k: FormulaResult,
    /// See [`honore_r`].
    pub honore_r: FormulaResult,
    /// Words that occur once.
    pub hapax_legomena: usize,
    /// Words that occur twice.
    pub dis_legomena: usize,
    /// Words that carry meaning (no function words, no numbers) over words (Ure 1971).
    pub lexical_density: FormulaResult,
}

impl Variety {
    /// The variety of a text: `words` are the ids, below `types`, of its words in
    /// order; `content` is how many of them carry meaning, if that is known.
    pub fn of(words: &[u32], types: usize, content: Option<usize>) -> Self {
        let mut counts = vec![0usize; types];
        for &word in words {
            counts[word as usize] += 1;
        }
        let spectrum = spectrum(&counts);
        let least = |least: usize, value: &dyn Fn() -> f64| {
            if words.len() < least {
                FormulaResult::None(Missing::TooShort)
            } else {
                FormulaResult::finite(value())
            }
        };
        let different: usize = spectrum.iter().map(|&(_, types)| types).sum();
        let occurring =
            |times: usize| spectrum.iter().find(|&&(count, _)| count == times).map_or(0, |&(_, types)| types);
        Self {
            types: different,
            type_token_ratio: least(1, &|| different as f64 / words.len() as f64),
            mattr: least(WINDOW, &|| mattr(words, types)),
            mtld: least(WINDOW, &|| mtld(words, types)),
            hd_d: least(DRAW, &|| hd_d(&spectrum, words.len())),
            yule_k: least(1, &|| yule_k(&spectrum, words.len())),
            honore_r: least(1, &|| honore_r(words.len(), different, occurring(1))),
            hapax_legomena: occurring(1),
            dis_legomena: occurring(2),
            lexical_density: match content {
                None => FormulaResult::None(Missing::Language),
                Some(content) => least(1, &|| content as f64 / words.len() as f64),
            },
        }
    }
}

/// How many words occur how often: `(times, words)` by rising times, without 0.
fn spectrum(counts: &[usize]) -> Vec<(usize, usize)> {
    let mut types: FxHashMap<usize, usize> = FxHashMap::default();
    for &count in counts.iter().filter(|&&count| count > 0) {
        *types.entry(count).or_default() += 1;
    }
    order::by_rising(types.into_iter().collect(), |&(times, _)| times as u64)
}

/// Moving-average type-token ratio: the mean over every window of 50 words.
///
/// Covington and McFall 2010, *Cutting the Gordian knot*. `words` must hold a window of ids below `types`.
pub fn mattr(words: &[u32], types: usize) -> f64 {
    let mut counts = vec![0u32; types];
    let (mut different, mut sum) = (0usize, 0usize);
    for (at, &word) in words.iter().enumerate() {
        different += usize::from(counts[word as usize] == 0);
        counts[word as usize] += 1;
        if at >= WINDOW {
            let gone = words[at - WINDOW] as usize;
            counts[gone] -= 1;
            different -= usize::from(counts[gone] == 0);
        }
        if at + 1 >= WINDOW {
            sum += different;
        }
    }
    sum as f64 / (words.len() + 1 - WINDOW) as f64 / WINDOW as f64
}

/// Measure of textual lexical diversity: the mean length of the stretches that
/// keep a type-token ratio above 0.72, mean of both directions.
///
/// McCarthy and Jarvis 2010, *MTLD, vocd-D, and HD-D*. `words` are ids below `types`, at least one.
pub fn mtld(words: &[u32], types: usize) -> f64 {
    (one_way(words.iter(), words.len(), types) + one_way(words.iter().rev(), words.len(), types)) / 2.0
}

fn one_way<'w>(words: impl Iterator<Item = &'w u32>, length: usize, types: usize) -> f64 {
    // The number of the stretch in which a word was last seen.
    let mut seen = vec![0u32; types];
    let (mut stretch, mut different, mut count) = (1u32, 0u32, 0u32);
    let mut factors = 0.0;
    let ratio = |different: u32, count: u32| f64::from(different) / f64::from(count);
    for &word in words {
        count += 1;
        different += u32::from(seen[word as usize] != stretch);
        seen[word as usize] = stretch;
        // The ratio is 0.72 or less; without a division.
        if u64::from(different) * 25 <= u64::from(count) * 18 {
            factors += 1.0;
            stretch += 1;
            (different, count) = (0, 0);
        }
    }
    if count > 0 {
        factors += (1.0 - ratio(different, count)) / (1.0 - THRESHOLD);
    }
    // No word came twice: one stretch, which has not ended.
    length as f64 / if factors == 0.0 { 1.0 } else { factors }
}

/// HD-D: the type-token ratio to expect of 42 words drawn from the text.
///
/// McCarthy and Jarvis 2007, *vocd: a theoretical and empirical evaluation*. `words` must be 42 at least.
fn hd_d(spectrum: &[(usize, usize)], words: usize) -> f64 {
    let missed = |times: usize| -> f64 {
        (0..DRAW).map(|drawn| words.saturating_sub(times + drawn) as f64 / (words - drawn) as f64).product()
    };
    spectrum.iter().map(|&(times, types)| types as f64 * (1.0 - missed(times))).sum::<f64>() / DRAW as f64
}

/// Yule's characteristic K: 10,000 times the chance that two words drawn are the same, less that of one drawn twice.
///
/// Yule 1944, *The statistical study of literary vocabulary*.
fn yule_k(spectrum: &[(usize, usize)], words: usize) -> f64 {
    let squares: f64 =
        spectrum.iter().map(|&(times, types)| types as f64 * (times as f64 * times as f64)).sum();
    let words = words as f64;
    10_000.0 * (squares / (words * words) - 1.0 / words)
}

/// Honoré's R, from the words that occur once; not finite when all do.
///
/// Honoré 1979, *Some simple measures of richness of vocabulary*.
fn honore_r(words: usize, different: usize, once: usize) -> f64 {
    100.0 * libm::log(words as f64) / (1.0 - once as f64 / different as f64)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::profile;
    use crate::tokens::Tokens;

    fn variety(text: &str) -> Variety {
        let tokens = Tokens::new(text, profile("en"), None);
        let words = tokens.tokens.iter().filter(|token| tokens.is_word(token));
        let words: Vec<u32> = words.map(|token| tokens.surface(token).word).collect();
        Variety::of(&words, tokens.words.len(), None)
    }

    /// The numbers are those of `lexicalrichness` 0.5.1 (Python) for these texts:
    /// `x = LexicalRichness(text)`, then `x.ttr`, `x.mattr(50)`, `x.mtld(0.72)`, `x.hdd(42)`, `x.yulek`.
    #[test]
    fn agrees_with_a_reference_implementation() {
        for (text, expected) in [
            (RIVER, [0.5934065934, 0.7414285714, 43.8539286218, 0.7122021030, 342.9537495472]),
            (MARKET, [0.6346153846, 0.7719626168, 54.8834175084, 0.7964258638, 204.6351084813]),
            (SNOW, [0.2934782609, 0.4265116279, 8.8229508197, 0.4138039398, 900.2835538752]),
        ] {
            let found = variety(text);
            let found = [found.type_token_ratio, found.mattr, found.mtld, found.hd_d, found.yule_k];
            for (found, expected) in found.into_iter().zip(expected) {
                let found = found.value().unwrap();
                assert!((found - expected).abs() < 1e-9, "{found} is not {expected}");
            }
        }
    }

    #[test]
    fn the_threshold_is_the_ratio() {
        for count in 1..2_000_u32 {
            for different in 1..=count {
                let ratio = f64::from(different) / f64::from(count);
                assert_eq!(u64::from(different) * 25 <= u64::from(count) * 18, ratio <= THRESHOLD);
            }
        }
    }

    #[test]
    fn rare_words_by_hand() {
        // a 4, b 2, c 2, d 1, e 1: 10 words, 5 different.
        let found = variety("A a a a b b c c d e.");
        assert_eq!((found.hapax_legomena, found.dis_legomena), (2, 2));
        // 100 ln 10 / (1 - 2/5)
        assert!((found.honore_r.value().unwrap() - 383.764_182_165_674_3).abs() < 1e-9);
        // 10,000 * ((16 + 4 + 4 + 1 + 1) / 100 - 1 / 10)
        assert!((found.yule_k.value().unwrap() - 1600.0).abs() < 1e-9);
        assert_eq!(Variety::of(&[0, 1, 2, 2], 3, Some(1)).lexical_density, FormulaResult::Value(0.25));
    }

    #[test]
    fn what_cannot_be_measured_says_so() {
        let none = FormulaResult::None;
        let empty = Variety::of(&[], 0, Some(0));
        assert_eq!((empty.type_token_ratio, empty.hd_d), (none(Missing::TooShort), none(Missing::TooShort)));
        assert_eq!(empty.lexical_density, none(Missing::TooShort));
        assert_eq!(variety("One two three.").honore_r, none(Missing::Undefined), "each word is there once");
        assert_eq!(variety("One two three.").lexical_density, none(Missing::Language), "no word list");
        let different: Vec<u32> = (0..200).collect();
        assert_eq!(Variety::of(&different, 200, None).mtld, FormulaResult::Value(200.0));
        assert_eq!(Variety::of(&[0; 100], 1, None).mtld, FormulaResult::Value(2.0));
    }

    const RIVER: &str = "\
        The river was low that summer and the stones in the river were warm. Every morning the old man \
        walked along the river to the mill and back again. He counted the stones because he had counted \
        them as a boy, and he always found one more than the day before. Nobody believed him, but the \
        children of the village walked with him and counted too. When the rain came the river rose over \
        the stones, and the old man said that he would count them again when the summer returned.";

    const MARKET: &str = "\
        A market is a place where people meet before it is a place where people buy. The baker knows \
        who was ill last week, the fisherman tells the same three stories, and the woman who sells \
        cheese remembers every name. Prices change slowly here, much more slowly than in the large \
        shops outside the town, because a price is also a promise between neighbours. Visitors come for \
        the colours, the noise and the smell of fresh bread. They take pictures, taste a little of \
        everything and leave with one small bag. The people of the town come for something else. They \
        come to be seen, to complain about the weather, to hear whose daughter will marry whose son, \
        and to carry home what they need for the week. When the council wanted to move the market into \
        a hall, the whole town went to the meeting, and the plan was forgotten before the evening was \
        over.";

    const SNOW: &str = "\
        Snow fell and snow fell and snow fell, white snow on white snow, and the snow that fell on the \
        roof fell from the roof onto the snow below. We looked at the snow and the snow looked like \
        nothing but snow. Snow on the trees, snow on the road, snow on the cars that stood along the \
        road under snow. We walked on the snow and we fell in the snow and we laughed in the snow, and \
        the snow fell on us and on the road and on the trees.";
}

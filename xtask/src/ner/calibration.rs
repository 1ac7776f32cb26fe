//! How many names with a margin are right: the steps of confidence, and how good they are.

use std::path::Path;

use anyhow::Result;
use textlens::entities::ModelRecogniser;
use textlens::lexicon::Packs;
use textlens::lexicon::name_model::{Calibration, KINDS, Model, ModelParts};

use super::corpus::Kind;
use super::evaluate;
use super::score::Compared;

/// Steps of a type before those that do not rise are joined.
const STEPS: usize = 12;

/// Margins are counted in units of so much of the model's integers, up to so many units.
const RULER: (u16, u16) = (64, 400);

/// Names with their margin, their weight, and the part of it that is right.
type Margins = Vec<(u16, f64, f64)>;

/// Learns the steps for `parts` from every second document of the sets that may shape what ships
/// and that it was not trained on. Each set weighs the same.
pub fn learn(parts: &ModelParts, corpora: &Path, reading: &Path, packs: &Packs) -> Result<Calibration> {
    let names = packs.names("en").expect("built in");
    // A model whose confidences are the numbers of steps of equal width.
    let ruler: Vec<_> = (0..RULER.1).map(|at| (at * RULER.0, at)).collect();
    let model =
        Model::new(&ModelParts { calibration: std::array::from_fn(|_| ruler.clone()), ..parts.clone() });
    let recogniser = ModelRecogniser::new(names, &model);
    let mut margins: [Margins; KINDS] = Default::default();
    for set in evaluate::SETS.iter().filter(|set| set.calibrates) {
        let documents = set.documents(corpora, reading)?;
        let sure: Vec<_> = documents
            .iter()
            .step_by(2)
            .flat_map(|document| Compared::new(document, packs, &recogniser, set.kinds()).sure())
            .collect();
        let weight = 1.0 / sure.len() as f64;
        for one in sure {
            let right = if one.is_right { weight } else { 0.0 };
            margins[one.kind as usize].push((one.confidence, weight, right));
        }
    }
    Ok(margins.map(steps))
}

/// Rising steps through margins: bins of equal weight, joined where they fall (pool adjacent
/// violators; Ayer and others 1955).
fn steps(mut margins: Margins) -> Vec<(u16, u16)> {
    margins.sort_by_key(|&(margin, ..)| margin);
    let all: f64 = margins.iter().map(|(_, weight, _)| weight).sum();
    // Each with its first margin, its weight, and what of it is right.
    let mut bins: Vec<(u16, f64, f64)> = Vec::new();
    for (margin, weight, right) in margins {
        match bins.last_mut() {
            Some(bin) if bin.1 < all / STEPS as f64 || bin.0 == margin => {
                bin.1 += weight;
                bin.2 += right;
            }
            _ => bins.push((margin, weight, right)),
        }
        while let [.., below, above] = &bins[..]
            && above.1 >= all / STEPS as f64
            && below.2 / below.1 >= above.2 / above.1
        {
            let (from, weight, right) = *below;
            let (_, more, also) = bins.pop().expect("two");
            *bins.last_mut().expect("one") = (from, weight + more, right + also);
        }
    }
    // The last may be light.
    if let [.., below, above] = &bins[..]
        && below.2 / below.1 >= above.2 / above.1
    {
        let (_, more, also) = *above;
        bins.pop();
        let last = bins.last_mut().expect("one");
        (last.1, last.2) = (last.1 + more, last.2 + also);
    }
    let mut steps: Vec<(u16, u16)> = bins
        .into_iter()
        .map(|(from, weight, right)| (from * RULER.0, (1000.0 * right / weight).round() as u16))
        .collect();
    if let Some(first) = steps.first_mut() {
        first.0 = 0;
    }
    steps
}

/// A name that was found: of which type, how sure, and whether it is right.
#[derive(Clone, Copy, Debug)]
pub struct Sure {
    /// Its type.
    pub kind: Kind,
    /// How sure, in thousandths.
    pub confidence: u16,
    /// Whether span and type are right.
    pub is_right: bool,
}

/// Bins of confidence.
const BINS: usize = 15;

/// The expected calibration error (Naeini, Cooper and Hauskrecht 2015): the mean difference of
/// confidence and part that is right, over bins of equal width.
pub fn expected_error(names: &[Sure]) -> f64 {
    let mut bins = [(0.0, 0.0); BINS];
    for name in names {
        let (sum, right) = &mut bins[(usize::from(name.confidence) * BINS / 1001).min(BINS - 1)];
        *sum += f64::from(name.confidence) / 1000.0;
        *right += f64::from(u8::from(name.is_right));
    }
    bins.iter().map(|(sum, right)| (sum - right).abs()).sum::<f64>() / (names.len() as f64).max(1.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_rise_through_what_was_counted() {
        // A tenth of the names with the margin 10 is right, a half of those with 50.
        let found = steps((0..100).map(|margin| (margin, 1.0, f64::from(margin) / 100.0)).collect());
        assert!(found.windows(2).all(|pair| pair[0] < pair[1] && pair[0].1 < pair[1].1), "{found:?}");
        assert!(found.len() > 5 && found[0].0 == 0, "{found:?}");
        let (lowest, highest) = (found[0].1, found[found.len() - 1].1);
        assert!(lowest < 100 && highest > 850, "{found:?}");
        // What falls is one step.
        assert_eq!(
            steps((0..100).map(|margin| (margin, 1.0, f64::from(u8::from(margin < 50)))).collect()),
            [(0, 500)]
        );
        assert_eq!(steps(Vec::new()), []);
    }

    #[test]
    fn the_error_is_the_mean_distance() {
        let name = |confidence, is_right| Sure { kind: Kind::Per, confidence, is_right };
        assert!(expected_error(&[name(500, true), name(500, false)]) < 1e-9);
        let error = expected_error(&[name(1000, true), name(1000, false), name(0, false), name(100, true)]);
        assert!((error - (0.5 * 2.0 + 0.0 + 0.9) / 4.0).abs() < 1e-9, "{error}");
        assert!(expected_error(&[]) < 1e-9);
    }
}

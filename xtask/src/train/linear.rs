//! Logistic regression over hashed features: Adagrad, with the features of
//! single words dropped at random, so that those that hold in every kind of
//! text do not lean on them.

use crate::random::Random;

/// What a gap looks like and what is right of it.
pub struct Example {
    /// The keys of its features; those that name no word come first.
    pub keys: Vec<u32>,
    /// How many of them name no word.
    pub general: usize,
    /// The right answer.
    pub ends: bool,
    /// How much it counts.
    pub weight: f32,
}

/// How a model is trained.
#[derive(Clone, Copy)]
pub struct Recipe {
    /// Keys are below this.
    pub keys: usize,
    /// Times that all examples are seen.
    pub epochs: usize,
    /// Trainings from the start, each in other orders; their mean leans on no order.
    pub runs: usize,
    /// Step of the first update of a weight.
    pub rate: f32,
    /// How strongly each weight is drawn to zero, in all its updates of an epoch together.
    pub decay: f32,
    /// Share of the examples that are shown without features of single words.
    pub dropout: f32,
}

/// The weights of all keys; those that `kept` leaves out stay zero.
pub fn train(examples: &[Example], recipe: &Recipe, kept: Option<&[bool]>) -> Vec<f32> {
    // The penalty of a weight is the same however often it is updated.
    let mut decay = vec![0.0_f32; recipe.keys];
    for key in examples.iter().flat_map(|example| &example.keys) {
        decay[*key as usize] += 1.0;
    }
    decay.iter_mut().for_each(|seen| *seen = recipe.decay / seen.max(1.0));
    let mut sums = vec![0.0_f32; recipe.keys];
    let mut random = Random::default();
    let mut order: Vec<usize> = (0..examples.len()).collect();
    // The mean of the weights after each of the later epochs is steadier than the last.
    let averaged = recipe.epochs / 2;
    for _ in 0..recipe.runs {
        let mut weights = vec![0.0_f32; recipe.keys];
        let mut squares = vec![1e-2_f32; recipe.keys];
        for epoch in 0..recipe.epochs {
            random.shuffle(&mut order);
            for &index in &order {
                let example = &examples[index];
                let general_only = random.below_one() < recipe.dropout;
                let keys = if general_only { &example.keys[..example.general] } else { &example.keys };
                let keys = keys.iter().map(|&key| key as usize);
                let keys = keys.filter(|&key| kept.is_none_or(|kept| kept[key]));
                let score: f32 = keys.clone().map(|key| weights[key]).sum();
                let error = 1.0 / (1.0 + libm::expf(-score)) - f32::from(u8::from(example.ends));
                for key in keys {
                    let gradient = example.weight * error + decay[key] * weights[key];
                    squares[key] += gradient * gradient;
                    weights[key] -= recipe.rate * gradient / squares[key].sqrt();
                }
            }
            if epoch >= averaged {
                sums.iter_mut().zip(&weights).for_each(|(sum, weight)| *sum += weight);
            }
        }
    }
    let summed = (recipe.runs * (recipe.epochs - averaged)) as f32;
    sums.iter().map(|sum| sum / summed).collect()
}

/// The `count` keys that matter most: large weights on features that are often seen.
pub fn most_important(examples: &[Example], weights: &[f32], count: usize) -> Vec<bool> {
    let mut seen = vec![0_u32; weights.len()];
    for key in examples.iter().flat_map(|example| &example.keys) {
        seen[*key as usize] += 1;
    }
    let importance = |key: usize| weights[key].abs() * (seen[key] as f32).sqrt();
    let mut keys: Vec<usize> = (0..weights.len()).filter(|&key| importance(key) > 0.0).collect();
    keys.sort_by(|&a, &b| importance(b).total_cmp(&importance(a)).then(a.cmp(&b)));
    let mut kept = vec![false; weights.len()];
    keys.into_iter().take(count).for_each(|key| kept[key] = true);
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn learns_what_decides_and_keeps_it() {
        let examples: Vec<Example> = (0..200)
            .map(|index| Example {
                keys: vec![0, 1 + index % 2, 3 + index % 7],
                general: 2,
                ends: index % 2 == 0,
                weight: 1.0,
            })
            .collect();
        let recipe = Recipe { keys: 16, epochs: 6, runs: 2, rate: 0.3, decay: 1e-2, dropout: 0.2 };
        let weights = train(&examples, &recipe, None);
        assert!(weights[1] > 1.0 && weights[2] < -1.0, "{weights:?}");
        assert_eq!(weights, train(&examples, &recipe, None), "the same every time");
        let kept = most_important(&examples, &weights, 2);
        assert!(kept[1] && kept[2] && kept.iter().filter(|&&kept| kept).count() == 2);
        assert_eq!(train(&examples, &recipe, Some(&kept))[0], 0.0);
    }
}

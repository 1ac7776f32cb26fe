//! What the trainer sees of a text: the words and features that the recogniser weighs.

use super::context_features::Context;
use super::forms::Forms;
use super::keys::FeatureKey;
use super::sentence::Observed;
use super::summed_scores::{BIAS, EDGE, OFFSETS, offset};
use super::window::Opened;
use super::word_features::{WINDOW, at_offset};
use crate::lexicon::{Known, NameLexicon};
use crate::text::Span;
use crate::tokens::Tokens;

/// What the trainer sees of a document: the same words and features that the recogniser weighs.
#[derive(Debug)]
pub struct Observation {
    /// By sentence, its words.
    pub sentences: Vec<Vec<ObservedWord>>,
}

/// A word of a sentence, as the trainer sees it.
#[derive(Debug)]
pub struct ObservedWord {
    /// Where it stands.
    pub span: Span,
    /// Its features; empty if it cannot be part of a name.
    pub features: Vec<FeatureKey>,
    /// Whether the lexicon knows it as a nationality, and it is capitalised.
    pub is_demonym: bool,
}

/// The words of a text with their features, as [`ModelRecogniser`](super::ModelRecogniser) would weigh them.
pub fn observe(tokens: &Tokens<'_>, names: &NameLexicon) -> Observation {
    let forms = Forms::new(tokens, names);
    let document = Observed::new(tokens, names, &forms);
    let keys = |form, index| {
        let mut keys: Vec<FeatureKey> = Vec::new();
        document.features(form, offset(index), &mut keys);
        keys
    };
    let words: Vec<[_; OFFSETS]> =
        document.form_ids().map(|id| std::array::from_fn(|index| keys(id, index))).collect();
    let mut opened = Opened::new(&document);
    let observe = |index: usize| {
        let sentence = opened.open(index);
        let units = &opened.units;
        let mut context = Context::of(&opened, tokens.text, sentence.clone(), Vec::new());
        let (mut run, mut run_end) = (Vec::new(), 0);
        let observe = |at: usize| {
            let mut features = Vec::new();
            if !opened.is_idle(at) {
                features.push(BIAS);
                let around = (at..at + OFFSETS).map(|at| at.checked_sub(WINDOW));
                for (index, seen) in around.enumerate() {
                    match seen.filter(|at| sentence.contains(at)) {
                        Some(seen) => {
                            let form = document.form_index(units[seen].id);
                            features.extend_from_slice(&words[form][index]);
                        }
                        None => features.push(at_offset(EDGE, offset(index))),
                    }
                }
                context.features(at, &mut features);
                if units[at].is_capital() {
                    if at >= run_end {
                        run.clear();
                        run_end = context.run_features(at, &mut run);
                    }
                    features.extend_from_slice(&run);
                }
            }
            let unit = &units[at];
            ObservedWord {
                span: unit.span(),
                features,
                is_demonym: unit.is_capital() && unit.is(Known::DEMONYM),
            }
        };
        sentence.clone().map(observe).collect()
    };
    Observation { sentences: (0..document.sentences.len()).map(observe).collect() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entities::keys::{Put, Sink};
    use crate::entities::summed_scores::{RunScores, WordScores};
    use crate::language::profile;
    use crate::lexicon::Packs;
    use crate::lexicon::name_model::{Model, Scores, short};

    const SEED: &str = include_str!("../../seeds/parade.txt");

    fn built_in() -> (&'static NameLexicon, &'static Model) {
        let names = Packs::built_in().names("en").expect("built in");
        (names, names.model().expect("the pack has a model"))
    }

    fn tokens(text: &str) -> Tokens<'_> {
        Tokens::new(text, profile("en"), Packs::built_in().words("en"))
    }

    /// What the trainer adds up, feature by feature, is what the recogniser weighs.
    #[test]
    fn the_recogniser_weighs_what_the_trainer_sees() {
        let (names, model) = built_in();
        let tokens = tokens(SEED);
        let forms = Forms::new(&tokens, names);
        let document = Observed::new(&tokens, names, &forms);
        let mut words = WordScores::new(model, &document);
        let mut opened = Opened::new(&document);
        let observation = observe(&tokens, names);
        assert_eq!(observation.sentences.len(), document.sentences.len());
        for (index, observed) in observation.sentences.iter().enumerate() {
            let sentence = &opened.open(index);
            let mut context = Context::of(&opened, SEED, sentence.clone(), Vec::new());
            let mut run = RunScores::default();
            for (at, word) in sentence.clone().zip(observed) {
                assert_eq!(word.span, opened.units[at].span());
                assert_eq!(word.features.is_empty(), opened.is_idle(at));
                if !word.features.is_empty() {
                    let weighed = words.of(&mut context, &mut run, sentence, at);
                    let mut seen = Scores::default();
                    word.features.iter().for_each(|&key| model.add(&[short(key)], &mut seen));
                    assert_eq!(weighed, seen, "{:?}", word.span.of(SEED));
                }
            }
        }
    }

    /// A group that is remembered under a key is the same wherever that key comes again.
    #[test]
    fn groups_follow_from_their_keys() {
        #[derive(Default)]
        struct Groups(std::collections::HashMap<(u64, u64), Vec<FeatureKey>>);
        impl Sink for Groups {
            fn take(&mut self, _: FeatureKey) {}

            fn group(&mut self, kind: u64, what: u64, each: impl Fn(&mut Put<'_>)) {
                let mut keys = Vec::new();
                each(&mut |key| keys.push(key));
                assert_eq!(*self.0.entry((kind, what)).or_insert_with(|| keys.clone()), keys, "kind {kind}");
            }
        }
        // Words of all classes, as they are, with a capital, twice so, and beside each other.
        let [_, (_, bytes)] = crate::lexicon::english::packs();
        let pack = crate::lexicon::pack::Pack::read(&bytes).expect("it is sound");
        let cues = pack.text("cues").expect("text").lines().filter(|line| !line.starts_with('#'));
        let words: Vec<&str> = cues.flat_map(|line| line.split(' ').skip(1).take(9)).collect();
        let title = |word: &str| word[..1].to_uppercase() + &word[1..];
        let line = |(at, &word): (usize, &&str)| match at % 4 {
            0 => format!("We saw {word} and {word} there.\n"),
            1 => format!("We saw {} of {} there.\n", title(word), words[at / 2]),
            2 => format!("We saw {} {} there, {word}.\n", title(word), title(words[at / 2])),
            _ => format!("We saw {0} by {0} there, {word} and {word}.\n", title(word)),
        };
        let text: String = words.iter().filter(|word| word.is_ascii()).enumerate().map(line).collect();
        let (names, _) = built_in();
        let tokens = tokens(&text);
        let forms = Forms::new(&tokens, names);
        let document = Observed::new(&tokens, names, &forms);
        let mut groups = Groups::default();
        document.form_ids().for_each(|id| document.features(id, 0, &mut groups));
        let mut opened = Opened::new(&document);
        for index in 0..document.sentences.len() {
            let sentence = opened.open(index);
            let mut context = Context::of(&opened, &text, sentence.clone(), Vec::new());
            sentence.for_each(|at| context.features(at, &mut groups));
        }
        assert!(groups.0.len() > 500, "{} groups", groups.0.len());
    }

    /// A model that was trained with other keys than those of today finds next to none of them.
    #[test]
    fn the_model_knows_the_features_of_today() {
        let (names, model) = built_in();
        let observation = observe(&tokens(SEED), names);
        let (mut all, mut known) = (0, 0);
        for key in observation.sentences.iter().flatten().flat_map(|word| &word.features) {
            let mut scores = Scores::default();
            model.add(&[short(*key)], &mut scores);
            all += 1;
            known += usize::from(scores != Scores::default());
        }
        assert!(known * 2 > all, "{known} of {all} features are known");
    }

    /// Each list of the pack is found under the keys that a text gives.
    #[test]
    fn lists_and_clusters_reach_the_features() {
        let (names, _) = built_in();
        let tokens = tokens("They saw Germany and the United Nations, said Anna.");
        let forms = Forms::new(&tokens, names);
        let document = Observed::new(&tokens, names, &forms);
        let mut opened = Opened::new(&document);
        opened.open(0);
        let at = |word: &str| {
            opened
                .units
                .units()
                .iter()
                .position(|unit| unit.span().of(tokens.text) == word)
                .expect("it is there")
        };
        assert!(opened.phrase(at("Germany")).known.is(Known::COUNTRY));
        assert!(opened.phrase(at("Nations")).known.is(Known::ORGANISATION));
        assert_eq!(opened.phrase(at("Nations")).place, 2);
        assert!(opened.phrase(at("Anna")).known.is(Known::GIVEN));
        for word in ["saw", "Germany", "Anna"] {
            assert!(opened.units[at(word)].form.cluster.fine > 0, "{word}");
        }
        assert_eq!(document.proposals[at("United")].kind(), 2);
    }
}

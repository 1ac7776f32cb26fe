//! The trained recogniser.

use std::ops::Range;

use super::confidence;
use super::context_features::Context;
use super::decoder::{self, Decoder, Tag};
use super::foreign::{self, Foreign};
use super::keys::{self, FeatureKey, Sink};
use super::kinds;
use super::score_lines::{self, Line};
use super::sentence::Observed;
use super::units::{Case, Form, Forms, Gap};
use super::weigher::Weigher;
use super::word_features::{WINDOW, at_offset, is_plain};
use super::{EntityType, Mention, Recogniser, Subtype};
use crate::lexicon::name_model::{Model, Scores};
use crate::lexicon::{Known, NameLexicon};
use crate::order;
use crate::text::Span;
use crate::tokens::Tokens;

/// The recogniser by a trained model, which weighs what the rules propose with all else.
pub struct ModelRecogniser<'l> {
    names: &'l NameLexicon,
    model: &'l Model,
}

/// What is seen where the sentence has no word.
const EDGE: FeatureKey = keys::of(50, 0);

/// What every word has.
const BIAS: FeatureKey = keys::of(51, 0);

/// The places that a word is seen from.
const OFFSETS: usize = 2 * WINDOW + 1;

impl<'l> ModelRecogniser<'l> {
    /// With what `names` know, and the model that was trained with them.
    pub fn new(names: &'l NameLexicon, model: &'l Model) -> Self {
        Self { names, model }
    }
}

impl Recogniser for ModelRecogniser<'_> {
    fn recognise(&self, tokens: &Tokens<'_>) -> Vec<Mention> {
        let forms = Forms::new(tokens, self.names);
        let document = Observed::new(tokens, self.names, &forms);
        let mut tagging = Tagging {
            model: self.model,
            document: &document,
            text: tokens.text,
            context: Context::new(&document, tokens.text),
            words: WordScores::new(self.model, &document),
            decoder: Decoder::new(self.model),
            scores: Vec::new(),
            tags: Vec::new(),
            margins: Vec::new(),
            mentions: document.dates.iter().map(|&span| Mention::sure(span, EntityType::Date)).collect(),
        };
        let sporting = score_lines::is_sporting(&document);
        let foreign = Foreign::new(&document);
        for sentence in &document.sentences {
            if foreign.is(&document, sentence) {
                foreign::of_gazetteers(&document, sentence, &mut tagging.mentions);
            } else {
                tagging.sentence(sentence, sporting);
            }
        }
        let mentions = std::mem::take(&mut tagging.mentions);
        // Putting them in order takes memory, too.
        drop(tagging);
        order::by_rising(mentions, |mention| mention.span.order())
    }
}

/// The names of a document in the making, with buffers that are used again for each stretch of words.
struct Tagging<'d> {
    model: &'d Model,
    document: &'d Observed<'d>,
    text: &'d str,
    context: Context<'d>,
    words: WordScores<'d>,
    decoder: Decoder<'d>,
    scores: Vec<Scores>,
    tags: Vec<Tag>,
    margins: Vec<i32>,
    mentions: Vec<Mention>,
}

impl Tagging<'_> {
    /// Finds the names of a sentence.
    ///
    /// Not inlined: browsers make code faster that is called often, not a loop that runs.
    #[inline(never)]
    fn sentence(&mut self, sentence: &Range<usize>, sporting: bool) {
        let document = self.document;
        let line = score_lines::read(document, self.text, sentence, sporting);
        self.context.enter(sentence.clone());
        let mut run = RunScores::default();
        let mut at = sentence.start;
        while at < sentence.end {
            self.scores.clear();
            let start = at;
            while at < sentence.end && !document.is_idle(sentence, at) {
                self.scores.push(self.words.of(&mut self.context, &mut run, sentence, at));
                at += 1;
            }
            if at > start {
                self.stretch(start, &line);
            }
            at += 1;
        }
    }

    /// Finds the names of the words from `start` on that have scores.
    fn stretch(&mut self, start: usize, line: &Line) {
        let (document, tags) = (self.document, &mut self.tags);
        self.decoder.decode(&self.scores, tags);
        halves(document, start, tags);
        storms(document, start, tags);
        parted(document, start, &self.scores, tags);
        if !line.is_empty() {
            score_lines::settle(document, line, start, &self.scores, tags);
        }
        if tags.iter().any(|&tag| tag != 0) {
            self.decoder.margins(&self.scores, tags, &mut self.margins);
        }
        names(tags, |range, kind| {
            let margin = self.margins[range.clone()].iter().copied().min().unwrap_or(0);
            let range = start + range.start..start + range.end;
            // Below zero only where the rules overrule the model.
            let confidence = match margin {
                0.. => self.model.confidence(kind, margin),
                _ => confidence::BY_RULES,
            };
            self.mentions.push(mention(self.text, document, range, kind, confidence));
        });
    }
}

/// Keeps the name in *US-led* that the rules see: corpora take the compound for one word and do not mark it.
fn halves(document: &Observed, start: usize, tags: &mut [Tag]) {
    for (at, tag) in tags.iter_mut().enumerate() {
        let unit = &document.units[start + at];
        let second = document.units.get(start + at + 1).filter(|second| second.id == unit.id + 1);
        let is_first = unit.id.is_multiple_of(2) && second.is_some_and(|second| !second.is_capital());
        let proposal = document.proposals[start + at];
        if is_first && *tag == 0 && proposal.is_name() && proposal.place() == ONLY {
            *tag = decoder::tag(proposal.kind().min(4) - 1, ONLY);
        }
    }
}

/// Puts the word that says what a name is of into the name: *Hurricane Dorian*, where the model marks *Dorian* or nothing.
fn storms(document: &Observed, start: usize, tags: &mut [Tag]) {
    for at in 1..tags.len() {
        let (before, unit) = (&document.units[start + at - 1], &document.units[start + at]);
        let is_free = tags[at] == 0 && unit.form.case == Case::Capital && !unit.form.is_ordinary();
        let begins = is_free || matches!(decoder::place(tags[at]), Some(0 | ONLY));
        if begins
            && tags[at - 1] == 0
            && before.is(Known::EVENT_FIRST)
            && before.form.case == Case::Capital
            && unit.gap == Gap::Space
        {
            let end = (at + 1..tags.len()).find(|&next| !matches!(decoder::place(tags[next]), Some(1 | 2)));
            let end = end.unwrap_or(tags.len());
            tags[at - 1] = decoder::tag(OTHER, 0);
            tags[at..end - 1].fill(decoder::tag(OTHER, 1));
            tags[end - 1] = decoder::tag(OTHER, 2);
        }
    }
}

/// Parts *Hurricane Lorenzo hit Ireland*: no common word in small letters stands in the name of a storm.
fn parted(document: &Observed, start: usize, scores: &[Scores], tags: &mut [Tag]) {
    for at in 0..tags.len() {
        if decoder::place(tags[at]) != Some(0) || !document.units[start + at].is(Known::EVENT_FIRST) {
            continue;
        }
        let end = (at + 1..tags.len()).find(|&next| !matches!(decoder::place(tags[next]), Some(1 | 2)));
        let end = end.unwrap_or(tags.len());
        let is_common = |form: &Form| is_plain(form) && !form.is_stop;
        let Some(common) = (at + 2..end).find(|&next| is_common(document.units[start + next].form)) else {
            continue;
        };
        tags[common - 1] = decoder::tag(OTHER, 2);
        tags[common..end].fill(0);
        if common + 2 == end {
            let kinds = (0..4).map(|kind| decoder::tag(kind, ONLY));
            let best = kinds.max_by_key(|&tag| decoder::score(&scores[common + 1], tag));
            tags[common + 1] = best.unwrap_or(0);
        }
    }
}

/// The place of a name's only word.
const ONLY: u8 = 3;

/// The type of names that are neither persons nor organisations nor places.
const OTHER: u8 = 3;

/// Gives each name in `tags` to `found`: its words and its type, 0 to 3.
fn names(tags: &[Tag], mut found: impl FnMut(Range<usize>, u8)) {
    let mut start = 0;
    for (at, &tag) in tags.iter().enumerate() {
        if let (Some(kind), Some(place)) = (decoder::kind(tag), decoder::place(tag)) {
            if matches!(place, 0 | 3) {
                start = at;
            }
            if matches!(place, 2 | 3) {
                found(start..at + 1, kind);
            }
        }
    }
}

/// The mention of the units in `range`, of a type of the model.
fn mention(text: &str, document: &Observed, range: Range<usize>, kind: u8, confidence: u16) -> Mention {
    let units = &document.units[range.clone()];
    let span = Span { start: units[0].start, end: units[units.len() - 1].span().end };
    let phrase = document.phrase(range.start).known;
    let kind = match kind {
        0 => EntityType::Person,
        1 => EntityType::Organisation,
        2 => EntityType::Place,
        _ => kinds::of_other(text, units, phrase),
    };
    let geopolitical = Known::COUNTRY.or(Known::CITY).or(Known::REGION);
    let subtype = (kind == EntityType::Place && phrase.is(geopolitical)).then_some(Subtype::Geopolitical);
    Mention { span, kind, subtype, confidence, own: None }
}

/// The scores of a form by the offset that it is seen from, where they were summed.
#[derive(Clone, Copy, Default)]
struct Sums {
    is_known: [bool; OFFSETS],
    scores: [Scores; OFFSETS],
}

/// The sums of a form that stands so often are kept; to keep those of rarer ones, too, saves less than a hundredth
/// of a report's time.
const KEPT_FROM: u32 = 4;

/// The scores of the words' own features, summed once for each offset from which a form is seen.
struct WordScores<'d> {
    document: &'d Observed<'d>,
    /// By form: its place in `sums` plus one, 0 if its sums are not kept.
    kept: Vec<u32>,
    sums: Vec<Sums>,
    /// What is seen at each offset beyond the ends of the sentence.
    edges: [Scores; OFFSETS],
    bias: Scores,
    weigher: Weigher<'d>,
}

impl<'d> WordScores<'d> {
    fn new(model: &'d Model, document: &'d Observed<'d>) -> Self {
        let mut weigher = Weigher::new(model);
        let mut sum = |key| {
            weigher.take(key);
            weigher.sum()
        };
        let (edges, bias) = (std::array::from_fn(|index| sum(at_offset(EDGE, offset(index)))), sum(BIAS));
        let mut places = 0;
        let place = |count| {
            let is_kept = count >= KEPT_FROM;
            places += u32::from(is_kept);
            if is_kept { places } else { 0 }
        };
        let kept: Vec<u32> = document.counts().into_iter().map(place).collect();
        Self { document, kept, sums: vec![Sums::default(); places as usize], edges, bias, weigher }
    }

    /// The scores of the unit at `at`; units come in order.
    ///
    /// Not inlined: browsers make code faster that is called often, not a loop that runs.
    #[inline(never)]
    fn of(
        &mut self,
        context: &mut Context<'_>,
        run: &mut RunScores,
        sentence: &Range<usize>,
        at: usize,
    ) -> Scores {
        if self.document.units[at].is_capital() {
            if at >= run.end {
                run.end = context.run_features(at, &mut self.weigher);
                run.scores = self.weigher.sum();
            }
            self.weigher.add(run.scores);
        }
        self.add_around(sentence, at);
        context.features(at, &mut self.weigher);
        self.weigher.sum()
    }

    /// Adds the scores of the words around `at`, each as it is seen from there.
    fn add_around(&mut self, sentence: &Range<usize>, at: usize) {
        self.weigher.add(self.bias);
        for index in 0..OFFSETS {
            let seen = (at + index).checked_sub(WINDOW).filter(|at| sentence.contains(at));
            let Some(seen) = seen else {
                self.weigher.add(self.edges[index]);
                continue;
            };
            let id = self.document.units[seen].id;
            let Some(place) = self.kept[self.document.form_index(id)].checked_sub(1) else {
                self.take(id, index);
                continue;
            };
            if !self.sums[place as usize].is_known[index] {
                let rest = self.weigher.sum();
                self.take(id, index);
                let sums = &mut self.sums[place as usize];
                (sums.scores[index], sums.is_known[index]) = (self.weigher.sum(), true);
                self.weigher.add(rest);
            }
            self.weigher.add(self.sums[place as usize].scores[index]);
        }
    }

    /// Takes what is seen of a form from there.
    fn take(&mut self, id: u32, index: usize) {
        self.document.features(id, offset(index), &mut self.weigher);
    }
}

/// How far to the right the word stands whose place this is of the [`OFFSETS`].
const fn offset(index: usize) -> isize {
    index as isize - WINDOW as isize
}

/// The scores of what the words of a run of capitals share, summed once for each run.
#[derive(Default)]
struct RunScores {
    /// Where the run ends that was met last.
    end: usize,
    scores: Scores,
}

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

/// The words of a text with their features, as [`ModelRecogniser`] would weigh them.
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
    let mut context = Context::new(&document, tokens.text);
    let observe = |sentence: &Range<usize>| {
        context.enter(sentence.clone());
        let (mut run, mut run_end) = (Vec::new(), 0);
        let observe = |at: usize| {
            let mut features = Vec::new();
            if !document.is_idle(sentence, at) {
                features.push(BIAS);
                let around = (at..at + OFFSETS).map(|at| at.checked_sub(WINDOW));
                for (index, seen) in around.enumerate() {
                    match seen.filter(|at| sentence.contains(at)) {
                        Some(seen) => {
                            let form = document.form_index(document.units[seen].id);
                            features.extend_from_slice(&words[form][index]);
                        }
                        None => features.push(at_offset(EDGE, offset(index))),
                    }
                }
                context.features(at, &mut features);
                if document.units[at].is_capital() {
                    if at >= run_end {
                        run.clear();
                        run_end = context.run_features(at, &mut run);
                    }
                    features.extend_from_slice(&run);
                }
            }
            let unit = &document.units[at];
            ObservedWord {
                span: unit.span(),
                features,
                is_demonym: unit.is_capital() && unit.is(Known::DEMONYM),
            }
        };
        sentence.clone().map(observe).collect()
    };
    Observation { sentences: document.sentences.iter().map(observe).collect() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entities::keys::Put;
    use crate::entities::tests::found_by;
    use crate::entities::{EntityType::*, recogniser};
    use crate::language::profile;
    use crate::lexicon::Packs;
    use crate::lexicon::name_model::short;
    use crate::lexicon::pack::{self, Pack, Section};

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
        let mut context = Context::new(&document, SEED);
        let observation = observe(&tokens, names);
        assert_eq!(observation.sentences.len(), document.sentences.len());
        for (sentence, observed) in document.sentences.iter().zip(&observation.sentences) {
            context.enter(sentence.clone());
            let mut run = RunScores::default();
            for (at, word) in sentence.clone().zip(observed) {
                assert_eq!(word.span, document.units[at].span());
                assert_eq!(word.features.is_empty(), document.is_idle(sentence, at));
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
        let mut context = Context::new(&document, &text);
        for sentence in &document.sentences {
            context.enter(sentence.clone());
            sentence.clone().for_each(|at| context.features(at, &mut groups));
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
        let at = |word: &str| {
            document.units.iter().position(|unit| unit.span().of(tokens.text) == word).expect("it is there")
        };
        assert!(document.phrase(at("Germany")).known.is(Known::COUNTRY));
        assert!(document.phrase(at("Nations")).known.is(Known::ORGANISATION));
        assert_eq!(document.phrase(at("Nations")).place, 2);
        assert!(document.phrase(at("Anna")).known.is(Known::GIVEN));
        for word in ["saw", "Germany", "Anna"] {
            assert!(document.units[at(word)].form.cluster.fine > 0, "{word}");
        }
        assert_eq!(document.proposals[at("United")].kind(), 2);
    }

    #[test]
    fn a_storm_has_its_word_in_its_name() {
        let (names, _) = built_in();
        let found = |text: &'static str| found_by(&*recogniser(names), text);
        for storm in ["Hurricane Lorenzo", "Hurricane Maria Delgado"] {
            let text: &'static str = format!("Today, as {storm} hit Ireland, schools closed.").leak();
            let expected: Vec<(&str, _)> = vec![(&text[10..10 + storm.len()], Event), ("Ireland", Place)];
            let names: Vec<_> = found(text).into_iter().filter(|(_, kind)| !kind.is_pattern()).collect();
            assert_eq!(names, expected);
        }
        assert!(found("Hurricane Hits Coast of Ireland").iter().all(|(name, _)| *name == "Ireland"));
        // At the end of one thing another may begin.
        let apart = found("It was a Hurricane. Lorenzo Miller left.");
        assert!(apart.contains(&("Lorenzo Miller", Person)), "{apart:?}");
    }

    #[test]
    fn names_are_found_where_the_rules_see_none() {
        let (names, _) = built_in();
        let found = |text: &'static str| found_by(&*recogniser(names), text);
        let expected = [("Wells Fargo", Organisation), ("Sacramento", Place), ("Maria Delgado", Person)];
        assert_eq!(found("Wells Fargo sued the city of Sacramento, said Maria Delgado."), expected);
        assert_eq!(
            found("The US-led force met North Korean troops."),
            [("US", Place), ("North Korean", Nationality)]
        );
        assert_eq!(found("They met on Thursday and went home."), [("Thursday", Date)]);
        assert_eq!(found(""), []);
    }

    #[test]
    fn without_a_model_the_rules_decide_and_a_bad_one_is_an_error() {
        let cues = Section { id: "cues", licence: "MIT", data: b"month March" };
        let read = |sections: &[Section<'_>]| {
            NameLexicon::read(&Pack::read(&pack::write("en.names", "0", sections)).expect("it is sound"))
        };
        let names = read(&[cues]).expect("a pack without a model");
        assert!(names.model().is_none());
        assert_eq!(found_by(&*recogniser(&names), "It snowed in March 1999."), [("March 1999", Date)]);
        let foreign = Section { id: "ner-model", licence: "MIT", data: b"a model of someone else" };
        let error = read(&[cues, foreign]).expect_err("no model of ours");
        assert!(error.to_string().contains("not a model of this version"), "{error}");
    }

    #[test]
    fn odd_texts_give_sound_mentions() {
        let (names, _) = built_in();
        let long = "A".repeat(100_000);
        let quotes = "“".repeat(50_000);
        let chain = "Kim-US-Of & ".repeat(10_000);
        for text in
            ["", "\0", "’s", "&", "of", "U.S", "X&Y", "é-É", "日本 Kim 🎈Moscow", &long, &quotes, &chain]
        {
            let tokens = tokens(text);
            let mentions = recogniser(names).recognise(&tokens);
            assert!(mentions.windows(2).all(|pair| pair[0].span.end <= pair[1].span.start));
            assert!(mentions.iter().all(|mention| !mention.span.of(text).trim().is_empty()));
        }
    }
}

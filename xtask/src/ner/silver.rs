//! Types of names that programs marked, put right.
//!
//! In the Groningen Meaning Bank one name has now this type and now that; of its places one in
//! ten has another. Where a name stands is kept. Its type is weighed anew by what a model of the
//! other corpora says of this place, by what the corpus says and how often it is wrong, and by
//! what the name is elsewhere: a noisy channel by expectation maximisation (Dawid and Skene 1979).
//! Countries and capitals that people hardly marked are places.

use std::collections::HashMap;
use std::ops::Range;

use textlens::entities::training::{PLACE, Tag, kind, place, tag};
use textlens::lexicon::name_model::{COLUMNS, TAGS};

use super::crf::{Lattice, Row, TagSet};
use super::examples::Examples;
use super::optimiser::{NONE, Weights};
use super::sources::Annotator;
use crate::progress;

/// A part or a number for each type.
type Kinds = [f32; 4];

/// A country or capital of the gazetteer is a place if people marked it less often than this.
const LEAST: f32 = 3.0;

/// The model is surer than it is right: its probabilities are taken to this power.
const TEMPER: f32 = 0.7;

/// As many mentions as these, of usual types, are added to those of a name.
const USUAL: f32 = 4.0;

/// A type that is as likely as this stays possible.
const LIKELY: f32 = 0.2;

/// Rounds of expectation maximisation; the last hardly change anything.
const ROUNDS: usize = 8;

/// A name that a program or a teacher marked.
struct Name {
    words: Range<usize>,
    /// Which form it has.
    form: usize,
    /// The type that it is marked with.
    marked: usize,
    /// What a model of the other corpora says of its type, given where it stands; of a teacher's
    /// names, what it is marked with.
    model: Kinds,
}

/// The names in examples by their forms.
#[derive(Default)]
struct Forms {
    numbers: HashMap<Vec<u32>, usize>,
    /// By form: how often people marked it with each type.
    by_hand: Vec<Kinds>,
    /// By form: whether it is one of the gazetteer that people hardly marked.
    is_listed: Vec<bool>,
}

impl Forms {
    fn number(&mut self, form: &[u32]) -> usize {
        if let Some(&number) = self.numbers.get(form) {
            return number;
        }
        self.numbers.insert(form.to_vec(), self.by_hand.len());
        self.by_hand.push([0.0; 4]);
        self.is_listed.push(false);
        self.by_hand.len() - 1
    }
}

/// Gives the names that programs and a teacher marked the types that are likely. `weights` are those
/// of a model that has not learnt from programs; `ids` holds the index of each feature of the examples.
pub fn put_right(examples: &mut Examples, ids: &[u32], weights: &Weights) {
    let (names, forms) = gather(examples, ids, weights);
    let likely = weigh(&names, &forms);
    let (mut changed, mut open) = (0, 0);
    for (name, likely) in names.iter().zip(likely) {
        let kinds: Vec<usize> = (0..4).filter(|&kind| likely[kind] >= LIKELY).collect();
        changed += usize::from(!kinds.contains(&name.marked));
        open += usize::from(kinds.len() > 1);
        for tags in &mut examples.tags[name.words.clone()] {
            *tags = kinds.iter().fold(0, |set, &kind| set | of_kind(*tags, kind));
        }
    }
    progress::say(&format!(
        "of {} names that nobody marked by hand {changed} get another type, {open} several",
        names.len()
    ));
}

/// The names that nobody marked by hand, and all forms.
fn gather(examples: &Examples, ids: &[u32], weights: &Weights) -> (Vec<Name>, Forms) {
    let (mut names, mut forms) = (Vec::new(), Forms::default());
    let mut lattice = Lattice::new();
    lattice.set_weights(&weights.transitions);
    for (stretch, &annotator) in examples.stretches.iter().zip(&examples.annotators) {
        let tags = &examples.tags[stretch.clone()];
        let found = spans(tags);
        let model = match annotator {
            Annotator::Program if !found.is_empty() => {
                by_model(examples, stretch, ids, weights, &mut lattice)
            }
            _ => Vec::new(),
        };
        for (span, kind) in found {
            let words = stretch.start + span.start..stretch.start + span.end;
            let form = forms.number(&examples.forms[words.clone()]);
            let is_marked = std::array::from_fn(|other| f32::from(u8::from(other == kind)));
            match annotator {
                Annotator::People => forms.by_hand[form][kind] += 1.0,
                Annotator::Teacher => names.push(Name { words, form, marked: kind, model: is_marked }),
                Annotator::Program => {
                    let row = &model[span.start];
                    let model =
                        share(std::array::from_fn(|kind| libm::powf(row[1 + kind].max(1e-9), TEMPER)));
                    names.push(Name { words, form, marked: kind, model });
                }
            }
        }
    }
    for place in &examples.places {
        let form = forms.number(place);
        forms.is_listed[form] = forms.by_hand[form].iter().sum::<f32>() < LEAST;
    }
    (names, forms)
}

/// By word of a stretch: how likely each column is where names stand as marked, of any type.
fn by_model(
    examples: &Examples,
    stretch: &Range<usize>,
    ids: &[u32],
    weights: &Weights,
    lattice: &mut Lattice,
) -> Vec<Row> {
    let scores: Vec<Row> = stretch
        .clone()
        .map(|word| {
            let mut row = [0.0; COLUMNS];
            let ids = ids[examples.features(word)].iter().filter(|&&id| id != NONE);
            ids.for_each(|&id| weights.add(id, &mut row));
            row
        })
        .collect();
    let open = |&tags: &TagSet| match sole(tags) {
        0 => tags,
        _ => (0..4).fold(0, |set, kind| set | of_kind(tags, kind)),
    };
    let allowed: Vec<TagSet> = examples.tags[stretch.clone()].iter().map(open).collect();
    let mut rows = vec![[0.0; COLUMNS]; scores.len()];
    lattice.expect(&scores, Some(&allowed), 1.0, &mut rows, &mut [[0.0; TAGS]; TAGS]);
    rows
}

/// How likely each type is, by name.
fn weigh(names: &[Name], forms: &Forms) -> Vec<Kinds> {
    let mut likely: Vec<Kinds> = names.iter().map(|name| name.model).collect();
    for _ in 0..ROUNDS {
        // By type, how often it is marked as which; by form, how often it has each type.
        let mut channel = [[1.0; 4]; 4];
        let mut by_form = forms.by_hand.clone();
        let mut usual = [1.0; 4];
        for (name, likely) in names.iter().zip(&likely) {
            for kind in 0..4 {
                channel[kind][name.marked] += likely[kind];
                by_form[name.form][kind] += likely[kind];
                usual[kind] += likely[kind];
            }
        }
        let (channel, usual) = (channel.map(share), share(usual));
        for (name, likely) in names.iter().zip(&mut likely) {
            let others: Kinds = std::array::from_fn(|kind| by_form[name.form][kind] - likely[kind]);
            let all = USUAL + others.iter().sum::<f32>();
            *likely = share(std::array::from_fn(|kind| match forms.is_listed[name.form] {
                true => f32::from(u8::from(kind == usize::from(PLACE))),
                false => {
                    let elsewhere = (USUAL * usual[kind] + others[kind]) / all;
                    name.model[kind] * channel[kind][name.marked] * elsewhere / usual[kind]
                }
            }));
        }
    }
    likely
}

/// Parts of their sum.
fn share(kinds: Kinds) -> Kinds {
    let sum: f32 = kinds.iter().sum();
    kinds.map(|kind| kind / sum)
}

/// The names of a stretch whose tags are sure, as ranges of words, and their types.
fn spans(tags: &[TagSet]) -> Vec<(Range<usize>, usize)> {
    let mut spans: Vec<(Range<usize>, usize)> = Vec::new();
    for (at, &tags) in tags.iter().enumerate() {
        let sole = sole(tags);
        if let (Some(kind), Some(place)) = (kind(sole), place(sole)) {
            let kind = kind.into();
            match spans.last_mut() {
                Some((span, last)) if matches!(place, 1 | 2) && span.end == at && *last == kind => {
                    span.end += 1
                }
                _ => spans.push((at..at + 1, kind)),
            }
        }
    }
    spans
}

/// The only tag of a word; that of being outside if it may have several.
fn sole(tags: TagSet) -> Tag {
    if tags.count_ones() == 1 { tags.trailing_zeros() as Tag } else { 0 }
}

/// The tag at the same place of a name of `kind`.
fn of_kind(tags: TagSet, kind: usize) -> TagSet {
    place(tags.trailing_zeros() as Tag).map_or(1, |place| 1 << tag(kind as u8, place))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Stretches of one word and one feature each: who marked it, its form, its tags.
    fn examples(words: &[(Annotator, u32, TagSet)]) -> Examples {
        Examples {
            keys: Vec::new(),
            ends: (1..=words.len()).collect(),
            tags: words.iter().map(|&(_, _, tags)| tags).collect(),
            forms: words.iter().map(|&(_, form, _)| form).collect(),
            stretches: (0..words.len()).map(|at| at..at + 1).collect(),
            annotators: words.iter().map(|&(annotator, ..)| annotator).collect(),
            places: vec![vec![30]],
        }
    }

    const PERSON: TagSet = 1 << 4;
    const TOWN: TagSet = 1 << 12;
    const WORK: TagSet = 1 << 16;

    #[test]
    fn what_people_and_most_mentions_say_outweighs_a_program() {
        use Annotator::{People, Program, Teacher};
        let mut words = vec![(People, 10, TOWN); 40];
        words.extend([(Program, 10, WORK), (Teacher, 30, WORK), (Program, 30, WORK)]);
        // One of many mentions is marked otherwise.
        words.extend([(Program, 20, PERSON); 40]);
        words.extend([(Program, 20, WORK), (Program, 40, WORK), (Program, 0, 1)]);
        let mut examples = examples(&words);
        // The model takes 20 for a person and 40 for a work, and knows nothing of the others.
        let likes = |kind: usize| std::array::from_fn(|column| if column == 1 + kind { 4.0 } else { 0.0 });
        let weights = Weights::new(vec![likes(0), likes(3)], [[0.0; TAGS]; TAGS]);
        let id = |form| match form {
            20 => 0,
            40 => 1,
            _ => NONE,
        };
        let ids: Vec<u32> = words.iter().map(|&(_, form, _)| id(form)).collect();
        put_right(&mut examples, &ids, &weights);
        assert_eq!(examples.tags[40..43], [TOWN; 3], "people, and the gazetteer");
        assert_eq!(examples.tags[43..84], [PERSON; 41], "the other mentions");
        assert!(examples.tags[84] & WORK != 0, "nothing says otherwise");
        assert_eq!(examples.tags[85], 1, "no name");
    }

    #[test]
    fn names_are_found_by_their_tags() {
        let tag = |kind, place| 1 << super::tag(kind, place);
        let tags = [tag(0, 0), tag(0, 1), tag(0, 2), tag(0, 3), 1, tag(2, 0), tag(2, 2) | 1, tag(1, 3)];
        assert_eq!(spans(&tags), [(0..3, 0), (3..4, 0), (5..6, 2), (7..8, 1)]);
    }
}

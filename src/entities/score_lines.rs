//! Lines of results, tables and fixtures: *Boston 3 Toronto 1*.
//!
//! In them a town is its team, numbers part names, and no word tells what is
//! named; a model that has learnt from sentences is lost there. So the line
//! itself says which words are a name and what it may be:
//!
//! ```text
//! Boston 3 TORONTO 1              two teams
//! Malmö 22 12 8 2 37              a team, or one who competes alone
//! Boston at Toronto               two teams
//! 1. Ann Lee (Kenya) 2:31.04      a person, and their country or team
//! ICE HOCKEY - LATE GOALS ...     what it is about, which is no name
//! ```
//!
//! A single row only counts where the text speaks of sport.

use std::ops::Range;

use super::decoder::{self, Tag};
use super::units::{Case, Gap, Kind, Unit};
use super::window::Opened;
use crate::lexicon::name_model::Scores;
use crate::lexicon::quads::Quad;
use crate::lexicon::{Known, WordKey};

/// What a name in such a line may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// A team: a country's is called as the country and stays a place.
    Team,
    /// One who competes, a person or a team; of one word it is a team.
    Entrant,
    /// A person.
    Person,
    /// No name.
    Label,
}

/// Numbers in a row of a table, at least.
const ROW: usize = 3;

/// Longer lines are no results, in words.
const LONGEST: usize = 40;

/// The names of a line, in order, with what they may be.
pub(super) type Line = Vec<(Range<usize>, Role)>;

/// The words of a text that sport is written of with.
#[derive(Default)]
pub(super) struct Sport {
    /// How many there are.
    pub words: usize,
    first: Option<WordKey>,
    /// Whether two of them differ: the text speaks of sport.
    pub is_told: bool,
}

impl Sport {
    /// Counts those of a sentence.
    pub fn add(&mut self, units: &[Unit]) {
        for unit in units.iter().filter(|unit| unit.is(Known::ANY_SPORT)) {
            let word = unit.form.folded;
            self.words += 1;
            self.is_told |= *self.first.get_or_insert(word) != word;
        }
    }
}

/// The names of the sentence, if it is such a line; `sporting` says whether the text speaks of sport.
pub(super) fn read(document: &Opened, text: &str, sentence: &Range<usize>, sporting: bool) -> Line {
    let len = sentence.len();
    if !(2..=LONGEST).contains(&len)
        || !document.units[sentence.start + 1..sentence.end].iter().any(|unit| parts(unit, text))
    {
        return Vec::new();
    }
    let reader = Reader { document, text, end: sentence.end };
    let start = sentence.start;
    reader
        .label(start)
        .or_else(|| reader.fixture(start, sporting))
        .or_else(|| reader.results(start, sporting))
        .or_else(|| reader.ranked(start))
        .unwrap_or_default()
}

/// Whether a line with this unit may be one of these.
fn parts(unit: &Unit, text: &str) -> bool {
    is_number(unit) || unit.gap == Gap::Dash || is_versus(unit, text)
}

/// Whether the word stands between those who play each other.
fn is_versus(unit: &Unit, text: &str) -> bool {
    let word = unit.span().of(text);
    ["at", "v", "vs"].iter().any(|versus| versus.eq_ignore_ascii_case(word))
}

fn is_number(unit: &Unit) -> bool {
    unit.form.kind == Kind::Number
}

struct Reader<'d> {
    document: &'d Opened<'d>,
    text: &'d str,
    end: usize,
}

impl Reader<'_> {
    fn unit(&self, at: usize) -> Option<&Unit<'_>> {
        self.document.units.get(at)
    }

    /// The end of the name that begins at `at`: words with capitals, which a particle may join.
    fn name(&self, at: usize) -> Option<usize> {
        let is_part = |at: usize| {
            self.unit(at).is_some_and(|unit| {
                unit.is_capital()
                    && unit.form.kind == Kind::Word
                    && !is_versus(unit, self.text)
                    && !self.document.units.is_dated(at)
            })
        };
        let joins =
            |at: usize| self.unit(at).is_some_and(|unit| matches!(unit.gap, Gap::Space | Gap::Joined));
        if !is_part(at) || self.unit(at)?.form.is_stop {
            return None;
        }
        let mut end = at + 1;
        loop {
            let particles = (end..self.end)
                .take(2)
                .take_while(|&at| {
                    joins(at)
                        && self.unit(at).is_some_and(|unit| unit.is(Known::PARTICLE) && !unit.is_capital())
                })
                .count();
            if !(is_part(end + particles) && joins(end + particles)) {
                return Some(end);
            }
            end += particles + 1;
        }
    }

    /// How many numbers begin at `at`.
    fn numbers(&self, at: usize) -> usize {
        (at..self.end)
            .take_while(|&at| is_number(&self.document.units[at]) && !self.document.units.is_dated(at))
            .count()
    }

    /// *ICE HOCKEY - ...*
    fn label(&self, start: usize) -> Option<Line> {
        let units = &self.document.units[start..self.end];
        let end = units.iter().skip(1).position(|unit| unit.gap == Gap::Dash)? + 1;
        let is_label = units[end - 1].is(Known::SPORT)
            && units[..end].iter().all(|unit| unit.form.case == Case::Acronym);
        is_label.then(|| vec![(start..start + end, Role::Label)])
    }

    /// *Boston at Toronto*
    fn fixture(&self, start: usize, sporting: bool) -> Option<Line> {
        let first = self.name(start)?;
        let versus = self.unit(first).filter(|unit| is_versus(unit, self.text) && unit.gap == Gap::Space)?;
        let second = self.name(first + 1)?;
        // *Life at Sea* is none.
        let shouts = versus.form.case == Case::Acronym;
        (second == self.end && sporting && (shouts || self.is_known(start) && self.is_known(first + 1)))
            .then(|| vec![(start..first, Role::Team), (first + 1..second, Role::Team)])
    }

    /// *Boston 3 Toronto 1*, or a row of a table.
    fn results(&self, start: usize, sporting: bool) -> Option<Line> {
        let mut at = start;
        let mut names = Vec::new();
        let mut fewest = usize::MAX;
        while at < self.end {
            let end = self.name(at)?;
            let numbers = self.numbers(end);
            fewest = fewest.min(numbers);
            names.push(at..end);
            at = end + numbers;
        }
        let role = match names.len() {
            1 if fewest >= ROW && sporting => Role::Entrant,
            2 if fewest >= 1 && (sporting || names.iter().all(|name| self.is_known(name.start))) => {
                Role::Team
            }
            _ => return None,
        };
        Some(names.into_iter().map(|name| (name, role)).collect())
    }

    /// *1. Ann Lee (Kenya) 2:31.04*
    fn ranked(&self, start: usize) -> Option<Line> {
        if self.numbers(start) != 1 {
            return None;
        }
        let end = self.name(start + 1)?;
        let after = self.unit(end).filter(|unit| unit.gap == Gap::Open)?;
        let close = self.name(end)?;
        let closed = self.unit(close).is_none_or(|unit| {
            matches!(unit.gap, Gap::Close | Gap::Other | Gap::Start | Gap::Comma | Gap::Dash)
        });
        let team = closed || after.form.case == Case::Acronym;
        team.then(|| vec![(start + 1..end, Role::Person), (end..close, Role::Team)])
    }

    /// Whether the lexicon has a place or body of the name that begins at `at`.
    fn is_known(&self, at: usize) -> bool {
        self.document.phrase(at).known.is(Known::ANY_PLACE.or(Known::ORGANISATION))
    }
}

/// Puts the tags right of the words from `start` on, by what the line says of its names and the words' scores of it.
pub(super) fn settle(document: &Opened, line: &Line, start: usize, scores: &[Scores], tags: &mut [Tag]) {
    let within = start..start + tags.len();
    let label =
        line.iter().find(|(_, role)| *role == Role::Label).map(|(name, _)| name.end.saturating_sub(start));
    // Nothing else in the line is a name; after a label all else may be, but what begins in it.
    let cleared = label.map_or(tags.len(), |end| {
        let end = end.min(tags.len());
        end + decoder::rest(&tags[end..])
    });
    tags[..cleared].fill(0);
    for (name, role) in line.iter().filter(|(name, _)| within.start <= name.start && name.end <= within.end) {
        let units = name.start - start..name.end - start;
        let mut kinds = Quad::default();
        scores[units.clone()].iter().for_each(|scores| kinds += scores.kinds);
        let [person, organisation, place, _] = kinds.numbers();
        let is_country = name.clone().all(|at| document.phrase(at).known.is(Known::COUNTRY));
        let last = units.len() - 1;
        let kind = match role {
            Role::Label => None,
            Role::Person => Some(0),
            _ if is_country => Some(2),
            Role::Entrant if last > 0 && person > organisation.max(place) => Some(0),
            Role::Team | Role::Entrant => Some(1),
        };
        let tags = &mut tags[units];
        match kind {
            Some(kind) => decoder::mark(tags, kind),
            None => tags.fill(0),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::entities::EntityType::{self, Organisation, Person, Place};
    use crate::entities::tests::found_by_model;

    const ABOUT: &str = "The league played its season's last matches.\n";

    /// The names of `line`, in a text about sport.
    fn names(line: &str) -> Vec<(String, EntityType)> {
        in_text(&[ABOUT, line].concat())
    }

    fn in_text(text: &str) -> Vec<(String, EntityType)> {
        let found = found_by_model(text);
        let is_name = |(_, kind): &(&str, EntityType)| !kind.is_pattern();
        found.into_iter().filter(is_name).map(|(name, kind)| (name.to_owned(), kind)).collect()
    }

    fn expect(line: &str, expected: &[(&str, EntityType)]) {
        let expected: Vec<_> = expected.iter().map(|&(name, kind)| (name.to_owned(), kind)).collect();
        assert_eq!(names(line), expected, "{line}");
    }

    #[test]
    fn a_town_in_a_result_is_its_team_and_a_country_a_place() {
        expect("Boston 3 TORONTO 1", &[("Boston", Organisation), ("TORONTO", Organisation)]);
        expect("DALLAS 5 San Jose 4", &[("DALLAS", Organisation), ("San Jose", Organisation)]);
        expect("Norway 3 Denmark 2", &[("Norway", Place), ("Denmark", Place)]);
        // In a sentence the model decides.
        let prose = names("They flew from Boston to Toronto in 3 hours.");
        assert_eq!(prose, [("Boston".to_owned(), Place), ("Toronto".to_owned(), Place)]);
    }

    #[test]
    fn a_row_of_a_table_is_a_team_or_a_person() {
        expect("Halmstad 22 12 8 2 37 19 44", &[("Halmstad", Organisation)]);
        expect("MONTREAL 12 4 3 27", &[("MONTREAL", Organisation)]);
        expect("John Miller 68 70 71", &[("John Miller", Person)]);
        expect("Norway 4 2 1 1 5", &[("Norway", Place)]);
    }

    #[test]
    fn fixtures_are_between_teams() {
        expect("DETROIT AT PHOENIX", &[("DETROIT", Organisation), ("PHOENIX", Organisation)]);
        expect("Boston at Toronto", &[("Boston", Organisation), ("Toronto", Organisation)]);
    }

    #[test]
    fn ranks_are_of_persons_with_their_country_or_team() {
        expect("1. Carla Mendes (Brazil) 2:31.04", &[("Carla Mendes", Person), ("Brazil", Place)]);
        expect(
            "2. Inge de Vries (Netherlands) 2:31.77",
            &[("Inge de Vries", Person), ("Netherlands", Place)],
        );
        expect("13 - Tom Brown (Arsenal)", &[("Tom Brown", Person), ("Arsenal", Organisation)]);
    }

    #[test]
    fn what_a_headline_is_about_is_no_name() {
        for line in ["ICE HOCKEY - STANDINGS AFTER SUNDAY'S GAMES.", "SOCCER - LATE GOALS SAVE THE DAY."] {
            expect(line, &[]);
        }
    }

    #[test]
    fn numbers_elsewhere_part_no_teams() {
        for line in ["Chapter 4", "Boeing 737", "Windows 95", "Introduction 1 2 3", "Boston 12 34 56"] {
            let found = in_text(line);
            assert!(
                found
                    .iter()
                    .all(|(name, kind)| *kind != Organisation || name != "Boston" && name != "Introduction"),
                "{line}: {found:?}"
            );
        }
    }
}

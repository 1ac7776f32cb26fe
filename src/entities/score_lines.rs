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
//! Leeds 2 Derby 1, Norwich 0 ...  teams, as many as there are
//! N. Lee c Miller b Brown 111     persons
//! Norway - Lee; Miller, Brown ... a team and its players
//! At Hove: Kent 207 (T. Lee 69)   a town, a team and a person
//! ICE HOCKEY - LATE GOALS ...     what it is about, which is no name
//! ```
//!
//! A single row only counts where the text speaks of sport.

use std::ops::Range;

use super::decoder::{self, Tag};
use super::line_reader::{Reader, is_initial, parts};
use super::units::{Gap, Unit};
use super::window::Opened;
use crate::lexicon::name_model::Scores;
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
    /// Where it was played.
    Town,
    /// No name.
    Label,
}

/// The sport stands among so many words, if a headline begins with it.
const LABEL: usize = 2;

/// Longer lines are no results, in words.
const LONGEST: usize = 100;

/// The names of a line, in order, with what they may be.
pub(super) type Line = Vec<(Range<usize>, Role)>;

/// The words of a text that sport is written of with.
#[derive(Default)]
pub(super) struct Sport {
    /// How many there are.
    pub words: usize,
    first: Option<WordKey>,
    /// Whether two of them differ, or a headline begins with one: the text speaks of sport.
    pub is_told: bool,
}

impl Sport {
    /// Counts those of a sentence.
    pub fn add(&mut self, units: &[Unit]) {
        // *ICE HOCKEY - ...*
        let is_label = |pair: &[Unit]| pair[0].is(Known::SPORT) && pair[1].gap == Gap::Dash;
        self.is_told |= units.windows(2).take(LABEL).any(is_label);
        for unit in units.iter().filter(|unit| unit.is(Known::ANY_SPORT)) {
            let word = unit.form.folded;
            self.words += 1;
            self.is_told |= *self.first.get_or_insert(word) != word;
        }
    }
}

/// The names of the sentence, if it is such a line; `sporting` says whether the text speaks of sport.
pub(super) fn read(document: &Opened, text: &str, sentence: &Range<usize>, sporting: bool) -> Line {
    let may_be = (2..=LONGEST).contains(&sentence.len())
        && document.units[sentence.clone()].iter().any(|unit| parts(unit, text));
    let reader = Reader { document, text, end: sentence.end, sporting };
    may_be.then(|| reader.read(sentence.start)).flatten().unwrap_or_default()
}

/// Where the label ends that the line begins with, if it does.
pub(super) fn label_end(line: &Line) -> Option<usize> {
    line.iter().find(|(_, role)| *role == Role::Label).map(|(name, _)| name.end)
}

/// Puts the tags right of the words from `start` on, by what the line says of its names and the words' scores of it.
pub(super) fn settle(document: &Opened, line: &Line, start: usize, scores: &[Scores], tags: &mut [Tag]) {
    let within = start..start + tags.len();
    // Nothing else in the line is a name; after a label all else may be.
    if label_end(line).is_none_or(|end| start < end) {
        tags.fill(0);
    }
    for (name, role) in line.iter().filter(|(name, _)| within.start <= name.start && name.end <= within.end) {
        let units = name.start - start..name.end - start;
        let [person, organisation, place, _] = decoder::kinds(&scores[units.clone()]);
        // *S. Korea*, too.
        let is_country = name.clone().all(|at| {
            document.phrase(at).known.is(Known::COUNTRY)
                || at + 1 < name.end && is_initial(&document.units[at])
        });
        let last = units.len() - 1;
        let kind = match role {
            Role::Label => None,
            Role::Person => Some(0),
            Role::Town => Some(2),
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
        expect(
            "Playing Sunday: Derby v Southampton",
            &[("Derby", Organisation), ("Southampton", Organisation)],
        );
        expect("Fulham v Bolton (postponed)", &[("Fulham", Organisation), ("Bolton", Organisation)]);
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
    fn brackets_tell_of_whom_they_follow() {
        let teams = [("Pittsburgh", Organisation), ("San Jose", Organisation)];
        expect("Pittsburgh 4 San Jose 2 (OT)", &teams);
        expect(
            "Lugano (Switzerland) 75 Aarhus (Denmark) 71",
            &[("Lugano", Organisation), ("Switzerland", Place), ("Aarhus", Organisation), ("Denmark", Place)],
        );
        expect(
            "Halmstad 2 (Lindqvist 23, Berg 67) Malmo 1 (Ferring 80)",
            &[
                ("Halmstad", Organisation),
                ("Lindqvist", Person),
                ("Berg", Person),
                ("Malmo", Organisation),
                ("Ferring", Person),
            ],
        );
        expect("Halftime 1-0. Attendance 40,177.", &[]);
    }

    #[test]
    fn who_beat_whom_are_persons_with_their_countries() {
        let two = |winner, country, loser, other| {
            [(winner, Person), (country, Place), (loser, Person), (other, Place)]
        };
        expect(
            "2 - Petra Kralova (Czech Republic) beat Anke Vermeulen (Belgium) 4-6 7-6 (8-6) 7-5",
            &two("Petra Kralova", "Czech Republic", "Anke Vermeulen", "Belgium"),
        );
        expect(
            "Anna Lindholm (Sweden) beat 8 - Karin Probst (Germany) 6-4 retired",
            &two("Anna Lindholm", "Sweden", "Karin Probst", "Germany"),
        );
        expect(
            "Kim Godfrey and Rachel Helgson (Australia) beat Elena Wagner (Germany) and Ines Gorro (Peru) 6-1 6-4",
            &[
                ("Kim Godfrey", Person),
                ("Rachel Helgson", Person),
                ("Australia", Place),
                ("Elena Wagner", Person),
                ("Germany", Place),
                ("Ines Gorro", Person),
                ("Peru", Place),
            ],
        );
    }

    #[test]
    fn figures_may_have_a_measure_and_a_country_a_dash() {
        let expected = [
            ("Osmond Ezinwa", Person),
            ("Nigeria", Place),
            ("Darren Brathwaite", Person),
            ("Britain", Place),
        ];
        expect(
            "100 metres: 1. Osmond Ezinwa (Nigeria) 10.12 seconds 2. Darren Brathwaite (Britain) 10.20",
            &expected,
        );
        expect("Javelin: 1. Osmond Ezinwa - Nigeria 66.20 2. Darren Brathwaite - Britain 65.12", &expected);
        // The headline alone tells that it is sport.
        let text =
            "ATHLETICS - HE WINS.\n1. Osmond Ezinwa - Nigeria 66.20 2. Darren Brathwaite - Britain 65.12";
        assert!(in_text(text).contains(&("Osmond Ezinwa".to_owned(), Person)));
    }

    #[test]
    fn several_may_compete_in_a_line() {
        expect(
            "Bowling: Ferring 23-5-80-1, Lindqvist 19-2-97-2",
            &[("Ferring", Person), ("Lindqvist", Person)],
        );
        expect(
            "204 Greg Milton (Australia) 69 66 69, Ian Woodson 68 68 68",
            &[("Greg Milton", Person), ("Australia", Place), ("Ian Woodson", Person)],
        );
        expect(
            "Norway: 15 - Tom Brown (Hawick), 14 - Jan Berg (Melrose)",
            &[
                ("Norway", Place),
                ("Tom Brown", Person),
                ("Hawick", Organisation),
                ("Jan Berg", Person),
                ("Melrose", Organisation),
            ],
        );
        expect(
            "3. Chris Ferring (Britain) GAN 31",
            &[("Chris Ferring", Person), ("Britain", Place), ("GAN", Organisation)],
        );
    }

    #[test]
    fn several_results_or_rows_may_stand_in_a_line() {
        expect(
            "English division one: Gloucester 14 Bath 61, Orrell 22 Harlequins 20.",
            &["Gloucester", "Bath", "Orrell", "Harlequins"].map(|team| (team, Organisation)),
        );
        expect(
            "Standings (played, won, drawn, lost, points): Wasps 9 8 0 1 16, Bath 9 7 0 2 14",
            &[("Wasps", Organisation), ("Bath", Organisation)],
        );
        expect("1. Alphand 322 points", &[("Alphand", Person)]);
        expect("2. Ghedina 268", &[("Ghedina", Person)]);
    }

    #[test]
    fn scorecards_are_of_persons() {
        let two = [("N. Ferring", Person), ("Lindqvist", Person)];
        expect("N. Ferring c and b Lindqvist 126", &two);
        expect("N. Ferring lbw b Lindqvist 26", &two);
        expect("A. Ferring not out 326", &[("A. Ferring", Person)]);
        assert!(names("Robotics and Systems 45").iter().all(|(_, kind)| *kind != Person));
        expect(
            "They made 186 for four (S. Ferring 76 not out, B. Lindqvist 45).",
            &[("S. Ferring", Person), ("B. Lindqvist", Person)],
        );
    }

    #[test]
    fn scorers_stand_in_brackets_in_many_ways() {
        let teams = ["Halmstad", "Malmo"].map(|team| (team, Organisation));
        for line in [
            "Halmstad 2 (Lindqvist 12th minute, Berg 71st penalty) Malmo 1 (Ferring 80th).",
            "Halmstad 24 (Lindqvist 2, Berg tries; Ferring 4 goals) Malmo 18",
            "Halmstad 14 (Tries: Lindqvist, Berg; Goals: Ferring 3) Malmo 13",
        ] {
            let found = names(line);
            for name in teams.into_iter().chain(["Lindqvist", "Berg", "Ferring"].map(|name| (name, Person))) {
                assert!(found.contains(&(name.0.to_owned(), name.1)), "{name:?}: {found:?}");
            }
        }
    }

    #[test]
    fn a_team_stands_before_its_players() {
        expect(
            "Norway - Grobbelaar; Mercedes Sibanda, Chawanda, Francis Shonhayi (Tchipalo 71st); Dumisani Mpofu.",
            &[
                ("Norway", Place),
                ("Grobbelaar", Person),
                ("Mercedes Sibanda", Person),
                ("Chawanda", Person),
                ("Francis Shonhayi", Person),
                ("Tchipalo", Person),
                ("Dumisani Mpofu", Person),
            ],
        );
    }

    #[test]
    fn a_match_may_be_told_in_a_line() {
        expect(
            "At Hove: Sussex 363 and 12-1 (W. Ferring 111, V. Drakes 52; M. Patel 4-98) v Kent 207-7 (T. Ward 69).",
            &[
                ("Hove", Place),
                ("Sussex", Organisation),
                ("W. Ferring", Person),
                ("V. Drakes", Person),
                ("M. Patel", Person),
                ("Kent", Organisation),
                ("T. Ward", Person),
            ],
        );
        expect("At Taunton: Somerset 309 and 22-1.", &[("Taunton", Place), ("Somerset", Organisation)]);
        expect(
            "4. Steffen Ferring (Germany) Telekom same time",
            &[("Steffen Ferring", Person), ("Germany", Place), ("Telekom", Organisation)],
        );
    }

    #[test]
    fn what_a_headline_is_about_is_no_name() {
        expect("AMERICAN FOOTBALL - OAKLAND RAIDERS SIGN QUARTERBACK.", &[("OAKLAND RAIDERS", Organisation)]);
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

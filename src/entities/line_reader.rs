//! The grammar of lines of results, tables and scorecards, for [`score_lines`](super::score_lines).

use std::ops::Range;

use super::beside;
use super::forms::{Case, Kind};
use super::outside_words::is_versus;
use super::score_lines::{Line, Role};
use super::units::{Gap, Unit};
use super::window::Opened;
use crate::lexicon::Known;

/// Numbers in a row of a table, at least.
const ROW: usize = 3;

/// A row of a table in which much is said is none, in words.
const LONGEST_ROW: usize = 20;

/// How a batsman was out: *c Ann b Lee*, *lbw b Lee*, *run out*; none begins with the first of these.
const OUT: [&str; 11] = ["and", "c", "b", "lbw", "st", "run", "not", "out", "hit", "wicket", "retired"];

/// Reads the line of a text that ends before the unit `end`.
pub(super) struct Reader<'d> {
    pub document: &'d Opened<'d>,
    pub text: &'d str,
    pub end: usize,
    /// Whether the text speaks of sport.
    pub sporting: bool,
}

/// One who competes, and what a line tells of it.
struct Entry {
    name: Range<usize>,
    /// In brackets behind it.
    team: Option<Range<usize>>,
    /// How many figures follow.
    figures: usize,
    /// Whether the line tells how it was out, or that it was not.
    is_out: bool,
    /// Where it ends.
    end: usize,
}

/// Whether a line with this unit may be one of these.
pub(super) fn parts(unit: &Unit, text: &str) -> bool {
    is_number(unit) || unit.gap == Gap::Dash || meets(text, unit)
}

/// Whether the word stands between a team and where it plays or whom: *Boston at Toronto*.
fn meets(text: &str, unit: &Unit) -> bool {
    is_versus(text, unit) || unit.span().of(text).eq_ignore_ascii_case("at")
}

fn is_number(unit: &Unit) -> bool {
    unit.form.kind == Kind::Number
}

/// Whether it is the initial of a given name: *J.*
pub(super) fn is_initial(unit: &Unit) -> bool {
    unit.form.case == Case::Initial && unit.full_stops > 0
}

impl Reader<'_> {
    /// The names of the line that begins at `start`, if it is one.
    pub fn read(&self, start: usize) -> Option<Line> {
        self.label(start)
            .or_else(|| self.fixture(start))
            .or_else(|| self.entries(start))
            .or_else(|| self.line_up(start))
    }

    /// The unit at `at`, if it is one of the line.
    fn unit(&self, at: usize) -> Option<&Unit<'_>> {
        self.document.units.get(at)
    }

    /// The end of the name that begins at `at`: words with capitals, which a particle may join.
    fn name(&self, at: usize) -> Option<usize> {
        let is_part = |at: usize| {
            self.unit(at).is_some_and(|unit| {
                unit.is_capital()
                    && unit.form.kind == Kind::Word
                    && !meets(self.text, unit)
                    && !self.document.units.is_dated(at)
            })
        };
        let joins =
            |at: usize| self.unit(at).is_some_and(|unit| matches!(unit.gap, Gap::Space | Gap::Joined));
        let first = self.unit(at)?;
        if !is_part(at) || first.form.is_stop && !is_initial(first) {
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

    /// The end of the country at `at`.
    fn country(&self, at: usize) -> Option<usize> {
        let end = self.document.extent(at).end;
        self.document.phrase(at).known.is(Known::COUNTRY).then_some(end)
    }

    /// The word at `at`; none after the line.
    fn word(&self, at: usize) -> &str {
        self.unit(at).filter(|_| at < self.end).map_or("", |unit| unit.span().of(self.text))
    }

    /// What the word in small letters at `at` is.
    fn small(&self, at: usize) -> Known {
        self.unit(at).filter(|_| at < self.end).map_or(Known::NONE, beside::small)
    }

    /// Where the numbers end that begin at `at`.
    fn numbers(&self, at: usize) -> usize {
        let is_one = |&at: &usize| is_number(&self.document.units[at]) && !self.document.units.is_dated(at);
        at + (at..self.end).take_while(is_one).count()
    }

    /// Where the line goes on after the bracket that opens at `at`, if one does.
    fn bracket(&self, at: usize) -> Option<usize> {
        self.unit(at).filter(|unit| unit.gap == Gap::Open)?;
        let units = &self.document.units;
        let closes = |&at: &usize| units[at].since(&units[at - 1], self.text).contains(')');
        Some((at + 1..self.end).find(closes).unwrap_or(self.end))
    }

    /// *ICE HOCKEY - ...*
    fn label(&self, start: usize) -> Option<Line> {
        let units = &self.document.units[start..self.end];
        let end = units.iter().skip(1).position(|unit| unit.gap == Gap::Dash)? + 1;
        let shouts = |unit: &Unit| !unit.span().of(self.text).contains(char::is_lowercase);
        let is_label = units[end - 1].is(Known::SPORT) && units[..end].iter().all(shouts);
        is_label.then(|| vec![(start..start + end, Role::Label)])
    }

    /// *Boston at Toronto*, *Playing Sunday: Leeds v Norwich (postponed)*
    fn fixture(&self, start: usize) -> Option<Line> {
        let start = self.after_label(start);
        let first = self.name(start)?;
        let versus = self.unit(first).filter(|unit| meets(self.text, unit) && unit.gap == Gap::Space)?;
        let second = self.name(first + 1)?;
        // *Life at Sea* is none.
        let is_one = !versus.span().of(self.text).eq_ignore_ascii_case("at")
            || versus.form.case == Case::Acronym
            || self.is_known(start) && self.is_known(first + 1);
        (self.sporting && is_one && self.bracket(second).unwrap_or(second) == self.end)
            .then(|| vec![(start..first, Role::Team), (first + 1..second, Role::Team)])
    }

    /// *Boston 3 Toronto 1 (overtime)*, *Leeds 1 (Miller 23) Norwich 0*, *1. Ann Lee (Kenya) 2:31.04*, *N. Lee c Miller
    /// b Brown 111*, *Ann Lee (Kenya) beat Jo Berg (Norway) 6-4 6-4*, *Bowling: Miller 23-5-80-1, Brown 19-2-97-2*, or a row of a table.
    fn entries(&self, start: usize) -> Option<Line> {
        let begin = self.after_label(start);
        let mut line = Line::new();
        if begin > start && self.name(start) == Some(begin) && self.is_known(start) {
            line.push((start..begin, Role::Team));
        }
        // *At Hove: Sussex 363*
        let is_at = begin > start && self.word(start) == "At" && self.name(start + 1) == Some(begin);
        if is_at {
            line.push((start + 1..begin, Role::Town));
        }
        let (mut entries, mut fewest, mut are_pairs) = (0, usize::MAX, true);
        let (mut is_list, mut is_out, mut is_ranked, mut has_ranks) = (begin > start, false, false, false);
        let is_beaten = (begin..self.end).any(|at| self.small(at).is(Known::AGAINST));
        let mut at = begin;
        while let Some(entry) = self.entry(at, is_beaten) {
            let gap = self.document.units[at].gap;
            let has_rank = entry.name.start > at;
            // *1. Ann Lee (Kenya) Mapei 31*
            let is_theirs = is_ranked && !has_rank && gap == Gap::Close;
            is_ranked |= entry.team.is_some() && has_rank && entries == 0;
            has_ranks |= has_rank;
            // *Leeds 2 Derby 1, Norwich 0 Boston 3*
            are_pairs &= entry.figures == 1 && (entries % 2 == 0 || gap == Gap::Space);
            is_list |= has_rank || is_beaten || entries > 0 && !matches!(gap, Gap::Space | Gap::Close);
            is_out |= entry.is_out;
            fewest = fewest.min(entry.figures);
            line.push((entry.name, if is_theirs { Role::Team } else { Role::Entrant }));
            if let Some(team) = entry.team {
                line.push((team, Role::Team));
            }
            entries += 1;
            at = self.scorers(entry.end, &mut line);
            // *Kent 207 and 12-1 (T. Ward 69) v*
            let second = if self.small(at).is(Known::AND) { self.numbers(at + 1) } else { at };
            if second > at + 1 {
                at = self.scorers(second, &mut line);
            }
            at += usize::from(at + 1 < self.end && is_at && self.word(at) == "v");
            // *7-6 (8-6) 7-5 retired*, *10.12 seconds*
            if is_beaten {
                at = self.numbers(at);
            }
            let is_word =
                self.unit(at).is_some_and(|unit| at < self.end && !unit.is_capital() && !is_number(unit));
            at += usize::from(is_word && (is_beaten || has_ranks));
        }
        let is_whole = at == self.end;
        // *4. Ann Lee (Kenya) Telekom same time*
        let team = self.unit(at).filter(|unit| !is_whole && is_ranked && unit.gap == Gap::Close);
        if let Some(end) = team.and_then(|_| self.name(at)) {
            line.push((at..end, Role::Team));
        }
        let may_play = |(name, _): &(Range<usize>, Role)| self.sporting || self.is_known(name.start);
        let is_row = match is_whole {
            true => is_ranked || is_out || entries > 1,
            false => is_ranked && self.end - start <= LONGEST_ROW,
        };
        // *3. Super Bowl 50*
        let is_thing = || {
            let known = |name: &Range<usize>| self.document.phrase(name.start).known;
            line.iter().any(|(name, _)| known(name).is(Known::EVENT.or(Known::WORK)))
        };
        let role = match entries {
            1 | 2 if is_whole && is_at && fewest > 0 && self.sporting => Role::Team,
            1 if is_whole && !is_list && fewest >= ROW && self.sporting => Role::Entrant,
            2 if is_whole && !is_list && fewest > 0 && line.iter().all(may_play) => Role::Team,
            4.. if is_whole && are_pairs && !has_ranks && entries % 2 == 0 && self.sporting => Role::Team,
            // *Wasps 9 8 0 1 16, Bath 9 7 0 2 14*
            2.. if is_whole && fewest > ROW && !has_ranks && self.sporting => Role::Entrant,
            1 if is_whole && has_ranks && fewest > 0 && self.sporting && !is_thing() => Role::Person,
            1.. if is_row && self.sporting => Role::Person,
            _ => return None,
        };
        for (name, entrant) in line.iter_mut().filter(|(_, role)| *role == Role::Entrant) {
            let is_known = match is_beaten {
                true => self.is_known(name.start) && self.document.is_extent(name),
                false => name.clone().any(|at| self.is_known(at)),
            };
            let is_team = role == Role::Person && !is_out && is_known;
            *entrant = if is_team { Role::Team } else { role };
            // *Attendance 40,177*
            if *entrant == Role::Person
                && name.len() == 1
                && self.document.units[name.start].form.is_ordinary()
            {
                return None;
            }
        }
        Some(line)
    }

    /// The entry that begins at `at`: a rank if there is one, a name, its team in brackets, figures and how it was out, of
    /// which one is there at least.
    fn entry(&self, at: usize, is_beaten: bool) -> Option<Entry> {
        let begin = self.numbers(at);
        let end = self.name(begin)?;
        // *Ann Lee - Kenya*
        let dash = || {
            self.unit(end)
                .filter(|unit| unit.gap == Gap::Dash && end > begin + 1)
                .and_then(|_| self.country(end))
        };
        let bracket = self.bracket(end).or_else(dash);
        let team = bracket.filter(|_| bracket == self.name(end)).map(|close| end..close);
        let after = bracket.unwrap_or(end);
        let goes_on = self.unit(after).is_some_and(|unit| !matches!(unit.gap, Gap::Comma | Gap::Other));
        let figures = if goes_on { self.numbers(after) } else { after };
        let out = figures + self.how_out(figures);
        let is_out = out > figures;
        // *not out 326*
        let rest = if is_out { self.numbers(out) } else { out };
        let is_one = is_beaten && (team.is_some() || self.small(rest).is(Known::AND));
        let tells = rest > after || team.is_some() && begin > at || is_one;
        tells.then(|| Entry { name: begin..end, team, figures: figures - after, is_out, end: rest })
    }

    /// Adds who scored, in the bracket that opens at `at` if one does, and where the line goes on: *(Miller 23, Brown 67th
    /// minute)*, *(Tries: Miller, Brown)*, *(Miller, Brown tries)*
    fn scorers(&self, at: usize, line: &mut Line) -> usize {
        let close = self.bracket(at).unwrap_or(at);
        let is_score =
            |at: usize| matches!(self.word(at), "tries" | "goals" | "try" | "goal" | "Tries" | "Goals");
        let is_list = (at..close).any(is_score);
        let mut at = at;
        while at < close {
            let is_scorer = |end: usize| match self.unit(end).filter(|_| end < close) {
                Some(next) => next.begins_with_digit(self.text) || is_list && next.gap != Gap::Start,
                None => is_list,
            };
            match self.name(at) {
                Some(end) if is_scorer(end) => {
                    line.push((at..end, Role::Person));
                    at = end;
                }
                _ => at += 1,
            }
        }
        close
    }

    /// *Norway - Lee; Ann Miller, Brown (Berg 71st), Jo Smith*
    fn line_up(&self, start: usize) -> Option<Line> {
        /// Players, at least.
        const PLAYERS: usize = 5;
        let team = self.name(start).filter(|_| self.sporting && self.is_known(start))?;
        self.unit(team).filter(|unit| matches!(unit.gap, Gap::Dash | Gap::Start))?;
        let mut line = vec![(start..team, Role::Team)];
        let mut at = team;
        while at < self.end {
            at = self.numbers(at);
            let end = self.name(at)?;
            line.push((at..end, Role::Person));
            at = self.scorers(end, &mut line);
        }
        (line.len() > PLAYERS).then_some(line)
    }

    /// How many words from `at` on tell how a batsman was out, or that he was not.
    fn how_out(&self, at: usize) -> usize {
        let begins = self.word(at) != OUT[0];
        (at..self.end).take_while(|&at| begins && OUT.contains(&self.word(at))).count()
    }

    /// Where the line goes on after words with a colon, if it begins with such.
    fn after_label(&self, start: usize) -> usize {
        /// Words of a label.
        const LONGEST: usize = 3;
        let far = self.end.min(start + 1 + LONGEST);
        let starts = |&at: &usize| {
            self.document.units[at].gap == Gap::Start && !is_number(&self.document.units[at - 1])
        };
        // *Standings (played, won, drawn): ...*
        let bracket = (start + 1..far).find_map(|at| self.bracket(at)).filter(|&close| close < self.end);
        let opens = |at: usize| self.unit(at).is_some_and(|unit| unit.gap == Gap::Open);
        (start + 1..far).take_while(|&at| !opens(at)).chain(bracket).find(starts).unwrap_or(start)
    }

    /// Whether the lexicon has a place or body of the name that begins at `at`.
    fn is_known(&self, at: usize) -> bool {
        self.document.phrase(at).known.is(Known::ANY_PLACE.or(Known::ORGANISATION))
    }
}

//! What speaks for a name being a person, a place, an organisation ...
//!
//! Evidence is counted in points; a candidate is of the type that has the
//! most, if those reach [`ENOUGH`]. The points were set by hand after a look
//! at how often each sign goes with each type in openly licensed corpora.

use super::EntityType;
use super::forms::{Case, Kind};
use super::units::{Gap, Unit};
use crate::lexicon::Known;

/// Points from which on a candidate is a mention.
pub(super) const ENOUGH: i16 = 5;

/// Points for each type that names have.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Points {
    /// For a person.
    pub person: i16,
    /// For a place.
    pub place: i16,
    /// For an organisation.
    pub organisation: i16,
    /// For a nationality.
    pub nationality: i16,
    /// For an event.
    pub event: i16,
    /// For a work or product.
    pub work: i16,
}

impl Points {
    /// The type with the most points and how many it has; the first of equals.
    pub fn best(&self) -> (EntityType, i16) {
        let all = [
            (EntityType::Place, self.place),
            (EntityType::Person, self.person),
            (EntityType::Organisation, self.organisation),
            (EntityType::Nationality, self.nationality),
            (EntityType::Event, self.event),
            (EntityType::Work, self.work),
        ];
        all.into_iter().fold(all[0], |best, other| if other.1 > best.1 { other } else { best })
    }

    /// Applies `f` to the points of each type of both.
    pub fn zip(&self, other: &Self, f: impl Fn(i16, i16) -> i16) -> Self {
        Self {
            person: f(self.person, other.person),
            place: f(self.place, other.place),
            organisation: f(self.organisation, other.organisation),
            nationality: f(self.nationality, other.nationality),
            event: f(self.event, other.event),
            work: f(self.work, other.work),
        }
    }
}

/// What the lexicon knows of the whole name.
pub(super) fn of_lexicon(known: Known, words: usize) -> Points {
    let mut points = Points::default();
    let mut add = |class, to: fn(&mut Points) -> &mut i16, value| {
        if known.is(class) {
            let points = to(&mut points);
            *points = (*points).max(value);
        }
    };
    add(Known::COUNTRY, |p| &mut p.place, 11);
    add(Known::REGION.or(Known::PLACE), |p| &mut p.place, 8);
    add(Known::CITY, |p| &mut p.place, 7);
    add(Known::DEMONYM, |p| &mut p.nationality, 10);
    add(Known::ORGANISATION, |p| &mut p.organisation, 9);
    add(Known::EVENT, |p| &mut p.event, 11);
    add(Known::WORK, |p| &mut p.work, 9);
    if words == 1 {
        let ordinary = if known.is(Known::COMMON) { 2 } else { 0 };
        add(Known::GIVEN, |p| &mut p.person, 5 - ordinary);
        add(Known::SURNAME, |p| &mut p.person, 5 - ordinary);
    }
    points
}

/// What the word says that tells what a name is: *Ministry*, *Peninsula*, *War*.
pub(super) fn of_head(class: Known) -> Points {
    let mut points = Points::default();
    if class.is(Known::ORGANISATION_HEAD) {
        points.organisation = 9;
    } else if class.is(Known::PLACE_HEAD) {
        points.place = 9;
    } else if class.is(Known::EVENT_HEAD) {
        points.event = 9;
    }
    points
}

/// What the shape and the parts of a name say that the lexicon does not know as a whole.
pub(super) fn of_parts(text: &str, name: &[Unit]) -> Points {
    match name {
        [only] => of_single(only.span().of(text), only),
        _ => of_several(name),
    }
}

fn of_single(word: &str, unit: &Unit) -> Points {
    let mut points = Points::default();
    match unit.form.case {
        Case::Acronym if (2..=6).contains(&unit.form.len) && !unit.form.is_ordinary() => {
            points.organisation += 4
        }
        Case::Capital if !unit.form.is_ordinary() => {
            points.person += 3;
            if ends_with(
                word,
                &["ville", "burg", "shire", "stan", "grad", "abad", "pur", "ford", "town", "land", "bury"],
            ) {
                points.place += 4;
            } else if word.ends_with("ia") {
                points.place += 3;
            } else if ends_with(
                word,
                &["ov", "ova", "ev", "sky", "ski", "vich", "enko", "shvili", "yan", "sen", "sson"],
            ) {
                points.person += 3;
            }
        }
        _ => {}
    }
    points
}

fn ends_with(word: &str, endings: &[&str]) -> bool {
    endings.iter().any(|ending| word.len() > ending.len() + 1 && word.ends_with(ending))
}

fn of_several(name: &[Unit]) -> Points {
    let mut points = Points::default();
    let (first, last) = (&name[0], &name[name.len() - 1]);
    let capitals = || name.iter().filter(|unit| unit.is_capital() && !unit.is(Known::SUFFIX));
    let ordinary = capitals().filter(|unit| unit.form.is_ordinary()).count();
    if name.iter().any(|unit| unit.form.kind == Kind::Ampersand) {
        points.organisation += 7;
    }
    if first.is(Known::GIVEN) && name.len() <= 4 {
        points.person += if first.form.is_ordinary() && last.form.is_ordinary() { 4 } else { 7 };
    }
    if last.is(Known::SURNAME) && name.len() <= 4 {
        points.person += if last.form.is_ordinary() { 1 } else { 4 };
    }
    let inner = &name[..name.len() - 1];
    if inner.iter().any(|unit| unit.form.case == Case::Initial)
        || inner.iter().any(|unit| unit.is(Known::PARTICLE) && !unit.is_capital())
    {
        points.person += 5;
    }
    if ordinary == 0 && name.len() <= 3 && capitals().all(|unit| unit.form.case == Case::Capital) {
        points.person += 5;
    }
    if capitals().any(|unit| unit.form.case == Case::Acronym) {
        points.organisation += 3;
        points.person -= 3;
    }
    points
}

/// What the words around a name say.
pub(super) fn of_context(units: &[Unit], start: usize, end: usize) -> Points {
    let mut points = Points::default();
    let gap = units[start].gap;
    let before = start
        .checked_sub(1)
        .map(|at| &units[at])
        .filter(|_| matches!(gap, Gap::Space | Gap::Joined | Gap::Quote));
    let after = units.get(end).filter(|unit| unit.gap == Gap::Space);
    let possessive = units[end - 1].possessive;
    if let Some(before) = before.filter(|unit| !unit.possessive) {
        if before.is(Known::SPEECH) && after.is_none() && !before.is_capital() {
            points.person += 3;
        }
        of_word_before(before, &mut points);
        let earlier = start.checked_sub(2).map(|at| &units[at]);
        if before.is(Known::OF)
            && earlier.is_some_and(|unit| unit.is(Known::BEFORE_PLACE) && !unit.is_capital())
        {
            points.place += 6;
        }
        // Duke of York
        if before.is(Known::OF) && earlier.is_some_and(|unit| unit.is(Known::TITLE) && unit.is_capital()) {
            points.place += 4;
        }
        if before.form.is_stop && before.is(Known::ARTICLE) {
            points.person -= 4;
            points.organisation += 1;
        }
    }
    if let Some(after) = after.filter(|unit| !unit.is_capital()) {
        of_word_after(after, possessive, &mut points);
    }
    of_apposition(units, end, &mut points);
    points
}

fn of_word_before(before: &Unit, points: &mut Points) {
    let add = |class, value: i16, to: &mut i16| {
        if before.is(class) {
            *to += value;
        }
    };
    add(Known::IN, 5, &mut points.place);
    add(Known::AT, 1, &mut points.place);
    if !before.is_capital() {
        add(Known::BEFORE_PLACE, 4, &mut points.place);
        add(Known::BEFORE_ORGANISATION, 4, &mut points.organisation);
        add(Known::ROLE, 5, &mut points.person);
        add(Known::BEFORE_WORK, -6, &mut points.person);
    }
}

fn of_word_after(after: &Unit, possessive: bool, points: &mut Points) {
    if !possessive {
        if after.is(Known::SPEECH) {
            points.person += 3;
            points.organisation += 2;
        } else if after.is(Known::DEED) {
            points.person += 5;
        }
        if after.is(Known::AFTER_PERSON) {
            points.person += 6;
        }
        if after.is(Known::AFTER_PLACE) {
            points.place += 5;
        }
    }
    if after.is(Known::AFTER_ORGANISATION) {
        points.organisation += 4;
    }
}

/// *X, a lawyer*; *X, 34,*; *X, France*
fn of_apposition(units: &[Unit], end: usize, points: &mut Points) {
    let Some(next) = units.get(end).filter(|unit| unit.gap == Gap::Comma) else { return };
    if next.is(Known::COUNTRY.or(Known::REGION)) && next.is_capital() {
        points.place += 4;
    }
    let closes = units.get(end + 1).is_some_and(|unit| unit.gap == Gap::Comma);
    if next.form.kind == Kind::Number && next.span().len() == 2 && closes {
        points.person += 6;
    }
    let who =
        units[end..].iter().take(4).take_while(|unit| unit.gap == Gap::Space || unit.span() == next.span());
    if next.is(Known::RELATIVE) {
        points.person += 4;
    }
    if next.form.is_stop && who.filter(|unit| !unit.is_capital()).any(|unit| unit.is(Known::ROLE)) {
        points.person += 4;
    }
}

/// A given name and what follows it, where capitals mean nothing.
pub(super) fn of_several_names() -> Points {
    Points { person: 7, ..Points::default() }
}

//! Dates: a grammar over the words of a sentence.
//!
//! Found are days (*July 27, 1953*, *27 July*, *Thursday evening*,
//! *2023-07-27*, *7/27/1953*), months, years where something says that the
//! number is one (*in 1953*, *since 2022*), spans of years (*1950-53*) and
//! decades (*the 1950s*). What is relative to the day of writing (*last
//! year*) is not.

use super::forms::{Case, Forms, Kind};
use super::units::{Gap, Unit};
use super::{EntityType, Mention};
use crate::language::english::{DAYS, MONTHS};
use crate::lexicon::{Known, NameLexicon};
use crate::text::Span;
use crate::tokens::Tokens;

/// Parts of a day that may follow a weekday.
const DAY_PARTS: &[&str] = &["morning", "afternoon", "evening", "night"];

/// Words before a number of four digits that make it a year.
const YEAR_CUES: &[&str] = &[
    "in",
    "since",
    "until",
    "till",
    "by",
    "from",
    "of",
    "during",
    "between",
    "before",
    "after",
    "early",
    "late",
    "mid",
    "circa",
    "c",
    "ca",
    "around",
    "about",
    "to",
    "and",
    "through",
    "year",
    "spring",
    "summer",
    "autumn",
    "fall",
    "winter",
    "born",
    "died",
    "founded",
    "established",
];

/// Words before a month that may be a verb or a name: *in May*.
const MONTH_CUES: &[&str] = &[
    "in", "since", "until", "till", "by", "from", "of", "during", "between", "before", "after", "early",
    "late", "last", "next", "this", "mid", "every", "each", "through", "for",
];

/// Feasts and other days with a name, by the word before the weekday.
const NAMED_DAYS: &[(&str, &[&str])] = &[
    ("Ash", &["Wednesday"]),
    ("Black", &["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"]),
    ("Bloody", &["Sunday"]),
    ("Cyber", &["Monday"]),
    ("Easter", &["Sunday", "Monday"]),
    ("Giving", &["Tuesday"]),
    ("Good", &["Friday"]),
    ("Maundy", &["Thursday"]),
    ("Palm", &["Sunday"]),
    ("Shrove", &["Tuesday"]),
    ("Super", &["Tuesday"]),
    ("Whit", &["Monday"]),
];

/// The spans of the dates among `units`; `dated` becomes, for each unit, whether one holds it.
pub(super) fn mark_dates(text: &str, units: &[Unit], dated: &mut Vec<bool>) -> Vec<Span> {
    dated.clear();
    dated.resize(units.len(), false);
    dates(text, units)
        .into_iter()
        .map(|date| {
            dated[date.clone()].fill(true);
            Span { start: units[date.start].start, end: units[date.end - 1].span().end }
        })
        .collect()
}

/// The dates of a text of which no names are known.
pub(super) fn without_pack(tokens: &Tokens<'_>) -> Vec<Mention> {
    let forms = Forms::new(tokens, &NameLexicon::default());
    let (mut units, mut dated) = (Vec::new(), Vec::new());
    let mut mentions = Vec::new();
    for sentence in &tokens.sentences {
        super::units::units(tokens, &forms, sentence, &mut units);
        let spans = mark_dates(tokens.text, &units, &mut dated);
        mentions.extend(spans.into_iter().map(|span| Mention::sure(span, EntityType::Date)));
    }
    mentions
}

/// The dates among `units`, as ranges of them in order.
fn dates(text: &str, units: &[Unit]) -> Vec<std::ops::Range<usize>> {
    let grammar = Grammar { text, units };
    let mut found = Vec::new();
    let mut at = 0;
    while at < units.len() {
        match grammar.date(at) {
            Some(end) => {
                found.push(at..end);
                at = end;
            }
            None => at += 1,
        }
    }
    found
}

struct Grammar<'a> {
    text: &'a str,
    units: &'a [Unit<'a>],
}

/// A rule: where a date that begins at a unit ends.
type End = Option<usize>;

impl Grammar<'_> {
    fn date(&self, at: usize) -> End {
        // Names of the calendar have a capital; all else begins with a digit.
        let unit = &self.units[at];
        let of_calendar = || self.weekday(at).or_else(|| self.month_first(at));
        let of_digits =
            || self.day_first(at).or_else(|| self.numeric(at)).or_else(|| self.year_or_decade(at));
        match unit.begins_with_digit(self.text) {
            true => of_digits(),
            false if unit.is_capital() => of_calendar(),
            false => None,
        }
    }

    /// *Thursday*, *Thursday evening*, *Thursday, July 27, 1953*
    fn weekday(&self, at: usize) -> End {
        if !self.is_name(at, Known::WEEKDAY) || self.is_short_word(at) || self.is_named_day(at) {
            return None;
        }
        let next = at + 1;
        if self.word(next).is_some_and(|word| DAY_PARTS.contains(&word)) && self.gap(next) == Some(Gap::Space)
        {
            return Some(next + 1);
        }
        let follows = matches!(self.gap(next), Some(Gap::Space | Gap::Comma));
        let day = || self.month_first(next).or_else(|| self.day_first(next));
        follows.then(day).flatten().or(Some(next))
    }

    /// *Super Tuesday*, *Good Friday*: the name of a day, which does not say when it is.
    fn is_named_day(&self, at: usize) -> bool {
        let Some(first) = at.checked_sub(1).filter(|_| self.gap(at) == Some(Gap::Space)) else {
            return false;
        };
        let is_one = |(before, days): &(&str, &[&str])| {
            self.word(first) == Some(before) && self.word(at).is_some_and(|word| days.contains(&word))
        };
        // *Jack Black*
        let is_surname = first > 0
            && self.gap(first) == Some(Gap::Space)
            && self.units[first - 1].is_capital()
            && !self.units[first - 1].form.is_stop;
        NAMED_DAYS.iter().any(is_one) && !is_surname
    }

    /// *July*, *July 27*, *July 1953*, *July 27, 1953*, *July 27-29*
    fn month_first(&self, at: usize) -> End {
        if !self.is_name(at, Known::MONTH) {
            return None;
        }
        let next = at + 1;
        if self.is_day(next) && self.gap(next) == Some(Gap::Space) {
            let mut end = next + 1;
            if self.gap(end) == Some(Gap::Dash) && self.is_day(end) {
                end += 1;
            }
            let year = matches!(self.gap(end), Some(Gap::Space | Gap::Comma)) && self.is_year(end);
            return Some(end + usize::from(year));
        }
        if matches!(self.gap(next), Some(Gap::Space | Gap::Comma)) && self.is_year(next) {
            return Some(next + 1);
        }
        (!self.is_doubtful_month(at) || self.follows_cue(at, MONTH_CUES)).then_some(next)
    }

    /// *27 July*, *the 27th of July 1953*
    fn day_first(&self, at: usize) -> End {
        if !self.is_day(at) {
            return None;
        }
        let month = at + 1 + usize::from(self.word(at + 1) == Some("of"));
        if self.gap(month) != Some(Gap::Space) || !self.is_name(month, Known::MONTH) {
            return None;
        }
        let end = month + 1;
        let year = matches!(self.gap(end), Some(Gap::Space | Gap::Comma)) && self.is_year(end);
        Some(end + usize::from(year))
    }

    /// *2023-07-27*, *7/27/1953*
    fn numeric(&self, at: usize) -> End {
        let word = self.word(at)?;
        let numbers = |text: &str, by: char| {
            let mut parts = text.split(by).map(|part| part.parse::<u32>().ok());
            let all = [parts.next().flatten(), parts.next().flatten(), parts.next().flatten()];
            if parts.next().is_some() { None } else { Some((all[0]?, all[1]?, all[2]?)) }
        };
        let is_iso = |(year, month, day)| (1000..2200).contains(&year) && in_calendar(month, day);
        if numbers(word, '-').is_some_and(is_iso) {
            return Some(at + 1);
        }
        let last = self.units.get(at + 2)?;
        let whole = &self.text[self.units[at].start as usize..last.span().end as usize];
        let is_slashed = |(a, b, year)| {
            (in_calendar(a, b) || in_calendar(b, a)) && (year < 100 || (1000..2200).contains(&year))
        };
        (whole.len() <= 10 && numbers(whole, '/').is_some_and(is_slashed)).then_some(at + 3)
    }

    /// *since 2022*, *(1953)*, *1950-53*, *the 1950s*
    fn year_or_decade(&self, at: usize) -> End {
        let word = self.word(at)?;
        if is_decade(word) || is_span_of_years(word) {
            return Some(at + 1);
        }
        if !self.is_year(at) {
            return None;
        }
        if self.gap(at + 1) == Some(Gap::Dash) && self.is_year(at + 1) {
            return Some(at + 2);
        }
        let bracketed =
            self.gap(at) == Some(Gap::Open) && matches!(self.gap(at + 1), Some(Gap::Close | Gap::Comma));
        let of_war = at > 1 && word == "1812" && self.word(at - 2) == Some("War");
        let dated = self.follows_cue(at, YEAR_CUES) && !of_war || bracketed;
        let counts = self.gap(at + 1) == Some(Gap::Space)
            && self
                .units
                .get(at + 1)
                .is_some_and(|next| next.form.case == Case::Lower && self.counts_things(at + 1));
        (dated && !counts).then_some(at + 1)
    }

    /// Whether the word at `at` may be what a number of four digits counts: *of 1500 men*.
    fn counts_things(&self, at: usize) -> bool {
        let unit = &self.units[at];
        !unit.form.is_stop
            && self.word(at).is_some_and(|word| word.ends_with('s') || word == "men" || word == "people")
    }

    fn word(&self, at: usize) -> Option<&str> {
        self.units.get(at).map(|unit| unit.span().of(self.text))
    }

    fn gap(&self, at: usize) -> Option<Gap> {
        self.units.get(at).map(|unit| unit.gap)
    }

    fn is_name(&self, at: usize, class: Known) -> bool {
        self.units.get(at).is_some_and(|unit| {
            unit.is_capital() && (unit.is(class) || is_of_calendar(unit.span().of(self.text), class))
        })
    }

    /// *Sat*, *Sun* and *Wed* without a full stop are more often words.
    fn is_short_word(&self, at: usize) -> bool {
        self.word(at).is_some_and(|word| word.len() < 5 && !word.ends_with('.'))
    }

    /// *May*, *March*, *August*, *April* and *June* may be other things; short forms need a number.
    fn is_doubtful_month(&self, at: usize) -> bool {
        let unit = &self.units[at];
        let surname_follows = self.gap(at + 1) == Some(Gap::Space) && self.units[at + 1].is_capital();
        let is_word = unit.form.is_stop || unit.form.also_lower || self.word(at) == Some("March");
        is_word || unit.is(Known::GIVEN) && surname_follows || unit.form.len < 4
    }

    fn is_day(&self, at: usize) -> bool {
        let Some(word) = self.word(at) else { return false };
        let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
        matches!(&word[digits.len()..], "" | "st" | "nd" | "rd" | "th")
            && digits.len() <= 2
            && digits.parse::<u32>().is_ok_and(|day| (1..=31).contains(&day))
    }

    fn is_year(&self, at: usize) -> bool {
        self.units.get(at).is_some_and(|unit| unit.form.kind == Kind::Number)
            && self.word(at).is_some_and(is_year)
    }

    fn follows_cue(&self, at: usize, cues: &[&str]) -> bool {
        at > 0
            && matches!(self.gap(at), Some(Gap::Space | Gap::Joined))
            && self.word(at - 1).is_some_and(|word| cues.iter().any(|cue| word.eq_ignore_ascii_case(cue)))
    }
}

/// Whether a word is a day or month by its full name, which is known without a pack.
fn is_of_calendar(word: &str, class: Known) -> bool {
    let names: &[&str] = if class == Known::MONTH { &MONTHS } else { &DAYS };
    names.iter().any(|name| name.eq_ignore_ascii_case(word))
}

fn is_year(word: &str) -> bool {
    word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit()) && ("1000".."2200").contains(&word)
}

fn is_decade(word: &str) -> bool {
    word.strip_suffix('s').is_some_and(|year| is_year(year) && year.ends_with('0'))
}

/// *1950-53*, *1950-1953*: the second year is later.
fn is_span_of_years(word: &str) -> bool {
    word.split_once('-').is_some_and(|(from, to)| {
        is_year(from)
            && (is_year(to) && to > from
                || to.len() == 2 && to.bytes().all(|b| b.is_ascii_digit()) && to > &from[2..])
    })
}

fn in_calendar(month: u32, day: u32) -> bool {
    (1..=12).contains(&month) && (1..=31).contains(&day)
}

#[cfg(test)]
mod tests {
    use crate::entities::EntityType;
    use crate::entities::tests::found;

    fn dates(text: &str) -> Vec<&str> {
        found(text).into_iter().filter(|(_, kind)| *kind == EntityType::Date).map(|(date, _)| date).collect()
    }

    #[test]
    fn days_and_months() {
        for (text, expected) in [
            ("It was signed on July 27, 1953, in a tent.", &["July 27, 1953"][..]),
            ("It was signed on the 27th of July 1953.", &["27th of July 1953"]),
            ("They met on Thursday evening and on Friday.", &["Thursday evening", "Friday"]),
            ("On Thursday, 27 July the parade began.", &["Thursday, 27 July"]),
            ("The log says 2023-07-27 and 7/27/1953.", &["2023-07-27", "7/27/1953"]),
            ("They may march in May. March on!", &["May"]),
            ("It closed on Dec. 31.", &["Dec. 31"]),
        ] {
            assert_eq!(dates(text), expected, "{text}");
        }
    }

    #[test]
    fn a_day_or_year_in_a_name_is_no_date() {
        for text in
            ["They vote on Super Tuesday.", "It was closed on Good Friday.", "The War of 1812 was long."]
        {
            assert!(dates(text).is_empty(), "{text}");
        }
        for (text, date) in [
            ("The war of 1812 was long.", "1812"),
            ("The Gulf War of 1991 was short.", "1991"),
            ("He came with Jack Black Tuesday.", "Tuesday"),
            ("They came the Black Saturday after.", "Saturday"),
        ] {
            assert_eq!(dates(text), [date], "{text}");
        }
    }

    #[test]
    fn years_only_where_something_says_so() {
        for (text, expected) in [
            ("Missile tests since 2022 worry them.", &["2022"][..]),
            ("The 1950-53 Korean War shaped the 1950s.", &["1950-53", "1950s"]),
            ("The poet (1914–1953) died young.", &["1914–1953"]),
            ("The album (1999) sold well.", &["1999"]),
            ("He counted 1953 sheep, a team of 2000 men, and 1950-20.", &[]),
        ] {
            assert_eq!(dates(text), expected, "{text}");
        }
    }
}

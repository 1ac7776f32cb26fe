//! Which day, month or year a date is, in ISO 8601.

use std::fmt;

use crate::language::english::{DAYS, MONTHS};
use crate::text::lower_case;

/// A day of the Gregorian calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day {
    year: i32,
    month: u32,
    day: u32,
}

impl Day {
    /// Reads *2023-07-27*; `None` for what is no day.
    ///
    /// ```
    /// use textlens::entities::Day;
    /// assert_eq!(Day::parse("2024-02-29").unwrap().to_string(), "2024-02-29");
    /// assert!(Day::parse("2023-02-29").is_none());
    /// ```
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.splitn(3, '-');
        let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
        let digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
        let shaped = year.len() == 4 && month.len() == 2 && day.len() == 2;
        if !shaped || ![year, month, day].into_iter().all(digits) {
            return None;
        }
        Self::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
    }

    fn new(year: i32, month: u32, day: u32) -> Option<Self> {
        let fits = (1..=12).contains(&month) && (1..=days_in(year, month)).contains(&day);
        fits.then_some(Self { year, month, day })
    }

    /// Days since 1 March of the year 0 (Hatcher 1984).
    fn number(self) -> i32 {
        let (year, month) =
            if self.month > 2 { (self.year, self.month - 3) } else { (self.year - 1, self.month + 9) };
        year * 365 + year.div_euclid(4) - year.div_euclid(100)
            + year.div_euclid(400)
            + (month as i32 * 153 + 2) / 5
            + self.day as i32
            - 1
    }

    fn plus(self, days: i32) -> Self {
        let mut day = self;
        let mut left = days.clamp(-40_000, 40_000);
        while left != 0 {
            if left > 0 {
                let rest = (days_in(day.year, day.month) - day.day) as i32;
                if left <= rest {
                    day.day += left as u32;
                    return day;
                }
                left -= rest + 1;
                let december = day.month == 12;
                day = Self {
                    year: day.year + i32::from(december),
                    month: if december { 1 } else { day.month + 1 },
                    day: 1,
                };
            } else {
                let rest = day.day as i32 - 1;
                if -left <= rest {
                    day.day -= (-left) as u32;
                    return day;
                }
                left += rest + 1;
                let january = day.month == 1;
                let (year, month) = if january { (day.year - 1, 12) } else { (day.year, day.month - 1) };
                day = Self { year, month, day: days_in(year, month) };
            }
        }
        day
    }

    /// 0 for Monday to 6 for Sunday.
    fn weekday(self) -> i32 {
        (self.number() + 2).rem_euclid(7)
    }

    fn month_after(self, months: i32) -> String {
        let count = self.year * 12 + self.month as i32 - 1 + months;
        format!("{:04}-{:02}", count.div_euclid(12), count.rem_euclid(12) + 1)
    }

    /// The week as ISO 8601 counts it.
    fn week(self) -> String {
        let thursday = self.plus(3 - self.weekday());
        let first = Self { year: thursday.year, month: 1, day: 1 };
        format!("{:04}-W{:02}", thursday.year, (thursday.number() - first.number()) / 7 + 1)
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

fn days_in(year: i32, month: u32) -> u32 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 31,
    }
}

/// Days ahead that a date without a year may be: what is announced is near, and the rest has happened.
const SOON: i32 = 60;

/// The date that `text` names, in ISO 8601: a day, a month, a year, a decade (*195*), a week, or two
/// of them with a slash between. What is told from today needs the day of writing, as do days and
/// months without a year; they take the last that is past, or up to two months ahead.
pub(super) fn iso(text: &str, today: Option<Day>) -> Option<String> {
    let lower = lower_case(text);
    let words: Vec<&str> = lower
        .split(|c: char| c.is_whitespace() || c == ',')
        .map(|word| word.trim_end_matches("'s").trim_end_matches("’s"))
        .filter(|word| !word.is_empty() && !matches!(*word, "of" | "the"))
        .collect();
    if words.len() > 6 {
        return None;
    }
    relative(&words, today).or_else(|| absolute(&words, today))
}

fn relative(words: &[&str], today: Option<Day>) -> Option<String> {
    let day = |shift: i32| today.map(|today| today.plus(shift).to_string());
    match *words {
        ["today"] => day(0),
        ["yesterday"] => day(-1),
        ["tomorrow"] => day(1),
        [count, unit, "ago"] => {
            let count = small_number(count)?;
            let today = today?;
            match unit.trim_end_matches('s') {
                "day" => Some(today.plus(-count).to_string()),
                "week" => Some(today.plus(-7 * count).week()),
                "month" => Some(today.month_after(-count)),
                "year" => Some(format!("{:04}", today.year - count)),
                "decade" => Some(format!("{:03}", (today.year - 10 * count) / 10)),
                _ => None,
            }
        }
        [which @ ("last" | "next" | "this" | "past" | "previous"), unit] => {
            let shift = match which {
                "next" => 1,
                "this" => 0,
                _ => -1,
            };
            let today = today?;
            if let Some(weekday) = DAYS.iter().position(|day| *day == unit) {
                return Some(near_weekday(today, weekday as i32, shift).to_string());
            }
            if let Some(month) = month(unit) {
                let ahead = i32::from(month > today.month);
                let year = match shift {
                    1 => today.year + 1 - ahead,
                    0 => today.year,
                    _ if month == today.month => today.year - 1,
                    _ => today.year - ahead,
                };
                return Some(format!("{year:04}-{month:02}"));
            }
            match unit {
                "week" => Some(today.plus(7 * shift).week()),
                "month" => Some(today.month_after(shift)),
                "year" => Some(format!("{:04}", today.year + shift)),
                "decade" => Some(format!("{:03}", today.year / 10 + shift)),
                _ => None,
            }
        }
        // Thursday, Thursday evening
        [first] | [first, "morning" | "afternoon" | "evening" | "night"] => {
            let weekday = weekday(first)?;
            today.map(|today| near_weekday(today, weekday, -2).to_string())
        }
        _ => None,
    }
}

/// The `weekday` of which *last* (−1), *this* (0) or *next* (1) is said; −2 for the last one, be it today.
fn near_weekday(today: Day, weekday: i32, shift: i32) -> Day {
    let back = (today.weekday() - weekday).rem_euclid(7);
    match shift {
        1 => today.plus(7 - back),
        0 => today.plus(weekday - today.weekday()),
        -1 if back == 0 => today.plus(-7),
        _ => today.plus(-back),
    }
}

fn absolute(words: &[&str], today: Option<Day>) -> Option<String> {
    let words = match words {
        [first, rest @ ..] if !rest.is_empty() && weekday(first).is_some() => rest,
        _ => words,
    };
    // The last such day that has come or soon comes, when no year is told.
    let dated = |month: u32, day: u32| {
        let today = today?;
        let years = (today.year - 1..=today.year + 1).rev();
        let mut days = years.filter_map(|year| Day::new(year, month, day));
        days.find(|day| *day <= today.plus(SOON)).map(|day| day.to_string())
    };
    match *words {
        [one] => numeric(one).or_else(|| {
            let (month, today) = (month(one)?, today?);
            let ahead = (month as i32 - today.month as i32).rem_euclid(12);
            Some(today.month_after(if ahead > SOON / 30 { ahead - 12 } else { ahead }))
        }),
        [first, second] => {
            if let Some(month) = month(first) {
                if let Some(year) = year(second) {
                    return Some(format!("{year:04}-{month:02}"));
                }
                if let Some((from, to)) = second.split_once(['-', '–']) {
                    return span_of_days(&dated(month, day(from)?)?, &dated(month, day(to)?)?);
                }
                return dated(month, day(second)?);
            }
            dated(month(second)?, day(first)?)
        }
        [first, second, third] => {
            let year = year(third)?;
            if let Some(month) = month(first) {
                if let Some((from, to)) = second.split_once(['-', '–']) {
                    let day = |day| Day::new(year, month, day).map(|day| day.to_string());
                    return span_of_days(&day(self::day(from)?)?, &day(self::day(to)?)?);
                }
                return Day::new(year, month, day(second)?).map(|day| day.to_string());
            }
            Day::new(year, month(second)?, day(first)?).map(|day| day.to_string())
        }
        _ => None,
    }
}

fn span_of_days(from: &str, to: &str) -> Option<String> {
    (from < to).then(|| format!("{from}/{to}"))
}

/// *2023-07-27*, *7/27/1953* where only one reading is a day, *1953*, *1950s*, *1950-53*.
fn numeric(word: &str) -> Option<String> {
    if let Some(day) = Day::parse(word) {
        return Some(day.to_string());
    }
    if let Some(year) = year(word) {
        return Some(format!("{year:04}"));
    }
    if let Some(decade) = word.strip_suffix('s').and_then(year).filter(|year| year % 10 == 0) {
        return Some(format!("{:03}", decade / 10));
    }
    if let Some((from, to)) = word.split_once(['-', '–']) {
        let from = year(from)?;
        let to = match to.len() {
            2 => from / 100 * 100 + to.parse::<i32>().ok()?,
            _ => year(to)?,
        };
        return (from < to).then(|| format!("{from:04}/{to:04}"));
    }
    let mut parts = word.split('/');
    let (a, b, last) = (parts.next()?, parts.next()?, parts.next()?);
    let (a, b, year) = (a.parse().ok()?, b.parse().ok()?, year(last)?);
    let (american, european) = (Day::new(year, a, b), Day::new(year, b, a));
    match (american, european) {
        (Some(day), None) | (None, Some(day)) => Some(day.to_string()),
        (Some(one), Some(other)) if one == other => Some(one.to_string()),
        _ => None,
    }
}

fn year(word: &str) -> Option<i32> {
    let is_year = word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit());
    is_year.then(|| word.parse().ok()).flatten().filter(|year| (1000..2200).contains(year))
}

fn month(word: &str) -> Option<u32> {
    name_of(&MONTHS, word, 3).map(|month| month as u32 + 1)
}

fn weekday(word: &str) -> Option<i32> {
    name_of(&DAYS, word, 3).map(|day| day as i32)
}

/// Which name `word` is, or the beginning of, in three letters or more.
fn name_of(names: &[&str], word: &str, least: usize) -> Option<usize> {
    let short = word.trim_end_matches('.');
    names.iter().position(|name| {
        *name == short || short.len() >= least && short.len() <= 5 && name.starts_with(short)
    })
}

fn day(word: &str) -> Option<u32> {
    let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    digits.parse().ok().filter(|day| (1..=31).contains(day))
}

fn small_number(word: &str) -> Option<i32> {
    const WORDS: [&str; 13] = [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
        "twelve",
    ];
    if matches!(word, "a" | "an") {
        return Some(1);
    }
    WORDS
        .iter()
        .position(|name| *name == word)
        .map(|number| number as i32)
        .or_else(|| word.parse().ok())
        .filter(|number| (0..2000).contains(number))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn absolute_dates_need_no_reference() {
        for (text, expected) in [
            ("July 27, 1953", Some("1953-07-27")),
            ("27th of July 1953", Some("1953-07-27")),
            ("Thursday, 27 July 2023", Some("2023-07-27")),
            ("Dec. 31, 1999", Some("1999-12-31")),
            ("July 1953", Some("1953-07")),
            ("1953", Some("1953")),
            ("1950s", Some("195")),
            ("1950-53", Some("1950/1953")),
            ("7/27/1953", Some("1953-07-27")),
            ("July 27-29, 1953", Some("1953-07-27/1953-07-29")),
            ("7/6/1953", None),
            ("February 30, 1953", None),
            ("July 27", None),
            ("Thursday", None),
            ("last year", None),
        ] {
            assert_eq!(iso(text, None).as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn other_dates_are_told_from_the_day_of_writing() {
        let today = Day::parse("2023-07-28");
        for (text, expected) in [
            ("today", "2023-07-28"),
            ("Yesterday", "2023-07-27"),
            ("tomorrow", "2023-07-29"),
            ("Thursday evening", "2023-07-27"),
            ("Friday", "2023-07-28"),
            ("last Friday", "2023-07-21"),
            ("next Monday", "2023-07-31"),
            ("July 27", "2023-07-27"),
            ("Dec. 31", "2022-12-31"),
            ("last year", "2022"),
            ("this year’s", "2023"),
            ("next month", "2023-08"),
            ("last week", "2023-W29"),
            ("three days ago", "2023-07-25"),
            ("ten years ago", "2013"),
            ("last March", "2023-03"),
        ] {
            assert_eq!(iso(text, today).as_deref(), Some(expected), "{text}");
        }
    }

    #[test]
    fn dates_without_a_year_are_past_or_soon() {
        for (today, text, expected) in [
            ("2023-07-28", "September 20", "2023-09-20"),
            ("2023-07-28", "September 26", "2023-09-26"),
            ("2023-07-28", "September 27", "2022-09-27"),
            ("2023-07-28", "September", "2023-09"),
            ("2023-07-28", "October", "2022-10"),
            ("2023-12-20", "January 5", "2024-01-05"),
            ("2023-12-20", "January 5-7", "2024-01-05/2024-01-07"),
            ("2023-12-20", "December 21", "2023-12-21"),
            ("2023-12-20", "March 1", "2023-03-01"),
            ("2023-12-20", "January", "2024-01"),
            ("2023-12-20", "March", "2023-03"),
            ("2024-01-05", "December 20", "2023-12-20"),
            ("2024-01-05", "December", "2023-12"),
            ("2024-01-05", "February 29", "2024-02-29"),
            ("2023-01-05", "February 29", ""),
        ] {
            let expected = Some(expected).filter(|expected| !expected.is_empty());
            assert_eq!(iso(text, Day::parse(today)).as_deref(), expected, "{text} of {today}");
        }
    }

    #[test]
    fn days_are_counted_over_leap_years_and_the_turn_of_the_year() {
        let day = Day::parse("2024-02-28").expect("a day");
        assert_eq!(day.plus(2).to_string(), "2024-03-01");
        assert_eq!(day.plus(-59).to_string(), "2023-12-31");
        assert_eq!(day.weekday(), 2, "a Wednesday");
        assert_eq!(Day::parse("2021-01-03").expect("a day").week(), "2020-W53");
    }
}

//! Times of day, and days named from today.

use super::Grammar;
use super::classes::{self, Class};
use crate::language::english::{DAYS, MONTHS};

/// Words for spans of time that *last*, *next* and *this* name one of.
const PERIODS: &[&str] = &[
    "autumn", "century", "decade", "fall", "month", "quarter", "semester", "spring", "summer", "week",
    "weekend", "winter", "year",
];

const ZONES: &[&str] = &[
    "UTC", "GMT", "BST", "CET", "CEST", "EST", "EDT", "CST", "CDT", "MST", "MDT", "PST", "PDT", "IST", "JST",
    "ET", "PT", "AEST", "AEDT", "MSK", "EET", "EEST",
];

impl Grammar<'_> {
    /// *3:30*, *11:00 a.m. local time*, *10am*, *five o'clock*, *1500 UTC*, *noon*
    pub(super) fn time(&self, at: usize) -> Option<usize> {
        match self.class(at) {
            Class::TimeWord => Some(at + 1),
            Class::Mixed => {
                let (digits, rest) = classes::split_digits(self.word(at));
                let is_time = classes::of_rest(rest) == Class::DayHalf && is_clock(digits);
                is_time.then(|| self.zone(at + 1))
            }
            Class::Digits => {
                let hour = self.word(at);
                if let Some(end) = self.clock(at) {
                    return Some(self.zone(self.day_half(end).unwrap_or(end)));
                }
                if !hour.bytes().all(|b| b.is_ascii_digit() || b == b'.') {
                    return None;
                }
                if let Some(end) = self.day_half(at + 1).filter(|_| is_clock(hour)) {
                    return Some(self.zone(end));
                }
                if matches!(self.word(at + 1), "o'clock" | "o’clock") {
                    return Some(at + 2);
                }
                let zoned = hour.len() == 4 && &hour[..2] < "24" && &hour[2..] < "60";
                (zoned && ZONES.contains(&self.word(at + 1))).then_some(at + 2)
            }
            Class::NumberWord => matches!(self.word(at + 1), "o'clock" | "o’clock")
                .then_some(at + 2)
                .or_else(|| self.day_half(at + 1).filter(|_| self.word(at + 1) != "am")),
            _ => None,
        }
    }

    /// *3:30*, *03:30:15*, without spaces.
    fn clock(&self, at: usize) -> Option<usize> {
        let part = |at: usize, limit: u32| {
            let word = self.word(at);
            (word.len() <= 2 && word.bytes().all(|b| b.is_ascii_digit()))
                .then(|| word.parse::<u32>().ok())
                .flatten()
                .is_some_and(|value| value < limit)
        };
        let follows = |at: usize| {
            self.word(at) == ":" && self.joined(at) && self.joined(at + 1) && self.word(at + 1).len() == 2
        };
        if self.joined(at) && self.word(at - 1) == ":"
            || !part(at, 24)
            || !follows(at + 1)
            || !part(at + 2, 60)
        {
            return None;
        }
        Some(if follows(at + 3) && part(at + 4, 60) { at + 5 } else { at + 3 })
    }

    /// The end of *am* or *p.m.* at `at`.
    fn day_half(&self, at: usize) -> Option<usize> {
        if self.class(at) != Class::DayHalf {
            return None;
        }
        let dotted = self.word(at).contains('.') && self.word(at + 1) == "." && self.joined(at + 1);
        Some(at + 1 + usize::from(dotted))
    }

    /// The end of the zone at `at`, if one is there.
    fn zone(&self, at: usize) -> usize {
        if ZONES.contains(&self.word(at)) {
            at + 1
        } else if self.is(at, "local") && self.is(at + 1, "time") {
            at + 2
        } else {
            at
        }
    }

    /// *yesterday*, *last year*, *next Friday*, *the past two weeks*, *three days ago*
    pub(super) fn relative_date(&self, at: usize) -> Option<usize> {
        match self.class(at) {
            Class::DayWord => Some(at + 1),
            Class::Which => {
                let word = self.word(at + 1);
                let is_one = |list: &[&str]| list.iter().any(|item| word.eq_ignore_ascii_case(item));
                let capital = word.starts_with(char::is_uppercase);
                let bare = word.trim_end_matches("'s").trim_end_matches("’s");
                let period = PERIODS.contains(&bare);
                let past = self.is(at, "past") || self.is(at, "previous");
                let named = capital && !past && (is_one(&DAYS) || is_one(&MONTHS));
                (period || named).then_some(at + 2)
            }
            Class::Digits | Class::NumberWord | Class::Article => {
                let unit = if self.class(at) == Class::Article { at + 1 } else { self.number(at)? };
                let ago = self.class(unit) == Class::TimeUnit && self.is(unit + 1, "ago");
                ago.then_some(unit + 2)
            }
            _ => None,
        }
    }
}

/// Whether digits before *am* or *pm* are a time: *10*, *8.10*.
fn is_clock(digits: &str) -> bool {
    let (hour, minute) = digits.split_once('.').unwrap_or((digits, "00"));
    hour.parse::<u32>().is_ok_and(|hour| hour <= 12)
        && minute.len() == 2
        && minute.parse::<u32>().is_ok_and(|minute| minute < 60)
}

#[cfg(test)]
mod tests {
    use crate::entities::EntityType::*;
    use crate::entities::patterns::tests::found;

    #[test]
    fn times_of_day() {
        let text =
            "At 11:00 a.m. local time (1500 UTC), 8.10am, 5 pm, 23:59:01 and noon, five o'clock, 6am; 3:1.";
        let times: Vec<_> =
            found(text).into_iter().filter(|(_, kind)| *kind == Time).map(|(time, _)| time).collect();
        assert_eq!(
            times,
            [
                "11:00 a.m. local time",
                "1500 UTC",
                "8.10am",
                "5 pm",
                "23:59:01",
                "noon",
                "five o'clock",
                "6am"
            ]
        );
    }

    #[test]
    fn days_named_from_today() {
        let text =
            "Yesterday, last year, next Friday, this month’s meeting, three days ago, a week ago; last man.";
        let dates: Vec<_> =
            found(text).into_iter().filter(|(_, kind)| *kind == Date).map(|(date, _)| date).collect();
        assert_eq!(
            dates,
            ["Yesterday", "last year", "next Friday", "this month’s", "three days ago", "a week ago"]
        );
    }
}

//! Money, percentages, durations, quantities, ordinals and cardinals.

use super::classes::{self, Class};
use super::{Found, Grammar};
use crate::entities::EntityType;

impl Grammar<'_> {
    /// *$5–6 million*, *US$50*, *EUR 20*, *5 million US dollars*, *30 €*
    pub(super) fn money(&self, at: usize) -> Option<Found> {
        let found = |start: usize, end: usize| Some((start..end, EntityType::Money));
        match self.class(at) {
            Class::CurrencySign => {
                let mut end = self.number(at + 1)?;
                // $5–$6 million
                let dash = matches!(self.word(end), "-" | "–" | "—" | "to");
                if dash && self.class(end + 1) == Class::CurrencySign {
                    end = self.number(end + 2).unwrap_or(end);
                }
                if self.word(at) == "$" && self.class(end) == Class::CurrencyCode {
                    end += 1;
                }
                let country = self.joined(at)
                    && matches!(
                        self.word(at - 1),
                        "US" | "A" | "AU" | "C" | "CA" | "NZ" | "HK" | "S" | "R" | "NT" | "Z"
                    );
                found(at - usize::from(country), end)
            }
            Class::CurrencyCode => found(at, self.number(at + 1)?),
            Class::Digits | Class::Mixed | Class::NumberWord | Class::Article | Class::Half => {
                let mut end = self.number(at)?;
                let country = self.word(end).starts_with(char::is_uppercase)
                    && self.class(end) == Class::Other
                    && self.class(end + 1) == Class::Currency;
                end += usize::from(country);
                match self.class(end) {
                    Class::Currency => found(at, end + 1),
                    Class::CurrencySign | Class::CurrencyCode
                        if !matches!(self.class(end + 1), Class::Digits | Class::Mixed) =>
                    {
                        found(at, end + 1)
                    }
                    _ => None,
                }
            }
            _ => None,
        }
    }

    /// A number with what it counts, or alone.
    pub(super) fn measured(&self, at: usize) -> Option<Found> {
        let found = |end: usize, kind| Some((at..end, kind));
        if self.class(at) == Class::Mixed {
            let (digits, rest) = classes::split_digits(self.word(at));
            if digits.is_empty() {
                return None;
            }
            match classes::of_rest(rest) {
                Class::TimeUnit => return found(at + 1, EntityType::Duration),
                Class::Unit => return found(at + 1, EntityType::Quantity),
                Class::Percent => return found(at + 1, EntityType::Percentage),
                _ => {}
            }
        }
        // half an hour
        if self.class(at) == Class::Half
            && self.class(at + 1) == Class::Article
            && matches!(self.class(at + 2), Class::TimeUnit | Class::Unit)
        {
            let kind =
                if self.class(at + 2) == Class::Unit { EntityType::Quantity } else { EntityType::Duration };
            return found(at + 3, kind);
        }
        let end = self.number(at)?;
        let per_cent = self.is(end, "per") && self.is(end + 1, "cent");
        match self.class(end) {
            _ if per_cent => found(end + 2, EntityType::Percentage),
            Class::Percent if self.is(end, "percentage") => {
                let points = self.is(end + 1, "points") || self.is(end + 1, "point");
                points.then_some((at..end + 2, EntityType::Percentage))
            }
            Class::Percent => found(end + 1, EntityType::Percentage),
            Class::TimeUnit => found(self.longer_duration(end + 1), EntityType::Duration),
            Class::Unit => found(self.rest_of_unit(end), EntityType::Quantity),
            Class::UnitModifier if self.class(end + 1) == Class::Unit => {
                found(self.rest_of_unit(end + 1), EntityType::Quantity)
            }
            _ if self.is_bare(at, end) => found(end, EntityType::Cardinal),
            _ => None,
        }
    }

    /// The end of what follows a duration: *and 30 minutes*.
    fn longer_duration(&self, end: usize) -> usize {
        let next = end + usize::from(self.is(end, "and") || self.word(end) == ",");
        let second = self.number(next).filter(|&unit| self.class(unit) == Class::TimeUnit);
        second.map_or(end, |unit| unit + 1)
    }

    /// The end of a unit that begins at `at`: *km/h*, *miles per hour*, *degrees Celsius*, *° C*.
    fn rest_of_unit(&self, at: usize) -> usize {
        let end = at + 1;
        if self.word(end) == "/" && self.joined(end) && self.joined(end + 1) {
            return end + 2;
        }
        if self.is(end, "per")
            && matches!(self.class(end + 1), Class::TimeUnit | Class::Unit | Class::Article)
            || self.is(end, "an") && self.is(end + 1, "hour")
        {
            return end + 2;
        }
        let scale = matches!(self.word(end), "C" | "F" | "Celsius" | "Fahrenheit");
        end + usize::from(scale && matches!(self.word(at), "°" | "degrees"))
    }

    /// Whether a number stands for itself: no part of a code, no *one* that is a pronoun.
    fn is_bare(&self, at: usize, end: usize) -> bool {
        let pronoun = end == at + 1 && self.is(at, "one");
        let glued =
            |at: usize| self.joined(at) && matches!(self.word(at - 1), "/" | "#" | "_" | "." | "-" | ":");
        let glues = self.joined(end) && matches!(self.word(end), "/" | "_" | ":" | "@" | "=");
        !pronoun && !glued(at) && !glues
    }

    /// *first*, *70th*, *two hundredth*
    pub(super) fn ordinal(&self, at: usize) -> Option<usize> {
        match self.class(at) {
            Class::Ordinal => Some(at + 1),
            Class::Mixed => {
                let (digits, rest) = classes::split_digits(self.word(at));
                (!digits.is_empty() && classes::of_rest(rest) == Class::Ordinal).then_some(at + 1)
            }
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::entities::EntityType::{self, *};
    use crate::entities::patterns::tests::found;

    fn expect(text: &str, expected: &[(&str, EntityType)]) {
        assert_eq!(found(text), expected, "{text}");
    }

    #[test]
    fn money_in_signs_codes_and_words() {
        expect(
            "It costs $5–6 million or US$50 billion.",
            &[("$5–6 million", Money), ("US$50 billion", Money)],
        );
        expect(
            "EUR 20, 30 €, £2.50 and 5 cents.",
            &[("EUR 20", Money), ("30 €", Money), ("£2.50", Money), ("5 cents", Money)],
        );
        expect(
            "five to six million US dollars, a million rubles",
            &[("five to six million US dollars", Money), ("a million rubles", Money)],
        );
        expect("$3bn for a real house that they won", &[("$3bn", Money)]);
    }

    #[test]
    fn percentages() {
        expect(
            "10%, 95 percent, two per cent, 3 percentage points, 5–6 %",
            &[
                ("10%", Percentage),
                ("95 percent", Percentage),
                ("two per cent", Percentage),
                ("3 percentage points", Percentage),
                ("5–6 %", Percentage),
            ],
        );
    }

    #[test]
    fn durations_and_quantities() {
        expect(
            "for almost two weeks, a 48-hour halt, 2 hours and 30 minutes, half an hour",
            &[
                ("two weeks", Duration),
                ("48-hour", Duration),
                ("2 hours and 30 minutes", Duration),
                ("half an hour", Duration),
            ],
        );
        expect(
            "139km at 180 mph, 18 to 23 foot, 30 inches, 5 square miles, 20 km/h, 20 °C",
            &[
                ("139km", Quantity),
                ("180 mph", Quantity),
                ("18 to 23 foot", Quantity),
                ("30 inches", Quantity),
                ("5 square miles", Quantity),
                ("20 km/h", Quantity),
                ("20 °C", Quantity),
            ],
        );
    }

    #[test]
    fn ordinals_and_cardinals() {
        expect(
            "The 70th of two hundred and ten men, the third of 1,000; one of them.",
            &[("70th", Ordinal), ("two hundred and ten", Cardinal), ("third", Ordinal), ("1,000", Cardinal)],
        );
        expect(
            "between 36 and 40, twenty-five, the twenty-first",
            &[("36", Cardinal), ("40", Cardinal), ("twenty-five", Cardinal), ("twenty-first", Ordinal)],
        );
    }
}

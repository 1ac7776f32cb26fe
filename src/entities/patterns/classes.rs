//! What a form can be in a pattern, looked up once for each form of a text.

use std::sync::LazyLock;

use crate::text::PieceKind;
use crate::tokens::Surface;

/// The part that a form may play in a pattern.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    /// None.
    Other,
    /// Digits: *5*, *1,000.5*, *36-40*.
    Digits,
    /// Digits and what they count, in one: *139km*, *10am*, *48-hour*, *70th*.
    Mixed,
    /// *two*, *twenty-five*
    NumberWord,
    /// *hundred*, *million*, *bn*
    Scale,
    /// *a*, *an*
    Article,
    /// *half*
    Half,
    /// *first*
    Ordinal,
    /// *$*, *€*
    CurrencySign,
    /// *USD*
    CurrencyCode,
    /// *dollars*
    Currency,
    /// *%*, *percent*
    Percent,
    /// *hours*
    TimeUnit,
    /// *km*, *acres*
    Unit,
    /// *square*, *cubic*
    UnitModifier,
    /// *am*, *p.m*
    DayHalf,
    /// *noon*
    TimeWord,
    /// *yesterday*
    DayWord,
    /// *last*, *next*, *this*
    Which,
    /// Something that may begin an address: *http*, *@*, *example.com*.
    Address,
}

/// The class of a form.
pub(super) fn class(surface: &Surface<'_>, normal: &str, english: bool) -> Class {
    let text = surface.bare();
    match surface.kind {
        PieceKind::Number => return Class::Digits,
        PieceKind::Punctuation => return of_mark(text),
        PieceKind::Word => {}
    }
    let first = text.as_bytes()[0];
    if first.is_ascii_digit() {
        return if is_address(text) { Class::Address } else { Class::Mixed };
    }
    if matches!(text, "元" | "円" | "원" | "zł" | "kr" | "Kč") {
        return Class::Currency;
    }
    if text.len() == 3 && text.bytes().all(|b| b.is_ascii_uppercase()) && CODES.contains(&text) {
        return Class::CurrencyCode;
    }
    if is_address(text) {
        return Class::Address;
    }
    // Signs of units mean the same in all languages, but only as they are written.
    if text.len() <= LONGEST_SIGN && UNIT_SIGNS.contains(&text) {
        return Class::Unit;
    }
    if english { of_word(normal) } else { Class::Other }
}

fn of_mark(mark: &str) -> Class {
    match mark {
        "$" | "€" | "£" | "¥" | "₹" | "₽" | "₩" | "₪" | "₫" | "₺" | "₴" | "₦" | "฿" | "￥" | "¢" => {
            Class::CurrencySign
        }
        "%" | "٪" | "‰" | "％" => Class::Percent,
        "°" => Class::Unit,
        "@" => Class::Address,
        _ => Class::Other,
    }
}

/// Whether a word may begin an address.
fn is_address(text: &str) -> bool {
    let Some((_, ending)) = text.rsplit_once('.') else {
        return matches!(text, "http" | "https" | "ftp" | "mailto");
    };
    text.starts_with("www.") || super::addresses::is_domain_ending(ending)
}

fn of_word(word: &str) -> Class {
    // The parts of *twenty-five* and *two-thirds*.
    let (head, tail) = word.split_once('-').unwrap_or((word, ""));
    if !tail.is_empty() {
        let number = |word: &str| matches!(single(word), Class::NumberWord);
        return match single(tail) {
            Class::NumberWord if number(head) => Class::NumberWord,
            Class::Ordinal if number(head) => Class::Ordinal,
            Class::Scale if number(head) => Class::NumberWord,
            _ if number(head) && matches!(tail, "thirds" | "quarters" | "fifths" | "tenths" | "third") => {
                Class::NumberWord
            }
            _ => Class::Other,
        };
    }
    single(word)
}

/// The class of one word.
fn single(word: &str) -> Class {
    let Some(number) = in_one(word) else { return Class::Other };
    let found = SORTED.binary_search_by_key(&number, |&(known, _)| known);
    found.map_or(Class::Other, |at| SORTED[at].1)
}

/// The bytes of a word in one number, if it is as short as those that are known: numbers are compared faster
/// than strings.
fn in_one(word: &str) -> Option<u128> {
    let bytes = word.bytes();
    (word.len() <= 12).then(|| bytes.fold(0, |number, byte| number << 8 | u128::from(byte)))
}

/// All words in order of their numbers; of a word in two lists the first stays.
static SORTED: LazyLock<Vec<(u128, Class)>> = LazyLock::new(|| {
    let mut all: Vec<(u128, Class)> = Vec::new();
    for &(class, words) in WORDS {
        for number in words.iter().filter_map(|word| in_one(word)) {
            // They are few: a sort would take more of the module.
            if let Err(at) = all.binary_search_by_key(&number, |&(known, _)| known) {
                all.insert(at, (number, class));
            }
        }
    }
    all
});

const WORDS: &[(Class, &[&str])] = &[
    (Class::Article, &["a", "an"]),
    (Class::Half, &["half"]),
    (
        Class::NumberWord,
        &[
            "eight",
            "eighteen",
            "eighty",
            "eleven",
            "fifteen",
            "fifty",
            "five",
            "forty",
            "four",
            "fourteen",
            "nine",
            "nineteen",
            "ninety",
            "one",
            "seven",
            "seventeen",
            "seventy",
            "six",
            "sixteen",
            "sixty",
            "ten",
            "thirteen",
            "thirty",
            "three",
            "twelve",
            "twenty",
            "two",
            "zero",
        ],
    ),
    (
        Class::Scale,
        &[
            "billion", "bn", "crore", "dozen", "hundred", "lakh", "million", "mn", "thousand", "tn",
            "trillion",
        ],
    ),
    (
        Class::Ordinal,
        &[
            "eighteenth",
            "eighth",
            "eleventh",
            "fifteenth",
            "fifth",
            "first",
            "fourteenth",
            "fourth",
            "hundredth",
            "nineteenth",
            "ninth",
            "second",
            "seventeenth",
            "seventh",
            "sixteenth",
            "sixth",
            "tenth",
            "third",
            "thirteenth",
            "thirtieth",
            "thousandth",
            "twelfth",
            "twentieth",
        ],
    ),
    (
        Class::Currency,
        &[
            "cent",
            "cents",
            "dinar",
            "dinars",
            "dirham",
            "dirhams",
            "dollar",
            "dollars",
            "euro",
            "euros",
            "franc",
            "francs",
            "krona",
            "krone",
            "kroner",
            "kronor",
            "lira",
            "naira",
            "pence",
            "penny",
            "peso",
            "pesos",
            "pounds",
            "quid",
            "rand",
            "reais",
            "real",
            "renminbi",
            "rial",
            "rials",
            "ringgit",
            "riyal",
            "riyals",
            "rouble",
            "roubles",
            "ruble",
            "rubles",
            "rupee",
            "rupees",
            "rupiah",
            "shekel",
            "shekels",
            "shilling",
            "shillings",
            "won",
            "yen",
            "yuan",
            "zloty",
        ],
    ),
    (Class::Percent, &["pct", "percent", "percentage"]),
    (
        Class::TimeUnit,
        &[
            "centuries",
            "century",
            "day",
            "days",
            "decade",
            "decades",
            "fortnight",
            "hour",
            "hours",
            "hrs",
            "millisecond",
            "milliseconds",
            "min",
            "mins",
            "minute",
            "minutes",
            "month",
            "months",
            "nights",
            "seconds",
            "secs",
            "week",
            "weekends",
            "weeks",
            "year",
            "years",
        ],
    ),
    (
        Class::Unit,
        &[
            "acre",
            "acres",
            "amps",
            "barrels",
            "bytes",
            "calories",
            "carat",
            "carats",
            "centimeters",
            "centimetres",
            "degrees",
            "feet",
            "foot",
            "gallon",
            "gallons",
            "gigabytes",
            "gigawatts",
            "grams",
            "hectare",
            "hectares",
            "inch",
            "inches",
            "karat",
            "kilobytes",
            "kilogram",
            "kilograms",
            "kilometer",
            "kilometers",
            "kilometre",
            "kilometres",
            "kilos",
            "kilowatts",
            "knots",
            "kph",
            "liters",
            "litre",
            "litres",
            "megabytes",
            "megawatts",
            "meter",
            "meters",
            "metre",
            "metres",
            "mile",
            "miles",
            "milligrams",
            "millimeters",
            "millimetres",
            "mph",
            "ounce",
            "ounces",
            "pint",
            "pints",
            "sq",
            "terabytes",
            "ton",
            "tonne",
            "tonnes",
            "tons",
            "volts",
            "watts",
            "yard",
            "yards",
        ],
    ),
    (Class::UnitModifier, &["cubic", "metric", "nautical", "square"]),
    (Class::DayHalf, &["a.m", "am", "p.m", "pm"]),
    (Class::TimeWord, &["midday", "midnight", "noon"]),
    (Class::DayWord, &["today", "tomorrow", "yesterday"]),
    (Class::Which, &["last", "next", "past", "previous", "this"]),
];

const UNIT_SIGNS: &[&str] = &[
    "km", "m", "cm", "mm", "kg", "g", "mg", "lb", "lbs", "oz", "ft", "mi", "ha", "kW", "MW", "GW", "kWh",
    "MWh", "Hz", "kHz", "MHz", "GHz", "KB", "kB", "MB", "GB", "TB", "ml", "mL", "km²", "m²", "m³", "kph",
    "mph", "kt", "hp", "kB", "kcal", "dB", "ppm", "yd", "℃", "℉",
];

/// Bytes of the longest of them.
const LONGEST_SIGN: usize = 4;

const CODES: &[&str] = &[
    "USD", "EUR", "GBP", "JPY", "CHF", "CNY", "RMB", "SEK", "NOK", "DKK", "AUD", "CAD", "NZD", "INR", "RUB",
    "BRL", "ZAR", "KRW", "MXN", "PLN", "TRY", "HKD", "SGD", "ILS", "THB", "IDR", "NGN", "UAH", "CZK", "HUF",
    "AED", "SAR", "KES", "PKR",
];

/// The end of the digits that a form begins with, and the form after them without its hyphen.
pub(super) fn split_digits(text: &str) -> (&str, &str) {
    let end = text.find(|c: char| !c.is_ascii_digit() && c != '.' && c != ',').unwrap_or(text.len());
    (&text[..end], text[end..].trim_start_matches(['-', '\u{2010}', '\u{2011}']))
}

/// What the rest of a form that begins with digits counts.
pub(super) fn of_rest(rest: &str) -> Class {
    match rest {
        "st" | "nd" | "rd" | "th" => Class::Ordinal,
        "am" | "pm" | "AM" | "PM" => Class::DayHalf,
        "k" | "K" | "bn" | "tn" | "mn" | "million" | "billion" | "trillion" => Class::Scale,
        "percent" => Class::Percent,
        _ if UNIT_SIGNS.contains(&rest) && rest != "m" => Class::Unit,
        _ => match single(rest) {
            class @ (Class::TimeUnit | Class::Unit) => class,
            _ => Class::Other,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_by_halving_their_list() {
        for (class, words) in WORDS {
            for word in *words {
                assert_eq!(single(word), *class, "{word}");
            }
        }
        assert_eq!(single("parade"), Class::Other);
        assert!(UNIT_SIGNS.iter().all(|sign| sign.len() <= LONGEST_SIGN));
    }
}

//! Events that are called after a place: the place is part of the name.
//!
//! ```text
//! the Tour of the Netherlands, Rally of Indonesia
//! Pakistan Day, the Baalbek Festival
//! Miss Ecuador
//! ```

use super::decoder::{self, OTHER, PLACE, Tag};
use super::units::Gap;
use super::window::Opened;
use crate::lexicon::Known;

/// Makes one name of event and place, of the words from `start` on.
pub(super) fn settle(document: &Opened, text: &str, start: usize, tags: &mut [Tag]) {
    let mut from = 0;
    while let Some((name, kind)) = decoder::next_name(tags, from) {
        from = name.end;
        if kind != PLACE {
            continue;
        }
        let unit = |at: usize| document.units.get(start + at).filter(|_| at < tags.len());
        // The word there, if nothing but space parts it from the one before and it is part of no name.
        let word = |at: usize| unit(at).filter(|_| tags[at] == 0).map_or("", |unit| unit.span().of(text));
        let is_near = |at: usize| unit(at).is_some_and(|unit| unit.gap == Gap::Space);
        let before = |by: usize| name.start.checked_sub(by).filter(|&at| (at + 1..=name.start).all(is_near));
        let of = if before(1).map(word) == Some("the") { 2 } else { 1 };
        let event = before(of)
            .filter(|&at| word(at) == "of")
            .and_then(|_| before(of + 1))
            .filter(|&at| matches!(word(at), "Rally" | "Tour"));
        let is_land = || document.phrase(start + name.start).known.is(Known::COUNTRY.or(Known::REGION));
        let miss = || before(1).filter(|&at| word(at) == "Miss" && is_land());
        let is_day = || {
            is_near(name.end)
                && !document.units[start + name.end - 1].possessive
                && (word(name.end) == "Day"
                    || tags[name.end] == 0
                        && unit(name.end).is_some_and(|unit| {
                            unit.is_capital() && unit.is(Known::EVENT_HEAD) && !unit.is(Known::COMMON)
                        }))
        };
        if let Some(first) = event.or_else(miss) {
            decoder::mark(&mut tags[first..name.end], OTHER);
        } else if is_day() {
            from += 1;
            decoder::mark(&mut tags[name.start..from], OTHER);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::entities::tests::found_by_model;

    #[test]
    fn the_place_is_part_of_the_event() {
        for (text, event) in [
            ("She won the Tour of the Netherlands again.", "Tour of the Netherlands"),
            ("He leads the Rally of Indonesia on time.", "Rally of Indonesia"),
            ("They sang at home on Pakistan Day this year.", "Pakistan Day"),
            ("She was in last year's Miss Ecuador contest.", "Miss Ecuador"),
        ] {
            let found = found_by_model(text);
            assert!(found.iter().any(|&(name, _)| name == event), "{found:?}");
        }
    }

    #[test]
    fn a_day_in_a_place_is_none() {
        let found = found_by_model("A tour of the Netherlands was held. They saw Pakistan day by day.");
        assert!(found.iter().all(|(name, _)| matches!(*name, "Netherlands" | "Pakistan")), "{found:?}");
    }
}

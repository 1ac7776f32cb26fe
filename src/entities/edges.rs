//! Where a name ends, if the model takes in too much or two names for one.
//!
//! ```text
//! Tierra y Pan party, Vistula river    no common noun for a body or land is part of its name
//! Pedro Alonso 2) Norway 23            no bracket that the name does not open, or close
//! 2-Ian Culver, Ann Lee 142            no number of a person
//! Dutchman Sjoerd van der Linde        the nationality is one name, the person another
//! Lou Castellano of Dean Witter        so are person and firm
//! Winger Jone Vakarewa, CFO Ann Lee    a common noun that begins the sentence is none, nor is a title in capitals
//! House Speaker Ann Lee, Rabbi Ann Lee a title before a given name parts body and person
//! Ann Lee and House Speaker Joe Brown  nor does a person's name go on behind *and*
//! Umpires: J. Holder                   what stands before a colon is none
//! 2020 United States presidential vote no name ends in such an adjective, and the year is none
//! the UEFA Cup,” Bruges coach          nor does a name go on when speech has ended
//! Calgary v Pittsburgh                 these are two
//! US fund Ribbit Capital               a common noun or verb in small letters parts two names
//! ```

use std::ops::Range;

use super::decoder::{self, ORGANISATION, OTHER, PERSON, PLACE, Tag};
use super::forms::{Case, Kind};
use super::outside_words::{is_between, is_common, is_of_firm, is_versus, may_be_called};
use super::units::{Gap, Unit};
use super::window::Opened;
use crate::lexicon::Known;
use crate::lexicon::name_model::Scores;

/// Puts the tags right of the words from `start` on, which have these `scores`.
pub(super) fn settle(document: &Opened, start: usize, scores: &[Scores], tags: &mut [Tag]) {
    let mut at = 0;
    while let Some((name, kind)) = decoder::next_name(tags, at) {
        at = name.end;
        let place = start + name.start..start + name.end;
        let is_whole = document.is_extent(&place);
        let Some((own, kind, rest, kinds)) =
            parts(document.tokens.text, &document.units[place], kind, is_whole)
        else {
            continue;
        };
        tags[name.clone()].fill(0);
        decoder::mark(&mut tags[name.start + own.start..name.start + own.end], kind);
        if !rest.is_empty() {
            let rest = name.start + rest.start..name.start + rest.end;
            let scores = decoder::kinds(&scores[rest.clone()]);
            let best = kinds.iter().copied().max_by_key(|&kind| scores[usize::from(kind)]);
            // It may be more than one name again.
            at = rest.start;
            decoder::mark(&mut tags[rest], best.unwrap_or(OTHER));
        }
    }
}

/// Of the units of a name: those that are one and its kind, those that are another name, none perhaps, and of what kinds that
/// may be.
type Cut = (Range<usize>, u8, Range<usize>, &'static [u8]);

/// How a name of these units and kind is cut, which the lexicon may have as a whole; `None` if all are one name.
fn parts(text: &str, units: &[Unit<'_>], kind: u8, is_whole: bool) -> Option<Cut> {
    let len = units.len();
    let last = len - 1;
    let only = |own: Range<usize>| Some((own, kind, 0..0, &[][..]));
    let is_number = |unit: &Unit<'_>| unit.form.kind == Kind::Number;
    let noun = match kind {
        ORGANISATION => Known::BODY_NOUN,
        PLACE => Known::LAND_NOUN,
        _ => Known::NONE,
    };
    if last > 0 && units[last].is(noun) && !units[last].is_capital() {
        return only(0..last);
    }
    // *windy Forsgarden*, *Hilton hotel*; but *southern Sudan* is left as it is taken.
    let leads = |unit: &&Unit<'_>| is_common(text, unit) && !unit.is(Known::BEFORE_PLACE.or(Known::DISTANCE));
    let first = units.iter().take_while(leads).count();
    let end = len - units.iter().rev().take_while(|unit| is_common(text, unit)).count();
    if (first > 0 || end < len) && first < end && !is_whole && !(kind == OTHER && is_number(&units[0])) {
        return only(first..end);
    }
    // *Calgary v Pittsburgh*
    let parts_two = |at: &usize| units[at + 1].gap == Gap::Space && is_versus(text, &units[*at]);
    if let Some(versus) = (1..last).find(parts_two) {
        return Some((0..versus, kind, versus + 1..len, &[ORGANISATION, PLACE, PERSON]));
    }
    // *Opposition Labour Party*
    let may_lead = |word| matches!(word, "Local" | "Opposition" | "Rival" | "Ruling");
    if kind == ORGANISATION && last > 1 && units[0].gap == Gap::Start && may_lead(units[0].span().of(text)) {
        return only(1..len);
    }
    // *the Virginia Republican*
    let is_of_party =
        || matches!(units[last].span().of(text), "Democrat" | "Democrats" | "Republican" | "Republicans");
    if last > 0 && units[0].is(Known::ANY_PLACE) && is_of_party() {
        return Some((last..len, OTHER, 0..last, &[PLACE]));
    }
    // *Kyocera of Japan*, *Barrow Ltd. of Leeds*; but *Bank of Japan*, *Order of Malta*.
    if kind == ORGANISATION
        && !is_whole
        && let Some(of) = (1..last).find(|&at| is_of_firm(text, &units[..at + 2]))
    {
        return Some((0..of, kind, of + 1..len, &[PLACE, PERSON, OTHER]));
    }
    if kind == OTHER
        && last > 0
        && matches!(units[last].span().of(text), "presidential" | "general" | "special")
    {
        let begin = usize::from(is_number(&units[0])).min(last - 1);
        let kinds: &[u8] =
            if units[begin].is(Known::DEMONYM) { &[OTHER] } else { &[PERSON, PLACE, ORGANISATION] };
        return Some((0..0, kind, begin..last, kinds));
    }
    if let Some(cut) = open_bracket(units).or_else(|| (1..len).find(|&at| is_over(text, units, kind, at))) {
        let label = units[cut].gap == Gap::Start && units[0].form.is_ordinary();
        return match label {
            true => only(cut..len),
            false => Some((0..cut, kind, cut..len, &[PERSON, ORGANISATION, PLACE, OTHER])),
        };
    }
    if (kind != OTHER || units[0].is(Known::DEMONYM))
        && let Some(at) = (1..last).find(|&at| is_between(text, &units[at - 1..at + 2]))
    {
        let kind = if units[0].is(Known::DEMONYM) {
            OTHER
        } else if units[0].is(Known::ANY_PLACE) {
            PLACE
        } else {
            kind
        };
        let is_role = units[at].is(Known::ROLE.or(Known::PLAYER)) || units[at + 1].is(Known::GIVEN);
        let kinds: &[u8] = if is_role { &[PERSON] } else { &[PERSON, ORGANISATION, PLACE, OTHER] };
        return Some((0..at, kind, at + 1..len, kinds));
    }
    let is_title = |at: usize| {
        let unit = &units[at];
        unit.is(Known::TITLE) && unit.is_capital() && unit.span().of(text) != "Saint"
    };
    // *Kericho Senator Ann Lee*, *U.S. Attorney Ann Lee*; but *Royal Prince Alfred Hospital*.
    let heads = Known::ORGANISATION_HEAD.or(Known::PLACE_HEAD).or(Known::FACILITY);
    let has_head = kind != PERSON && units.iter().any(|unit| unit.is(heads));
    let is_called = |at: usize| units[at].is(Known::GIVEN);
    let calls = |at: &usize| is_title(*at) && is_called(at + 1);
    if kind != OTHER
        && !has_head
        && !is_called(0)
        && let Some(title) = (1..last.saturating_sub(1)).find(calls)
    {
        // *US Vice President Ann Lee*
        let bodies = heads.or(Known::ORGANISATION).or(Known::ORGANISATION_OF);
        let titles = Known::TITLE.or(Known::TITLE_MODIFIER);
        let qualifies = |at: &usize| units[*at].is(titles) && !units[*at].is(bodies);
        let before = title - (0..title).rev().take_while(qualifies).count();
        let kinds: &[u8] = if units[0].is(Known::ANY_PLACE) {
            &[PLACE]
        } else if units[0].is(Known::DEMONYM) {
            &[OTHER]
        } else {
            &[ORGANISATION, PLACE]
        };
        return Some((title + 1..len, PERSON, 0..before, kinds));
    }
    let is_of_persons = units[0].is(Known::GIVEN.or(Known::SURNAME));
    let is_apart = last > 1 && units[1].gap == Gap::Space && !is_of_persons;
    // *Welshman Watkin*; but *Roman Polanski*.
    let is_of_man = || last == 1 && units[0].span().of(text).ends_with("hman");
    let has_nationality = (is_apart || !is_of_persons && is_of_man()) && units[0].is(Known::DEMONYM);
    if kind == OTHER && has_nationality && is_called(1) {
        return Some((0..1, kind, 1..len, &[PERSON]));
    }
    if kind != PERSON || last == 0 {
        return None;
    }
    // *Barack & Michelle*
    let joins = |&at: &usize| {
        units[at].is(Known::AND) && !units[at].is_capital()
            || !is_whole && units[at].form.kind == Kind::Ampersand && (is_called(at - 1) || is_called(at + 1))
    };
    if let Some(and) = (1..last).find(joins) {
        return Some((0..and, kind, and + 1..len, &[PERSON, ORGANISATION, PLACE, OTHER]));
    }
    // *Die Minister berieten drei Stunden*, a sentence of another language.
    let is_plain =
        |unit: &&Unit<'_>| unit.form.case == Case::Lower && unit.form.len > 3 && !unit.is(Known::PARTICLE);
    if units.iter().filter(is_plain).count() > 1 {
        return only(0..0);
    }
    if is_number(&units[last]) {
        return only(0..last);
    }
    if is_number(&units[0]) {
        return only(1..len);
    }
    if has_nationality {
        return Some((1..len, kind, 0..1, &[OTHER]));
    }
    let is_role = units[0].form.is_ordinary() && units[0].is(Known::ROLE.or(Known::PLAYER))
        || matches!(units[0].span().of(text), "CEO" | "CFO" | "COO" | "CTO");
    if is_apart && is_role {
        return only(1..len);
    }
    // *Brigadier Udaya Nanayakkara*, *Rabbi Ann Lee*; but *Lady Gaga*, *King Crimson*.
    if is_title(0)
        && !is_called(0)
        && units[1].gap == Gap::Space
        && units[1].is_capital()
        && (last > 1 || !units[0].is(Known::SURNAME) && !may_be_called(units[0].span().of(text)))
    {
        return only(1..len);
    }
    // But *Maria Anna of Spain*.
    let parts = |at: &usize| units[*at].is(Known::OF) && !units[*at].is_capital() && !is_called(at - 1);
    let of = (2..last).find(parts).filter(|_| is_called(0))?;
    Some((0..of, kind, of + 1..len, &[ORGANISATION, PLACE]))
}

/// Whether a name of this kind is over before the unit at `at`: *the UEFA Cup,” Bruges coach*, *Umpires: J. Holder*; but *Star
/// Wars: Episode I*.
fn is_over(text: &str, units: &[Unit], kind: u8, at: usize) -> bool {
    let between = || units[at].since(&units[at - 1], text);
    match units[at].gap {
        // *(Sh245)," Muchemi said*
        Gap::Quote => between().trim_start_matches(')').starts_with(',') && between().ends_with(' '),
        Gap::Start => kind != OTHER && between().starts_with(": "),
        _ => false,
    }
}

/// The unit of a name before which a bracket opens that it does not close, or closes that it did not open.
fn open_bracket(units: &[Unit<'_>]) -> Option<usize> {
    let bracket = |at: &usize| matches!(units[*at].gap, Gap::Open | Gap::Close);
    let first = (1..units.len()).find(bracket)?;
    let closes = units[first..].iter().any(|unit| unit.gap == Gap::Close);
    (units[first].gap == Gap::Close || !closes).then_some(first)
}

#[cfg(test)]
mod tests {
    use crate::entities::EntityType::{self, Nationality, Organisation, Person, Place};
    use crate::entities::tests::found_by_model;

    fn expect(text: &str, expected: &[(&str, EntityType)]) {
        let found = found_by_model(text);
        let names: Vec<_> = found.iter().filter(|(_, kind)| !kind.is_pattern()).copied().collect();
        assert_eq!(names, expected, "{text}");
    }

    #[test]
    fn what_a_body_is_stands_outside_of_its_name() {
        expect(
            "Gladys Ccorimanya, a lawmaker of the left-wing Tierra y Pan party, tabled it.",
            &[("Gladys Ccorimanya", Person), ("Tierra y Pan", Organisation)],
        );
        expect("He was thrown into the Vistula river.", &[("Vistula", Place)]);
    }

    #[test]
    fn nationality_firm_and_trade_are_no_part_of_the_person() {
        expect(
            "It took an hour to see off Dutchman Sjoerd van der Linde in Madrid.",
            &[("Dutchman", Nationality), ("Sjoerd van der Linde", Person), ("Madrid", Place)],
        );
        expect(
            "Analyst Lou Castellano of Dean Witter called it solid.",
            &[("Lou Castellano", Person), ("Dean Witter", Organisation)],
        );
        expect("Welshman Watkin bowled.", &[("Welshman", Nationality), ("Watkin", Person)]);
        expect("He told CFO Otávio Berg so.", &[("Otávio Berg", Person)]);
        expect("Winger Jone Vakarewa ran in two tries.", &[("Jone Vakarewa", Person)]);
    }

    #[test]
    fn a_common_word_in_small_letters_parts_two_names() {
        expect("It was led by US fund Ribbit Capital.", &[("US", Place), ("Ribbit Capital", Organisation)]);
        let found =
            found_by_model("A penalty was turned down by Mongu referee Wisdom Habeenzu in stoppage time.");
        assert!(found.contains(&("Wisdom Habeenzu", Person)), "{found:?}");
        let found =
            found_by_model("President Daniel arap Moi met Bund für Umwelt und Naturschutz in Nairobi.");
        assert!(found.contains(&("Daniel arap Moi", Person)), "{found:?}");
    }

    #[test]
    fn a_title_before_a_given_name_parts_body_and_person() {
        expect(
            "He called California Governor Arnold Schwarzenegger and House Speaker Nancy Pelosi on Friday.",
            &[
                ("California", Place),
                ("Arnold Schwarzenegger", Person),
                ("House", Organisation),
                ("Nancy Pelosi", Person),
            ],
        );
        expect("They asked Rabbi Gideon Sternberg.", &[("Gideon Sternberg", Person)]);
    }

    #[test]
    fn no_name_goes_on_behind_a_colon_or_speech() {
        expect("Umpires: Martin Holder and Ann Lee.", &[("Martin Holder", Person), ("Ann Lee", Person)]);
        let found = found_by_model(
            "“They want to stay in the UEFA Cup,” Bruges coach Hugo Broos said. He left the league.",
        );
        assert!(found.iter().all(|(name, _)| !name.contains('”')), "{found:?}");
    }

    #[test]
    fn a_person_ends_before_and_or_speech() {
        for text in [
            "He called Governor Arnold Schwarzenegger and House Speaker Nancy Pelosi on Friday.",
            "It fetched an average of $1.90 (Sh245),\" Muchemi said in a statement.",
        ] {
            let found = found_by_model(text);
            assert!(
                found.iter().all(|(name, _)| !name.contains(" and ") && !name.contains('"')),
                "{found:?}"
            );
        }
    }

    #[test]
    fn no_name_ends_in_the_kind_of_an_election() {
        let found = found_by_model(
            "He ran in the 2020 United States presidential election. The 2020 United States presidential primaries \
             were won by Joe Biden. She lost the 2010 United Kingdom general election in Leeds.",
        );
        assert!(found.iter().all(|(name, _)| !name.ends_with("al")), "{found:?}");
    }

    #[test]
    fn a_sentence_is_no_person() {
        let text = "The parade was held in Paris on Friday.\n\nDie Minister berieten drei Stunden.";
        assert!(found_by_model(text).iter().all(|(name, _)| !name.contains("Minister")));
    }

    #[test]
    fn numbers_of_players_are_no_part_of_them() {
        let found =
            found_by_model("Teams:\nNorwich - 1-Gary Tope; 2-Ian Culver, 5-Rob Sheringdale, 6-Phil Dacre.");
        assert!(found.contains(&("Ian Culver", Person)), "{found:?}");
    }

    #[test]
    fn brackets_part_names_that_do_not_have_both() {
        let found = found_by_model("Fiji 27 (Conversions: Ben Wilkinson 3) Samoa 23.");
        assert!(found.iter().all(|(name, _)| !name.contains([')', '('])), "{found:?}");
    }
}

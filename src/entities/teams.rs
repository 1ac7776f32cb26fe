//! Towns that play: in a report of sport *Chicago* is its team where it does what teams do.
//!
//! ```text
//! Norwich beat Leeds 2-1; Barnsley host Derby      who plays, before its verb
//! a win over Leeds, a 0-0 draw with Derby          against whom
//! Chicago coach Ann Lee, Seattle's Shawn Kemp      whose coach or player
//! blanked Montreal 3-0, Essex first innings        whose result
//! Danubio fans, Danubio hold their nerve           what is taken for a person, but never called so in full
//! Tawau beat Keningau, Labuan v Tawau              so is any other among two teams
//! Dan Petrescu (Chelsea)                           whose player, also where it is not known as a town
//! ```
//!
//! The model has learnt from few such reports and takes them for places. A town
//! that plays once in a text is its team throughout, but where a preposition
//! says that it is the place. Countries are called as the country and stay so.

use rustc_hash::FxHashMap;

use super::forms::Kind;
use super::outside_words::is_versus;
use super::units::Gap;
use super::window::Opened;
use super::{EntityType, Mention, Subtype};
use crate::blocks::Blocks;
use crate::lexicon::{Known, WordKey};

/// Of so many words of a report at least one is a word of sport.
const WORD_OF_SPORT_IN: usize = 100;

/// Between a result and whom it was against, at most: *lost 2-1 to Leeds*.
const NUMBERS: usize = 3;

/// What several do.
const PLURALS: &[&str] =
    &["are", "were", "have", "meet", "host", "face", "visit", "lead", "trail", "hold", "play"];

/// Words before the name of a place.
const WHERE: Known = Known::IN.or(Known::AT).or(Known::BEFORE_PLACE);

/// What a name is in the report, as bits: a team, a person by the longer name, or one who plays and no lexicon has.
const TEAM: usize = 1;
const PERSON: usize = 2;
const OPPONENT: usize = 4;

/// Where so many towns play, others who play are teams as well.
const TEAMS: usize = 2;

/// Makes teams of the towns among the `mentions`, which are in order, where they play; the text speaks of sport.
pub(super) fn settle(document: Opened, mentions: &mut Blocks<Mention>) {
    if document.sport.words * WORD_OF_SPORT_IN < document.notes.len() {
        return;
    }
    let mut reader = Reader { document };
    let mut called: FxHashMap<WordKey, usize> = FxHashMap::default();
    let mut note = |key, what| *called.entry(key).or_default() |= what;
    let mut towns: Vec<(usize, WordKey)> = Vec::new();
    let mut clubs: Vec<usize> = Vec::new();
    let mut open = None;
    for (index, mention) in mentions.iter().enumerate() {
        let sentence = reader.document.tokens.sentence_at(mention.span.start);
        if open.replace(sentence) != Some(sentence) {
            reader.document.open(sentence);
        }
        let units = &reader.document.units;
        let before = |end: u32| units.range().start + units.units().partition_point(|unit| unit.start < end);
        let (start, end) = (before(mention.span.start), before(mention.span.end));
        if start == end {
            continue;
        }
        let last = &units[end - 1];
        if mention.kind == EntityType::Person && end > start + 1 {
            note(last.form.folded, PERSON);
        }
        let is_after_person = index > 0
            && mentions[index - 1].kind == EntityType::Person
            && before(mentions[index - 1].span.end) == start;
        if is_after_person && !mention.kind.is_pattern() && reader.is_club(start, end) {
            clubs.push(index);
        } else if let Some(key) = reader.town(mention.kind, start, end) {
            // *Seattle's Shawn Kemp*
            let is_owned = |next: &Mention| {
                next.kind == EntityType::Person && reader.is_next(end) && next.span.start == units[end].start
            };
            let owns = last.possessive && mentions.get(index + 1).is_some_and(is_owned);
            let plays = match mention.kind {
                EntityType::Organisation => true,
                EntityType::Person if !is_town(reader.known(start, end)) => {
                    if reader.before(start).is(Known::PLAYER.or(Known::ROLE)) {
                        note(key, PERSON);
                    } else if reader.opposes(start, end) {
                        note(key, OPPONENT);
                    }
                    reader.are_many(start, end)
                }
                _ => owns || reader.plays(start, end),
            };
            if plays {
                note(key, TEAM);
            }
            if !reader.is_where(start) {
                towns.push((index, key));
            }
        }
    }
    let are_teams = called.values().filter(|&&what| what == TEAM).count() >= TEAMS;
    let is_team = |key: &WordKey| match called.get(key) {
        Some(&what) => what & PERSON == 0 && (what & TEAM > 0 || are_teams),
        None => false,
    };
    let playing = towns.into_iter().filter(|(_, key)| is_team(key));
    for index in clubs.into_iter().chain(playing.map(|(index, _)| index)) {
        let mention = &mut mentions[index];
        mention.become_organisation();
        mention.subtype = Some(Subtype::Team);
    }
}

struct Reader<'d> {
    document: Opened<'d>,
}

impl Reader<'_> {
    /// Under what the units of a name are called, if a team may be called so after its town.
    fn town(&self, kind: EntityType, start: usize, end: usize) -> Option<WordKey> {
        let units = &self.document.units[start..end];
        let known = self.known(start, end);
        let is_town = is_town(known);
        let may_play = match kind {
            EntityType::Place => units.len() <= 2 && (is_town || known == Known::NONE),
            EntityType::Organisation => is_town || known == Known::NONE && units.len() == 1,
            EntityType::Person => units.len() == 1 && !known.is(Known::GIVEN.or(Known::SURNAME)),
            _ => false,
        };
        // *Paris-born*
        let is_part = self.document.units.get(end).is_some_and(|next| next.gap == Gap::Joined);
        (may_play && !is_part)
            .then(|| units.iter().map(|unit| unit.form.folded).reduce(WordKey::then))
            .flatten()
    }

    /// What the lexicon knows of exactly these units.
    fn known(&self, start: usize, end: usize) -> Known {
        let phrase = self.document.phrase(start);
        let is_whole = matches!(phrase.place, 0 | 3) && matches!(self.document.phrase(end - 1).place, 2 | 3);
        if is_whole { phrase.known } else { Known::NONE }
    }

    /// Whether what follows the name of these units says that it is of several: *fans*, *meet*.
    fn are_many(&self, start: usize, end: usize) -> bool {
        let units = &self.document.units;
        let verb = || units[end].span().of(self.document.tokens.text);
        self.is_next(end)
            && !units[end].is_capital()
            && !units[end - 1].possessive
            && !self.before(start).is(Known::AND.or(Known::PLAYER))
            && (units[end].is(Known::PLAYER) || PLURALS.contains(&verb()))
    }

    /// Whether nothing but space parts the unit at `at` from the one before it.
    fn is_next(&self, at: usize) -> bool {
        self.document.units.get(at).is_some_and(|unit| unit.gap == Gap::Space)
    }

    /// What the unit before the one at `at` is, if nothing but space parts them.
    fn before(&self, at: usize) -> Known {
        if self.is_next(at) { self.document.units[at - 1].form.known } else { Known::NONE }
    }

    /// Whether a preposition says that the name that begins at `at` is the place.
    fn is_where(&self, at: usize) -> bool {
        self.before(at).is(WHERE) && !self.is_against(at)
    }

    /// Whether the words around the name of these units say that it plays.
    fn plays(&self, start: usize, end: usize) -> bool {
        let units = &self.document.units;
        let before = self.before(start);
        let after = match self.is_next(end) && !units[end].is_capital() && !units[end - 1].possessive {
            true => units[end].form.known,
            false => Known::NONE,
        };
        before.is(Known::AGAINST)
            || self.is_against(start)
            || self.is_scored(end)
            || after.is(Known::PLAYER)
            || self.has_innings(end)
            || self.is_versus(start.wrapping_sub(1))
            || self.is_versus(end)
            || after.is(Known::PLAYS) && !before.is(WHERE.or(Known::OF))
    }

    /// Whether the words around the name of these units say that it plays against another.
    fn opposes(&self, start: usize, end: usize) -> bool {
        let after = || self.document.units[end].form.known;
        self.before(start).is(Known::AGAINST)
            || self.is_against(start)
            || self.is_scored(end)
            || self.is_versus(start.wrapping_sub(1))
            || self.is_versus(end)
            || self.is_next(end) && after().is(Known::PLAYS) && after().is(Known::AGAINST)
    }

    /// Whether a result follows the name that ends before `end`: *3-0*
    fn is_scored(&self, end: usize) -> bool {
        let figures = || self.document.units[end].span().of(self.document.tokens.text);
        self.is_next(end)
            && figures().split_once('-').is_some_and(|(ours, theirs)| is_score(ours) && is_score(theirs))
    }

    /// Whether the unit at `at` stands between those who play each other.
    fn is_versus(&self, at: usize) -> bool {
        let unit = self.document.units.get(at).filter(|_| self.is_next(at) && self.is_next(at + 1));
        unit.is_some_and(|unit| is_versus(self.document.tokens.text, unit))
    }

    /// *first innings* behind the name that ends before `end`.
    fn has_innings(&self, end: usize) -> bool {
        let word = |at: usize| self.document.units[at].span().of(self.document.tokens.text);
        self.is_next(end)
            && self.is_next(end + 1)
            && matches!(word(end), "first" | "second")
            && word(end + 1) == "innings"
    }

    /// Whether the name of these units stands alone in brackets and is not that of a country or its part.
    fn is_club(&self, start: usize, end: usize) -> bool {
        let units = &self.document.units;
        let known = self.document.phrase(start).known;
        units[start].gap == Gap::Open
            && units.get(end).is_none_or(|next| !matches!(next.gap, Gap::Space | Gap::Joined))
            && !known.is(Known::COUNTRY.or(Known::REGION).or(Known::DEMONYM))
    }

    /// *lost 2-1 to*, *a draw with*, before the name that begins at `start`.
    fn is_against(&self, start: usize) -> bool {
        if !self.is_next(start) {
            return false;
        }
        let units = self.document.units.units();
        let at = start - 1 - self.document.units.range().start;
        let numbers =
            units[..at].iter().rev().take(NUMBERS).take_while(|unit| unit.form.kind == Kind::Number);
        let result = at.checked_sub(numbers.count() + 1);
        units[at].is(Known::AFTER_RESULT) && result.is_some_and(|at| units[at].is(Known::RESULT))
    }
}

fn is_town(known: Known) -> bool {
    known.is(Known::CITY.or(Known::REGION)) && !known.is(Known::COUNTRY)
}

/// Whether it can be what a side scored.
fn is_score(figures: &str) -> bool {
    (1..=3).contains(&figures.len()) && figures.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use crate::entities::EntityType::{self, Organisation, Person, Place};
    use crate::entities::tests::found_by_model;
    use crate::entities::{EntityOptions, Subtype, find};
    use crate::language::profile;
    use crate::lexicon::Packs;
    use crate::tokens::Tokens;

    const ABOUT: &str =
        "The league season goes on with eight matches, and the coach of each team was pleased. ";

    /// The towns of `sentence` as found, in a report of sport.
    fn expect(sentence: &str, expected: &[(&str, EntityType)]) {
        let text = [ABOUT, sentence].concat();
        let found = found_by_model(&text);
        let of = |name| found.iter().filter(|(found, _)| *found == name).copied().collect::<Vec<_>>();
        for &(name, kind) in expected {
            assert!(of(name).contains(&(name, kind)), "{name} in {sentence}: {found:?}");
        }
    }

    #[test]
    fn a_town_that_plays_is_its_team() {
        expect("Norwich beat Leeds 2-1.", &[("Norwich", Organisation), ("Leeds", Organisation)]);
        expect("Barnsley host Ipswich on Tuesday.", &[("Barnsley", Organisation)]);
        expect("It was a 3-1 win over Middlesbrough.", &[("Middlesbrough", Organisation)]);
        expect("They lost 2-1 to Portsmouth.", &[("Portsmouth", Organisation)]);
        expect("Chicago coach Phil Jackson was calm.", &[("Chicago", Organisation)]);
        expect("Seattle's Shawn Kemp had 22 rebounds.", &[("Seattle", Organisation)]);
        expect("Essex first innings 341.", &[("Essex", Organisation)]);
        expect("Zorbano hold their nerve. Zorbano reached the final.", &[("Zorbano", Organisation)]);
        expect(
            "Zorbano fans were held. The police knew them from Zorbano's last visit.",
            &[("Zorbano", Organisation)],
        );
    }

    #[test]
    fn a_result_or_a_player_before_the_bracket_tells_a_team() {
        expect("The Astros blanked Montreal 3-0.", &[("Montreal", Organisation)]);
        expect(
            "The forwards are Adrian Ilie (Galatasaray) and Ann Berg (Norway).",
            &[("Galatasaray", Organisation), ("Norway", Place)],
        );
        expect("He lived in Montreal 1950-53.", &[("Montreal", Place)]);
    }

    #[test]
    fn elsewhere_in_the_report_it_is_the_team_but_after_prepositions_of_place() {
        let text = "Norwich beat Leeds 2-1. The crowd loved Norwich. He was born in Norwich.";
        let text = [ABOUT, text].concat();
        let found = found_by_model(&text);
        let kinds: Vec<EntityType> =
            found.iter().filter(|(name, _)| *name == "Norwich").map(|(_, kind)| *kind).collect();
        assert_eq!(kinds, [Organisation, Organisation, Place]);
    }

    #[test]
    fn team_and_town_are_two_entities() {
        let text = [ABOUT, "Norwich beat Leeds 2-1. Norwich were better. He was born in Norwich."].concat();
        let packs = Packs::built_in();
        let tokens = Tokens::new(&text, profile("en"), packs.words("en"));
        let found = find(&tokens, packs.names("en"), true, &EntityOptions::default());
        let norwich: Vec<_> = found
            .entities
            .iter()
            .filter(|entity| entity.name == "Norwich")
            .map(|entity| (entity.kind, entity.subtype, entity.mentions.len()))
            .collect();
        assert_eq!(
            norwich,
            [(Organisation, Some(Subtype::Team), 2), (Place, Some(Subtype::Geopolitical), 1)]
        );
    }

    #[test]
    fn countries_persons_and_other_texts_stay_as_they_are() {
        expect("Norway beat Brazil 2-1.", &[("Norway", Place), ("Brazil", Place)]);
        expect("Lindsay Davenport won. Davenport beat Hingis 6-4 6-2.", &[("Davenport", Person)]);
        expect("The final was played in Chicago.", &[("Chicago", Place)]);
        expect("She beat Berlin-born Mary Pierce.", &[("Berlin", Place)]);
        let found = found_by_model("The candidate lost to the mayor. Chicago beat Boston to the contract.");
        assert!(found.iter().all(|(_, kind)| *kind != Organisation), "{found:?}");
    }
}

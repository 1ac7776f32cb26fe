//! The classes of words and phrases that a names pack tells apart.

/// What is known of a word or phrase: a set of classes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Known(u64);

macro_rules! classes {
    ($($(#[$doc:meta])* $bit:literal $name:ident $cue:literal)*) => {
        impl Known {
            $($(#[$doc])* pub const $name: Known = Known(1 << $bit);)*
        }

        /// The classes by the names that the section `cues` gives them.
        pub(super) const CUES: &[(&str, Known)] = &[$(($cue, Known::$name)),*];
    };
}

classes! {
    /// A country or territory.
    0 COUNTRY "country"
    /// A capital or larger city.
    1 CITY "city"
    /// A state, province or historical region.
    2 REGION "region"
    /// A continent, sea, mountain range or the like.
    3 PLACE "landscape"
    /// A nationality, people, religion or political group.
    4 DEMONYM "demonym"
    /// A given name.
    5 GIVEN "given-name"
    /// A surname.
    6 SURNAME "surname"
    /// A body, company, medium or team.
    7 ORGANISATION "body"
    /// A word that is mostly written in lower case.
    8 COMMON "common"
    /// A title before a person's name: *President*.
    9 TITLE "title"
    /// Qualifies a title: *Defence* in *Defence Minister*.
    10 TITLE_MODIFIER "title-modifier"
    /// In lower case before a person's name: *actor*.
    11 ROLE "role"
    /// A verb of speech after a person.
    12 SPEECH "speech"
    /// Any other verb or pronoun after a person.
    13 DEED "deed"
    /// A preposition that mostly stands before places.
    14 IN "in"
    /// A preposition that often stands before places.
    15 AT "at"
    /// Any other word before a place: *southern*.
    16 BEFORE_PLACE "before-place"
    /// A word after a place: *province*.
    17 AFTER_PLACE "after-place"
    /// A word before an organisation: *group*.
    18 BEFORE_ORGANISATION "before-organisation"
    /// A word after an organisation: *spokesman*.
    19 AFTER_ORGANISATION "after-organisation"
    /// The last word of organisations: *Ministry*.
    20 ORGANISATION_HEAD "organisation"
    /// A word of organisations before *of*: *University*.
    21 ORGANISATION_OF "organisation-of"
    /// The last word of places: *Peninsula*.
    22 PLACE_HEAD "place"
    /// The first word of places: *Lake*.
    23 PLACE_FIRST "place-first"
    /// A word of places before *of*: *Gulf*.
    24 PLACE_OF "place-of"
    /// The last word of events: *War*.
    25 EVENT_HEAD "event"
    /// The first word of events: *Hurricane*.
    26 EVENT_FIRST "event-first"
    /// A word of events before *of*: *Battle*.
    27 EVENT_OF "event-of"
    /// The last word of works, laws and prizes: *Act*.
    28 OTHER_HEAD "other"
    /// Written in capitals, but no name: *TV*.
    29 NO_NAME "no-name"
    /// A quarter of the world: *West*.
    30 COMPASS "compass"
    /// A month: *July*.
    31 MONTH "month"
    /// A day of the week.
    32 WEEKDAY "weekday"
    /// Joins the parts of a person's name: *van*.
    33 PARTICLE "particle"
    /// A full stop after it belongs to it: *Inc.*
    34 ABBREVIATION "abbreviation"
    /// *the*
    35 ARTICLE "article"
    /// *of*, *for*: join the parts of some names.
    36 OF "of"
    /// *and*: joins the parts of some names.
    37 AND "and"
    /// Follows a person's name: *Jr.*, *III*.
    38 SUFFIX "suffix"
    /// Whose possessive is part of a name: *People’s Army*.
    39 OWNER "owner"
    /// The first word of organisations: *Universidad*.
    40 ORGANISATION_FIRST "organisation-first"
    /// A named event.
    41 EVENT "named-event"
    /// In lower case after the name of one who governs: *administration*.
    42 AFTER_PERSON "after-person"
    /// In lower case before the title of a work: *film*.
    43 BEFORE_WORK "before-work"
    /// Begins a clause about a person: *who*.
    44 RELATIVE "relative"
    /// A kind of sport: *soccer*.
    45 SPORT "sport"
    /// What sport is written of with: *season*; and two words that lead to a team in it: *goal against*.
    46 CONTEST "contest"
    /// After a team, what it does: *beat*.
    47 PLAYS "plays"
    /// Before a team, what is done to it: *beat*, *against*.
    48 AGAINST "against"
    /// How a match ends, before *with*, *over* or *to* a team: *draw*.
    49 RESULT "result"
    /// Joins a result and the team that it was against: *with*.
    50 AFTER_RESULT "after-result"
    /// After a team, who is of it: *striker*.
    51 PLAYER "player"
    /// In lower case before or after the name of a body: *newspaper*.
    52 BODY_NOUN "body-noun"
    /// In lower case after the name of a part of the land: *river*.
    53 LAND_NOUN "land"
    /// In lower case before *from* and a place: *villagers*.
    54 FOLK "folk"
    /// Before *of*, *to* or the like and a place: *mayor*, *road*.
    55 LEADS "leads"
    /// Before *by*, *for* or *with* and a body: *published*; or with what stands between: *debut for*, *broker at*.
    56 EMPLOYS "employs"
    /// Of what the distance of a place is counted, and its quarter: *km*.
    57 DISTANCE "distance"
    /// The last word of laws and treaties: *treaty*.
    58 LAW "law"
    /// The last word of places that nature made: *river*.
    59 LOCATION "location"
    /// The last word of places that people built: *bridge*.
    60 FACILITY "facility"
    /// A verb that reports speech: *said*.
    61 REPORTS "reports"
    /// A product, work, prize or the like.
    62 WORK "named-work"
}

impl Known {
    /// Longer entries start with it.
    pub(super) const PREFIX: Known = Known(1 << 63);

    /// Nothing.
    pub const NONE: Known = Known(0);

    /// Names of places.
    pub const ANY_PLACE: Known = Known(Self::COUNTRY.0 | Self::CITY.0 | Self::REGION.0 | Self::PLACE.0);

    /// Words that tell that a text is about sport.
    pub const ANY_SPORT: Known = Known(Self::SPORT.0 | Self::CONTEST.0);

    /// Words that only rules ask for, not the model.
    pub const FOR_RULES: Known = Known(
        Self::PLAYS.0
            | Self::AGAINST.0
            | Self::RESULT.0
            | Self::AFTER_RESULT.0
            | Self::PLAYER.0
            | Self::BODY_NOUN.0
            | Self::LAND_NOUN.0
            | Self::FOLK.0
            | Self::LEADS.0
            | Self::EMPLOYS.0
            | Self::DISTANCE.0
            | Self::LAW.0
            | Self::LOCATION.0
            | Self::FACILITY.0
            | Self::REPORTS.0,
    );

    /// Names of any kind.
    pub const NAME: Known = Known(
        Self::ANY_PLACE.0
            | Self::DEMONYM.0
            | Self::GIVEN.0
            | Self::SURNAME.0
            | Self::ORGANISATION.0
            | Self::EVENT.0
            | Self::WORK.0,
    );

    /// The set as bits, the same in every version of a names pack's model.
    pub const fn bits(self) -> u64 {
        self.0
    }

    /// Whether it is in one of `classes`.
    pub const fn is(self, classes: Known) -> bool {
        self.0 & classes.0 != 0
    }

    /// The classes of both.
    pub const fn or(self, other: Known) -> Known {
        Known(self.0 | other.0)
    }

    /// The classes that are not in `other`.
    pub const fn without(self, other: Known) -> Known {
        Known(self.0 & !other.0)
    }
}

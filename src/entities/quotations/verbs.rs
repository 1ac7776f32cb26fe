//! Verbs that report speech.

/// In order.
const VERBS: &[&str] = &[
    "acknowledged",
    "added",
    "adding",
    "adds",
    "admits",
    "admitted",
    "agreed",
    "announced",
    "answered",
    "argued",
    "argues",
    "asked",
    "asking",
    "asks",
    "asserted",
    "boasted",
    "called",
    "calling",
    "calls",
    "cautioned",
    "characterised",
    "characterized",
    "claimed",
    "claiming",
    "claims",
    "commented",
    "commenting",
    "complained",
    "conceded",
    "concluded",
    "confirmed",
    "continued",
    "cried",
    "criticised",
    "criticized",
    "declared",
    "declares",
    "denied",
    "denounced",
    "described",
    "describing",
    "emphasised",
    "emphasized",
    "exclaimed",
    "explained",
    "explaining",
    "explains",
    "hailed",
    "insisted",
    "insists",
    "joked",
    "lamented",
    "muttered",
    "noted",
    "notes",
    "noting",
    "observed",
    "posted",
    "praised",
    "promised",
    "quipped",
    "reads",
    "recalled",
    "remarked",
    "repeated",
    "replied",
    "replies",
    "reported",
    "responded",
    "responding",
    "revealed",
    "said",
    "saying",
    "says",
    "shouted",
    "sighed",
    "stated",
    "states",
    "stating",
    "stressed",
    "suggested",
    "telling",
    "tells",
    "testified",
    "told",
    "tweeted",
    "tweeting",
    "urged",
    "urging",
    "vowed",
    "warned",
    "warning",
    "warns",
    "whispered",
    "writes",
    "writing",
    "wrote",
    "yelled",
];

/// Whether `word`, in normal form, reports speech.
pub(super) fn reports(word: &str) -> bool {
    VERBS.binary_search(&word).is_ok()
}

/// Whether `word` may stand between a speaker and the verb: *Putin also said*.
pub(super) fn may_stand_between(word: &str) -> bool {
    word.ends_with("ly")
        || matches!(
            word,
            "also"
                | "then"
                | "later"
                | "had"
                | "has"
                | "have"
                | "once"
                | "again"
                | "himself"
                | "herself"
                | "qc"
                | "first"
                | "jr"
                | "is"
                | "was"
                | "yesterday"
                | "today"
        )
}

/// Whether `word` makes the name after it no subject: *the wife of Putin said*.
pub(super) fn governs(word: &str) -> bool {
    matches!(
        word,
        "of" | "for"
            | "from"
            | "to"
            | "with"
            | "at"
            | "in"
            | "on"
            | "against"
            | "near"
            | "by"
            | "about"
            | "and"
            | "told"
            | "between"
            | "into"
            | "over"
            | "under"
            | "after"
            | "before"
    )
}

/// Whether `word` is someone who speaks without a name.
pub(super) fn is_role(word: &str) -> bool {
    matches!(
        word,
        "spokesman"
            | "spokeswoman"
            | "spokesperson"
            | "spokespersons"
            | "official"
            | "officials"
            | "officer"
            | "officers"
            | "source"
            | "sources"
            | "statement"
            | "report"
            | "witness"
            | "witnesses"
            | "resident"
            | "residents"
            | "lawyer"
            | "lawyers"
            | "police"
            | "minister"
            | "others"
            | "people"
            | "experts"
            | "critics"
            | "man"
            | "woman"
            | "study"
            | "representative"
            | "representatives"
            | "investigators"
            | "authorities"
    )
}

/// Whether `word` is a pronoun that speaks.
pub(super) fn is_pronoun(word: &str) -> bool {
    matches!(word, "he" | "she")
}

/// Whether `word` is any other pronoun.
pub(super) fn is_vague(word: &str) -> bool {
    matches!(word, "they" | "i" | "we" | "you" | "it" | "who" | "which" | "some" | "others" | "one")
}

#[cfg(test)]
mod tests {
    #[test]
    fn verbs_are_in_order() {
        assert!(super::VERBS.windows(2).all(|pair| pair[0] < pair[1]));
    }
}

//! The words around a verb that reports speech.

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

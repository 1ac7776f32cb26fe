//! What a language knows of the ends of its sentences, and how sure a verdict on one is.
//!
//! What the rules are sure of is settled. The rest is for the model of the
//! language, which leans on their verdict, or for the verdict alone.

/// How the full stop of an abbreviation behaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Abbreviation {
    /// A name or more of one follows: *Gen.*, *Sen.*
    Title = 1,
    /// A name follows, and a sentence may start with it: *Mr.*, *Dr.*
    Address,
    /// A number follows: *No.*, *Fig.*; before anything else the sentence may end.
    BeforeNumber,
    /// The sentence may end with it: *Inc.*, *etc.*, *U.S.*
    Other,
}

/// The part that a word has in a text, which says where a sentence may end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// It closes a letter, before the name: *Sincerely,*
    ClosesLetter,
    /// With a number it is the name of a picture or table: *Figure 1.5*
    NamesCaption,
    /// It tells that someone speaks: *asked*
    TellsOfSpeech,
    /// It is a cry: *Oh*
    Exclaims,
}

/// What a language knows of the ends of its sentences.
pub trait SentenceRules: Sync {
    /// How `word`, written without its last full stop, is abbreviated.
    fn abbreviation(&self, word: &str) -> Option<Abbreviation>;

    /// Whether `word`, capitalised after an abbreviation, starts a new
    /// sentence: function words do, as they are no names.
    fn starts_sentence(&self, word: &str) -> bool;

    /// Whether `word` opens a phrase of time or place: *at*, *in*.
    fn is_preposition(&self, word: &str) -> bool;

    /// Whether `mark` ends sentences in this language, though not in others: *;* in Greek.
    fn is_stop(&self, _mark: char) -> bool {
        false
    }

    /// Whether a sentence goes on with `after` behind a closing quotation mark
    /// and no space: *「はい。」と*
    fn goes_on_with(&self, _after: &str) -> bool {
        false
    }

    /// Whether a number with a full stop is an ordinal: *3. Oktober*.
    fn has_ordinals(&self) -> bool {
        false
    }

    /// Whether `word` is among the words that the language is known to have; so
    /// is every word where none are known. A short one that is not may be abbreviated.
    fn knows(&self, _word: &str) -> bool {
        true
    }

    /// Whether `word` has this part in a text.
    fn has_role(&self, _word: &str, _role: Role) -> bool {
        false
    }

    /// The group of words that behave like `word`, for the model; 0 when nothing is known of them.
    fn word_group(&self, _word: &str) -> u8 {
        0
    }

    /// The model that decides where the rules are in doubt.
    fn model(&self) -> Option<&super::SentenceModel> {
        None
    }
}

/// The rules of a language of which nothing is known.
pub struct NoRules;

impl SentenceRules for NoRules {
    fn abbreviation(&self, _: &str) -> Option<Abbreviation> {
        None
    }

    fn starts_sentence(&self, _: &str) -> bool {
        false
    }

    fn is_preposition(&self, _: &str) -> bool {
        false
    }
}

/// What the rules say of a gap.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub(super) enum Verdict {
    /// No sentence ends here.
    Never,
    /// None, as far as the rules can tell.
    Unlikely,
    /// One does, as far as the rules can tell.
    Likely,
    /// A sentence ends here.
    Ends,
}

//! What kind of sentence each is: by its last marks, and whether it has a verb.

use serde::Serialize;

use crate::lexicon::WordLexicon;
use crate::text::{PieceKind, SentenceRules};
use crate::tokens::{Sentence, Token, Tokens};

/// Words up to which a sentence may have none of its language's grammar.
const SHORT: usize = 3;

/// Words of a longer one, at most, for each of its language's grammar.
const MOST_FOR_ONE: usize = 8;

/// What kind of sentence one is; the numbers stand in the report's lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum SentenceType {
    /// Without a word.
    None = 0,
    /// Neither of those below.
    Statement = 1,
    /// Ends in a question mark, alone or with others.
    Question = 2,
    /// Ends in an exclamation mark.
    Exclamation = 3,
    /// Ends in neither and has nothing that may be a finite verb: a headline, an item of a list,
    /// *No way.* Told apart in languages whose pack knows the verbs.
    Fragment = 4,
}

/// How many sentences of each kind there are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SentenceTypes {
    /// Sentences that are none of the others.
    pub statements: usize,
    /// Sentences that end in a question mark.
    pub questions: usize,
    /// Sentences that end in an exclamation mark.
    pub exclamations: usize,
    /// Sentences without a finite verb, as far as the language's pack knows the verbs.
    pub fragments: usize,
}

impl SentenceTypes {
    /// The counts of `types`.
    pub fn of(types: &[SentenceType]) -> Self {
        let count = |kind| types.iter().filter(|&&found| found == kind).count();
        Self {
            statements: count(SentenceType::Statement),
            questions: count(SentenceType::Question),
            exclamations: count(SentenceType::Exclamation),
            fragments: count(SentenceType::Fragment),
        }
    }
}

impl SentenceType {
    /// The type of every sentence of `tokens`.
    pub fn of_all(tokens: &Tokens<'_>, lexicon: Option<&WordLexicon>) -> Vec<Self> {
        let semicolon_asks = semicolon_asks(lexicon);
        let lexicon = lexicon.filter(|lexicon| lexicon.style().knows_verbs());
        let verbs = lexicon.map(|lexicon| Verbs::new(tokens, lexicon));
        let of = |sentence| Self::of(tokens, sentence, semicolon_asks, verbs.as_ref());
        tokens.sentences.iter().map(of).collect()
    }

    fn of(tokens: &Tokens<'_>, sentence: &Sentence, semicolon_asks: bool, verbs: Option<&Verbs>) -> Self {
        if sentence.words == 0 {
            return Self::None;
        }
        let own = &tokens.tokens[sentence.tokens.clone()];
        let marks = own.iter().rev().map(|token| tokens.surface(token));
        let last = marks.take_while(|mark| mark.kind == PieceKind::Punctuation).map(|mark| mark.text);
        let mut is_loud = false;
        for mark in last {
            if mark.starts_with(asks) || semicolon_asks && mark == ";" {
                return Self::Question;
            }
            is_loud |= mark.starts_with(exclaims);
        }
        match verbs {
            _ if is_loud => Self::Exclamation,
            Some(verbs) if !verbs.any_in(own) && is_of_language(tokens, own) => Self::Fragment,
            _ => Self::Statement,
        }
    }
}

/// Whether a mark asks, alone or with others in it.
pub(super) fn asks(mark: char) -> bool {
    matches!(mark, '?' | '？' | '؟' | '\u{37E}' | '፧' | '⁇' | '⁈' | '⁉' | '‽')
}

/// Whether a mark exclaims and does not ask.
pub(super) fn exclaims(mark: char) -> bool {
    matches!(mark, '!' | '！' | '‼')
}

/// Whether the semicolon is the question mark, as in Greek, where it ends sentences.
pub(super) fn semicolon_asks(lexicon: Option<&WordLexicon>) -> bool {
    lexicon.is_some_and(|lexicon| lexicon.is_stop(';'))
}

/// Whether a sentence may be of the language whose verbs are known: in a longer one, some of the words are of its
/// grammar, and not one of many that another language spells alike.
fn is_of_language(tokens: &Tokens<'_>, sentence: &[Token]) -> bool {
    let words = || sentence.iter().filter(|token| tokens.surface(token).kind == PieceKind::Word);
    let of_grammar = words().filter(|token| tokens.word(token).is_stop).count();
    words().nth(SHORT).is_none() || of_grammar * MOST_FOR_ONE >= words().count()
}

/// What each form of a text may be, by [`crate::tokens::SurfaceId`].
struct Verbs(Vec<Role>);

#[derive(Clone, Copy, PartialEq, Eq)]
enum Role {
    /// May be a finite verb.
    Verb,
    /// May be one but where a noun or an infinitive is due.
    MaybeVerb,
    /// What such stands after: an article, *to*.
    Before,
    Other,
}

impl Verbs {
    fn new(tokens: &Tokens<'_>, lexicon: &WordLexicon) -> Self {
        let role = |surface: &crate::tokens::Surface<'_>| {
            let word = &tokens.words[surface.word as usize];
            if matches!(
                &*word.text,
                "a" | "an" | "the" | "to" | "my" | "your" | "his" | "its" | "our" | "their" | "no" | "every"
            ) {
                return if surface.bare().len() < surface.text.len() { Role::Verb } else { Role::Before };
            }
            let contracted = word.is_stop && surface.bare().len() < surface.text.len();
            let negated = word.text.contains('\'');
            if contracted || negated {
                Role::Verb
            } else if surface.kind == PieceKind::Word && lexicon.style().is_verb(word.stem()) {
                if word.text.ends_with("ing") { Role::Other } else { Role::MaybeVerb }
            } else if surface.kind == PieceKind::Word && word.text.ends_with("ed") {
                Role::MaybeVerb
            } else {
                Role::Other
            }
        };
        Self(tokens.surfaces.iter().map(role).collect())
    }

    /// Whether one of `tokens` may be a finite verb.
    fn any_in(&self, tokens: &[Token]) -> bool {
        let mut before = Role::Other;
        tokens.iter().any(|token| {
            let role = std::mem::replace(&mut before, self.0[token.surface as usize]);
            before == Role::Verb || before == Role::MaybeVerb && role != Role::Before
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::profile;
    use crate::lexicon::Packs;

    fn types(text: &str) -> Vec<SentenceType> {
        let words = Packs::built_in().words("en");
        SentenceType::of_all(&Tokens::new(text, profile("en"), words), words)
    }

    #[test]
    fn by_marks_and_verbs() {
        use SentenceType::{Exclamation, Fragment, None, Question, Statement};
        assert_eq!(types("He left. Why? “Never!” Really?!"), [Statement, Question, Exclamation, Question]);
        assert_eq!(types("No way. The end. It’s late."), [Fragment, Fragment, Statement]);
        assert_eq!(types("Stop there.\n\n***\n\nA history of the parade"), [Statement, None, Fragment]);
        assert_eq!(
            types("Nuestras acciones estarán dirigidas a ese fin y siempre serán nuestras."),
            [Statement]
        );
    }

    #[test]
    fn questions_of_every_script() {
        use SentenceType::{Exclamation, Question, Statement};
        for (language, text) in [
            ("el", "Πού πας; Στο σπίτι! Πάω."),
            ("el", "Πού πας\u{37E} Στο σπίτι! Πάω."),
            ("ar", "هل أنت بخير؟ نعم! شكرا."),
            ("fa", "حالت چطور است؟ خوب! ممنون."),
            ("es", "¿Adónde vas? ¡A casa! Voy."),
            ("hi", "तुम कहाँ हो? यहाँ! मैं आया।"),
            ("zh", "你去哪儿？回家！我走了。"),
            ("ja", "どこへ行く？家だ！行くよ。"),
            ("fr", "Où vas-tu ? Là-bas ! J’y vais."),
        ] {
            let words = Packs::built_in().words(language);
            let types = SentenceType::of_all(&Tokens::new(text, profile(language), words), words);
            assert_eq!(types, [Question, Exclamation, Statement], "{text}");
        }
        assert_eq!(types("He left; she stayed;"), [Statement]);
    }

    #[test]
    fn without_a_pack_nothing_is_a_fragment() {
        let tokens = Tokens::new("Kein Problem. Warum?", profile("de"), None);
        let types = SentenceType::of_all(&tokens, None);
        assert_eq!(types, [SentenceType::Statement, SentenceType::Question]);
        let counts = SentenceTypes { statements: 1, questions: 1, ..SentenceTypes::default() };
        assert_eq!(SentenceTypes::of(&types), counts);
    }
}

//! The class of every word in its place: noun, verb, name.

use crate::lexicon::{WordClass, WordLexicon};
use crate::text::normal_form;
use crate::tokens::{Shape, Surface, Tokens};

/// The classes of a text's tokens; none in a language whose words pack has no model of them.
#[derive(Clone, Debug, Default)]
pub struct Classes {
    of_token: Vec<WordClass>,
}

impl Classes {
    /// The classes of `tokens`, in one pass.
    pub fn of(tokens: &Tokens<'_>, lexicon: Option<&WordLexicon>) -> Self {
        let Some((lexicon, model)) = lexicon.and_then(|lexicon| Some((lexicon, lexicon.word_classes()?)))
        else {
            return Self::default();
        };
        let frequencies = lexicon.frequencies();
        let form = |surface: &Surface<'_>| {
            let word = &tokens.words[surface.word as usize];
            // The normal form of *US* keeps its capitals; here it is a word as any.
            let is_acronym = surface.shape == Shape::Upper && *word.text == *surface.bare();
            let lower = is_acronym.then(|| normal_form(surface.bare()));
            let known = lower.as_deref().map_or(word.frequency, |lower| frequencies.get(lower));
            let normal = lower.as_deref().unwrap_or(&word.text);
            model.form_of_word(surface.bare(), normal, known, frequencies)
        };
        let forms: Vec<_> = tokens.surfaces.iter().map(form).collect();
        let mut of_token = Vec::with_capacity(tokens.tokens.len());
        let mut sentence = Vec::new();
        for range in tokens.sentences.iter().map(|sentence| sentence.tokens.clone()) {
            sentence.clear();
            sentence.extend(tokens.tokens[range].iter().map(|token| &forms[token.surface as usize]));
            model.classes(&sentence, |class| of_token.push(class));
        }
        Self { of_token }
    }

    /// The class of the token with this index in [`Tokens::tokens`].
    pub fn get(&self, token: usize) -> Option<WordClass> {
        self.of_token.get(token).copied()
    }

    /// Whether no class is known.
    pub fn is_empty(&self) -> bool {
        self.of_token.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::profile;
    use crate::lexicon::Packs;

    fn tags(text: &str) -> Vec<(&str, &'static str)> {
        let lexicon = Packs::built_in().words("en");
        let tokens = Tokens::new(text, profile("en"), lexicon);
        let classes = Classes::of(&tokens, lexicon);
        let tag = |at: usize| classes.get(at).map_or("", WordClass::tag);
        tokens.tokens.iter().enumerate().map(|(at, token)| (tokens.surface(token).text, tag(at))).collect()
    }

    #[test]
    fn a_form_is_what_its_place_makes_it() {
        let found = tags("They work slowly. Their work ended in Pyongyang; Russia’s soldiers can’t work.");
        let works: Vec<_> = found.iter().filter(|(form, _)| *form == "work").map(|it| it.1).collect();
        assert_eq!(works, ["VERB", "NOUN", "VERB"]);
        for expected in [("slowly", "ADV"), ("Pyongyang", "PROPN"), ("Russia’s", "PROPN"), (";", "PUNCT")] {
            assert!(found.contains(&expected), "{found:?}");
        }
    }

    #[test]
    fn there_is_one_for_every_token_or_none() {
        for text in ["", "!!!", "a", "1950-53 - 70th ‘", &"march ".repeat(99)] {
            assert!(tags(text).iter().all(|(_, tag)| !tag.is_empty()), "{text}");
        }
        assert!(Classes::of(&Tokens::new("Ein Wort", profile("de"), None), None).is_empty());
    }
}

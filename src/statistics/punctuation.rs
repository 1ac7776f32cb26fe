//! Punctuation: how many marks of each kind stand between the words.

use serde::Serialize;

use super::sentence_types::{asks, exclaims, semicolon_asks};
use crate::lexicon::WordLexicon;
use crate::text::{PieceKind, SentenceRules, is_stop};
use crate::tokens::Tokens;

/// How many marks of each kind stand between the words; hyphens and apostrophes in words, and points in numbers, do not.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Punctuation {
    /// Full stops, of abbreviations too, and their like in other scripts.
    pub full_stops: usize,
    /// Commas.
    pub commas: usize,
    /// Semicolons.
    pub semicolons: usize,
    /// Colons.
    pub colons: usize,
    /// Question marks.
    pub question_marks: usize,
    /// Exclamation marks.
    pub exclamation_marks: usize,
    /// Dashes, and hyphens that join no words; a run of them is one.
    pub dashes: usize,
    /// Ellipses: the one character, or two full stops or more in a row.
    pub ellipses: usize,
    /// Single quotation marks of every style, opening and closing ones apart.
    pub quotation_marks: usize,
    /// Single brackets of every style, opening and closing ones apart.
    pub brackets: usize,
    /// All other marks and symbols.
    pub others: usize,
}

impl Punctuation {
    /// The marks of a text; `lexicon` knows those of its language.
    pub fn of(tokens: &Tokens<'_>, lexicon: Option<&WordLexicon>) -> Self {
        let semicolon_asks = semicolon_asks(lexicon);
        let colon_stops = lexicon.is_some_and(|lexicon| lexicon.is_stop(':'));
        let kinds: Vec<Option<char>> = tokens
            .surfaces
            .iter()
            .map(|surface| match surface.kind {
                // Unicode's Greek question mark is the semicolon.
                PieceKind::Punctuation if semicolon_asks && surface.text == ";" => Some('\u{37E}'),
                // The full stop of Armenian is mostly typed as a colon.
                PieceKind::Punctuation if colon_stops && surface.text == ":" => Some('։'),
                PieceKind::Punctuation => surface.text.chars().next(),
                _ => None,
            })
            .collect();
        let mut counts = Self::default();
        let mut all = tokens.tokens.iter().peekable();
        while let Some(token) = all.next() {
            let Some(mark) = kinds[token.surface as usize] else { continue };
            // What runs on, such as `...` and `--`, is one mark.
            let (mut end, mut run) = (tokens.span(token).end, 1);
            if matches!(mark, '.' | '-' | '–' | '—' | '…' | '。') {
                while let Some(next) =
                    all.next_if(|next| next.start == end && kinds[next.surface as usize] == Some(mark))
                {
                    (end, run) = (tokens.span(next).end, run + 1);
                }
            }
            *counts.of_mark(mark, run) += 1;
        }
        counts
    }

    /// The count to which a run of a mark adds.
    fn of_mark(&mut self, mark: char, run: usize) -> &mut usize {
        match mark {
            '.' if run > 1 => &mut self.ellipses,
            ',' | '，' | '、' | '،' => &mut self.commas,
            ';' | '；' | '؛' => &mut self.semicolons,
            ':' | '：' => &mut self.colons,
            '¿' => &mut self.question_marks,
            '¡' => &mut self.exclamation_marks,
            _ if asks(mark) => &mut self.question_marks,
            _ if exclaims(mark) => &mut self.exclamation_marks,
            _ if is_stop(mark) => &mut self.full_stops,
            '-' | '\u{2010}'..='\u{2015}' => &mut self.dashes,
            '…' => &mut self.ellipses,
            '"' | '\'' | '“' | '”' | '„' | '‟' | '‘' | '’' | '‚' | '‛' | '«' | '»' | '‹' | '›' | '「'
            | '」' | '『' | '』' => &mut self.quotation_marks,
            '(' | ')' | '[' | ']' | '{' | '}' | '（' | '）' | '［' | '］' | '【' | '】' | '〔' | '〕'
            | '《' | '》' | '〈' | '〉' => &mut self.brackets,
            _ => &mut self.others,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::profile;
    use crate::lexicon::Packs;

    #[test]
    fn marks_of_every_kind() {
        let text = "Well... (“yes”), e-mail: don't -- no; what?! It is 3.5 – & so on… 「終」。";
        let found = Punctuation::of(&Tokens::new(text, profile("en"), None), None);
        let expected = Punctuation {
            full_stops: 1,
            commas: 1,
            semicolons: 1,
            colons: 1,
            question_marks: 1,
            exclamation_marks: 1,
            dashes: 2,
            ellipses: 2,
            quotation_marks: 4,
            brackets: 2,
            others: 1,
        };
        assert_eq!(found, expected);
    }

    #[test]
    fn stops_are_those_of_every_script() {
        let count = |language: &str, text: &str| {
            let words = Packs::built_in().words(language);
            let found = Punctuation::of(&Tokens::new(text, profile(language), words), words);
            [found.full_stops, found.question_marks, found.exclamation_marks, found.colons, found.others]
        };
        for (language, text) in
            [("hy", "Տոն: Տոն։"), ("ur", "جشن۔ جشن۔"), ("am", "ተከበረ። ተከበረ።"), ("my", "သည်။ သည်။")]
        {
            assert_eq!(count(language, text), [2, 0, 0, 0, 0], "{language}");
        }
        assert_eq!(count("en", "No‼ What⁈ 1: ¿no? ¡yes!"), [0, 3, 3, 1, 0]);
        assert_eq!(count("am", "ተከበረ፧"), [0, 1, 0, 0, 0]);
    }

    #[test]
    fn the_semicolon_of_greek_asks() {
        let greek = Packs::built_in().words("el");
        let found = Punctuation::of(&Tokens::new("Πού πας; Εδώ\u{37E}", profile("el"), greek), greek);
        assert_eq!((found.question_marks, found.semicolons), (2, 0));
    }
}

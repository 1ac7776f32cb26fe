//! Names whole. A candidate crosses no mark and one function word at most; a name may: *John F. Kennedy*,
//! *St. Petersburg*, *Procter & Gamble*, *Trinidad and Tobago*, *Washington, D.C.*

use std::ops::Range;

use super::candidates::{Candidate, Candidates};
use super::readable::{Readable, Scene};
use crate::lexicon::Marks;
use crate::text::Span;

/// Tokens that a name gets on each side, at most.
const REACH: usize = 9;

/// Bytes of a word in small letters inside a name, at most.
const PARTICLE: usize = 4;

/// The longer name that a candidate stands for, as it is first written: its places.
pub(super) fn whole_name(
    candidates: &Candidates<'_, '_>,
    candidate: &Candidate,
    readable: Readable,
) -> Option<Vec<Span>> {
    let text = candidates.tokens().text;
    let (mut places, mut is_full) = (0, false);
    let mut spans: Vec<Span> = Vec::new();
    for start in candidates.starts(candidate) {
        let scene = Scene::at(candidates, start);
        let place = start..start + candidate.words();
        // A class may be wrong: *Richard K. Guy*.
        let is_name = readable.is_name
            || readable.keeps_case && scene.has_capital(start) && scene.has_capital(place.end - 1);
        let whole = scene.around(&place, is_name);
        let span = candidates.span(&whole);
        if whole.len() == place.len() || spans.first().is_some_and(|first| first.of(text) != span.of(text)) {
            continue;
        }
        places += 1;
        // In full it is read if it stands so once; *&*, *and* and numbers join what is also read alone.
        is_full |= is_name
            && place.len() == 1
            && whole.clone().any(|at| scene.is_short(at) || scene.text(at) == "”");
        // *Johnson & Johnson* has two places of one candidate.
        if spans.last().is_none_or(|last| last.end <= span.start) {
            spans.push(span);
        }
    }
    let all = candidates.count(candidate);
    (is_full || places >= all.min(2) && places * 4 >= all * 3).then_some(spans)
}

impl<'t> Scene<'_, 't, '_> {
    #[inline(never)]
    fn text(&self, at: usize) -> &'t str {
        let tokens = self.candidates.tokens();
        tokens.tokens.get(at).map_or("", |token| tokens.surface(token).text)
    }

    /// How often the word of a token stands in the text.
    #[inline(never)]
    fn count(&self, at: usize) -> u64 {
        self.candidates.count_of(&self.candidates.tokens().tokens[at])
    }

    /// Whether a full stop follows the letter at `at`, or the *St* of *St. Petersburg*.
    #[inline(never)]
    fn is_short(&self, at: usize) -> bool {
        let text = self.text(at);
        let is_letter = text.len() == 1 && text.as_bytes()[0].is_ascii_uppercase();
        (is_letter || text == "St") && self.text(at + 1) == "."
    }

    /// How many tokens further the next part of the name begins that the token at `at` ends a part of; 0 where
    /// none does.
    #[inline(never)]
    fn step(&self, at: usize) -> usize {
        // *van* may be one; *telephoned*, whose class is wrong, is none.
        let is_part =
            |at: usize| self.is_name(at) && (self.has_capital(at) || self.text(at).len() <= PARTICLE);
        let has_name = |further: usize| self.sentence.contains(&(at + further)) && is_part(at + further);
        // Two that stand equally often may be one.
        let is_pair = |further: usize| {
            has_name(further) && self.count(at) > 1 && self.count(at) == self.count(at + further)
        };
        if self.is_short(at) {
            return 2;
        }
        if !has_name(0) || self.is_possessive(at) {
            return 0;
        }
        match self.text(at + 1) {
            "&" if has_name(2) && self.has_capital(at + 2) => 2,
            "and" if is_pair(2) => 2,
            "of" if self.text(at + 2) == "the" && self.is_head(at) && is_pair(3) => 3,
            // *Ursula von der Leyen*
            "von" | "van" | "de" if matches!(self.text(at + 2), "den" | "der" | "la") && has_name(3) => 3,
            "," if matches!(self.text(at + 2), "D.C" | "Jr" | "Sr") => 2,
            "“" | "\"" if matches!(self.text(at + 3), "”" | "\"") && has_name(2) && has_name(4) => 4,
            // *superbug E. coli* is no name, nor is *Rowling, J. K*.
            _ if self.is_short(at + 1) => {
                let after = if self.is_short(at + 3) { 5 } else { 3 };
                usize::from(has_name(after) && self.has_capital(at + after))
            }
            _ => usize::from(has_name(1)),
        }
    }

    /// The whole name that the tokens `place` are part of.
    fn around(&self, place: &Range<usize>, is_name: bool) -> Range<usize> {
        let &Range { mut start, mut end } = place;
        let Range { start: first, end: last } = self.sentence;
        while let Some(back) = (1..=4).find(|&back| {
            start >= first + back
                && self.step(start - back) == back
                && (self.is_short(start - back)
                    || is_name
                        && (back > 1 || start < place.start && !self.is_marked(start - 1, Marks::ANY_TITLE)))
        }) && place.start - start < REACH
        {
            start -= back;
        }
        while is_name && end - place.end < REACH {
            let step = self.step(end - 1);
            let next = end - 1 + step;
            let is_joined = step > 1 || self.is_short(next) || end > place.end || start < place.start;
            if step == 0 || next >= last || !self.has_capital(next) || !is_joined {
                break;
            }
            end = next + 1;
        }
        let is_joined = (start..end) != *place;
        let is_short = || matches!(self.text(end - 1), "D.C" | "Jr" | "Sr") && self.text(end) == ".";
        if end < last
            && !self.is_possessive(end - 1)
            && (is_name && (self.is_roman(end) || !is_joined && self.is_number(end)) || is_short())
        {
            end += 1;
        } else if is_name && start > first && !is_joined && self.is_number(start - 1) {
            start -= 1;
        }
        start..end
    }

    /// Whether a token is a Roman number; *I* is another word.
    fn is_roman(&self, at: usize) -> bool {
        let text = self.text(at);
        text != "I" && text.bytes().all(|byte| matches!(byte, b'I' | b'V' | b'X'))
    }

    /// Whether a token is a number as names have one, *11* or *2008*, that comes back.
    #[inline(never)]
    fn is_number(&self, at: usize) -> bool {
        let text = self.text(at);
        text.len() < 5 && text.bytes().all(|byte| byte.is_ascii_digit()) && self.count(at) > 1
    }
}

#[cfg(test)]
mod tests {
    use crate::{Options, analyze};

    /// The phrases to be read, with how often each stands; each is as it stands at its places.
    fn read(text: &str) -> Vec<(String, usize)> {
        let report = analyze(text, &Options::default()).unwrap();
        for phrase in &report.keyphrases {
            assert_eq!(phrase.count, phrase.spans.len());
            assert!(phrase.spans.windows(2).all(|pair| pair[0].end <= pair[1].start), "{phrase:?}");
            let sentences = &report.sentences;
            let is_within = |span| sentences.iter().any(|sentence| sentence.span.contains(span));
            assert!(phrase.spans.iter().all(|&span| is_within(span)), "{phrase:?}");
        }
        report.keyphrases.into_iter().map(|phrase| (phrase.text, phrase.count)).collect()
    }

    #[test]
    fn names_are_read_with_what_stands_between_their_parts() {
        for (text, name, count) in [
            (
                "John F. Kennedy spoke in Berlin. Berlin cheered John F. Kennedy. After it Kennedy left.",
                "John F. Kennedy",
                2,
            ),
            (
                "Novels made J. K. Rowling known. Fans met J. K. Rowling, and J. K. Rowling laughed.",
                "J. K. Rowling",
                3,
            ),
            ("A museum in St. Petersburg opened. In St. Petersburg the museum is free.", "St. Petersburg", 2),
            (
                "They met in Washington, D.C. on Monday. The bridge in Washington, D.C. fell.",
                "Washington, D.C.",
                2,
            ),
            ("Procter & Gamble sold soap. Analysts like Procter & Gamble.", "Procter & Gamble", 2),
            ("Johnson & Johnson made it. They thanked Johnson & Johnson.", "Johnson & Johnson", 2),
            ("Visitors like Trinidad and Tobago. Trinidad and Tobago won.", "Trinidad and Tobago", 2),
            (
                "The Wars of the Roses began. Historians of the Wars of the Roses disagree.",
                "Wars of the Roses",
                2,
            ),
            ("E. coli was found in spinach. Doctors fear E. coli.", "E. coli", 2),
            ("Soldiers in World War II died. After World War II soldiers went home.", "World War II", 2),
            ("Windows 11 arrived. Users of Windows 11 complain.", "Windows 11", 2),
            ("Runners at the 2008 Olympics ran. China held the 2008 Olympics.", "2008 Olympics", 2),
            (
                "The march of Martin Luther King Jr. was long. It honours Martin Luther King Jr. there.",
                "Martin Luther King Jr.",
                2,
            ),
            (
                "Altimont “Freddie” Butler coached. Butler won. Butler was old.",
                "Altimont “Freddie” Butler",
                1,
            ),
        ] {
            let found = read(text);
            assert!(found.contains(&(name.to_owned(), count)), "{name}: {found:?}");
        }
    }

    #[test]
    fn what_only_stands_beside_a_name_is_no_part_of_it() {
        for (text, name) in [
            ("Germany and France met. Germany spoke, and France and Germany agreed with France.", "Germany"),
            ("In 2008 Ohio voted. Ohio counted 11 votes; Ohio waited. In 2008 nobody won.", "Ohio"),
            ("In Baghdad, U.N. officials waited. Baghdad was calm; Baghdad slept.", "Baghdad"),
            ("After Berlin I left. I saw Berlin; Berlin I love.", "Berlin"),
            ("Clinton telephoned Trimble. Nobody knew Trimble; Clinton did, and Trimble wept.", "Trimble"),
        ] {
            let found = read(text);
            assert!(found.iter().any(|(phrase, _)| phrase == name), "{name}: {found:?}");
        }
    }

    #[test]
    fn a_name_has_an_end() {
        for text in ["Smith & ".repeat(3_000), "J. K. ".repeat(3_000), "Trinidad and Tobago ".repeat(3_000)] {
            assert!(read(&text).iter().all(|(phrase, _)| phrase.len() < 200));
        }
    }
}

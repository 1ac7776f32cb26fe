//! What is quoted, and who says it.
//!
//! `marks` finds what stands between quotation marks; here each stretch is
//! given the clause that reports it, which must have a verb of speech: quotation
//! marks around a title or a doubtful word report nothing. Who speaks is told
//! only where the clause names someone as the subject of that verb, or has a
//! pronoun that one person alone can be.

mod clause;
mod marks;
mod verbs;

use serde::Serialize;

use super::{Entity, EntityType, Mention};
use crate::lexicon::NameLexicon;
use crate::text::{PieceKind, Span};
use crate::tokens::Tokens;
use clause::{Clause, Speaker};
use marks::Stretch;

/// Something that is said, in quotation marks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Quotation {
    /// Its stretches with their marks; several where a clause breaks it or it runs over paragraphs.
    pub spans: Vec<Span>,
    /// Who speaks, as an index of `entities`, where it is sure.
    pub speaker: Option<usize>,
    /// The verb that reports it, or *according to*.
    pub cue: Option<Span>,
}

/// Fewer words are a quotation only if they end as a sentence does.
const FEWEST_WORDS: usize = 4;

/// Longer clauses are not looked through, in tokens.
const LONGEST_CLAUSE: usize = 60;

/// The quotations of a text in order.
pub(super) fn quotations(
    tokens: &Tokens<'_>,
    mentions: &[Mention],
    of_mention: &[usize],
    entities: &[Entity],
    lexicon: &NameLexicon,
) -> Vec<Quotation> {
    let stretches = marks::stretches(tokens);
    if stretches.is_empty() {
        return Vec::new();
    }
    let names: Vec<Named> = mentions
        .iter()
        .zip(of_mention)
        .filter(|&(_, &entity)| {
            let kind = entities[entity].kind;
            matches!(kind, EntityType::Person | EntityType::Organisation | EntityType::Place)
        })
        .map(|(mention, &entity)| Named { span: mention.span, entity, kind: entities[entity].kind })
        .collect();
    let reader = Reader { tokens, names: &names, lexicon, stretches: &stretches };
    let mut found: Vec<Quotation> = Vec::new();
    // The stretch before: the sentence's clause that it was given, if it was.
    let mut before: Option<(usize, usize)> = None;
    for (at, stretch) in stretches.iter().enumerate() {
        if stretch.goes_on_from_before
            && let Some((last, quotation)) = before
            && last + 1 == at
        {
            found[quotation].spans.push(stretch.span);
            before = Some((at, quotation));
            continue;
        }
        let quotation =
            reader.reported(at, before.filter(|(last, _)| last + 1 == at).map(|(_, at)| &found[at]));
        match quotation {
            Some(Reported::New(quotation)) => {
                found.push(quotation);
                before = Some((at, found.len() - 1));
            }
            Some(Reported::More) => {
                let (_, quotation) = before.unwrap_or_default();
                found[quotation].spans.push(stretch.span);
                before = Some((at, quotation));
            }
            None => {}
        }
    }
    found
}

/// A mention of someone who may speak.
#[derive(Clone, Copy)]
struct Named {
    span: Span,
    entity: usize,
    kind: EntityType,
}

enum Reported {
    /// A quotation of its own.
    New(Quotation),
    /// It goes on with the one before.
    More,
}

struct Reader<'a> {
    tokens: &'a Tokens<'a>,
    names: &'a [Named],
    lexicon: &'a NameLexicon,
    stretches: &'a [Stretch],
}

impl Reader<'_> {
    /// How the stretch at `at` is reported, `before` it being the quotation that ends just before.
    fn reported(&self, at: usize, before: Option<&Quotation>) -> Option<Reported> {
        let stretch = &self.stretches[at];
        let text = self.tokens.text;
        let inside = stretch.inside.clone();
        let words = self.tokens.tokens[inside.clone()]
            .iter()
            .filter(|token| self.tokens.surface(token).kind != PieceKind::Punctuation)
            .count();
        let last =
            inside.clone().next_back().map_or("", |last| self.tokens.surface(&self.tokens.tokens[last]).text);
        let ends = matches!(last, "." | "," | "!" | "?" | "…" | "—");
        if words == 0 || words < FEWEST_WORDS && !ends || !ends && self.is_title(inside.clone()) {
            return None;
        }
        let after = self.clause_after(at);
        let ahead = self.clause_before(at);
        // He called it “unprecedented.”: the stop is the sentence's.
        let before_mark = text[..stretch.span.start as usize].trim_end();
        if words == 1 && matches!(last, "." | ",") && ahead.is_some() && !before_mark.ends_with([',', ':']) {
            return None;
        }
        // “…,” said he, “…”: one clause between two stretches of one sentence.
        if let (Some(ahead), Some(before)) = (&ahead, before)
            && ahead.touches_before
            && before.cue.is_some_and(|cue| ahead.span(self.tokens).contains(cue))
        {
            return Some(Reported::More);
        }
        let read = |clause: Option<Clause>, follows: bool| {
            clause.and_then(|clause| clause.read(self.tokens, self.names, self.lexicon, follows))
        };
        let starts_sentence = ahead.is_none();
        let (cue, speaker) = match (read(after, true), read(ahead, false)) {
            // A clause that follows belongs to the quotation if this one starts its sentence.
            (Some(after), Some(ahead)) => {
                if starts_sentence || ends && last == "," {
                    after
                } else {
                    ahead
                }
            }
            (Some(found), None) | (None, Some(found)) => found,
            (None, None) => return self.goes_on(at, before).then_some(Reported::More),
        };
        let speaker = match speaker {
            Speaker::Known(entity) => Some(entity),
            Speaker::Pronoun => self.only_person_before(cue.start.min(stretch.span.start), before),
            Speaker::Unknown => None,
        };
        Some(Reported::New(Quotation { spans: vec![stretch.span], speaker, cue: Some(cue) }))
    }

    /// Whether most longer words have capitals, as in titles.
    fn is_title(&self, inside: std::ops::Range<usize>) -> bool {
        let (mut capitals, mut lower) = (0, 0);
        for token in &self.tokens.tokens[inside] {
            let surface = self.tokens.surface(token);
            if surface.kind == PieceKind::Word && surface.text.len() > 3 {
                if surface.text.starts_with(char::is_uppercase) {
                    capitals += 1;
                } else {
                    lower += 1;
                }
            }
        }
        capitals > 1 && lower * 3 < capitals
    }

    /// The clause of the same sentence that comes after a stretch.
    fn clause_after(&self, at: usize) -> Option<Clause> {
        let start = self.stretches[at].tokens.end;
        let next = self.stretches.get(at + 1).map_or(self.tokens.tokens.len(), |next| next.tokens.start);
        let limit = next.min(start + LONGEST_CLAUSE).min(self.stretches[at].paragraph_end);
        // *“No!” he said*: a sentence may seem to end at the mark inside.
        let end = self.sentence_end(start, limit);
        (end > start).then_some(Clause { tokens: start..end, touches_before: true })
    }

    /// The clause of the same sentence that comes before a stretch.
    fn clause_before(&self, at: usize) -> Option<Clause> {
        let end = self.stretches[at].tokens.start;
        let last = at.checked_sub(1).map_or(0, |last| self.stretches[last].tokens.end);
        let first = last.max(self.stretches[at].paragraph_start).max(end.saturating_sub(LONGEST_CLAUSE));
        let start = self.sentence_start(first, end);
        let touches_before = start == last && last > 0;
        (end > start).then_some(Clause { tokens: start..end, touches_before })
    }

    /// Where the sentence that goes on at token `start` ends, up to `limit`.
    fn sentence_end(&self, start: usize, limit: usize) -> usize {
        (start..limit).find(|&at| self.stops(at)).map_or(limit, |at| at + 1)
    }

    /// Where the sentence that ends at token `end` starts, from `first` on.
    fn sentence_start(&self, first: usize, end: usize) -> usize {
        (first..end).rev().find(|&at| self.stops(at)).map_or(first, |at| at + 1)
    }

    /// Whether a sentence ends with this token.
    fn stops(&self, at: usize) -> bool {
        let token = &self.tokens.tokens[at];
        let mark = matches!(self.tokens.surface(token).text, "." | "!" | "?" | "…");
        let start = token.start;
        mark && {
            let next = self.tokens.sentences.partition_point(|sentence| sentence.span.start <= start);
            let ends = next.checked_sub(1).map(|at| self.tokens.sentences[at].span.end);
            // A full stop inside a sentence is that of an abbreviation.
            ends.is_some_and(|end| end <= self.tokens.span(token).end + 1)
        }
    }

    /// Whether a stretch without a clause of its own goes on with the quotation before:
    /// *“…,” he said. “…”*
    fn goes_on(&self, at: usize, before: Option<&Quotation>) -> bool {
        let (Some(before), Some(last)) = (before, at.checked_sub(1)) else { return false };
        let (last, this) = (&self.stretches[last], &self.stretches[at]);
        let between = last.tokens.end..this.tokens.start;
        let cue_between =
            before.cue.is_some_and(|cue| cue.start >= last.span.end && cue.end <= this.span.start);
        let close = last.paragraph_start == this.paragraph_start && between.len() <= LONGEST_CLAUSE;
        let stops = between.clone().filter(|&at| self.stops(at)).count();
        let at_stop = between.clone().next_back().is_some_and(|last| self.stops(last));
        cue_between && close && stops == 1 && at_stop
    }

    /// The only person of the paragraph's text before `end`, who *he* or *she* then is; else the
    /// only one of the sentence before.
    fn only_person_before(&self, end: u32, before: Option<&Quotation>) -> Option<usize> {
        let paragraph = self.tokens.paragraphs.partition_point(|paragraph| paragraph.start <= end);
        let start = self.tokens.paragraphs[paragraph.checked_sub(1)?].start;
        let to = self.names.partition_point(|name| name.span.start < end);
        let from = self.names.partition_point(|name| name.span.start < start);
        let mut only: Option<usize> = None;
        for name in self.names[from..to].iter().rev().take(24) {
            if name.kind != EntityType::Person {
                continue;
            }
            if only.is_some_and(|only| only != name.entity) {
                // Two could be meant; the one who has just spoken is.
                return before.and_then(|before| before.speaker);
            }
            only = Some(name.entity);
        }
        only
    }
}

#[cfg(test)]
mod tests {
    use crate::entities::{EntityOptions, find};
    use crate::language::profile;
    use crate::lexicon::Packs;
    use crate::tokens::Tokens;

    /// The quotations of `text`: stretches joined by a bar, speaker, verb.
    fn quoted(text: &str) -> Vec<(String, Option<String>, Option<&str>)> {
        let packs = Packs::built_in();
        let tokens = Tokens::new(text, profile("en"), packs.words("en"));
        let found = find(&tokens, packs.names("en"), true, &EntityOptions::default());
        let all = found.quotations.iter().map(|quotation| {
            let spans: Vec<_> = quotation.spans.iter().map(|span| span.of(text)).collect();
            let speaker = quotation.speaker.map(|at| found.entities[at].name.clone());
            (spans.join("|"), speaker, quotation.cue.map(|cue| cue.of(text)))
        });
        all.collect()
    }

    fn expect(text: &str, expected: &[(&str, Option<&str>, &str)]) {
        let expected: Vec<_> = expected
            .iter()
            .map(|&(spans, speaker, cue)| (spans.to_owned(), speaker.map(str::to_owned), Some(cue)))
            .collect();
        assert_eq!(quoted(text), expected, "{text}");
    }

    #[test]
    fn the_speaker_stands_before_or_after() {
        expect(
            "“The army is ready for war,” said Vladimir Putin.",
            &[("“The army is ready for war,”", Some("Vladimir Putin"), "said")],
        );
        expect(
            "\"The army is ready for war\", Vladimir Putin told the public.",
            &[("\"The army is ready for war\"", Some("Vladimir Putin"), "told")],
        );
        expect(
            "Vladimir Putin said the men were \"ready to go to war\" in May.",
            &[("\"ready to go to war\"", Some("Vladimir Putin"), "said")],
        );
        expect(
            "‘The army isn’t ready for war,’ said Vladimir Putin.",
            &[("‘The army isn’t ready for war,’", Some("Vladimir Putin"), "said")],
        );
        expect(
            "According to Vladimir Putin, \"the army is not ready\".",
            &[("\"the army is not ready\"", Some("Vladimir Putin"), "According to")],
        );
    }

    #[test]
    fn a_clause_may_break_a_quotation_and_a_paragraph_end_may() {
        expect(
            "“The army,” said Vladimir Putin, “is ready for war.” “It always was.”",
            &[("“The army,”|“is ready for war.”", Some("Vladimir Putin"), "said")],
        );
        expect(
            "\"It is ready,\" Vladimir Putin said. \"It always was ready.\"",
            &[("\"It is ready,\"|\"It always was ready.\"", Some("Vladimir Putin"), "said")],
        );
        expect(
            "Vladimir Putin said: “The army is ready.\n\n“It always was ready.”",
            &[("“The army is ready.|“It always was ready.”", Some("Vladimir Putin"), "said")],
        );
    }

    #[test]
    fn who_is_described_between_commas_speaks() {
        expect(
            "Vladimir Putin, who met Kim Jong Un in Moscow, said: \"We are friends now.\"",
            &[("\"We are friends now.\"", Some("Vladimir Putin"), "said")],
        );
    }

    #[test]
    fn pronouns_are_someone_only_if_no_one_else_can_be_meant() {
        expect(
            "Maria Delgado went home. \"I am going home now,\" she said.",
            &[("\"I am going home now,\"", Some("Maria Delgado"), "said")],
        );
        expect(
            "Vladimir Putin met Kim Jong Un. \"I am going home now,\" he said.",
            &[("\"I am going home now,\"", None, "said")],
        );
        expect(
            "A spokesman for Vladimir Putin said: \"I am going home now.\"",
            &[("\"I am going home now.\"", None, "said")],
        );
    }

    #[test]
    fn titles_and_doubted_words_are_no_speech() {
        expect("They passed the \"Clean Air Act Reform Bill\" and he said so.", &[]);
        expect("The so-called \"war to end all wars\" began.", &[]);
        expect("Vladimir Putin said \"special operation\" twice.", &[]);
        expect("Vladimir Putin said it was \"unprecedented.\" It ended.", &[]);
        assert_eq!(quoted("Vladimir Putin said, \"Unprecedented.\" It ended.").len(), 1);
    }

    #[test]
    fn nests_of_marks_take_linear_time() {
        for text in ["“", "\"", "‘", "“a ", "\" a", "said \"x y z w\" ", "he said “", "'a '"] {
            let text = text.repeat(20_000);
            for (spans, ..) in quoted(&text) {
                assert!(!spans.is_empty());
            }
        }
    }
}

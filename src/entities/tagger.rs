//! The trained recogniser, and where rules overrule it.

use std::iter::Peekable;
use std::ops::Range;
use std::slice;

use super::appositions;
use super::confidence;
use super::context_features::{Context, Seen};
use super::datelines::{self, Dateline};
use super::decoder::{self, Decoder, Tag};
use super::definitions;
use super::edges;
use super::foreign::{self, Foreign};
use super::forms::Forms;
use super::headlines;
use super::joined_names;
use super::name_types::mention;
use super::occasions;
use super::partings;
use super::press_digests;
use super::repairs;
use super::score_lines::{self, Line};
use super::sentence::Observed;
use super::spelled_out;
use super::states;
use super::storms;
use super::summed_scores::{RunScores, WordScores};
use super::teams;
use super::titles;
use super::whereabouts::Whereabouts;
use super::window::Opened;
use super::{EntityType, Mention, Recogniser};
use crate::blocks::Blocks;
use crate::lexicon::NameLexicon;
use crate::lexicon::name_model::{Model, Scores};
use crate::text::Span;
use crate::tokens::Tokens;

/// The recogniser by a trained model, which weighs what the rules propose with all else.
pub struct ModelRecogniser<'l> {
    names: &'l NameLexicon,
    model: &'l Model,
}

impl<'l> ModelRecogniser<'l> {
    /// With what `names` know, and the model that was trained with them.
    pub fn new(names: &'l NameLexicon, model: &'l Model) -> Self {
        Self { names, model }
    }
}

impl Recogniser for ModelRecogniser<'_> {
    fn recognise(&self, tokens: &Tokens<'_>) -> Vec<Mention> {
        self.mentions(tokens)
    }
}

impl ModelRecogniser<'_> {
    /// The mentions, each by itself.
    fn mentions(&self, tokens: &Tokens<'_>) -> Vec<Mention> {
        let forms = Forms::new(tokens, self.names);
        let document = Observed::new(tokens, self.names, &forms);
        let mut tagging = Tagging {
            model: self.model,
            text: tokens.text,
            words: WordScores::new(self.model, &document),
            decoder: Decoder::new(self.model),
            seen: Vec::new(),
            scores: Vec::new(),
            tags: Vec::new(),
            margins: Vec::new(),
            mentions: WithDates { dates: document.dates.iter().peekable(), mentions: Blocks::new() },
            whereabouts: Whereabouts::default(),
        };
        let foreign = Foreign::new(&document.common);
        let mut opened = Opened::new(&document);
        for index in 0..document.sentences.len() {
            let sentence = opened.open(index);
            if foreign.is(&opened) {
                foreign::of_gazetteers(&opened, &sentence, |mention| tagging.mentions.push(mention));
            } else {
                tagging.sentence(&opened, &sentence);
            }
        }
        let mut mentions = tagging.done();
        if document.sport.is_told {
            teams::settle(opened, &mut mentions);
        }
        // To put the mentions in one piece takes memory, too.
        drop(document);
        drop(forms);
        let mut mentions = mentions.into_vec();
        headlines::settle(tokens, self.names, &mut mentions);
        mentions
    }
}

/// The mentions of a text in order: names are put in, and the dates come between them.
struct WithDates<'d> {
    dates: Peekable<slice::Iter<'d, Span>>,
    mentions: Blocks<Mention>,
}

impl WithDates<'_> {
    /// Adds a name that stands after all others.
    fn push(&mut self, name: Mention) {
        self.add_dates(name.span.order());
        self.mentions.push(name);
    }

    /// Adds the dates up to there.
    fn add_dates(&mut self, end: u64) {
        while let Some(&date) = self.dates.next_if(|date| date.order() <= end) {
            self.mentions.push(Mention::sure(date, EntityType::Date));
        }
    }
}

/// The names of a document in the making, with buffers that are used again for each stretch of words.
struct Tagging<'d> {
    model: &'d Model,
    text: &'d str,
    words: WordScores<'d>,
    decoder: Decoder<'d>,
    seen: Vec<Seen>,
    scores: Vec<Scores>,
    tags: Vec<Tag>,
    margins: Vec<i32>,
    mentions: WithDates<'d>,
    whereabouts: Whereabouts,
}

impl Tagging<'_> {
    /// What was found; all else is given up.
    fn done(mut self) -> Blocks<Mention> {
        self.mentions.add_dates(u64::MAX);
        let mut mentions = self.mentions.mentions;
        self.whereabouts.settle(&mut mentions);
        mentions
    }

    /// Finds the names of the sentence of these units, at which the document is opened.
    ///
    /// Not inlined: browsers make code faster that is called often, not a loop that runs.
    #[inline(never)]
    fn sentence(&mut self, document: &Opened, sentence: &Range<usize>) {
        let line = score_lines::read(document, self.text, sentence, document.sport.is_told);
        let seen = std::mem::take(&mut self.seen);
        let mut context = Context::of(document, self.text, sentence.clone(), seen);
        let dateline = datelines::read(document, sentence);
        let label = score_lines::label_end(&line);
        let mut run = RunScores::default();
        let mut at = sentence.start;
        while at < sentence.end {
            if document.is_idle(at) {
                at += 1;
                continue;
            }
            self.scores.clear();
            let start = at;
            while at < sentence.end
                && (at == start
                    || !document.is_idle(at)
                        && at != sentence.start + dateline.end
                        && Some(at) != label
                        && !partings::is_parted(document, self.text, at))
            {
                self.scores.push(self.words.of(&mut context, &mut run, sentence, at));
                at += 1;
            }
            let dateline = Some(&dateline).filter(|it| start == sentence.start && it.town > 0);
            self.stretch(document, start, &line, dateline);
        }
        self.seen = context.into_buffer();
    }

    /// Finds the names of the words from `start` on that have scores, and may begin with a `dateline`.
    fn stretch(&mut self, document: &Opened, start: usize, line: &Line, dateline: Option<&Dateline>) {
        let tags = &mut self.tags;
        self.decoder.decode(&self.scores, tags);
        storms::settle(document, self.text, start, &self.scores, tags);
        repairs::settle(document, start, &self.scores, tags);
        partings::join(document, self.text, start, tags);
        partings::campuses(document, self.text, start, tags);
        spelled_out::settle(document, self.text, start, tags);
        titles::settle(document, self.text, start, tags);
        joined_names::settle(document, start, tags);
        edges::settle(document, start, &self.scores, tags);
        states::settle(document, self.text, start, tags);
        occasions::settle(document, self.text, start, tags);
        appositions::settle(document, self.text, start, tags);
        definitions::settle(document, self.text, start, tags);
        press_digests::settle(document, self.text, start, tags);
        if !line.is_empty() {
            score_lines::settle(document, line, start, &self.scores, tags);
        }
        if let Some(dateline) = dateline {
            datelines::settle(tags, dateline);
        }
        if tags.iter().any(|&tag| tag != 0) {
            self.decoder.margins(&self.scores, tags, &mut self.margins);
        }
        for (range, kind) in decoder::names(tags) {
            let margin = self.margins[range.clone()].iter().copied().min().unwrap_or(0);
            let name = range.clone();
            let range = start + range.start..start + range.end;
            // Below zero only where the rules overrule the model.
            let confidence = match margin {
                0.. => self.model.confidence(kind, margin),
                _ => confidence::BY_RULES,
            };
            self.mentions.push(mention(self.text, document, range, kind, confidence));
            let index = self.mentions.mentions.len() - 1;
            self.whereabouts.note(document, start, tags, name, index);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entities::tests::found_by;
    use crate::entities::{EntityType::*, recogniser};
    use crate::language::profile;
    use crate::lexicon::Packs;
    use crate::lexicon::pack::{self, Pack, Section};

    fn built_in() -> &'static NameLexicon {
        Packs::built_in().names("en").expect("built in")
    }

    #[test]
    fn names_are_found_where_the_rules_see_none() {
        let names = built_in();
        let found = |text: &'static str| found_by(&*recogniser(names), text);
        let expected = [("Wells Fargo", Organisation), ("Sacramento", Place), ("Maria Delgado", Person)];
        assert_eq!(found("Wells Fargo sued the city of Sacramento, said Maria Delgado."), expected);
        assert_eq!(
            found("The US-led force met North Korean troops."),
            [("US", Place), ("North Korean", Nationality)]
        );
        assert_eq!(found("They met on Thursday and went home."), [("Thursday", Date)]);
        assert_eq!(found(""), []);
    }

    #[test]
    fn without_a_model_the_rules_decide_and_a_bad_one_is_an_error() {
        let cues = Section { id: "cues", licence: "MIT", data: b"month March" };
        let read = |sections: &[Section<'_>]| {
            NameLexicon::read(&Pack::read(&pack::write("en.names", "0", sections)).expect("it is sound"))
        };
        let names = read(&[cues]).expect("a pack without a model");
        assert!(names.model().is_none());
        assert_eq!(found_by(&*recogniser(&names), "It snowed in March 1999."), [("March 1999", Date)]);
        let foreign = Section { id: "ner-model", licence: "MIT", data: b"a model of someone else" };
        let error = read(&[cues, foreign]).expect_err("no model of ours");
        assert!(error.to_string().contains("not a model of this version"), "{error}");
    }

    #[test]
    fn odd_texts_give_sound_mentions() {
        let names = built_in();
        let long = "A".repeat(100_000);
        let quotes = "“".repeat(50_000);
        let chain = "Kim-US-Of & ".repeat(10_000);
        for text in [
            "The University of Texas Georgia's at Austin.",
            "Bank of California India's at last",
            "",
            "\0",
            "’s",
            "&",
            "of",
            "U.S",
            "X&Y",
            "é-É",
            "日本 Kim 🎈Moscow",
            &long,
            &quotes,
            &chain,
        ] {
            let tokens = Tokens::new(text, profile("en"), Packs::built_in().words("en"));
            let mentions = recogniser(names).recognise(&tokens);
            assert!(mentions.windows(2).all(|pair| pair[0].span.end <= pair[1].span.start));
            assert!(mentions.iter().all(|mention| !mention.span.of(text).trim().is_empty()));
        }
    }
}

//! The trained recogniser, and where rules overrule it.

use std::iter::Peekable;
use std::ops::Range;
use std::slice;

use super::appositions;
use super::confidence;
use super::context_features::{Context, Seen};
use super::datelines;
use super::decoder::{self, Decoder, ORGANISATION, OTHER, PERSON, PLACE, Tag};
use super::edges;
use super::foreign::{self, Foreign};
use super::forms::{Forms, Kind};
use super::headlines;
use super::kinds;
use super::partings;
use super::repairs;
use super::score_lines::{self, Line};
use super::sentence::Observed;
use super::spelled_out;
use super::storms;
use super::summed_scores::{RunScores, WordScores};
use super::teams;
use super::titles;
use super::units::{Gap, Unit};
use super::whereabouts::Whereabouts;
use super::window::Opened;
use super::{EntityType, Mention, Recogniser, Subtype};
use crate::blocks::Blocks;
use crate::lexicon::name_model::{Model, Scores};
use crate::lexicon::{Known, NameLexicon};
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
        let units = &document.units;
        let line = score_lines::read(document, self.text, sentence, document.sport.is_told);
        let seen = std::mem::take(&mut self.seen);
        let mut context = Context::of(document, self.text, sentence.clone(), seen);
        let dateline = datelines::read(document, sentence);
        let label = score_lines::label_end(&line);
        let mut run = RunScores::default();
        let mut at = sentence.start;
        while at < sentence.end {
            if units.is_idle(at) {
                at += 1;
                continue;
            }
            self.scores.clear();
            let start = at;
            while at < sentence.end
                && !units.is_idle(at)
                && (at == start
                    || at != sentence.start + dateline.end
                        && Some(at) != label
                        && !partings::is_parted(document, self.text, at))
            {
                self.scores.push(self.words.of(&mut context, &mut run, sentence, at));
                at += 1;
            }
            self.stretch(document, start, &line, if start == sentence.start { dateline.town } else { 0 });
        }
        self.seen = context.into_buffer();
    }

    /// Finds the names of the words from `start` on that have scores; so many first ones are the `town` of a dateline.
    fn stretch(&mut self, document: &Opened, start: usize, line: &Line, town: usize) {
        let tags = &mut self.tags;
        self.decoder.decode(&self.scores, tags);
        storms::settle(document, self.text, start, &self.scores, tags);
        repairs::settle(document, self.text, start, &self.scores, tags);
        partings::join(document, self.text, start, tags);
        partings::campuses(document, self.text, start, tags);
        spelled_out::settle(document, self.text, start, tags);
        titles::settle(document, self.text, start, tags);
        edges::settle(document, start, &self.scores, tags);
        appositions::settle(document, self.text, start, tags);
        if !line.is_empty() {
            score_lines::settle(document, line, start, &self.scores, tags);
        }
        if (1..=tags.len()).contains(&town) {
            datelines::settle(tags, town);
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

/// The mention of the units in `range`, of a type of the model.
fn mention(text: &str, document: &Opened, range: Range<usize>, kind: u8, confidence: u16) -> Mention {
    let units = &document.units[range.clone()];
    let span = Span { start: units[0].start, end: units[units.len() - 1].span().end };
    let phrase = document.phrase(range.start).known;
    let whole = whole(document, &range);
    let is_long = range.len() > 1;
    let is_organisation = whole.is(Known::ORGANISATION);
    let is_country = whole.is(Known::COUNTRY) && !is_organisation;
    // *the Amazon* may be the river.
    let has_article = || {
        let before = document.units.get(range.start.wrapping_sub(1));
        units[0].gap == Gap::Space && before.is_some_and(|before| before.is(Known::ARTICLE))
    };
    let is_work = whole.is(Known::WORK) && !whole.is(Known::NAME.without(Known::WORK));
    // *Benito Juárez*, a town and a person.
    let is_given = units[0].is(Known::GIVEN);
    let kind = match kind {
        PERSON | PLACE if is_long && is_body(text, units) => EntityType::Organisation,
        // *ED & F Man*
        PERSON if units.iter().any(|unit| unit.form.kind == Kind::Ampersand) => EntityType::Organisation,
        PERSON | OTHER if is_organisation => EntityType::Organisation,
        PERSON | ORGANISATION | PLACE if is_work && !(kind == PERSON && is_given) => {
            kinds::of_other(text, units, phrase)
        }
        PLACE if is_organisation && !whole.is(Known::ANY_PLACE) && (is_long || !has_article()) => {
            EntityType::Organisation
        }
        PERSON if is_country && is_long => EntityType::Place,
        PERSON if is_long && whole.is(Known::CITY.or(Known::REGION)) && !is_given => EntityType::Place,
        PERSON if is_long && whole.is(Known::DEMONYM) => EntityType::Nationality,
        PLACE if whole.is(Known::DEMONYM) && !whole.is(Known::ANY_PLACE) => EntityType::Nationality,
        PERSON if is_long && units[0].is(Known::EVENT_FIRST) && units[0].span().of(text) != "Storm" => {
            EntityType::Event
        }
        ORGANISATION | OTHER if is_country => EntityType::Place,
        PERSON => EntityType::Person,
        ORGANISATION => EntityType::Organisation,
        PLACE => EntityType::Place,
        _ => kinds::of_other(text, units, phrase),
    };
    let geopolitical = Known::COUNTRY.or(Known::CITY).or(Known::REGION);
    let subtype = (kind == EntityType::Place && phrase.is(geopolitical)).then_some(Subtype::Geopolitical);
    Mention { span, kind, subtype, confidence, own: None }
}

/// Whether the first word or the legal form at the end says that a name is that of a body: *Université*, *B.V.*
fn is_body(text: &str, units: &[Unit<'_>]) -> bool {
    const LEGAL_FORMS: &[&str] = &[
        "Inc", "Inc.", "Corp", "Corp.", "Ltd", "Ltd.", "Co.", "plc", "PLC", "LLC", "LLP", "GmbH", "AG",
        "KGaA", "B.V.", "N.V.", "S.A.", "S.A.S.", "S.p.A.", "Lda", "Ltda", "Oy", "Oyj", "A/S", "Bhd", "Bhd.",
        "Pty", "Pvt",
    ];
    let (first, last) = (&units[0], &units[units.len() - 1]);
    LEGAL_FORMS.contains(&last.span().of(text)) || first.is(Known::ORGANISATION_FIRST) && first.form.len > 2
}

/// What the lexicon knows of exactly the units in `range`; nothing of a word that names persons or has a title.
fn whole(document: &Opened, range: &Range<usize>) -> Known {
    let units = &document.units;
    let may_be_person = || {
        let before = units.get(range.start.wrapping_sub(1));
        units[range.start].is(Known::GIVEN.or(Known::SURNAME))
            || before.is_some_and(|unit| unit.is(Known::TITLE))
    };
    match document.extent(range.start) == *range && !(range.len() == 1 && may_be_person()) {
        true => document.phrase(range.start).known,
        false => Known::NONE,
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
    fn what_the_lexicon_has_as_a_whole_is_that() {
        let names = built_in();
        let found = |text: &'static str| found_by(&*recogniser(names), text);
        for company in ["Morgan Stanley", "Lockheed Martin"] {
            let text: &'static str = format!("Shares of {company} rose; {company} smiled.").leak();
            let all = found(text);
            assert!(!all.is_empty() && all.iter().all(|&name| name == (company, Organisation)), "{all:?}");
        }
        assert_eq!(
            found("The African Union met in the West Bank and in the United Arab Emirates."),
            [("African Union", Organisation), ("West Bank", Place), ("United Arab Emirates", Place)]
        );
        assert_eq!(
            found("She shops at Costco and Lidl."),
            [("Costco", Organisation), ("Lidl", Organisation)]
        );
        assert_eq!(found("It talks to the watch by Bluetooth."), [("Bluetooth", Work)]);
        assert_eq!(found("It was made by 20th Century Fox."), [("20th Century Fox", Organisation)]);
        // A surname by itself may be anyone's.
        assert!(found("Mr. Jordan met Mr. Toyota.").iter().all(|(_, kind)| *kind == Person));
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

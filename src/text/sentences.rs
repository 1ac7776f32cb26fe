//! Sentences: the gaps between chunks, judged by rules and, where these are in
//! doubt, by the model of the language.
//!
//! In a paragraph that has other characters than those of Latin script, UAX
//! #29 says where full stops are. Which words are abbreviations is the
//! language's data ([`SentenceRules`]).

use super::chunks::{Chunk, Chunks, is_closing, is_opening};
use super::forms::{Form, form};
use super::gap_verdicts::verdict;
use super::gaps::{Gap, Progress};
use super::list_marks::Mark;
use super::parts::Stop;
use super::sentence_features::{FIRST, GROUPS, SECOND, SentenceFeatures, Sight, WORDS};
use super::sentence_model::SentenceModel;
use super::sentence_rules::{SentenceRules, Verdict};
use super::surroundings::Surroundings;
use super::words::is_format;
use super::{Span, uax29};

/// The sentences of `paragraph`, a span of `text`, without the white space between them.
///
/// ```
/// use textlens::text::{NoRules, Span, sentences};
/// let text = "He left. “Stop!” she cried. Why?";
/// let found: Vec<_> = sentences(text, Span::new(0, text.len()), &NoRules)
///     .into_iter()
///     .map(|span| span.of(text))
///     .collect();
/// assert_eq!(found, ["He left.", "“Stop!” she cried.", "Why?"]);
/// ```
pub fn sentences(text: &str, paragraph: Span, rules: &dyn SentenceRules) -> Vec<Span> {
    let mut found = Vec::new();
    let chunks = Chunks::of(paragraph.of(text));
    let mut start = 0;
    let base = paragraph.start as usize;
    let mut end_at = |end: usize| {
        let sentence = Span::new(base + start, base + end).trimmed(text);
        start = end;
        if !sentence.is_empty() {
            found.push(sentence);
        }
    };
    let model = rules.model();
    walk(&chunks, rules, model.is_some(), &mut |place| match place {
        Place::Settled { end } => {
            end_at(end);
            true
        }
        Place::Doubtful { gap, verdict, surroundings } => {
            let ends = match model {
                Some(model) => decide(model, gap, verdict, surroundings, rules),
                None => verdict >= Verdict::Likely,
            };
            if ends {
                end_at(gap.chunks.all()[gap.next].start());
            }
            ends
        }
    });
    end_at(chunks.text.len());
    found
}

/// Whether a sentence ends in a gap that the rules are not sure of, by
/// `model`, which is shown no more than it takes.
fn decide(
    model: &SentenceModel,
    gap: &Gap<'_, '_>,
    verdict: Verdict,
    surroundings: &Surroundings,
    rules: &dyn SentenceRules,
) -> bool {
    let mut sight = Sight::of(gap, verdict, surroundings, rules);
    let doubt = sight.doubt();
    let mut features = SentenceFeatures::none();
    let mut score = 0;
    for step in 0..4 {
        let kinds = match step {
            0 => {
                features.add_first(&sight);
                &FIRST[..]
            }
            1 => {
                sight.look_up_groups();
                features.add_groups(&sight);
                &GROUPS
            }
            2 => {
                features.add_second(&sight);
                &SECOND
            }
            _ => {
                features.add_words(&sight);
                &WORDS
            }
        };
        score += model.score(&features, kinds);
        if let Some(ends) = SentenceModel::settles(score, doubt, step) {
            return ends;
        }
    }
    SentenceModel::ends_sentence(score, doubt)
}

/// The gaps of `paragraph` where the rules are in doubt, in order, for whoever
/// trains a model: `answer` gets the byte after each and its features, and
/// says whether a sentence ends there.
pub fn doubtful_gaps(
    paragraph: &str,
    rules: &dyn SentenceRules,
    answer: &mut dyn FnMut(usize, &SentenceFeatures) -> bool,
) {
    let chunks = Chunks::of(paragraph);
    walk(&chunks, rules, true, &mut |place| match place {
        Place::Settled { .. } => true,
        Place::Doubtful { gap, verdict, surroundings } => {
            let mut sight = Sight::of(gap, verdict, surroundings, rules);
            sight.look_up_groups();
            let mut features = SentenceFeatures::none();
            features.add_first(&sight);
            features.add_groups(&sight);
            features.add_second(&sight);
            features.add_words(&sight);
            answer(chunks.all()[gap.next].start(), &features)
        }
    });
}

/// A place in a paragraph that was looked at.
enum Place<'g, 'c, 't> {
    /// A sentence ends at this byte.
    Settled { end: usize },
    /// One may end in this gap.
    Doubtful { gap: &'g Gap<'c, 't>, verdict: Verdict, surroundings: &'g Surroundings },
}

/// Walks over the gaps of a paragraph and asks `ends` of those where a
/// sentence ends or may end; gaps without a full stop are shown where a model
/// is there to judge them (`openly`).
fn walk(
    chunks: &Chunks<'_>,
    rules: &dyn SentenceRules,
    openly: bool,
    ends: &mut dyn FnMut(Place<'_, '_, '_>) -> bool,
) {
    let standard = if chunks.beyond_latin { uax_bounds(chunks.text) } else { Vec::new() };
    let mut standard = standard.into_iter().peekable();
    let surroundings = Surroundings::of(chunks, rules);
    let mut progress = Progress::new(0);
    let mut series = None;
    let mut remarkable = chunks.remarkable.iter().map(|&index| index as usize).peekable();
    let mut next = 0;
    loop {
        while remarkable.next_if(|&index| index < next).is_some() {}
        // Most chunks are passed over.
        let index = match progress.has_word && !chunks.beyond_latin {
            true => remarkable.peek().copied().unwrap_or(chunks.len()),
            false => next,
        };
        if index >= chunks.len() {
            break;
        }
        next = index + 1;
        let chunk = chunks.all()[index];
        let previous = index.checked_sub(1).map(|before| chunks.all()[before]);
        let whole = || chunks.get(index);
        if let Some(previous) = previous {
            let mut by_the_standard = false;
            while let Some(bound) = standard.next_if(|&bound| bound <= chunk.start()) {
                by_the_standard |= bound == chunk.start();
            }
            let questionable =
                is_questionable(previous, chunk, openly) || series.is_some() && Mark::of(whole()).is_some();
            let questionable = questionable
                && (series.is_some()
                    || !surroundings.speak_against(chunks, index, index - progress.first, rules));
            if by_the_standard || questionable {
                let mut gap = Gap::at(chunks, index, progress);
                if by_the_standard && gap.stop == Stop::None && ends_in_other_mark(gap.before.whole) {
                    gap.stop = Stop::Other;
                }
                if gap.before.tail.ends_with(|mark| rules.is_stop(mark)) {
                    gap.stop = Stop::Question;
                }
                let ended = match verdict(&gap, series, rules) {
                    Verdict::Never => false,
                    Verdict::Ends => ends(Place::Settled { end: chunk.start() }),
                    _ if gap.is_open() && !openly => false,
                    verdict => ends(Place::Doubtful { gap: &gap, verdict, surroundings: &surroundings }),
                };
                if ended {
                    progress = Progress {
                        last_end: 1 + gap.stop as u8,
                        last_length: index - progress.first,
                        ..Progress::new(index)
                    };
                }
            }
        }
        if !progress.has_word {
            if index == progress.first {
                series = Mark::of(whole()).filter(|&mark| opens_item(mark, series)).or(series);
            }
            // No mark ends with a letter.
            progress.has_word = chunk.last.is_ascii_alphabetic()
                || !Mark::is_alone(whole()) && whole().contains(char::is_alphanumeric);
        }
        if !chunk.is_word() {
            progress.read(&chunks.part(index));
        }
        let mut inside = if chunk.has_mark_inside() { ends_inside(whole(), rules) } else { Vec::new() };
        inside.iter_mut().for_each(|end| *end += chunk.start());
        while let Some(bound) = standard.next_if(|&bound| bound < chunk.end()) {
            let bound = before_opening(chunks.text, bound);
            if bound > chunk.start() && ends_within(chunks.text, bound, rules) {
                inside.push(bound);
            }
        }
        inside.sort_unstable();
        inside.dedup();
        for end in inside {
            ends(Place::Settled { end });
            progress = Progress { has_word: true, ..Progress::new(index) };
        }
        if progress.form == Form::Marks {
            progress.form = chunk.form;
        }
    }
}

/// Where UAX #29 starts a new sentence, in bytes.
fn uax_bounds(text: &str) -> Vec<usize> {
    uax29::sentence_bounds(text).map(|(at, _)| at).skip(1).collect()
}

/// Whether the gap between two chunks is worth a look. Most are not: a small
/// letter follows a letter, digit or comma.
fn is_questionable(before: Chunk, after: Chunk, openly: bool) -> bool {
    let goes_on = before.last.is_ascii_alphanumeric() || before.last == b',';
    let small = after.first.is_ascii_lowercase() && !after.is_address() && !before.is_address();
    !(goes_on && (small || !openly))
}

/// Whether a mark at the start of a sentence opens an item of a list: the first
/// of its paragraph, the first of its kind, or the next one. *J.* before a
/// surname is none.
fn opens_item(mark: Mark, series: Option<Mark>) -> bool {
    series.is_none_or(|previous| mark.follows(previous) || mark.is_first())
}

/// Whether the chunk ends with a mark of another script.
fn ends_in_other_mark(chunk: &str) -> bool {
    chunk.trim_end_matches(is_closing).ends_with(|c: char| !c.is_ascii() && !c.is_alphanumeric())
}

/// Where sentences end inside a chunk because a space was forgotten: a word in
/// small letters, a stop, and a function word with a capital: *there.The*
fn ends_inside(chunk: &str, rules: &dyn SentenceRules) -> Vec<usize> {
    let mut ends = Vec::new();
    if chunk.contains(['@', '/', '_', '=', '\\']) || chunk.starts_with("www.") {
        return ends;
    }
    let mut rest = 0;
    while let Some(at) = chunk[rest..].find(['.', '!', '?', '…']).map(|at| at + rest) {
        let marks = chunk[at..].trim_start_matches(['.', '!', '?', '…']).trim_start_matches(is_closing);
        let next = chunk.len() - marks.len();
        let word = chunk[rest..at].trim_start_matches(is_opening);
        let following: &str = marks.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
        let plain = word.chars().count() > 1 && word.chars().skip(1).all(char::is_lowercase);
        let starts = form(following) == Form::Title && rules.starts_sentence(following);
        if plain && starts && rules.abbreviation(word).is_none() {
            ends.push(next);
        }
        rest = next;
    }
    ends
}

/// A bound of UAX #29, which takes a mark that opens for one that closes: the
/// end is before it, where a full stop of East Asia is before that: *行く。「はい」*
fn before_opening(text: &str, at: usize) -> usize {
    let is_opened = |c: char| matches!(c, '「' | '『' | '（' | '【' | '《' | '〈' | '“' | '‘');
    let before = text[..at].trim_end_matches(is_opened);
    let stopped = before.trim_end_matches(is_closing).ends_with(['。', '！', '？', '｡']);
    if stopped { before.len() } else { at }
}

/// Whether the end that UAX #29 puts inside a chunk, at `at`, is one.
fn ends_within(text: &str, at: usize, rules: &dyn SentenceRules) -> bool {
    let quoted = text[..at].ends_with(is_closing);
    let goes_on = text[at..].starts_with(char::is_lowercase) || quoted && rules.goes_on_with(&text[at..]);
    let stop = text[..at].trim_end_matches(is_closing).chars().next_back();
    let ends = stop.is_some_and(|c| {
        !c.is_alphanumeric()
            && !c.is_control()
            && !is_format(c)
            && !matches!(c, '.' | '…' | ',' | ';' | ':' | '-' | '–' | '—')
    });
    ends && !goes_on && !in_title(&text[..at]) && parts_words(&text[..at], &text[at..])
}

/// Whether the title of a work is open at the end of `before`: *《摔跤吧！爸爸》*
fn in_title(before: &str) -> bool {
    /// Characters of the longest title.
    const LONGEST: usize = 40;
    before.chars().rev().take(LONGEST).find(|c| matches!(c, '《' | '》')) == Some('《')
}

/// Whether no word goes on from `before` into `after`.
fn parts_words(before: &str, after: &str) -> bool {
    /// Characters around the cut that can matter to the rules of words.
    const WINDOW: usize = 16;
    let (start, _) = before.char_indices().rev().take(WINDOW).last().unwrap_or_default();
    let end = after.char_indices().nth(WINDOW).map_or(after.len(), |(at, _)| at);
    let window = [&before[start..], &after[..end]].concat();
    uax29::word_bounds(&window).any(|(at, _)| at == before.len() - start)
}

#[cfg(test)]
mod tests {
    use super::super::sentence_rules::Abbreviation;
    use super::*;

    struct Few;

    impl SentenceRules for Few {
        fn abbreviation(&self, word: &str) -> Option<Abbreviation> {
            match word {
                "Mr" | "Gen" => Some(Abbreviation::Title),
                "No" => Some(Abbreviation::BeforeNumber),
                "Inc" => Some(Abbreviation::Other),
                _ => None,
            }
        }

        fn starts_sentence(&self, word: &str) -> bool {
            matches!(word, "The" | "He" | "It")
        }

        fn is_preposition(&self, word: &str) -> bool {
            matches!(word, "At" | "In")
        }
    }

    fn split(text: &str) -> Vec<&str> {
        sentences(text, Span::new(0, text.len()), &Few).into_iter().map(|span| span.of(text)).collect()
    }

    #[test]
    fn abbreviations_do_not_end_sentences_unless_one_starts() {
        assert_eq!(split("Mr. The left. Gen. Smith stayed.").len(), 2);
        assert_eq!(split("See No. 5 now. The answer is No. Go.").len(), 3);
        assert_eq!(split("He works at Acme Inc. The pay is good.").len(), 2);
        assert_eq!(split("He works at Acme Inc. Boston is far.").len(), 1);
        assert_eq!(split("Jonas E. Smith came to the U.S. Army. It was cold.").len(), 2);
    }

    #[test]
    fn quotations_that_go_on_do_not_end_sentences() {
        assert_eq!(split("“Stop!” she cried. “No.” He ran.").len(), 3);
        assert_eq!(split("\"Why?\" he asked. (It was late.) He left.").len(), 3);
    }

    #[test]
    fn the_dash_of_old_wires_ends_no_sentence() {
        for text in
            ["MOSCOW (AP) _ Two men left.", "DETROIT, Gen. _ It was cold.", "WASHINGTON _ Two men left."]
        {
            assert_eq!(split(text), [text]);
        }
        assert_eq!(split("He left. _ It was cold.").len(), 2);
    }

    #[test]
    fn list_numbers_belong_to_their_item() {
        assert_eq!(split("1. The first item. 2. The second."), ["1. The first item.", "2. The second."]);
    }

    #[test]
    fn a_soft_line_break_is_no_end() {
        assert_eq!(split("It was a cold\nNight in the City.\nHe froze.").len(), 2);
    }

    #[test]
    fn no_sentence_ends_inside_a_word() {
        assert_eq!(split("Inc.ب and Inc.\u{301}ب").len(), 1);
    }

    #[test]
    fn ends_inside_a_chunk_come_in_order() {
        assert_eq!(split("It said so！Xy.there.The end."), ["It said so！", "Xy.there.", "The end."]);
    }

    #[test]
    fn other_scripts() {
        assert_eq!(split("今日は寒い。明日は？「はい。」").len(), 3);
        assert_eq!(split("هل أنت بخير؟ نعم.").len(), 2);
    }
}

//! The corpora that train the model: who marked them, how much of each is taken, what is put right in
//! them, and how a few of their sentences are written otherwise.

use std::ops::Range;
use std::path::Path;

use anyhow::Result;
use textlens::lexicon::{Known, NameLexicon, WordKey};

use super::corpus::{self, Kind, Recase, Sentence};
use super::running_text::Mention;
use crate::random::Random;

/// Who marked the names of a corpus.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Annotator {
    /// People, by hand.
    People,
    /// A teacher, which had learnt from people.
    Teacher,
    /// Programs: one name has now this type and now that.
    Program,
}

/// A corpus to learn from.
pub struct Source {
    /// Its file.
    pub file: &'static str,
    /// Whether it marks no or hardly any names of the fourth type.
    pub lacks_misc: bool,
    /// Whether it does not mark nationalities.
    pub lacks_demonyms: bool,
    /// One of how many sentences (or documents) is taken.
    pub one_of: usize,
    /// How often a pass goes over what is taken.
    pub times: usize,
    /// Whether every tenth document is kept for measuring, if asked for.
    pub held_out: bool,
    /// Whether it is kept for tuning, and only trains what ships.
    pub tunes: bool,
    /// Who marked its names.
    pub annotator: Annotator,
}

/// A source that is taken as it is.
pub const fn source(file: &'static str) -> Source {
    Source {
        file,
        lacks_misc: false,
        lacks_demonyms: false,
        one_of: 1,
        times: 1,
        held_out: false,
        tunes: false,
        annotator: Annotator::People,
    }
}

/// What the model is trained on. All of it may train what ships: see MODEL.md. Silver counts less than
/// gold of news and of the web.
pub const SOURCES: &[Source] = &[
    Source { held_out: true, annotator: Annotator::Program, ..source("gmb.tsv") },
    Source { held_out: true, times: 2, ..source("gum.tsv") },
    Source { held_out: true, ..source("docred.tsv") },
    Source { held_out: true, ..source("re-docred.tsv") },
    Source { one_of: 2, ..source("fewnerd.tsv") },
    source("crossner.tsv"),
    Source { lacks_misc: true, times: 2, ..source("uner-ewt.train.tsv") },
    Source { lacks_misc: true, ..source("btc.tsv") },
    Source { lacks_demonyms: true, times: 2, ..source("wnut17.train.tsv") },
    source("tweebank-ner.tsv"),
    Source { times: 2, ..source("europarl.tsv") },
    Source { lacks_demonyms: true, times: 2, ..source("re3d.tsv") },
    Source { tunes: true, lacks_misc: true, times: 2, ..source("uner-pud.tsv") },
    Source { tunes: true, lacks_demonyms: true, times: 2, ..source("wnut17.dev.tsv") },
];

/// The documents of a source that are to train, without those that are held out if so asked, put right with the `names` that
/// the recogniser knows.
pub fn documents(
    folder: &Path,
    source: &Source,
    hold_out: bool,
    names: &NameLexicon,
) -> Result<Vec<Vec<Sentence>>> {
    let mut documents = corpus::read(&folder.join("ner").join(source.file))?;
    if hold_out && source.held_out {
        corpus::part(&mut documents, false);
    }
    let mut at = 0;
    documents.retain(|_| {
        at += 1;
        at % source.one_of == 0
    });
    for sentence in documents.iter_mut().flatten() {
        repair(source.file, sentence);
    }
    if source.file == "crossner.tsv" {
        let demonyms = corpus::gazetteer(&folder.join("gazetteers/demonyms.txt"))?;
        documents.iter_mut().flatten().for_each(|sentence| elections(sentence, &demonyms));
    }
    if source.annotator == Annotator::Program {
        documents.iter_mut().flatten().for_each(|sentence| complete(sentence, names));
    }
    Ok(documents)
}

/// Keeps the country of an election: CrossNER marks *1922 United Kingdom general election*, all others mark *United
/// Kingdom*.
fn elections(sentence: &mut Sentence, demonyms: &[String]) {
    let tokens = &sentence.tokens;
    let is_small = |token: &String| token.starts_with(char::is_lowercase);
    for mention in &mut sentence.mentions {
        let name = &tokens[mention.range.clone()];
        let (Some(first), Some(last)) = (name.first(), name.last()) else { continue };
        let is_year = first.len() == 4 && first.bytes().all(|byte| byte.is_ascii_digit());
        if !is_year || !ELECTIONS.contains(&last.as_str()) {
            continue;
        }
        let small = name.iter().skip(1).position(is_small).map_or(name.len(), |at| at + 1);
        mention.range = mention.range.start + 1..mention.range.start + small;
        let place = &tokens[mention.range.clone()];
        let is_body = |word: &String| BODIES.contains(&word.as_str());
        mention.kind = if place.iter().any(is_body) {
            Kind::Org
        } else if demonyms.contains(&place.join(" "))
            || place.last().is_some_and(|word| demonyms.contains(word))
        {
            Kind::Misc
        } else {
            Kind::Loc
        };
    }
    sentence.mentions.retain(|mention| !mention.range.is_empty());
}

/// Words of bodies that are elected, or whose members choose.
const BODIES: &[&str] = &[
    "Assembly",
    "Board",
    "City",
    "Commission",
    "Commons",
    "Council",
    "Duma",
    "House",
    "Legislature",
    "Parliament",
    "Party",
    "Senate",
];

/// The last words of elections.
const ELECTIONS: &[&str] = &["election", "elections", "by-election", "primaries", "referendum"];

/// Words of a name that the lexicon has, at most.
const LONGEST: usize = 6;

/// Marks what the lexicon has as a name of several words and a program left out: *World Trade Organization* is no name in 24
/// of 26 places of the Groningen Meaning Bank.
fn complete(sentence: &mut Sentence, names: &NameLexicon) {
    let Sentence { tokens, mentions, .. } = sentence;
    let is_free = |mentions: &[Mention<Kind>], range: &Range<usize>| {
        mentions.iter().all(|it| it.range.end <= range.start || range.end <= it.range.start)
    };
    let is_capital = |at: usize| tokens[at].starts_with(char::is_uppercase);
    let mut at = 0;
    while at < tokens.len() {
        let longest = (at + 2..=tokens.len().min(at + LONGEST))
            .rev()
            .filter(|&end| is_capital(at) && is_capital(end - 1));
        let found = longest.map(|end| at..end).find_map(|range| {
            let words = tokens[range.clone()].iter().map(|token| WordKey::folded(token));
            let known = names.get(words.reduce(WordKey::then)?);
            let kind = if known.is(Known::ORGANISATION) {
                Kind::Org
            } else if known.is(Known::ANY_PLACE) {
                Kind::Loc
            } else if known.is(Known::EVENT.or(Known::WORK).or(Known::DEMONYM)) {
                Kind::Misc
            } else {
                return None;
            };
            Some((range, kind))
        });
        let Some((range, kind)) = found else {
            at += 1;
            continue;
        };
        at = range.end;
        if is_free(mentions, &range) {
            mentions.push(Mention { range, kind });
        }
    }
    mentions.sort_by_key(|it| it.range.start);
}

/// Pronouns as sentences begin with them.
const PRONOUNS: &[&str] =
    &["I", "You", "He", "She", "It", "We", "They", "Our", "Their", "His", "Her", "This", "These", "Those"];

/// Puts right what a corpus marks otherwise than the others.
fn repair(file: &str, sentence: &mut Sentence) {
    let tokens = &sentence.tokens;
    if file == "btc.tsv" {
        // Handles are found by their pattern.
        sentence.mentions.retain(|mention| !tokens[mention.range.start].starts_with('@'));
    }
    if file == "re3d.tsv" {
        // It marks whatever speaks of someone: *we*, *the city*, *civilians*.
        let is_name = |words: &[String]| {
            words.last().is_some_and(|word| word.starts_with(char::is_uppercase))
                && !(words.len() == 1 && PRONOUNS.contains(&words[0].as_str()))
        };
        sentence.mentions.retain(|mention| is_name(&tokens[mention.range.clone()]));
    }
    // North O or a place, Korean a nationality; or both a place: the nationality is North Korean.
    let korean = |at: usize| {
        at > 0
            && matches!(tokens[at].as_str(), "Korean" | "Koreans")
            && matches!(tokens[at - 1].as_str(), "North" | "South")
    };
    for at in (0..sentence.mentions.len()).rev() {
        let Mention { range, kind } = sentence.mentions[at].clone();
        if range.len() == 1 && kind == Kind::Misc && korean(range.start) {
            sentence.mentions[at].range.start -= 1;
            if at > 0 && sentence.mentions[at - 1].range.end == range.start {
                sentence.mentions[at - 1].range.end -= 1;
            }
        } else if range.len() == 2 && korean(range.start + 1) {
            sentence.mentions[at].kind = Kind::Misc;
        }
    }
    sentence.mentions.retain(|mention| !mention.range.is_empty());
}

/// One of how many documents is put in capitals, one in lower case and one in the capitals of
/// titles; of the others, one of so many sentences in capitals and one in those of titles.
pub const RECASED: u64 = 33;

/// Writes a few documents and sentences otherwise, for texts that are written so.
pub fn recase(document: &mut [Sentence], random: &mut Random) {
    let ways = [Recase::Upper, Recase::Title, Recase::Lower];
    if let Some(way) = ways.get(random.below(RECASED) as usize) {
        document.iter_mut().for_each(|sentence| way.apply(sentence));
    } else if document.len() > 1 {
        for sentence in document {
            if let Some(way) = ways[..2].get(random.below(RECASED) as usize) {
                way.apply(sentence);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_lexicon_has_and_a_program_left_out_is_marked() {
        let names = textlens::lexicon::Packs::built_in().names("en").expect("built in");
        let text =
            "Talks at the World Trade Organization and the Black Sea with the World Bank of New Zealand";
        let mut sentence = Sentence::of(text, &[(12..14, Kind::Org)]);
        complete(&mut sentence, names);
        let expected = [(3..6, Kind::Org), (8..10, Kind::Loc), (12..14, Kind::Org), (15..17, Kind::Loc)];
        assert_eq!(sentence.mentions, Sentence::of("", &expected).mentions);
    }

    #[test]
    fn corpora_that_mark_otherwise_are_put_right() {
        for (marked, expected) in [
            (vec![(1..2, Kind::Misc)], vec![(0..2, Kind::Misc)]),
            (vec![(0..1, Kind::Loc), (1..2, Kind::Misc)], vec![(0..2, Kind::Misc)]),
            (vec![(0..2, Kind::Loc)], vec![(0..2, Kind::Misc)]),
            (vec![(0..3, Kind::Org)], vec![(0..3, Kind::Org)]),
        ] {
            let mut found = Sentence::of("North Korean troops", &marked);
            repair("gmb.tsv", &mut found);
            assert_eq!(found.mentions, Sentence::of("", &expected).mentions, "{marked:?}");
        }
        let mut report = Sentence::of(
            "We left the city for Mosul",
            &[(0..1, Kind::Org), (2..4, Kind::Loc), (5..6, Kind::Loc)],
        );
        repair("re3d.tsv", &mut report);
        assert_eq!(report.mentions, Sentence::of("", &[(5..6, Kind::Loc)]).mentions);
        let mut vote = Sentence::of(
            "The 1922 United Kingdom general election , the 1961 South Korean general election , 1950 Senate elections",
            &[(1..6, Kind::Misc), (8..13, Kind::Misc), (14..17, Kind::Misc)],
        );
        elections(&mut vote, &["Korean".to_owned()]);
        let expected = [(2..4, Kind::Loc), (9..11, Kind::Misc), (15..16, Kind::Org)];
        assert_eq!(vote.mentions, Sentence::of("", &expected).mentions);
        let mut tweet = Sentence::of("@kim met Kim", &[(0..1, Kind::Per), (2..3, Kind::Per)]);
        repair("btc.tsv", &mut tweet);
        assert_eq!(tweet.mentions, Sentence::of("", &[(2..3, Kind::Per)]).mentions);
    }
}

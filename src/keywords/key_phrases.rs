//! Key phrases to be read: the few of all candidates that tell a reader what the text is about, nouns with their
//! attributes and whole names, none inside another and no two that say the same.

use super::candidates::{Candidate, Candidates};
use super::choice_features::{CHOICE_FEATURES, rows};
use super::merit::merit;
use super::names::whole_name;
use super::overlap::{are_variants, is_initials, longer, says_the_same, shorter, whole};
use super::phrases::{Phrase, phrase};
use super::readable::{Readable, ShortNames};
use super::sense::reads_well;
use super::stems::StemId;
use super::written_form::{form_to_read, take_full_stop};
use crate::lexicon::TreeScorer;
use crate::order;
use crate::text::one_line;

/// Up to `limit` phrases to be read, best first: nouns with their attributes and whole names, none inside another and
/// no two of nearly the same words. `ranker` says which an editor would choose; what he would hardly choose is not
/// read, so that there may be fewer. Without one they have [`merit`], a word alone must come back, and so must what is
/// part of something longer.
pub fn keyphrases(candidates: &Candidates<'_, '_>, ranker: Option<&TreeScorer>, limit: usize) -> Vec<Phrase> {
    let ranker = ranker.filter(|ranker| ranker.features() <= CHOICE_FEATURES);
    let fit = Fit::of(candidates, ranker.is_some());
    let scored = match ranker {
        Some(ranker) => fit.scores(candidates, ranker),
        None => fit.merits(candidates),
    };
    let mut chosen: Vec<Phrase> = Vec::new();
    let mut taken: Vec<Vec<StemId>> = Vec::new();
    let mut roots: Vec<Vec<&str>> = Vec::new();
    let scored = order::by_falling(scored, |&(.., score)| order::signed(score));
    for &(found, score) in &scored {
        if chosen.len() == limit {
            break;
        }
        let ((at, readable), score) = match ranker {
            Some(_) => shorter(candidates, &scored, (found, score)),
            None => {
                let found = longer(candidates, &scored, &taken, (found, score));
                (whole(candidates, &fit.list, found), score)
            }
        };
        let candidate = &candidates.list[at];
        let stems: Vec<StemId> = candidates.stems(candidate).collect();
        if taken.iter().any(|other| says_the_same(&stems, other)) {
            continue;
        }
        let words = candidates.first_tokens(candidate).iter();
        let root: Vec<&str> = words.map(|token| candidates.tokens().word(token).stem()).collect();
        if !readable.is_name && roots.iter().any(|other| are_variants(&root, other)) {
            continue;
        }
        let phrase = to_be_read(candidates, (at, readable), score);
        let text = &*phrase.text;
        // The *three-axis computer* of *three-axis computer numerical control*.
        let crosses = |other: &Phrase| {
            phrase.spans.iter().all(|span| {
                let next = other.spans.partition_point(|it| it.end <= span.start);
                other.spans.get(next).is_some_and(|it| it.start < span.end)
            })
        };
        let says_it = |other: &Phrase| {
            other.text == text
                || is_initials(text, &other.text)
                || is_initials(&other.text, text)
                || crosses(other)
        };
        if !chosen.iter().any(says_it) {
            taken.push(stems);
            roots.push(root);
            chosen.push(phrase);
        }
    }
    chosen
}

/// The phrase of a candidate as it is read: in full, in the form that it has most often.
fn to_be_read(candidates: &Candidates<'_, '_>, (at, readable): (usize, Readable), score: i64) -> Phrase {
    let candidate = &candidates.list[at];
    let mut phrase = phrase(candidates, score, candidate);
    if let Some(spans) = whole_name(candidates, candidate, readable) {
        phrase.text = one_line(spans[0].of(candidates.tokens().text)).into_owned();
        phrase.count = spans.len();
        phrase.spans = spans;
    } else {
        phrase.text = form_to_read(candidates, &phrase.spans, readable);
        take_full_stop(candidates.tokens().text, &mut phrase);
    }
    phrase
}

/// What may be chosen, as it would be read, and what is measured of it: what a ranker is trained on.
pub fn choices(candidates: &Candidates<'_, '_>) -> Vec<(Phrase, [i32; CHOICE_FEATURES])> {
    let fit = Fit::of(candidates, true);
    let rows = rows(candidates, &fit.choice, &fit.short);
    fit.choice.iter().map(|&it| to_be_read(candidates, it, 0)).zip(rows).collect()
}

/// The candidates that read as phrases.
struct Fit {
    /// All of them, by place.
    list: Vec<(usize, Readable)>,
    /// Those that no longer name speaks for.
    choice: Vec<(usize, Readable)>,
    short: ShortNames,
}

impl Fit {
    /// Those that may be chosen. `is_free`: a part of something longer, too, what has an *of* inside, and a word that
    /// does not come back.
    fn of(candidates: &Candidates<'_, '_>, is_free: bool) -> Self {
        let may_be = |it: &Candidate| {
            is_free
                || candidates.count(it) > 1
                || it.words() > 1 && (candidates.may_be_whole(it) || candidates.has_capitals(it))
        };
        let numbered = candidates.list.iter().enumerate().filter(|(_, it)| may_be(it));
        let list: Vec<(usize, Readable)> = numbered
            .map(|(at, it)| (at, Readable::of(candidates, it)))
            .filter(|&(at, readable)| {
                let candidate = &candidates.list[at];
                (is_free || !candidates.has_function_word(candidate))
                    && reads_well(candidates, candidate, readable)
            })
            .collect();
        let short = ShortNames::of(candidates, &list);
        let choice = list.iter().copied().filter(|&(at, _)| !short.is_served(at)).collect();
        Self { list, choice, short }
    }

    /// What may be chosen with what `ranker` gives it.
    fn scores(&self, candidates: &Candidates<'_, '_>, ranker: &TreeScorer) -> Vec<((usize, Readable), i64)> {
        let scores = ranker.scores(rows(candidates, &self.choice, &self.short));
        let all = self.choice.iter().copied().zip(scores.into_iter().map(i64::from));
        all.filter(|&(_, score)| score >= LEAST_SCORE).collect()
    }

    /// What may be chosen with its [`merit`].
    fn merits(&self, candidates: &Candidates<'_, '_>) -> Vec<((usize, Readable), i64)> {
        let merit = |&(at, readable): &(usize, Readable)| {
            ((at, readable), merit(candidates, &candidates.list[at], self.short.alone(at)))
        };
        self.choice.iter().map(merit).collect()
    }
}

/// The score below which a phrase is not read: at it an editor would take about two in five.
const LEAST_SCORE: i64 = -450;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::keywords::phrases::tests::with;

    fn read(text: &str) -> Vec<String> {
        with(text, |candidates, lexicon| {
            keyphrases(candidates, lexicon.key_phrase_ranker(), 9)
                .into_iter()
                .map(|phrase| phrase.text)
                .collect()
        })
    }

    #[test]
    fn no_piece_of_two_is_read() {
        let text = "Parts are cut by computer numerical control milling, on a three-axis computer numerical control \
                    milling machine.";
        let found = read(text);
        assert!(found.iter().any(|phrase| phrase.contains("computer numerical control")), "{found:?}");
        assert!(!found.contains(&"three-axis computer".to_owned()), "{found:?}");
    }

    #[test]
    fn names_that_have_an_and_sign_are_read() {
        let found = read(
            "AT&T sold its cable. AT&T owned cable in Ohio, and AT&T paid. The company was fined for its network \
             outage in Ohio. Verizon gained from it, as AT&T said.",
        );
        assert!(found.contains(&"AT&T".to_owned()), "{found:?}");
    }

    #[test]
    fn of_phrases_inside_each_other_one_is_read() {
        let text = "Missile tests again: missile tests. The missile tests of the army. That army?";
        assert_eq!(read(text), ["missile tests", "army"]);
    }

    #[test]
    fn names_are_whole_and_keep_their_capitals_and_verbs_are_none() {
        let text = "Kim Jong Un met Vladimir Putin in North Korea on Monday. Putin quickly praised the parade. \
                    Parades like the parade in North Korea please Putin, and Kim met Putin on Monday.";
        let found = read(text);
        for expected in ["Vladimir Putin", "North Korea", "parade"] {
            assert!(found.iter().any(|phrase| phrase == expected), "{found:?}");
        }
        for wrong in ["Putin", "Korea", "Monday", "met", "North"] {
            assert!(!found.iter().any(|phrase| phrase == wrong), "{found:?}");
        }
    }

    #[test]
    fn a_name_is_read_without_a_title_that_it_can_do_without() {
        let text = "The talks with Korean Defence Minister Kang Sun-nam went on. Shoigu praised Kang. Kang ate. \
                    Queen Victoria reigned. Victoria was old. Nobody missed Queen Victoria.";
        let found = read(text);
        assert!(found.iter().any(|phrase| phrase == "Kang Sun-nam"), "{found:?}");
        assert!(found.iter().any(|phrase| phrase == "Queen Victoria"), "{found:?}");
        assert!(!found.iter().any(|phrase| phrase.contains("Minister")), "{found:?}");
    }

    #[test]
    fn verbs_that_look_like_nouns_and_scraps_are_none() {
        let text = "Caffeinated coffee doubles the blood-sugar levels spiking at 9 a.m and 10 a.m on zqx. Zqx, and zqx. \
                    Blood-sugar levels matter. Coffee with fat matters, and so does the coffee.";
        let found = read(text);
        assert!(found.iter().any(|phrase| phrase == "blood-sugar levels"), "{found:?}");
        for wrong in ["doubles", "spiking", "a.m", "zqx"] {
            assert!(!found.iter().any(|phrase| phrase.contains(wrong)), "{found:?}");
        }
    }

    #[test]
    fn what_somebody_does_is_none() {
        for (text, wrong) in [
            ("GM sells Delphi to a fund. The fund likes Delphi.", "sells"),
            ("The automaton is a discrete model consisting of cells. Cells die.", "consisting"),
            ("We study radar courses teaching pulse compression. The radar broke.", "teaching"),
            ("After 10 days oxidation began. The 30 days oxidation took were long.", "days"),
        ] {
            let found = read(text);
            assert!(!found.iter().any(|phrase| phrase.contains(wrong)), "{found:?}");
        }
    }

    #[test]
    fn what_says_little_is_none() {
        let text = "The total number of bridges rose. Former bridges fell in weeks; weeks later the total number fell. \
                    A former champion built bridges.";
        assert_eq!(read(text), ["bridges", "champion"]);
    }

    #[test]
    fn a_name_takes_in_a_participle() {
        let text = "Leaders of the United Kingdom met, and the United Kingdom sent a ship of the United Kingdom away.";
        assert_eq!(read(text), ["United Kingdom", "ship", "leaders"]);
    }

    #[test]
    fn a_fragment_gives_way_to_what_it_stands_in() {
        let text = "The Court of Session sat in the north. Judges of the Court of Session spoke. \
                    The Court of Session is old.";
        assert_eq!(read(text), ["Court of Session"]);
        let text = "The Center for Biological Diversity counted butterflies. A Center for Biological Diversity scientist \
                    caught butterflies. He left the Center for Biological Diversity.";
        assert_eq!(read(text), ["Center for Biological Diversity", "butterflies"]);
    }

    #[test]
    fn a_name_does_not_end_in_a_title() {
        let text = "Talks with US Secretary of State Mike Pompeo went on. Iran met the US Secretary of State. \
                    A bridge in Iran fell on the bridge.";
        let found = read(text);
        assert!(found.iter().any(|phrase| phrase == "bridge"), "{found:?}");
        assert!(!found.iter().any(|phrase| phrase.ends_with("Secretary")), "{found:?}");
    }

    #[test]
    fn a_noun_is_read_in_a_form_of_its_own() {
        let text = "Arrest made as mayor of Gdynia stabbed\nA man was arrested on Sunday after the mayor was stabbed.";
        let found = read(text);
        assert!(found.iter().any(|phrase| phrase == "arrest"), "{found:?}");
        assert!(!found.iter().any(|phrase| phrase == "arrested"), "{found:?}");
    }

    #[test]
    fn a_name_is_read_in_full_or_by_its_letters() {
        let both = read(
            "The United States sent ships. The U.S. has many, and the U.S. ships left for the United States.",
        );
        assert!(both.iter().any(|phrase| phrase == "United States"), "{both:?}");
        assert!(!both.iter().any(|phrase| phrase.starts_with("U.S")), "{both:?}");
        let text = "Spies of the K.G.B. watched him. The K.G.B. had a file on him, and nobody in the K.G.B. read it. The spies \
                    left the K.G.B. in May.";
        let letters = read(text);
        assert!(letters.iter().any(|phrase| phrase == "K.G.B."), "{letters:?}");
        let spans = with(text, |candidates, lexicon| {
            let found = keyphrases(candidates, lexicon.key_phrase_ranker(), 9);
            found.into_iter().find(|phrase| phrase.text == "K.G.B.").map(|phrase| phrase.spans)
        });
        assert!(spans.expect("found").iter().all(|span| span.of(text) == "K.G.B."));
    }

    #[test]
    fn a_person_is_read_without_title_or_trade() {
        let found = read(
            "Florida Governor Ron DeSantis spoke of the hurricane. The hurricane came late, said the god Thoth. People \
             who fled the hurricane on a Tue in mid-August thanked Florida Governor Ron DeSantis. General Motors \
             Company sold cars to many people. General Motors Company gave them away.",
        );
        for expected in ["Ron DeSantis", "hurricane", "General Motors Company"] {
            assert!(found.iter().any(|phrase| phrase == expected), "{expected}: {found:?}");
        }
        for wrong in ["Governor", "god", "people", "Tue", "mid-August"] {
            assert!(!found.iter().any(|phrase| phrase.contains(wrong)), "{wrong}: {found:?}");
        }
    }

    #[test]
    fn two_forms_of_one_phrase_are_one() {
        let found = read(
            "The presidential nomination is near. A presidential nominee spoke of the presidential nomination in Ohio, \
             and the presidential nominee left Ohio.",
        );
        assert_eq!(found.iter().filter(|phrase| phrase.starts_with("presidential")).count(), 1, "{found:?}");
    }

    #[test]
    fn an_unknown_language_has_function_words_too() {
        let text = "Die boek van die skrywer is in die winkel. Van die boek hou die skrywer; die skrywer skryf die boek.";
        let (packs, options) = (
            crate::lexicon::Packs::none(),
            crate::Options { language: Some("af".into()), ..Default::default() },
        );
        let report = crate::analyze_with(&packs, text, &options).unwrap();
        let found: Vec<&str> = report.keyphrases.iter().map(|phrase| phrase.text.as_str()).collect();
        assert!(found.iter().any(|phrase| phrase.contains("boek")), "{found:?}");
        assert!(
            !found
                .iter()
                .any(|phrase| phrase.contains("die ") || phrase.contains(" die") || *phrase == "die"),
            "{found:?}"
        );
    }

    #[test]
    fn a_title_of_names_is_none() {
        let text = "The President sued a bank. A court heard the President, and the bank paid the President.";
        let found = read(text);
        assert_eq!(found, ["bank"]);
    }

    #[test]
    fn references_of_html_are_no_words() {
        let text =
            "&quot;Missile tests&quot; again: &quot;missile tests&nbsp;&quot; and &quot;quot&quot;. Tests.";
        for phrase in read(text) {
            assert!(phrase == "quot" || !phrase.contains("quot") && !phrase.contains("nbsp"), "{phrase}");
        }
    }

    #[test]
    fn what_a_text_is_about_may_have_an_of_inside() {
        let found = read(
            "A state of emergency was declared in the town. Under the state of emergency nobody may leave the town; \
             the state of emergency ends in May.",
        );
        assert!(found.contains(&"state of emergency".to_owned()), "{found:?}");
    }

    #[test]
    fn what_an_editor_would_hardly_choose_is_not_read() {
        let text = "The bridge over the river was closed on Monday, as cracks were found in the bridge. For a good reason, \
                    said the mayor: the old bridge might fall at any moment. People had to make a long detour, and some \
                    of them had no idea of it. It was a difficult situation, she said, but the whole point of it was that \
                    nobody was hurt on the bridge. A new bridge will take a long time and a great deal of money, and \
                    that is a different story.";
        let (may_be, read) = with(text, |candidates, lexicon| {
            let read = keyphrases(candidates, lexicon.key_phrase_ranker(), 99);
            (choices(candidates).len(), read)
        });
        assert!(read.len() + 1 < may_be, "{} of {may_be}: {read:?}", read.len());
        assert_eq!(read[0].text, "bridge");
    }

    #[test]
    fn nothing_gives_nothing() {
        for text in ["", "the of and"] {
            assert!(read(text).is_empty());
        }
    }

    #[test]
    fn a_phrase_says_more_than_its_word() {
        let text = "Heel pain is common. The heel hurts: the heel bears all. A heel in pain? Heel pain may last. \
                    The grant was for lead pipes. Lead is old, lead kills. They dug for pipes.";
        let found = read(text);
        for (phrase, word) in [("heel pain", "heel"), ("lead pipes", "lead")] {
            assert!(found.contains(&phrase.to_owned()) && !found.contains(&word.to_owned()), "{found:?}");
        }
        // Once beside many it is no other name for the word.
        let text = format!(
            "{} The ice cream was good. Good cream.",
            "They sold ice here, and ice there. ".repeat(9)
        );
        assert_eq!(read(&text)[0], "ice");
    }

    #[test]
    fn a_headline_whose_capitals_say_nothing_lends_no_names() {
        let text = "Kogi Victims Lament as Agencies Trade Blame Over Missing Relief Items\n\nVictims of the flood in \
                    Kogi said that relief items never came. The flood took their farms. The relief items lay in a \
                    store in Lokoja, officials said.";
        let found = read(text);
        assert!(found.iter().any(|phrase| phrase == "relief items"), "{found:?}");
        for wrong in ["Lament", "Blame", "Trade", "Items"] {
            assert!(!found.iter().any(|phrase| phrase.contains(wrong)), "{wrong}: {found:?}");
        }
    }

    #[test]
    fn a_country_is_not_short_for_a_body_of_it() {
        let text = "Japan and China met. Japan has its own ships, and China has others. The Japan Youth Federation built \
                    a lighthouse. Japan sent China a note.";
        let found = read(text);
        assert!(["Japan", "China"].iter().all(|&it| found.iter().any(|phrase| phrase == it)), "{found:?}");
    }

    #[test]
    fn whose_countryman_somebody_is_stands_outside_of_the_name() {
        let found = read(
            "Hungarian Laszlo Berecz scored for the visitors from London. Roger Federer of Switzerland won in Dubai. \
             Iraqi police said so, and the visitors left. Berecz was happy, and Federer was, too.",
        );
        for expected in ["Laszlo Berecz", "Roger Federer", "Iraqi police"] {
            assert!(found.iter().any(|phrase| phrase == expected), "{expected}: {found:?}");
        }
    }

    #[test]
    fn a_person_begins_with_the_given_name() {
        for (text, person) in [
            (
                "Voters know then-governor of Alaska Sarah Palin. A bear ran after the governor of Alaska.",
                "Sarah Palin",
            ),
            (
                "They asked Secretary of State Mike Pompeo about tariffs. The tariffs hurt farmers.",
                "Mike Pompeo",
            ),
            ("The band of guitarist Eddie Van Halen sold records. The records were loud.", "Eddie Van Halen"),
            (
                "Carlos Costa of Spain won in Bournemouth. In Bournemouth it rained on the tennis.",
                "Carlos Costa",
            ),
            (
                "Farmers sued before Justice Musarrat Bangash. The farmers lost their quarries.",
                "Musarrat Bangash",
            ),
        ] {
            let found = read(text);
            assert!(found.iter().any(|phrase| phrase == person), "{person}: {found:?}");
            assert!(!found.iter().any(|it| it != person && it.contains(person)), "{person}: {found:?}");
        }
        let found =
            read("Major League Baseball sold tickets. Fans of San Diego paid for the tickets in San Diego.");
        for whole in ["Major League Baseball", "San Diego"] {
            assert!(found.iter().any(|phrase| phrase == whole), "{whole}: {found:?}");
        }
    }

    #[test]
    fn a_country_is_not_short_for_a_part_of_it() {
        let found = read(
            "Syria lost tanks in the north. Syria blamed rebels in Northern Syria, and its neighbours blamed Syria.",
        );
        assert!(found.iter().any(|phrase| phrase == "Syria"), "{found:?}");
    }

    #[test]
    fn a_word_that_stands_once_may_be_read() {
        let found = read(
            "The new law on unemployment divides the parliament in Vienna, as both parties fear strikes.",
        );
        assert!(found.iter().any(|phrase| phrase == "unemployment"), "{found:?}");
    }

    #[test]
    fn a_dateline_is_read_as_any_name() {
        let text = "NAIROBI, Kenya - A plane crashed in the mountains on Monday, police said. The plane carried medicine.";
        let found = read(text);
        assert!(found.iter().any(|phrase| phrase == "Nairobi"), "{found:?}");
    }

    #[test]
    fn measures_and_days_are_none() {
        let text = "On Fridays they sold tonnes of butter. Fridays were long, and tonnes of butter went. \
                    In the evening, by evening, butter.";
        assert_eq!(read(text), ["butter"]);
    }
}

//! The recogniser by gazetteers, patterns and agreement over the document.

use super::forms::Forms;
use super::names::{Candidate, Finder};
use super::{EntityType, Mention, Recogniser, consistency, dates, units};
use crate::lexicon::NameLexicon;
use crate::order;
use crate::tokens::Tokens;

/// The recogniser by gazetteers and patterns.
pub struct RuleRecogniser<'l> {
    names: &'l NameLexicon,
}

impl<'l> RuleRecogniser<'l> {
    /// With what `names` know.
    pub fn new(names: &'l NameLexicon) -> Self {
        Self { names }
    }
}

impl Recogniser for RuleRecogniser<'_> {
    fn recognise(&self, tokens: &Tokens<'_>) -> Vec<Mention> {
        let forms = Forms::new(tokens, self.names);
        let mut candidates: Vec<Candidate> = Vec::new();
        let mut mentions: Vec<Mention> = Vec::new();
        let (mut units, mut dated) = (Vec::new(), Vec::new());
        for sentence in &tokens.sentences {
            units::units(tokens, &forms, sentence, &mut units);
            for span in dates::mark_dates(tokens.text, &units, &mut dated) {
                mentions.push(Mention::sure(span, EntityType::Date));
            }
            let is_full_sentence =
                sentence.span.of(tokens.text).ends_with(['.', '!', '?', '”', '"', '’', ')', ':']);
            let finder = Finder {
                lexicon: self.names,
                text: tokens.text,
                units: &units,
                is_full_sentence,
                dated: &dated,
                found: &mut candidates,
            };
            finder.find();
        }
        mentions.extend(consistency::resolve(&candidates));
        order::by_rising(mentions, |mention| mention.span.order())
    }
}

#[cfg(test)]
mod tests {
    use crate::entities::EntityType::{self, Event, Nationality, Organisation, Person, Place};
    use crate::entities::tests::found;

    fn names(text: &str) -> Vec<(&str, EntityType)> {
        found(text).into_iter().filter(|(_, kind)| *kind != EntityType::Date).collect()
    }

    #[test]
    fn titles_articles_and_possessives_stay_outside() {
        assert_eq!(
            names(
                "Russian President Vladimir Putin met Defence Minister Kang Sun-nam at the Korean People’s Army’s museum."
            ),
            [
                ("Russian", Nationality),
                ("Vladimir Putin", Person),
                ("Kang Sun-nam", Person),
                ("Korean People’s Army", Organisation)
            ]
        );
        assert_eq!(names("Mr. Comey and Ms. Gillard left."), [("Comey", Person), ("Gillard", Person)]);
    }

    #[test]
    fn the_head_of_a_name_says_what_it_is() {
        assert_eq!(
            names(
                "The Bank of England, the Food and Drug Administration and the University of the Arts met."
            ),
            [
                ("Bank of England", Organisation),
                ("Food and Drug Administration", Organisation),
                ("University of the Arts", Organisation)
            ]
        );
        assert_eq!(
            names("They crossed the Korean Peninsula before the 2006 Winter Olympics and the Korean War."),
            [("Korean Peninsula", Place), ("2006 Winter Olympics", Event), ("Korean War", Event)]
        );
    }

    #[test]
    fn compounds_give_up_the_name_in_them() {
        assert_eq!(
            names("The US-led force, a Moscow-based firm and pro-Russian groups signed a US-China deal."),
            [("US", Place), ("Moscow", Place), ("Russian", Nationality), ("US", Place), ("China", Place)]
        );
    }

    #[test]
    fn a_capital_at_the_start_of_a_sentence_is_no_name() {
        assert_eq!(
            names("Concerns grew. Yesterday Apple fell. “Reading is fun,” they said. Will it?"),
            [("Apple", Organisation)]
        );
        assert_eq!(names("Will Smith and Mark left."), [("Will Smith", Person), ("Mark", Person)]);
    }

    #[test]
    fn a_word_is_one_thing_in_one_document() {
        let text = "Sergei Shoigu spoke. It was attended by Kim and Shoigu. Later Shoigu’s plane left. Shoigu waved.";
        let shoigu: Vec<_> = names(text).into_iter().filter(|(name, _)| name.ends_with("Shoigu")).collect();
        assert_eq!(shoigu.len(), 4);
        assert!(shoigu.iter().all(|(_, kind)| *kind == Person));
    }

    #[test]
    fn headlines_and_capitals_only_give_what_is_known() {
        assert_eq!(
            names("Kim Visits Moscow to Sign Long Trade Deal With Russia"),
            [("Kim", Person), ("Moscow", Place), ("Russia", Place)]
        );
        assert_eq!(names("THE LEADERS OF RUSSIA TOLD US ABOUT THEIR LONG JOURNEY"), [("RUSSIA", Place)]);
    }

    #[test]
    fn odd_texts_give_sound_mentions() {
        for text in [
            "",
            " \n\t",
            "\0\0",
            ".",
            "’s",
            "A",
            "&",
            "of",
            "The",
            "“",
            "U.S",
            "J. ",
            "Mr.",
            "-",
            "X&Y",
            "é-É",
            "日本 Kim 🎈Moscow",
        ] {
            let mentions = found(text);
            assert!(mentions.iter().all(|(name, _)| !name.trim().is_empty()), "{text:?}: {mentions:?}");
        }
    }

    #[test]
    fn mentions_are_in_order_and_apart() {
        let text = [include_str!("../../seeds/parade.txt"); 2].join("\n");
        let base = text.as_ptr() as usize;
        let spans: Vec<_> =
            found(&text).iter().map(|(name, _)| (name.as_ptr() as usize - base, name.len())).collect();
        assert!(spans.windows(2).all(|pair| pair[0].0 + pair[0].1 <= pair[1].0));
        assert_eq!(spans.len() % 2, 0, "the same text twice has the same mentions twice");
    }

    #[test]
    fn long_chains_are_cut_so_that_time_stays_linear() {
        for text in ["University of ", "Vladimir ", "Food and Drug and ", "President ", "Women’s "] {
            let text = text.repeat(5_000);
            let longest = found(&text).iter().map(|(name, _)| name.split(' ').count()).max();
            assert!(longest.is_none_or(|words| words <= 34), "{longest:?} words in {:?}", &text[..20]);
        }
    }
}

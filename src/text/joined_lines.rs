//! Lines that were joined into one paragraph and still show that they were
//! lines: items of a list, fields of a form, the end of a letter.

use super::forms::Form;
use super::gaps::Gap;
use super::list_marks::Mark;
use super::parts::{Part, Stop};
use super::sentence_rules::{Role, SentenceRules};

/// Whether the next item of a list follows: *1. One 2. Two*.
pub(super) fn item_follows(gap: &Gap<'_, '_>, series: Option<Mark>, rules: &dyn SentenceRules) -> bool {
    let Some(mark) = Mark::of(gap.after.whole) else { return false };
    if gap.next + 1 >= gap.chunks.len() {
        return false;
    }
    let Some(series) = series else { return list_follows(gap, mark) };
    if let Mark::MaybeBullet('-' | '*' | '+') = mark {
        // *- one; - two*
        let listed = gap.chunks.head(gap.progress.first) == gap.after.whole;
        let stops = gap.before.tail == ";"
            || gap.stop == Stop::Point && !gap.ahead(1).starts_with(char::is_lowercase)
            || gap.before.form == Form::Address;
        return listed && stops;
    }
    // *it is 2. Then*: nothing ends with such a word.
    let goes_on = gap.stop == Stop::None && rules.starts_sentence(gap.before.core);
    mark.follows(series) && !goes_on
}

/// Whether a list starts after a colon: *We need: 1. Flour 2. Eggs*.
fn list_follows(gap: &Gap<'_, '_>, mark: Mark) -> bool {
    /// Chunks of the longest first item.
    const LONGEST: usize = 60;
    gap.stop == Stop::Colon
        && gap.after.whole == "1."
        && (1..=LONGEST).any(|distance| Mark::of(gap.ahead(distance)).is_some_and(|next| next.follows(mark)))
}

/// Whether a line ends here by what it is and what the next one is.
pub(super) fn line_ended(gap: &Gap<'_, '_>, rules: &dyn SentenceRules) -> bool {
    field_follows(gap) || numbered_alike(gap) || closes_letter(gap, rules) || is_caption(gap, rules)
}

/// Whether the next field of a form follows: *Phone: 555 0100 Fax: none*.
fn field_follows(gap: &Gap<'_, '_>) -> bool {
    /// Chunks to the field after that.
    const FAR: usize = 12;
    let is_name = |part: &Part<'_>| {
        part.stop == Stop::Colon && part.tail == ":" && matches!(part.form, Form::Title | Form::Upper)
    };
    // *Book: Operating Systems: Design and Practice*
    let in_title = gap.progress.last_end == 0 && matches!(gap.before.form, Form::Title | Form::Upper);
    // *Email: ann@example.edu Office hours: at noon*
    let in_two = gap.after.form == Form::Title
        && gap.after.tail.is_empty()
        && matches!(gap.before.form, Form::Address | Form::Number)
        && gap.part_ahead(1).tail == ":";
    gap.stop == Stop::None
        && (is_name(&gap.after) || in_two)
        && gap.next + 1 < gap.chunks.len()
        && gap.length() > 1
        && !in_title
        && (is_name(&gap.first())
            || (2..FAR).any(|distance| {
                is_name(&gap.part_ahead(distance))
                    && gap.ahead(distance - 1).ends_with(|c: char| c.is_alphanumeric() || c == ')')
            }))
}

/// Whether the next line starts as this one did, with another number: *Aug.
/// 23: Cells Aug. 25: Genes*, *Essay 1, due in May. Essay 2, due in June.*
fn numbered_alike(gap: &Gap<'_, '_>) -> bool {
    /// Chunks of the shortest line.
    const SHORTEST: usize = 3;
    let all = gap.chunks.all();
    // Most differ in their first letter.
    if gap.length() < SHORTEST || all[gap.next].first != all[gap.progress.first].first {
        return false;
    }
    let first = gap.chunks.head(gap.progress.first);
    if gap.after.whole != first || !first.starts_with(char::is_uppercase) {
        return false;
    }
    let (this, next) = (gap.chunks.part_of_head(gap.progress.first + 1), gap.part_ahead(1));
    let numbered = this.form == Form::Number && next.form == Form::Number && this.core != next.core;
    let stopped = matches!(gap.stop, Stop::Point | Stop::Question | Stop::Exclamation);
    numbered && this.tail == next.tail && (stopped || !this.tail.is_empty())
}

/// Whether the words that close a letter end here: *Best regards, Ann*.
fn closes_letter(gap: &Gap<'_, '_>, rules: &dyn SentenceRules) -> bool {
    /// *With kind regards,*
    const LONGEST: usize = 3;
    gap.before.tail == ","
        && gap.length() <= LONGEST
        && rules.has_role(gap.before.core, Role::ClosesLetter)
        && matches!(gap.after.form, Form::Title | Form::Upper | Form::Capital)
}

/// Whether only the name of a picture or table came, *Figure 1.5*, and what
/// it shows follows.
fn is_caption(gap: &Gap<'_, '_>, rules: &dyn SentenceRules) -> bool {
    gap.length() == 2
        && gap.progress.first == 0
        && gap.stop == Stop::None
        && gap.before.form == Form::Number
        && matches!(gap.after.form, Form::Title | Form::Dotted)
        && rules.has_role(gap.chunks.head(0), Role::NamesCaption)
}

#[cfg(test)]
mod tests {
    use super::super::{Abbreviation, SentenceModel, Span, sentences};
    use super::*;

    /// A few words, and a model that knows nothing: gaps without a stop are
    /// looked at only where there is one.
    struct Few(SentenceModel);

    impl SentenceRules for Few {
        fn abbreviation(&self, word: &str) -> Option<Abbreviation> {
            (word == "Aug").then_some(Abbreviation::Other)
        }

        fn model(&self) -> Option<&SentenceModel> {
            Some(&self.0)
        }

        fn starts_sentence(&self, word: &str) -> bool {
            matches!(word, "The" | "that")
        }

        fn is_preposition(&self, _: &str) -> bool {
            false
        }

        fn has_role(&self, word: &str, role: Role) -> bool {
            word == "regards" && role == Role::ClosesLetter || word == "Figure" && role == Role::NamesCaption
        }
    }

    fn split(text: &str) -> Vec<&str> {
        let few = Few(SentenceModel::new(&[]));
        sentences(text, Span::new(0, text.len()), &few).into_iter().map(|span| span.of(text)).collect()
    }

    #[test]
    fn fields_of_a_form_stand_alone() {
        assert_eq!(
            split("Phone: 555 0100 Fax: none Room: Weaver Hall Hours: at noon"),
            ["Phone: 555 0100", "Fax: none", "Room: Weaver Hall", "Hours: at noon"]
        );
        assert_eq!(split("Email: ann@example.edu Office hours: at noon").len(), 2);
        assert_eq!(split("He left 4 Room: Weaver Hall Hours: at noon").len(), 3);
        assert_eq!(split("Book: Operating Systems: Design and Practice").len(), 1);
        assert_eq!(split("She said: the Name: Ann").len(), 1);
    }

    #[test]
    fn lines_that_count_on_stand_alone() {
        assert_eq!(split("Aug. 23: Cells Aug. 25: Genes"), ["Aug. 23: Cells", "Aug. 25: Genes"]);
        assert_eq!(split("Figure 1 shows that Figure 2 is wrong.").len(), 1);
    }

    #[test]
    fn lists_without_lines_of_their_own() {
        assert_eq!(split("- read closely; - revise; - write").len(), 3);
        assert_eq!(split("- it is well-made - and cheap").len(), 1);
        assert_eq!(split("We need: 1. Flour 2. Eggs"), ["We need:", "1. Flour", "2. Eggs"]);
        assert_eq!(split("We need: 1. flour").len(), 1);
    }

    #[test]
    fn letters_and_captions() {
        assert_eq!(split("Best regards, Ann"), ["Best regards,", "Ann"]);
        assert_eq!(split("He sent them all his regards, Ann").len(), 1);
        assert_eq!(split("Figure 1.5 Residents of Wells"), ["Figure 1.5", "Residents of Wells"]);
        assert_eq!(split("Figure 1.5 shows Wells").len(), 1);
    }
}

//! What the rules say of a gap: whether a sentence ends there, and how sure they are.

use super::forms::Form;
use super::gaps::Gap;
use super::joined_lines::{item_follows, line_ended};
use super::list_marks::Mark;
use super::parts::{Part, Stop};
use super::points::{is_operator, is_short_number, may_be_abbreviated, point};
use super::sentence_rules::Verdict::{self, Ends, Likely, Never, Unlikely};
use super::sentence_rules::{Role, SentenceRules};
use super::trails::{is_note, is_reference, trails};

/// The verdict on a gap; `series` is the mark of the list item that goes on.
pub(super) fn verdict(gap: &Gap<'_, '_>, series: Option<Mark>, rules: &dyn SentenceRules) -> Verdict {
    if !gap.progress.has_word {
        // A line of marks may stand alone: *-----*
        return if is_ruler(gap.before.whole) { Unlikely } else { Never };
    }
    if item_follows(gap, series, rules) || line_ended(gap, rules) {
        return Ends;
    }
    if goes_on_with_sign(gap)
        || is_at_dash_of_wires(gap, rules)
        || section_follows(gap, rules)
        || is_footnote_number(gap, rules)
    {
        return Never;
    }
    let after_is_lower = starts_small(gap);
    match gap.stop {
        // What trails a stop belongs to its sentence.
        Stop::Point | Stop::Dots | Stop::Exclamation | Stop::Question
            if trails(&gap.progress, gap.after.whole)
                || is_note(gap.chunks, gap.next)
                || closes_apart(&gap.after)
                || source_follows(gap) =>
        {
            Never
        }
        _ if stops_follow(gap) => omission(gap),
        Stop::Point if gap.trailing > 0 => after_trail(gap, after_is_lower),
        Stop::Point if is_label(gap) && may_be_abbreviated(&gap.before, rules) => Never,
        Stop::Point => point(gap, after_is_lower, rules),
        Stop::Dots => dots(gap, after_is_lower),
        Stop::Exclamation | Stop::Question if after_is_lower => {
            // “Stop!” she cried; works at Yahoo! in the valley; but: What? no.
            let in_name =
                gap.before.form == Form::Title && gap.length() > 1 && rules.is_preposition(gap.after.core);
            match gap.before.closes_quotation() || in_name {
                true => Never,
                false if gap.after.whole.starts_with(['—', '–', '-']) => Unlikely,
                false if rules.model().is_none() && small_goes_on(gap) => Unlikely,
                false if gap.stop == Stop::Question && !gap.before.is_closed() => Likely,
                false => Unlikely,
            }
        }
        Stop::Exclamation | Stop::Question | Stop::Other if speaker_follows(gap, rules) => Never,
        Stop::Exclamation | Stop::Question => match gap.after.form {
            Form::Title | Form::Upper | Form::Capital if gap.progress.brackets == 0 => Ends,
            _ => Likely,
        },
        Stop::Other => Ends,
        Stop::None if gap.before.form == Form::Address && gap.after.form == Form::Address => Likely,
        Stop::None | Stop::Colon | Stop::Continuing if after_is_lower && !may_start_small(gap) => Never,
        Stop::None if is_label(gap) => Never,
        _ if breaks_off(gap, rules) => match gap.after.core == "I" {
            true => Likely,
            false => Ends,
        },
        Stop::None | Stop::Colon | Stop::Continuing => Unlikely,
    }
}

/// Whether a chunk is a line of marks that parts what is above from what is below.
fn is_ruler(chunk: &str) -> bool {
    let bytes = chunk.as_bytes();
    bytes.len() > 1
        && matches!(bytes[0], b'-' | b'=' | b'_' | b'*' | b'~' | b'#')
        && bytes.iter().all(|&byte| byte == bytes[0])
}

/// Whether it follows who spoke: *“Why?” Ann Smith asked.*, *“Why?” I asked.*
fn speaker_follows(gap: &Gap<'_, '_>, rules: &dyn SentenceRules) -> bool {
    let name = |distance: usize| gap.ahead(distance).starts_with(char::is_uppercase);
    let tells = |distance: usize| {
        // A full stop of another script is part of the core.
        let word = gap.part_ahead(distance).core.trim_end_matches(|c: char| !c.is_alphanumeric());
        rules.has_role(word, Role::TellsOfSpeech)
    };
    // Where there are no capitals, the verb tells, before or after who speaks.
    let caseless = || gap.after.form == Form::Caseless && (tells(0) || tells(1));
    gap.before.closes_quotation() && (name(0) && (tells(1) || name(1) && tells(2)) || caseless())
}

/// Whether a small letter after a question goes on with its sentence: where
/// that did not begin with one, *– Où vas-tu ? dit-il*, or a quotation mark
/// stands alone after it, *« Où ? » dit-il*. A model knows better.
fn small_goes_on(gap: &Gap<'_, '_>) -> bool {
    gap.chunks.get(gap.next - 1) == "»" || !matches!(gap.progress.form, Form::Lower | Form::Small)
}

/// Whether speech broke off at a dash and starts anew: *we need a — Do you have one?*
fn breaks_off(gap: &Gap<'_, '_>, rules: &dyn SentenceRules) -> bool {
    let spoken = matches!(gap.before.whole, "—" | "–" | "--") && gap.after.form == Form::Title;
    if !spoken {
        return false;
    }
    let goes_on = gap.part_back(2);
    // *I was re- — Oh*
    let in_word = goes_on.tail == "-";
    let cries =
        || rules.has_role(gap.after.core, Role::Exclaims) && (in_word || gap.after.stop == Stop::Exclamation);
    matches!(goes_on.form, Form::Lower | Form::Small)
        && (goes_on.stop == Stop::None || in_word)
        && (rules.starts_sentence(gap.after.core) || cries())
        && !gap.after.core.starts_with("I'")
        && !gap.after.core.starts_with("I’")
}

/// Whether a sign follows that stands between two things, so that nothing
/// starts with it, or the square at the end of a proof.
fn goes_on_with_sign(gap: &Gap<'_, '_>) -> bool {
    match gap.after.whole {
        "=" | "≤" | "≥" | "≠" | "≡" | "≈" | "<" | "∈" | "⊂" | "⊆" | "/" => true,
        ">" => gap.part_ahead(1).form == Form::Number,
        // *«Who? – asked Ann. – I know»*
        "–" | "—" => gap.progress.quoted && gap.stop == Stop::Point,
        "□" | "■" => gap.next + 1 == gap.chunks.len(),
        _ => false,
    }
}

/// Whether the dash of old wires stands there, which is `_`: *MOSCOW (AP) _ Two men*, *BUTTE, Mont. _ It was*
fn is_at_dash_of_wires(gap: &Gap<'_, '_>, rules: &dyn SentenceRules) -> bool {
    let follows_stop = || gap.stop != Stop::None && rules.abbreviation(gap.before.core).is_none();
    gap.before.whole == "_" || gap.after.whole == "_" && !follows_stop()
}

/// Whether the sign of a section or paragraph follows what is abbreviated: *Compl. ¶ 12*, *(Id. § 3)*
fn section_follows(gap: &Gap<'_, '_>, rules: &dyn SentenceRules) -> bool {
    gap.stop == Stop::Point
        && gap.after.whole.starts_with(['§', '¶'])
        && (gap.length() == 1
            || rules.abbreviation(gap.before.core).is_some()
            || may_be_abbreviated(&gap.before, rules))
}

/// Whether a footnote's number follows a full stop, and then a sentence: *It was so. 5 At the end*
fn is_footnote_number(gap: &Gap<'_, '_>, rules: &dyn SentenceRules) -> bool {
    let follows = gap.stop == Stop::Point && is_short_number(gap.after.whole);
    follows && rules.abbreviation(gap.before.core).is_none() && {
        let next = gap.part_ahead(1);
        next.form == Form::Title && rules.starts_sentence(next.core)
    }
}

/// Whether the sentence so far is but a label in brackets: *(poker)*
fn is_label(gap: &Gap<'_, '_>) -> bool {
    /// Chunks of a label, and one.
    const LONG: usize = 8;
    if !gap.before.whole.ends_with(')') || gap.length() >= LONG {
        return false;
    }
    let mut chunks = (gap.progress.first..gap.next).map(|index| gap.chunks.get(index));
    let Some(first) = chunks.find(|chunk| !Mark::is_alone(chunk)) else { return false };
    // *(Usu. pl.)* has a capital.
    let abbreviated = gap.stop == Stop::Point;
    let opens = first
        .strip_prefix('(')
        .is_some_and(|rest| rest.starts_with(|c: char| c.is_lowercase() || abbreviated && c.is_uppercase()));
    opens && !(gap.progress.first..gap.next - 1).any(|index| gap.chunks.get(index).ends_with(')'))
}

/// Whether a sentence may start with a small letter where no stop stands:
/// after a semicolon, and where an address stands before or after.
fn may_start_small(gap: &Gap<'_, '_>) -> bool {
    gap.before.tail == ";" || gap.after.form == Form::Address || gap.before.form == Form::Address
}

/// Whether a small letter follows; *'s Avonds* has its capital in the next word.
fn starts_small(gap: &Gap<'_, '_>) -> bool {
    let clitic = gap.after.form == Form::Small && matches!(gap.after.opening, "'" | "’" | "‘");
    // *— asked Ann*
    let dash = ['—', '–', '-'];
    let after_dash = gap.after.whole.strip_prefix(dash).map(|rest| rest.trim_start_matches(dash));
    match after_dash {
        Some("") if gap.stop != Stop::None => return gap.ahead(1).starts_with(char::is_lowercase),
        Some(rest) if !rest.is_empty() => return rest.starts_with(char::is_lowercase),
        _ => {}
    }
    gap.after.first().is_lowercase() && !(clitic && gap.ahead(1).starts_with(char::is_uppercase))
}

/// Whether the source of a quotation follows in brackets, before the full
/// stop: *“... it.” (Smith 55).*
fn source_follows(gap: &Gap<'_, '_>) -> bool {
    /// A source has few words.
    const LONGEST: usize = 8;
    if !gap.after.whole.starts_with('(') {
        return false;
    }
    let closing = (0..LONGEST).map(|distance| gap.ahead(distance)).find(|chunk| chunk.contains(')'));
    closing.is_some_and(|chunk| chunk.ends_with(").") || chunk.ends_with("),") || chunk.ends_with(");"))
}

/// Whether it is a quotation mark that closes apart from its word, and marks: *« Où ? », dit-il*
fn closes_apart(part: &Part<'_>) -> bool {
    part.opening == "»" && part.core.is_empty()
}

/// Whether stops follow that stand alone: *. . .*, *?*
fn stops_follow(gap: &Gap<'_, '_>) -> bool {
    gap.after.is_stops() || gap.after.whole.starts_with('.') && gap.after.core.is_empty()
}

/// Before spaced stops: they belong to the sentence that they follow, unless
/// it has its full stop and another follows them.
fn omission(gap: &Gap<'_, '_>) -> Verdict {
    let points = (0..4).take_while(|&distance| gap.ahead(distance) == ".").count();
    let starts = gap.part_ahead(points).first().is_uppercase();
    match points == 3 && starts && gap.stop == Stop::Point && !gap.before.is_points() {
        true => Ends,
        false => Never,
    }
}

/// After a footnote's number or an emoticon that follows a full stop.
fn after_trail(gap: &Gap<'_, '_>, after_is_lower: bool) -> Verdict {
    let note = gap.chunks.get(gap.next - 1);
    let noted = is_reference(note) || is_short_number(note);
    match gap.after.form {
        _ if after_is_lower => Unlikely,
        Form::Title | Form::Upper | Form::Capital if noted => Ends,
        _ => Likely,
    }
}

/// After two points or more.
fn dots(gap: &Gap<'_, '_>, after_is_lower: bool) -> Verdict {
    if !gap.before.is_points() && gap.before.core.is_empty() && gap.before.whole.starts_with('[') {
        // An editor's omission says nothing of sentences.
        return if after_is_lower { Never } else { Unlikely };
    }
    match after_is_lower {
        // *1 + 2 + ... + n*
        _ if is_operator(gap.after.whole) => Never,
        true => Unlikely,
        // Where there are no capitals, nothing says that a sentence starts.
        false if gap.after.form == Form::Caseless => Unlikely,
        // *I* has its capital anywhere.
        false
            if gap.after.core == "I"
                || gap.after.core.starts_with("I'")
                || gap.after.core.starts_with("I’") =>
        {
            Unlikely
        }
        false => Likely,
    }
}

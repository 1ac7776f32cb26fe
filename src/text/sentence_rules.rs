//! What the rules say of a gap: whether a sentence ends there, and how sure they are.
//!
//! What they are sure of is settled. The rest is for the model of the
//! language, which leans on their verdict, or for the verdict alone.

use super::gaps::{Form, Gap, Part, Stop};
use super::joined_lines::{item_follows, line_ended};
use super::list_marks::{Mark, is_roman};
use super::trails::{is_note, is_reference, trails};

/// How the full stop of an abbreviation behaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Abbreviation {
    /// A name or more of one follows: *Gen.*, *Sen.*
    Title,
    /// A name follows, and a sentence may start with it: *Mr.*, *Dr.*
    Address,
    /// A number follows: *No.*, *Fig.*; before anything else the sentence may end.
    BeforeNumber,
    /// The sentence may end with it: *Inc.*, *etc.*, *U.S.*
    Other,
}

/// The part that a word has in a text, which says where a sentence may end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// It closes a letter, before the name: *Sincerely,*
    ClosesLetter,
    /// With a number it is the name of a picture or table: *Figure 1.5*
    NamesCaption,
    /// It tells that someone speaks: *asked*
    TellsOfSpeech,
    /// It is a cry: *Oh*
    Exclaims,
}

/// What a language knows of the ends of its sentences.
pub trait SentenceRules: Sync {
    /// How `word`, written without its last full stop, is abbreviated.
    fn abbreviation(&self, word: &str) -> Option<Abbreviation>;

    /// Whether `word`, capitalised after an abbreviation, starts a new
    /// sentence: function words do, as they are no names.
    fn starts_sentence(&self, word: &str) -> bool;

    /// Whether `word` opens a phrase of time or place: *at*, *in*.
    fn is_preposition(&self, word: &str) -> bool;

    /// Whether `mark` ends sentences in this language, though not in others: *;* in Greek.
    fn is_stop(&self, _mark: char) -> bool {
        false
    }

    /// Whether a sentence goes on with `after` behind a closing quotation mark
    /// and no space: *「はい。」と*
    fn goes_on_with(&self, _after: &str) -> bool {
        false
    }

    /// Whether a number with a full stop is an ordinal: *3. Oktober*.
    fn has_ordinals(&self) -> bool {
        false
    }

    /// Whether `word` is among the words that the language is known to have; so
    /// is every word where none are known. A short one that is not may be abbreviated.
    fn knows(&self, _word: &str) -> bool {
        true
    }

    /// Whether `word` has this part in a text.
    fn has_role(&self, _word: &str, _role: Role) -> bool {
        false
    }

    /// The group of words that behave like `word`, for the model; 0 when nothing is known of them.
    fn word_group(&self, _word: &str) -> u8 {
        0
    }

    /// The model that decides where the rules are in doubt.
    fn model(&self) -> Option<&super::SentenceModel> {
        None
    }
}

/// The rules of a language of which nothing is known.
pub struct NoRules;

impl SentenceRules for NoRules {
    fn abbreviation(&self, _: &str) -> Option<Abbreviation> {
        None
    }

    fn starts_sentence(&self, _: &str) -> bool {
        false
    }

    fn is_preposition(&self, _: &str) -> bool {
        false
    }
}

/// What the rules say of a gap.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub(super) enum Verdict {
    /// No sentence ends here.
    Never,
    /// None, as far as the rules can tell.
    Unlikely,
    /// One does, as far as the rules can tell.
    Likely,
    /// A sentence ends here.
    Ends,
}

use Verdict::{Ends, Likely, Never, Unlikely};

/// The verdict on a gap; `series` is the mark of the list item that goes on.
pub(super) fn verdict(gap: &Gap<'_, '_>, series: Option<Mark>, rules: &dyn SentenceRules) -> Verdict {
    if !gap.progress.has_word {
        // A line of marks may stand alone: *-----*
        return if is_ruler(gap.before.whole) { Unlikely } else { Never };
    }
    if item_follows(gap, series, rules) || line_ended(gap, rules) {
        return Ends;
    }
    if goes_on_with_sign(gap) || is_footnote_number(gap, rules) {
        return Never;
    }
    let after_is_lower = starts_small(gap);
    match gap.stop {
        // What trails a stop belongs to its sentence.
        Stop::Point | Stop::Dots | Stop::Exclamation | Stop::Question
            if trails(&gap.progress, gap.after.whole)
                || is_note(gap.chunks, gap.next)
                || source_follows(gap) =>
        {
            Never
        }
        _ if stops_follow(gap) => omission(gap),
        Stop::Point if gap.trailing > 0 => after_trail(gap, after_is_lower),
        Stop::Point if is_label(gap) && may_be_abbreviated(&gap.before, rules) => Never,
        Stop::Point => point(gap, rules),
        Stop::Dots => dots(gap, after_is_lower),
        Stop::Exclamation | Stop::Question if after_is_lower => {
            // “Stop!” she cried; works at Yahoo! in the valley; but: What? no.
            let in_name =
                gap.before.form == Form::Title && gap.length() > 1 && rules.is_preposition(gap.after.core);
            match gap.before.closes_quotation() || in_name {
                true => Never,
                false if gap.after.whole.starts_with(['—', '–', '-']) => Unlikely,
                false if gap.stop == Stop::Question && !gap.before.is_closed() => Likely,
                false => Unlikely,
            }
        }
        Stop::Exclamation | Stop::Question if speaker_follows(gap, rules) => Never,
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
    let tells = |distance: usize| rules.has_role(Part::of(gap.ahead(distance)).core, Role::TellsOfSpeech);
    gap.before.closes_quotation() && name(0) && (tells(1) || name(1) && tells(2))
}

/// Whether speech broke off at a dash and starts anew: *we need a — Do you have one?*
fn breaks_off(gap: &Gap<'_, '_>, rules: &dyn SentenceRules) -> bool {
    let spoken = matches!(gap.before.whole, "—" | "–" | "--") && gap.after.form == Form::Title;
    let goes_on = Part::of(gap.back(2));
    // *I was re- — Oh*
    let in_word = goes_on.tail == "-";
    let cries =
        || rules.has_role(gap.after.core, Role::Exclaims) && (in_word || gap.after.stop == Stop::Exclamation);
    spoken
        && matches!(goes_on.form, Form::Lower | Form::Small)
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
        ">" => Part::of(gap.ahead(1)).form == Form::Number,
        // *«Who? – asked Ann. – I know»*
        "–" | "—" => gap.progress.quoted && gap.stop == Stop::Point,
        "□" | "■" => gap.next + 1 == gap.chunks.len(),
        _ => false,
    }
}

/// Whether a footnote's number follows a full stop, and then a sentence: *It was so. 5 At the end*
fn is_footnote_number(gap: &Gap<'_, '_>, rules: &dyn SentenceRules) -> bool {
    let follows = gap.stop == Stop::Point && is_short_number(gap.after.whole);
    follows && rules.abbreviation(gap.before.core).is_none() && {
        let next = Part::of(gap.ahead(1));
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

/// Whether stops follow that stand alone: *. . .*, *?*
fn stops_follow(gap: &Gap<'_, '_>) -> bool {
    gap.after.is_stops() || gap.after.whole.starts_with('.') && gap.after.core.is_empty()
}

/// Before spaced stops: they belong to the sentence that they follow, unless
/// it has its full stop and another follows them.
fn omission(gap: &Gap<'_, '_>) -> Verdict {
    let points = (0..4).take_while(|&distance| gap.ahead(distance) == ".").count();
    let starts = Part::of(gap.ahead(points)).first().is_uppercase();
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

/// After a full stop.
fn point(gap: &Gap<'_, '_>, rules: &dyn SentenceRules) -> Verdict {
    if gap.before.is_points() {
        return spaced_points(gap);
    }
    let word = gap.before.core;
    let next = gap.after.core;
    let lower_follows = starts_small(gap);
    let number_follows = next.starts_with(|c: char| c.is_numeric());
    // *Prop. I.29*, *Art. IV*
    let count_follows = number_follows || gap.after.form == Form::LetteredNumber || is_roman(next);
    let starts = || rules.starts_sentence(next);
    let quoted = gap.before.closes_quotation();
    let is_variable = word.len() == 1 && is_in_formula(gap);
    let abbreviation = if gap.before.is_closed() || is_variable { None } else { abbreviation(gap, rules) };
    match abbreviation {
        Some(Abbreviation::Title | Abbreviation::Address) => Never,
        Some(_) if lower_follows => Never,
        Some(Abbreviation::BeforeNumber) if count_follows => Never,
        // *2. fig. A person*
        Some(Abbreviation::BeforeNumber) if is_first_word(gap) => Unlikely,
        Some(Abbreviation::BeforeNumber) => Likely,
        Some(Abbreviation::Other) if number_follows => Unlikely,
        Some(Abbreviation::Other) if only_opens(gap, rules) => Never,
        Some(Abbreviation::Other) if starts() => Likely,
        // *ACME, INC. DISCLAIMS ALL WARRANTIES*
        Some(Abbreviation::Other) if gap.before.form == Form::Upper && gap.after.form == Form::Upper => Never,
        // *at 6 P.M. Mr. Smith*: a form of address is no part of what was abbreviated.
        Some(Abbreviation::Other) if is_address(&gap.after, rules) => Ends,
        Some(Abbreviation::Other) => Unlikely,
        None if lower_follows && quoted => Never,
        // *5. Notices. (a) Form. Notices are in writing.*
        None if starts_list(gap) => Ends,
        // *It rained. we left*
        None if lower_follows
            && !gap.before.is_closed()
            && gap.before.form == Form::Lower
            && (word.len() > LONGEST_UNKNOWN || word.len() > 2 && rules.word_group(word) > 0)
            && starts() =>
        {
            Likely
        }
        None if lower_follows && may_be_abbreviated(&gap.before, rules) => Never,
        None if lower_follows => Unlikely,
        // *C. S. Lewis*
        None if is_initials(gap) && is_initial(&gap.after) => Never,
        // *A = B. Then*
        None if is_initials(gap) && is_in_formula(gap) && starts() => Ends,
        // *in the U.S. 20 people*, but *v.i. 1. To speak*
        None if is_initials(gap) && !is_in_formula(gap) => match starts()
            || number_follows && word.chars().count() > 1 && word.starts_with(char::is_uppercase)
        {
            true if word == "I" => Ends,
            true => Likely,
            false => Unlikely,
        },
        None if rules.has_ordinals() && is_ordinal(word) && !starts() => Never,
        // *Figure 1. A map*
        None if gap.before.form == Form::Number && gap.length() == 2 => match starts() {
            true => Likely,
            false => Unlikely,
        },
        // *on Rte. 9*, *1. Naut. A hook*
        None if may_be_abbreviated(&gap.before, rules) && (number_follows || is_first_word(gap)) => Unlikely,
        None => match (gap.before.form, gap.after.form) {
            (Form::Lower, Form::Title | Form::Capital) if gap.progress.brackets == 0 && word.len() > 2 => {
                Ends
            }
            (Form::Title | Form::Number, Form::Title | Form::Capital)
                if gap.progress.brackets == 0 && word.len() > 3 && starts() =>
            {
                Ends
            }
            _ => Likely,
        },
    }
}

/// Whether a list starts whose items have marks in brackets: *(a) The Tenant*
fn starts_list(gap: &Gap<'_, '_>) -> bool {
    let mark = Mark::of(gap.after.whole).filter(|mark| mark.is_first());
    mark.is_some() && gap.after.opening == "(" && Part::of(gap.ahead(1)).form == Form::Title
}

/// How the word before the full stop is abbreviated, if it is; *i. e.* is *i.e.*
fn abbreviation(gap: &Gap<'_, '_>, rules: &dyn SentenceRules) -> Option<Abbreviation> {
    /// Bytes of a part of an abbreviation in parts.
    const SHORT: usize = 4;
    let (word, previous) = (gap.before.core, gap.back(2));
    let in_parts =
        word.len() <= SHORT && previous.len() <= SHORT + 1 && previous.ends_with('.') && gap.length() > 1;
    let joined = if in_parts { rules.abbreviation(&[previous, word].concat()) } else { None };
    joined.or_else(|| rules.abbreviation(word))
}

/// After the last of some spaced points.
fn spaced_points(gap: &Gap<'_, '_>) -> Verdict {
    let points = (1..=4).take_while(|&distance| gap.back(distance) == ".").count();
    let attached = gap.back(points + 1).ends_with('.');
    match gap.after.first().is_uppercase() {
        // Three and the full stop.
        true if points + usize::from(attached) >= 4 => Ends,
        true if points == 3 && (gap.after.core == "I" || gap.after.core.starts_with("I'")) => Never,
        true => Likely,
        false => Unlikely,
    }
}

/// Whether the sentence so far is no more than *At 5 a.m.*, *In the U.S.*: a
/// preposition and what it governs.
fn only_opens(gap: &Gap<'_, '_>, rules: &dyn SentenceRules) -> bool {
    gap.length() <= 3 && rules.is_preposition(Part::of(gap.chunks.get(gap.progress.first)).core)
}

/// Whether *Mr.*, *Dr.* or the like follows.
fn is_address(after: &Part<'_>, rules: &dyn SentenceRules) -> bool {
    after.stop == Stop::Point && rules.abbreviation(after.core) == Some(Abbreviation::Address)
}

/// Whether it can be the number of a day, a century or a floor.
fn is_short_number(word: &str) -> bool {
    (1..=2).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether it is a number that may count in order: *3*, *-3*, *XII*
fn is_ordinal(word: &str) -> bool {
    is_short_number(word.trim_start_matches(['-', '–'])) || is_roman(word)
}

/// Whether it is an initial: *S.*
fn is_initial(part: &Part<'_>) -> bool {
    part.form == Form::Capital && part.tail == "."
}

/// Bytes of the longest word that may be abbreviated though no list has it.
const LONGEST_UNKNOWN: usize = 5;

/// Whether the last word may be abbreviated, as it is short and not known.
fn may_be_abbreviated(before: &Part<'_>, rules: &dyn SentenceRules) -> bool {
    matches!(before.form, Form::Lower | Form::Title)
        && before.core.len() <= LONGEST_UNKNOWN
        && (rules.abbreviation(before.core).is_some() || !rules.knows(before.core))
}

/// Whether only a list's mark came before the last word.
fn is_first_word(gap: &Gap<'_, '_>) -> bool {
    gap.length() == 2 && Mark::is_alone(gap.chunks.get(gap.progress.first))
}

/// Whether a letter stands behind a sign of mathematics.
fn is_in_formula(gap: &Gap<'_, '_>) -> bool {
    matches!(
        gap.back(2),
        "=" | ":="
            | "<"
            | ">"
            | "+"
            | "−"
            | "·"
            | "×"
            | "∘"
            | "≠"
            | "≤"
            | "≥"
            | "≡"
            | "≅"
            | "∈"
            | "⊂"
            | "⊆"
            | "∪"
            | "∩"
            | "→"
            | "⇒"
    )
}

/// Single letters with full stops between: *J.*, *J.R.R.*; the pronoun *I* is
/// one only after a name: *Albert I.*
fn is_initials(gap: &Gap<'_, '_>) -> bool {
    if gap.before.is_closed() {
        return false;
    }
    let letters = gap.before.core.split('.').all(|part| {
        let mut chars = part.chars();
        chars.next().is_some_and(char::is_alphabetic) && chars.next().is_none()
    });
    letters && (gap.before.core != "I" || Part::of(gap.back(2)).form == Form::Title)
}

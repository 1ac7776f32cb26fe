//! Digests of the press: each paper in capitals on a line of its own, with what it says under it.
//!
//! ```text
//! PRESS DIGEST - Lebanon - Aug 22
//!
//! AS-SAFIR
//! - Parties agree on one list
//! ```

use super::decoder::{self, ORGANISATION, Tag};
use super::forms::Case;
use super::units::Gap;
use super::window::Opened;

/// A paper is called by so many words at most.
const LONGEST: usize = 4;

/// So far a text begins, in bytes.
const TITLE: usize = 200;

/// Makes a paper of the words from `start` on, if they are all that stands on a line over what it says.
pub(super) fn settle(document: &Opened, text: &str, start: usize, tags: &mut [Tag]) {
    let units = document.units.units();
    let is_written = |at: usize| {
        let unit = &units[at];
        unit.form.case == Case::Acronym && (at == 0 || matches!(unit.gap, Gap::Space | Gap::Joined))
    };
    let is_line = tags.len() == units.len()
        && document.units.range().start == start
        && (1..=LONGEST).contains(&units.len())
        && (0..units.len()).all(is_written);
    if is_line
        && is_headed(text)
        && is_over(text, units[0].start as usize, units[units.len() - 1].span().end as usize)
    {
        decoder::mark(tags, ORGANISATION);
    }
}

/// Whether the text says where it begins that it is such a digest.
fn is_headed(text: &str) -> bool {
    let title = &text.as_bytes()[..text.len().min(TITLE)];
    title.windows(12).any(|words| words.eq_ignore_ascii_case(b"press digest"))
}

/// Whether what stands from `start` to `end` is a line, with a dash or a number before the next one.
fn is_over(text: &str, start: usize, end: usize) -> bool {
    let (before, after) = (text[..start].trim_end_matches(' '), text[end..].trim_start_matches(' '));
    before.ends_with('\n') && after.starts_with('\n') && after.trim_start().starts_with(['-', '*', '•'])
}

#[cfg(test)]
mod tests {
    use crate::entities::EntityType::Organisation;
    use crate::entities::tests::found_by_model;

    #[test]
    fn papers_stand_over_what_they_say() {
        let text = "PRESS DIGEST - Lebanon - Aug 22.\n\nThese are the leading stories.\n\nAS-SAFIR\n\n- Parties agree on one \
                    list.\n\nKONTINENT\n\n-- Tobacco is sold at home.";
        let found = found_by_model(text);
        for paper in ["AS-SAFIR", "KONTINENT"] {
            assert!(found.contains(&(paper, Organisation)), "{found:?}");
        }
        let found = found_by_model("The leading stories.\n\nINGREDIENTS\n\n- Two eggs and milk.");
        assert!(found.iter().all(|(_, kind)| *kind != Organisation), "{found:?}");
    }
}

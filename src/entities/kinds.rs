//! What a name is that is neither person nor organisation nor place.

use super::EntityType;
use super::units::Unit;
use crate::lexicon::Known;

/// The type of a name of the model's fourth type: a nationality or group, an
/// event, a law, or else a work or product.
pub(super) fn of_other(text: &str, name: &[Unit], phrase: Known) -> EntityType {
    let of = name.iter().position(|unit| unit.is(Known::OF) && !unit.is_capital());
    let head = match of {
        Some(of) if of > 0 => &name[of - 1],
        _ => &name[name.len() - 1],
    };
    let last = &name[name.len() - 1];
    if last.is(Known::DEMONYM) {
        EntityType::Nationality
    } else if head.is(Known::LAW) {
        EntityType::Law
    } else if phrase.is(Known::EVENT)
        || head.is(Known::EVENT_HEAD)
        || of.is_some() && head.is(Known::EVENT_OF)
        || name.len() > 1 && name[0].is(Known::EVENT_FIRST)
        || name.len() > 2 && name[1].is(Known::EVENT_FIRST) && name[0].span().of(text) == "Tropical"
    {
        EntityType::Event
    } else if name.len() > 1 && phrase.is(Known::DEMONYM)
        || name.len() == 1 && last.form.len > 3 && has_ending_of_groups(last.span().of(text))
    {
        EntityType::Nationality
    } else {
        EntityType::Work
    }
}

/// Whether a word ends as names of peoples and believers do.
fn has_ending_of_groups(word: &str) -> bool {
    ["ian", "ians", "ese", "ish", "ist", "ists", "ites", "ite", "ism", "crat", "crats"]
        .iter()
        .any(|ending| word.ends_with(ending))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entities::forms::Forms;
    use crate::entities::sentence::Observed;
    use crate::entities::window::Opened;
    use crate::language::profile;
    use crate::lexicon::Packs;
    use crate::tokens::Tokens;

    #[test]
    fn the_head_says_what_it_is() {
        let packs = Packs::built_in();
        for (name, expected) in [
            ("North Korean", EntityType::Nationality),
            ("Slavonian", EntityType::Nationality),
            ("Battle of Ypern", EntityType::Event),
            ("Korean War", EntityType::Event),
            ("European Cup", EntityType::Event),
            ("Tropical Storm Barry", EntityType::Event),
            ("A Storm of Swords", EntityType::Work),
            ("Russian Orthodox", EntityType::Nationality),
            ("Treaty of Utrecht", EntityType::Law),
            ("Clean Air Act", EntityType::Law),
            ("Moby Dick", EntityType::Work),
        ] {
            let tokens = Tokens::new(name, profile("en"), packs.words("en"));
            let names = packs.names("en").expect("built in");
            let forms = Forms::new(&tokens, names);
            let document = Observed::new(&tokens, names, &forms);
            let mut opened = Opened::new(&document);
            opened.open(0);
            assert_eq!(of_other(name, opened.units.units(), opened.phrase(0).known), expected, "{name}");
        }
    }
}

//! What each type is called elsewhere, and whether a page shows it at once.

use super::EntityType;

/// A type of entity beside the names that two wide-spread schemes have for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "camelCase")]
pub struct TypeInfo {
    /// The type.
    #[serde(skip)]
    pub kind: EntityType,
    /// Its name, as in reports.
    #[serde(rename = "type")]
    pub name: &'static str,
    /// Its names in OntoNotes 5 (Weischedel and others 2013); empty where it has none.
    pub ontonotes: &'static [&'static str],
    /// Its name in CoNLL-2003 (Tjong Kim Sang and De Meulder 2003).
    pub conll: Option<&'static str>,
    /// Whether it is worth marking in a text unasked: plain numbers are not.
    pub shown: bool,
}

const fn info(
    kind: EntityType,
    name: &'static str,
    ontonotes: &'static [&'static str],
    conll: Option<&'static str>,
    shown: bool,
) -> TypeInfo {
    TypeInfo { kind, name, ontonotes, conll, shown }
}

/// All types, in the order of [`EntityType`].
pub const TYPES: [TypeInfo; 18] = [
    info(EntityType::Person, "person", &["PERSON"], Some("PER"), true),
    info(EntityType::Organisation, "organisation", &["ORG"], Some("ORG"), true),
    info(EntityType::Place, "place", &["GPE", "LOC", "FAC"], Some("LOC"), true),
    info(EntityType::Nationality, "nationality", &["NORP"], Some("MISC"), true),
    info(EntityType::Event, "event", &["EVENT"], Some("MISC"), true),
    info(EntityType::Work, "work", &["WORK_OF_ART", "PRODUCT"], Some("MISC"), true),
    info(EntityType::Law, "law", &["LAW"], Some("MISC"), true),
    info(EntityType::Date, "date", &["DATE"], None, true),
    info(EntityType::Time, "time", &["TIME"], None, true),
    info(EntityType::Duration, "duration", &["DATE", "TIME"], None, false),
    info(EntityType::Money, "money", &["MONEY"], None, true),
    info(EntityType::Percentage, "percentage", &["PERCENT"], None, true),
    info(EntityType::Quantity, "quantity", &["QUANTITY"], None, false),
    info(EntityType::Ordinal, "ordinal", &["ORDINAL"], None, false),
    info(EntityType::Cardinal, "cardinal", &["CARDINAL"], None, false),
    info(EntityType::Url, "url", &[], None, true),
    info(EntityType::Email, "email", &[], None, true),
    info(EntityType::Handle, "handle", &[], None, true),
];

impl EntityType {
    /// The name of the type, as in reports.
    pub const fn name(self) -> &'static str {
        TYPES[self as usize].name
    }

    /// The type with this name.
    pub fn named(name: &str) -> Option<Self> {
        TYPES.iter().find(|info| info.name == name).map(|info| info.kind)
    }

    /// Whether it is found by a grammar and names nobody and nothing.
    pub const fn is_pattern(self) -> bool {
        self as u8 >= Self::Date as u8
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_type_stands_at_its_place() {
        assert!(TYPES.iter().enumerate().all(|(at, info)| info.kind as usize == at));
        for info in TYPES {
            assert_eq!(serde_json::to_value(info.kind).expect("a string"), info.name);
            assert_eq!(EntityType::named(info.name), Some(info.kind));
        }
        let readme = include_str!("../../README.md");
        for TypeInfo { name, ontonotes, conll, .. } in TYPES {
            let row = format!("\n| {name} | {} | {} |\n", ontonotes.join(", "), conll.unwrap_or_default());
            assert!(readme.contains(&row), "the README has no row {row:?}");
        }
        assert!(TYPES.iter().filter(|info| info.conll.is_some()).all(|info| !info.kind.is_pattern()));
    }
}

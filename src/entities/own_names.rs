//! The caller's own knowledge: names to find, and names to leave alone.

use rustc_hash::{FxHashMap, FxHashSet};

use super::{Day, EntityType, Mention};
use crate::lexicon::WordKey;
use crate::text::{PieceKind, Span, pieces};
use crate::tokens::Tokens;

/// What is wanted of the entities, and what the caller knows of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EntityOptions {
    /// Entities to find, whatever else is known of their names.
    pub own: Vec<OwnName>,
    /// Names that are none: neither mentions so written nor entities so called are reported.
    pub exclude: Vec<String>,
    /// The least confidence of a mention, in thousandths: more means fewer and surer ones.
    pub threshold: u16,
    /// The day of writing, for dates like *last Friday*.
    pub reference_date: Option<Day>,
}

/// An entity that the caller knows.
#[derive(Clone, Debug, PartialEq, Eq, serde::Deserialize)]
pub struct OwnName {
    /// What it is called in the report.
    pub name: String,
    /// What else it is called in texts.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// What it is.
    #[serde(rename = "type")]
    pub kind: EntityType,
    /// A note or link, which the report repeats.
    #[serde(default)]
    pub note: Option<String>,
}

/// The keys of the words of a name, without possessive endings.
fn keys(name: &str) -> impl Iterator<Item = WordKey> {
    let bare = bare(name);
    pieces(bare).filter(|piece| piece.kind != PieceKind::Punctuation).map(|piece| key(piece.span.of(bare)))
}

fn key(word: &str) -> WordKey {
    WordKey::folded(bare(word))
}

/// What stands before a possessive ending.
fn bare(name: &str) -> &str {
    name.strip_suffix("'s").or_else(|| name.strip_suffix("’s")).unwrap_or(name)
}

/// The key of a whole name, the same for all ways to write its case and diacritics.
pub(super) fn whole_key(name: &str) -> WordKey {
    keys(name).reduce(WordKey::then).unwrap_or_default()
}

/// Names that are none.
pub(super) struct Excluded(FxHashSet<WordKey>);

impl Excluded {
    pub fn new(names: &[String]) -> Self {
        Self(names.iter().map(|name| whole_key(name)).collect())
    }

    /// Whether `name` is one of them.
    pub fn has(&self, name: &str) -> bool {
        !self.0.is_empty() && self.0.contains(&whole_key(name))
    }
}

/// What is known of the beginning of a name, or of a whole one.
#[derive(Clone, Copy, Default)]
struct Node {
    /// Whether longer names begin so.
    goes_on: bool,
    /// Whose name it is, and whether it is written with a capital.
    owner: Option<(u32, bool)>,
}

/// Where `own` names stand in a text, the longest from the left, in order.
pub(super) fn mentions(tokens: &Tokens<'_>, own: &[OwnName]) -> Vec<Mention> {
    if own.is_empty() {
        return Vec::new();
    }
    let mut nodes: FxHashMap<WordKey, Node> = FxHashMap::default();
    for (id, entry) in own.iter().enumerate() {
        for name in std::iter::once(&entry.name).chain(&entry.aliases) {
            let mut whole: Option<WordKey> = None;
            for word in keys(name) {
                if let Some(begun) = whole {
                    nodes.entry(begun).or_default().goes_on = true;
                }
                whole = Some(whole.map_or(word, |begun| begun.then(word)));
            }
            if let Some(whole) = whole {
                let capital = name.starts_with(char::is_uppercase);
                nodes.entry(whole).or_default().owner.get_or_insert((id as u32, capital));
            }
        }
    }
    // By surface: the key of a word, if a name begins so or it may be inside one.
    let words: Vec<WordKey> = tokens.surfaces.iter().map(|surface| WordKey::folded(surface.bare())).collect();
    let mut found = Vec::new();
    for sentence in &tokens.sentences {
        let mut at = sentence.tokens.start;
        while at < sentence.tokens.end {
            match longest(tokens, &words, &nodes, at, sentence.tokens.end) {
                Some((end, id)) => {
                    let last = &tokens.tokens[end - 1];
                    let span = Span { start: tokens.tokens[at].start, end: tokens.bare_span(last).end };
                    let mut mention = Mention::sure(span, own[id as usize].kind);
                    mention.own = Some(id);
                    found.push(mention);
                    at = end;
                }
                None => at += 1,
            }
        }
    }
    found
}

/// So many tokens are looked at for one name.
const LONGEST: usize = 16;

/// The end of the longest name that begins at the token `at`, and whose it is.
fn longest(
    tokens: &Tokens<'_>,
    words: &[WordKey],
    nodes: &FxHashMap<WordKey, Node>,
    at: usize,
    end: usize,
) -> Option<(usize, u32)> {
    let first = tokens.surface(&tokens.tokens[at]);
    let capital = first.text.starts_with(char::is_uppercase);
    let mut whole: Option<WordKey> = None;
    let mut found = None;
    for next in at..end.min(at + LONGEST) {
        let surface = tokens.surface(&tokens.tokens[next]);
        if surface.kind == PieceKind::Punctuation {
            whole?;
            continue;
        }
        let word = words[tokens.tokens[next].surface as usize];
        let key = whole.map_or(word, |begun| begun.then(word));
        let Some(node) = nodes.get(&key) else { break };
        if let Some((id, with_capital)) = node.owner
            && (capital || !with_capital)
        {
            found = Some((next + 1, id));
        }
        if !node.goes_on {
            break;
        }
        whole = Some(key);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::profile;

    fn own(name: &str, aliases: &[&str]) -> OwnName {
        OwnName {
            name: name.into(),
            aliases: aliases.iter().map(|&alias| alias.into()).collect(),
            kind: EntityType::Work,
            note: None,
        }
    }

    fn found<'t>(text: &'t str, names: &[OwnName]) -> Vec<(&'t str, u32)> {
        let tokens = Tokens::new(text, profile("en"), None);
        mentions(&tokens, names)
            .iter()
            .map(|found| (found.span.of(text), found.own.expect("it is one of the caller's")))
            .collect()
    }

    #[test]
    fn the_longest_name_counts_whatever_its_case_and_marks() {
        let names = [own("Project Apollo", &["Apollo"]), own("Apollo 13", &[]), own("gpu", &[])];
        assert_eq!(
            found("APOLLO 13 was Project Apollo’s. Àpollo’s GPU, an apollo.", &names),
            [("APOLLO 13", 1), ("Project Apollo", 0), ("Àpollo", 0), ("GPU", 2)]
        );
    }

    #[test]
    fn names_that_all_begin_alike_take_linear_time() {
        let names: Vec<_> = (0..10_000).map(|id| own(&format!("Kim {id} of Kim Kim"), &[])).collect();
        let text = "Kim 5 of Kim Kim Kim ".repeat(5_000);
        assert_eq!(found(&text, &names).len(), 5_000);
    }

    #[test]
    fn excluded_names_are_known_in_all_their_forms() {
        let excluded = Excluded::new(&["São Paulo".into()]);
        assert!(excluded.has("SAO PAULO’s") && !excluded.has("Paulo"));
    }
}

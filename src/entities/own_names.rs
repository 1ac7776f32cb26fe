//! The caller's own knowledge: names to find, and names to leave alone.

use rustc_hash::{FxHashMap, FxHashSet};

use super::{Day, EntityType, Mention};
use crate::lexicon::WordKey;
use crate::text::{PieceKind, Span, is_unspaced, pieces};
use crate::tokens::{Sentence, Tokens};

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
#[serde(deny_unknown_fields)]
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
    owner: Option<Owner>,
}

/// Whose name it is, and how it is written.
#[derive(Clone, Copy)]
struct Owner {
    id: u32,
    /// With a capital.
    capital: bool,
    /// With marks that part words: *Acme, Inc.*
    marks: bool,
}

/// Whether a mark stands between parts of one name: *Asia-Pacific*, *AT&T*, *J. Lee*.
fn joins(mark: &str) -> bool {
    matches!(mark, "-" | "‐" | "‑" | "–" | "." | "&" | "/" | "'" | "’" | "·" | "・" | "+" | "_" | "@" | "#")
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
                let parts = |c: char| {
                    !c.is_alphanumeric() && !c.is_whitespace() && !joins(c.encode_utf8(&mut [0; 4]))
                };
                let capital = name.starts_with(char::is_uppercase);
                let owner = Owner { id: id as u32, capital, marks: name.contains(parts) };
                nodes.entry(whole).or_default().owner.get_or_insert(owner);
            }
        }
    }
    // By surface: the key of a word, if a name begins so or it may be inside one.
    let words: Vec<WordKey> = tokens.surfaces.iter().map(|surface| WordKey::folded(surface.bare())).collect();
    let (mut parts, mut found) = (Vec::new(), Vec::new());
    for sentence in &tokens.sentences {
        read(tokens, &words, sentence, &mut parts);
        let mut at = 0;
        while at < parts.len() {
            match longest(&parts[at..], &nodes) {
                Some((len, id)) => {
                    let span = Span { start: parts[at].span.start, end: parts[at + len - 1].span.end };
                    let mut mention = Mention::sure(span, own[id as usize].kind);
                    mention.own = Some(id);
                    found.push(mention);
                    at += len;
                }
                None => at += 1,
            }
        }
    }
    found
}

/// A word, or one of the characters of a word that is written without spaces.
struct Part {
    /// Without possessive ending.
    span: Span,
    /// Whether it begins with a capital.
    capital: bool,
    what: What,
}

enum What {
    Word(WordKey),
    /// A mark, and whether it joins the parts of names.
    Mark(bool),
}

/// The parts of a sentence, which go to `parts`: names may begin and end inside of words that a dictionary found.
fn read(tokens: &Tokens<'_>, words: &[WordKey], sentence: &Sentence, parts: &mut Vec<Part>) {
    parts.clear();
    for token in &tokens.tokens[sentence.tokens.clone()] {
        let surface = tokens.surface(token);
        if surface.text.starts_with(is_unspaced) {
            parts.extend(pieces(surface.text).map(|piece| Part {
                span: Span { start: token.start + piece.span.start, end: token.start + piece.span.end },
                capital: false,
                what: What::Word(key(piece.span.of(surface.text))),
            }));
            continue;
        }
        let what = match surface.kind {
            PieceKind::Punctuation => What::Mark(joins(surface.text)),
            _ => What::Word(words[token.surface as usize]),
        };
        let capital = surface.text.starts_with(char::is_uppercase);
        parts.push(Part { span: tokens.bare_span(token), capital, what });
    }
}

/// So many parts are looked at for one name.
const LONGEST: usize = 16;

/// How many `parts` the longest name has that begins with the first, and whose it is.
fn longest(parts: &[Part], nodes: &FxHashMap<WordKey, Node>) -> Option<(usize, u32)> {
    let capital = parts[0].capital;
    let (mut whole, mut found, mut is_parted) = (None::<WordKey>, None, false);
    for (index, part) in parts.iter().enumerate().take(LONGEST) {
        let word = match part.what {
            What::Word(word) => word,
            What::Mark(joins) => {
                whole?;
                is_parted |= !joins;
                continue;
            }
        };
        let key = whole.map_or(word, |begun| begun.then(word));
        let Some(node) = nodes.get(&key) else { break };
        if let Some(owner) = node.owner
            && (capital || !owner.capital)
            && (owner.marks || !is_parted)
        {
            found = Some((index + 1, owner.id));
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
    use crate::lexicon::Packs;

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
    fn marks_part_names_that_have_none() {
        let names = [own("Ann Lee", &[]), own("Acme, Inc.", &[]), own("Asia Pacific", &[])];
        assert_eq!(
            found("We met Ann; Lee left. Ann Lee of Acme, Inc. went to Asia/Pacific.", &names),
            [("Ann Lee", 0), ("Acme, Inc", 1), ("Asia/Pacific", 2)]
        );
    }

    #[test]
    fn names_in_words_without_spaces_are_found_with_and_without_their_dictionary() {
        let names = [own("北京", &[]), own("京都大学", &[])];
        for (text, language, expected) in
            [("他在北京学习。", "zh", ("北京", 0)), ("彼は京都大学で学んだ。", "ja", ("京都大学", 1))]
        {
            for lexicon in [None, Packs::built_in().words(language)] {
                let tokens = Tokens::new(text, profile(language), lexicon);
                let mentions = mentions(&tokens, &names);
                let found: Vec<_> = mentions.iter().map(|it| (it.span.of(text), it.own)).collect();
                assert_eq!(found, [(expected.0, Some(expected.1))]);
            }
        }
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

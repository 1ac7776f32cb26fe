//! Syllables by vowel rules, for languages whose spelling shows them.
//!
//! A syllable has one vowel sound. Every vowel letter is one, unless a rule
//! says otherwise of it in its surroundings, as in the letter-to-sound rules
//! of Elovitz and others 1976. The rules are data, in the file of the language.

use super::patterns::{Element, elements, matches_backwards, matches_forwards};

/// What must be true of the word before the rule's place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Condition {
    /// Nothing.
    Always,
    /// A sound was counted.
    Later,
    /// None was.
    First,
    /// A vowel with a written stress stands there.
    Stressed,
}

/// How many sounds a run of letters is.
#[derive(Debug)]
struct Rule {
    sounds: usize,
    condition: Condition,
    /// Read from the run backwards.
    left: Vec<Element>,
    run: Vec<Element>,
    right: Vec<Element>,
}

/// The vowels of a language, and what is read otherwise than letter by letter.
///
/// Its lines: `vowels` and letters; `stressed` and letters; `skip` and letters
/// that are as if not there; `sounds`, a number, perhaps a condition (`later`,
/// `first`, `stressed`), and patterns. The first pattern that fits counts. In a
/// pattern `<` and `>` part the run from its surroundings, `[abc]` is one of
/// these, `V` a vowel, `C` another letter or the edge of the word, `^` and `$` its edges.
#[derive(Debug, Default)]
pub struct VowelRules {
    vowels: String,
    stressed: String,
    skip: String,
    rules: Vec<Rule>,
}

impl VowelRules {
    /// Reads the rest of a line of the kind `kind`; `None` when it is not as it should be.
    pub(super) fn read_line(&mut self, kind: &str, mut words: std::str::SplitWhitespace<'_>) -> Option<()> {
        match kind {
            "vowels" => self.vowels.extend(words),
            "stressed" => self.stressed.extend(words),
            "skip" => self.skip.extend(words),
            "sounds" => {
                let sounds = words.next()?.parse::<u8>().ok()?.into();
                let mut words = words.peekable();
                let condition = match words.peek() {
                    Some(&"later") => Condition::Later,
                    Some(&"first") => Condition::First,
                    Some(&"stressed") => Condition::Stressed,
                    _ => Condition::Always,
                };
                if condition != Condition::Always {
                    words.next();
                }
                for pattern in words {
                    self.rules.push(Rule::read(pattern, sounds, condition)?);
                }
            }
            _ => return None,
        }
        Some(())
    }

    /// Whether the language has a counter at all.
    pub fn is_empty(&self) -> bool {
        self.vowels.is_empty()
    }

    /// Vowel sounds of `word`, which is in lower case; at least 1 if it has a letter.
    pub fn count(&self, word: &str) -> usize {
        let letters: Vec<char> = word.chars().filter(|&c| !self.skip.contains(c)).collect();
        let is_vowel = |c: char| self.vowels.contains(c);
        let stressed = letters.iter().position(|&c| self.stressed.contains(c)).unwrap_or(letters.len());
        let (mut sounds, mut at) = (0, 0);
        while at < letters.len() {
            let fits = |rule: &&Rule| {
                let condition = match rule.condition {
                    Condition::Always => true,
                    Condition::Later => sounds > 0,
                    Condition::First => sounds == 0,
                    Condition::Stressed => stressed < at,
                };
                condition
                    && letters.len() - at >= rule.run.len()
                    && matches_forwards(&rule.run, &letters, at, &is_vowel)
                    && matches_forwards(&rule.right, &letters, at + rule.run.len(), &is_vowel)
                    && matches_backwards(&rule.left, &letters, at, &is_vowel)
            };
            match self.rules.iter().find(fits) {
                Some(rule) => {
                    sounds += rule.sounds;
                    at += rule.run.len();
                }
                None => {
                    sounds += usize::from(is_vowel(letters[at]));
                    at += 1;
                }
            }
        }
        sounds.max(usize::from(word.chars().any(char::is_alphabetic)))
    }
}

impl Rule {
    fn read(pattern: &str, sounds: usize, condition: Condition) -> Option<Self> {
        let (left, rest) = pattern.split_once('<').unwrap_or(("", pattern));
        let (run, right) = rest.split_once('>').unwrap_or((rest, ""));
        let (left, at_start) = left.strip_prefix('^').map_or((left, false), |left| (left, true));
        let (right, at_end) = right.strip_suffix('$').map_or((right, false), |right| (right, true));
        let (mut left, mut right) = (elements(left)?, elements(right)?);
        left.reverse();
        left.extend(at_start.then_some(Element::Edge));
        right.extend(at_end.then_some(Element::Edge));
        let run = elements(run).filter(|run| !run.is_empty())?;
        Some(Self { sounds, condition, left, run, right })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rules(lines: &str) -> VowelRules {
        let mut rules = VowelRules::default();
        for line in lines.lines() {
            let mut words = line.split_whitespace();
            let kind = words.next().unwrap();
            rules.read_line(kind, words).unwrap();
        }
        rules
    }

    #[test]
    fn the_first_rule_that_fits_counts() {
        let rules = rules("vowels aeiou\nsounds 0 later C<e>$\nsounds 0 [qg]<u>[ei]\nsounds 1 eau ou");
        assert_eq!(
            ["table", "le", "eau", "que", "guide", "route", "x", ""].map(|word| rules.count(word)),
            [1, 1, 1, 1, 1, 1, 1, 0]
        );
    }

    #[test]
    fn surroundings_and_conditions() {
        let rules =
            rules("vowels aáio\nstressed á\nsounds 1 stressed <ia>$\nsounds 2 first ^m<io>$\nsounds 1 io");
        assert_eq!(["cália", "calia", "mio", "rio"].map(|word| rules.count(word)), [2, 3, 2, 1]);
    }

    #[test]
    fn a_line_that_is_no_rule_is_refused() {
        for line in ["sounds", "sounds x a", "sounds 999 a", "sounds 1 <>a", "sounds 1 [a", "letters a"] {
            let mut words = line.split_whitespace();
            let kind = words.next().unwrap();
            assert_eq!(VowelRules::default().read_line(kind, words), None, "{line}");
        }
    }
}

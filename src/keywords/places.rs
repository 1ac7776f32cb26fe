//! Where the steps of a query stand in a text.

use std::ops::Range;

use super::accents::{has_marks, without_marks};
use super::index::{Index, fold};
use super::query::Match;
use super::steps::{MarkKind, Step, Steps, is_like, mark_kind};
use crate::language::Profile;
use crate::lexicon::WordLexicon;
use crate::text::{composed_length, has_parted_marks};
use crate::tokens::{Token, Tokens, Word, stem_of};

/// A place between characters: the token that ends after it, and the byte.
#[derive(Clone, Copy)]
struct Place {
    token: usize,
    byte: u32,
}

/// What is looked for, and where.
struct Search<'s, 't> {
    query: &'s Steps,
    /// By step: the words of the vocabulary that it stands for. None for characters and marks.
    wanted: Vec<Vec<bool>>,
    tokens: &'s Tokens<'t>,
    index: &'s Index,
    /// By step: the marks before it that were gone over last. A row of them is gone over once, not from each.
    passed: Vec<Range<usize>>,
}

/// Every place of `query`, in order and without overlap; none lies across the end of a sentence.
pub(super) fn find(
    query: &Steps,
    tokens: &Tokens<'_>,
    index: &Index,
    profile: Profile,
    lexicon: Option<&WordLexicon>,
) -> Vec<Match> {
    let wanted = query.steps.iter().map(|step| matching(step, tokens, index, profile, lexicon)).collect();
    let passed = vec![0..0; query.steps.len()];
    let mut search = Search { query, wanted, tokens, index, passed };
    let mut found: Vec<Match> = Vec::new();
    for start in search.starts() {
        if found.last().is_none_or(|last| last.span.end <= start.byte) {
            found.extend(search.follow(start));
        }
    }
    found
}

/// The words of the vocabulary that `step` stands for: decided once a word.
fn matching(
    step: &Step,
    tokens: &Tokens<'_>,
    index: &Index,
    profile: Profile,
    lexicon: Option<&WordLexicon>,
) -> Vec<bool> {
    match step {
        // Particles are written with the word: 한국은.
        Step::Word { form: wanted, .. } if wanted.starts_with(is_hangul) => {
            let stem = stem_of(wanted, profile, lexicon);
            let words = tokens.words.iter().zip(index.folded());
            let is = |(word, form): (&Word, &str)| {
                form == wanted || form.starts_with(wanted) && word.stem() == stem
            };
            words.map(is).collect()
        }
        Step::Word { form: wanted, .. } => index.folded().map(|form| form == wanted).collect(),
        Step::Wild(wanted) => index.folded().map(|form| is_like(form, wanted)).collect(),
        Step::Lemma(word) => {
            let spelt = |word: &str| without_marks(&profile.normal_form(word)).replace('ß', "ss");
            let stem = |word: &str| fold(&stem_of(&spelt(word), profile, lexicon));
            let is_spelt_otherwise = |form: &str| !form.is_ascii() && (has_marks(form) || form.contains('ß'));
            let wanted = stem(word);
            // *innings* has the stem of *in*.
            let is_content = lexicon.is_some_and(|lexicon| !lexicon.is_stop_word(&profile.normal_form(word)));
            let is = |word: &Word| {
                !(is_content && word.is_stop)
                    && (word.stem() == wanted
                        || fold(word.stem()) == wanted
                        || is_spelt_otherwise(&word.text) && stem(&word.text) == wanted)
            };
            tokens.words.iter().map(is).collect()
        }
        Step::Row(_) | Step::Mark(_) => Vec::new(),
    }
}

fn is_hangul(c: char) -> bool {
    matches!(c, '\u{ac00}'..='\u{d7a3}')
}

impl Search<'_, '_> {
    /// Where the first step may stand, in order.
    fn starts(&self) -> Vec<Place> {
        let steps = &self.query.steps;
        let at_token = |token: usize| Place { token, byte: self.tokens.tokens[token].start };
        let is_word = |step: usize| !matches!(steps[step], Step::Row(_) | Step::Mark(_));
        if let Step::Row(row) = &steps[0] {
            let text = self.tokens.text;
            let place = |byte: usize| {
                let ends = |token: &Token| self.tokens.span(token).end as usize <= byte;
                Place { token: self.tokens.tokens.partition_point(ends), byte: byte as u32 }
            };
            if has_parted_marks(text) {
                let bytes = text.char_indices().map(|(byte, _)| byte);
                return bytes
                    .filter(|&byte| composed_length(&text[byte..], row).is_some())
                    .map(place)
                    .collect();
            }
            // One may hide another that goes on as asked: *哈哈，* in *哈哈哈，*.
            let first = row.chars().next().map_or(1, char::len_utf8);
            let mut from = 0;
            let places = std::iter::from_fn(|| {
                let byte = from + text[from..].find(&**row)?;
                from = byte + first;
                Some(place(byte))
            });
            return places.collect();
        }
        let words: Vec<usize> = (0..steps.len()).filter(|&step| is_word(step)).collect();
        let rows = steps.iter().any(|step| matches!(step, Step::Row(_)));
        let Some(&first) = words.first().filter(|&&first| first == 0 || !rows) else {
            let tokens = 0..self.tokens.tokens.len();
            return tokens.filter(|&token| self.is(token, 0)).map(at_token).collect();
        };
        // The rarest word of a phrase has the fewest places to look at. How many tokens lie before what
        // follows characters in a row, is not known.
        let rarest = if rows { 0 } else { self.rarest(&words) };
        let places = self.index.places_of(&self.wanted[words[rarest]]);
        let starts = places.into_iter().filter_map(|place| {
            let mut token = place as usize;
            for _ in 0..rarest {
                token = (0..token).rev().find(|&before| self.tokens.is_word(&self.tokens.tokens[before]))?;
            }
            token.checked_sub(first).map(at_token)
        });
        starts.collect()
    }

    /// Which of the steps that are words has the fewest places.
    fn rarest(&self, words: &[usize]) -> usize {
        let count = |wanted: &[bool]| -> usize {
            let places = |(word, _): (usize, &bool)| self.index.places(word as u32).len();
            wanted.iter().enumerate().filter(|&(_, &wanted)| wanted).map(places).sum()
        };
        let rarest = (0..words.len()).filter(|_| words.len() > 1);
        rarest.min_by_key(|&word| count(&self.wanted[words[word]])).unwrap_or(0)
    }

    /// Whether a token is what a step asks for that is no row of characters.
    fn is(&self, token: usize, step: usize) -> bool {
        let surface = self.tokens.surface(&self.tokens.tokens[token]);
        match &self.query.steps[step] {
            Step::Row(_) => false,
            Step::Mark(mark) => surface.text == mark,
            Step::Word { is_possessive: true, .. } if surface.bare().len() == surface.text.len() => false,
            _ => self.tokens.is_word(&self.tokens.tokens[token]) && self.wanted[step][surface.word as usize],
        }
    }

    /// The match that starts at a place, if any does.
    fn follow(&mut self, start: Place) -> Option<Match> {
        let tokens = &self.tokens.tokens;
        let mut at = start;
        let mut end = start;
        for (step, kind) in self.query.steps.iter().enumerate() {
            if step > 0 {
                self.pass_marks(&mut at, step);
            }
            let token = tokens.get(at.token)?;
            if let Step::Row(row) = kind {
                at.byte += composed_length(&self.tokens.text[at.byte as usize..], row)? as u32;
                while tokens.get(at.token).is_some_and(|token| self.tokens.span(token).end <= at.byte) {
                    at.token += 1;
                }
            } else if at.byte == token.start && self.is(at.token, step) {
                at = Place { token: at.token + 1, byte: self.tokens.span(token).end };
            } else {
                return None;
            }
            end = at;
            // From the end of a token to the start of the next.
            if let Some(next) = tokens.get(at.token) {
                at.byte = at.byte.max(next.start);
            }
        }
        let ends_in_point = self.query.ends_in_point();
        if self.query.steps.len() > 1 || ends_in_point {
            let sentence =
                self.tokens.sentences.partition_point(|sentence| sentence.tokens.end <= start.token);
            let sentence = &self.tokens.sentences[sentence];
            if end.byte > sentence.span.end {
                return None;
            }
            let point = tokens[..sentence.tokens.end].get(end.token).filter(|next| {
                ends_in_point && next.start == end.byte && self.tokens.surface(next).text == "."
            });
            if let Some(point) = point {
                end = Place { token: end.token + 1, byte: self.tokens.span(point).end };
            }
        }
        // The last token may go on after the match.
        let within = tokens.get(end.token).is_some_and(|token| token.start < end.byte);
        let last = end.token + usize::from(within);
        let span = crate::text::Span { start: start.byte, end: end.byte };
        Some(Match { span, tokens: start.token..last })
    }

    /// Goes over the marks before `step` that the text may have there.
    fn pass_marks(&mut self, at: &mut Place, step: usize) {
        let tokens = &self.tokens.tokens;
        if tokens.get(at.token).is_none_or(|token| token.start != at.byte) {
            return;
        }
        let passes = |(at, token): (usize, &Token)| {
            !self.tokens.is_word(token)
                && !self.is(at, step)
                && match mark_kind(self.tokens.surface(token).text) {
                    MarkKind::Joins => true,
                    MarkKind::Parts => self.query.after_mark[step],
                    MarkKind::Says => false,
                }
        };
        let known = &self.passed[step];
        let first = if known.contains(&at.token) { known.end } else { at.token };
        let end = first + tokens.iter().enumerate().skip(first).take_while(|&token| passes(token)).count();
        self.passed[step] = at.token..end;
        at.token = end;
        if let Some(next) = tokens.get(end) {
            at.byte = next.start;
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::keywords::Query;
    use crate::lexicon::Packs;
    use crate::{Options, Reading};

    fn find<'t>(language: &str, text: &'t str, query: &str) -> Vec<&'t str> {
        let options = Options { language: Some(language.into()), ..Options::default() };
        let reading = Reading::new(Packs::built_in(), text, &options).unwrap();
        let found = reading.find(&Query::parse(query).unwrap());
        for place in &found {
            let within = reading.tokens().across(place.tokens.clone());
            assert!(within.contains(place.span), "{query}");
        }
        found.into_iter().map(|place| place.span.of(text)).collect()
    }

    #[test]
    fn what_stands_in_a_text_is_found_as_it_is_written() {
        let text = "The U.S. Army’s well-known leader, Kim Jong-un, said “don’t” at 5 p.m. on U.S. soil. \
            John F. Kennedy paid $5,000 (50%). Dr. Smith of AT&T knows C++ and E. coli. \
            Mail a@b.com about “North Korea” by 10:30. North Korea’s deal.";
        for (query, expected) in [
            ("U.S.", &["U.S.", "U.S."][..]),
            ("u.s", &["U.S", "U.S"]),
            ("U.S. Army", &["U.S. Army’s"]),
            ("u.s army", &["U.S. Army’s"]),
            ("John F. Kennedy", &["John F. Kennedy"]),
            ("john f kennedy", &["John F. Kennedy"]),
            ("john kennedy", &[]),
            ("AT&T", &["AT&T"]),
            ("at t", &[]),
            ("E. coli", &["E. coli"]),
            ("e coli", &["E. coli"]),
            ("Dr. Smith", &["Dr. Smith"]),
            ("dr smith", &["Dr. Smith"]),
            ("p.m.", &["p.m."]),
            ("$5,000", &["$5,000"]),
            ("5,000", &["5,000"]),
            ("€5,000", &[]),
            ("50%", &["50%"]),
            ("(50%)", &["50%"]),
            ("5%", &[]),
            ("C++", &["C++"]),
            ("C+", &["C+"]),
            ("C#", &[]),
            ("a@b.com", &["a@b.com"]),
            ("leader, Kim", &["leader, Kim"]),
            ("leader Kim", &[]),
            ("leader, *", &["leader, Kim"]),
            ("[leader], Kim*", &["leader, Kim"]),
            ("\"North Korea\"", &["North Korea", "North Korea’s"]),
            ("North Korea", &["North Korea", "North Korea’s"]),
            ("north korea’s", &["North Korea’s"]),
            ("about north", &["about “North"]),
            ("deal.", &["deal."]),
            ("deal", &["deal"]),
            ("10:30", &["10:30"]),
            ("10 30", &[]),
            ("soil John", &[]),
            ("+", &["+", "+"]),
            ("++", &["++"]),
            ("“", &["“", "“"]),
        ] {
            assert_eq!(find("en", text, query), expected, "{query}");
        }
    }

    #[test]
    fn the_rarest_word_leads_to_the_phrase() {
        let text = "A $5 fee. The “big” U.S. fee, a fee: the $5 fee of the $5. Fee.";
        assert_eq!(find("en", text, "$5 fee"), ["$5 fee", "$5 fee"]);
        assert_eq!(find("en", text, "the big us fee"), [""; 0]);
        assert_eq!(find("en", text, "the big u.s fee"), ["The “big” U.S. fee"]);
        assert_eq!(find("en", text, "the $5"), ["the $5", "the $5"]);
        assert_eq!(find("en", text, "of the $5."), ["of the $5."]);
    }

    #[test]
    fn characters_in_a_row_are_found_however_words_are_cut() {
        let chinese = "北京是中国的首都。中国人民在北京庆祝。我们去北京大学学习iPhone手机。";
        for (query, expected) in [
            ("中国人民", &["中国人民"][..]),
            ("北京", &["北京", "北京", "北京"]),
            ("国人民在北", &["国人民在北"]),
            ("首都中国", &[]),
            ("iPhone手机", &["iPhone手机"]),
            ("iphone 手机", &["iPhone手机"]),
            ("学习 iphone", &["学习iPhone"]),
            ("首都。", &["首都"]),
            ("[北京]", &["北京", "北京"]),
        ] {
            let found = find("zh", chinese, query);
            if query == "[北京]" {
                assert!(found.len() >= expected.len(), "words as they are cut");
            } else {
                assert_eq!(found, expected, "{query}");
            }
        }
        assert_eq!(find("ja", "東京は首都です。東京都に住んでいます。東京タワー", "東京都"), ["東京都"]);
        assert_eq!(find("ja", "学習中学習", "学"), ["学", "学"]);
        assert_eq!(find("zh", "哈哈哈，好的。哈哈哈哈，哈哈", "哈哈，好"), ["哈哈，好"]);
        assert_eq!(find("zh", "哈哈哈，好的。哈哈哈哈，哈哈", "哈哈"), ["哈哈"; 4]);
        let thai = "ประเทศไทยเป็นประเทศที่สวยงาม กรุงเทพเป็นเมืองหลวงของประเทศไทย";
        assert_eq!(find("th", thai, "ประเทศไทย").len(), 2);
        assert_eq!(find("th", thai, "ประเทศ").len(), 3);
    }

    #[test]
    fn letters_are_found_by_those_of_another_keyboard() {
        let german = "Die Straße ist groß. STRASSE in GROẞ, eine Strasse.";
        assert_eq!(find("de", german, "strasse").len(), 3);
        assert_eq!(find("de", german, "Straße").len(), 3);
        assert_eq!(find("de", german, "[straße]").len(), 3);
        assert_eq!(find("de", german, "GROSS"), ["groß", "GROẞ"]);
        assert_eq!(find("el", "Ο λόγος, ΛΟΓΟΣ, ΛΌΓΟΣ λογος", "λόγος").len(), 4);
        assert_eq!(find("tr", "KIZ kız İstanbul ISTANBUL", "kız"), ["KIZ", "kız"]);
        assert_eq!(find("tr", "KIZ kız İstanbul ISTANBUL", "istanbul").len(), 2);
        assert_eq!(find("en", "Łódź, smørrebrød, cafe\u{301}", "lodz, smorrebrod, café").len(), 1);
        assert_eq!(find("ar", "كِتَاب جديد", "كتاب"), ["كِتَاب"]);
        assert_eq!(find("ar", "كِتَاب جديد", "[كتاب]"), ["كِتَاب"]);
        let russian = "Москва\u{301} большая, в Москве";
        assert_eq!(find("ru", russian, "москва"), ["Москва\u{301}"]);
        assert_eq!(find("ru", russian, "[Москва]").len(), 2);
    }

    #[test]
    fn particles_of_korean_are_written_with_the_word() {
        let korean = "한국은 아름답다. 한국의 서울. 한국어";
        assert_eq!(find("ko", korean, "한국"), ["한국은", "한국의"]);
        assert_eq!(find("ko", korean, "서울"), ["서울"]);
    }
}

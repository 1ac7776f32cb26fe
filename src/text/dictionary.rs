//! Words of scripts that leave no space between them: by a dictionary.
//!
//! UAX #29 parts Chinese and Thai after every character and Japanese nearly
//! so. Where a dictionary is at hand, the likeliest sequence of its words covers
//! each run of such letters (Viterbi 1967 over a model of single words, as in
//! jieba); what it does not know stays as the standard parts it, but in Thai,
//! where single letters are no words, is joined. Linear in the length of the run.

use super::composition::{composed, has_parted_marks};
use super::{Piece, PieceKind, Span};

/// What words a language has, and how likely each is.
pub trait Dictionary {
    /// Minus ten times the decimal logarithm of the share of `word` among all words.
    fn cost(&self, word: &str) -> Option<u8>;

    /// `text` as the words are written that stand for others, byte for byte, if
    /// any do: simplified characters for traditional ones.
    fn folded(&self, text: &str) -> Option<String>;
}

/// The cost of a piece that is no word: one in 10 to the 9, less than any word's share.
const UNKNOWN: u32 = 90;

/// The longest word, in pieces of UAX #29.
const LONGEST: usize = 12;

/// Whether words of this script stand without spaces.
pub(crate) fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{E00}'..='\u{E7F}' | '\u{3005}' | '\u{3041}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}'
        | '\u{20000}'..='\u{3FFFF}')
}

/// The pieces of `text` with the runs of unspaced letters among them parted into words.
pub fn by_dictionary(
    text: &str,
    pieces: impl Iterator<Item = Piece>,
    dictionary: &dyn Dictionary,
) -> Vec<Piece> {
    let mut found: Vec<Piece> = Vec::new();
    let mut run: Vec<Span> = Vec::new();
    let folded = dictionary.folded(text);
    let text = folded.as_deref().unwrap_or(text);
    // Kana may be apart from their marks; few texts have them so.
    let has_parted_marks = has_parted_marks(text);
    let cost = |word: &str| match has_parted_marks {
        true => dictionary.cost(&composed(word.to_owned())),
        false => dictionary.cost(word),
    };
    for piece in pieces {
        let joins = piece.kind == PieceKind::Word && piece.span.of(text).starts_with(is_unspaced);
        if !joins || run.last().is_some_and(|last| last.end != piece.span.start) {
            part(text, &mut run, &cost, &mut found);
        }
        if joins {
            run.push(piece.span);
        } else {
            found.push(piece);
        }
    }
    part(text, &mut run, &cost, &mut found);
    found
}

/// Moves the likeliest words of `run` to `found`.
fn part(text: &str, run: &mut Vec<Span>, cost: &dyn Fn(&str) -> Option<u8>, found: &mut Vec<Piece>) {
    // By how many pieces end before: the least cost, and where its last word starts.
    let mut best: Vec<(u32, usize, bool)> = vec![(0, 0, true)];
    for end in 1..=run.len() {
        let words = (end.saturating_sub(LONGEST)..end).filter_map(|start| {
            let word = &text[run[start].start as usize..run[end - 1].end as usize];
            let known = cost(word).map(u32::from);
            let cost = known.or((end - start == 1).then_some(UNKNOWN))?;
            Some((best[start].0 + cost, start, known.is_some()))
        });
        // Of equal sequences, that of longer words.
        best.push(words.min_by_key(|&(cost, start, _)| (cost, start)).unwrap_or((u32::MAX, end - 1, false)));
    }
    let first = found.len();
    let mut end = run.len();
    let mut unknown_follows = false;
    while end > 0 {
        let (_, start, known) = best[end];
        let span = Span { start: run[start].start, end: run[end - 1].end };
        let is_thai = span.of(text).starts_with(|c| ('\u{E00}'..='\u{E7F}').contains(&c));
        match found.last_mut() {
            Some(next) if !known && unknown_follows && is_thai => next.span.start = span.start,
            _ => found.push(Piece { span, kind: PieceKind::Word }),
        }
        unknown_follows = !known;
        end = start;
    }
    found[first..].reverse();
    run.clear();
}

#[cfg(test)]
mod tests {
    use super::super::pieces;
    use super::*;

    struct Words(&'static [(&'static str, u8)]);

    impl Dictionary for Words {
        fn cost(&self, word: &str) -> Option<u8> {
            self.0.iter().find(|(known, _)| *known == word).map(|&(_, cost)| cost)
        }

        fn folded(&self, text: &str) -> Option<String> {
            Some(text.replace('開', "开"))
        }
    }

    fn words<'t>(text: &'t str, dictionary: &Words) -> Vec<&'t str> {
        by_dictionary(text, pieces(text), dictionary).into_iter().map(|piece| piece.span.of(text)).collect()
    }

    #[test]
    fn the_likeliest_words_cover_a_run() {
        let chinese =
            Words(&[("研究", 30), ("研究生", 45), ("生命", 35), ("命", 50), ("起源", 40), ("生", 40)]);
        assert_eq!(words("研究生命起源,2 x", &chinese), ["研究", "生命", "起源", ",", "2", "x"]);
        assert_eq!(words("他研究", &chinese), ["他", "研究"]);
        let opening = Words(&[("打开", 40), ("开", 30)]);
        assert_eq!(words("打開打开", &opening), ["打開", "打开"], "as they stand in the text");
    }

    #[test]
    fn what_thai_does_not_know_is_one_word() {
        let thai = Words(&[("แมว", 40), ("กิน", 40)]);
        assert_eq!(words("แมวกินฮฮฮ", &thai), ["แมว", "กิน", "ฮฮฮ"]);
        assert_eq!(words("แมว กิน", &thai), ["แมว", "กิน"]);
    }
}

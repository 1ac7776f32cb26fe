//! Accents, and words without them.
//!
//! With [`decompose`] the table of accents holds what Unicode's canonical decomposition (UAX #15) says of the small
//! letters of Latin, Greek and Cyrillic; the whole of it for all scripts would be 60 KB of wasm.

use crate::text::decompose;

/// Letters and what they are with accents that [`decompose`] does not know.
const ACCENTED: &[(char, &str)] = &[
    ('a', "ǟǡǻȁȃḁ"),
    ('c', "ḉ"),
    ('d', "ḓ"),
    ('e', "ȅȇḕḗḙḛḝ"),
    ('i', "ȉȋḭḯ"),
    ('l', "ḹḽ"),
    ('n', "ṋ"),
    ('o', "ǭȍȏȫȭȱṍṏṑṓ"),
    ('r', "ȑȓṝ"),
    ('s', "ṥṧṩ"),
    ('t', "ṱ"),
    ('u', "ǖǘǚǜȕȗṳṵṷṹṻ"),
    ('ſ', "ẛ"),
    ('α', "ἀἁἂἃἄἅἆἇὰάᾀᾁᾂᾃᾄᾅᾆᾇᾰᾱᾲᾳᾴᾶᾷ"),
    ('ε', "ἐἑἒἓἔἕὲέ"),
    ('η', "ἠἡἢἣἤἥἦἧὴήᾐᾑᾒᾓᾔᾕᾖᾗῂῃῄῆῇ"),
    ('ι', "ἰἱἲἳἴἵἶἷὶίῐῑῒΐῖῗ"),
    ('ο', "ὀὁὂὃὄὅὸό"),
    ('ρ', "ῤῥ"),
    ('υ', "ὐὑὒὓὔὕὖὗὺύῠῡῢΰῦῧ"),
    ('ω', "ὠὡὢὣὤὥὦὧὼώᾠᾡᾢᾣᾤᾥᾦᾧῲῳῴῶῷ"),
    ('ϒ', "ϓϔ"),
    ('а', "ӑӓ"),
    ('е', "ӗ"),
    ('и', "ӣ"),
    ('о', "ӧ"),
    ('у', "ӯ"),
    ('ч', "ӵ"),
    ('ы', "ӹ"),
    ('э', "ӭ"),
    ('ѵ', "ѷ"),
    ('ә', "ӛ"),
    ('ө', "ӫ"),
];

/// Letters that are written otherwise where a keyboard lacks them; those of Arabic as Lucene's normaliser has it.
const SPELT: &[(char, &str)] = &[
    ('ß', "ss"),
    ('æ', "ae"),
    ('œ', "oe"),
    ('ø', "o"),
    ('ł', "l"),
    ('đ', "d"),
    ('ð', "d"),
    ('þ', "th"),
    ('ħ', "h"),
    ('ŧ', "t"),
    ('ŋ', "n"),
    ('ı', "i"),
    ('ĳ', "ij"),
    ('ŀ', "l"),
    ('ĸ', "k"),
    ('ſ', "s"),
    ('ς', "σ"),
    ('آ', "ا"),
    ('أ', "ا"),
    ('إ', "ا"),
    ('ٱ', "ا"),
    ('ى', "ي"),
    ('ی', "ي"),
    ('ک', "ك"),
    ('ة', "ه"),
    ('\u{fb00}', "ff"),
    ('\u{fb01}', "fi"),
    ('\u{fb02}', "fl"),
    ('\u{fb03}', "ffi"),
    ('\u{fb04}', "ffl"),
    ('\u{fb05}', "st"),
    ('\u{fb06}', "st"),
];

/// A form in lower case without its accents: combining marks after letters of the
/// three scripts and the points of Arabic and Hebrew are left out, letters that hold
/// one become the bare letter, and those that few keyboards have are spelt.
pub fn without_accents(form: &str) -> String {
    let mut bare = String::with_capacity(form.len());
    for c in without_marks(form).chars() {
        if is_plain(c) {
            bare.push(c);
            continue;
        }
        let c = base(c);
        match SPELT.iter().find(|&&(letter, _)| letter == c) {
            Some((_, spelt)) => bare.push_str(spelt),
            // The wide forms of ASCII.
            None if matches!(c, '\u{ff01}'..='\u{ff5e}') => bare.push((c as u32 - 0xfee0) as u8 as char),
            None => bare.push(c),
        }
    }
    bare
}

/// A form without the combining marks that say how it sounds: accents apart from their letters,
/// stress, vowels of Arabic and Hebrew. Letters that hold an accent keep it.
pub fn without_marks(form: &str) -> String {
    let mut takes_accents = false;
    let stays = |&c: &char| {
        let is_accent = matches!(c, '\u{300}'..='\u{36f}');
        let goes = if is_accent { takes_accents } else { is_point(c) };
        if !is_accent {
            takes_accents = matches!(c, '\0'..='\u{52f}' | '\u{1e00}'..='\u{1fff}');
        }
        !goes
    };
    form.chars().filter(stays).collect()
}

/// Whether [`without_marks`] may change a form.
pub fn has_marks(form: &str) -> bool {
    form.chars().any(|c| matches!(c, '\u{300}'..='\u{36f}') || is_point(c))
}

/// Vowels and other points of Hebrew and Arabic, and the stroke that lengthens Arabic letters.
fn is_point(c: char) -> bool {
    matches!(c, '\u{591}'..='\u{5bd}' | '\u{5bf}' | '\u{5c1}' | '\u{5c2}' | '\u{5c4}' | '\u{5c5}' | '\u{5c7}'
        | '\u{610}'..='\u{61a}' | '\u{640}' | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{6d6}'..='\u{6dc}'
        | '\u{6df}'..='\u{6e8}' | '\u{6ea}'..='\u{6ed}')
}

/// Whether a letter is surely its own base: most are, and the tables are long.
fn is_plain(c: char) -> bool {
    match c {
        '\0'..='\u{7f}' => true,
        '\u{3b1}'..='\u{3c9}' => c != 'ς',
        '\u{430}'..='\u{44f}' => c != 'й',
        _ => matches!(c, '\u{530}'..='\u{61f}' | '\u{700}'..='\u{1dff}' | '\u{2000}'..='\u{faff}'),
    }
}

/// The letter without its accents.
fn base(c: char) -> char {
    match decompose(c) {
        Some(bare) if is_plain(bare) => bare,
        Some(bare) => base(bare),
        None => ACCENTED.iter().find(|(_, accented)| accented.contains(c)).map_or(c, |&(base, _)| base),
    }
}

#[cfg(test)]
mod tests {
    use unicode_normalization::UnicodeNormalization;
    use unicode_normalization::char::is_combining_mark;

    use super::*;

    #[test]
    fn the_table_is_that_of_unicode() {
        let letters = ('\u{c0}'..='\u{52f}').chain('\u{1e00}'..='\u{1fff}');
        let mut accented = 0;
        for c in letters.filter(|c| c.is_lowercase() && c.is_alphabetic()) {
            let mut parts = c.nfd();
            let first = parts.next().unwrap();
            let rest: Vec<char> = parts.collect();
            if rest.is_empty() || !first.is_alphabetic() {
                assert_eq!(base(c), c);
            } else if rest.iter().all(|&mark| is_combining_mark(mark)) {
                assert_eq!(base(c), first, "{c}");
                accented += 1;
            }
        }
        assert!(accented > 400, "{accented}");
    }

    #[test]
    fn marks_of_their_own_go_too() {
        assert_eq!(without_accents("e\u{301}te\u{301}"), "ete");
        assert_eq!(without_accents("が\u{301}"), "が\u{301}", "no script of accents");
        assert_eq!(without_accents("москва\u{301}"), "москва");
        assert_eq!(without_accents("كِتَاب"), "كتاب");
        assert_eq!(without_accents("שָׁלוֹם"), "שלום");
        assert_eq!(without_marks("йод е\u{308}лка"), "йод елка");
        assert!(has_marks("москва\u{301}") && has_marks("كِتَاب") && !has_marks("йод café"));
    }

    #[test]
    fn letters_that_few_keyboards_have_are_spelt() {
        for (form, expected) in [
            ("straße", "strasse"),
            ("łódź", "lodz"),
            ("smørrebrød", "smorrebrod"),
            ("ǿre", "ore"),
            ("æther", "aether"),
            ("ǣ", "ae"),
            ("œuvre", "oeuvre"),
            ("đorđe", "dorde"),
            ("kız", "kiz"),
            ("λόγος", "λογοσ"),
            ("\u{fb01}nance", "finance"),
            ("ｆｕｌｌ", "full"),
            ("أحمد", "احمد"),
        ] {
            assert_eq!(without_accents(form), expected);
        }
    }

    #[test]
    fn plain_letters_are_in_no_table() {
        let all = ('\0'..=char::MAX).filter(|&c| is_plain(c));
        for c in all {
            assert_eq!(base(c), c);
            assert!(SPELT.iter().all(|&(letter, _)| letter != c), "{c}");
        }
    }
}

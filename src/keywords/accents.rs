//! Accents, and words without them.
//!
//! The table holds what Unicode's canonical decomposition (UAX #15) says of the small letters
//! of Latin, Greek and Cyrillic; the whole of it for all scripts would be 60 KB of wasm.

/// Letters and what they are with accents.
const ACCENTED: &[(char, &str)] = &[
    ('a', "àáâãäåāăąǎǟǡǻȁȃȧḁạảấầẩẫậắằẳẵặ"),
    ('b', "ḃḅḇ"),
    ('c', "çćĉċčḉ"),
    ('d', "ďḋḍḏḑḓ"),
    ('e', "èéêëēĕėęěȅȇȩḕḗḙḛḝẹẻẽếềểễệ"),
    ('f', "ḟ"),
    ('g', "ĝğġģǧǵḡ"),
    ('h', "ĥȟḣḥḧḩḫẖ"),
    ('i', "ìíîïĩīĭįǐȉȋḭḯỉị"),
    ('j', "ĵǰ"),
    ('k', "ķǩḱḳḵ"),
    ('l', "ĺļľḷḹḻḽ"),
    ('m', "ḿṁṃ"),
    ('n', "ñńņňǹṅṇṉṋ"),
    ('o', "òóôõöōŏőơǒǫǭȍȏȫȭȯȱṍṏṑṓọỏốồổỗộớờởỡợ"),
    ('p', "ṕṗ"),
    ('r', "ŕŗřȑȓṙṛṝṟ"),
    ('s', "śŝşšșṡṣṥṧṩ"),
    ('t', "ţťțṫṭṯṱẗ"),
    ('u', "ùúûüũūŭůűųưǔǖǘǚǜȕȗṳṵṷṹṻụủứừửữự"),
    ('v', "ṽṿ"),
    ('w', "ŵẁẃẅẇẉẘ"),
    ('x', "ẋẍ"),
    ('y', "ýÿŷȳẏẙỳỵỷỹ"),
    ('z', "źżžẑẓẕ"),
    ('æ', "ǣǽ"),
    ('ø', "ǿ"),
    ('ſ', "ẛ"),
    ('ʒ', "ǯ"),
    ('α', "άἀἁἂἃἄἅἆἇὰάᾀᾁᾂᾃᾄᾅᾆᾇᾰᾱᾲᾳᾴᾶᾷ"),
    ('ε', "έἐἑἒἓἔἕὲέ"),
    ('η', "ήἠἡἢἣἤἥἦἧὴήᾐᾑᾒᾓᾔᾕᾖᾗῂῃῄῆῇ"),
    ('ι', "ΐίϊἰἱἲἳἴἵἶἷὶίῐῑῒΐῖῗ"),
    ('ο', "όὀὁὂὃὄὅὸό"),
    ('ρ', "ῤῥ"),
    ('υ', "ΰϋύὐὑὒὓὔὕὖὗὺύῠῡῢΰῦῧ"),
    ('ω', "ώὠὡὢὣὤὥὦὧὼώᾠᾡᾢᾣᾤᾥᾦᾧῲῳῴῶῷ"),
    ('ϒ', "ϓϔ"),
    ('а', "ӑӓ"),
    ('г', "ѓ"),
    ('е', "ѐёӗ"),
    ('ж', "ӂӝ"),
    ('з', "ӟ"),
    ('и', "йѝӣӥ"),
    ('к', "ќ"),
    ('о', "ӧ"),
    ('у', "ўӯӱӳ"),
    ('ч', "ӵ"),
    ('ы', "ӹ"),
    ('э', "ӭ"),
    ('і', "ї"),
    ('ѵ', "ѷ"),
    ('ә', "ӛ"),
    ('ө', "ӫ"),
];

/// A form in lower case without its accents: combining marks after letters of the
/// three scripts are left out, letters that hold one become the bare letter.
pub fn without_accents(form: &str) -> String {
    let mut bare = String::with_capacity(form.len());
    let mut takes_accents = false;
    for c in form.chars() {
        if matches!(c, '\u{300}'..='\u{36f}') {
            if !takes_accents {
                bare.push(c);
            }
            continue;
        }
        takes_accents = matches!(c, '\0'..='\u{52f}' | '\u{1e00}'..='\u{1fff}');
        bare.push(if takes_accents && !c.is_ascii() { base(c) } else { c });
    }
    bare
}

/// The letter without its accents.
fn base(c: char) -> char {
    ACCENTED.iter().find(|(_, accented)| accented.contains(c)).map_or(c, |&(base, _)| base)
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
    }
}

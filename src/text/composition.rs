//! Canonical composition (UAX #15) of small letters with the marks after them, of kana, and of Korean syllables.

/// Marks, and the letters that they stand on, each before the letter that is both: what Unicode composes of the small
/// letters of languages that are written in Latin, Greek and Cyrillic. All of its compositions would be 10 KB.
const COMPOSED: &[(char, &str)] = &[
    ('\u{300}', "aàeèiìnǹoòuùwẁyỳâầêềôồăằơờưừеѐиѝ"),
    ('\u{301}', "aácćeégǵiíkḱlĺmḿnńoópṕrŕsśuúwẃyýzźâấêếôốăắơớưứæǽøǿαάεέηήιίοόυύωώϊΐϋΰгѓкќ"),
    ('\u{302}', "aâcĉeêgĝhĥiîjĵoôsŝuûwŵyŷzẑạậẹệọộ"),
    ('\u{303}', "aãeẽiĩnñoõuũvṽyỹâẫêễôỗăẵơỡưữ"),
    ('\u{304}', "aāeēgḡiīoōuūyȳæǣ"),
    ('\u{306}', "aăeĕgğiĭoŏuŭийуўжӂạặ"),
    ('\u{307}', "aȧbḃcċdḋeėfḟgġhḣmṁnṅoȯpṗrṙsṡtṫwẇxẋyẏzżıi"),
    ('\u{308}', "aäeëhḧiïoötẗuüwẅxẍyÿιϊυϋеёіїжӝзӟиӥуӱ"),
    ('\u{309}', "aảeẻiỉoỏuủyỷâẩêểôổăẳơởưử"),
    ('\u{30a}', "aåuůwẘyẙ"),
    ('\u{30b}', "oőuűуӳ"),
    ('\u{30c}', "aǎcčdďeěgǧhȟiǐjǰkǩlľnňoǒrřsštťuǔzžʒǯ"),
    ('\u{31b}', "oơuư"),
    ('\u{323}', "aạbḅdḍeẹhḥiịkḳlḷmṃnṇoọrṛsṣtṭuụvṿwẉyỵzẓơợưự"),
    ('\u{326}', "sștț"),
    ('\u{327}', "cçdḑeȩgģhḩkķlļnņrŗsştţ"),
    ('\u{328}', "aąeęiįoǫuų"),
    ('\u{32e}', "hḫ"),
    ('\u{331}', "bḇdḏhẖkḵlḻnṉrṟtṯzẕ"),
];

/// The first of the marks that stand below or beside a letter: those before it stand above.
const BELOW: char = '\u{31b}';

/// The marks of voiced kana and of half voiced ones.
const VOICED: char = '\u{3099}';
const HALF_VOICED: char = '\u{309a}';

/// The text with letters in the place of small letters and marks.
pub(crate) fn composed(text: String) -> String {
    if !has_parted_marks(&text) {
        return text;
    }
    let mut whole = String::with_capacity(text.len());
    for c in text.chars() {
        let letter = whole.chars().next_back().and_then(|letter| compose(letter, c));
        if letter.is_some() {
            whole.pop();
        }
        whole.push(letter.unwrap_or(c));
    }
    whole
}

/// How many bytes at the start of `text` are `whole`, of which the letters are composed: there they may be so or not.
pub(crate) fn composed_length(text: &str, whole: &str) -> Option<usize> {
    let mut rest = text.chars();
    for wanted in whole.chars() {
        let mut letter = rest.next()?;
        let mut after = rest.clone();
        while let Some(both) = after.next().and_then(|mark| compose(letter, mark)) {
            letter = both;
            rest = after.clone();
        }
        if letter != wanted {
            return None;
        }
    }
    Some(text.len() - rest.as_str().len())
}

/// Whether there is a mark that may be composed with what is before it.
pub(crate) fn has_parted_marks(text: &str) -> bool {
    text.chars().any(|c| {
        matches!(c, '\u{300}'..='\u{331}' | '\u{1161}'..='\u{1175}' | '\u{11a8}'..='\u{11c2}' | VOICED | HALF_VOICED)
    })
}

/// The letter that is `letter` with `mark`, if there is one. Turkish *i* is *ı* with a point.
fn compose(letter: char, mark: char) -> Option<char> {
    match mark {
        VOICED | HALF_VOICED => return kana(letter, mark),
        '\u{1161}'.. => return syllable(letter.into(), mark.into()),
        _ => {}
    }
    let (_, letters) = COMPOSED.iter().find(|&&(of, _)| of == mark)?;
    let whole = pairs(letters).find(|&(bare, _)| bare == letter).map(|(_, whole)| whole);
    whole.or_else(|| {
        // A mark below goes before one above, whichever was written first: *ệ* is *ẹ* with a circumflex.
        let (bare, above) = parts(letter).filter(|&(_, above)| mark >= BELOW && above < BELOW)?;
        compose(compose(bare, mark)?, above)
    })
}

/// The kana of one and the mark that makes it voiced, or half so (Unicode, chapter 18.4); *ヷ* to *ヺ* are left.
fn kana(bare: char, mark: char) -> Option<char> {
    // Both kinds of kana have one order.
    let place = bare as u32 - if bare < 'ァ' { 0 } else { 0x60 };
    let beyond = match place {
        0x306f..=0x307b if place.is_multiple_of(3) => mark as u32 - VOICED as u32 + 1,
        _ if mark == HALF_VOICED => return None,
        0x3046 => 0x4e,
        0x304b..=0x3061 if !place.is_multiple_of(2) => 1,
        0x3064 | 0x3066 | 0x3068 | 0x309d => 1,
        _ => return None,
    };
    char::from_u32(bare as u32 + beyond)
}

/// The Korean syllable of a consonant and a vowel, or of such a one and a last consonant (Unicode, chapter 3.12).
fn syllable(first: u32, next: u32) -> Option<char> {
    const SYLLABLES: u32 = 0xac00;
    const VOWELS: u32 = 21;
    /// The last consonants, and that there is none.
    const LAST: u32 = 28;
    let number = match (first, next) {
        (0x1100..=0x1112, 0x1161..=0x1175) => ((first - 0x1100) * VOWELS + next - 0x1161) * LAST,
        (SYLLABLES..=0xd7a3, 0x11a8..=0x11c2) if (first - SYLLABLES).is_multiple_of(LAST) => {
            first - SYLLABLES + next - 0x11a7
        }
        _ => return None,
    };
    char::from_u32(SYLLABLES + number)
}

/// The letter that `whole` is without its last mark, if it is composed of the two; *i* is not.
pub(crate) fn decompose(whole: char) -> Option<char> {
    parts(whole).map(|(bare, _)| bare)
}

/// The letter and the mark that `whole` is composed of.
fn parts(whole: char) -> Option<(char, char)> {
    let mut all = COMPOSED
        .iter()
        .flat_map(|&(mark, letters)| pairs(letters).map(move |(bare, letter)| (bare, letter, mark)));
    all.find(|&(bare, letter, _)| letter == whole && bare != 'ı').map(|(bare, _, mark)| (bare, mark))
}

fn pairs(letters: &str) -> impl Iterator<Item = (char, char)> {
    letters.chars().step_by(2).zip(letters.chars().skip(1).step_by(2))
}

#[cfg(test)]
mod tests {
    use unicode_normalization::UnicodeNormalization;

    use super::*;

    #[test]
    fn the_table_is_unicodes() {
        let mut count = 0;
        for &(mark, letters) in COMPOSED {
            for (bare, whole) in pairs(letters) {
                let is_turkish = bare == 'ı';
                let expected =
                    if is_turkish { Some('i') } else { unicode_normalization::char::compose(bare, mark) };
                assert_eq!(Some(whole), expected, "{bare} with {mark:?}");
                assert_eq!(compose(bare, mark), Some(whole));
                assert_eq!(decompose(whole), Some(bare).filter(|_| !is_turkish));
                count += 1;
            }
        }
        assert!(count > 200);
        for whole in '\u{ac00}'..='\u{d7a3}' {
            let mut parts = String::new();
            unicode_normalization::char::decompose_canonical(whole, |part| parts.push(part));
            assert_eq!(composed(parts), whole.to_string());
        }
        assert_eq!(composed("각\u{11a8}가\u{1161}".into()), "각\u{11a8}가\u{1161}");
        assert_eq!(compose('q', '\u{301}'), None);
        assert_eq!(composed("vie\u{323}\u{302}t na\u{308}ive o\u{338}".into()), "việt näive o\u{338}");
    }

    #[test]
    fn marks_below_go_first() {
        let letters = || COMPOSED.iter().flat_map(|(_, letters)| pairs(letters));
        let mut reordered = 0;
        for (bare, whole) in letters().filter(|&(bare, _)| bare != 'ı') {
            for &(mark, _) in COMPOSED {
                let mut found = String::from_iter([whole, mark]);
                let expected: String = found.nfc().collect();
                found = composed(found);
                // Letters that the table has not stay apart, but no others are made.
                assert!(
                    found == expected || found.chars().eq([whole, mark]),
                    "{whole} of {bare} with {mark:?}"
                );
                reordered += usize::from(found == expected && found.chars().count() == 1);
            }
        }
        assert!(reordered > 40, "{reordered}");
        for (typed, expected) in
            [("mê\u{323}t", "mệt"), ("mô\u{323}t", "một"), ("ă\u{323}â\u{323}ò\u{31b}", "ặậờ")]
        {
            assert_eq!(composed(typed.into()), expected);
        }
        assert_eq!(composed("は\u{3099}は本".into()), "ばは本");
        assert_eq!(composed("é\u{302}".into()), "é\u{302}", "two above");
    }

    #[test]
    fn kana_are_unicodes() {
        for bare in '\u{3041}'..='\u{30ff}' {
            for mark in [VOICED, HALF_VOICED] {
                let expected = unicode_normalization::char::compose(bare, mark);
                let expected = expected.filter(|whole| !('ヷ'..='ヺ').contains(whole));
                assert_eq!(compose(bare, mark), expected, "{bare} with {mark:?}");
            }
        }
    }
}

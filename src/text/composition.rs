//! Canonical composition (UAX #15) of small letters with the marks after them, and of Korean syllables.

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

/// The text with letters in the place of small letters and marks.
pub(crate) fn composed(text: String) -> String {
    if !text.chars().any(is_mark) {
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

fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{331}' | '\u{1161}'..='\u{1175}' | '\u{11a8}'..='\u{11c2}')
}

/// The letter that is `letter` with `mark`, if there is one. Turkish *i* is *ı* with a point.
fn compose(letter: char, mark: char) -> Option<char> {
    if mark >= '\u{1161}' {
        return syllable(letter.into(), mark.into());
    }
    let (_, letters) = COMPOSED.iter().find(|&&(of, _)| of == mark)?;
    pairs(letters).find(|&(bare, _)| bare == letter).map(|(_, whole)| whole)
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
    let mut all = COMPOSED.iter().flat_map(|(_, letters)| pairs(letters));
    all.find(|&(bare, letter)| letter == whole && bare != 'ı').map(|(bare, _)| bare)
}

fn pairs(letters: &str) -> impl Iterator<Item = (char, char)> {
    letters.chars().step_by(2).zip(letters.chars().skip(1).step_by(2))
}

#[cfg(test)]
mod tests {
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
}

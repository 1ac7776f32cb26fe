//! Syllables by vowel rules, for languages whose spelling shows them.
//!
//! A syllable has one vowel sound. Every vowel letter is one, unless it joins
//! others: the letters of a [`Vowels::joined`] group are one sound. What a
//! language joins is data; what holds beyond single groups is in its function.
//! No dictionary with a free licence was at hand to measure these on; the tests
//! hold words whose division the cited works give or that follow from them.

/// The vowels of a language.
struct Vowels {
    /// Letters that are a vowel sound.
    single: &'static str,
    /// Runs of letters that are one vowel sound, longest first where one begins another.
    joined: &'static [&'static str],
    /// Runs that are none: silent letters and marks of the consonant before them.
    silent: &'static [&'static str],
}

impl Vowels {
    /// Vowel sounds of `word`, which is in lower case; at least 1 if it has a letter.
    fn count(&self, word: &str) -> usize {
        let mut sounds = 0;
        let mut rest = word;
        while let Some(c) = rest.chars().next() {
            let starts = |run: &&&str| rest.starts_with(**run);
            rest = if let Some(run) = self.silent.iter().find(starts) {
                &rest[run.len()..]
            } else if let Some(run) = self.joined.iter().find(starts) {
                sounds += 1;
                &rest[run.len()..]
            } else {
                sounds += usize::from(self.single.contains(c));
                &rest[c.len_utf8()..]
            };
        }
        sounds.max(usize::from(word.chars().any(char::is_alphabetic)))
    }
}

/// German: *Amtliches Regelwerk der deutschen Rechtschreibung* § 107 to 112 and its list of diphthongs.
pub fn german(word: &str) -> usize {
    const VOWELS: Vowels = Vowels {
        single: "aeiouyäöüàáâèéêëîïôû",
        joined: &[
            "eau", "ieu", "aa", "ee", "oo", "ai", "ay", "au", "äu", "ei", "ey", "eu", "ie", "oi", "ou", "oy",
            "ui",
        ],
        silent: &["qu"],
    };
    // The *ie* of *Familie*, *Italien*, *Ferien* is two sounds, that of *Melodie* and *dienen* one; so *eu* in *Museum*.
    const PARTED: &[&str] = &["lie", "lien", "nien", "rien", "sien", "dien", "lier", "nier", "eum", "eums"];
    let count = VOWELS.count(word);
    count + usize::from(count > 1 && PARTED.iter().any(|ending| word.ends_with(ending)))
}

/// French, as it is read in prose: *Grevisse and Goosse, Le bon usage*; the mute *e* at the end is no syllable.
pub fn french(word: &str) -> usize {
    const VOWELS: Vowels = Vowels {
        single: "aeiouyàâäéèêëîïôöùûüÿœæ",
        joined: &[
            "oue", "ouè", "oui", "oua", "ouin", "oeu", "œu", "eau", "aie", "oie", "uie", "ieu", "oyau",
            "ayé", "oy", "ay", "ia", "iai", "iau", "ie", "ié", "iè", "iê", "io", "iu", "ui", "uî", "ue",
            "uè", "au", "ai", "aî", "ei", "eî", "eu", "eû", "oi", "oî", "ou", "où", "oû", "ya", "yé", "ye",
            "yo", "yeu",
        ],
        silent: &[],
    };
    // *L'eau* and *qu'il* have the syllables of what stands after the apostrophe.
    let word = without_silent_u(word.rsplit('\'').next().unwrap_or(word), "eiéèêë");
    let stem = ["es", "e"].iter().find_map(|ending| word.strip_suffix(ending)).unwrap_or(&word);
    let is_vowel = |c| VOWELS.single.contains(c);
    // The last *e* is mute after a consonant, but not if it is the only vowel: *le*, *ces*.
    let mute = stem.len() < word.len() && stem.contains(is_vowel) && !stem.ends_with(is_vowel);
    VOWELS.count(if mute { stem } else { &word })
}

/// Spanish: *Real Academia Española, Ortografía de la lengua española* (2010), on diphthongs and hiatus.
pub fn spanish(word: &str) -> usize {
    const VOWELS: Vowels = Vowels {
        single: "aeiouáéíóúü",
        joined: &[
            "iái", "iéi", "uái", "uéi", "iai", "iei", "uai", "uei", "uay", "uey", "ia", "ie", "io", "iu",
            "ua", "ue", "ui", "uo", "iá", "ié", "ió", "iú", "uá", "ué", "uí", "uó", "üe", "üi", "üé", "üí",
            "ai", "ei", "oi", "au", "eu", "ou", "ái", "éi", "ói", "áu", "éu", "óu", "ay", "ey", "oy", "uy",
        ],
        silent: &[],
    };
    // *y* before a vowel is a consonant; *h* parts nothing.
    let word = without_silent_u(word, "eiéí");
    let mut letters = word.chars().filter(|&c| c != 'h').peekable();
    let mut plain = String::with_capacity(word.len());
    while let Some(c) = letters.next() {
        let glide = c == 'y' && letters.peek().is_some_and(|&next| VOWELS.single.contains(next));
        plain.push(if glide { 'j' } else { c });
    }
    VOWELS.count(&plain)
}

/// Italian: *Serianni, Italiano* (1988), on diphthongs and hiatus; an *i* that only softens *c*, *g*, *sc*, *gl* is silent.
pub fn italian(word: &str) -> usize {
    const VOWELS: Vowels = Vowels {
        single: "aeiouàèéìíòóùúîy",
        joined: &[
            "iao", "iuo", "uia", "iai", "iei", "uoi", "uai", "ia", "ie", "io", "iu", "ià", "iè", "ié", "iò",
            "iù", "ua", "ue", "ui", "uo", "uà", "uè", "uò", "ai", "ei", "oi", "au", "eu",
        ],
        silent: &[],
    };
    // A word of one syllable that ends in two vowels, *mio*, *tua*, *zia*, has the stress on the first and two.
    let pair = ["ia", "ie", "io", "ua", "ue", "uo"].iter().any(|ending| word.ends_with(ending));
    let soft = ["ci", "gi", "gli", "qu", "gu"].iter().any(|head| word.starts_with(head));
    let count = VOWELS.count(word);
    count + usize::from(count == 1 && pair && !soft)
}

/// Portuguese: *Acordo Ortográfico da Língua Portuguesa* (1990), base XX; rising pairs are parted
/// (*di-a*), but after a stress that is written (*famí-lia*).
pub fn portuguese(word: &str) -> usize {
    const VOWELS: Vowels = Vowels {
        single: "aeiouáéíóúâêôàãõü",
        joined: &[
            "uão", "uai", "uei", "uou", "ão", "ãe", "õe", "ai", "ei", "oi", "ui", "au", "eu", "iu", "ou",
            "ái", "éi", "ói", "áu", "éu", "óu", "êi", "úi",
        ],
        silent: &[],
    };
    // *u* is silent in *que*, a glide in *quatro*.
    let word = without_silent_u(word, VOWELS.single);
    let stem = word.strip_suffix('s').unwrap_or(&word);
    let rising =
        ["ia", "ie", "io", "ua", "ue", "uo", "ea", "eo"].iter().find_map(|end| stem.strip_suffix(end));
    let stressed = |head: &str| head.contains(['á', 'é', 'í', 'ó', 'ú', 'â', 'ê', 'ô']);
    VOWELS.count(&word) - usize::from(rising.is_some_and(stressed))
}

/// Dutch: *Woordenlijst Nederlandse Taal, Leidraad*, on the division of words.
pub fn dutch(word: &str) -> usize {
    const VOWELS: Vowels = Vowels {
        single: "aeiouyáàäâéèëêíïóòöôúüû",
        joined: &[
            "eeuw", "ieuw", "aai", "ooi", "oei", "eau", "aa", "ee", "oo", "uu", "ie", "oe", "eu", "ui", "ij",
            "ei", "ou", "au", "ai", "oi",
        ],
        silent: &["qu"],
    };
    VOWELS.count(word)
}

/// Polish: *Wielki słownik ortograficzny PWN*, on the division of words; *i* before a vowel only softens.
pub fn polish(word: &str) -> usize {
    const VOWELS: Vowels =
        Vowels {
            single: "aąeęioóuy", joined: &["ia", "ią", "ie", "ię", "io", "ió", "iu"], silent: &[]
        };
    // *au* and *eu* of foreign words are one sound, but not after the prefixes of *na-uka* and *za-ufać*.
    let foreign = word.matches("au").count() + word.matches("eu").count();
    let parted = ["nau", "zau", "nieu", "przeu"].iter().filter(|head| word.contains(**head)).count();
    (VOWELS.count(word) - foreign.saturating_sub(parted)).max(1)
}

/// Russian: each vowel letter is a syllable; the hard sign is silent.
pub fn russian(word: &str) -> usize {
    const VOWELS: Vowels = Vowels { single: "аеёиоуыэюя", joined: &[], silent: &[] };
    VOWELS.count(word)
}

/// Ukrainian and Bulgarian: each vowel letter is a syllable; Bulgarian's hard sign is a vowel.
pub fn cyrillic(word: &str) -> usize {
    const VOWELS: Vowels = Vowels { single: "аеиоуюяіїєъѝ", joined: &[], silent: &[] };
    VOWELS.count(word)
}

/// Swedish: *Svenska skrivregler*; vowels side by side are parted, but in *au* and *eu*.
pub fn swedish(word: &str) -> usize {
    const VOWELS: Vowels =
        Vowels { single: "aeiouyåäöéèü", joined: &["au", "eu", "ou"], silent: &["qu"] };
    VOWELS.count(word)
}

/// Danish and Norwegian: *Retskrivningsordbogen* and *Norsk ordbok*; pairs that glide are one.
pub fn danish(word: &str) -> usize {
    const VOWELS: Vowels = Vowels {
        single: "aeiouyåæøéèüöä",
        joined: &["ai", "au", "ei", "eu", "oi", "ou", "øy", "ee", "aa"],
        silent: &["qu"],
    };
    VOWELS.count(word)
}

/// Finnish: *Iso suomen kielioppi* (2004) § 13 to 21: long vowels and the diphthongs are one.
pub fn finnish(word: &str) -> usize {
    const VOWELS: Vowels = Vowels {
        single: "aeiouyäöåé",
        joined: &[
            "aa", "ee", "ii", "oo", "uu", "yy", "ää", "öö", "ai", "ei", "oi", "ui", "yi", "äi", "öi", "au",
            "eu", "iu", "ou", "ey", "iy", "äy", "öy", "ie", "uo", "yö",
        ],
        silent: &[],
    };
    VOWELS.count(word)
}

/// Czech: *Internetová jazyková příručka*; *l* and *r* between consonants are syllables.
pub fn czech(word: &str) -> usize {
    const VOWELS: Vowels =
        Vowels { single: "aáeéěiíoóuúůyý", joined: &["ou", "au", "eu"], silent: &[] };
    let letters: Vec<char> = word.chars().collect();
    let consonant = |at: usize| {
        letters.get(at).is_none_or(|c| !VOWELS.single.contains(*c))
            && !matches!(letters.get(at), Some('l' | 'r'))
    };
    let liquids = (1..letters.len())
        .filter(|&at| matches!(letters[at], 'l' | 'r') && consonant(at - 1) && consonant(at + 1));
    let vowels = if word.contains(|c| VOWELS.single.contains(c)) { VOWELS.count(word) } else { 0 };
    (vowels + liquids.count()).max(1)
}

/// Turkish: *Türk Dil Kurumu, Yazım kılavuzu*: each vowel letter is a syllable.
pub fn turkish(word: &str) -> usize {
    const VOWELS: Vowels = Vowels { single: "aeıioöuüâîû", joined: &[], silent: &[] };
    VOWELS.count(word)
}

/// `word` without each *u* between *q* or *g* and one of `vowels`.
fn without_silent_u(word: &str, vowels: &str) -> String {
    let mut plain = String::with_capacity(word.len());
    let mut last = ' ';
    let mut letters = word.chars().peekable();
    while let Some(c) = letters.next() {
        let silent = c == 'u'
            && matches!(last, 'q' | 'g')
            && letters.peek().is_some_and(|&next| vowels.contains(next));
        if !silent {
            plain.push(c);
        }
        last = c;
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A counter, and words parted at their syllables.
    type List = (fn(&str) -> usize, &'static str);

    #[test]
    fn words_part_as_their_grammars_say() {
        let languages: [List; 14] = [
            (
                german,
                "haus stra-ße fa-mi-li-e na-ti-on quel-le räu-me bie-nen me-lo-die mu-se-um the-a-ter see",
            ),
            (german, "i-ta-li-en ver-ständ-lich freun-din zei-tun-gen feu-er"),
            (
                french,
                "le la ces table vie jour-nal eau oi-seau ville é-té fa-mille pa-ri-sien lire fran-çais que",
            ),
            (
                spanish,
                "ca-sa pa-ís tie-rra que gue-rra po-e-ta dí-a a-ho-ra ciu-dad a-ve-ri-güe muy y buey le-er ma-yo",
            ),
            (
                italian,
                "ca-sa mi-o zi-a uo-mo cit-tà ciao fi-glio po-e-ta quan-do gior-no lei tu-a per-ché noi",
            ),
            (
                portuguese,
                "ca-sa di-a fa-mí-lia á-gua não co-ra-ção rei sa-ú-de his-tó-ria mãe po-e-ta quan-do pais",
            ),
            (dutch, "huis wa-ter zee schrij-ven leeuw be-ë-di-gen koei-en mooi the-a-ter nieu-we"),
            (polish, "dom mia-sto nie-bo na-u-ka au-to książ-ka ro-dzi-na pies ma-te-ma-ty-ka"),
            (russian, "дом мо-ло-ко по-эт объ-ект се-мья и-сто-ри-я"),
            (cyrillic, "бъл-га-ри-я ро-ди-на ї-жа"),
            (swedish, "hus fa-milj the-a-ter sko-lan eu-ro-pa di-a-log"),
            (danish, "hus sko-le øj-ne eu-ro-pa di-a-log"),
            (finnish, "maa tuo suo-mi ka-la ra-di-o työ hy-vä ky-läi-nen"),
            (czech, "dům vlk prst mou-ka au-to vo-da čtvr-tek"),
        ];
        let wrong = languages.into_iter().enumerate().flat_map(|(list, (count, words))| {
            words.split(' ').filter_map(move |parted| {
                let found = count(&parted.replace('-', ""));
                (found != parted.split('-').count()).then_some((list, parted, found))
            })
        });
        assert_eq!(wrong.collect::<Vec<_>>(), []);
        assert_eq!(turkish("öğretmen"), 3);
    }

    #[test]
    fn what_is_no_word_does_no_harm() {
        for count in [
            german, french, spanish, italian, portuguese, dutch, polish, cyrillic, russian, swedish, danish,
            finnish, czech, turkish,
        ] {
            for odd in ["", "'", "-", "q", "qu", "gue", "xyz", "日本", "…", "u", "que", "ии", "ъ"] {
                assert!(count(odd) <= 3, "{odd}");
            }
        }
    }
}

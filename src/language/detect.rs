//! Language identification by script and function words.
//!
//! The script decides where one language dominates it. Among languages in the
//! same script, the most frequent function words of each do: in running text
//! every second or third word is one of a few dozen, and letters that only one
//! of them writes count too. Short texts without any stay undetermined rather
//! than guessed.

use crate::text::{PieceKind, pieces};

/// How many bytes at the start of the text are looked at.
const SAMPLE: usize = 16 << 10;

/// Function words by language; those that many languages share are left out.
const FUNCTION_WORDS: &[(&str, &str)] = &[
    (
        "en",
        "the of and to in is that for it was on with as be at by this have from are not but they his which you he she were has had will been would their what there we who more i my me our can if about up out just get so do see here your him all some when no than then now",
    ),
    (
        "de",
        "der die das und ist nicht ein eine einen einem einer zu den dem des von mit sich auf für auch als es sie er wir ich aus bei nach wird war werden haben hat noch wie über zum zur oder aber",
    ),
    (
        "fr",
        "le la les et des est une un du dans que qui pour pas sur au aux avec ce cette il elle nous vous ils sont par plus mais ou été ses leur être avait",
    ),
    (
        "es",
        "el la los las y que es un una del se por con para no su al lo como más pero sus le ya este sí porque esta entre cuando muy sin sobre ser también fue había son está",
    ),
    (
        "it",
        "il la che di e un una per non è sono con del della dei le gli lo si da al alla nel nella come più ma anche ha questo su dal delle essere stato degli",
    ),
    (
        "pt",
        "o a os as que e de do da em um uma para com não no na por mais dos das se como mas ao ele ela foi seu sua ou são está pelo pela também até isso",
    ),
    (
        "nl",
        "de het een en van ik te dat die in is niet hij zijn op aan met als voor er maar om hem dan zou wat mijn dit zo door over ze bij ook tot naar heeft hebben werd wordt",
    ),
    (
        "sv",
        "och i att det som en på är av för med till den har de inte om ett han men var jag sig från vi så kan när hon hade skulle eller vara blev",
    ),
    (
        "da",
        "og i at det er en den til på de som med for af ikke der var han et har jeg men fra vi kan hun sig ham blev havde skulle eller være efter",
    ),
    (
        "nb",
        "og i det er en at på for som med til av ikke den har de han et om men var jeg seg fra vi kan hun så hadde etter eller være ble",
    ),
    (
        "pl",
        "i w nie na się z do to że jest o jak ale po co tak za od przez tym dla czy był była już tylko jego być może są który która które oraz",
    ),
    (
        "cs",
        "a se v na je že s z do o to i ve jako za by po jsem ale si jsou pro byl byla bylo podle které který která nebo při také už",
    ),
    (
        "tr",
        "ve bir bu da de için ile çok ne daha gibi o kadar ben olan olarak var en ama değil sonra mi ki her olduğu",
    ),
    (
        "fi",
        "ja on ei se että oli hän mutta ovat kun niin myös mitä joka tai ole en kuin sen hänen ollut sitä jos olen",
    ),
    (
        "ru",
        "и в не на я что он с как это по но из у к за от так же для все она они мы вы был было были его ее при или",
    ),
    (
        "uk",
        "і в не на що з як це до та у за від він я для але про й її його було були вона вони ми або також",
    ),
    ("bg", "и на в да се не е за от с си по до като са при които което ще му но или има беше този тази"),
    (
        "hu",
        "a az és nem hogy egy is de meg csak ha van volt ez vagy már még én kell el jó ki azt most akkor mint ezt minden mert magyar nagyon így olyan itt mi sem lesz lehet vagyok majd es nagy úgy be nincs aki",
    ),
    (
        "ro",
        "în și să din pe cu nu mai este că care pentru fost sunt fi lui dar sau sa dacă după ar poate prin cum când ale in despre era iar mult",
    ),
    (
        "ca",
        "i a els amb és més dels hi ser aquest però fer seu aquesta molt als ho van seva també ens han són cap anys això estat",
    ),
    (
        "hr",
        "u s je da se na od za su ne sa iz to kao što godine koji kako bi ali nije još po do sve bio ili sam će koja samo te biti više koje kada ako tako bilo sad smo mi može ima on ga jer",
    ),
    (
        "sk",
        "a v s z k o i sa na je to že ako aj si do som ale po za tak od čo už bol by pre sú ak alebo nie sme ich len vo aby keď ktorý ktoré pri má jeho bola bude ktorá až veľmi bolo byť vám jej so",
    ),
    (
        "id",
        "yang dan ini dari untuk dengan itu bisa aku tidak akan adalah dalam pada kita orang ke juga anda dia saya ya kamu lebih apa sudah mereka tapi karena atau menjadi tak baik jadi harus satu lagi seperti oleh banyak jika hanya kami",
    ),
    (
        "lt",
        "ir kad su iš yra tai kaip ar buvo savo tik bet nuo ne apie taip lietuvos kai labai dėl per dar gali jau po iki jis bei jei už jo pat to būti kas mūsų turi prie bus metų nes jos jie tačiau arba",
    ),
    (
        "lv",
        "un ir ar par ka no kā uz kas arī vai bet es tā nav to tas man ja lai bija ko pēc tikai tad līdz kad var jau pie tu latvijas vēl būs jo ļoti gan ne savu tev viņš gada tik nu šo",
    ),
    (
        "sl",
        "v z s k o je in na se da so za ki pa tudi lahko ne kot po še iz bi bo od tako to pri ali če že bil do ni med vse jih ko kar ga si smo bila leta več sem tem ter nekaj saj ta",
    ),
    (
        "vi",
        "là và có của được một các không trong cho người này với đã thể để như những đến khi làm sẽ từ công họ tại về vào đó cũng thành lại đầu chỉ năm sự tôi bị học phải chính ngày số ông",
    ),
    (
        "mk",
        "на во да се од за со не го ќе што дека ги како ја тоа кој кои си по ми до ти многу но или само има кога беше сите тој ако така може која ова јас година еден нема сум биде му треба",
    ),
    (
        "is",
        "á í að sem til við hann ekki fyrir ég eru frá það þar því eða eftir hún svo hefur vera þá verið þegar hafa þess úr út upp ef eins nú sé þú fram sér hér þeir þetta voru",
    ),
];

/// Letters that the others with function words above do not use, or hardly: a word with one counts as one.
const LETTERS: &[(&str, &str)] = &[
    ("vi", "đạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹươ"),
    ("hu", "őű"),
    ("ro", "șțşţ"),
    ("pl", "łńśź"),
    ("cs", "řěů"),
    ("sk", "ľĺŕ"),
    ("lv", "ģķļņāēī"),
    ("lt", "ųėį"),
    ("is", "ðþ"),
    ("de", "ß"),
    ("es", "ñ"),
    ("pt", "ãõ"),
    ("tr", "ığ"),
    ("uk", "їєґ"),
    ("mk", "ѓќѕљњј"),
    ("ru", "ыэё"),
    ("bg", "ъ"),
    ("hr", "đć"),
];

/// Scripts that one language dominates, by ranges of code points.
const SCRIPTS: &[(&str, std::ops::RangeInclusive<char>)] = &[
    ("ja", '\u{3040}'..='\u{30FF}'),
    ("ko", '\u{AC00}'..='\u{D7A3}'),
    ("zh", '\u{4E00}'..='\u{9FFF}'),
    ("el", '\u{0370}'..='\u{03FF}'),
    ("he", '\u{0590}'..='\u{05FF}'),
    ("ar", '\u{0600}'..='\u{06FF}'),
    ("hi", '\u{0900}'..='\u{097F}'),
    ("bn", '\u{0980}'..='\u{09FF}'),
    ("ta", '\u{0B80}'..='\u{0BFF}'),
    ("th", '\u{0E00}'..='\u{0E7F}'),
    ("ka", '\u{10A0}'..='\u{10FF}'),
    ("hy", '\u{0530}'..='\u{058F}'),
];

/// The language of `text` as a BCP 47 tag; `und` when it cannot be told.
///
/// ```
/// use textlens::language::detect;
/// assert_eq!(detect("The parade began with a march."), "en");
/// assert_eq!(detect("Die Parade begann mit einem Marsch."), "de");
/// assert_eq!(detect("パレードが始まった。"), "ja");
/// assert_eq!(detect("12345"), "und");
/// ```
pub fn detect(text: &str) -> &'static str {
    let mut end = text.len().min(SAMPLE);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let sample = &text[..end];
    by_script(sample).or_else(|| by_function_words(sample)).unwrap_or("und")
}

/// The language of a script that more than half of the letters belong to.
/// Japanese mixes kana with Chinese characters: a tenth of kana decides.
fn by_script(sample: &str) -> Option<&'static str> {
    let mut letters = 0;
    let mut counts = [0usize; SCRIPTS.len()];
    for c in sample.chars().filter(|c| c.is_alphabetic()) {
        letters += 1;
        if let Some(script) = SCRIPTS.iter().position(|(_, range)| range.contains(&c)) {
            counts[script] += 1;
        }
    }
    let count = |language| counts[SCRIPTS.iter().position(|(tag, _)| *tag == language).unwrap_or(0)];
    if count("ja") * 10 > letters && (count("ja") + count("zh")) * 2 > letters {
        return Some("ja");
    }
    if count("ar") * 2 > letters {
        // Letters of Persian that Arabic does not write; those of Urdu that Persian does not.
        let share = |own: &str| sample.chars().filter(|c| own.contains(*c)).count() * 20 > letters;
        return Some(match (share("ٹڈڑںے"), share("یکپچگ")) {
            (true, _) => "ur",
            (_, true) => "fa",
            _ => "ar",
        });
    }
    let most = counts.iter().copied().enumerate().max_by_key(|&(_, count)| count)?;
    (most.1 * 2 > letters).then(|| SCRIPTS[most.0].0)
}

/// The language with the most function words, if they are a twentieth of all
/// words and more than the runner-up's; one word alone speaks for English only,
/// whose letters other languages borrow least.
fn by_function_words(sample: &str) -> Option<&'static str> {
    let mut known: rustc_hash::FxHashMap<&str, u32> = Default::default();
    for (index, (_, words)) in FUNCTION_WORDS.iter().enumerate() {
        for word in words.split(' ') {
            *known.entry(word).or_default() |= 1 << index;
        }
    }
    let mut letters: rustc_hash::FxHashMap<char, u32> = Default::default();
    for (language, own) in LETTERS {
        let index = FUNCTION_WORDS.iter().position(|(tag, _)| tag == language).unwrap_or(0);
        for letter in own.chars() {
            *letters.entry(letter).or_default() |= 1 << index;
        }
    }
    let mut words = 0usize;
    let mut hits = [0usize; FUNCTION_WORDS.len()];
    for piece in pieces(sample).filter(|piece| piece.kind == PieceKind::Word) {
        words += 1;
        let word = piece.span.of(sample).to_lowercase();
        let languages = known.get(word.as_str()).copied().unwrap_or(0);
        let spelt = word
            .chars()
            .filter(|c| !c.is_ascii())
            .filter_map(|c| letters.get(&c))
            .fold(0, |all, one| all | one);
        for (index, hit) in hits.iter_mut().enumerate() {
            *hit += (languages >> index & 1) as usize + (spelt >> index & 1) as usize;
        }
    }
    let best = hits.iter().copied().max()?;
    let mut leaders = hits.iter().enumerate().filter(|&(_, &hit)| hit == best);
    let (index, _) = leaders.next()?;
    let language = FUNCTION_WORDS[index].0;
    let enough = best >= if language == "en" { 1 } else { 2 };
    (enough && best * 20 >= words && leaders.next().is_none()).then_some(language)
}

#[cfg(test)]
mod tests {
    use super::detect;

    #[test]
    fn tells_close_languages_apart() {
        for (language, text) in [
            ("es", "El desfile comenzó por la mañana y los soldados marcharon sobre la plaza."),
            ("pt", "O desfile começou pela manhã e os soldados não foram para a praça com ele."),
            ("it", "La parata è cominciata e i soldati sono andati alla piazza con gli ospiti."),
            ("nl", "De parade begon met een mars en het leger ging door de straten van de stad."),
            ("sv", "Paraden började på morgonen och det var inte många som såg den från torget."),
            ("ru", "Парад начался утром, и солдаты шли по улице, но это было не так."),
            ("uk", "Парад почався вранці, і солдати йшли вулицею, але це було не так."),
            ("zh", "阅兵式今天上午开始。"),
            ("en", "I can see Mt. Fuji from here."),
            ("ar", "بدأ العرض العسكري هذا الصباح."),
            ("fa", "رژه نظامی امروز صبح در میدان شهر آغاز شد."),
            ("sk", "Prehliadka sa začala ráno a vojaci pochodovali po uliciach, keď to bolo možné."),
            ("hu", "A felvonulás reggel kezdődött, és a katonák nem mentek át a téren."),
            ("ro", "Parada a început dimineața și soldații au mers pe străzile orașului."),
            ("vi", "Cuộc diễu hành bắt đầu vào buổi sáng và không có mưa."),
        ] {
            assert_eq!(detect(text), language, "{text}");
        }
    }

    #[test]
    fn does_not_guess() {
        for text in ["", "🎈🎈", "OK", "xyzzy plugh", "3.14"] {
            assert_eq!(detect(text), "und", "{text}");
        }
    }
}

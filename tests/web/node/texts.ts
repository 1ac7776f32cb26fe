/**
 * The 200 texts that the native and the wasm build must see alike: real ones,
 * the hard cases of every part, and generated ones for what nobody thought of.
 */

import { seed } from '../support/core.ts';
import { oneOf, type Random, random } from '../support/random.ts';

export interface Sample {
  readonly name: string;
  /** Without lone surrogates, which no file can hold. */
  readonly text: string;
}

const HOW_MANY = 200;

/** A few sentences in many languages and scripts, written for this test. */
const LANGUAGES: Readonly<Record<string, string>> = {
  English:
    "Mayor Ellen Brandt opened the old bridge on Friday. “It took us nine years,” she said; nobody's patience was endless.",
  German:
    'Die Bürgermeisterin eröffnete am 3. Oktober die Brücke über die Elbe. Dr. Groß war z. B. nicht eingeladen, aber er kam trotzdem!',
  French:
    'L’écluse s’est ouverte à midi. Qu’est-ce qu’on attend ? « Rien », répondit M. Lefèvre, aujourd’hui comme hier.',
  Spanish: '¿Quién abrió el puente? ¡Nadie lo sabe! El señor Núñez llegó tarde a la ceremonia.',
  Portuguese: 'A ponte abriu às nove horas. João não veio; a irmã dele também não.',
  Italian: "Il ponte è aperto da ieri. L'amico di Città di Castello non c'era più.",
  Dutch: "'s Ochtends ging de brug open. De heer Van den Berg zag z'n foto's niet terug.",
  Swedish: 'Bron öppnades på fredagen. Åsa Öberg cyklade över den först av alla.',
  Finnish: 'Silta avattiin perjantaina. Hääyöaie jäi toteutumatta, kertoi Väinö Mäkinen.',
  Polish: 'Most otwarto w piątek. Pan Żółkiewski nie zdążył na łódź, więc wrócił pieszo.',
  Czech: 'Příliš žluťoučký kůň úpěl ďábelské ódy. Most byl otevřen v pátek.',
  Hungarian: 'A hidat pénteken nyitották meg. Őszintén szólva, senki sem várta tűkön ülve.',
  Turkish: 'Köprü cuma günü açıldı. İstanbul’dan gelen Işıl Hanım ISPARTA yolunu sordu.',
  Vietnamese: 'Cây cầu mở cửa vào thứ Sáu. Ông Nguyễn Văn Ánh là người đầu tiên đi qua.',
  Greek: 'Η γέφυρα άνοιξε την Παρασκευή. Ποιος την πέρασε πρώτος; Ο Οδυσσέας Παπάς, φυσικά.',
  Russian: 'Мост открыли в пятницу. Ёлкин пришёл первым; г-н Щукин так и не появился.',
  Ukrainian: 'Міст відкрили в п’ятницу. Їжакевич прийшов першим із усього Києва.',
  Arabic: 'افتُتِحَ الجسر يوم الجمعة. هل جاء أحمد؟ نعم، جاء مع أخيه في الساعة ٩.',
  Hebrew: 'הגשר נפתח ביום שישי. מר כֹּהֵן אמר: „סוף־סוף!” וצה״ל לא היה שם.',
  Persian: 'پل روز جمعه باز شد. آقای رضایی می‌گوید که خانه‌اش دور نیست.',
  Hindi: 'पुल शुक्रवार को खुला। क्या श्री वर्मा आए? हाँ, वे ५ बजे आए।',
  Bengali: 'সেতুটি শুক্রবার খোলা হলো। ক্ষমা করবেন, আমি দেরি করেছি।',
  Tamil: 'பாலம் வெள்ளிக்கிழமை திறக்கப்பட்டது. நன்றி, மீண்டும் வருக!',
  Thai: 'สะพานเปิดเมื่อวันศุกร์ ผู้คนมากมายเดินข้ามแม่น้ำเจ้าพระยา',
  Khmer: 'ស្ពានបានបើកនៅថ្ងៃសុក្រ។ មនុស្សជាច្រើនបានឆ្លងកាត់។',
  Chinese: '大桥星期五通车了。第一个过桥的是王小明,他骑着自行车!你来了吗?',
  Japanese: '橋は金曜日に開通した。最初に渡ったのは鈴木さんで、カメラを持っていた。本当ですか?',
  Korean: '다리는 금요일에 개통되었다. 김민수 씨가 가장 먼저 건넜다. 정말입니까?',
  Georgian: 'ხიდი პარასკევს გაიხსნა. ᲮᲘᲓᲘ გაიხსნა.',
  Armenian: 'Կամուրջը բացվեց ուրբաթ օրը։ Ո՞վ անցավ առաջինը։',
  Amharic: 'ድልድዩ ዓርብ ተከፈተ። ማን ቀድሞ ተሻገረ፧',
  'Deseret, beyond the first plane': '𐐔𐐯𐑅𐐨𐑉𐐯𐐻 𐐺𐑉𐐮𐐾 𐐬𐐹𐐲𐑌𐐼. 𐐔𐐯𐑅𐐨𐑉𐐯𐐻 𐐺𐑉𐐮𐐾.',
  'mixed scripts': 'The мост of 東京 opened на Friday; Ελένη said «نعم» twice: yes, yes.',
};

const FAMILY = '👨‍👩‍👧‍👦';

const HARD: Readonly<Record<string, string>> = {
  empty: '',
  'one space': ' ',
  'white space only': ' \t\n\r\n\u00a0\u2003\u3000\u2028\u2029\n ',
  'one letter': 'a',
  'one full stop': '.',
  'marks only': '?!… — “” (–) ***',
  'zero width only': '\u200b\u200c\u200d\u2060\ufeff',
  NUL: 'before\0after. The \0 stands \0\0 alone.',
  'all control characters': Array.from({ length: 32 }, (_, code) => String.fromCharCode(code)).join(
    'x',
  ),
  'C1 controls and DEL': '\x7f\x80\x85\x9f word \x9b31m red \x1b[0m. Done.',
  'byte order mark first': '\ufeffThe bridge opened. The bridge closed.',
  noncharacters: 'odd \ufffe and \uffff and \u{1ffff} and \u{10ffff} end.',
  'private use': '\ue000\uf8ff \u{f0000}word\u{10fffd}',
  'replacement character': 'lost \ufffd\ufffd letters\ufffd.',
  emoji: 'Great 👍 work 🎉🎉 today 😀! The 🌉 is open.',
  'emoji with joiners and tones': `${FAMILY} came with 👩🏽‍🚀 and 🧑‍🤝‍🧑. The 🏳️‍🌈 waved; ❤️‍🔥!`,
  flags: '🇩🇪🇫🇷🇮🇹 met 🇺🇳. The odd 🇩 remains; 🏴󠁧󠁢󠁳󠁣󠁴󠁿 too.',
  'keycaps and variation selectors': '1️⃣ first, #️⃣ and *️⃣; ☎︎ or ☎️?',
  'combining marks':
    'Cafe\u0301 and café, Z\u0351\u036b\u0343a\u0321\u035dl\u0348go\u0300\u0301\u0302. e\u0301\u0301\u0301',
  'combining mark first': '\u0301alone at the start. \u0308',
  'right to left with marks':
    '\u202bשלום \u2067world\u2069 \u200fabc\u200e 123\u202c. مرحبا (hello) ١٢٣.',
  'Arabic with all vowels': 'اَلْجِسْرُ مَفْتُوحٌ اَلْيَوْمَ. هٰذَا جِسْرٌ كَبِيرٌ.',
  'line breaks: CRLF': 'First line.\r\nSecond line.\r\n\r\nA paragraph.\r\n',
  'line breaks: CR': 'First line.\rSecond line.\r\rA paragraph.\r',
  'line breaks: NEL': 'First line.\u0085Second line.\u0085\u0085A paragraph.',
  'line breaks: U+2028 and U+2029':
    'First line.\u2028Second line.\u2029A paragraph.\u2029\u2029End',
  'line breaks: VT and FF': 'First line.\u000bSecond line.\u000cA new page.',
  'line breaks mixed': 'a\n\r\nb\r\rc\n\n\n\nd\r\n \t \r\ne\n',
  'empty lines at both ends': '\n\n\n  Text in the middle.  \n\n\n',
  'HTML as text': '<p class="x">The <b>bridge</b> &amp; the river &lt;3</p><!-- note -->',
  'script as text': `<script>alert("x")</script><img src=x onerror='alert(1)'> javascript:alert(1) </text-lens>`,
  'JSON as text': '{"id": 1, "text": "a \\"quoted\\" string", "list": [1, 2.5e-3, null]}',
  'source code': 'fn main() {\n    let s = "a.b.c";\n    println!("{s:?}"); // Done.\n}\n',
  'CSV as text': 'name,age\n"Brandt, Ellen",51\nLefèvre,48\n',
  'Markdown lists':
    '# Bridges\n\n- The old one.\n- The new one\n  - its lamps\n\n1. First\n2) Second\n\n> Quoted. Twice.\n',
  'bullets and dashes': '• one\n• two\n– three\n* four\n\n(a) five; (b) six; (iv) seven.',
  'headline in title case':
    'Mayor Opens The Bridge Across The River After Nine Years\n\nThe mayor opened it on Friday.',
  'headline in capitals':
    'MAYOR OPENS BRIDGE IN BERLIN: "AT LAST"\n\nThe mayor of Berlin opened it.',
  'all capitals':
    'THE BRIDGE IS OPEN. ELLEN BRANDT OF THE UN SAID SO ON 3 MAY 2021. NASA WAS NOT THERE.',
  'all small': 'ellen brandt opened the bridge in berlin on friday. russia and china were silent.',
  'dates and numbers':
    'On 3 May 2021, at 09:30, 1,234.56 people paid $5.50 (or 5,50 €), 12% more than in 1998–2003. The 21st of June, 6/21/2021, 2021-06-21T09:30Z; No. 7, v1.2.3, 10^6, ½, Ⅻ, ٣.',
  decades: 'In the 1990s and the ’60s, mid-1950s, 70th anniversary, 5th–7th of May, 400 BC.',
  abbreviations:
    'Mr. J. R. Smith Jr. of Acme Inc. met Prof. Dr. Lee, Ph.D., at 5 p.m. in Washington, D.C. The U.S. agreed. E.g. this, i.e. that, etc. And so on.',
  'web addresses':
    'See https://example.org/a?b=c&d=e#f or mail ellen.brandt@example.org, @ellen #bridge. www.example.co.uk.',
  ellipses: 'Well... he said…and left. Wait....what? No . . . never.',
  'quotes that do not pair': '“It opened. "Did it? ‘Yes, she said. ‹Oh› ”',
  'quotes within quotes': '“She said, ‘I opened it.’ Then she left.” (It rained. Hard.) Next.',
  apostrophes: "rock 'n' roll, don’t, O'Neill's, the boys’ bikes, ’tis, 'quoted', y'all'd've",
  hyphens:
    'well-known, mother-in-law, re-\u00adopen, soft\u00adhyphen, en–dash, em—dash, −5, a\u2011b, -x-, --flag',
  'hard wrapped':
    'The mayor opened the old bridge on Friday morning, nine years after a\nflood had taken away two of its five arches and most of the road that\nled to it. She thanked the workers, the engi-\nneers and the town.\n\nA band played for an hour; then everybody went home, for it had begun\nto rain.\n',
  poem: 'The bridge is wide,\nThe river slow;\nOn either side\nThe lanterns glow.\n\nAnd none may know\nWhat hides below.\n',
  dialogue: '– Is it open?\n– Yes.\n– Since when?\n– Friday!\n\n“Good.” “Is it?” “Yes!”',
  'stop words only':
    'the of and to in is it that was for on are as with his they I at be this have from',
  'one word': 'bridge',
  'one word, repeated': 'bridge '.repeat(500),
  'one word in many cases':
    'Bridge bridge BRIDGE bRiDgE bridges Bridges bridge’s BRIDGE’S bridged bridging',
  'a tie of counts': 'beta alpha gamma alpha gamma beta delta Delta DELTA',
  'a very long sentence': `${'the bridge, the river and the town, '.repeat(400)}and the end.`,
  'a very long word': `It is ${'donaudampfschiff'.repeat(300)} today.`,
  'many short sentences': 'No. Yes! Why? Go. '.repeat(200),
  'many paragraphs': 'One line here.\n\n'.repeat(300),
  'a thousand spaces': `left${' '.repeat(1000)}right. ${'\t'.repeat(100)}End`,
  'capital dotted I and sharp s':
    'İstanbul ISTANBUL istanbul ıstanbul STRASSE Straße straße STRAẞE ﬁne FINE',
  'final sigma': 'ΟΔΥΣΣΕΥΣ Οδυσσεύς οδυσσευς ΣΑΣ σας',
  'compatibility forms': 'ﬁ ﬂ ½ ² ℃ Å Å ｗｉｄｅ ｶﾅ ㍿ ǆ ǅ Ǆ',
  'mathematical letters': '𝒯𝒽𝑒 𝔟𝔯𝔦𝔡𝔤𝔢 𝕚𝕤 𝐨𝐩𝐞𝐧. 𝟙𝟚𝟛 words.',
  'names and titles':
    'President Vladimir Putin met Ms. Ana María López and Kim Jong Un in Paris. Putin left; López stayed. Mr. Kim of the U.N. Security Council spoke. Ukraine’s Defence Ministry denied it.',
  'names at sentence starts':
    'Paris is full. May came late. Will went to Reading. Mark will mark it. China plates broke.',
  'names across lines': 'New\nYork and North\r\nKorea and Ellen\u00a0Brandt and United\tNations.',
  nationalities:
    'Germans, a Frenchman, the Chinese, North Koreans, Russian-led, US-led, non-European, Franco-German.',
};

function longTexts(article: string): Sample[] {
  const flowing = article.replace(/\s+/g, ' ');
  const million = (text: string) => text.repeat(Math.ceil(1e6 / text.length)).slice(0, 1e6);
  return [
    { name: 'the article', text: article },
    { name: 'the article ten times', text: `${article}\n\n`.repeat(10) },
    { name: 'the article with CRLF', text: article.replaceAll('\n', '\r\n') },
    { name: 'the article on one line', text: flowing },
    { name: 'the article in capitals', text: article.toUpperCase() },
    { name: 'the article backwards', text: [...article].reverse().join('') },
    { name: 'a line of 1 MB without a space', text: million('bridge') },
    { name: 'a line of 1 MB without a space, beyond ASCII', text: million('мост日') },
    { name: 'a line of 1 MB with spaces', text: million(`${flowing} `) },
    { name: 'a line of 1 MB of one surrogate pair', text: million('🌉') },
    { name: '1 MB of full stops', text: million('.') },
    { name: '1 MB of line breaks', text: million('\n') },
  ];
}

const WORDS = [
  ...['the', 'of', 'and', 'bridge', 'Bridges', 'opened', 'KCNA', 'Ellen', 'Brandt', 'Putin', 'Kim'],
  ...[
    'North',
    'Korea',
    'Russia’s',
    'US-led',
    "don't",
    'Mr.',
    'Dr.',
    'e.g.',
    'U.S.',
    'Inc.',
    '3.14',
  ],
  ...['1950-53', '70th', '2021', 'May', 'Friday', 'president', 'Straße', 'мост', '橋', 'جسر', 'पुल'],
];
const MARKS = [
  '.',
  '. ',
  '!',
  '?',
  '…',
  ',',
  ';',
  ':',
  ' – ',
  '—',
  '“',
  '”',
  '"',
  '’',
  '(',
  ')',
  '-',
];
const SPACES = [
  ' ',
  ' ',
  ' ',
  ' ',
  '\n',
  '\n\n',
  '\r\n',
  '\t',
  '\u00a0',
  '\u2028',
  '\u2029',
  '\u0085',
  '',
];
const ODD = [
  '\0',
  '\x07',
  '\x1b',
  '\u00ad',
  '\u200b',
  '\u200d',
  '\ufe0f',
  '\u0301',
  '\u202e',
  '\ufeff',
  '\ufffd',
];
const PAIRS = ['🌉', '👍🏽', FAMILY, '🇩🇪', '🇩', '𐐔', '𝒯', '\u{10ffff}', '\u{e0067}'];
/** Every alphabet as often as it stands here. */
const MIX = [WORDS, WORDS, WORDS, SPACES, SPACES, SPACES, MARKS, MARKS, PAIRS, ODD];

/** Any character but a surrogate. */
function anyCharacter(next: Random): string {
  const code = next(0x110000 - 0x800);
  return String.fromCodePoint(code < 0xd800 ? code : code + 0x800);
}

function generated(next: Random, at: number): Sample {
  const length = 1 + next(at % 10 === 0 ? 3000 : 120);
  const parts = Array.from({ length }, () =>
    next(40) === 0 ? anyCharacter(next) : oneOf(next, oneOf(next, MIX)),
  );
  return { name: `generated ${at}`, text: parts.join('') };
}

/** All of them, the same in every run. */
export function samples(): Sample[] {
  const written = [LANGUAGES, HARD].flatMap((group) =>
    Object.entries(group).map(([name, text]) => ({ name, text })),
  );
  const known = [...longTexts(seed()), ...written];
  const next = random(20_240_229);
  const all = new Map(known.map((sample) => [sample.text, sample]));
  for (let at = 1; all.size < HOW_MANY; at += 1) {
    const sample = generated(next, at);
    // The shortest ones may come twice.
    if (!all.has(sample.text)) all.set(sample.text, sample);
  }
  return [...all.values()];
}

/** Texts that only JavaScript can hold. */
export const LONE_SURROGATES: readonly string[] = [
  '\ud83c',
  '\udf09',
  'a \ud83c b',
  'The bridge\udf09 opened. \ud83cKim met Putin.',
  '\udf09\ud83c',
  '🌉\ud83c🌉\udf09🌉 bridge bridge.',
  `${'x'.repeat(200)}\ud83c bridge `.repeat(5),
];

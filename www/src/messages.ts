/** Every sentence and word that the element shows, and how it writes numbers. */

import type { Difficulty, EntityType, ReadingTime } from './engine/types.ts';
import type { StyleKind } from './style/findings.ts';

const whole = new Intl.NumberFormat('en');
const oneDecimal = new Intl.NumberFormat('en', {
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
});
const twoDecimals = new Intl.NumberFormat('en', {
  minimumFractionDigits: 2,
  maximumFractionDigits: 2,
});
const minus = (text: string) => text.replace('-', '\u2212');

/** A whole number with separators, for example 12,345. */
export const number = (value: number): string => minus(whole.format(Math.round(value)));
/** A number with one decimal. */
export const decimal = (value: number): string => minus(oneDecimal.format(value));

/** A ratio, with two decimals. */
export const ratio = (value: number): string => minus(twoDecimals.format(value));

/** "1 word", "2 words". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${number(count)} ${count === 1 ? one : many}`;
}

const TYPE_NAMES: Readonly<Record<EntityType, readonly [one: string, many: string]>> = {
  person: ['Person', 'People'],
  organisation: ['Organisation', 'Organisations'],
  place: ['Place', 'Places'],
  nationality: ['Nationality', 'Nationalities'],
  event: ['Event', 'Events'],
  work: ['Work', 'Works'],
  law: ['Law', 'Laws'],
  date: ['Date', 'Dates'],
  time: ['Time', 'Times'],
  duration: ['Duration', 'Durations'],
  money: ['Money', 'Money'],
  percentage: ['Percentage', 'Percentages'],
  quantity: ['Quantity', 'Quantities'],
  ordinal: ['Ordinal', 'Ordinals'],
  cardinal: ['Number', 'Numbers'],
  url: ['Web address', 'Web addresses'],
  email: ['E-mail address', 'E-mail addresses'],
  handle: ['Handle', 'Handles'],
};

export function typeName(type: EntityType, count = 2): string {
  return TYPE_NAMES[type][count === 1 ? 0 : 1];
}

/** Words a minute, and whose they are if none are known of the language. */
const rate = ({ wordsPerMinute, borrowed }: ReadingTime) =>
  number(wordsPerMinute) + (borrowed ? ' (English)' : '');

/** "3 min", "40 s": silent reading. */
export function readingTime(seconds: number): string {
  if (seconds < 60) return `${number(seconds)} s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 90) return `${number(minutes)} min`;
  return `${number(Math.floor(minutes / 60))} h ${number(minutes % 60)} min`;
}

/** What a school grade of the United States stands for. */
export function gradeMeaning(grade: number): string {
  if (grade < 6) return 'primary school';
  if (grade < 9) return 'middle school';
  if (grade < 13) return 'secondary school';
  if (grade < 17) return 'university';
  return 'graduate school';
}

/** What a Flesch reading ease stands for, in Flesch's own steps. */
export function easeMeaning(ease: number): string {
  if (ease >= 90) return 'very easy';
  if (ease >= 80) return 'easy';
  if (ease >= 70) return 'fairly easy';
  if (ease >= 60) return 'plain English';
  if (ease >= 50) return 'fairly hard';
  if (ease >= 30) return 'hard';
  return 'very hard';
}

const MISSING = {
  'too-short': 'The text is too short for it.',
  language: 'It is made for another language.',
  undefined: 'It is not defined for this text.',
} as const;

/** The names of the formulas, as their literature has them; all that are numbers of years or points. */
const FORMULAS = {
  gunningFog: 'Gunning fog',
  smog: 'SMOG',
  colemanLiau: 'Coleman\u2013Liau',
  automatedReadability: 'Automated readability',
  linsearWrite: 'Linsear Write',
  forcast: 'FORCAST',
  lix: 'LIX',
  rix: 'RIX',
  amstad: 'Flesch\u2013Amstad',
  wienerSachtext1: 'Wiener Sachtextformel 1',
  wienerSachtext2: 'Wiener Sachtextformel 2',
  wienerSachtext3: 'Wiener Sachtextformel 3',
  wienerSachtext4: 'Wiener Sachtextformel 4',
  fernandezHuerta: 'Fern\u00e1ndez Huerta',
  szigrisztPazos: 'Szigriszt Pazos (INFLESZ)',
  gutierrezDePolini: 'Guti\u00e9rrez de Polini',
  crawford: 'Crawford',
  kandelMoles: 'Kandel and Moles',
  gulpease: 'Gulpease',
  fleschVacca: 'Flesch\u2013Vacca',
  douma: 'Flesch\u2013Douma',
  brouwer: 'Brouwer',
  martins: 'Flesch in Portuguese (Martins)',
  oborneva: 'Flesch in Russian (Oborneva)',
  fogPl: 'FOG-PL',
} as const;

/** A formula that the list of all formulas shows. */
export type FormulaName = keyof typeof FORMULAS;

/** Every formula of the list, in its order. */
export const formulaNames = Object.keys(FORMULAS) as FormulaName[];

const PUNCTUATION = {
  fullStops: 'full stops',
  commas: 'commas',
  semicolons: 'semicolons',
  colons: 'colons',
  questionMarks: 'question marks',
  exclamationMarks: 'exclamation marks',
  dashes: 'dashes',
  ellipses: 'ellipses',
  quotationMarks: 'quotation marks',
  brackets: 'brackets',
  others: 'other marks',
} as const;
export type PunctuationName = keyof typeof PUNCTUATION;
export const punctuationNames = Object.keys(PUNCTUATION) as PunctuationName[];

/** Each kind of finding: its name, and what to make of it. */
const STYLE: Readonly<Record<StyleKind, readonly [name: string, meaning: string]>> = {
  'very-hard-sentence': [
    'Very hard sentences',
    'Long, with long words: most readers have to read them twice.',
  ],
  'hard-sentence': ['Hard sentences', 'They ask for attention. Could one be two?'],
  'passive-voice': ['Passive voice', 'Who did it? Say so, if it matters.'],
  nominalisation: ['Actions as nouns', '\u201cMade a decision\u201d is \u201cdecided\u201d.'],
  adverb: ['Adverbs', 'A stronger verb may need none.'],
  intensifier: ['Intensifiers', 'Often the word alone is stronger.'],
  hedge: ['Hedges', 'Say it, unless you are in doubt.'],
  'repeated-word': ['Words repeated nearby', 'A rare word again, after a few others.'],
  'repeated-opening': ['Sentences that begin alike', 'Three or more in a row.'],
  'doubled-word': ['Doubled words', 'The same word twice: a slip, most often.'],
  'two-spellings': ['Two spellings', 'One word, spelt in two ways.'],
};

/** What a mark says to those who cannot see it. */
export function layerName(layer: EntityType | StyleKind | 'picked' | 'current'): string {
  if (layer in TYPE_NAMES) return TYPE_NAMES[layer as EntityType][0];
  return layer in STYLE ? STYLE[layer as StyleKind][0] : '';
}

export const messages = {
  overview: 'Overview',
  text: 'Text',
  keywords: 'Keywords',
  phrases: 'Phrases',
  style: 'Style',
  statistics: 'Statistics',
  readability: 'Readability',
  entities: 'Entities',
  legend: 'Types of entities marked in the text',
  explore: 'Explore',
  exploring: {
    search: 'Search the text',
    placeholder: 'word, [all forms], begin*, /pattern/',
    help: 'Case and accents do not matter. [word] finds all its forms, * any letters, /…/ a regular expression.',
    found: (count: number) => (count === 0 ? 'Nowhere in the text' : counted(count, 'place')),
    spread: 'Over the text',
    spreadOf: (query: string, counts: readonly number[]) =>
      `Places of “${query}” in ${counts.length} equal parts of the text: ${counts.join(', ')}`,
    dispersion: (deviation: number, evenness: number) =>
      `Dispersion DP ${ratio(deviation)} (0 is even), Juilland’s D ${ratio(evenness)} (1 is even)`,
    places: 'In context',
    order: 'Order of the lines',
    sorts: { place: 'in order', left: 'by word before', right: 'by word after' },
    company: 'Company',
    word: 'Word',
    together: 'Near it',
    ofAll: (count: number) => `${counted(count, 'place')} in the whole text`,
    graph: (query: string) =>
      `Words near “${query}”, joined where they share sentences; the table says how often`,
    compare: 'Compare with another text',
    second: 'Paste the second text here',
    compareNow: 'Compare',
    shared: (both: number, first: number, second: number) =>
      `${counted(both, 'word')} in both, ${number(first)} only here, ${number(second)} only in the second`,
    likeness: (jaccard: number, cosine: number) =>
      `Jaccard ${ratio(jaccard)}, cosine of TF-IDF ${ratio(cosine)}`,
    summary: 'Summary in three sentences',
    noSummary: 'There is no whole sentence to choose.',
    beside: 'Here, and in the second',
    here: 'Here',
    there: 'Second',
    namedInBoth: 'Named in both',
    firstKeys: 'Stands out here',
    secondKeys: 'Stands out in the second',
  },
  panels: 'Panels',
  sideName: 'What there is to say about the text',
  loading: 'Reading the text\u2026',
  empty: 'There is no text here yet.',
  noKeywords: 'No keywords.',
  noFindings: 'Nothing to look at again.',
  notFound: (kinds: readonly StyleKind[]) =>
    `Not found: ${kinds.map((kind) => STYLE[kind][0].toLowerCase()).join(', ')}.`,
  sentenceTypesName: 'Kinds of sentences',
  statements: 'statements',
  questions: 'questions',
  exclamations: 'exclamations',
  fragments: 'fragments',
  openingsName: 'How sentences begin',
  monotony: (variation: number) =>
    variation < 0.3
      ? 'The sentences are much alike in length.'
      : variation < 0.6
        ? 'The sentences vary in length.'
        : 'The sentences vary much in length.',
  vocabularyName: 'Common words',
  vocabularyBand: (forms: number) => `of the words are among the ${number(forms)} commonest`,
  punctuationName: 'Punctuation',
  punctuation: (name: PunctuationName) => PUNCTUATION[name],
  hard: 'hard',
  veryHard: 'very hard',
  hardSentences: (sentences: number, hard: number, veryHard: number) =>
    hard + veryHard === 0
      ? `None of the ${counted(sentences, 'sentence')} is hard to read.`
      : `${number(hard + veryHard)} of ${counted(sentences, 'sentence')} ${hard + veryHard === 1 ? 'is' : 'are'} hard to read, ${number(veryHard)} of them very hard.`,
  sentenceNote: (words: number, measure: Difficulty['measure'], score: number, level: number) =>
    [
      counted(words, 'word'),
      measure === 'lix' ? `LIX ${number(score)}` : measure && `grade ${number(score)}`,
      ['', 'hard', 'very hard'][level] ?? '',
    ]
      .filter(Boolean)
      .join(' \u00b7 '),
  styleName: (kind: StyleKind) => STYLE[kind][0],
  styleMeaning: (kind: StyleKind) => STYLE[kind][1],
  styleSample: 'Aa',
  markStyle: (kind: StyleKind) => `Mark in the text: ${STYLE[kind][0].toLowerCase()}`,
  says: (name: string | null) => (name === null ? 'Quotations without a speaker' : `${name} says`),
  quotationsName: 'Who is quoted',
  withName: 'In one sentence with',
  about: (confidence: number) => `${number(confidence * 100)} % sure`,
  central: (salience: number) =>
    salience >= 0.5 ? 'central to the text' : salience >= 0.2 ? 'of some weight' : 'in passing',
  subtypes: {
    geopolitical: 'country, town or region',
    location: 'landscape',
    facility: 'building',
    team: 'team',
  },
  ownNames: 'Your own names',
  ownNamesHelp: 'One a line: Acme | Acme Corp: organisation',
  excludedHelp: 'One a line: names to leave out',
  sureness: 'Only where it is surer than',
  noEntities: 'No names, places or dates found.',
  entitiesComing: 'Names and places are on their way\u2026',
  analysed: (words: number, sentences: number) =>
    `Analysed: ${counted(words, 'word')} in ${counted(sentences, 'sentence')}.`,
  picked: (label: string, index: number, count: number) =>
    `${label}, ${index + 1} of ${number(count)}`,
  sentence: (index: number, words: number) => `Sentence ${index + 1}: ${counted(words, 'word')}`,
  next: 'Next place',
  previous: 'Place before',
  release: 'Let go',
  places: 'Where it stands in the text',
  toggleType: (type: EntityType, count: number) =>
    `${typeName(type, count)}: ${counted(count, 'mention')}`,
  more: (count: number) => `${number(count)} more`,
  fewer: 'Fewer',
  perThousand: (value: number) => `${decimal(value)} in 1,000 words`,
  words: 'words',
  word: 'word',
  sentences: 'sentences',
  paragraphs: 'paragraphs',
  minutes: 'to read',
  uniqueWords: 'different words',
  characters: 'characters',
  withoutSpaces: 'characters without spaces',
  countsName: 'Counts',
  lengthsName: 'Lengths',
  meanSentence: 'words in a sentence, on average',
  medianSentence: 'half of them have at most',
  middleSentences: 'the middle half has',
  longestSentence: 'words in the longest sentence',
  wordLength: 'letters in a word, on average',
  paragraphLength: 'sentences in a paragraph, on average',
  letters: 'letters',
  showIt: 'Show it in the text',
  fromTo: (from: number, to: number) => `${number(from)} to ${number(to)}`,
  wordLengthsTitle: 'Words by length',
  wordLengthBar: (from: number, to: number, count: number) =>
    `${from === to ? from : `${from} to ${to}`} letters: ${counted(count, 'word')}`,
  lengthsTitle: 'Sentences by length',
  rhythmTitle: 'Rhythm: sentences in order',
  rhythmHelp: 'Arrow keys go from sentence to sentence.',
  rhythmNone: (count: number) => `${counted(count, 'sentence')}, none picked`,
  histogramBar: (from: number, to: number, count: number) =>
    `${from === to ? from : `${from} to ${to}`} words: ${counted(count, 'sentence')}`,
  grade: (grade: number) => `grade ${number(Math.max(grade, 0))}: ${gradeMeaning(grade)}`,
  gradeName: 'Flesch\u2013Kincaid',
  easeName: 'Flesch reading ease',
  howCounted: 'How this is counted',
  countedFrom: (words: number, sentences: number, syllables: number) =>
    `From ${counted(words, 'word')}, ${counted(sentences, 'sentence')} and ${counted(syllables, 'syllable')}. ` +
    'Compounds with a hyphen and numbers are one word; a headline is a sentence of its own.',
  easeFormula:
    'Ease = 206.835 \u2212 1.015 \u00d7 words per sentence \u2212 84.6 \u00d7 syllables per word.',
  gradeFormula:
    'Grade = 0.39 \u00d7 words per sentence + 11.8 \u00d7 syllables per word \u2212 15.59.',
  speed: (silent: ReadingTime, aloud: ReadingTime) =>
    `Reading time at ${rate(silent)} words a minute, aloud at ${rate(aloud)}.`,
  consensusName: 'All formulas',
  consensusRange: (lowest: number, highest: number, formulas: number) =>
    `${number(Math.max(lowest, 0))} to ${number(Math.max(highest, 0))} by ${counted(formulas, 'formula')}`,
  schools: ['primary', 'middle', 'secondary', 'university', 'graduate'],
  gradesSummary: (formulas: readonly string[]) =>
    `School grades by formula: ${formulas.join(', ')}`,
  formula: (name: FormulaName) => FORMULAS[name],
  loadingHelp: '\u2026',
  allFormulas: 'Formula by formula',
  timeName: 'Time',
  silently: 'to read',
  aloud: 'to read aloud',
  timeRange: (shortest: number, longest: number) =>
    `${readingTime(shortest)} to ${readingTime(longest)}`,
  varietyName: 'Variety',
  typeTokenRatio: 'different words to all words',
  mattr: 'different words among 50',
  differentInFifty: (share: number) => number(share * 50),
  mtld: 'words until they repeat (MTLD)',
  hdD: 'HD-D',
  yuleK: 'Yule\u2019s K',
  honoreR: 'Honor\u00e9\u2019s R',
  hapaxLegomena: 'words used once',
  disLegomena: 'words used twice',
  furtherMeasures: 'Further measures',
  lexicalDensity: 'words that carry meaning',
  percent: (share: number) => `${number(share * 100)} %`,
  missing: (reason: keyof typeof MISSING) => MISSING[reason],
  noTarget: (id: string) => `There is no element with the id "${id}" to read the text from.`,
  notString: (type: string) => `The value must be a string; it is ${type}.`,
  srcMissing: (where: string, status: number) =>
    `${where} was not found: the server answered ${status}.`,
  srcUnreachable: (where: string) =>
    `${where} could not be fetched: no answer, or refused by the page\u2019s policy.`,
} as const;

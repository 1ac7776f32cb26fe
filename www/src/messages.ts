/** Every sentence and word that the element shows, and how it writes numbers. */

import type { Difficulty, EntityType } from './engine/types.ts';
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

/** Each kind of finding: its name, and what to make of it. */
const STYLE: Readonly<Record<StyleKind, readonly [name: string, meaning: string]>> = {
  'very-hard': [
    'Very hard sentences',
    'Long, with long words: most readers have to read them twice.',
  ],
  hard: ['Hard sentences', 'They ask for attention. Could one be two?'],
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
  panels: 'Panels',
  sideName: 'What there is to say about the text',
  loading: 'Reading the text\u2026',
  empty: 'There is no text here yet.',
  noKeywords: 'No keywords.',
  noFindings: 'Nothing to look at again.',
  hard: 'hard',
  veryHard: 'very hard',
  hardSentences: (sentences: number, hard: number, veryHard: number) =>
    hard + veryHard === 0
      ? `None of the ${counted(sentences, 'sentence')} is hard to read.`
      : `${number(hard + veryHard)} of ${counted(sentences, 'sentence')} ${hard + veryHard === 1 ? 'is' : 'are'} hard to read, ${number(veryHard)} of them very hard.`,
  sentenceNote: (words: number, measure: Difficulty['measure'], score: number, level: number) =>
    [
      counted(words, 'word'),
      measure === 'lix' ? `LIX ${number(score)}` : `grade ${number(score)}`,
      ['', 'hard', 'very hard'][level] ?? '',
    ]
      .filter(Boolean)
      .join(' \u00b7 '),
  styleName: (kind: StyleKind) => STYLE[kind][0],
  styleMeaning: (kind: StyleKind) => STYLE[kind][1],
  styleSample: 'Aa',
  markStyle: (kind: StyleKind) => `Mark in the text: ${STYLE[kind][0].toLowerCase()}`,
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
  occurrences: (count: number) => counted(count, 'time'),
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
  lengthsAxis: 'words',
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
  speed: (wordsPerMinute: number, aloud: number) =>
    `Reading time at ${number(wordsPerMinute)} words a minute, aloud at ${number(aloud)}.`,
  consensusName: 'All formulas',
  consensusRange: (lowest: number, highest: number, formulas: number) =>
    `${number(Math.max(lowest, 0))} to ${number(Math.max(highest, 0))} by ${counted(formulas, 'formula')}`,
  schools: ['primary', 'middle', 'secondary', 'university', 'graduate'],
  gradesSummary: (formulas: readonly string[]) =>
    `School grades by formula: ${formulas.join(', ')}`,
  formula: (name: FormulaName) => FORMULAS[name],
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

/**
 * Types of the textlens report and of the options, written by hand and checked
 * against real results by `tests/web/node/types.test.ts`.
 *
 * Every offset counts UTF-16 code units, as `String.prototype.slice` does;
 * spans are half-open. Lists of spans are flat `Uint32Array`s:
 * `[start0, end0, start1, end1, …]`.
 */

/** What an entity is. Finer kinds stand in {@link Entity.subtype}. */
export type EntityType =
  | "person" | "organisation" | "place" | "nationality" | "event" | "work" | "law"
  | "date" | "time" | "duration" | "money" | "percentage" | "quantity"
  | "ordinal" | "cardinal" | "url" | "email" | "handle";

/** How a text is to be analysed. Every field may be left out. */
export interface Options {
  /** BCP 47 tag of the text's language; detected when absent. */
  language?: string;
  /** How many keywords to list (default 100). */
  keywords?: number;
  /** How many ranked `phrases` to list (default 20); `keyphrases` are up to ten in any case. */
  phrases?: number;
  /** Words to leave out of keywords and phrases, beside the language's own stop words. */
  stopWords?: string[];
  /** Entities that you know: they are found by their names, whatever else is known of these. */
  entities?: OwnEntity[];
  /** Names that are none: neither mentions so written nor entities so called are reported. */
  exclude?: string[];
  /** The least confidence of a mention, 0 to 1 (default 0): more means fewer and surer ones. */
  threshold?: number;
  /** The day of writing, `2023-07-28`: dates like "last Friday" get their `date` from it. */
  referenceDate?: string;
}

/** An entity that the caller knows. */
export interface OwnEntity {
  /** What it is called in the report. */
  name: string;
  /** What else it is called in texts. */
  aliases?: string[];
  type: EntityType;
  /** A note or link, which the report repeats. */
  note?: string | null;
}

/** A language pack that the report rests on. */
export interface PackInfo {
  /** Language and kind: `en.words`, `en.names`, `de.words`; `mul.languages` where it told the language. */
  name: string;
  /** The version of textlens that built the pack. */
  version: string;
  /** Content hash, 16 hexadecimal digits. */
  hash: string;
}

/** A distribution of whole numbers. Quartiles by linear interpolation (Hyndman and Fan 1996, type 7). */
export interface Distribution {
  /** How many values there are; with 0, every other field is 0 or empty. */
  count: number;
  min: number;
  lowerQuartile: number;
  median: number;
  upperQuartile: number;
  max: number;
  mean: number;
  /** Standard deviation of the population. */
  deviation: number;
  /** Index of the first value that equals `max`. */
  longest: number;
  /** `histogram[i]` counts the values from `i * binWidth` up to, not including, `(i + 1) * binWidth`. */
  histogram: number[];
  binWidth: number;
}

/** A formula's value, or why there is none. */
export interface FormulaResult {
  value: number | null;
  /** `null` when there is a value. `undefined`: the formula would divide by zero, or the text has more digits than letters. */
  missing: null | "too-short" | "language" | "undefined";
}

/** What the formulas of school grades agree on; without a value below three of them. */
export interface Consensus {
  /** The median of their grades. */
  grade: FormulaResult;
  lowest: FormulaResult;
  highest: FormulaResult;
  /** How many formulas gave a grade. */
  formulas: number;
}

/** Readability: the counts that the formulas used, then the formulas. `definitions()` says what each is. */
export interface Readability {
  words: number;
  sentences: number;
  /** Of a number one for each digit; 0 where the language has no counter. */
  syllables: number;
  letters: number;
  /** Letters and digits. */
  characters: number;
  monosyllables: number;
  /** Words of three syllables or more. */
  polysyllables: number;
  wordsOfFourSyllables: number;
  /** Polysyllables that Gunning counts as hard. */
  complexWords: number;
  /** Words of more than six letters. */
  longWords: number;
  consensus: Consensus;
  /** Flesch 1948: higher is easier, 60 to 70 is plain English. */
  fleschReadingEase: FormulaResult;
  /** Kincaid and others 1975: grade of the United States' schools. */
  fleschKincaidGrade: FormulaResult;
  gunningFog: FormulaResult;
  smog: FormulaResult;
  colemanLiau: FormulaResult;
  automatedReadability: FormulaResult;
  linsearWrite: FormulaResult;
  forcast: FormulaResult;
  lix: FormulaResult;
  rix: FormulaResult;
  /** German. */
  amstad: FormulaResult;
  wienerSachtext1: FormulaResult;
  wienerSachtext2: FormulaResult;
  wienerSachtext3: FormulaResult;
  wienerSachtext4: FormulaResult;
  /** Spanish. */
  fernandezHuerta: FormulaResult;
  szigrisztPazos: FormulaResult;
  gutierrezDePolini: FormulaResult;
  crawford: FormulaResult;
  /** French. */
  kandelMoles: FormulaResult;
  /** Italian. */
  gulpease: FormulaResult;
  fleschVacca: FormulaResult;
  /** Dutch. */
  douma: FormulaResult;
  brouwer: FormulaResult;
  /** Portuguese. */
  martins: FormulaResult;
  /** Russian. */
  oborneva: FormulaResult;
  /** Polish. */
  fogPl: FormulaResult;
}

/**
 * How hard each sentence and paragraph is; the lists run parallel to those of the report, and are empty where nothing
 * measures it.
 */
export interface Difficulty {
  /** What the scores are: Flesch-Kincaid grades of English, LIX of other languages that it is made for. */
  measure: "flesch-kincaid-grade" | "lix" | null;
  /** Why there are none. */
  missing: "language" | null;
  /** The score of each sentence to a tenth. */
  sentences: Float64Array;
  /** 0, 1 hard, 2 very hard; 0 below ten words. */
  sentenceLevels: Uint8Array;
  paragraphs: Float64Array;
  paragraphLevels: Uint8Array;
}

/** How varied the words are. `definitions()` says what each measure is. */
export interface Variety {
  /** Different words. */
  types: number;
  typeTokenRatio: FormulaResult;
  /** Moving-average type-token ratio, window of 50 words. */
  mattr: FormulaResult;
  /** Measure of textual lexical diversity, threshold 0.72. */
  mtld: FormulaResult;
  /** Type-token ratio to expect of 42 words drawn. */
  hdD: FormulaResult;
  yuleK: FormulaResult;
  honoreR: FormulaResult;
  /** Words that occur once. */
  hapaxLegomena: number;
  /** Words that occur twice. */
  disLegomena: number;
  lexicalDensity: FormulaResult;
}

/** How long reading takes, silently or aloud. */
export interface ReadingTime {
  seconds: number;
  /** The speed it rests on: 238 for English read silently, 183 aloud (Brysbaert 2019). */
  wordsPerMinute: number;
  /** Whether the speed is that of English, as none is known of the language. */
  borrowed: boolean;
  /** Seconds that a fast reader takes. */
  shortest: number;
  /** Seconds that a slow reader takes. */
  longest: number;
}

/** How much of a text is in the commonest words of its language, cumulatively. */
export interface Vocabulary {
  /** Words that are counted: no numbers and no names. */
  words: number;
  /** The share of them among the 1,000 commonest forms. */
  first1000: FormulaResult;
  first2000: FormulaResult;
  first5000: FormulaResult;
  first10000: FormulaResult;
}

/** How many sentences of each kind there are; {@link Style.sentenceTypes} says which. */
export interface SentenceTypes {
  statements: number;
  questions: number;
  exclamations: number;
  /** Without a finite verb; told apart in English only. */
  fragments: number;
}

/** How much the lengths of sentences vary; the lengths themselves stand in `Report.sentences`. */
export interface Rhythm {
  /** Standard deviation over mean: 0 is monotonous. */
  variation: FormulaResult;
  /** Mean difference from the sentence before, over the mean length. */
  change: FormulaResult;
}

/** Marks between the words, by kind. */
export interface Punctuation {
  fullStops: number;
  commas: number;
  semicolons: number;
  colons: number;
  questionMarks: number;
  exclamationMarks: number;
  dashes: number;
  ellipses: number;
  /** Single ones, opening and closing ones apart. */
  quotationMarks: number;
  /** Single ones, opening and closing ones apart. */
  brackets: number;
  others: number;
}

/** A half-open span of UTF-16 code units. */
export interface Span {
  start: number;
  end: number;
}

/** Why a place is noted; the definition has the id `style.` and this code. */
export type Reason =
  | "very-hard-sentence" | "hard-sentence" | "passive-voice" | "adverb" | "intensifier" | "hedge"
  | "nominalisation" | "two-spellings" | "doubled-word" | "repeated-word" | "repeated-opening";

/** All places that are noted for one reason. */
export interface Note {
  reason: Reason;
  count: number;
  spans: Uint32Array;
}

/** A word with which sentences begin. */
export interface Opening {
  text: string;
  count: number;
  spans: Uint32Array;
}

/** A word that the text spells in two ways. */
export interface Spelling {
  /** Its forms by falling count. */
  forms: Form[];
  spans: Uint32Array;
}

/** What there is to say of a text's style. */
export interface Style {
  /** Parallel to the report's sentences: 0 without a word, 1 statement, 2 question, 3 exclamation, 4 fragment. */
  sentenceTypes: Uint8Array;
  /** The commonest, at most ten, each at least twice. */
  openings: Opening[];
  /** The longest of each, the first of equals; empty spans without a word. */
  longest: { word: Span; sentence: Span; paragraph: Span };
  /** A reason that is absent was not looked for in this language. */
  notes: Note[];
  spellings: Spelling[];
}

/** Counts and measures of the whole text. */
export interface Statistics {
  /** Unicode code points, white space included. */
  characters: number;
  /** Code points that are not white space. */
  charactersWithoutSpaces: number;
  /** Extended grapheme clusters: what a reader sees as one character. */
  graphemes: number;
  /** UAX #29 words; hyphenated compounds and numbers count as one. */
  words: number;
  /** Different words, case folded. */
  uniqueWords: number;
  /** Sentences that have a word; `Report.sentences` lists all. */
  sentences: number;
  /** Paragraphs that have a word; `Report.paragraphs` lists all. */
  paragraphs: number;
  /** Words in each sentence that has one; `longest` counts these sentences. */
  sentenceLength: Distribution;
  /** Letters and digits in each word. */
  wordLength: Distribution;
  /** Sentences in each paragraph. */
  paragraphLength: Distribution;
  sentenceTypes: SentenceTypes;
  rhythm: Rhythm;
  punctuation: Punctuation;
  readability: Readability;
  variety: Variety;
  vocabulary: Vocabulary;
  /** Silent reading. */
  readingTime: ReadingTime;
  /** Reading aloud. */
  speakingTime: ReadingTime;
}

/** One written form of a keyword. */
export interface Form {
  text: string;
  count: number;
}

/** A word (all its inflected forms together) and where it stands. */
export interface Keyword {
  /** The most frequent form, as written. */
  term: string;
  count: number;
  /** Occurrences in 1,000 words. */
  perThousand: number;
  /** Forms by falling count. */
  forms: Form[];
  spans: Uint32Array;
}

/** A word or phrase that tells what the text is about. */
export interface Phrase {
  /** As first written; of `keyphrases` the form it has most often. */
  text: string;
  /** Higher is better; comparable within one list only. */
  score: number;
  count: number;
  spans: Uint32Array;
}

/** Someone or something named in the text, or an amount, time or address in it, and where. */
export interface Entity {
  /** The fullest name in the text, or the caller's. */
  name: string;
  type: EntityType;
  /** A finer kind of place, where it is sure; of an organisation, that it is a team called after its town. */
  subtype: "geopolitical" | "location" | "facility" | "team" | null;
  count: number;
  /** Spans of the mentions. */
  mentions: Uint32Array;
  /** How central it is to the text, 0 to 1: how often, how early, in how much of it it is named. */
  salience: number;
  /** How likely its mentions are right, 0 to 1: as often as such names were, on documents that the model had not seen. */
  confidence: number;
  /** The same by mention. */
  confidences: Float64Array;
  /** Of a date: day, month, year, week or decade in ISO 8601, where that can be told. */
  date: string | null;
  /** What the caller has noted of it. */
  note: string | null;
}

/** Something that is said, in quotation marks. */
export interface Quotation {
  /** Its stretches with their marks; several where a clause breaks it or it runs over paragraphs. */
  spans: Uint32Array;
  /** Who speaks, as an index of `entities`, where it is sure. */
  speaker: number | null;
  /** The verb that reports it, or "according to". */
  cue: { start: number; end: number } | null;
}

/** Two entities that are named in the same sentences. */
export interface EntityPair {
  /** Index of the one that comes first in `entities`. */
  first: number;
  second: number;
  /** In how many sentences both are named. */
  count: number;
}

/** The result of an analysis. */
export interface Report {
  schema: 1;
  /** Language tag, `und` when it is not known. */
  language: string;
  offsets: "utf16";
  packs: PackInfo[];
  statistics: Statistics;
  difficulty: Difficulty;
  style: Style;
  /** Three numbers a sentence: start, end, words. */
  sentences: Uint32Array;
  paragraphs: Uint32Array;
  keywords: Keyword[];
  /**
   * The best of what may be a key phrase, ranked, best first, as many as the option `phrases` says; they may stand inside
   * each other.
   */
  phrases: Phrase[];
  /** Up to ten phrases to be read, best first, none inside another, whatever the option `phrases` says. */
  keyphrases: Phrase[];
  entities: Entity[];
  /** In order. */
  quotations: Quotation[];
  /** The 100 pairs of entities that are named together most often. */
  cooccurrence: EntityPair[];
}

/** Thrown for an input that cannot be analysed; `code` is stable, `message` says what and where. */
export interface TextlensError extends Error {
  name: "TextlensError";
  code:
    | "not-a-string" | "too-long" | "bad-options" | "bad-range"
    | "bad-query" | "bad-pack" | "internal";
  /** Of `bad-query`: where in the query, where that is one place. */
  at?: number;
}

/** What of a report rests on names: all that is new in it when a names pack has come. */
export type EntityReport = Pick<Report, "packs" | "entities" | "quotations" | "cooccurrence">;

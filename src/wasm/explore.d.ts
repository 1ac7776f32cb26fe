/**
 * Types of what is asked of a text, written by hand. Offsets are those of
 * `textlens.d.ts`: UTF-16 code units, spans half-open.
 */

import type { EntityType, Options, PackInfo } from "./textlens.js";

export type { EntityType, Options, PackInfo, TextlensError } from "./textlens.js";

/** What a number of a report, or a reason of a note on its style, is, for help texts. */
export interface Definition {
  /**
   * Its path in `statistics`: `readability.gunningFog`; `distribution.mean` for every distribution;
   * `difficulty.sentences` and `style.openings` for what stands there in the report, `style.passive-voice`
   * for a reason, `phrases.rarity` for what speaks for a phrase.
   */
  id: string;
  /** What it counts. */
  unit: string;
  /** How it is counted, in a line. */
  definition: string;
  /** The work it comes from; empty where there is nothing to cite. */
  source: string;
}

/** What a type of entity is called elsewhere. */
export interface EntityTypeInfo {
  type: EntityType;
  /** Its names in OntoNotes 5; empty where it has none. */
  ontonotes: string[];
  /** Its name in CoNLL-2003. */
  conll: "PER" | "ORG" | "LOC" | "MISC" | null;
  /** Whether it is worth marking in a text unasked: plain numbers are not. */
  shown: boolean;
}

/** How a concordance is wanted. */
export interface ConcordanceOptions {
  /** Words on each side (default 8). */
  width?: number;
  /** As they stand in the text (default), or sorted by the words before or after. */
  order?: "place" | "left" | "right";
  /** At most so many lines, after sorting (default all). */
  limit?: number;
}

/** Which company is wanted. */
export interface CollocationOptions {
  /** Words to look at on each side, in the same sentence; the whole sentence when absent. */
  window?: number;
  /** Leave out words that stand near the query less often (default 2). */
  minimum?: number;
  /** At most so many (default all; 20 of a graph). */
  limit?: number;
}

/** A word that stands near the places of a query (Evert 2008). */
export interface Collocate {
  term: string;
  /** Places near the query. */
  together: number;
  /** Places in the whole text, without those of the query. */
  count: number;
  /** Places near the query that chance would give. */
  expected: number;
  /** G² (Dunning 1993). */
  logLikelihood: number;
  /** In bits (Church and Hanks 1990). */
  mutualInformation: number;
  /** At most 14 (Rychlý 2008): several places near one of the query count once. */
  logDice: number;
  tScore: number;
}

/** The company of a query as a graph. */
export interface CollocationGraph {
  /** The words, by falling G². */
  nodes: { term: string; count: number; logDice: number }[];
  /** Pairs of them by index, that share sentences. */
  edges: { from: number; to: number; together: number; logDice: number }[];
}

/** How evenly something is spread over equal parts of a text. */
export interface Dispersion {
  /** Places in each part. */
  counts: number[];
  /** Gries' DP: 0 is even. */
  deviationOfProportions: number | null;
  /** Juilland's D: 1 is even. */
  juillandD: number | null;
}

/** A class of words, as Universal Dependencies name it. */
export type WordClass =
  | "ADJ" | "ADP" | "ADV" | "AUX" | "CCONJ" | "DET" | "INTJ" | "NOUN" | "NUM" | "PART" | "PRON" | "PROPN"
  | "SCONJ" | "SYM" | "VERB" | "X" | "PUNCT";

/** Which words or sequences of words are wanted. */
export interface NgramOptions {
  /** Words in one, 1 to 5 (default 2). */
  words?: number;
  /** Count all inflected forms of a word as one (default false). */
  lemmas?: boolean;
  /** Leave out those that stand in the text less often (default 2). */
  minimum?: number;
  /** At most so many (default 100). */
  limit?: number;
  /** Leave out those that start or end in a function word; of single words also letters and numbers (default true). */
  contentOnly?: boolean;
  /**
   * In place of the language’s function words; more can be added in the options of the text. With `lemmas` all
   * inflected forms of them are left out.
   */
  stopWords?: readonly string[];
  /** Count only places where it has so many characters, at least and at most. */
  shortest?: number;
  longest?: number;
  /** Count only places all of whose words are of these classes; all where classes are not known. */
  classes?: readonly WordClass[];
}

/** A word or a sequence of words. */
export interface Ngram {
  /** Its most frequent form. */
  text: string;
  count: number;
  /** How often among a thousand words of the text. */
  perThousand: number;
  /** The forms as written, by falling count. */
  forms: { text: string; count: number }[];
  spans: Uint32Array;
}

/** A sentence of a summary, and why it was chosen. */
export interface KeySentence {
  span: { start: number; end: number };
  /** Its number among the text’s sentences, from 0. */
  sentence: number;
  /** Its place among those chosen, from 0, by worth. */
  rank: number;
  /** How much it resembles the other sentences: 1 is the most of this text, 0 for what was not compared (LexRank, Erkan and Radev 2004). */
  centrality: number;
  /** How early it comes: 1 is the first; 0 for what was not compared. */
  position: number;
  /** The greatest cosine with a sentence that was chosen before it. */
  repeats: number;
}

/** What speaks for a phrase or against it; `definitions()` says what each is, as `phrases.…`. */
export type Aspect =
  | "frequency" | "place" | "spread" | "length" | "words" | "rarity" | "company" | "capitals" | "surroundings"
  | "kind" | "text";

/** Why a phrase has its score. */
export interface PhraseReasons {
  /** What the ranker gives it, as in the report’s `phrases`. */
  score: number;
  /** The mean score of the text’s candidates. */
  mean: number;
  /** What makes the difference, the greatest shares first; with the mean they add up to the score. */
  reasons: { aspect: Aspect; share: number }[];
}

export type Significance =
  | "none" | "five-percent" | "one-percent" | "one-per-mille" | "one-in-ten-thousand";

/** Which key words are wanted. */
export interface KeynessOptions {
  /** Leave out words that stand in the text less often (default 1). */
  minimum?: number;
  /** Leave out words whose difference is likelier to be chance (default "none": none). */
  significance?: Significance;
}

/** A word that stands out in one text against another. */
export interface KeyWord {
  term: string;
  count: number;
  referenceCount: number;
  /** G² (Rayson and Garside 2000). */
  logLikelihood: number;
  /** Each point doubles the relative frequency (Hardie 2014). */
  logRatio: number;
  /** `null` where the other text has none. */
  percentDifference: number | null;
  significance: Significance;
}

/** Two texts side by side, by their content words. */
export interface Comparison {
  shared: number;
  onlyFirst: number;
  onlySecond: number;
  /** Shared over all different content words. */
  jaccard: number;
  /** Of the counts. */
  cosine: number;
  /** Of the counts weighed by rarity in the language (TF-IDF); `null` where that is not known, and for two languages. */
  weightedCosine: number | null;
  firstKeys: KeyWord[];
  secondKeys: KeyWord[];
}

/** What `compareEntities` needs of a report's entity. */
export interface NamedEntity {
  name: string;
  type: EntityType;
  count: number;
}

/** Someone or something that one of two texts names, or both. */
export interface ComparedEntity {
  name: string;
  type: EntityType;
  /** Mentions in the first text, and in the second. */
  first: number;
  second: number;
}

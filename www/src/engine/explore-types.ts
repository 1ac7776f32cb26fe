/** What can be asked of a text, and how the page asks it. */

import type {
  Collocate,
  CollocationGraph,
  CollocationOptions,
  ComparedEntity,
  Comparison,
  ConcordanceOptions,
  Dispersion,
  KeySentence,
  KeyWord,
  NamedEntity,
  Ngram,
  NgramOptions,
  PhraseReasons,
} from '../../../src/wasm/explore.js';

export type {
  Collocate,
  CollocationGraph,
  CollocationOptions,
  ComparedEntity,
  Comparison,
  ConcordanceOptions,
  Definition,
  Dispersion,
  KeySentence,
  KeyWord,
  NamedEntity,
  Ngram,
  NgramOptions,
  PhraseReasons,
} from '../../../src/wasm/explore.js';

/** The questions that an `Explorer` answers alone. */
export interface Questions {
  find(query: string): Uint32Array;
  concordance(query: string, options?: ConcordanceOptions): Uint32Array;
  collocations(query: string, options?: CollocationOptions): Collocate[];
  graph(query: string, options?: CollocationOptions): CollocationGraph;
  dispersion(query: string, parts: number): Dispersion;
  ngrams(options?: NgramOptions): Ngram[];
  keyness(): KeyWord[];
  summary(count: number): KeySentence[];
  why(start: number, end: number): PhraseReasons | null;
}

export type QuestionName = keyof Questions;

/** The `Explorer` of the core. */
export interface Explorer extends Questions {
  compare(other: Explorer): Comparison;
  free(): void;
}

/** A text that the core holds to be asked, wherever the core runs. */
export interface Exploration {
  ask<Name extends QuestionName>(
    name: Name,
    ...input: Parameters<Questions[Name]>
  ): Promise<ReturnType<Questions[Name]>>;
  /** This text beside another of the same engine. */
  compare(other: Exploration): Promise<Comparison>;
  /** What the reports of two texts name, those of both first. */
  compareEntities(
    first: readonly NamedEntity[],
    second: readonly NamedEntity[],
  ): Promise<ComparedEntity[]>;
  /** Lets the text go; later questions reject. */
  close(): void;
}

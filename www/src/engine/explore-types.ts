/** What can be asked of a text, and how the page asks it. */

import type {
  Collocate,
  CollocationOptions,
  Comparison,
  ConcordanceOptions,
  Dispersion,
  KeyWord,
  Ngram,
  NgramOptions,
} from '../../../src/wasm/explore.js';

export type {
  Collocate,
  CollocationOptions,
  Comparison,
  ConcordanceOptions,
  Dispersion,
  KeyWord,
  Ngram,
  NgramOptions,
} from '../../../src/wasm/explore.js';

/** The questions that an `Explorer` answers alone. */
export interface Questions {
  concordance(query: string, options?: ConcordanceOptions): Uint32Array;
  collocations(query: string, options?: CollocationOptions): Collocate[];
  dispersion(query: string, parts: number): Dispersion;
  ngrams(options?: NgramOptions): Ngram[];
  keyness(): KeyWord[];
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
  /** Lets the text go; later questions reject. */
  close(): void;
}

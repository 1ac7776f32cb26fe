/**
 * The data that the core returns, and the one interface through which the
 * element reaches it, whether the work runs in a worker or in this thread.
 */

import type { Options, PackInfo, Report } from '../../../src/wasm/textlens.js';
import type { Definition, Exploration } from './explore-types.ts';

export type {
  Difficulty,
  Distribution,
  Entity,
  EntityPair,
  EntityReport,
  EntityType,
  Form,
  FormulaResult,
  Keyword,
  Options,
  OwnEntity,
  PackInfo,
  Phrase,
  Quotation,
  Readability,
  ReadingTime,
  Reason,
  Report,
  Statistics,
  Variety,
} from '../../../src/wasm/textlens.js';

/**
 * The language packs of a build: `words` comes with the first report, `names`
 * after it; the words of another language than English when a text is in it.
 */
export type PackName = 'words' | 'names' | 'languages' | { readonly language: string };

/** A running core. */
export interface Engine {
  /** Where the work is done. */
  readonly place: 'worker' | 'thread';
  /**
   * Analyses a text. An aborted call rejects with the signal's reason and, when
   * it has not begun, costs nothing.
   * @param known a report of the same, which lacks only what a names pack has brought since.
   */
  analyze(text: string, options?: Options, signal?: AbortSignal, known?: Report): Promise<Report>;
  /** Holds a text to be asked; the first call fetches the core for queries. */
  explore(text: string, options?: Options): Promise<Exploration>;
  /** What every number of a report is; the first call fetches the core for queries. */
  definitions(): Promise<Definition[]>;
  /** Fetches and registers a language pack, for all later analyses. */
  loadPack(name: PackName): Promise<PackInfo>;
}

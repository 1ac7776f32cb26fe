/** What the reader looks for in the text, and what was found: asked of the core as the reader types. */

import { asLensError } from '../engine/errors.ts';
import type {
  Collocate,
  CollocationGraph,
  Comparison,
  Dispersion,
  Exploration,
} from '../engine/explore-types.ts';

export type Sort = 'place' | 'left' | 'right';

/** The answer to one query. */
export interface Found {
  readonly query: string;
  /** Places in the order of the text. */
  readonly spans: Uint32Array;
  /** Five numbers a line, in the order wanted. */
  readonly lines: Uint32Array;
  readonly spread: Dispersion;
  readonly company: readonly Collocate[];
  readonly graph: CollocationGraph;
}

/** Holds a text of this element in the core, to be asked. */
export type Open = (text: string) => Promise<Exploration>;

const WIDTH = 7;
const PARTS = 40;
/** More lines than these are counted, not listed. */
const MOST_LINES = 200;
const COMPANY = 10;

export class Explore {
  query = '';
  sort: Sort = 'place';
  found: Found | null = null;
  comparison: Comparison | null = null;
  /** Why the query or the comparison has no answer. */
  problem: string | null = null;
  readonly #open: Open;
  readonly #changed: () => void;
  #text = '';
  #held: Promise<Exploration> | null = null;
  /** Only the answer to the last question counts. */
  #turn = 0;

  constructor(open: Open, changed: () => void) {
    this.#open = open;
    this.#changed = changed;
  }

  /** Another text is shown: what was found in the last is gone. */
  show(text: string): void {
    if (text === this.#text) return;
    this.#text = text;
    this.#held?.then((held) => held.close()).catch(() => null);
    this.#held = null;
    this.found = null;
    this.comparison = null;
    this.problem = null;
    if (this.query.trim() !== '') void this.search(this.query);
  }

  async search(query: string): Promise<void> {
    this.query = query;
    await this.#ask(async (held) => {
      if (query.trim() === '') return () => this.#clear();
      const [spans, lines, spread, company, graph] = await Promise.all([
        held.ask('find', query),
        held.ask('concordance', query, { width: WIDTH, order: this.sort, limit: MOST_LINES }),
        held.ask('dispersion', query, PARTS),
        held.ask('collocations', query, { limit: COMPANY }),
        held.ask('graph', query, { limit: COMPANY }),
      ]);
      return () => {
        this.found = { query, spans, lines, spread, company, graph };
      };
    });
  }

  sortBy(sort: Sort): Promise<void> {
    this.sort = sort;
    return this.search(this.query);
  }

  async compareWith(text: string): Promise<void> {
    await this.#ask(async (held) => {
      const other = await this.#open(text);
      const comparison = await held.compare(other).finally(() => other.close());
      return () => {
        this.comparison = comparison;
      };
    });
  }

  #clear(): void {
    this.found = null;
  }

  /** Asks, and takes the answer if nothing else was asked since. */
  async #ask(question: (held: Exploration) => Promise<() => void>): Promise<void> {
    this.#turn += 1;
    const turn = this.#turn;
    const isLast = () => turn === this.#turn;
    try {
      this.#held ??= this.#open(this.#text);
      const take = await question(await this.#held);
      if (!isLast()) return;
      this.problem = null;
      take();
    } catch (thrown) {
      if (!isLast()) return;
      const error = asLensError(thrown);
      // What could not be opened is opened anew for the next question.
      if (error.code !== 'bad-query') this.#held = null;
      this.found = null;
      this.problem = error.message;
    }
    this.#changed();
  }
}

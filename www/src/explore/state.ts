/** What the reader looks for in the text, and what was found: asked of the core as the reader types. */

import { asLensError } from '../engine/errors.ts';
import type {
  Collocate,
  CollocationGraph,
  ComparedEntity,
  Comparison,
  Dispersion,
  Exploration,
  KeySentence,
} from '../engine/explore-types.ts';
import type { Report } from '../engine/types.ts';

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

/** This text beside a second one. */
export interface Compared {
  readonly words: Comparison;
  readonly second: Report;
  readonly entities: readonly ComparedEntity[];
}

/** How the texts of this element reach the core. */
export interface Texts {
  /** Holds a text, to be asked. */
  open(text: string): Promise<Exploration>;
  read(text: string): Promise<Report>;
}

const WIDTH = 7;
const PARTS = 40;
/** More lines than these are counted, not listed. */
const MOST_LINES = 200;
const COMPANY = 10;
const SUMMARY = 3;

export class Explore {
  query = '';
  sort: Sort = 'place';
  found: Found | null = null;
  comparison: Compared | null = null;
  /** The sentences that carry the text, once asked for. */
  summary: readonly KeySentence[] | null = null;
  /** Why the query or the comparison has no answer. */
  problem: string | null = null;
  readonly #texts: Texts;
  readonly #changed: () => void;
  #text = '';
  #held: Promise<Exploration> | null = null;
  /** Only the answer to the last question counts. */
  #turn = 0;

  constructor(texts: Texts, changed: () => void) {
    this.#texts = texts;
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
    this.summary = null;
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

  async summarise(): Promise<void> {
    await this.#ask(async (held) => {
      const summary = await held.ask('summary', SUMMARY);
      return () => {
        this.summary = summary;
      };
    });
  }

  /** @param report is that of the text that is shown. */
  async compareWith(text: string, report: Report): Promise<void> {
    await this.#ask(async (held) => {
      const other = await this.#texts.open(text);
      const [words, second] = await Promise.all([
        held.compare(other),
        this.#texts.read(text),
      ]).finally(() => other.close());
      const entities = await held.compareEntities(report.entities, second.entities);
      return () => {
        this.comparison = { words, second, entities };
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
      this.#held ??= this.#texts.open(this.#text);
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

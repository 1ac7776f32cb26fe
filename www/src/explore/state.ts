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

/** What can be asked at the same time: of each, only the answer to the last question counts. */
type Subject = 'search' | 'summary' | 'comparison';

export class Explore {
  query = '';
  sort: Sort = 'place';
  found: Found | null = null;
  comparison: Compared | null = null;
  /** The summary is looked at: it follows the text. */
  summaryWanted = false;
  /** The sentences that carry the text, once asked for. */
  summary: readonly KeySentence[] | null = null;
  readonly #texts: Texts;
  readonly #changed: () => void;
  #text = '';
  /** The language and the packs that the text is read by; `null` when it was let go. */
  #readBy: string | null = null;
  #held: Promise<Exploration> | null = null;
  #asked: Partial<Record<Subject, symbol>> = {};
  #problems: Partial<Record<Subject, string>> = {};

  constructor(texts: Texts, changed: () => void) {
    this.#texts = texts;
    this.#changed = changed;
  }

  /** Why the query, the comparison or the summary has no answer. */
  get problem(): string | null {
    return Object.values(this.#problems)[0] ?? null;
  }

  /** Another text is shown, or the same is read by more packs: what was found before is gone. */
  show(text: string, { language, packs }: Pick<Report, 'language' | 'packs'>): void {
    const known = packs.filter(({ name }) => !name.endsWith('.names'));
    const readBy = [language, ...known.map(({ hash }) => hash)].join();
    if (text === this.#text && readBy === this.#readBy) return;
    this.release();
    this.#text = text;
    this.#readBy = readBy;
    this.found = null;
    this.comparison = null;
    this.summary = null;
    if (this.query.trim() !== '') void this.search(this.query);
    if (this.summaryWanted) void this.summarise(true);
  }

  /** Lets the text go that the core holds; what is under way is no answer any more. */
  release(): void {
    this.#letGo();
    this.#readBy = null;
    this.#asked = {};
    this.#problems = {};
  }

  async search(query: string): Promise<void> {
    this.query = query;
    await this.#ask('search', async (held) => {
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

  async summarise(wanted: boolean): Promise<void> {
    this.summaryWanted = wanted;
    if (!wanted || this.summary) return;
    await this.#ask('summary', async (held) => {
      const summary = await held.ask('summary', SUMMARY);
      return () => {
        this.summary = summary;
      };
    });
  }

  /** @param report is that of the text that is shown. */
  async compareWith(text: string, report: Report): Promise<void> {
    await this.#ask('comparison', async (held) => {
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

  #letGo(): void {
    this.#held?.then((held) => held.close()).catch(() => null);
    this.#held = null;
  }

  /** Asks, and takes the answer if nothing else was asked since about the same subject. */
  async #ask(
    subject: Subject,
    question: (held: Exploration) => Promise<() => void>,
  ): Promise<void> {
    const asked = Symbol(subject);
    this.#asked[subject] = asked;
    const isLast = () => this.#asked[subject] === asked;
    try {
      this.#held ??= this.#texts.open(this.#text);
      const take = await question(await this.#held);
      if (!isLast()) return;
      delete this.#problems[subject];
      take();
    } catch (thrown) {
      if (!isLast()) return;
      const error = asLensError(thrown);
      // What could not be opened is opened anew for the next question.
      if (error.code !== 'bad-query') this.#letGo();
      if (subject === 'search') this.found = null;
      this.#problems[subject] = error.message;
    }
    this.#changed();
  }
}

/**
 * The work behind one element: starts the engine, analyses the newest text and
 * forgets older ones, and analyses again when a pack arrives that the text needs.
 */

import { type Assets, resolveAssets } from '../engine/assets.ts';
import { asLensError, isAbort, type LensError } from '../engine/errors.ts';
import type { Definition, Exploration } from '../engine/explore-types.ts';
import type { Pack } from '../engine/pack.ts';
import { type Session, sharedSession } from '../engine/session.ts';
import type { Engine, Options, Report } from '../engine/types.ts';

/** A text and what is known of it. */
export interface Analysed {
  readonly text: string;
  readonly report: Report;
  /** Entities are still to come. */
  readonly namesPending: boolean;
  /** Why packs are missing without which the report was made. */
  readonly missing: readonly LensError[];
  /** Where the work was done. */
  readonly engine: Engine['place'];
}

export interface AnalysisListener {
  report(result: Analysed): void;
  problem(error: LensError): void;
}

export class Analysis {
  readonly #open: (assets: Assets) => Promise<Session>;
  #folder: string | null = null;
  #assets: Assets | null = null;
  #current: AbortController | null = null;

  constructor(open = sharedSession) {
    this.#open = open;
  }

  /** Starts fetching the core, before there is a text. A failure is told when a text comes. */
  prepare(folder: string | null): void {
    this.#folder = folder;
    this.#assets = null;
    this.#session().catch(() => null);
  }

  /** Analyses a text; whatever was asked before is forgotten. */
  run(text: string, options: Options, listener: AnalysisListener): void {
    this.cancel();
    const current = new AbortController();
    const { signal } = current;
    this.#current = current;
    this.#run(text, options, listener, signal).catch((thrown: unknown) => {
      if (!signal.aborted && !isAbort(thrown)) listener.problem(asLensError(thrown));
    });
  }

  /** Holds a text to be asked, when the words pack is there or known to be missing. */
  async explore(text: string, options: Options): Promise<Exploration> {
    const { engine, words } = await this.#session();
    await words.fetch();
    return engine.explore(text, options);
  }

  /** The report of another text than the one that is shown. */
  async read(text: string, options: Options): Promise<Report> {
    const { engine } = await this.#session();
    return engine.analyze(text, options);
  }

  /** What every number of a report is, by its id; fetched at the first call. */
  async definitions(): Promise<ReadonlyMap<string, Definition>> {
    const { engine } = await this.#session();
    return new Map((await engine.definitions()).map((found) => [found.id, found]));
  }

  cancel(): void {
    this.#current?.abort();
    this.#current = null;
  }

  /** The session of now: one that has broken down is followed by another. */
  async #session(): Promise<Session> {
    this.#assets ??= resolveAssets(this.#folder);
    return this.#open(this.#assets);
  }

  async #run(
    text: string,
    options: Options,
    listener: AnalysisListener,
    signal: AbortSignal,
  ): Promise<void> {
    const session = await this.#session();
    const { engine, words, names, languages } = session;
    const missing: LensError[] = [];
    /** Whether the pack is there; the rest goes on without it. */
    const arrived = async (pack: Pack): Promise<boolean> => {
      const problem = await pack.fetch();
      signal.throwIfAborted();
      if (problem) missing.push(problem);
      return !problem;
    };
    const analyse = async (known?: Report): Promise<Report> => {
      const report = await engine.analyze(text, options, signal, known);
      signal.throwIfAborted();
      return report;
    };
    await arrived(words);
    // A pack that arrives during the analysis has come too late for it.
    const [had, named] = [languages?.settled, names.settled];
    let report = await analyse();
    const tell = (namesPending: boolean) =>
      listener.report({ text, report, namesPending, missing: [...missing], engine: engine.place });
    /** A report that needs a pack is told twice if that is still to come: without it, and with it. */
    const need = async (pack: Pack, had = false, known?: Report) => {
      const waits = !pack.settled;
      if (waits) tell(true);
      if ((await arrived(pack)) && (waits || !had)) report = await analyse(known);
    };
    // What is not surely English needs what tells languages apart, and the words of its language.
    if (languages && report.language === 'und' && /\p{L}/u.test(text)) await need(languages, had);
    const own = session.language(report.language);
    if (own && !report.packs.some(({ name }) => name.endsWith('.words'))) await need(own);
    await need(names, named, report);
    tell(false);
  }
}

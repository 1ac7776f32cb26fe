/**
 * The work behind one element: starts the engine, analyses the newest text and
 * forgets older ones, and analyses again when the names pack arrives.
 */

import { resolveAssets } from '../engine/assets.ts';
import { asLensError, isAbort, type LensError } from '../engine/errors.ts';
import type { Definition, Exploration } from '../engine/explore-types.ts';
import { type Session, sharedSession } from '../engine/session.ts';
import type { Engine, Options, Report } from '../engine/types.ts';

/** A text and what is known of it. */
export interface Analysed {
  readonly text: string;
  readonly report: Report;
  /** Entities are still to come. */
  readonly namesPending: boolean;
  /** Where the work was done. */
  readonly engine: Engine['place'];
}

export interface AnalysisListener {
  report(result: Analysed): void;
  problem(error: LensError): void;
}

export class Analysis {
  #session: Promise<Session> | null = null;
  #folder: string | null = null;
  #current: AbortController | null = null;

  /** Starts fetching the core, before there is a text. A failure is told when a text comes. */
  prepare(folder: string | null): void {
    if (this.#session && this.#folder === folder) return;
    this.#folder = folder;
    this.#session = start(folder);
    this.#session.catch(() => {
      this.#session = null;
    });
  }

  /** Analyses a text; whatever was asked before is forgotten. */
  run(text: string, options: Options, listener: AnalysisListener): void {
    this.cancel();
    this.prepare(this.#folder);
    const current = new AbortController();
    const { signal } = current;
    this.#current = current;
    this.#run(text, options, listener, signal).catch((thrown: unknown) => {
      if (!signal.aborted && !isAbort(thrown)) listener.problem(asLensError(thrown));
    });
  }

  /** Holds a text to be asked, when the words pack is there or known to be missing. */
  async explore(text: string, options: Options): Promise<Exploration> {
    const session = await (this.#session ?? start(this.#folder));
    await session.words.catch(() => null);
    return session.engine.explore(text, options);
  }

  /** The report of another text than the one that is shown. */
  async read(text: string, options: Options): Promise<Report> {
    const { engine } = await (this.#session ?? start(this.#folder));
    return engine.analyze(text, options);
  }

  /** What every number of a report is, by its id; fetched at the first call. */
  async definitions(): Promise<ReadonlyMap<string, Definition>> {
    const { engine } = await (this.#session ?? start(this.#folder));
    return new Map((await engine.definitions()).map((found) => [found.id, found]));
  }

  cancel(): void {
    this.#current?.abort();
    this.#current = null;
  }

  async #run(
    text: string,
    options: Options,
    listener: AnalysisListener,
    signal: AbortSignal,
  ): Promise<void> {
    const arrives = (pack: Promise<unknown>) => arrived(pack, listener, signal);
    const session = await (this.#session ?? start(this.#folder));
    await arrives(session.words);
    signal.throwIfAborted();
    let named = await isSettled(session.names);
    let report = await session.engine.analyze(text, options, signal);
    signal.throwIfAborted();
    const engine = session.engine.place;
    // What is not surely English needs what tells languages apart.
    const languages = report.language === 'und' && /\p{L}/u.test(text) ? session.languages() : null;
    if (languages) {
      listener.report({ text, report, namesPending: true, engine });
      if (await arrives(languages)) {
        report = await session.engine.analyze(text, options, signal);
      }
      signal.throwIfAborted();
    }
    // A text in another language is told twice: without its words, and with them when they come.
    const known = report.packs.some(({ name }) => name.endsWith('.words'));
    const words = known ? null : session.language(report.language);
    if (words) {
      listener.report({ text, report, namesPending: true, engine });
      if (await arrives(words)) {
        report = await session.engine.analyze(text, options, signal);
      }
      signal.throwIfAborted();
    }
    listener.report({ text, report, namesPending: !named, engine });
    if (named) return;
    named = await arrives(session.names);
    signal.throwIfAborted();
    const complete = named ? await session.engine.analyze(text, options, signal, report) : report;
    signal.throwIfAborted();
    listener.report({ text, report: complete, namesPending: false, engine });
  }
}

/** Whether the pack arrived; a pack that is missing is told, and the rest goes on without it. */
async function arrived(
  pack: Promise<unknown>,
  listener: AnalysisListener,
  signal: AbortSignal,
): Promise<boolean> {
  try {
    await pack;
    return true;
  } catch (thrown) {
    if (!signal.aborted) listener.problem(asLensError(thrown));
    return false;
  }
}

async function start(folder: string | null): Promise<Session> {
  return sharedSession(resolveAssets(folder));
}

async function isSettled(promise: Promise<unknown>): Promise<boolean> {
  const pending = Symbol('pending');
  const first = await Promise.race([promise.catch(() => null), Promise.resolve(pending)]);
  return first !== pending;
}

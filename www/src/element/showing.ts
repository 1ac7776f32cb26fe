/** What an element has to show: a text, what is known of it, and what is wrong. It knows no DOM. */

import type { LensError } from '../engine/errors.ts';
import type { Engine, Options, Report } from '../engine/types.ts';
import type { Analysed, Analysis } from './analysis.ts';

export type Phase = 'loading' | 'empty' | 'ready' | 'problem';

/** A longer text is shown before it is analysed; a shorter one changes together with its report. */
const SHOWN_AT_ONCE = 200_000;

export interface ShowingListener {
  /** Something is to be drawn anew. */
  changed(): void;
  /** Another text or report is in place of the last; `arriving`: its entities are the first that there are. */
  shown(arriving: boolean): void;
  report(report: Report): void;
  error(error: LensError): void;
}

export class Showing {
  readonly #analysis: Pick<Analysis, 'run' | 'cancel'>;
  readonly #listener: ShowingListener;
  #phase: Phase = 'loading';
  #text = '';
  #report: Report | null = null;
  #namesPending = true;
  #engine: Engine['place'] | null = null;
  /** What was wrong with the text itself. */
  #problem: LensError | null = null;
  /** What kept the last text from being analysed. */
  #failure: LensError | null = null;
  #missing: readonly LensError[] = [];
  /** Packs that are missing are told once each, and said for as long as they are missing. */
  readonly #told = new Set<string>();
  /** The text that was taken last, which is shown when it has been analysed. */
  #taken: string | null = null;

  constructor(analysis: Pick<Analysis, 'run' | 'cancel'>, listener: ShowingListener) {
    this.#analysis = analysis;
    this.#listener = listener;
  }

  get phase(): Phase {
    return this.#phase;
  }

  /** The text that is shown and that the report is about. */
  get text(): string {
    return this.#text;
  }

  get report(): Report | null {
    return this.#report;
  }

  /** Entities are still to come. */
  get namesPending(): boolean {
    return this.#namesPending;
  }

  /** Where the work was done. */
  get engine(): Engine['place'] | null {
    return this.#engine;
  }

  /** What there is to say that is wrong. */
  get problem(): LensError | null {
    return this.#problem ?? this.#failure ?? this.#missing.at(-1) ?? null;
  }

  /** A text is on its way: what was wrong with the last is of no interest. */
  wait(): void {
    this.#problem = null;
    if (this.#report === null) this.#phase = 'loading';
  }

  /** Shows and analyses a text; `inPlace`: the page shows it already. */
  take(text: string, options: Options, inPlace: boolean): void {
    this.#problem = null;
    this.#taken = text;
    const known = text === this.#text ? this.#report : null;
    const together = this.#report !== null && text.length < SHOWN_AT_ONCE && !inPlace;
    if (known || !together) this.#show(text, known, false);
    this.#analysis.run(text, options, {
      report: (result) => this.#reported(result),
      problem: (error) => this.#failed(error),
    });
    this.#listener.changed();
  }

  /** Analyses the text that was taken last anew, if there is one. */
  ask(options: Options, inPlace: boolean): void {
    if (this.#taken !== null) this.take(this.#taken, options, inPlace);
  }

  /** There is no text to show: what stands between the tags is shown instead. */
  lose(error: LensError): void {
    this.#analysis.cancel();
    this.#taken = null;
    this.#text = '';
    this.#report = null;
    this.#missing = [];
    this.fail(error);
  }

  /** Says what is wrong, and keeps what is shown. */
  fail(error: LensError): void {
    this.#problem = error;
    this.#listener.error(error);
    this.#stumble();
  }

  /** The same failure is told once, however many letters are typed. */
  #failed(error: LensError): void {
    const known = this.#failure?.message === error.message;
    this.#failure = error;
    if (!known) this.#listener.error(error);
    this.#stumble();
  }

  #stumble(): void {
    if (this.#report === null) this.#phase = 'problem';
    this.#listener.changed();
  }

  /** Puts a text, and what is known of it, in place of the last. */
  #show(text: string, report: Report | null, arriving: boolean): void {
    this.#text = text;
    this.#report = report;
    this.#phase = text.trim() === '' ? 'empty' : report ? 'ready' : 'loading';
    this.#listener.shown(arriving);
  }

  #reported({ report, text, namesPending, missing, engine }: Analysed): void {
    this.#engine = engine;
    this.#failure = null;
    this.#missing = missing;
    const arriving = this.#namesPending && !namesPending;
    this.#namesPending = namesPending;
    if (report !== this.#report) {
      this.#show(text, report, arriving);
      this.#listener.report(report);
    }
    for (const error of missing) {
      if (!this.#told.has(error.message)) this.#listener.error(error);
      this.#told.add(error.message);
    }
    this.#listener.changed();
  }
}

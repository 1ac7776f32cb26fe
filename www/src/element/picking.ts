/** What the reader has picked: one thing at a time, shown, said and told to the page. */

import type { Report } from '../engine/types.ts';
import { messages } from '../messages.ts';
import { currentSpan, type Pick, pick, renew, type Selection, step } from '../selection.ts';
import type { Span } from '../text/spans.ts';
import type { SelectDetail } from './events.ts';

/** What picking does to the element. */
export interface Picked {
  /** Another place is to be marked. */
  moved(): void;
  /** Nothing is picked any more. */
  released(): void;
  say(message: string): void;
  tell(detail: SelectDetail): void;
  /** Brings a place into view. */
  reveal(span: Span): void;
}

export class Picking {
  #selection: Selection | null = null;
  readonly #picked: Picked;

  constructor(picked: Picked) {
    this.#picked = picked;
  }

  get selection(): Selection | null {
    return this.#selection;
  }

  /** Picks something and goes to it; the same thing again goes to its next place. */
  pick(next: Pick): void {
    const same = this.#selection?.key === next.key;
    this.#go(pick(this.#selection, next));
    if (!same) this.#picked.tell(next);
  }

  /** Picks what was found where the reader is already. */
  here(selection: Selection): void {
    this.#show(selection);
    this.#picked.tell(selection);
  }

  /** Goes to the next place (1) or to the one before (-1). */
  step(by: 1 | -1): void {
    if (this.#selection) this.#go(step(this.#selection, by));
  }

  /** Keeps to the same thing in a newer report, or lets go when it is gone. */
  renew(report: Report): void {
    if (!this.#selection) return;
    const renewed = renew(this.#selection, report);
    if (renewed) this.#selection = renewed;
    else this.release();
  }

  release(): void {
    if (!this.#selection) return;
    this.forget();
    this.#picked.released();
    this.#picked.say('');
    this.#picked.tell({ kind: 'none', label: '', spans: new Uint32Array() });
  }

  /** Lets go without a word, as there is no text any more. */
  forget(): void {
    this.#selection = null;
  }

  #go(selection: Selection): void {
    this.#show(selection);
    const span = currentSpan(selection);
    if (span) this.#picked.reveal(span);
  }

  #show(selection: Selection): void {
    this.#selection = selection;
    this.#picked.say(messages.picked(selection.label, selection.index, selection.count));
    this.#picked.moved();
  }
}

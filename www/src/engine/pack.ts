/** A language pack of a running core: fetched when it is first wanted, and again some time after it was missing. */

import { asLensError, type LensError } from './errors.ts';

/** A pack that was missing may be there after a while; asking with every letter typed would be too often. */
const AGAIN_AFTER_MS = 30_000;

export class Pack {
  readonly #load: () => Promise<unknown>;
  #fetched: Promise<LensError | null> | null = null;
  #again = Number.POSITIVE_INFINITY;
  #settled = false;

  constructor(load: () => Promise<unknown>) {
    this.#load = load;
  }

  /** It is known whether the pack is there: waiting for it brings nothing new. */
  get settled(): boolean {
    return this.#settled && performance.now() < this.#again;
  }

  /** Why it is missing, or `null` when it is there. */
  fetch(): Promise<LensError | null> {
    if (!this.#fetched || performance.now() >= this.#again) {
      this.#settled = false;
      this.#again = Number.POSITIVE_INFINITY;
      this.#fetched = this.#fetch();
    }
    return this.#fetched;
  }

  async #fetch(): Promise<LensError | null> {
    try {
      await this.#load();
      return null;
    } catch (thrown) {
      this.#again = performance.now() + AGAIN_AFTER_MS;
      return asLensError(thrown);
    } finally {
      this.#settled = true;
    }
  }
}

/** Highlights are not printed: for paper the marks are real elements. */

export class Printing {
  #now = false;
  readonly #changed: () => void;

  /** @param changed is called before the page is printed and after. */
  constructor(changed: () => void) {
    this.#changed = changed;
    addEventListener('beforeprint', this.#before);
    addEventListener('afterprint', this.#after);
  }

  /** The page is being printed. */
  get now(): boolean {
    return this.#now;
  }

  readonly #before = (): void => {
    this.#now = true;
    this.#changed();
  };

  readonly #after = (): void => {
    this.#now = false;
    this.#changed();
  };

  dispose(): void {
    removeEventListener('beforeprint', this.#before);
    removeEventListener('afterprint', this.#after);
  }
}

/** Which numbers the reader has asked about, and what they are: fetched at the first question. */

import type { Definition } from '../engine/explore-types.ts';
import type { Help } from '../panels/context.ts';

type Definitions = ReadonlyMap<string, Definition>;

export class HelpTexts {
  readonly #fetch: () => Promise<Definitions>;
  readonly #changed: () => void;
  readonly #failed: (thrown: unknown) => void;
  readonly #open = new Set<string>();
  #definitions: Definitions | null = null;
  #asked: Promise<void> | null = null;

  constructor(
    fetch: () => Promise<Definitions>,
    changed: () => void,
    failed: (thrown: unknown) => void,
  ) {
    this.#fetch = fetch;
    this.#changed = changed;
    this.#failed = failed;
  }

  /** What panels are given. */
  get help(): Help {
    return {
      isOpen: (id) => this.#open.has(id),
      // A build without definitions has one for all, which says so.
      about: (id) => this.#definitions?.get(id) ?? this.#definitions?.get('') ?? null,
      toggle: (id) => this.#toggle(id),
    };
  }

  #toggle(id: string): void {
    if (!this.#open.delete(id)) this.#open.add(id);
    this.#changed();
    if (!this.#definitions) this.#asked ??= this.#ask();
  }

  async #ask(): Promise<void> {
    try {
      this.#definitions = await this.#fetch();
      this.#changed();
    } catch (thrown) {
      // The next question tries again.
      this.#asked = null;
      this.#open.clear();
      this.#failed(thrown);
    }
  }
}

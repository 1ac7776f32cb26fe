/** A text that the core holds, seen from the page. */

import type {
  ComparedEntity,
  Comparison,
  Exploration,
  NamedEntity,
  QuestionName,
  Questions,
} from './explore-types.ts';

/** What an engine does with questions. */
export interface Asker {
  ask(handle: number, name: string, input: readonly unknown[]): Promise<unknown>;
  letGo(handle: number): void;
}

export class RemoteExploration implements Exploration {
  readonly #asker: Asker;
  readonly #handle: number;

  constructor(asker: Asker, handle: number) {
    this.#asker = asker;
    this.#handle = handle;
  }

  // The core answers each question as `Questions` says: the one place that relies on it.
  async ask<Name extends QuestionName>(
    name: Name,
    ...input: Parameters<Questions[Name]>
  ): Promise<ReturnType<Questions[Name]>> {
    const answer = await this.#asker.ask(this.#handle, name, input);
    return answer as ReturnType<Questions[Name]>;
  }

  async compare(other: Exploration): Promise<Comparison> {
    if (!(other instanceof RemoteExploration) || other.#asker !== this.#asker) {
      throw new TypeError('Both texts must be held by the same engine.');
    }
    return (await this.#asker.ask(this.#handle, 'compare', [other.#handle])) as Comparison;
  }

  async compareEntities(
    first: readonly NamedEntity[],
    second: readonly NamedEntity[],
  ): Promise<ComparedEntity[]> {
    // Only what is compared: the mentions stay here.
    const named = (list: readonly NamedEntity[]) =>
      list.map(({ name, type, count }) => ({ name, type, count }));
    const input = [named(first), named(second)];
    const answer = await this.#asker.ask(this.#handle, 'compareEntities', input);
    return answer as ComparedEntity[];
  }

  close(): void {
    this.#asker.letGo(this.#handle);
  }
}

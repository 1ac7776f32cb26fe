/** The module that answers queries, fetched at the first of them, and the texts that it holds. */

import init, { buildId, compareEntities, definitions, Explorer, loadPack } from '#explore';
import { checkBuild } from './build.ts';
import { LensError } from './errors.ts';
import type { Definition, Explorer as Held, NamedEntity } from './explore-types.ts';
import { compile, type Source } from './load.ts';
import type { Options } from './types.ts';

export class ExploreCore {
  readonly #packs: Uint8Array[];
  readonly #held = new Map<number, Held>();
  #started: Promise<void> | null = null;

  /**
   * @param packs are the language packs that queries rest on, in parts, one after the other. The list may grow; what the
   *   module has taken is taken out of it.
   */
  constructor(packs: Uint8Array[]) {
    this.#packs = packs;
  }

  /**
   * Reads a text, to be asked by `handle`.
   * @param source is `null` where the build has no core for queries: opening then throws.
   */
  async open(handle: number, source: Source | null, text: string, options: Options): Promise<void> {
    await this.#ready(source);
    this.#held.set(handle, new Explorer(text, options));
  }

  /** What every number of a report is. */
  async definitions(source: Source | null): Promise<Definition[]> {
    await this.#ready(source);
    return definitions();
  }

  ask(handle: number, name: string, input: readonly unknown[]): unknown {
    const held = this.#find(handle);
    if (name === 'compare') return held.compare(this.#find(Number(input[0])));
    if (name === 'compareEntities') {
      const [first = [], second = []] = input as readonly NamedEntity[][];
      return compareEntities(first, second);
    }
    // The names and inputs of a `Question` are typed where it is asked.
    const method: unknown = Reflect.get(held, name);
    if (typeof method !== 'function') throw new LensError('internal', `There is no "${name}".`);
    return Reflect.apply(method, held, [...input]);
  }

  close(handle: number): void {
    this.#held.get(handle)?.free();
    this.#held.delete(handle);
  }

  async #ready(source: Source | null): Promise<void> {
    if (!source) return;
    this.#started ??= this.#start(source);
    await this.#started.catch((thrown: unknown) => {
      this.#started = null;
      throw thrown;
    });
    for (const part of this.#packs.splice(0)) loadPack(part, 0);
  }

  #find(handle: number): Held {
    const held = this.#held.get(handle);
    if (!held) throw new LensError('internal', 'The text that is asked about was let go.');
    return held;
  }

  async #start(source: Source): Promise<void> {
    await init({ module_or_path: await compile(source, 'The core for queries') });
    checkBuild(buildId(), 'the core for queries');
  }
}

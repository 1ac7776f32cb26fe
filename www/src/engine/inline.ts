/** The in-thread twin of the worker, for places where a worker is refused or says nothing. */

import { type Assets, packSource } from './assets.ts';
import { type Core, startCore } from './core.ts';
import { type Asker, RemoteExploration } from './exploration.ts';
import type { Definition, Exploration } from './explore-types.ts';
import type { Engine, Options, PackInfo, PackName, Report } from './types.ts';

/** Lets the browser draw and take input before a long piece of work. */
function breathe(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

export class InlineEngine implements Engine, Asker {
  readonly place = 'thread';
  readonly #core: Core;
  readonly #assets: Assets;
  #lastHandle = 0;

  private constructor(core: Core, assets: Assets) {
    this.#core = core;
    this.#assets = assets;
  }

  static async start(assets: Assets): Promise<InlineEngine> {
    return new InlineEngine(await startCore(assets.wasm), assets);
  }

  async analyze(
    text: string,
    options: Options = {},
    signal?: AbortSignal,
    known?: Report,
  ): Promise<Report> {
    await breathe();
    signal?.throwIfAborted();
    return { ...known, ...this.#core.analyze(text, options, !!known) } as Report;
  }

  async explore(text: string, options: Options = {}): Promise<Exploration> {
    const handle = ++this.#lastHandle;
    await breathe();
    await this.#core.explore.open(handle, this.#assets.explore, text, options);
    return new RemoteExploration(this, handle);
  }

  async definitions(): Promise<Definition[]> {
    await breathe();
    return this.#core.explore.definitions(this.#assets.explore);
  }

  async ask(handle: number, name: string, input: readonly unknown[]): Promise<unknown> {
    await breathe();
    return this.#core.explore.ask(handle, name, input);
  }

  letGo(handle: number): void {
    this.#core.explore.close(handle);
  }

  async loadPack(name: PackName): Promise<PackInfo> {
    return this.#core.loadPack(packSource(this.#assets, name));
  }
}

/** Where a build's files lie, and how a publisher says that they lie elsewhere. */

import { builtInAssets } from '#assets';
import { LensError } from './errors.ts';
import type { Source } from './load.ts';
import type { PackName } from './types.ts';

/** Everything an engine needs to start. */
export interface Assets {
  readonly wasm: Source;
  /** The core for queries; `null` where the build has none. */
  readonly explore: Source | null;
  readonly words: Source;
  readonly names: Source;
  /** What tells languages apart, `null` when the build has none. */
  readonly languages: Source | null;
  /** The words of another language than English, `null` when the build has none. */
  language(tag: string): Source | null;
  /** Id of the build, which the worker must share. */
  readonly build: string;
  /** Starts the worker; may throw where workers are refused. */
  startWorker(): Worker;
}

/** Addresses that replace those of the build; relative ones count from the page. */
export interface AssetAddresses {
  /** The worker's script. */
  worker?: string;
  /** The core, `textlens_bg.wasm`. */
  wasm?: string;
  /** The core for queries, `textlens_explore_bg.wasm`. */
  explore?: string;
  /** `en.words.pack`. */
  words?: string;
  /** `en.names.pack`. */
  names?: string;
  /** The folder of `mul.languages.pack` and of the other languages' packs, `de.words.pack` and so on. */
  languages?: string;
}

let configured: AssetAddresses = {};

/**
 * Sets the addresses for the elements that start after this call; those of the same core and packs share a worker, which
 * keeps its own.
 */
export function configureAssets(addresses: AssetAddresses): void {
  configured = { ...configured, ...addresses };
}

/** The address of a folder, whether or not a slash ends it. */
const folderAt = (folder: string) =>
  new URL(folder.endsWith('/') ? folder : `${folder}/`, document.baseURI);

/** The files under one folder, by the names that the library build gives them. */
function inFolder(folder: string): AssetAddresses {
  const base = folderAt(folder);
  const at = (name: string) => new URL(name, base).href;
  return {
    worker: at('worker.js'),
    wasm: at('textlens_bg.wasm'),
    explore: at('textlens_explore_bg.wasm'),
    words: at('en.words.pack'),
    names: at('en.names.pack'),
    languages: base.href,
  };
}

/**
 * The assets an element uses: the build's own, unless {@link configureAssets}
 * or the element's `assets` folder says otherwise.
 */
export function resolveAssets(folder: string | null): Assets {
  const own = builtInAssets();
  const given = { ...configured, ...(folder ? inFolder(folder) : {}) };
  const source = <Own extends Source | null>(address: string | undefined, fallback: Own) =>
    address === undefined ? fallback : { url: new URL(address, document.baseURI).href };
  const { worker, languages } = given;
  const inLanguages = (pack: string, fallback: Source | null) =>
    fallback === null || languages === undefined
      ? fallback
      : { url: new URL(pack, folderAt(languages)).href };
  return {
    build: own.build,
    wasm: source(given.wasm, own.wasm),
    explore: source(given.explore, own.explore),
    words: source(given.words, own.words),
    names: source(given.names, own.names),
    languages: inLanguages('mul.languages.pack', own.languages),
    language: (tag) => inLanguages(`${tag}.words.pack`, own.language(tag)),
    startWorker: worker
      ? () => workerFrom(new URL(worker, document.baseURI).href)
      : () => own.startWorker(),
  };
}

/** Where a pack lies. */
export function packSource(assets: Assets, name: PackName): Source {
  const source = typeof name === 'string' ? assets[name] : assets.language(name.language);
  if (source) return source;
  const wanted = typeof name === 'string' ? name : name.language;
  throw new LensError('not-found', `This build has no pack "${wanted}".`);
}

/**
 * A module worker from any address. `new Worker` takes only the page's own
 * origin, so another origin's script is imported by a blob of one line.
 */
export function workerFrom(address: string): Worker {
  if (new URL(address).origin === location.origin) return new Worker(address, { type: 'module' });
  return workerFromSource(`import ${JSON.stringify(address)};`, 'module');
}

/** A worker from its source text. On `file:`, Chromium starts classic ones only. */
export function workerFromSource(source: string, type: WorkerType): Worker {
  const blob = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }));
  const worker = new Worker(blob, { type });
  // The script is fetched before the next task but one; the address is not needed after the hello.
  worker.addEventListener('message', () => URL.revokeObjectURL(blob), { once: true });
  return worker;
}

/**
 * What the bundler provides: the glue that wasm-bindgen writes (`#wasm`), the
 * addresses or bytes of a build's files (`#assets`), and the build's id.
 */

declare module '#wasm' {
  import type { EntityReport, Options, PackInfo, Report } from '../../src/wasm/textlens.js';
  /** Instantiates a compiled module; every other export works after it. */
  export default function init(input: { module_or_path: WebAssembly.Module }): Promise<unknown>;
  export function analyze(text: string, options?: Options): Report;
  export function findEntities(text: string, options?: Options): EntityReport;
  export function loadPack(part: Uint8Array, arrival: number): PackInfo | undefined;
  export function buildId(): string;
}

declare module '#explore' {
  import type { ComparedEntity, Definition, NamedEntity } from '../../src/wasm/explore.js';
  import type { Options, PackInfo } from '../../src/wasm/textlens.js';
  import type { Explorer as Answers } from './engine/explore-types.ts';
  export default function init(input: { module_or_path: WebAssembly.Module }): Promise<unknown>;
  export function definitions(): Definition[];
  export function compareEntities(
    first: readonly NamedEntity[],
    second: readonly NamedEntity[],
  ): ComparedEntity[];
  export const Explorer: new (text: string, options?: Options) => Answers;
  export function loadPack(part: Uint8Array, arrival: number): PackInfo | undefined;
  export function buildId(): string;
}

declare module '#assets' {
  import type { Assets } from './engine/assets.ts';
  /** Where this build of the element finds the files it needs. */
  export function builtInAssets(): Assets;
}

/** The address of a file that Vite copies under a hashed name. */
declare module '*?url' {
  const url: string;
  export default url;
}

/** Files that Vite finds by a pattern. */
interface ImportMeta {
  glob<T>(
    pattern: string,
    options: { query: string; import: string; eager: true },
  ): Record<string, T>;
}

/** Id of the wasm that this script was built with, compared with `buildId()`. */
declare const __TEXTLENS_BUILD__: string;
/** The languages other than English that have a pack in this build. */
declare const __TEXTLENS_LANGUAGES__: readonly string[];
/** Version of the package. */
declare const __TEXTLENS_VERSION__: string;

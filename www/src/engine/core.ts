/** The WebAssembly module, started once in whichever thread holds it. */

import init, { analyze, buildId, loadPack } from '#wasm';
import { LensError } from './errors.ts';
import { readBytes, type Source } from './load.ts';
import { missingSupport } from './support.ts';
import type { Options, PackInfo, Report } from './types.ts';

/** What the worker and the in-thread engine both drive. */
export interface Core {
  analyze(text: string, options?: Options): Report;
  loadPack(source: Source): Promise<PackInfo>;
}

/** Compiles and starts the core, and checks that it belongs to these scripts. */
export async function startCore(wasm: Source): Promise<Core> {
  const missing = missingSupport();
  if (missing) throw missing;
  const module = await WebAssembly.compile(await readBytes(wasm, 'The core'));
  await init({ module_or_path: module });
  const id = buildId();
  if (id !== __TEXTLENS_BUILD__) {
    throw new LensError(
      'build-mismatch',
      `The scripts are of build ${__TEXTLENS_BUILD__}, the core is of build ${id}: reload the page to get both anew.`,
    );
  }
  return {
    analyze,
    loadPack: async (source) => loadPack(await readBytes(source, 'The language pack')),
  };
}

/** The WebAssembly modules, each started once in whichever thread holds it. */

import init, { analyze, buildId, loadPack } from '#wasm';
import { checkBuild } from './build.ts';
import { ExploreCore } from './explore.ts';
import { readBytes, type Source } from './load.ts';
import { missingSupport } from './support.ts';
import type { Options, PackInfo, Report } from './types.ts';

/** What the worker and the in-thread engine both drive. */
export interface Core {
  readonly explore: ExploreCore;
  analyze(text: string, options?: Options): Report;
  loadPack(source: Source): Promise<PackInfo>;
}

/** Compiles and starts the core, and checks that it belongs to these scripts. */
export async function startCore(wasm: Source): Promise<Core> {
  const missing = missingSupport();
  if (missing) throw missing;
  const module = await WebAssembly.compile(await readBytes(wasm, 'The core'));
  await init({ module_or_path: module });
  checkBuild(buildId(), 'the core');
  const packs: Uint8Array[] = [];
  return {
    explore: new ExploreCore(packs),
    analyze,
    loadPack: async (source) => {
      const bytes = await readBytes(source, 'The language pack');
      const info = loadPack(bytes);
      // Queries know words and languages, not names.
      if (!info.name.endsWith('.names')) packs.push(bytes);
      return info;
    },
  };
}

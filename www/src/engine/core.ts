/** The WebAssembly modules, each started once in whichever thread holds it. */

import init, { analyze, buildId, findEntities, loadPack } from '#wasm';
import { checkBuild } from './build.ts';
import { ExploreCore } from './explore.ts';
import { compile, readParts, type Source } from './load.ts';
import { missingSupport } from './support.ts';
import type { EntityReport, Options, PackInfo, Report } from './types.ts';

/** What the worker and the in-thread engine both drive. */
export interface Core {
  readonly explore: ExploreCore;
  /** @param known only what rests on names is wanted. */
  analyze(text: string, options: Options, known: boolean): Report | EntityReport;
  loadPack(source: Source): Promise<PackInfo>;
}

/** Compiles and starts the core, and checks that it belongs to these scripts. */
export async function startCore(wasm: Source): Promise<Core> {
  const missing = missingSupport();
  if (missing) throw missing;
  await init({ module_or_path: await compile(wasm, 'The core') });
  checkBuild(buildId(), 'the core');
  const packs: Uint8Array[] = [];
  let arrivals = 0;
  return {
    explore: new ExploreCore(packs),
    analyze: (text, options, known) => (known ? findEntities : analyze)(text, options),
    loadPack: async (source) => {
      const arrival = arrivals++;
      const parts: Uint8Array[] = [];
      const info = await readParts(source, 'The language pack', (part) => {
        parts.push(part);
        return loadPack(part, arrival);
      });
      // Queries know words and languages, not names.
      if (!info.name.endsWith('.names')) packs.push(...parts);
      return info;
    },
  };
}

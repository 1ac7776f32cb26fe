/** Stands in for the files of a build in unit tests. */

import type { Assets } from '../src/engine/assets.ts';

const nothing = { bytes: new Uint8Array(0) };

export function builtInAssets(): Assets {
  return {
    build: 'test-build',
    wasm: nothing,
    explore: nothing,
    words: nothing,
    names: nothing,
    languages: nothing,
    language: (tag) => (tag === 'de' ? nothing : null),
    startWorker: () => {
      throw new Error('There are no workers in unit tests.');
    },
  };
}

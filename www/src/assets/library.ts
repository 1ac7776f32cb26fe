/**
 * Files of the library build, which lie beside its script under plain names.
 * Bundlers find them by these literal forms; from another origin the worker
 * starts by a blob.
 */

import { type Assets, workerFrom } from '../engine/assets.ts';

/** The worker's address, put together so that a bundler does not copy the script a second time. */
const workerAddress = () => import.meta.url.replace(/[^/]*$/, 'worker.js');

export function builtInAssets(): Assets {
  const words = new URL('./en.words.pack', import.meta.url).href;
  return {
    build: __TEXTLENS_BUILD__,
    wasm: { url: new URL('./textlens_bg.wasm', import.meta.url).href },
    explore: { url: new URL('./textlens_explore_bg.wasm', import.meta.url).href },
    words: { url: words },
    names: { url: new URL('./en.names.pack', import.meta.url).href },
    languages: { url: new URL('./mul.languages.pack', import.meta.url).href },
    // Bundlers do not find these: whoever bundles the element says where they lie.
    language: (tag) =>
      __TEXTLENS_LANGUAGES__.includes(tag)
        ? { url: words.replace(/[^/]*$/, `${tag}.words.pack`) }
        : null,
    startWorker: () => {
      // For webpack, `import.meta.url` alone is a file of the machine that builds.
      if (new URL(words).origin !== location.origin) return workerFrom(workerAddress());
      return new Worker(new URL('./worker.js', import.meta.url), { type: 'module' });
    },
  };
}

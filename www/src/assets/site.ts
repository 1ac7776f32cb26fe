/** Files of the site: Vite copies them under hashed names and knows their addresses. */

import names from '../../../target/packs/en.names.pack?url';
import words from '../../../target/packs/en.words.pack?url';
import languages from '../../../target/packs/mul.languages.pack?url';
import wasm from '../../../target/wasm/web/textlens_bg.wasm?url';
import explore from '../../../target/wasm/web/textlens_explore_bg.wasm?url';
import type { Assets } from '../engine/assets.ts';

/** The words of the other languages, by the path of their packs. */
const others = import.meta.glob<string>('../../../target/packs/*.words.pack', {
  query: '?url',
  import: 'default',
  eager: true,
});

const at = (address: string) => ({ url: new URL(address, import.meta.url).href });

export function builtInAssets(): Assets {
  return {
    build: __TEXTLENS_BUILD__,
    wasm: at(wasm),
    explore: at(explore),
    words: at(words),
    names: at(names),
    languages: at(languages),
    language: (tag) => {
      const address = others[`../../../target/packs/${tag}.words.pack`];
      return tag === 'en' || address === undefined ? null : at(address);
    },
    startWorker: () =>
      new Worker(new URL('../engine/worker.ts', import.meta.url), { type: 'module' }),
  };
}

/** Files of the one-file page: data blocks in its own HTML, decoded by hand. */

import { type Assets, workerFromSource } from '../engine/assets.ts';
import { LensError } from '../engine/errors.ts';
import { fromBase64 } from './base64.ts';

/** The text of a `<script type="text/plain" id=…>` in the page. */
function block(id: string): string {
  const element = document.getElementById(id);
  if (!element) throw new LensError('not-found', `The page has lost its part "${id}".`, id);
  return element.textContent ?? '';
}

const decoded = (id: string) => fromBase64(block(id));

let assets: Assets | undefined;

/** Decodes the blocks once, however many elements ask. */
export function builtInAssets(): Assets {
  assets ??= {
    build: __TEXTLENS_BUILD__,
    wasm: { bytes: decoded('textlens-wasm') },
    explore: null,
    words: { bytes: decoded('textlens-words') },
    names: { bytes: decoded('textlens-names') },
    languages: null,
    // One file has English alone: what needs no pack works in every language.
    language: () => null,
    startWorker: () =>
      workerFromSource(new TextDecoder().decode(decoded('textlens-worker')), 'classic'),
  };
  return assets;
}

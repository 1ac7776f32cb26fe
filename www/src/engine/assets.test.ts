/** Where files lie, as a publisher says it. */

import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { configureAssets, resolveAssets } from './assets.ts';

beforeEach(() => {
  vi.stubGlobal('document', { baseURI: 'https://example.org/page/index.html' });
});
afterEach(() => void vi.unstubAllGlobals());

test.each(['/packs/all', '/packs/all/', 'https://example.org/packs/all'])(
  'the packs of other languages lie in the folder %s',
  (languages) => {
    configureAssets({ languages });
    const assets = resolveAssets(null);
    const folder = 'https://example.org/packs/all';
    expect(assets.languages).toEqual({ url: `${folder}/mul.languages.pack` });
    expect(assets.language('de')).toEqual({ url: `${folder}/de.words.pack` });
    expect(assets.language('xx')).toBeNull();
  },
);

test('a folder has every file, beside the page unless it says otherwise', () => {
  const assets = resolveAssets('lens');
  const folder = 'https://example.org/page/lens';
  expect(assets).toMatchObject({
    wasm: { url: `${folder}/textlens_bg.wasm` },
    explore: { url: `${folder}/textlens_explore_bg.wasm` },
    words: { url: `${folder}/en.words.pack` },
    names: { url: `${folder}/en.names.pack` },
    languages: { url: `${folder}/mul.languages.pack` },
  });
});

/** What the web build takes from the Rust build. */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';

const at = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

export const INPUTS = {
  glue: at('target/wasm/web/textlens.js'),
  wasm: at('target/wasm/web/textlens_bg.wasm'),
  exploreGlue: at('target/wasm/web/textlens_explore.js'),
  exploreWasm: at('target/wasm/web/textlens_explore_bg.wasm'),
  words: at('target/packs/en.words.pack'),
  names: at('target/packs/en.names.pack'),
  languages: at('target/packs/mul.languages.pack'),
  packs: at('target/packs'),
  article: at('seeds/parade.txt'),
  sources: at('src/lexicon/SOURCES.md'),
  reportTypes: at('src/wasm/textlens.d.ts'),
  exploreTypes: at('src/wasm/explore.d.ts'),
} as const;

/** @throws when the Rust build has not been made. */
export function checkInputs(): void {
  const missing = Object.values(INPUTS).filter((path) => !existsSync(path));
  if (missing.length === 0) return;
  throw new Error(
    `${missing.join(', ')} missing: run \`cargo xtask build\`, which makes them first.`,
  );
}

/** The files of glue, whichever module they are of. */
export const GLUE = /textlens(?:_explore)?\.js$/;

/** The glue's own default address would copy the wasm a second time; we always pass a module. */
export function withoutDefaultAddress(glue: string): string {
  return glue.replace(
    /new URL\(['"]textlens(?:_explore)?_bg\.wasm['"], import\.meta\.url\)/g,
    'undefined',
  );
}

/** The id that the wasm answers with, for the scripts to compare. */
export async function readBuildId(): Promise<string> {
  const glue = (await import(pathToFileURL(INPUTS.glue).href)) as {
    initSync(input: { module: Uint8Array }): unknown;
    buildId(): string;
  };
  glue.initSync({ module: readFileSync(INPUTS.wasm) });
  return glue.buildId();
}

/** The languages other than English that have a words pack. */
export function otherLanguages(): string[] {
  const packs = readdirSync(INPUTS.packs).filter((name) => name.endsWith('.words.pack'));
  return packs.map((name) => name.slice(0, -'.words.pack'.length)).filter((tag) => tag !== 'en');
}

/** What the scripts are compiled with. */
export async function definitions(): Promise<Record<string, string>> {
  const { version } = JSON.parse(
    readFileSync(new URL('../package.json', import.meta.url), 'utf8'),
  ) as { version: string };
  return {
    __TEXTLENS_BUILD__: JSON.stringify(await readBuildId()),
    __TEXTLENS_LANGUAGES__: JSON.stringify(otherLanguages()),
    __TEXTLENS_VERSION__: JSON.stringify(version),
  };
}

/**
 * The library in dist-lib/: the element as one module that registers itself,
 * the class alone, the worker, and the files they fetch, all beside each other
 * under plain names. Not built by Vite, which would rewrite the addresses that
 * other people's bundlers look for.
 */

import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin, type RolldownOptions } from 'rolldown';
import { writeElementsManifest } from './build/elements-manifest.ts';
import {
  checkInputs,
  definitions,
  GLUE,
  INPUTS,
  otherLanguages,
  withoutDefaultAddress,
} from './build/inputs.ts';
import { serverSafe } from './build/server-safe.ts';

const local = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const OUT = local('dist-lib');

const sources: Plugin = {
  name: 'textlens-sources',
  transform: {
    filter: { id: /(?:textlens(?:_explore)?|reactive-element|lit-html|lit-element)\.js$/ },
    handler: (code, id) => ({
      code: GLUE.test(id) ? withoutDefaultAddress(code) : serverSafe(code, id),
      map: null,
    }),
  },
};

/** Minifying writes strings with backticks; tools that look for addresses know quotes better. */
const literalAddresses: Plugin = {
  name: 'textlens-literal-addresses',
  generateBundle(_options, bundle) {
    for (const file of Object.values(bundle)) {
      if (file.type === 'chunk') {
        file.code = file.code.replace(
          /new URL\(`(\.\/[\w.]+)`,import\.meta\.url\)/g,
          'new URL("$1",import.meta.url)',
        );
      }
    }
  },
};

/** The types beside the modules; those of the report and of queries are copied, for `tsc` does not. */
function writeTypes(): void {
  execFileSync(
    process.execPath,
    [local('node_modules/typescript/bin/tsc'), '-p', 'tsconfig.types.json'],
    {
      cwd: local('.'),
      stdio: 'inherit',
    },
  );
  const types = `${OUT}/types`;
  for (const name of readdirSync(types, { encoding: 'utf8', recursive: true })) {
    if (!name.endsWith('.d.ts')) continue;
    const declared = readFileSync(`${types}/${name}`, 'utf8');
    // Modules lie in folders of their own, the copies beside these.
    const own = declared
      .replaceAll(/'(?:\.\.\/)+src\/wasm\/textlens\.js'/g, "'../report.js'")
      .replaceAll(/'(?:\.\.\/)+src\/wasm\/explore\.js'/g, "'../explore.js'");
    if (own.includes('src/wasm')) throw new Error(`${name} imports what is not published.`);
    if (own !== declared) writeFileSync(`${types}/${name}`, own);
  }
  copyFileSync(INPUTS.reportTypes, `${types}/report.d.ts`);
  const queries = readFileSync(INPUTS.exploreTypes, 'utf8');
  writeFileSync(`${types}/explore.d.ts`, queries.replaceAll('./textlens.js', './report.js'));
  for (const name of ['text-lens', 'text-lens-element']) {
    writeFileSync(`${OUT}/${name}.d.ts`, `export * from './types/${name}.js';\n`);
  }
}

const besides: Plugin = {
  name: 'textlens-besides',
  writeBundle() {
    copyFileSync(INPUTS.wasm, `${OUT}/textlens_bg.wasm`);
    copyFileSync(INPUTS.exploreWasm, `${OUT}/textlens_explore_bg.wasm`);
    copyFileSync(INPUTS.words, `${OUT}/en.words.pack`);
    copyFileSync(INPUTS.names, `${OUT}/en.names.pack`);
    copyFileSync(INPUTS.languages, `${OUT}/mul.languages.pack`);
    // What the packs are made of has licences of its own, which ask for credit.
    copyFileSync(INPUTS.sources, `${OUT}/SOURCES.md`);
    for (const language of otherLanguages()) {
      const pack = `${language}.words.pack`;
      copyFileSync(`${INPUTS.packs}/${pack}`, `${OUT}/${pack}`);
    }
    writeTypes();
    writeElementsManifest('dist-lib', 'element/text-lens-element.js');
  },
};

checkInputs();
rmSync(OUT, { recursive: true, force: true });
mkdirSync(OUT, { recursive: true });
const define = await definitions();

function library(input: string, file: string, plugins: Plugin[] = []): RolldownOptions {
  return {
    input: local(input),
    platform: 'browser',
    resolve: {
      alias: {
        '#wasm': INPUTS.glue,
        '#explore': INPUTS.exploreGlue,
        '#assets': local('src/assets/library.ts'),
      },
    },
    transform: { target: 'es2023', define },
    plugins: [sources, literalAddresses, ...plugins],
    output: { file: `${OUT}/${file}`, format: 'es', minify: true, codeSplitting: false },
  };
}

export default defineConfig([
  library('src/engine/worker.ts', 'worker.js'),
  library('src/text-lens-element.ts', 'text-lens-element.js'),
  library('src/text-lens.ts', 'text-lens.js', [besides]),
]);

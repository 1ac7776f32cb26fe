/**
 * `vite build` makes the site in dist/, `vite build --mode onefile` adds
 * dist/textlens.html; `rolldown.config.ts` makes the library.
 */

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build, defineConfig, type Plugin, type UserConfig } from 'vite';
import { articleHtml } from './build/article.ts';
import { checkInputs, definitions, GLUE, INPUTS, withoutDefaultAddress } from './build/inputs.ts';
import { bytesOf, oneFile } from './build/one-file.ts';

const local = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The policy of the site, for hosts that send none; `xtask demo` sends the same. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

const article = () => readFileSync(INPUTS.article, 'utf8');

/** The glue of wasm-bindgen, without an address of its own. */
const glue: Plugin = {
  name: 'textlens-glue',
  transform: {
    filter: { id: GLUE },
    handler: (code) => ({ code: withoutDefaultAddress(code), map: null }),
  },
};

/** The article in the page and beside it, the credits of the packs, and the policy in what is built. */
const page: Plugin = {
  name: 'textlens-page',
  transformIndexHtml: {
    order: 'pre',
    handler(html, { server }) {
      const filled = html.replace('<!-- article -->', () => articleHtml(article()));
      if (server) return filled;
      return {
        html: filled,
        tags: [
          {
            tag: 'meta',
            attrs: { 'http-equiv': 'Content-Security-Policy', content: POLICY },
            injectTo: 'head-prepend',
          },
        ],
      };
    },
  },
  generateBundle() {
    this.emitFile({ type: 'asset', fileName: 'seeds/parade.txt', source: article() });
    this.emitFile({ type: 'asset', fileName: 'SOURCES.md', source: bytesOf(INPUTS.sources) });
  },
  configureServer(server) {
    server.middlewares.use('/seeds/parade.txt', (_request, response) => {
      response.setHeader('content-type', 'text/plain; charset=utf-8');
      response.end(article());
    });
  },
};

/** The worker as one classic script, for the one-file page. */
async function workerSource(config: UserConfig): Promise<string> {
  const built = await build({
    ...config,
    configFile: false,
    plugins: [glue],
    build: {
      write: false,
      target: 'es2023',
      rolldownOptions: {
        input: local('src/engine/worker.ts'),
        output: { format: 'iife', codeSplitting: false },
      },
    },
  });
  const outputs = (Array.isArray(built) ? built : [built]).flatMap((result) =>
    'output' in result ? result.output : [],
  );
  const chunk = outputs.find((output) => output.type === 'chunk');
  if (!chunk) throw new Error('The worker was not built.');
  return chunk.code;
}

function inOneFile(config: UserConfig): Plugin {
  return {
    name: 'textlens-one-file',
    enforce: 'post',
    async generateBundle(_options, bundle) {
      const files = Object.values(bundle);
      const code = files.flatMap((file) => (file.type === 'chunk' ? [file.code] : []));
      const text = (ending: string) =>
        files.flatMap((file) =>
          file.type === 'asset' && file.fileName.endsWith(ending) ? [String(file.source)] : [],
        );
      const [script, ...moreScripts] = code;
      const [html] = text('.html');
      if (!script || !html || moreScripts.length > 0) {
        throw new Error(
          `One script and one page make the one-file page, not ${Object.keys(bundle)}.`,
        );
      }
      const worker = new TextEncoder().encode(await workerSource(config));
      const blocks = {
        'textlens-worker': worker,
        'textlens-wasm': bytesOf(INPUTS.wasm),
        'textlens-words': bytesOf(INPUTS.words),
        'textlens-names': bytesOf(INPUTS.names),
        'textlens-article': bytesOf(INPUTS.article),
      };
      for (const name of Object.keys(bundle)) delete bundle[name];
      this.emitFile({
        type: 'asset',
        fileName: 'textlens.html',
        source: oneFile({ html, script, style: text('.css').join('\n'), blocks }),
      });
    },
  };
}

export default defineConfig(async ({ mode }): Promise<UserConfig> => {
  checkInputs();
  const asOneFile = mode === 'onefile';
  const base: UserConfig = {
    root: local('.'),
    base: './',
    publicDir: false,
    logLevel: 'warn',
    define: await definitions(),
    resolve: {
      alias: {
        '#wasm': INPUTS.glue,
        // The one-file page has no room for queries.
        '#explore': asOneFile ? local('src/engine/no-explore.ts') : INPUTS.exploreGlue,
        '#assets': local(asOneFile ? 'src/assets/onefile.ts' : 'src/assets/site.ts'),
      },
    },
  };
  return {
    ...base,
    plugins: [glue, page, ...(asOneFile ? [inOneFile(base)] : [])],
    worker: { format: 'es', plugins: () => [glue] },
    server: { fs: { allow: [local('..')] } },
    build: {
      outDir: 'dist',
      emptyOutDir: !asOneFile,
      target: 'es2023',
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      cssCodeSplit: !asOneFile,
      rolldownOptions: { output: asOneFile ? { codeSplitting: false } : {} },
    },
  };
});

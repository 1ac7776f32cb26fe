/** The wasm build with its clocks, as an instance whose memory can be weighed. */

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

export const root = process.env.TEXTLENS_ROOT ?? new URL('../../..', import.meta.url).pathname;

/** @param {string} path */
const read = (path) => readFileSync(`${root}/${path}`);

export const seed = read('seeds/parade.txt').toString('utf8');

/** What {@link stageTimes} measures, in its order. */
export const STAGES = /** @type {const} */ ([
  'sentences',
  'words',
  'tokens',
  'keywords and phrases',
  'statistics',
  'entities',
  'whole report',
  'offsets and object',
]);

let instances = 0;

/** A new instance without packs. */
async function bare() {
  // A module of its own each time: its memory only grows.
  const address = `file://${root}/target/wasm-stages/textlens.js?${instances++}`;
  const core = await import(address);
  const { memory } = core.initSync({ module: read('target/wasm-stages/textlens_bg.wasm') });
  return { core, memory };
}

/** @param {string} name */
const pack = (name) => read(`target/packs/en.${name}.pack`);

/**
 * Milliseconds of what a page does first, by code that has not run before: it reads the words
 * pack, makes a report, reads the names pack, makes a report with entities.
 *
 * @param {string} text
 * @returns {Promise<[string, number][]>}
 */
export async function arrival(text) {
  const [{ core }, words, names] = [await bare(), pack('words'), pack('names')];
  /** @param {() => unknown} run */
  const time = (run) => {
    const start = performance.now();
    run();
    return performance.now() - start;
  };
  return [
    ['words pack', time(() => core.loadPack(words))],
    ['report without entities', time(() => core.analyze(text))],
    ['names pack', time(() => core.loadPack(names))],
    ['report with entities', time(() => core.analyze(text))],
  ];
}

/** A new instance with the English packs. */
export async function instance() {
  const { core, memory } = await bare();
  for (const name of ['words', 'names']) core.loadPack(pack(name));
  return {
    /** @param {string} text */
    analyze: (text) => void core.analyze(text),
    /** @param {string} text @param {object} options */
    keywords: (text, options) => void core.analyze(text, options),
    /** Milliseconds of each stage. @param {string} text @returns {number[]} */
    stageTimes: (text) => [...core.stageTimes(text, () => performance.now())],
    /** Bytes of the instance's memory, which never shrinks. @returns {number} */
    memory: () => memory.buffer.byteLength,
    /** @param {string} text */
    document: (text) => new core.Document(text),
  };
}

/** What {@link explorer} is asked, with what it is for a reader. */
export const QUERIES = /** @type {const} */ ([
  ['a rare word', 'garden'],
  ['the commonest word', 'the'],
  ['a lemma', '[say]'],
  ['a phrase', 'in the'],
  ['a beginning', 're*'],
  ['an ending', '*ing'],
  ['a pattern', '/[0-9]+(th|st)/'],
  ['a pattern of all words', '/\\w+ing\\b/'],
  ['a pattern across words', '/[A-Z][a-z]+ [A-Z][a-z]+/'],
  ['a pattern that covers the text', '/"[^"]+"/'],
]);

/** The module for queries with the English words pack, which has read a text. @param {string} text */
export function explorer(text) {
  const { Explorer, loadPack } = createRequire(import.meta.url)(`${root}/target/wasm/nodejs/textlens_explore.js`);
  loadPack(pack('words'));
  const inner = new Explorer(text);
  return {
    /** Fifty lines, sorted. @param {string} query */
    concordance: (query) => void inner.concordance(query, { order: 'left', limit: 50 }),
    /** Words by lemma, and sequences of two to five words. */
    ngrams: () => {
      for (let words = 1; words <= 5; words++) inner.ngrams({ words, lemmas: words === 1 });
    },
  };
}

/**
 * Measures the wasm build in Node, each stage apart, beside other libraries:
 * `cargo xtask bench [TEXT…]` builds what this needs and runs it.
 */

import { readFileSync } from 'node:fs';
import { Bench } from 'tinybench';
import { firstEntities } from './page.mjs';
import { PEERS } from './peers.mjs';
import { article, texts } from './texts.mjs';
import { QUERIES, STAGES, arrival, explorer, instance, seed } from './textlens.mjs';

/** A peer that would take longer for one text is not asked, in milliseconds. */
const PATIENCE = 60_000;

/** So many browsers are started for a figure of what a page does first. */
const BROWSERS = 9;

/** @param {number[]} values */
const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

/** @param {string} name @param {number} ms @param {number} bytes */
const line = (name, ms, bytes) =>
  console.log(`  ${name.padEnd(52)}${ms.toFixed(2).padStart(10)} ms${(bytes / ms / 1000).toFixed(2).padStart(9)} MB/s`);

/** Milliseconds a call takes, by the median. @param {string} name @param {() => unknown} run */
async function time(name, run) {
  const bench = new Bench({ time: 400, iterations: 3, warmupTime: 100, warmupIterations: 1 });
  bench.add(name, run);
  const [task] = await bench.run();
  const { result } = task ?? {};
  if (result?.state !== 'completed') throw new Error(`${name} failed`);
  return result.latency.p50;
}

console.log('seed article, for the first time in this process');
for (const [step, ms] of await arrival(seed)) {
  console.log(`  ${`textlens: ${step}`.padEnd(52)}${ms.toFixed(2).padStart(10)} ms`);
}

const [path] = process.argv.slice(2);
const text = path === undefined ? seed : article(readFileSync(path, 'utf8'));
const kilobytes = (Buffer.byteLength(text) / 1000).toFixed(1);
console.log(`Chromium, the first page of each of ${BROWSERS} browsers, ${kilobytes} kB`);
console.log('  from the names pack\'s last byte to the first entities: median, least');
for (const [how, pause] of /** @type {const} */ ([
  ['pack at once', 0],
  ['pack over 25 Mbit/s, 64 KiB each 21 ms', 21],
])) {
  const waits = [];
  while (waits.length < BROWSERS) {
    waits.push(await firstEntities(process.env.TEXTLENS_CHROMIUM ?? '', text, pause));
  }
  const shown = [median(waits), Math.min(...waits)].map((ms) => ms.toFixed(2).padStart(10));
  console.log(`  ${how.padEnd(52)}${shown.join(' ms')} ms`);
}

/** Of each peer: milliseconds a byte, on the last text. @type {Map<string, number>} */
const pace = new Map();

for (const { name, text, bytes } of texts(process.argv.slice(2), seed)) {
  console.log(`${name}, ${(bytes / 1000).toFixed(0)} kB`);
  const core = await instance();
  const empty = core.memory();
  core.analyze(text);
  const peak = core.memory() - empty;
  const runs = Array.from({ length: bytes > 500_000 ? 5 : 25 }, () => core.stageTimes(text));
  for (const [at, stage] of STAGES.entries()) {
    line(`textlens: ${stage}`, median(runs.map((times) => times[at] ?? Number.NaN)), bytes);
  }
  line('textlens: analyze()', await time('analyze', () => core.analyze(text)), bytes);
  console.log(`  memory beyond the packs: ${(peak / 1e6).toFixed(1)} MB, ${(peak / bytes).toFixed(1)} times the text`);
  const queries = explorer(text);
  line('textlens: words by lemma, sequences of 2 to 5 words', await time('ngrams', queries.ngrams), bytes);
  for (const [what, query] of QUERIES) {
    line(`textlens: 50 sorted lines of ${what}, ${query}`, await time(query, () => queries.concordance(query)), bytes);
  }
  for (const peer of PEERS) {
    if ((pace.get(peer.name) ?? 0) * bytes > PATIENCE) {
      console.log(`  ${peer.name.padEnd(52)} would take more than ${PATIENCE / 1000} s`);
      continue;
    }
    const ms = 'run' in peer ? await time(peer.name, () => peer.run(text)) : peer.milliseconds(text);
    // Some take more than linear time: twice the length, four times as long.
    pace.set(peer.name, ms / bytes);
    line(peer.name, ms, bytes);
  }
}

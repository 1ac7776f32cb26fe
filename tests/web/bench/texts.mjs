/** The texts that are measured: three lengths of each source. */

import { readFileSync } from 'node:fs';
import { basename } from 'node:path';

/** The length of an article. */
const ARTICLE = 5_000;

const LENGTHS = [ARTICLE, 100_000, 1_000_000];

/**
 * Texts of 5 kB, 100 kB and 1 MB from the start of each file, as far as it goes; without files
 * from the seed article, again and again.
 *
 * @param {readonly string[]} paths
 * @param {string} seed
 */
export function texts(paths, seed) {
  const sources = paths.map((path) => ({ name: basename(path), text: readFileSync(path, 'utf8') }));
  if (sources.length === 0) {
    console.log(
      'The seed article is repeated: a text of few forms, which flatters whatever keeps what it has met.',
    );
    console.log('Give the path of a long text to measure that.\n');
    sources.push({ name: 'seed', text: `${seed}\n`.repeat(Math.ceil(1_100_000 / seed.length)) });
  }
  return sources.flatMap(({ name, text }) => LENGTHS.map((length) => cut(name, text, length)));
}

/**
 * An article of 5 kB: the start of the text up to the first end of a paragraph after that.
 *
 * @param {string} text
 */
export function article(text) {
  const end = text.indexOf('\n', ARTICLE);
  return end < 0 ? text.slice(0, 2 * ARTICLE) : text.slice(0, end);
}

/**
 * The first `length` bytes of `text` or so, up to the end of a word.
 *
 * @param {string} name
 * @param {string} text
 * @param {number} length
 */
function cut(name, text, length) {
  const start = Buffer.from(text).subarray(0, length).toString('utf8');
  const end = start.length < text.length ? start.lastIndexOf(' ') : start.length;
  const part = start.slice(0, end < 0 ? start.length : end);
  return { name, text: part, bytes: Buffer.byteLength(part) };
}

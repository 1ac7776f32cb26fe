/** What an explorer answers when asked: concordance, collocations, dispersion, n-grams, comparison. */

import { execFileSync } from 'node:child_process';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Explore, exploreCore, loadedCore, seed } from '../support/core.ts';
import { inProject } from '../support/project.ts';

let core: Explore;
beforeAll(() => {
  core = exploreCore();
});

/** The lines that the command line writes for the article, as JSON. */
function native(...args: string[]): unknown[] {
  const binary = process.env.TEXTLENS_BIN;
  if (!binary) throw new Error('TEXTLENS_BIN names no program: run `cargo xtask test`.');
  const out = execFileSync(binary, [...args, '--json', inProject('seeds/parade.txt')], {
    encoding: 'utf8',
  });
  return out
    .trim()
    .split('\n')
    .map((line): unknown => JSON.parse(line));
}

function codeOf(call: () => unknown): unknown {
  try {
    call();
  } catch (thrown) {
    return thrown instanceof Error && 'code' in thrown ? [thrown.code, thrown.message] : thrown;
  }
  return 'nothing was thrown';
}

describe('concordance', () => {
  test('lists every place with the words around it', () => {
    const text = 'The cold war 🎈 ended.\nNo war, they said.';
    using explorer = new core.Explorer(text);
    const lines = Array.from(explorer.concordance('WAR', { width: 2 }));
    expect(lines).toHaveLength(10);
    const slices = [lines.slice(0, 5), lines.slice(5)].map(
      ([left, start, end, right, sentence]) => [
        text.slice(left, start).trim(),
        text.slice(start, end),
        text.slice(end, right).trim(),
        sentence,
      ],
    );
    expect(slices).toEqual([
      ['The cold', 'war', '🎈 ended.', 0],
      ['No', 'war', ', they said', 1],
    ]);
  });

  test('is what the command line lists', () => {
    using explorer = new core.Explorer(seed());
    const flat = Array.from(explorer.concordance('[missile]', { width: 6, order: 'right' }));
    const lines = [];
    for (let at = 0; at < flat.length; at += 5) {
      const [from, start, end, to, sentence] = flat.slice(at, at + 5);
      lines.push({
        left: { start: from, end: start },
        node: { start, end },
        right: { start: end, end: to },
        sentence,
      });
    }
    expect(lines).toEqual(native('concordance', '[missile]', '--sort', 'right'));
  });
});

test('collocations are those of the command line', () => {
  using explorer = new core.Explorer(seed());
  const found = explorer.collocations('kim', { window: 4, minimum: 2 });
  expect(found.length).toBeGreaterThan(0);
  expect(found).toEqual(native('collocations', 'kim', '--window', '4'));
});

test('n-grams are those of the command line, and slice back', () => {
  const text = seed();
  using explorer = new core.Explorer(text);
  const found = explorer.ngrams({ words: 2, limit: 20 });
  const spans = (flat: Uint32Array) =>
    Array.from({ length: flat.length / 2 }, (_, at) => ({
      start: flat[at * 2],
      end: flat[at * 2 + 1],
    }));
  expect(found.map((ngram) => ({ ...ngram, spans: spans(ngram.spans) }))).toEqual(
    native('keywords', '--ngrams', '2'),
  );
  for (const ngram of found) {
    for (const { start, end } of spans(ngram.spans)) {
      expect(text.slice(start, end).toLowerCase()).toBe(ngram.text.toLowerCase());
    }
  }
});

test('dispersion counts every place', () => {
  using explorer = new core.Explorer(seed());
  const { counts, deviationOfProportions, juillandD } = explorer.dispersion('shoigu', 6);
  expect(counts).toHaveLength(6);
  expect(counts.reduce((sum, count) => sum + count)).toBe(9);
  expect(deviationOfProportions).toBeGreaterThan(0);
  expect(juillandD).toBeLessThan(1);
  expect(explorer.dispersion('nowhere', 3).deviationOfProportions).toBeNull();
});

test('keyness against the language is that of the command line', () => {
  using explorer = new core.Explorer(seed());
  const keys = explorer.keyness();
  expect(keys[0]).toMatchObject({ term: 'Shoigu', referenceCount: 0, significance: 'one-in-ten-thousand' });
  expect(keys.slice(0, 20)).toEqual(native('keyness'));
});

test('two texts compare', () => {
  using first = new core.Explorer('The army tests drones.');
  using second = new core.Explorer('A drone was tested by the navy.');
  const { shared, onlyFirst, onlySecond, jaccard, firstKeys, secondKeys } = first.compare(second);
  expect([shared, onlyFirst, onlySecond, jaccard]).toEqual([2, 1, 1, 0.5]);
  expect(firstKeys[0]).toMatchObject({ term: 'army', referenceCount: 0, percentDifference: null });
  expect(secondKeys[0]?.term).toBe('navy');
  expect(first.compare(first).firstKeys).toEqual([]);
});

test('what cannot be read is refused, with where', () => {
  using explorer = new core.Explorer('A war.');
  expect(codeOf(() => explorer.concordance('a [b'))).toEqual([
    'bad-query',
    expect.stringContaining('"[b" at byte 2'),
  ]);
  expect(codeOf(() => explorer.collocations(' '))).toEqual(['bad-query', 'the query has no word']);
  expect(codeOf(() => Reflect.apply(explorer.concordance, explorer, [7]))).toEqual([
    'not-a-string',
    expect.any(String),
  ]);
  expect(codeOf(() => Reflect.apply(explorer.ngrams, explorer, [{ word: 2 }]))).toEqual([
    'bad-options',
    expect.stringContaining('"word"'),
  ]);
});

describe('definitions', () => {
  test('say what every number of the statistics is', () => {
    const definitions = core.definitions();
    const fog = definitions.find(({ id }) => id === 'readability.gunningFog');
    expect(fog).toMatchObject({ unit: 'school grade', source: 'Gunning 1952' });
    const { statistics } = loadedCore().analyze(seed());
    for (const { id, unit, definition } of definitions) {
      expect(unit && definition, id).not.toBe('');
      if (id.startsWith('distribution.')) continue;
      const field = (at: unknown, name: string) => (at as Record<string, unknown>)[name];
      const value = id.split('.').reduce<unknown>(field, statistics);
      expect(value, id).toBeDefined();
    }
  });
});

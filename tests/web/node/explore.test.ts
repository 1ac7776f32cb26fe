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
    const flat = Array.from(explorer.concordance('[missile]', { order: 'right' }));
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

describe('find', () => {
  const text = 'Énergie nucléaire, 🎈 énergies; Women and woman. Energie!';
  const found = (query: string) => {
    using explorer = new core.Explorer(text, { language: 'fr' });
    const spans = Array.from(explorer.find(query));
    return Array.from({ length: spans.length / 2 }, (_, at) =>
      text.slice(spans[at * 2], spans[at * 2 + 1]),
    );
  };

  test.each([
    ['case and accents', 'energie', ['Énergie', 'Energie']],
    ['a beginning', 'nucl*', ['nucléaire']],
    ['a letter', 'wom?n', ['Women', 'woman']],
    ['a phrase', 'energie nucleaire', ['Énergie nucléaire']],
    ['a pattern', '/[éÉ]nergies?/', ['Énergie', 'énergies']],
    ['a pattern in any case', '/^énergie/i', ['Énergie']],
    ['marks', '“Énergies; Women…”', ['énergies; Women']],
    ['a mark that says something', '🎈 energies', ['🎈 énergies']],
    ['what is not there', 'nowhere', []],
  ])('%s', (_, query, expected) => {
    expect(found(query)).toEqual(expected);
  });
});

test('a graph joins the company of a word', () => {
  using explorer = new core.Explorer(seed());
  const { nodes, edges } = explorer.graph('kim', { limit: 8 });
  expect(nodes).toHaveLength(8);
  expect(edges.length).toBeGreaterThan(0);
  expect(edges.every(({ from, to }) => from < to && to < nodes.length)).toBe(true);
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

test('words are counted by lemma, by class and by length, with their forms', () => {
  using explorer = new core.Explorer('Missiles and a missile. They missile slowly. The missiles’ range.');
  const [missiles] = explorer.ngrams({ words: 1, lemmas: true, minimum: 1 });
  expect(missiles).toMatchObject({ text: 'missile', count: 4, perThousand: 4000 / 10 });
  expect(missiles?.forms.map(({ count }) => count).reduce((sum, count) => sum + count)).toBe(4);
  const terms = (options: object) =>
    explorer.ngrams({ words: 1, minimum: 1, ...options }).map(({ text }) => text);
  expect(terms({ classes: ['ADV'] })).toEqual(['slowly']);
  expect(terms({ shortest: 8 })).toEqual(['missiles']);
  expect(terms({ stopWords: ['MISSILE', 'missiles'], shortest: 5 })).toEqual(['slowly', 'range']);
  expect(codeOf(() => terms({ classes: ['noun'] }))).toEqual([
    'bad-options',
    expect.stringMatching(/"noun"; known are ADJ, .*, NOUN, /),
  ]);
});

test('a summary is that of the command line, whole sentences in order', () => {
  const text = seed();
  using explorer = new core.Explorer(text);
  const found = explorer.summary(3);
  expect(found).toEqual(native('summary', '--sentences', '3'));
  expect(found).toHaveLength(3);
  for (const { span } of found) expect(text.slice(span.start, span.end).trim()).toMatch(/[.”]$/);
  expect(found.every(({ sentence }, at) => at === 0 || sentence > (found[at - 1]?.sentence ?? 0))).toBe(true);
});

test('why a phrase ranks where it does adds up to its score', () => {
  const text = seed();
  using explorer = new core.Explorer(text);
  const { phrases } = loadedCore().analyze(text);
  expect(phrases.length).toBeGreaterThan(5);
  for (const { score, spans } of phrases) {
    const why = explorer.why(spans[0] ?? 0, spans[1] ?? 0);
    expect(why?.score).toBe(score);
    expect((why?.mean ?? 0) + (why?.reasons.reduce((sum, { share }) => sum + share, 0) ?? 0)).toBe(score);
  }
  expect(explorer.why(0, 1)).toBeNull();
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

test('keyness is against another text, too, and leaves out what it is told to', () => {
  using text = new core.Explorer('An army, an army, an army, a drone.');
  using reference = new core.Explorer('A drone of the army. A garden.');
  const terms = (options: object) =>
    text.keynessAgainst(reference, options).map(({ term }) => term);
  expect(terms({})).toEqual(['army']);
  expect(terms({ minimum: 4 })).toEqual([]);
  expect(terms({ significance: 'one-per-mille' })).toEqual([]);
  expect(codeOf(() => terms({ significance: 'some' }))).toEqual([
    'bad-options',
    expect.stringMatching(/"some"; known are none, .*, one-in-ten-thousand$/),
  ]);
});

test('the entities of two reports are compared', () => {
  const ann = { name: 'Ann Lee', type: 'person', count: 2 } as const;
  const compared = core.compareEntities(
    [{ name: 'Rome', type: 'place', count: 5 }, ann],
    [{ ...ann, name: 'ANN LEE' }],
  );
  expect(compared).toEqual([
    { name: 'Ann Lee', type: 'person', first: 2, second: 2 },
    { name: 'Rome', type: 'place', first: 5, second: 0 },
  ]);
});

test('two texts compare', () => {
  using first = new core.Explorer('The army tests drones.');
  using second = new core.Explorer('A drone was tested by the navy.');
  const { shared, onlyFirst, onlySecond, jaccard, firstKeys, secondKeys } = first.compare(second);
  expect([shared, onlyFirst, onlySecond, jaccard]).toEqual([2, 1, 1, 0.5]);
  expect(firstKeys[0]).toMatchObject({ term: 'army', referenceCount: 0, percentDifference: null });
  expect(secondKeys[0]?.term).toBe('navy');
  const same = first.compare(first);
  expect(same.firstKeys).toEqual([]);
  expect(same.weightedCosine).toBeCloseTo(1, 12);
});

test('what cannot be read is refused, with where', () => {
  using explorer = new core.Explorer('A war.');
  expect(codeOf(() => explorer.concordance('é [b'))).toEqual([
    'bad-query',
    expect.stringContaining('"[b" at offset 2'),
  ]);
  for (const [query, at] of [
    ['/é', 0],
    ['/é/g', 3],
    ['/é/I', 3],
  ] as const) {
    expect(() => explorer.find(query)).toThrow(
      expect.objectContaining({
        code: 'bad-query',
        at,
        message: expect.stringContaining(`at offset ${at} `),
      }),
    );
  }
  expect(() => explorer.find('né /x')).not.toThrow();
  let thrown: unknown;
  try {
    explorer.find('/né(/');
  } catch (error) {
    thrown = error;
  }
  expect(thrown).toMatchObject({ code: 'bad-query', at: 3, message: expect.stringContaining('unclosed group') });
  expect(codeOf(() => explorer.collocations(' '))).toEqual(['bad-query', 'the query has no word']);
  expect(codeOf(() => Reflect.apply(explorer.concordance, explorer, [7]))).toEqual([
    'not-a-string',
    'query must be a string, not of type number',
  ]);
  const badOptions = ['bad-options', expect.any(String)];
  for (const number of [-1, Number.NaN, 1.5, '2', undefined]) {
    expect(codeOf(() => Reflect.apply(explorer.summary, explorer, [number]))).toEqual(badOptions);
    expect(codeOf(() => Reflect.apply(explorer.dispersion, explorer, ['war', number]))).toEqual(badOptions);
  }
  for (const words of [0, 6]) expect(codeOf(() => explorer.ngrams({ words }))).toEqual(badOptions);
  expect(codeOf(() => Reflect.apply(explorer.ngrams, explorer, [{ word: 2 }]))).toEqual([
    'bad-options',
    expect.stringContaining('"word"'),
  ]);
});

describe('definitions', () => {
  test('say what every number of the statistics and every reason of the style is', () => {
    const definitions = core.definitions();
    const fog = definitions.find(({ id }) => id === 'readability.gunningFog');
    expect(fog).toMatchObject({ unit: 'school grade', source: 'Gunning 1952' });
    const { statistics, difficulty, style } = loadedCore().analyze(seed());
    const ofStyle = [...Object.keys(style), ...style.notes.map(({ reason }) => reason)];
    for (const { id, unit, definition } of definitions) {
      expect(unit && definition, id).not.toBe('');
      if (id.startsWith('distribution.') || id.startsWith('phrases.')) continue;
      if (id.startsWith('style.')) {
        expect(ofStyle).toContain(id.slice('style.'.length));
        continue;
      }
      const field = (at: unknown, name: string) => (at as Record<string, unknown>)[name];
      const value = id.split('.').reduce<unknown>(field, { ...statistics, difficulty });
      expect(value, id).toBeDefined();
    }
  });
});

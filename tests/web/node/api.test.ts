/** The module's functions and `Document`: what they promise, and what they refuse. */

import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import {
  type Core,
  freshCore,
  loadedCore,
  type Options,
  packBytes,
  seed,
} from '../support/core.ts';
import { oneOf, random } from '../support/random.ts';

let core: Core;
beforeAll(() => {
  core = loadedCore();
});

/** What JavaScript, which knows no types, may pass. */
const untyped = <T>(value: unknown): T => value as T;

/** The error that `call` throws, which must be a TextlensError, as `[code, message]`. */
function refusal(call: () => unknown): [code: unknown, message: string] {
  try {
    call();
  } catch (thrown) {
    if (!(thrown instanceof Error)) throw new Error(`${String(thrown)} was thrown, no error`);
    expect(thrown.name).toBe('TextlensError');
    return ['code' in thrown ? thrown.code : undefined, thrown.message];
  }
  throw new Error('Nothing was thrown.');
}

describe('Document', () => {
  test('holds a text and reports on it', () => {
    const text = seed();
    using document = new core.Document(text, { keywords: 5, language: 'en' });
    expect(document.text).toBe(text);
    const report = document.report();
    expect(report).toStrictEqual(core.analyze(text, { keywords: 5, language: 'en' }));
    expect(report.keywords).toHaveLength(5);
    expect(document.reportJson()).toBe(core.reportJson(text, { keywords: 5, language: 'en' }));
  });

  test('lists the spans of words and sentences', () => {
    const text = 'Né 🌉 goose-stepping, 70th.\n\nWho’s “there”?';
    using document = new core.Document(text);
    const words = document.wordSpans();
    const sentences = document.sentenceSpans();
    expect(words).toBeInstanceOf(Uint32Array);
    const slices = (spans: Uint32Array) =>
      Array.from({ length: spans.length / 2 }, (_, at) =>
        text.slice(spans[at * 2], spans[at * 2 + 1]),
      );
    expect(slices(words)).toEqual(['Né', 'goose-stepping', '70th', 'Who’s', 'there']);
    expect(slices(sentences)).toEqual(['Né 🌉 goose-stepping, 70th.', 'Who’s “there”?']);
  });

  test('of the article has as many words and sentences as its report', () => {
    using document = new core.Document(seed());
    const { statistics, sentences } = document.report();
    expect(document.wordSpans()).toHaveLength(statistics.words * 2);
    const starts = sentences.filter((_, at) => at % 3 !== 2);
    expect(document.sentenceSpans()).toStrictEqual(starts);
  });

  test('is freed by free() and by Symbol.dispose, and then refuses, while the module goes on', () => {
    const freed = new core.Document('The bridge.');
    freed.free();
    const disposed = new core.Document('The bridge.');
    disposed[Symbol.dispose]();
    for (const document of [freed, disposed]) {
      expect(() => document.text).toThrow();
      expect(() => document.edit(0, 0, 'x')).toThrow();
      expect(() => document.report()).toThrow();
    }
    expect(core.analyze('The bridge.').statistics.words).toBe(2);
  });

  test('gives its memory back', () => {
    const text = 'The bridge is open. '.repeat(5000);
    const make = () => {
      for (let count = 0; count < 300; count += 1) new core.Document(text).free();
    };
    make();
    // The module's memory counts as external.
    const before = process.memoryUsage().external;
    make();
    expect(process.memoryUsage().external - before).toBeLessThan(20 * text.length);
  });

  test('holds U+FFFD for a lone surrogate, and offsets stay true', () => {
    using document = new core.Document('a\ud83cb');
    expect(document.text).toBe('a\ufffdb');
    document.edit(2, 3, '\udf09c');
    expect(document.text).toBe('a\ufffd\ufffdc');
  });
});

describe('edits', () => {
  const PIECES = [
    'bridge',
    ' ',
    '. ',
    '\n',
    '\n\n',
    '🌉',
    'é',
    'e\u0301',
    '日本',
    '“Kim”',
    "Putin's",
    '\0',
    '<b>',
  ];

  test('after any edits the report is that of the edited string', () => {
    const next = random(7);
    for (let round = 0; round < 25; round += 1) {
      let text = Array.from({ length: next(60) }, () => oneOf(next, PIECES)).join('');
      using document = new core.Document(text);
      for (let edit = 0; edit < 24; edit += 1) {
        const [start, end] = [next(text.length + 1), next(text.length + 1)].sort((a, b) => a - b);
        const insert = Array.from({ length: next(6) }, () => oneOf(next, PIECES)).join('');
        const edited = text.slice(0, start) + insert + text.slice(end);
        if (edited.isWellFormed()) {
          document.edit(start ?? 0, end ?? 0, insert);
          text = edited;
        } else {
          expect(refusal(() => document.edit(start ?? 0, end ?? 0, insert))[0]).toBe('bad-range');
        }
        expect(document.text).toBe(text);
        if (edit % 6 === 5) expect(document.reportJson()).toBe(core.reportJson(text));
      }
    }
  });

  test('of the whole text, and at both ends', () => {
    using document = new core.Document('bridge');
    document.edit(6, 6, ' opens');
    document.edit(0, 0, 'The ');
    expect(document.text).toBe('The bridge opens');
    document.edit(0, 16, '');
    expect(document.text).toBe('');
    expect(document.report().statistics.words).toBe(0);
    document.edit(0, 0, seed());
    expect(document.reportJson()).toBe(core.reportJson(seed()));
  });

  test.each([
    ['beyond the end', 0, 7, '0..7'],
    ['wholly beyond the end', 7, 9, '7..9'],
    ['far beyond the end', 2 ** 31, 2 ** 31, '2147483648'],
    ['beyond 32 bits', 2 ** 32, 2 ** 32 + 1, '4294967296'],
    ['backwards', 4, 2, '4..2'],
    ['from inside a surrogate pair', 3, 4, '3..4'],
    ['into a surrogate pair', 1, 3, '1..3'],
    ['at a point inside a surrogate pair', 3, 3, '3..3'],
    ['of no number', Number.NaN, 1, 'NaN'],
    ['to no number', 0, Number.NaN, 'NaN'],
    ['from before the start', -1, 1, '-1'],
    ['of half a character', 0.5, 1, '0.5'],
    ['to infinity', 0, Number.POSITIVE_INFINITY, 'whole number'],
    ['without numbers', untyped<number>(undefined), untyped<number>(undefined), 'whole number'],
    ['with objects for numbers', untyped<number>({}), untyped<number>({}), 'whole number'],
  ])('%s are refused and change nothing', (_, start, end, told) => {
    const text = 'ab🌉cd';
    using document = new core.Document(text);
    const report = document.reportJson();
    const [code, message] = refusal(() => document.edit(start, end, 'x'));
    expect(code).toBe('bad-range');
    expect(message).toContain(told);
    expect(document.text).toBe(text);
    expect(document.reportJson()).toBe(report);
    document.edit(0, 1, 'x');
    expect(document.text).toBe('xb🌉cd');
  });

  test('with something else than a string are refused', () => {
    using document = new core.Document('ab');
    for (const insert of [42, undefined, null, {}, Symbol('x')]) {
      expect(refusal(() => document.edit(0, 1, untyped(insert)))[0]).toBe('not-a-string');
    }
    expect(document.text).toBe('ab');
  });
});

describe('what is no string', () => {
  test.each([42, undefined, null, {}, [], true, 10n, Symbol('x'), new String('a')])(
    '%o is refused, with its type',
    (value) => {
      for (const call of [
        () => core.analyze(untyped(value)),
        () => core.reportJson(untyped(value)),
        () => new core.Document(untyped(value)),
      ]) {
        const [code, message] = refusal(call);
        expect(code).toBe('not-a-string');
        expect(message).toContain(typeof value);
      }
    },
  );
});

describe('options', () => {
  const TEXT = 'The bridge and the river and the bridge in Paris. The old bridge.';

  test('may be left out, undefined or null, as may each of them', () => {
    const expected = core.analyze(TEXT);
    const none: Options = {};
    for (const options of [undefined, none, untyped<Options>(null)]) {
      expect(core.analyze(TEXT, options)).toStrictEqual(expected);
    }
    const unset = { language: undefined, keywords: undefined, stopWords: undefined };
    expect(core.analyze(TEXT, untyped<Options>(unset))).toStrictEqual(expected);
  });

  test('do what they say', () => {
    expect(core.analyze(TEXT, { keywords: 1 }).keywords.map(({ term }) => term)).toEqual([
      'bridge',
    ]);
    expect(core.analyze(TEXT, { keywords: 0 }).keywords).toEqual([]);
    expect(core.analyze(TEXT, { phrases: 0 }).phrases).toEqual([]);
    expect(core.analyze(TEXT, { language: 'de' })).toMatchObject({ language: 'de', packs: [] });
    const without = core.analyze(TEXT, { language: 'en', stopWords: ['Bridge'] });
    expect(without.keywords.map(({ term }) => term)).not.toContain('bridge');
  });

  test.each([
    ['an unknown name', { keyword: 3 }, 'keyword'],
    ['a name in other case', { stopwords: [] }, 'stopwords'],
    ['text for a number', { keywords: 'many' }, 'keywords'],
    ['a negative number', { keywords: -1 }, 'keywords'],
    ['half a number', { phrases: 1.5 }, 'phrases'],
    ['no number', { phrases: Number.NaN }, 'phrases'],
    ['infinity', { keywords: Number.POSITIVE_INFINITY }, 'keywords'],
    ['text for a list', { stopWords: 'the' }, 'stopWords'],
    ['numbers in a list of words', { stopWords: ['a', 1] }, 'stopWords'],
    ['a number for a language', { language: 5 }, 'language'],
    ['a name that is no object', { entities: ['Kim'] }, 'each of entities must be an object'],
    [
      'a type in other spelling',
      { entities: [{ name: 'Acme', type: 'organization' }] },
      '"organization"; known are person, organisation, place, ',
    ],
  ])('%s is refused by name', (_, options, name) => {
    for (const call of [
      () => core.analyze(TEXT, untyped(options)),
      () => core.reportJson(TEXT, untyped(options)),
      () => new core.Document(TEXT, untyped(options)),
    ]) {
      const [code, message] = refusal(call);
      expect(code).toBe('bad-options');
      expect(message).toContain(name);
    }
  });

  test.each([5, 'en', true, Symbol('x')])('%o are no options', (options) => {
    expect(refusal(() => core.analyze(TEXT, untyped(options)))[0]).toBe('bad-options');
  });
});

describe('language packs', () => {
  const TEXT = 'President Vladimir Putin met the mayor in Paris and thanked her for the bridge.';

  test('say what they are, and appear in the report', () => {
    const own = freshCore();
    const words = own.loadPack(packBytes('en.words'));
    const names = own.loadPack(packBytes('en.names'));
    expect(words).toMatchObject({
      name: 'en.words',
      hash: expect.stringMatching(/^[0-9a-f]{16}$/),
    });
    expect(names.name).toBe('en.names');
    expect(own.analyze(TEXT, { language: 'en' }).packs).toEqual([words, names]);
  });

  test('before any is loaded, words are counted, and only what has a form of its own is found', () => {
    const own = freshCore();
    const report = own.analyze(seed());
    expect(report.packs).toEqual([]);
    // Dates and amounts are told by grammar; names need their pack.
    const byGrammar = ['date', 'time', 'duration', 'money', 'percentage', 'quantity', 'ordinal', 'cardinal'];
    expect(report.entities.filter(({ type }) => !byGrammar.includes(type))).toEqual([]);
    expect(report.statistics).toMatchObject({ words: 565, paragraphs: 18 });
    expect(report.keywords.length).toBeGreaterThan(50);
    own.loadPack(packBytes('en.names'));
    const people = own.analyze(seed()).entities.filter(({ type }) => type === 'person');
    expect(people.length).toBeGreaterThan(2);
  });

  test('one in parts is the same, while another arrives', () => {
    const own = loadedCore();
    const before = own.reportJson(TEXT);
    const [words, names] = [packBytes('en.words'), packBytes('en.names')];
    for (let at = 0; at < names.length; at += 100_000) {
      const isLast = at + 100_000 >= names.length;
      const loaded = own.loadPack(names.subarray(at, at + 100_000), 1);
      expect(loaded?.name).toBe(isLast ? 'en.names' : undefined);
      if (at < words.length) own.loadPack(words.subarray(at, at + 100_000), 2);
    }
    expect(own.reportJson(TEXT)).toBe(before);
  });

  test('one in parts that ends too early is refused', () => {
    const own = loadedCore();
    expect(own.loadPack(packBytes('en.names').subarray(0, 300_000), 1)).toBeUndefined();
    const [code, message] = refusal(() => own.loadPack(new Uint8Array(), 1));
    expect(code).toBe('bad-pack');
    expect(message).toMatch(/cut off after 300000 bytes/);
  });

  test('names complete an earlier report', () => {
    const own = freshCore();
    own.loadPack(packBytes('en.words'));
    const before = own.analyze(seed());
    own.loadPack(packBytes('en.names'));
    const after = own.analyze(seed());
    expect(after.entities.length).toBeGreaterThan(before.entities.length);
    expect({ ...before, ...own.findEntities(seed()) }).toEqual(after);
  });

  test('one loaded again changes nothing', () => {
    const own = loadedCore();
    const before = own.reportJson(TEXT);
    own.loadPack(packBytes('en.words'));
    expect(own.reportJson(TEXT)).toBe(before);
  });

  /** Loads bytes that are no sound pack into an instance that has both. */
  function refused(own: Core, bytes: Uint8Array): void {
    const [code, message] = refusal(() => own.loadPack(bytes));
    expect(code).toBe('bad-pack');
    expect(message).toMatch(/language pack/);
  }

  /** Every place near the start, where the directory lies, and one in `step` after it. */
  function* places(length: number, step: number): Generator<number> {
    for (let at = 0; at < length; at += at < 800 ? 1 : step) yield at;
  }

  test('a beginning of one is refused, and the earlier packs go on', () => {
    const own = loadedCore();
    const before = own.reportJson(TEXT);
    const words = packBytes('en.words');
    for (const pack of [words, packBytes('en.names')]) {
      for (const length of places(pack.length, 4999)) refused(own, pack.subarray(0, length));
      refused(own, pack.subarray(0, -1));
    }
    expect(own.reportJson(TEXT)).toBe(before);
  });

  test('one with a flipped bit is refused, and the earlier packs go on', () => {
    const own = loadedCore();
    const before = own.reportJson(TEXT);
    const words = packBytes('en.words');
    const accepted: number[] = [];
    for (const at of places(words.length, 499)) {
      words[at] = (words[at] ?? 0) ^ 1;
      try {
        own.loadPack(words);
        accepted.push(at);
      } catch (thrown) {
        expect(thrown).toMatchObject({ name: 'TextlensError', code: 'bad-pack' });
      }
      words[at] = (words[at] ?? 0) ^ 1;
    }
    expect(accepted).toEqual([]);
    expect(own.reportJson(TEXT)).toBe(before);
  });

  test('what was never one is refused', () => {
    const own = loadedCore();
    const before = own.reportJson(TEXT);
    const next = random(11);
    for (const bytes of [
      new Uint8Array(),
      new Uint8Array(5000),
      new TextEncoder().encode('<!doctype html><title>404</title>'),
      new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]),
      Uint8Array.from({ length: 5000 }, () => next(256)),
      new TextEncoder().encode('TXLP and then something else'),
      Uint8Array.from([...new TextEncoder().encode('TXLP'), 1, 0, ...Array(300).fill(255)]),
    ]) {
      refused(own, bytes);
    }
    expect(own.reportJson(TEXT)).toBe(before);
  });
});

describe('in the profiler', () => {
  afterEach(() => performance.clearMeasures());

  test('an analysis is a measure', () => {
    performance.clearMeasures();
    core.analyze('The bridge.');
    using document = new core.Document('The bridge.');
    document.report();
    const measures = performance.getEntriesByType('measure').map(({ name }) => name);
    expect(measures).toEqual(['textlens: analyse', 'textlens: analyse document']);
    expect(
      performance.getEntriesByType('mark').filter(({ name }) => /textlens/.test(name)),
    ).toEqual([]);
  });
});

test('50 MB are analysed, and the module goes on', { timeout: 120_000 }, () => {
  const article = `${seed()}\n\n`;
  const times = Math.ceil(50e6 / new TextEncoder().encode(article).length);
  const report = core.analyze(article.repeat(times));
  expect(report.statistics).toMatchObject({
    words: 565 * times,
    sentences: 21 * times,
    paragraphs: 18 * times,
  });
  expect(core.analyze('The bridge.').statistics.words).toBe(2);
});

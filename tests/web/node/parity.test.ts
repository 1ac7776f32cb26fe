/** The native and the wasm build give the same reports, and the spans in them are true. */

import { beforeAll, describe, expect, test } from 'vitest';
import { type Core, completeCore } from '../support/core.ts';
import { nativeReports } from '../support/native.ts';
import { expanded, firstDifference, parseReport, translated } from '../support/reports.ts';
import { checkSpans } from '../support/spans.ts';
import { LONE_SURROGATES, samples } from './texts.ts';

const all = samples();
let core: Core;
let native: string[] = [];

beforeAll(() => {
  core = completeCore();
  native = nativeReports(all.map(({ text }) => text));
}, 60_000);

/** Calls `check` for every text; the names of those for which it throws, with why. */
function failures(check: (text: string, nativeReport: string, at: number) => void): string[] {
  return all.flatMap(({ name, text }, at) => {
    try {
      check(text, native[at] ?? '', at);
      return [];
    } catch (thrown) {
      return [`${name}: ${thrown instanceof Error ? thrown.message : thrown}`];
    }
  });
}

test('there are 200 different texts', () => {
  expect(all).toHaveLength(200);
  const twice = all.filter(({ text }, at) => all.findIndex((other) => other.text === text) !== at);
  expect(twice.map(({ name }) => name)).toEqual([]);
  expect(all.filter(({ text }) => !text.isWellFormed())).toEqual([]);
});

test('native and wasm agree byte for byte', () => {
  const found = failures((text, report) => {
    const difference = firstDifference(core.reportJson(text), report);
    if (difference) throw new Error(difference);
  });
  expect(found).toEqual([]);
});

test('the object holds what the JSON holds, its lists as typed arrays', () => {
  const found = failures((text, report) => {
    const object = expanded(core.analyze(text));
    const difference = firstDifference(JSON.stringify(object), JSON.stringify(parseReport(report)));
    if (difference) throw new Error(difference);
    // JSON.stringify is silent about what JSON has no word for; a strict look at the shorter ones is not.
    if (text.length < 5000) expect(object).toStrictEqual(parseReport(report));
  });
  expect(found).toEqual([]);
});

test('every span and every count is true', () => {
  expect(failures((text, report) => checkSpans(text, parseReport(report)))).toEqual([]);
});

describe('other units', () => {
  test.each(['utf8', 'codepoints'] as const)('%s offsets stand for the same places', (unit) => {
    const reports = nativeReports(
      all.map(({ text }) => text),
      unit,
    );
    const found = failures((text, report, at) => {
      const table = unitTable(text, unit);
      const expected = translated(parseReport(report), unit, (offset) => {
        const other = table[offset] ?? NOWHERE;
        if (other === NOWHERE) throw new Error(`${offset} is no place between characters`);
        return other;
      });
      const given = JSON.stringify(parseReport(reports[at] ?? ''));
      const difference = firstDifference(given, JSON.stringify(expected));
      if (difference) throw new Error(difference);
    });
    expect(found).toEqual([]);
  });
});

test('a lone surrogate counts as one U+FFFD', () => {
  const whole = LONE_SURROGATES.map((text) => text.toWellFormed());
  const reports = nativeReports(whole);
  for (const [at, text] of LONE_SURROGATES.entries()) {
    expect(text.isWellFormed()).toBe(false);
    expect(core.reportJson(text)).toBe(reports[at]);
    checkSpans(text, expanded(core.analyze(text)));
  }
});

/** Stands in a table where no character begins or ends. */
const NOWHERE = 2 ** 32 - 1;

/** The offset in another unit for every offset in UTF-16. */
function unitTable(text: string, unit: 'utf8' | 'codepoints'): Uint32Array {
  const table = new Uint32Array(text.length + 1).fill(NOWHERE);
  let utf16 = 0;
  let count = 0;
  for (const character of text) {
    table[utf16] = count;
    const code = character.codePointAt(0) ?? 0;
    utf16 += character.length;
    count +=
      unit === 'codepoints' ? 1 : code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  table[utf16] = count;
  return table;
}

import { describe, expect, test } from 'vitest';
import { emptyReport } from '../test/reports.ts';
import {
  currentSpan,
  keywordPick,
  pick,
  renew,
  selectionAt,
  sentencePick,
  step,
} from './selection.ts';

const keyword = (term: string, ...spans: number[]) => ({
  term,
  count: spans.length / 2,
  perThousand: 1,
  forms: [],
  spans: new Uint32Array(spans),
});
const war = keyword('war', 0, 3, 10, 13, 20, 23);
const truce = keyword('truce', 30, 35);

describe('the one gesture', () => {
  test('picking starts at the first place', () => {
    const picked = pick(null, keywordPick(war));
    expect(picked).toMatchObject({ kind: 'keyword', label: 'war', index: 0, count: 3 });
    expect(currentSpan(picked)).toEqual({ start: 0, end: 3 });
  });

  test('picking the same again goes on, round and round', () => {
    let picked = pick(null, keywordPick(war));
    const visited = [0, 1, 2].map(() => {
      picked = pick(picked, keywordPick(war));
      return picked.index;
    });
    expect(visited).toEqual([1, 2, 0]);
    expect(step(picked, -1).index).toBe(2);
  });

  test('picking something else begins anew', () => {
    const second = pick(pick(null, keywordPick(war)), keywordPick(truce));
    expect(second).toMatchObject({ label: 'truce', index: 0, count: 1 });
  });

  test('something without a place has none', () => {
    const none = pick(null, keywordPick(keyword('peace')));
    expect(currentSpan(none)).toBeNull();
    expect(step(none, 1).index).toBe(0);
  });
});

describe('after another analysis', () => {
  const report = { ...emptyReport(), keywords: [keyword('war', 5, 8)] };

  test('a pick stays, at a place that exists', () => {
    const last = step(pick(null, keywordPick(war)), -1);
    expect(renew(last, report)).toMatchObject({ label: 'war', index: 0, count: 1 });
  });

  test('a pick that is gone is let go', () => {
    expect(renew(pick(null, keywordPick(truce)), report)).toBeNull();
  });
});

test('what stands at an offset: entities before keywords, switched-off types not', () => {
  const entity = {
    name: 'Kim',
    type: 'person' as const,
    subtype: null,
    count: 1,
    mentions: new Uint32Array([0, 3]),
    salience: 1,
    confidence: 1,
    confidences: Float64Array.of(1),
    date: null,
    note: null,
  };
  const report = { ...emptyReport(), entities: [entity], keywords: [war] };
  expect(selectionAt(report, new Set(), new Set(), 1)?.kind).toBe('entity');
  expect(selectionAt(report, new Set(['person']), new Set(), 1)?.kind).toBe('keyword');
  expect(selectionAt(report, new Set(), new Set(), 3)).toBeNull();
  expect(selectionAt(report, new Set(), new Set(), 12)).toMatchObject({
    label: 'war',
    index: 1,
    count: 3,
  });
});

test('a sentence by its index', () => {
  const report = { ...emptyReport(), sentences: new Uint32Array([0, 10, 3, 11, 30, 5]) };
  expect(sentencePick(report, 1)).toMatchObject({ label: '2', spans: new Uint32Array([11, 30]) });
  expect(sentencePick(report, 2)).toBeNull();
});

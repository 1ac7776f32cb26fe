import { describe, expect, test } from 'vitest';
import { entityLayers, PAINT_ALL, within, worthPainting } from './layers.ts';
import { pieces } from './marks.ts';

const spans = [
  { start: 0, end: 3 },
  { start: 5, end: 9 },
  { start: 12, end: 15 },
];

describe('spans in a window', () => {
  test.each([
    [{ start: 0, end: 15 }, 3],
    [{ start: 3, end: 5 }, 0],
    [{ start: 8, end: 12 }, 1],
    [{ start: 8, end: 13 }, 2],
    [{ start: 20, end: 30 }, 0],
  ])('%o touches %i', (window, count) => {
    expect(within(spans, window)).toHaveLength(count);
  });

  test('few spans are painted all, many only when near', () => {
    const near = () => [{ start: 4, end: 10 }];
    expect(worthPainting(spans, PAINT_ALL, near)).toEqual(spans);
    expect(worthPainting(spans, PAINT_ALL + 1, near)).toEqual([spans[1]]);
  });
});

test('layers of entities are sorted, without the types switched off', () => {
  const entity = (type: 'person' | 'place', ...mentions: number[]) => ({
    name: type,
    type,
    subtype: null,
    count: 1,
    mentions: new Uint32Array(mentions),
    salience: 1,
    confidence: 1,
    confidences: Float64Array.of(1),
    date: null,
    note: null,
  });
  const entities = [entity('person', 20, 25), entity('place', 1, 2), entity('person', 3, 6)];
  const layers = entityLayers(entities, new Set(['place']));
  expect([...layers.keys()]).toEqual(['person']);
  expect(layers.get('person')).toEqual([
    { start: 3, end: 6 },
    { start: 20, end: 25 },
  ]);
});

test('marks: overlapping layers are cut where one begins or ends', () => {
  const layers = new Map([
    ['person' as const, [{ start: 2, end: 6 }]],
    ['picked' as const, [{ start: 4, end: 8 }]],
  ]);
  expect(pieces(0, 10, layers)).toEqual([
    { start: 0, end: 2, layers: [] },
    { start: 2, end: 4, layers: ['person'] },
    { start: 4, end: 6, layers: ['person', 'picked'] },
    { start: 6, end: 8, layers: ['picked'] },
    { start: 8, end: 10, layers: [] },
  ]);
});

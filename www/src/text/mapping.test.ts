import { describe, expect, test } from 'vitest';
import { TextMap } from './mapping.ts';

// "Kim met\n\nShoigu 👋 today": three nodes, with a break of the text between the first two.
const map = new TextMap([
  { node: 'a', start: 0, length: 7 },
  { node: 'b', start: 9, length: 7 },
  { node: 'c', start: 16, length: 8 },
]);

describe('from offsets to places', () => {
  test('a span inside one node', () => {
    expect(map.startOf(4)).toEqual({ node: 'a', offset: 4 });
    expect(map.endOf(7)).toEqual({ node: 'a', offset: 7 });
  });

  test('the end of a node is the start of the next for a span that begins there', () => {
    expect(map.startOf(16)).toEqual({ node: 'c', offset: 0 });
    expect(map.endOf(16)).toEqual({ node: 'b', offset: 7 });
  });

  test('boundaries between the nodes go inwards', () => {
    expect(map.startOf(8)).toEqual({ node: 'b', offset: 0 });
    expect(map.endOf(9)).toEqual({ node: 'a', offset: 7 });
  });

  test('offsets beyond the text stay in it', () => {
    expect(map.startOf(99)).toEqual({ node: 'c', offset: 8 });
    expect(map.endOf(99)).toEqual({ node: 'c', offset: 8 });
  });

  test('nothing in an empty map', () => {
    expect(new TextMap([]).startOf(0)).toBeNull();
    expect(new TextMap([]).endOf(1)).toBeNull();
  });
});

describe('from places to offsets', () => {
  test('every place of every node comes back', () => {
    for (const { node, start, length } of map.segments) {
      for (let offset = 0; offset < length; offset += 1) {
        expect(map.offsetOf(node, offset)).toBe(start + offset);
        expect(map.startOf(start + offset)).toEqual({ node, offset });
      }
    }
  });

  test('a foreign node has no offset', () => {
    expect(map.offsetOf('x', 0)).toBeNull();
  });
});

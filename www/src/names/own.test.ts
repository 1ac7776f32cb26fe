import { expect, test } from 'vitest';
import { entries, parseNames } from './own.ts';

const TYPES = ['person', 'organisation', 'work'] as const;

test('names with aliases and types', () => {
  expect(parseNames('Acme | Acme Corp: Organisation; Widget 3: work\n Bo ; ;', TYPES)).toEqual([
    { name: 'Acme', aliases: ['Acme Corp'], type: 'organisation' },
    { name: 'Widget 3', aliases: [], type: 'work' },
    { name: 'Bo', aliases: [], type: 'organisation' },
  ]);
});

test('a colon that is no type is part of the name', () => {
  expect(parseNames('Mission: Impossible', TYPES)[0]?.name).toBe('Mission: Impossible');
  expect(parseNames(null, TYPES)).toEqual([]);
  expect(entries('a;b\nc')).toEqual(['a', 'b', 'c']);
});

/** What the attributes of the element ask of the analysis. */

import { expect, test } from 'vitest';
import { analysisOptions } from './settings.ts';

const NONE = {
  lang: '',
  names: null,
  exclude: null,
  threshold: 0,
  referenceDate: null,
  stopWords: null,
};

test('what is not set is not asked for', () => {
  expect(analysisOptions(NONE)).toEqual({});
  expect(analysisOptions({ ...NONE, referenceDate: '', stopWords: ' ' })).toEqual({});
});

test('what is set is asked for', () => {
  const settings = {
    lang: 'en',
    names: 'Acme | Acme Corp: organisation',
    exclude: 'Paris; Rome',
    threshold: 2,
    referenceDate: '2023-07-28',
    stopWords: ' parade\nMonday ',
  };
  expect(analysisOptions(settings)).toEqual({
    language: 'en',
    entities: [{ name: 'Acme', aliases: ['Acme Corp'], type: 'organisation' }],
    exclude: ['Paris', 'Rome'],
    threshold: 1,
    referenceDate: '2023-07-28',
    stopWords: ['parade', 'Monday'],
  });
});

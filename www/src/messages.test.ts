import { expect, test } from 'vitest';
import { TYPES } from './highlight/palette.ts';
import {
  counted,
  decimal,
  easeMeaning,
  gradeMeaning,
  messages,
  number,
  readingTime,
  typeName,
} from './messages.ts';

test('numbers have separators, one decimal where it means something, and a true minus', () => {
  expect(number(12_345)).toBe('12,345');
  expect(decimal(15.06)).toBe('15.1');
  expect(decimal(-3)).toBe('\u22123.0');
});

test('one and many', () => {
  expect(counted(1, 'sentence')).toBe('1 sentence');
  expect(counted(2, 'sentence')).toBe('2 sentences');
  expect(counted(0, 'sentence')).toBe('0 sentences');
});

test.each([
  [0, '0 s'],
  [59.4, '59 s'],
  [142, '2 min'],
  [7500, '2 h 5 min'],
  [7199, '2 h 0 min'],
])('reading time of %d seconds is %s', (seconds, text) => {
  expect(readingTime(seconds)).toBe(text);
});

test('numbers carry their meaning', () => {
  expect(messages.grade(15.1)).toBe('grade 15: university');
  expect(messages.grade(-1.2)).toBe('grade 0: primary school');
  expect(gradeMeaning(8.9)).toBe('middle school');
  expect(easeMeaning(32.4)).toBe('hard');
  expect(easeMeaning(65)).toBe('plain English');
});

test('every type has a name', () => {
  for (const type of TYPES) expect(typeName(type)).not.toBe('');
  expect(typeName('person', 1)).toBe('Person');
  expect(typeName('person', 2)).toBe('People');
});

test('speeds of reading say whose they are', () => {
  const speed = (wordsPerMinute: number, borrowed: boolean) => ({
    seconds: 1,
    wordsPerMinute,
    borrowed,
    shortest: 1,
    longest: 1,
  });
  expect(messages.speed(speed(226, false), speed(183, true))).toBe(
    'Reading time at 226 words a minute, aloud at 183 (English).',
  );
});

test('a sentence that nothing measures has its words alone', () => {
  expect(messages.sentenceNote(12, 'lix', 52, 1)).toBe('12 words \u00b7 LIX 52 \u00b7 hard');
  expect(messages.sentenceNote(12, null, 0, 0)).toBe('12 words');
});

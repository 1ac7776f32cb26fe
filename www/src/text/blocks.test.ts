import { describe, expect, test } from 'vitest';
import { hasHeadline, isHardWrapped, layOut } from './blocks.ts';

const shown = (text: string) => layOut(text).blocks.map(({ start, end }) => text.slice(start, end));

describe('laying out a plain text', () => {
  test('a line is a paragraph where there are no empty lines', () => {
    expect(shown('One.\nTwo.\r\nThree.')).toEqual(['One.', 'Two.', 'Three.']);
  });

  test('empty lines part paragraphs, whose own lines stay together', () => {
    expect(shown('One\ntwo.\n\n \nThree.')).toEqual(['One\ntwo.', 'Three.']);
  });

  test('nothing of an empty text', () => {
    expect(shown('')).toEqual([]);
    expect(shown(' \n\t\n')).toEqual([]);
  });

  test('a line without end is cut, and nothing of it is lost', () => {
    const text = 'x'.repeat(45_001);
    const blocks = shown(text);
    expect(blocks.every((block) => block.length <= 20_000)).toBe(true);
    expect(blocks.join('')).toBe(text);
  });

  test('a cut never falls inside a surrogate pair', () => {
    const text = `x${'👋'.repeat(30_000)}`;
    for (const block of shown(text)) expect(block.isWellFormed()).toBe(true);
    expect(shown(text).join('')).toBe(text);
  });
});

test('a typescript flows, a poem keeps its lines', () => {
  const line = 'A line of the width that a typewriter gives, more or less so.';
  const typescript = `${line}\n${line}\n${line}\n\n${line}\n${line}`;
  const poem = 'Tyger Tyger, burning bright,\nIn the forests of the night;\n\nWhat immortal hand';
  expect(isHardWrapped(typescript)).toBe(true);
  expect(layOut(typescript).lineBreaks).toBe('flowing');
  expect(layOut(poem).lineBreaks).toBe('kept');
});

test('a first line without a full stop is a headline', () => {
  const headline = (text: string) => hasHeadline(text, layOut(text));
  expect(headline('Concerns about a war\nThe text begins.')).toBe(true);
  expect(headline('It begins at once.\nAnd goes on.')).toBe(false);
  expect(headline('Only a line')).toBe(false);
});

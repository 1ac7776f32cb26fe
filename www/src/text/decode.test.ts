import { describe, expect, test } from 'vitest';
import { checkContentType, decodeText, firstInvalidByte } from './decode.ts';

const bytes = (...values: number[]) => new Uint8Array(values);
const utf8 = (text: string) => new TextEncoder().encode(text);

describe('decoding a file', () => {
  test('UTF-8 comes back as it was, without a byte order mark', () => {
    expect(decodeText(utf8('“Кан” 👋'), 'a.txt')).toBe('“Кан” 👋');
    expect(decodeText(bytes(0xef, 0xbb, 0xbf, 0x41), 'a.txt')).toBe('A');
  });

  test('a NUL says what and where', () => {
    expect(() => decodeText(bytes(0x41, 0x00), 'a.bin')).toThrow(
      'a.bin is not text: byte 1 is a NUL.',
    );
  });

  test('bytes that are not UTF-8 say where', () => {
    expect(() => decodeText(bytes(0x41, 0xe9, 0x42), 'a.txt')).toThrow(/a\.txt .* byte 1/);
  });
});

test.each([
  ['a byte that leads nothing', [0x41, 0x80], 1],
  ['an overlong form', [0xc0, 0xaf], 0],
  ['a surrogate', [0x41, 0xed, 0xa0, 0x80], 1],
  ['beyond U+10FFFF', [0xf4, 0x90, 0x80, 0x80], 0],
  ['a sequence that is cut off', [0x41, 0xf0, 0x9f, 0x91], 1],
  ['a third byte that does not continue', [0xe2, 0x82, 0x41], 0],
])('the first invalid byte: %s', (_what, values, at) => {
  expect(firstInvalidByte(bytes(...values))).toBe(at);
});

test('every valid sequence passes', () => {
  const text = [0x7f, 0x80, 0x7ff, 0x800, 0xd7ff, 0xe000, 0xffff, 0x10000, 0x10ffff]
    .map((point) => String.fromCodePoint(point))
    .join('');
  expect(firstInvalidByte(utf8(text))).toBe(utf8(text).length);
});

describe('content types', () => {
  test.each(['text/plain; charset=utf-8', 'text/markdown', 'application/ld+json', '', null])(
    '%s may be text',
    (type) => {
      expect(() => checkContentType(type, 'x')).not.toThrow();
    },
  );

  test.each(['image/png', 'application/pdf', 'application/wasm', 'video/mp4'])(
    '%s is not',
    (type) => {
      expect(() => checkContentType(type, 'x')).toThrow(`x is not text: it is served as ${type}.`);
    },
  );
});

/** Turns the bytes of a file or of an answer into text, or says why they are none. */

import { LensError } from '../engine/errors.ts';

/** Types that are text although they do not begin with `text/`, and those that say nothing. */
const TEXTUAL =
  /^(?:text\/|application\/(?:.*\+)?(?:json|xml|javascript|yaml|x-ndjson|octet-stream)$)/;

/** @throws LensError `not-text` when a host says that the content is something else than text. */
export function checkContentType(contentType: string | null, where: string): void {
  const type = (contentType ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
  if (type === '' || TEXTUAL.test(type)) return;
  throw new LensError('not-text', `${where} is not text: it is served as ${type}.`, where);
}

/**
 * Decodes UTF-8.
 * @param where names the file or address in an error.
 * @throws LensError `not-text`, with the position of the first byte that is wrong.
 */
export function decodeText(bytes: Uint8Array, where: string): string {
  const nul = bytes.indexOf(0);
  if (nul !== -1) {
    throw new LensError('not-text', `${where} is not text: byte ${nul} is a NUL.`, where);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const at = firstInvalidByte(bytes);
    throw new LensError('not-text', `${where} is not UTF-8 text: byte ${at} is wrong.`, where);
  }
}

/** Index of the byte where the first sequence that is not UTF-8 begins; the length when all is well. */
export function firstInvalidByte(bytes: Uint8Array): number {
  let at = 0;
  while (at < bytes.length) {
    const length = sequenceLength(bytes, at);
    if (length === 0) return at;
    at += length;
  }
  return at;
}

/** Length of the well-formed sequence at `at` (Unicode 16, table 3-7), 0 when there is none. */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] ?? 0;
  if (lead < 0x80) return 1;
  const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
  if (lead < 0xc2 || lead > 0xf4 || at + length > bytes.length) return 0;
  const second = bytes[at + 1] ?? 0;
  const low = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
  const high = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
  if (second < low || second > high) return 0;
  for (let next = at + 2; next < at + length; next += 1) {
    if (((bytes[next] ?? 0) & 0xc0) !== 0x80) return 0;
  }
  return length;
}

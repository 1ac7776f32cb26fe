/** Whether this browser can run the core, found out without running it. */

import { LensError } from './errors.ts';

/** A module with one function that returns a `v128`: valid only where SIMD is known. */
const SIMD_MODULE = new Uint8Array([
  ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
  ...[0x01, 0x05, 0x01, 0x60, 0x00, 0x01, 0x7b],
  ...[0x03, 0x02, 0x01, 0x00],
  ...[0x0a, 0x16, 0x01, 0x14, 0x00, 0xfd, 0x0c, ...new Array<number>(16).fill(0), 0x0b],
]);

/** The error that says what is missing, or `null` when the core can run. */
export function missingSupport(): LensError | null {
  if (typeof WebAssembly !== 'object' || typeof WebAssembly.validate !== 'function') {
    return new LensError(
      'no-webassembly',
      'This browser has WebAssembly switched off, so the text is shown without its analysis.',
    );
  }
  if (!WebAssembly.validate(SIMD_MODULE)) {
    return new LensError(
      'no-simd',
      'This browser has no WebAssembly SIMD (Safari has it from 16.4), so the text is shown without its analysis.',
    );
  }
  return null;
}

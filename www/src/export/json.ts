/** A report as the public JSON form has it, which `tests/schema/report.schema.json` describes. */

import type { Report } from '../engine/types.ts';

/** Lists of three numbers an item; all other lists of whole numbers are spans, two an item. */
const TRIPLES: ReadonlySet<string> = new Set(['sentences']);

/** Typed arrays as lists: spans as objects, scores and levels as they are. */
function plain(key: string, value: unknown): unknown {
  if (value instanceof Float64Array || value instanceof Uint8Array) return [...value];
  if (!(value instanceof Uint32Array)) return value;
  const width = TRIPLES.has(key) ? 3 : 2;
  return Array.from({ length: value.length / width }, (_, at) => {
    const [start, end, words] = value.subarray(at * width, at * width + width);
    return width === 3 ? { start, end, words } : { start, end };
  });
}

export function reportJson(report: Report): string {
  return `${JSON.stringify(report, plain, 1)}\n`;
}

/** The native program, run over many texts at once. */

import { execFileSync } from 'node:child_process';
import { nativeBinary } from './project.ts';

export type Unit = 'utf16' | 'utf8' | 'codepoints';

/** The report of each text, as the JSON that the program wrote; the texts hold no lone surrogates. */
export function nativeReports(texts: readonly string[], unit: Unit = 'utf16'): string[] {
  const lines = texts.map((text, id) => `${JSON.stringify({ id, text })}\n`).join('');
  const output = execFileSync(nativeBinary(), ['report', '--jsonl', '--offsets', unit], {
    input: lines,
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  });
  const rows = output.split('\n');
  if (rows.pop() !== '' || rows.length !== texts.length) {
    throw new Error(`The program wrote ${rows.length} whole lines for ${texts.length} texts.`);
  }
  return rows.map((row, id) => {
    const head = `{"id":${id},"report":`;
    if (!row.startsWith(head) || !row.endsWith('}')) {
      throw new Error(`Line ${id + 1} of the program is not a report: ${row.slice(0, 80)}`);
    }
    return row.slice(head.length, -1);
  });
}

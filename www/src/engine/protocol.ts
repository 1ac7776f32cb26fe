/** The messages between a page and its worker. */

import type { PlainError } from './errors.ts';
import type { Source } from './load.ts';
import type { Options, PackInfo, Report } from './types.ts';

/** From the page. `start` comes first, once. */
export type Request =
  | { type: 'start'; wasm: Source }
  | { type: 'pack'; id: number; source: Source }
  | { type: 'analyze'; id: number; text: string; options: Options }
  /** A text to be asked, under the id of this request. `explore` is `null` where the build has no queries. */
  | { type: 'open'; id: number; explore: Source | null; text: string; options: Options }
  | { type: 'define'; id: number; explore: Source | null }
  | { type: 'ask'; id: number; handle: number; name: string; input: readonly unknown[] }
  | { type: 'close'; handle: number };

/** From the worker. `hello` comes unasked, as soon as its script runs. */
export type Reply =
  | { type: 'hello'; build: string }
  | { type: 'ready' }
  | { type: 'failed'; error: PlainError }
  | { type: 'pack'; id: number; info: PackInfo }
  | { type: 'report'; id: number; report: Report }
  | { type: 'answer'; id: number; value: unknown }
  | { type: 'error'; id: number; error: PlainError };

/** The buffers of a report's long lists, to be moved rather than copied. */
export function transferables(report: Report): ArrayBuffer[] {
  const lists = [
    report.sentences,
    report.paragraphs,
    report.difficulty.sentences,
    report.difficulty.sentenceLevels,
    report.difficulty.paragraphs,
    report.difficulty.paragraphLevels,
    report.style.sentenceTypes,
    ...report.style.openings.map((opening) => opening.spans),
    ...report.style.notes.map((note) => note.spans),
    ...report.style.spellings.map((spelling) => spelling.spans),
    ...report.keywords.map((keyword) => keyword.spans),
    ...report.phrases.map((phrase) => phrase.spans),
    ...report.keyphrases.map((phrase) => phrase.spans),
    ...report.entities.flatMap(({ mentions, confidences }) => [mentions, confidences]),
    ...report.quotations.map((quotation) => quotation.spans),
  ];
  const buffers = new Set<ArrayBuffer>();
  for (const { buffer } of lists) {
    if (buffer instanceof ArrayBuffer) buffers.add(buffer);
  }
  return [...buffers];
}

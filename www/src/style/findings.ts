/** What a writer may want to look at again: kinds of findings, each with its places. */

import type { Reason, Report } from '../engine/types.ts';

/** Kinds that wash whole sentences; all others underline words. */
export const SENTENCE_KINDS: readonly StyleKind[] = ['very-hard-sentence', 'hard-sentence'];

/** Every kind, in the order in which they are shown. */
export const STYLE_KINDS = [
  'very-hard-sentence',
  'hard-sentence',
  'passive-voice',
  'nominalisation',
  'adverb',
  'intensifier',
  'hedge',
  'repeated-word',
  'repeated-opening',
  'doubled-word',
  'two-spellings',
] as const satisfies readonly Reason[];
export type StyleKind = (typeof STYLE_KINDS)[number];

/** All findings of a kind, in the order of the text. */
export interface Findings {
  readonly kind: StyleKind;
  readonly spans: Uint32Array;
}

export const isSentenceKind = (kind: string): boolean =>
  SENTENCE_KINDS.some((sentence) => sentence === kind);

/** Every kind of which there is something in the text. */
export function findingsOf({ style }: Report): Findings[] {
  return STYLE_KINDS.flatMap((kind) => {
    const note = style.notes.find(({ reason }) => reason === kind);
    return note && note.spans.length > 0 ? [{ kind, spans: note.spans }] : [];
  });
}

/** The kinds that were looked for and not found. */
export function absentKinds({ style }: Report): StyleKind[] {
  return STYLE_KINDS.filter((kind) =>
    style.notes.some(({ reason, spans }) => reason === kind && spans.length === 0),
  );
}

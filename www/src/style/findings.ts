/** What a writer may want to look at again: kinds of findings, each with its places and reasons. */

import type { Report } from '../engine/types.ts';

/** Kinds that colour whole sentences, then kinds that underline words. */
export const SENTENCE_KINDS = ['very-hard', 'hard'] as const;
export const STYLE_KINDS = [...SENTENCE_KINDS] as const;
export type StyleKind = (typeof STYLE_KINDS)[number];

/** All findings of a kind, in the order of the text. */
export interface Findings {
  readonly kind: StyleKind;
  readonly spans: Uint32Array;
}

const LEVELS: Readonly<Record<(typeof SENTENCE_KINDS)[number], number>> = {
  hard: 1,
  'very-hard': 2,
};

/** The sentences of a level of difficulty. */
function sentencesOf({ sentences, difficulty }: Report, level: number): Uint32Array {
  const spans: number[] = [];
  for (const [index, found] of difficulty.sentenceLevels.entries()) {
    if (found !== level) continue;
    spans.push(sentences[index * 3] ?? 0, sentences[index * 3 + 1] ?? 0);
  }
  return Uint32Array.from(spans);
}

/** Every kind of which there is something in the text. */
export function findingsOf(report: Report): Findings[] {
  return STYLE_KINDS.map((kind) => ({ kind, spans: sentencesOf(report, LEVELS[kind]) })).filter(
    ({ spans }) => spans.length > 0,
  );
}

/** Reads a list of words as an attribute holds it, keeping those that are known. */
export function parseWords<Word extends string>(
  attribute: string | null,
  known: readonly Word[],
): ReadonlySet<Word> {
  const given = new Set((attribute ?? '').trim().toLowerCase().split(/\s+/));
  return new Set(known.filter((word) => given.has(word)));
}

/** The list with a word added or taken out. */
export function toggleWord(words: ReadonlySet<string>, word: string): string | null {
  const copy = new Set(words);
  if (!copy.delete(word)) copy.add(word);
  return copy.size > 0 ? [...copy].join(' ') : null;
}

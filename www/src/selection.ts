/**
 * The one gesture: pick something, and every view shows where it is. Picking it
 * again goes to its next place; letting go is for Escape.
 */

import type { Report } from './engine/types.ts';
import { eachSpan, type Span, spanAt, spanCount } from './text/spans.ts';

export type PickKind = 'keyword' | 'phrase' | 'entity' | 'sentence';

/** Something that has places in the text. */
export interface Pick {
  readonly kind: PickKind;
  readonly label: string;
  readonly spans: Uint32Array;
  /** Tells it from everything else that can be picked. */
  readonly key: string;
}

/** A pick and the place where the reader is. */
export interface Selection extends Pick {
  readonly index: number;
  readonly count: number;
}

/** Picks something; the same thing again moves on to its next place. */
export function pick(current: Selection | null, next: Pick): Selection {
  if (current?.key === next.key) return step(current, 1);
  return { ...next, index: 0, count: spanCount(next.spans) };
}

/** The next place (`by` 1) or the one before (-1), round and round. */
export function step(selection: Selection, by: 1 | -1): Selection {
  const { count, index } = selection;
  return { ...selection, index: count === 0 ? 0 : (index + by + count) % count };
}

/** The place where the reader is. */
export function currentSpan({ spans, index }: Selection): Span | null {
  return spanAt(spans, index);
}

export const keywordPick = ({ term, spans }: Report['keywords'][number]): Pick => ({
  kind: 'keyword',
  label: term,
  spans,
  key: `keyword ${term}`,
});

export const phrasePick = ({ text, spans }: Report['phrases'][number]): Pick => ({
  kind: 'phrase',
  label: text,
  spans,
  key: `phrase ${text}`,
});

export const entityPick = ({ name, type, mentions }: Report['entities'][number]): Pick => ({
  kind: 'entity',
  label: name,
  spans: mentions,
  key: `entity ${type} ${name}`,
});

/** The sentence at an index of the report, or `null` beyond the last. */
export function sentencePick({ sentences }: Report, index: number): Pick | null {
  const [start, end] = [sentences[index * 3], sentences[index * 3 + 1]];
  if (start === undefined || end === undefined) return null;
  const spans = new Uint32Array([start, end]);
  return { kind: 'sentence', label: `${index + 1}`, spans, key: `sentence ${index}` };
}

/** The same pick in a newer report, or `null` when it is gone. */
export function renew(selection: Selection, report: Report): Selection | null {
  const picks = function* (): Generator<Pick> {
    if (selection.kind === 'keyword') yield* report.keywords.map(keywordPick);
    if (selection.kind === 'phrase') yield* report.keyphrases.map(phrasePick);
    if (selection.kind === 'entity') yield* report.entities.map(entityPick);
  };
  for (const found of picks()) {
    if (found.key !== selection.key) continue;
    const count = spanCount(found.spans);
    return { ...found, count, index: Math.min(selection.index, Math.max(count - 1, 0)) };
  }
  return null;
}

/** What stands at an offset: the entity there, else the keyword there, at just that place. */
export function selectionAt(
  report: Report,
  hidden: ReadonlySet<string>,
  offset: number,
): Selection | null {
  const shown = report.entities.filter(({ type }) => !hidden.has(type));
  for (const candidate of [...shown.map(entityPick), ...report.keywords.map(keywordPick)]) {
    let index = 0;
    for (const { start, end } of eachSpan(candidate.spans)) {
      if (start <= offset && offset < end) return { ...pick(null, candidate), index };
      index += 1;
    }
  }
  return null;
}

/**
 * The one gesture: pick something, and every view shows where it is. Picking it
 * again goes to its next place; letting go is for Escape.
 */

import type { Report } from './engine/types.ts';
import { messages } from './messages.ts';
import { type Findings, findingsOf, isSentenceKind, type StyleKind } from './style/findings.ts';
import { eachSpan, type Span, spanAt, spanCount } from './text/spans.ts';

export type PickKind =
  | 'keyword'
  | 'phrase'
  | 'entity'
  | 'sentence'
  | 'style'
  | 'search'
  | 'quotation';

/** Something that has places in the text. */
export interface Pick {
  readonly kind: PickKind;
  readonly label: string;
  readonly spans: Uint32Array;
  /** Tells it from everything else that can be picked. */
  readonly key: string;
  /** Its places are whole sentences. */
  readonly whole?: boolean;
  /** What there is to say of each place. */
  readonly notes?: readonly string[];
  /** The place that is meant, where it is one of several; else the next one. */
  readonly at?: number;
}

/** A pick and the place where the reader is. */
export interface Selection extends Pick {
  readonly index: number;
  readonly count: number;
}

/** Picks something; the same thing again moves on to its next place. */
export function pick(current: Selection | null, next: Pick): Selection {
  if (next.at === undefined && current?.key === next.key) return step(current, 1);
  return { ...next, index: next.at ?? 0, count: spanCount(next.spans) };
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
export function sentencePick({ sentences, difficulty }: Report, index: number): Pick | null {
  const [start, end] = [sentences[index * 3], sentences[index * 3 + 1]];
  if (start === undefined || end === undefined) return null;
  const spans = new Uint32Array([start, end]);
  const [words, score, level] = [
    sentences[index * 3 + 2] ?? 0,
    difficulty.sentences[index] ?? 0,
    difficulty.sentenceLevels[index] ?? 0,
  ];
  return {
    kind: 'sentence',
    label: `${index + 1}`,
    spans,
    key: `sentence ${index}`,
    whole: true,
    notes: [messages.sentenceNote(words, difficulty.measure, score, level)],
  };
}

/** What someone says: one pick for all that a speaker says, or for what nobody is known to say. */
export function quotationPick(report: Report, speaker: number | null): Pick {
  const said = report.quotations.filter((quotation) => quotation.speaker === speaker);
  const name = speaker === null ? null : (report.entities[speaker]?.name ?? null);
  return {
    kind: 'quotation',
    label: messages.says(name),
    spans: Uint32Array.from(said.flatMap(({ spans }) => [...spans])),
    key: `quotation ${name ?? ''}`,
    whole: true,
  };
}

export const openingPick = ({ text, spans }: Report['style']['openings'][number]): Pick => ({
  kind: 'style',
  label: text,
  spans,
  key: `opening ${text}`,
});

export const stylePick = ({ kind, spans }: Findings): Pick => ({
  kind: 'style',
  label: messages.styleName(kind),
  spans,
  key: `style ${kind}`,
  whole: isSentenceKind(kind),
});

/** One of the places of a search. */
export const searchPick = (query: string, spans: Uint32Array, at: number): Pick => ({
  kind: 'search',
  label: query,
  spans,
  key: `search ${query}`,
  at,
});

/** The same pick in a newer report, or `null` when it is gone. */
export function renew(selection: Selection, report: Report): Selection | null {
  const picks = function* (): Generator<Pick> {
    if (selection.kind === 'keyword') yield* report.keywords.map(keywordPick);
    if (selection.kind === 'phrase') yield* report.keyphrases.map(phrasePick);
    if (selection.kind === 'entity') yield* report.entities.map(entityPick);
    if (selection.kind === 'quotation') {
      const speakers = new Set(report.quotations.map(({ speaker }) => speaker));
      for (const speaker of speakers) yield quotationPick(report, speaker);
    }
    if (selection.kind === 'style') {
      yield* findingsOf(report).map(stylePick);
      yield* report.style.openings.map(openingPick);
    }
  };
  for (const found of picks()) {
    if (found.key !== selection.key) continue;
    const count = spanCount(found.spans);
    return { ...found, count, index: Math.min(selection.index, Math.max(count - 1, 0)) };
  }
  return null;
}

/** What stands at an offset: the entity there, else the keyword, else the finding that is marked, at just that place. */
export function selectionAt(
  report: Report,
  hidden: ReadonlySet<string>,
  marks: ReadonlySet<StyleKind>,
  offset: number,
): Selection | null {
  const shown = report.entities.filter(({ type }) => !hidden.has(type));
  const marked = findingsOf(report).filter(({ kind }) => marks.has(kind));
  const candidates = [
    ...shown.map(entityPick),
    ...report.keywords.map(keywordPick),
    ...marked.map(stylePick),
  ];
  for (const candidate of candidates) {
    let index = 0;
    for (const { start, end } of eachSpan(candidate.spans)) {
      if (start <= offset && offset < end) return { ...pick(null, candidate), index };
      index += 1;
    }
  }
  return null;
}

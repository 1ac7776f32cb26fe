/** Which spans each layer holds, and the few of them that are worth painting now. */

import type { Entity } from '../engine/types.ts';
import { eachSpan, lastAtMost, type Span } from '../text/spans.ts';
import type { Layer } from './painter.ts';

/** Sorted spans by layer. */
export type Layers = ReadonlyMap<Layer, readonly Span[]>;

/** Below this many spans everything is painted; above, what is in or near the viewport. */
export const PAINT_ALL = 1_500;

const byStart = (a: Span, b: Span) => a.start - b.start;

/** The entities' layers, without the types that the reader has switched off. */
export function entityLayers(
  entities: readonly Entity[],
  hidden: ReadonlySet<string>,
): Map<Layer, Span[]> {
  const layers = new Map<Layer, Span[]>();
  for (const { type, mentions } of entities) {
    if (hidden.has(type)) continue;
    const spans = layers.get(type) ?? [];
    for (const span of eachSpan(mentions)) spans.push(span);
    layers.set(type, spans);
  }
  for (const spans of layers.values()) spans.sort(byStart);
  return layers;
}

/** The spans of a sorted list that touch a window. */
export function within(spans: readonly Span[], window: Span): readonly Span[] {
  const from = lastAtMost(spans.length, (at) => spans[at]?.end ?? 0, window.start) + 1;
  const to = lastAtMost(spans.length, (at) => spans[at]?.start ?? 0, window.end - 1) + 1;
  return spans.slice(from, Math.max(from, to));
}

/** What is worth painting of a layer. */
export function worthPainting(
  spans: readonly Span[],
  total: number,
  near: () => readonly Span[],
): readonly Span[] {
  if (total <= PAINT_ALL) return spans;
  return near().flatMap((window) => within(spans, window));
}

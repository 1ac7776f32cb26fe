/** The fallback: real `<mark>` elements, in the element's own shadow tree only. */

import { layerName } from '../messages.ts';
import type { FillParagraph } from '../text/reading-view.ts';
import type { Layers } from './layers.ts';
import { within } from './layers.ts';
import type { Layer } from './painter.ts';

/** A run of text that is in the same layers throughout. */
export interface Piece {
  readonly start: number;
  readonly end: number;
  readonly layers: readonly Layer[];
}

/** Cuts `[start, end)` wherever a layer begins or ends; layers may overlap. */
export function pieces(start: number, end: number, layers: Layers): Piece[] {
  const cuts = new Set([start, end]);
  const inside = [...layers].map(([layer, spans]) => {
    const touching = within(spans, { start, end });
    for (const span of touching) {
      cuts.add(Math.max(span.start, start));
      cuts.add(Math.min(span.end, end));
    }
    return { layer, touching };
  });
  const ordered = [...cuts].sort((a, b) => a - b);
  return ordered.slice(1).map((to, at) => {
    const from = ordered[at] ?? start;
    const on = inside.filter(({ touching }) =>
      touching.some((span) => span.start <= from && to <= span.end),
    );
    return { start: from, end: to, layers: on.map(({ layer }) => layer) };
  });
}

/** Fills paragraphs with marks for the layers that `current` returns. */
export function fillWithMarks(current: () => Layers): FillParagraph {
  return (paragraph, text, block) => {
    for (const piece of pieces(block.start, block.end, current())) {
      const content = text.slice(piece.start - block.start, piece.end - block.start);
      if (piece.layers.length === 0) {
        paragraph.append(content);
        continue;
      }
      const mark = document.createElement('mark');
      mark.className = piece.layers.join(' ');
      const name = piece.layers.map(layerName).filter(Boolean).join(', ');
      if (name) mark.dataset.name = name;
      mark.textContent = content;
      paragraph.append(mark);
    }
  };
}

/** The whole text as a narrow strip beside it: where what is marked and picked stands. */

import { html, nothing, svg, type TemplateResult } from 'lit';
import { entityLayers } from '../highlight/layers.ts';
import type { Layer } from '../highlight/painter.ts';
import { findingsOf, SENTENCE_KINDS } from '../style/findings.ts';
import { eachSpan, type Span } from '../text/spans.ts';
import type { PanelContext } from './context.ts';

/** Rows of the strip; places that fall into the same row are drawn once. */
const ROWS = 500;
/** A shorter text is seen whole. */
const WORTH_IT = 2_000;

/** One path for all places of a layer. */
function path(spans: Iterable<Span>, length: number): string {
  const drawn = new Set<number>();
  let d = '';
  for (const { start, end } of spans) {
    const from = Math.floor((start / length) * ROWS);
    if (drawn.has(from)) continue;
    drawn.add(from);
    const height = Math.max(((end - start) / length) * ROWS, 2);
    d += `M0 ${from}h10v${height.toFixed(1)}H0z`;
  }
  return d;
}

export function minimap(
  context: PanelContext,
  length: number,
  go: (offset: number) => void,
): TemplateResult | typeof nothing {
  if (length < WORTH_IT) return nothing;
  const { report, hidden, marks, selection } = context;
  const layers = new Map<Layer, Iterable<Span>>();
  for (const { kind, spans } of marks.size > 0 ? findingsOf(report) : []) {
    const whole = SENTENCE_KINDS.some((sentence) => sentence === kind);
    if (marks.has(kind) && whole) layers.set(kind, eachSpan(spans));
  }
  for (const [type, spans] of entityLayers(report.entities, hidden)) layers.set(type, spans);
  for (const { kind, spans } of marks.size > 0 ? findingsOf(report) : []) {
    if (marks.has(kind) && !layers.has(kind)) layers.set(kind, eachSpan(spans));
  }
  if (selection) layers.set('picked', eachSpan(selection.spans));
  const click = (event: MouseEvent) => {
    const { top, height } = (event.currentTarget as Element).getBoundingClientRect();
    go(Math.floor(((event.clientY - top) / height) * length));
  };
  return html`<div class="minimap" part="minimap" aria-hidden="true" @click=${click}>
    <svg viewBox="0 0 10 ${ROWS}" preserveAspectRatio="none">
      ${[...layers].map(
        ([layer, spans]) => svg`<path class="at-${layer}" d=${path(spans, length)}></path>`,
      )}
    </svg>
    <div class="window"></div>
  </div>`;
}

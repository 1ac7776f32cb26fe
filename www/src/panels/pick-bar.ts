/** What is picked, where the reader is in it, and the way on. */

import { html, nothing, svg, type TemplateResult } from 'lit';
import { messages, number } from '../messages.ts';
import type { Selection } from '../selection.ts';
import { eachSpan } from '../text/spans.ts';

export interface PickBarActions {
  step(by: 1 | -1): void;
  release(): void;
}

/** More ticks than this cannot be told apart. */
const MOST_TICKS = 400;

export function pickBar(
  selection: Selection,
  length: number,
  actions: PickBarActions,
): TemplateResult {
  const spans = [...eachSpan(selection.spans)];
  const every = Math.ceil(spans.length / MOST_TICKS);
  const ticks = spans.flatMap(({ start }, index) => {
    const current = index === selection.index;
    if (!current && index % every !== 0) return [];
    return svg`<rect class=${current ? 'current' : ''} x=${(start / Math.max(length, 1)) * 1000} y="0" width="3" height="10"></rect>`;
  });
  const label = selection.kind === 'sentence' ? `Sentence ${selection.label}` : selection.label;
  const note = selection.notes?.[selection.index];
  return html`<div class="pick" part="pick" role="group" aria-label=${label}>
    <span class="label">${label}</span>
    <span class="position" data-index=${selection.index} data-count=${selection.count}
      >${number(selection.index + 1)} of ${number(selection.count)}</span
    >
    <button type="button" data-step="previous" aria-label=${messages.previous} title="${messages.previous} (←)" ?disabled=${selection.count < 2} @click=${() => actions.step(-1)}>${arrow('M10 3 5 8l5 5')}</button>
    <button type="button" data-step="next" aria-label=${messages.next} title="${messages.next} (→)" ?disabled=${selection.count < 2} @click=${() => actions.step(1)}>${arrow('m6 3 5 5-5 5')}</button>
    <button type="button" data-release aria-label=${messages.release} title="${messages.release} (Esc)" @click=${() => actions.release()}>${arrow('m4 4 8 8m0-8-8 8')}</button>
    ${note ? html`<p class="note">${note}</p>` : nothing}
    <svg class="ticks" viewBox="0 0 1003 10" preserveAspectRatio="none" role="img" aria-label=${messages.places}>
      ${ticks}
    </svg>
  </div>`;
}

function arrow(path: string): TemplateResult {
  return html`<svg class="icon" viewBox="0 0 16 16" aria-hidden="true"><path d=${path}></path></svg>`;
}

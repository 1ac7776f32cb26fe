/** A number with its name, and what it is for those who ask: the line that most statistics are made of. */

import { html, nothing, type TemplateResult } from 'lit';
import { messages } from '../messages.ts';
import type { PanelContext } from './context.ts';

export interface NumberRow {
  /** Stable name, for tests and styles. */
  readonly name: string;
  readonly label: string;
  readonly value: string | TemplateResult;
  /** Id of its definition. */
  readonly about?: string;
}

/** The name, as a button that tells what is behind it. */
export function asked(context: PanelContext, label: string, about?: string): TemplateResult {
  if (about === undefined) return html`${label}`;
  return html`<button
    type="button"
    class="about"
    data-about=${about}
    aria-expanded=${context.help.isOpen(about) ? 'true' : 'false'}
    @click=${() => context.help.toggle(about)}
  >
    ${label}
  </button>`;
}

/** What a number is, when the reader has asked. */
export function answer(context: PanelContext, about?: string): TemplateResult | typeof nothing {
  if (about === undefined || !context.help.isOpen(about)) return nothing;
  const found = context.help.about(about);
  if (!found) return html`<dd class="definition">${messages.loadingHelp}</dd>`;
  const source = found.source ? html` <span class="source">${found.source}.</span>` : nothing;
  return html`<dd class="definition">${found.definition}${source}</dd>`;
}

export function numberRow(
  context: PanelContext,
  { name, label, value, about }: NumberRow,
): TemplateResult {
  return html`<div data-statistic=${name}>
    <dt>${asked(context, label, about)}</dt>
    <dd>${value}</dd>
    ${answer(context, about)}
  </div>`;
}

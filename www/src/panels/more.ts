/** The beginning of a list and a button for the rest. */

import { html, nothing, type TemplateResult } from 'lit';
import { messages } from '../messages.ts';
import type { PanelContext } from './context.ts';

/** The items to show now. */
export function shown<T>(context: PanelContext, list: string, items: readonly T[], first: number) {
  return context.expanded.has(list) || items.length <= first + 1 ? items : items.slice(0, first);
}

/** The button, where a list is longer than its beginning. */
export function moreButton(
  context: PanelContext,
  list: string,
  length: number,
  first: number,
): TemplateResult | typeof nothing {
  if (length <= first + 1) return nothing;
  const open = context.expanded.has(list);
  return html`<button
    type="button"
    class="more"
    aria-expanded=${open ? 'true' : 'false'}
    @click=${() => context.toggleExpanded(list)}
  >
    ${open ? messages.fewer : messages.more(length - first)}
  </button>`;
}

/** Registers `<text-lens>`. On a server, where there are no elements, it does nothing. */

import { TextLensElement } from './text-lens.ts';

const NAME = 'text-lens';

/** The first definition stays; a second one of another version says so, once. */
export function defineTextLens(): void {
  if (typeof customElements === 'undefined') return;
  const defined = customElements.get(NAME);
  if (!defined) {
    customElements.define(NAME, TextLensElement);
    return;
  }
  const version = 'version' in defined ? String(defined.version) : 'unknown';
  if (version === TextLensElement.version) return;
  // biome-ignore lint/suspicious/noConsole: two versions on one page are for its author to see.
  console.warn(
    `<text-lens> is already defined by textlens ${version}; version ${TextLensElement.version} is not used.`,
  );
}

declare global {
  interface HTMLElementTagNameMap {
    'text-lens': TextLensElement;
  }
}

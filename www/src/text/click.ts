/** Clicks on a text that mean the word under the pointer. */

import type { Surface } from './surface.ts';

const CONTROLS = 'a, button, input, select, textarea, summary, label';

/** The offset that was clicked; `null` on a control, on nothing, and at the end of a drag that selects text. */
export function clickedOffset(event: Event, surface: Surface | null): number | null {
  if (!(event instanceof MouseEvent) || event.defaultPrevented) return null;
  const onControl = event
    .composedPath()
    .some((node) => node instanceof Element && node.matches(CONTROLS));
  if (onControl || getSelection()?.isCollapsed === false) return null;
  return surface?.offsetAt(event.clientX, event.clientY) ?? null;
}

/** Keys that go from place to place. */

const FIELDS = 'input, textarea, select, [contenteditable]';

/** Where an arrow goes: on (1), back (-1), nowhere (0). Fields need their arrows themselves. */
export function arrowStep(event: KeyboardEvent): -1 | 0 | 1 {
  const [target] = event.composedPath();
  const inField = target instanceof Element && target.matches(FIELDS);
  const modified = event.altKey || event.ctrlKey || event.metaKey || event.shiftKey;
  if (inField || modified) return 0;
  return event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
}

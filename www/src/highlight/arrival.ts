/**
 * Lets what is painted on a text fade in. A highlight cannot be animated, but it
 * takes custom properties from the element whose text it paints.
 */

const REVEAL = '--textlens-reveal';
const DURATION_MS = 150;

let registered = false;

/** Without its type the property could not be interpolated. */
function register(): boolean {
  if (registered) return true;
  try {
    CSS.registerProperty({ name: REVEAL, syntax: '<number>', inherits: true, initialValue: '1' });
  } catch {
    // Another copy of textlens on the page has registered it, or the browser cannot.
  }
  registered = 'registerProperty' in CSS;
  return registered;
}

/** A colour of a layer, as strong as the text's element says. */
export function revealed(colour: string): string {
  return `color-mix(in oklab, ${colour} calc(var(${REVEAL}, 1) * 100%), transparent)`;
}

/** Fades in all that is painted on the text of an element; at once where motion is not wanted. */
export function fadeIn(element: HTMLElement): void {
  if (matchMedia('(prefers-reduced-motion: reduce)').matches || !register()) return;
  element.animate({ [REVEAL]: [0, 1] }, { duration: DURATION_MS, easing: 'ease-out' });
}

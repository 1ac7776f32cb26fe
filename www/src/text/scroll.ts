/** Scrolling to a place without losing it. */

const still = () => matchMedia('(prefers-reduced-motion: reduce)').matches;

/** The nearest ancestor that scrolls, across shadow roots; the page when there is none. */
function scroller(from: Node): Element | null {
  let node: Node | null = from;
  while (node) {
    if (node instanceof Element && node !== document.body && node !== document.documentElement) {
      const scrolls = /auto|scroll/.test(getComputedStyle(node).overflowY);
      if (scrolls && node.scrollHeight > node.clientHeight) return node;
    }
    node =
      node instanceof ShadowRoot ? node.host : ((node as Element).assignedSlot ?? node.parentNode);
  }
  return document.scrollingElement;
}

/**
 * Brings a range to the upper third of what scrolls it. Nothing moves when it
 * stands between the top tenth and the lower third already.
 * @param covered height at the end of the view that something hides.
 */
export function scrollToRange(range: Range, covered = 0): void {
  const view = scroller(range.startContainer);
  if (!view) return;
  const isPage = view === document.scrollingElement;
  const top = isPage ? 0 : view.getBoundingClientRect().top;
  const height = (isPage ? innerHeight : view.clientHeight) - covered;
  const at = range.getBoundingClientRect().top - top;
  if (at > height * 0.1 && at < height * 0.6) return;
  const distance = at - height * 0.3;
  const smooth = !still() && Math.abs(distance) < height * 2;
  view.scrollBy({ top: distance, behavior: smooth ? 'smooth' : 'instant' });
}

/** Brings a panel to the top of the side, where the side scrolls. */
export function scrollToPanel(root: ParentNode, panel: string): void {
  const section = root.querySelector<HTMLElement>(`#panel-${panel}`);
  const sheet = section?.parentElement;
  if (!section || !sheet) return;
  const above = section.getBoundingClientRect().top - sheet.getBoundingClientRect().top;
  // The rule above the heading goes under the rule of the tabs.
  sheet.scrollTop += above + 1;
}

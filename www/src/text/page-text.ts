/** A surface over text that stands on the page: read and painted in place, never changed. */

import { type Collected, collectText } from './collect.ts';
import { scrollToRange } from './scroll.ts';
import type { Span } from './spans.ts';
import { caretAt, liveRange, type Surface, styleRoot } from './surface.ts';

/** How far beyond the viewport text counts as near. */
const MARGIN = '100% 0%';

/** How long the page must be quiet before its text is read anew. */
const QUIET_MS = 150;

export interface PageTextListener {
  readonly changed: () => void;
  readonly moved: () => void;
  readonly clicked: (event: Event) => void;
}

export class PageText implements Surface {
  readonly #target: Element;
  readonly #clicked: (event: Event) => void;
  readonly #nearby = new Set<Element>();
  readonly #intersections: IntersectionObserver;
  readonly #mutations: MutationObserver;
  readonly #blocks = new Map<Element, Span>();
  #collected: Collected;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /**
   * @param listener is told when the text has changed, when other parts come near the viewport, and of clicks.
   */
  constructor(target: Element, listener: PageTextListener) {
    const { changed, moved, clicked } = listener;
    this.#target = target;
    this.#clicked = clicked;
    target.addEventListener('click', clicked);
    this.#collected = collectText(target);
    this.#intersections = new IntersectionObserver(
      (entries) => {
        for (const { isIntersecting, target } of entries) {
          if (isIntersecting) this.#nearby.add(target);
          else this.#nearby.delete(target);
        }
        moved();
      },
      { rootMargin: MARGIN },
    );
    this.#mutations = new MutationObserver(() => {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => {
        const { text } = this.#collected;
        this.#collected = collectText(target);
        this.#observe();
        if (this.#collected.text === text) moved();
        else changed();
      }, QUIET_MS);
    });
    this.#mutations.observe(target, { childList: true, characterData: true, subtree: true });
    this.#observe();
  }

  /** The element whose text this is. */
  get target(): Element {
    return this.#target;
  }

  get text(): string {
    return this.#collected.text;
  }

  get root(): Document | ShadowRoot {
    return styleRoot(this.#target);
  }

  range({ start, end }: Span): AbstractRange | null {
    const from = this.#collected.map.startOf(start);
    const to = this.#collected.map.endOf(end);
    if (!from || !to || !from.node.isConnected || !to.node.isConnected) return null;
    return new StaticRange({
      startContainer: from.node,
      startOffset: from.offset,
      endContainer: to.node,
      endOffset: to.offset,
    });
  }

  near(): Span[] {
    const spans = [...this.#nearby].flatMap((block) => this.#blocks.get(block) ?? []);
    return spans.sort((a, b) => a.start - b.start);
  }

  reveal(span: Span, covered: number): void {
    const range = this.range(span);
    if (range) scrollToRange(liveRange(range), covered);
  }

  offsetAt(x: number, y: number): number | null {
    const caret = caretAt(x, y, this.root);
    return caret?.node instanceof Text
      ? this.#collected.map.offsetOf(caret.node, caret.offset)
      : null;
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#target.removeEventListener('click', this.#clicked);
    this.#mutations.disconnect();
    this.#intersections.disconnect();
  }

  /** Watches the elements that hold the text nodes; what is known of those that stay is kept. */
  #observe(): void {
    const gone = new Set(this.#blocks.keys());
    this.#blocks.clear();
    for (const { node, start, length } of this.#collected.map.segments) {
      const parent = node.parentElement;
      if (!parent) continue;
      const known = this.#blocks.get(parent);
      this.#blocks.set(parent, { start: known?.start ?? start, end: start + length });
      if (!gone.delete(parent) && !known) this.#intersections.observe(parent);
    }
    for (const element of gone) {
      this.#nearby.delete(element);
      this.#intersections.unobserve(element);
    }
  }
}

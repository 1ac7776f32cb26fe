/**
 * The element's own view of a text: one paragraph a block, blocks in chunks,
 * and chunks filled when they come near the viewport, so that a text of many
 * megabytes opens as fast as a short one. Text is only ever set as text.
 */

import { type Block, hasHeadline, type Layout, layOut } from './blocks.ts';
import { scrollToRange } from './scroll.ts';
import { lastAtMost, type Span } from './spans.ts';
import { caretAt, liveRange, type Surface, styleRoot } from './surface.ts';

/** A run of blocks that is filled and painted together. */
interface Chunk {
  readonly element: HTMLElement;
  readonly blocks: readonly Block[];
  filled: boolean;
}

/** Fills a paragraph with a slice of the text. Where highlights are missing, one that sets marks replaces it. */
export type FillParagraph = (paragraph: HTMLElement, text: string, block: Block) => void;

/** Code units in a chunk, about. */
const CHUNK = 8_000;
/** A text up to this length is shown whole at once. */
const SHOWN_WHOLE = 200_000;
/** A text up to this length is filled to the end while the browser is idle, for find-in-page. */
const FILLED_WHEN_IDLE = 4_000_000;
const MARGIN = '150% 0%';

export class ReadingView implements Surface {
  readonly #container: HTMLElement;
  readonly #moved: () => void;
  readonly #intersections: IntersectionObserver;
  readonly #nearby = new Set<Element>();
  readonly #byElement = new Map<Element, Chunk>();
  #chunks: Chunk[] = [];
  #text = '';
  #idle: ReturnType<typeof setTimeout> | undefined;
  #fill: FillParagraph;

  /** @param moved is called when other parts come near the viewport. */
  constructor(container: HTMLElement, moved: () => void, fill: FillParagraph) {
    this.#container = container;
    this.#moved = moved;
    this.#fill = fill;
    this.#intersections = new IntersectionObserver((entries) => this.#crossed(entries), {
      rootMargin: MARGIN,
    });
  }

  get text(): string {
    return this.#text;
  }

  get root(): Document | ShadowRoot {
    return styleRoot(this.#container);
  }

  /** The element whose text is painted. */
  get container(): HTMLElement {
    return this.#container;
  }

  /** Shows another text. Chunks at both ends that hold the same text stay as they are. */
  show(text: string): void {
    if (text === this.#text) return;
    const layout = layOut(text);
    const long = text.length > SHOWN_WHOLE;
    this.#container.dataset.lines = layout.lineBreaks;
    this.#container.toggleAttribute('data-headline', hasHeadline(text, layout));
    this.#container.toggleAttribute('data-long', long);
    const groups = group(layout);
    const [before, after] = this.#unchanged(text, groups);
    // What takes the place of a chunk is as near to the viewport, until the observer says otherwise.
    const near = this.#chunks.map(({ element }) => this.#nearby.has(element));
    for (const { element } of this.#chunks.slice(before, this.#chunks.length - after)) {
      element.remove();
      this.#nearby.delete(element);
      this.#intersections.unobserve(element);
    }
    const kept = (chunk: Chunk | undefined, blocks: readonly Block[]): Chunk => {
      const { element, filled } = chunk ?? this.#newElement();
      return { element, blocks, filled };
    };
    const shift = this.#chunks.length - groups.length;
    const chunks = groups.map((blocks, at) => {
      if (at < before) return kept(this.#chunks[at], blocks);
      if (at >= groups.length - after) return kept(this.#chunks[at + shift], blocks);
      return { ...this.#newElement(), blocks };
    });
    this.#text = text;
    this.#chunks = chunks;
    this.#byElement.clear();
    const reference = chunks[groups.length - after]?.element ?? null;
    for (const [at, chunk] of chunks.entries()) {
      this.#byElement.set(chunk.element, chunk);
      if (at >= before && at < groups.length - after) {
        chunk.element.style.setProperty('--lines', String(estimatedLines(chunk)));
        this.#container.insertBefore(chunk.element, reference);
        if (near[at]) this.#nearby.add(chunk.element);
        if (near[at] || !long) this.#fillChunk(chunk);
        this.#intersections.observe(chunk.element);
      }
    }
    clearTimeout(this.#idle);
    if (long && text.length <= FILLED_WHEN_IDLE) this.#fillWhenIdle(0);
  }

  /** Fills every paragraph of a text that is not huge, as paper has no viewport. */
  fillAll(): void {
    if (this.#text.length > FILLED_WHEN_IDLE) return;
    for (const chunk of this.#chunks) this.#fillChunk(chunk);
  }

  /** Fills the paragraphs anew, after what {@link FillParagraph} draws has changed. */
  refill(): void {
    for (const chunk of this.#chunks) {
      if (!chunk.filled) continue;
      chunk.element.replaceChildren();
      chunk.filled = false;
      this.#fillChunk(chunk);
    }
  }

  range({ start, end }: Span): AbstractRange | null {
    const from = this.#place(start, false);
    const to = this.#place(end, true);
    if (!from || !to) return null;
    return new StaticRange({
      startContainer: from.node,
      startOffset: from.offset,
      endContainer: to.node,
      endOffset: to.offset,
    });
  }

  near(): Span[] {
    const spans: Span[] = [];
    for (const chunk of this.#chunks) {
      const first = chunk.blocks[0];
      const last = chunk.blocks.at(-1);
      if (first && last && chunk.filled && this.#nearby.has(chunk.element)) {
        spans.push({ start: first.start, end: last.end });
      }
    }
    return spans;
  }

  reveal(span: Span, covered: number): void {
    const chunk = this.#chunks[this.#chunkAt(span.start)];
    if (!chunk) return;
    if (!chunk.filled) this.#fillChunk(chunk);
    if (this.#container.hasAttribute('data-long') && !this.#nearby.has(chunk.element)) {
      // A chunk that is skipped has no layout to measure: bring it near first.
      chunk.element.scrollIntoView({ behavior: 'instant', block: 'start' });
    }
    const range = this.range(span);
    if (range) scrollToRange(liveRange(range), covered);
  }

  offsetAt(x: number, y: number): number | null {
    const caret = caretAt(x, y, this.root);
    const paragraph = caret?.node.parentElement?.closest('p');
    const chunk = paragraph?.parentElement && this.#byElement.get(paragraph.parentElement);
    if (!caret || !paragraph || !chunk) return null;
    const block = chunk.blocks[[...chunk.element.children].indexOf(paragraph)];
    if (!block) return null;
    let before = 0;
    for (const node of textNodes(paragraph)) {
      if (node === caret.node) return block.start + before + caret.offset;
      before += node.length;
    }
    return null;
  }

  #newElement(): Pick<Chunk, 'element' | 'filled'> {
    const element = document.createElement('div');
    element.className = 'chunk';
    return { element, filled: false };
  }

  #fillChunk(chunk: Chunk): void {
    if (chunk.filled) return;
    chunk.filled = true;
    for (const block of chunk.blocks) {
      const paragraph = document.createElement('p');
      this.#fill(paragraph, this.#text.slice(block.start, block.end), block);
      chunk.element.append(paragraph);
    }
  }

  #fillWhenIdle(from: number): void {
    this.#idle = setTimeout(() => {
      const until = performance.now() + 8;
      let at = from;
      while (at < this.#chunks.length && performance.now() < until) {
        const chunk = this.#chunks[at];
        if (chunk) this.#fillChunk(chunk);
        at += 1;
      }
      if (at < this.#chunks.length) this.#fillWhenIdle(at);
    }, 50);
  }

  #crossed(entries: IntersectionObserverEntry[]): void {
    for (const { isIntersecting, target } of entries) {
      const chunk = this.#byElement.get(target);
      if (!chunk) continue;
      if (isIntersecting) {
        this.#fillChunk(chunk);
        this.#nearby.add(target);
      } else {
        this.#nearby.delete(target);
      }
    }
    this.#moved();
  }

  /** How many chunks at the start and at the end of the new text are the old ones. */
  #unchanged(text: string, groups: readonly (readonly Block[])[]): [before: number, after: number] {
    const same = (chunk: Chunk | undefined, blocks: readonly Block[] | undefined): boolean => {
      if (!chunk || !blocks || chunk.blocks.length !== blocks.length) return false;
      return blocks.every((block, at) => {
        const old = chunk.blocks[at];
        return (
          old !== undefined &&
          old.end - old.start === block.end - block.start &&
          this.#text.slice(old.start, old.end) === text.slice(block.start, block.end)
        );
      });
    };
    const shared = Math.min(this.#chunks.length, groups.length);
    let before = 0;
    while (before < shared && same(this.#chunks[before], groups[before])) before += 1;
    let after = 0;
    while (
      after < shared - before &&
      same(this.#chunks[this.#chunks.length - 1 - after], groups[groups.length - 1 - after])
    ) {
      after += 1;
    }
    return [before, after];
  }

  #chunkAt(offset: number): number {
    const at = lastAtMost(
      this.#chunks.length,
      (n) => this.#chunks[n]?.blocks[0]?.start ?? 0,
      offset,
    );
    return Math.max(at, 0);
  }

  /** The text node and offset of a boundary; a boundary between blocks goes to the nearer one inside the span. */
  #place(offset: number, isEnd: boolean): { node: Text; offset: number } | null {
    const chunk = this.#chunks[this.#chunkAt(isEnd ? offset - 1 : offset)];
    if (!chunk?.filled) return null;
    const { blocks } = chunk;
    const at = lastAtMost(blocks.length, (n) => blocks[n]?.start ?? 0, isEnd ? offset - 1 : offset);
    const block = blocks[at];
    const paragraph = chunk.element.children[at];
    if (!block || !paragraph) return null;
    return placeIn(paragraph, Math.min(offset, block.end) - block.start, isEnd);
  }
}

function* textNodes(paragraph: Element): Generator<Text> {
  const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) yield node as Text;
}

/** A boundary in a paragraph, which is one text node or, with marks, several. */
function placeIn(
  paragraph: Element,
  offset: number,
  isEnd: boolean,
): { node: Text; offset: number } | null {
  let left = offset;
  let last: Text | null = null;
  for (const node of textNodes(paragraph)) {
    if (left < node.length || (isEnd && left === node.length)) return { node, offset: left };
    left -= node.length;
    last = node;
  }
  return last && { node: last, offset: last.length };
}

/** Blocks in runs of about a chunk's length. */
function group({ blocks }: Layout): Block[][] {
  const groups: Block[][] = [];
  let current: Block[] = [];
  let size = 0;
  for (const block of blocks) {
    current.push(block);
    size += block.end - block.start;
    if (size >= CHUNK) {
      groups.push(current);
      current = [];
      size = 0;
    }
  }
  if (current.length > 0) groups.push(current);
  return groups;
}

/** Lines a chunk will take, about, to hold its place before it is laid out. */
function estimatedLines({ blocks }: Chunk): number {
  return blocks.reduce((lines, { start, end }) => lines + Math.ceil((end - start) / 70) + 1, 0);
}

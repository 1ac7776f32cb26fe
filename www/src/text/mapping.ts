/**
 * Between a text, counted in UTF-16 code units, and the DOM text nodes that
 * show it. The text has characters that no node holds (the breaks between
 * blocks), so a boundary in a gap goes to the nearest node.
 */

import { lastAtMost } from './spans.ts';

/** A node that shows `text.slice(start, start + length)`. */
export interface Segment<Node> {
  readonly node: Node;
  readonly start: number;
  readonly length: number;
}

/** A place in a node, as a range's boundary takes it. */
export interface Place<Node> {
  readonly node: Node;
  readonly offset: number;
}

export class TextMap<Node> {
  /** Ordered, not overlapping. */
  readonly segments: readonly Segment<Node>[];
  readonly #index: Map<Node, Segment<Node>>;

  constructor(segments: readonly Segment<Node>[]) {
    this.segments = segments;
    this.#index = new Map(segments.map((segment) => [segment.node, segment]));
  }

  /** Where a span begins: the end of one node counts as the start of the next. */
  startOf(offset: number): Place<Node> | null {
    const at = this.#segmentAt(offset);
    const segment = this.segments[at];
    if (segment && offset < segment.start + segment.length) {
      return { node: segment.node, offset: offset - segment.start };
    }
    const next = this.segments[at + 1];
    if (next) return { node: next.node, offset: 0 };
    return segment ? { node: segment.node, offset: segment.length } : null;
  }

  /** Where a span that ends before `offset` ends. */
  endOf(offset: number): Place<Node> | null {
    const segment = this.segments[this.#segmentAt(offset - 1)];
    if (!segment) return null;
    return { node: segment.node, offset: Math.min(offset - segment.start, segment.length) };
  }

  /** The offset in the text of a place in a node, or `null` when the node shows none of it. */
  offsetOf(node: Node, offset: number): number | null {
    const segment = this.#index.get(node);
    return segment ? segment.start + Math.min(offset, segment.length) : null;
  }

  #segmentAt(offset: number): number {
    return lastAtMost(this.segments.length, (at) => this.segments[at]?.start ?? 0, offset);
  }
}

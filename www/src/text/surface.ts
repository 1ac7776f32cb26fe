/** What shows a text: the element's own reading view, or a part of the page around it. */

import type { Span } from './spans.ts';

export interface Surface {
  /** The text that is shown now. */
  readonly text: string;
  /** The tree whose style sheets paint the text. */
  readonly root: Document | ShadowRoot;
  /** A range of its own for each call, or `null` where the span is not laid out now. */
  range(span: Span): AbstractRange | null;
  /** The parts of the text in and near the viewport, in order. */
  near(): Span[];
  /** Scrolls a span into view, unless it is there already; `covered` is the height that something hides at the end. */
  reveal(span: Span, covered: number): void;
  /** The offset under a point of the viewport, or `null`. */
  offsetAt(x: number, y: number): number | null;
}

/** The root that adopts style sheets for a node. */
export function styleRoot(node: Node): Document | ShadowRoot {
  const root = node.getRootNode();
  return root instanceof ShadowRoot ? root : document;
}

/** A live range between two places, for measuring. */
export function liveRange(range: AbstractRange): Range {
  const live = document.createRange();
  live.setStart(range.startContainer, range.startOffset);
  live.setEnd(range.endContainer, range.endOffset);
  return live;
}

/** The text node and offset under a point, also inside shadow trees where the browser tells. */
export function caretAt(
  x: number,
  y: number,
  root: Document | ShadowRoot,
): { node: Node; offset: number } | null {
  const shadowRoots = root instanceof ShadowRoot ? [root] : [];
  const position = document.caretPositionFromPoint?.(x, y, { shadowRoots });
  return position ? { node: position.offsetNode, offset: position.offset } : null;
}

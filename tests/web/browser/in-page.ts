/**
 * What runs inside a page. Each function is sent there as its source, so it
 * refers to nothing but its arguments and the page.
 */

import type { Report } from '../support/core.ts';

/** What a test uses of the element. */
export interface LensElement extends HTMLElement {
  readonly report: Report | null;
  src: string | null;
  value: string | null;
  htmlFor: string | null;
  panels: string | null;
}

/** An event of the element, as plain data. */
export interface LensEvent {
  type: string;
  /** Code of an error, kind of what was picked. */
  code: string;
  /** Message of an error, label of what was picked. */
  text: string;
  spans: number[];
  /** Words of a report. */
  words: number;
}

declare global {
  interface HTMLElementTagNameMap {
    'text-lens': LensElement;
  }
  var seen: { violations: string[]; events: LensEvent[] };
}

/** Listens, before anything else runs, to the element's events and to refusals by the policy. */
export function listen(): void {
  globalThis.seen = { violations: [], events: [] };
  document.addEventListener('securitypolicyviolation', (event) => {
    seen.violations.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sample}`);
  });
  for (const type of ['text-lens-report', 'text-lens-error', 'text-lens-select']) {
    document.addEventListener(type, (event) => {
      const { detail } = event as CustomEvent<{
        error?: { code: string; message: string };
        kind?: string;
        label?: string;
        spans?: Iterable<number>;
        report?: Report;
      }>;
      seen.events.push({
        type,
        code: detail.error?.code ?? detail.kind ?? '',
        text: detail.error?.message ?? detail.label ?? '',
        spans: [...(detail.spans ?? [])],
        words: detail.report?.statistics.words ?? -1,
      });
    });
  }
}

/** The report of the element with this id, or of the only one; typed arrays as `{"typed": […]}`. */
export function reportText(id: string): string | null {
  const lens = document.querySelector<LensElement>(id ? `#${id}` : 'text-lens');
  if (!lens?.report) return null;
  return JSON.stringify(lens.report, (_, value) =>
    ArrayBuffer.isView(value) ? { typed: Array.from(value as Uint8Array) } : value,
  );
}

/** What is painted, as JSON: the text under each range, by the name of the highlight. */
export function painted(prefix: string): string {
  const texts: Record<string, string[]> = {};
  for (const [name, highlight] of CSS.highlights) {
    if (!name.startsWith(prefix)) continue;
    texts[name] = [...highlight].map((range) => {
      const live = document.createRange();
      live.setStart(range.startContainer, range.startOffset);
      live.setEnd(range.endContainer, range.endOffset);
      return live.toString();
    });
  }
  return JSON.stringify(texts);
}

/** Where the first range of a highlight stands in the viewport, or `null`. */
export function placeOf(layer: string): { top: number; left: number; height: number } | null {
  for (const [name, highlight] of CSS.highlights) {
    const [range] = highlight;
    if (!name.endsWith(`-${layer}`) || !range) continue;
    const live = document.createRange();
    live.setStart(range.startContainer, range.startOffset);
    live.setEnd(range.endContainer, range.endOffset);
    const { top, left, height } = live.getBoundingClientRect();
    return { top, left, height };
  }
  return null;
}

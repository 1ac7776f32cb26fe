/** The events of the element: all bubble and cross shadow roots. */

import type { LensError } from '../engine/errors.ts';
import type { Report } from '../engine/types.ts';
import type { PickKind } from '../selection.ts';

/** What is picked; `none` when it was let go. */
export interface SelectDetail {
  readonly kind: PickKind | 'none';
  readonly label: string;
  /** Flat list of offsets, `[start0, end0, …]`, in UTF-16 code units. */
  readonly spans: Uint32Array;
}

export interface TextLensEventMap {
  /** A report is ready, and again when the names pack has arrived. */
  'text-lens-report': CustomEvent<{ readonly report: Report }>;
  /** Something is missing or wrong; the element says so in a sentence, too. */
  'text-lens-error': CustomEvent<{ readonly error: LensError }>;
  /** Something was picked, or let go. */
  'text-lens-select': CustomEvent<SelectDetail>;
}

export function lensEvent<Name extends keyof TextLensEventMap>(
  name: Name,
  detail: TextLensEventMap[Name]['detail'],
): CustomEvent {
  return new CustomEvent(name, { detail, bubbles: true, composed: true });
}

declare global {
  interface HTMLElementEventMap extends TextLensEventMap {}
}

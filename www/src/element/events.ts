/** The events of the element: all bubble and cross shadow roots. */

import type { LensError } from '../engine/errors.ts';
import type { EntityType, Report } from '../engine/types.ts';
import type { PanelName } from '../panels/context.ts';
import type { PickKind } from '../selection.ts';
import type { StyleKind } from '../style/findings.ts';

/** What is picked; `none` when it was let go. */
export interface SelectDetail {
  readonly kind: PickKind | 'none';
  readonly label: string;
  /** Flat list of offsets, `[start0, end0, …]`, in UTF-16 code units. */
  readonly spans: Uint32Array;
}

/** What the reader has opened and switched, as the attributes of the same names hold it. */
export interface ViewDetail {
  readonly open: PanelName | null;
  readonly hide: readonly EntityType[];
  readonly marks: readonly StyleKind[];
}

export interface TextLensEventMap {
  /** A report is ready: one without names at first, and again each time that a pack has arrived. */
  'text-lens-report': CustomEvent<{ readonly report: Report }>;
  /** Something is missing or wrong; the element says so in a sentence, too. */
  'text-lens-error': CustomEvent<{ readonly error: LensError }>;
  /** Something was picked, or let go. */
  'text-lens-select': CustomEvent<SelectDetail>;
  /** The reader has opened a panel or switched a mark. */
  'text-lens-view': CustomEvent<ViewDetail>;
}

export function lensEvent<Name extends keyof TextLensEventMap>(
  name: Name,
  detail: TextLensEventMap[Name]['detail'],
): CustomEvent {
  return new CustomEvent(name, { detail, bubbles: true, composed: true });
}

declare global {
  interface GlobalEventHandlersEventMap extends TextLensEventMap {}
}

/** What every panel is given, and what it may ask for. */

import type { Definition } from '../engine/explore-types.ts';
import type { EntityType, Report } from '../engine/types.ts';
import type { Explore } from '../explore/state.ts';
import type { Pick, Selection } from '../selection.ts';
import type { StyleKind } from '../style/findings.ts';

/** What the numbers are, for readers who ask. */
export interface Help {
  isOpen(id: string): boolean;
  /** `null` while it is on its way. */
  about(id: string): Definition | null;
  toggle(id: string): void;
}

/** What the reader knows better, as the attributes of the same names hold it. */
export interface Knowledge {
  readonly names: string | null;
  readonly exclude: string | null;
  readonly threshold: number;
}

export interface PanelContext {
  readonly knowledge: Knowledge;
  know(better: Partial<Knowledge>): void;
  readonly help: Help;
  readonly report: Report;
  /** The text that the report is about. */
  readonly text: string;
  /** What the reader looks for. */
  readonly explore: Explore;
  readonly selection: Selection | null;
  /** Types of entities that the reader has switched off. */
  readonly hidden: ReadonlySet<EntityType>;
  /** Kinds of findings that are marked in the text. */
  readonly marks: ReadonlySet<StyleKind>;
  /** Lists that are shown to the end. */
  readonly expanded: ReadonlySet<string>;
  /** The names pack has not arrived yet. */
  readonly namesPending: boolean;
  pick(pick: Pick | null): void;
  toggleType(type: EntityType): void;
  toggleMark(kind: StyleKind): void;
  toggleExpanded(list: string): void;
}

/** Names of the panels, in the order in which they are shown. */
export const PANELS = [
  'overview',
  'text',
  'keywords',
  'style',
  'statistics',
  'entities',
  'explore',
] as const;
export type PanelName = (typeof PANELS)[number];

/** Reads a `panels` attribute: unknown names are left out, none given means all. */
export function parsePanels(attribute: string | null): ReadonlySet<PanelName> {
  if (attribute === null) return new Set(PANELS);
  const given = attribute.trim().toLowerCase().split(/\s+/);
  return new Set(PANELS.filter((name) => given.includes(name)));
}

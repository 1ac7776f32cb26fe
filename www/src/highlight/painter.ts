/**
 * Paints ranges by the CSS Custom Highlight API: nothing in the document
 * changes. The registry is one for the whole page, so names carry the number of
 * the instance; rules are scoped by tree, so their sheet is adopted by the
 * root of the text, which may be the page.
 */

import type { EntityType } from '../engine/types.ts';
import { isSentenceKind, STYLE_KINDS, type StyleKind } from '../style/findings.ts';
import { styleColour, styleRule } from '../style/look.ts';
import { revealed } from './arrival.ts';
import {
  ACCENT_VALUE,
  backgroundValue,
  CURRENT,
  INK_VALUE,
  LOOKS,
  lineValue,
  PICKED,
  pickedRule,
  TYPES,
  underlineRule,
} from './palette.ts';

/** What can be painted: a type of entity, a kind of finding, every place of the pick, the place where the reader is. */
export type Layer = EntityType | StyleKind | 'picked' | 'current';

const isStyle = (layer: Layer): layer is StyleKind => STYLE_KINDS.some((kind) => kind === layer);

/** From the lowest to the highest: sentences lie under names, and what is picked above all. */
export const LAYERS: readonly Layer[] = [
  ...STYLE_KINDS.filter(isSentenceKind),
  ...TYPES,
  ...STYLE_KINDS.filter((kind) => !isSentenceKind(kind)),
  'picked',
  'current',
];

let instances = 0;

export function highlightsSupported(): boolean {
  return typeof Highlight === 'function' && typeof CSS !== 'undefined' && 'highlights' in CSS;
}

/** Declarations of a layer, the same for a highlight and for a `<mark>`. */
export function layerRule(layer: Layer): string {
  if (layer === 'picked') {
    return `${pickedRule(PICKED)} ${underlineRule('solid', 2, ACCENT_VALUE)}`;
  }
  if (layer === 'current') return `${pickedRule(CURRENT)} text-decoration: none;`;
  if (isStyle(layer)) return styleRule(layer);
  const { family, line, thickness } = LOOKS[layer];
  return (
    `background-color: ${revealed(backgroundValue(family))}; color: ${INK_VALUE}; ` +
    underlineRule(line, thickness, revealed(lineValue(family)))
  );
}

/** Forced colours override backgrounds; an underline in the text's own colour remains. */
function forcedRule(layer: Layer): string {
  if (layer === 'current') return underlineRule('solid', 3, 'CanvasText');
  if (isSentenceKind(layer)) return underlineRule('dotted', 1, 'CanvasText');
  return 'text-decoration-color: CanvasText;';
}

/** Colour of a layer in a strip beside the text, where it has no text to let through. */
export function stripColour(layer: Layer): string {
  if (layer === 'picked' || layer === 'current') return ACCENT_VALUE;
  if (!isStyle(layer)) return lineValue(LOOKS[layer].family);
  // Whole sentences would drown the names.
  const share = isSentenceKind(layer) ? 40 : 100;
  return `color-mix(in oklab, ${styleColour(layer)} ${share}%, transparent)`;
}

export class HighlightPainter {
  readonly #prefix = `textlens-${++instances}`;
  readonly #sheet = new CSSStyleSheet();
  #root: Document | ShadowRoot | null = null;

  constructor() {
    const rules = LAYERS.map(
      (layer) => `::highlight(${this.#name(layer)}) { ${layerRule(layer)} }`,
    );
    const forced = LAYERS.map(
      (layer) => `::highlight(${this.#name(layer)}) { ${forcedRule(layer)} }`,
    );
    this.#sheet.replaceSync(
      `${rules.join('\n')}\n@media (forced-colors: active) {\n${forced.join('\n')}\n}`,
    );
  }

  /** Moves the sheet to the tree that holds the text. */
  adopt(root: Document | ShadowRoot): void {
    if (root === this.#root && root.adoptedStyleSheets.includes(this.#sheet)) return;
    this.#leave();
    root.adoptedStyleSheets.push(this.#sheet);
    this.#root = root;
  }

  /** Replaces what a layer paints. Deleting first makes WebKit draw anew. */
  paint(layer: Layer, ranges: readonly AbstractRange[]): void {
    const name = this.#name(layer);
    CSS.highlights.delete(name);
    if (ranges.length === 0) return;
    const highlight = new Highlight(...ranges);
    highlight.priority = LAYERS.indexOf(layer);
    CSS.highlights.set(name, highlight);
  }

  /** Takes everything off the page. */
  dispose(): void {
    for (const layer of LAYERS) CSS.highlights.delete(this.#name(layer));
    this.#leave();
  }

  #name(layer: Layer): string {
    return `${this.#prefix}-${layer}`;
  }

  #leave(): void {
    if (!this.#root) return;
    this.#root.adoptedStyleSheets = this.#root.adoptedStyleSheets.filter(
      (sheet) => sheet !== this.#sheet,
    );
    this.#root = null;
  }
}

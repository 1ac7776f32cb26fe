/** Keeps what is painted in step with the report, the legend and the pick. */

import type { EntityType, Report } from '../engine/types.ts';
import { entityLayers, worthPainting } from '../highlight/layers.ts';
import { HighlightPainter, highlightsSupported, LAYERS, type Layer } from '../highlight/painter.ts';
import { currentSpan, type Selection } from '../selection.ts';
import { findingsOf, type StyleKind } from '../style/findings.ts';
import { eachSpan, type Span } from '../text/spans.ts';
import type { Surface } from '../text/surface.ts';

/** What there is to paint. */
export interface Marked {
  readonly report: Report;
  readonly hidden: ReadonlySet<EntityType>;
  /** Kinds of findings that are marked. */
  readonly marks: ReadonlySet<StyleKind>;
  readonly selection: Selection | null;
  /** The marks are elements of the text, and nothing is painted. */
  readonly asElements: boolean;
}

export class Marking {
  readonly #painter = highlightsSupported() ? new HighlightPainter() : null;
  #layers = new Map<Layer, readonly Span[]>();
  #total = 0;
  #surface: Surface | null = null;
  #frame = 0;

  /** The spans of each layer, for the fallback that draws marks. */
  get layers(): ReadonlyMap<Layer, readonly Span[]> {
    return this.#layers;
  }

  /** Paints a report on a surface that shows its text; `null` takes everything off. */
  update(surface: Surface | null, marked: Marked | null): void {
    this.#surface = marked?.asElements ? null : surface;
    this.#layers = marked ? layersOf(marked) : new Map();
    this.#total = 0;
    for (const spans of this.#layers.values()) this.#total += spans.length;
    this.#paint();
  }

  /** Paints again, in the next frame, after other parts of the text came near the viewport. */
  moved(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => this.#paint());
  }

  dispose(): void {
    cancelAnimationFrame(this.#frame);
    this.#surface = null;
    this.#painter?.dispose();
  }

  #paint(): void {
    if (!this.#painter) return;
    const surface = this.#surface;
    if (surface) this.#painter.adopt(surface.root);
    let near: Span[] | null = null;
    for (const layer of LAYERS) {
      const spans = (surface && this.#layers.get(layer)) ?? [];
      const worth = worthPainting(spans, this.#total, () => (near ??= surface?.near() ?? []));
      const ranges = worth.flatMap((span) => surface?.range(span) ?? []);
      this.#painter.paint(layer, ranges);
    }
  }
}

function layersOf({ report, hidden, marks, selection }: Marked): Map<Layer, readonly Span[]> {
  const layers = new Map<Layer, readonly Span[]>(entityLayers(report.entities, hidden));
  for (const { kind, spans } of marks.size > 0 ? findingsOf(report) : []) {
    if (marks.has(kind)) layers.set(kind, [...eachSpan(spans)]);
  }
  if (!selection) return layers;
  layers.set('picked', [...eachSpan(selection.spans)]);
  const current = currentSpan(selection);
  // A whole sentence in the strong colour would shout.
  if (current && !selection.whole) layers.set('current', [current]);
  return layers;
}

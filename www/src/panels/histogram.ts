/** How many values of a distribution lie in each of its bins. */

import { html, nothing, svg, type TemplateResult } from 'lit';
import type { Distribution } from '../engine/types.ts';
import { number } from '../messages.ts';

const HEIGHT = 48;

export interface HistogramWords {
  readonly name: string;
  readonly title: string;
  /** What the values count. */
  readonly unit: string;
  /** A bar in words. */
  bar(from: number, to: number, count: number): string;
}

export function histogram(
  values: Distribution,
  { name, title, unit, bar }: HistogramWords,
): TemplateResult | typeof nothing {
  const bins = values.histogram;
  if (values.count < 2 || bins.length === 0) return nothing;
  const most = Math.max(...bins);
  const range = (bin: number): [from: number, to: number] => [
    bin * values.binWidth,
    (bin + 1) * values.binWidth - 1,
  ];
  const columns = bins.map((count, bin) => {
    const height = (count / most) * HEIGHT;
    return svg`<rect class="column" x=${bin + 0.06} y=${HEIGHT - height} width="0.88" height=${height}>
      <title>${bar(...range(bin), count)}</title>
    </rect>`;
  });
  const summary = bins
    .map((count, bin) => (count > 0 ? bar(...range(bin), count) : ''))
    .filter(Boolean)
    .join('; ');
  return html`<figure class="chart" data-chart=${name}>
    <figcaption>${title}</figcaption>
    <svg
      viewBox="0 0 ${bins.length} ${HEIGHT}"
      preserveAspectRatio="none"
      role="img"
      aria-label=${summary}
    >
      ${columns}
    </svg>
    <div class="axis" aria-hidden="true">
      <span>0</span>
      <span>${number(bins.length * values.binWidth)} ${unit}</span>
    </div>
  </figure>`;
}

/** How many sentences have which length. */

import { html, nothing, svg, type TemplateResult } from 'lit';
import { messages, number } from '../messages.ts';
import type { PanelContext } from './context.ts';

const HEIGHT = 48;

export function histogram({ report }: PanelContext): TemplateResult | typeof nothing {
  const { sentenceLength: lengths } = report.statistics;
  const bins = lengths.histogram;
  if (lengths.count < 2 || bins.length === 0) return nothing;
  const most = Math.max(...bins);
  const range = (bin: number): [from: number, to: number] => [
    bin * lengths.binWidth,
    (bin + 1) * lengths.binWidth - 1,
  ];
  const columns = bins.map((count, bin) => {
    const height = (count / most) * HEIGHT;
    const [from, to] = range(bin);
    return svg`<rect class="column" x=${bin + 0.06} y=${HEIGHT - height} width="0.88" height=${height}>
      <title>${messages.histogramBar(from, to, count)}</title>
    </rect>`;
  });
  const summary = bins
    .map((count, bin) => (count > 0 ? messages.histogramBar(...range(bin), count) : ''))
    .filter(Boolean)
    .join('; ');
  return html`<figure class="chart" data-chart="lengths">
    <figcaption>${messages.lengthsTitle}</figcaption>
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
      <span>${number(bins.length * lengths.binWidth)} ${messages.lengthsAxis}</span>
    </div>
  </figure>`;
}

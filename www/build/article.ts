/** The article as plain paragraphs in the page, readable before and without any script. */

import { escapeHtml } from '../src/export/escape.ts';
import { hasHeadline, layOut } from '../src/text/blocks.ts';

export function articleHtml(text: string): string {
  const layout = layOut(text);
  const headline = hasHeadline(text, layout);
  return layout.blocks
    .map(({ start, end }, at) => {
      const name = headline && at === 0 ? ' class="headline"' : '';
      return `<p${name}>${escapeHtml(text.slice(start, end))}</p>`;
    })
    .join('\n        ');
}

/** The article as plain paragraphs in the page, readable before and without any script. */

import { hasHeadline, layOut } from '../src/text/blocks.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
}

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

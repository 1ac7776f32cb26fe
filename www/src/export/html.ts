/** The text with its entities marked, as a page of its own that needs nothing else. */

import type { Report } from '../engine/types.ts';
import { entityLayers } from '../highlight/layers.ts';
import { pieces } from '../highlight/marks.ts';
import { background, cssColour, LOOKS, line, TYPES, underlineRule } from '../highlight/palette.ts';
import { typeName } from '../messages.ts';
import { layOut } from '../text/blocks.ts';
import { escapeHtml } from './escape.ts';

function rules(): string {
  return TYPES.map((type) => {
    const { family, line: style, thickness } = LOOKS[type];
    const look = `background:${cssColour(background(family, 'light'))};${underlineRule(style, thickness, cssColour(line(family, 'light')))}`;
    return `.${type}{${look}}`;
  }).join('\n');
}

/** @param hidden types that are not marked. */
export function markedHtml(text: string, report: Report, hidden: ReadonlySet<string>): string {
  const layers = entityLayers(report.entities, hidden);
  const paragraphs = layOut(text).blocks.map(({ start, end }) => {
    const marked = pieces(start, end, layers).map((piece) => {
      const content = escapeHtml(text.slice(piece.start, piece.end));
      const [type] = piece.layers;
      if (!type) return content;
      const name = TYPES.find((known) => known === type);
      return `<mark class="${type}" title="${name ? typeName(name, 1) : ''}">${content}</mark>`;
    });
    return `<p dir="auto">${marked.join('')}</p>`;
  });
  return `<!doctype html>
<html lang="${report.language === 'und' ? '' : escapeHtml(report.language)}">
<meta charset="utf-8">
<title>${escapeHtml(text.trim().split(/\r|\n/, 1)[0]?.slice(0, 120) ?? '')}</title>
<style>
body{max-width:38rem;margin:2rem auto;padding:0 1rem;font:1.125rem/1.55 Charter,Georgia,serif;color:#1f1b18;background:#fffefb}
p{white-space:pre-line}
mark{color:inherit;text-underline-offset:.18em;print-color-adjust:exact;-webkit-print-color-adjust:exact}
${rules()}
</style>
${paragraphs.join('\n')}
`;
}

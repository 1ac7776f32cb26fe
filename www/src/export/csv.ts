/** Tables for a spreadsheet: comma-separated values by RFC 4180. */

import type { Report } from '../engine/types.ts';

type Cell = string | number;

/** Spreadsheets run a cell that begins like a formula: an apostrophe makes it a text. */
function cell(value: Cell): string {
  if (typeof value === 'number') return String(value);
  const inert = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}

function table(head: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return [head, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

export function keywordsCsv({ keywords }: Report): string {
  return table(
    ['term', 'count', 'per 1000 words', 'forms', 'first offset'],
    keywords.map(({ term, count, perThousand, forms, spans }) => [
      term,
      count,
      Number(perThousand.toFixed(3)),
      forms.map((form) => `${form.text} ${form.count}`).join('; '),
      spans[0] ?? '',
    ]),
  );
}

export function entitiesCsv({ entities }: Report): string {
  return table(
    ['name', 'type', 'subtype', 'count', 'salience', 'confidence', 'date', 'first offset'],
    entities.map(({ name, type, subtype, count, salience, confidence, date, mentions }) => [
      name,
      type,
      subtype ?? '',
      count,
      salience,
      confidence,
      date ?? '',
      mentions[0] ?? '',
    ]),
  );
}

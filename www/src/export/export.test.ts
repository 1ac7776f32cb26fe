import { expect, test } from 'vitest';
import { emptyReport } from '../../test/reports.ts';
import { entitiesCsv, keywordsCsv } from './csv.ts';
import { markedHtml } from './html.ts';
import { reportJson } from './json.ts';

const entity = {
  name: 'Kim, "the <b>"',
  type: 'person' as const,
  subtype: null,
  count: 1,
  mentions: Uint32Array.of(0, 7),
  salience: 1,
  confidence: 1,
  confidences: Float64Array.of(1),
  date: null,
  note: null,
};
const report = {
  ...emptyReport(),
  language: 'en',
  sentences: Uint32Array.of(0, 12, 2),
  paragraphs: Uint32Array.of(0, 12),
  keywords: [
    {
      term: '=SUM(A1)',
      count: 2,
      perThousand: 3.5,
      forms: [{ text: 'a', count: 1 }],
      spans: Uint32Array.of(4, 6),
    },
  ],
  entities: [entity],
};

test('typed arrays become what the schema says', () => {
  expect(JSON.parse(reportJson(report))).toMatchObject({
    sentences: [{ start: 0, end: 12, words: 2 }],
    paragraphs: [{ start: 0, end: 12 }],
    entities: [{ mentions: [{ start: 0, end: 7 }] }],
    difficulty: { sentences: [], sentenceLevels: [] },
  });
});

test('a cell is quoted where it must be, and never a formula', () => {
  expect(entitiesCsv(report).split('\r\n')[1]).toBe('"Kim, ""the <b>""",person,,1,1,1,,0');
  expect(keywordsCsv(report).split('\r\n')[1]).toBe("'=SUM(A1),2,3.5,a 1,4");
});

test('the marked page escapes the text and marks what is not hidden', () => {
  const text = '<b>Kim met & left.</b>';
  const page = markedHtml(text, report, new Set());
  expect(page).toContain(
    '<p dir="auto"><mark class="person" title="Person">&lt;b&gt;Kim </mark>met &amp; left.',
  );
  expect(markedHtml(text, report, new Set(['person']))).not.toContain('<mark');
});

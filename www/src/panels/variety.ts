/** How varied the words are, and how long the text takes, silently and aloud. */

import { html, type TemplateResult } from 'lit';
import type { FormulaResult, ReadingTime } from '../engine/types.ts';
import { decimal, messages, number, punctuationNames, ratio } from '../messages.ts';
import type { PanelContext } from './context.ts';
import { type NumberRow, numberRow } from './row.ts';

/** A row for a measure, none where it has no value. */
function measure(
  name: string,
  label: string,
  { value }: FormulaResult,
  written: (value: number) => string,
  about: string,
): NumberRow[] {
  return value === null ? [] : [{ name, label, value: written(value), about }];
}

export function time(context: PanelContext): TemplateResult {
  const { words, readingTime, speakingTime } = context.report.statistics;
  if (words === 0) return html``;
  const row = (name: string, label: string, { shortest, longest }: ReadingTime, about: string) =>
    numberRow(context, { name, label, value: messages.timeRange(shortest, longest), about });
  return html`<h3>${messages.timeName}</h3>
    <dl class="numbers">
      ${row('reading-time', messages.silently, readingTime, 'readingTime.seconds')}
      ${row('speaking-time', messages.aloud, speakingTime, 'speakingTime.seconds')}
    </dl>`;
}

/** The bands of the commonest forms, widest last. */
const BANDS = [
  ['first1000', 1_000],
  ['first2000', 2_000],
  ['first5000', 5_000],
  ['first10000', 10_000],
] as const;

export function vocabulary(context: PanelContext): TemplateResult {
  const { vocabulary } = context.report.statistics;
  const rows = BANDS.flatMap(([band, forms]) =>
    measure(
      `vocabulary-${forms}`,
      messages.vocabularyBand(forms),
      vocabulary[band],
      messages.percent,
      `vocabulary.${band}`,
    ),
  );
  if (rows.length === 0) return html``;
  return html`<h3>${messages.vocabularyName}</h3>
    <dl class="numbers">${rows.map((row) => numberRow(context, row))}</dl>`;
}

export function punctuation(context: PanelContext): TemplateResult {
  const { punctuation } = context.report.statistics;
  const rows = punctuationNames.flatMap((name) =>
    punctuation[name] === 0
      ? []
      : [
          {
            name: `punctuation-${name}`,
            label: messages.punctuation(name),
            value: number(punctuation[name]),
            about: `punctuation.${name}`,
          },
        ],
  );
  if (rows.length === 0) return html``;
  return html`<details class="grounds">
    <summary>${messages.punctuationName}</summary>
    <dl class="numbers">${rows.map((row) => numberRow(context, row))}</dl>
  </details>`;
}

export function variety(context: PanelContext): TemplateResult {
  const { variety } = context.report.statistics;
  if (variety.types === 0) return html``;
  const first = [
    ...measure('mattr', messages.mattr, variety.mattr, messages.differentInFifty, 'variety.mattr'),
    {
      name: 'hapax-legomena',
      label: messages.hapaxLegomena,
      value: number(variety.hapaxLegomena),
      about: 'variety.hapaxLegomena',
    },
    ...measure(
      'lexical-density',
      messages.lexicalDensity,
      variety.lexicalDensity,
      messages.percent,
      'variety.lexicalDensity',
    ),
  ];
  const further = [
    ...measure(
      'type-token-ratio',
      messages.typeTokenRatio,
      variety.typeTokenRatio,
      ratio,
      'variety.typeTokenRatio',
    ),
    ...measure('mtld', messages.mtld, variety.mtld, decimal, 'variety.mtld'),
    ...measure('hd-d', messages.hdD, variety.hdD, ratio, 'variety.hdD'),
    ...measure('yule-k', messages.yuleK, variety.yuleK, decimal, 'variety.yuleK'),
    ...measure('honore-r', messages.honoreR, variety.honoreR, number, 'variety.honoreR'),
    {
      name: 'dis-legomena',
      label: messages.disLegomena,
      value: number(variety.disLegomena),
      about: 'variety.disLegomena',
    },
  ];
  return html`<h3>${messages.varietyName}</h3>
    <dl class="numbers">${first.map((row) => numberRow(context, row))}</dl>
    <details class="grounds">
      <summary>${messages.furtherMeasures}</summary>
      <dl class="numbers">${further.map((row) => numberRow(context, row))}</dl>
    </details>`;
}

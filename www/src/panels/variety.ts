/** How varied the words are, and how long the text takes, silently and aloud. */

import { html, type TemplateResult } from 'lit';
import type { FormulaResult, ReadingTime, Statistics } from '../engine/types.ts';
import { decimal, messages, number, ratio } from '../messages.ts';
import { type NumberRow, numberRow } from './row.ts';

/** A row for a measure, none where it has no value. */
function measure(
  name: string,
  label: string,
  { value }: FormulaResult,
  written: (value: number) => string,
): NumberRow[] {
  return value === null ? [] : [{ name, label, value: written(value) }];
}

export function time({ words, readingTime, speakingTime }: Statistics): TemplateResult {
  if (words === 0) return html``;
  const row = (name: string, label: string, { shortest, longest }: ReadingTime) =>
    numberRow({ name, label, value: messages.timeRange(shortest, longest) });
  return html`<h3>${messages.timeName}</h3>
    <dl class="numbers">
      ${row('reading-time', messages.silently, readingTime)}
      ${row('speaking-time', messages.aloud, speakingTime)}
    </dl>`;
}

export function variety({ variety }: Statistics): TemplateResult {
  if (variety.types === 0) return html``;
  const first = [
    ...measure('mattr', messages.mattr, variety.mattr, messages.differentInFifty),
    { name: 'hapax-legomena', label: messages.hapaxLegomena, value: number(variety.hapaxLegomena) },
    ...measure(
      'lexical-density',
      messages.lexicalDensity,
      variety.lexicalDensity,
      messages.percent,
    ),
  ];
  const further = [
    ...measure('type-token-ratio', messages.typeTokenRatio, variety.typeTokenRatio, ratio),
    ...measure('mtld', messages.mtld, variety.mtld, decimal),
    ...measure('hd-d', messages.hdD, variety.hdD, ratio),
    ...measure('yule-k', messages.yuleK, variety.yuleK, decimal),
    ...measure('honore-r', messages.honoreR, variety.honoreR, number),
    { name: 'dis-legomena', label: messages.disLegomena, value: number(variety.disLegomena) },
  ];
  return html`<h3>${messages.varietyName}</h3>
    <dl class="numbers">${first.map(numberRow)}</dl>
    <details class="grounds">
      <summary>${messages.furtherMeasures}</summary>
      <dl class="numbers">${further.map(numberRow)}</dl>
    </details>`;
}

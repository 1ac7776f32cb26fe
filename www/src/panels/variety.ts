/** How varied the words are, and how long the text takes, silently and aloud. */

import { html, nothing, type TemplateResult } from 'lit';
import type { FormulaResult, ReadingTime, Statistics } from '../engine/types.ts';
import { decimal, messages, number, ratio } from '../messages.ts';

function row(name: string, label: string, value: string): TemplateResult {
  return html`<div data-statistic=${name}>
    <dt>${label}</dt>
    <dd>${value}</dd>
  </div>`;
}

/** A row for a measure, none where it has no value. */
function measure(
  name: string,
  label: string,
  { value }: FormulaResult,
  written: (value: number) => string,
): TemplateResult | typeof nothing {
  return value === null ? nothing : row(name, label, written(value));
}

function time(name: string, label: string, spent: ReadingTime): TemplateResult {
  return row(name, label, messages.timeRange(spent.shortest, spent.longest));
}

export function variety({ variety, readingTime, speakingTime }: Statistics): TemplateResult {
  if (variety.types === 0) return html``;
  return html`<h3>${messages.timeName}</h3>
    <dl class="numbers">
      ${time('reading-time', messages.silently, readingTime)}
      ${time('speaking-time', messages.aloud, speakingTime)}
    </dl>
    <h3>${messages.varietyName}</h3>
    <dl class="numbers">
      ${measure('type-token-ratio', messages.typeTokenRatio, variety.typeTokenRatio, ratio)}
      ${measure('mattr', messages.mattr, variety.mattr, ratio)}
      ${measure('mtld', messages.mtld, variety.mtld, decimal)}
      ${row('hapax-legomena', messages.hapaxLegomena, number(variety.hapaxLegomena))}
      ${measure('lexical-density', messages.lexicalDensity, variety.lexicalDensity, messages.percent)}
    </dl>`;
}

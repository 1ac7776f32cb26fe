/** How hard the text is, what the numbers mean and what they rest on. */

import { html, nothing, type TemplateResult } from 'lit';
import type { FormulaResult } from '../engine/types.ts';
import { decimal, easeMeaning, messages } from '../messages.ts';
import type { PanelContext } from './context.ts';

function score(
  name: string,
  label: string,
  { value, missing }: FormulaResult,
  meaning: (value: number) => string,
): TemplateResult {
  return html`<div data-readability=${name}>
    <dt>${label}</dt>
    <dd>
      ${
        value === null
          ? html`<span class="note">${missing ? messages.missing(missing) : ''}</span>`
          : html`<strong>${meaning(value)}</strong> <span class="exact">${decimal(value)}</span>`
      }
    </dd>
  </div>`;
}

export function readability({ report }: PanelContext): TemplateResult {
  const { readability: counts, readingTime } = report.statistics;
  const hasValue = counts.fleschReadingEase.value !== null;
  return html`<h3>${messages.readability}</h3>
    <dl class="scores">
      ${score('grade', messages.gradeName, counts.fleschKincaidGrade, messages.grade)}
      ${score('ease', messages.easeName, counts.fleschReadingEase, easeMeaning)}
    </dl>
    <details class="grounds">
      <summary>${messages.howCounted}</summary>
      <p>${messages.countedFrom(counts.words, counts.sentences, counts.syllables)}</p>
      ${
        hasValue
          ? html`<p>${messages.easeFormula}</p>
            <p>${messages.gradeFormula}</p>`
          : nothing
      }
      <p>${messages.speed(readingTime.wordsPerMinute)}</p>
    </details>`;
}

/** How hard the text is, what the numbers mean and what they rest on. */

import { html, nothing, type TemplateResult } from 'lit';
import type { FormulaResult } from '../engine/types.ts';
import { decimal, easeMeaning, formulaNames, messages } from '../messages.ts';
import type { PanelContext } from './context.ts';
import { gradeScale } from './grade-scale.ts';
import { answer, asked } from './row.ts';

function score(
  context: PanelContext,
  name: string,
  label: string,
  { value, missing }: FormulaResult,
  meaning: (value: number) => string,
  about: string,
): TemplateResult {
  return html`<div data-readability=${name}>
    <dt>${asked(context, label, about)}</dt>
    <dd>
      ${
        value === null
          ? html`<span class="note">${missing ? messages.missing(missing) : ''}</span>`
          : html`<strong>${meaning(value)}</strong> <span class="exact">${decimal(value)}</span>`
      }
    </dd>
    ${answer(context, about)}
  </div>`;
}

/** The grade that most formulas come near to, and how far they are apart. */
function consensus(context: PanelContext): TemplateResult | typeof nothing {
  const { consensus } = context.report.statistics.readability;
  const [grade, lowest, highest] = [
    consensus.grade.value,
    consensus.lowest.value,
    consensus.highest.value,
  ];
  if (grade === null || lowest === null || highest === null) return nothing;
  return html`<div data-readability="consensus">
    <dt>${asked(context, messages.consensusName, 'readability.consensus.grade')}</dt>
    <dd>
      <strong>${messages.grade(grade)}</strong>
      <span class="exact">${messages.consensusRange(lowest, highest, consensus.formulas)}</span>
    </dd>
    ${answer(context, 'readability.consensus.grade')}
  </div>`;
}

/** Every other formula that says something about this text. */
function formulas(context: PanelContext): TemplateResult | typeof nothing {
  const { readability } = context.report.statistics;
  const rows = formulaNames.flatMap((name) => {
    const { value } = readability[name];
    return value === null ? [] : [{ name, value }];
  });
  if (rows.length === 0) return nothing;
  return html`<details class="grounds">
    <summary>${messages.allFormulas}</summary>
    <dl class="numbers">
      ${rows.map(
        ({ name, value }) =>
          html`<div data-formula=${name}>
            <dt>${asked(context, messages.formula(name), `readability.${name}`)}</dt>
            <dd>${decimal(value)}</dd>
            ${answer(context, `readability.${name}`)}
          </div>`,
      )}
    </dl>
  </details>`;
}

export function readability(context: PanelContext): TemplateResult {
  const { readability: counts, readingTime, speakingTime } = context.report.statistics;
  const hasValue = counts.fleschReadingEase.value !== null;
  return html`<h3>${messages.readability}</h3>
    <dl class="scores">${consensus(context)}</dl>
    ${gradeScale(counts)}
    <dl class="scores">
      ${score(context, 'grade', messages.gradeName, counts.fleschKincaidGrade, messages.grade, 'readability.fleschKincaidGrade')}
      ${score(context, 'ease', messages.easeName, counts.fleschReadingEase, easeMeaning, 'readability.fleschReadingEase')}
    </dl>
    ${formulas(context)}
    <details class="grounds">
      <summary>${messages.howCounted}</summary>
      <p>${messages.countedFrom(counts.words, counts.sentences, counts.syllables)}</p>
      ${
        hasValue
          ? html`<p>${messages.easeFormula}</p>
            <p>${messages.gradeFormula}</p>`
          : nothing
      }
      <p>${messages.speed(readingTime, speakingTime)}</p>
    </details>`;
}

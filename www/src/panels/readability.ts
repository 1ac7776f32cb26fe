/** How hard the text is, what the numbers mean and what they rest on. */

import { html, nothing, type TemplateResult } from 'lit';
import type { FormulaResult, Readability } from '../engine/types.ts';
import { decimal, easeMeaning, formulaNames, messages } from '../messages.ts';
import type { PanelContext } from './context.ts';
import { gradeScale } from './grade-scale.ts';

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

/** The grade that most formulas come near to, and how far they are apart. */
function consensus({ consensus }: Readability): TemplateResult | typeof nothing {
  const [grade, lowest, highest] = [
    consensus.grade.value,
    consensus.lowest.value,
    consensus.highest.value,
  ];
  if (grade === null || lowest === null || highest === null) return nothing;
  return html`<div data-readability="consensus">
    <dt>${messages.consensusName}</dt>
    <dd>
      <strong>${messages.grade(grade)}</strong>
      <span class="exact">${messages.consensusRange(lowest, highest, consensus.formulas)}</span>
    </dd>
  </div>`;
}

/** Every other formula that says something about this text. */
function formulas(readability: Readability): TemplateResult | typeof nothing {
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
            <dt>${messages.formula(name)}</dt>
            <dd>${decimal(value)}</dd>
          </div>`,
      )}
    </dl>
  </details>`;
}

export function readability({ report }: PanelContext): TemplateResult {
  const { readability: counts, readingTime, speakingTime } = report.statistics;
  const hasValue = counts.fleschReadingEase.value !== null;
  return html`<h3>${messages.readability}</h3>
    <dl class="scores">${consensus(counts)}</dl>
    ${gradeScale(counts)}
    <dl class="scores">
      ${score('grade', messages.gradeName, counts.fleschKincaidGrade, messages.grade)}
      ${score('ease', messages.easeName, counts.fleschReadingEase, easeMeaning)}
    </dl>
    ${formulas(counts)}
    <details class="grounds">
      <summary>${messages.howCounted}</summary>
      <p>${messages.countedFrom(counts.words, counts.sentences, counts.syllables)}</p>
      ${
        hasValue
          ? html`<p>${messages.easeFormula}</p>
            <p>${messages.gradeFormula}</p>`
          : nothing
      }
      <p>${messages.speed(readingTime.wordsPerMinute, speakingTime.wordsPerMinute)}</p>
    </details>`;
}

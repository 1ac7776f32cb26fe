/** The school grades that the formulas give, as points on one scale. */

import { html, nothing, svg, type TemplateResult } from 'lit';
import type { Readability } from '../engine/types.ts';
import { decimal, type FormulaName, messages } from '../messages.ts';

/** The formulas whose values are grades of the United States' schools. */
const GRADES = [
  'gunningFog',
  'smog',
  'colemanLiau',
  'automatedReadability',
  'linsearWrite',
  'forcast',
] as const satisfies readonly FormulaName[];

/** Where one school ends and the next begins, and where the scale ends. */
const SCHOOLS = [6, 9, 13, 17] as const;
const LAST = 20;

export function gradeScale(readability: Readability): TemplateResult | typeof nothing {
  const consensus = readability.consensus.grade.value;
  if (consensus === null) return nothing;
  const points = [
    { label: messages.gradeName, value: readability.fleschKincaidGrade.value },
    ...GRADES.map((name) => ({ label: messages.formula(name), value: readability[name].value })),
  ].flatMap(({ label, value }) => (value === null ? [] : [{ label, value }]));
  const at = (grade: number) => (Math.min(Math.max(grade, 0), LAST) / LAST) * 220;
  return html`<figure class="chart scale" data-chart="grades">
    <svg viewBox="0 0 220 26" role="img" aria-label=${messages.gradesSummary(points.map(({ label, value }) => `${label} ${decimal(value)}`))}>
      <path class="line" d="M0 18H220"></path>
      ${SCHOOLS.map((grade) => svg`<path class="line" d="M${at(grade)} 14V22"></path>`)}
      ${points.map(({ label, value }) => svg`<circle class="point" cx=${at(value)} cy="18" r="3"><title>${label}: ${decimal(value)}</title></circle>`)}
      <path class="consensus" d="M${at(consensus)} 12l-4 -7h8z"></path>
    </svg>
    <div class="schools" aria-hidden="true">
      ${messages.schools.map((school) => html`<span>${school}</span>`)}
    </div>
  </figure>`;
}

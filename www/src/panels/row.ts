/** A number with its name: the line that most of the statistics are made of. */

import { html, type TemplateResult } from 'lit';

export interface NumberRow {
  /** Stable name, for tests and styles. */
  readonly name: string;
  readonly label: string;
  readonly value: string | TemplateResult;
}

export function numberRow({ name, label, value }: NumberRow): TemplateResult {
  return html`<div data-statistic=${name}>
    <dt>${label}</dt>
    <dd>${value}</dd>
  </div>`;
}

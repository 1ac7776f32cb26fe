/** The reader's own knowledge: names to find, names to leave out, and how sure to be. */

import { html, type TemplateResult } from 'lit';
import { messages } from '../messages.ts';
import type { PanelContext } from './context.ts';

const typed = (event: Event) => (event.currentTarget as HTMLInputElement).value;

export function ownNames({ knowledge, know }: PanelContext): TemplateResult {
  return html`<details class="grounds own-names">
    <summary>${messages.ownNames}</summary>
    <label>
      <span>${messages.ownNamesHelp}</span>
      <textarea
        rows="3"
        dir="auto"
        data-own="names"
        .value=${knowledge.names ?? ''}
        @change=${(event: Event) => know({ names: typed(event) || null })}
      ></textarea>
    </label>
    <label>
      <span>${messages.excludedHelp}</span>
      <textarea
        rows="2"
        dir="auto"
        data-own="exclude"
        .value=${knowledge.exclude ?? ''}
        @change=${(event: Event) => know({ exclude: typed(event) || null })}
      ></textarea>
    </label>
    <label>
      <span>${messages.sureness} <output>${Math.round(knowledge.threshold * 100)} %</output></span>
      <input
        type="range"
        min="0"
        max="0.95"
        step="0.05"
        data-own="threshold"
        .value=${String(knowledge.threshold)}
        @change=${(event: Event) => know({ threshold: Number(typed(event)) })}
      />
    </label>
  </details>`;
}

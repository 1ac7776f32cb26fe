/** What is known of an entity besides its name, and who is quoted. */

import { html, nothing, type TemplateResult } from 'lit';
import type { Entity } from '../engine/types.ts';
import { messages, number } from '../messages.ts';
import { entityPick, quotationPick } from '../selection.ts';
import type { PanelContext } from './context.ts';

const MOST_COMPANIONS = 6;

/** Who stands in the same sentences, most often first. */
function companions({ report }: PanelContext, index: number): [entity: Entity, count: number][] {
  return report.cooccurrence
    .filter(({ first, second }) => first === index || second === index)
    .flatMap(({ first, second, count }) => {
      const entity = report.entities[first === index ? second : first];
      return entity ? [[entity, count] as [Entity, number]] : [];
    })
    .sort(([, a], [, b]) => b - a)
    .slice(0, MOST_COMPANIONS);
}

/** Shown below the entity that is picked. */
export function entityDetails(context: PanelContext, entity: Entity): TemplateResult {
  const { report } = context;
  const index = report.entities.indexOf(entity);
  const facts = [
    messages.central(entity.salience),
    messages.about(entity.confidence),
    entity.subtype ? messages.subtypes[entity.subtype] : null,
    entity.date,
    entity.note,
  ].filter((fact) => fact !== null);
  const near = companions(context, index);
  const speaks = report.quotations.some(({ speaker }) => speaker === index);
  return html`<div class="details">
    <p class="note small">${facts.join(' \u00b7 ')}</p>
    ${
      near.length === 0
        ? nothing
        : html`<p class="note small">${messages.withName}</p>
            <ul class="words">
              ${near.map(
                ([other, count]) => html`<li>
                  <button type="button" class="word" @click=${() => context.pick(entityPick(other))}>
                    ${other.name} <span class="count">${number(count)}</span>
                  </button>
                </li>`,
              )}
            </ul>`
    }
    ${speaks ? speakerButton(context, index) : nothing}
  </div>`;
}

function speakerButton(context: PanelContext, speaker: number | null): TemplateResult {
  const pick = quotationPick(context.report, speaker);
  const count = context.report.quotations.filter((said) => said.speaker === speaker).length;
  return html`<button
    type="button"
    class="row"
    data-speaker=${speaker ?? ''}
    aria-pressed=${context.selection?.key === pick.key ? 'true' : 'false'}
    @click=${() => context.pick(pick)}
  >
    <span class="term">${pick.label}</span>
    <span class="count">${number(count)}</span>
  </button>`;
}

/** Everyone who is quoted, most often first; at the end what nobody is surely known to say. */
export function quotations(context: PanelContext): TemplateResult | typeof nothing {
  const counts = new Map<number | null, number>();
  for (const { speaker } of context.report.quotations) {
    counts.set(speaker, (counts.get(speaker) ?? 0) + 1);
  }
  if (counts.size === 0) return nothing;
  const ordered = [...counts].sort(
    ([one, a], [other, b]) => Number(one === null) - Number(other === null) || b - a,
  );
  return html`<div class="group" data-group="quotations">
    <h3>${messages.quotationsName}</h3>
    <ol class="rows">
      ${ordered.map(([speaker]) => html`<li>${speakerButton(context, speaker)}</li>`)}
    </ol>
  </div>`;
}

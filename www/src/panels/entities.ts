/** Who and what is named, by type, with a legend whose entries switch types on and off. */

import { html, nothing, type TemplateResult } from 'lit';
import type { Entity, EntityType } from '../engine/types.ts';
import { TYPES } from '../highlight/palette.ts';
import { messages, number, typeName } from '../messages.ts';
import { entityPick } from '../selection.ts';
import type { PanelContext } from './context.ts';
import { moreButton, shown } from './more.ts';
import { ownNames } from './own-names.ts';
import { entityDetails, quotations } from './people.ts';

const FIRST_ENTITIES = 8;

/** Entities by type, in the palette's order; types that do not occur are left out. */
export function byType(entities: readonly Entity[]): [type: EntityType, entities: Entity[]][] {
  return TYPES.flatMap((type) => {
    const found = entities.filter((entity) => entity.type === type);
    return found.length === 0 ? [] : [[type, found] as [EntityType, Entity[]]];
  });
}

const mentions = (entities: readonly Entity[]) =>
  entities.reduce((sum, { count }) => sum + count, 0);

/** One line: each type with its number of mentions, as a switch. */
export function legend(context: PanelContext): TemplateResult {
  return html`<ul class="legend" part="legend" aria-label=${messages.legend}>
    ${byType(context.report.entities).map(([type, found]) => {
      const on = !context.hidden.has(type);
      const count = mentions(found);
      return html`<li>
        <button
          type="button"
          class="switch"
          data-type=${type}
          aria-pressed=${on ? 'true' : 'false'}
          title=${messages.toggleType(type, count)}
          @click=${() => context.toggleType(type)}
        >
          <span class="sample ${type}">${typeName(type, found.length)}</span>
          <span class="count">${number(count)}</span>
        </button>
      </li>`;
    })}
  </ul>`;
}

export function entities(context: PanelContext): TemplateResult {
  const groups = byType(context.report.entities);
  if (groups.length === 0) {
    return html`<p class="note">
      ${context.namesPending ? messages.entitiesComing : messages.noEntities}
    </p>
    ${ownNames(context)}`;
  }
  return html`<div class="arriving">
    ${groups.map(([type, found]) => {
      const list = `entities ${type}`;
      return html`<div class="group" data-type=${type}>
        <h3><span class="sample ${type}">${typeName(type, found.length)}</span></h3>
        <ol class="rows">
          ${shown(context, list, found, FIRST_ENTITIES).map((entity) => row(context, entity))}
        </ol>
        ${moreButton(context, list, found.length, FIRST_ENTITIES)}
      </div>`;
    })}
    ${quotations(context)}
  </div>
  ${ownNames(context)}`;
}

function row(context: PanelContext, entity: Entity): TemplateResult {
  const pick = entityPick(entity);
  const picked = context.selection?.key === pick.key;
  return html`<li>
    <button
      type="button"
      class="row"
      data-entity=${entity.name}
      data-type=${entity.type}
      aria-pressed=${picked ? 'true' : 'false'}
      @click=${() => context.pick(pick)}
    >
      <span class="term" lang=${context.report.language}>${entity.name}</span>
      <span class="count">${number(entity.count)}</span>
    </button>
    ${picked ? entityDetails(context, entity) : nothing}
  </li>`;
}

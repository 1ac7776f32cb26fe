/** The element's template: what is shown for a state, without knowing how the state came about. */

import { html, nothing, type TemplateResult } from 'lit';
import type { LensError } from '../engine/errors.ts';
import type { Engine } from '../engine/types.ts';
import { messages } from '../messages.ts';
import { PANELS, type PanelContext, type PanelName } from '../panels/context.ts';
import { entities, legend } from '../panels/entities.ts';
import { explore } from '../panels/explore.ts';
import { keywords } from '../panels/keywords.ts';
import { minimap } from '../panels/minimap.ts';
import { overview } from '../panels/overview.ts';
import { type PickBarActions, pickBar } from '../panels/pick-bar.ts';
import { statistics } from '../panels/statistics.ts';
import { style } from '../panels/style.ts';
import type { Place } from './canvas.ts';
import type { Phase } from './showing.ts';

export interface ViewState {
  readonly phase: Phase;
  readonly engine: Engine['place'] | null;
  readonly place: Place;
  readonly panels: ReadonlySet<PanelName>;
  /** The panel that the reader is at: the one in the sheet of a narrow layout. */
  readonly open: PanelName | null;
  /** `null` until there is a report. */
  readonly context: PanelContext | null;
  readonly problem: LensError | null;
  readonly status: string;
  /** Tag of the text's language; empty while it is not known. */
  readonly language: string;
  readonly textLength: number;
  openPanel(panel: PanelName): void;
  keydown(event: KeyboardEvent): void;
  click(event: MouseEvent): void;
  /** Brings an offset of the text into view. */
  goTo(offset: number): void;
}

type SidePanel = Exclude<PanelName, 'overview' | 'text'>;

const SIDE: Readonly<Record<SidePanel, (context: PanelContext) => TemplateResult>> = {
  keywords,
  style,
  statistics,
  entities,
  explore,
};

const isSide = (panel: PanelName): panel is SidePanel => panel in SIDE;

export function view(state: ViewState, actions: PickBarActions): TemplateResult {
  const { phase, panels, problem, place, context } = state;
  const withText = panels.has('text') && place !== 'page';
  return html`<div
    class="root ${withText ? 'with-text' : 'without-text'}"
    part="root"
    lang="en"
    data-state=${phase}
    data-engine=${state.engine ?? nothing}
    aria-busy=${phase === 'loading' ? 'true' : 'false'}
    @keydown=${state.keydown}
  >
    ${panels.has('overview') ? overviewSection(state) : nothing}
    <section class="text" part="text" aria-label=${messages.text}>
      ${withText && context ? minimap(context, state.textLength, state.goTo) : nothing}
      <div class="above">${problem ? problemNote(problem) : nothing} ${withText ? legendAbove(state) : nothing}</div>
      <div
        class="reading"
        part="reading"
        lang=${state.language}
        ?hidden=${!withText || place !== 'reading' || phase === 'empty'}
        @click=${state.click}
      ></div>
      <div class="own" ?hidden=${place !== 'slot' || phase === 'empty'} @click=${state.click}>
        <slot></slot>
      </div>
      <div class="invitation" part="invitation" ?hidden=${phase !== 'empty'}>
        <slot name="empty"><p class="note">${messages.empty}</p></slot>
      </div>
    </section>
    ${phase === 'empty' || (phase === 'problem' && !state.context) ? nothing : side(state, withText, actions)}
    <p class="unseen" role="status" aria-live="polite">${state.status}</p>
  </div>`;
}

function problemNote({ code, message }: LensError): TemplateResult {
  return html`<p class="problem" part="problem" role="alert" data-code=${code}>${message}</p>`;
}

/** The legend above the text; while entities are on their way, the room for it. */
function legendAbove({ context, phase }: ViewState): TemplateResult | typeof nothing {
  if (phase === 'empty' || (phase === 'problem' && !context)) return nothing;
  return context ? legend(context) : html`<div class="legend"></div>`;
}

function overviewSection({ context, phase }: ViewState): TemplateResult | typeof nothing {
  if (phase === 'empty' || (phase === 'problem' && !context)) return nothing;
  return html`<section class="overview" part="overview" aria-label=${messages.overview}>
    <h2>${messages.overview}</h2>
    ${context ? overview(context) : html`<div class="figures"></div>`}
  </section>`;
}

function side(
  state: ViewState,
  withText: boolean,
  actions: PickBarActions,
): TemplateResult | typeof nothing {
  const { context, panels, open } = state;
  const shown = PANELS.filter(isSide).filter((panel) => panels.has(panel));
  const selection = context?.selection ?? null;
  if (shown.length === 0 && !selection) return nothing;
  return html`<aside class="side" part="panels" aria-label=${messages.sideName}>
    <div class="sheet">
      ${withText || !panels.has('entities') || !context ? nothing : legend(context)}
      ${(context ? shown : shown.slice(0, 1)).map(
        (panel) =>
          html`<section
            class="panel"
            part=${panel}
            data-panel=${panel}
            id="panel-${panel}"
            ?data-open=${open === panel}
            aria-label=${messages[panel]}
          >
            <h2>${messages[panel]}</h2>
            ${context ? SIDE[panel](context) : html`<p class="note">${messages.loading}</p>`}
          </section>`,
      )}
    </div>
    <div class="dock">
      ${selection ? pickBar(selection, state.textLength, actions) : nothing}
    </div>
    <nav class="tabs" part="tabs" aria-label=${messages.panels}>
      ${shown.map(
        (panel) =>
          html`<button
            type="button"
            data-tab=${panel}
            aria-current=${open === panel ? 'true' : 'false'}
            aria-controls="panel-${panel}"
            @click=${() => state.openPanel(panel)}
          >
            ${messages[panel]}
          </button>`,
      )}
    </nav>
  </aside>`;
}

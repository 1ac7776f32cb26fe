/** What a writer may want to look at again: sentences in order, and what was found in them. */

import { html, nothing, type TemplateResult } from 'lit';
import { messages, number } from '../messages.ts';
import { stylePick } from '../selection.ts';
import { type Findings, findingsOf } from '../style/findings.ts';
import { spanCount } from '../text/spans.ts';
import type { PanelContext } from './context.ts';
import { rhythm } from './rhythm.ts';

export function style(context: PanelContext): TemplateResult {
  const { report } = context;
  const found = findingsOf(report);
  return html`${verdict(context)} ${rhythm(context)}
    ${
      found.length === 0
        ? html`<p class="note">${messages.noFindings}</p>`
        : html`<ul class="findings" part="finding-list">
            ${found.map((findings) => row(context, findings))}
          </ul>`
    }`;
}

/** How many of the sentences are hard. */
function verdict({ report }: PanelContext): TemplateResult | typeof nothing {
  const { sentenceLevels } = report.difficulty;
  const { sentences } = report.statistics;
  if (sentences < 2) return nothing;
  const [hard, veryHard] = [1, 2].map(
    (level) => sentenceLevels.filter((at) => at === level).length,
  );
  return html`<p class="verdict">${messages.hardSentences(sentences, hard ?? 0, veryHard ?? 0)}</p>`;
}

function row(context: PanelContext, findings: Findings): TemplateResult {
  const { kind, spans } = findings;
  const pick = stylePick(findings);
  const marked = context.marks.has(kind);
  return html`<li class="finding" data-style=${kind}>
    <button
      type="button"
      class="mark"
      data-mark=${kind}
      aria-pressed=${marked ? 'true' : 'false'}
      aria-label=${messages.markStyle(kind)}
      title=${messages.markStyle(kind)}
      @click=${() => context.toggleMark(kind)}
    >
      <span class="sample ${kind}">${messages.styleSample}</span>
    </button>
    <button
      type="button"
      class="row"
      aria-pressed=${context.selection?.key === pick.key ? 'true' : 'false'}
      @click=${() => context.pick(pick)}
    >
      <span class="term">${pick.label}</span>
      <span class="count">${number(spanCount(spans))}</span>
    </button>
    <p class="note">${messages.styleMeaning(kind)}</p>
  </li>`;
}
